package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// importPage shows what importing a ledger would do, row by row, before anything is written; then imports, then offers
// to take the import back.
type importPage struct {
	s       *shell
	v       *model.ImportView
	root    *fyne.Container
	only    bool
	whole   bool
	rows    []cases.LedgerRow
	list    *widget.List
	detail  *fyne.Container
	running bool
}

func newImportPage(s *shell) *importPage {
	return &importPage{s: s, root: container.NewStack(), v: model.NewImportView("")}
}

func (p *importPage) view() fyne.CanvasObject { return p.root }

func (p *importPage) shown() {}

// back returns to the list.
func (p *importPage) back() bool {
	if p.running {
		return false
	}
	p.s.show(pageCases)
	return true
}

// preview reads a file without writing anything.
func (p *importPage) preview(path string) {
	p.v, p.only = model.NewImportView(path), false
	p.runImport("正在读取", cases.ImportOptions{DryRun: true})
}

func (p *importPage) runImport(what string, opt cases.ImportOptions) {
	v := p.v
	v.Clear()
	p.running = true
	bar := widget.NewProgressBar()
	p.put(newNarrow(40, card(newFlow(2, subheading(what+v.File()), bar,
		newLine(0, []float32{0, 1}, button("停止", nil, func() {
			p.s.run.Stop("import")
			p.running = false
			p.s.show(pageCases)
			p.s.tell(model.Soon, "已停止读取。导入是一次写入的：没有完成的导入不会留下任何案件；可在“设置”的导入记录中核对。")
		}), caption(""))))))
	opt.Row = v.Take
	opt.Progress = p.s.run.progress(func(percent int) { bar.SetValue(float64(max(percent, 0)) / 100) })
	startHeavy(p.s.run, "import", func(ctx context.Context) (cases.LedgerReport, error) {
		return p.s.deps.Files.ImportLedger(ctx, v.Path, opt)
	}, func(r cases.LedgerReport, err error) {
		p.running = false
		if err != nil {
			p.s.show(pageCases)
			p.s.failed("import", err)
			return
		}
		v.Report, v.Done = r, !opt.DryRun
		if v.Done {
			p.s.changed()
			p.s.deps.Log.Info("imported", "file", v.File(), "cases", r.Imported)
		}
		p.draw()
	})
}

// put shows content under the page's title.
func (p *importPage) put(content fyne.CanvasObject) {
	head := pageHead("导入台账", muted(p.v.File()).cutting(), button("返回", iconBack, func() { p.back() }))
	p.root.Objects = []fyne.CanvasObject{container.NewBorder(container.New(&inset{}, head), nil, nil, nil,
		container.New(&inset{}, content))}
	p.root.Refresh()
}

func (p *importPage) draw() {
	v := p.v
	p.rows = v.Rows(p.only)
	head := pageHead("导入台账", muted(v.File()).cutting(), p.actions()...)
	sheets := newFlow(0.5)
	for _, s := range v.Report.Sheets {
		sheets.Add(newProse(model.SheetText(s)).small().in(colorMuted))
	}
	sum := newProse(v.Summary())
	sum.bold = true
	only := newTick(fmt.Sprintf("只看拒绝的%d行", v.Report.Refused), func(on bool) {
		p.only = on
		p.rows = v.Rows(on)
		p.list.Refresh()
	})
	only.Checked = p.only
	if v.Report.Refused == 0 {
		only.Hide()
	}
	top := container.New(&inset{}, newFlow(2, head, card(newFlow(1, sum, sheets)), only))
	p.list = p.rowList()
	p.detail = container.NewStack()
	ground := newPanel(colorSurface, theme.ColorNameSeparator, 0, 0, container.NewStack())
	p.root.Objects = []fyne.CanvasObject{container.NewBorder(top, nil, nil, p.detail,
		container.New(&inset2{}, container.NewStack(ground, p.list)))}
	p.root.Refresh()
}

// account shows at the right what became of every cell of a row.
func (p *importPage) account(r cases.LedgerRow) {
	rows := newFlow(1.5)
	for _, reason := range r.Reasons {
		rows.Add(newBeside(1.5, []float32{-1.2, 1}, marker(iconLate, toneColor(model.Late)), newProse(reason)))
	}
	for _, c := range r.Cells {
		text, color := model.CellText(c)
		rows.Add(newFlow(0.25, caption(c.Address+" "+c.Header), newProse(text).in(toneColor(color))))
	}
	shut := sign(iconClose, "关闭", func() {
		p.list.UnselectAll()
		p.detail.Objects = nil
		p.root.Refresh()
	})
	head := newLine(1, []float32{1, 0}, subheading(fmt.Sprintf("%s 第%d行", r.Sheet, r.Row)).cutting(), shut)
	p.detail.Objects = []fyne.CanvasObject{container.New(&wide{em: 25}, newScroller(card(newFlow(2, head, rows))).Container)}
	p.root.Refresh()
}

// wide gives a pane its width beside a list.
type wide struct{ em float32 }

func (l *wide) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(em(l.em), em(10)) }

func (l *wide) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (p *importPage) actions() []fyne.CanvasObject {
	v := p.v
	back := button("返回", iconBack, func() { p.back() })
	if v.Done {
		out := []fyne.CanvasObject{back}
		if v.Report.ImportID != 0 {
			out = append(out, button("撤销本次导入", iconUndo, func() { p.s.undoImport(v.Report.ImportID, v.File(), v.Report.Imported, p.undone) }))
		}
		return append(out, primary("查看案件", iconCases, func() { p.s.show(pageCases) }))
	}
	whole := newTick("有拒绝的行就全部不导入", func(on bool) { p.whole = on })
	whole.Checked = p.whole
	if v.Report.Refused == 0 {
		whole.Hide()
	}
	take := primary(fmt.Sprintf("导入%s件", model.Thousands(v.Report.Imported)), iconImport, func() {
		p.runImport("正在导入", cases.ImportOptions{AllOrNothing: p.whole})
	})
	if !v.CanImport() {
		take.Disable()
	}
	return []fyne.CanvasObject{whole, back, take}
}

func (p *importPage) undone() {
	p.v.Report.ImportID = 0
	p.s.show(pageCases)
}

// undoImport takes a whole import back after asking.
func (s *shell) undoImport(id int64, file string, n int, done func()) {
	confirm(s.win, "撤销导入", fmt.Sprintf("确定撤销“%s”的导入吗？这次导入的%s件案件会从案卷库中移除。其中有案件在导入后办理过的，撤销会被拒绝。",
		file, model.Thousands(n)), func() {
		start(s.run, "undo import", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, s.deps.Office.UndoImport(ctx, id)
		}, func(_ struct{}, err error) {
			if err != nil {
				s.failed("undo import", err)
				return
			}
			s.changed()
			done()
			s.tell(model.Finished, "已撤销“"+file+"”的导入。")
		})
	})
}

func (p *importPage) rowList() *widget.List {
	l := widget.NewList(func() int { return len(p.rows) }, func() fyne.CanvasObject {
		return newPanel("", "", 2, 1, newLine(2, []float32{-1.2, -4, -10, -13.6, 1}, widget.NewIcon(nil), newWords("").cutting(),
			muted("").cutting(), strong("").cutting(), newWords("").cutting()))
	}, func(i widget.ListItemID, o fyne.CanvasObject) {
		if i >= len(p.rows) {
			return
		}
		p.fillLine(o.(*panel).content.(*fyne.Container).Objects, p.rows[i])
		o.Refresh()
	})
	l.OnSelected = func(i widget.ListItemID) { p.account(p.rows[i]) }
	return l
}

// fillLine fills the cells of a line: icon, status, place in the file, number, account.
func (p *importPage) fillLine(cells []fyne.CanvasObject, r cases.LedgerRow) {
	word, tone := p.v.RowWord(r)
	cells[0].(*widget.Icon).SetResource(colored(toneIcon(tone), toneColor(tone)))
	say := colorMuted
	if r.Status == cases.RowRefused {
		say = theme.ColorNameForeground
	}
	for i, cell := range []struct {
		text  string
		color fyne.ThemeColorName
	}{
		{word, toneColor(tone)}, {fmt.Sprintf("%s 第%d行", r.Sheet, r.Row), colorMuted},
		{r.Number, theme.ColorNameForeground}, {model.RowText(r), say},
	} {
		w := cells[i+1].(*words)
		w.text, w.color = cell.text, cell.color
		w.Refresh()
	}
}

// inset2 pads a list that scrolls by itself.
type inset2 struct{}

func (inset2) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (inset2) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(units(4), 0))
	o[0].Resize(fyne.NewSize(size.Width-units(8), size.Height-units(2)))
}
