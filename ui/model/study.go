package model

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/forms"
)

// Study is the page of the analysis (统计分析): the indicators, a group of tables, or the ledgers of a period.
type Study struct {
	*CountSpan
	// Group is the group in view: a group of tables, StudyIndicators or StudyLists.
	Group string
	// Decimals of shares and rates, 0 to 2.
	Decimals int
	// Readings are those of indicators other than the recommended ones.
	Readings analysis.Choices
	// Book is what was counted, nil before.
	Book       *analysis.Book
	Tables     []*analysis.Table
	Indicators []analysis.Indicator
	Lists      []*analysis.List
}

// Groups that are no tables.
const (
	StudyIndicators = "统计指标"
	StudyLists      = "台账和清单"
)

// StudyGroups are the groups to choose from.
func StudyGroups() []string {
	out := []string{StudyIndicators}
	for _, i := range analysis.Tables(forms.Period{}) {
		if !slices.Contains(out, i.Group) {
			out = append(out, i.Group)
		}
	}
	return append(out, StudyLists)
}

// NewStudy begins with a group.
func NewStudy(group string, span *CountSpan) *Study {
	return &Study{CountSpan: span, Group: group, Decimals: 1}
}

// Count counts the group in view.
func (s *Study) Count(ctx context.Context, o Counting, p forms.Period) (*Study, error) {
	out := *s
	out.Tables, out.Indicators, out.Lists = nil, nil, nil
	if s.Group == StudyLists {
		return &out, out.list(ctx, o, p)
	}
	if out.Readings == nil {
		out.Readings = analysis.KeptChoices(ctx, o)
	}
	b, err := analysis.Load(ctx, o, p, s.Rules)
	if err != nil {
		return nil, err
	}
	out.Book = b
	if s.Group == StudyIndicators {
		out.Indicators = b.Indicators(out.Readings)
	}
	for _, i := range analysis.Tables(b.Period) {
		if i.Group == s.Group {
			out.Tables = append(out.Tables, b.Table(i.ID))
		}
	}
	return &out, nil
}

func (s *Study) list(ctx context.Context, o Counting, p forms.Period) error {
	for _, i := range analysis.Lists() {
		l, err := analysis.NewList(ctx, o, i.ID, p, s.Rules)
		if err != nil {
			return err
		}
		s.Lists = append(s.Lists, l)
	}
	return nil
}

// Counting is what the page needs of an office.
type Counting interface {
	forms.Source
	cases.Preferences
}

// Read chooses another reading of an indicator, for the whole office.
func (s *Study) Read(ctx context.Context, o cases.Preferences, id, reading string) error {
	s.Readings = s.Readings.With(analysis.Choices{id: reading})
	return s.Readings.Keep(ctx, o)
}

// ListCases are the cases of a ledger.
func ListCases(l *analysis.List) []cases.ID {
	var out []cases.ID
	for _, r := range l.Rows {
		out = append(out, r.ID)
	}
	return out
}

// Fraction is a rate's numerator and denominator, "" for a count.
func Fraction(i analysis.Indicator) string {
	if i.Now.Kind == analysis.Count {
		return ""
	}
	return fmt.Sprintf("%s ÷ %s", Thousands(int(i.Now.N)), Thousands(int(i.Now.Of)))
}

// ChangeText is the change with its sign and unit: 百分点 between rates.
func ChangeText(i analysis.Indicator, decimals int) string {
	text := i.Change.Show(decimals)
	switch {
	case text == "-":
		return "–"
	case !strings.HasPrefix(text, "-") && i.Change.N > 0:
		text = "+" + text
	}
	if i.Change.Kind == analysis.Points {
		text += "百分点"
	}
	return text
}

// Options are the group as a file is asked for; with an ID only that ledger.
func (s *Study) Options(p forms.Period, only string) cases.FormOptions {
	var ids []string
	switch {
	case only != "":
		ids = []string{only}
	case s.Group == StudyIndicators:
		ids = []string{analysis.IndicatorsID}
	case s.Group == StudyLists:
		for _, i := range analysis.Lists() {
			ids = append(ids, i.ID)
		}
	default:
		for _, i := range analysis.Tables(p) {
			if i.Group == s.Group {
				ids = append(ids, i.ID)
			}
		}
	}
	opt := s.options(p, ids...)
	opt.Decimals, opt.Readings = s.Decimals, s.Readings
	return opt
}
