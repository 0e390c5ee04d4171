// Package courtroom composes the papers around a court hearing (开庭) from what the office file knows of a suit: the letter that tells
// the court which head will come (负责人出庭函), the proof of who that is (负责人身份证明), the statement why no head can come
// (不能出庭情况说明), the power of attorney (授权委托书), the head's page (出庭提要) and the date for the head's calendar.
//
// Nothing is invented: what the file does not know stays blank, and the paper says which blanks remain. A person who may not count as
// a head is doubted, never refused, because the court decides (法释〔2020〕3号).
package courtroom

import (
	"context"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Kind names a paper.
type Kind string

// Papers, in the order in which they are needed.
const (
	Letter        Kind = "letter"        // 负责人出庭函
	Identity      Kind = "identity"      // 负责人身份证明
	Absence       Kind = "absence"       // 不能出庭情况说明
	Authorisation Kind = "authorisation" // 授权委托书
	Brief         Kind = "brief"         // 负责人出庭提要
	Calendar      Kind = "calendar"      // 开庭日程
)

// kinds are read only. composes is nil for what is no paper to the court.
var kinds = []struct {
	kind     Kind
	label    string
	files    []string
	composes func(*Matter) cases.CourtPaper
}{
	{Letter, "负责人出庭函", []string{".docx", ".pdf"}, letter},
	{Identity, "负责人身份证明", []string{".docx", ".pdf"}, identity},
	{Absence, "不能出庭情况说明", []string{".docx", ".pdf"}, absence},
	{Authorisation, "授权委托书", []string{".docx", ".pdf"}, authorisation},
	{Brief, "负责人出庭提要", []string{".pdf"}, nil},
	{Calendar, "开庭日程", []string{".ics"}, nil},
}

// Kinds lists the papers.
func Kinds() []Kind {
	out := make([]Kind, len(kinds))
	for i, k := range kinds {
		out[i] = k.kind
	}
	return out
}

// Label is the Chinese name of the paper, "" if there is none of that kind.
func (k Kind) Label() string {
	for _, x := range kinds {
		if x.kind == k {
			return x.label
		}
	}
	return ""
}

// Files are the endings of the files in which the paper is written, the usual one first.
func (k Kind) Files() []string {
	for _, x := range kinds {
		if x.kind == k {
			return slices.Clone(x.files)
		}
	}
	return nil
}

// Ask is what a clerk says of a paper beyond the office file; every field may be empty.
type Ask struct {
	// Organ is the defendant for which the paper is.
	Organ string
	// Head is the name of the head who comes or cannot come, Post the head's 职务.
	Head, Post string
	// Ground is the ground of absence, Reason what happened, Proof what proves it (法释〔2020〕3号第8条、第9条).
	Ground        procedure.AbsenceGround
	Reason, Proof string
	// Staff are the organ's staff who come (相应的工作人员); several are joined by 、.
	Staff string
}

// Office is what papers are composed from. storage.Office implements it.
type Office interface {
	cases.Reader
	Organs(ctx context.Context) ([]cases.OrganRecord, error)
	People(ctx context.Context) ([]cases.Person, error)
}

// Matter is a suit as one of its defendants prepares a hearing.
type Matter struct {
	Case     *cases.Case
	Timeline procedure.Timeline
	Settings cases.Settings
	// Organ is the defendant, Record what the directory knows of it.
	Organ  string
	Record cases.OrganRecord
	Head   Head
	Ask    Ask
	Today  calendar.Date
	// Review is the reconsideration behind the suit, nil if the file has none. Before are the suits of the instances before, the
	// latest first.
	Review *cases.Case
	Before []*cases.Case
}

// Load reads what the papers of a suit need. What is no suit, and an organ that is no defendant, are Invalid.
func Load(ctx context.Context, o Office, c *cases.Case, ask Ask, today calendar.Date) (*Matter, error) {
	set, err := o.Settings(ctx)
	if err != nil {
		return nil, err
	}
	organ, err := Defendant(c, set, ask.Organ)
	if err != nil {
		return nil, err
	}
	if ask.Ground == procedure.AbsentJoint {
		return nil, invalid("由共同被告的负责人出庭的，不需要出具不能出庭情况说明；商定由谁出庭，应当一并告知法院（法释〔2020〕3号第3条）。")
	}
	if ask.Ground == procedure.AbsentNone {
		return nil, invalid("没有正当理由的，不能出具不能出庭情况说明；负责人应当出庭（法释〔2020〕3号第8条、第12条）。")
	}
	organs, err := o.Organs(ctx)
	if err != nil {
		return nil, err
	}
	people, err := o.People(ctx)
	if err != nil {
		return nil, err
	}
	m := &Matter{Case: c, Timeline: c.Timeline(o.Law(), today), Settings: set, Organ: organ, Ask: ask, Today: today}
	if i := slices.IndexFunc(organs, func(r cases.OrganRecord) bool { return r.Name == organ }); i >= 0 {
		m.Record = organs[i]
	}
	m.Head = m.findHead(people)
	return m, m.follow(ctx, o)
}

// Defendant is the organ for which papers are made: the one named, else the only one, else the office's own. It is Invalid for a
// case that has none, and where the name leaves a choice.
func Defendant(c *cases.Case, set cases.Settings, name string) (string, error) {
	all := c.Names(cases.Respondent)
	switch {
	case c.Kind != cases.Litigation:
		return "", invalid("“" + c.Number + "”是行政复议案件，没有开庭材料；请写应诉案件的案号。")
	case c.Enforcement():
		return "", invalid("“" + c.Number + "”是非诉执行案件，不涉及负责人出庭应诉。")
	case len(all) == 0:
		return "", invalid("案件还没有登记被告，请先补充登记。")
	case slices.Contains(all, name):
		return name, nil
	case name != "":
		return "", invalid("“" + name + "”不是本案的被告。本案的被告是：" + strings.Join(all, "、") + "。")
	case len(all) == 1:
		return all[0], nil
	case slices.Contains(all, set.Organ):
		return set.Organ, nil
	}
	return "", invalid("本案有" + strings.Join(all, "、") + "几个被告，请写明为哪一个机关出具。")
}

// follow reads the cases behind the suit. One that is named but not in the file is left out.
func (m *Matter) follow(ctx context.Context, o cases.Reader) error {
	seen := []string{m.Case.Number}
	for c := m.Case; c.Suit != nil; {
		var next *cases.Case
		for _, number := range []string{c.Suit.Earlier, c.Suit.Related} {
			if number == "" || slices.Contains(seen, number) {
				continue
			}
			seen = append(seen, number)
			x, err := o.CaseByNumber(ctx, number)
			switch {
			case cases.KindOf(err) == cases.NotFound || err == nil && x.Number != number:
			case err != nil:
				return err
			case x.Kind == cases.Litigation:
				m.Before, next = append(m.Before, x), x
			case m.Review == nil:
				m.Review = x
			}
		}
		if next == nil {
			return nil
		}
		c = next
	}
	return nil
}

// Paper composes a paper to the court. Brief and Calendar are no such papers: ok is false.
func (m *Matter) Paper(k Kind) (p cases.CourtPaper, ok bool) {
	for _, x := range kinds {
		if x.kind == k && x.composes != nil {
			return x.composes(m), true
		}
	}
	return cases.CourtPaper{}, false
}

func invalid(msg string) error { return &cases.Error{Op: "court paper", Kind: cases.Invalid, Msg: msg} }
