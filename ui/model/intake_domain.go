package model

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/identity"
	"fuyi/cases/procedure"
	"fuyi/cases/reception"
)

// Pasted reads a block copied from a table or a chat: a card for each party it names.
func Pasted(text string, r cases.Role) []*PartyForm {
	var out []*PartyForm
	for _, x := range reception.SplitNames(text) {
		p := &PartyForm{Party: cases.Party{Role: r, Name: x.Name, IDNumber: x.IDNumber, Phone: x.Phone, Address: x.Address}}
		p.Sex = x.Sex
		p.guess()
		out = append(out, p)
	}
	return out
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

// numbers looks at identity numbers and phones; what does not fit is said below the field and never blocks.
func (in *Intake) numbers(x IntakeContext, warnings map[string]string) {
	place := map[cases.Role]int{}
	for _, p := range in.Parties {
		at := place[p.Role]
		place[p.Role]++
		if r := identity.Check(p.IDKind, p.Organisation, p.IDNumber, x.Today); r.Warning != "" {
			warnings[PartyID(p.Role, at, "id")] = r.Warning
		}
		if _, warning := identity.Phone(p.Phone); warning != "" {
			warnings[PartyID(p.Role, at, "phone")] = warning
		}
		if born, err := ReadDate(p.BornText, x.Today); err == nil && !born.IsZero() && p.Kind == cases.Citizen && identity.Age(born, x.Today) < identity.Adult {
			warnings[PartyID(p.Role, at, "name")] = "未满十八周岁，一般应由法定代理人代为申请（《行政复议法》第14条）。"
		}
	}
}

// hintOf is a hint of package reception as the page shows it.
func hintOf(h reception.Hint) Hint {
	tone := map[reception.Answer]Tone{reception.Yes: Finished, reception.No: Late, reception.Unknown: Calm}[h.Answer]
	return Hint{Tone: tone, Title: h.Title, Text: h.Text, Basis: h.Basis}
}

func (in *Intake) forums(x IntakeContext) []reception.Hint {
	return reception.Jurisdiction(in.respondents(x), x.Settings.Organ, in.day(x))
}

func (in *Intake) jurisdiction(x IntakeContext) []Hint {
	var out []Hint
	for _, h := range in.forums(x) {
		out = append(out, hintOf(h))
	}
	return out
}

func (in *Intake) prerequisite(x IntakeContext) []Hint {
	h, ok := reception.PrerequisiteHint(in.Said.Prerequisite, []string{in.Matter, in.Subject, in.Said.ActName, in.Said.Requests}, in.day(x))
	if !ok {
		return nil
	}
	out := hintOf(h)
	if out.Tone = Near; in.Said.Prerequisite == OtherPrerequisite() && strings.TrimSpace(in.Said.Basis) == "" {
		out.Tone, out.Text = Soon, "请写明依据的法律或者行政法规，地方性法规不能规定复议前置。"+out.Text
	}
	return []Hint{out}
}

func (in *Intake) representatives(x IntakeContext) []Hint {
	h, ok := reception.Representatives(len(in.Names(cases.Applicant)), len(in.Names(cases.RepresentativeRole)), in.day(x), in.Kind == cases.Litigation)
	if !ok {
		return nil
	}
	out := hintOf(h)
	if h.Answer == reception.No {
		out.Tone = Soon
	}
	return []Hint{out}
}

// conditions are those of acceptance as far as the page answers them.
func (in *Intake) conditions(c *cases.Case, x IntakeContext) []Hint {
	late := false
	for _, h := range timely(c.Acts, x) {
		late = late || h.Tone == Late
	}
	again := in.repeated || in.Said.Prior == procedure.PriorDecided || in.Said.Prior == procedure.PriorSued || in.Said.Prior == procedure.PriorWithdrawn
	var out []Hint
	for _, h := range reception.Conditions(c, in.forums(x), late, again) {
		out = append(out, hintOf(h))
	}
	return out
}

// Repeated notes whether a case of the same applicant about the same act was found.
func (in *Intake) Repeated(alike []cases.SimilarCase) {
	in.repeated = slices.ContainsFunc(alike, func(s cases.SimilarCase) bool { return s.Same })
}

// NumberTaken asks the office whether the number typed is used already, and gives its key then, "" if it is free. It touches no state and
// may run off the window's thread.
func NumberTaken(ctx context.Context, o cases.Reader, k cases.Kind, number string) (string, error) {
	key := cases.NumberKey(number)
	c, err := o.CaseByNumber(ctx, number)
	switch kind := cases.KindOf(err); {
	case err == nil && c.Kind == k && cases.NumberKey(c.Number) == key:
		return key, nil
	case err == nil, kind == cases.NotFound, kind == cases.Conflict, kind == cases.Invalid:
		// A fragment that fits several cases, or none, is no number of a case.
		return "", nil
	}
	return "", err
}

// Taken enters what the office said of the number.
func (in *Intake) Taken(key string) { in.taken = key }

// FillMaterials lists the materials that belong to the application as it stands, those ticked already stay as they are.
func (in *Intake) FillMaterials(x IntakeContext) {
	c := in.facts(x.Today, map[string]string{})
	c.Acts = in.acts(x.Today, map[string]string{})
	var before []cases.Material
	if c.Particulars != nil {
		before = c.Particulars.Materials
	}
	var out []MaterialForm
	for _, m := range reception.Materials(c, before) {
		out = append(out, MaterialForm{Name: m.Name, Copies: countText(m.Copies), Pages: countText(m.Pages), Original: m.Original, State: m.State, Fault: m.Fault})
	}
	in.Said.Materials = out
}

func countText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Derive fills in what the numbers tell: sex and day of birth of a person, the kind of a party from its name or its credit
// code. It gives the parties that changed; what the clerk typed stays.
func (in *Intake) Derive(today calendar.Date) []*PartyForm {
	var out []*PartyForm
	for _, p := range in.Parties {
		changed := p.guess()
		if p.derive(today) || changed {
			out = append(out, p)
		}
	}
	return out
}

// derive reads the number of a party once.
func (p *PartyForm) derive(today calendar.Date) bool {
	if p.IDNumber == p.Filled || strings.TrimSpace(p.IDNumber) == "" {
		return false
	}
	before := identity.Check(p.IDKind, p.Organisation, p.Filled, today)
	r := identity.Check(p.IDKind, p.Organisation, p.IDNumber, today)
	if r.Warning != "" && r.Born.IsZero() {
		return false
	}
	p.Filled = p.IDNumber
	changed := false
	if r.Sex != "" && (p.Sex == "" || p.Sex == before.Sex) && p.Sex != r.Sex {
		p.Sex, changed = r.Sex, true
	}
	if born := r.Born.String(); !r.Born.IsZero() && (p.BornText == "" || p.BornText == before.Born.String()) && p.BornText != born {
		p.BornText, p.Born, changed = born, r.Born, true
	}
	if r.Party != "" && !p.Chosen && p.Kind != r.Party && p.Role != cases.Respondent && kindOf(r.Party).organisation == p.Organisation {
		p.Kind, p.Chosen, changed = r.Party, true, true // the number tells more than the name
	}
	return changed
}

// Prerequisites lists the kinds of 复议前置 by their codes.
func Prerequisites() []string {
	var out []string
	for _, p := range reception.Prerequisites() {
		out = append(out, p.Code)
	}
	return out
}

// PrerequisiteLabel is the Chinese name of a kind.
func PrerequisiteLabel(code string) string {
	for _, p := range reception.Prerequisites() {
		if p.Code == code {
			return p.Label
		}
	}
	return code
}

// OtherPrerequisite is the kind that a law or administrative regulation of its own sets.
func OtherPrerequisite() string { return reception.OtherStatute }

// Faults are the materials of a case that must be supplied, one sentence each; they become the notice (补正通知).
func Faults(c *cases.Case) []string { return reception.Faults(c) }

// supplementNote is what must be supplied as the text of the act 补正通知, "" if nothing is missing.
func supplementNote(c *cases.Case) string {
	var out []string
	for i, s := range Faults(c) {
		out = append(out, fmt.Sprintf("%d.%s", i+1, s))
	}
	return strings.Join(out, "；")
}

// ReceiptLetter is the receipt for what was handed in (收件回执), dated on the day of receipt.
func ReceiptLetter(c *cases.Case, set cases.Settings, today calendar.Date) cases.Letter {
	for _, a := range c.Acts {
		if a.Kind == procedure.Receipt {
			today = a.On
		}
	}
	return reception.Receipt(c, set, today)
}

// SupplementLetter is the supplement notice (补正通知书) issued on a day.
func SupplementLetter(c *cases.Case, set cases.Settings, today calendar.Date) cases.Letter {
	return reception.Supplement(c, set, today)
}

// CaseLetter is a letter that follows from what is known of a case.
type CaseLetter struct {
	Name    string
	Compose func(*cases.Case, cases.Settings, calendar.Date) cases.Letter
}

// Letters lists the letters that a case gives rise to: the receipt where materials were taken in, the supplement notice where some
// are missing.
func Letters(c *cases.Case) []CaseLetter {
	var out []CaseLetter
	if c.Kind != cases.Reconsideration || c.Particulars == nil || len(c.Particulars.Materials) == 0 {
		return nil
	}
	out = append(out, CaseLetter{"收件回执", ReceiptLetter})
	if len(Faults(c)) > 0 {
		out = append(out, CaseLetter{"补正通知书", SupplementLetter})
	}
	return out
}

// FileName is a text as the name of a file on every system.
func FileName(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`\/:*?"<>|`, r) || r < ' ' {
			return '_'
		}
		return r
	}, text)
}
