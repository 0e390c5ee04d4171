package procedure

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"fuyi/cases/calendar"
	"pgregory.net/rapid"
)

// drawActs makes any sequence of acts, lawful or not: the fold must cope with what old ledgers hold.
func drawActs(suit bool) *rapid.Generator[[]Act] {
	return rapid.Custom(func(t *rapid.T) []Act {
		specs := Specs(suit)
		on := calendar.New(2018, 6, 1).AddDays(rapid.IntRange(0, 3000).Draw(t, "start"))
		first := specs[0].Kind
		if suit && rapid.IntRange(0, 3).Draw(t, "execution") == 0 {
			first = rapid.SampledFrom(opensExecution).Draw(t, "first")
		}
		acts := []Act{{Kind: first, On: on}}
		for range rapid.IntRange(0, 12).Draw(t, "n") {
			on = on.AddDays(rapid.IntRange(0, 40).Draw(t, "gap"))
			s := specs[rapid.IntRange(1, len(specs)-1).Draw(t, "kind")]
			a := Act{Kind: s.Kind, On: on, Imported: rapid.Bool().Draw(t, "imported")}
			for _, f := range FieldsOf(s.Kind) {
				if f.Required || rapid.IntRange(0, 3).Draw(t, "with") == 0 {
					mustSet(t, &a, f, rapid.IntRange(0, 30).Draw(t, f.Key))
				}
			}
			acts = append(acts, a)
		}
		return acts
	})
}

// mustSet fills a field with something of its kind; n chooses what.
func mustSet(t interface{ Fatalf(string, ...any) }, a *Act, f FieldInfo, n int) {
	value := map[Input]string{InputText: "某某局", InputDay: a.On.AddDays(n + 1).String(), InputNumber: "20", InputYes: "yes",
		InputSpan: a.On.AddDays(-n-10).String() + ".." + a.On.AddDays(-5).String(), InputItems: "revoke!+uphold"}[f.Input]
	switch {
	case f.Field == FieldTime:
		value = "14:30"
	case f.Key == "posted" || f.Key == "known" || f.Key == "made":
		value = a.On.AddDays(-n).String()
	case f.Input == InputChoice || f.Input == InputResults:
		value = f.Codes[n%len(f.Codes)].Code
	}
	if reason := Set(a, f.Key, value); reason != "" {
		t.Fatalf("%s %s=%s: %s", a.Kind, f.Key, value, reason)
	}
}

func TestFoldProperties(t *testing.T) {
	law := NewLaw(loadCalendar(t))
	rapid.Check(t, func(t *rapid.T) {
		course := Course(rapid.IntRange(int(ReviewCourse), int(RetrialCourse)).Draw(t, "course"))
		acts := drawActs(course.Suit()).Draw(t, "acts")
		today := acts[len(acts)-1].On.AddDays(rapid.IntRange(-60, 200).Draw(t, "today"))
		got := Fold(acts, course, law, today)

		shuffled := append([]Act(nil), acts...)
		rand.Shuffle(len(shuffled), func(i, j int) {
			if shuffled[i].On != shuffled[j].On {
				shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
			}
		})
		if distinctDays(acts) {
			if again := Fold(shuffled, course, law, today); !reflect.DeepEqual(got, again) {
				t.Fatalf("the order of entry changed the result:\n%+v\n%+v", got, again)
			}
		}
		var seen []Act
		for _, a := range acts {
			if a.On <= today {
				seen = append(seen, a)
			}
		}
		if asOf := Fold(seen, course, law, today); !reflect.DeepEqual(got, asOf) {
			t.Fatal("an act of the future changed the present")
		}
		for _, p := range got.Periods {
			if p.Count.Open || p.Count.Unit == calendar.NamedDay {
				continue
			}
			if work, err := law.Calendar.IsWorkday(p.Count.Due); !work && err == nil {
				t.Fatalf("%s is due on the rest day %v", p.Rule.ID, p.Count.Due)
			}
		}
		if !got.Turns.IsZero() && got.Turns <= today {
			t.Fatalf("turns on %v, which is past on %v", got.Turns, today)
		}
		if got.Turns.IsZero() || got.Turns > today.AddDays(1) {
			tomorrow := Fold(seen, course, law, today.AddDays(1))
			if tomorrow.State != got.State {
				t.Fatalf("time turned %v into %v on %v, announced for %v", got.State, tomorrow.State, today.AddDays(1), got.Turns)
			}
		}
	})
}

// What an offer permits, Check permits too once the details are filled in, and the other way round.
func TestOffersAgreeWithCheck(t *testing.T) {
	law := NewLaw(loadCalendar(t))
	rapid.Check(t, func(t *rapid.T) {
		course := Course(rapid.IntRange(int(ReviewCourse), int(RetrialCourse)).Draw(t, "course"))
		acts := drawActs(course.Suit()).Draw(t, "acts")
		today := acts[len(acts)-1].On.AddDays(1)
		for _, o := range Examine(acts, course, law, today).Offers {
			// The note is the reason that filing an unserved case needs.
			next := Act{Kind: o.Spec.Kind, On: today, Note: "不再送达"}
			// Whether a forgotten act fits those after it may depend on its ground; without one it is known.
			past := !o.Earlier.IsZero() && len(o.Spec.Fields) == 0
			if past {
				next.On = o.Earlier
			}
			for _, f := range FieldsOf(next.Kind) {
				if f.Required && f.Field == FieldResults && EnforcementCase(acts) {
					next.Detail = &Detail{Results: []Result{{Outcome: ExecutionDenied}}}
				} else if f.Required {
					mustSet(t, &next, f, map[bool]int{true: 400}[f.Input == InputDay]) // later than any period already ends
				}
			}
			if refused := Check(acts, course, law, today, next); (refused == "") != (o.Refused == "" || past) {
				t.Fatalf("%s: offer says %q, check says %q", next.Kind, o.Refused, refused)
			}
		}
	})
}

func distinctDays(acts []Act) bool {
	days := map[calendar.Date]bool{}
	for _, a := range acts {
		if days[a.On] {
			return false
		}
		days[a.On] = true
	}
	return true
}

func BenchmarkFold(b *testing.B) {
	law := NewLaw(loadCalendar(b))
	on := calendar.New(2025, 3, 3)
	acts := []Act{
		{Kind: Receipt, On: on}, {Kind: Acceptance, On: on + 3}, {Kind: CopySent, On: on + 8}, {Kind: Reply, On: on + 18},
		{Kind: Suspension, On: on + 20, Detail: &Detail{Ground: OtherNeed}}, {Kind: Resumption, On: on + 40},
		{Kind: Extension, On: on + 70}, {Kind: Decision, On: on + 100, Detail: &Detail{Items: []Item{{Kind: Uphold}}}},
		{Kind: Served, On: on + 103}, {Kind: Archiving, On: on + 130},
	}
	b.ReportAllocs()
	for b.Loop() {
		Fold(acts, ReviewCourse, law, on+200)
	}
}
