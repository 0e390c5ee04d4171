package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// A choice that brings other fields keeps the keyboard, so that Tab goes on from there.
func TestChoicesKeepTheKeyboard(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageIntake).(*intakePage)
	p.rows["channel"].pick(t).SetSelected(procedure.MeansLabel(procedure.ByPost))
	if r.win.Canvas().Focused() != fyne.Focusable(p.rows["channel"].pick(t)) {
		t.Error("the channel lost the keyboard")
	}
	p.rows["applicant.0.kind"].pick(t).SetSelected(model.PartyKindLabel(cases.LegalPerson))
	if r.win.Canvas().Focused() != fyne.Focusable(p.rows["applicant.0.kind"].pick(t)) || p.rows["applicant.0.head"] == nil {
		t.Error("the kind lost the keyboard, or the head is not asked for")
	}
}

func TestEscapeClosesThePasteBox(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageIntake).(*intakePage)
	test.Tap(buttonIn(t, p.form.flow.Objects[1], "粘贴多人…"))
	if p.paste == nil || r.win.Canvas().Focused() != fyne.Focusable(p.paste.area) {
		t.Fatal("the box is not open")
	}
	r.key(fyne.KeyEscape)
	if p.paste != nil || r.here != pageIntake {
		t.Error("the box is still open")
	}
}
