package model

import (
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Notice is a duty that the acts seem to have missed (提醒). Act is the act whose record settles it, nil if none does.
type Notice struct {
	Text string
	Act  *procedure.Spec
}

// missedDuties words what the acts seem to have missed, and on whom of several parties the concluding paper was not served.
func missedDuties(c *cases.Case, t *procedure.Timeline) []Notice {
	var out []Notice
	for _, text := range t.Notices {
		n := Notice{Text: text}
		if k, ok := t.Cures[text]; ok {
			n.Act = procedure.SpecOf(k)
		}
		out = append(out, n)
	}
	if c.Kind != cases.Reconsideration || t.State == procedure.Archived {
		return out
	}
	for _, r := range []cases.Role{cases.Applicant, cases.Respondent, cases.ThirdParty} {
		if names := cases.Unserved(c, r); len(names) > 0 {
			out = append(out, Notice{"没有向" + r.Label(c.Kind) + several(names) + "送达的记录；各当事人的期限自本人收到时起算，请分别记录（《行政复议法》第88条）",
				procedure.SpecOf(procedure.Served)})
		}
	}
	return out
}

// several names a few of many people, and how many there are.
func several(names []string) string {
	const shown = 4
	if len(names) <= shown {
		return strings.Join(names, "、")
	}
	return strings.Join(names[:shown], "、") + "等" + strconv.Itoa(len(names)) + "人"
}

// OfferNote says of an act that today refuses why it does, and that it may still be recorded for an earlier day.
func OfferNote(o procedure.Offer) string {
	if o.Earlier.IsZero() {
		return o.Refused
	}
	return "按今天不能记录：" + o.Refused + "；补录以前的日期可以，不晚于" + o.Earlier.String()
}

// ElsewhereNote is said once above all acts that merely do not fit the present state of the case.
const ElsewhereNote = "下面标有日期的行为，按案件今天的状态不能记录，只能补录：标的日期是最晚的一天。"

// Elsewhere reports whether any heading has such acts.
func (v *CaseView) Elsewhere() bool {
	return slices.ContainsFunc(v.Timeline.Offers, func(o procedure.Offer) bool { return o.Elsewhere && !o.Earlier.IsZero() })
}

// LastDay is the grey word on the button of an act that only an earlier day allows.
func LastDay(o procedure.Offer) string { return "不晚于" + o.Earlier.String() }

// PastLine is a line of acts that only an earlier day allows, under one note, "" for those told of by ElsewhereNote.
type PastLine struct {
	Note   string
	Offers []procedure.Offer
}

// PastLines arranges the acts of a heading that only an earlier day allows: those that their own rules refuse today stand alone with
// the reason, those that merely do not fit the present state together.
func PastLines(g OfferGroup) []PastLine {
	var out []PastLine
	for _, o := range g.Offers {
		if o.Earlier.IsZero() {
			continue
		}
		note := OfferNote(o)
		if o.Elsewhere {
			note = "" // said once for all headings, the day stands on the button
		}
		i := slices.IndexFunc(out, func(l PastLine) bool { return l.Note == note })
		if i < 0 {
			i = len(out)
			out = append(out, PastLine{Note: note})
		}
		out[i].Offers = append(out[i].Offers, o)
	}
	return out
}

// Begin begins an act on the page of a case. One that only an earlier day allows has no date yet: the clerk types the day on
// which it happened, and the form is judged by that day.
func (v *CaseView) Begin(s *procedure.Spec, law *procedure.Law, today calendar.Date) *ActForm {
	f := NewActForm(v.Case, s, law, today)
	i := slices.IndexFunc(v.Timeline.Offers, func(o procedure.Offer) bool { return o.Spec == s })
	if i < 0 {
		return f
	}
	if o := v.Timeline.Offers[i]; !o.Earlier.IsZero() {
		f.Date, f.Past = "", OfferNote(o)
	}
	return f
}

// serving proposes whom the concluding paper is served on next: the applicants not yet served, then the respondents, then the
// third parties.
func serving(c *cases.Case) map[string]string {
	for _, x := range []struct {
		role cases.Role
		side procedure.Side
	}{{cases.Applicant, procedure.ForApplicant}, {cases.Respondent, procedure.ForRespondent}, {cases.ThirdParty, procedure.ForThirdParty}} {
		names := cases.Unserved(c, x.role)
		if !servedSide(c, x.side) {
			names = c.Names(x.role)
		}
		if len(names) > 0 {
			return map[string]string{"to": strings.Join(names, "、"), "side": string(x.side)}
		}
	}
	return map[string]string{"to": c.Joined(cases.Applicant), "side": string(procedure.ForApplicant)}
}

// servedSide reports whether a service of a side, or of all, is recorded.
func servedSide(c *cases.Case, side procedure.Side) bool {
	return slices.ContainsFunc(c.Acts, func(a procedure.Act) bool {
		if a.Kind != procedure.Served && a.Kind != procedure.PublicService {
			return false
		}
		return a.Detail == nil || a.Detail.Side == "" || a.Detail.Side == side
	})
}
