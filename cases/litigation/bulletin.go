package litigation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// Bulletin is the 通报 of a period as 府院联席会议 circulates it: how often heads appeared and agencies lost, organ by organ.
type Bulletin struct {
	// Title is e.g. 姑苏区2020年第一季度负责人出庭和败诉情况通报, and says whose suits alone were counted; From, To the period, AsOf the day of
	// counting.
	Title          string        `json:"title"`
	From, To, AsOf calendar.Date `json:"-"`
	// Rows are the organs with a suit in the period, Total all together.
	Rows  []BulletinRow `json:"rows"`
	Total BulletinRow   `json:"total"`
	// Tables are the numbers of the organs, and the rates by every formula; Lists the lost suits, the absences and the
	// register.
	Tables []*analysis.Table `json:"-"`
	Lists  []*analysis.List  `json:"-"`
	// Absences are the suits to whose hearings no head of a defendant came, Gaps those of which it was not entered whether one came: a bulletin
	// should not leave the office before they are filled in. Lost are the lost suits of the period.
	Absences []Absence   `json:"absences"`
	Gaps     []Absence   `json:"gaps"`
	Lost     []LossEntry `json:"lost"`
	// Warnings are what should be mended before the bulletin leaves the office, one Chinese sentence each.
	Warnings []string `json:"warnings"`
	// Parts are the text under its headings, Paragraphs the same text without them, one Chinese paragraph each.
	Parts      []Part   `json:"parts"`
	Paragraphs []string `json:"paragraphs"`
	// Signed is who issues it (落款), On the day.
	Signed string        `json:"signed"`
	On     calendar.Date `json:"on"`

	// scope is what was counted, district the short name of the area, organ the office's own government; left counts the organs that had a suit
	// in court a year before and none in the period.
	scope           Scope
	district, organ string
	left            int
}

// BulletinRow counts the suits of one organ in the period, each number by the suits behind it.
type BulletinRow struct {
	Organ string `json:"organ"`
	// Received suits, Concluded and Lost ones; Heard in court, with a head (Came), of these the 正职 (Chief), Absent without; Explained
	// absences. Heard is the sum of Came, Joint, Absent and Unrecorded.
	Received  []cases.ID `json:"received"`
	Concluded []cases.ID `json:"concluded"`
	Lost      []cases.ID `json:"lost"`
	Heard     []cases.ID `json:"heard"`
	Came      []cases.ID `json:"came"`
	Chief     []cases.ID `json:"chief"`
	// Due are those heard in which a head should have come (应出庭件数): all but those whose absence was excused. Deputy are those a 副职 came to.
	Due       []cases.ID `json:"due"`
	Deputy    []cases.ID `json:"deputy"`
	Absent    []cases.ID `json:"absent"`
	Explained []cases.ID `json:"explained"`
	// Joint are those to which a co-defendant's head came by agreement, Unrecorded those of which nothing was entered; Known are the others,
	// by which the rate divides.
	Joint      []cases.ID `json:"joint"`
	Unrecorded []cases.ID `json:"unrecorded"`
	Known      []cases.ID `json:"known"`
	// KnownBefore and CameBefore are of the same period a year before (上年同期).
	KnownBefore []cases.ID `json:"known_before"`
	CameBefore  []cases.ID `json:"came_before"`
}

// Absence is one hearing to which no head of an organ came.
type Absence struct {
	Case   cases.ID `json:"case"`
	Number string   `json:"number"`
	// CourtNumber is the court's number, Plaintiff who sued.
	CourtNumber string        `json:"court_number"`
	Plaintiff   string        `json:"plaintiff"`
	Organ       string        `json:"organ"`
	On          calendar.Date `json:"on"`
	Court       string        `json:"court"`
	Reason      string        `json:"reason"`
	Excused     bool          `json:"excused"`
}

// LossEntry is one lost suit (败诉案件).
type LossEntry struct {
	Case   cases.ID `json:"case"`
	Number string   `json:"number"`
	// CourtNumber is the court's number of the suit, Causes why it was lost (败诉原因).
	CourtNumber string        `json:"court_number"`
	Causes      string        `json:"causes"`
	Plaintiff   string        `json:"plaintiff"`
	Organs      string        `json:"organs"`
	Subject     string        `json:"subject"`
	Court       string        `json:"court"`
	Instance    string        `json:"instance"`
	On          calendar.Date `json:"on"`
	// Result words the whole judgment, Against what it says against those who lost.
	Result  string `json:"result"`
	Against string `json:"against"`
}

// NewBulletin counts a period; district is the short name in the title, signed who issues it, on the day.
func (r *Register) NewBulletin(s Scope, district, signed string, on calendar.Date) *Bulletin {
	b := &Bulletin{From: s.From, To: s.To, AsOf: r.AsOf, scope: s, district: district, organ: r.Organ, Signed: signed, On: on, Absences: []Absence{}, Gaps: []Absence{}, Lost: []LossEntry{}}
	b.Title = district + b.period() + b.whose() + "负责人出庭和败诉情况通报"
	b.Total = r.row("合计", "", s)
	organs := r.Organs(s)
	for _, organ := range organs {
		switch x := r.row(organ, organ, s); {
		case !x.empty():
			b.Rows = append(b.Rows, x)
		case len(x.KnownBefore) > 0:
			b.left++
		}
	}
	for _, x := range r.Suits {
		if s.of(x) {
			b.collect(r, x, s, organs)
		}
	}
	b.warn()
	b.write(r)
	b.Tables = []*analysis.Table{b.overview(r, s), r.Attendance(s, false)}
	if len(quarters(s.From, s.To)) > 1 {
		b.Tables = append(b.Tables, r.Attendance(s, true))
	}
	b.Tables = append(b.Tables, r.LossRates(s), r.AdviceByOrgan(s))
	b.Lists = b.lists(r, s)
	return b
}

func (x *BulletinRow) empty() bool {
	return len(x.Received)+len(x.Concluded)+len(x.Heard)+len(x.Lost) == 0
}

// row counts the suits against an organ, all for "".
func (r *Register) row(label, organ string, s Scope) BulletinRow {
	out := BulletinRow{Organ: label}
	before := s
	before.From, before.To = s.From.AddMonths(-12), s.To.AddMonths(-12)
	put := func(list *[]cases.ID, x *Suit, in bool) {
		if in {
			*list = append(*list, x.ID)
		}
	}
	for _, x := range r.Suits {
		if !r.sued(x, s, organ) {
			continue
		}
		who := r.whose(x, s, organ)
		put(&out.Received, x, s.In(x.Received))
		put(&out.Concluded, x, s.In(x.Concluded))
		put(&out.Lost, x, s.In(x.Concluded) && x.Lost(who))
		u, sat := sessions(x, s, who)
		put(&out.Heard, x, sat)
		at := u.Attendance()
		put(&out.Came, x, at == statistics.Present)
		put(&out.Joint, x, at == statistics.ByCodefendant)
		put(&out.Absent, x, at == statistics.Absent)
		put(&out.Unrecorded, x, at == statistics.Unrecorded)
		put(&out.Known, x, at.Known())
		put(&out.Chief, x, ranked(procedure.ChiefHead)(&u))
		put(&out.Deputy, x, ranked(procedure.DeputyHead)(&u))
		put(&out.Due, x, due(&u))
		put(&out.Explained, x, at == statistics.Absent && u.Explained())
		u, _ = sessions(x, before, who)
		put(&out.KnownBefore, x, known(&u))
		put(&out.CameBefore, x, came(&u))
	}
	return out
}

// sessions are the hearings of a suit in the period for an organ; false if the court did not sit.
func sessions(x *Suit, s Scope, organ string) (unit, bool) {
	f := Formula{}
	if list := f.units(x, s, organ); len(list) > 0 {
		return list[0], true
	}
	return unit{}, false
}

// collect adds the absences, the gaps and the loss of a suit. They are those that the rows of the organs count: one of every defendant whose
// head came to no hearing of the period, and one of every defendant of whom nothing was entered.
func (b *Bulletin) collect(r *Register, x *Suit, s Scope, organs []string) {
	for _, organ := range x.Organs {
		if !slices.Contains(organs, organ) || !r.sued(x, s, organ) {
			continue
		}
		u, _ := sessions(x, s, r.whose(x, s, organ))
		switch u.Attendance() {
		case statistics.Absent:
			b.Absences = append(b.Absences, absence(x, organ, &u))
		case statistics.Unrecorded:
			b.Gaps = append(b.Gaps, absence(x, organ, &u))
		}
	}
	if s.In(x.Concluded) && r.LostIn(x, s) {
		b.Lost = append(b.Lost, LossEntry{x.ID, x.Number, x.CourtNumber, causesText(x.Causes), x.Plaintiffs, losers(x), x.Subject, x.Court, x.Instance.Label(), x.Concluded, x.Verdict(), against(x)})
	}
}

// warn says what is missing for a bulletin to be circulated: an organ must not be named for what nobody entered.
func (b *Bulletin) warn() {
	b.Warnings = []string{}
	if n := len(b.Gaps); n > 0 {
		b.Warnings = append(b.Warnings, fmt.Sprintf("已经开庭、没有登记负责人是否出庭的有%d项（按被诉机关计，见“没有登记出庭情况”清单），没有计入出庭率；补记以后再印发。", n))
	}
}

// absence describes that a defendant's head came to no hearing, by the last of them and what was given as the reason.
func absence(x *Suit, organ string, u *unit) Absence {
	out := Absence{Case: x.ID, Number: x.Number, CourtNumber: x.CourtNumber, Plaintiff: x.Plaintiffs, Organ: organ, Court: x.Court, Excused: u.Excused(), On: slices.Max(u.Days)}
	for _, h := range u.Held {
		out.Reason = cmp.Or(h.Reason, out.Reason)
	}
	return out
}

// losers names the defendants that lost.
func losers(x *Suit) string {
	var out []string
	for _, v := range x.Verdicts {
		name := cmp.Or(v.Defendant, x.Defendants)
		if v.Lost && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return strings.Join(out, "、")
}

// against words the results that a defendant lost by.
func against(x *Suit) string {
	var out []string
	for _, v := range x.Verdicts {
		if text := procedure.SuedActLabel(v.Act) + procedure.OutcomeLabel(v.Outcome); v.Lost && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return strings.Join(out, "、")
}

// Part is a part of the bulletin's text under a heading; the first has none.
type Part struct {
	Heading string   `json:"heading"`
	Texts   []string `json:"texts"`
}
