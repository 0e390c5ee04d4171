package procedure

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuyi/cases/calendar"
)

// A scenario is a readable file, one legal situation each:
//
//	# what it shows, with the article
//	act 2026-02-11 receipt
//	today 2026-02-26
//	state 审理中
//	accepted 2026-02-25
//	due 审理期限 2026-04-27
//	offer decision
//	refuse rejection 视为受理
//	main copy_sent
//
// Acts take the key=value words of Set, and the word imported. Lines after a today line expect; a later today line looks
// at the same acts on another day. practice ID takes the other reading of an open point, struck takes the last act back
// (更正录入), explain NAME TEXT looks for a line in the derivation of a period.
func TestScenarios(t *testing.T) {
	files, err := filepath.Glob("testdata/*.case")
	if err != nil || len(files) == 0 {
		t.Fatal("no scenario files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".case"), func(t *testing.T) { runScenario(t, file) })
	}
}

type scenario struct {
	t        *testing.T
	law      *Law
	acts     []Act
	course   Course
	today    calendar.Date
	timeline Timeline
	where    string
	expected int
}

func runScenario(t *testing.T, file string) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := &scenario{t: t, law: NewLaw(loadCalendar(t))}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line, _, _ := strings.Cut(lines.Text(), "#")
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		s.where = fmt.Sprintf("%s:%d", file, n)
		s.step(words[0], words[1:])
	}
	if s.expected == 0 {
		t.Errorf("%s expects nothing", file)
	}
}

func (s *scenario) step(verb string, args []string) {
	switch verb {
	case "act":
		s.acts = append(s.acts, s.act(args))
	case "instance":
		s.course = map[string]Course{"second": SecondCourse, "retrial": RetrialCourse}[args[0]]
	case "practice":
		for _, p := range PracticePoints() {
			if p.ID == args[0] {
				*p.Field(&s.law.Practice) = true
			}
		}
	case "struck":
		s.acts = s.acts[:len(s.acts)-1]
	case "today":
		s.today = s.date(args[0])
		s.timeline = Examine(s.acts, s.course, s.law, s.today)
	default:
		s.expected++
		s.expect(verb, args)
	}
}

func (s *scenario) expect(verb string, args []string) {
	tl := &s.timeline
	switch verb {
	case "state":
		s.same("state", tl.State.Label(), args[0])
	case "accepted":
		s.same("accepted", tl.Accepted.String(), args[0])
	case "concluded":
		s.same("concluded", tl.Concluded.String(), args[0])
	case "counts":
		s.same("counts from", tl.CountFrom.String(), args[0])
	case "turns":
		s.same("turns", orNone(tl.Turns.String()), args[0])
	case "late":
		s.same("late periods", s.late(), args[0])
	case "result":
		s.same("result", Headline(s.acts), args[0])
	case "due":
		s.same("due "+args[0], s.due(args[0]), args[1])
	case "flag":
		s.contains("flags", s.flags(), args[0])
	case "noflag":
		if strings.Contains(s.flags(), args[0]) {
			s.t.Errorf("%s: flags are %q", s.where, s.flags())
		}
	case "notice":
		s.contains("notices", strings.Join(tl.Notices, "\n"), strings.Join(args, " "))
	case "quiet":
		s.same("notices", strings.Join(tl.Notices, "\n"), "")
	case "next":
		s.same("next date", s.next(), args[0])
	case "hearing":
		got := strings.Join(strings.Fields(orNone(tl.Hearing.String())+" "+tl.HearingTime+" "+tl.HearingPlace), " ")
		s.same("hearing", got, strings.Join(args, " "))
	case "regime":
		s.same("regime of "+args[0], s.regime(args[0]), args[1])
	case "explain":
		s.contains("explanation of "+args[0], s.explain(args[0]), strings.Join(args[1:], " "))
	case "problem":
		s.contains("problems", strings.Join(tl.Problems, "\n"), strings.Join(args, " "))
	case "clean":
		s.same("problems", strings.Join(tl.Problems, "\n"), "")
	case "offer":
		s.same("refusal of "+args[0], s.refusal(args[0]), "")
	case "refuse":
		s.contains("refusal of "+args[0], s.refusal(args[0]), args[1])
	case "past":
		s.same("latest earlier day of "+args[0], s.earlier(args[0]), args[1])
	case "cure":
		s.same("cures", s.cures(), args[0])
	case "main":
		s.same("main act", s.main(), args[0])
	case "check":
		s.contains("check", Check(s.acts, s.course, s.law, s.today, s.act(args[1:])), args[0])
	case "permit":
		s.same("check", Check(s.acts, s.course, s.law, s.today, s.act(args)), "")
	default:
		s.t.Fatalf("%s: unknown verb %s", s.where, verb)
	}
}

func (s *scenario) same(what, got, want string) {
	if got != want {
		s.t.Errorf("%s: %s is %q, want %q", s.where, what, got, want)
	}
}

func (s *scenario) contains(what, got, want string) {
	if want == "" || !strings.Contains(got, want) {
		s.t.Errorf("%s: %s is %q, want it to hold %q", s.where, what, got, want)
	}
}

// due is the due date of the last period of that name, with 完 when it no longer runs and 停 when it is paused.
func (s *scenario) due(name string) string {
	out := "none"
	for _, p := range s.timeline.Periods {
		if p.Rule.Name != name && p.Name() != name {
			continue
		}
		out = p.Count.Due.String()
		if p.Count.Open {
			out = "停"
		}
		if !p.Running() {
			out += "完"
		}
		if p.Count.Provisional {
			out += "推算"
		}
	}
	return out
}

// last is the last period of a name, the zero Period if there is none.
func (s *scenario) last(name string) (out Period) {
	for _, p := range s.timeline.Periods {
		if p.Rule.Name == name || p.Name() == name {
			out = p
		}
	}
	return out
}

func (s *scenario) regime(name string) string { return string(s.last(name).Regime) }

func (s *scenario) explain(name string) string {
	return ExplainText(name, Explain(s.last(name), s.law))
}

func (s *scenario) flags() string {
	var out []string
	for _, f := range s.timeline.Flags {
		out = append(out, FlagLabel(f))
	}
	return strings.Join(out, "、")
}

// next is the period whose end a list shows.
func (s *scenario) next() string {
	p, ok := s.timeline.Next()
	if !ok {
		return "none"
	}
	return p.Rule.Name
}

// late names the periods that were missed.
func (s *scenario) late() string {
	var names []string
	for _, p := range s.timeline.Periods {
		if p.Late(s.today) {
			names = append(names, p.Rule.Name)
		}
	}
	return orNone(strings.Join(names, "、"))
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

func (s *scenario) refusal(kind string) string {
	for _, o := range s.timeline.Offers {
		if string(o.Spec.Kind) == kind {
			return o.Refused
		}
	}
	return "not in the table"
}

// earlier is the latest earlier day for which a refused act may still be recorded.
func (s *scenario) earlier(kind string) string {
	for _, o := range s.timeline.Offers {
		if string(o.Spec.Kind) == kind {
			return orNone(o.Earlier.String())
		}
	}
	return "not in the table"
}

// cures are the acts that would settle the notices, in their order.
func (s *scenario) cures() string {
	var out []string
	for _, n := range s.timeline.Notices {
		out = append(out, orNone(string(s.timeline.Cures[n])))
	}
	return strings.Join(out, "+")
}

func (s *scenario) main() string {
	for _, o := range s.timeline.Offers {
		if o.Main {
			return string(o.Spec.Kind)
		}
	}
	return "none"
}

func (s *scenario) date(text string) calendar.Date {
	d, err := calendar.ParseISO(text)
	if err != nil {
		s.t.Fatalf("%s: %v", s.where, err)
	}
	return d
}

func (s *scenario) act(args []string) Act {
	a := Act{On: s.date(args[0]), Kind: Kind(args[1])}
	spec := SpecOf(a.Kind)
	if spec == nil {
		s.t.Fatalf("%s: unknown act %s", s.where, args[1])
	}
	if len(s.acts) == 0 {
		if spec.Suit && s.course == ReviewCourse {
			s.course = FirstCourse
		}
	}
	for _, word := range args[2:] {
		key, value, _ := strings.Cut(word, "=")
		if key == "imported" {
			a.Imported = true
		} else if reason := Set(&a, key, value); reason != "" {
			s.t.Fatalf("%s: %s", s.where, reason)
		}
	}
	return a
}

func loadCalendar(t testing.TB) *calendar.Calendar {
	t.Helper()
	data, err := os.ReadFile("../../assets/holidays.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := calendar.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
