package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// NewRevision is the same page for a case that is registered (修改案件信息): everything but its acts can be changed.
func NewRevision(c *cases.Case) *Intake {
	in := &Intake{c: c, Kind: c.Kind, Number: c.Number, Subject: c.Subject, Category: c.Class.Category, Matter: c.Class.Matter, Handler: c.Handler}
	for _, p := range c.Parties {
		f := &PartyForm{Party: p, Chosen: p.Kind != ""}
		if f.Kind == "" {
			f.Kind = defaultKind(p)
		}
		if !p.Born.IsZero() {
			f.BornText = p.Born.String()
		}
		in.Parties = append(in.Parties, f)
	}
	if s := c.Suit; s != nil {
		in.Court, in.CourtNumber, in.Instance, in.Source, in.Related = s.Court, s.CourtNumber, s.Instance, s.Source, s.Related
		in.Suit = suitFormOf(s)
	}
	if p := c.Particulars; p != nil {
		in.Said = saidOf(p)
		in.Posted = dated(p.Posted)
	}
	in.readReceipt(c.Acts)
	return in
}

func defaultKind(p cases.Party) cases.PartyKind {
	switch {
	case p.Role == cases.Respondent:
		return cases.Organ
	case p.Role != cases.Applicant && p.Role != cases.ThirdParty:
		return ""
	case p.Organisation:
		return cases.LegalPerson
	}
	return cases.Citizen
}

func dated(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func saidOf(p *cases.Particulars) Said {
	s := Said{ActName: p.ActName, ActNumber: p.ActNumber, ActDate: dated(p.ActDate), Known: dated(p.Known), NotTold: p.NotTold, Estate: p.Estate,
		Delay: p.Delay, Requests: p.Requests, Reasons: p.Reasons, Prerequisite: p.Prerequisite, Basis: p.Basis,
		Compensation: Yuan(p.Compensation), Amount: Yuan(p.Amount), Review: p.Review, Stay: p.Stay, Hearing: p.Hearing, Mediation: p.Mediation}
	for _, m := range p.Materials {
		f := MaterialForm{Name: m.Name, Original: m.Original, State: m.State, Fault: m.Fault}
		if m.Copies > 0 {
			f.Copies = strconv.Itoa(m.Copies)
		}
		if m.Pages > 0 {
			f.Pages = strconv.Itoa(m.Pages)
		}
		s.Materials = append(s.Materials, f)
	}
	return s
}

// readReceipt shows what the receipt says; it is corrected there (更正录入), not here.
func (in *Intake) readReceipt(acts []procedure.Act) {
	for _, a := range acts {
		if a.Kind != procedure.Receipt && !procedure.Begins(a.Kind, true) {
			continue
		}
		if in.Kind == cases.Litigation && in.Opening == "" {
			in.Opening = a.Kind
		}
		in.Received, in.Paper = a.On.String(), a.Paper
		if a.Detail != nil {
			in.Channel = a.Detail.Means
			if !a.Detail.Posted.IsZero() {
				in.Posted = a.Detail.Posted.String()
			}
		}
	}
}

// Revising is the case whose facts are changed, nil for a registration.
func (in *Intake) Revising() *cases.Case { return in.c }

// Revised is the case with the facts as typed; the map tells what is missing or unreadable, and the case is nil then.
func (in *Intake) Revised(today calendar.Date) (*cases.Case, map[string]string) {
	bad := map[string]string{}
	c := in.facts(today, bad)
	if len(bad) > 0 {
		return nil, bad
	}
	c.ID, c.Acts, c.Notes = in.c.ID, in.c.Acts, in.c.Notes
	if in.c.Particulars == nil && c.Particulars != nil && blankParticulars(c.Particulars) {
		c.Particulars = nil
	}
	if in.c.Particulars != nil && c.Particulars != nil {
		// The day of filing belongs to the receipt, which stays.
		c.Particulars.Posted = in.c.Particulars.Posted
	}
	for i := range c.Parties {
		// A kind that was only guessed for the page is not a fact.
		if i < len(in.c.Parties) && in.c.Parties[i].Kind == "" && c.Parties[i].Kind == defaultKind(in.c.Parties[i]) {
			c.Parties[i].Kind = ""
		}
	}
	return c, nil
}

func blankParticulars(p *cases.Particulars) bool {
	return p.Requests+p.Reasons+p.ActName+p.ActNumber+p.Delay+p.Prerequisite+p.Basis+p.Review+p.Proposal == "" && p.ActDate.IsZero() &&
		p.Known.IsZero() && !p.NotTold && !p.Estate && !p.Stay && !p.Hearing && !p.Mediation && p.Compensation == 0 && p.Amount == 0 &&
		len(p.Materials) == 0 && len(p.Issues) == 0
}

// FactChanges lists what differs between two states of a case's facts, label by label, for the clerk to see before saving.
func FactChanges(before, after *cases.Case) []Change {
	a, b := factLines(before), factLines(after)
	var out []Change
	seen := map[string]bool{}
	for _, l := range slices.Concat(a, b) {
		if seen[l[0]] {
			continue
		}
		seen[l[0]] = true
		if x, y := lineOf(a, l[0]), lineOf(b, l[0]); x != y {
			out = append(out, Change{l[0], x, y})
		}
	}
	return out
}

func lineOf(lines [][2]string, label string) string {
	for _, l := range lines {
		if l[0] == label {
			return l[1]
		}
	}
	return ""
}

// factLines are the facts of a case as labelled values; empty ones are left out.
func factLines(c *cases.Case) [][2]string {
	var out [][2]string
	add := func(label, value string) {
		if value != "" {
			out = append(out, [2]string{label, value})
		}
	}
	add("案号", c.Number)
	n := map[cases.Role]int{}
	for _, p := range c.Parties {
		n[p.Role]++
		add(fmt.Sprintf("%s%d", c.RoleLabel(p.Role), n[p.Role]), partyLine(p))
	}
	add(subjectTitle(c.Kind), c.Subject)
	add("管理类别", c.Class.Category)
	add(matterTitle(c.Kind, c.Enforcement()), c.Class.Matter)
	add("承办人", c.Handler)
	for _, x := range courtFacts(c) {
		add(x[0], x[1])
	}
	if p := c.Particulars; p != nil {
		particularLines(p, add)
	}
	return out
}

func particularLines(p *cases.Particulars, add func(label, value string)) {
	yes := func(on bool) string { return map[bool]string{true: "是"}[on] }
	add("文书名称", p.ActName)
	add("被诉文书文号", p.ActNumber)
	add("文书日期", dated(p.ActDate))
	add("知道之日", dated(p.Known))
	add("未告知权利", yes(p.NotTold))
	add("涉及不动产", yes(p.Estate))
	add("逾期理由", p.Delay)
	add("复议请求", p.Requests)
	add("事实和理由", p.Reasons)
	add("复议前置", p.Prerequisite+p.Basis)
	add("赔偿请求", Yuan(p.Compensation))
	add("涉案金额", Yuan(p.Amount))
	add("附带审查", p.Review)
	add("申请停止执行", yes(p.Stay))
	add("申请听证", yes(p.Hearing))
	add("愿意调解", yes(p.Mediation))
	for _, m := range p.Materials {
		text := MaterialStateLabel(m.State)
		if m.Copies > 0 {
			text += fmt.Sprintf("，%d份", m.Copies)
		}
		if m.Pages > 0 {
			text += fmt.Sprintf("，%d页", m.Pages)
		}
		if m.Original {
			text += "，原件"
		}
		if m.Fault != "" {
			text += "，" + m.Fault
		}
		add("材料："+m.Name, text)
	}
}

func partyLine(p cases.Party) string {
	var out []string
	kind := PartyKindLabel(p.Kind)
	if p.Kind == cases.Organ {
		kind = ""
	}
	for _, s := range []string{p.Name, kind, IDKindLabel(p.IDKind), p.IDNumber, p.Sex, dated(p.Born), p.Phone, p.Address, p.Domicile, p.Head, p.HeadPost,
		p.Agency, p.Firm, p.Email} {
		out = appendFilled(out, s)
	}
	if p.For != "" {
		out = append(out, "为"+p.For)
	}
	if p.Special {
		out = append(out, "特别授权")
	}
	if p.Electronic {
		out = append(out, "同意电子送达")
	}
	return strings.Join(out, "，")
}
