package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// navItem is one module; key is its digit for Ctrl. low ones stand at the foot of the navigation.
type navItem struct {
	name, label string
	icon        fyne.Resource
	key         fyne.KeyName
	low         bool
}

// navItems are the modules in order, read only.
var navItems = []navItem{
	{pageDesk, "工作台", iconDesk, fyne.Key1, false},
	{pageCases, "复议案件", iconCases, fyne.Key2, false},
	{pageSuits, "应诉案件", iconSuits, fyne.Key3, false},
	{pageCourt, "应诉情况", iconCourt, fyne.Key9, false},
	{pageIntake, "新收案件", iconIntake, fyne.Key4, false},
	{pageStatistics, "统计报表", iconChart, fyne.Key5, false},
	{pageMonth, "期限日历", iconCalendar, fyne.Key7, false},
	{pageSheet, "登记核对", iconSheet, fyne.Key8, false},
	{pageSettings, "设置", iconSettings, fyne.Key6, true},
}

// nav is the navigation at the left.
type nav struct {
	items  map[string]*navButton
	office *prose
	// who is who works, with the press that changes it.
	who  *fyne.Container
	box  *fyne.Container
	root fyne.CanvasObject
}

type navButton struct {
	*press
	icon  *widget.Icon
	label *words
	res   fyne.Resource
}

func newNav(s *shell) *nav {
	n := &nav{items: map[string]*navButton{}, office: newProse("").small().in(colorNavWord), who: newFlow(0)}
	name := newProse("行政复议与\n应诉案件管理")
	name.bold, name.color = true, colorNavFirst
	rows := []fyne.CanvasObject{newPanel("", "", 2, 2, name)}
	var foot []fyne.CanvasObject
	for _, item := range navItems {
		b := newNavButton(item.label, "Ctrl+"+string(item.key), item.icon, func() { s.show(item.name) })
		n.items[item.name] = b
		if item.low {
			foot = append(foot, b.press)
		} else {
			rows = append(rows, b.press)
		}
	}
	find := newNavButton("查找", "Ctrl+K", iconSearch, func() { s.show(pageFind).(searcher).search() })
	n.items[pageFind] = find
	rows = append(rows, newPanel("", "", 0, 1, find.press))
	help := newNavButton("说明", "F1", iconHelp, s.help)
	n.items[pageHelp] = help
	foot = append(foot, help.press)
	top := newFlow(0.5, rows...)
	bottom := newFlow(0.5, append(foot, n.who, newPanel("", "", 2, 2, n.office))...)
	n.root = newPanel(colorNav, "", 2, 2, container.NewBorder(top, bottom, nil, nil))
	n.root.(*panel).round = sizeSquare
	n.box = container.New(&navWidth{}, n.root)
	return n
}

// person shows who works; change, if it makes sense, asks again (切换人员).
func (n *nav) person(name string, change bool, ask func()) {
	n.who.RemoveAll()
	if name != "" {
		line := newLine(1, []float32{1, 0}, newWords(name).in(colorNavFirst).cutting(), caption("").in(colorNavWord))
		if change {
			line.Objects[1] = caption("切换人员").in(colorNavWord)
			n.who.Add(newPress("", "", colorNavHover, 2, 1.75, line, ask))
		} else {
			n.who.Add(newPanel("", "", 2, 1, line))
		}
	}
	n.box.Refresh()
}

// cover hides the navigation while nobody signed in.
func (n *nav) cover(hidden bool) {
	if hidden {
		n.box.Hide()
	} else {
		n.box.Show()
	}
}

func newNavButton(label, key string, res fyne.Resource, tapped func()) *navButton {
	b := &navButton{icon: widget.NewIcon(nil), label: newWords(label), res: res}
	hint := caption(key).in(colorNavWord)
	hint.size = sizeMark
	b.press = newPress("", "", colorNavHover, 2, 1.75, newLine(2, []float32{0, 1, 0}, b.icon, b.label, hint), tapped)
	b.press.round = theme.SizeNameInputRadius
	b.mark(false)
	return b
}

func (b *navButton) mark(here bool) {
	b.fill, b.label.color, b.label.bold = "", colorNavWord, here
	if here {
		b.fill, b.label.color = colorNavHere, colorNavFirst
	}
	b.icon.SetResource(colored(b.res, b.label.color))
	b.label.Refresh()
	b.press.Refresh()
}

func (n *nav) view() fyne.CanvasObject { return n.box }

func (n *nav) mark(name string) {
	if name == pageHolidays || name == pageOrgans || name == pagePeople || name == pageBin {
		name = pageSettings // where it is opened from
	}
	for k, b := range n.items {
		b.mark(k == name)
	}
}

// navWidth holds the navigation at the width of its longest word with its key.
type navWidth struct{}

func (navWidth) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(em(10.9), o[0].MinSize().Height)
}

func (navWidth) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }
