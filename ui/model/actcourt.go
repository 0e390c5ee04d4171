package model

import (
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/courtroom"
	"fuyi/cases/litigation"
	"fuyi/cases/procedure"
)

// Outcomes are those that the case may have: of a suit of its instance, or of 非诉执行. An outcome that an entry already names stays to be seen.
func (f *ActForm) Outcomes() []procedure.Outcome {
	out := procedure.OutcomesOf(f.c.Course(), procedure.EnforcementCase(f.c.Acts))
	for _, r := range f.Results {
		if r.Outcome != "" && !slices.Contains(out, r.Outcome) {
			out = append(out, r.Outcome)
		}
	}
	return out
}

// SetOutcome chooses what the court did. Of an outcome that leaves the judgment below standing, who lost and why is taken over from it; what
// was chosen of another outcome is forgotten.
func (f *ActForm) SetOutcome(r *procedure.Result, o procedure.Outcome) {
	if procedure.OutcomeKeeps(r.Outcome) != procedure.OutcomeKeeps(o) {
		r.Lost, r.Causes = nil, nil
	}
	r.Outcome = o
	if out, carried := litigation.Carry([]procedure.Result{*r}, f.Below, &f.law.Practice); carried {
		*r = out[0]
	}
}

// Defendants are the defendants of the suit the act belongs to.
func (f *ActForm) Defendants() []string { return f.c.Names(cases.Respondent) }

// OrganLabel is what the organs of the case are called: 被告, or 申请执行人 in 非诉执行.
func (f *ActForm) OrganLabel() string { return f.c.RoleLabel(cases.Respondent) }

// Loses reports whether an outcome may be one of a loss (败诉): 非诉执行 is neither won nor lost.
func (f *ActForm) Loses() bool { return !f.c.Enforcement() }

// TwoActs reports whether the court may judge the original act and the reconsideration decision apart: a suit after a
// reconsideration, or one with a reconsideration organ among the defendants.
func (f *ActForm) TwoActs() bool {
	if f.c.Suit != nil && f.c.Suit.Source.Reviewed() {
		return true
	}
	return slices.ContainsFunc(f.c.Parties, func(p cases.Party) bool {
		return p.Capacity == cases.JointReviewer || p.Capacity == cases.SoleReviewer
	})
}

// undecided reports an outcome of which nobody said whose it is, beside others that name their defendant.
func (f *ActForm) undecided() bool {
	named := slices.ContainsFunc(f.Results, func(r procedure.Result) bool { return r.Defendant != "" })
	return named && slices.ContainsFunc(f.Results, func(r procedure.Result) bool { return r.Outcome != "" && r.Defendant == "" })
}

// MayDropResult reports whether an outcome may be taken away: there must be one for every defendant, and one at all.
func (f *ActForm) MayDropResult(i int) bool {
	r := f.Results[i]
	n := 0
	for _, x := range f.Results {
		if x.Defendant == r.Defendant {
			n++
		}
	}
	return len(f.Results) > 1 && (n > 1 || r.Defendant == "")
}

// DropResult takes an outcome away.
func (f *ActForm) DropResult(i int) { f.Results = slices.Delete(f.Results, i, i+1) }

// LostChoice is whether an outcome counts as 败诉.
type LostChoice int

// Choices.
const (
	LostUsual LostChoice = iota // 按惯例
	LostYes                     // 败诉
	LostNo                      // 不败诉
)

// LostLabel names a choice; the usual one says what it comes to.
func LostLabel(r *procedure.Result, c LostChoice) string {
	switch c {
	case LostYes:
		return "计为败诉"
	case LostNo:
		return "不计败诉"
	}
	if procedure.OutcomeLost(r.Outcome) {
		return "按惯例（败诉）"
	}
	return "按惯例（不败诉）"
}

// LostOf is what is chosen of an outcome; SetLost chooses.
func LostOf(r *procedure.Result) LostChoice {
	switch {
	case r.Lost == nil:
		return LostUsual
	case *r.Lost:
		return LostYes
	}
	return LostNo
}

// SetLost keeps whether an outcome counts as 败诉. What did not lose has no cause of a loss.
func SetLost(r *procedure.Result, c LostChoice) {
	lost := c == LostYes
	r.Lost = &lost
	if c == LostUsual {
		r.Lost = nil
	}
	if !procedure.LostBy(*r) {
		r.Causes = nil
	}
}

// SetCause adds or takes away a cause of a loss, in the order of the list.
func SetCause(r *procedure.Result, c procedure.LossCause, on bool) {
	var out []procedure.LossCause
	for _, x := range procedure.LossCauses() {
		if x == c && on || x != c && slices.Contains(r.Causes, x) {
			out = append(out, x)
		}
	}
	r.Causes = out
}

// appearanceOf is the appearance as it is recorded: only what belongs to it.
func appearanceOf(a procedure.Appearance) *procedure.Appearance {
	if a.Head {
		a.Absence, a.Reason, a.Proof, a.View = "", "", "", ""
	} else {
		a.Name, a.Post, a.Rank, a.Spoke, a.Remarks = "", "", "", false, ""
	}
	for _, text := range []*string{&a.Name, &a.Post, &a.Remarks, &a.Reason, &a.Proof, &a.Staff, &a.Lawyers, &a.Letter} {
		*text = strings.TrimSpace(*text)
	}
	return &a
}

// AbsenceGrounds are the grounds to choose from: that a co-defendant's head comes needs a co-defendant, and stands first where there is one.
func (f *ActForm) AbsenceGrounds() []procedure.AbsenceGround {
	all := slices.DeleteFunc(procedure.AbsenceGrounds(), func(g procedure.AbsenceGround) bool { return g == procedure.AbsentJoint })
	if len(f.Defendants()) > 1 {
		return append([]procedure.AbsenceGround{procedure.AbsentJoint}, all...)
	}
	return all
}

// othersHeard names the defendants whose appearance at a hearing of the same day is not recorded yet.
func (f *ActForm) othersHeard(a procedure.Act) []string {
	if a.Detail == nil || a.Detail.Appearance == nil || a.Detail.Appearance.For == "" {
		return nil
	}
	said := []string{a.Detail.Appearance.For}
	for _, x := range f.c.Acts {
		if x.Kind == procedure.CourtHearing && x.On == a.On && x.Detail != nil && x.Detail.Appearance != nil {
			if x.Detail.Appearance.For == "" {
				return nil
			}
			said = append(said, x.Detail.Appearance.For)
		}
	}
	return slices.DeleteFunc(slices.Clone(f.Defendants()), func(name string) bool { return slices.Contains(said, name) })
}

// unheard names the defendants that the last hearing says nothing of, where it was recorded for some of them.
func (f *ActForm) unheard() []string {
	var last procedure.Act
	for _, x := range f.c.Acts {
		if x.Kind == procedure.CourtHearing && x.On >= last.On {
			last = x
		}
	}
	if last.On.IsZero() {
		return nil
	}
	return f.othersHeard(last)
}

// headDoubts are the doubts whether the person counts as a head of the organ. Of a form with gaps, which are told apart, they are those that
// the post raises.
func (f *ActForm) headDoubts(gaps bool) []string {
	ap := &f.Appearance
	organ := courtroom.Represented(f.c, ap)
	if gaps {
		return courtroom.PostDoubts(ap.Post, organ)
	}
	return courtroom.Head{Name: ap.Name, Post: ap.Post, Rank: ap.Rank}.Doubts(organ)
}

// reminder says what is worth filling in though the law does not ask for it, "" if nothing is.
func (f *ActForm) reminder(a procedure.Act) string {
	out := f.resultQuestions()
	if !f.Has(procedure.FieldAppearance) {
		return strings.Join(out, "")
	}
	ap := f.Appearance
	if ap.Head {
		var missing []string
		for _, x := range []struct{ label, value string }{{"负责人姓名", ap.Name}, {"职务", ap.Post}, {"负责人类别", string(ap.Rank)}} {
			if strings.TrimSpace(x.value) == "" {
				missing = append(missing, x.label)
			}
		}
		if len(missing) > 0 {
			out = append(out, "还没有填写"+strings.Join(missing, "、")+"；负责人出庭的统计和报送要用，建议补填后再记录。")
		}
		if strings.TrimSpace(ap.Post) != "" {
			out = append(out, Together(f.headDoubts(len(missing) > 0)))
		}
	} else if f.AppearanceSaid && strings.TrimSpace(ap.Staff) == "" {
		out = append(out, "负责人不能出庭的，应当委托相应的工作人员出庭，不得仅委托律师（《行政诉讼法》第3条，行诉法解释第128条）。")
	}
	if others := f.othersHeard(a); len(others) > 0 {
		out = append(out, "这次开庭还有被告“"+strings.Join(others, "”“")+"”，请另外各记录一次。")
	}
	return strings.Join(out, "")
}
