package forms

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
)

// varied are generated cases, some of them with acts cut off, moved, or as a clerk would have recorded them.
func varied(t *testing.T, n int, today calendar.Date) []*cases.Case {
	t.Helper()
	r := rand.New(rand.NewPCG(3, uint64(n)))
	var out []*cases.Case
	err := sample.Generate(n, 11, 2023, 2025, today, law().Calendar, func(c *cases.Case) error {
		c.ID = cases.ID(len(out) + 1)
		switch r.IntN(4) {
		case 0:
			c.Acts = c.Acts[:1+r.IntN(len(c.Acts))]
		case 1:
			c.Acts[r.IntN(len(c.Acts))].On += calendar.Date(r.IntN(60))
		case 2:
			kinds := []procedure.Kind{procedure.DecisionSued, procedure.NormRequested, procedure.OpinionLetter, procedure.Remitted}
			c.Acts = append(c.Acts, procedure.Act{Kind: kinds[r.IntN(len(kinds))], On: lastAct(c).AddDays(r.IntN(40) - 10)})
		}
		if r.IntN(2) == 0 {
			for i := range c.Acts {
				c.Acts[i].Imported = !c.Acts[i].Imported
			}
		}
		out = append(out, c)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A tally that a count accepts tells the same record as the acts do, whichever day it was written and whichever is counted.
func TestTallyTellsTheRecord(t *testing.T) {
	today := calendar.New(2025, 12, 31)
	r := rand.New(rand.NewPCG(8, 8))
	directory := []cases.OrganRecord{{Name: "苏州市公安局姑苏分局", Kind: cases.AuthorisedBody}}
	told, refused := 0, 0
	for _, c := range varied(t, 3000, today) {
		written := today.AddDays(-r.IntN(900))
		tl := procedure.Fold(c.Acts, c.Course(), law(), written)
		data := Tally(c, &tl, written)
		for range 6 {
			d := NewDeriver(law(), "苏州市姑苏区人民政府", directory, today.AddDays(30-r.IntN(1000)))
			g := gatherer{d: d}
			if !g.tally(c.ID, data) {
				refused++
				continue
			}
			told++
			if want := d.Record(c); len(g.records) != 1 || g.records[0] != want {
				t.Fatalf("%s written %s, counted as of %s:\n%+v\n%+v\n%+v", c.Number, written, d.AsOf, g.records, want, c.Acts)
			}
		}
	}
	if told < 2000 || refused < 2000 {
		t.Errorf("%d told, %d refused", told, refused)
	}
}

// Broken bytes and those of another version are refused.
func TestBrokenTalliesAreRefused(t *testing.T) {
	today := calendar.New(2025, 12, 31)
	for _, c := range varied(t, 40, today) {
		tl := procedure.Fold(c.Acts, c.Course(), law(), today)
		data := Tally(c, &tl, today)
		g := gatherer{d: NewDeriver(law(), "某区人民政府", nil, calendar.New(2030, 1, 1))}
		for n := range tallyHead + 2 {
			if g.tally(c.ID, data[:n]) {
				t.Fatalf("%d bytes of %d were taken", n, len(data))
			}
		}
		data[tallyVersionAt]++
		if g.tally(c.ID, data) {
			t.Fatal("a tally of another version was taken")
		}
	}
}

// Generated cases give the recorded tallies. Where this fails because records are derived in another way, raise
// TallyVersion, because offices keep tallies by it; where other cases are generated, record the new sum.
func TestTallyVersionIsRaised(t *testing.T) {
	cal, err := assets.Calendar()
	if err != nil {
		t.Fatal(err)
	}
	today, l := calendar.New(2025, 12, 31), procedure.NewLaw(cal)
	sum := uint64(0)
	if err := sample.Generate(500, 5, 2024, 2025, calendar.New(2025, 6, 30), cal, func(c *cases.Case) error {
		tl := procedure.Fold(c.Acts, c.Course(), l, today)
		for _, b := range Tally(c, &tl, today) {
			sum = sum*1099511628211 + uint64(b)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%d: %d fields, %016x", TallyVersion, reflect.TypeFor[Record]().NumField(), sum); got != recordedTallies {
		t.Errorf("tallies are %s, recorded %s", got, recordedTallies)
	}
}

// recordedTallies is a version with what it gives.
const recordedTallies = "1: 16 fields, 99f87d65441d0974"
