package procedure

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"fuyi/cases/calendar"
)

var update = flag.Bool("update", false, "write testdata/matrix.golden anew")

// reached is how a case comes into each state: the acts by kind, all on the days given.
type reached struct {
	state State
	acts  string
}

// ways are canonical courses of a case, one to each state. The acts lie a working day apart from 2026-07-06.
var ways = []reached{
	{AtPenaltyOrgan, "penalty_receipt"},
	{Reviewing, "receipt"},
	{Supplement, "receipt supplement_notice supplement_served"},
	{Rereviewing, "receipt supplement_notice supplement_served supplemented"},
	{Trying, "receipt acceptance"},
	{TryingSummary, "receipt acceptance/ground=summary_amount"},
	{Suspended, "receipt acceptance suspension/ground=norm_review"},
	{HandingOver, "receipt acceptance upgraded"},
	{Signing, "receipt acceptance submission"},
	{Decided, "receipt acceptance decision/items=revoke!"},
	{Dismissed, "receipt acceptance dismissal"},
	{Mediated, "receipt acceptance mediation"},
	{Terminated, "receipt acceptance termination/ground=voluntary"},
	{Rejected, "receipt rejection"},
	{NotHandled, "receipt not_handled"},
	{Abandoned, "receipt supplement_notice supplement_served abandonment"},
	{DroppedEarly, "receipt withdrawal"},
	{CorrectedThere, "receipt self_corrected"},
	{MovedUp, "receipt acceptance upgraded handed_over"},
	{Closed, "receipt acceptance decision/items=uphold served"},
	{Performing, "receipt acceptance decision/items=revoke! served"},
	{Ordered, "receipt acceptance decision/items=revoke! served performance_order"},
	{Fulfilled, "receipt acceptance decision/items=revoke! served performed"},
	{Archived, "receipt acceptance decision/items=uphold served archiving"},
	{Answering, "suit_received"},
	{Answered, "suit_received suit_answered"},
	{SuitSuspended, "suit_received suit_suspension"},
	{Judged, "suit_received suit_answered judgment/results=claim_dismissed judgment_served"},
	{Appealing, "suit_received suit_answered judgment/results=claim_dismissed judgment_served appealed"},
	{Urging, "enforcement_urged"},
	{ExecutionAsked, "enforcement_applied"},
	{ExecutionReview, "enforcement_applied enforcement_accepted"},
	{ExecutionGranted, "enforcement_applied enforcement_accepted judgment/results=execution_allowed"},
	{ExecutionRefused, "enforcement_applied judgment/results=execution_rejected judgment_served"},
	{ExecutionObjected, "enforcement_applied judgment/results=execution_rejected judgment_served enforcement_objected"},
	{SuitOver, "suit_received suit_answered judgment/results=claim_dismissed suit_closing"},
}

// The matrix of states and acts: what may be recorded where, and why not elsewhere. It is read by people, so every change
// of the act table shows here as a change of this file.
func TestMatrixOfStatesAndActs(t *testing.T) {
	law := NewLaw(loadCalendar(t))
	var b strings.Builder
	seen := map[State]bool{}
	for _, w := range ways {
		acts, course, today := w.course(t, law.Calendar)
		tl := Examine(acts, course, law, today)
		if tl.State != w.state || len(tl.Problems) > 0 {
			t.Errorf("%s leads to %s: %v", w.acts, tl.State, tl.Problems)
		}
		seen[w.state] = true
		fmt.Fprintf(&b, "%s（%s）\n", w.state.Label(), w.acts)
		for _, o := range tl.Offers {
			answer := "可"
			if o.Refused != "" {
				answer = o.Refused
			}
			if o.Main {
				answer = "可，下一步"
			}
			fmt.Fprintf(&b, "  %s：%s\n", o.Spec.Label, answer)
		}
		b.WriteString("\n")
	}
	for _, suit := range []bool{false, true} {
		for _, s := range States(suit) {
			if !seen[s] {
				t.Errorf("no course leads to %s", s)
			}
		}
	}
	const file = "testdata/matrix.golden"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("the matrix differs from %s; look at the difference and write it anew with -update:\n%s", file, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d is\n%s\nwas\n%s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, were %d", len(g), len(w))
}

// course reads the acts; abandonment waits for the end of the applicant's ten working days.
func (w reached) course(t *testing.T, cal *calendar.Calendar) (acts []Act, course Course, today calendar.Date) {
	on := calendar.New(2026, 7, 6)
	for _, word := range strings.Fields(w.acts) {
		kind, set, _ := strings.Cut(word, "/")
		a := Act{Kind: Kind(kind), On: on}
		if a.Kind == Abandonment {
			a.On = cal.Workdays(acts[len(acts)-1].On, 11).Due
		}
		if key, value, ok := strings.Cut(set, "="); ok {
			if reason := Set(&a, key, value); reason != "" {
				t.Fatal(reason)
			}
		}
		if SpecOf(a.Kind).Suit {
			course = FirstCourse
		}
		acts = append(acts, a)
		on = cal.Workdays(a.On, 1).Due
	}
	return acts, course, acts[len(acts)-1].On
}

// Every kind of act occurs in a scenario.
func TestEveryActHasAScenario(t *testing.T) {
	entries, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".case") {
			data, err := os.ReadFile("testdata/" + e.Name())
			if err != nil {
				t.Fatal(err)
			}
			all.Write(data)
		}
	}
	for _, suit := range []bool{false, true} {
		for _, s := range Specs(suit) {
			if !strings.Contains(all.String(), " "+string(s.Kind)+"\n") && !strings.Contains(all.String(), " "+string(s.Kind)+" ") {
				t.Errorf("no scenario has %s (%s)", s.Kind, s.Label)
			}
		}
	}
}
