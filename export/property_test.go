package export

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Any case, with any acts in any order and any words, comes back from its ledger meaning the same.
func TestAnyCaseSurvivesTheRoundTrip(t *testing.T) {
	cal := loadCalendar(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "cases")
		from := &memory{cal: cal, taken: map[string]bool{}, received: map[*cases.Case]calendar.Date{}}
		for i := range n {
			c := drawCase(t)
			c.Number = "〔2020〕" + string(rune('甲'+i)) + "号"
			from.put(c)
		}
		to := &memory{cal: cal, taken: map[string]bool{}, received: map[*cases.Case]calendar.Date{}}
		passOn(t, from, to)
		for _, want := range from.list {
			var got *cases.Case
			for _, c := range to.list {
				if c.Number == want.Number && c.Kind == want.Kind {
					got = c
				}
			}
			if got == nil {
				t.Fatalf("%s is missing", want.Number)
			}
			if w, g := canonical(t, want), canonical(t, got); w != g {
				t.Fatalf("changed:\n%s\n%s", w, g)
			}
			for i := range want.Acts {
				want.Acts[i].Imported = true // what was imported is reminded of less
			}
			a, b := procedure.Fold(want.Acts, want.Course(), to.Law(), today()), procedure.Fold(got.Acts, got.Course(), to.Law(), today())
			if !same(a, b) {
				t.Fatalf("the case means something else:\n%+v\n%+v\n%+v\n%+v", want.Acts, got.Acts, a, b)
			}
		}
	})
}

func passOn(t *rapid.T, from, to *memory) {
	dir, err := os.MkdirTemp("", "ledger")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "台账.xlsx")
	if err := New(from, nil, today).Ledger(context.Background(), path, 0, nil); err != nil {
		t.Fatal(err)
	}
	_, err = New(to, to, today).ImportLedger(context.Background(), path, cases.ImportOptions{Row: func(r cases.LedgerRow) {
		if r.Status != cases.RowImported {
			t.Fatalf("row %d is %s: %v", r.Row, r.Status, r.Reasons)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
}

// words draws text that is hard on the grammar.
func words(label string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		pieces := rapid.SliceOfN(rapid.SampledFrom([]string{"张某", "甲局", "（苏州）", "（", "」", "「", "；", "，", "：", "、", "送：", "2020-03-05", "号",
			"\n", "A/B", "等5人", "=1+1", "是", "—", "公司", "x"}), 0, 4).Draw(t, label)
		return strings.TrimSpace(strings.Join(pieces, ""))
	})
}

// name draws the name of a party, which is never empty.
func name(t *rapid.T) string {
	return "某" + words("name").Draw(t, "name")
}

func drawCase(t *rapid.T) *cases.Case {
	c := &cases.Case{Kind: rapid.SampledFrom(kinds()).Draw(t, "kind")}
	c.Subject, c.Class.Category, c.Class.Matter = words("s").Draw(t, "subject"), words("c").Draw(t, "category"), words("m").Draw(t, "matter")
	for _, r := range []cases.Role{cases.Applicant, cases.Respondent, cases.ThirdParty, cases.Agent} {
		least := 0
		if r == cases.Applicant || r == cases.Respondent {
			least = 1
		}
		for range rapid.IntRange(least, 3).Draw(t, "parties") {
			p := cases.Party{Role: r, Name: name(t), Organisation: rapid.Bool().Draw(t, "organisation"), Phone: words("p").Draw(t, "phone")}
			if !slices.ContainsFunc(c.Parties, func(o cases.Party) bool { return o.Name == p.Name }) {
				c.Parties = append(c.Parties, p)
			}
		}
	}
	if len(c.Names(cases.Respondent)) == 0 {
		c.Parties = append(c.Parties, cases.Party{Role: cases.Respondent, Name: "乙局", Organisation: true})
	}
	for range rapid.IntRange(0, 2).Draw(t, "notes") {
		c.Notes = append(c.Notes, cases.Note{Label: "栏" + words("l").Draw(t, "label"), Text: "注" + words("t").Draw(t, "text")})
	}
	suit := c.Kind == cases.Litigation
	first := procedure.Receipt
	if suit {
		first = rapid.SampledFrom([]procedure.Kind{procedure.SuitReceived, procedure.SuitReceived, procedure.EnforcementUrged, procedure.EnforcementApplied}).Draw(t, "first")
		c.Suit = &cases.Suit{Court: words("court").Draw(t, "court"), Related: words("related").Draw(t, "related"),
			Instance: rapid.SampledFrom([]cases.Instance{"", cases.First, cases.Second, cases.Retrial}).Draw(t, "instance")}
		drawSuit(t, c)
	}
	on := calendar.New(2019, 1, 1).AddDays(rapid.IntRange(0, 2500).Draw(t, "received"))
	if !suit && rapid.Bool().Draw(t, "by way of the penalty organ") {
		sent := on.AddDays(-rapid.IntRange(0, 10).Draw(t, "sent on after"))
		c.Acts = append(c.Acts, drawAct(t, procedure.SpecOf(procedure.PenaltyReceipt), sent, c))
	}
	c.Acts = append(c.Acts, procedure.Act{Kind: first, On: on})
	specs := procedure.Specs(suit)
	for range rapid.IntRange(0, 6).Draw(t, "acts") {
		spec := rapid.SampledFrom(specs).Draw(t, "act")
		if spec.Kind == first || spec.Kind == procedure.PenaltyReceipt { // what begins a case stands at its beginning
			continue
		}
		on = on.AddDays(rapid.IntRange(0, 20).Draw(t, "later"))
		c.Acts = append(c.Acts, drawAct(t, spec, on, c))
	}
	return c
}

func drawAct(t *rapid.T, spec *procedure.Spec, on calendar.Date, c *cases.Case) procedure.Act {
	a := procedure.Act{Kind: spec.Kind, On: on, Paper: words("paper").Draw(t, "paper"), Note: words("note").Draw(t, "note")}
	if a.Note != "" {
		a.Regime = rapid.SampledFrom([]procedure.Regime{"", procedure.RegimeA, procedure.RegimeB, procedure.RegimeC}).Draw(t, "regime")
	}
	fields := slices.Concat(spec.Fields, spec.May)
	if len(fields) == 0 {
		return a
	}
	a.Detail = &procedure.Detail{}
	for _, f := range fields {
		drawField(t, a.Detail, f, &a, c)
	}
	return a
}

func drawField(t *rapid.T, d *procedure.Detail, f procedure.Field, a *procedure.Act, c *cases.Case) {
	switch f {
	case procedure.FieldItems:
		for range rapid.IntRange(0, 3).Draw(t, "items") {
			d.Items = append(d.Items, procedure.Item{Kind: rapid.SampledFrom(procedure.Dispositions()).Draw(t, "item"),
				Redo: rapid.Bool().Draw(t, "redo"), Days: rapid.IntRange(0, 90).Draw(t, "item days"), Text: words("text").Draw(t, "text")})
		}
	case procedure.FieldDays:
		d.Days = rapid.IntRange(0, 30).Draw(t, "days")
	case procedure.FieldTo:
		d.To = words("to").Draw(t, "to")
	case procedure.FieldAppearance:
		d.Appearance = drawAppearance(t)
	case procedure.FieldResults:
		d.Results = drawResults(t, c)
	default:
		drawCoded(t, f, a)
	}
}

// drawCoded sets a field that commands set too, or leaves it.
func drawCoded(t *rapid.T, f procedure.Field, a *procedure.Act) {
	if rapid.Bool().Draw(t, "without") {
		return
	}
	for _, info := range procedure.FieldsOf(a.Kind) {
		value := map[procedure.Input]string{procedure.InputDay: a.On.AddDays(rapid.IntRange(-40, 40).Draw(t, "day")).String(), procedure.InputYes: "yes",
			procedure.InputSpan: "2018-03-01..2018-04-01"}[info.Input]
		if info.Input == procedure.InputText {
			value = words("text").Draw(t, "text")
		}
		if f == procedure.FieldTime {
			value = "14:30"
		}
		if info.Input == procedure.InputChoice {
			value = rapid.SampledFrom(info.Codes).Draw(t, "code").Code
		}
		if info.Field != f {
			continue
		}
		if reason := procedure.Set(a, info.Key, value); reason != "" {
			t.Fatal(reason)
		}
	}
}

func drawAppearance(t *rapid.T) *procedure.Appearance {
	if rapid.Bool().Draw(t, "unknown") {
		return nil
	}
	yes := rapid.Bool()
	a := &procedure.Appearance{Head: yes.Draw(t, "head"), Name: words("name").Draw(t, "head's name"), Post: words("post").Draw(t, "post"),
		Rank: rapid.SampledFrom(append(procedure.Ranks(), "")).Draw(t, "rank"), For: words("for").Draw(t, "for"), Reason: words("reason").Draw(t, "reason")}
	if yes.Draw(t, "as a ledger of old") {
		return a
	}
	a.Notified, a.Spoke, a.Remarks = yes.Draw(t, "notified"), yes.Draw(t, "spoke"), words("remarks").Draw(t, "remarks")
	a.Absence = rapid.SampledFrom(append(procedure.AbsenceGrounds(), "")).Draw(t, "absence")
	a.Proof, a.View = words("proof").Draw(t, "proof"), rapid.SampledFrom(append(procedure.CourtViews(), "")).Draw(t, "view")
	a.Staff, a.Lawyers = words("staff").Draw(t, "staff"), words("lawyers").Draw(t, "lawyers")
	a.Consequence = rapid.SampledFrom(append(procedure.Consequences(), "")).Draw(t, "consequence")
	a.Letter = words("letter").Draw(t, "letter")
	return a
}

// drawSuit draws what a suit has beyond court and instance, and in what capacity its defendants are sued.
func drawSuit(t *rapid.T, c *cases.Case) {
	c.Suit.Source = rapid.SampledFrom(append(cases.Sources(), "")).Draw(t, "source")
	c.Suit.Type, c.Suit.Earlier = rapid.SampledFrom(cases.SuitTypes()).Draw(t, "type"), words("earlier").Draw(t, "earlier")
	c.Suit.Awarded = rapid.SampledFrom([]int64{0, 50, 8_000_000}).Draw(t, "awarded")
	c.Suit.Claimed = rapid.SampledFrom([]int64{0, 1, 100, 8_000_000, 123_456_789, 99_999_999_999_999_999}).Draw(t, "claimed")
	c.Suit.Author = words("author").Draw(t, "author")
	for i := range c.Parties {
		if c.Parties[i].Role == cases.Respondent {
			c.Parties[i].Capacity = rapid.SampledFrom(append(cases.Capacities(), "")).Draw(t, "capacity")
		}
	}
}

func drawResults(t *rapid.T, c *cases.Case) []procedure.Result {
	outcome := rapid.SampledFrom(procedure.OutcomesOf(c.Course(), procedure.EnforcementCase(c.Acts))) // the others are refused
	draw := func(defendant string) procedure.Result {
		r := procedure.Result{Defendant: defendant, Outcome: outcome.Draw(t, "outcome")}
		if lost := !procedure.OutcomeLost(r.Outcome); rapid.Bool().Draw(t, "overridden") {
			r.Lost = &lost
		}
		if rapid.Bool().Draw(t, "more") {
			r.Redo = rapid.Bool().Draw(t, "redo")
			r.Act = rapid.SampledFrom(append([]procedure.SuedAct{""}, procedure.SuedActs()...)).Draw(t, "act")
			r.Causes = rapid.SliceOfNDistinct(rapid.SampledFrom(procedure.LossCauses()), 0, 2, rapid.ID).Draw(t, "causes")
		}
		return r
	}
	if rapid.Bool().Draw(t, "for all") {
		return []procedure.Result{draw("")}
	}
	var out []procedure.Result
	for _, n := range c.Names(cases.Respondent) {
		out = append(out, draw(n))
	}
	return out
}

// canonical is a case as text, with the acts of a day in the order of the act table.
func canonical(t *rapid.T, c *cases.Case) string {
	text := func(v any) string {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	out := *c
	out.ID = 0
	out.Acts = slices.Clone(c.Acts)
	for i := range out.Acts {
		a := &out.Acts[i]
		a.ID, a.By, a.Imported = 0, "", false
		if d := a.Detail; d != nil && text(d) == "{}" {
			a.Detail = nil
		}
	}
	slices.SortStableFunc(out.Acts, func(a, b procedure.Act) int {
		if a.On != b.On {
			return int(a.On - b.On)
		}
		return strings.Compare(text(a), text(b))
	})
	order := []cases.Role{cases.Applicant, cases.Respondent, cases.ThirdParty, cases.Agent}
	out.Parties = slices.Clone(c.Parties)
	slices.SortStableFunc(out.Parties, func(a, b cases.Party) int { return slices.Index(order, a.Role) - slices.Index(order, b.Role) })
	slices.SortStableFunc(out.Notes, func(a, b cases.Note) int { return strings.Compare(a.Label+a.Text, b.Label+b.Text) })
	return text(out)
}

// Words stand for codes in ledgers, so no two codes of a table may be worded alike.
func TestEveryCodeHasItsOwnWord(t *testing.T) {
	for _, suit := range []bool{false, true} {
		for _, spec := range procedure.Specs(suit) {
			for _, f := range procedure.FieldsOf(spec.Kind) {
				for _, c := range f.Codes {
					a := procedure.Act{Kind: spec.Kind, On: today()}
					if f.Input != procedure.InputChoice {
						continue
					}
					if reason := procedure.Set(&a, f.Key, c.Code); reason != "" {
						t.Errorf("%s %s=%s: %s", spec.Kind, f.Key, c.Code, reason)
						continue
					}
					e := actEntry(&a, shown{})
					parsed, ok := parseEntry(e.String(), false)
					if !ok {
						t.Errorf("%s is no entry", e)
						continue
					}
					back := actOf(spec.Kind, &parsed)
					back.Imported = false
					if !reflect.DeepEqual(a, back) {
						t.Errorf("%s: %+v came back as %+v", e, a.Detail, back.Detail)
					}
				}
			}
		}
	}
}
