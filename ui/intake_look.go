package ui

import (
	"context"
	"reflect"

	"fuyi/cases"
	"fuyi/ui/model"
)

// look goes through the page and says beside the fields what is to know. Only what changed is drawn.
func (p *intakePage) look() {
	for _, x := range p.in.Derive(p.s.today()) {
		p.refill(x)
	}
	k := p.in.Check(p.context())
	moved := false
	if !reflect.DeepEqual(k.Warnings, p.check.Warnings) {
		for id, r := range p.rows {
			if k.Warnings[id] != p.check.Warnings[id] {
				r.warn(k.Warnings[id])
				moved = true
			}
		}
	}
	p.check = k
	moved = p.forgive() || moved
	for _, l := range p.lists {
		moved = l.describe(k) || moved
	}
	if moved {
		p.form.relayout()
	}
	p.drawBar()
	p.drawSide()
	p.findAlike()
	p.findTaken()
	p.findReview()
}

// forgive takes back what was said of fields that were filled in since, without saying anything new while somebody types. It reports
// whether a field changed.
func (p *intakePage) forgive() bool {
	if len(p.bad) == 0 {
		return false
	}
	_, still := p.collect()
	moved := false
	for id := range p.bad {
		if r := p.rows[id]; still[id] == "" {
			delete(p.bad, id)
			if r != nil {
				r.warn(p.check.Warnings[id])
				moved = true
			}
		}
	}
	return moved
}

// findTaken asks whether the number typed is used already, once for each number.
func (p *intakePage) findTaken() {
	number, kind := p.in.Number, p.in.Kind
	if p.in.Revising() != nil || number == "" || number == p.asked {
		return
	}
	p.asked = number
	start(p.s.run, "number taken", func(ctx context.Context) (string, error) {
		return model.NumberTaken(ctx, p.s.deps.Office, kind, number)
	}, func(key string, err error) {
		if err != nil {
			p.s.failed("number taken", err)
			return
		}
		p.in.Taken(key)
		if r := p.rows["number"]; r != nil {
			p.check.Warnings = p.in.Check(p.context()).Warnings
			r.warn(p.check.Warnings["number"])
			p.form.relayout()
		}
	})
}

// findAlike looks for cases like this one.
func (p *intakePage) findAlike() {
	if p.in.Revising() != nil {
		return
	}
	like := p.in.Likeness()
	if len(like.Applicants)+len(like.IDNumbers)+len(like.Phones) == 0 && like.ActNumber == "" && like.Subject == "" {
		p.found(nil)
		return
	}
	start(p.s.run, "alike", func(ctx context.Context) ([]cases.SimilarCase, error) {
		return p.s.deps.Office.Similar(ctx, like, alikeCases)
	},
		func(list []cases.SimilarCase, err error) {
			if err != nil {
				p.s.failed("similar cases", err)
				return
			}
			p.found(list)
		})
}

// found shows the cases like this one, and what they mean for acceptance.
func (p *intakePage) found(list []cases.SimilarCase) {
	if len(list) == len(p.alike) && (len(list) == 0 || reflect.DeepEqual(list, p.alike)) {
		return
	}
	p.alike = list
	p.in.Repeated(list)
	p.check.Conditions = p.in.Check(p.context()).Conditions
	p.drawSide()
}

// alikeCases is how many similar cases are listed.
const alikeCases = 12
