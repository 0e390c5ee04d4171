package export

import (
	"cmp"
	"context"
	"errors"
	"os"
	"slices"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// memory is an office without a disk: enough of cases.Reader and cases.Writer for files to be written and read. Methods it
// does not have panic by the nil interfaces it embeds.
type memory struct {
	cases.Reader
	cases.Writer
	settings cases.Settings
	cal      *calendar.Calendar
	list     []*cases.Case
	received map[*cases.Case]calendar.Date
	taken    map[string]bool
	imports  int64
	entries  []cases.Entry
}

// Law reads every open point cautiously.
func (m *memory) Law() *procedure.Law { return procedure.NewLaw(m.cal) }

func newMemory(t testing.TB, set cases.Settings, list ...*cases.Case) *memory {
	m := &memory{settings: set, cal: loadCalendar(t), taken: map[string]bool{}, received: map[*cases.Case]calendar.Date{}}
	for _, c := range list {
		m.put(c)
	}
	return m
}

func (m *memory) put(c *cases.Case) {
	c.ID = cases.ID(len(m.list) + 1)
	m.list = append(m.list, c)
	m.taken[string(c.Kind)+c.Number] = true
	m.received[c] = procedure.Fold(c.Acts, c.Course(), m.Law(), 1<<30).Received
}

func (m *memory) EachRunning(_ context.Context, _ calendar.Date, _ cases.Progress, f func(*cases.Case) error) error {
	for _, c := range m.list {
		if err := f(c); err != nil {
			return err
		}
	}
	return nil
}

func (m *memory) Case(_ context.Context, id cases.ID) (*cases.Case, error) {
	return m.list[id-1], nil
}

func (m *memory) Entries(context.Context, cases.EntrySpan) ([]cases.Entry, error) {
	return m.entries, nil
}

func (m *memory) Settings(context.Context) (cases.Settings, error) { return m.settings, nil }

func (m *memory) Each(_ context.Context, s cases.Span, f func(*cases.Case) error) error {
	type dated struct {
		on calendar.Date
		c  *cases.Case
	}
	var out []dated
	for _, c := range m.list {
		if s.Kind != "" && c.Kind != s.Kind {
			continue
		}
		if !s.To.IsZero() && m.received[c] > s.To {
			continue
		}
		out = append(out, dated{m.received[c], c})
	}
	slices.SortStableFunc(out, func(a, b dated) int { return cmp.Compare(a.on, b.on) })
	for _, d := range out {
		if err := f(d.c); err != nil {
			return err
		}
	}
	return nil
}

func (m *memory) CaseByNumber(_ context.Context, number string) (*cases.Case, error) {
	for _, c := range m.list {
		if c.Number == number {
			return c, nil
		}
	}
	return nil, &cases.Error{Op: "case", Kind: cases.NotFound, Msg: "没有案件" + number + "。"}
}

func (m *memory) List(_ context.Context, q cases.Query) (cases.Page, error) {
	var p cases.Page
	for _, c := range m.list {
		if c.Kind == q.Kind {
			p.Rows = append(p.Rows, cases.Row{Kind: c.Kind, Number: c.Number})
		}
	}
	p.Total = len(p.Rows)
	return p, nil
}

func (m *memory) BeginImport(context.Context, cases.ImportSource) (cases.Import, error) {
	return &memoryImport{office: m}, nil
}

type memoryImport struct {
	office *memory
	added  []*cases.Case
	taken  map[string]bool
	done   bool
}

func (i *memoryImport) Add(c *cases.Case) (bool, error) {
	if i.done {
		return false, errors.New("import is over")
	}
	key := string(c.Kind) + c.Number
	if i.office.taken[key] || i.taken[key] {
		return true, nil
	}
	if i.taken == nil {
		i.taken = map[string]bool{}
	}
	i.taken[key] = true
	i.added = append(i.added, c)
	return false, nil
}

func (i *memoryImport) Commit() (int64, error) {
	i.done = true
	for _, c := range i.added {
		i.office.put(c)
	}
	i.office.imports++
	return i.office.imports, nil
}

func (i *memoryImport) Rollback() error { i.done = true; return nil }

func loadCalendar(t testing.TB) *calendar.Calendar {
	t.Helper()
	data, err := os.ReadFile("../assets/holidays.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := calendar.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// today is the day on which tests run.
func today() calendar.Date { return calendar.New(2026, 11, 23) }

func day(s string) calendar.Date {
	d, err := calendar.ParseISO(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Preference is nothing: the office keeps no readings of its own.
func (*memory) Preference(context.Context, string, string) ([]byte, error) { return nil, nil }
