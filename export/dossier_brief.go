package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/export/print"
)

// inFile tells that the brief shortened a text.
const inFile = "…（详见卷宗）"

// short shortens a text to a number of characters, 0 for whole, and says so.
func short(s string, limit int) string {
	s = strings.TrimSpace(s)
	if r := []rune(s); limit > 0 && len(r) > limit {
		return strings.TrimRight(string(r[:limit]), " \n，、；。") + inFile
	}
	return s
}

// some is the leading part of a list that a limit leaves room for, with the number left out.
func some[T any](list []T, limit int) ([]T, int) {
	n := len(list)
	if limit > 0 {
		n = min(n, max(3, limit/25))
	}
	return list[:n], len(list) - n
}

// brief composes the one-page brief: who against whom about what, where it stands, what runs, what is asked, in dispute
// and proposed. limit shortens long texts and lists, 0 leaves them whole.
func brief(s *caseSheet, today calendar.Date, limit int) []print.Block {
	blocks := []print.Block{
		print.Text{Text: s.c.Number, Size: 17, Bold: true, Align: print.Centre, Leading: 1.3, Keep: true},
		print.Text{Text: short(s.c.Title(), limit), Size: 11, Align: print.Centre, Leading: 1.4, Keep: true},
		print.Gap(5), briefFacts(s, today, limit),
	}
	for _, part := range briefParts(s, today, limit) {
		blocks = append(blocks, part...)
	}
	return blocks
}

// phoneBrief is the brief on narrow pages, with nothing shortened.
func phoneBrief(s *caseSheet, f *Files) print.Doc {
	blocks := []print.Block{
		print.Text{Text: s.c.Number, Size: 14, Bold: true, Align: print.Centre, Leading: 1.35, Keep: true},
		print.Text{Text: s.c.Title(), Size: 11, Align: print.Centre, Leading: 1.4, Keep: true},
		print.Rule{Weight: 0.8, Before: 4, After: 2},
	}
	for _, p := range factPairs(s, f.today, 0) {
		blocks = append(blocks, print.Text{Text: p.label + "：" + p.value, Size: 11, Leading: 1.5, Before: 2})
	}
	for _, part := range [][]print.Block{requestPart(s, 0), reasonsPart(s, 0), issuesPart(s, 0), narrowPeriods(s, f.today), narrowSteps(s), proposalPart(s, 0)} {
		blocks = append(blocks, part...)
	}
	return print.Doc{Format: print.Phone(), Blocks: blocks, Foot: func(page, pages int) print.Foot {
		return print.Foot{Left: "内部资料　" + f.today.String(), Right: fmt.Sprintf("%d/%d", page, pages), Size: 8}
	}}
}

func briefFoot(today calendar.Date, c *cases.Case) func(int, int) print.Foot {
	return func(int, int) print.Foot {
		return print.Foot{Left: "内部资料，仅供办案使用，请妥善保管。", Right: "据 " + today.Chinese() + " 登记生成　承办人：" + cmp.Or(c.Handler, "未定"), Size: 8}
	}
}

// pair is a label with its value.
type pair struct {
	label, value string
	// wide takes the whole width.
	wide bool
}

// factPairs are the facts at the head of the brief.
func factPairs(s *caseSheet, today calendar.Date, limit int) []pair {
	c, t := s.c, &s.t
	out := []pair{{label: "状态", value: stateWords(t)}, {label: "下一期限", value: nextWords(t, today)}}
	for _, r := range []cases.Role{cases.Applicant, cases.RepresentativeRole, cases.Respondent, cases.ThirdParty, cases.Agent} {
		if names := c.Names(r); len(names) > 0 {
			out = append(out, pair{c.RoleLabel(r), partyWords(names, limit), true})
		}
	}
	out = append(out, pair{"案由", short(c.Subject, limit), true})
	if p := c.Particulars; p != nil {
		paper := strings.Join(slices.DeleteFunc([]string{p.ActName, p.ActNumber, p.ActDate.Chinese()}, func(s string) bool { return s == "" }), "　")
		if p.Amount > 0 {
			paper += "　涉案金额" + yuan(p.Amount)
		}
		if paper != "" {
			out = append(out, pair{"被诉行为", short(paper, limit), true})
		}
	}
	out = append(out, pair{label: "管理类别", value: cmp.Or(c.Class.Category, "未登记")}, pair{label: "申请事项", value: cmp.Or(c.Class.Matter, "未登记")})
	if x := c.Suit; x != nil {
		out = append(out, pair{label: "受诉法院", value: strings.TrimSpace(x.Court + " " + x.Instance.Label())}, pair{label: "法院案号", value: cmp.Or(x.CourtNumber, "未登记")})
	}
	return append(out, pair{"关键日期", daysOfCase(t), true})
}

// yuan words an amount in fen.
func yuan(fen int64) string {
	return fmt.Sprintf("%d.%02d元", fen/100, fen%100)
}

// partyWords joins names, with their number where there are many.
func partyWords(names []string, limit int) string {
	text := short(strings.Join(names, "、"), limit)
	if len(names) > 5 {
		text = fmt.Sprintf("共%d人：%s", len(names), text)
	}
	return text
}

func stateWords(t *procedure.Timeline) string {
	words := []string{t.State.Label()}
	for _, g := range t.Flags {
		if l := procedure.FlagLabel(g); l != "" {
			words = append(words, l)
		}
	}
	return strings.Join(words, "，")
}

func nextWords(t *procedure.Timeline, today calendar.Date) string {
	p, ok := t.Next()
	if !ok {
		return "没有正在计算的期限"
	}
	return p.Rule.Name + "　" + dueWords(p, today)
}

// dueWords is a due date with the days that are left.
func dueWords(p procedure.Period, today calendar.Date) string {
	if p.Count.Open {
		return "停止计算"
	}
	out := p.Count.Due.String() + " " + p.Count.Due.WeekdayChinese()
	if p.Rule.Internal {
		return out + "（内部安排）"
	}
	switch n := p.DaysLeft(today); {
	case n > 0:
		out += fmt.Sprintf("（还有%d天）", n)
	case n == 0:
		out += "（今天到期）"
	case p.Rule.Expires:
		out += "（已届满）"
	default:
		out += fmt.Sprintf("（已超过%d天）", -n)
	}
	if p.Count.Provisional {
		out += "推算"
	}
	return out
}

func daysOfCase(t *procedure.Timeline) string {
	var out []string
	for _, d := range []struct {
		label string
		day   calendar.Date
	}{{"收件", t.Received}, {"受理", t.Accepted}, {"听证", t.Hearing}, {"结案", t.Concluded}} {
		if !d.day.IsZero() {
			out = append(out, d.label+" "+d.day.String())
		}
	}
	if p, ok := t.Main(); ok && p.Running() && !p.Count.Open {
		out = append(out, p.Rule.Name+"届满 "+p.Count.Due.String())
	}
	return strings.Join(out, "　")
}

// briefFacts sets the facts as a table, two short ones side by side.
func briefFacts(s *caseSheet, today calendar.Date, limit int) print.Table {
	t := print.Table{Widths: []float64{11, 39, 11, 39}, Size: 10}
	label := func(s string) print.Cell { return print.Cell{Text: s, Shade: true, Align: print.Centre} }
	pairs := factPairs(s, today, limit)
	for i := 0; i < len(pairs); i++ {
		p := pairs[i]
		if p.wide || i+1 == len(pairs) || pairs[i+1].wide {
			t.Rows = append(t.Rows, []print.Cell{label(p.label), {Text: p.value, Span: 3}})
			continue
		}
		i++
		t.Rows = append(t.Rows, []print.Cell{label(p.label), {Text: p.value, Bold: i == 1}, label(pairs[i].label), {Text: pairs[i].value, Bold: i == 1}})
	}
	return t
}

// briefParts are the sections below the facts.
func briefParts(s *caseSheet, today calendar.Date, limit int) [][]print.Block {
	return [][]print.Block{requestPart(s, limit), reasonsPart(s, limit), issuesPart(s, limit), runningPart(s, today, limit), steps(s, limit), proposalPart(s, limit)}
}

// said is what the application says, empty where nothing is known of it.
func (s *caseSheet) said() cases.Particulars {
	if s.c.Particulars == nil {
		return cases.Particulars{}
	}
	return *s.c.Particulars
}

func requestPart(s *caseSheet, limit int) []print.Block {
	p := s.said()
	request := strings.TrimSpace(p.Requests)
	for _, ask := range []struct {
		asked bool
		word  string
	}{{p.Compensation > 0, "请求行政赔偿" + yuan(p.Compensation)}, {p.Review != "", "申请附带审查：" + p.Review}, {p.Stay, "申请停止执行。"},
		{p.Hearing, "申请听证。"}, {p.Mediation, "愿意调解。"}} {
		if ask.asked {
			request = strings.TrimSpace(request + "\n" + ask.word)
		}
	}
	return prose("请求", cmp.Or(request, "尚未登记。"), limit)
}

func reasonsPart(s *caseSheet, limit int) []print.Block {
	return prose("事实和理由", s.said().Reasons, limit)
}

func proposalPart(s *caseSheet, limit int) []print.Block {
	return prose("拟处理意见", cmp.Or(s.said().Proposal, "尚未提出。"), limit)
}

func issuesPart(s *caseSheet, limit int) []print.Block { return issues(s.said().Issues, limit) }

// narrowPeriods and narrowSteps say in lines what the wide page has in tables.
func narrowPeriods(s *caseSheet, today calendar.Date) []print.Block {
	var out []print.Block
	for _, p := range runningOf(s) {
		if out == nil {
			out = append(out, caption("在计期限"))
		}
		out = append(out, print.Text{Text: p.Name() + "：" + dueWords(p, today) + "。依据：" + cmp.Or(p.Rule.Basis, "未列明"), Label: "·", Hang: 1, Size: 10.5, Leading: 1.4})
	}
	return out
}

func narrowSteps(s *caseSheet) []print.Block {
	out := []print.Block{caption("办理经过")}
	for _, a := range byDay(s.c.Acts) {
		words := []string{procedure.ActLabel(a.Kind)}
		if a.Paper != "" {
			words = append(words, a.Paper)
		}
		out = append(out, print.Text{Text: strings.Join(append(words, saysOf(&a)...), "　"), Label: a.On.String(), Hang: 6.2, Size: 10, Leading: 1.4})
	}
	return out
}

// runningOf are the periods that run and that lists show.
func runningOf(s *caseSheet) []procedure.Period {
	return slices.DeleteFunc(slices.Clone(s.t.Periods), func(p procedure.Period) bool { return !p.Running() || p.Rule.Quiet })
}

// byDay are the acts in order of their days.
func byDay(acts []procedure.Act) []procedure.Act {
	acts = slices.Clone(acts)
	slices.SortStableFunc(acts, func(a, b procedure.Act) int { return cmp.Compare(a.On, b.On) })
	return acts
}

// saysOf is what an act says besides its kind, day and paper.
func saysOf(a *procedure.Act) []string {
	return slices.DeleteFunc(append(procedure.Describe(a), a.Note), func(s string) bool { return s == "" })
}

func caption(s string) print.Block {
	return print.Text{Text: s, Size: 11, Bold: true, Before: 6, Leading: 1.45, Keep: true}
}

func prose(title, text string, limit int) []print.Block {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return []print.Block{caption(title), print.Text{Text: short(text, limit), Size: 10.5, Indent: 2, Justify: true, Leading: 1.4}}
}

func issues(list []string, limit int) []print.Block {
	if len(list) == 0 {
		return prose("争议焦点", "尚未归纳。", 0)
	}
	out := []print.Block{caption("争议焦点")}
	shown, left := some(list, limit)
	for i, text := range shown {
		out = append(out, print.Text{Text: short(text, limit), Label: fmt.Sprintf("%d.", i+1), Hang: 1.8, Size: 10.5, Leading: 1.4, Justify: true})
	}
	if left > 0 {
		out = append(out, print.Text{Text: fmt.Sprintf("另有%d项%s", left, inFile), Size: 10.5, Indent: 2})
	}
	return out
}

// runningPart lists the periods that run.
func runningPart(s *caseSheet, today calendar.Date, limit int) []print.Block {
	t := print.Table{Widths: []float64{26, 30, 30, 14}, Size: 9.5, Open: true,
		Head: []print.Cell{{Text: "在计期限"}, {Text: "起算"}, {Text: "届满"}, {Text: "依据"}}}
	shown, left := some(runningOf(s), limit)
	for _, p := range shown {
		t.Rows = append(t.Rows, []print.Cell{{Text: p.Name()}, {Text: p.From}, {Text: dueWords(p, today)}, {Text: p.Rule.Basis}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	if left > 0 {
		t.Rows = append(t.Rows, []print.Cell{{Text: fmt.Sprintf("另有%d项期限%s", left, inFile), Span: 4}})
	}
	return []print.Block{print.Gap(6), t}
}

// steps lists the acts by day; where they are too many, the first ones give way to the latest.
func steps(s *caseSheet, limit int) []print.Block {
	acts := byDay(s.c.Acts)
	slices.Reverse(acts)
	shown, left := some(acts, limit)
	shown = slices.Clone(shown)
	slices.Reverse(shown)
	t := print.Table{Widths: []float64{13, 21, 22, 44}, Size: 9.5, Open: true,
		Head: []print.Cell{{Text: "日期"}, {Text: "办理经过"}, {Text: "文号"}, {Text: "内容"}}}
	if left > 0 {
		t.Rows = append(t.Rows, []print.Cell{{Text: fmt.Sprintf("此前另有%d项%s", left, inFile), Span: 4}})
	}
	for i := range shown {
		a := &shown[i]
		t.Rows = append(t.Rows, []print.Cell{{Text: a.On.String()}, {Text: procedure.ActLabel(a.Kind)}, {Text: short(a.Paper, limit)},
			{Text: short(strings.Join(saysOf(a), "；"), limit)}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []print.Block{print.Gap(6), t}
}
