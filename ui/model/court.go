package model

import (
	"context"
	"fmt"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/calendar"
	"fuyi/cases/litigation"
)

// Court is the page of suits in figures (应诉情况): the bulletin, heads in court, losses, the register.
type Court struct {
	Year int
	// Part is a place in CourtParts, View one in CourtViews.
	Part, View int
	// Own restricts to suits against the office's own government.
	Own bool
	// Register and Bulletin are what was counted, nil before.
	Register *litigation.Register
	Bulletin *litigation.Bulletin
	// scope is what they were counted for.
	scope litigation.Scope
}

// Views of the page.
const (
	CourtBulletin = iota // 通报
	CourtHeads           // 负责人出庭
	CourtLosses          // 败诉
	CourtAdvice          // 司法建议
	CourtRegister        // 应诉登记
)

// CourtViews are the views by their names.
func CourtViews() []string {
	return []string{"情况通报", "负责人出庭", "败诉", "司法建议", "应诉登记"}
}

// CourtParts are the parts of a year to choose from.
func CourtParts() []string {
	return []string{"全年", "上半年", "下半年", "第一季度", "第二季度", "第三季度", "第四季度"}
}

// NewCourt begins with the newest year that has cases.
func NewCourt(years []int, today calendar.Date) *Court {
	return &Court{Year: NewStatistics(years, today).Year}
}

// Scope is what the page counts: the part of the year, as of today while it runs.
func (c *Court) Scope(today calendar.Date) litigation.Scope {
	s := litigation.Scope{Own: c.Own}
	switch {
	case c.Part > 2:
		s.From, s.To = litigation.Quarter(c.Year, c.Part-2)
	default:
		s.From, s.To = calendar.New(c.Year, 1, 1), calendar.New(c.Year, 12, 31)
		half := calendar.New(c.Year, 6, 30)
		if c.Part == 1 {
			s.To = half
		}
		if c.Part == 2 {
			s.From = half + 1
		}
	}
	s.AsOf = min(s.To, max(today, s.From))
	return s
}

// Options order the bulletin of the page as a file.
func (c *Court) Options(today calendar.Date) cases.SuitOptions {
	s := c.Scope(today)
	return cases.SuitOptions{From: s.From, To: s.To, AsOf: s.AsOf, Own: s.Own}
}

// Count counts the page.
func (c *Court) Count(ctx context.Context, o cases.Reader, today calendar.Date) (*Court, error) {
	set, err := o.Settings(ctx)
	if err != nil {
		return nil, err
	}
	s := c.Scope(today)
	r, err := litigation.Load(ctx, o, s.AsOf)
	if err != nil {
		return nil, err
	}
	out := *c
	out.scope = s
	out.Register, out.Bulletin = r, r.NewBulletin(s, set.District, set.Office, today)
	return &out, nil
}

// Tables are the tables of the view.
func (c *Court) Tables() []*analysis.Table {
	if c.Bulletin == nil {
		return nil
	}
	var out []*analysis.Table
	for _, t := range c.Bulletin.Tables {
		view := CourtHeads
		switch t.ID {
		case litigation.BulletinTable:
			view = CourtBulletin
		case litigation.LossTable:
			view = CourtLosses
		case litigation.AdviceTable:
			view = CourtAdvice
		}
		if view == c.View {
			out = append(out, ordered(t))
		}
	}
	return out
}

// Lists are the lists of the view.
func (c *Court) Lists() []*analysis.List {
	if c.Bulletin == nil {
		return nil
	}
	var out []*analysis.List
	for _, l := range c.Bulletin.Lists {
		if view, ok := courtLists[l.ID]; ok && view == c.View {
			out = append(out, l)
		}
	}
	return out
}

// courtLists tells in which view a list stands, by its ID. It is read only.
var courtLists = map[string]int{"lost": CourtLosses, "absent": CourtHeads, "unrecorded": CourtHeads, litigation.AdviceTable: CourtAdvice, "suits": CourtRegister}

// FileTitle names a file of the bulletin.
func (c *Court) FileTitle() string {
	if c.Bulletin == nil {
		return "负责人出庭和败诉情况通报"
	}
	return FileName(c.Bulletin.Title)
}

// Counted says what was counted and until when.
func (c *Court) Counted(today calendar.Date) string {
	s := c.Scope(today)
	return fmt.Sprintf("%s 至 %s，截至 %s", s.From, s.To, s.AsOf)
}

// CellBehind is what is behind a number of a table of the page: its title, why it counts, its cases.
func CellBehind(t *analysis.Table, row, column int) (title, why string, ids []cases.ID) {
	c := t.Rows[row].Cells[column]
	return fmt.Sprintf("%s：%s · %s", t.Title, t.Rows[row].Label, t.Columns[column].Head()), "为何计入：" + c.Why, c.Cases
}

// NoCourtRows is what stands where a list is empty.
func NoCourtRows(l *analysis.List) string {
	switch l.ID {
	case "lost":
		return "这一时期没有败诉案件。"
	case "absent":
		return "这一时期开庭的案件，每个被告机关都有负责人出庭，或者没有开庭。"
	}
	if l.ID == litigation.AdviceTable {
		return "这一时期没有收到司法建议、检察建议。收到的，在案件页用“收到司法建议”或者“收到检察建议”记录。"
	}
	return "这一时期没有收到应诉案件。"
}
