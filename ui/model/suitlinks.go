package model

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/litigation"
	"fuyi/cases/procedure"
)

// SuitLinks are the cases around a case: of a suit its reconsideration and its other instances, of a reconsideration the suits that
// followed it (关联案件).
type SuitLinks struct {
	// Lines are those cases, in order of receipt.
	Lines []LinkLine
	// Hints are what the reconsideration means for a suit: who is the defendant, with every difference.
	Hints []Hint
	// Below is the suit at the instance before, nil where there is none.
	Below *cases.Case
	// Final says what the instances came to, "" while nothing is final or there is nothing to say.
	Final string
}

// LinkLine is one linked case.
type LinkLine struct {
	ID     cases.ID
	Kind   cases.Kind
	What   string
	Number string
	State  string
	// Here is true for the case in view.
	Here bool
}

// mostLinked bounds how many cases are read to find those linked to one.
const mostLinked = 40

// LoadLinks finds the cases around a case.
func LoadLinks(ctx context.Context, o cases.Reader, c *cases.Case, today calendar.Date) (*SuitLinks, error) {
	set, err := o.Settings(ctx)
	if err != nil {
		return nil, err
	}
	f := &linkFinder{o: o, today: today, found: map[cases.ID]*cases.Case{}}
	if err := f.follow(ctx, c); err != nil {
		return nil, err
	}
	x := IntakeContext{Law: o.Law(), Settings: set, Today: today}
	out := f.links(c, x)
	out.Below, err = litigation.Below(ctx, o.CaseByNumber, c)
	return out, err
}

// linkFinder gathers cases that name each other.
type linkFinder struct {
	o     cases.Reader
	today calendar.Date
	found map[cases.ID]*cases.Case
}

// follow adds a case, those it names and those that name it.
func (f *linkFinder) follow(ctx context.Context, c *cases.Case) error {
	if f.found[c.ID] != nil || len(f.found) >= mostLinked {
		return nil
	}
	f.found[c.ID] = c
	if c.Suit != nil {
		for _, number := range []string{c.Suit.Related, c.Suit.Earlier} {
			if number = strings.TrimSpace(number); number == "" {
				continue
			}
			named, err := FindReview(ctx, f.o, number)
			if err != nil {
				return err
			}
			if named != nil {
				if err := f.follow(ctx, named); err != nil {
					return err
				}
			}
		}
	}
	page, err := f.o.List(ctx, cases.Query{Kind: cases.Litigation, Text: c.Number, Limit: mostLinked, Today: f.today})
	if err != nil {
		return err
	}
	for _, row := range page.Rows {
		if f.found[row.ID] != nil {
			continue
		}
		other, err := f.o.Case(ctx, row.ID)
		if err != nil {
			return err
		}
		if s := other.Suit; s != nil && (cases.NumberKey(s.Related) == cases.NumberKey(c.Number) || cases.NumberKey(s.Earlier) == cases.NumberKey(c.Number)) {
			if err := f.follow(ctx, other); err != nil {
				return err
			}
		}
	}
	return nil
}

// links puts what was found in order.
func (f *linkFinder) links(c *cases.Case, x IntakeContext) *SuitLinks {
	out := &SuitLinks{}
	var suits []*cases.Case
	var review *cases.Case
	for _, y := range f.found {
		if y.Kind == cases.Litigation {
			suits = append(suits, y)
		} else if review == nil || y.ID == c.ID {
			review = y
		}
	}
	r := litigation.Of(suits, x.Settings.Organ, x.Law, x.Today)
	if review != nil && len(f.found) > 1 {
		row := cases.Project(review, x.Law, x.Today)
		out.Lines = append(out.Lines, LinkLine{review.ID, review.Kind, "行政复议", review.Number, stateText(row), review.ID == c.ID})
	}
	if len(f.found) > 1 {
		out.Lines = append(out.Lines, suitLines(suits, r, c, x)...)
	}
	if c.Kind == cases.Litigation && review != nil {
		out.Hints = ReviewHints(c, review, x)
	}
	out.Final = finalText(r, c, review)
	out.Lines = withoutItself(out.Lines)
	return out
}

// withoutItself leaves out the suit in view where it is the only instance: its own number tells nothing beside itself.
func withoutItself(lines []LinkLine) []LinkLine {
	suits := 0
	for _, l := range lines {
		if l.Kind == cases.Litigation {
			suits++
		}
	}
	return slices.DeleteFunc(lines, func(l LinkLine) bool { return l.Here && l.Kind == cases.Litigation && suits == 1 })
}

// lossWords say who lost in the end, each defendant by its name where there are several.
func lossWords(d *litigation.Dispute, short ShortNames) string {
	word := map[bool]string{true: "败诉", false: "未败诉"}
	organs := d.By.Organs
	if len(organs) < 2 {
		return "行政机关" + word[d.Lost("")] + "。"
	}
	var out []string
	for _, o := range organs {
		out = append(out, short.Of(o)+word[d.Lost(o)])
	}
	return strings.Join(out, "，") + "。"
}

// suitLines are the lines of the cases in the register of suits, in order of receipt. 非诉执行 stands in it and is no suit.
func suitLines(suits []*cases.Case, r *litigation.Register, c *cases.Case, x IntakeContext) []LinkLine {
	var rows []cases.Row
	for _, y := range suits {
		rows = append(rows, cases.Project(y, x.Law, x.Today))
	}
	slices.SortFunc(rows, func(a, b cases.Row) int { return cmp.Or(cmp.Compare(a.Received, b.Received), cmp.Compare(a.ID, b.ID)) })
	var out []LinkLine
	for _, row := range rows {
		what, state := cases.EnforcementSuit.Label(), stateText(row)
		if s := r.Suit(row.ID); s != nil {
			what, state = s.Instance.Label(), s.State.Label()
			if v := s.Verdict(); v != "" {
				state += "，" + v
			}
		}
		out = append(out, LinkLine{row.ID, cases.Litigation, what, row.Number, state, row.ID == c.ID})
	}
	return out
}

func stateText(row cases.Row) string {
	if row.Result != "" {
		return row.State.Label() + "，" + row.Result
	}
	return row.State.Label()
}

// finalText words what the instances came to, and what the court did to the reconsideration decision.
func finalText(r *litigation.Register, c, review *cases.Case) string {
	var d *litigation.Dispute
	if s := r.Suit(c.ID); s != nil {
		d = r.DisputeOf(s)
	} else if all := r.Disputes(); len(all) == 1 {
		d = all[0]
	}
	if d == nil || d.Final.IsZero() {
		return ""
	}
	text := "生效裁判：" + d.By.Number + "，" + d.Final.Chinese() + "生效，"
	text += lossWords(d, NewShortNames(r.Organ))
	var on []string
	for _, v := range d.OnDecision() {
		on = append(on, procedure.OutcomeLabel(v.Outcome))
	}
	if review != nil && len(on) > 0 {
		text += "对复议决定的裁判：" + strings.Join(on, "、") + "。"
	}
	return text
}
