package model

import (
	"context"
	"fmt"

	"fuyi/cases"
)

// Proposals are the numbers for the rows without one, and what the office says of those typed, by row.
type Proposals struct {
	numbers map[int]string
	taken   map[int]string
	organs  *OrganIndex
}

// Propose asks the office for numbers: one for every row that has a day and no number, consecutive, and none twice. It also
// asks whether numbers in the block are used already. It touches no state and may run off the window's thread.
func (p *Paste) Propose(ctx context.Context, o Office) (Proposals, error) {
	out := Proposals{numbers: map[int]string{}, taken: map[int]string{}}
	organs, err := o.Organs(ctx)
	if err != nil {
		return out, err
	}
	out.organs = NewOrganIndex(organs)
	used := map[string]bool{}
	for i := range p.Rows {
		number := p.cell(&p.Rows[i], PasteNumber)
		if number == "" || p.Rows[i].Done {
			continue
		}
		used[cases.NumberKey(number)] = true
		c, err := o.CaseByNumber(ctx, number)
		if cases.KindOf(err) != cases.NotFound && err != nil && cases.KindOf(err) != cases.Conflict && cases.KindOf(err) != cases.Invalid {
			return out, err
		}
		if err == nil && c.Kind == p.Kind && cases.NumberKey(c.Number) == cases.NumberKey(number) {
			out.taken[i] = "案号" + number + "已经登记过"
		}
	}
	next := map[int]string{}
	for i := range p.Rows {
		r := &p.Rows[i]
		year := p.year(r)
		if r.Done || year == 0 || p.cell(r, PasteNumber) != "" {
			continue
		}
		number := next[year]
		if number == "" {
			var err error
			if number, err = o.NextNumber(ctx, p.Kind, year); err != nil {
				return out, err
			}
		}
		for number != "" && used[cases.NumberKey(number)] {
			number = following(number)
		}
		if number != "" {
			out.numbers[i], next[year] = number, following(number)
		}
	}
	return out, nil
}

// Take enters what the office answered.
func (p *Paste) Take(a Proposals) {
	p.organs = a.organs
	for i := range p.Rows {
		if !p.Rows[i].Done {
			p.Rows[i].Proposed, p.Rows[i].taken = a.numbers[i], a.taken[i]
		}
	}
	p.Check()
}

// Registered is what became of registering a block.
type Registered struct {
	// Step undoes it; its Undo is nil when nothing was registered.
	Step Step
	// IDs are the new cases by row; Refused says what the office refused, by row.
	IDs     map[int]cases.ID
	Refused map[int]string
}

// Register stores every good row as a case of its own and returns the one step that takes them back. A row that the office
// refuses stays in the preview with the reason; another error ends it, with what was registered so far.
func (p *Paste) Register(ctx context.Context, o Office) (Registered, error) {
	out := Registered{IDs: map[int]cases.ID{}, Refused: map[int]string{}}
	var ids []cases.ID
	var err error
	for i, r := range p.Rows {
		if r.Done || len(r.Problems) > 0 {
			continue
		}
		var id cases.ID
		id, err = o.Register(ctx, p.Case(i))
		switch kind := cases.KindOf(err); {
		case err == nil:
			ids = append(ids, id)
			out.IDs[i] = id
			continue
		case kind == cases.Conflict || kind == cases.Refused || kind == cases.Invalid:
			out.Refused[i] = cases.Message(err)
			err = nil
			continue
		}
		break
	}
	if len(ids) > 0 {
		out.Step = Step{Label: fmt.Sprintf("粘贴登记%s件", Thousands(len(ids))),
			Undo: func(ctx context.Context) error { return o.Discard(ctx, ids, "撤销粘贴登记", true) },
			Redo: func(ctx context.Context) error { return o.Reinstate(ctx, ids) }}
	}
	return out, err
}

// Settle enters what was registered and what was refused.
func (p *Paste) Settle(done Registered) {
	for i := range p.Rows {
		if _, ok := done.IDs[i]; ok {
			p.Rows[i].Done = true
		}
		if say := done.Refused[i]; say != "" {
			p.Rows[i].taken = say
		}
	}
	p.Check()
}
