package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// laps reports the 95th percentile of single runs, because a hand notices the slow ones and a mean hides them.
type laps []time.Duration

func (l *laps) time(f func()) {
	from := time.Now()
	f()
	*l = append(*l, time.Since(from))
}

func (l laps) report(b *testing.B) {
	slices.Sort(l)
	b.ReportMetric(float64(l[len(l)*95/100].Microseconds())/1000, "p95-ms")
}

// staged is a full window on an office.
func staged(b *testing.B, office func(*fake.Office) model.Office) *shell {
	o := fake.New()
	deps := testDeps(o, &fakeFiles{o: o})
	deps.Office = office(o)
	s, w := stage(deps, model.Look{}, pictureSize)
	b.Cleanup(w.Close)
	s.begin()
	return s
}

func itself(o *fake.Office) model.Office { return o }

// BenchmarkTyping is one key in a form, with everything that follows before the next one can be taken: on the intake page with
// fourteen applicants, in the search box, on the page of an act.
func BenchmarkTyping(b *testing.B) {
	for name, open := range map[string]func(*shell) *entry{
		"intake": func(s *shell) *entry {
			p := s.show(pageIntake).(*intakePage)
			p.lists[cases.Applicant].take(strings.Repeat("陈某某\t11010519491231002X\t13800000000\n", 14))
			return p.lists[cases.Applicant].inputs["name"]
		},
		"identity": func(s *shell) *entry {
			p := s.show(pageIntake).(*intakePage)
			p.lists[cases.Applicant].take(strings.Repeat("陈某某\t11010519491231002X\t13800000000\n", 14))
			return p.lists[cases.Applicant].inputs["id"]
		},
		"find": func(s *shell) *entry { return s.show(pageFind).(*findPage).text },
		"list": func(s *shell) *entry { return s.list(cases.Reconsideration).text },
	} {
		b.Run(name, func(b *testing.B) {
			s := staged(b, itself)
			e := open(s)
			s.win.Canvas().Focus(e)
			// As in the window, what follows a pause waits for one: here it never comes.
			s.run.inline = false
			defer s.run.quiet()
			var l laps
			for i := 0; b.Loop(); i++ {
				if i%40 == 0 {
					e.SetText("")
				}
				l.time(func() { e.TypedRune('陈') })
			}
			l.report(b)
		})
	}
}

// BenchmarkListKeys is one key on a list of 100,000 rows in a full window: the next row, and the next page with every row new.
func BenchmarkListKeys(b *testing.B) {
	for name, key := range map[string]fyne.KeyName{"down": fyne.KeyDown, "page": fyne.KeyPageDown} {
		b.Run(name, func(b *testing.B) {
			s := staged(b, func(o *fake.Office) model.Office { return &long{Office: o} })
			p := s.list(cases.Reconsideration)
			p.press(fyne.KeyHome)
			var l laps
			for b.Loop() {
				if p.table.list.at >= 99_000 {
					p.press(fyne.KeyHome)
				}
				l.time(func() { p.press(key) })
			}
			l.report(b)
		})
	}
}
