package storage

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
)

// untallied is an office that hides its tallies.
type untallied struct{ forms.Source }

// agree compares every form of a period, and lists behind it, counted with the tallies and from the acts.
func agree(t *testing.T, o *Office, p forms.Period, when string) {
	t.Helper()
	ctx := context.Background()
	quick, err := forms.Load(ctx, o, p)
	must(t, err)
	slow, err := forms.Load(ctx, untallied{o}, p)
	must(t, err)
	if len(quick.Records) != len(slow.Records) {
		t.Fatalf("%s, %+v: %d records with tallies, %d from the acts", when, p, len(quick.Records), len(slow.Records))
	}
	for _, e := range forms.Editions() {
		a, b := quick.Count(e, nil, nil), slow.Count(e, nil, nil)
		if !reflect.DeepEqual(a.Rows, b.Rows) || !reflect.DeepEqual(a.Folded, b.Folded) {
			t.Fatalf("%s, %s %+v:\n%v\n%v", when, e.ID, p, a.Rows[len(a.Rows)-1], b.Rows[len(b.Rows)-1])
		}
		for j := range e.Columns {
			if x, y := a.Cell(len(a.Rows)-1, j), b.Cell(len(b.Rows)-1, j); !reflect.DeepEqual(x, y) {
				t.Fatalf("%s, %s %s %+v:\n%v\n%v", when, e.ID, e.Columns[j].ID, p, x, y)
			}
		}
	}
}

// somePeriod draws a span of days and a day of counting.
func somePeriod(r *rand.Rand) forms.Period {
	from := calendar.New(2018, 6, 1).AddDays(r.IntN(800))
	p := forms.Period{From: from, To: from.AddDays(r.IntN(500))}
	p.AsOf = from.AddDays(r.IntN(700))
	return p
}

// Counting with tallies gives what counting from the acts gives: for any period and day, and after whatever happens to an office.
func TestTalliesCountAsTheActsDo(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "单位")
	o := openOffice(t, dir, true)
	r := rand.New(rand.NewPCG(6, 6))
	im, err := o.BeginImport(ctx, cases.ImportSource{File: "台账.xlsx"})
	must(t, err)
	must(t, sample.Generate(400, 9, 2018, 2020, today, o.Law().Calendar, func(c *cases.Case) error {
		for i := range c.Acts {
			c.Acts[i].Imported = r.IntN(2) == 0
		}
		_, err := im.Add(c)
		return err
	}))
	imported, err := im.Commit()
	must(t, err)
	check := func(when string) {
		t.Helper()
		for range 3 {
			agree(t, o, somePeriod(r), when)
		}
		wantSound(t, o)
	}
	check("after an import")
	for i := range 8 {
		id, err := o.Register(ctx, application(900+i, "陈某某", "苏州市公安局姑苏分局", "不服行政处罚决定", today.AddDays(-i)))
		must(t, err)
		if i%2 == 0 {
			must(t, o.Record(ctx, id, procedure.Act{Kind: procedure.Acceptance, On: today}))
		}
	}
	check("after registrations")
	must(t, o.Discard(ctx, []cases.ID{5, 17, 230}, "重复登记", true))
	check("after some went to the bin")
	must(t, o.Reinstate(ctx, []cases.ID{17}))
	check("after one was taken out")
	c, err := o.Case(ctx, 40)
	must(t, err)
	c.Class.Category, c.Parties[0].Name = "本单位自定的类别", "某某公司"
	c.Particulars = &cases.Particulars{Compensation: 123400}
	must(t, o.Revise(ctx, []*cases.Case{c}))
	check("after a revision")
	correctSome(t, o, r)
	check("after corrections")
	must(t, o.SaveSettings(ctx, cases.Settings{Office: "某区司法局", Organ: "苏州市姑苏区人民政府", Practice: procedure.Practice{KeepRegime: true}}))
	check("after other settings")
	_, err = o.SaveOrgan(ctx, cases.OrganRecord{Name: "苏州市公安局姑苏分局", Kind: cases.AuthorisedBody})
	must(t, err)
	check("after another directory")
	must(t, o.Refresh(ctx, today.AddDays(200)))
	check("after two hundred days")
	must(t, o.Close())

	opt := options(t, false)
	opt.Today = today.AddDays(300)
	reader := openWith(t, dir, opt)
	for range 4 {
		agree(t, reader, somePeriod(r), "for a reader on a later day")
	}
	must(t, reader.Close())
	o = openOffice(t, dir, true)
	if err := o.UndoImport(ctx, imported); cases.KindOf(err) != cases.Refused {
		t.Fatalf("undo: %v", err)
	}
}

// correctSome moves the last act of some cases by a day.
func correctSome(t *testing.T, o *Office, r *rand.Rand) {
	t.Helper()
	done := 0
	for id := cases.ID(60); id < 160; id++ {
		c, err := o.Case(context.Background(), id)
		must(t, err)
		a := c.Acts[len(c.Acts)-1]
		act := a
		act.On = a.On.AddDays(-1 - r.IntN(2))
		if err := o.Correct(context.Background(), id, cases.Correction{Act: a.ID, With: &act, Reason: "日期录入有误"}); err == nil {
			done++
		}
	}
	if done < 10 {
		t.Errorf("%d corrections", done)
	}
}

// Tallies that are missing, of another version or of another law are made up for from the acts; what was changed past the program is
// found by Check.
func TestOfficesWithoutGoodTalliesCountAllTheSame(t *testing.T) {
	year := forms.Period{From: calendar.New(2019, 1, 1), To: calendar.New(2019, 12, 31), AsOf: today}
	for i, sql := range []string{"DELETE FROM tallies WHERE id % 3 = 0", "DELETE FROM tallies", "UPDATE tallies SET data = x'' WHERE id % 2 = 0",
		"UPDATE tallies SET data = zeroblob(60)", "UPDATE projection SET version = '1'", "DELETE FROM projection"} {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			o := newOffice(t)
			fill(t, o, 200)
			agree(t, o, year, "before")
			_, err := o.write.Exec(sql)
			must(t, err)
			agree(t, o, year, sql)
			problems, err := o.Check(context.Background())
			must(t, err)
			if len(problems) == 0 {
				t.Error("Check found nothing")
			}
			must(t, o.Rebuild(context.Background()))
			wantSound(t, o)
		})
	}
}

// An undone import takes its tallies along.
func TestUndoneImportLeavesNoTallies(t *testing.T) {
	o := newOffice(t)
	must(t, o.UndoImport(context.Background(), fill(t, o, 50)))
	var n int
	must(t, o.read.QueryRow("SELECT count(*) FROM tallies").Scan(&n))
	if n != 0 {
		t.Errorf("%d tallies are left", n)
	}
}

func TestEachOfKeepsTheOrder(t *testing.T) {
	o := newOffice(t)
	fill(t, o, 30)
	var got []cases.ID
	must(t, o.EachOf(context.Background(), []cases.ID{7, 3, 999, 21, 3}, func(c *cases.Case) error {
		got = append(got, c.ID)
		return nil
	}))
	if want := []cases.ID{7, 3, 21, 3}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
