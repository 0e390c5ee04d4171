package storage

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

const large = 100_000

// BenchmarkImport writes 100,000 cases with their parties and acts in one transaction.
func BenchmarkImport(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		o := newOffice(b)
		b.StartTimer()
		im, err := o.BeginImport(context.Background(), cases.ImportSource{File: "台账.xlsx"})
		must(b, err)
		for i := range large {
			_, err := im.Add(synthetic(i, large))
			must(b, err)
		}
		added := b.Elapsed()
		_, err = im.Commit()
		must(b, err)
		b.ReportMetric((b.Elapsed() - added).Seconds(), "s/commit")
		b.StopTimer()
		must(b, o.Close())
		b.StartTimer()
	}
}

// BenchmarkList asks for the first page of lists of 100,000 cases: before the catalogue is read, and after.
func BenchmarkList(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "office")
	o := openOffice(b, dir, true)
	fill(b, o, large)
	due := today.AddDays(7)
	queries := []struct {
		name string
		q    cases.Query
	}{
		{"newest", cases.Query{}},
		{"kind", cases.Query{Kind: cases.Litigation, Sort: cases.ByReceived}},
		{"due", cases.Query{Sort: cases.ByDue, Status: cases.Open, DueTo: due}},
		{"overdue", cases.Query{Sort: cases.ByDue, Status: cases.Overdue}},
		{"year", cases.Query{Year: 2015, Status: cases.Done}},
		{"number", cases.Query{Sort: cases.ByNumber, Desc: true}},
		{"applicants", cases.Query{Sort: cases.ByApplicants}},
		{"handler", cases.Query{Handler: "郑某", Sort: cases.BySubject}},
		{"search one character", cases.Query{Text: "苏"}},
		{"search digits", cases.Query{Text: "85"}},
		{"search words", cases.Query{Text: "公安 处罚 陈", Sort: cases.ByResult}},
		{"search initials", cases.Query{Text: "czq", Sort: cases.ByDue}},
		{"chips", cases.Query{From: calendar.New(2014, 1, 1), To: calendar.New(2016, 12, 31), Categories: []string{"公安", "税务"}, Sort: cases.ByCategory}},
		{"concluded", cases.Query{ConcludedFrom: calendar.New(2015, 1, 1), ConcludedTo: calendar.New(2015, 12, 31), Sort: cases.ByConcluded, Desc: true}},
		{"search nothing", cases.Query{Text: "不存在的字样"}},
	}
	for _, warm := range []bool{false, true} {
		for _, q := range queries {
			q.q.Limit = 100
			if _, ok := plain(q.q); !ok && !warm {
				continue
			}
			b.Run(fmt.Sprintf("warm=%v/%s", warm, q.name), func(b *testing.B) {
				for b.Loop() {
					_, err := o.List(context.Background(), q.q)
					must(b, err)
				}
			})
		}
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		must(b, o.Warm(context.Background()))
		runtime.GC()
		runtime.ReadMemStats(&after)
		if !warm {
			b.Logf("catalogue: %d MB", (after.HeapAlloc-before.HeapAlloc)>>20)
		}
	}
}

// BenchmarkWarm reads the catalogue of 100,000 cases and sorts it by every column.
func BenchmarkWarm(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "office")
	o := openOffice(b, dir, true)
	fill(b, o, large)
	for b.Loop() {
		r, err := Open(dir, options(b, false))
		must(b, err)
		must(b, r.Warm(context.Background()))
		must(b, r.Close())
	}
}

// BenchmarkEach loads 100,000 cases with all their acts, and those of one year.
func BenchmarkEach(b *testing.B) {
	o := newOffice(b)
	fill(b, o, large)
	for name, s := range map[string]cases.Span{"all": {}, "year": {From: calendar.New(2019, 1, 1), To: calendar.New(2019, 12, 31)}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				must(b, o.Each(context.Background(), s, func(*cases.Case) error { return nil }))
			}
		})
	}
}

// BenchmarkAfterWrite measures the first page of a search after each recorded case, when the catalogue has to follow.
func BenchmarkAfterWrite(b *testing.B) {
	o := newOffice(b)
	fill(b, o, large)
	must(b, o.Warm(context.Background()))
	n := 0
	for b.Loop() {
		b.StopTimer()
		n++
		_, err := o.Register(context.Background(), application(1_000_000+n, "陈某某", "平江街道办事处", "不服行政处罚决定", today))
		must(b, err)
		b.StartTimer()
		_, err = o.List(context.Background(), cases.Query{Text: "陈某某", Limit: 100})
		must(b, err)
	}
}
