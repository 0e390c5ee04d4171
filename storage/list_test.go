package storage

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

func TestSearch(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	var ids []cases.ID
	for i, c := range []*cases.Case{
		application(85, "陈志忠", "苏州市公安局姑苏分局", "不服行政处罚决定（苏公决字〔2018〕5号）", today),
		application(9, "曾某某", "苏州市姑苏区住房和建设委员会", "不服《房屋征收补偿决定》", today),
		application(10, "苏州Ａbc贸易有限公司", "平江街道办事处", "申请政府信息公开", today),
	} {
		c.Handler = []string{"李某", "吴某、郑某", ""}[i]
		c.Parties = append(c.Parties, cases.Party{Role: cases.ThirdParty, Name: "第三方物业"})
		id, err := o.Register(ctx, c)
		must(t, err)
		ids = append(ids, id)
	}
	for _, c := range []struct {
		typed string
		want  []int
	}{
		{"", []int{0, 1, 2}},
		{"85", []int{0}}, // 〔2018〕5号 holds no 85
		{"８５", []int{0}},
		{"20185", nil},
		{"〔2018〕5", []int{0}},
		{"(2018)5", []int{0}},
		{"2020姑苏行复", []int{0, 1, 2}},
		{"[2020] 姑苏行复第9号", []int{1}},
		{"征", []int{1}},
		{"处罚", []int{0}},
		{"不服房屋", []int{1}},
		{"公安 陈", []int{0}},
		{"公安　曾", nil},
		{"czz", []int{0}},
		{"CZZ", []int{0}},
		{"zmm", []int{1}}, // 曾 as a surname
		{"cmm", []int{1}}, // and as usual
		{"szabc", []int{2}},
		{"ABC", []int{2}},
		{"zfxx", []int{2}},
		{"pjjd", []int{2}},
		{"郑", []int{1}},
		{"第三方", []int{0, 1, 2}},
		{"陈志忠苏州市", nil}, // not across fields
		{"\x1f", []int{0, 1, 2}},
		{"%", nil},
	} {
		page, err := o.List(ctx, cases.Query{Text: c.typed, Sort: cases.ByReceived})
		must(t, err)
		var want, got []cases.ID
		for _, i := range c.want {
			want = append(want, ids[i])
		}
		for _, r := range page.Rows {
			got = append(got, r.ID)
		}
		if !slices.Equal(got, want) || page.Total != len(want) {
			t.Errorf("%q finds %v, want %v", c.typed, got, want)
		}
	}
	for typed, want := range map[string]int{"吴某": 1, "郑某": 1, "吴": 0, "吴某、郑某": 1} {
		page, err := o.List(ctx, cases.Query{Handler: typed})
		must(t, err)
		if page.Total != want {
			t.Errorf("handler %s has %d cases", typed, page.Total)
		}
	}
	handlers, err := o.Handlers(ctx)
	must(t, err)
	if !slices.Equal(handlers, []string{"吴某", "李某", "郑某"}) {
		t.Errorf("handlers %v", handlers)
	}
}

func TestSortOrders(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	for i, name := range []string{"张某", "陈某", "王某", "欧阳某", ""} {
		c := application([]int{100, 9, 10, 2, 33}[i], name, "平江街道办事处", "不服", today)
		if name == "" {
			c.Parties[0].Name, c.Parties[0].Role = "某", cases.Applicant
			c.Handler = ""
		}
		_, err := o.Register(ctx, c)
		must(t, err)
	}
	numbers := func(q cases.Query) string {
		page, err := o.List(ctx, q)
		must(t, err)
		var out []string
		for _, r := range page.Rows {
			_, tail, _ := strings.Cut(r.Number, "第")
			out = append(out, strings.TrimSuffix(tail, "号"))
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		q    cases.Query
		want string
	}{
		{cases.Query{Sort: cases.ByNumber}, "2 9 10 33 100"},
		{cases.Query{Sort: cases.ByNumber, Desc: true}, "100 33 10 9 2"},
		{cases.Query{Sort: cases.ByApplicants}, "9 33 2 10 100"}, // chen mou ou wang zhang
		{cases.Query{Sort: cases.ByHandler, Desc: true}, "2 10 9 100 33"},
		{cases.Query{Sort: cases.ByHandler}, "100 9 10 2 33"},
		{cases.Query{Sort: cases.ByNumber, Offset: 1, Limit: 2}, "9 10"},
		{cases.Query{Sort: cases.ByNumber, Offset: 9}, ""},
	} {
		if got := numbers(c.q); got != c.want {
			t.Errorf("%+v gives %s, want %s", c.q, got, c.want)
		}
	}
}

// Whatever is asked, memory and SQL answer the same as a plain reading of all rows.
func TestListAgreesWithPlainReading(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	fill(t, o, 900)
	all := plainRows(t, o)
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		q := randomQuery(r)
		want := plainPage(all, q)
		if sort, ok := plain(q); ok {
			got, err := o.listSQL(ctx, q, sort)
			must(t, err)
			samePage(t, "SQL", q, got, want)
		}
		got, err := o.list.page(ctx, q, today)
		must(t, err)
		samePage(t, "memory", q, got, want)
	}
}

func plainRows(t *testing.T, o *Office) []cases.Row {
	t.Helper()
	var all []cases.Row
	must(t, o.Each(context.Background(), cases.Span{}, func(c *cases.Case) error {
		all = append(all, cases.Project(c, o.Law(), today))
		return nil
	}))
	return all
}

func randomQuery(r *rand.Rand) cases.Query {
	q := cases.Query{Today: today, Limit: r.IntN(60), Offset: r.IntN(40), Desc: r.IntN(2) == 0,
		Sort:   []cases.SortKey{"", cases.ByReceived, cases.ByDue}[r.IntN(3)],
		Status: []cases.Status{"", "", cases.Open, cases.Done, cases.Overdue, cases.SuspendedNow}[r.IntN(6)]}
	if r.IntN(2) == 0 {
		q.Kind = []cases.Kind{cases.Reconsideration, cases.Litigation}[r.IntN(2)]
	}
	if r.IntN(3) == 0 {
		q.Year = 2010 + r.IntN(12)
	}
	if r.IntN(4) == 0 {
		q.States = []procedure.State{procedure.Closed, procedure.Trying, procedure.Answered}[:1+r.IntN(3)]
	}
	if r.IntN(4) == 0 {
		q.DueTo = calendar.New(2011+r.IntN(11), 6, 1)
	}
	if r.IntN(4) == 0 {
		q.ConcludedFrom = calendar.New(2011+r.IntN(11), 3, 1)
	}
	if r.IntN(4) == 0 {
		q.ConcludedTo = calendar.New(2011+r.IntN(11), 9, 30)
	}
	return q
}

// plainPage answers a query by the book.
func plainPage(all []cases.Row, q cases.Query) cases.Page {
	var rows []cases.Row
	for _, r := range all {
		ok := (q.Kind == "" || r.Kind == q.Kind) && (q.Year == 0 || r.Received.Year() == q.Year) &&
			(len(q.States) == 0 || slices.Contains(q.States, r.State)) && (q.DueTo.IsZero() || !r.Due.IsZero() && r.Due <= q.DueTo) &&
			(q.ConcludedFrom.IsZero() || r.Concluded >= q.ConcludedFrom) &&
			(q.ConcludedTo.IsZero() || !r.Concluded.IsZero() && r.Concluded <= q.ConcludedTo)
		switch q.Status {
		case cases.Open:
			ok = ok && !r.State.Concluded()
		case cases.Done:
			ok = ok && r.State.Concluded()
		case cases.Overdue:
			ok = ok && !r.State.Concluded() && !r.Due.IsZero() && r.Due < q.Today
		case cases.SuspendedNow:
			ok = ok && r.State == procedure.Suspended
		}
		if ok {
			rows = append(rows, r)
		}
	}
	sortPlain(rows, q)
	p := cases.Page{Total: len(rows)}
	rows = rows[min(q.Offset, len(rows)):]
	if q.Limit > 0 {
		rows = rows[:min(q.Limit, len(rows))]
	}
	p.Rows = rows
	return p
}

func sortPlain(rows []cases.Row, q cases.Query) {
	desc := q.Desc || q.Sort == ""
	key := func(r cases.Row) int {
		if q.Sort == cases.ByDue {
			return int(r.Due)
		}
		return int(r.Received)
	}
	slices.SortStableFunc(rows, func(a, b cases.Row) int {
		x, y := key(a), key(b)
		switch {
		case x == 0 && y != 0:
			return 1
		case y == 0 && x != 0:
			return -1
		case x == 0:
			return slices.Compare([]int{int(a.Received), int(a.ID)}, []int{int(b.Received), int(b.ID)})
		}
		d := slices.Compare([]int{x, int(a.Received), int(a.ID)}, []int{y, int(b.Received), int(b.ID)})
		if desc {
			return -d
		}
		return d
	})
}

func samePage(t *testing.T, from string, q cases.Query, got, want cases.Page) {
	t.Helper()
	if got.Total != want.Total || !slices.Equal(got.Rows, want.Rows) {
		t.Fatalf("%s: %+v: %d of %d rows, want %d of %d", from, q, len(got.Rows), got.Total, len(want.Rows), want.Total)
	}
}

// The catalogue of an office that others write to is the same as one read anew, for every order and search.
func TestCatalogueFollowsWrites(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	fill(t, o, 300)
	follower := openOffice(t, o.dir, false)
	must(t, follower.Warm(ctx))
	must(t, o.Warm(ctx))
	r := rand.New(rand.NewPCG(3, 4))
	for i := range 130 {
		changeSomething(t, o, r, i)
		if i%10 != 9 {
			continue
		}
		fresh := openOffice(t, o.dir, false)
		for _, key := range append(slices.Clone(sortKeys), "") {
			q := cases.Query{Sort: key, Text: []string{"", "陈", "第1"}[r.IntN(3)]}
			want, err := fresh.list.page(ctx, q, today)
			must(t, err)
			for name, other := range map[string]*Office{"writer": o, "reader": follower} {
				got, err := other.List(ctx, q)
				must(t, err)
				samePage(t, name, q, got, want)
			}
		}
		must(t, fresh.Close())
	}
	wantSound(t, o)
}

func changeSomething(t *testing.T, o *Office, r *rand.Rand, i int) {
	t.Helper()
	ctx := context.Background()
	if i%3 == 0 {
		_, err := o.Register(ctx, application(1000+r.IntN(1_000_000), pick(r, names1)+pick(r, names2), pick(r, organs), pick(r, subjects), today.AddDays(-r.IntN(60))))
		must(t, err)
		return
	}
	page, err := o.List(ctx, cases.Query{Status: cases.Open, Kind: cases.Reconsideration})
	must(t, err)
	id := page.Rows[r.IntN(len(page.Rows))].ID
	c, err := o.Case(ctx, id)
	must(t, err)
	timeline := c.Timeline(o.Law(), today)
	for _, offer := range timeline.Offers {
		a := procedure.Act{Kind: offer.Spec.Kind, On: today}
		if offer.Refused == "" && len(offer.Spec.Fields) == 0 && procedure.Check(c.Acts, procedure.ReviewCourse, o.Law(), today, a) == "" {
			must(t, o.Record(ctx, id, a))
			return
		}
	}
}

// Rows that time changes are computed when listed by an office that is not refreshed, and stored when one is.
func TestRowsTurnWithTime(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	opt := options(t, true)
	opt.Today = calendar.New(2020, 11, 2)
	o := openWith(t, dir, opt)
	for n := range 3 {
		_, err := o.Register(ctx, application(n+1, fmt.Sprint("陈", n), "平江街道办事处", "不服", opt.Today))
		must(t, err)
	}
	states := func(o *Office, q cases.Query) string {
		t.Helper()
		page, err := o.List(ctx, q)
		must(t, err)
		var out []string
		for _, r := range page.Rows {
			out = append(out, r.State.Label()+r.Due.String())
		}
		return strings.Join(out, " ")
	}
	early := states(o, cases.Query{})
	later := calendar.New(2020, 11, 20)
	reader := openWith(t, dir, Options{Calendar: opt.Calendar, Today: later})
	turned := states(reader, cases.Query{})
	if turned == early || !strings.Contains(turned, "审理中") {
		t.Errorf("the reader shows %s", turned)
	}
	if got := states(reader, cases.Query{Text: "陈", Status: cases.Open, States: []procedure.State{procedure.Trying}}); got != turned {
		t.Errorf("a search shows %s", got)
	}
	if got := states(o, cases.Query{Today: later}); got != turned {
		t.Errorf("the writer, asked for the later day, shows %s", got)
	}
	must(t, o.Refresh(ctx, later))
	stale, err := turnedIDs(o, later)
	must(t, err)
	if len(stale) != 0 {
		t.Errorf("%d stored rows are stale after Refresh", len(stale))
	}
	if got := states(o, cases.Query{}); got != turned {
		t.Errorf("the refreshed office shows %s", got)
	}
	if got := states(reader, cases.Query{Sort: cases.ByDue}); got != turned {
		t.Errorf("the reader shows %s after the refresh", got)
	}
	wantSound(t, o)
}

func turnedIDs(o *Office, day calendar.Date) ([]cases.ID, error) {
	return turned(context.Background(), o.read, day)
}

func TestEachInOrderOfReceipt(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	fill(t, o, 1300)
	for _, s := range []cases.Span{{}, {Kind: cases.Litigation}, {From: calendar.New(2015, 1, 1), To: calendar.New(2015, 12, 31)}, {From: calendar.New(2020, 1, 1)}, {To: calendar.New(2012, 3, 1)}} {
		want := map[cases.ID]bool{}
		for _, r := range plainRows(t, o) {
			if (s.Kind == "" || r.Kind == s.Kind) && (s.To.IsZero() || r.Received <= s.To) && (s.From.IsZero() || !r.State.Concluded() || r.LastAct >= s.From) {
				want[r.ID] = true
			}
		}
		var last calendar.Date
		must(t, o.Each(ctx, s, func(c *cases.Case) error {
			if !want[c.ID] {
				t.Errorf("%+v: %s came unasked or twice", s, c.Number)
			}
			delete(want, c.ID)
			if on := c.Acts[0].On; on < last {
				t.Errorf("%+v: %s is out of order", s, c.Number)
			} else {
				last = on
			}
			return nil
		}))
		if len(want) > 0 {
			t.Errorf("%+v: %d cases are missing", s, len(want))
		}
	}
	// A case comes whole.
	must(t, o.Each(ctx, cases.Span{}, func(c *cases.Case) error {
		i := int(c.ID) - 1
		want := synthetic(i, 1300)
		if c.Number != want.Number || len(c.Acts) != len(want.Acts) || len(c.Parties) != len(want.Parties) || len(c.Notes) != 1 || (c.Suit == nil) != (want.Suit == nil) {
			t.Fatalf("%s: %+v", c.Number, c)
		}
		return nil
	}))
	stop := fmt.Errorf("stop")
	n := 0
	err := o.Each(ctx, cases.Span{}, func(*cases.Case) error { n++; return stop })
	if n != 1 || err != stop {
		t.Errorf("after %d: %v", n, err)
	}
	cancelled, cancel := context.WithCancel(ctx)
	err = o.Each(cancelled, cases.Span{}, func(*cases.Case) error { cancel(); return nil })
	if err == nil {
		t.Error("a cancelled run ended well")
	}
	years, err := o.Years(ctx)
	must(t, err)
	if len(years) != 10 || years[0] != 2020 {
		t.Errorf("years %v", years)
	}
}
