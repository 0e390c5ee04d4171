package model

import (
	"context"
	"fmt"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// CheckSheet is the page on which a second person compares what was entered on a day with its papers (登记核对).
type CheckSheet struct {
	Day   calendar.Date
	Lines []EntryLine
	// Unticked counts the lines nobody has compared yet.
	Unticked int
}

// EntryLine is one line of the sheet, in words.
type EntryLine struct {
	Entry cases.Entry
	// Time is the time of day of the entry.
	Time string
	// What is the act, with 更正 or 作废 before a correction; On the day it happened.
	What, On string
	// Details are what else the act carries: whom it was served on, the day it names.
	Details []string
	// Old says what a correction replaced, and why; "" for a new entry.
	Old string
	// Paper is the paper's number, 未填 where there is none.
	Paper string
	// Sets are the due dates the entry set, changed or ended, one a line.
	Sets []string
	// Ticked says who compared it and when; "" while nobody did.
	Ticked string
}

// LoadEntries reads the sheet of a day.
func LoadEntries(ctx context.Context, o cases.Reader, day calendar.Date) (*CheckSheet, error) {
	entries, err := o.Entries(ctx, cases.EntriesOn(day))
	if err != nil {
		return nil, err
	}
	s := &CheckSheet{Day: day}
	for _, e := range entries {
		s.Lines = append(s.Lines, entryLine(e))
		if !e.Ticked() {
			s.Unticked++
		}
	}
	return s, nil
}

func entryLine(e cases.Entry) EntryLine {
	l := EntryLine{Entry: e, Time: clock(e.At), What: procedure.ActLabel(e.Act.Kind), On: DayWord(e.Act.On), Paper: orWord(e.Act.Paper, "未填")}
	switch {
	case e.Struck:
		l.What = "作废：" + l.What
		l.Old = "原记录" + e.Act.On.String() + "，录入作废"
	case e.Old != nil:
		l.What = "更正：" + l.What
		l.Old = replaced(*e.Old, e.Act)
	}
	if l.Old != "" && e.Reason != "" {
		l.Old += "；原因：" + e.Reason
	}
	l.Details = procedure.Describe(&e.Act)
	for _, c := range e.Sets {
		l.Sets = append(l.Sets, c.Name()+" "+c.Words())
	}
	if e.Ticked() {
		l.Ticked = e.TickedBy
		if t := clock(e.TickedAt); t != "" {
			l.Ticked += " " + t
		}
	}
	return l
}

// replaced says what a correction changed.
func replaced(old, now procedure.Act) string {
	var out []string
	if old.On != now.On {
		out = append(out, "原日期"+old.On.String())
	}
	if old.Paper != now.Paper {
		out = append(out, "原文号"+orWord(old.Paper, "未填"))
	}
	if old.Note != now.Note {
		out = append(out, "原备注“"+old.Note+"”")
	}
	if len(out) == 0 {
		out = append(out, "更正了其他内容，原日期"+old.On.String())
	}
	return strings.Join(out, "，")
}

func orWord(s, word string) string {
	if s == "" {
		return word
	}
	return s
}

// clock is the time of day of an RFC 3339 time, "" of anything else.
func clock(at string) string {
	if len(at) < 16 || at[10] != 'T' {
		return ""
	}
	return at[11:16]
}

// Refused says why a person cannot tick a line: "" if he can. Whoever entered it cannot be its second pair of eyes.
func (l EntryLine) Refused(by string) string {
	if strings.TrimSpace(by) != "" && strings.TrimSpace(by) == strings.TrimSpace(l.Entry.By) {
		return "登记人本人不能核对，请由另一人核对"
	}
	return ""
}

// Tick notes that a person has compared a line with its paper.
func (l EntryLine) Tick(ctx context.Context, o cases.Writer, by string) error {
	by = strings.TrimSpace(by)
	if by == "" {
		return &cases.Error{Op: "tick", Kind: cases.Invalid, Msg: "请先在页面上方填写核对人姓名，再逐条核对。"}
	}
	if reason := l.Refused(by); reason != "" {
		return &cases.Error{Op: "tick", Kind: cases.Refused, Msg: reason + "。"}
	}
	return o.Tick(ctx, []cases.Entry{l.Entry}, by)
}

// Summary counts the sheet in one sentence.
func (s *CheckSheet) Summary() string {
	switch {
	case len(s.Lines) == 0:
		return "当日没有登记或者更正"
	case s.Unticked == 0:
		return fmt.Sprintf("共%d条，已全部核对", len(s.Lines))
	}
	return fmt.Sprintf("共%d条，未核对%d条", len(s.Lines), s.Unticked)
}

// backlogDays is how many days back unticked entries are looked for.
const backlogDays = 30

// Backlog is what was entered on earlier days and not compared by anybody.
type Backlog struct {
	Total int
	// Days are the days with unticked entries, newest first, with their numbers.
	Days []BacklogDay
}

// BacklogDay is one day of the backlog.
type BacklogDay struct {
	Day      calendar.Date
	Unticked int
}

// LoadBacklog looks through the days before today, as far back as backlogDays.
func LoadBacklog(ctx context.Context, o cases.Reader, today calendar.Date) (Backlog, error) {
	entries, err := o.Entries(ctx, cases.EntrySpan{From: today.AddDays(-backlogDays), To: today.AddDays(-1)})
	if err != nil {
		return Backlog{}, err
	}
	open := map[string]int{}
	for i := range entries {
		if e := &entries[i]; !e.Ticked() {
			open[e.At[:min(len("2006-01-02"), len(e.At))]]++
		}
	}
	var b Backlog
	for i := 1; i <= backlogDays; i++ {
		day := today.AddDays(-i)
		if n := open[day.String()]; n > 0 {
			b.Days = append(b.Days, BacklogDay{day, n})
			b.Total += n
		}
	}
	return b, nil
}

// Text says the backlog in one sentence.
func (b Backlog) Text() string {
	return fmt.Sprintf("近%d日内还有%s条登记没有经第二人核对。", backlogDays, Thousands(b.Total))
}
