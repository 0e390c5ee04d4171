package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// holidaysPage is the 节假日: the years whose notice is known, and the import of a new one, which first shows which due
// dates it would move.
type holidaysPage struct {
	s       *shell
	root    *fyne.Container
	open    map[int]bool
	preview *model.NoticePreview
	years   []model.HolidayYear
	// busy is true while a file is previewed, writing while a notice is being accepted, which nothing stops.
	busy, writing bool
}

func newHolidaysPage(s *shell) *holidaysPage {
	year := s.today().Year()
	return &holidaysPage{s: s, root: container.NewStack(), open: map[int]bool{year: true, year + 1: true}}
}

func (p *holidaysPage) view() fyne.CanvasObject { return p.root }

func (p *holidaysPage) shown() {
	if p.preview != nil || p.busy || p.writing {
		return
	}
	start(p.s.run, "notices", p.s.deps.Office.Notices, func(records []cases.NoticeRecord, err error) {
		if err != nil {
			p.s.failed("notices", err)
			return
		}
		p.years = model.HolidayYears(p.s.deps.Office.Law().Calendar, records, p.s.today())
		p.draw()
		p.s.loadDocket(func(int) {}, func(_ *model.Docket, err error) {
			if err != nil {
				p.s.failed("load docket", err)
				return
			}
			p.draw()
		})
	})
}

// back leaves a preview, else the page.
func (p *holidaysPage) back() bool {
	if p.writing {
		return true
	}
	if p.busy {
		p.stop()
		return true
	}
	if p.preview != nil {
		p.drop()
		return true
	}
	p.s.show(pageSettings)
	return true
}

func (p *holidaysPage) draw() {
	if p.preview != nil || p.busy {
		return
	}
	take := primary("导入放假通知…", iconImport, p.choose)
	if p.s.deps.ReadOnly != "" {
		take.Disable()
	}
	rows := newFlow(0)
	for i, y := range p.years {
		if i > 0 {
			rows.Add(widget.NewSeparator())
		}
		rows.Add(p.year(y))
	}
	scroll := newSideScroll(3, newPanel(colorSurface, theme.ColorNameSeparator, 2, 2, rows))
	p.root.Objects = []fyne.CanvasObject{newHeaded(newFlow(2, pageHead("节假日安排",
		muted("国务院办公厅每年的放假通知决定工作日和顺延").cutting(), button("返回设置", iconBack, func() { p.back() }), take)), scroll.Container)}
	p.root.Refresh()
}

// year is one year: a press opens its days.
func (p *holidaysPage) year(y model.HolidayYear) fyne.CanvasObject {
	name := strong(fmt.Sprintf("%d年", y.Year))
	if !y.Known {
		text := newFlow(0.5, newProse(y.Source).in(toneColor(model.Soon)))
		if p.s.docket != nil {
			if n := p.s.docket.Estimated(y.Year); n > 0 {
				text.Add(newProse(fmt.Sprintf("现有%s项在计期限的届满日在这一年，均为推算。", model.Thousands(n))))
			}
		}
		return newPanel("", "", 2, 2, newBeside(2, []float32{-5, -6, 1}, name, badge("无通知", model.Soon), text))
	}
	mark, open := iconWhy, p.open[y.Year]
	if open {
		mark = iconFold
	}
	line := newLine(2, []float32{-5, -13, 1, -1.2}, name, newWords(y.Sum).cutting(), muted(y.Source).cutting(),
		widget.NewIcon(colored(mark, colorMuted)))
	content := newFlow(1, line)
	if open {
		content.Add(newBeside(2, []float32{-5, 1}, caption(""), arrangement(y.Days)))
	}
	return row(content, func() {
		p.open[y.Year] = !open
		p.draw()
	})
}

// arrangement shows a notice: the holidays beside each other, the make-up days below them.
func arrangement(d model.NoticeDays) fyne.CanvasObject {
	days := newTiles(18, 1)
	for _, text := range d.Rest {
		days.Add(newProse(text))
	}
	if d.Work == "" {
		return days
	}
	return newFlow(1, days, newProse(d.Work))
}

// choose asks for a notice and shows what it would change.
func (p *holidaysPage) choose() {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			p.s.failed("choose notice", err)
			return
		}
		if f == nil {
			return
		}
		path := f.URI().Path()
		_ = f.Close() // only the name was wanted
		p.read(path)
	}, p.s.win)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".json", ".xlsx", ".ics"}))
	d.SetConfirmText("打开")
	d.SetDismissText("取消")
	d.SetTitleText("选择放假通知（.json、.xlsx 或 .ics）")
	p.s.large(d)
}

// read previews a file; nothing is written.
func (p *holidaysPage) read(path string) {
	p.busy = true
	today := p.s.today()
	bar := widget.NewProgressBar()
	p.root.Objects = []fyne.CanvasObject{newHeaded(pageHead("节假日安排", nil), newFlow(0, newNarrow(40, card(newFlow(2,
		subheading("正在预演期限变动"), newProse("逐件重新计算在计期限，不写入任何内容。").in(colorMuted), bar,
		newLine(0, []float32{0, 1}, button("停止", nil, p.stop), caption("")))))))}
	p.root.Refresh()
	progress := p.s.run.progress(func(percent int) { bar.SetValue(float64(max(percent, 0)) / 100) })
	startHeavy(p.s.run, "notice", func(ctx context.Context) (*model.NoticePreview, error) {
		return model.PreviewNotices(ctx, p.s.deps.Office, p.s.deps.Files, path, today, progress)
	}, func(v *model.NoticePreview, err error) {
		p.busy = false
		if err != nil {
			p.shown()
			p.s.failed("preview notice", err)
			return
		}
		p.s.deps.Log.Info("notice", "file", v.File, "shifts", len(v.Shifts.Lines))
		p.preview = v
		p.drawPreview()
	})
}

func (p *holidaysPage) stop() {
	p.s.run.Stop("notice")
	p.busy = false
	p.shown()
	p.s.tell(model.Soon, "已停止预演，没有写入任何内容。")
}

func (p *holidaysPage) drawPreview() {
	v := p.preview
	sum := newProse(v.Summary())
	sum.bold = true
	about := newFlow(1, sum)
	for _, n := range v.Notices {
		about.Add(newBeside(2, []float32{-5, 1}, newWords(fmt.Sprintf("%d年", n.Year)), arrangement(model.NoticeText(n))))
	}
	take := primary("接受", iconDone, p.accept)
	if v.Nothing() {
		take.Disable()
	}
	head := newFlow(2, pageHead("导入放假通知", muted(v.File).cutting(), button("放弃", iconClose, p.drop), take), card(about))
	var body fyne.CanvasObject = newFlow(0, card(empty(iconDone, "没有在计期限变动", "接受以后，今后计算的期限按新的放假安排。")))
	if v.Nothing() {
		body = newFlow(0)
	} else if len(v.Shifts.Lines) > 0 {
		ground := newPanel(colorSurface, theme.ColorNameSeparator, 0, 0, container.NewStack())
		list := newShiftList(p.s, v.Shifts)
		body = container.NewStack(ground, list)
	}
	p.root.Objects = []fyne.CanvasObject{newHeaded(head, body)}
	p.root.Refresh()
}

// drop leaves the preview; nothing was written.
func (p *holidaysPage) drop() {
	p.preview = nil
	p.shown()
}

func (p *holidaysPage) accept() {
	v := p.preview
	p.writing = true
	p.root.Objects = []fyne.CanvasObject{newHeaded(pageHead("导入放假通知", muted(v.File).cutting()),
		newFlow(0, card(waiting("正在按新的放假安排重新计算在计期限，请稍候……"))))}
	p.root.Refresh()
	startHeavy(p.s.run, "accept notice", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, v.Accept(ctx, p.s.deps.Office)
	}, func(_ struct{}, err error) {
		p.writing = false
		if err != nil {
			p.drawPreview()
			p.s.failed("accept notice", err)
			return
		}
		p.s.changed()
		p.s.deps.Log.Info("notice accepted", "file", v.File)
		p.drop()
		p.s.tell(model.Finished, "已接受“"+v.File+"”的放假安排，在计期限已按新安排计算。")
	})
}

// newShiftList lists due dates that would move; a press opens the case.
func newShiftList(s *shell, v *model.ShiftList) *lineList {
	l := newLineList(func(i int, l *twoLines) { l.setLine(v.Lines[i].Text()) }, func(i int) {
		s.openCase(v.Lines[i].Kind, v.Lines[i].ID)
	})
	l.rows = len(v.Lines)
	return l
}
