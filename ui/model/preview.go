package model

import (
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// Preview is what recording, trying or correcting would do.
type Preview struct {
	// Fields holds sentences for fields that cannot be read; Refused the reason why the act may not be recorded.
	Fields  map[string]string
	Refused string
	Changes []Change
	// Notices are duties the act would miss; Figures what a correction does to the statistics.
	Notices []string
	Figures []string
}

// Ready reports whether the act may be recorded.
func (p Preview) Ready() bool { return len(p.Fields) == 0 && p.Refused == "" }

// Change is one thing that becomes different; Before is "" for what is new, After is "" for what ends.
type Change struct{ Label, Before, After string }

// Preview computes what would change. It writes nothing.
func (f *ActForm) Preview() Preview {
	a, bad := f.Act()
	if f.Strike {
		bad = map[string]string{}
	}
	p := Preview{Fields: bad}
	if len(bad) > 0 {
		return p
	}
	if f.Mode == Correcting {
		return f.previewCorrection(a)
	}
	trial := procedure.Try(f.c.Acts, f.c.Course(), f.law, f.today, a)
	if f.Mode == Recording && a.On > f.today {
		trial.Refused = procedure.Check(f.c.Acts, f.c.Course(), f.law, f.today, a)
	}
	p.Refused = trial.Refused
	if p.Refused == "" {
		p.Changes = changes(&trial.Before, &trial.After, max(f.today, a.On))
		p.Notices = f.reminded(a, fresh(trial.Before.Notices, trial.After.Notices))
	}
	return p
}

// fresh lists the sentences that were not there before.
func fresh(before, after []string) []string {
	return slices.DeleteFunc(slices.Clone(after), func(s string) bool { return slices.Contains(before, s) })
}

// reminded adds what is worth filling in to the duties that the act would miss.
func (f *ActForm) reminded(a procedure.Act, list []string) []string {
	if say := f.reminder(a); say != "" && f.Mode != Trying {
		list = append(list, say)
	}
	return list
}

// Correction is the correction as filled in.
func (f *ActForm) Correction() cases.Correction {
	c := cases.Correction{Act: f.entry.ID, Reason: strings.TrimSpace(f.Reason)}
	if !f.Strike {
		a, _ := f.Act()
		a.Imported, a.By = f.entry.Imported, f.entry.By
		c.With = &a
	}
	return c
}

func (f *ActForm) previewCorrection(a procedure.Act) Preview {
	p := Preview{Fields: map[string]string{}}
	if strings.TrimSpace(f.Reason) == "" {
		p.Fields["reason"] = "请写明更正的理由，如“送达回证日期看错”"
	}
	if !f.Strike && sameAct(a, f.entry) {
		p.Refused = "内容没有变化，不需要更正"
		return p
	}
	fix := f.Correction()
	if p.Refused = procedure.CheckCorrection(f.c.Acts, f.c.Course(), f.law, f.today, fix.Act, fix.With); p.Refused != "" {
		return p
	}
	after := *f.c
	after.Acts, _ = fix.Apply(f.c.Acts)
	was, is := procedure.Fold(f.c.Acts, f.c.Course(), f.law, f.today), procedure.Fold(after.Acts, f.c.Course(), f.law, f.today)
	p.Changes, p.Notices = changes(&was, &is, f.today), f.reminded(a, fresh(was.Notices, is.Notices))
	for _, d := range statistics.Effect(f.c, &after, f.settings, f.law, f.today) {
		p.Figures = append(p.Figures, fmt.Sprintf("%d年 %s %+d", d.Year, d.Where, d.By))
	}
	return p
}

// sameAct compares what acts say, not who recorded them.
func sameAct(a, b procedure.Act) bool {
	return a.On == b.On && a.Paper == b.Paper && a.Note == b.Note && a.Regime == b.Regime && slices.Equal(procedure.Describe(&a), procedure.Describe(&b))
}

func changes(before, after *procedure.Timeline, today calendar.Date) []Change {
	out := []Change{{"状态", before.State.Label(), after.State.Label()}}
	if before.State == after.State {
		out[0].After += "（不变）"
	}
	for _, d := range []struct {
		label         string
		before, after calendar.Date
	}{{"收件日期", before.Received, after.Received}, {"受理日期", before.Accepted, after.Accepted}, {"结案日期", before.Concluded, after.Concluded}} {
		if d.before != d.after {
			out = append(out, Change{d.label, DayWord(d.before), DayWord(d.after)})
		}
	}
	for _, c := range procedure.Compare(before, after) {
		out = append(out, Change{c.Name(), periodWord(c.Before, today), periodWord(c.After, today)})
	}
	return out
}

// periodWord says how a period stands; "" for none.
func periodWord(p *procedure.Period, today calendar.Date) string {
	switch {
	case p == nil:
		return ""
	case !p.Running():
		if p.Late(today) {
			return p.Done.String() + " 结束（" + DaysWord(p.Count.Due.Sub(p.Done)) + "）"
		}
		return p.Done.String() + " 结束"
	case p.Count.Open:
		return "停止计算"
	case p.Rule.Internal:
		return DayWord(p.Count.Due) + "（内部安排）"
	}
	return fmt.Sprintf("到 %s（%s）", DayWord(p.Count.Due), DaysWord(p.DaysLeft(today)))
}
