package statistics

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases/calendar"
)

// paragraphs writes the texts of the yearly report (法治政府建设年度报告). Every number comes from an indicator.
func paragraphs(r *Report, p period, facts []Fact) []Paragraph {
	return []Paragraph{
		{"行政复议工作", reconsiderationText(r, p, facts)},
		{"行政应诉工作", suitText(r)},
	}
}

// count is the count of an indicator.
func (r *Report) count(id string) int { return r.Indicator(id).Numerator }

// opening is 2020年，姑苏区, with the day of counting when the year is not over.
func (r *Report) opening() string {
	name := r.Settings.District
	if name == "" {
		name = "本区"
	}
	if r.AsOf < r.To && r.AsOf >= r.From {
		return fmt.Sprintf("%d年（截至%d月%d日），%s", r.Year, int(r.AsOf.Month()), r.AsOf.Day(), name)
	}
	return fmt.Sprintf("%d年，%s", r.Year, name)
}

func reconsiderationText(r *Report, p period, facts []Fact) string {
	var s []string
	if r.count("received")+r.count("carried_in")+r.count("concluded") == 0 {
		s = append(s, r.opening()+"没有收到行政复议申请，也没有上年结转的行政复议案件。")
	} else {
		s = append(s, caseload(r)...)
	}
	if r.count("letters") > 0 {
		s = append(s, lettersText(p, facts))
	}
	s = append(s, committeeText(r, p, facts)...)
	return strings.Join(s, "")
}

func caseload(r *Report) []string {
	first := r.opening()
	if n := r.count("carried_in"); n > 0 {
		first += fmt.Sprintf("上年结转行政复议案件%d件，", n)
	}
	first += fmt.Sprintf("新收行政复议申请%d件，受理%d件，办结%d件", r.count("received"), r.count("accepted"), r.count("concluded"))
	if i := r.Indicator("conclusion_rate"); i.Denominator > 0 {
		first += "，审结率" + percent(i)
	}
	if n := r.count("pending"); n > 0 {
		first += fmt.Sprintf("，期末未结%d件", n)
	}
	out := []string{first + "。"}
	if r.count("concluded") == 0 {
		return out
	}
	if i := r.Indicator("mediation_rate"); i.Numerator > 0 {
		out = append(out, fmt.Sprintf("坚持调解优先、实质化解争议，以调解、和解方式结案%d件，占办结案件的%s。", i.Numerator, roughly(i)))
	} else {
		out = append(out, "没有以调解、和解方式结案的案件。")
	}
	if i := r.Indicator("correction_rate"); i.Numerator > 0 {
		out = append(out, fmt.Sprintf("依法监督行政行为，直接纠错%d件，直接纠错率%s。", i.Numerator, percent(i)))
	} else {
		out = append(out, "办结案件中没有直接纠错的案件。")
	}
	return out
}

// lettersText names the letters by kind: the two must not be mixed up (意见书 binds, 建议书 advises).
func lettersText(p period, facts []Fact) string {
	opinions, advice := 0, 0
	for i := range facts {
		opinions += p.count(&facts[i], func(l Letter) bool { return l.Opinion })
		advice += p.count(&facts[i], func(l Letter) bool { return !l.Opinion })
	}
	switch {
	case advice == 0:
		return fmt.Sprintf("制发行政复议意见书%d份，推动行政机关改进执法。", opinions)
	case opinions == 0:
		return fmt.Sprintf("制发行政复议建议书%d份，推动行政机关改进执法。", advice)
	}
	return fmt.Sprintf("制发行政复议意见书和行政复议建议书共%d份（意见书%d份、建议书%d份），推动行政机关改进执法。", opinions+advice, opinions, advice)
}

// committeeText tells of the committee's founding in the year and of its sessions.
func committeeText(r *Report, p period, facts []Fact) []string {
	var out []string
	if d := r.Settings.CommitteeFounded; p.has(d) && d <= r.AsOf {
		out = append(out, fmt.Sprintf("%d月，成立行政复议委员会，为疑难复杂案件提供咨询意见。", int(d.Month())))
	}
	n := r.count("committee_sessions")
	if n == 0 {
		return out
	}
	m := gather(p, facts)
	text := fmt.Sprintf("%s，行政复议委员会召开案件咨询会议%d次，讨论%s案件%d件", strings.Join(m.months, "、"), n,
		strings.Join(m.categories, "、"), r.count("committee_cases"))
	if len(m.topics) > 0 {
		text += "，议题包括：" + strings.Join(m.topics, "；")
	}
	return append(out, text+"。")
}

// meetings sums up what the committee was consulted on.
type meetings struct{ months, categories, topics []string }

func gather(p period, facts []Fact) meetings {
	var m meetings
	add := func(list *[]string, s string) {
		if s != "" && !slices.Contains(*list, s) {
			*list = append(*list, s)
		}
	}
	var days []calendar.Date
	for i := range facts {
		for _, c := range facts[i].Consultations {
			if p.has(c.On) {
				days = append(days, c.On)
				add(&m.categories, facts[i].Category)
				add(&m.topics, strings.TrimRight(c.Topic, "。；"))
			}
		}
	}
	m.months = monthSpans(days)
	// A report names a few topics, not dozens.
	m.topics = m.topics[:min(len(m.topics), 3)]
	return m
}

func suitText(r *Report) string {
	if r.count("suits")+r.count("suits_carried_in")+r.count("suits_concluded") == 0 {
		return r.opening() + "没有行政应诉案件。"
	}
	s := r.opening()
	if n := r.count("suits_carried_in"); n > 0 {
		s += fmt.Sprintf("上年结转行政应诉案件%d件，", n)
	}
	s += fmt.Sprintf("新收行政应诉案件%d件，审结%d件，", r.count("suits"), r.count("suits_concluded"))
	if n := r.count("suits_pending"); n > 0 {
		s += fmt.Sprintf("期末未结%d件，", n)
	}
	if i := r.Indicator("loss_rate"); i.Numerator > 0 && i.Denominator > 0 {
		s += fmt.Sprintf("败诉%d件，败诉率%s", i.Numerator, percent(i))
	} else {
		s += fmt.Sprintf("败诉%d件", i.Numerator)
	}
	switch n, lost := r.count("suits_government"), r.count("suits_government_lost"); {
	case n > 0 && lost == 0:
		s += fmt.Sprintf("；新收案件中以%s为被告的%d件，政府没有败诉", organName(r), n)
	case n+lost > 0:
		s += fmt.Sprintf("；新收案件中以%s为被告的%d件，政府败诉%d件", organName(r), n, lost)
	}
	return s + "。" + appearanceText(r)
}

func organName(r *Report) string {
	if r.Settings.District == "" {
		return "本级人民政府"
	}
	return r.Settings.District + "政府"
}

func appearanceText(r *Report) string {
	i := r.Indicator("appearance_rate")
	if i.Denominator == 0 {
		return "统计期内没有开庭审理的应诉案件。"
	}
	s := fmt.Sprintf("开庭审理%d件，行政机关负责人出庭%d件，出庭应诉率%s", i.Denominator, i.Numerator, roughly(i))
	switch c := r.Indicator("appearance_rate_change"); {
	case c.ID == "":
	case c.Value > 0:
		s += "，比上年提高" + points(c.Value) + "个百分点"
	case c.Value < 0:
		s += "，比上年下降" + points(-c.Value) + "个百分点"
	default:
		s += "，与上年持平"
	}
	return s + "。"
}

func points(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }

// percent prints a rate in per cent with one decimal, none when it is exact.
func percent(i Indicator) string {
	if i.Denominator > 0 && 100*i.Numerator%i.Denominator == 0 {
		return strconv.Itoa(100*i.Numerator/i.Denominator) + "%"
	}
	return strconv.FormatFloat(math.Round(1000*i.Value)/10, 'f', 1, 64) + "%"
}

// roughly prints a rate as reports do, 近90%（89.5%）, when it is close to a round one, always with the exact figure.
func roughly(i Indicator) string {
	exact := percent(i)
	pct := 100 * i.Value
	above := math.Ceil(pct/10) * 10
	switch {
	case i.Denominator == 0 || 10*i.Numerator%i.Denominator == 0:
		return exact
	case above-pct <= 1 && above < 100:
		return fmt.Sprintf("近%.0f%%（%s）", above, exact)
	}
	return exact
}

// monthSpans names the months of days of one year, neighbouring ones together: 1至5月, 7月.
func monthSpans(days []calendar.Date) []string {
	var in [14]bool
	for _, d := range days {
		in[d.Month()] = true
	}
	var out []string
	for m := 1; m <= 12; m++ {
		if !in[m] {
			continue
		}
		first := m
		for in[m+1] {
			m++
		}
		if m-first < 2 {
			for ; first < m; first++ {
				out = append(out, fmt.Sprintf("%d月", first))
			}
			out = append(out, fmt.Sprintf("%d月", m))
			continue
		}
		out = append(out, fmt.Sprintf("%d至%d月", first, m))
	}
	return out
}
