package model

import (
	"context"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/courtroom"
	"fuyi/cases/procedure"
)

// CourtAsk is what is asked before a paper around a hearing is written: for which defendant, who goes or cannot go and why, and who of the staff
// comes. What the office file knows is filled in.
type CourtAsk struct {
	Offer CourtOffer
	courtroom.Ask
	// Organs are the defendants to choose from, Names the heads known, by whom the name may be completed.
	Organs, Names []string

	posts map[string]string
}

// NewCourtAsk begins the question for an offer: from the hearing recorded last, the directory of organs and the people. Errors are those of
// the office.
func NewCourtAsk(ctx context.Context, o courtroom.Office, c *cases.Case, offer CourtOffer, today calendar.Date) (*CourtAsk, error) {
	m, err := courtroom.Load(ctx, o, c, offer.Ask(), today)
	if err != nil {
		return nil, err
	}
	a := &CourtAsk{Offer: offer, Ask: offer.Ask(), Organs: c.Names(cases.Respondent), posts: map[string]string{}}
	a.Head, a.Post = m.Head.Name, m.Head.Post
	a.know(m.Head.Name, m.Head.Post)
	for _, x := range c.Acts {
		if d := x.Detail; x.Kind == procedure.CourtHearing && d != nil && d.Appearance != nil && (d.Appearance.For == "" || d.Appearance.For == offer.Organ) {
			a.know(d.Appearance.Name, d.Appearance.Post)
		}
	}
	return a, nil
}

// know keeps a head for completion.
func (a *CourtAsk) know(name, post string) {
	if name != "" && !slices.Contains(a.Names, name) {
		a.Names = append(a.Names, name)
		a.posts[name] = post
	}
}

// PostOf is the post of a head who is known, "" else.
func (a *CourtAsk) PostOf(name string) string { return a.posts[name] }

// AsksGround reports whether the paper says why nobody can come.
func (a *CourtAsk) AsksGround() bool { return a.Offer.Kind == courtroom.Absence }

// AsksStaff reports whether the paper names the staff who come.
func (a *CourtAsk) AsksStaff() bool { return a.Offer.Kind != courtroom.Identity }

// HeadLabel names the head whom the paper is about.
func (a *CourtAsk) HeadLabel() string {
	if a.AsksGround() {
		return "不能出庭的负责人"
	}
	return "出庭的负责人"
}

// Answer is what was asked, without blanks around it; what is not asked of the paper is left out.
func (a *CourtAsk) Answer() courtroom.Ask {
	out := a.Ask
	for _, text := range []*string{&out.Head, &out.Post, &out.Reason, &out.Proof, &out.Staff} {
		*text = strings.TrimSpace(*text)
	}
	if !a.AsksGround() {
		out.Ground, out.Reason, out.Proof = "", "", ""
	}
	if !a.AsksStaff() {
		out.Staff = ""
	}
	return out
}
