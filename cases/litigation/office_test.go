package litigation

import (
	"context"
	"os"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// office is an office of some cases in memory.
type office struct {
	cases.Reader
	law  *procedure.Law
	list []*cases.Case
}

const government = "苏州市姑苏区人民政府"

func (o *office) Law() *procedure.Law { return o.law }

func (o *office) Settings(context.Context) (cases.Settings, error) {
	return cases.Settings{Organ: government, District: "姑苏区"}, nil
}

func (o *office) Each(_ context.Context, s cases.Span, f func(*cases.Case) error) error {
	for _, c := range o.list {
		if s.Kind != "" && c.Kind != s.Kind {
			continue
		}
		if err := f(c); err != nil {
			return err
		}
	}
	return nil
}

func newLaw(t testing.TB) *procedure.Law {
	t.Helper()
	data, err := os.ReadFile("../../assets/holidays.json")
	if err != nil {
		t.Fatal(err)
	}
	cal, err := calendar.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return procedure.NewLaw(cal)
}

// suit reads a suit from lines: a first line of words key=value (number, court, instance, source, related, earlier, against with names
// joined by 、, type), then one act a line as in the scenario files of package procedure.
func suit(t *testing.T, id cases.ID, text string) *cases.Case {
	t.Helper()
	return readCase(t, id, cases.Litigation, text)
}

func readCase(t *testing.T, id cases.ID, kind cases.Kind, text string) *cases.Case {
	t.Helper()
	c := &cases.Case{ID: id, Kind: kind, Subject: "不服某决定", Parties: []cases.Party{{Role: cases.Applicant, Name: "陈某某"}}}
	if kind == cases.Litigation {
		c.Suit = &cases.Suit{}
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for _, w := range strings.Fields(lines[0]) {
		key, value, _ := strings.Cut(w, "=")
		switch key {
		case "number":
			c.Number = value
		case "against":
			for _, n := range strings.Split(value, "、") {
				name, capacity, _ := strings.Cut(n, "/")
				p := cases.Party{Role: cases.Respondent, Name: name, Organisation: true}
				p.Capacity = cases.Capacity(capacity)
				c.Parties = append(c.Parties, p)
			}
		case "instance":
			c.Suit.Instance = cases.Instance(value)
		case "related":
			c.Suit.Related = value
		case "earlier":
			c.Suit.Earlier = value
		case "type":
			c.Suit.Type = cases.SuitType(value)
		default:
			t.Fatalf("unknown word %s", w)
		}
	}
	for i, line := range lines[1:] {
		words := strings.Fields(line)
		on, err := calendar.Parse(words[0])
		if err != nil {
			t.Fatal(err)
		}
		a := procedure.Act{ID: int64(i + 1), On: on, Kind: procedure.Kind(words[1])}
		if procedure.SpecOf(a.Kind) == nil {
			t.Fatalf("no act %s", words[1])
		}
		for _, w := range words[2:] {
			if w == "imported" {
				a.Imported = true
				continue
			}
			key, value, _ := strings.Cut(w, "=")
			if reason := procedure.Set(&a, key, value); reason != "" {
				t.Fatal(line, reason)
			}
		}
		c.Acts = append(c.Acts, a)
	}
	return c
}

func register(t *testing.T, asOf string, list ...*cases.Case) *Register {
	t.Helper()
	r, err := Load(t.Context(), &office{law: newLaw(t), list: list}, day(t, asOf))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func day(t *testing.T, text string) calendar.Date {
	t.Helper()
	d, err := calendar.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func year(t *testing.T, y int) Scope {
	t.Helper()
	return Scope{From: calendar.New(y, 1, 1), To: calendar.New(y, 12, 31)}
}
