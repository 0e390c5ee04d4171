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
	// Title is e.g. 姑苏区2020年第一季度负责人出庭和败诉情况通报; From, To the period, AsOf the day of counting.
	Title          string        `json:"title"`
	From, To, AsOf calendar.Date `json:"-"`
	// Rows are the organs with a suit in the period, Total all together.
	Rows  []BulletinRow `json:"rows"`
	Total BulletinRow   `json:"total"`
	// Tables are the numbers of the organs, and the rates by every formula; Lists the lost suits, the absences and the
	// register.
	Tables []*analysis.Table `json:"-"`
	Lists  []*analysis.List  `json:"-"`
	// Absences are the hearings no head came to, Lost the lost suits of the period.
	Absences []Absence   `json:"absences"`
	Lost     []LossEntry `json:"lost"`
	// Paragraphs are the text of the bulletin, one Chinese paragraph each.
	Paragraphs []string `json:"paragraphs"`
	// Signed is who issues it (落款), On the day.
	Signed string        `json:"signed"`
	On     calendar.Date `json:"on"`
}

// BulletinRow counts the suits of one organ in the period, each number by the suits behind it.
type BulletinRow struct {
	Organ string `json:"organ"`
	// Received suits, Concluded and Lost ones; Heard in court, with a head (Came), of these the 正职 (Chief), Absent without; Explained
	// absences.
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
	// HeardBefore and CameBefore are of the same period a year before (上年同期).
	HeardBefore []cases.ID `json:"heard_before"`
	CameBefore  []cases.ID `json:"came_before"`
}

// Absence is one hearing to which no head of an organ came.
type Absence struct {
	Case    cases.ID      `json:"case"`
	Number  string        `json:"number"`
	Organ   string        `json:"organ"`
	On      calendar.Date `json:"on"`
	Court   string        `json:"court"`
	Reason  string        `json:"reason"`
	Excused bool          `json:"excused"`
}

// LossEntry is one lost suit (败诉案件).
type LossEntry struct {
	Case      cases.ID      `json:"case"`
	Number    string        `json:"number"`
	Plaintiff string        `json:"plaintiff"`
	Organs    string        `json:"organs"`
	Subject   string        `json:"subject"`
	Court     string        `json:"court"`
	Instance  string        `json:"instance"`
	On        calendar.Date `json:"on"`
	// Result words the whole judgment, Against what it says against those who lost.
	Result  string `json:"result"`
	Against string `json:"against"`
}

// NewBulletin counts a period; district is the short name in the title, signed who issues it, on the day.
func (r *Register) NewBulletin(s Scope, district, signed string, on calendar.Date) *Bulletin {
	b := &Bulletin{Title: district + PeriodTitle(s.From, s.To) + "负责人出庭和败诉情况通报", From: s.From, To: s.To, AsOf: r.AsOf,
		Signed: signed, On: on, Absences: []Absence{}, Lost: []LossEntry{}}
	b.Total = r.row("合计", "", s)
	organs := r.Organs(s)
	for _, organ := range organs {
		if x := r.row(organ, organ, s); !x.empty() {
			b.Rows = append(b.Rows, x)
		}
	}
	for _, x := range r.Suits {
		if s.of(x) {
			b.collect(r, x, s, organs)
		}
	}
	b.write()
	b.Tables = []*analysis.Table{b.overview(r, s), r.Attendance(s, false)}
	if len(quarters(s.From, s.To)) > 1 {
		b.Tables = append(b.Tables, r.Attendance(s, true))
	}
	b.Tables = append(b.Tables, r.LossRates(s))
	b.Lists = b.lists(r, s)
	return b
}

func (x *BulletinRow) empty() bool {
	return len(x.Received)+len(x.Concluded)+len(x.Heard)+len(x.Lost)+len(x.HeardBefore) == 0
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
		put(&out.Came, x, sat && came(&u))
		put(&out.Chief, x, sat && chief(&u))
		put(&out.Due, x, sat && due(&u))
		put(&out.Deputy, x, sat && deputy(&u))
		put(&out.Absent, x, sat && !came(&u))
		put(&out.Explained, x, sat && !came(&u) && u.any(func(h statistics.Hearing) bool { return h.Explained }))
		u, sat = sessions(x, before, who)
		put(&out.HeardBefore, x, sat)
		put(&out.CameBefore, x, sat && came(&u))
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

// collect adds the absences and the loss of a suit. Absences are those that the rows of the organs count: one of every defendant whose
// head came to no hearing of the period, whether anything was recorded of it or not.
func (b *Bulletin) collect(r *Register, x *Suit, s Scope, organs []string) {
	for _, organ := range x.Organs {
		if !slices.Contains(organs, organ) || !r.sued(x, s, organ) {
			continue
		}
		if u, sat := sessions(x, s, r.whose(x, s, organ)); sat && !came(&u) {
			b.Absences = append(b.Absences, absence(x, organ, &u, s))
		}
	}
	if s.In(x.Concluded) && r.LostIn(x, s) {
		b.Lost = append(b.Lost, LossEntry{x.ID, x.Number, x.Plaintiffs, losers(x), x.Subject, x.Court, x.Instance.Label(), x.Concluded, x.Verdict(), against(x)})
	}
}

// absence describes that a defendant's head came to no hearing, by the last of them and what was given as the reason.
func absence(x *Suit, organ string, u *unit, s Scope) Absence {
	out := Absence{Case: x.ID, Number: x.Number, Organ: organ, Court: x.Court, Excused: !due(u)}
	for _, h := range x.Hearings {
		if s.In(h.On) {
			out.On = max(out.On, h.On)
		}
	}
	for _, h := range u.held {
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

// write words the bulletin from its numbers.
func (b *Bulletin) write() {
	t := &b.Total
	period := PeriodTitle(b.From, b.To)
	first := fmt.Sprintf("%s，新收行政应诉案件%d件，审结%d件。", period, len(t.Received), len(t.Concluded))
	if n := len(t.Concluded); n > 0 {
		first += fmt.Sprintf("其中败诉%d件，占审结案件的%s。", len(t.Lost), Percent(len(t.Lost), n, 1))
	}
	b.Paragraphs = append(b.Paragraphs, first, b.attendanceText())
	if text := b.organText(); text != "" {
		b.Paragraphs = append(b.Paragraphs, text)
	}
}

func (b *Bulletin) attendanceText() string {
	t := &b.Total
	if len(t.Heard) == 0 {
		return "本期没有开庭审理的应诉案件。"
	}
	text := fmt.Sprintf("开庭审理%d件，行政机关负责人出庭%d件，出庭率%s，其中正职负责人出庭%d件。", len(t.Heard), len(t.Came), Percent(len(t.Came), len(t.Heard), 1), len(t.Chief))
	if n := len(t.HeardBefore); n > 0 {
		text += fmt.Sprintf("上年同期出庭率%s，%s。", Percent(len(t.CameBefore), n, 1), pointsText(len(t.Came), len(t.Heard), len(t.CameBefore), n))
	}
	if n := len(t.Absent); n > 0 {
		text += fmt.Sprintf("没有负责人出庭的案件%d件，其中书面说明理由%d件。", n, len(t.Explained))
	}
	return text
}

// organText names the organs whose heads stayed away or that lost.
func (b *Bulletin) organText() string {
	var absent, lost []string
	for _, x := range b.Rows {
		if n := len(x.Absent); n > 0 {
			absent = append(absent, fmt.Sprintf("%s%d件", x.Organ, n))
		}
		if n := len(x.Lost); n > 0 {
			lost = append(lost, fmt.Sprintf("%s%d件", x.Organ, n))
		}
	}
	text := ""
	if len(absent) > 0 {
		text += "按机关分别计算，共同被告的案件有其他机关的负责人出庭的，本机关仍计为未出庭：" + strings.Join(absent, "、") + "。"
	}
	if len(lost) > 0 {
		text += "败诉的机关：" + strings.Join(lost, "、") + "。"
	}
	return text
}
