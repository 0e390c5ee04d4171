package platform

import (
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Comparison goes through the cases of an office once and compares each with the platform's list.
type Comparison struct {
	card     cases.PlatformCard
	year     int
	list     *cases.PlatformList
	byNumber map[string]int
	matched  []bool
	compared []cases.PlatformField
	out      cases.Reconciliation
	found    []cases.ReconcileLine
	// missing has the lines of missing cases; who finds them again by parties and day.
	missing []cases.ReconcileLine
	who     map[string]int
}

// NewComparison prepares to compare a list; year is the year of receipt of the cases that must be on it, 0 for all.
func NewComparison(card cases.PlatformCard, list *cases.PlatformList, year int) *Comparison {
	c := &Comparison{card: card, year: year, list: list, byNumber: map[string]int{}, matched: make([]bool, len(list.Records)), who: map[string]int{}}
	c.out = cases.Reconciliation{File: list.File, Kind: list.Kind, Year: year, Records: len(list.Records), Count: map[cases.ReconcileStatus]int{}, Problems: slices.Clone(list.Problems)}
	c.out.Ignored = slices.Clone(list.Ignored)
	for _, id := range list.Fields {
		c.compare(id)
	}
	for i := range list.Records {
		c.index(i)
	}
	return c
}

// compare takes a column of the list up, unless the card or the nature of the field forbids.
func (c *Comparison) compare(id string) {
	def := fieldOf(id, c.list.Kind)
	if def == nil || id == "number" {
		return
	}
	f := cases.PlatformField{Field: id, Label: def.name(c.list.Kind)}
	if i := slices.IndexFunc(c.card.Fields, func(f cases.PlatformField) bool { return f.Field == id }); i >= 0 {
		f = c.card.Fields[i]
	}
	// The program's states are finer than any platform's: without a code table every one would differ.
	if f.CardOnly || def.manner == never && len(f.Codes) == 0 {
		c.out.Ignored = append(c.out.Ignored, f.Label)
		return
	}
	c.compared = append(c.compared, f)
	c.out.Compared = append(c.out.Compared, f.Label)
}

// index keeps a record under its number; a number that stood before, and none, are findings.
func (c *Comparison) index(i int) {
	r := &c.list.Records[i]
	number := strings.TrimSpace(r.Cells["number"].Text)
	key := cases.NumberKey(number)
	line := cases.ReconcileLine{Number: number, Title: title(r, c.list.Kind), Sheet: r.Sheet, Row: r.Row, Address: r.Cells["number"].Address}
	first, twice := c.byNumber[key]
	switch {
	case blanks[Key(number)]:
		line.Status, c.matched[i] = cases.PlatformUnnumbered, true
	case twice:
		line.Status, c.matched[i] = cases.PlatformRepeated, true
		line.Note = fmt.Sprintf("与第%d行的案号相同，只核对了第%d行。", c.list.Records[first].Row, c.list.Records[first].Row)
	default:
		c.byNumber[key] = i
		return
	}
	c.found = append(c.found, line)
}

// sides are the fields of the two parties of a kind of case.
func sides(k cases.Kind) (applicants, respondents string) {
	if k == suit {
		return "plaintiffs", "defendants"
	}
	return "applicants", "respondents"
}

func title(r *cases.PlatformRecord, k cases.Kind) string {
	a, b := sides(k)
	c := cases.Case{Kind: k}
	for _, p := range []struct {
		role cases.Role
		name string
	}{{cases.Applicant, r.Cells[a].Text}, {cases.Respondent, r.Cells[b].Text}} {
		if p.name != "" {
			c.Parties = append(c.Parties, cases.Party{Role: p.role, Name: p.name})
		}
	}
	return c.Title()
}

// Wants reports whether a case must be compared: it is on the list, or was received in the year. It saves the work for others.
func (c *Comparison) Wants(k *cases.Case) bool {
	_, on := c.byNumber[cases.NumberKey(k.Number)]
	return on || c.year == 0 || receivedIn(k, c.year)
}

func receivedIn(k *cases.Case, year int) bool {
	return slices.ContainsFunc(k.Acts, func(a procedure.Act) bool {
		return (a.Kind == procedure.Receipt || a.Kind == procedure.SuitReceived) && a.On.Year() == year
	})
}

// Case compares one case of the office with its timeline.
func (c *Comparison) Case(k *cases.Case, t *procedure.Timeline) {
	due := c.year == 0 || t.Received.Year() == c.year
	if due {
		c.out.Cases++
	}
	i, on := c.byNumber[cases.NumberKey(k.Number)]
	if !on {
		if due {
			c.who[who(k.Names(cases.Applicant), text(t.Received))] = len(c.missing)
			c.missing = append(c.missing, cases.ReconcileLine{Status: cases.PlatformMissing, ID: k.ID, Number: k.Number, Title: k.Title()})
		}
		return
	}
	c.matched[i] = true
	r := &c.list.Records[i]
	same := true
	for j := range c.compared {
		f := &c.compared[j]
		def := fieldOf(f.Field, k.Kind)
		cell := r.Cells[f.Field]
		ours := def.get(view{k, t})
		if def.agrees(f, ours, cell.Value) {
			continue
		}
		same = false
		c.found = append(c.found, cases.ReconcileLine{Status: cases.PlatformDifferent, ID: k.ID, Number: k.Number, Title: k.Title(),
			Sheet: r.Sheet, Row: r.Row, Address: cell.Address, Field: f.Field, Label: f.Label, Ours: ours.String(), Theirs: cell.Text})
	}
	if same {
		c.out.Same++
	}
}

// who tells a case by its applicants and the day of receipt, for finding a mistyped number.
func who(names []string, day string) string {
	keys := make([]string, len(names))
	for i, n := range names {
		keys[i] = Key(n)
	}
	slices.Sort(keys)
	return strings.Join(keys, "、") + "@" + day
}

// Result sums up when all cases were given. Findings stand in the order of the list, missing cases behind them.
func (c *Comparison) Result() cases.Reconciliation {
	applicants, _ := sides(c.list.Kind)
	for i := range c.list.Records {
		r := &c.list.Records[i]
		if c.matched[i] {
			continue
		}
		line := cases.ReconcileLine{Status: cases.PlatformExtra, Number: strings.TrimSpace(r.Cells["number"].Text), Title: title(r, c.list.Kind),
			Sheet: r.Sheet, Row: r.Row, Address: r.Cells["number"].Address}
		if m, ok := c.who[who(splitNames(r.Cells[applicants].Text), r.Cells["received"].Value)]; ok && r.Cells[applicants].Text != "" {
			line.Note = "申请人和收案日期与本单位的" + c.missing[m].Number + "相同，可能是平台上的案号写错了。"
			c.missing[m].Note = fmt.Sprintf("平台第%d行的%s申请人和收案日期相同，可能是案号写错了。", r.Row, line.Number)
		}
		c.found = append(c.found, line)
	}
	slices.SortStableFunc(c.found, func(a, b cases.ReconcileLine) int {
		if a.Sheet != b.Sheet {
			return strings.Compare(a.Sheet, b.Sheet)
		}
		return a.Row - b.Row
	})
	c.out.Lines = slices.Concat(c.found, c.missing)
	for _, l := range c.out.Lines {
		c.out.Count[l.Status]++
	}
	return c.out
}
