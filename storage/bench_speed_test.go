package storage

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// laps reports the 95th percentile of single runs, because a clerk notices the slow ones and a mean hides them.
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

// papersOf gives n cases an attachment with a page or two of text.
func papersOf(b *testing.B, o *Office, n int) {
	b.Helper()
	p, err := o.List(context.Background(), cases.Query{Limit: n, Sort: cases.ByReceived})
	must(b, err)
	sentence := "本机关经审查认为，被申请人作出的行政处罚决定认定事实清楚，证据确凿，适用依据正确，程序合法，内容适当。"
	for i, r := range p.Rows {
		body := fmt.Sprintf("%s询问笔录第%d号%s陈某某陈述", strings.Repeat(sentence, 40), i, strings.Repeat(sentence, i%20))
		added, err := o.AddPaper(context.Background(), cases.Paper{Case: r.ID, File: "笔录.pdf", Media: "application/pdf", Volume: cases.MainVolume, Slot: 1}, strings.NewReader(body), -1, nil)
		must(b, err)
		must(b, o.SetPaperText(context.Background(), added.ID, body, 2))
	}
}

// BenchmarkFind is what is typed into the search box of an office of 100,000 cases, 2,000 attachments with text.
func BenchmarkFind(b *testing.B) {
	o := newOffice(b)
	fill(b, o, large)
	papersOf(b, o, 2000)
	must(b, o.Warm(context.Background()))
	for _, text := range []string{"85", "1234号", "陈", "陈某", "czq", "公安 处罚", "上月", "0312 陈", "询问笔录", "事实清楚", "第17号", "138", "不存在的字样", "苏州 处罚 2018"} {
		b.Run(strings.ReplaceAll(text, " ", "+"), func(b *testing.B) {
			var l laps
			for b.Loop() {
				l.time(func() {
					_, err := o.Find(context.Background(), cases.FindQuery{Text: text, Today: today})
					must(b, err)
				})
			}
			l.report(b)
		})
	}
}

// BenchmarkTurn is lists, their feet and the strip of similar cases, with words, filters, orders and places drawn at random.
func BenchmarkTurn(b *testing.B) {
	o := newOffice(b)
	fill(b, o, large)
	must(b, o.Warm(context.Background()))
	r := rand.New(rand.NewPCG(4, 4))
	for name, f := range map[string]func() error{
		"page": func() error {
			_, err := o.List(context.Background(), someQuery(r))
			return err
		},
		"foot": func() error {
			_, err := o.Totals(context.Background(), someQuery(r))
			return err
		},
		"similar": func() error {
			_, err := o.Similar(context.Background(), cases.Likeness{
				Applicants: []string{pick(r, []string{"陈某某", "周某某", "苏州某某商贸有限公司"})}, Phones: []string{"13800000000"},
				ActNumber: fmt.Sprintf("姑公罚〔2018〕%d号", r.IntN(500)), Subject: "不服行政处罚决定",
			}, 5)
			return err
		},
	} {
		b.Run(name, func(b *testing.B) {
			var l laps
			for b.Loop() {
				l.time(func() { must(b, f()) })
			}
			l.report(b)
		})
	}
}

// someQuery draws a list as a clerk may ask for it.
func someQuery(r *rand.Rand) cases.Query {
	q := cases.Query{Limit: 100, Offset: r.IntN(3) * 100, Today: today, Desc: r.IntN(2) == 0}
	q.Sort = cases.SortKey(pick(r, []string{"", string(cases.ByNumber), string(cases.ByDue), string(cases.ByApplicants), string(cases.ByCategory), string(cases.ByResult)}))
	q.Kind = cases.Kind(pick(r, []string{"", string(cases.Reconsideration), string(cases.Litigation)}))
	q.Text = pick(r, []string{"", "", "陈", "czq", "85", "公安 处罚", "街道"})
	q.Status = cases.Status(pick(r, []string{"", string(cases.Open), string(cases.Overdue), string(cases.Done)}))
	if r.IntN(3) == 0 {
		q.From, q.To = calendar.New(2012+r.IntN(6), 1, 1), calendar.New(2018+r.IntN(4), 12, 31)
	}
	if r.IntN(4) == 0 {
		q.Respondents = []string{"平江街道办事处"}
	}
	return q
}

// hundredMegabytes is a file as a scanner leaves it.
func hundredMegabytes(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "扫描件.pdf")
	f, err := os.Create(path)
	must(b, err)
	var seed [32]byte
	_, err = io.CopyN(f, rand.NewChaCha8(seed), 100<<20)
	must(b, err)
	must(b, f.Close())
	return path
}

// BenchmarkAttach stores a file of 100 MB, reporting its progress.
func BenchmarkAttach(b *testing.B) {
	o := newOffice(b)
	fill(b, o, 10)
	path := hundredMegabytes(b)
	p, err := o.List(context.Background(), cases.Query{Limit: 1})
	must(b, err)
	b.SetBytes(100 << 20)
	for b.Loop() {
		f, err := os.Open(path)
		must(b, err)
		told := 0
		added, err := o.AddPaper(context.Background(), cases.Paper{Case: p.Rows[0].ID, File: "扫描件.pdf", Volume: cases.MainVolume, Slot: 1}, f, 100<<20, func(_, _ int64) { told++ })
		must(b, err)
		must(b, f.Close())
		b.ReportMetric(float64(told), "reports")
		b.StopTimer()
		forget(b, o, added)
		b.StartTimer()
	}
}

// forget removes a content, so that the next round has to store it again.
func forget(b *testing.B, o *Office, p cases.Paper) {
	b.Helper()
	path, err := o.PaperFile(context.Background(), p.ID)
	must(b, err)
	must(b, os.Chmod(path, 0o600))
	must(b, os.Remove(path))
}

// BenchmarkBareAttach is the least such a copy needs: read, hash, write, and be on the disk.
func BenchmarkBareAttach(b *testing.B) {
	path := hundredMegabytes(b)
	b.SetBytes(100 << 20)
	for b.Loop() {
		in, err := os.Open(path)
		must(b, err)
		out, err := os.Create(path + ".copy")
		must(b, err)
		_, err = io.Copy(io.MultiWriter(out, sha256.New()), in)
		must(b, err)
		must(b, out.Sync())
		must(b, out.Close())
		must(b, in.Close())
		b.StopTimer()
		must(b, os.Remove(out.Name()))
		b.StartTimer()
	}
}
