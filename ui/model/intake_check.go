package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/reception"
)

// Hint is one thing to know about the registration as it stands, with its article.
type Hint struct {
	Tone  Tone
	Title string
	Text  string
	Basis string
}

// IntakeCheck is what the page says beside the fields after a pause.
type IntakeCheck struct {
	// Warnings stand below their fields and never keep a case from being registered.
	Warnings map[string]string
	Hints    []Hint
	// Conditions are those of acceptance (受理条件, 复议法30) as far as the page tells.
	Conditions []Hint
}

// Compact leaves of a checklist the reasons of what is not met; the rest is one line each.
func Compact(list []Hint) []Hint {
	out := slices.Clone(list)
	for i := range out {
		if out[i].Tone != Late {
			out[i].Text, out[i].Basis = "", ""
		}
	}
	return out
}

// IntakeContext is what a check needs to know of the office.
type IntakeContext struct {
	Law      *procedure.Law
	Settings cases.Settings
	Organs   *OrganIndex
	Today    calendar.Date
}

// Check looks through the page as typed. It is quick enough to run after every pause.
func (in *Intake) Check(x IntakeContext) IntakeCheck {
	k := IntakeCheck{Warnings: map[string]string{}}
	bad := map[string]string{}
	c := in.facts(x.Today, bad)
	acts := in.acts(x.Today, bad)
	c.Acts = acts
	in.numbers(x, k.Warnings)
	if in.taken != "" && in.taken == cases.NumberKey(in.Number) {
		k.Warnings["number"] = "这个案号已经登记过，请换一个案号，或者用 Ctrl+K 打开那一件。"
	}
	if p := c.Particulars; p != nil && !p.Known.IsZero() && p.Known < p.ActDate {
		k.Warnings["known"] = fmt.Sprintf("早于行政行为的日期%s，请核对哪一个写错了；申请期限按这一天起算。", p.ActDate)
	}
	k.Hints = append(k.Hints, in.agents(c, x)...)
	if in.Executes() {
		return k
	}
	if in.Kind == cases.Litigation {
		if h, ok := reception.CourtHint(in.respondents(x), strings.TrimSpace(in.Court), in.Instance); ok {
			k.Hints = append(k.Hints, hintOf(h))
		}
		k.Hints = append(k.Hints, in.reviewed(c, x)...)
		return k
	}
	k.Hints = append(k.Hints, in.jurisdiction(x)...)
	k.Hints = append(k.Hints, in.prerequisite(x)...)
	if in.c == nil {
		k.Hints = append(k.Hints, timely(acts, x)...)
	}
	k.Hints = append(k.Hints, in.representatives(x)...)
	if in.c == nil {
		k.Conditions = in.conditions(c, x)
	}
	return k
}

// timely says whether the application came in time, by the rules that recording the receipt will use.
func timely(acts []procedure.Act, x IntakeContext) []Hint {
	last := &acts[len(acts)-1]
	if last.On.IsZero() || last.Detail == nil || last.Detail.Filing == nil {
		return nil
	}
	t := procedure.Fold(acts, procedure.ReviewCourse, x.Law, x.Today)
	var out []Hint
	for _, p := range t.Periods {
		switch p.Rule.ID {
		case procedure.Apply, procedure.ApplyCapUntold, procedure.ApplyCap, procedure.ApplyCapEstate:
		default:
			continue
		}
		h := Hint{Tone: Finished, Title: p.Rule.Name, Basis: p.Rule.Basis,
			Text: fmt.Sprintf("%s起算，%s届满，申请日%s，在期限内。", p.Count.Start, p.Count.Due, p.Done)}
		if p.Late(x.Today) {
			h.Tone = Late
			h.Text = fmt.Sprintf("%s起算，%s届满，申请日%s，晚%d日。没有正当理由的不予受理。", p.Count.Start, p.Count.Due, p.Done, p.Done.Sub(p.Count.Due))
		}
		if p.Count.Provisional {
			h.Text += "（推算）"
		}
		// Of the caps only what is missed has to be known.
		if p.Rule.ID == procedure.Apply || p.Rule.ID == procedure.ApplyCapUntold || h.Tone == Late {
			out = append(out, h)
		}
	}
	return out
}

// agents says what is wrong with the agents named.
func (in *Intake) agents(c *cases.Case, x IntakeContext) []Hint {
	var out []Hint
	for _, h := range reception.Agents(c, in.day(x)) {
		one := hintOf(h)
		one.Tone = Soon
		out = append(out, one)
	}
	return out
}

// day is the day of receipt as typed, today while it cannot be read.
func (in *Intake) day(x IntakeContext) calendar.Date {
	if d, err := ReadDate(in.Received, x.Today); err == nil && !d.IsZero() {
		return d
	}
	return x.Today
}

// respondents are the organs named, with what the directory knows of them, else what their names tell.
func (in *Intake) respondents(x IntakeContext) []cases.OrganRecord {
	var out []cases.OrganRecord
	for _, p := range in.Of(cases.Respondent) {
		name := strings.TrimSpace(p.Name)
		if name == "" {
			continue
		}
		o, known := x.Organs.Get(name)
		if !known {
			o = reception.GuessOrgan(name)
		}
		out = append(out, o)
	}
	return out
}

// Describe is what the page says of a respondent: what the directory has, and whether it has it at all.
func (x *OrganIndex) Describe(name string) (text string, known bool) {
	o, known := x.Get(strings.TrimSpace(name))
	if !known {
		return "", false
	}
	var parts []string
	for _, s := range []string{o.Kind.Label(), OrganLevelLabel(o.Level), o.Field} {
		parts = appendFilled(parts, s)
	}
	if o.Name != strings.TrimSpace(name) {
		parts = append([]string{o.Name}, parts...)
	}
	return strings.Join(parts, "　"), true
}

// Unlisted is the sentence below a respondent that the directory does not have, "" while the name is too short to tell.
func (x *OrganIndex) Unlisted(name string) string {
	name = strings.TrimSpace(name)
	if x == nil || len([]rune(name)) <= 3 {
		return ""
	}
	kind := reception.GuessOrgan(name).Kind.Label()
	if n := x.used(name); n > 0 {
		return fmt.Sprintf("%d件案件用过这个名称，名录里还没有，按名称看是%s", n, kind)
	}
	return "名录里没有这个机关，按名称看是" + kind
}

// Take takes an organ of the directory as respondent; its field fills the category while that is empty.
func (in *Intake) Take(p *PartyForm, o cases.OrganRecord) {
	p.Name, p.Phone, p.Address, p.Head = o.Name, o.Phone, o.Address, o.Head
	if strings.TrimSpace(in.Category) == "" {
		in.Category = o.Field
	}
}

// SimilarWhy says what a similar case has in common, in the words of the kind of case that is registered: 同一原告 in a suit.
func (in *Intake) SimilarWhy(why string) string {
	return strings.ReplaceAll(why, cases.Applicant.Label(cases.Reconsideration), in.RoleLabel(cases.Applicant))
}

// RepeatedWord is what a case that agrees in party and matter may be.
func (in *Intake) RepeatedWord() string {
	if in.Kind == cases.Litigation {
		return "可能重复登记"
	}
	return "可能是重复申请"
}

// SimilarWords is the strip above the list of similar cases, "" if there are none.
func (in *Intake) SimilarWords(list []cases.SimilarCase) string {
	if len(list) == 0 {
		return ""
	}
	n, same := map[string]int{}, 0
	var order []string
	for _, s := range list {
		for _, why := range s.Why {
			if n[why] == 0 {
				order = append(order, why)
			}
			n[why]++
		}
		if s.Same {
			same++
		}
	}
	var parts []string
	for _, why := range order {
		parts = append(parts, in.SimilarWhy(why)+"已有"+strconv.Itoa(n[why])+"件")
	}
	text := strings.Join(parts, "，")
	if same > 0 {
		text += fmt.Sprintf("，其中%d件%s", same, in.RepeatedWord())
	}
	return text
}

// SectionCounts are the figures beside the names of the sections, 0 for none.
func (in *Intake) SectionCounts() map[cases.Role]int {
	out := map[cases.Role]int{}
	for _, p := range in.Parties {
		if strings.TrimSpace(p.Name) != "" {
			out[p.Role]++
		}
	}
	return out
}

// Summary lists what registering will record, for the clerk to see before it is.
func (in *Intake) Summary(c *cases.Case, x IntakeContext) []Change {
	var out []Change
	for _, l := range factLines(c) {
		out = append(out, Change{Label: l[0], After: l[1]})
	}
	for _, a := range c.Acts {
		text := a.On.String() + " " + a.On.WeekdayChinese()
		if a.Detail != nil && a.Detail.Means != "" {
			text += "，" + procedure.MeansLabel(a.Detail.Means)
		}
		out = append(out, Change{Label: procedure.ActLabel(a.Kind), After: text})
	}
	t := procedure.Fold(c.Acts, c.Course(), x.Law, x.Today)
	for _, p := range t.Periods {
		switch {
		case !p.Running() || p.Count.Open:
		case p.Rule.Internal:
			out = append(out, Change{Label: p.Rule.Name, After: DayWord(p.Count.Due) + "（内部安排，不是法定期限）"})
		default:
			out = append(out, Change{Label: p.Rule.Name, After: "至" + DayWord(p.Count.Due) + "，" + DaysWord(p.DaysLeft(x.Today))})
		}
	}
	return out
}
