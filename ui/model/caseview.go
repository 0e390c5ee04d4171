package model

import (
	"fmt"
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
	// Outcome marks a suit that was judged: 败诉 or 未败诉, "" before and where it goes on elsewhere.
	Outcome     string
	OutcomeTone Tone
	// Due is the period that ends next.
	Due Deadline
	// Flags mark the case beside its state: 视为受理, 简易程序, 延期 ...
	Flags []string
	// Next is one sentence: what comes next, and until when (下一步).
	Next     string
	Facts    []Fact
	Periods  []PeriodView
	Acts     []ActView
	Notes    []cases.Note
	Problems []string
	// Notices remind of duties that the acts seem to have missed.
	Notices []Notice
	// Main is the act most likely next, nil if none; Offers the other usual acts that are permitted; Groups all acts by
	// heading, permitted or refused with the reason.
	Main   *procedure.Offer
	Offers []procedure.Offer
	Groups []OfferGroup
}

// OfferGroup is a heading with its acts.
type OfferGroup struct {
	Title  string
	Offers []procedure.Offer
}

// Fact is one labelled value. Period is the place in CaseView.Periods of the derivation behind a date, -1 if there is none.
type Fact struct {
	Label, Value string
	Period       int
	// Wide values stand alone on their line, whatever their length, so that the same facts of two cases stand at the same place.
	Wide bool
}

// PeriodView is one period with its derivation.
type PeriodView struct {
	Name, Due, Left, Owner string
	Tone                   Tone
	Running                bool
	Bar                    Bar
	Steps                  []procedure.Step
	// Days is the derivation day by day, empty where none are counted.
	Days []calendar.DayMark
}

// Bar is a period as a line from its start to its due date; shares run from 0 to 1.
type Bar struct {
	// Elapsed is how much of the time is over.
	Elapsed float32
	// Pauses are the parts that do not count.
	Pauses []Stretch
	// Start and End are the days at its ends.
	Start, End string
}

// Stretch is a part of a bar.
type Stretch struct{ From, To float32 }

// ActView is one act of the timeline.
type ActView struct {
	Act                procedure.Act
	Date, Label, Paper string
	// Lines are the details in words; Corrected tells what the entry said before 更正录入.
	Lines     []string
	Corrected []string
	Imported  bool
	By        string
}

// NewCaseView lays a case out as of today, with the corrections made in it.
func NewCaseView(c *cases.Case, fixes []cases.CorrectionRecord, law *procedure.Law, today calendar.Date) *CaseView {
	t := procedure.Examine(c.Acts, c.Course(), law, today)
	row := cases.Project(c, law, today)
	v := &CaseView{Case: c, Timeline: t, Number: c.Number, Title: c.Title(), State: t.State.Label(), Notes: c.Notes,
		Problems: t.Problems, Notices: missedDuties(c, &t), Due: DeadlineOf(row, today), StateTone: restTone(row)}
	for _, g := range t.Flags {
		if g == procedure.FlagSummary && t.State == procedure.TryingSummary {
			continue // the state says so
		}
		v.Flags = append(v.Flags, procedure.FlagLabel(g))
	}
	periods := slices.Clone(t.Periods)
	slices.SortStableFunc(periods, func(a, b procedure.Period) int {
		switch {
		case a.Running() == b.Running():
			return 0
		case a.Running():
			return -1
		}
		return 1
	})
	for _, p := range periods {
		v.Periods = append(v.Periods, periodView(p, law, today))
		if p.Running() && p.Name() == v.Due.Name && p.Count.Due == row.Due {
			v.Due.Left = LeftWord(p, today, law.Calendar)
		}
	}
	v.Facts = facts(c, &t, periods)
	if c.Kind == cases.Litigation {
		v.Outcome, v.OutcomeTone = suitOutcome(c, law, today)
		v.Facts = suitFacts(v.Facts, c, law, today)
	}
	v.Acts = actViews(c, fixes)
	v.offers()
	v.Next = nextSentence(&t, v.Main, today, law.Calendar) + ownDays(&t)
	return v
}

func facts(c *cases.Case, t *procedure.Timeline, periods []procedure.Period) []Fact {
	of := func(ids ...procedure.RuleID) int {
		return slices.IndexFunc(periods, func(p procedure.Period) bool { return slices.Contains(ids, p.Rule.ID) })
	}
	review, trial := of(procedure.AccReview), of(procedure.DecOrd, procedure.DecSmp, procedure.AnswerCourt)
	if j := of(procedure.CorrReview); j >= 0 {
		review = j
	}
	out := []Fact{
		{c.RoleLabel(cases.Applicant), c.Joined(cases.Applicant), -1, false},
		{c.RoleLabel(cases.Respondent), c.Joined(cases.Respondent), -1, false},
		{cases.ThirdParty.Label(c.Kind), c.Joined(cases.ThirdParty), -1, false},
		{cases.Agent.Label(c.Kind), c.Joined(cases.Agent), -1, false},
		{subjectTitle(c.Kind), c.Subject, -1, false},
		{"管理类别", c.Class.Category, -1, false},
		{matterTitle(c.Kind, c.Enforcement()), c.Class.Matter, -1, false},
		{"承办人", c.Handler, -1, false},
		{receivedTitle(c.Kind), DayWord(t.Received), review, false},
		{acceptedTitle(c.Kind, t.DeemedAccepted), DayWord(t.Accepted), acceptedBy(c.Kind, review, trial), false},
		{"结案日期", DayWord(t.Concluded), trial, false},
		{"处理结果", procedure.Headline(c.Acts), -1, false},
	}
	if c.Suit == nil {
		out = append(out, Fact{"适用规则", t.Regime.Label(), -1, false})
	}
	for _, x := range courtFacts(c) {
		out = append(out, Fact{x[0], x[1], -1, false})
	}
	return slices.DeleteFunc(out, func(f Fact) bool { return f.Value == "" })
}

// courtFacts are what only a court case has, as labels and values; some are empty. 非诉执行 has no instance, no source and no defendants.
func courtFacts(c *cases.Case) [][2]string {
	s := c.Suit
	if s == nil {
		return nil
	}
	court, number, related := [2]string{courtTitle(c.Enforcement()), s.Court}, [2]string{"法院案号", s.CourtNumber}, [2]string{"关联案件", s.Related}
	if c.Enforcement() {
		return [][2]string{{"案件种类", c.KindLabel()}, court, number, related}
	}
	return [][2]string{court, number, {"审级", s.Instance.Label()}, {"案件来源", s.Source.Label()}, {"诉讼种类", suitTypeText(s.Type)}, related,
		{"前一审级案号", s.Earlier}, {"赔偿请求", yuanWord(s.Claimed)}, {"判赔金额", yuanWord(s.Awarded)}, {"答辩承办部门", s.Author}, {"被告身份", capacities(c)}}
}

// courtTitle names the court of a case.
func courtTitle(enforcement bool) string {
	if enforcement {
		return "执行法院"
	}
	return "受诉法院"
}

// suitTypeText names the kind of a suit that is no ordinary one.
func suitTypeText(t cases.SuitType) string {
	if t == cases.OrdinarySuit {
		return ""
	}
	return t.Label()
}

// capacities are in what capacity the defendants are sued, "" where nothing was recorded.
func capacities(c *cases.Case) string {
	var out []string
	for _, p := range c.Parties {
		if p.Role == cases.Respondent && p.Capacity != "" {
			out = append(out, p.Name+"："+p.Capacity.Label())
		}
	}
	return strings.Join(out, "；")
}

// matterTitle names what the classification of a case says of the act.
func matterTitle(k cases.Kind, enforcement bool) string {
	switch {
	case enforcement:
		return "申请执行的行为"
	case k == cases.Litigation:
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

// acceptedBy is the period behind the day of acceptance: the review, after which the law accepts by itself.
func acceptedBy(k cases.Kind, review, trial int) int {
	if k == cases.Litigation {
		return trial
	}
	return review
}

func periodView(p procedure.Period, law *procedure.Law, today calendar.Date) PeriodView {
	v := PeriodView{Name: p.Name(), Owner: p.Rule.Owner, Running: p.Running(), Steps: procedure.Explain(p, law),
		Days: law.Calendar.Derivation(p.Count), Bar: barOf(p, today)}
	switch {
	case p.Count.Open && !p.Running():
		v.Left, v.Tone = "已结束", Finished
	case p.Count.Open:
		v.Left, v.Tone = "期限停止计算", Paused
	default:
		v.Due = DayWord(p.Count.Due)
		v.Left, v.Tone = left(p, today, law.Calendar)
	}
	switch {
	case !p.Running() || p.Count.Open:
	case p.Rule.Internal || p.Rule.Quiet && !p.Rule.Expires:
		v.Tone = looseTone(p.DaysLeft(today))
	case p.Rule.Expires && !p.Rule.Appeals():
		v.Tone = Calm
	}
	if p.Rule.Internal {
		v.Name += "（内部安排）"
	}
	if p.Count.Provisional {
		v.Due += "（推算）"
	}
	return v
}

// barOf draws a period between its start and its due date; while a pause runs, up to today.
func barOf(p procedure.Period, today calendar.Date) Bar {
	first, last := p.Count.Start, p.Count.Due
	if p.Count.Open {
		last = max(today, first+1)
	}
	if last < first { // a notice counts backwards
		first, last = last, first
	}
	share := func(d calendar.Date) float32 {
		return min(max(float32(d.Sub(first))/float32(max(last.Sub(first), 1)), 0), 1)
	}
	now := today
	if !p.Running() {
		now = p.Done
	}
	b := Bar{Elapsed: share(now), Start: first.String(), End: last.String()}
	for _, x := range p.Count.Pauses {
		to := x.To
		if to.IsZero() {
			to = last
		}
		b.Pauses = append(b.Pauses, Stretch{share(x.From), share(to)})
	}
	return b
}

func left(p procedure.Period, today calendar.Date, cal *calendar.Calendar) (string, Tone) {
	if p.Running() {
		return LeftWord(p, today, cal), toneOf(p.DaysLeft(today))
	}
	if p.Rule.Expires || p.Rule.Internal {
		return p.Done.String() + " " + p.EndWord(), Finished
	}
	if p.Late(today) {
		return p.Done.String() + " 完成，" + DaysWord(p.Count.Due.Sub(p.Done)), Late
	}
	return p.Done.String() + " 按期完成", Finished
}

// actViews lists the acts by day, the newest first.
func actViews(c *cases.Case, fixes []cases.CorrectionRecord) []ActView {
	acts := slices.Clone(c.Acts)
	slices.SortStableFunc(acts, func(a, b procedure.Act) int { return int(a.On - b.On) })
	slices.Reverse(acts)
	out := make([]ActView, len(acts))
	for i, a := range acts {
		out[i] = ActView{Act: a, Date: DayWord(a.On), Label: procedure.ActLabel(a.Kind), Paper: a.Paper, Lines: procedure.Describe(&a),
			Imported: a.Imported, By: a.By, Corrected: history(a.ID, fixes)}
		if a.Regime != "" {
			out[i].Lines = append(out[i].Lines, "适用规则："+a.Regime.Label())
		}
		if a.Note != "" {
			out[i].Lines = append(out[i].Lines, a.Note)
		}
	}
	for _, r := range fixes {
		if r.New == nil {
			out = append(out, ActView{Act: procedure.Act{}, Date: DayWord(r.Old.On), Label: "已作废：" + procedure.ActLabel(r.Old.Kind), Paper: r.Old.Paper,
				Lines: []string{"作废理由：" + r.Reason + "（" + r.By + "，" + day(r.At) + "）"}})
		}
	}
	return out
}

// history tells what an entry said before it was corrected, the latest correction first.
func history(id int64, fixes []cases.CorrectionRecord) []string {
	var out []string
	for _, r := range slices.Backward(fixes) {
		if r.New != nil && r.New.ID == id {
			out = append(out, "更正前："+entryWords(&r.Old)+"；理由："+r.Reason+"（"+r.By+"，"+day(r.At)+"）")
			id = r.Old.ID
		}
	}
	return out
}

func entryWords(a *procedure.Act) string {
	words := []string{a.On.String()}
	for _, w := range append([]string{a.Paper}, procedure.Describe(a)...) {
		if w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// day is the day of a time of day as it is stored.
func day(at string) string { return at[:min(10, len(at))] }

// offers sorts the acts: the most likely one, the usual ones, and all by heading.
func (v *CaseView) offers() {
	for _, o := range v.Timeline.Offers {
		switch {
		case o.Main:
			v.Main = &o
		case o.Refused == "" && o.Spec.Usual:
			v.Offers = append(v.Offers, o)
		}
		i := slices.IndexFunc(v.Groups, func(g OfferGroup) bool { return g.Title == o.Spec.Group })
		if i < 0 {
			i = len(v.Groups)
			v.Groups = append(v.Groups, OfferGroup{Title: o.Spec.Group})
		}
		v.Groups[i].Offers = append(v.Groups[i].Offers, o)
	}
}

// ours are the owners of periods whom the office answers for.
var ours = []string{"机关", "机构", "机关负责人", "机构负责人", "应诉机关", "申请执行机关"}

// nextSentence says in one sentence what comes next and until when.
func nextSentence(t *procedure.Timeline, main *procedure.Offer, today calendar.Date, cal *calendar.Calendar) string {
	if main == nil {
		switch due := appealEnd(t); {
		case t.State == procedure.ExecutionRefused && !due.IsZero():
			return fmt.Sprintf("申请复议的期限到%s届满。不服裁定的，请在届满前向上一级法院申请复议并记录“对执行裁定申请复议”；期满没有申请的，裁定生效，本案自动结案。", due.Chinese())
		case t.State == procedure.Urging:
			return urgedSentence(t)
		case !due.IsZero():
			return fmt.Sprintf("上诉期到%s届满。本机关要上诉的，请在届满前提出并记录“上诉”；期满没有上诉的，裁判生效，本案自动结案。", due.Chinese())
		}
		if t.State == procedure.Archived {
			return "案件已经归档，没有需要办理的事项。"
		}
		return "暂时没有需要办理的事项。"
	}
	if p, ok := t.Paused(); ok && t.State == procedure.Suspended {
		return fmt.Sprintf("案件自%s起中止，已%d天；中止原因消除后请“%s”。", p.From.Chinese(), today.Sub(p.From), main.Spec.Label)
	}
	p, ok := t.Duty()
	switch {
	case !ok:
		return main.Spec.Label + "。"
	case !slices.Contains(ours, p.Rule.Owner) && !p.Late(today):
		return fmt.Sprintf("等待%s：“%s”到%s届满（%s）。有结果后请“%s”。", p.Rule.Owner, p.Rule.Name, p.Count.Due.Chinese(), LeftWord(p, today, cal), main.Spec.Label)
	case p.Late(today):
		return fmt.Sprintf("“%s”已于%s届满，%s。请尽快“%s”。", p.Name(), p.Count.Due.Chinese(), LeftWord(p, today, cal), main.Spec.Label)
	}
	if p.Count.Due == today && (p.Rule.ID == procedure.AccReview || p.Rule.ID == procedure.CorrReview) {
		return "今天是受理审查的最后一天：不作出不予受理决定的，即视为受理。请“" + main.Spec.Label + "”或者作出不予受理决定。"
	}
	return fmt.Sprintf("请在%s（%s，%s）以前“%s”。", p.Count.Due.Chinese(), p.Count.Due.WeekdayChinese(), LeftWord(p, today, cal), main.Spec.Label)
}

// urgedSentence says until when the party may still perform, and from when the organ may apply to the court.
func urgedSentence(t *procedure.Timeline) string {
	var end, apply calendar.Date
	for _, p := range t.Running() {
		switch p.Rule.ID {
		case procedure.EnforceUrge:
			end = max(end, p.Count.Due)
		case procedure.EnforceApply:
			apply = p.Count.Due
		}
	}
	text := fmt.Sprintf("催告期到%s届满；期满仍不履行的，请“申请强制执行”", end.Chinese())
	if !apply.IsZero() {
		text += "，最迟" + apply.Chinese()
	}
	return text + "。"
}

// ownDays tells what the office set itself besides, "" if nothing of it is open.
func ownDays(t *procedure.Timeline) string {
	var out []string
	for _, p := range t.Running() {
		if p.Rule.Internal {
			out = append(out, p.Name()+"（"+p.Count.Due.String()+"）")
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "内部安排：" + strings.Join(out, "、") + "。"
}

// appealEnd is the last day on which any party may still appeal, zero if no appeal period runs.
func appealEnd(t *procedure.Timeline) (due calendar.Date) {
	for _, p := range t.Periods {
		if p.Running() && p.Rule.Appeals() {
			due = max(due, p.Count.Due)
		}
	}
	return due
}

// trialKinds are the acts worth trying before they are recorded, those that move dates first.
var trialKinds = []procedure.Kind{procedure.Suspension, procedure.Extension, procedure.ToOrdinary, procedure.SummaryChosen, procedure.HearingNotice,
	procedure.Resumption, procedure.InspectionStarted, procedure.AppraisalStarted, procedure.UpgradeAsked, procedure.SupplementNotice, procedure.Supplemented}

// TrialKinds lists the acts of the case to try (推演): those that move dates, then all others of its kind.
func TrialKinds(v *CaseView) []*procedure.Spec {
	suit := v.Case.Kind == cases.Litigation
	var out, rest []*procedure.Spec
	for _, k := range trialKinds {
		if s := procedure.SpecOf(k); s.Suit == suit {
			out = append(out, s)
		}
	}
	for _, s := range procedure.Specs(suit) {
		if !s.Opens() && !slices.Contains(out, s) {
			rest = append(rest, s)
		}
	}
	return append(out, rest...)
}
