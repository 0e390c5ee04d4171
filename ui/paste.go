package ui

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/ui/model"
)

// pastePage is the preview of rows pasted from a spreadsheet (粘贴登记): every row becomes a case, and says what is wrong with it
// until it can.
type pastePage struct {
	s     *shell
	paste *model.Paste
	// text is what was pasted; the same text again goes on where the clerk left off.
	text   string
	root   *fyne.Container
	grid   *pasteGrid
	say    *words
	where  *words
	editor *entry
	button *push
	head   fyne.CanvasObject
	busy   bool
}

// pasteRows shows what the clipboard holds as rows to be registered.
func (p *listPage) pasteRows() {
	if p.s.writes() {
		p.s.pasteBlock(p.kind, fyne.CurrentApp().Clipboard().Content())
	}
}

func (s *shell) pasteBlock(k cases.Kind, text string) {
	page, _ := s.pages[pagePaste].(*pastePage)
	if page != nil && page.paste != nil && page.text == text && page.paste.Kind == k {
		s.show(pagePaste)
		return
	}
	start(s.run, "handlers", func(ctx context.Context) ([]string, error) { return model.Handlers(ctx, s.deps.Office) },
		func(names []string, err error) {
			if err != nil {
				s.failed("handlers", err)
				return
			}
			block, err := model.NewPaste(k, text, names, s.today())
			if err != nil {
				s.failed("paste", err)
				return
			}
			page := s.show(pagePaste).(*pastePage)
			page.text = text
			page.begin(block)
		})
}

func newPastePage(s *shell) *pastePage {
	return &pastePage{s: s, root: container.NewStack(empty(iconSheet, "还没有粘贴的内容", "在 Excel 或 WPS 表格中选中要登记的行并复制，再到案件列表里按 Ctrl+V。",
		button("返回列表", iconBack, func() { s.show(pageCases) })))}
}

func (p *pastePage) view() fyne.CanvasObject { return p.root }

func (p *pastePage) shown() {
	if p.grid != nil {
		p.s.win.Canvas().Focus(p.grid)
	}
}

// begin shows a block.
func (p *pastePage) begin(block *model.Paste) {
	p.paste = block
	p.grid = newPasteGrid(p)
	p.say, p.where = muted("").cutting(), caption("").cutting()
	p.editor = newEntry("")
	p.editor.OnChanged = p.typed
	p.editor.onKey = p.editorKey
	p.button = primary("登记", iconIntake, p.register)
	p.head = pageHead("粘贴登记："+block.Kind.Label(), p.say, button("返回列表", iconBack, func() { p.back() }), p.button)
	hint := newProse("一行登记为一件。表头下拉框可以改每一列的含义；选中单元格后直接输入、按 F2 或者在上面的编辑栏修改，Ctrl+D 向下填充。").small().in(colorMuted)
	tools := newLine(2, []float32{-13, 1, 0, 0, 0}, p.where, p.editor, button("向下填充", iconDown, p.grid.fillDown),
		button("空日期填今天", iconCalendar, p.fillToday), button("删除这一行", iconBin, p.remove))
	top := container.New(&inset{}, newFlow(2, p.head, hint, tools))
	ground := newPanel(colorSurface, theme.ColorNameSeparator, 0, 0, container.NewStack())
	ground.round = sizeSquare
	p.root.Objects = []fyne.CanvasObject{container.NewBorder(top, nil, nil, nil, container.NewStack(ground, p.grid.view()))}
	p.root.Refresh()
	p.s.win.Canvas().Focus(p.grid)
	p.pointed()
	p.checked()
	p.propose()
}

// checked shows the rows as they stand.
func (p *pastePage) checked() {
	good, bad := p.paste.Good()
	say := fmt.Sprintf("共%d行，可以登记%d行", len(p.paste.Rows), good)
	if bad > 0 {
		say += fmt.Sprintf("，还有%d行要补充", bad)
	}
	p.say.set(say)
	p.button.SetText(fmt.Sprintf("登记%d件", good))
	if good == 0 || p.busy {
		p.button.Disable()
	} else {
		p.button.Enable()
	}
	p.head.Refresh()
	p.grid.Refresh()
}

// propose asks for numbers and whether those typed are free, once typing rests.
func (p *pastePage) propose() {
	block := p.paste
	p.s.run.After("paste numbers", pause, func() {
		copied := block.Clone()
		start(p.s.run, "paste numbers", func(ctx context.Context) (model.Proposals, error) { return copied.Propose(ctx, p.s.deps.Office) },
			func(a model.Proposals, err error) {
				if err != nil {
					p.s.failed("paste numbers", err)
					return
				}
				if p.paste == block {
					block.Take(a)
					p.checked()
				}
			})
	})
}

// changed checks again after a cell, a column or a row changed.
func (p *pastePage) changed() {
	p.checked()
	p.propose()
}

// pointed shows the chosen cell in the editor.
func (p *pastePage) pointed() {
	g := p.grid
	if len(p.paste.Rows) == 0 {
		p.where.set("")
		return
	}
	p.where.set(fmt.Sprintf("第%d行 %s", g.row+1, p.paste.Fields[g.col].Label(p.paste.Kind)))
	p.editor.OnChanged = nil
	p.editor.SetText(p.paste.Rows[g.row].Cells[g.col])
	p.editor.OnChanged = p.typed
	if p.paste.Rows[g.row].Done {
		p.editor.Disable()
	} else {
		p.editor.Enable()
	}
}

func (p *pastePage) typed(text string) {
	if g := p.grid; g.row < len(p.paste.Rows) && !p.paste.Rows[g.row].Done {
		p.paste.Set(g.row, g.col, text)
		p.changed()
	}
}

// edit begins to change the chosen cell; with text the cell begins anew with it.
func (p *pastePage) edit(text string) {
	if p.grid.row >= len(p.paste.Rows) || p.paste.Rows[p.grid.row].Done {
		return
	}
	p.s.win.Canvas().Focus(p.editor)
	if text == "" {
		p.editor.TypedShortcut(&fyne.ShortcutSelectAll{})
		return
	}
	p.editor.SetText(text)
	p.editor.CursorColumn = len([]rune(text))
	p.editor.Refresh()
}

// editorKey returns to the cells: with Enter to the next row.
func (p *pastePage) editorKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		p.grid.point(p.grid.row+1, p.grid.col, false)
	case fyne.KeyUp:
		p.grid.point(p.grid.row-1, p.grid.col, false)
	case fyne.KeyEscape:
	default:
		return false
	}
	p.s.win.Canvas().Focus(p.grid)
	return true
}

func (p *pastePage) fillToday() {
	p.paste.FillToday()
	p.pointed()
	p.changed()
}

func (p *pastePage) remove() {
	if p.grid.row < len(p.paste.Rows) {
		p.paste.Remove(p.grid.row)
		p.grid.point(p.grid.row, p.grid.col, false)
		p.changed()
	}
}

// register stores every good row; rows that cannot be registered stay.
func (p *pastePage) register() {
	if p.busy || !p.s.writes() {
		return
	}
	block, copied := p.paste, p.paste.Clone()
	p.busy = true
	p.button.Disable()
	start(p.s.run, "paste register", func(ctx context.Context) (model.Registered, error) {
		return copied.Register(ctx, p.s.deps.Office)
	}, func(done model.Registered, err error) {
		p.busy = false
		block.Settle(done)
		p.pointed()
		p.changed()
		p.s.changed()
		if _, bad := block.Good(); bad == 0 && err == nil {
			p.s.list(block.Kind)
			p.forget()
		}
		if done.Step.Undo != nil {
			p.s.did(done.Step)
		}
		if err != nil {
			p.s.failed("paste register", err)
		}
	})
}

// forget empties the page once everything was registered.
func (p *pastePage) forget() {
	fresh := newPastePage(p.s)
	p.root.Objects, p.paste, p.grid, p.text = fresh.root.Objects, nil, nil, ""
	p.root.Refresh()
}

// mainAct is Ctrl+Enter.
func (p *pastePage) mainAct() {
	if p.paste != nil && !p.button.Disabled() {
		p.register()
	}
}

// back returns to the list; what was corrected stays and the same block pasted again goes on with it.
func (p *pastePage) back() bool {
	k := cases.Reconsideration
	if p.paste != nil {
		k = p.paste.Kind
	}
	p.s.list(k)
	return true
}

// heads are the drop-downs that say what each column holds.
func (p *pastePage) heads() []fyne.CanvasObject {
	fields := model.PasteFields(p.paste.Kind)
	var labels []string
	for _, f := range fields {
		labels = append(labels, f.Label(p.paste.Kind))
	}
	var out []fyne.CanvasObject
	for col, f := range p.paste.Fields {
		choice := newPick(labels, func(i int, _ string) {
			p.paste.SetField(col, fields[i])
			p.grid.columns()
			p.pointed()
			p.changed()
		})
		choice.fill(labels, labels[slices.Index(fields, f)])
		note := caption(p.paste.Heads[col]).cutting()
		if p.paste.Heads[col] == "" {
			note.text = "（没有表头）"
		}
		out = append(out, newFlow(0.25, note, choice))
	}
	return out
}
