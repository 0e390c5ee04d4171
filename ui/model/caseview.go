package model

import (
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// CaseView is a case page, ready to draw.
type CaseView struct {
	Case     *cases.Case
	Timeline procedure.Timeline
	// Number and Title head the page: the case number and who against whom.
	Number, Title string
	State         string
	StateTone     Tone
	// Due is the period that ends next.
	Due      Deadline
	Facts    []Fact
	Periods  []PeriodView
	Acts     []ActView
	Notes    []cases.Note
	Problems []string
	// Main is the act most likely next, nil if none; Offers the other permitted acts; Refused those that may not come
	// now, each with its reason.
	Main    *procedure.Offer
	Offers  []procedure.Offer
	Refused []procedure.Offer
}

// Fact is one labelled value.
type Fact struct{ Label, Value string }

// PeriodView is one period with its derivation.
type PeriodView struct {
	Name, Due, Left, Owner string
	Tone                   Tone
	Running                bool
	Steps                  []Step
}

// ActView is one act of the timeline.
type ActView struct {
	Date, Label, Paper string
	// Lines are the details in words.
	Lines    []string
	Imported bool
	By       string
}

// NewCaseView lays a case out as of today.
func NewCaseView(c *cases.Case, law *procedure.Law, today calendar.Date) *CaseView {
	t := procedure.Examine(c.Acts, c.Kind == cases.Litigation, law, today)
	row := cases.Project(c, law, today)
	v := &CaseView{Case: c, Timeline: t, Number: c.Number, Title: c.Title(), State: t.State.Label(), Notes: c.Notes,
		Problems: t.Problems, Due: DeadlineOf(row, today), StateTone: restTone(row)}
	v.Facts = facts(c, &t)
	for _, p := range t.Periods {
		v.Periods = append(v.Periods, periodView(p, &t, law, today))
	}
	slices.SortStableFunc(v.Periods, func(a, b PeriodView) int {
		switch {
		case a.Running == b.Running:
			return 0
		case a.Running:
			return -1
		}
		return 1
	})
	v.Acts = actViews(c)
	v.offers()
	return v
}

func facts(c *cases.Case, t *procedure.Timeline) []Fact {
	out := []Fact{
		{cases.Applicant.Label(c.Kind), c.Joined(cases.Applicant)},
		{cases.Respondent.Label(c.Kind), c.Joined(cases.Respondent)},
		{cases.ThirdParty.Label(c.Kind), c.Joined(cases.ThirdParty)},
		{cases.Agent.Label(c.Kind), c.Joined(cases.Agent)},
		{subjectTitle(c.Kind), c.Subject},
		{"管理类别", c.Class.Category},
		{matterTitle(c.Kind), c.Class.Matter},
		{"承办人", c.Handler},
		{receivedTitle(c.Kind), DayWord(t.Received)},
		{acceptedTitle(c.Kind, t.DeemedAccepted), DayWord(t.Accepted)},
		{"结案日期", DayWord(t.Concluded)},
		{"处理结果", procedure.Headline(c.Acts)},
	}
	if s := c.Suit; s != nil {
		out = append(out, Fact{"受诉法院", s.Court}, Fact{"法院案号", s.CourtNumber}, Fact{"审级", s.Instance.Label()},
			Fact{"案件来源", s.Source.Label()}, Fact{"关联案件", s.Related})
	} else {
		out = append(out, Fact{"适用规则", t.Regime.Label()})
	}
	return slices.DeleteFunc(out, func(f Fact) bool { return f.Value == "" })
}

func matterTitle(k cases.Kind) string {
	if k == cases.Litigation {
		return "被诉行为"
	}
	return "复议类型"
}

func acceptedTitle(k cases.Kind, deemed bool) string {
	switch {
	case k == cases.Litigation:
		return "立案日期"
	case deemed:
		return "视为受理"
	}
	return "受理日期"
}

func periodView(p procedure.Period, t *procedure.Timeline, law *procedure.Law, today calendar.Date) PeriodView {
	v := PeriodView{Name: p.Rule.Name, Owner: p.Rule.Owner, Running: p.Running(), Steps: Explain(p, t.Pauses, law.Calendar)}
	switch {
	case p.Count.Open && !p.Running():
		v.Left, v.Tone = "已结束", Finished
	case p.Count.Open:
		v.Left, v.Tone = "中止，期限停止计算", Paused
	default:
		v.Due = DayWord(p.Count.Due)
		v.Left, v.Tone = left(p, today)
	}
	if p.Count.Provisional {
		v.Due += "（推算）"
	}
	return v
}

func left(p procedure.Period, today calendar.Date) (string, Tone) {
	if p.Running() {
		days := p.DaysLeft(today)
		return DaysWord(days), toneOf(days)
	}
	if p.Rule.Expires {
		return p.Done.String() + " 届满", Finished
	}
	if p.Late(today) {
		return p.Done.String() + " 完成，" + DaysWord(p.Count.Due.Sub(p.Done)), Late
	}
	return p.Done.String() + " 按期完成", Finished
}

// actViews lists the acts by day, the newest first.
func actViews(c *cases.Case) []ActView {
	acts := slices.Clone(c.Acts)
	slices.SortStableFunc(acts, func(a, b procedure.Act) int { return int(a.On - b.On) })
	slices.Reverse(acts)
	out := make([]ActView, len(acts))
	for i, a := range acts {
		out[i] = ActView{Date: DayWord(a.On), Label: procedure.ActLabel(a.Kind), Paper: a.Paper, Lines: detailLines(&a),
			Imported: a.Imported, By: a.By}
	}
	return out
}

// detailLines words what an act carries besides its date and paper.
func detailLines(a *procedure.Act) []string {
	var out []string
	if d := a.Detail; d != nil {
		if d.Ground != "" {
			out = append(out, "事由："+procedure.GroundLabel(d.Ground))
		}
		for _, it := range d.Items {
			out = append(out, itemLine(it))
		}
		if a.Kind == procedure.Extension {
			out = append(out, "延长"+Thousands(extensionDays(d))+"日")
		}
		if d.To != "" {
			out = append(out, "送往："+d.To)
		}
		if d.Appearance != nil {
			out = append(out, appearanceLine(d.Appearance))
		}
		for _, r := range d.Results {
			out = append(out, resultLine(r))
		}
	}
	if a.Note != "" {
		out = append(out, a.Note)
	}
	return out
}

func extensionDays(d *procedure.Detail) int {
	if d.Days == 0 {
		return 30
	}
	return d.Days
}

func itemLine(it procedure.Item) string {
	s := procedure.DispositionLabel(it.Kind)
	if it.Redo {
		s += "，责令重新作出"
	}
	if it.Text != "" {
		s += "：" + it.Text
	}
	return s
}

func appearanceLine(a *procedure.Appearance) string {
	var s strings.Builder
	if a.For != "" {
		s.WriteString(a.For + "：")
	}
	if !a.Head {
		s.WriteString("负责人未出庭")
		if a.Reason != "" {
			s.WriteString("，理由：" + a.Reason)
		}
		return s.String()
	}
	s.WriteString("负责人出庭")
	var who []string
	for _, w := range []string{a.Name, a.Post, procedure.RankLabel(a.Rank)} {
		if w != "" {
			who = append(who, w)
		}
	}
	if len(who) > 0 {
		s.WriteString("：" + strings.Join(who, "，"))
	}
	return s.String()
}

func resultLine(r procedure.Result) string {
	s := procedure.OutcomeLabel(r.Outcome)
	if procedure.LostBy(r) {
		s += "（败诉）"
	}
	if r.Defendant != "" {
		s = r.Defendant + "：" + s
	}
	return s
}

func (v *CaseView) offers() {
	for _, o := range v.Timeline.Offers {
		switch {
		case o.Refused != "":
			v.Refused = append(v.Refused, o)
		case o.Main:
			v.Main = &o
		default:
			v.Offers = append(v.Offers, o)
		}
	}
}
