package cli_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"fuyi/cases/calendar"
	"fuyi/cases/forms"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// A published report gives figures, not cases. Its ledger is described by groups of like cases, one group a line:
//
//	# 案号前缀 2023-01-01 2023-12-31
//	行政管理类别 被申请人 申请事项: 维持 146, 调解 40, 未结 26
//
// The days are those of the period in which the cases were received. A result that begins with 结转 belongs to a case that is
// concluded in the next period.

// described is one case of such a ledger.
type described struct {
	received, accepted, concluded    calendar.Date
	result, category, organ, subject string
}

// period is when the cases of a ledger were received, both days inclusive.
type period struct {
	prefix   string
	from, to calendar.Date
}

// spread gives n cases of a result their days: evenly over a part of the period, never received on a weekend, and so that nothing is
// received too late to be concluded within it, except what is carried over.
func (p period) spread(result string, n int) []described {
	from, to, took, accepted := p.from.AddDays(4), p.to.AddDays(-67), 55, true
	switch {
	case result == "未结":
		from, to, took = p.to.AddDays(-48), p.to.AddDays(-9), 0
	case strings.HasPrefix(result, "结转"):
		from, to, took = p.to.AddDays(-41), p.to.AddDays(-11), 48
	case result == "不予受理", strings.HasPrefix(result, "受理前"):
		to, took, accepted = p.to.AddDays(-16), 3, false
	}
	var out []described
	for i := range n {
		d := described{received: from.AddDays((to.Sub(from) * i) / n)}
		for d.received.Weekday() == time.Saturday || d.received.Weekday() == time.Sunday {
			d.received = d.received.AddDays(1)
		}
		if accepted {
			d.accepted = d.received.AddDays(3)
		}
		if took > 0 {
			d.concluded = d.received.AddDays(took)
		}
		out = append(out, d)
	}
	return out
}

// ledger FILE.xlsx DESCRIPTION writes the ledger that a description of groups stands for, a sheet for each period.
func ledger(ts *testscript.TestScript, _ bool, args []string) {
	book := excelize.NewFile()
	var p period
	var list []described
	flush := func() {
		if p.prefix != "" {
			ts.Check(ledgerSheet(book, p, list))
		}
		list = nil
	}
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "# "); ok {
			flush()
			p = readPeriod(ts, rest)
			continue
		}
		head, results, ok := strings.Cut(line, ": ")
		if !ok {
			continue
		}
		group := strings.Fields(head)
		for part := range strings.SplitSeq(results, ", ") {
			result, n, _ := strings.Cut(part, " ")
			count, err := strconv.Atoi(n)
			ts.Check(err)
			for _, d := range p.spread(result, count) {
				d.category, d.organ, d.subject = group[0], group[1], group[2]
				if d.result = strings.TrimPrefix(result, "结转"); result == "未结" {
					d.result = ""
				}
				list = append(list, d)
			}
		}
	}
	flush()
	ts.Check(book.DeleteSheet("Sheet1"))
	ts.Check(book.SaveAs(ts.MkAbs(args[0])))
}

func readPeriod(ts *testscript.TestScript, text string) period {
	f := strings.Fields(text)
	from, err := calendar.ParseISO(f[1])
	ts.Check(err)
	to, err := calendar.ParseISO(f[2])
	ts.Check(err)
	return period{f[0], from, to}
}

// ledgerSheet writes the cases of a period in order of receipt, as a clerk would have.
func ledgerSheet(book *excelize.File, p period, list []described) error {
	slices.SortStableFunc(list, func(a, b described) int { return cmp.Compare(a.received, b.received) })
	name := fmt.Sprintf("%d年行政复议", p.to.Year())
	if _, err := book.NewSheet(name); err != nil {
		return err
	}
	rows := [][]any{{name + "案件台账"}, {"案号", "收案日期", "申请人", "被申请人", "案由", "行政管理类别", "申请事项", "受理日期", "结案日期", "处理结果", "承办人"}}
	for i, d := range list {
		rows = append(rows, []any{fmt.Sprintf("〔%d〕%s第%d号", p.to.Year(), p.prefix, i+1), d.received.String(), "陈某某", d.organ, "不服" + d.subject, d.category,
			d.subject, d.accepted.String(), d.concluded.String(), d.result, "李某"})
	}
	for n, row := range rows {
		if err := book.SetSheetRow(name, fmt.Sprintf("A%d", n+1), &row); err != nil {
			return err
		}
	}
	return nil
}

// formcells FILE compares numbers of the official form on standard output with lines of a row, a column's ID and a number, and sees
// that no check of the form failed that must hold.
func formcells(ts *testscript.TestScript, neg bool, args []string) {
	type row struct {
		Label  string
		Values []int64
	}
	var form struct {
		Form   string
		Rows   []row
		Checks []struct {
			ID, Says, Severity string
			OK                 bool
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &form))
	columns := columnsOf(form.Form)
	var wrong []string
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		want := strings.Fields(line)
		if len(want) != 3 {
			continue
		}
		i, j := slices.IndexFunc(form.Rows, func(r row) bool { return r.Label == want[0] }), slices.Index(columns, want[1])
		if i < 0 || j < 0 {
			ts.Fatalf("the form has no cell %s/%s", want[0], want[1])
		}
		if got := strconv.FormatInt(form.Rows[i].Values[j], 10); got != want[2] {
			wrong = append(wrong, fmt.Sprintf("%s/%s is %s, want %s", want[0], want[1], got, want[2]))
		}
	}
	for _, c := range form.Checks {
		// A warning may be right: cases that came in December and were accepted in January lie between two years (E10).
		if !c.OK && c.Severity == string(forms.Wrong) {
			wrong = append(wrong, "check "+c.ID+" fails: "+c.Says)
		}
	}
	if (len(wrong) > 0) != neg {
		ts.Fatalf("cells differ (negated: %v): %s", neg, strings.Join(wrong, "; "))
	}
}

// columnsOf are the IDs of a form's columns.
func columnsOf(id string) []string {
	var out []string
	for _, c := range forms.ByID(id).Columns {
		out = append(out, c.ID)
	}
	return out
}

// shown FILE compares what indicators and tables on standard output show with lines of "indicator reading text" or
// "table row column text".
func shown(ts *testscript.TestScript, _ bool, args []string) {
	type cell struct{ Shown string }
	var doc struct {
		Indicators []struct {
			ID, Reading string
			Now, Change cell
		}
		Tables []struct {
			ID      string
			Columns []string
			Rows    []struct {
				Label string
				Cells []cell
			}
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &doc))
	got := map[string]string{}
	for _, i := range doc.Indicators {
		got[i.ID+" now"], got[i.ID+" change"] = i.Now.Shown, i.Change.Shown
	}
	for _, t := range doc.Tables {
		for _, r := range t.Rows {
			for j, c := range r.Cells {
				got[t.ID+" "+r.Label+" "+t.Columns[j]] = c.Shown
			}
		}
	}
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		f := strings.Fields(line)
		if len(f) < 3 {
			continue
		}
		name, want := strings.Join(f[:len(f)-1], " "), f[len(f)-1]
		if text, ok := got[name]; !ok || text != want {
			ts.Fatalf("%s shows %q, want %s", name, text, want)
		}
	}
}
