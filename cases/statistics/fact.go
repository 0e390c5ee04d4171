package statistics

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Fact is what counting needs of one case, flat, derived from its acts as of a day. Everything in this package is a
// predicate over it.
type Fact struct {
	ID cases.ID
	// Kind is that of the case, but Enforcement for a court case that is no suit.
	Kind cases.Kind
	// Category is 行政管理类别, Matter 申请复议事项; "未分类" where the case does not say.
	Category, Matter string
	// Received, Accepted and Concluded as in procedure.Timeline; zero if not yet.
	Received, Accepted, Concluded calendar.Date
	// Result says how the case was concluded; "" while open.
	Result Result
	// Corrected is 直接纠错: a decision with at least one item against the act under review.
	Corrected bool
	// Settled is 调解和解: a letter of mediation, or an end after settlement.
	Settled bool
	// Persons is the number of applicants (申请人总数).
	Persons int
	// Organs are the respondents or defendants, each name once.
	Organs []string
	// Letters are 意见书 and 建议书; Consultations the committee's days.
	Letters       []Letter
	Consultations []Consultation

	// The rest is of litigation only.

	Court    string
	Instance cases.Instance
	Source   cases.Source
	// Government is true when the office's own government is among the defendants (区政府为被告).
	Government bool
	// Hearings are the court hearings, Verdicts the outcome per defendant of the last judgment.
	Hearings []Hearing
	Verdicts []Verdict
	// Outcome is the outcome that names the judgment as a whole.
	Outcome procedure.Outcome
}

// Letter is one opinion letter (意见书) or recommendation letter (建议书).
type Letter struct {
	On      calendar.Date
	Opinion bool
	To      string
}

// Consultation is one consultation of the committee on the case (委员会咨询).
type Consultation struct {
	On calendar.Date
	// Topic is what was discussed, from the act's note.
	Topic string
}

// Hearing is one court hearing. For is the organ whose appearance was recorded, "" for all defendants.
type Hearing struct {
	On          calendar.Date
	Head, Chief bool
	For         string
	// Rank is that of the head who came, Reason the ground of absence given in writing (书面说明的理由).
	Rank   procedure.Rank
	Reason string
	// Recorded is true when it was entered who appeared at all. Notified is true when the court notified the organ that a head must come,
	// Spoke when the head spoke (出声), Excused when an absence had a ground that excuses it by the office's reading, Explained when one was
	// given in writing at all, Joint when the head of a co-defendant came by agreement.
	Recorded, Notified, Spoke, Excused, Explained, Joint bool
}

// Verdict is the outcome for one defendant; Defendant is "" when it holds for all.
type Verdict struct {
	Defendant string
	// Act is what was judged where a suit is about two acts, "" else.
	Act        procedure.SuedAct
	Outcome    procedure.Outcome
	Lost       bool
	Government bool
}

// Unsorted (未分类) stands for a classification that was not recorded.
const Unsorted = "未分类"

// Enforcement (非诉执行) is the kind of the facts of court cases in which an organ has its own act enforced that nobody sued over. They
// stand in the register of suits and are none: every figure of suits asks for the kind, and leaves them out.
const Enforcement cases.Kind = "enforcement"

// NewFact derives the fact of a case as of a day (只认截至当日的程序行为); organ is the name of the office's own government.
func NewFact(c *cases.Case, organ string, law *procedure.Law, asOf calendar.Date) Fact {
	t := procedure.Fold(c.Acts, c.Course(), law, asOf)
	return FactOf(c, &t, organ, &law.Practice, asOf)
}

// FactOf is NewFact for a case whose timeline as of that day is known, with the office's reading of open points.
func FactOf(c *cases.Case, t *procedure.Timeline, organ string, practice *procedure.Practice, asOf calendar.Date) Fact {
	f := Fact{
		ID: c.ID, Kind: c.Kind,
		Category: cmp.Or(c.Class.Category, Unsorted), Matter: cmp.Or(c.Class.Matter, Unsorted),
		Received: t.Received, Accepted: t.Accepted, Concluded: t.Concluded,
	}
	if c.Enforcement() {
		f.Kind = Enforcement
	}
	for _, p := range c.Parties {
		switch p.Role {
		case cases.Applicant:
			f.Persons++
		case cases.Respondent:
			if !slices.Contains(f.Organs, p.Name) {
				f.Organs = append(f.Organs, p.Name)
			}
		}
	}
	if c.Suit != nil {
		f.Court, f.Instance, f.Source = cmp.Or(c.Suit.Court, "法院未记载"), c.Suit.Instance, c.Suit.Source
	}
	f.Government = slices.ContainsFunc(f.Organs, func(name string) bool { return OwnGovernment(name, organ) })
	for i := range c.Acts {
		if c.Acts[i].On <= asOf {
			f.see(&c.Acts[i], organ, practice)
		}
	}
	f.notify(c.Acts, organ, asOf)
	f.join()
	return f
}

// see takes from one act what the timeline does not carry.
func (f *Fact) see(a *procedure.Act, organ string, practice *procedure.Practice) {
	d := a.Detail
	if d == nil {
		d = &procedure.Detail{}
	}
	switch a.Kind {
	case procedure.OpinionLetter, procedure.Recommendation:
		f.Letters = append(f.Letters, Letter{On: a.On, Opinion: a.Kind == procedure.OpinionLetter, To: d.To})
	case procedure.Consultation:
		f.Consultations = append(f.Consultations, Consultation{a.On, strings.TrimSpace(a.Note)})
	case procedure.CourtHearing:
		f.Hearings = append(f.Hearings, f.hearing(a.On, d.Appearance, organ, practice))
	}
	// The act that concluded the case is the one dated so: an act that the law refused left no such date.
	if a.On == f.Concluded {
		f.conclude(a.Kind, d, organ, practice)
	}
}

// hearing is what counting needs of a day in court.
func (f *Fact) hearing(on calendar.Date, w *procedure.Appearance, organ string, practice *procedure.Practice) Hearing {
	h := Hearing{On: on}
	if w == nil {
		return h
	}
	h.Recorded = true
	h.Head, h.Chief, h.Rank = w.Head, w.Head && w.Rank == procedure.ChiefHead, w.Rank
	h.Notified, h.Spoke = w.Notified, w.Head && w.Spoke
	h.Reason = w.Reason
	if h.Reason == "" && w.Explained() {
		h.Reason = procedure.AbsenceLabel(w.Absence)
	}
	h.Excused = w.Excused() || practice.ReasonExcuses && w.Explained() && w.View != procedure.ViewRefused
	h.Explained = w.Explained()
	h.Joint = !w.Head && w.Absence == procedure.AbsentJoint
	if !w.Head || !practice.CreditJoint {
		h.For = f.party(w.For, organ)
	}
	return h
}

func (f *Fact) conclude(k procedure.Kind, d *procedure.Detail, organ string, practice *procedure.Practice) {
	switch k {
	case procedure.Decision:
		f.Result, f.Corrected = decided(d.Items)
	case procedure.Judgment:
		f.Result = ResultJudged
		f.judge(d.Results, organ, practice)
	case procedure.Termination, procedure.Withdrawal:
		f.Result = ended(k, d.Ground)
	default:
		if r, ok := plainResults[k]; ok {
			f.Result = r
		}
	}
	f.Settled = slices.Contains([]Result{ResultMediated, ResultSettled, ResultReconciled}, f.Result)
}

// judge keeps the outcome per defendant, and the first in the order of weight as that of the whole.
func (f *Fact) judge(results []procedure.Result, organ string, practice *procedure.Practice) {
	f.Verdicts, f.Outcome = nil, ""
	for _, r := range results {
		own := r.Defendant != "" && OwnGovernment(r.Defendant, organ)
		f.Verdicts = append(f.Verdicts, Verdict{f.party(r.Defendant, organ), r.Act, r.Outcome, practice.Lost(r), own || f.Government && len(f.Organs) == 1 || f.Government && r.Defendant == ""})
	}
	for _, o := range procedure.Outcomes() {
		if slices.ContainsFunc(results, func(r procedure.Result) bool { return r.Outcome == o }) {
			f.Outcome = o
			return
		}
	}
}

// party finds the defendant that an act names, as the case writes it. The only defendant is meant by whatever name.
func (f *Fact) party(name, organ string) string {
	if name == "" || slices.Contains(f.Organs, name) {
		return name
	}
	if len(f.Organs) == 1 {
		return f.Organs[0]
	}
	if OwnGovernment(name, organ) {
		for _, o := range f.Organs {
			if OwnGovernment(o, organ) {
				return o
			}
		}
	}
	return name
}

// Lost reports whether an organ lost the suit (败诉), any defendant for "".
func (f *Fact) Lost(organ string) bool {
	return slices.ContainsFunc(f.Verdicts, func(v Verdict) bool {
		return v.Lost && (organ == "" || v.Defendant == "" || v.Defendant == organ)
	})
}

// GovernmentLost reports whether the office's own government lost.
func (f *Fact) GovernmentLost() bool {
	return slices.ContainsFunc(f.Verdicts, func(v Verdict) bool { return v.Lost && v.Government })
}
