package model

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Assign gives cases to a handler (分派) and returns the step that takes it back. Undoing gives each its former handler and leaves
// what was changed since.
func Assign(ctx context.Context, o Office, rows []cases.Row, to string) (Step, error) {
	before := map[cases.ID]string{}
	var ids []cases.ID
	for _, r := range rows {
		ids = append(ids, r.ID)
		before[r.ID] = r.Handler
	}
	hand := func(name func(cases.ID) string) func(context.Context) error {
		return func(ctx context.Context) error { return setHandlers(ctx, o, ids, name) }
	}
	step := Step{Label: fmt.Sprintf("把%s件分派给%s", Thousands(len(ids)), to),
		Redo: hand(func(cases.ID) string { return to }), Undo: hand(func(id cases.ID) string { return before[id] })}
	return step, step.Redo(ctx)
}

func setHandlers(ctx context.Context, o Office, ids []cases.ID, name func(cases.ID) string) error {
	var changed []*cases.Case
	for _, id := range ids {
		c, err := o.Case(ctx, id)
		if err != nil {
			return err
		}
		if c.Handler == name(id) {
			continue
		}
		c.Handler = name(id)
		changed = append(changed, c)
	}
	if len(changed) == 0 {
		return nil
	}
	return o.Revise(ctx, changed)
}

// Discard puts cases into the bin (移入回收站) after the clerk confirmed it with their running dates before her eyes.
func Discard(ctx context.Context, o Office, rows []cases.Row, reason string) (Step, error) {
	var ids []cases.ID
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	step := Step{Label: fmt.Sprintf("把%s件移入回收站", Thousands(len(ids))),
		Redo: func(ctx context.Context) error { return o.Discard(ctx, ids, reason, true) },
		Undo: func(ctx context.Context) error { return o.Reinstate(ctx, ids) }}
	return step, step.Redo(ctx)
}

// Reinstate takes cases out of the bin (恢复).
func Reinstate(ctx context.Context, o Office, bin []cases.DiscardedCase) (Step, error) {
	var ids []cases.ID
	for _, d := range bin {
		ids = append(ids, d.ID)
	}
	again := func(ctx context.Context) error {
		for _, d := range bin {
			if err := o.Discard(ctx, []cases.ID{d.ID}, d.Reason, true); err != nil {
				return err
			}
		}
		return nil
	}
	step := Step{Label: fmt.Sprintf("从回收站恢复%s件", Thousands(len(ids))), Undo: again,
		Redo: func(ctx context.Context) error { return o.Reinstate(ctx, ids) }}
	return step, step.Redo(ctx)
}

// Handlers proposes whom cases can be given to: the active handlers of the office, then the other names that occur in cases,
// without people who left.
func Handlers(ctx context.Context, o Office) ([]string, error) {
	people, err := o.People(ctx)
	if err != nil {
		return nil, err
	}
	var out, gone []string
	for _, p := range people {
		switch {
		case p.Inactive:
			gone = append(gone, p.Name)
		case p.Role == cases.HandlerRole || p.Role == cases.HeadRole:
			out = append(out, p.Name)
		}
	}
	used, err := o.Handlers(ctx)
	for _, n := range used {
		if !slices.Contains(out, n) && !slices.Contains(gone, n) {
			out = append(out, n)
		}
	}
	return out, err
}

// namedInQuestion is how many cases a question names before it only counts the rest.
const namedInQuestion = 8

// BinLine is one case in the question before cases go into the bin; Running tells its running period in words, "" if none.
type BinLine struct{ Number, Who, Running string }

// BinQuestion names the cases that would go into the bin, those with running periods first, and says how many it does not
// name and how many of all have one.
func BinQuestion(rows []cases.Row, today calendar.Date) (lines []BinLine, rest, running int) {
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b cases.Row) int {
		switch {
		case a.Due.IsZero() == b.Due.IsZero():
			return 0
		case a.Due.IsZero():
			return 1
		}
		return -1
	})
	for i, r := range sorted {
		if !r.Due.IsZero() {
			running++
		}
		if i < namedInQuestion {
			l := BinLine{Number: r.Number, Who: r.Title()}
			if d := DeadlineOf(r, today); d.Date != "" {
				l.Running = d.Name + " " + d.Date + "，" + d.Left
			}
			lines = append(lines, l)
		}
	}
	return lines, len(rows) - len(lines), running
}

// TotalsText is the foot of a list in words: 共90件　在办55　超期3　中止2　已结30.
func TotalsText(k cases.Kind, t cases.Totals) []string {
	out := []string{"共" + Thousands(t.All) + "件", "在办" + Thousands(t.Open), "超期" + Thousands(t.Overdue)}
	if k != cases.Litigation {
		out = append(out, "中止"+Thousands(t.Suspended))
	}
	return append(out, "已结"+Thousands(t.Done))
}

// Block is rows of a list as a table: heads and cells as shown.
func Block(cols []Column, rows []cases.Row, today calendar.Date) (heads []string, cells [][]cases.ViewCell) {
	for _, c := range cols {
		heads = append(heads, c.Title)
	}
	for _, r := range rows {
		line := make([]cases.ViewCell, len(cols))
		for i, c := range cols {
			line[i].Text = c.Text(r, today)
			line[i].Day, _ = c.Day(r)
		}
		cells = append(cells, line)
	}
	return heads, cells
}

// Texts are the cells of a table as they are shown.
func Texts(cells [][]cases.ViewCell) [][]string {
	out := make([][]string, len(cells))
	for i, line := range cells {
		for _, c := range line {
			out[i] = append(out[i], c.Text)
		}
	}
	return out
}

// TSV is rows of a list as spreadsheets take them from the clipboard, with the heads if asked for.
func TSV(cols []Column, rows []cases.Row, today calendar.Date, withHeads bool) string {
	heads, cells := Block(cols, rows, today)
	var b strings.Builder
	line := func(n int, text func(int) string) {
		for i := range n {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(quoteCell(text(i)))
		}
		b.WriteString("\r\n")
	}
	if withHeads {
		line(len(heads), func(i int) string { return heads[i] })
	}
	for _, c := range cells {
		line(len(c), func(i int) string { return c[i].Text })
	}
	return b.String()
}

// quoteCell quotes a cell whose text would otherwise end it, and puts an apostrophe before one that a spreadsheet would compute.
func quoteCell(s string) string {
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		s = "'" + s
	}
	if strings.ContainsAny(s, "\t\r\n\"") {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
