package model

import (
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Column is one column of a case list.
type Column struct {
	// ID names the column in what is remembered of a list; Key is what a press on its head sorts by, "" for nothing.
	ID    string
	Key   cases.SortKey
	Title string
	// Min is the width the column needs, in widths of a Chinese character; Grow its share of what is left over.
	Min, Grow float32
	// Keep orders the columns by how long they stay when the list gets narrow: the highest goes first.
	Keep int
	// Spare columns are shown only where the clerk asks for them.
	Spare bool
	text  func(cases.Row, calendar.Date) string
	day   func(cases.Row) calendar.Date
}

// Columns that the window draws in their own way.
const (
	NumberColumn = "number"
	StateColumn  = "state"
	DueColumn    = "due"
)

// Widen gives the number's column the width that the longest number of a page needs, in characters: offices have short
// and long prefixes, and numbers cut at their end would all look the same.
func Widen(cols []Column, longest float32) {
	for i := range cols {
		if cols[i].ID == NumberColumn {
			cols[i].Min = min(max(longest, 6), 22)
		}
	}
}

// Text is what the column shows of a row.
func (c Column) Text(r cases.Row, today calendar.Date) string {
	if c.day != nil {
		return c.day(r).String()
	}
	return c.text(r, today)
}

// Day is the date the column shows, so that a workbook gets a date and not its text; false for a column of words.
func (c Column) Day(r cases.Row) (calendar.Date, bool) {
	if c.day == nil {
		return 0, false
	}
	return c.day(r), true
}

// Faint reports whether the column is shown in a quiet colour: days and people beside what a case is about.
func (c Column) Faint() bool { return c.day != nil || c.ID == "handler" || c.Spare }

// wordColumn and dayColumn make the columns of the two sorts.
func wordColumn(id string, key cases.SortKey, title string, width, grow float32, keep int, text func(cases.Row) string) Column {
	return Column{ID: id, Key: key, Title: title, Min: width, Grow: grow, Keep: keep,
		text: func(r cases.Row, _ calendar.Date) string { return text(r) }}
}

func dayColumn(id string, key cases.SortKey, title string, keep int, on func(cases.Row) calendar.Date) Column {
	return Column{ID: id, Key: key, Title: title, Min: 6, Keep: keep, day: on}
}

// Columns are the columns of a kind of list ("" for both kinds), in their usual order, the spare ones last.
func Columns(k cases.Kind) []Column {
	out := []Column{
		wordColumn(NumberColumn, cases.ByNumber, "案号", 12.6, 0, 1, func(r cases.Row) string { return r.Number }),
		wordColumn("applicants", cases.ByApplicants, cases.Applicant.ListLabel(k), partyWidth(k), 2, 2, func(r cases.Row) string { return r.Applicants }),
		wordColumn("respondents", cases.ByRespondents, cases.Respondent.ListLabel(k), 8, 2, 5, func(r cases.Row) string { return r.Respondents }),
		wordColumn("subject", cases.BySubject, subjectTitle(k), 8, 3, 6, func(r cases.Row) string { return r.Subject }),
		dayColumn("received", cases.ByReceived, receivedTitle(k), 7, func(r cases.Row) calendar.Date { return r.Received }),
		wordColumn(StateColumn, cases.ByState, "状态", 6, 0, 4, func(r cases.Row) string { return r.State.Label() }),
		{ID: DueColumn, Key: cases.ByDue, Title: "到期", Min: 5.5, Keep: 3, text: dueText},
		wordColumn("result", cases.ByResult, "结果", 7, 0, 8, func(r cases.Row) string { return r.Result }),
		wordColumn("handler", cases.ByHandler, "承办人", 5.2, 0, 9, func(r cases.Row) string { return r.Handler }),
		dayColumn("concluded", cases.ByConcluded, "结案日期", 10, func(r cases.Row) calendar.Date { return r.Concluded }),
	}
	usual := len(out)
	out = append(out,
		wordColumn("category", cases.ByCategory, "类别", 5, 0, 11, func(r cases.Row) string { return r.Category }),
		wordColumn("matter", cases.ByMatter, "类型", 5.5, 0, 12, func(r cases.Row) string { return r.Matter }),
		wordColumn("due_name", "", "期限名称", 7, 0, 13, func(r cases.Row) string { return r.DueName }),
		dayColumn("due_day", cases.ByDue, "届满日", 14, func(r cases.Row) calendar.Date { return r.Due }),
		dayColumn("last", "", "最近办理", 17, func(r cases.Row) calendar.Date { return r.LastAct }))
	if k != cases.Litigation {
		out = append(out, dayColumn("accepted", cases.ByAccepted, "受理日期", 15, func(r cases.Row) calendar.Date { return r.Accepted }))
	}
	if k != cases.Reconsideration {
		out = append(out, wordColumn("court", cases.ByCourt, "法院", 9, 1, 15, func(r cases.Row) string { return r.Court }),
			wordColumn("instance", "", "审级", 3.5, 0, 16, func(r cases.Row) string { return r.Instance.Label() }))
	}
	for i := usual; i < len(out); i++ {
		out[i].Spare = true
	}
	return out
}

// partyWidth is what the head over the applicants needs.
func partyWidth(k cases.Kind) float32 {
	if k == cases.Reconsideration {
		return 5
	}
	return 7
}

func dueText(r cases.Row, today calendar.Date) string {
	if r.Due.IsZero() {
		return ""
	}
	return DaysWord(r.Due.Sub(today))
}

func subjectTitle(k cases.Kind) string {
	switch k {
	case cases.Reconsideration:
		return "复议事项"
	case cases.Litigation:
		return "案由"
	}
	return "事项"
}

func receivedTitle(k cases.Kind) string {
	if k == cases.Reconsideration {
		return "收件日期"
	}
	return "收案日期"
}

// Fit picks the columns that find room in a width, and their widths, all in widths of a character; gap is the space
// after each column. Columns that do not fit go in the order of Keep.
func Fit(cols []Column, width, gap float32) ([]Column, []float32) {
	shown := slices.Clone(cols)
	for len(shown) > 1 && need(shown, gap) > width {
		worst := 0
		for i, c := range shown {
			if c.Keep > shown[worst].Keep {
				worst = i
			}
		}
		shown = append(shown[:worst], shown[worst+1:]...)
	}
	spare, grow := width-need(shown, gap), float32(0)
	for _, c := range shown {
		grow += c.Grow
	}
	widths := make([]float32, len(shown))
	for i, c := range shown {
		widths[i] = c.Min
		if grow > 0 && spare > 0 {
			widths[i] += spare * c.Grow / grow
		}
	}
	return shown, widths
}

func need(cols []Column, gap float32) float32 {
	var n float32
	for _, c := range cols {
		n += c.Min + gap
	}
	return n
}

// StatusChoice is one filter chip.
type StatusChoice struct {
	Status cases.Status
	Label  string
}

// StatusChoices are the filter chips of a list; suits are never suspended by the organ.
func StatusChoices(k cases.Kind) []StatusChoice {
	out := []StatusChoice{{cases.Any, "全部"}, {cases.Open, "在办"}, {cases.Overdue, "超期"}, {cases.SuspendedNow, "中止"}, {cases.Done, "已结"}}
	if k == cases.Litigation {
		out = append(out[:3], out[4])
	}
	return out
}
