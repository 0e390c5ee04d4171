package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// judgmentOf opens the judgment of a suit with two defendants.
func judgmentOf(t *testing.T) (*rig, *actPane) {
	t.Helper()
	o := fake.New()
	c, err := o.Case(t.Context(), 61)
	if err != nil {
		t.Fatal(err)
	}
	c.Parties = append(c.Parties, cases.Party{Role: cases.Respondent, Name: "某某区人民政府", PartyDetail: cases.PartyDetail{Capacity: cases.JointReviewer}})
	if err := o.Revise(t.Context(), []*cases.Case{c}); err != nil {
		t.Fatal(err)
	}
	r := newRig(t, o, model.Look{})
	r.openCase(cases.Litigation, 61)
	p := r.pages[pageSuits].(*listPage).pane
	p.begin(procedure.SpecOf(procedure.Judgment))
	return r, p.act
}

// outcomePicks are the drop-downs of outcomes.
func outcomePicks(a *actPane) (out []*pick) {
	walk(a.root, func(o fyne.CanvasObject) {
		if p, ok := o.(*pick); ok && p.PlaceHolder == "请选择裁判结果" {
			out = append(out, p)
		}
	})
	return out
}

// Every defendant has a block under its full name; while one is blank the judgment cannot be recorded, and one press takes the first
// outcome for it.
func TestJudgmentOfTwoDefendants(t *testing.T) {
	_, a := judgmentOf(t)
	text := func() string { return strings.Join(shown(a.root), " ") }
	if !strings.Contains(text(), "某某区人民政府（复议机关") {
		t.Errorf("the second defendant has no heading: %s", text())
	}
	outcomePicks(a)[0].SetSelected(procedure.OutcomeLabel(procedure.ActRevoked))
	a.preview()
	if !a.record.Disabled() || !strings.Contains(text(), "还没有填写某某区人民政府的裁判结果") {
		t.Errorf("a blank defendant: %s", text())
	}
	a.press()
	if len(outcomePicks(a)) != 2 {
		t.Fatal("recorded with a blank defendant")
	}
	var same *push
	walk(a.root, func(o fyne.CanvasObject) {
		if b, ok := o.(*push); ok && b.Text == "各被告结果相同" {
			same = b
		}
	})
	if same == nil {
		t.Fatal("the first outcome cannot be taken for all")
	}
	same.OnTapped()
	a.preview()
	if a.record.Disabled() || outcomePicks(a)[1].Selected != procedure.OutcomeLabel(procedure.ActRevoked) {
		t.Errorf("after 各被告结果相同: %s", text())
	}
}

// A long list of choices shows ten rows, is moved through by keys and gives the keys back.
func TestLongChoicesScroll(t *testing.T) {
	r, a := judgmentOf(t)
	p := outcomePicks(a)[0]
	if !p.long() {
		t.Fatalf("only %d outcomes", len(p.Options))
	}
	c := r.win.Canvas()
	c.Focus(p)
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	l, ok := c.Focused().(*choices)
	if !ok {
		t.Fatalf("the keys are with %T", c.Focused())
	}
	if h := l.Size().Height; h > l.pitch()*(mostChoices+1) {
		t.Errorf("the list is %v high, a row %v", h, l.pitch())
	}
	for range 11 {
		l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if l.GetScrollOffset() == 0 {
		t.Error("the row of the keys is out of view")
	}
	want := p.Options[11]
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := outcomePicks(a)[0].Selected; got != want || c.Overlays().Top() != nil {
		t.Errorf("chosen %q instead of %q, overlay %v", got, want, c.Overlays().Top())
	}
}
