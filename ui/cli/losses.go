package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"fuyi/cases/analysis"
	"fuyi/cases/forms"
	"fuyi/cases/litigation"

	"github.com/spf13/cobra"
)

func (a *app) lossesCommand() *cobra.Command {
	var s suitScope
	cmd := &cobra.Command{
		Use:   "losses --year 年度 [--quarter 季度] [--own] [--organ 机关] [--json]",
		Short: "败诉案件清单和各种口径的败诉率，每个数字都列出案件",
		Long: "列出统计期内裁判的败诉案件：审级、裁判结果、败诉原因、是否经复议、是否上诉、整改情况；败诉按每一被告各自的裁判结果认定。\n" +
			"败诉率把几种口径并列，各写明分子和分母；哪些裁判结果计为败诉，在设置的掌握口径中选定。",
		Args: operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			scope, err := s.read(cmd, a.Today)
			if err != nil {
				return err
			}
			return a.withSuits(cmd.Context(), &scope, func(o Office, r *litigation.Register) error { return a.losses(cmd.Context(), o, r, scope) })
		},
	}
	s.flags(cmd)
	a.jsonFlag(cmd)
	return cmd
}

// lossesJSON is the list of lost suits with the rates.
type lossesJSON struct {
	Lost  []lossJSON     `json:"lost"`
	Rates []rateLineJSON `json:"rates"`
	Total rateLineJSON   `json:"total"`
}

// lossJSON is one lost suit.
type lossJSON struct {
	// Number is the office's, CourtNumber the court's.
	Number      string `json:"number"`
	CourtNumber string `json:"court_number"`
	Plaintiffs  string `json:"plaintiffs"`
	Defendants  string `json:"defendants"`
	LostBy      string `json:"lost_by"`
	Subject     string `json:"subject"`
	Court       string `json:"court"`
	Instance    string `json:"instance"`
	Concluded   string `json:"concluded"`
	Result      string `json:"result"`
	// Causes are the 败诉原因, joined by 、.
	Causes       string `json:"causes"`
	Reviewed     bool   `json:"reviewed"`
	ReviewResult string `json:"review_result"`
	Appealed     bool   `json:"appealed"`
	// Rectified is what was done after the judgment (整改、追责情况).
	Rectified string `json:"rectified"`
}

func newLossJSON(r *litigation.Register, l *analysis.List, row *analysis.ListRow) lossJSON {
	is := func(key string) string { return l.Cell(row, key).Show() }
	out := lossJSON{Plaintiffs: is("plaintiffs"), Defendants: is("defendants"), LostBy: is("lost_by"), Subject: is("subject"), Court: is("court"),
		Instance: is("instance"), Concluded: is("concluded"), Result: is("result"), Causes: is("causes"), Reviewed: is("reviewed") == "是",
		ReviewResult: is("review_result"), Appealed: is("appealed") == "是", Rectified: is("rectified")}
	if x := r.Suit(row.ID); x != nil {
		out.Number, out.CourtNumber = x.Number, x.CourtNumber
	}
	return out
}

func (a *app) losses(ctx context.Context, o Office, r *litigation.Register, s litigation.Scope) error {
	l, err := analysis.NewList(ctx, o, "losses", forms.Period{From: s.From, To: s.To, AsOf: s.AsOf}, nil)
	if err != nil {
		return err
	}
	lost := r.Lost(s)
	rows := slices.DeleteFunc(slices.Clone(l.Rows), func(row analysis.ListRow) bool { return !slices.Contains(lost, row.ID) })
	sheet := r.Losses(s)
	line := func(x litigation.LossLine) rateLineJSON {
		out := rateLineJSON{Label: x.Label}
		for i, rate := range x.Rates {
			out.Rates = append(out.Rates, newRateJSON(r, string(sheet.Formulas[i].ID), sheet.Formulas[i].Label, rate))
		}
		return out
	}
	doc := lossesJSON{Lost: []lossJSON{}, Rates: []rateLineJSON{}, Total: line(sheet.Total)}
	for i := range rows {
		doc.Lost = append(doc.Lost, newLossJSON(r, l, &rows[i]))
	}
	for _, x := range sheet.Lines {
		doc.Rates = append(doc.Rates, line(x))
	}
	if a.json {
		return writeJSON(a.out, doc)
	}
	lossesText(a.out, l, rows)
	sheetText(a.out, &sheetJSON{Lines: doc.Rates, Total: doc.Total}, "单位")
	for _, f := range sheet.Formulas {
		fmt.Fprintf(a.out, "%s＝%s。\n", f.Label, f.Says)
	}
	return nil
}

func lossesText(w io.Writer, l *analysis.List, rows []analysis.ListRow) {
	if len(rows) == 0 {
		fmt.Fprintf(w, "%s没有败诉案件。\n\n", litigation.PeriodTitle(l.Period.From, l.Period.To))
		return
	}
	t := table{max: map[int]int{2: 14, 3: 26, 4: 22, 5: 24, 6: 20, 9: 24}}
	for _, c := range l.Columns {
		t.head = append(t.head, c.Label)
	}
	for _, row := range rows {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, cmp.Or(c.Show(), "－"))
		}
		t.add(cells...)
	}
	t.write(w)
	fmt.Fprintln(w)
}
