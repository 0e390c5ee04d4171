package litigation

import (
	"testing"
	"time"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
)

// BenchmarkRegister links 10,000 generated suits and counts a year's bulletin of them, with the time as a multiple of what folding the acts of
// the same suits takes alone: what the register adds should stay a small part of the work.
func BenchmarkRegister(b *testing.B) {
	law, asOf := newLaw(b), calendar.New(2025, 12, 31)
	var suits []*cases.Case
	if err := sample.Generate(25_000, 7, 2024, 2025, asOf, law.Calendar, func(c *cases.Case) error {
		if c.Kind == cases.Litigation && len(suits) < 10_000 {
			c.ID = cases.ID(len(suits) + 1)
			suits = append(suits, c)
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	b.Logf("%d suits", len(suits))
	begun := time.Now()
	for _, c := range suits {
		procedure.Fold(c.Acts, c.Course(), law, asOf)
	}
	folded := time.Since(begun)
	s := Scope{From: calendar.New(2025, 1, 1), To: asOf, AsOf: asOf}
	var register, bulletin time.Duration
	n := 0
	for b.Loop() {
		begun = time.Now()
		r := Of(suits, government, law, asOf)
		register += time.Since(begun)
		begun = time.Now()
		r.NewBulletin(s, "姑苏区", "某机关", asOf)
		bulletin += time.Since(begun)
		n++
	}
	b.ReportMetric(float64(register)/float64(n)/float64(folded), "register/fold")
	b.ReportMetric(float64(bulletin)/float64(n)/float64(folded), "bulletin/fold")
}
