package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"fuyi/ui/model"
)

// What a page can do beyond being shown, each for one key.
type (
	// searcher has a search field for Ctrl+F; exporter exports on Ctrl+E; backer leaves a layer on Esc and reports
	// whether there was one.
	searcher interface{ search() }
	exporter interface{ export() }
	backer   interface{ back() bool }
	// saver saves its draft on Ctrl+S; actor does the main act of the page on Ctrl+Enter; printer shows the print on Ctrl+P.
	saver   interface{ saveDraft() }
	actor   interface{ mainAct() }
	printer interface{ print() }
	// stepper turns to the previous (-1) or next (+1) case; follower lists the other cases of this person on F6; corrector
	// opens 更正录入 of the last entry.
	stepper   interface{ step(by int) }
	follower  interface{ samePerson() }
	corrector interface{ correctLast() }
	// paster takes what the clipboard holds into a new case, or rows into the list.
	paster interface{ pasteNew(text string) }
	// clipper copies and pastes rows and picks all of them, also while nothing has the keys.
	clipper interface {
		copyRows(heads bool)
		pasteRows()
		pickAll()
	}
)

// windowKey is one key of the window: what it is, what it does, and how the key sheet names it.
type windowKey struct {
	key   fyne.KeyName
	mod   fyne.KeyModifier
	keys  string
	label string
	do    func(*shell)
}

const (
	ctrl      = fyne.KeyModifierControl
	ctrlShift = fyne.KeyModifierControl | fyne.KeyModifierShift
	alt       = fyne.KeyModifierAlt
)

// windowKeys are the keys of the window with a modifier, in the order of the key sheet. Those of the modules are added from
// navItems. Single letters are never used and neither are the keys that switch an input method.
func windowKeys() []windowKey {
	out := []windowKey{
		{fyne.KeyK, ctrl, "Ctrl+K", "查找：案号、姓名、首字母、文号、电话、备注、附件", func(s *shell) { s.show(pageFind).(searcher).search() }},
		{fyne.KeyN, ctrl, "Ctrl+N", "新收案件", func(s *shell) { s.show(pageIntake).(*intakePage).begin() }},
		{fyne.KeyN, ctrlShift, "Ctrl+Shift+N", "用剪贴板的内容新收案件", (*shell).newFromClipboard},
		{fyne.KeyF, ctrl, "Ctrl+F", "筛选当前列表", (*shell).search},
		{fyne.KeyE, ctrl, "Ctrl+E", "导出当前页面为 Excel", (*shell).export},
		{fyne.KeyP, ctrl, "Ctrl+P", "打印：列表、一页案情、送达回证等，先看后印", (*shell).print},
		{fyne.KeyS, ctrl, "Ctrl+S", "保存草稿（不会办理任何手续）", func(s *shell) {
			on(s, saver.saveDraft, "这一页没有需要保存的草稿，改动都已自动保存。")
		}},
		{fyne.KeyReturn, ctrl, "Ctrl+Enter", "办理本页的主要事项，办理前会列出变化", func(s *shell) { on(s, actor.mainAct, "这一页没有要办理的事项。") }},
		{fyne.KeyZ, ctrlShift, "Ctrl+Shift+Z", "更正录入最近一条记录", func(s *shell) { on(s, corrector.correctLast, "请先打开一件案件，再更正录入。") }},
		{fyne.KeyLeft, alt, "Alt+←", "后退", func(s *shell) { s.travel(-1) }},
		{fyne.KeyRight, alt, "Alt+→", "前进", func(s *shell) { s.travel(1) }},
		{fyne.KeyTab, ctrl, "Ctrl+Tab", "下一件最近打开的案件", (*shell).nextRecent},
		{fyne.KeyD, ctrlShift, "Ctrl+Shift+D", "固定或取消固定打开的案件", (*shell).pinHere},
		{fyne.KeyW, ctrlShift, "Ctrl+Shift+W", "在新窗口打开这件案件", (*shell).openBeside},
		{fyne.KeySlash, ctrl, "Ctrl+/", "快捷键一览", (*shell).keySheet},
	}
	for _, item := range navItems {
		out = append(out, windowKey{item.key, ctrl, "Ctrl+" + string(item.key), item.label, func(s *shell) { s.show(item.name) }})
	}
	return out
}

// plainKey is a key without a modifier, which a text field passes on.
type plainKey struct {
	key   fyne.KeyName
	keys  string
	label string
	do    func(*shell)
}

func plainKeys() []plainKey {
	return []plainKey{
		{fyne.KeyF1, "F1", "说明：这一页是什么、依据哪一条", (*shell).help},
		{fyne.KeyF5, "F5", "重新计算并刷新", func(s *shell) { s.changed(); s.show(s.here) }},
		{fyne.KeyF6, "F6", "这个当事人的其他案件", func(s *shell) {
			on(s, follower.samePerson, "请先打开一件案件，再查它的当事人的其他案件。")
		}},
		{fyne.KeyPageUp, "PgUp", "上一件", func(s *shell) { s.leaf(-1) }},
		{fyne.KeyPageDown, "PgDn", "下一件", func(s *shell) { s.leaf(1) }},
		{fyne.KeyEscape, "Esc", "关闭一层，回到原来的行", (*shell).back},
	}
}

// otherKeys are keys that a field, a list or a page handles by itself; the sheet tells them too.
func otherKeys() [][2]string {
	return [][2]string{
		{"Ctrl+Z / Ctrl+Y", "撤销、重做最近50步，保存以后也可以"},
		{"Ctrl+;", "在日期栏填今天"},
		{"F4", "重复上一次在这一栏填的内容"},
		{"↑ ↓ Home End", "在列表中移动，Enter 打开"},
		{"Ctrl+A / Shift+↑↓", "选择多行"},
		{"Ctrl+C / Ctrl+V", "复制选中的行、粘贴 Excel 中复制的行"},
		{"Del", "移入回收站，会先询问"},
		{"F2 / Alt+↑↓", "改卷宗中材料的登记、上移下移；Del 移入回收站，可撤销"},
		{"PgUp PgDn 空格", "阅卷时翻页；← → 换一份材料"},
		{"Ctrl+加号 减号 0", "阅卷时放大、缩小、原大；R 旋转"},
		{"Ctrl+Enter（查找）", "在新窗口打开找到的案件"},
	}
}

// on calls what the page shown can do, or says why nothing happens.
func on[T any](s *shell, do func(T), otherwise string) {
	if p, ok := s.pages[s.here].(T); ok {
		do(p)
	} else if otherwise != "" {
		s.tell("", otherwise)
	}
}

// rows copies, pastes or picks rows of the list in view, unless a form is open beside it.
func (s *shell) rows(do func(clipper)) {
	s.press(func(s *shell) {
		if !s.filling() {
			on(s, do, "")
		}
	})
}

// leaf turns to another case of the list, unless a form is open in the one shown.
func (s *shell) leaf(by int) {
	if !s.filling() {
		on(s, func(p stepper) { p.step(by) }, "")
	}
}

// isWindowKey reports whether a shortcut is one of the window's.
func isWindowKey(sc *desktop.CustomShortcut) bool {
	for _, k := range windowKeys() {
		if k.key == sc.KeyName && k.mod == sc.Modifier {
			return true
		}
	}
	return false
}

// shortcuts are those of Windows and WPS.
func (s *shell) shortcuts() {
	c := s.win.Canvas()
	for _, k := range windowKeys() {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: k.key, Modifier: k.mod}, func(fyne.Shortcut) { s.press(k.do) })
	}
	c.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { s.press((*shell).undo) })
	c.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { s.press((*shell).redo) })
	rows := map[fyne.Shortcut]func(clipper){&fyne.ShortcutCopy{}: func(p clipper) { p.copyRows(false) }, &fyne.ShortcutPaste{}: clipper.pasteRows,
		&fyne.ShortcutSelectAll{}: clipper.pickAll}
	for key, do := range rows {
		c.AddShortcut(key, func(fyne.Shortcut) { s.rows(do) })
	}
	keys := map[fyne.KeyName]func(*shell){}
	for _, k := range plainKeys() {
		keys[k.key] = k.do
	}
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		switch do := keys[e.Name]; {
		case do == nil:
		case e.Name == fyne.KeyEscape:
			s.escape()
		default:
			s.press(do)
		}
	})
}

// press does what a key is for, unless somebody has to sign in first or a dialog or menu lies over the page: its keys are its
// own, and what they would do to the page below nobody sees.
func (s *shell) press(do func(*shell)) {
	if !s.locked && s.win.Canvas().Overlays().Top() == nil {
		do(s)
	}
}

// escape closes the topmost layer, which may be a dialog.
func (s *shell) escape() {
	if !s.locked {
		s.back()
	}
}

// filling reports whether a form stands over the case in view: the keys of the list beside it do nothing then.
func (s *shell) filling() bool {
	p, ok := s.pages[s.here].(*listPage)
	return ok && p.pane.filling()
}

// newFromClipboard begins a registration with what the clipboard holds: names as applicants of one case, rows of a table as one
// case each.
func (s *shell) newFromClipboard() {
	text := fyne.CurrentApp().Clipboard().Content()
	if k, ok := model.PastedCases(text); ok {
		if s.writes() {
			s.pasteBlock(k, text)
		}
		return
	}
	if p, ok := s.show(pageIntake).(paster); ok && text != "" {
		p.pasteNew(text)
	}
}
