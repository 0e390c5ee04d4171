package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/naming"
	"fuyi/ui/model"
)

// blanksPage is 空表自填: the forms that the office keeps, the naming of their cells, and their filling.
type blanksPage struct {
	s    *shell
	page *scroller
	root *fyne.Container
	list []naming.KeptForm
	span *model.CountSpan
	// form is the form whose cells are being named, fill the one being filled; nil while the list is shown.
	form *blankEditor
	fill *blankFiller
}

func newBlanksPage(s *shell) *blanksPage {
	p := &blanksPage{s: s, page: newScroller(), span: model.FillSpan(s.today())}
	p.root = container.NewStack(p.page.Container)
	return p
}

func (p *blanksPage) view() fyne.CanvasObject { return p.root }

func (p *blanksPage) shown() {
	if p.form != nil {
		return // it stays as it was left
	}
	p.fill = nil
	start(p.s.run, "blank forms", func(ctx context.Context) ([]naming.KeptForm, error) {
		return naming.KeptForms(ctx, p.s.deps.Office)
	}, func(list []naming.KeptForm, err error) {
		if err != nil {
			p.s.failed("blank forms", err)
			return
		}
		p.list = list
		p.draw()
	})
}

// back leaves the naming or the filling, then the page.
func (p *blanksPage) back() bool {
	switch {
	case p.form != nil && p.form.m.Changed:
		confirm(p.s.win, "放弃未保存的对照", "刚才指定的单元格还没有保存，确定放弃吗？", p.leave)
	case p.form != nil || p.fill != nil:
		p.leave()
	default:
		p.s.show(pageStatistics)
	}
	return true
}

func (p *blanksPage) leave() {
	p.form, p.fill = nil, nil
	p.shown()
}

func (p *blanksPage) put(o fyne.CanvasObject) {
	p.root.Objects = []fyne.CanvasObject{o}
	p.root.Refresh()
}

// draw lists the forms.
func (p *blanksPage) draw() {
	add := primary("登记空表", iconAdd, func() { p.s.chooseWorkbook("选择上级或本单位的空表", p.open) })
	head := pageHead("空表自填", muted("上级或本单位的统计空表，登记一次，以后一键填写").cutting(), button("返回统计报表", iconBack, func() { p.back() }), add)
	p.put(p.page.Container)
	if len(p.list) == 0 {
		p.page.fill(head, card(empty(iconSheet, "还没有登记过空表",
			"选择一份空的 .xlsx 统计表，程序按表头推断每个单元格该填哪个数字，核对一次后保存。格式、合并单元格和打印设置都不变。")))
		return
	}
	rows := newFlow(0.5)
	for _, f := range p.list {
		rows.Add(p.line(f))
	}
	p.page.fill(head, section("已登记的空表", nil, rows))
}

func (p *blanksPage) line(f naming.KeptForm) fyne.CanvasObject {
	edit := quiet("改对照", nil, func() { p.edit(f) })
	rename := quiet("更名…", nil, func() { p.rename(f) })
	remove := quiet("删除…", nil, func() { p.remove(f) })
	if p.s.deps.ReadOnly != "" {
		rename.Disable()
		remove.Disable()
	}
	text := newFlow(0.25, strong(f.Title).cutting(), caption(fmt.Sprintf("%s，已指定%d个单元格，%s保存", f.File, f.Cells, f.Saved)).cutting())
	return newPanel("", "", 1, 1, newLine(2, []float32{1, 0, 0, 0, 0}, text, button("填写", iconExport, func() { p.openFill(f) }), edit, rename, remove))
}

func (p *blanksPage) rename(f naming.KeptForm) {
	p.s.ask(question{title: "更名", label: "名称", value: f.Title, yes: "更名", take: func(text string) string {
		p.store("rename blank form", func(ctx context.Context) error { return naming.RenameForm(ctx, p.s.deps.Office, f.ID, text) }, "名称已改。")
		return ""
	}})
}

func (p *blanksPage) remove(f naming.KeptForm) {
	confirm(p.s.win, "删除空表", "删除“"+f.Title+"”和它的单元格对照？已经填好的文件不受影响。", func() {
		p.store("delete blank form", func(ctx context.Context) error { return naming.DeleteForm(ctx, p.s.deps.Office, f.ID) }, "“"+f.Title+"”已删除。")
	})
}

// store changes what is kept and shows the list anew.
func (p *blanksPage) store(what string, do func(context.Context) error, said string) {
	start(p.s.run, what, func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			p.s.failed(what, err)
			return
		}
		p.shown()
		p.s.tell(model.Finished, said)
	})
}

// open reads a new form.
func (p *blanksPage) open(path string) {
	p.prepare(func(ctx context.Context) (*model.BlankForm, error) {
		return p.read(ctx, path, naming.KeptForm{}, cases.BlankMap{})
	})
}

// edit opens the map of a kept form.
func (p *blanksPage) edit(f naming.KeptForm) {
	p.prepare(func(ctx context.Context) (*model.BlankForm, error) {
		m, file, err := naming.LoadForm(ctx, p.s.deps.Office, f.ID)
		if err != nil {
			return nil, err
		}
		path, err := p.copyOf(f.File, file)
		if err != nil {
			return nil, err
		}
		return p.read(ctx, path, f, m)
	})
}

func (p *blanksPage) read(ctx context.Context, path string, kept naming.KeptForm, m cases.BlankMap) (*model.BlankForm, error) {
	b, err := p.s.deps.Files.ReadBlank(path)
	if err != nil {
		return nil, err
	}
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, &cases.Error{Op: "read blank", Kind: cases.NotFound, Err: err, Msg: "读不出文件“" + filepath.Base(path) + "”，请检查它是否还在。"}
	}
	period, err := p.span.Period(p.s.today())
	if err != nil {
		return nil, err
	}
	return model.OpenBlank(ctx, p.s.deps.Office, b, file, kept, m, period)
}

func (p *blanksPage) prepare(work func(context.Context) (*model.BlankForm, error)) {
	p.s.tell(model.Near, "正在按表头推断每个单元格……")
	startHeavy(p.s.run, "open blank", work, func(m *model.BlankForm, err error) {
		if err != nil {
			p.s.failed("open blank", err)
			return
		}
		p.s.hush()
		p.edited(m)
	})
}

// edited shows the naming of a form.
func (p *blanksPage) edited(m *model.BlankForm) {
	p.fill, p.form = nil, newBlankEditor(p, m)
	p.put(p.form.root)
}

// copyOf writes what is kept of a form into a file of its name, where it is read and filled.
func (p *blanksPage) copyOf(name string, data []byte) (string, error) {
	dir, err := p.s.shared.scratch.dir()
	if err != nil {
		return "", noScratch(err)
	}
	path := filepath.Join(dir, filepath.Base(name))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return "", noScratch(err)
	}
	return path, nil
}

// blankFiller is the page on which a kept form is filled.
type blankFiller struct {
	p    *blanksPage
	kept naming.KeptForm
	// path is another file than the kept one, "" for that.
	path   string
	report cases.BlankReport
}

func (p *blanksPage) openFill(f naming.KeptForm) {
	p.fill = &blankFiller{p: p, kept: f}
	p.fill.draw()
}

func (x *blankFiller) draw() {
	p := x.p
	day := func(label string, value *string) fyne.CanvasObject {
		return field(label, true, newDateField(p.s.deps.Office.Law().Calendar, p.s.today(), *value, func(text string) { *value = text }).Container, "").Container
	}
	source := "用保存的空表“" + x.kept.File + "”填写。"
	if x.path != "" {
		source = "用新选的文件“" + filepath.Base(x.path) + "”填写。"
	}
	choose := button("换一份同样的空表", nil, func() {
		p.s.chooseWorkbook("选择同样表样的空表", func(path string) {
			x.path, x.report = path, cases.BlankReport{}
			x.draw()
		})
	})
	parts := []fyne.CanvasObject{pageHead(x.kept.Title, nil, button("返回", iconBack, func() { p.back() })),
		newNarrow(48, section("填写", nil, newTiles(15, 2, day("统计期从", &p.span.From), day("至", &p.span.To), day("截至", &p.span.AsOf)),
			newProse(source), newLine(2, []float32{0, 0, 1}, primary("填写", iconExport, x.run), choose, caption(""))))}
	if n := len(x.report.Problems); n > 0 {
		rows := newFlow(0.75)
		for _, q := range x.report.Problems {
			rows.Add(newBeside(1.5, []float32{-1.2, 1}, marker(iconLate, toneColor(model.Late)), newProse(q.Text)))
		}
		carry := button("把名称沿用到这份表样", nil, x.carry)
		parts = append(parts, section(fmt.Sprintf("表样有%d处不同，没有填写", n), carry, rows))
	}
	if len(x.report.Notices) > 0 {
		rows := newFlow(0.75)
		for _, text := range x.report.Notices {
			rows.Add(newProse(text))
		}
		parts = append(parts, section(fmt.Sprintf("已填写%d个单元格，请留意", x.report.Filled), nil, rows))
	}
	p.put(p.page.Container)
	p.page.fill(parts...)
}

// run asks where to, and fills.
func (x *blankFiller) run() {
	p := x.p
	period, err := p.span.Period(p.s.today())
	if err != nil {
		p.s.failed("fill", err)
		return
	}
	name := model.FileName(fmt.Sprintf("%s%s至%s", x.kept.Title, period.From, period.To)) + ".xlsx"
	p.s.saveAs(name, func(out string) {
		p.s.tell(model.Near, "正在填写……")
		startHeavy(p.s.run, "fill", func(ctx context.Context) (cases.BlankReport, error) {
			m, file, err := naming.LoadForm(ctx, p.s.deps.Office, x.kept.ID)
			if err != nil {
				return cases.BlankReport{}, err
			}
			path := x.path
			if path == "" {
				if path, err = p.copyOf(x.kept.File, file); err != nil {
					return cases.BlankReport{}, err
				}
			}
			return model.BlankFill{Map: m, Path: path, Out: out, Period: period}.Fill(ctx, p.s.deps.Office, p.s.deps.Files)
		}, func(r cases.BlankReport, err error) {
			x.report = r
			if p.fill == x {
				x.draw()
			}
			if err != nil {
				p.s.failed("fill", err)
				return
			}
			p.s.deps.Log.Info("exported", "path", out, "cells", r.Filled)
			p.s.tell(model.Finished, fmt.Sprintf("已填写%d个单元格：%s", r.Filled, out), quiet("打开所在文件夹", nil, func() { p.s.openFolder(filepath.Dir(out)) }))
		})
	})
}

// carry opens the naming of the changed form with the names that still have a place.
func (x *blankFiller) carry() {
	p := x.p
	var lost []string
	startHeavy(p.s.run, "carry", func(ctx context.Context) (*model.BlankForm, error) {
		m, file, err := naming.LoadForm(ctx, p.s.deps.Office, x.kept.ID)
		if err != nil {
			return nil, err
		}
		path := x.path
		if path == "" {
			if path, err = p.copyOf(x.kept.File, file); err != nil {
				return nil, err
			}
		}
		b, err := p.s.deps.Files.ReadBlank(path)
		if err != nil {
			return nil, err
		}
		m, lost = model.Carry(m, b)
		f, err := p.read(ctx, path, x.kept, m)
		if err == nil {
			f.Changed = true
		}
		return f, err
	}, func(f *model.BlankForm, err error) {
		if err != nil {
			p.s.failed("carry", err)
			return
		}
		p.edited(f)
		p.form.say(lost)
	})
}

// stateColors are the ground and the text of a cell in each state.
func stateColors(s model.BlankState) (fill, text fyne.ThemeColorName) {
	switch s {
	case model.BlankNamed:
		return toneTint(model.Finished), theme.ColorNameForeground
	case model.BlankProposed:
		return toneTint(model.Soon), theme.ColorNameForeground
	case model.BlankHead:
		return theme.ColorNameHeaderBackground, theme.ColorNameForeground
	case model.BlankComputed:
		return theme.ColorNameHeaderBackground, colorMuted
	}
	return colorSurface, colorMuted
}
