package model

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/litigation"
	"fuyi/cases/procedure"
)

// SuitForm is what only suits have beyond a ledger's columns, as typed.
type SuitForm struct {
	Type    cases.SuitType `json:"type,omitempty"`
	Earlier string         `json:"earlier,omitempty"`
	Claimed string         `json:"claimed,omitempty"`
	Awarded string         `json:"awarded,omitempty"`
	Author  string         `json:"author,omitempty"`
}

// SuitTypes are the kinds to choose from; enforcement without a suit is chosen by how the case begins.
func SuitTypes() []cases.SuitType {
	return slices.DeleteFunc(cases.SuitTypes(), func(t cases.SuitType) bool { return t == cases.EnforcementSuit })
}

func (f *SuitForm) detail(bad map[string]string) cases.SuitDetail {
	return cases.SuitDetail{Type: f.Type, Earlier: strings.TrimSpace(f.Earlier), Claimed: money(f.Claimed, bad, "claimed"), Awarded: money(f.Awarded, bad, "awarded"),
		Author: strings.TrimSpace(f.Author)}
}

func suitFormOf(s *cases.Suit) SuitForm {
	return SuitForm{Type: s.Type, Earlier: s.Earlier, Claimed: Yuan(s.Claimed), Awarded: Yuan(s.Awarded), Author: s.Author}
}

// ReviewWanted is the number of the reconsideration that has to be looked for, "" if none has, or it was looked for already.
func (in *Intake) ReviewWanted() string {
	number := strings.TrimSpace(in.Related)
	if in.Kind != cases.Litigation || number == in.reviewAsked {
		return ""
	}
	if number == "" {
		in.Review("", nil)
	}
	return number
}

// FindReview looks for the case a suit followed: a reconsideration or an earlier suit; nil without an error if there is none of that
// exact number.
func FindReview(ctx context.Context, o cases.Reader, number string) (*cases.Case, error) {
	c, err := o.CaseByNumber(ctx, number)
	switch {
	case cases.KindOf(err) == cases.NotFound || cases.KindOf(err) == cases.Invalid || cases.KindOf(err) == cases.Conflict:
		return nil, nil
	case err != nil:
		return nil, err
	case cases.NumberKey(c.Number) != cases.NumberKey(number):
		return nil, nil // a fragment of another number is no answer
	}
	return c, nil
}

// Review notes what was found under a number.
func (in *Intake) Review(number string, c *cases.Case) { in.reviewAsked, in.review = number, c }

// MayFill reports whether the reconsideration is known and the page may take its parties over. Who may be sued is no answer to who may
// apply for enforcement.
func (in *Intake) MayFill() bool {
	return in.review != nil && in.review.Kind == cases.Reconsideration && !in.Executes()
}

// FillFromReview takes plaintiffs, defendants with their capacity, subject and classification over from the reconsideration, into what
// is still empty, and says how the suit arose.
func (in *Intake) FillFromReview(x IntakeContext) {
	if !in.MayFill() {
		return
	}
	c := in.review
	e, known := litigation.Defendants(nil, c, x.Settings.Organ, x.Law, x.Today)
	if len(in.Names(cases.Applicant)) == 0 {
		in.replace(cases.Applicant, c.Parties)
	}
	switch {
	case !known || e.Choice:
	case len(in.Names(cases.Respondent)) == 0:
		in.replace(cases.Respondent, suedParties(c, e))
	default:
		in.join(suedParties(c, e), e)
	}
	if len(in.Names(cases.ThirdParty)) == 0 {
		in.replace(cases.ThirdParty, c.Parties)
	}
	for _, p := range in.Of(cases.Respondent) {
		if p.Capacity == "" && known {
			p.Capacity = litigation.CapacityFor(strings.TrimSpace(p.Name), e)
		}
	}
	fill := func(to *string, text string) {
		if strings.TrimSpace(*to) == "" {
			*to = text
		}
	}
	fill(&in.Subject, c.Subject)
	fill(&in.Category, c.Class.Category)
	fill(&in.Matter, c.Class.Matter)
	in.Source = cases.AfterReconsideration
	if known && e.Overdue() {
		in.Source = cases.OverInaction
	}
}

// join adds the defendants of the rule that are not named yet: whom the plaintiff left out the court adds anyway (XSJ-134). What stands on
// the page stays.
func (in *Intake) join(sued []cases.Party, e litigation.Expected) {
	has := func(want cases.Capacity) bool {
		return slices.ContainsFunc(in.Names(cases.Respondent), func(name string) bool { return litigation.CapacityFor(name, e) == want })
	}
	for _, p := range sued {
		if p.Capacity = litigation.CapacityFor(p.Name, e); p.Capacity == "" || has(p.Capacity) {
			continue
		}
		f := in.Add(p.Role)
		f.Party, f.Chosen = p, p.Kind != ""
		if f.Kind == "" {
			f.Kind = defaultKind(p)
		}
	}
}

// suedParties are the defendants of a rule: the organs of the original act, and the reconsideration organ.
func suedParties(c *cases.Case, e litigation.Expected) []cases.Party {
	var out []cases.Party
	if e.Original {
		for _, p := range c.Parties {
			if p.Role == cases.Respondent {
				out = append(out, p)
			}
		}
	}
	if e.Reviewer && e.Reviewed != "" {
		out = append(out, cases.Party{Role: cases.Respondent, Name: e.Reviewed, Organisation: true, PartyDetail: cases.PartyDetail{Kind: cases.Organ}})
	}
	return out
}

// replace puts the parties of a role in the place of its empty cards.
func (in *Intake) replace(r cases.Role, from []cases.Party) {
	var taken []cases.Party
	for _, p := range from {
		if p.Role == r {
			taken = append(taken, p)
		}
	}
	if len(taken) == 0 {
		return
	}
	for _, p := range in.Of(r) {
		in.Remove(p)
	}
	for _, p := range taken {
		f := in.Add(r)
		f.Party = p
		f.Chosen = p.Kind != ""
		if f.Kind == "" {
			f.Kind = defaultKind(p)
		}
		if !p.Born.IsZero() {
			f.BornText = p.Born.String()
		}
	}
}

// reviewed says what the reconsideration means for the suit: who should be the defendant, and until when it could be sued.
func (in *Intake) reviewed(c *cases.Case, x IntakeContext) []Hint {
	if in.reviewAsked == "" {
		return nil
	}
	if in.review == nil {
		return []Hint{{Tone: Soon, Title: "关联案件", Text: "没有案号为“" + in.reviewAsked + "”的案件，请核对；不在本单位登记的可以照写。"}}
	}
	if in.review.Kind != cases.Reconsideration {
		return []Hint{{Tone: Finished, Title: "关联案件", Text: in.review.Title() + "（" + in.review.Number + "）。上一审级的应诉案件请写在“前一审级案号”。"}}
	}
	out := ReviewHints(c, in.review, x)
	if len(out) == 0 {
		out = append(out, Hint{Tone: Calm, Title: "关联的复议案件", Text: in.review.Title() + "，尚未办结。"})
	}
	return out
}

// ReviewHints are what a reconsideration means for a suit that followed it: the rule on the defendant with every difference, and the time
// to sue.
func ReviewHints(suit, review *cases.Case, x IntakeContext) []Hint {
	var out []Hint
	e, ok := litigation.Defendants(suit, review, x.Settings.Organ, x.Law, x.Today)
	if ok {
		result := procedure.Headline(review.Acts)
		if result == "" {
			result = e.Result
		}
		out = append(out, Hint{Tone: Finished, Title: "谁为被告：复议结果是" + result, Text: e.Says + "。", Basis: e.Basis})
		if len(suit.Names(cases.Respondent)) > 0 {
			for _, d := range e.Differences {
				out = append(out, Hint{Tone: Late, Title: "与被告不一致", Text: d + "。", Basis: e.Basis})
			}
		}
		out = append(out, capacityHints(suit, e)...)
	}
	out = append(out, strangerHint(suit, review)...)
	t := procedure.Fold(review.Acts, procedure.ReviewCourse, x.Law, x.Today)
	for _, p := range t.Periods {
		if p.Rule.ID == procedure.SueDecision {
			out = append(out, sueHint(suit, &p, x))
		}
	}
	return out
}

// capacityHints name the defendants whose capacity is not the one that the reconsideration gives them (XSJ-22, 133, 134). Where the plaintiff
// chooses the defendant, nothing is said.
func capacityHints(suit *cases.Case, e litigation.Expected) []Hint {
	var out []Hint
	for _, p := range suit.Parties {
		if p.Role != cases.Respondent || p.Capacity == "" || e.Choice {
			continue
		}
		if want := litigation.CapacityFor(p.Name, e); want != "" && want != p.Capacity {
			out = append(out, Hint{Tone: Late, Title: "与被告身份不一致", Basis: e.Basis,
				Text: "“" + p.Name + "”填写的身份是" + p.Capacity.Label() + "，按复议结果应当是" + want.Label() + "。"})
		}
	}
	return out
}

// strangerHint says that none of the plaintiffs applied for the reconsideration: often the wrong case was named, but whoever has an
// interest may sue as well (XS-25).
func strangerHint(suit, review *cases.Case) []Hint {
	applied, sue := review.Names(cases.Applicant), suit.Names(cases.Applicant)
	if suit.Enforcement() || len(applied) == 0 || len(sue) == 0 || slices.ContainsFunc(sue, func(n string) bool { return slices.Contains(applied, n) }) {
		return nil
	}
	return []Hint{{Tone: Soon, Title: "原告不是复议申请人", Basis: "《行政诉讼法》第25条",
		Text: "复议申请人是" + strings.Join(applied, "、") + "，原告是" + strings.Join(sue, "、") + "。请核对关联的复议案件是不是这一件；其他利害关系人起诉的，起诉期限另行计算。"}}
}

// sueHint tells until when the decision could be sued over, and that this was long over when the suit came in.
func sueHint(suit *cases.Case, p *procedure.Period, x IntakeContext) Hint {
	h := Hint{Tone: Calm, Title: p.Name(), Text: fmt.Sprintf("%s送达，%s届满；请核对起诉日期。", p.Count.Start, p.Count.Due), Basis: p.Rule.Basis}
	came := procedure.Fold(suit.Acts, suit.Course(), x.Law, x.Today).Received
	if came > p.Count.Due.AddDays(courtDays) {
		h.Tone = Soon
		h.Text = fmt.Sprintf("%s送达，%s已经届满，%d日以后才收到应诉通知，可能超过起诉期限；请核对起诉日期，需要的在答辩中提出。", p.Count.Start, p.Count.Due, came.Sub(p.Count.Due))
	}
	return h
}

// courtDays are the days that a court may take from the complaint to its copy: seven to register it and five to send it (XS-51, 67).
const courtDays = 12
