package model

import (
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// HearingCard is the hearing to come of a case (开庭、听证), or one whose day is over and of which nothing was recorded.
type HearingCard struct {
	// Title is 开庭 or 听证; When the day with its hour, Where the court and the room, Left the days left in words.
	Title, When, Where, Left string
	Tone                     Tone
	// Passed is true when the day is over.
	Passed bool
	// Notes are sentences on what to look at: a collision, a hearing before the answer is due, whose head the court called.
	Notes []string
}

// Hearing is the hearing of the case as of a day, nil where none is to come or to be recorded; clashes are the numbers of the cases with
// another at about the same time.
func (v *CaseView) Hearing(today calendar.Date, clashes []string) *HearingCard {
	t := &v.Timeline
	h := &HearingCard{Title: v.Case.Kind.Hearing()}
	day := t.Hearing
	if day.IsZero() {
		if day = t.Unheard; day.IsZero() {
			return nil
		}
		h.Passed = true
	}
	line := DueLine{Due: day, Hearing: true, Passed: h.Passed, Clash: clashes}
	h.When, h.Left, h.Tone = DayWord(day), line.Left(today), line.Tone(today)
	if h.Passed {
		h.Notes = []string{"这一天已经过去，还没有记录" + h.Title + "；改期的，请记录新的" + map[bool]string{true: "传票", false: "听证通知"}[v.Case.Kind == cases.Litigation] + "。"}
		return h
	}
	if clock := procedure.ClockChinese(t.HearingTime); clock != "" {
		h.When += " " + clock
	}
	court := ""
	if v.Case.Suit != nil {
		court = v.Case.Suit.Court
	}
	h.Where = strings.TrimSpace(court + " " + t.HearingPlace)
	h.Notes = v.hearingNotes(day, clashes)
	return h
}

// hearingNotes are what to look at before a hearing.
func (v *CaseView) hearingNotes(day calendar.Date, clashes []string) []string {
	var out []string
	if len(clashes) > 0 {
		out = append(out, "可能与"+strings.Join(clashes, "、")+"的时间冲突，请核对；需要改期的，尽早向法院说明。")
	}
	for _, p := range v.Timeline.Running() {
		if id := p.Rule.ID; (id == procedure.AnswerCourt || id == procedure.AnswerAppeal) && !p.Count.Open && p.Count.Due >= day {
			out = append(out, "开庭日期不晚于"+p.Name()+"的届满日（"+DayWord(p.Count.Due)+"），答辩和证据应当在开庭前准备好；准备时间不够的，可以向法院说明。")
		}
	}
	if v.Timeline.HearingTime == "" && v.Case.Suit != nil {
		out = append(out, "没有登记开庭的时刻；用“更正”在传票的记录中补填，出庭函和日程会自动写入。")
	}
	for _, a := range v.Case.Acts {
		if a.Kind == procedure.HeadNotified && (a.Detail == nil || a.Detail.Until.IsZero() || a.Detail.Until == day) {
			who := "被告"
			if a.Detail != nil && a.Detail.To != "" {
				who = a.Detail.To
			}
			out = append(out, "法院已经通知"+who+"的负责人出庭。")
		}
	}
	return out
}
