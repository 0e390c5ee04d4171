package seal

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"

	"pgregory.net/rapid"
)

// office is an office in memory.
type office struct {
	cases.Reader
	cases.Directory
	set     cases.Settings
	all     []*cases.Case
	entries []cases.Entry
}

// law is read once: a test asks for it once a case.
var law = sync.OnceValue(func() *procedure.Law {
	cal, err := assets.Calendar()
	if err != nil {
		panic(err)
	}
	return procedure.NewLaw(cal)
})

func (o *office) Law() *procedure.Law                                 { return law() }
func (o *office) Settings(context.Context) (cases.Settings, error)    { return o.set, nil }
func (o *office) Organs(context.Context) ([]cases.OrganRecord, error) { return nil, nil }
func (o *office) Each(_ context.Context, _ cases.Span, f func(*cases.Case) error) error {
	for _, c := range o.all {
		if err := f(c); err != nil {
			return err
		}
	}
	return nil
}

func (o *office) Case(_ context.Context, id cases.ID) (*cases.Case, error) {
	for _, c := range o.all {
		if c.ID == id {
			return c, nil
		}
	}
	return nil, &cases.Error{Op: "case", Kind: cases.NotFound, Msg: "没有这件案件。"}
}

func (o *office) Entries(_ context.Context, s cases.EntrySpan) ([]cases.Entry, error) {
	return slices.DeleteFunc(slices.Clone(o.entries), func(e cases.Entry) bool {
		on := e.At[:len("2006-01-02")]
		return on < s.From.String() || on > s.To.String() || !slices.Contains(s.Cases, e.Case)
	}), nil
}

var (
	last2020 = calendar.New(2020, 12, 31)
	sealing  = calendar.New(2021, 1, 8)
)

func year(y int) forms.Period {
	return forms.Period{From: calendar.New(y, 1, 1), To: calendar.New(y, 12, 31)}
}

func demo() *office {
	set, all := sample.Demo()
	for i, c := range all {
		c.ID = cases.ID(i + 1)
	}
	return &office{set: set, all: all}
}

// fatal is what tests and properties fail with.
type fatal interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

func sealed(t fatal, o *office, p forms.Period) *cases.Seal {
	t.Helper()
	s, err := New(context.Background(), o, p, nil, nil, max(sealing, p.To.AddDays(8)))
	if err != nil {
		t.Fatal(err)
	}
	s.By, s.At = "张某某", "2021-01-08T09:00:00+08:00"
	s.Hash = Hash(s)
	return s
}

func since(t fatal, o *office, s *cases.Seal) cases.SealDifference {
	t.Helper()
	d, err := Since(context.Background(), o, s, calendar.New(2021, 3, 1))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The hash of a small seal is fixed: another encoding would make every seal of every office look tampered with.
func TestGoldenHash(t *testing.T) {
	s := &cases.Seal{SealRecord: cases.SealRecord{ID: 3, Title: "2020年", From: calendar.New(2020, 1, 1), To: last2020, AsOf: last2020,
		By: "张某某", On: sealing, At: "2021-01-08T09:00:00+08:00", Note: "核对无误"}, Forms: []string{"form1-2016"}, Rules: map[string]string{"base": "received", "accepted": "accepted"},
		Figures: []cases.SealedFigure{{Key: "overview/received", Table: "年度概览", Label: "新收", Value: 2, Cases: []cases.ID{1, 2}}, {Key: "x", Unit: "元", Value: 3, Cases: []cases.ID{2}, Amounts: []int64{300}}},
		Cases:   []cases.SealedCase{{ID: 1, Kind: cases.Reconsideration, Number: "〔2020〕某行复第1号", Received: calendar.New(2020, 3, 1), Facts: []string{"申请人1名"}}, {ID: 2}}}
	const want = "e3903b6b381dd835ba6c16bb058334fb2a410135f27dc3b48e080a02afa6873e"
	if got := Hash(s); got != want {
		t.Errorf("hash %s, want %s", got, want)
	}
	s.Hash = want
	if !Verify(s) {
		t.Error("the seal does not verify")
	}
	s.ID = 9
	if !Verify(s) {
		t.Error("the number is in the hash")
	}
}

// Whatever is changed in a seal shows.
func TestTamperingShows(t *testing.T) {
	for name, change := range map[string]func(*cases.Seal){
		"value": func(s *cases.Seal) { s.Figures[0].Value++ }, "case left out": func(s *cases.Seal) { s.Figures[0].Cases = s.Figures[0].Cases[1:] },
		"person": func(s *cases.Seal) { s.By = "李某" }, "day": func(s *cases.Seal) { s.On++ }, "line": func(s *cases.Seal) { s.Cases[0].Concluded++ },
		"rule": func(s *cases.Seal) { s.Rules["base"] = "received" }, "note": func(s *cases.Seal) { s.Note = "x" }, "fact": func(s *cases.Seal) { s.Cases[0].Facts = nil },
		"label to table": func(s *cases.Seal) { f := &s.Figures[0]; f.Table, f.Label = f.Table+f.Label[:3], f.Label[3:] },
	} {
		s := sealed(t, demo(), year(2020))
		if !Verify(s) {
			t.Fatal("a new seal does not verify")
		}
		if change(s); Verify(s) {
			t.Errorf("%s: not noticed", name)
		}
	}
}

// The published year, sealed: its figures can be read with their cases.
func TestSealedYear(t *testing.T) {
	s := sealed(t, demo(), year(2020))
	for key, want := range map[string]int64{"overview/received": 38, "form1-2016/合计/received": 38, "form1-2016/合计/concluded": 35, "overview/suits": 50} {
		f := Figure(s, key)
		if f == nil || f.Value != want || len(f.Cases) != int(want) {
			t.Errorf("%s is %+v, want %d", key, f, want)
		}
	}
	lines := index(s.Cases)
	for _, f := range s.Figures {
		for _, id := range f.Cases {
			if lines[id] == nil || lines[id].Number == "" {
				t.Fatalf("%s: case %d has no line", f.Key, id)
			}
		}
	}
	if s.Title != "2020年" || !slices.Equal(s.Forms, []string{"form1-2016", "form2-2015"}) {
		t.Errorf("%q %q", s.Title, s.Forms)
	}
}

func TestWhatCannotBeSealed(t *testing.T) {
	for name, p := range map[string]forms.Period{"running": year(2021), "not known yet": {From: year(2020).From, To: last2020, AsOf: sealing.AddDays(1)},
		"half known": {From: year(2020).From, To: last2020, AsOf: last2020.AddDays(-1)}} {
		if _, err := New(t.Context(), demo(), p, nil, nil, sealing); cases.KindOf(err) != cases.Refused || !strings.HasSuffix(err.Error(), "。") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// One decision of 2020 turns out to be of the next year, a case goes into the bin, one comes out of nowhere: each is named.
func TestDifferencesNameTheirCases(t *testing.T) {
	o := demo()
	s := sealed(t, o, year(2020))
	if d := since(t, o, s); len(d.Lines) != 0 || Says(&d) != "2020年已由张某某于2021-01-08封存，此后没有数字发生变化。" {
		t.Fatalf("sealing and comparing at once: %+v", d.Lines)
	}
	f := Figure(s, "form1-2016/合计/concluded")
	moved, err := o.Case(t.Context(), f.Cases[0])
	if err != nil {
		t.Fatal(err)
	}
	changed := *moved
	changed.Acts = slices.Clone(moved.Acts)
	for i := range changed.Acts {
		if concluding := changed.Acts[i].On; concluding == index(s.Cases)[moved.ID].Concluded {
			changed.Acts[i].On = calendar.New(2021, 1, 5)
			o.entries = []cases.Entry{{Case: moved.ID, Act: changed.Acts[i], Old: &moved.Acts[i], Reason: "日期看错", At: "2021-02-03T10:00:00+08:00", By: "李某"},
				{Case: moved.ID, Act: changed.Acts[i], At: "2021-01-08T08:00:00+08:00", By: "早于封存"}}
		}
	}
	o.all[slices.Index(o.all, moved)] = &changed
	d := since(t, o, s)
	i := slices.IndexFunc(d.Lines, func(l cases.SealLine) bool { return l.Key == f.Key })
	if i < 0 || d.Lines[i].Was != 35 || d.Lines[i].Is != 34 || len(d.Lines[i].Cases) != 1 {
		t.Fatalf("the total does not differ by one: %+v", d.Lines)
	}
	c := d.Lines[i].Cases[0]
	if c.Case != moved.ID || c.Status != cases.SealDropped || !strings.HasPrefix(c.Why[0], "结案日期："+index(s.Cases)[moved.ID].Concluded.String()+"→") {
		t.Errorf("%+v", c)
	}
	if len(c.Entered) != 1 || !strings.Contains(c.Entered[0], "2021-02-03 李某把“") || !strings.Contains(c.Entered[0], "日期看错") {
		t.Errorf("entered after the sealing: %q", c.Entered)
	}
	gone := o.all[slices.IndexFunc(o.all, func(c *cases.Case) bool { return c.ID == f.Cases[1] })]
	o.all = slices.DeleteFunc(o.all, func(c *cases.Case) bool { return c == gone })
	d = since(t, o, s)
	i = slices.IndexFunc(d.Lines, func(l cases.SealLine) bool { return l.Key == "overview/received" })
	if c := d.Lines[i].Cases; len(c) != 1 || c[0].Number != gone.Number || !c[0].Gone || c[0].Kind != gone.Kind || !strings.Contains(c[0].Why[0], "不在案件列表") {
		t.Errorf("the case in the bin: %+v", c)
	}
}

// E10: last year's sealed open cases against this year's 上期结转.
func TestCarryOverAgainstTheSeal(t *testing.T) {
	o := demo()
	at := forms.Period{From: calendar.New(2020, 1, 1), To: calendar.New(2020, 6, 30)}
	s := sealed(t, o, at)
	now := func() *forms.Table {
		c, err := forms.Load(t.Context(), o, forms.Period{From: calendar.New(2020, 7, 1), To: last2020})
		if err != nil {
			t.Fatal(err)
		}
		return c.Count(forms.ByID("form1-2016"), nil, nil)
	}
	c, known, err := CarryOver(t.Context(), o, s, now())
	if err != nil || !known {
		t.Fatal(known, err)
	}
	before := len(c.Cases)
	open := Figure(s, "form1-2016/合计/open")
	if open == nil {
		t.Fatal("nothing was open in the middle of the year")
	}
	id := open.Cases[0]
	struck := *o.all[slices.IndexFunc(o.all, func(c *cases.Case) bool { return c.ID == id })]
	o.all = slices.DeleteFunc(o.all, func(c *cases.Case) bool { return c.ID == id })
	c, _, err = CarryOver(t.Context(), o, s, now())
	if err != nil || c.OK || len(c.Cases) != before+1 || !slices.Contains(c.Cases, id) || !strings.Contains(c.Says, struck.Number) {
		t.Errorf("%v %+v does not name %s", err, c, struck.Number)
	}
	if _, known, _ := CarryOver(t.Context(), o, s, withRule(now())); known {
		t.Error("compared under rules that need not agree")
	}
}

func withRule(t *forms.Table) *forms.Table {
	t.Rules = forms.Rules{forms.RuleCarried: "closed"}
	return t
}

func TestLatestAndBefore(t *testing.T) {
	list := []cases.SealRecord{{ID: 2, From: year(2020).From, To: last2020}, {ID: 1, From: year(2020).From, To: last2020}, {ID: 3, From: calendar.New(2020, 7, 1), To: last2020}}
	if r := Latest(list, year(2020).From, last2020); r == nil || r.ID != 2 {
		t.Errorf("%+v", r)
	}
	if r := Before(list, calendar.New(2021, 1, 1)); r == nil || r.ID != 3 {
		t.Errorf("%+v", r)
	}
	if Latest(list, year(2019).From, year(2019).To) != nil || Before(list, year(2019).From) != nil {
		t.Error("a seal that is not there")
	}
}

func drawOffice(t *rapid.T) *office {
	o := &office{set: cases.Settings{Organ: "苏州市姑苏区人民政府"}}
	today := calendar.New(2022, 6, 1).AddDays(rapid.IntRange(0, 900).Draw(t, "today"))
	if err := sample.Generate(rapid.IntRange(1, 40).Draw(t, "cases"), rapid.Uint64().Draw(t, "seed"), 2021, 2024, today, law().Calendar, func(c *cases.Case) error {
		c.ID = cases.ID(len(o.all) + 1)
		o.all = append(o.all, c)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return o
}

// values are the figures by key with their cases.
func values(s *cases.Seal) string {
	var b strings.Builder
	for _, f := range s.Figures {
		fmt.Fprintln(&b, f.Key, f.Value, f.Cases, f.Amounts)
	}
	return b.String()
}

// Sealing and comparing at once gives no difference; when a case goes or is changed, exactly the figures that moved are listed, each
// with that case alone.
func TestEveryChangeShowsWithItsCase(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := drawOffice(t)
		p := year(rapid.IntRange(2021, 2024).Draw(t, "year"))
		s := sealed(t, o, p)
		if d := since(t, o, s); len(d.Lines) > 0 {
			t.Fatalf("changed at once: %+v", d.Lines)
		}
		i := rapid.IntRange(0, len(o.all)-1).Draw(t, "which")
		id, n := o.all[i].ID, *o.all[i]
		switch rapid.IntRange(0, 3).Draw(t, "change") {
		case 0:
			o.all = slices.Delete(o.all, i, i+1)
		case 1:
			n.Acts = n.Acts[:len(n.Acts)-1]
			o.all[i] = &n
		case 2:
			n.Class.Category = "税务"
			o.all[i] = &n
		default:
			n.Parties = append(slices.Clone(n.Parties), cases.Party{Role: cases.Applicant, Name: "王某"})
			o.all[i] = &n
		}
		d := since(t, o, s)
		again := sealed(t, o, p)
		if (len(d.Lines) > 0) != (values(s) != values(again)) {
			t.Fatalf("%d lines where figures are\n%s\nand now\n%s", len(d.Lines), values(s), values(again))
		}
		for _, l := range d.Lines {
			if len(l.Cases) != 1 && !strings.HasPrefix(l.Key, "overview/committee_sessions") || len(l.Cases) > 1 || len(l.Cases) == 1 && l.Cases[0].Case != id {
				t.Fatalf("%s %d→%d names %+v, want case %d", l.Key, l.Was, l.Is, l.Cases, id)
			}
			if len(l.Cases) == 1 && len(l.Cases[0].Why) == 0 {
				t.Fatalf("%s: no reason", l.Key)
			}
		}
	})
}

// What is known later does not change a seal as of its day.
func TestSealedAsOfADay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := drawOffice(t)
		p := year(rapid.IntRange(2021, 2024).Draw(t, "year"))
		p.AsOf = p.To.AddDays(rapid.IntRange(0, 200).Draw(t, "known"))
		cut := &office{set: o.set}
		for _, c := range o.all {
			n := *c
			n.Acts = slices.DeleteFunc(slices.Clone(c.Acts), func(a procedure.Act) bool { return a.On > p.AsOf })
			cut.all = append(cut.all, &n)
		}
		today := p.AsOf.AddDays(1)
		a, err := New(context.Background(), o, p, nil, nil, today)
		if err != nil {
			t.Fatal(err)
		}
		b, err := New(context.Background(), cut, p, nil, nil, today)
		if err != nil {
			t.Fatal(err)
		}
		if Hash(a) != Hash(b) {
			t.Fatalf("differ:\n%s\n%s", values(a), values(b))
		}
	})
}

// Preference is nothing: the office keeps no readings of its own.
func (*office) Preference(context.Context, string, string) ([]byte, error) { return nil, nil }
