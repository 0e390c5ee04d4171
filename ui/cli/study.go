package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"

	"github.com/spf13/cobra"
)

// allTables asks for every table of the analysis and the indicators, allLists for every ledger.
const (
	allTables = "tables"
	allLists  = "lists"
)

// studyIDs are the tables, lists and indicators that a name of --form means; nil if it means none of them.
func studyIDs(id string, p forms.Period) []string {
	tables, lists := infoIDs(analysis.Tables(p)), infoIDs(analysis.Lists())
	switch {
	case id == allTables:
		return append([]string{analysis.IndicatorsID}, tables...)
	case id == allLists:
		return lists
	case id == analysis.IndicatorsID, slices.Contains(tables, id), slices.Contains(lists, id):
		return []string{id}
	}
	return nil
}

// studyInfos are what --form knows beside the official forms.
func studyInfos(today calendar.Date) []analysis.Info {
	out := []analysis.Info{{ID: analysis.IndicatorsID, Title: "统计指标", Group: "指标"}}
	return append(append(out, analysis.Tables(forms.Period{To: today})...), analysis.Lists()...)
}

func infoIDs(list []analysis.Info) []string {
	var out []string
	for _, i := range list {
		out = append(out, i.ID)
	}
	return out
}

// readingFlag is the flag of the readings of rates: 指标=口径, several joined by commas.
func readingFlag(cmd *cobra.Command, readings *map[string]string) {
	cmd.Flags().StringToStringVar(readings, "reading", nil, "指标的口径，写成 指标=口径，例如 loss_rate=concluded；几个用逗号隔开")
}

// studyJSON are tables, indicators and lists as counted.
type studyJSON struct {
	From       calendar.Date        `json:"from"`
	To         calendar.Date        `json:"to"`
	AsOf       calendar.Date        `json:"as_of"`
	Indicators []studyIndicatorJSON `json:"indicators,omitempty"`
	Tables     []studyTableJSON     `json:"tables,omitempty"`
	Lists      []studyListJSON      `json:"lists,omitempty"`
}

// studyCellJSON is one number: what is shown, and the whole numbers behind it; Of is the denominator of a share.
type studyCellJSON struct {
	Shown string `json:"shown"`
	Value int64  `json:"value"`
	Of    *int64 `json:"of,omitempty"`
}

type studyIndicatorJSON struct {
	ID       string        `json:"id"`
	Label    string        `json:"label"`
	Group    string        `json:"group"`
	Reading  string        `json:"reading,omitempty"`
	Readings []string      `json:"readings,omitempty"`
	Now      studyCellJSON `json:"now"`
	Before   studyCellJSON `json:"before"`
	Change   studyCellJSON `json:"change"`
	Formula  string        `json:"formula"`
}

type studyTableJSON struct {
	ID      string          `json:"id"`
	Title   string          `json:"title"`
	Columns []string        `json:"columns"`
	Rows    []studyRowJSON  `json:"rows"`
	Notes   []string        `json:"notes"`
	Checks  []formCheckJSON `json:"checks"`
}

type studyRowJSON struct {
	Label string          `json:"label"`
	Cells []studyCellJSON `json:"cells"`
}

type studyListJSON struct {
	ID      string     `json:"id"`
	Title   string     `json:"title"`
	Columns []string   `json:"columns"`
	Rows    [][]string `json:"rows"`
}

func newStudyCell(c analysis.Cell, decimals int) studyCellJSON {
	out := studyCellJSON{Shown: c.Show(decimals), Value: c.N}
	if c.Kind == analysis.Percent || c.Kind == analysis.Points || c.Kind == analysis.Average {
		out.Of = &c.Of
	}
	return out
}

func newStudyTable(t *analysis.Table, decimals int) studyTableJSON {
	out := studyTableJSON{ID: t.ID, Title: t.Title, Notes: append([]string{}, t.Notes...), Checks: []formCheckJSON{}}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, c.Head())
	}
	for _, r := range t.Rows {
		row := studyRowJSON{Label: r.Label}
		for _, c := range r.Cells {
			row.Cells = append(row.Cells, newStudyCell(c, decimals))
		}
		out.Rows = append(out.Rows, row)
	}
	for _, c := range t.Checks() {
		out.Checks = append(out.Checks, formCheckJSON{c.ID, c.Rule, c.OK, string(c.Severity), c.Says, append([]cases.ID{}, c.Cases...)})
	}
	return out
}

func newStudyIndicator(i analysis.Indicator, decimals int) studyIndicatorJSON {
	out := studyIndicatorJSON{ID: i.ID, Label: i.Label, Group: i.Group, Formula: i.Formula,
		Now: newStudyCell(i.Now, decimals), Before: newStudyCell(i.Before, decimals), Change: newStudyCell(i.Change, decimals)}
	for k, c := range i.Choices {
		out.Readings = append(out.Readings, c.ID)
		if k == i.Chosen {
			out.Reading = c.ID
		}
	}
	return out
}

func newStudyList(l *analysis.List) studyListJSON {
	out := studyListJSON{ID: l.ID, Title: l.Title, Rows: [][]string{}}
	for _, c := range l.Columns {
		out.Columns = append(out.Columns, c.Label)
	}
	for _, r := range l.Rows {
		var row []string
		for _, c := range r.Cells {
			row = append(row, c.Show())
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// studyOptions are what the flags of statistics say of tables.
type studyOptions struct {
	ids      []string
	period   forms.Period
	rules    forms.Rules
	readings map[string]string
	decimals int
	out      string
}

// study counts tables, indicators and lists, and writes them.
func (a *app) study(cmd *cobra.Command, opt studyOptions) error {
	if err := analysis.Choices(opt.readings).Check(); err != nil {
		return misuse(cmd, "%s。", err)
	}
	return a.with(cmd.Context(), false, func(o Office) error {
		opt.readings = analysis.KeptChoices(cmd.Context(), o).With(opt.readings)
		doc, err := countStudy(cmd.Context(), o, opt)
		if err != nil {
			return err
		}
		if opt.out != "" {
			f := cases.FormOptions{Forms: opt.ids, From: opt.period.From, To: opt.period.To, AsOf: opt.period.AsOf, Rules: map[string]string{}, Readings: opt.readings, Decimals: opt.decimals}
			for id, code := range opt.rules {
				f.Rules[string(id)] = code
			}
			if err := a.Files(o).FormBook(cmd.Context(), opt.out, f, nil); err != nil {
				return err
			}
		}
		if a.json {
			return writeJSON(a.out, doc)
		}
		studyText(a.out, doc)
		if opt.out != "" {
			fmt.Fprintf(a.out, "\n已导出报表：%s\n", opt.out)
		}
		return nil
	})
}

func countStudy(ctx context.Context, o Office, opt studyOptions) (*studyJSON, error) {
	b, err := analysis.Load(ctx, o, opt.period, opt.rules)
	if err != nil {
		return nil, err
	}
	doc := &studyJSON{From: b.Period.From, To: b.Period.To, AsOf: b.Period.AsOf}
	for _, id := range opt.ids {
		if id == analysis.IndicatorsID {
			for _, i := range b.Indicators(opt.readings) {
				doc.Indicators = append(doc.Indicators, newStudyIndicator(i, opt.decimals))
			}
			continue
		}
		if t := b.Table(id); t != nil {
			doc.Tables = append(doc.Tables, newStudyTable(t, opt.decimals))
			continue
		}
		l, err := analysis.NewList(ctx, o, id, opt.period, opt.rules)
		if err != nil {
			return nil, err
		}
		doc.Lists = append(doc.Lists, newStudyList(l))
	}
	return doc, nil
}

func studyText(w io.Writer, d *studyJSON) {
	fmt.Fprintf(w, "%s至%s，截至%s\n", d.From, d.To, d.AsOf)
	if d.Indicators != nil {
		t := table{head: []string{"指标", "本期", "上年同期", "同比", "口径"}, right: map[int]bool{1: true, 2: true, 3: true}}
		for _, i := range d.Indicators {
			t.add(i.Label, i.Now.Shown, i.Before.Shown, i.Change.Shown, i.Formula)
		}
		fmt.Fprintln(w)
		t.write(w)
	}
	for _, x := range d.Tables {
		fmt.Fprintf(w, "\n%s（%s）\n", x.Title, x.ID)
		t := table{head: append([]string{"类别"}, x.Columns...), right: map[int]bool{}}
		for j := range x.Columns {
			t.right[j+1] = true
		}
		for _, r := range x.Rows {
			cells := []string{r.Label}
			for _, c := range r.Cells {
				cells = append(cells, c.Shown)
			}
			t.add(cells...)
		}
		t.write(w)
		for _, n := range x.Notes {
			fmt.Fprintln(w, n)
		}
		for _, c := range x.Checks {
			if !c.OK {
				fmt.Fprintf(w, "勾稽不符（%s）：%s\n", c.Rule, c.Says)
			}
		}
	}
	for _, l := range d.Lists {
		fmt.Fprintf(w, "\n%s（%s），%d件\n%s\n", l.Title, l.ID, len(l.Rows), strings.Join(l.Columns, "\t"))
		for _, r := range l.Rows {
			fmt.Fprintln(w, strings.ReplaceAll(strings.Join(r, "\t"), "\n", " "))
		}
	}
}

// traceTable lists the cases behind a number of a table of the analysis; false if the ID is none.
func (a *app) traceTable(cmd *cobra.Command, id, row, column string, p forms.Period, rules forms.Rules) (bool, error) {
	if !slices.Contains(infoIDs(analysis.Tables(p)), id) {
		return false, nil
	}
	return true, a.with(cmd.Context(), false, func(o Office) error {
		b, err := analysis.Load(cmd.Context(), o, p, rules)
		if err != nil {
			return err
		}
		t := b.Table(id)
		i, j, ok := t.Find(row, column)
		if !ok {
			return misuse(cmd, "《%s》里没有“%s”行或者“%s”栏；fuyi statistics --form %s 列出全部行和栏。", t.Title, row, column, id)
		}
		c := t.Rows[i].Cells[j]
		out := traceJSON{Form: t.ID, Row: t.Rows[i].Label, Column: t.Columns[j].Head(), Head: t.Columns[j].Head(), Value: c.N, Unit: t.Columns[j].Unit, Why: c.Why}
		if c.Kind == analysis.Percent || c.Kind == analysis.Average || c.Kind == analysis.Points {
			out.Of, out.Shown = c.Of, c.Show(1)
		}
		return a.tell(cmd.Context(), o, t.Title, out, c.Cases, c.Amounts)
	})
}
