package export

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/statistics"
)

// overviewHead are the columns of the overview.
var overviewHead = []struct {
	text  string
	width float64
}{{"指标", 25}, {"数值", 11}, {"分子", 8}, {"分母", 8}, {"上年", 11}, {"同比", 15}, {"口径", 56}}

// overview writes the indicators. Rates and changes are formulas with their values, so that a clerk can see
// and check how they come about.
func (b *book) overview(r, last *statistics.Report, lists *citations) error {
	sw, err := b.sheet(overviewSheet)
	if err != nil {
		return err
	}
	for i, h := range overviewHead {
		if err := sw.SetColWidth(i+1, i+1, h.width); err != nil {
			return err
		}
	}
	if err := freeze(sw, 1, 3); err != nil {
		return err
	}
	cols := len(overviewHead)
	if err := banner(sw, 1, cols, b.styles.title, r.Settings.Office+fmt.Sprintf("%d年行政复议、行政应诉年度概览", r.Year), 34); err != nil {
		return err
	}
	if err := banner(sw, 2, cols, b.styles.subtitle, asOfNote(r), 18); err != nil {
		return err
	}
	head := make([]any, cols)
	for i, h := range overviewHead {
		head[i] = excelize.Cell{StyleID: b.styles.head, Value: h.text}
	}
	if err := sw.SetRow(rowCell(3), head, excelize.RowOpts{Height: 26}); err != nil {
		return err
	}
	row := 3
	for _, ind := range r.Indicators {
		row++
		if err := sw.SetRow(rowCell(row), b.indicator(row, ind, last.Indicator(ind.ID), lists), excelize.RowOpts{Height: lineHeight(ind.Formula)}); err != nil {
			return err
		}
	}
	if row, err = b.checks(sw, r, row); err != nil {
		return err
	}
	if err := b.page(overviewSheet, "portrait", 3, cols, row); err != nil {
		return err
	}
	return sw.Flush()
}

// lineHeight leaves room for a wrapped explanation.
func lineHeight(s string) float64 {
	return 22 + 13*float64((len([]rune(s))-1)/32)
}

// indicator is the row of one figure.
func (b *book) indicator(row int, ind, last statistics.Indicator, lists *citations) []any {
	cell := func(style int, v any) excelize.Cell { return excelize.Cell{StyleID: style, Value: v} }
	known := last.ID != ""
	if !ind.Rate {
		value := b.plainNumber(ind.Value)
		if len(ind.Cases) > 0 && ind.Value == math.Trunc(ind.Value) {
			value = lists.link(value, int(ind.Value), cite(ind, "", 2, row, ind.Cases))
		}
		out := []any{b.label(ind.Label), value, cell(b.styles.count, nil), cell(b.styles.count, nil),
			cell(b.styles.count, nil), cell(b.styles.change, nil), cell(b.styles.wrap, ind.Formula)}
		if known {
			out[4] = b.plainNumber(last.Value)
			change := excelize.Cell{StyleID: b.styles.change, Formula: fmt.Sprintf(`IF(E%d=0,"—",(B%d-E%d)/E%d)`, row, row, row, row), Value: dash}
			if last.Value != 0 {
				change.Value = (ind.Value - last.Value) / last.Value
			}
			out[5] = change
		}
		return out
	}
	out := []any{b.label(ind.Label),
		excelize.Cell{StyleID: b.styles.percent, Formula: fmt.Sprintf("IF(D%d=0,0,C%d/D%d)", row, row, row), Value: ind.Value},
		lists.link(cell(b.styles.count, ind.Numerator), ind.Numerator, cite(ind, "（分子）", 3, row, ind.Cases)),
		lists.link(cell(b.styles.count, ind.Denominator), ind.Denominator, cite(ind, "（分母）", 4, row, ind.Base)),
		cell(b.styles.percent, nil), cell(b.styles.points, nil), cell(b.styles.wrap, ind.Formula)}
	if known && last.Denominator > 0 {
		out[4] = cell(b.styles.percent, last.Value)
		out[5] = excelize.Cell{StyleID: b.styles.points, Formula: fmt.Sprintf("(B%d-E%d)*100", row, row), Value: (ind.Value - last.Value) * 100}
	}
	return out
}

// cite names the cases behind a figure.
func cite(ind statistics.Indicator, part string, col, row int, list []cases.ID) citation {
	return citation{title: ind.Label + part, why: ind.Formula + "。", back: cellAt(col, row), cases: list}
}

// plainNumber is a count, or a difference of rates with its decimal.
func (b *book) plainNumber(v float64) excelize.Cell {
	if v == math.Trunc(v) {
		return excelize.Cell{StyleID: b.styles.count, Value: int(v)}
	}
	return excelize.Cell{StyleID: b.styles.decimal, Value: v}
}

// checks lists the balance checks that failed: a figure that does not add up is shown, not hidden.
func (b *book) checks(sw *excelize.StreamWriter, r *statistics.Report, row int) (int, error) {
	if len(r.Checks) == 0 {
		return row, nil
	}
	row += 2
	if err := sw.SetRow(rowCell(row), []any{excelize.Cell{StyleID: b.styles.section, Value: "勾稽关系不平衡，请核对"}}); err != nil {
		return row, err
	}
	for _, c := range r.Checks {
		row++
		if err := sw.SetRow(rowCell(row), []any{c.Rule + "：" + c.Detail}); err != nil {
			return row, err
		}
	}
	return row, nil
}
