package model

import (
	"strings"

	"fuyi/cases"
)

// Bin is 回收站: the discarded cases and which of them are picked to be restored.
type Bin struct {
	List   []cases.DiscardedCase
	picked map[cases.ID]bool
}

// NewBin is the bin with nothing picked.
func NewBin(list []cases.DiscardedCase) *Bin { return &Bin{List: list, picked: map[cases.ID]bool{}} }

// Toggle picks a case or lets it go.
func (b *Bin) Toggle(i int) {
	if id := b.List[i].ID; b.picked[id] {
		delete(b.picked, id)
	} else {
		b.picked[id] = true
	}
}

// PickAll picks all cases.
func (b *Bin) PickAll() {
	for _, d := range b.List {
		b.picked[d.ID] = true
	}
}

// Picked reports whether a case is picked; Picks is their number.
func (b *Bin) Picked(i int) bool { return b.picked[b.List[i].ID] }

// Picks is the number of picked cases.
func (b *Bin) Picks() int { return len(b.picked) }

// Chosen are the picked cases in their order.
func (b *Bin) Chosen() (out []cases.DiscardedCase) {
	for i, d := range b.List {
		if b.Picked(i) {
			out = append(out, d)
		}
	}
	return out
}

// Line is a case of the bin in words: why, when and by whom it was discarded.
func (b *Bin) Line(i int) DeskText {
	d := b.List[i]
	x := DeskText{What: "理由：" + d.Reason, Aside: d.Kind.Label()}
	x.Number, x.Who = d.Number, d.Title
	if d.Reason == "" {
		x.What = "没有写明理由"
	}
	at := strings.Replace(d.At, "T", " ", 1)
	x.Day, x.Left = at[:min(len(at), 16)], d.By
	return x
}
