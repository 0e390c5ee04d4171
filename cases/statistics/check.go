package statistics

import (
	"fmt"
)

// balance is one relation that the figures of a report must satisfy (勾稽关系).
type balance struct {
	rule string
	// left and right are compared; atMost allows left to be smaller.
	left, right func(*Report) int
	atMost      bool
}

// value reads an indicator's count, for rates the numerator.
func value(id string) func(*Report) int {
	return func(r *Report) int { return r.Indicator(id).Numerator }
}

func sum(parts ...func(*Report) int) func(*Report) int {
	return func(r *Report) int {
		n := 0
		for _, p := range parts {
			n += p(r)
		}
		return n
	}
}

// balances are the relations between indicators.
func balances() []balance {
	return []balance{
		{"上期结转＋新收＝办结＋期末未结（行政复议）", sum(value("carried_in"), value("received")), sum(value("concluded"), value("pending")), false},
		{"上期结转＋新收＝审结＋期末未结（行政应诉）", sum(value("suits_carried_in"), value("suits")), sum(value("suits_concluded"), value("suits_pending")), false},
		{"受理≤新收", value("accepted"), value("received"), true},
		{"维持＋直接纠错＋调解和解≤办结", sum(value("upheld"), value("corrected"), value("mediated")), value("concluded"), true},
		{"败诉≤审结应诉案件", value("suits_lost"), value("suits_concluded"), true},
		{"政府败诉≤败诉", value("suits_government_lost"), value("suits_lost"), true},
		{"政府为被告≤新收应诉案件", value("suits_government"), value("suits"), true},
		{"负责人出庭≤开庭应诉案件", value("appearance_rate"), value("suits_heard"), true},
		{"申请人总数≥新收", value("received"), cell("reconsideration_cases", "申请人总数"), true},
		{"类别表总计＝办结", cell("reconsideration_cases", "总计"), value("concluded"), false},
		{"审理结果表合计＝办结", cell("reconsideration_results", "办结"), value("concluded"), false},
		{"审理结果表上期结转＋本期新收＝办结", sum(cell("reconsideration_results", "上期结转"), cell("reconsideration_results", "本期新收")),
			cell("reconsideration_results", "办结"), false},
		{"分月表意见书、建议书＝意见书、建议书份数", cell("reconsideration_months", "意见书、建议书"), value("letters"), false},
		{"裁判结果表合计＝审结应诉案件", cell("litigation_outcomes", "合计"), value("suits_concluded"), false},
	}
}

// cell reads the total row of a table by its column.
func cell(table, column string) func(*Report) int {
	return func(r *Report) int {
		for _, t := range r.Tables {
			for i, c := range t.Columns {
				if t.ID == table && c.Label == column {
					return t.Rows[len(t.Rows)-1].Cells[i].N
				}
			}
		}
		return 0
	}
}

// check returns the relations that do not hold.
func check(r *Report, sheets []sheet, facts []Fact) []Check {
	var out []Check
	for _, b := range balances() {
		left, right := b.left(r), b.right(r)
		if left == right || b.atMost && left < right {
			continue
		}
		out = append(out, Check{b.rule, fmt.Sprintf("左边为%d，右边为%d", left, right)})
	}
	for i, t := range r.Tables {
		out = append(out, checkRows(t, sheets[i].several)...)
	}
	out = append(out, checkResults(r)...)
	return append(out, checkDates(facts)...)
}

// checkRows compares the total row with the sum of the rows; where a case may count in several rows it may be smaller.
func checkRows(t Table, several bool) []Check {
	var out []Check
	all := t.Rows[len(t.Rows)-1]
	for i, c := range t.Columns {
		n := 0
		for _, row := range t.Rows[:len(t.Rows)-1] {
			n += row.Cells[i].N
		}
		if n == all.Cells[i].N || several && n > all.Cells[i].N {
			continue
		}
		out = append(out, Check{"《" + t.Title + "》各行之和＝合计（" + c.Group + c.Label + "）", fmt.Sprintf("各行之和为%d，合计为%d", n, all.Cells[i].N)})
	}
	return out
}

// checkResults compares 总计 with the sum of the results in every row of the category table.
func checkResults(r *Report) []Check {
	var out []Check
	for _, t := range r.Tables {
		if t.ID != "reconsideration_cases" {
			continue
		}
		for _, row := range t.Rows {
			sum, parts := 0, 0
			for i, c := range t.Columns {
				switch c.Group {
				case "已审结":
					sum += row.Cells[i].N
				case "受理后审结", "未经受理办结":
					parts += row.Cells[i].N
				}
			}
			if sum != parts {
				out = append(out, Check{"已审结总计＝各种结果之和（" + row.Label + "）", fmt.Sprintf("总计为%d，各种结果之和为%d", sum, parts)})
			}
		}
	}
	return out
}

// datesRule is the relation that every other one rests on.
const datesRule = "结案日期不早于收案日期"

// checkDates counts the cases whose conclusion comes before their receipt, or that have none: no figure can count them.
func checkDates(facts []Fact) []Check {
	n := 0
	for i := range facts {
		f := &facts[i]
		if !f.Concluded.IsZero() && f.Concluded < f.Received || f.Received.IsZero() {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []Check{{datesRule, fmt.Sprintf("%d件案件没有收案日期，或者结案日期早于收案日期，没有计入各项统计，请核对这些案件", n)}}
}
