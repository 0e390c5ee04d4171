package forms

import (
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
)

// Severity grades a check that does not hold.
type Severity string

// Severities.
const (
	Wrong    Severity = "error"   // 错误: the table must not leave the office like this
	Doubtful Severity = "warning" // 提示: to be looked at
)

// Check is one balance check (勾稽关系) of a table.
type Check struct {
	// ID is the name of the check, such as E6; Rule the relation in Chinese.
	ID, Rule string
	OK       bool
	Severity Severity
	// Says names the numbers that break the relation and where; "" while it holds.
	Says string
	// Row and Column are the cell to look at first, -1 for none; Cases those that cause the difference, where they can be told.
	Row, Column int
	Cases       []cases.ID
}

// relation is a check over the columns of every row: left and right are sums of columns, by their IDs.
type relation struct {
	id, rule    string
	left, right []string
	atMost      bool
	severity    Severity
	// holds, if set, tells under which rules the relation must hold.
	holds func(Rules) bool
}

// standard is true while the days by which cases are taken are the recommended ones, on which the identities rest.
func standard(r Rules) bool {
	return !r.is(RuleResults, "cohort") && !r.is(RuleOpen, "period") && !r.is(RuleCarried, "closed")
}

// columnsOf lists the columns whose ID begins with a prefix and that are no 其中 columns.
func (e *Edition) columnsOf(prefix string) []string {
	var out []string
	for _, c := range e.Columns {
		if strings.HasPrefix(c.ID, prefix) && !c.Part {
			out = append(out, c.ID)
		}
	}
	return out
}

// relations are the checks of an edition.
func (t *Table) relations() []relation {
	e := t.Edition
	if e.Kind == cases.Litigation {
		return []relation{
			{"F1", "上期结转＋本期发生＝结案＋未审结", []string{"carried", "received.after", "received.direct"}, append(e.columnsOf("result."), "open"), false, Wrong, standard},
			{"F3", "应诉机关各项之和＝本期发生", e.columnsOf("organ."), e.columnsOf("received."), false, Wrong, nil},
			{"F3", "应诉机关级别各项之和＝本期发生", e.columnsOf("level."), e.columnsOf("received."), false, Wrong, nil},
			{"F4", "重作行政行为≤撤销判决", []string{"result.remade"}, []string{"result.revoked", "result.revoked_part"}, true, Wrong, nil},
			{"F6", "负责人出庭≤开庭件数", []string{"hearing.attended"}, []string{"hearing.cases"}, true, Wrong, nil},
			{"F6", "正职出庭≤负责人出庭", []string{"hearing.chief"}, []string{"hearing.attended"}, true, Wrong, nil},
		}
	}
	base := []string{"accepted"}
	if t.Rules.is(RuleBase, "received") {
		base = []string{"received"}
	}
	byReceipt := func(r Rules) bool { return !r.is(RuleAccepted, "accepted") }
	return []relation{
		{"E1", "受理≤本期新收", []string{"accepted"}, []string{"received"}, true, Wrong, byReceipt},
		{"E2", "被申请人各项之和＝" + baseName(t.Rules), e.columnsOf("respondent."), base, false, Wrong, nil},
		{"E3", "复议机关各项之和＝" + baseName(t.Rules), e.columnsOf("host."), base, false, Wrong, func(Rules) bool { return hosted(t.deriver.own) }},
		{"E4", "申请复议事项各项之和＝" + baseName(t.Rules), e.columnsOf("matter."), base, false, Wrong, nil},
		{"E5", "已审结总计＝各种结果之和", []string{"concluded"}, e.columnsOf("result."), false, Wrong, nil},
		{"E6", "上期结转＋受理＝已审结＋未审结", []string{"carried", "accepted"}, []string{"concluded", "open"}, false, Wrong, standard},
		{"E11", "申请人总数≥本期新收", []string{"received"}, []string{"persons"}, true, Wrong, func(r Rules) bool { return !r.is(RulePersons, "accepted") }},
		{"W9", "意见书制发数≤已审结总计", []string{"letters.issued"}, []string{"concluded"}, true, Doubtful, nil},
		{"W12", "附带审查≤本期新收", []string{"norm"}, []string{"received"}, true, Doubtful, nil},
	}
}

// nameless tells why no column of 复议机关 counts anything: an office that has only imported its ledger has no organ of its own yet, or one
// whose level nobody can tell. E3 then says nothing.
func (t *Table) nameless() (c Check, failed bool) {
	base := "accepted"
	if t.Rules.is(RuleBase, "received") {
		base = "received"
	}
	j, ok := t.Edition.Column(base)
	first, ok2 := t.Edition.Column(t.Edition.columnsOf("host.")[0])
	last := len(t.Rows) - 1
	if !ok || !ok2 || hosted(t.deriver.own) || t.Rows[last].Values[j] == 0 {
		return c, false
	}
	return Check{ID: "E3", Rule: "复议机关各项之和＝" + baseName(t.Rules), Severity: Doubtful, Row: last, Column: first, Cases: t.Cell(last, j).Cases,
		Says: "没有在“设置”中填写行政复议机关的全称，或者看不出它的级别，复议机关各栏都是0"}, true
}

// hosted reports whether the office's own organ has a column under 复议机关.
func hosted(l Level) bool { return l != OtherLevel && l != Township }

func baseName(r Rules) string {
	if r.is(RuleBase, "received") {
		return "本期新收"
	}
	return "受理"
}

// Checks compares the columns of every row, the rows with the total, and what single cases say.
func (t *Table) Checks() []Check {
	var out []Check
	for _, r := range t.relations() {
		if r.holds == nil || r.holds(t.Rules) {
			if c, has := t.compare(r); has {
				out = append(out, c)
			}
		}
	}
	out = append(out, t.totals())
	if t.Edition.Kind == cases.Reconsideration {
		out = append(out, t.damages())
		if c, has := t.replies(); has {
			out = append(out, c)
		}
		if c, failed := t.nameless(); failed {
			out = append(out, c)
		}
	} else {
		for _, g := range t.suitGroups() {
			out = append(out, t.grouped(g))
		}
	}
	return append(append(out, t.dates()), t.related...)
}

// compare checks a relation in every row; has is false where the edition lacks one of its columns.
func (t *Table) compare(r relation) (check Check, has bool) {
	left, right := t.indices(r.left), t.indices(r.right)
	if left == nil || right == nil {
		return Check{}, false
	}
	c := Check{ID: r.id, Rule: r.rule, OK: true, Severity: r.severity, Row: -1, Column: -1}
	for i, row := range t.Rows {
		a, b := total(row, left), total(row, right)
		if a == b || r.atMost && a < b {
			continue
		}
		if c.OK || i < len(t.Rows)-1 && c.Row == len(t.Rows)-1 {
			c.OK, c.Row, c.Column = false, i, left[0]
			c.Says = fmt.Sprintf("“%s”行：左边为%d，右边为%d", row.Label, a, b)
			c.Cases = t.differing(i, left, right)
		}
	}
	return c, true
}

// indices finds columns; nil if one is missing.
func (t *Table) indices(ids []string) []int {
	var out []int
	for _, id := range ids {
		i, ok := t.Edition.Column(id)
		if !ok {
			return nil
		}
		out = append(out, i)
	}
	return out
}

func total(r Row, columns []int) (n int64) {
	for _, j := range columns {
		n += r.Values[j]
	}
	return n
}

// differing are the cases that add more to one side than to the other.
func (t *Table) differing(row int, left, right []int) []cases.ID {
	sums := map[cases.ID]int64{}
	var order []cases.ID
	add := func(columns []int, sign int64) {
		for _, j := range columns {
			cell := t.Cell(row, j)
			for i, id := range cell.Cases {
				if _, seen := sums[id]; !seen {
					order = append(order, id)
				}
				sums[id] += sign * cell.Amounts[i]
			}
		}
	}
	add(left, 1)
	add(right, -1)
	return slices.DeleteFunc(order, func(id cases.ID) bool { return sums[id] == 0 })
}

// totals checks E7: every row counted once.
func (t *Table) totals() Check {
	c := Check{ID: "E7", Rule: "合计＝各行之和", OK: true, Severity: Wrong, Row: -1, Column: -1}
	last := len(t.Rows) - 1
	for j := range t.Edition.Columns {
		var n int64
		for _, r := range t.Rows[:last] {
			n += r.Values[j]
		}
		// Amounts are rounded row by row, so that their sum may differ by half a yuan a row.
		if d := n - t.Rows[last].Values[j]; d != 0 && (t.Edition.Columns[j].Unit != unitYuan || max(d, -d) > int64(last)) {
			c.OK, c.Row, c.Column = false, last, j
			c.Says = fmt.Sprintf("“%s”栏：各行之和为%d，合计为%d", t.Edition.Columns[j].Head(), n, t.Rows[last].Values[j])
			return c
		}
	}
	return c
}

// damages checks E8: an amount where there are cases, and none where there are none.
func (t *Table) damages() Check {
	c := Check{ID: "E8", Rule: "有赔偿件数的应有赔偿数额，没有件数的没有数额", OK: true, Severity: Doubtful, Row: -1, Column: -1}
	n, ok := t.Edition.Column("damages.cases")
	m, ok2 := t.Edition.Column("damages.amount")
	if !ok || !ok2 {
		return c
	}
	for i, r := range t.Rows {
		if (r.Values[n] == 0) != (r.Values[m] == 0) {
			c.OK, c.Row, c.Column = false, i, n
			c.Says = fmt.Sprintf("“%s”行：%d件，数额%d元", r.Label, r.Values[n], r.Values[m])
			c.Cases = t.Cell(i, n).Cases
			return c
		}
	}
	return c
}

// replies checks E9 case by case, because the column of replies counts no more of them than letters: a second reply to one letter is
// not a second letter carried out. has is false where the edition does not count letters.
func (t *Table) replies() (check Check, has bool) {
	column, has := t.Edition.Column("letters.issued")
	if !has {
		return Check{}, false
	}
	c := Check{ID: "E9", Rule: "意见书落实数≤制发数", OK: true, Severity: Doubtful, Row: -1, Column: -1}
	counting := t.counter()
	for i := range t.records {
		if r := &t.records[i]; r.done > r.letters && counting.concluded(r) {
			c.Cases = append(c.Cases, r.id)
		}
	}
	if len(c.Cases) > 0 {
		c.OK, c.Row, c.Column = false, len(t.Rows)-1, column
		c.Says = fmt.Sprintf("%d件案件收到的反馈比制发的意见书多，落实数最多按制发数计", len(c.Cases))
	}
	return c, true
}

// dates checks W13: what is dated before it can have happened counts nowhere.
func (t *Table) dates() Check {
	c := Check{ID: "W13", Rule: "结案日期≥受理日期≥收件日期", OK: true, Severity: Doubtful, Row: -1, Column: -1}
	k := t.counter().kind
	for i := range t.records {
		r := &t.records[i]
		// A case of which nothing had happened on the day of counting does not exist yet; nor does a suit of which only the court knows.
		if r.kind != k || r.received.IsZero() && r.concluded.IsZero() && (k == 1 || r.accepted.IsZero()) {
			continue
		}
		late := r.received.IsZero() || !r.concluded.IsZero() && r.concluded < r.received
		// A court files a suit before the organ hears of it.
		if k == 0 && !r.accepted.IsZero() {
			late = late || r.accepted < r.received || !r.concluded.IsZero() && r.concluded < r.accepted
		}
		if late {
			c.Cases = append(c.Cases, r.id)
		}
	}
	if len(c.Cases) > 0 {
		c.OK, c.Says = false, fmt.Sprintf("%d件案件的日期次序不对，或者没有收件日期", len(c.Cases))
	}
	return c
}

// CarryOver compares the 上期结转 of a table with the open cases of the table before (E10). Cases are those on one side only.
func CarryOver(before, now *Table) Check {
	c := Check{ID: "E10", Rule: "本期上期结转＝上期未审结", OK: true, Severity: Doubtful, Row: -1, Column: -1}
	open, ok := before.Edition.Column("open")
	carried, ok2 := now.Edition.Column("carried")
	if !ok || !ok2 {
		return c
	}
	was, is := before.Cell(len(before.Rows)-1, open), now.Cell(len(now.Rows)-1, carried)
	for _, id := range was.Cases {
		if !slices.Contains(is.Cases, id) {
			c.Cases = append(c.Cases, id)
		}
	}
	for _, id := range is.Cases {
		if !slices.Contains(was.Cases, id) {
			c.Cases = append(c.Cases, id)
		}
	}
	if len(c.Cases) > 0 {
		c.OK, c.Row, c.Column = false, len(now.Rows)-1, carried
		c.Says = fmt.Sprintf("上期未审结%d件，本期上期结转%d件，相差的是所列%d件案件", was.Value, is.Value, len(c.Cases)) + now.straddling(c.Cases)
	}
	return c
}

// straddling says how many of the cases came in before the period and were accepted within it: by the day of receipt they belong to the
// period before, which could not yet count them.
func (t *Table) straddling(list []cases.ID) string {
	if t.Rules.is(RuleAccepted, "accepted") {
		return ""
	}
	n := 0
	for i := range t.records {
		r := &t.records[i]
		if slices.Contains(list, r.id) && r.received < t.Period.From && r.accepted >= t.Period.From {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("；其中%d件在期初以前收到、期初以后才受理，按收件日期统计时上期来不及计入，口径“受理”改为按受理日期的，不会出现这种差别", n)
}
