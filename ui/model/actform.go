package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// ActForm is the page on which one act is recorded. Nothing is written while it is filled in: Preview folds the case
// with the act appended and says what would change.
type ActForm struct {
	Spec *procedure.Spec
	// Date, Paper and Note are what every act has; the rest belongs to the fields the act table names.
	Date, Paper, Note string
	Ground            procedure.Ground
	Items             []procedure.Item
	Days, To          string
	Appearance        procedure.Appearance
	Results           []procedure.Result

	c     *cases.Case
	law   *procedure.Law
	today calendar.Date
}

// NewActForm begins an act of a case, dated today, with what can be known filled in.
func NewActForm(c *cases.Case, s *procedure.Spec, law *procedure.Law, today calendar.Date) *ActForm {
	f := &ActForm{Spec: s, Date: today.String(), c: c, law: law, today: today}
	for _, field := range s.Fields {
		switch field {
		case procedure.FieldItems:
			f.Items = []procedure.Item{{}}
		case procedure.FieldDays:
			f.Days = "30"
		case procedure.FieldTo:
			f.To = recipient(c, s.Kind)
		case procedure.FieldResults:
			f.Results = results(c)
		}
	}
	return f
}

// recipient proposes to whom a paper goes: decisions to the applicant, all else to the respondent.
func recipient(c *cases.Case, k procedure.Kind) string {
	switch k {
	case procedure.Served:
		return c.Joined(cases.Applicant)
	case procedure.JudgmentServed, procedure.Recommendation:
		return ""
	}
	return c.Joined(cases.Respondent)
}

func results(c *cases.Case) []procedure.Result {
	names := c.Names(cases.Respondent)
	if len(names) < 2 {
		return []procedure.Result{{}}
	}
	out := make([]procedure.Result, len(names))
	for i, n := range names {
		out[i].Defendant = n
	}
	return out
}

// Has reports whether the act carries a field.
func (f *ActForm) Has(field procedure.Field) bool { return slices.Contains(f.Spec.Fields, field) }

// Case is the case the act belongs to.
func (f *ActForm) Case() *cases.Case { return f.c }

// Act builds the act as filled in; the map holds a sentence for every field that cannot be read.
func (f *ActForm) Act() (procedure.Act, map[string]string) {
	bad := map[string]string{}
	on, err := ReadDate(f.Date, f.today)
	if err != nil {
		bad["date"] = err.Error()
	} else if on.IsZero() {
		bad["date"] = "请填写日期"
	}
	a := procedure.Act{Kind: f.Spec.Kind, On: on, Paper: strings.TrimSpace(f.Paper), Note: strings.TrimSpace(f.Note)}
	if len(f.Spec.Fields) == 0 {
		return a, bad
	}
	d := &procedure.Detail{}
	a.Detail = d
	for _, field := range f.Spec.Fields {
		f.fill(field, d, bad)
	}
	return a, bad
}

func (f *ActForm) fill(field procedure.Field, d *procedure.Detail, bad map[string]string) {
	switch field {
	case procedure.FieldGround:
		d.Ground = f.Ground
	case procedure.FieldItems:
		for _, it := range f.Items {
			if it.Kind != "" {
				d.Items = append(d.Items, it)
			}
		}
	case procedure.FieldDays:
		n, err := strconv.Atoi(strings.TrimSpace(f.Days))
		if err != nil || n < 1 || n > 30 {
			bad["days"] = "延长天数请填1到30的数字，延期最多三十日"
		}
		d.Days = n
	case procedure.FieldTo:
		d.To = strings.TrimSpace(f.To)
	case procedure.FieldAppearance:
		ap := f.Appearance
		if !ap.Head {
			ap.Name, ap.Post, ap.Rank = "", "", ""
		} else {
			ap.Reason = ""
		}
		d.Appearance = &ap
	case procedure.FieldResults:
		for _, r := range f.Results {
			if r.Outcome != "" {
				d.Results = append(d.Results, r)
			}
		}
	}
}

// Preview is what recording the act would do.
type Preview struct {
	// Fields holds sentences for fields that cannot be read; Refused the reason why the act may not be recorded.
	Fields  map[string]string
	Refused string
	Changes []Change
}

// Ready reports whether the act may be recorded.
func (p Preview) Ready() bool { return len(p.Fields) == 0 && p.Refused == "" }

// Change is one thing that becomes different; Before is "" for what is new, After is "" for what ends.
type Change struct{ Label, Before, After string }

// Preview computes what would change. It writes nothing.
func (f *ActForm) Preview() Preview {
	a, bad := f.Act()
	p := Preview{Fields: bad}
	if len(bad) > 0 {
		return p
	}
	suit := f.c.Kind == cases.Litigation
	if p.Refused = procedure.Check(f.c.Acts, suit, f.law, f.today, a); p.Refused != "" {
		return p
	}
	before := procedure.Fold(f.c.Acts, suit, f.law, f.today)
	after := procedure.Fold(append(slices.Clone(f.c.Acts), a), suit, f.law, f.today)
	p.Changes = changes(&before, &after, f.today)
	return p
}

func changes(before, after *procedure.Timeline, today calendar.Date) []Change {
	var out []Change
	if before.State != after.State {
		out = append(out, Change{"状态", before.State.Label(), after.State.Label()})
	} else {
		out = append(out, Change{"状态", before.State.Label(), before.State.Label() + "（不变）"})
	}
	dates := []struct {
		label         string
		before, after calendar.Date
	}{
		{"受理日期", before.Accepted, after.Accepted}, {"结案日期", before.Concluded, after.Concluded},
	}
	for _, d := range dates {
		if d.before != d.after {
			out = append(out, Change{d.label, DayWord(d.before), DayWord(d.after)})
		}
	}
	return append(out, periodChanges(before, after, today)...)
}

func periodChanges(before, after *procedure.Timeline, today calendar.Date) []Change {
	var out []Change
	for i, p := range after.Periods {
		now := periodWord(p, today)
		if i >= len(before.Periods) {
			out = append(out, Change{p.Rule.Name, "", now})
			continue
		}
		if was := periodWord(before.Periods[i], today); was != now && before.Periods[i].Rule.ID == p.Rule.ID {
			out = append(out, Change{p.Rule.Name, was, now})
		}
	}
	return out
}

func periodWord(p procedure.Period, today calendar.Date) string {
	switch {
	case !p.Running():
		if p.Late(today) {
			return p.Done.String() + " 结束（" + DaysWord(p.Count.Due.Sub(p.Done)) + "）"
		}
		return p.Done.String() + " 结束"
	case p.Count.Open:
		return "停止计算"
	}
	return fmt.Sprintf("到 %s（%s）", DayWord(p.Count.Due), DaysWord(p.DaysLeft(today)))
}
