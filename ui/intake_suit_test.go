package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// A registration begins with the kind of case last looked at, as long as nothing was typed; each list offers it.
func TestIntakeFollowsTheList(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.ctrl(fyne.Key3)
	r.ctrl(fyne.Key4)
	p := r.pages[pageIntake].(*intakePage)
	if p.in.Kind != cases.Litigation {
		t.Errorf("after the suits: %s", p.in.Kind.Label())
	}
	r.ctrl(fyne.Key2)
	buttonIn(t, r.pages[pageCases].view(), "新收").OnTapped()
	if r.here != pageIntake || p.in.Kind != cases.Reconsideration {
		t.Errorf("新收 leads to %s, %s", r.here, p.in.Kind.Label())
	}
	p.turn(cases.Litigation.Label())
	r.ctrl(fyne.Key1)
	r.ctrl(fyne.Key4)
	if p.in.Kind != cases.Litigation {
		t.Error("the kind that was chosen is forgotten")
	}
	p.in.Subject = "不服处罚"
	r.ctrl(fyne.Key2)
	r.ctrl(fyne.Key4)
	if p.in.Kind != cases.Litigation {
		t.Error("what was typed is turned into another kind")
	}
}

// What was said to be missing is no longer said once it is filled in, and nothing new is said while somebody types.
func TestComplaintsGoWhenFilledIn(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.ctrl(fyne.Key4)
	p := r.pages[pageIntake].(*intakePage)
	p.turn(cases.Litigation.Label())
	p.confirm()
	if !strings.Contains(p.rows["court"].note.text, "请填写受诉法院") || !strings.Contains(p.rows["subject"].note.text, "请填写") {
		t.Fatalf("nothing is missing: %q", p.rows["court"].note.text)
	}
	p.in.Court = "某市某区人民法院"
	p.look()
	if got := p.rows["court"].note.text; got != "" {
		t.Errorf("still said: %q", got)
	}
	if p.rows["subject"].note.text == "" {
		t.Error("what is still missing is no longer said")
	}
	p.in.Court = ""
	p.look()
	if got := p.rows["court"].note.text; got != "" {
		t.Errorf("said while typing: %q", got)
	}
}
