package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/calendar"
	"fuyi/cases/litigation"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// CourtList is a list of suits as the page shows it: heads, and lines that can be put in order by any of them.
type CourtList struct {
	Title   string
	Columns []CourtColumn
	Lines   []CourtLine
	// Sort is the column the lines are in order of, -1 for the order of the list itself; Desc turns it round.
	Sort int
	Desc bool
}

// CourtColumn is the head of a column; Width is in characters where it is negative, else a share of what is left.
type CourtColumn struct {
	Title string
	Width float32
}

// CourtLine is one suit. More is a second line, "" for none: the office's number, the capacities, the source, third parties, compensation,
// what became of the reconsideration decision.
type CourtLine struct {
	ID    cases.ID
	Cells []CourtCell
	More  string
}

// CourtCell is a text, in full where it is shortened, or a day; a cell with a Tone is a mark.
type CourtCell struct {
	Text, Full string
	Day        calendar.Date
	Tone       Tone
}

// mostCourtLines is how many lines a list of the page shows; the workbook has all.
const mostCourtLines = 300

// Shown are the lines in view and whether some are left out.
func (l *CourtList) Shown() (lines []CourtLine, more bool) {
	n := min(len(l.Lines), mostCourtLines)
	return l.Lines[:n], n < len(l.Lines)
}

// SortBy puts the lines in order of a column; the second time it turns the order round. Empty cells stay last.
func (l *CourtList) SortBy(column int) {
	l.Desc = l.Sort == column && !l.Desc
	l.Sort = column
	slices.SortStableFunc(l.Lines, func(a, b CourtLine) int {
		x, y := a.Cells[column], b.Cells[column]
		if e := cmp.Compare(x.rank(), y.rank()); e != 0 {
			return e
		}
		way := cmp.Or(cmp.Compare(x.Day, y.Day), naturally(x.Text, y.Text))
		if l.Desc {
			return -way
		}
		return way
	})
}

// rank puts empty cells behind all others.
func (c CourtCell) rank() int {
	if c.Text == "" {
		return 1
	}
	return 0
}

// naturally compares texts with the numbers in them as numbers: 行终9号 stands before 行终27号.
func naturally(a, b string) int {
	for a != "" && b != "" {
		x, y := digits(a), digits(b)
		if x != "" && y != "" {
			p, q := strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
			if c := cmp.Or(cmp.Compare(len(p), len(q)), cmp.Compare(p, q)); c != 0 {
				return c
			}
			a, b = a[len(x):], b[len(y):]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// digits is the number that a text begins with, "" for none.
func digits(s string) string {
	return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
}

// courtEntry is what a cell is made from: a suit, and its row in the list of the bulletin where it comes from one.
type courtEntry struct {
	c     *Court
	suit  *litigation.Suit
	list  *analysis.List
	row   *analysis.ListRow
	short ShortNames
}

// of is a cell of the bulletin's list by its head.
func (e *courtEntry) of(label string) analysis.ListCell {
	if e.list != nil {
		if i := slices.IndexFunc(e.list.Columns, func(c analysis.ListColumn) bool { return c.Label == label }); i >= 0 {
			return e.row.Cells[i]
		}
	}
	return analysis.ListCell{}
}

// courtColumn makes the cells of a column.
type courtColumn struct {
	CourtColumn
	cell func(*courtEntry) CourtCell
}

// Widths of columns with text of a known length, in characters.
const (
	numberWidth = -12.5
	dayWidth    = -6
	resultWidth = -8.5
)

// courtColumns are all columns by name. It is built anew, because its functions are shared by nobody.
func courtColumns() map[string]courtColumn {
	out := map[string]courtColumn{}
	add := func(title string, width float32, cell func(*courtEntry) CourtCell) {
		out[title] = courtColumn{CourtColumn{title, width}, cell}
	}
	add("法院案号", numberWidth, func(e *courtEntry) CourtCell {
		return CourtCell{Text: cmp.Or(e.suit.CourtNumber, e.suit.Number)}
	})
	add("原告", 1, func(e *courtEntry) CourtCell { return plainCell(e.suit.Plaintiffs) })
	add("被告", 1.5, func(e *courtEntry) CourtCell {
		return CourtCell{Text: e.short.Joined(e.suit.Organs), Full: e.suit.Sued()}
	})
	add("败诉的被告", 1.5, func(e *courtEntry) CourtCell { return e.organs(e.of("败诉的被告").Show()) })
	add("被诉机关", 1.5, func(e *courtEntry) CourtCell { return e.organs(e.of("被诉机关").Show()) })
	add("案由", 1.6, func(e *courtEntry) CourtCell { return plainCell(e.suit.Subject) })
	add("审级", -3, func(e *courtEntry) CourtCell { return CourtCell{Text: e.suit.Instance.Label()} })
	add("裁判结果", resultWidth, func(e *courtEntry) CourtCell { return resultCell(e.suit) })
	add("败诉", -4.6, (*courtEntry).lost)
	add("收案日期", dayWidth, func(e *courtEntry) CourtCell { return dayCell(e.suit.Received) })
	add("裁判日期", dayWidth, func(e *courtEntry) CourtCell { return dayCell(e.suit.Concluded) })
	add("开庭日期", dayWidth, (*courtEntry).heard)
	add("出庭情况", 1.8, func(e *courtEntry) CourtCell { return plainCell(e.c.cameWords(e.suit, e.short)) })
	for _, c := range []CourtColumn{{"建议文号", 1}, {"种类", 1}, {"发出机关", 1.2}, {"建议事项", 1.6}, {"办理情况", -5}, {"采纳情况", -4.5}} {
		add(c.Title, c.Width, func(e *courtEntry) CourtCell { return plainCell(e.of(c.Title).Show()) })
	}
	for _, title := range []string{"收到日期", "回复期限", "回复日期"} {
		add(title, dayWidth, func(e *courtEntry) CourtCell {
			if d := e.of(title).Day; !d.IsZero() {
				return dayCell(d)
			}
			return CourtCell{}
		})
	}
	add("收到机关", 1.2, func(e *courtEntry) CourtCell { return e.organs(e.of("收到机关").Show()) })
	add("理由", 1.2, func(e *courtEntry) CourtCell { return plainCell(e.of("理由").Show()) })
	add("理由成立", -4.2, func(e *courtEntry) CourtCell { return CourtCell{Text: e.of("理由成立").Show()} })
	return out
}

// The columns of the lists, by the list's ID, and of what is behind a number. Read only.
var (
	listColumns = map[string][]string{
		"suits":      {"法院案号", "原告", "被告", "案由", "审级", "裁判结果", "败诉", "收案日期"},
		"lost":       {"法院案号", "原告", "败诉的被告", "案由", "审级", "裁判结果", "裁判日期"},
		"absent":     {"法院案号", "原告", "被诉机关", "开庭日期", "出庭情况", "理由", "理由成立"},
		"unrecorded": {"法院案号", "原告", "被诉机关", "案由", "审级", "开庭日期", "出庭情况"},
	}
	adviceColumns = []string{"建议文号", "发出机关", "收到机关", "建议事项", "收到日期", "回复期限", "办理情况", "采纳情况"}
	heardColumns  = []string{"法院案号", "原告", "被告", "审级", "开庭日期", "出庭情况", "裁判结果", "败诉"}
	suedColumns   = []string{"法院案号", "原告", "被告", "审级", "收案日期", "裁判日期", "裁判结果", "败诉"}
)

func plainCell(text string) CourtCell { return CourtCell{Text: text, Full: text} }

func dayCell(d calendar.Date) CourtCell { return CourtCell{Text: d.String(), Day: d} }

// organs are names joined by 、 in short.
func (e *courtEntry) organs(joined string) CourtCell {
	return CourtCell{Text: e.short.Joined(names(joined)), Full: joined}
}

// resultCell names the outcome in a few signs, the weightiest where the defendants' differ; the state of a suit without one.
func resultCell(s *litigation.Suit) CourtCell {
	if label := procedure.OutcomeLabel(s.Outcome); label != "" {
		return CourtCell{Text: label, Full: s.Verdict()}
	}
	return CourtCell{Text: s.State.Label()}
}

// lost is the mark of a suit that was lost, by whom where there are several defendants.
func (e *courtEntry) lost() CourtCell {
	switch {
	case e.suit.Outcome == "":
		return CourtCell{}
	case !e.c.Register.LostIn(e.suit, e.c.scope):
		return CourtCell{Text: "未败诉"}
	}
	var who []string
	for _, o := range e.suit.Organs {
		if e.suit.Lost(o) {
			who = append(who, o)
		}
	}
	return CourtCell{Text: "败诉", Full: strings.Join(append(who, "败诉"), " "), Tone: Late}
}

// heard is the last day in court in the period.
func (e *courtEntry) heard() CourtCell {
	if d := e.of("开庭日期"); !d.Day.IsZero() {
		return dayCell(d.Day)
	}
	var last calendar.Date
	for _, h := range e.suit.Hearings {
		if e.c.scope.In(h.On) {
			last = max(last, h.On)
		}
	}
	if last.IsZero() {
		return CourtCell{}
	}
	return dayCell(last)
}

// cameWords say of every defendant who came to court in the period.
func (c *Court) cameWords(s *litigation.Suit, short ShortNames) string {
	var out []string
	for _, organ := range s.Organs {
		out = append(out, short.Of(organ)+cameWord(s, &c.scope, organ))
	}
	return strings.Join(out, "；")
}

// cameWord is who came for one defendant.
func cameWord(s *litigation.Suit, scope *litigation.Scope, organ string) string {
	sessions := s.Sessions(scope.In, organ)
	if rank := procedure.RankLabel(sessions.Rank()); rank != "" {
		return rank + "出庭"
	}
	return sessions.Attendance().Label()
}

// CourtListOf is a list of the bulletin as the page shows it.
func (c *Court) CourtListOf(l *analysis.List) *CourtList {
	var entries []courtEntry
	for i := range l.Rows {
		s := c.Register.Suit(l.Rows[i].ID)
		if s == nil && l.ID == litigation.AdviceTable {
			// A letter may come in a case of 非诉执行, which is no suit.
			s = &litigation.Suit{Fact: statistics.Fact{ID: l.Rows[i].ID}}
		}
		if s != nil {
			entries = append(entries, courtEntry{list: l, row: &l.Rows[i], suit: s})
		}
	}
	if l.ID == litigation.AdviceTable {
		return c.courtList(l.Title, adviceColumns, entries)
	}
	return c.courtList(l.Title, listColumns[l.ID], entries)
}

// BehindList are the suits behind a number: with their hearings where the number is about who came to court.
func (c *Court) BehindList(title string, ids []cases.ID, heard bool) *CourtList {
	var entries []courtEntry
	for _, id := range ids {
		if s := c.Register.Suit(id); s != nil {
			entries = append(entries, courtEntry{suit: s})
		}
	}
	columns := suedColumns
	if heard {
		columns = heardColumns
	}
	return c.courtList(title, columns, entries)
}

func (c *Court) courtList(title string, columns []string, entries []courtEntry) *CourtList {
	out := &CourtList{Title: title, Sort: -1}
	all := courtColumns()
	for _, name := range columns {
		out.Columns = append(out.Columns, all[name].CourtColumn)
	}
	short := NewShortNames(c.Register.Organ)
	for i := range entries {
		e := &entries[i]
		e.c, e.short = c, short
		line := CourtLine{ID: e.suit.ID, More: c.more(e.suit)}
		for _, name := range columns {
			line.Cells = append(line.Cells, all[name].cell(e))
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

// more words what the register tells of a suit beside its line.
func (c *Court) more(s *litigation.Suit) string {
	out := []string{s.Number}
	add := func(label, value, unit string) {
		if value != "" {
			out = append(out, label+value+unit)
		}
	}
	add("", capacityWords(s, NewShortNames(c.Register.Organ)), "")
	add("", s.Source.Label(), "")
	add("原告：", s.PlaintiffKinds(), "")
	add("第三人", strings.Join(s.ThirdParties, "、"), "")
	add("赔偿请求", s.ClaimedText(), "元")
	if s.Awarded > 0 {
		add("判赔", s.AwardedText(), "元")
	} else {
		add("判赔：", s.AwardedText(), "")
	}
	add("复议决定被法院：", c.Register.DecisionResult(s), "")
	return strings.Join(out, "；")
}

// capacityWords say in what capacity the defendants are sued: the one capacity of a single defendant, else each by its name.
func capacityWords(s *litigation.Suit, short ShortNames) string {
	var out []string
	for i, k := range s.Capacities {
		switch label := k.Label(); {
		case label == "":
		case len(s.Organs) == 1:
			out = append(out, label)
		default:
			out = append(out, short.Of(s.Organs[i])+"为"+label)
		}
	}
	return strings.Join(out, "，")
}

// LinesWord says how many suits a list has, and that the page shows only the first of them.
func (l *CourtList) LinesWord() string {
	if _, more := l.Shown(); more {
		return fmt.Sprintf("共%s件，这里列出前%d件；全部清单见导出的工作簿", Thousands(len(l.Lines)), mostCourtLines)
	}
	return Thousands(len(l.Lines)) + "件"
}
