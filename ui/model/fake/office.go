// Package fake is an office in memory for the tests of the screens, with a small set of cases in every state. It follows
// the contract of cases.Reader and cases.Writer as far as screens can tell, and can be made to fail.
package fake

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Office is an office in memory. It is not safe for concurrent use: tests run the screens synchronously.
type Office struct {
	Cal   *calendar.Calendar
	Today calendar.Date
	All   []*cases.Case
	Set   cases.Settings
	Saved []cases.Draft
	Past  []cases.ImportRecord
	// Lists counts the queries, so that paging can be tested; Fail, if set, is returned by every method.
	Lists int
	Fail  error
	// Who is the recorder; Log keeps what was entered, Fixes the corrections.
	Who     string
	Log     []cases.Entry
	Fixes   map[cases.ID][]cases.CorrectionRecord
	Holiday []cases.NoticeRecord
	beside  *desk
	next    cases.ID
	nextAct int64
}

// Law is the calendar with the practice of Set.
func (o *Office) Law() *procedure.Law {
	return &procedure.Law{Calendar: o.Cal, Practice: o.Set.Practice}
}

// Settings returns Set.
func (o *Office) Settings(context.Context) (cases.Settings, error) { return o.Set, o.Fail }

// SaveSettings replaces Set.
func (o *Office) SaveSettings(_ context.Context, s cases.Settings) error {
	if o.Fail == nil {
		o.Set = s
	}
	return o.Fail
}

// List filters, sorts and pages.
func (o *Office) List(_ context.Context, q cases.Query) (cases.Page, error) {
	o.Lists++
	if o.Fail != nil {
		return cases.Page{}, o.Fail
	}
	var rows []cases.Row
	for _, c := range o.All {
		if r := cases.Project(c, o.Law(), o.Today); o.matches(c, r, q) {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b cases.Row) int {
		n := cmp.Compare(sortText(a, q.Sort), sortText(b, q.Sort))
		if q.Desc {
			return -n
		}
		return n
	})
	total := len(rows)
	rows = rows[min(q.Offset, total):]
	if q.Limit > 0 {
		rows = rows[:min(q.Limit, len(rows))]
	}
	return cases.Page{Rows: rows, Total: total}, nil
}

func sortText(r cases.Row, k cases.SortKey) string {
	switch k {
	case cases.ByNumber:
		return r.Number
	case cases.ByApplicants:
		return r.Applicants
	case cases.ByDue:
		if r.Due.IsZero() {
			return "9999"
		}
		return r.Due.String()
	case cases.ByState:
		return string(r.State)
	case cases.ByConcluded:
		return r.Concluded.String()
	case cases.ByHandler:
		return r.Handler
	}
	return r.Received.String()
}

func (o *Office) matches(c *cases.Case, r cases.Row, q cases.Query) bool {
	text := strings.Join([]string{r.Number, r.Applicants, r.Respondents, r.Subject, r.Handler}, " ")
	if c.Suit != nil {
		text += " " + c.Suit.Related + " " + c.Suit.Earlier
	}
	for _, word := range strings.Fields(q.Text) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	status := map[cases.Status]bool{
		cases.Any: true, cases.Open: !r.State.Concluded(), cases.Done: r.State.Concluded(),
		cases.SuspendedNow: r.State == procedure.Suspended,
		cases.Overdue:      !r.State.Concluded() && !r.Due.IsZero() && r.Due < o.Today,
	}
	return status[q.Status] && (q.Kind == "" || q.Kind == c.Kind) && (q.Year == 0 || q.Year == r.Received.Year()) &&
		(q.Handler == "" || q.Handler == r.Handler) && (len(q.States) == 0 || slices.Contains(q.States, r.State)) &&
		(q.DueTo.IsZero() || !r.Due.IsZero() && r.Due <= q.DueTo) && within(r.Received, q.From, q.To) &&
		within(r.Concluded, q.ConcludedFrom, q.ConcludedTo) && oneOf(r.Category, q.Categories) && oneOf(r.Matter, q.Matters) &&
		oneOf(r.Result, q.Results) && (len(q.Respondents) == 0 || slices.ContainsFunc(c.Names(cases.Respondent),
		func(n string) bool { return slices.Contains(q.Respondents, n) }))
}

// within reports whether a day lies between bounds that may be open.
func within(d, from, to calendar.Date) bool {
	return (from.IsZero() || d >= from) && (to.IsZero() || !d.IsZero() && d <= to)
}

func oneOf(s string, list []string) bool { return len(list) == 0 || slices.Contains(list, s) }

func (o *Office) find(id cases.ID) *cases.Case {
	for _, c := range o.All {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// Case returns a copy, as a store would.
func (o *Office) Case(_ context.Context, id cases.ID) (*cases.Case, error) {
	if o.Fail != nil {
		return nil, o.Fail
	}
	c := o.find(id)
	if c == nil {
		return nil, &cases.Error{Op: "case", Kind: cases.NotFound, Msg: "没有找到这件案件，可能已经撤销导入。"}
	}
	out := *c
	out.Acts = slices.Clone(c.Acts)
	return &out, nil
}

// CaseByNumber finds by the exact number.
func (o *Office) CaseByNumber(ctx context.Context, number string) (*cases.Case, error) {
	for _, c := range o.All {
		if c.Number == number {
			return o.Case(ctx, c.ID)
		}
	}
	return o.Case(ctx, 0)
}

// Each visits the cases in order.
func (o *Office) Each(_ context.Context, s cases.Span, f func(*cases.Case) error) error {
	for _, c := range o.All {
		if s.Kind != "" && s.Kind != c.Kind {
			continue
		}
		if err := f(c); err != nil {
			return err
		}
	}
	return o.Fail
}

// Years lists the years of receipt, newest first.
func (o *Office) Years(context.Context) ([]int, error) {
	var out []int
	for _, c := range o.All {
		if y := cases.Project(c, o.Law(), o.Today).Received.Year(); !slices.Contains(out, y) {
			out = append(out, y)
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out, o.Fail
}

// Handlers lists the handlers.
func (o *Office) Handlers(context.Context) ([]string, error) {
	var out []string
	for _, c := range o.All {
		if c.Handler != "" && !slices.Contains(out, c.Handler) {
			out = append(out, c.Handler)
		}
	}
	return out, o.Fail
}

// Drafts lists the saved drafts.
func (o *Office) Drafts(context.Context) ([]cases.Draft, error) { return o.Saved, o.Fail }

// SaveDraft stores or replaces a draft.
func (o *Office) SaveDraft(_ context.Context, d cases.Draft) (int64, error) {
	if o.Fail != nil {
		return 0, o.Fail
	}
	for i := range o.Saved {
		if o.Saved[i].ID == d.ID {
			o.Saved[i] = d
			return d.ID, nil
		}
	}
	d.ID = int64(len(o.Saved) + 1)
	o.Saved = append(o.Saved, d)
	return d.ID, nil
}

// DropDraft removes a draft.
func (o *Office) DropDraft(_ context.Context, id int64) error {
	o.Saved = slices.DeleteFunc(o.Saved, func(d cases.Draft) bool { return d.ID == id })
	return o.Fail
}

// Register stores a case unless its number is used.
func (o *Office) Register(_ context.Context, c *cases.Case) (cases.ID, error) {
	if o.Fail != nil {
		return 0, o.Fail
	}
	for _, other := range o.All {
		if other.Number == c.Number {
			return 0, &cases.Error{Op: "register", Kind: cases.Conflict, Msg: "案号" + c.Number + "已经使用，请改用别的案号。",
				Fields: map[string]string{"number": "这个案号已经使用"}}
		}
	}
	o.next++
	c.ID = o.next
	o.number(c)
	o.All = append(o.All, c)
	for i, a := range c.Acts {
		o.note(c, cases.Entry{ID: a.ID, Act: a}, append(slices.Clone(c.Acts[:i]), c.Acts[i+1:]...))
	}
	return c.ID, nil
}

// Record adds an act if procedure permits it.
func (o *Office) Record(_ context.Context, id cases.ID, a procedure.Act) error {
	if o.Fail != nil {
		return o.Fail
	}
	c := o.find(id)
	if reason := procedure.Check(c.Acts, c.Course(), o.Law(), o.Today, a); reason != "" {
		return &cases.Error{Op: "record", Kind: cases.Refused, Msg: reason}
	}
	before := c.Acts
	c.Acts = append(slices.Clone(before), a)
	o.number(c)
	o.note(c, cases.Entry{ID: c.Acts[len(before)].ID, Act: c.Acts[len(before)]}, before)
	return nil
}

// NextNumber numbers by the count of the kind.
func (o *Office) NextNumber(_ context.Context, k cases.Kind, year int) (string, error) {
	prefix := o.Set.ReconsiderationPrefix
	if k == cases.Litigation {
		prefix = o.Set.SuitPrefix
	}
	if prefix == "" {
		return "", o.Fail
	}
	n := 1
	for _, c := range o.All {
		if c.Kind == k && strings.HasPrefix(c.Number, fmt.Sprintf("〔%d〕", year)) {
			n++
		}
	}
	return fmt.Sprintf("〔%d〕%s第%d号", year, prefix, n), o.Fail
}

// BeginImport is not part of what screens use: they import through cases.Files.
func (o *Office) BeginImport(context.Context, cases.ImportSource) (cases.Import, error) {
	return nil, &cases.Error{Op: "import", Kind: cases.Internal, Msg: "内存中的案卷库不支持导入。"}
}

// Imports lists past imports.
func (o *Office) Imports(context.Context) ([]cases.ImportRecord, error) { return o.Past, o.Fail }

// UndoImport marks an import undone.
func (o *Office) UndoImport(_ context.Context, id int64) error {
	for i := range o.Past {
		if o.Past[i].ID == id {
			o.Past[i].Undone = true
		}
	}
	return o.Fail
}
