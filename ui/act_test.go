package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// pastCase opens a case whose decision was made without opinions heard, long after its deadlines.
func pastCase(t *testing.T) (*rig, *casePane) {
	t.Helper()
	o := fake.New()
	day := o.Today.AddDays(-120)
	id, err := o.Register(t.Context(), &cases.Case{Kind: cases.Reconsideration, Number: "补录1号",
		Parties: []cases.Party{{Role: cases.Applicant, Name: "陈某某"}, {Role: cases.Respondent, Name: "甲局"}},
		Acts: []procedure.Act{{Kind: procedure.Receipt, On: day}, {Kind: procedure.Acceptance, On: day + 2},
			{Kind: procedure.Decision, On: day + 40, Detail: &procedure.Detail{Items: []procedure.Item{{Kind: procedure.Uphold}}}}}})
	if err != nil {
		t.Fatal(err)
	}
	r := newRig(t, o, model.Look{})
	r.openCase(cases.Reconsideration, id)
	return r, r.pages[pageCases].(*listPage).pane
}

func lastAct(t *testing.T, r *rig, id cases.ID) procedure.Act {
	t.Helper()
	c, err := r.o.Case(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return c.Acts[len(c.Acts)-1]
}

// What was forgotten is recorded for its own day: from the reminder, and from the list of all acts.
func TestForgottenActIsRecorded(t *testing.T) {
	r, p := pastCase(t)
	test.Tap(buttonIn(t, p.root, "补记“听取意见”…"))
	if p.act == nil || p.act.form.Date != "" || !p.act.record.Disabled() {
		t.Fatal("the reminder did not open an act without a date")
	}
	p.leaveAct()
	test.Tap(buttonIn(t, p.root, "全部程序行为"))
	if texts := shown(p.root); !slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, "补录以前的日期可以") }) {
		t.Error("the list does not say that an earlier day is possible")
	}
	test.Tap(buttonIn(t, p.root, "听取意见…"))
	heard := calendar.Date(p.view.Timeline.Accepted) + 10
	p.act.form.Date = heard.String()
	p.act.preview()
	test.Tap(buttonIn(t, p.root, "记录“听取意见”"))
	if a := lastAct(t, r, p.id); a.Kind != procedure.OpinionsHeard || a.On != heard {
		t.Fatalf("recorded %+v", a)
	}
	walk(p.root, func(o fyne.CanvasObject) {
		if b, ok := o.(*push); ok && b.Text == "补记“听取意见”…" {
			t.Error("the reminder is still there")
		}
	})
}
