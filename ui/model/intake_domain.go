package model

import (
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Pasted reads a block copied from a table or a chat: a row per party, its cells told apart by what they look like.
func Pasted(text string, r cases.Role) []*PartyForm {
	var out []*PartyForm
	for _, line := range strings.Split(strings.ReplaceAll(text, "\r", ""), "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) == 1 {
			for _, n := range names(line) {
				out = append(out, &PartyForm{Party: cases.Party{Role: r, Name: n}})
			}
			continue
		}
		p := &PartyForm{Party: cases.Party{Role: r}}
		for _, c := range cells {
			p.cell(strings.TrimSpace(c))
		}
		if p.Name != "" {
			out = append(out, p)
		}
	}
	for _, p := range out {
		p.guess()
	}
	return out
}

func (p *PartyForm) cell(text string) {
	digits := strings.Trim(text, "0123456789Xx") == ""
	switch {
	case text == "":
	case digits && len(text) == 11:
		p.Phone = text
	case digits && len(text) >= 15:
		p.IDNumber = text
	case p.Name == "" && !digits:
		p.Name = text
	case !digits:
		p.Address = text
	}
}

// AddPasted adds parties of a role, after the cards that are still empty were taken away.
func (in *Intake) AddPasted(r cases.Role, list []*PartyForm) {
	for _, p := range in.Of(r) {
		if p.blank() {
			in.Remove(p)
		}
	}
	in.Parties = append(in.Parties, list...)
}

func (in *Intake) numbers(IntakeContext, map[string]string) {}

func (in *Intake) jurisdiction(IntakeContext) []Hint { return nil }

func (in *Intake) prerequisite(IntakeContext) []Hint { return nil }

func (in *Intake) representatives(IntakeContext) []Hint { return nil }

func (in *Intake) conditions(*cases.Case, IntakeContext) []Hint { return nil }

// FillMaterials lists the materials that belong to the application as it stands, those ticked already stay as they are.
func (in *Intake) FillMaterials(IntakeContext) {}

// Derive fills in what the numbers tell: sex and day of birth of a person, the kind of a party from its name. It gives the
// parties that changed; what the clerk typed stays.
func (in *Intake) Derive(today calendar.Date) []*PartyForm {
	var out []*PartyForm
	for _, p := range in.Parties {
		if p.guess() {
			out = append(out, p)
		}
	}
	return out
}

// Prerequisites lists the kinds of 复议前置 by their codes.
func Prerequisites() []string { return nil }

// PrerequisiteLabel is the Chinese name of a kind.
func PrerequisiteLabel(code string) string { return code }

// OtherPrerequisite is the kind that a law or administrative regulation of its own sets.
func OtherPrerequisite() string { return "other" }
