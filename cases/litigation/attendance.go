package litigation

import (
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// FormulaID names a way to compute how often heads appeared (出庭率口径). No rule of the state defines one.
type FormulaID string

// Formulas.
const (
	PerHeard    FormulaID = "R1"  // ÷ 开庭审理的案件
	PerDue      FormulaID = "R2"  // ÷ 应当出庭的案件
	PerNotified FormulaID = "R3"  // ÷ 法院通知负责人出庭的案件
	PerHearing  FormulaID = "R4"  // 按庭次
	ChiefRate   FormulaID = "R5"  // 正职出庭率
	SpokenRate  FormulaID = "R5b" // 出声率
)

// Formula is one of them with its words.
type Formula struct {
	ID FormulaID `json:"id"`
	// Label is short, Says tells numerator and denominator in Chinese.
	Label string `json:"label"`
	Says  string `json:"says"`

	// perHearing counts hearings instead of suits; of chooses what is counted at all, with what of that counts as attended.
	perHearing bool
	of, with   func(*unit) bool
}

// unit is what a rate counts: the hearings of one suit in the period that concern an organ, or those of one day.
type unit struct {
	suit *Suit
	statistics.Sessions
}

// known are the suits a rate may count: it was entered whether the head came, and no co-defendant's head came by agreement.
func known(u *unit) bool { return u.Attendance().Known() }

func came(u *unit) bool { return u.Attendance() == statistics.Present }

func due(u *unit) bool { return u.Due() }

func notified(u *unit) bool { return known(u) && u.Notified() }

func ranked(r procedure.Rank) func(*unit) bool {
	return func(u *unit) bool { return came(u) && u.Rank() == r }
}

func spoke(u *unit) bool { return u.Spoke() }

// AttendanceNote says what the rates leave out.
const AttendanceNote = "没有登记出庭情况的案件不计入出庭率；按机关计算时，共同被告商定由其他被告的负责人出庭的，也不计入该机关的出庭率。同一审级以前开庭时负责人已经出庭、法院没有再次通知的，以后开庭计为出庭。"

// Formulas lists the formulas in the order of their names.
func Formulas() []Formula {
	return []Formula{
		{PerHeard, "出庭率（开庭）", "负责人出庭的案件÷开庭审理的案件；同一审级多次开庭，一次出庭即计为出庭", false, known, came},
		{PerDue, "出庭率（应出庭）", "负责人出庭的案件÷应当出庭的案件；应当出庭的案件不含未出庭而理由成立的案件", false, due, came},
		{PerNotified, "出庭率（法院通知）", "负责人出庭的案件÷法院通知负责人出庭的案件", false, notified, came},
		{PerHearing, "出庭率（庭次）", "负责人出庭的庭次÷开庭的庭次", true, known, came},
		{ChiefRate, "正职出庭率", "正职负责人出庭的案件÷开庭审理的案件", false, known, ranked(procedure.ChiefHead)},
		{SpokenRate, "出声率", "负责人在庭上发言的案件÷开庭审理的案件", false, known, spoke},
	}
}

// FormulaOf finds a formula; ok is false for an unknown id.
func FormulaOf(id FormulaID) (Formula, bool) {
	all := Formulas()
	if i := slices.IndexFunc(all, func(f Formula) bool { return f.ID == id }); i >= 0 {
		return all[i], true
	}
	return Formula{}, false
}

// Rate is a share with the cases behind both of its numbers. A formula that counts hearings names a case once for each.
type Rate struct {
	Num []cases.ID `json:"numerator"`
	Of  []cases.ID `json:"denominator"`
}

// Rate computes a formula over the suits of a scope, for one organ or for all of them ("": a head of any defendant counts).
func (r *Register) Rate(f Formula, s Scope, organ string) Rate {
	out := Rate{Num: []cases.ID{}, Of: []cases.ID{}}
	for _, x := range r.Suits {
		if !s.of(x) || organ != "" && !slices.Contains(x.Organs, organ) {
			continue
		}
		for _, u := range f.units(x, s, r.whose(x, s, organ)) {
			if !f.of(&u) {
				continue
			}
			out.Of = append(out.Of, x.ID)
			if f.with(&u) {
				out.Num = append(out.Num, x.ID)
			}
		}
	}
	return out
}

// units are what a formula counts of one suit: none if it was not heard in the period. That the court sat is known for every
// defendant, whomever an appearance was recorded for.
func (f *Formula) units(x *Suit, s Scope, organ string) []unit {
	all := x.Sessions(s.In, organ)
	if len(all.Days) == 0 {
		return nil
	}
	if !f.perHearing {
		return []unit{{x, all}}
	}
	var out []unit
	for _, d := range all.Days {
		out = append(out, unit{x, x.OnDay(d, organ)})
	}
	return out
}

// Line is one row of a table of rates.
type Line struct {
	Label string `json:"label"`
	// Organ is the defendant of the row, "" for all; From and To the period.
	Organ    string        `json:"organ,omitempty"`
	From, To calendar.Date `json:"-"`
	Rates    []Rate        `json:"rates"`
}

// Sheet is a table of rates: every formula side by side.
type Sheet struct {
	Title    string    `json:"title"`
	Formulas []Formula `json:"formulas"`
	Lines    []Line    `json:"lines"`
	Total    Line      `json:"total"`
}

func (r *Register) line(label, organ string, s Scope, formulas []Formula) Line {
	l := Line{Label: label, Organ: organ, From: s.From, To: s.To}
	for _, f := range formulas {
		l.Rates = append(l.Rates, r.Rate(f, s, organ))
	}
	return l
}

// ByOrgan is how often heads appeared, organ by organ; those that were not heard in the period are left out.
func (r *Register) ByOrgan(s Scope, formulas []Formula) *Sheet {
	out := &Sheet{Title: "负责人出庭应诉（按被诉机关）", Formulas: formulas, Total: r.line("合计", "", s, formulas)}
	for _, organ := range r.Organs(s) {
		if s.Organ != "" && organ != s.Organ {
			continue
		}
		if r.heard(organ, s) {
			out.Lines = append(out.Lines, r.line(organ, organ, s, formulas))
		}
	}
	return out
}

// heard reports whether an organ had a suit in court in the period.
func (r *Register) heard(organ string, s Scope) bool {
	return slices.ContainsFunc(r.Suits, func(x *Suit) bool {
		return s.of(x) && slices.Contains(x.Organs, organ) && slices.ContainsFunc(x.Hearings, func(h statistics.Hearing) bool { return s.In(h.On) })
	})
}

// ByQuarter is how often heads appeared, quarter by quarter (季度), with the whole period as the total.
func (r *Register) ByQuarter(s Scope, formulas []Formula) *Sheet {
	out := &Sheet{Title: "负责人出庭应诉（按季度）", Formulas: formulas, Total: r.line("合计", s.Organ, s, formulas)}
	for _, q := range quarters(s.From, s.To) {
		part := s
		part.From, part.To = q.from, q.to
		out.Lines = append(out.Lines, r.line(q.label, s.Organ, part, formulas))
	}
	return out
}
