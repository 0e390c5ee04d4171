package model

import "slices"

// ColumnChoice is how somebody likes the columns of a list. The zero value shows the usual ones at their own widths.
type ColumnChoice struct {
	// Shown are the ids of the columns in order, nil for the usual ones.
	Shown []string `json:"shown,omitempty"`
	// Widths are those set by hand, in widths of a Chinese character.
	Widths map[string]float32 `json:"widths,omitempty"`
}

// headRoom is the width that a head needs beside its title for the arrow of the order, in characters.
const headRoom = 1.3

// captionSize is the size of a head's words against that of the rows.
const captionSize = 12.0 / 14

// headWidth is the least width of a column: that of its head, which is never cut.
func headWidth(c Column) float32 { return float32(len([]rune(c.Title)))*captionSize + headRoom }

// IDs are the columns shown, in order.
func (c ColumnChoice) IDs(all []Column) []string {
	if c.Shown != nil {
		return slices.Clone(c.Shown)
	}
	var out []string
	for _, x := range all {
		if !x.Spare {
			out = append(out, x.ID)
		}
	}
	return out
}

// Arrange gives the columns to show, in order, with the widths set by hand. The number is always among them; an id that
// the list does not have is passed over.
func (c ColumnChoice) Arrange(all []Column) []Column {
	ids := c.IDs(all)
	if !slices.Contains(ids, NumberColumn) {
		ids = append([]string{NumberColumn}, ids...)
	}
	var out []Column
	for _, id := range ids {
		i := slices.IndexFunc(all, func(x Column) bool { return x.ID == id })
		if i < 0 {
			continue
		}
		x := all[i]
		if w, ok := c.Widths[id]; ok {
			x.Min, x.Grow = w, 0
		}
		x.Min = max(x.Min, headWidth(x))
		out = append(out, x)
	}
	return out
}

// Has reports whether a column is shown.
func (c ColumnChoice) Has(all []Column, id string) bool { return slices.Contains(c.IDs(all), id) }

// Toggle shows a column, as the last one, or hides it; the number stays.
func (c ColumnChoice) Toggle(all []Column, id string) ColumnChoice {
	ids := c.IDs(all)
	if i := slices.Index(ids, id); i < 0 {
		ids = append(ids, id)
	} else if id != NumberColumn {
		ids = slices.Delete(ids, i, i+1)
	}
	return ColumnChoice{Shown: ids, Widths: c.Widths}
}

// Move puts a column by places to the left (negative) or to the right; it stops at the ends.
func (c ColumnChoice) Move(all []Column, id string, by int) ColumnChoice {
	ids := c.IDs(all)
	i := slices.Index(ids, id)
	if i < 0 {
		return c
	}
	ids = slices.Delete(ids, i, i+1)
	ids = slices.Insert(ids, min(max(i+by, 0), len(ids)), id)
	return ColumnChoice{Shown: ids, Widths: c.Widths}
}

// Resize sets a column's width, not below its head's and not beyond what the other columns leave of the list's width (all in
// characters): a drag never pushes another column out.
func (c ColumnChoice) Resize(all []Column, id string, to, width, gap float32) ColumnChoice {
	shown, _ := Fit(c.Arrange(all), width, gap)
	room := width
	for _, x := range shown {
		room -= gap
		if x.ID == id {
			to = max(to, headWidth(x))
			continue
		}
		room -= x.Min
	}
	widths := map[string]float32{}
	for k, w := range c.Widths {
		widths[k] = w
	}
	widths[id] = min(to, room)
	return ColumnChoice{Shown: c.Shown, Widths: widths}
}
