package litigation

import (
	"fmt"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
)

// List is the register as a list: the suits of a scope received in its period, with their links and what became of the dispute.
func (r *Register) List(s Scope) *analysis.List {
	l := &analysis.List{ID: "suits", Title: "应诉登记", Kind: cases.Litigation, Period: forms.Period{From: s.From, To: s.To, AsOf: r.AsOf}, Notes: scopeNotes(s)}
	columns := registerColumns()
	for _, c := range columns {
		l.Columns = append(l.Columns, analysis.ListColumn{Label: c.label, Width: c.width, Date: c.day != nil})
	}
	for i, x := range r.Received(s) {
		e := registered{r, x, r.DisputeOf(x), i + 1}
		row := analysis.ListRow{ID: x.ID}
		for _, c := range columns {
			if c.day != nil {
				row.Cells = append(row.Cells, analysis.ListCell{Day: c.day(&e)})
			} else {
				row.Cells = append(row.Cells, analysis.ListCell{Text: c.text(&e)})
			}
		}
		l.Rows = append(l.Rows, row)
	}
	return l
}

// registered is one suit of the list.
type registered struct {
	r       *Register
	suit    *Suit
	dispute *Dispute
	n       int
}

type registerColumn struct {
	label string
	width int
	text  func(*registered) string
	day   func(*registered) calendar.Date
}

func registerColumns() []registerColumn {
	text := func(label string, width int, f func(*registered) string) registerColumn {
		return registerColumn{label: label, width: width, text: f}
	}
	day := func(label string, f func(*registered) calendar.Date) registerColumn {
		return registerColumn{label: label, width: 12, day: f}
	}
	return []registerColumn{
		text("序号", 6, func(e *registered) string { return fmt.Sprint(e.n) }),
		text("案号", 24, func(e *registered) string { return e.suit.Number }),
		day("收案日期", func(e *registered) calendar.Date { return e.suit.Received }),
		text("法院", 24, func(e *registered) string { return e.suit.Court }),
		text("法院案号", 24, func(e *registered) string { return e.suit.CourtNumber }),
		text("审级", 7, func(e *registered) string { return e.suit.Instance.Label() }),
		text("诉讼种类", 12, func(e *registered) string { return e.suit.Type.Label() }),
		text("来源", 12, func(e *registered) string { return e.suit.Source.Label() }),
		text("原告", 16, func(e *registered) string { return e.suit.Plaintiffs }),
		text("原告类别", 14, func(e *registered) string { return e.suit.PlaintiffKinds() }),
		text("被告和身份", 36, func(e *registered) string { return e.suit.Sued() }),
		text("第三人", 16, func(e *registered) string { return strings.Join(e.suit.ThirdParties, "、") }),
		text("案由", 28, func(e *registered) string { return e.suit.Subject }),
		text("赔偿请求（元）", 14, func(e *registered) string { return e.suit.ClaimedText() }),
		text("承办人", 10, func(e *registered) string { return e.suit.Handler }),
		text("状态", 10, func(e *registered) string { return e.suit.State.Label() }),
		day("裁判日期", func(e *registered) calendar.Date { return e.suit.Concluded }),
		text("裁判结果", 30, func(e *registered) string { return e.suit.Verdict() }),
		text("败诉的被告", 22, func(e *registered) string { return losers(e.suit) }),
		text("判赔金额（元）", 14, func(e *registered) string { return e.suit.AwardedText() }),
		text("复议决定被法院", 18, func(e *registered) string { return e.r.DecisionResult(e.suit) }),
		text("关联复议案号", 24, func(e *registered) string { return e.suit.Related }),
		text("前一审级案号", 24, func(e *registered) string {
			if b := e.r.Before(e.suit); b != nil {
				return b.Number
			}
			return e.suit.Earlier
		}),
		day("争议生效日期", func(e *registered) calendar.Date { return e.dispute.Final }),
		text("生效结果", 12, func(e *registered) string {
			switch {
			case e.dispute.Final.IsZero():
				return ""
			case e.dispute.Lost(""):
				return "败诉"
			}
			return "未败诉"
		}),
	}
}

// Sued names the defendants with their capacity (被告身份) where it is known.
func (x *Suit) Sued() string {
	out := make([]string, len(x.Organs))
	for i, name := range x.Organs {
		out[i] = name
		if c := x.Capacities[i].Label(); c != "" {
			out[i] += "（" + c + "）"
		}
	}
	return strings.Join(out, "、")
}

// Participants are who else stands in the register of a suit, and what money it is about.
type Participants struct {
	// Kinds counts the plaintiffs by kind (原告类别): 公民, 法人, 其他组织.
	Kinds map[cases.PartyGroup]int
	// ThirdParties are their names (第三人).
	ThirdParties []string
	// Claimed is the compensation asked for (赔偿请求), Awarded that of the judgment (判决赔偿), both in fen, 0 for none.
	Claimed, Awarded int64
}

// participants takes from a case what the register shows beside plaintiffs and defendants.
func participants(c *cases.Case) Participants {
	out := Participants{ThirdParties: c.Names(cases.ThirdParty), Kinds: map[cases.PartyGroup]int{}}
	if c.Suit != nil {
		out.Claimed, out.Awarded = c.Suit.Claimed, c.Suit.Awarded
	}
	for i := range c.Parties {
		if p := &c.Parties[i]; p.Role == cases.Applicant {
			out.Kinds[p.Group()]++
		}
	}
	return out
}

// PlaintiffKinds words the kinds of the plaintiffs: 公民2、法人1.
func (p *Participants) PlaintiffKinds() string {
	var out []string
	for _, g := range cases.PartyGroups() {
		if n := p.Kinds[g]; n > 0 {
			out = append(out, fmt.Sprintf("%s%d", g.Label(), n))
		}
	}
	return strings.Join(out, "、")
}

// ClaimedText is the compensation asked for in yuan, "" for none.
func (x *Suit) ClaimedText() string { return yuan(x.Claimed) }

// AwardedText words the compensation awarded: the amount, or that the judgment orders compensation or a remedy (XS-76, 78) of an amount
// that was not recorded.
func (x *Suit) AwardedText() string {
	for _, v := range x.Verdicts {
		if v.Outcome == procedure.Damages && x.Awarded == 0 {
			return "有，金额未登记"
		}
	}
	return yuan(x.Awarded)
}

// yuan words an amount in fen, "" for none.
func yuan(fen int64) string {
	if fen == 0 {
		return ""
	}
	return strings.TrimSuffix(fmt.Sprintf("%d.%02d", fen/100, fen%100), ".00")
}
