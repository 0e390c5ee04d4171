package model

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/seal"
)

// LookSeals asks the office's seals about a period. Without tables the forms in force are counted where last period's seal needs
// them for the carry-over (E10).
func LookSeals(ctx context.Context, o Office, p forms.Period, tables []*forms.Table, today calendar.Date) (seal.View, error) {
	list, err := o.Seals(ctx)
	if err != nil || len(list) == 0 {
		return seal.View{}, err
	}
	if len(tables) == 0 && seal.Before(list, p.From) != nil {
		c, err := forms.Load(ctx, o, p)
		if err != nil {
			return seal.View{}, err
		}
		for _, k := range []cases.Kind{cases.Reconsideration, cases.Litigation} {
			tables = append(tables, c.Count(forms.For(k, p.To.Year()), nil, nil))
		}
	}
	return seal.Look(ctx, o, o, p.From, p.To, tables, today)
}

// SealPeriod seals a period under the person who is signed in.
func SealPeriod(ctx context.Context, o Office, p forms.Period, rules forms.Rules, note string, today calendar.Date) (cases.SealRecord, error) {
	s, err := seal.New(ctx, o, p, rules, nil, today)
	if err != nil {
		return cases.SealRecord{}, err
	}
	s.Note = note
	return o.Seal(ctx, s)
}

// SealQuestion is what is asked before a period is sealed.
type SealQuestion struct {
	Title string
	// About are sentences over the field; Label, Hint and Value are the field's.
	About              []string
	Label, Hint, Value string
}

// AskSeal words the question, or refuses where the period cannot be sealed yet. A period that is sealed already asks for the reason.
func AskSeal(ctx context.Context, o Office, p forms.Period, today calendar.Date) (SealQuestion, error) {
	if err := seal.Check(p, today); err != nil {
		return SealQuestion{}, err
	}
	list, err := o.Seals(ctx)
	if err != nil {
		return SealQuestion{}, err
	}
	record, who := seal.Latest(list, p.From, p.To), o.Author()
	title := seal.Title(p.From, p.To)
	q := SealQuestion{Title: "封存" + title + "的统计数字", Label: "封存说明", Hint: "例如：年报已经核对", Value: "统计数字已经核对",
		About: []string{"封存把" + title + "的年度概览和官方报表中的每个数字、数字背后的案件清单和校验值固定下来，统计截至" + p.AsOf.Chinese() + "。",
			"案件以后仍然可以更正；封存的数字不会改变，差异表会说明哪些案件、因为什么不同。封存不能撤销，再次封存要写明理由。",
			fmt.Sprintf("封存人：%s　　封存日期：%s", who, today)}}
	if record != nil {
		q.About = append([]string{seal.Head(record) + "原来的封存会一直保留。"}, q.About...)
		q.Label, q.Hint, q.Value = "再次封存的理由", "例如：补录案件以后重新核对", ""
	}
	return q, nil
}

// SealSays is the line about the seal of the period in view with its tone; "" where it was never sealed.
func SealSays(v *seal.View) (text string, tone Tone) {
	switch {
	case v.Record == nil:
		return "", Finished
	case len(v.Difference.Lines) == 0:
		return seal.Says(v.Difference), Finished
	}
	return seal.Says(v.Difference), Soon
}

// SealFacts are the labelled facts over a list of differences.
func SealFacts(d *cases.SealDifference) [][2]string {
	out := [][2]string{{"封存人", d.Seal.By}, {"封存日期", d.Seal.On.Chinese()}, {"统计截至", d.Seal.AsOf.Chinese()}, {"校验值", d.Seal.Hash}}
	if d.Seal.Note != "" {
		out = append(out, [2]string{"封存说明", d.Seal.Note})
	}
	return out
}

// SealGroup are the differences of one table.
type SealGroup struct {
	Table string
	Lines []*cases.SealLine
}

// SealGroups sorts the differences by table, in the order of the seal.
func SealGroups(d *cases.SealDifference) []SealGroup {
	var out []SealGroup
	place := map[string]int{}
	for i := range d.Lines {
		l := &d.Lines[i]
		n, ok := place[l.Table]
		if !ok {
			n = len(out)
			place[l.Table], out = n, append(out, SealGroup{Table: l.Table})
		}
		out[n].Lines = append(out[n].Lines, l)
	}
	return out
}

// SealChangeSays are the reasons of a case in a difference, what was entered last.
func SealChangeSays(c *cases.SealChange) string {
	return strings.Join(append(append([]string{}, c.Why...), c.Entered...), "；") + "。"
}

// sealNamed is how many cases a line of differences names.
const sealNamed = 3

// SealCases names the cases of a line of differences, the first few.
func SealCases(l *cases.SealLine) string {
	var out []string
	for i := range l.Cases[:min(len(l.Cases), sealNamed)] {
		out = append(out, l.Cases[i].Status.Label()+cmp.Or(l.Cases[i].Number, "未编号案件"))
	}
	text := strings.Join(out, "、")
	if n := len(l.Cases); n > sealNamed {
		text += fmt.Sprintf("等%d件", n)
	}
	return text
}
