package export

import (
	"github.com/xuri/excelize/v2"

	"fuyi/cases/analysis"
)

// indicatorHead are the columns of the indicators.
var indicatorHead = []struct {
	text  string
	width float64
}{{"指标", 27}, {"本期", 11}, {"分子", 9}, {"分母", 9}, {"上年同期", 11}, {"同比", 11}, {"口径", 62}}

// indicatorSheet writes the indicators with numerators and denominators.
func (s *study) indicatorSheet(behind *caseSheets) error {
	const name = "统计指标"
	b := behind.b
	sw, err := b.sheet(name)
	if err != nil {
		return err
	}
	for i, h := range indicatorHead {
		if err := sw.SetColWidth(i+1, i+1, h.width); err != nil {
			return err
		}
	}
	cols := len(indicatorHead)
	if err := freeze(sw, 1, 3); err != nil {
		return err
	}
	if err := banner(sw, 1, cols, b.styles.title, s.book.Settings.Office+name, 32); err != nil {
		return err
	}
	if err := banner(sw, 2, cols, b.styles.subtitle, s.span(), 18); err != nil {
		return err
	}
	head := make([]any, cols)
	for i, h := range indicatorHead {
		head[i] = excelize.Cell{StyleID: b.styles.head, Value: h.text}
	}
	x := &tableWriter{b: b, sw: sw, row: 3, decimals: s.decimals, lists: behind.of(name)}
	if err := x.set(head, 26); err != nil {
		return err
	}
	group := ""
	for _, i := range s.indicators {
		if i.Group != group {
			group = i.Group
			if err := x.set([]any{excelize.Cell{StyleID: b.styles.section, Value: group}}, 26); err != nil {
				return err
			}
		}
		if err := x.indicator(i); err != nil {
			return err
		}
	}
	if err := b.page(name, "portrait", 3, cols, x.row); err != nil {
		return err
	}
	return sw.Flush()
}

// indicator writes one figure. A rate's numerator and denominator lead to their cases; a change of rates is in 百分点.
func (x *tableWriter) indicator(i analysis.Indicator) error {
	none := excelize.Cell{StyleID: x.b.styles.count}
	cells := []any{x.b.label(i.Label), none, none, none, x.plain(i.Before), x.plain(i.Change), excelize.Cell{StyleID: x.b.styles.wrap, Value: i.Formula + "。"}}
	if i.Now.Kind == analysis.Count {
		cells[1] = x.cell(i.Now, cellAt(2, x.row), i.Label, false)
		return x.set(cells, lineHeight(i.Formula))
	}
	cells[1] = x.plain(i.Now)
	num := i.Now
	num.Kind = analysis.Count
	cells[2] = x.cell(num, cellAt(3, x.row), i.Label+"（分子）", false)
	cells[3] = x.cell(analysis.Cell{N: i.Now.Of, Cases: i.Base, Amounts: ones(int(i.Now.Of), i.Base), Why: i.Now.Why}, cellAt(4, x.row), i.Label+"（分母）", false)
	return x.set(cells, lineHeight(i.Formula))
}

// plain is a number that leads nowhere; a change between rates says its unit.
func (x *tableWriter) plain(c analysis.Cell) excelize.Cell {
	n, ok := c.Value()
	out := excelize.Cell{StyleID: x.style(c.Kind, false), Value: n}
	switch {
	case !ok:
		out.Value = "-"
	case c.Kind == analysis.Points:
		out.StyleID = x.b.styles.changes[x.decimals]
	}
	return out
}
