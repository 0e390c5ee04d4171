package model

import (
	"math"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/reception"
)

// MaterialForm is one line of the materials checklist as typed.
type MaterialForm struct {
	Name     string              `json:"name"`
	Copies   string              `json:"copies,omitempty"`
	Pages    string              `json:"pages,omitempty"`
	Original bool                `json:"original,omitempty"`
	State    cases.MaterialState `json:"state"`
	Fault    string              `json:"fault,omitempty"`
}

// Basis is the article that asks for the material, "" for one the clerk named.
func (m *MaterialForm) Basis() string { return reception.Basis(m.Name) }

// ReceiveAll marks every material that nothing was said of as received.
func (in *Intake) ReceiveAll() {
	for i := range in.Said.Materials {
		if m := &in.Said.Materials[i]; m.State == "" {
			m.State = cases.MaterialReceived
		}
	}
}

// materialStates names where a material stands, read only.
var materialStates = []named[cases.MaterialState]{
	{cases.MaterialReceived, "已收"}, {cases.MaterialMissing, "需补交"}, {cases.MaterialFaulty, "需补正"},
	{cases.MaterialSupplied, "已补正"}, {cases.MaterialIrrelevant, "不适用"},
}

// MaterialStates lists the states in the order of the checklist.
func MaterialStates() []cases.MaterialState { return codesIn(materialStates) }

// MaterialStateLabel is the Chinese name of a state.
func MaterialStateLabel(s cases.MaterialState) string { return labelOf(materialStates, s) }

// PartyID names a party's field in the map of what is wrong: its role, its place and the field.
func PartyID(r cases.Role, place int, field string) string {
	return string(r) + "." + strconv.Itoa(place) + "." + field
}

// Case builds the case with its first acts; the map holds a sentence for every field that is missing or unreadable, and
// the case is nil then.
func (in *Intake) Case(today calendar.Date) (*cases.Case, map[string]string) {
	bad := map[string]string{}
	c := in.facts(today, bad)
	c.Acts = in.acts(today, bad)
	if len(bad) > 0 {
		return nil, bad
	}
	return c, nil
}

// facts is the case without its acts.
func (in *Intake) facts(today calendar.Date, bad map[string]string) *cases.Case {
	c := &cases.Case{Kind: in.Kind, Number: strings.TrimSpace(in.Number), Subject: strings.TrimSpace(in.Subject),
		Class:   cases.Classification{Category: strings.TrimSpace(in.Category), Matter: strings.TrimSpace(in.Matter)},
		Handler: strings.Join(names(in.Handler), "、")}
	if c.Number == "" {
		bad["number"] = "请填写案号；设置中填好案号字头后会自动编号"
	}
	if c.Subject == "" {
		bad["subject"] = "请填写" + subjectTitle(in.Kind)
	}
	in.parties(c, today, bad)
	if in.Kind == cases.Litigation {
		c.Suit = &cases.Suit{Court: strings.TrimSpace(in.Court), CourtNumber: strings.TrimSpace(in.CourtNumber),
			Related: strings.TrimSpace(in.Related)}
		if in.Executes() {
			enforced(c)
		} else {
			c.Suit.Instance, c.Suit.Source, c.Suit.SuitDetail = in.Instance, in.Source, in.Suit.detail(bad)
		}
		if c.Suit.Court == "" && in.Opening != procedure.EnforcementUrged { // the court is not yet chosen when the party is urged
			bad["court"] = "请填写" + in.CourtLabel()
		}
		return c
	}
	c.Particulars = in.particulars(today, bad)
	return c
}

// parties collects those with a name, in the order of the roles; a card left empty is left out.
func (in *Intake) parties(c *cases.Case, today calendar.Date, bad map[string]string) {
	for _, r := range []cases.Role{cases.Applicant, cases.Respondent, cases.ThirdParty, cases.Agent, cases.RepresentativeRole} {
		for i, p := range in.Of(r) {
			switch {
			case strings.TrimSpace(p.Name) != "":
				c.Parties = append(c.Parties, p.party(today, bad, string(r)+"."+strconv.Itoa(i)))
			case !p.blank():
				bad[PartyID(r, i, "name")] = "请填写姓名或者名称；不需要的请删除这一行"
			case i == 0 && (r == cases.Applicant || r == cases.Respondent) && len(in.Names(r)) == 0:
				bad[PartyID(r, 0, "name")] = "请填写" + in.RoleLabel(r)
			}
		}
		if must := r == cases.Applicant || r == cases.Respondent; must && len(in.Of(r)) == 0 {
			bad[string(r)] = "请添加" + in.RoleLabel(r)
		}
	}
}

// readDay reads a date that may not lie ahead; bad gets what is wrong.
func readDay(text string, today calendar.Date, bad map[string]string, id, label string) calendar.Date {
	d, err := ReadDate(text, today)
	switch {
	case err != nil:
		bad[id] = err.Error()
	case d > today:
		bad[id] = label + "晚于今天，请核对"
	}
	return d
}

// particulars are what the application says; nil where it says nothing.
func (in *Intake) particulars(today calendar.Date, bad map[string]string) *cases.Particulars {
	s := in.Said
	p := cases.Particulars{Requests: strings.TrimSpace(s.Requests), Reasons: strings.TrimSpace(s.Reasons),
		ActName: strings.TrimSpace(s.ActName), ActNumber: strings.TrimSpace(s.ActNumber),
		ActDate: readDay(s.ActDate, today, bad, "act_date", "行政行为的日期"), Known: readDay(s.Known, today, bad, "known", "知道之日"),
		NotTold: s.NotTold, Estate: s.Estate, Delay: strings.TrimSpace(s.Delay),
		Prerequisite: s.Prerequisite, Basis: strings.TrimSpace(s.Basis), Review: strings.TrimSpace(s.Review),
		Stay: s.Stay, Hearing: s.Hearing, Mediation: s.Mediation,
		Compensation: money(s.Compensation, bad, "compensation"), Amount: money(s.Amount, bad, "amount")}
	if in.datedBefore() {
		p.Posted = readDay(in.Posted, today, bad, "posted", "交邮或者提交日期")
	}
	for _, m := range s.Materials {
		p.Materials = append(p.Materials, cases.Material{Name: m.Name, Copies: wholeNumber(m.Copies), Pages: wholeNumber(m.Pages),
			Original: m.Original, State: m.State, Fault: strings.TrimSpace(m.Fault)})
	}
	if in.c != nil && in.c.Particulars != nil {
		p.Issues, p.Proposal = in.c.Particulars.Issues, in.c.Particulars.Proposal
	}
	return &p
}

// datedBefore reports whether the channel has a day of filing before the day of receipt.
func (in *Intake) datedBefore() bool {
	return in.Channel == procedure.ByPost || in.Channel == procedure.Online || in.Channel == procedure.ViaPenalizer
}

// wholeNumber reads a small number; what is none counts as not told.
func wholeNumber(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// money reads yuan as typed, 12,345.6 or 1.2万, into fen.
func money(text string, bad map[string]string, id string) int64 {
	t := strings.NewReplacer(",", "", "，", "", "元", "", " ", "", "￥", "", "¥", "").Replace(strings.TrimSpace(text))
	if t == "" {
		return 0
	}
	unit := 100.0
	if rest, ok := strings.CutSuffix(t, "万"); ok {
		t, unit = rest, 1e6
	}
	v, err := strconv.ParseFloat(t, 64)
	if err != nil || v < 0 || v > 1e12 {
		bad[id] = "请填写金额，如 12345.60 或者 1.2万"
		return 0
	}
	return int64(math.Round(v * unit))
}

// Yuan is fen as clerks write them: 12,345.60; "" for none.
func Yuan(fen int64) string {
	if fen == 0 {
		return ""
	}
	text := Thousands(int(fen / 100))
	if c := fen % 100; c != 0 {
		text += "." + strconv.Itoa(int(c/10)) + strconv.Itoa(int(c%10))
	}
	return text
}

// acts are the receipt, and before it that of the penalty organ.
func (in *Intake) acts(today calendar.Date, bad map[string]string) []procedure.Act {
	on := in.received(today, bad)
	first := procedure.Act{Kind: procedure.Receipt, On: on, Paper: strings.TrimSpace(in.Paper)}
	if in.Kind == cases.Litigation {
		first.Kind = procedure.SuitReceived
		if in.Executes() {
			first.Kind = in.Opening
			if day := in.lapsed(today, bad); !day.IsZero() {
				first.Detail = &procedure.Detail{Until: day}
			}
		}
		return []procedure.Act{first}
	}
	d := procedure.Detail{Means: in.Channel}
	if in.datedBefore() {
		d.Posted = readDay(in.Posted, today, bad, "posted", "交邮或者提交日期")
		if d.Posted > on && bad["received"] == "" && bad["posted"] == "" {
			bad["posted"] = "不能晚于收件日期，请核对"
		}
	}
	d.Filing = in.filing(today, bad)
	first.Detail = &d
	var out []procedure.Act
	switch in.Channel {
	case procedure.Online:
		if clock := strings.TrimSpace(in.Clock); clock != "" {
			first.Note = "提交时间" + clock
		}
	case procedure.ViaPenalizer:
		if f := readDay(in.Forwarded, today, bad, "forwarded", "转送日期"); !f.IsZero() {
			first.Note = "处罚机关于" + f.String() + "转送"
		}
		if !d.Posted.IsZero() {
			there := procedure.Act{Kind: procedure.PenaltyReceipt, On: d.Posted}
			if to := strings.TrimSpace(in.PenaltyOrgan); to != "" {
				there.Detail = &procedure.Detail{To: to}
			}
			out = append(out, there)
		}
	}
	return append(out, first)
}

// filing is what decides whether the application came in time; nil where nothing was told.
func (in *Intake) filing(today calendar.Date, bad map[string]string) *procedure.Filing {
	s := in.Said
	f := procedure.Filing{Known: readDay(s.Known, today, bad, "known", "知道之日"), Made: readDay(s.ActDate, today, bad, "act_date", "行政行为的日期"),
		Untold: s.NotTold, Estate: s.Estate, Prior: s.Prior,
		LostFrom: readDay(s.LostFrom, today, bad, "lost", "耽误的起日"), LostTo: readDay(s.LostTo, today, bad, "lost", "耽误的止日")}
	if f.LostFrom.IsZero() != f.LostTo.IsZero() || f.LostTo < f.LostFrom {
		bad["lost"] = "请填写耽误的起止日期，止日不早于起日"
	}
	if f == (procedure.Filing{}) {
		return nil
	}
	return &f
}

func (in *Intake) received(today calendar.Date, bad map[string]string) calendar.Date {
	on, err := ReadDate(in.Received, today)
	switch {
	case err != nil:
		bad["received"] = err.Error()
	case on.IsZero():
		bad["received"] = "请填写" + in.ReceivedLabel()
	case on > today:
		bad["received"] = in.ReceivedLabel() + "晚于今天，请核对"
	}
	return on
}
