package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"fuyi/cases/litigation"

	"github.com/spf13/cobra"
)

func (a *app) appearancesCommand() *cobra.Command {
	var s suitScope
	var formula, by string
	cmd := &cobra.Command{
		Use:   "appearances --year 年度 [--quarter 季度]|--from 日期 --to 日期 [--formula R1至R5] [--by organ|quarter|year] [--own] [--organ 机关] [--json]",
		Short: "行政机关负责人出庭应诉：各种口径的出庭率、正职出庭率和出声率，每个数字都列出案件",
		Long: "统计行政机关负责人出庭应诉情况。国家没有统一的出庭率公式，程序把几种口径并列，各写明分子、分母和案件：\n" +
			formulaWords() + "用 --formula 只看一种，--by quarter 按季度、--by year 按年度列出；--json 列出分子、分母的案号。",
		Args: operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			list, ok := formulasOf(formula)
			if !ok {
				return misuse(cmd, "--formula 只能是 R1、R2、R3、R4、R5、R5b，不能是“%s”。", formula)
			}
			sheet, ok := sheets()[by]
			if !ok {
				return misuse(cmd, "--by 只能是 organ（按机关）、quarter（按季度）或者 year（按年度），不能是“%s”。", by)
			}
			scope, err := s.read(cmd, a.Today)
			if err != nil {
				return err
			}
			return a.withSuits(cmd.Context(), &scope, func(_ Office, r *litigation.Register) error { return a.sheet(r, sheet(r, scope, list)) })
		},
	}
	s.flags(cmd)
	cmd.Flags().StringVar(&formula, "formula", "", "只用一种口径：R1、R2、R3、R4、R5（正职和出声）、R5b（只看出声）；不写时全部并列")
	cmd.Flags().StringVar(&by, "by", "organ", "organ 按被诉机关，quarter 按季度，year 按年度")
	a.jsonFlag(cmd)
	return cmd
}

// sheets are the tables that --by chooses.
func sheets() map[string]func(*litigation.Register, litigation.Scope, []litigation.Formula) *litigation.Sheet {
	return map[string]func(*litigation.Register, litigation.Scope, []litigation.Formula) *litigation.Sheet{
		"organ": (*litigation.Register).ByOrgan, "quarter": (*litigation.Register).ByQuarter, "year": (*litigation.Register).ByYear,
	}
}

func formulaWords() string {
	var out strings.Builder
	for _, f := range litigation.Formulas() {
		if f.ID == litigation.SpokenRate {
			fmt.Fprintf(&out, "  %s（与R5一并列出）：%s\n", f.Label, f.Says)
			continue
		}
		fmt.Fprintf(&out, "  %s %s：%s\n", f.ID, f.Label, f.Says)
	}
	return out.String()
}

// formulasOf are the formulas that --formula means: R5 is that of 正职 together with that of 出声.
func formulasOf(name string) ([]litigation.Formula, bool) {
	if name == "" {
		return litigation.Formulas(), true
	}
	var out []litigation.Formula
	for _, f := range litigation.Formulas() {
		if strings.EqualFold(string(f.ID), name) || strings.EqualFold(name, string(litigation.ChiefRate)) && f.ID == litigation.SpokenRate {
			out = append(out, f)
		}
	}
	return out, len(out) > 0
}

// rateJSON is a rate with the numbers of the cases behind it.
type rateJSON struct {
	ID          string   `json:"id"`
	Label       string   `json:"label"`
	Shown       string   `json:"shown"`
	Numerator   int      `json:"numerator"`
	Denominator int      `json:"denominator"`
	Cases       []string `json:"numerator_cases"`
	Of          []string `json:"denominator_cases"`
}

type rateLineJSON struct {
	Label string     `json:"label"`
	Rates []rateJSON `json:"rates"`
}

// sheetJSON is a table of rates with what each of them says.
type sheetJSON struct {
	Title    string            `json:"title"`
	Formulas map[string]string `json:"formulas"`
	Lines    []rateLineJSON    `json:"lines"`
	Total    rateLineJSON      `json:"total"`
}

func newRateJSON(r *litigation.Register, id, label string, x litigation.Rate) rateJSON {
	return rateJSON{id, label, litigation.Percent(len(x.Num), len(x.Of), 1), len(x.Num), len(x.Of), r.Numbers(x.Num), r.Numbers(x.Of)}
}

func (a *app) sheet(r *litigation.Register, s *litigation.Sheet) error {
	line := func(l litigation.Line) rateLineJSON {
		out := rateLineJSON{Label: l.Label}
		for i, x := range l.Rates {
			out.Rates = append(out.Rates, newRateJSON(r, string(s.Formulas[i].ID), s.Formulas[i].Label, x))
		}
		return out
	}
	doc := sheetJSON{Title: s.Title, Formulas: map[string]string{}, Lines: []rateLineJSON{}, Total: line(s.Total)}
	for _, f := range s.Formulas {
		doc.Formulas[string(f.ID)] = f.Says
	}
	for _, l := range s.Lines {
		doc.Lines = append(doc.Lines, line(l))
	}
	if a.json {
		return writeJSON(a.out, doc)
	}
	sheetText(a.out, &doc, "单位")
	for _, f := range s.Formulas {
		fmt.Fprintf(a.out, "%s＝%s。\n", f.Label, f.Says)
	}
	return nil
}

// sheetText writes a table of rates: the share with the two numbers behind it.
func sheetText(w io.Writer, s *sheetJSON, first string) {
	t := table{head: []string{first}, right: map[int]bool{}, max: map[int]int{0: 30}}
	for i, x := range s.Total.Rates {
		t.head = append(t.head, x.Label)
		t.right[i+1] = true
	}
	for _, l := range append(slices.Clone(s.Lines), s.Total) {
		row := []string{l.Label}
		for _, x := range l.Rates {
			row = append(row, fmt.Sprintf("%d/%d  %s", x.Numerator, x.Denominator, x.Shown))
		}
		t.add(row...)
	}
	t.write(w)
	fmt.Fprintln(w)
}
