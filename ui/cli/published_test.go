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
//	# 2023 案号前缀
//	行政管理类别 被申请人 申请事项: 维持 146, 调解 40, 未结 26
//
// A result that begins with 结转 belongs to a case that is concluded in the following year.

// described is one case of such a ledger.
type described struct {
	received, accepted, concluded    calendar.Date
	result, category, organ, subject string
}

// stretch says when the cases of a result were received and how long they took.
type stretch struct {
	fromMonth, toMonth time.Month
	fromDay, toDay     int
	// days is how long the case took, 0 for an open one; accepted is false where it never was.
	days     int
	accepted bool
}

// stretchOf keeps every case within its year: nothing is received so late that it could not be concluded in time, and what is
// carried over is concluded after the turn of the year.
func stretchOf(result string) stretch {
	switch {
	case result == "未结":
		return stretch{time.November, time.December, 13, 22, 0, true}
	case strings.HasPrefix(result, "结转"):
		return stretch{time.November, time.December, 20, 20, 48, true}
	case result == "不予受理", strings.HasPrefix(result, "受理前"):
		return stretch{time.January, time.December, 5, 15, 3, false}
	}
	return stretch{time.January, time.October, 5, 25, 55, true}
}

// spread gives n cases of a result their days, evenly over its stretch and never received on a weekend.
func (s stretch) spread(year, n int) []described {
	from, to := calendar.New(year, s.fromMonth, s.fromDay), calendar.New(year, s.toMonth, s.toDay)
	var out []described
	for i := range n {
		d := described{received: from.AddDays((to.Sub(from) * i) / n)}
		for d.received.Weekday() == time.Saturday || d.received.Weekday() == time.Sunday {
			d.received = d.received.AddDays(1)
		}
		if s.accepted {
			d.accepted = d.received.AddDays(3)
		}
		if s.days > 0 {
			d.concluded = d.received.AddDays(s.days)
		}
		out = append(out, d)
	}
	return out
}

// ledger FILE.xlsx DESCRIPTION writes the ledger that a description of groups stands for, a sheet for each year.
func ledger(ts *testscript.TestScript, _ bool, args []string) {
	book := excelize.NewFile()
	var prefix string
	year := 0
	var list []described
	flush := func() {
		if year != 0 {
			ts.Check(ledgerSheet(book, prefix, year, list))
		}
		list = nil
	}
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "# "); ok {
			flush()
			_, err := fmt.Sscan(rest, &year, &prefix)
			ts.Check(err)
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
			for _, d := range stretchOf(result).spread(year, count) {
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

// ledgerSheet writes the cases of a year in order of receipt, as a clerk would have.
func ledgerSheet(book *excelize.File, prefix string, year int, list []described) error {
	slices.SortStableFunc(list, func(a, b described) int { return cmp.Compare(a.received, b.received) })
	name := fmt.Sprintf("%d年行政复议", year)
	if _, err := book.NewSheet(name); err != nil {
		return err
	}
	rows := [][]any{{name + "案件台账"}, {"案号", "收案日期", "申请人", "被申请人", "案由", "行政管理类别", "申请事项", "受理日期", "结案日期", "处理结果", "承办人"}}
	for i, d := range list {
		rows = append(rows, []any{fmt.Sprintf("〔%d〕%s第%d号", year, prefix, i+1), d.received.String(), "陈某某", d.organ, "不服" + d.subject, d.category,
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
// that no check of the form failed.
func formcells(ts *testscript.TestScript, _ bool, args []string) {
	var form struct {
		Form string
		Rows []struct {
			Label  string
			Values []int64
		}
		Checks []struct {
			ID, Says, Severity string
			OK                 bool
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &form))
	columns := columnsOf(form.Form)
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		want := strings.Fields(line)
		if len(want) != 3 {
			continue
		}
		i := slices.IndexFunc(form.Rows, func(r struct {
			Label  string
			Values []int64
		}) bool {
			return r.Label == want[0]
		})
		j := slices.Index(columns, want[1])
		if i < 0 || j < 0 {
			ts.Fatalf("the form has no cell %s/%s", want[0], want[1])
		}
		if got := strconv.FormatInt(form.Rows[i].Values[j], 10); got != want[2] {
			ts.Fatalf("%s/%s is %s, want %s", want[0], want[1], got, want[2])
		}
	}
	for _, c := range form.Checks {
		// A warning may be right: cases that came in December and were accepted in January lie between two years (E10).
		if !c.OK && c.Severity == string(forms.Wrong) {
			ts.Fatalf("check %s fails: %s", c.ID, c.Says)
		}
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
