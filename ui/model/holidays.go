package model

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// HolidayYear is one year on the page of holidays (节假日).
type HolidayYear struct {
	Year int
	// Known tells whether the year's notice is in the data.
	Known bool
	// Source says where it came from, or what it means that it is missing.
	Source string
	// Days is the arrangement in words, Sum the same in short.
	Days NoticeDays
	Sum  string
}

// NoticeDays is a notice in words: one line a holiday, and one for the make-up working days, "" if there are none.
type NoticeDays struct {
	Rest []string
	Work string
}

// HolidayYears lists the years to show, newest first: all known ones, the gaps between them, the current and the coming
// year. records are the notices the office accepted.
func HolidayYears(cal *calendar.Calendar, records []cases.NoticeRecord, today calendar.Date) []HolidayYear {
	known := cal.Years()
	first, last := today.Year(), today.Year()+1
	if len(known) > 0 {
		first, last = min(first, known[0]), max(last, known[len(known)-1])
	}
	var out []HolidayYear
	for y := last; y >= first; y-- {
		h := HolidayYear{Year: y, Source: "随程序提供"}
		n, ok := cal.Notice(y)
		h.Known = ok
		switch i := slices.IndexFunc(records, func(r cases.NoticeRecord) bool { return r.Notice.Year == y }); {
		case !ok:
			h.Source = "没有放假通知：届满日落在这一年的期限只按周末推算，列表中注明“推算”。通知公布后请导入。"
		case i >= 0:
			h.Source = "导入自“" + records[i].Source + "”"
			if by := records[i].By; by != "" {
				h.Source += "，" + by
			}
			if at := records[i].At; len(at) >= 10 {
				h.Source += " " + at[:10]
			}
		}
		if ok {
			h.Days, h.Sum = NoticeText(n), noticeSum(n)
		}
		out = append(out, h)
	}
	return out
}

// NoticeText words a notice: 春节：2月15日至23日放假，共9天 ...; 调休上班：2月14日（周六）....
func NoticeText(n calendar.Notice) NoticeDays {
	var out NoticeDays
	var work []string
	for i := 0; i < len(n.Days); {
		d := n.Days[i]
		if !d.Rest {
			work = append(work, monthDayWord(d.Date)+"（"+d.WeekdayChinese()+"）")
			i++
			continue
		}
		last := i
		for last+1 < len(n.Days) && n.Days[last+1].Exception == d.Exception && n.Days[last+1].Date == n.Days[last].Date+1 {
			last++
		}
		out.Rest = append(out.Rest, d.Name+"："+spanWord(d.Date, n.Days[last].Date))
		i = last + 1
	}
	if len(work) > 0 {
		out.Work = "调休上班：" + strings.Join(work, "、")
	}
	return out
}

func noticeSum(n calendar.Notice) string {
	rest := 0
	for _, d := range n.Days {
		if d.Rest {
			rest++
		}
	}
	if rest == len(n.Days) {
		return fmt.Sprintf("放假%d天", rest)
	}
	return fmt.Sprintf("放假%d天，调休上班%d天", rest, len(n.Days)-rest)
}

func monthDayWord(d calendar.Date) string { return fmt.Sprintf("%d月%d日", int(d.Month()), d.Day()) }

func spanWord(from, to calendar.Date) string {
	switch {
	case from == to:
		return monthDayWord(from) + "放假"
	case from.Month() == to.Month():
		return fmt.Sprintf("%s至%d日放假，共%d天", monthDayWord(from), to.Day(), to.Sub(from)+1)
	}
	return fmt.Sprintf("%s至%s放假，共%d天", monthDayWord(from), monthDayWord(to), to.Sub(from)+1)
}

// NoticePreview is a notice read from a file, with what accepting it would change. Nothing is written before Accept.
type NoticePreview struct {
	// File is the base name the notices came from.
	File    string
	Notices []calendar.Notice
	// New and Replaced are the years the office did not know and those whose arrangement would change.
	New, Replaced []int
	Shifts        *ShiftList
}

// PreviewNotices reads what a file would change: its notices merged into the office's calendar, and every running
// period counted again. A notice that contradicts a known one is an Invalid error.
func PreviewNotices(ctx context.Context, o cases.Reader, f cases.Files, path string, today calendar.Date,
	progress cases.Progress) (*NoticePreview, error) {
	notices, err := f.ReadNotices(path)
	if err != nil {
		return nil, err
	}
	law := o.Law()
	p := &NoticePreview{File: filepath.Base(path)}
	for _, n := range notices {
		old, known := law.Calendar.Notice(n.Year)
		switch {
		case !known:
			p.New = append(p.New, n.Year)
		case slices.Equal(old.Days, n.Days):
			continue
		default:
			p.Replaced = append(p.Replaced, n.Year)
		}
		p.Notices = append(p.Notices, n)
	}
	merged, err := law.Calendar.With(p.Notices...)
	if err != nil {
		return nil, &cases.Error{Op: "merge notices", Kind: cases.Invalid, Err: err,
			Msg: "这份放假安排与已有数据矛盾，没有导入：" + err.Error() + "。请核对文件。"}
	}
	if p.Nothing() {
		p.Shifts = &ShiftList{}
		return p, nil
	}
	p.Shifts, err = LoadShifts(ctx, o, &procedure.Law{Calendar: merged, Practice: law.Practice}, today, progress)
	return p, err
}

// Nothing reports whether everything in the file is known already.
func (p *NoticePreview) Nothing() bool { return len(p.Notices) == 0 }

// Summary says what the file holds.
func (p *NoticePreview) Summary() string {
	if p.Nothing() {
		return "文件中的放假安排与已有的完全相同，不需要导入。"
	}
	var out []string
	if len(p.New) > 0 {
		out = append(out, "新增"+YearSpans(p.New)+"的放假安排")
	}
	if len(p.Replaced) > 0 {
		out = append(out, "替换"+YearSpans(p.Replaced)+"已有的放假安排")
	}
	return strings.Join(out, "，") + "。" + p.Shifts.Summary("接受")
}

// Accept writes the notices.
func (p *NoticePreview) Accept(ctx context.Context, o cases.Writer) error {
	for _, n := range p.Notices {
		if err := o.AcceptNotice(ctx, n, p.File); err != nil {
			return err
		}
	}
	return nil
}

// ShiftList is what another calendar or practice would move.
type ShiftList struct {
	Lines []ShiftLine
	// Cases is the number of cases among the lines.
	Cases int
}

// ShiftLine is one due date that would move.
type ShiftLine struct {
	CaseRef
	Name          string
	Before, After calendar.Date
	// Right marks a period that is nobody's duty.
	Right bool
	// Certain is true where an estimated date becomes certain (不再推算).
	Certain bool
}

// LoadShifts goes through the running cases of the office; duties come first, rights that simply run out last.
func LoadShifts(ctx context.Context, o cases.Reader, other *procedure.Law, today calendar.Date,
	progress cases.Progress) (*ShiftList, error) {
	shifts, err := cases.Shifts(ctx, o, other, today, progress)
	if err != nil {
		return nil, err
	}
	out := &ShiftList{}
	seen := map[cases.ID]bool{}
	for _, s := range shifts {
		before, after := s.Change.Due()
		seen[s.Case] = true
		ref := CaseRef{ID: s.Case, Kind: s.Kind, Number: s.Number, Who: s.Title, Handler: s.Handler}
		out.Lines = append(out.Lines, ShiftLine{CaseRef: ref, Name: s.Change.Name(), Before: before, After: after, Right: s.Change.After.Rule.Expires,
			Certain: s.Change.Before.Count.Provisional && !s.Change.After.Count.Provisional})
	}
	out.Cases = len(seen)
	slices.SortStableFunc(out.Lines, func(a, b ShiftLine) int {
		if a.Right != b.Right {
			if a.Right {
				return 1
			}
			return -1
		}
		return cmp.Compare(a.Before, b.Before)
	})
	return out, nil
}

// Summary says in one sentence what moves once the clerk does what verb says.
func (s *ShiftList) Summary(verb string) string {
	if len(s.Lines) == 0 {
		return verb + "后，没有在计期限变动。"
	}
	return fmt.Sprintf("%s后，%s件案件的%s项在计期限变动。", verb, Thousands(s.Cases), Thousands(len(s.Lines)))
}

// Text words a line: the case, the period, and its old and new end.
func (l ShiftLine) Text() DeskText {
	t := DeskText{CaseRef: l.CaseRef, What: l.Name, Day: l.Before.String() + " → " + DayWord(l.After)}
	if n := l.After.Sub(l.Before); n < 0 {
		t.Left, t.Tone = fmt.Sprintf("提前%d天", -n), Late
	} else {
		t.Left, t.Tone = fmt.Sprintf("推后%d天", n), Near
	}
	if l.Certain {
		t.Aside = "不再是推算"
	}
	return t
}
