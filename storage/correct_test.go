package storage

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

func day(s string) calendar.Date {
	d, err := calendar.ParseISO(s)
	if err != nil {
		panic(err)
	}
	return d
}

// accepted registers a case of 2020 and records its acceptance.
func accepted(t *testing.T, o *Office) cases.ID {
	t.Helper()
	id, err := o.Register(context.Background(), application(7, "陈某某", "平江街道办事处", "不服行政处罚决定", day("2020-11-02")))
	must(t, err)
	must(t, o.Record(context.Background(), id, procedure.Act{Kind: procedure.Acceptance, On: day("2020-11-05")}))
	return id
}

func act(t *testing.T, o *Office, id cases.ID, k procedure.Kind) procedure.Act {
	t.Helper()
	c, err := o.Case(context.Background(), id)
	must(t, err)
	i := slices.IndexFunc(c.Acts, func(a procedure.Act) bool { return a.Kind == k })
	if i < 0 {
		t.Fatalf("no %s among %+v", k, c.Acts)
	}
	return c.Acts[i]
}

// A correction changes what an entry says, in the case, its list row and its dates, and never how many acts there are.
func TestCorrectionKeepsTheOldValueAndTheNumberOfActs(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	id := accepted(t, o)
	wrong := act(t, o, id, procedure.Receipt)
	right := wrong
	right.On = day("2020-11-03")
	wantKind(t, o.Correct(ctx, id, cases.Correction{Act: wrong.ID, With: &right}), cases.Invalid)
	must(t, o.Correct(ctx, id, cases.Correction{Act: wrong.ID, With: &right, Reason: "收件章日期看错"}))
	c, err := o.Case(ctx, id)
	must(t, err)
	if len(c.Acts) != 2 || c.Acts[0].Kind != procedure.Receipt || c.Acts[0].On != day("2020-11-03") {
		t.Errorf("acts %+v", c.Acts)
	}
	page, err := o.List(ctx, cases.Query{})
	must(t, err)
	if page.Rows[0].Received != day("2020-11-03") || page.Rows[0] != cases.Project(c, o.Law(), today) {
		t.Errorf("row %+v", page.Rows[0])
	}
	log, err := o.Corrections(ctx, id)
	must(t, err)
	if len(log) != 1 || log[0].Old.On != wrong.On || log[0].New.On != right.On || log[0].Reason != "收件章日期看错" || log[0].By != "张某" {
		t.Errorf("corrections %+v", log)
	}
	wantKind(t, o.Correct(ctx, id, cases.Correction{Act: wrong.ID, With: &right, Reason: "再改"}), cases.Refused)
	wantSound(t, o)
}

func TestStruckEntryIsGoneUnlessTheCaseRestsOnIt(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	id := accepted(t, o)
	must(t, o.Record(ctx, id, procedure.Act{Kind: procedure.CopySent, On: day("2020-11-06")}))
	must(t, o.Record(ctx, id, procedure.Act{Kind: procedure.Suspension, On: day("2020-11-09"), Detail: &procedure.Detail{Ground: procedure.LawQuestion}}))
	must(t, o.Record(ctx, id, procedure.Act{Kind: procedure.Resumption, On: day("2020-11-12")}))
	wantKind(t, o.Correct(ctx, id, cases.Correction{Act: act(t, o, id, procedure.Suspension).ID, Reason: "录错案件"}), cases.Refused)
	wantKind(t, o.Correct(ctx, id, cases.Correction{Act: act(t, o, id, procedure.Receipt).ID, Reason: "录错案件"}), cases.Refused)
	must(t, o.Correct(ctx, id, cases.Correction{Act: act(t, o, id, procedure.Resumption).ID, Reason: "录错案件"}))
	c, err := o.Case(ctx, id)
	must(t, err)
	if tl := c.Timeline(o.Law(), today); tl.State != procedure.Suspended || len(c.Acts) != 4 {
		t.Errorf("state %s, %d acts", tl.State, len(c.Acts))
	}
	wantSound(t, o)
}

func TestCheckSeesATamperedCorrection(t *testing.T) {
	for _, q := range []string{"DELETE FROM corrections", "UPDATE acts SET day = '2020-11-04' WHERE id = 3", "DELETE FROM ticks",
		"UPDATE ticks SET ticked_by = '赵某'", "UPDATE holiday_notices SET data = '{}'"} {
		o, ctx := newOffice(t), context.Background()
		id := accepted(t, o)
		wrong := act(t, o, id, procedure.Receipt)
		right := wrong
		right.On = day("2020-11-03")
		must(t, o.Correct(ctx, id, cases.Correction{Act: wrong.ID, With: &right, Reason: "收件章日期看错"}))
		entries, err := o.Entries(ctx, cases.EntriesOn(today))
		must(t, err)
		must(t, o.Tick(ctx, entries, "李某"))
		must(t, o.AcceptNotice(ctx, notice(t, 2031), "通知.json"))
		wantSound(t, o)
		_, err = o.write.Exec(q)
		must(t, err)
		if found, err := o.Check(ctx); err != nil || len(found) == 0 {
			t.Errorf("%s is not seen: %v", q, err)
		}
	}
}

func notice(t *testing.T, year int) calendar.Notice {
	t.Helper()
	n, err := calendar.NewNotice(year, []calendar.SpecialDay{
		{Date: calendar.New(year, 1, 1), Exception: calendar.Exception{Rest: true, Name: "元旦"}},
		{Date: calendar.New(year, 1, 4), Exception: calendar.Exception{Rest: true, Name: "元旦"}}})
	must(t, err)
	return n
}

// Every entry of the day stands once on the sheet, with what it set; another person than its author ticks it.
func TestEntriesOfADay(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	id := accepted(t, o)
	fill(t, o, 5)
	wrong := act(t, o, id, procedure.Acceptance)
	must(t, o.Correct(ctx, id, cases.Correction{Act: wrong.ID, Reason: "尚未受理"}))
	list, err := o.Entries(ctx, cases.EntriesOn(today))
	must(t, err)
	if len(list) != 2 {
		t.Fatalf("%d entries: %+v", len(list), list)
	}
	receipt, struck := list[0], list[1]
	if receipt.Act.Kind != procedure.Receipt || receipt.By != "张某" || len(receipt.Sets) == 0 || receipt.Ticked() {
		t.Errorf("receipt %+v", receipt)
	}
	if !struck.Struck || struck.Act.Kind != procedure.Acceptance || struck.Reason != "尚未受理" || struck.ID >= 0 {
		t.Errorf("struck %+v", struck)
	}
	wantKind(t, o.Tick(ctx, list[:1], "张某"), cases.Refused)
	wantKind(t, o.Tick(ctx, list[:1], " "), cases.Invalid)
	must(t, o.Tick(ctx, list, "李某"))
	must(t, o.Tick(ctx, list, "王某"))
	list, err = o.Entries(ctx, cases.EntriesOn(today))
	must(t, err)
	for _, e := range list {
		if e.TickedBy != "李某" || e.TickedAt == "" {
			t.Errorf("ticked by %q at %q", e.TickedBy, e.TickedAt)
		}
	}
	if other, err := o.Entries(ctx, cases.EntriesOn(today.AddDays(-1))); err != nil || len(other) != 0 {
		t.Errorf("yesterday: %d entries, %v", len(other), err)
	}
	wantSound(t, o)
}

// A notice moves exactly the dates it concerns, and stays when the office is opened again.
func TestAcceptedNoticeMovesDates(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "单位")
	o, ctx := openOffice(t, dir, true), context.Background()
	id := accepted(t, o)
	other, err := o.Register(ctx, application(8, "王某某", "平江街道办事处", "不服行政处罚决定", day("2020-11-24")))
	must(t, err)
	law := *o.Law()
	n, err := calendar.NewNotice(2021, append(slices.Clone(func() []calendar.SpecialDay { n, _ := law.Calendar.Notice(2021); return n.Days }()),
		calendar.SpecialDay{Date: day("2021-01-04"), Exception: calendar.Exception{Rest: true, Name: "元旦"}}))
	must(t, err)
	law.Calendar, err = law.Calendar.With(n)
	must(t, err)
	steps := 0
	shifts, err := cases.Shifts(ctx, o, &law, today, func(done, total int) { steps++ })
	must(t, err)
	if len(shifts) != 1 || shifts[0].Case != id || steps != 2 {
		t.Fatalf("shifts %+v after %d steps", shifts, steps)
	}
	was, is := shifts[0].Change.Due()
	if was != day("2021-01-04") || is != day("2021-01-05") {
		t.Errorf("%v becomes %v", was, is)
	}
	must(t, o.AcceptNotice(ctx, n, "2021.json"))
	row := func(o *Office) calendar.Date {
		t.Helper()
		page, err := o.List(ctx, cases.Query{Text: "第7号"})
		must(t, err)
		return page.Rows[0].Due
	}
	c, err := o.Case(ctx, id)
	must(t, err)
	tl := c.Timeline(o.Law(), today)
	if p, _ := tl.Main(); p.Count.Due != is {
		t.Errorf("due %v", p.Count.Due)
	}
	before := row(o)
	must(t, o.Close())
	o = openOffice(t, dir, true)
	if row(o) != before || len(func() []cases.NoticeRecord { l, err := o.Notices(ctx); must(t, err); return l }()) != 1 {
		t.Error("the notice did not stay")
	}
	wantSound(t, o)
	if _, err := o.Case(ctx, other); err != nil {
		t.Error(err)
	}
}

// A file of the first version is brought up after a backup, with what is in it.
func TestFirstVersionIsBroughtUp(t *testing.T) {
	dir := t.TempDir()
	db, err := openWriter(filepath.Join(dir, dataName))
	must(t, err)
	must(t, migrate(db, dir, migrations()[:1], options(t, true).Now))
	_, err = db.Exec(`INSERT INTO settings (id, data) VALUES (1, '{"office":"某区司法局"}')`)
	must(t, err)
	must(t, db.Close())
	o := openOffice(t, dir, true)
	s, err := o.Settings(context.Background())
	must(t, err)
	if s.Office != "某区司法局" {
		t.Errorf("settings %+v", s)
	}
	fill(t, o, 20)
	wantSound(t, o)
	copies, err := filepath.Glob(filepath.Join(dir, backupsName, "升级前-第1版-*.db"))
	must(t, err)
	if len(copies) != 1 {
		t.Errorf("backups: %v", copies)
	}
}

// What was entered in a span of days can be asked for some cases alone, in the order of entry, however many are named.
func TestEntriesOfSomeCases(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	first := accepted(t, o)
	second, err := o.Register(ctx, application(8, "钱某某", "平江街道办事处", "不服行政处罚决定", day("2020-11-03")))
	must(t, err)
	must(t, o.Record(ctx, second, procedure.Act{Kind: procedure.Acceptance, On: day("2020-11-06")}))
	span := cases.EntrySpan{From: today.AddDays(-9), To: today}
	all, err := o.Entries(ctx, span)
	must(t, err)
	ids := []cases.ID{second}
	for k := range cases.ID(2 * chunk) {
		ids = append(ids, 100000+k)
	}
	for _, c := range []struct {
		ids  []cases.ID
		want int
	}{{nil, len(all)}, {ids, len(all) / 2}, {append(ids, first), len(all)}, {[]cases.ID{}, 0}} {
		span.Cases = c.ids
		list, err := o.Entries(ctx, span)
		must(t, err)
		if len(list) != c.want || !slices.IsSortedFunc(list, func(a, b cases.Entry) int { return int(a.ID - b.ID) }) {
			t.Errorf("%d entries of %d cases, want %d of %d", len(list), len(c.ids), c.want, len(all))
		}
	}
	if len(all) != 4 {
		t.Errorf("%d entries in all", len(all))
	}
}
