package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// rowList is a List of cases moved through by keys. It keeps its chosen row itself and paints it on the row: Fyne's own choice
// scrolls on every call and refreshes every row, and a click does not tell it which keys were held.
type rowList struct {
	widget.List
	t *caseTable
	// at is the chosen row, -1 for none; shift is true while that key is held.
	at      int
	focused bool
	shift   bool
	// moving, if set, tells that the list was laid out anew a moment ago: a press is not meant for what is under the pointer.
	moving func() bool
	// rows are the rows made so far, some twenty more than are in view.
	rows []*caseRow
	// keys are what the page does; every one is set.
	keys rowKeys
}

// rowKeys are what a page does when its list is moved through.
type rowKeys struct {
	// open shows the case at a row, moved tells that the choice went to a row without opening it.
	open, moved func(i int)
	// extend picks from the start of the range to a row, toggle picks one row or lets it go; none lets all go.
	extend, toggle func(i int)
	none           func()
	all            func()
	bin            func()
	copy, paste    func()
	menu           func(at fyne.Position)
}

func newRowList(t *caseTable) *rowList {
	l := &rowList{t: t, at: -1}
	l.Length = func() int { return t.length() }
	l.CreateItem = func() fyne.CanvasObject {
		r := newCaseRow(l)
		l.rows = append(l.rows, r)
		return r
	}
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		r, ok := t.row(i)
		o.(*caseRow).set(i, r, ok, t.today())
	}
	l.HideSeparators = false
	l.ExtendBaseWidget(l)
	return l
}

// Select chooses a row and opens its case.
func (l *rowList) Select(i int) {
	if i >= 0 && i < l.Length() {
		l.move(i)
		l.keys.open(i)
	}
}

// mark shows a row as chosen without reporting it or scrolling; -1 for none.
func (l *rowList) mark(i int) {
	l.at = i
	l.repaint()
}

// move chooses a row and brings it into view.
func (l *rowList) move(i int) {
	if i < 0 || i >= l.Length() {
		return
	}
	l.at = i
	l.bring(i)
	l.repaint()
}

// bring scrolls as little as needed for a row to be in view.
func (l *rowList) bring(i int) {
	h := l.pitch()
	top, view := l.GetScrollOffset(), l.Size().Height
	switch y := float32(i) * h; {
	case view == 0:
	case y < top:
		l.ScrollToOffset(y)
	case y+h > top+view:
		l.ScrollToOffset(y + h - view)
	}
}

// pitch is the height of a row with its line.
func (l *rowList) pitch() float32 {
	return textHeight(theme.SizeNameText) + units(2) + theme.Padding()
}

// page is how many rows are in view.
func (l *rowList) page() int { return max(1, int(l.Size().Height/l.pitch())-1) }

// repaint paints the grounds of the rows anew where they changed; their words stay.
func (l *rowList) repaint() {
	for _, r := range l.rows {
		r.mark()
	}
}

// tapped is a press on a row with keys held, or on its box.
func (l *rowList) tapped(i int, mod fyne.KeyModifier, box bool) {
	if l.moving != nil && l.moving() {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	switch {
	case mod&fyne.KeyModifierShift != 0:
		l.keys.extend(i)
		l.move(i)
	case mod&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0 || box:
		l.keys.toggle(i)
		l.move(i)
		l.keys.moved(i)
	default:
		l.keys.none()
		l.Select(i)
	}
}

// menuAt opens the menu on a row: on one that is not picked it first becomes the chosen one.
func (l *rowList) menuAt(i int, at fyne.Position) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	if r, ok := l.t.row(i); ok && !l.t.picked(r.ID) {
		l.keys.none()
		l.move(i)
		l.keys.moved(i)
	}
	l.keys.menu(at)
}

// FocusGained and FocusLost show where the keys go. They do not scroll, as those of Fyne's list would.
func (l *rowList) FocusGained() {
	l.focused = true
	l.repaint()
}

// FocusLost ends it.
func (l *rowList) FocusLost() {
	l.focused, l.shift = false, false
	l.repaint()
}

// KeyDown and KeyUp note whether Shift is held.
func (l *rowList) KeyDown(e *fyne.KeyEvent) { l.holdShift(e, true) }

// KeyUp ends it.
func (l *rowList) KeyUp(e *fyne.KeyEvent) { l.holdShift(e, false) }

func (l *rowList) holdShift(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		l.shift = down
	}
}

// target is the row that a key moves to, false for a key that does not move.
func (l *rowList) target(key fyne.KeyName) (int, bool) {
	last := l.Length() - 1
	switch key {
	case fyne.KeyDown:
		return min(l.at+1, last), true
	case fyne.KeyUp:
		return max(l.at-1, 0), true
	case fyne.KeyPageDown:
		return min(max(l.at, 0)+l.page(), last), true
	case fyne.KeyPageUp:
		return max(l.at-l.page(), 0), true
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return last, true
	}
	return 0, false
}

// TypedKey moves the choice, with Shift picking what lies between, opens with Enter and picks with the space bar.
func (l *rowList) TypedKey(e *fyne.KeyEvent) {
	if i, ok := l.target(e.Name); ok {
		if i < 0 {
			return
		}
		if l.shift {
			l.keys.extend(i)
			l.move(i)
			return
		}
		l.keys.none()
		l.move(i)
		l.keys.moved(i)
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.Select(max(l.at, 0))
	case fyne.KeySpace:
		if l.at >= 0 {
			l.keys.toggle(l.at)
		}
	case fyne.KeyDelete:
		l.keys.bin()
	case desktop.KeyMenu:
		l.keys.menu(l.rowPosition())
	case fyne.KeyF10:
		if l.shift {
			l.keys.menu(l.rowPosition())
		}
	default:
		passKey(l, e)
	}
}

// rowPosition is where the menu of the chosen row opens by key.
func (l *rowList) rowPosition() fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
	y := float32(max(l.at, 0)+1)*l.pitch() - l.GetScrollOffset()
	return at.AddXY(units(6), min(max(y, 0), l.Size().Height))
}

// TypedShortcut copies, pastes and picks all; what the list does not use goes to the window.
func (l *rowList) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		l.keys.copy()
	case *fyne.ShortcutPaste:
		l.keys.paste()
	case *fyne.ShortcutSelectAll:
		l.keys.all()
	default:
		if c, ok := fyne.CurrentApp().Driver().CanvasForObject(l).(fyne.Shortcutable); ok {
			c.TypedShortcut(s)
		}
	}
}
