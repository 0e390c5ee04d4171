package analysis

import (
	"slices"
	"strconv"

	"fuyi/cases"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
)

// yearly are the reports of other offices that quote reconsideration.
func yearly(p forms.Period) []*spec {
	return []*spec{disclosure(), mediation(p)}
}

// current are cases of the period: concluded in it, or open at its end.
func current(k cases.Kind) measure {
	return where(k, "统计期内结案，或者至统计期结束时尚未审结", func(s *scope, i *Item) bool { return s.in(i.Concluded) || s.open(i, i.Received) })
}

// disclosure is table four of the yearly report on open government (政府信息公开工作年度报告 表四): three blocks of five.
func disclosure() *spec {
	about := func(i *Item) bool { return i.Matter == forms.Disclosure }
	blocks := []struct {
		heads []string
		m     measure
	}{
		{[]string{"行政复议"}, current(cases.Reconsideration).and("申请复议事项为政府信息公开", about)},
		{[]string{"行政诉讼", "未经复议直接起诉"}, current(cases.Litigation).and("未经复议，案件为政府信息公开", func(i *Item) bool { return about(i) && suedDirectly(i) })},
		{[]string{"行政诉讼", "复议后起诉"}, current(cases.Litigation).and("经复议后起诉，案件为政府信息公开", func(i *Item) bool { return about(i) && reviewedFirst(i) })},
	}
	sp := &spec{id: "disclosure", title: "政府信息公开行政复议、行政诉讼情况", group: groupYearly, keys: disclosers, several: true,
		notes: []string{"对应政府信息公开工作年度报告的表四；合计行为全区的15个数，各行为各机关自己的15个数。",
			"结果维持包括驳回行政复议请求、驳回诉讼请求；结果纠正为变更、撤销、确认违法或者无效、责令履行；其他结果为终止、调解、不予受理、驳回申请、驳回起诉、撤诉等。",
			"统计期内结案的和至统计期结束时尚未审结的案件，包括上期结转的；" + organNote}}
	for _, b := range blocks {
		first := len(sp.columns)
		for _, r := range []struct {
			label string
			in    func(*Item) bool
			open  bool
		}{{"结果维持", kept, false}, {"结果纠正", put, false}, {"其他结果", func(i *Item) bool { return !kept(i) && !put(i) }, false}, {"尚未审结", nil, true}} {
			sp.columns = append(sp.columns, column{heads: b.heads, label: r.label, m: split(b.m, r.label, r.in, r.open)})
		}
		sp.columns = append(sp.columns, column{heads: b.heads, label: "总计", m: b.m})
		sp.checks = append(sp.checks, balance{"总计＝维持＋纠正＋其他＋尚未审结", []int{first + 4}, []int{first, first + 1, first + 2, first + 3}, false})
	}
	return sp
}

// split is the part of a measure that ended in a way, or that is open at the end of the period.
func split(m measure, label string, in func(*Item) bool, open bool) measure {
	return measure{func(s *scope, i *Item, row string) int64 {
		if s.in(i.Concluded) == open || !open && !in(i) {
			return 0
		}
		return m.n(s, i, row)
	}, m.says + "，" + label}
}

// disclosers are the rows: only organs that have such a case.
func disclosers(s *scope, i *Item) []string { return organs(s, i) }

// kept reports whether the organ's act stood: 维持, 驳回请求, 驳回诉讼请求.
func kept(i *Item) bool {
	return slices.Contains([]forms.Result{forms.Upheld, forms.SuitUpheld, forms.SuitRefused}, i.Result) || disposed(procedure.RefuseRequest)(i)
}

// put reports whether the act was put right.
func put(i *Item) bool {
	return i.Corrected || slices.Contains([]forms.Result{forms.SuitRevoked, forms.SuitRevokedPart, forms.SuitAltered, forms.SuitOrdered, forms.SuitIllegal, forms.SuitDamages}, i.Result)
}

// civil are the kinds of civil disputes of the quarterly table; the office mediates none of them.
func civil() []string {
	return []string{"治安", "交通事故", "合同", "医疗", "消费、产品质量", "土地承包", "知识产权", "环境污染", "电力、水事", "其他"}
}

// mediation is the quarterly table of administrative mediation (行政调解案件季度统计表) with its 27 numbered columns. Civil disputes and what
// is not recorded of agreements are filled in by hand.
func mediation(p forms.Period) *spec {
	q := quartersOf(p)
	by := func(m measure) measure {
		return measure{func(s *scope, i *Item, row string) int64 {
			if row != "" && q.name(s, i.Concluded) != row {
				return 0
			}
			return m.n(s, i, row)
		}, m.says}
	}
	asked := by(plus("统计期内调解结案、和解后终止的行政复议案件，以行政调解书结案的行政应诉案件", settled(closed()), settledEarly(),
		suitsClosed().and("以行政调解书结案", mediatedInCourt)))
	inReview, inCourt := by(plus("行政复议阶段调解、和解", settled(closed()), settledEarly())), by(suitsClosed().and("以行政调解书结案", mediatedInCourt))
	damages := asked.and("涉及行政赔偿", func(i *Item) bool { return i.Matter == forms.Compensation })
	levies := asked.and("涉及征收补偿", func(i *Item) bool { return i.Matter == forms.Levy })
	rest := asked.and("涉及行政机关行使裁量权", func(i *Item) bool { return i.Matter != forms.Compensation && i.Matter != forms.Levy })
	c, g := []string{"民事纠纷"}, []string{"行政争议"}
	cols := []column{{label: "1 案件总数", m: asked}, {label: "2 调解成功数", m: asked}, {label: "3 涉案人数", unit: "人", m: asked.times("按申请人、原告人数合计", persons)},
		{label: "4 调解成功金额（万元）", unit: "万元", calc: blank}, {heads: c, label: "5 总数", calc: blank}, {heads: c, label: "6 成功", calc: blank}}
	for n, name := range civil() {
		cols = append(cols, column{heads: c, label: numberedLabel(7+n, name), calc: blank})
	}
	cols = append(cols, column{heads: g, label: "17 总数", m: asked}, column{heads: g, label: "18 成功", m: asked}, column{heads: g, label: "19 赔偿", m: damages},
		column{heads: g, label: "20 补偿", m: levies}, column{heads: g, label: "21 自由裁量", m: rest}, column{heads: g, label: "22 行政复议阶段", m: inReview},
		column{heads: g, label: "23 行政诉讼阶段", m: inCourt}, column{label: "24 书面协议", calc: blank}, column{label: "25 口头协议", calc: blank},
		column{label: "26 司法确认", calc: blank}, column{label: "27 已履行", calc: blank})
	return &spec{id: "mediation", title: "行政调解案件季度统计表", group: groupYearly, order: q.names, keep: true, columns: cols,
		keys: func(s *scope, i *Item) []string {
			if n := q.name(s, i.Concluded); n != "" {
				return []string{n}
			}
			return nil
		},
		checks: []balance{{"17＝19＋20＋21", []int{16}, []int{18, 19, 20}, false}, {"17＝22＋23", []int{16}, []int{21, 22}, false}},
		notes:  []string{"办公室只登记行政争议；民事纠纷各栏、金额、协议和履行情况由本机关另行填写，填写后1栏＝5栏＋17栏，2栏＝6栏＋18栏。"}}
}

func mediatedInCourt(i *Item) bool { return i.Result == forms.SuitMediated }

func numberedLabel(n int, name string) string { return strconv.Itoa(n) + " " + name }
