package model

import (
	"encoding/json"
	"slices"

	"fuyi/cases"
)

// Place is where the clerk was: a page, and the case shown there, 0 for none.
type Place struct {
	Page string
	Kind cases.Kind
	Case cases.ID
}

// placesLimit bounds the way back.
const placesLimit = 100

// Places is the way through the window, for 后退 and 前进 (Alt+← and Alt+→).
type Places struct {
	list []Place
	at   int
}

// Go notes that a place was entered. The same place again is no step; a page turns into a case on it as one step.
func (p *Places) Go(to Place) {
	if len(p.list) > 0 && p.list[p.at] == to {
		return
	}
	keep := p.list
	if len(keep) > 0 {
		keep = keep[:p.at+1]
	}
	p.list = append(keep, to)
	if over := len(p.list) - placesLimit; over > 0 {
		p.list = slices.Clone(p.list[over:])
	}
	p.at = len(p.list) - 1
}

// Step goes back (-1) or forward (+1); false at the end of the way.
func (p *Places) Step(by int) (Place, bool) {
	at := p.at + by
	if at < 0 || at >= len(p.list) {
		return Place{}, false
	}
	p.at = at
	return p.list[at], true
}

// Visit is a case that was opened or pinned, as the find page lists it.
type Visit struct {
	ID     cases.ID   `json:"id"`
	Kind   cases.Kind `json:"kind"`
	Number string     `json:"number"`
	Title  string     `json:"title"`
}

// recentLimit is how many opened cases are remembered.
const recentLimit = 20

// Visits are the cases opened last, newest first, and those pinned (固定), in the order they were pinned.
type Visits struct {
	Recent []Visit `json:"recent"`
	Pinned []Visit `json:"pinned"`
}

// ReadVisits reads what was stored; nothing readable is nothing remembered.
func ReadVisits(data []byte) *Visits {
	v := &Visits{}
	if json.Unmarshal(data, v) != nil {
		return &Visits{}
	}
	return v
}

// Data is the form ReadVisits reads.
func (v *Visits) Data() ([]byte, error) { return json.Marshal(v) }

// Opened puts a case at the front.
func (v *Visits) Opened(c Visit) {
	v.Recent = append([]Visit{c}, without(v.Recent, c.ID)...)
	v.Recent = v.Recent[:min(len(v.Recent), recentLimit)]
	for i := range v.Pinned {
		if v.Pinned[i].ID == c.ID {
			v.Pinned[i] = c // a title that changed
		}
	}
}

// Pin pins a case or takes the pin away, and reports whether it is pinned now.
func (v *Visits) Pin(c Visit) bool {
	if v.HasPin(c.ID) {
		v.Pinned = without(v.Pinned, c.ID)
		return false
	}
	v.Pinned = append(v.Pinned, c)
	return true
}

// HasPin reports whether a case is pinned.
func (v *Visits) HasPin(id cases.ID) bool {
	return slices.ContainsFunc(v.Pinned, func(x Visit) bool { return x.ID == id })
}

// After is the case opened before the given one (Ctrl+Tab goes round the recent ones); false if there is none.
func (v *Visits) After(id cases.ID) (Visit, bool) {
	i := slices.IndexFunc(v.Recent, func(x Visit) bool { return x.ID == id })
	if len(v.Recent) == 0 || i == 0 && len(v.Recent) == 1 {
		return Visit{}, false
	}
	return v.Recent[(i+1)%len(v.Recent)], true
}

func without(list []Visit, id cases.ID) []Visit {
	return slices.DeleteFunc(slices.Clone(list), func(x Visit) bool { return x.ID == id })
}
