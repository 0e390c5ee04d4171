package seal

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// lines are the cases behind a seal's figures as they stand.
func lines(ctx context.Context, o forms.Source, s *cases.Seal, organ string) ([]cases.SealedCase, error) {
	wanted := map[cases.ID]bool{}
	for i := range s.Figures {
		for _, id := range s.Figures[i].Cases {
			wanted[id] = true
		}
	}
	var out []cases.SealedCase
	law := o.Law()
	take := func(c *cases.Case) error {
		if wanted[c.ID] {
			delete(wanted, c.ID)
			out = append(out, Line(c, organ, law, s.AsOf))
		}
		return nil
	}
	if err := o.Each(ctx, cases.Span{From: min(s.From, s.AsOf), To: min(s.To, s.AsOf)}, take); err != nil {
		return nil, err
	}
	// The yearly report looks a little further than the period, for letters of cases concluded before.
	for id := range wanted {
		c, err := o.Case(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, Line(c, organ, law, s.AsOf))
	}
	slices.SortFunc(out, func(a, b cases.SealedCase) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

// Line is a case as of a day; organ is the office's own government.
func Line(c *cases.Case, organ string, law *procedure.Law, asOf calendar.Date) cases.SealedCase {
	f := statistics.NewFact(c, organ, law, asOf)
	known := slices.DeleteFunc(slices.Clone(c.Acts), func(a procedure.Act) bool { return a.On > asOf })
	return cases.SealedCase{ID: c.ID, Kind: c.Kind, Number: c.Number, Title: c.Title(), Received: f.Received, Accepted: f.Accepted,
		Concluded: f.Concluded, Result: procedure.Headline(known), Category: f.Category, Matter: f.Matter, Facts: facts(c, &f, known)}
}

// facts are what else counts in a figure.
func facts(c *cases.Case, f *statistics.Fact, known []procedure.Act) []string {
	var out []string
	count := func(n int, format string) {
		if n > 0 {
			out = append(out, fmt.Sprintf(format, n))
		}
	}
	count(f.Persons, cases.Applicant.Label(c.Kind)+"%d名")
	if p := c.Particulars; p != nil {
		if p.Compensation > 0 {
			out = append(out, fmt.Sprintf("请求赔偿%d.%02d元", p.Compensation/100, p.Compensation%100))
		}
		if p.Review != "" {
			out = append(out, "请求附带审查规范性文件")
		}
	}
	if c.Suit != nil {
		out = append(out, strings.Trim(f.Court+"，"+f.Instance.Label()+"，"+f.Source.Label(), "，"))
	}
	for i := range known {
		if told[known[i].Kind] {
			out = append(out, act(&known[i]))
		}
	}
	return out
}

// told are the acts that count in a figure without being the receipt, the acceptance or the conclusion; read only.
var told = map[procedure.Kind]bool{procedure.NormRequested: true, procedure.OpinionLetter: true, procedure.Recommendation: true, procedure.LetterReply: true,
	procedure.Consultation: true, procedure.CourtHearing: true, procedure.Decision: true, procedure.Mediation: true, procedure.Termination: true, procedure.Judgment: true}

// act is an act in words.
func act(a *procedure.Act) string {
	words := a.On.String() + procedure.ActLabel(a.Kind)
	if d := procedure.Describe(a); len(d) > 0 {
		words += "（" + strings.Join(d, "；") + "）"
	}
	return words
}

// field is what a line says under a name.
type field struct{ label, text string }

func fields(c *cases.SealedCase) []field {
	return []field{{"案号", c.Number}, {"当事人", c.Title}, {"收件日期", c.Received.String()}, {"受理日期", c.Accepted.String()}, {"结案日期", c.Concluded.String()},
		{"结果", c.Result}, {"行政管理类别", c.Category}, {"事项", c.Matter}}
}

// why tells in Chinese how two lines of a case differ.
func why(was, is *cases.SealedCase) []string {
	var out []string
	now := fields(is)
	for i, f := range fields(was) {
		if f.text != now[i].text {
			out = append(out, f.label+"："+cmp.Or(f.text, "无")+"→"+cmp.Or(now[i].text, "无"))
		}
	}
	for _, f := range was.Facts {
		if !slices.Contains(is.Facts, f) {
			out = append(out, "原有“"+f+"”，现在没有")
		}
	}
	for _, f := range is.Facts {
		if !slices.Contains(was.Facts, f) {
			out = append(out, "原来没有“"+f+"”，现在有")
		}
	}
	return out
}
