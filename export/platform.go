package export

import (
	"context"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/platform"
	"fuyi/cases/procedure"
)

var _ cases.Platforms = (*Files)(nil)

// Reconcile compares a list exported from the platform with the office's cases (对账). Nothing is written.
func (f *Files) Reconcile(ctx context.Context, path string, opt cases.ReconcileOptions) (cases.Reconciliation, error) {
	f = f.on()
	list, card, err := readPlatform(path, &opt)
	if err != nil {
		return cases.Reconciliation{}, err
	}
	c := platform.NewComparison(card, &list, opt.Year)
	law, done := f.r.Law(), 0
	err = f.r.Each(ctx, cases.Span{Kind: list.Kind}, func(k *cases.Case) error {
		if done++; opt.Progress != nil && done%500 == 0 {
			opt.Progress(done, 0)
		}
		if err := ctx.Err(); err != nil || !c.Wants(k) {
			return err
		}
		t := procedure.Fold(k.Acts, k.Course(), law, f.today)
		c.Case(k, &t)
		return nil
	})
	if err != nil {
		return cases.Reconciliation{}, err
	}
	return c.Result(), nil
}

// reconcileColumns are the columns of the list of findings.
var reconcileColumns = []struct {
	head  string
	width float64
	get   func(*cases.ReconcileLine) any
}{
	{"情况", 10, func(l *cases.ReconcileLine) any { return l.Status.Label() }},
	{"案号", 26, func(l *cases.ReconcileLine) any { return l.Number }},
	{"当事人", 32, func(l *cases.ReconcileLine) any { return l.Title }},
	{"栏目", 16, func(l *cases.ReconcileLine) any { return l.Label }},
	{"本单位", 28, func(l *cases.ReconcileLine) any { return l.Ours }},
	{"平台", 28, func(l *cases.ReconcileLine) any { return l.Theirs }},
	{"平台清单位置", 18, func(l *cases.ReconcileLine) any { return placeOf(l) }},
	{"提示", 40, func(l *cases.ReconcileLine) any { return l.Note }},
	{"已改正", 8, func(*cases.ReconcileLine) any { return "" }},
}

func placeOf(l *cases.ReconcileLine) string {
	switch {
	case l.Row == 0:
		return ""
	case l.Address == "":
		return fmt.Sprintf("%s 第%d行", l.Sheet, l.Row)
	}
	return l.Sheet + " " + l.Address
}

// SaveReconciliation writes the findings to be worked off by hand, with what was compared on a second sheet.
func (f *Files) SaveReconciliation(ctx context.Context, path string, r cases.Reconciliation) error {
	return saveAs(path, ".xlsx", func(w io.Writer) error {
		b := newBook()
		defer b.close()
		if err := b.findings(ctx, &r); err != nil {
			return err
		}
		if err := b.reconcileSummary(&r); err != nil {
			return err
		}
		if err := b.writeAnnex(); err != nil {
			return err
		}
		if b.styles.err != nil {
			return b.styles.err
		}
		return b.f.Write(w)
	})
}

func (b *book) findings(ctx context.Context, r *cases.Reconciliation) error {
	const sheet = "对账结果"
	sw, err := b.sheet(sheet)
	if err != nil {
		return err
	}
	head := make([]any, len(reconcileColumns))
	for i, c := range reconcileColumns {
		if err := sw.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
		head[i] = excelize.Cell{StyleID: b.styles.head, Value: c.head}
	}
	if err := freeze(sw, 2, 2); err != nil {
		return err
	}
	if err := banner(sw, 1, len(head), b.styles.title, reconcileTitle(r), 30); err != nil {
		return err
	}
	if err := sw.SetRow(rowCell(2), head, excelize.RowOpts{Height: 22}); err != nil {
		return err
	}
	for i := range r.Lines {
		if err := ctx.Err(); err != nil {
			return err
		}
		line := make([]any, len(head))
		for j, c := range reconcileColumns {
			text := c.get(&r.Lines[i])
			if s, ok := text.(string); ok {
				text = b.fit(r.Lines[i].Number, cleanText(s))
			}
			line[j] = excelize.Cell{StyleID: b.styles.long, Value: text}
		}
		if err := sw.SetRow(rowCell(i+3), line); err != nil {
			return err
		}
	}
	if err := b.page(sheet, "landscape", 2, len(head), len(r.Lines)+2); err != nil {
		return err
	}
	if err := b.frame(sheet, len(head), 3, len(r.Lines)+2); err != nil {
		return err
	}
	return sw.Flush()
}

func reconcileTitle(r *cases.Reconciliation) string {
	if r.Year == 0 {
		return r.Kind.Label() + "案件与平台对账结果"
	}
	return fmt.Sprintf("%d年%s案件与平台对账结果", r.Year, r.Kind.Label())
}

// reconcileSummary says what was compared, and what was not: silence must not pass for agreement.
func (b *book) reconcileSummary(r *cases.Reconciliation) error {
	const sheet = "对账说明"
	sw, err := b.sheet(sheet)
	if err != nil {
		return err
	}
	for i, w := range []float64{24, 60} {
		if err := sw.SetColWidth(i+1, i+1, w); err != nil {
			return err
		}
	}
	lines := [][2]any{{"平台清单", cleanText(r.File)}, {"本单位案件（件）", r.Cases}, {"平台记录（条）", r.Records}, {"完全一致（件）", r.Same}}
	for _, s := range []cases.ReconcileStatus{cases.PlatformMissing, cases.PlatformExtra, cases.PlatformDifferent, cases.PlatformRepeated, cases.PlatformUnnumbered} {
		lines = append(lines, [2]any{s.Label() + "（处）", r.Count[s]})
	}
	for _, c := range r.Compared {
		lines = append(lines, [2]any{"核对的栏目", cleanText(c)})
	}
	for _, c := range r.Ignored {
		lines = append(lines, [2]any{"没有核对的栏目", cleanText(c)})
	}
	for _, p := range r.Problems {
		lines = append(lines, [2]any{"请注意", cleanText(p)})
	}
	for i, l := range lines {
		row := []any{excelize.Cell{StyleID: b.styles.label, Value: l[0]}, excelize.Cell{StyleID: b.styles.label, Value: l[1]}}
		if err := sw.SetRow(rowCell(i+1), row); err != nil {
			return err
		}
	}
	if err := b.page(sheet, "portrait", 0, 2, len(lines)); err != nil {
		return err
	}
	return sw.Flush()
}
