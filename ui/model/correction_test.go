package model

import (
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

func TestTrialMayLieAheadAndWritesNothing(t *testing.T) {
	o := fake.New()
	c, _ := o.Case(t.Context(), 8)
	f := NewTrial(c, procedure.SpecOf(procedure.Extension), o.Law(), o.Today)
	f.Date = f.Shifted(2)
	p := f.Preview()
	if !p.Ready() || !slices.ContainsFunc(p.Changes, func(c Change) bool { return c.Label == "审理期限" && c.Before != "" && c.After != c.Before }) {
		t.Fatalf("%+v", p)
	}
	if again, _ := o.Case(t.Context(), 8); len(again.Acts) != len(c.Acts) {
		t.Error("a trial wrote something")
	}
	if r := f.Record(); r.Mode != Recording || r.Date != o.Today.String() {
		t.Errorf("carried over as %+v", r)
	}
	f = NewTrial(c, procedure.SpecOf(procedure.Resumption), o.Law(), o.Today)
	if p := f.Preview(); p.Ready() || !strings.Contains(p.Refused, "第39条") {
		t.Errorf("an unlawful trial: %+v", p)
	}
}

func TestCorrectionShowsDatesAndFigures(t *testing.T) {
	o := fake.New()
	c := o.All[9] // just received
	c.Acts[0].ID = 1
	f := NewCorrection(c, c.Acts[0], o.Set, o.Law(), o.Today)
	if p := f.Preview(); p.Ready() || !strings.Contains(p.Refused, "没有变化") {
		t.Errorf("nothing changed: %+v", p)
	}
	f.Date = c.Acts[0].On.AddDays(-400).String()
	if p := f.Preview(); p.Fields["reason"] == "" {
		t.Errorf("no reason was asked for: %+v", p)
	}
	f.Reason = "年份写错"
	p := f.Preview()
	if !p.Ready() || len(p.Figures) == 0 || len(p.Changes) < 2 {
		t.Fatalf("%+v", p)
	}
	if !slices.ContainsFunc(p.Figures, func(s string) bool { return strings.Contains(s, "新收行政复议申请 -1") }) {
		t.Errorf("figures %q", p.Figures)
	}
	fix := f.Correction()
	if fix.With == nil || fix.Act != 1 || fix.Reason != "年份写错" {
		t.Errorf("%+v", fix)
	}
	f.Strike = true
	if p := f.Preview(); p.Ready() {
		t.Error("the receipt of a case can be struck")
	}
}

// What a form reads back is what the act says, for every field of every act.
func TestCorrectionFormKeepsEveryField(t *testing.T) {
	o := fake.New()
	for _, suit := range []bool{false, true} {
		for _, s := range procedure.Specs(suit) {
			a := procedure.Act{ID: 5, Kind: s.Kind, On: o.Today, Paper: "文号", Note: "说明"}
			for _, info := range procedure.FieldsOf(s.Kind) {
				value := map[procedure.Input]string{procedure.InputText: "某某局", procedure.InputDay: o.Today.String(), procedure.InputNumber: "20", procedure.InputYes: "yes",
					procedure.InputSpan: "2026-01-05..2026-02-03", procedure.InputItems: "revoke!:30+uphold"}[info.Input]
				if info.Field == procedure.FieldTime {
					value = "下午2:30"
				}
				if len(info.Codes) > 0 && value == "" {
					value = info.Codes[0].Code
				}
				if info.Field == procedure.FieldAppearance && slices.Contains([]string{"absence", "reason", "proof", "view"}, info.Key) {
					continue
				}
				if reason := procedure.Set(&a, info.Key, value); reason != "" {
					t.Fatal(reason)
				}
			}
			c := &cases.Case{Kind: cases.Reconsideration, Acts: []procedure.Act{a}}
			got, bad := NewCorrection(c, a, o.Set, o.Law(), o.Today).Act()
			if len(bad) > 0 || !slices.Equal(procedure.Describe(&got), procedure.Describe(&a)) {
				t.Errorf("%s: %q became %q %v", s.Kind, procedure.Describe(&a), procedure.Describe(&got), bad)
			}
		}
	}
}

func TestCorrectedEntriesShowWhatTheySaid(t *testing.T) {
	o := fake.New()
	o.Who = "张某"
	c := o.All[9]
	c.Acts[0].ID = 77
	wrong := c.Acts[0]
	right := wrong
	right.On--
	if err := o.Correct(t.Context(), c.ID, cases.Correction{Act: 77, With: &right, Reason: "看错"}); err != nil {
		t.Fatal(err)
	}
	fixes, _ := o.Corrections(t.Context(), c.ID)
	c, _ = o.Case(t.Context(), c.ID)
	v := NewCaseView(c, fixes, o.Law(), o.Today)
	if len(v.Acts) != 1 || len(v.Acts[0].Corrected) != 1 || !strings.Contains(v.Acts[0].Corrected[0], wrong.On.String()) || !strings.Contains(v.Acts[0].Corrected[0], "看错") {
		t.Errorf("%+v", v.Acts)
	}
}

// On the last day of the review both the desk and the case say what follows from doing nothing (视为受理守护).
func TestLastDayOfReviewIsTold(t *testing.T) {
	o := fake.New()
	c := o.All[9]
	due := cases.RunningOf(c, o.Law(), o.Today).Periods[0].Count.Due
	if v := NewCaseView(c, nil, o.Law(), due); !strings.Contains(v.Next, "即视为受理") {
		t.Errorf("the case says %q", v.Next)
	}
	d, err := LoadDocket(t.Context(), o, due, nil)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(d.Lines, func(l DueLine) bool { return l.ID == c.ID })
	if i < 0 || !strings.Contains(d.Lines[i].Text(due).Aside, "即视为受理") {
		t.Errorf("the desk says %+v", d.Lines)
	}
	if v := NewCaseView(c, nil, o.Law(), due+1); v.State != procedure.Trying.Label() || len(v.Offers) == 0 {
		t.Errorf("a day later the case is %s", v.State)
	}
}
