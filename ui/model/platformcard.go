package model

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/platform"
	"fuyi/cases/procedure"
)

// PlatformCard is a case as it is typed into the superior's platform (平台抄录卡): one line for each field, ticked while typing.
type PlatformCard struct {
	ID    cases.ID
	Name  string
	lines []cases.PlatformLine
	ticks platform.Ticks
}

// CardLine is one line. Stale is what was typed before the value changed, "" if it was not; Next is true for the first line that
// is not ticked.
type CardLine struct {
	cases.PlatformLine
	Ticked, Next bool
	Stale        string
}

// LoadPlatformCard reads the office's card and what was ticked of a case.
func LoadPlatformCard(ctx context.Context, o cases.PreferenceReader, c *cases.Case, t *procedure.Timeline) (*PlatformCard, error) {
	all, err := platform.LoadCards(ctx, o)
	if err != nil {
		return nil, err
	}
	card, err := platform.CardFor(c.Kind, all)
	if err != nil {
		return nil, err
	}
	ticks, err := platform.LoadTicks(ctx, o, c.ID)
	if err != nil {
		return nil, err
	}
	return &PlatformCard{ID: c.ID, Name: card.Name, lines: platform.Lines(&card, c, t), ticks: ticks}, nil
}

// typed is what of a line is typed.
func typed(l cases.PlatformLine) string { return l.Value + "\x00" + l.Code }

// Lines are the lines in the platform's order.
func (c *PlatformCard) Lines() []CardLine {
	var out []CardLine
	next := false
	for _, l := range c.lines {
		x := CardLine{PlatformLine: l}
		was, ticked := c.ticks[l.Field]
		if x.Ticked = ticked && was == typed(l); ticked && !x.Ticked {
			value, _, _ := strings.Cut(was, "\x00")
			if x.Stale = "抄录后有变动，原来是“" + value + "”。"; value == "" {
				x.Stale = "抄录时还没有内容，请补录。"
			}
		}
		if !x.Ticked && !next {
			x.Next, next = true, true
		}
		out = append(out, x)
	}
	return out
}

// Tick notes that a field was typed in, or takes it back.
func (c *PlatformCard) Tick(field string, on bool) {
	for _, l := range c.lines {
		if l.Field == field && on {
			c.ticks[field] = typed(l)
		}
	}
	if !on {
		delete(c.ticks, field)
	}
}

// Clear takes all ticks back.
func (c *PlatformCard) Clear() { c.ticks = platform.Ticks{} }

// Save keeps the ticks.
func (c *PlatformCard) Save(ctx context.Context, o cases.Preferences) error {
	return c.ticks.Save(ctx, o, c.ID)
}

// Says counts what is done and what is missing.
func (c *PlatformCard) Says() string {
	done, stale := 0, 0
	var missing []string
	for _, l := range c.Lines() {
		switch {
		case l.Ticked:
			done++
		case l.Stale != "":
			stale++
		}
		if l.Value == "" {
			missing = append(missing, l.Label)
		}
	}
	out := fmt.Sprintf("共%d项，已抄录%d项。", len(c.lines), done)
	if stale > 0 {
		out += fmt.Sprintf("%d项抄录后有变动。", stale)
	}
	if len(missing) > 0 {
		out += fmt.Sprintf("本案没有登记的有%d项：%s。", len(missing), strings.Join(missing, "、"))
	}
	return out
}

// CardEditor is the page on which a card is changed.
type CardEditor struct {
	Card cases.PlatformCard
}

// LoadCardEditor begins with the office's card of a kind.
func LoadCardEditor(ctx context.Context, o cases.PreferenceReader, k cases.Kind) (*CardEditor, error) {
	all, err := platform.LoadCards(ctx, o)
	if err != nil {
		return nil, err
	}
	card, err := platform.CardFor(k, all)
	if err != nil {
		return nil, err
	}
	card.Fields = slices.Clone(card.Fields)
	return &CardEditor{card}, nil
}

// Reset returns to the usual card.
func (e *CardEditor) Reset() error {
	card, err := platform.CardFor(e.Card.Kind, nil)
	if err == nil {
		e.Card = card
	}
	return err
}

// Move moves a field by steps; beyond the ends nothing happens.
func (e *CardEditor) Move(i, by int) {
	if j := i + by; j >= 0 && j < len(e.Card.Fields) {
		e.Card.Fields[i], e.Card.Fields[j] = e.Card.Fields[j], e.Card.Fields[i]
	}
}

// Remove leaves a field out.
func (e *CardEditor) Remove(i int) {
	e.Card.Fields = slices.Delete(slices.Clone(e.Card.Fields), i, i+1)
}

// Missing are the fields that the card does not have.
func (e *CardEditor) Missing() (ids, labels []string) {
	for _, f := range platform.Fields(e.Card.Kind) {
		if !slices.ContainsFunc(e.Card.Fields, func(x cases.PlatformField) bool { return x.Field == f.ID }) {
			ids, labels = append(ids, f.ID), append(labels, f.Label)
		}
	}
	return ids, labels
}

// Add puts a field at the end, named as the office calls it.
func (e *CardEditor) Add(id string) {
	for _, f := range platform.Fields(e.Card.Kind) {
		if f.ID == id {
			e.Card.Fields = append(e.Card.Fields, cases.PlatformField{Field: f.ID, Label: f.Label})
		}
	}
}

// OwnName is what the office calls a field.
func (e *CardEditor) OwnName(field string) string {
	for _, f := range platform.Fields(e.Card.Kind) {
		if f.ID == field {
			return f.Label
		}
	}
	return field
}

// CodeText is the table of codes of a field as it is typed: one line for each word, 本单位用词=平台用词 代码.
func CodeText(f *cases.PlatformField) string {
	var lines []string
	for _, k := range f.Codes {
		lines = append(lines, strings.TrimSpace(k.Ours+"="+k.Name+" "+k.Code))
	}
	return strings.Join(lines, "\n")
}

// SetCodes reads a table of codes; a sentence says which line cannot be read, and the card stays as it was.
func (e *CardEditor) SetCodes(i int, text string) string {
	var out []cases.PlatformCode
	for n, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		ours, rest, ok := strings.Cut(strings.ReplaceAll(line, "＝", "="), "=")
		words := strings.Fields(rest)
		if !ok || strings.TrimSpace(ours) == "" || len(words) == 0 || len(words) > 2 {
			return fmt.Sprintf("代码表第%d行没有看懂，请写成“本单位用词=平台用词 代码”，没有代码的不写。", n+1)
		}
		k := cases.PlatformCode{Ours: strings.TrimSpace(ours), Name: words[0]}
		if len(words) == 2 {
			k.Code = words[1]
		}
		out = append(out, k)
	}
	e.Card.Fields[i].Codes = out
	return ""
}
