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

// MayFill reports whether the reconsideration is known and the page may take its parties over.
func (in *Intake) MayFill() bool { return in.review != nil && in.review.Kind == cases.Reconsideration }

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
	if len(in.Names(cases.Respondent)) == 0 && known && !e.Choice {
		in.replace(cases.Respondent, suedParties(c, e))
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
	}
	t := procedure.Fold(review.Acts, procedure.ReviewCourse, x.Law, x.Today)
	for _, p := range t.Periods {
		if p.Rule.ID == procedure.SueDecision {
			out = append(out, Hint{Tone: Calm, Title: p.Name(), Text: fmt.Sprintf("%s送达，%s届满；请核对起诉日期。", p.Count.Start, p.Count.Due), Basis: p.Rule.Basis})
		}
	}
	return out
}
