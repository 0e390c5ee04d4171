package seal

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
)

// Since counts a sealed period anew, with the same forms, rules and day of knowledge, and tells what differs and why as far as the
// office knows. Errors are those of the office.
func Since(ctx context.Context, o forms.Source, s *cases.Seal, today calendar.Date) (cases.SealDifference, error) {
	now := *s
	if err := fill(ctx, o, &now); err != nil {
		return cases.SealDifference{}, err
	}
	set, err := o.Settings(ctx)
	if err != nil {
		return cases.SealDifference{}, err
	}
	d := Compare(s, &now)
	d.On = today
	w := witness{ctx: ctx, o: o, s: s, now: index(now.Cases), was: index(s.Cases), organ: set.Organ}
	if err := w.gather(&d, today); err != nil {
		return cases.SealDifference{}, err
	}
	for i := range d.Lines {
		for j := range d.Lines[i].Cases {
			if err := w.explain(&d.Lines[i].Cases[j]); err != nil {
				return cases.SealDifference{}, err
			}
		}
	}
	return d, nil
}

// Compare lists the numbers of a seal that differ from those counted now, or whose cases do.
func Compare(s, now *cases.Seal) cases.SealDifference {
	d := cases.SealDifference{Seal: s.SealRecord, On: now.On, Lines: []cases.SealLine{}}
	present, nothing := map[string]*cases.SealedFigure{}, &cases.SealedFigure{}
	for i := range now.Figures {
		present[now.Figures[i].Key] = &now.Figures[i]
	}
	w := witness{was: index(s.Cases), now: index(now.Cases)}
	add := func(head, was, is *cases.SealedFigure) {
		line := cases.SealLine{Key: head.Key, Table: head.Table, Label: head.Label, Unit: head.Unit, Was: was.Value, Is: is.Value, Cases: w.moved(was, is)}
		if was.Value != is.Value || len(line.Cases) > 0 {
			d.Lines = append(d.Lines, line)
		}
	}
	for i := range s.Figures {
		f := &s.Figures[i]
		add(f, f, cmp.Or(present[f.Key], nothing))
		delete(present, f.Key)
	}
	for i := range now.Figures {
		if f := &now.Figures[i]; present[f.Key] != nil {
			add(f, nothing, f)
		}
	}
	return d
}

func index(list []cases.SealedCase) map[cases.ID]*cases.SealedCase {
	out := make(map[cases.ID]*cases.SealedCase, len(list))
	for i := range list {
		out[list[i].ID] = &list[i]
	}
	return out
}

// witness knows the cases of both sides.
type witness struct {
	ctx      context.Context
	o        forms.Source
	s        *cases.Seal
	was, now map[cases.ID]*cases.SealedCase
	organ    string
	entered  map[cases.ID][]string
}

// moved are the cases that make two figures differ: on one side only, or with another amount. Where amounts are not known, a case
// of both sides that changed stands for them.
func (w *witness) moved(was, is *cases.SealedFigure) []cases.SealChange {
	var out []cases.SealChange
	add := func(id cases.ID, status cases.SealStatus) {
		c := cases.SealChange{Case: id, Status: status, Why: []string{}, Entered: []string{}}
		if line := cmp.Or(w.now[id], w.was[id]); line != nil {
			c.Kind, c.Number, c.Title = line.Kind, line.Number, line.Title
		}
		out = append(out, c)
	}
	before, after := adds(was), adds(is)
	unknown := was.Amounts == nil && is.Amounts == nil && was.Value != is.Value && (was.Value != int64(len(was.Cases)) || is.Value != int64(len(is.Cases)))
	for _, id := range was.Cases {
		n, still := after[id]
		switch {
		case !still:
			add(id, cases.SealDropped)
		case n != before[id], unknown && w.was[id] != nil && w.now[id] != nil && len(why(w.was[id], w.now[id])) > 0:
			add(id, cases.SealChanged)
		}
	}
	for _, id := range is.Cases {
		if _, had := before[id]; !had {
			add(id, cases.SealAdded)
		}
	}
	return out
}

func adds(f *cases.SealedFigure) map[cases.ID]int64 {
	out := make(map[cases.ID]int64, len(f.Cases))
	for i, id := range f.Cases {
		out[id] = 1
		if f.Amounts != nil {
			out[id] = f.Amounts[i]
		}
	}
	return out
}

// explain says why a case moved.
func (w *witness) explain(c *cases.SealChange) error {
	is, err := w.present(c.Case)
	if err != nil {
		return err
	}
	was := w.was[c.Case]
	switch {
	case is == nil:
		c.Gone = true
		c.Why = append(c.Why, "案件已不在案件列表中（移入了回收站，或者导入被撤销）")
	case was == nil:
		c.Why = append(c.Why, "封存时没有计入任何一项："+brief(is))
	default:
		c.Why = append(c.Why, why(was, is)...)
	}
	c.Entered = append(c.Entered, w.entered[c.Case]...)
	if len(c.Why)+len(c.Entered) == 0 {
		c.Why = append(c.Why, "案件本身没有变化，可能是机关名录、单位设置、放假安排或者程序版本不同")
	}
	return nil
}

// brief is what a case says of its days.
func brief(c *cases.SealedCase) string {
	out := "收件" + cmp.Or(c.Received.String(), "日期未填")
	for _, x := range []struct {
		word string
		on   calendar.Date
	}{{"受理", c.Accepted}, {"结案", c.Concluded}} {
		if !x.on.IsZero() {
			out += "，" + x.word + x.on.String()
		}
	}
	return out
}

// present is a case as it stands now, nil if it is gone; one that no figure counts any more is loaded.
func (w *witness) present(id cases.ID) (*cases.SealedCase, error) {
	if line := w.now[id]; line != nil {
		return line, nil
	}
	c, err := w.o.Case(w.ctx, id)
	if cases.KindOf(err) == cases.NotFound && err != nil {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	line := Line(c, w.organ, w.o.Law(), w.s.AsOf)
	w.now[id] = &line
	return &line, nil
}

// gather collects what was entered or corrected in the cases of a difference since the sealing.
func (w *witness) gather(d *cases.SealDifference, today calendar.Date) error {
	w.entered = map[cases.ID][]string{}
	sealed, err := time.Parse(time.RFC3339, w.s.At)
	if len(d.Lines) == 0 || err != nil {
		return nil // a seal that is not stored yet has no time, and nothing after it
	}
	moved := []cases.ID{}
	for _, l := range d.Lines {
		for _, c := range l.Cases {
			moved = append(moved, c.Case)
		}
	}
	slices.Sort(moved)
	entries, err := w.o.Entries(w.ctx, cases.EntrySpan{From: w.s.On, To: today, Cases: slices.Compact(moved)})
	if err != nil {
		return err
	}
	for i := range entries {
		e := &entries[i]
		at, err := time.Parse(time.RFC3339, e.At)
		if err == nil && !at.Before(sealed) {
			w.entered[e.Case] = append(w.entered[e.Case], entry(e))
		}
	}
	return nil
}

// entry is an entry or correction in words.
func entry(e *cases.Entry) string {
	head := e.At[:min(10, len(e.At))] + " " + e.By
	switch {
	case e.Struck:
		return fmt.Sprintf("%s作废“%s”（%s）", head, act(&e.Act), e.Reason)
	case e.Old != nil:
		return fmt.Sprintf("%s把“%s”更正为“%s”（%s）", head, act(e.Old), act(&e.Act), e.Reason)
	}
	return fmt.Sprintf("%s登记“%s”", head, act(&e.Act))
}

// carryOver is the name of the check in the list of checks.
const carryOver = "E10"

// CarryOver compares the 上期结转 of a table with the open cases of the sealed period before it (E10) and names each case that
// differs, with the reason where it can be told. known is false where the two cannot be compared: another kind of form, or rules
// under which they need not agree.
func CarryOver(ctx context.Context, o forms.Source, before *cases.Seal, now *forms.Table) (check forms.Check, known bool, err error) {
	if before.Rules[string(forms.RuleOpen)] == "period" || now.Rules[forms.RuleCarried] == "closed" ||
		(before.Rules[string(forms.RuleAccepted)] == "accepted") != (now.Rules[forms.RuleAccepted] == "accepted") {
		return check, false, nil
	}
	i, j, ok := now.Find(forms.TotalRow, "carried")
	form := slices.IndexFunc(before.Forms, func(id string) bool {
		e := forms.ByID(id)
		return e != nil && e.Kind == now.Edition.Kind
	})
	if !ok || form < 0 {
		return check, false, nil
	}
	check = forms.Check{ID: carryOver, Rule: "本期上期结转＝封存的上期未审结", OK: true, Severity: forms.Doubtful, Row: -1, Column: -1}
	was := cmp.Or(Figure(before, before.Forms[form]+"/"+forms.TotalRow+"/open"), &cases.SealedFigure{})
	cell := now.Cell(i, j)
	is := &cases.SealedFigure{Value: cell.Value, Cases: cell.Cases}
	set, err := o.Settings(ctx)
	if err != nil {
		return check, false, err
	}
	asOf := &cases.Seal{SealRecord: cases.SealRecord{AsOf: now.Period.AsOf}}
	w := witness{ctx: ctx, o: o, s: asOf, was: index(before.Cases), now: map[cases.ID]*cases.SealedCase{}, organ: set.Organ}
	var said []string
	for _, c := range w.moved(was, is) {
		says, err := w.carried(c)
		if err != nil {
			return check, false, err
		}
		check.Cases, said = append(check.Cases, c.Case), append(said, says)
	}
	if len(said) > 0 {
		check.OK, check.Row, check.Column = false, i, j
		check.Says = fmt.Sprintf("%s封存的未审结%d件，本期上期结转%d件，相差：%s", before.Title, was.Value, is.Value, strings.Join(said[:min(len(said), saidLimit)], "；"))
		if more := len(said) - saidLimit; more > 0 {
			check.Says += fmt.Sprintf("；另有%d件", more)
		}
	}
	return check, true, nil
}

// saidLimit bounds the cases that a failing carry-over names in its sentence; its list has all.
const saidLimit = 8

// carried words a case that is on one side of the carry-over only.
func (w *witness) carried(c cases.SealChange) (string, error) {
	is, err := w.present(c.Case)
	if err != nil {
		return "", err
	}
	was := w.was[c.Case]
	number := c.Number
	if is != nil {
		number = is.Number
	}
	number = cmp.Or(number, "未编号案件")
	switch {
	case is == nil:
		return number + "（封存时未审结，现在不在案件列表中）", nil
	case c.Status == cases.SealDropped:
		return number + "（封存时未审结，现在没有结转：" + cmp.Or(strings.Join(why(was, is), "，"), brief(is)) + "）", nil
	case was == nil:
		return number + "（封存时没有计入，现在结转：" + brief(is) + "）", nil
	}
	return number + "（封存时不是未审结，现在结转：" + cmp.Or(strings.Join(why(was, is), "，"), brief(is)) + "）", nil
}
