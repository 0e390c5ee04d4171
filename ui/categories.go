package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/ui/model"
)

// categoriesPage is 类别对照: the row of the official forms in which each of the office's own categories counts.
type categoriesPage struct {
	s    *shell
	m    *model.CategoryMap
	page *scroller
	// from is the page it was opened from; year the year whose form is asked about.
	from string
	year int
}

func newCategoriesPage(s *shell) *categoriesPage {
	return &categoriesPage{s: s, page: newScroller(waiting("正在查找本单位用过的类别……")), from: pageSettings, year: s.today().Year()}
}

func (p *categoriesPage) view() fyne.CanvasObject { return p.page.Container }

func (p *categoriesPage) back() bool {
	p.s.show(p.from)
	return true
}

// openCategories shows the rows of the forms of a year.
func (s *shell) openCategories(year int) {
	from := s.here
	p, _ := s.pages[pageCategories].(*categoriesPage)
	if p == nil {
		p = newCategoriesPage(s)
		s.pages[pageCategories] = p
	}
	p.from, p.year = from, year
	s.show(pageCategories)
}

func (p *categoriesPage) shown() {
	year, today := p.year, p.s.today()
	startHeavy(p.s.run, "categories", func(ctx context.Context) (*model.CategoryMap, error) {
		return model.LoadCategories(ctx, p.s.deps.Office, year, today)
	}, func(m *model.CategoryMap, err error) {
		if err != nil {
			p.page.fill(p.head(), card(newProse("没有读出本单位的类别。").in(theme.ColorNameError)))
			p.s.failed("categories", err)
			return
		}
		p.m = m
		p.draw()
	})
}

func (p *categoriesPage) head() fyne.CanvasObject {
	return pageHead("类别对照", muted("本单位的行政管理类别计入官方报表的哪一行").cutting(), button("返回", iconBack, func() { p.back() }))
}

func (p *categoriesPage) draw() {
	list, labels := model.Families()
	family := newPick(nil, func(i int, _ string) {
		p.m.Edition = list[i]
		p.draw()
	})
	for i, e := range list {
		if e.Family() == p.m.Edition.Family() {
			family.fill(labels, labels[i])
		}
	}
	rows := newFlow(0.75, p.line(caption("本单位的类别"), caption("案件"), caption("计入报表的")))
	for _, l := range p.m.Lines() {
		rows.Add(p.category(l))
	}
	if len(rows.Objects) == 1 {
		rows.Add(newProse("近几年没有登记过类别。").in(colorMuted))
	}
	say := newProse(p.m.Says())
	say.bold = true
	p.page.fill(p.head(), newNarrow(56, section("近五年用过的类别", newSized(14, boxed(family)), say,
		newProse("选好即保存，窗口、工作簿和命令都按它统计。表样改版后，新的表列类别另行对照。").small().in(colorMuted), rows)))
}

func (p *categoriesPage) line(name, n, row fyne.CanvasObject) fyne.CanvasObject {
	return newLine(3, []float32{1, -5, -18}, name, n, row)
}

func (p *categoriesPage) category(l model.CategoryLine) fyne.CanvasObject {
	labels, chosen := p.m.Choices(l)
	row := newPick(nil, func(i int, _ string) { p.choose(l.Name, i) })
	row.fill(labels, labels[chosen])
	if p.s.deps.ReadOnly != "" {
		row.Disable()
	}
	name := newWords(l.Name).cutting()
	if !l.Known {
		name = strong(l.Name).in(toneColor(model.Late)).cutting()
	}
	return p.line(name, muted(fmt.Sprintf("%d件", l.Cases)), boxed(row))
}

func (p *categoriesPage) choose(name string, choice int) {
	m := p.m
	start(p.s.run, "map category", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, m.Choose(ctx, p.s.deps.Office, name, choice)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.s.failed("map category", err)
			return
		}
		p.draw()
		p.s.tell(model.Finished, "“"+name+"”的对照已保存。")
	})
}

// mapCategories is the button beside a form's notes.
func (p *statisticsPage) mapCategories() fyne.CanvasObject {
	return quiet("改类别对照", iconRight, func() { p.s.openCategories(p.form.Edition.First) })
}

// keptRules keeps the rules in view for the office, or returns to the recommended ones.
func (p *statisticsPage) keptRules(span *model.CountSpan, recount func()) fyne.CanvasObject {
	keep := quiet("设为本单位口径", nil, func() { p.keepRules(span, "以后窗口、工作簿和命令都按这些口径统计。", func() {}) })
	reset := quiet("恢复推荐口径", iconUndo, func() {
		span.Rules = model.Recommended()
		p.keepRules(span, "已恢复推荐口径。", recount)
	})
	if p.s.deps.ReadOnly != "" {
		keep.Disable()
		reset.Disable()
	}
	return newLine(2, []float32{0, 0, 1}, keep, reset, caption(""))
}

func (p *statisticsPage) keepRules(span *model.CountSpan, said string, then func()) {
	rules := span.Rules
	start(p.s.run, "keep rules", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, model.KeepRules(ctx, p.s.deps.Office, rules)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.s.failed("keep rules", err)
			return
		}
		p.s.tell(model.Finished, said)
		then()
	})
}
