// Command countifs writes what an office without this program would count its year with: the ledger of reconsideration beside form 1 as
// COUNTIFS over it. "countifs write LEDGER.xlsx YEAR FILE.xlsx" takes the ledger that the program wrote; with "empty" for "write" it
// writes the same sheets without the formulas, whose conversion is what opening and saving alone cost. "countifs check FILE.xlsx
// LABEL=N..." compares numbers of the total row of a recalculated file, so that both sides are known to count the same.
package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/forms"
)

const (
	ledgerSheet = "台账"
	formSheet   = "表1"
	rowsOnHead  = 1
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 4 && (args[0] == "write" || args[0] == "empty"):
		year, err := strconv.Atoi(args[2])
		if err != nil {
			return err
		}
		return write(args[1], year, args[3], args[0] == "write")
	case len(args) > 2 && args[0] == "check":
		return check(args[1], args[2:])
	}
	return errors.New("usage: countifs write|empty LEDGER.xlsx YEAR FILE.xlsx | countifs check FILE.xlsx LABEL=N...")
}

// fields are the ledger's columns that are counted by, in the order in which they stand in the sheet.
var fields = []string{"行政管理类别", "收案日期", "受理日期", "结案日期", "处理结果", "申请事项", "被申请人"}

// Letters of these columns.
const (
	category, received, accepted, concluded, result, matter, organ = "A", "B", "C", "D", "E", "F", "G"
)

// counted is a column of the form: its label and the sum of COUNTIFS that gives it, each a list of range and condition.
type counted struct {
	label string
	terms [][2][]string
}

// column is a counted column of one or more terms: each term is a list "letter condition".
func column(label string, terms ...[]string) counted {
	out := counted{label: label}
	for _, t := range terms {
		var ranges, conditions []string
		for _, c := range t {
			letter, condition, _ := strings.Cut(c, " ")
			ranges, conditions = append(ranges, letter), append(conditions, condition)
		}
		out.terms = append(out.terms, [2][]string{ranges, conditions})
	}
	return out
}

// columns are the columns of form 1 as COUNTIFS can say them, for a year.
func columns(year int) []counted {
	from, to := serial(year, time.January, 1), serial(year, time.December, 31)
	in := func(letter string) []string { return []string{letter + " >=" + from, letter + " <=" + to} }
	taken := append(in(received), accepted+" >0")
	closed := append(in(concluded), accepted+" >0")
	before := []string{received + " <" + from, accepted + " >0"}
	out := []counted{
		column("上期结转", append(slices.Clone(before), concluded+" >="+from), append(slices.Clone(before), concluded+" =")),
		column("本期新收", in(received)), column("受理", taken),
	}
	base := func(label, letter string, words ...string) {
		var terms [][]string
		for _, w := range words {
			terms = append(terms, append(slices.Clone(taken), letter+" "+w))
		}
		out = append(out, column(label, terms...))
	}
	base("乡镇政府", organ, "*街道办事处", "*镇人民政府", "*乡人民政府")
	base("县级政府的部门", organ, "*局", "*委员会", "*分局")
	base("县级政府", organ, "*区人民政府", "*县人民政府")
	base("市(地)级政府的部门", organ, "*市*局")
	base("市(地)级政府", organ, "*市人民政府")
	base("省级政府的部门", organ, "*省*厅")
	base("省级政府", organ, "*省人民政府")
	base("国务院部门", organ, "国家*")
	base("其他被申请人", organ, "*、*")
	for _, host := range []string{"县级部门", "县级", "市级部门", "市级", "省级部门", "省级", "国务院部门", "国务院"} {
		base("复议机关 "+host, organ, "*")
	}
	for _, w := range []string{"行政处罚", "行政强制", "行政征收", "行政许可", "行政确权", "行政确认", "信息公开", "举报投诉处理", "行政不作为", "其他"} {
		base(w, matter, w)
	}
	ended := func(label string, words ...string) {
		var terms [][]string
		for _, w := range words {
			terms = append(terms, append(slices.Clone(closed), result+" "+w))
		}
		out = append(out, column(label, terms...))
	}
	out = append(out, column("已审结", closed))
	ended("驳回", "驳回*")
	ended("维持", "维持")
	ended("确认违法", "确认违法*", "确认无效*")
	ended("撤销", "撤销*", "部分撤销*")
	ended("变更", "变更*")
	ended("责令履行", "责令履行*")
	ended("调解和解", "调解", "终止（和解）")
	ended("终止其他", "终止（撤回）", "终止（改变后撤回）", "终止")
	ended("其他结果", "已决定*")
	open := []string{received + " <=" + to, accepted + " >0"}
	return append(out, column("未审结", append(slices.Clone(open), concluded+" ="), append(slices.Clone(open), concluded+" >"+to)))
}

// serial is a day as spreadsheets count days.
func serial(year int, month time.Month, day int) string {
	return strconv.Itoa(int(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24))
}

// formula is the sum of the terms, over n cases, of one category; "" is every category.
func (c counted) formula(n int, row string) string {
	var sum []string
	for _, t := range c.terms {
		var args []string
		if row != "" {
			args = append(args, span(category, n), `"`+row+`"`)
		}
		for i, letter := range t[0] {
			args = append(args, span(letter, n), `"`+t[1][i]+`"`)
		}
		sum = append(sum, "COUNTIFS("+strings.Join(args, ",")+")")
	}
	return strings.Join(sum, "+")
}

func span(letter string, n int) string {
	return fmt.Sprintf("%s!$%s$2:$%s$%d", ledgerSheet, letter, letter, n+rowsOnHead)
}

func write(ledger string, year int, path string, formulas bool) error {
	rows, err := read(ledger)
	if err != nil {
		return err
	}
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", ledgerSheet); err != nil {
		return err
	}
	if err := fill(f, ledgerSheet, rows); err != nil {
		return err
	}
	if _, err := f.NewSheet(formSheet); err != nil {
		return err
	}
	table := [][]any{{""}}
	list := columns(year)
	for _, c := range list {
		table[0] = append(table[0], c.label)
	}
	for _, label := range append(slices.Clone(forms.For(cases.Reconsideration, year).Rows), forms.TotalRow) {
		name := label
		if label == forms.TotalRow {
			name = ""
		}
		row := []any{label}
		for _, c := range list {
			if formulas {
				row = append(row, excelize.Cell{Formula: c.formula(len(rows)-rowsOnHead, name)})
			} else {
				row = append(row, 0)
			}
		}
		table = append(table, row)
	}
	if err := fill(f, formSheet, table); err != nil {
		return err
	}
	return f.SaveAs(path)
}

func fill(f *excelize.File, sheet string, rows [][]any) error {
	w, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	for i, row := range rows {
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
			return err
		}
	}
	return w.Flush()
}

// read takes the columns that are counted by from the ledger of reconsideration; days become numbers.
func read(path string) ([][]any, error) {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil {
		return nil, err
	}
	head := slices.IndexFunc(rows, func(r []string) bool { return slices.Contains(r, fields[0]) })
	if head < 0 {
		return nil, fmt.Errorf("%s has no column %s", path, fields[0])
	}
	out := [][]any{{}}
	var at []int
	for _, name := range fields {
		i := slices.Index(rows[head], name)
		if i < 0 {
			return nil, fmt.Errorf("%s has no column %s", path, name)
		}
		at, out[0] = append(at, i), append(out[0], name)
	}
	for _, r := range rows[head+1:] {
		row := make([]any, len(at))
		for i, j := range at {
			if j >= len(r) || r[j] == "" {
				continue
			}
			row[i] = r[j]
			// Accepted by lapse of time: a sheet that is counted needs a day where the ledger has words.
			if fields[i] == "受理日期" {
				row[i] = row[1]
			}
			if n, err := strconv.ParseFloat(r[j], 64); err == nil {
				row[i] = n
			}
		}
		out = append(out, row)
	}
	return out, nil
}

func check(path string, wanted []string) error {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := f.GetRows(formSheet)
	if err != nil {
		return err
	}
	total := rows[len(rows)-1]
	for _, w := range wanted {
		label, n, _ := strings.Cut(w, "=")
		j := slices.Index(rows[0], label)
		if j < 0 || j >= len(total) {
			return fmt.Errorf("%s has no column %s", path, label)
		}
		if total[j] != n {
			return fmt.Errorf("%s is %s in the spreadsheet and %s in the program", label, total[j], n)
		}
	}
	return nil
}
