package model

import (
	"fmt"
	"strings"

	"fuyi/cases/calendar"
)

// GroupID names a group of the desk.
type GroupID string

// Groups of the desk, in order of display.
const (
	GroupStuck     GroupID = "stuck"     // 无下一步
	GroupLate      GroupID = "late"      // 已超期
	GroupToday     GroupID = "today"     // 今天
	GroupThree     GroupID = "three"     // 3日内
	GroupSeven     GroupID = "seven"     // 7日内
	GroupHearings  GroupID = "hearings"  // 开庭、听证
	GroupLater     GroupID = "later"     // 以后
	GroupInternal  GroupID = "internal"  // 内部安排
	GroupSuspended GroupID = "suspended" // 中止
	GroupRights    GroupID = "rights"    // 当事人权利期间
)

// DeskGroup is one group of the desk with its number of lines.
type DeskGroup struct {
	ID    GroupID
	Title string
	// Chip is the title as a filter shows it.
	Chip string
	Tone Tone
	Unit string
	// Total counts the group's lines.
	Total int
	// Partial is true while only a part of the docket is read.
	Partial bool
	// Always groups are offered as a filter even while they are empty.
	Always bool
	// Note says what the group is about where the title alone does not.
	Note string
}

// groupRow is one row of the table of groups; to is the number of days left up to which a line belongs to it.
type groupRow struct {
	DeskGroup
	to int
}

// forever is more days than any period has.
const forever = 1 << 30

// deskGroups are the groups in order, read only.
var deskGroups = []groupRow{
	{DeskGroup{ID: GroupStuck, Title: "没有在计期限的在办案件", Chip: "无在计期限", Tone: Late, Unit: "件",
		Note: "也没有安排听证、开庭；请打开看下一步该办什么，是否漏录"}, 0},
	{DeskGroup{ID: GroupHearings, Title: "开庭和听证", Chip: "开庭、听证", Always: true, Tone: Near, Unit: "次"}, 0},
	{DeskGroup{ID: GroupLate, Title: "已超期的期限（含结案后的督办事项）", Chip: "已超期", Always: true, Tone: Late, Unit: "项"}, -1},
	{DeskGroup{ID: GroupToday, Title: "今天到期", Chip: "今天", Always: true, Tone: Now, Unit: "项"}, 0},
	{DeskGroup{ID: GroupThree, Title: "3日内到期", Chip: "3日内", Always: true, Tone: Soon, Unit: "项"}, 3},
	{DeskGroup{ID: GroupSeven, Title: "7日内到期", Chip: "7日内", Always: true, Tone: Near, Unit: "项"}, 7},
	{DeskGroup{ID: GroupLater, Title: "以后到期", Chip: "以后", Unit: "项"}, forever},
	{DeskGroup{ID: GroupInternal, Title: "应诉准备的内部安排", Chip: "内部安排", Unit: "项", Note: "不是法定期限，过期不产生法律后果；答辩举证期限另计"}, 0},
	{DeskGroup{ID: GroupSuspended, Title: "中止的案件", Chip: "中止", Tone: Paused, Unit: "件", Note: "恢复前不计算审理期限"}, 0},
	{DeskGroup{ID: GroupRights, Title: "当事人的起诉等期间", Chip: "当事人期间", Unit: "项", Note: "期满即止，不是本机关的办理期限"}, 0},
}

// DeskRow is one row of the desk's list: a group's head, a period, or a case that stands still. Exactly one is set.
type DeskRow struct {
	Head     *DeskGroup
	Line     *DueLine
	Standing *StandingCase
	// Group is the group the row belongs to.
	Group GroupID
}

// DeskList is the desk's list: the rows shown of a docket, and the groups with their counts.
type DeskList struct {
	Rows []DeskRow
	// Groups are all groups in order, also empty ones; Total is the number of lines of all.
	Groups []DeskGroup
	Today  calendar.Date
	// Only is the one group shown, "" for all that press.
	Only GroupID
}

// NewDeskList arranges a docket. only keeps one group; without it every group is listed but the rights of the parties,
// which press nobody and are shown on request.
func NewDeskList(d *Docket, only GroupID) *DeskList {
	l := &DeskList{Today: d.Today, Only: only}
	at := 0
	duties, rights, own, hearings := split(d.Lines)
	for i := range deskGroups {
		g := deskGroups[i].DeskGroup
		var rows []DeskRow
		switch g.ID {
		case GroupStuck:
			rows = standing(d.Stuck, g.ID)
		case GroupSuspended:
			rows = standing(d.Suspended, g.ID)
		case GroupHearings:
			rows = lines(hearings, g.ID)
		case GroupRights:
			rows = lines(rights, g.ID)
		case GroupInternal:
			rows = lines(own, g.ID)
		default:
			from := at
			for at < len(duties) && duties[at].Due.Sub(d.Today) <= deskGroups[i].to {
				at++
			}
			rows = lines(duties[from:at], g.ID)
		}
		g.Total, g.Partial = len(rows), d.Partial
		l.Groups = append(l.Groups, g)
		if g.Total > 0 && (only == g.ID || only == "" && g.ID != GroupRights) {
			l.Rows = append(append(l.Rows, DeskRow{Head: &g, Group: g.ID}), rows...)
		}
	}
	return l
}

// split parts the duties from the rights that simply run out, the days that the office set itself, and the hearings; all keep their order.
func split(all []DueLine) (duties, rights, own, hearings []*DueLine) {
	for i := range all {
		switch {
		case all[i].Hearing:
			hearings = append(hearings, &all[i])
		case all[i].Right:
			rights = append(rights, &all[i])
		case all[i].Internal:
			own = append(own, &all[i])
		default:
			duties = append(duties, &all[i])
		}
	}
	return duties, rights, own, hearings
}

func lines(list []*DueLine, id GroupID) []DeskRow {
	out := make([]DeskRow, len(list))
	for i := range list {
		out[i] = DeskRow{Line: list[i], Group: id}
	}
	return out
}

func standing(list []StandingCase, id GroupID) []DeskRow {
	out := make([]DeskRow, len(list))
	for i := range list {
		out[i] = DeskRow{Standing: &list[i], Group: id}
	}
	return out
}

// Count words a group's count, "" while only a part of the docket is read.
func (g DeskGroup) Count() string {
	if g.Partial {
		return ""
	}
	return Thousands(g.Total) + g.Unit
}

// Group gives a group with its count.
func (l *DeskList) Group(id GroupID) DeskGroup {
	for _, g := range l.Groups {
		if g.ID == id {
			return g
		}
	}
	return DeskGroup{}
}

// DeskText is what a row of the desk says: the case and its period at the left, the day and what is left at the right.
type DeskText struct {
	CaseRef
	// What is the period, or the state of a case that stands still; Aside who must act and who handles the case.
	What, Aside string
	// Day is the date, Left the days left in words.
	Day, Left string
	Tone      Tone
}

// Text words a row that is no head.
func (l *DeskList) Text(r DeskRow) DeskText {
	if r.Line != nil {
		return r.Line.Text(l.Today)
	}
	c := r.Standing
	stood := "今天"
	if days := l.Today.Sub(c.Since); days > 0 {
		stood = fmt.Sprintf("已停%d天", days)
	}
	if r.Group == GroupStuck {
		return DeskText{CaseRef: c.CaseRef, What: c.State, Aside: "最近一次记录：" + c.Since.String(), Day: "无在计期限",
			Left: stood, Tone: Late}
	}
	t := DeskText{CaseRef: c.CaseRef, What: c.State, Day: c.Since.String() + " 起", Left: stood, Tone: Paused}
	switch {
	case c.Sixty.IsZero():
	case c.Sixty <= l.Today:
		t.Aside, t.Tone = "已满60日：原因仍未消除的，应当终止行政复议", Late
	default:
		t.Aside = "满60日：" + DayWord(c.Sixty)
	}
	return t
}

// hearingText says hour and place of a hearing, that it is over and not recorded, or what it collides with.
func (l *DueLine) hearingText() string {
	switch {
	case l.Passed:
		return "日期已过，还没有记录" + l.Name
	case len(l.Clash) > 0:
		return strings.TrimPrefix(l.Sitting+"，", "，") + "可能与" + strings.Join(l.Clash, "、") + "的时间冲突"
	}
	return l.Sitting
}

// Text words a period or hearing as of a day.
func (l *DueLine) Text(today calendar.Date) DeskText {
	t := DeskText{CaseRef: l.CaseRef, What: l.Name, Day: l.Day(), Left: l.Left(today), Tone: l.Tone(today)}
	if l.Owner != "" && !l.Hearing {
		t.Aside = "责任：" + l.Owner
	}
	if l.Hearing {
		t.Aside = l.hearingText()
	}
	if l.Internal {
		t.Aside = "内部安排，" + t.Aside
	}
	if l.Appeal {
		t.Aside = "要上诉的应在届满前提出"
		if strings.HasPrefix(l.Name, "申请复议") {
			t.Aside = "要申请复议的应在届满前提出"
		}
	}
	if l.Deems && l.Due == today {
		t.Aside = "今天不作出不予受理决定的，即视为受理"
	}
	return t
}
