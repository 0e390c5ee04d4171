package fake

import (
	"context"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// EachRunning calls f for the cases that are open or in which something runs.
func (o *Office) EachRunning(_ context.Context, today calendar.Date, progress cases.Progress, f func(*cases.Case) error) error {
	if o.Fail != nil {
		return o.Fail
	}
	for i, c := range o.All {
		if progress != nil {
			progress(i+1, len(o.All))
		}
		if r := cases.RunningOf(c, o.Law(), today); r.Row.State.Concluded() && len(r.Periods) == 0 {
			continue
		}
		if err := f(c); err != nil {
			return err
		}
	}
	return nil
}

// number gives acts without a number one.
func (o *Office) number(c *cases.Case) {
	for i := range c.Acts {
		if c.Acts[i].ID == 0 {
			o.nextAct++
			c.Acts[i].ID = 1000 + o.nextAct
		}
		if c.Acts[i].By == "" {
			c.Acts[i].By = o.Who
		}
	}
}

// note keeps an entry with what it changed.
func (o *Office) note(c *cases.Case, e cases.Entry, before []procedure.Act) {
	was, is := procedure.Fold(before, c.Course(), o.Law(), o.Today), procedure.Fold(c.Acts, c.Course(), o.Law(), o.Today)
	e.Case, e.Kind, e.Number, e.By, e.At = c.ID, c.Kind, c.Number, o.Who, o.Today.String()+"T09:00:00+08:00"
	e.Sets = procedure.Compare(&was, &is)
	o.Log = append(o.Log, e)
}

// Entries lists what was entered in the span.
func (o *Office) Entries(_ context.Context, s cases.EntrySpan) ([]cases.Entry, error) {
	var out []cases.Entry
	for _, e := range o.Log {
		on := e.At[:min(len("2006-01-02"), len(e.At))]
		if on >= s.From.String() && on <= s.To.String() && (s.Cases == nil || slices.Contains(s.Cases, e.Case)) {
			out = append(out, e)
		}
	}
	return out, o.Fail
}

// Tick notes who compared entries with their papers.
func (o *Office) Tick(_ context.Context, entries []cases.Entry, by string) error {
	if o.Fail != nil {
		return o.Fail
	}
	for _, e := range entries {
		i := slices.IndexFunc(o.Log, func(x cases.Entry) bool { return x.ID == e.ID })
		if i < 0 || o.Log[i].By == by {
			return &cases.Error{Op: "tick", Kind: cases.Refused, Msg: "这条记录是“" + by + "”本人登记的，应当由另一人核对。"}
		}
		o.Log[i].TickedBy, o.Log[i].TickedAt = by, o.Today.String()
	}
	return nil
}

// Corrections lists the corrections of a case.
func (o *Office) Corrections(_ context.Context, id cases.ID) ([]cases.CorrectionRecord, error) {
	return o.Fixes[id], o.Fail
}

// Correct replaces or strikes an entry.
func (o *Office) Correct(_ context.Context, id cases.ID, c cases.Correction) error {
	if o.Fail != nil {
		return o.Fail
	}
	found := o.find(id)
	if strings.TrimSpace(c.Reason) == "" {
		return &cases.Error{Op: "correct", Kind: cases.Invalid, Msg: "请写明更正的理由。", Fields: map[string]string{"reason": "请写明更正的理由。"}}
	}
	if reason := procedure.CheckCorrection(found.Acts, found.Course(), o.Law(), o.Today, c.Act, c.With); reason != "" {
		return &cases.Error{Op: "correct", Kind: cases.Refused, Msg: reason}
	}
	before := found.Acts
	i := slices.IndexFunc(before, func(a procedure.Act) bool { return a.ID == c.Act })
	r := cases.CorrectionRecord{ID: int64(len(o.Fixes[id]) + 1), Old: before[i], Reason: c.Reason, By: o.Who, At: o.Today.String() + "T09:00:00+08:00"}
	e := cases.Entry{ID: -r.ID, Act: r.Old, Old: &r.Old, Struck: c.With == nil, Reason: c.Reason}
	if c.With != nil {
		o.nextAct++
		right := *c.With
		right.ID, right.By = 1000+o.nextAct, o.Who
		c.With, r.New = &right, &right
		e.ID, e.Act = right.ID, right
	}
	found.Acts, _ = c.Apply(before)
	if o.Fixes == nil {
		o.Fixes = map[cases.ID][]cases.CorrectionRecord{}
	}
	o.Fixes[id] = append(o.Fixes[id], r)
	o.note(found, e, before)
	return nil
}

// Notices lists the accepted notices.
func (o *Office) Notices(context.Context) ([]cases.NoticeRecord, error) { return o.Holiday, o.Fail }

// AcceptNotice adds a year's notice to the calendar.
func (o *Office) AcceptNotice(_ context.Context, n calendar.Notice, source string) error {
	if o.Fail != nil {
		return o.Fail
	}
	cal, err := o.Cal.With(n)
	if err != nil {
		return &cases.Error{Op: "notice", Kind: cases.Invalid, Msg: err.Error()}
	}
	o.Cal = cal
	o.Holiday = append(o.Holiday, cases.NoticeRecord{Notice: n, Source: source, By: o.Who})
	return nil
}
