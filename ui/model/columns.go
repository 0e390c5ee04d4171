package model

import (
	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Column is one column of a case list.
type Column struct {
	Key   cases.SortKey
	Title string
	// Min is the width the column needs, in widths of a Chinese character; Grow its share of what is left over.
	Min, Grow float32
	// Keep orders the columns by how long they stay when the list gets narrow: the highest goes first.
	Keep int
	text func(cases.Row, calendar.Date) string
}

// Widen gives the number's column the width that the longest number of a page needs, in characters: offices have short
// and long prefixes, and numbers cut at their end would all look the same.
func Widen(cols []Column, longest float32) {
	for i := range cols {
		if cols[i].Key == cases.ByNumber {
			cols[i].Min = min(max(longest, 6), 22)
		}
	}
}

// Text is what the column shows of a row.
func (c Column) Text(r cases.Row, today calendar.Date) string { return c.text(r, today) }

// Columns are the columns of a kind of list ("" for both kinds), in order of display.
func Columns(k cases.Kind) []Column {
	out := []Column{
		{cases.ByNumber, "案号", 12.6, 0, 1, func(r cases.Row, _ calendar.Date) string { return r.Number }},
		{cases.ByApplicants, cases.Applicant.Label(k), 5, 2, 2, func(r cases.Row, _ calendar.Date) string { return r.Applicants }},
		{cases.ByRespondents, cases.Respondent.Label(k), 8, 2, 5, func(r cases.Row, _ calendar.Date) string { return r.Respondents }},
		{cases.BySubject, subjectTitle(k), 8, 3, 6, func(r cases.Row, _ calendar.Date) string { return r.Subject }},
		{cases.ByReceived, receivedTitle(k), 6, 0, 7, func(r cases.Row, _ calendar.Date) string { return r.Received.String() }},
		{cases.ByState, "状态", 6, 0, 4, func(r cases.Row, _ calendar.Date) string { return r.State.Label() }},
		{cases.ByDue, "到期", 5.5, 0, 3, dueText},
		{cases.ByResult, "结果", 7, 0, 8, func(r cases.Row, _ calendar.Date) string { return r.Result }},
		{cases.ByHandler, "承办人", 5.2, 0, 9, func(r cases.Row, _ calendar.Date) string { return r.Handler }},
		{cases.ByConcluded, "结案日期", 6, 0, 10, func(r cases.Row, _ calendar.Date) string { return r.Concluded.String() }},
	}
	if k == "" {
		out[1].Title, out[2].Title = "申请人/原告", "被申请人/被告"
	}
	return out
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
	switch k {
	case cases.Reconsideration:
		return "收件日期"
	case cases.Litigation:
		return "收案日期"
	}
	return "收案日期"
}

// Fit picks the columns that find room in a width, and their widths, all in widths of a character; gap is the space
// after each column. The hidden ones
// (by title, the clerk's choice) are left out first; columns that do not fit go in the order of Keep.
func Fit(cols []Column, width, gap float32, hidden map[string]bool) ([]Column, []float32) {
	shown := make([]Column, 0, len(cols))
	for _, c := range cols {
		if !hidden[c.Title] {
			shown = append(shown, c)
		}
	}
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
