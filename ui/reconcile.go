package ui

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// reconcileLimit bounds the findings shown at once; the workbook has all.
const reconcileLimit = 200

// reconcilePage is 平台对账.
type reconcilePage struct {
	s    *shell
	m    *model.Reconcile
	page *scroller
}

func newReconcilePage(s *shell) *reconcilePage {
	return &reconcilePage{s: s, m: &model.Reconcile{Year: s.today().Year()}, page: newScroller()}
}

func (p *reconcilePage) view() fyne.CanvasObject { return p.page.Container }

func (p *reconcilePage) shown() { p.draw() }

func (p *reconcilePage) back() bool {
	p.s.show(pageStatistics)
	return true
}

// chooseWorkbook asks for an .xlsx file.
func (s *shell) chooseWorkbook(title string, take func(path string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			s.failed("choose workbook", err)
			return
		}
		if f == nil {
			return
		}
		path := f.URI().Path()
		_ = f.Close() // only the name was wanted
		take(path)
	}, s.win)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".xlsx"}))
	d.SetConfirmText("打开")
	d.SetDismissText("取消")
	d.SetTitleText(title)
	s.large(d)
}

// read compares the list of a file.
func (p *reconcilePage) read(path string) {
	bar := widget.NewProgressBarInfinite()
	p.s.tell(model.Near, "正在逐件比对……", newSized(14, bar))
	m := p.m
	startHeavy(p.s.run, "reconcile", func(ctx context.Context) (*cases.Reconciliation, error) {
		return m.Read(ctx, p.s.deps.Office, p.s.deps.Files, path, nil)
	}, func(r *cases.Reconciliation, err error) {
		if err != nil {
			p.s.failed("reconcile", err)
			return
		}
		p.s.hush()
		m.Result, m.Only = r, ""
		p.s.deps.Log.Info("reconciled", "records", r.Records, "findings", len(r.Lines))
		p.draw()
	})
}

func (p *reconcilePage) draw() {
	year := newPick(nil, func(i int, _ string) {
		if p.m.Year = 0; i > 0 {
			p.m.Year = p.s.today().Year() + 1 - i
		}
	})
	labels := []string{"全部年度"}
	chosen := labels[0]
	for i := range 6 {
		y := p.s.today().Year() - i
		if labels = append(labels, fmt.Sprintf("%d年收案", y)); y == p.m.Year {
			chosen = labels[len(labels)-1]
		}
	}
	year.fill(labels, chosen)
	open := func() { p.s.chooseWorkbook("选择平台导出的名单", p.read) }
	actions := []fyne.CanvasObject{button("返回统计报表", iconBack, func() { p.back() }), newSized(9, boxed(year))}
	if p.m.Result == nil {
		p.page.fill(pageHead("平台对账", nil, actions...), card(empty(iconSheet, "和上级平台逐件比对",
			"选择从平台导出的案件名单（.xlsx），按案号逐件、逐栏比对，列出平台缺少、平台多出和内容不同的。不会改动任何内容。",
			primary("选择名单", iconImport, open))))
		return
	}
	actions = append(actions, button("换一份名单", iconImport, open), primary("导出", iconExport, p.export))
	say := newProse(p.m.Says())
	say.bold = true
	notes := newFlow(0.5)
	for _, n := range p.m.Notes() {
		notes.Add(newProse(n).small().in(colorMuted))
	}
	p.page.fill(pageHead("平台对账", nil, actions...), card(newFlow(2, say, p.counts(), notes)), p.findings())
}

// counts are a button for each status, which narrows the lines to it.
func (p *reconcilePage) counts() fyne.CanvasObject {
	out := newWrap(1.5)
	add := func(label string, n int, status cases.ReconcileStatus) {
		b := button(fmt.Sprintf("%s %d", label, n), nil, func() {
			p.m.Only = status
			p.draw()
		})
		if p.m.Only == status {
			b.Importance = widget.HighImportance
		}
		out.Add(b)
	}
	add("全部", len(p.m.Result.Lines), "")
	for _, st := range p.m.Statuses() {
		add(st.Label(), p.m.Result.Count[st], st)
	}
	return out
}

func (p *reconcilePage) findings() fyne.CanvasObject {
	rows := newFlow(0)
	lines := p.m.Lines()
	for _, l := range lines[:min(len(lines), reconcileLimit)] {
		text := newFlow(0.25, newProse(model.FindingText(l)))
		if l.Status == cases.PlatformDifferent && l.Title != "" {
			text.Add(caption(l.Title).cutting())
		}
		line := newLine(3, []float32{-5, -14, 1}, muted(l.Status.Label()).cutting(), strong(cmp.Or(strings.TrimSpace(l.Number), "没有案号")).cutting(), text)
		if l.ID == 0 {
			rows.Add(newPanel("", "", 2, 1, line))
			continue
		}
		rows.Add(row(line, func() { p.s.openCase(p.m.Result.Kind, l.ID) }))
	}
	switch {
	case len(lines) == 0:
		rows.Add(newProse("没有这一类不同。").in(colorMuted))
	case len(lines) > reconcileLimit:
		rows.Add(caption(fmt.Sprintf("共%s条，这里列出前%d条；全部见导出的工作簿。", model.Thousands(len(lines)), reconcileLimit)))
	}
	return section("逐条核对", caption("点一行打开案件"), rows)
}

// export writes the findings as a workbook to be worked off.
func (p *reconcilePage) export() {
	if p.m.Result == nil {
		return
	}
	r := *p.m.Result
	p.s.saveAs(model.FileName("平台对账"+p.s.today().String())+".xlsx", func(path string) {
		p.s.exporting("对账结果", path, func(ctx context.Context, _ cases.Progress) error {
			return p.s.deps.Files.SaveReconciliation(ctx, path, r)
		})
	})
}
