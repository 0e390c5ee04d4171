package cli

import (
	"context"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/statistics"

	"github.com/spf13/cobra"
)

func (a *app) statisticsCommand() *cobra.Command {
	out := fileFlag{ext: ".xlsx"}
	var s span
	var form, basis, charts string
	var readings map[string]string
	decimals := 1
	cmd := &cobra.Command{
		Use:   "statistics --year 年度|--from 日期 --to 日期 [--form 报表] [--as-of 日期] [--out 文件.xlsx] [--charts 文件夹] [--json]",
		Short: "统计一个年度或者官方报表的一个统计期，可同时导出工作簿",
		Args:  operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if form != "" && charts != "" {
				return misuse(cmd, "--charts 画的是年度的图表，不能和 --form 一起用。")
			}
			if form == "" && s.year == 0 && !s.from.IsZero() {
				// The overview is of a calendar year; of another period there are all tables.
				form = allTables
			}
			if form != "" {
				return a.form(cmd, &s, form, studyOptions{readings: readings, decimals: decimals, out: out.path}, basis)
			}
			if s.year == 0 {
				return misuse(cmd, "命令 statistics 需要用 --year 指定统计年度。")
			}
			day, err := a.countingDay(cmd, int(s.year), s.asOf.Date)
			if err != nil {
				return err
			}
			return a.with(cmd.Context(), false, func(o Office) error {
				r, err := statistics.Count(cmd.Context(), o, int(s.year), day)
				if err != nil {
					return err
				}
				if err := a.charts(cmd.Context(), o, r, day, charts); err != nil {
					return err
				}
				return a.statistics(cmd.Context(), o, r, day, out.path)
			})
		},
	}
	s.flags(cmd)
	cmd.Flags().StringVar(&form, "form", "", "官方报表：form1、form2（按年度选版本），或者 fuyi forms 列出的版本、分析表、台账；tables 为全部分析表和指标，lists 为全部台账")
	readingFlag(cmd, &readings)
	cmd.Flags().IntVar(&decimals, "decimals", 1, "分析表和指标中比率的小数位数，0到2")
	basisFlag(cmd, &basis)
	cmd.Flags().Var(&out, "out", "把工作簿写到这个 .xlsx 文件")
	cmd.Flags().StringVar(&charts, "charts", "", "把年度的图表画成图片（PNG），存到这个文件夹")
	a.jsonFlag(cmd)
	return cmd
}

// form counts one official form, or tables of the analysis.
func (a *app) form(cmd *cobra.Command, s *span, id string, opt studyOptions, basis string) error {
	p, err := s.period(cmd, a.Today)
	if err != nil {
		return err
	}
	rules, err := basisRules(cmd, basis)
	if err != nil {
		return err
	}
	if opt.decimals < 0 || opt.decimals > 2 {
		return misuse(cmd, "--decimals 只能写 0、1 或者 2。")
	}
	if opt.ids = studyIDs(id, p); opt.ids != nil {
		opt.period, opt.rules = p, rules
		return a.study(cmd, opt)
	}
	e, err := edition(cmd, id, p)
	if err != nil {
		return err
	}
	out := opt.out
	return a.with(cmd.Context(), false, func(o Office) error {
		t, err := formTable(cmd.Context(), o, e, p, rules)
		if err != nil {
			return err
		}
		sealed, err := sealedForm(cmd.Context(), o, t)
		if err != nil {
			return err
		}
		if out != "" {
			opt := cases.FormOptions{Forms: []string{e.ID}, From: p.From, To: p.To, AsOf: p.AsOf, Rules: map[string]string{}}
			for id, code := range rules {
				opt.Rules[string(id)] = code
			}
			if err := a.Files(o).FormBook(cmd.Context(), out, opt, nil); err != nil {
				return err
			}
		}
		if a.json {
			return writeJSON(a.out, sealed.document(t))
		}
		sealed.write(a.out, t)
		if out != "" {
			fmt.Fprintf(a.out, "\n已导出报表：%s\n", out)
		}
		return nil
	})
}

// yearCommand is a command on the figures of a year as they stood on a day; the caller names it.
func (a *app) yearCommand(work func(context.Context, Office, *statistics.Report, calendar.Date) error) *cobra.Command {
	var year yearFlag
	var asOf dateFlag
	cmd := &cobra.Command{
		Args:    operands(),
		PreRunE: require("year"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			day, err := a.countingDay(cmd, int(year), asOf.Date)
			if err != nil {
				return err
			}
			return a.with(cmd.Context(), false, func(o Office) error {
				r, err := statistics.Count(cmd.Context(), o, int(year), day)
				if err != nil {
					return err
				}
				return work(cmd.Context(), o, r, day)
			})
		},
	}
	cmd.Flags().Var(&year, "year", "统计年度")
	cmd.Flags().Var(&asOf, "as-of", "统计到哪一天为止；不写时为该年度的最后一天，今年为今天")
	return cmd
}

// countingDay is the day whose knowledge counts: what was asked for, in the running year today, else zero for the last
// day of the year.
func (a *app) countingDay(cmd *cobra.Command, year int, asked calendar.Date) (calendar.Date, error) {
	switch {
	case asked.IsZero() && year == a.Today.Year():
		return a.Today, nil
	case !asked.IsZero() && asked.Year() < year:
		return 0, misuse(cmd, "截至日期 %s 早于 %d 年度，还没有可以统计的内容。", asked, year)
	}
	return asked, nil
}

func (a *app) statistics(ctx context.Context, o Office, r *statistics.Report, asOf calendar.Date, out string) error {
	if out != "" {
		if err := a.Files(o).Yearbook(ctx, out, r.Year, asOf, progress(a.Stderr, "已写出行数")); err != nil {
			return err
		}
	}
	if a.json {
		return writeJSON(a.out, newStatisticsJSON(r))
	}
	statisticsText(a.out, r)
	if out != "" {
		fmt.Fprintf(a.out, "\n已导出年度工作簿：%s\n", out)
	}
	return nil
}

// statisticsJSON is the document of statistics --json.
type statisticsJSON struct {
	Year       int             `json:"year"`
	From       calendar.Date   `json:"from"`
	To         calendar.Date   `json:"to"`
	AsOf       calendar.Date   `json:"as_of"`
	Indicators []indicatorJSON `json:"indicators"`
	Tables     []tableJSON     `json:"tables"`
	// Checks are the balance checks that failed.
	Checks []checkJSON `json:"checks"`
}

// indicatorJSON is one figure: for a count, value and numerator are the count and the denominator is 0; for a rate,
// value is a fraction 0..1.
type indicatorJSON struct {
	ID          string  `json:"id"`
	Label       string  `json:"label"`
	Value       float64 `json:"value"`
	Numerator   int     `json:"numerator"`
	Denominator int     `json:"denominator"`
	Formula     string  `json:"formula"`
}

// tableJSON is one table; a column under a group head is named 组/列.
type tableJSON struct {
	ID      string    `json:"id"`
	Title   string    `json:"title"`
	Columns []string  `json:"columns"`
	Rows    []rowData `json:"rows"`
}

type rowData struct {
	Label string `json:"label"`
	Cells []int  `json:"cells"`
}

type checkJSON struct {
	Rule   string `json:"rule"`
	Detail string `json:"detail"`
}

func newStatisticsJSON(r *statistics.Report) statisticsJSON {
	out := statisticsJSON{
		Year: r.Year, From: r.From, To: r.To, AsOf: r.AsOf,
		Indicators: make([]indicatorJSON, len(r.Indicators)),
		Tables:     make([]tableJSON, len(r.Tables)),
		Checks:     make([]checkJSON, len(r.Checks)),
	}
	for i, n := range r.Indicators {
		out.Indicators[i] = indicatorJSON{n.ID, n.Label, n.Value, n.Numerator, n.Denominator, n.Formula}
		if !n.Rate {
			out.Indicators[i].Numerator, out.Indicators[i].Denominator = int(n.Value), 0
		}
	}
	for i, t := range r.Tables {
		out.Tables[i] = newTableJSON(t)
	}
	for i, c := range r.Checks {
		out.Checks[i] = checkJSON(c)
	}
	return out
}

func newTableJSON(t statistics.Table) tableJSON {
	out := tableJSON{ID: t.ID, Title: t.Title, Columns: make([]string, len(t.Columns)), Rows: make([]rowData, len(t.Rows))}
	for i, c := range t.Columns {
		out.Columns[i] = strings.TrimPrefix(c.Group+"/"+c.Label, "/")
	}
	for i, row := range t.Rows {
		out.Rows[i] = rowData{Label: row.Label, Cells: make([]int, len(row.Cells))}
		for j, c := range row.Cells {
			out.Rows[i].Cells[j] = c.N
		}
	}
	return out
}

func statisticsText(w io.Writer, r *statistics.Report) {
	fmt.Fprintf(w, "%s %d年度统计（%s至%s，按截至%s的办理情况）\n\n", r.Settings.Office, r.Year,
		r.From.Chinese(), r.To.Chinese(), r.AsOf.Chinese())
	t := table{head: []string{"指标", "数值", "分子/分母", "口径"}, right: map[int]bool{1: true, 2: true}}
	for _, n := range r.Indicators {
		t.add(n.Label, figure(n), fraction(n), n.Formula)
	}
	t.write(w)
	if len(r.Checks) > 0 {
		fmt.Fprint(w, "\n以下勾稽关系不成立，请核对案件：\n")
		for _, c := range r.Checks {
			fmt.Fprintf(w, "%s%s：%s\n", gap, c.Rule, c.Detail)
		}
	}
	if len(r.Tables) > 0 {
		fmt.Fprint(w, "\n统计表（用 --out 导出工作簿或用 --json 查看）：\n")
		for _, t := range r.Tables {
			fmt.Fprintf(w, "%s%s（%d 行 × %d 列）\n", gap, t.Title, len(t.Rows), len(t.Columns))
		}
	}
}

// figure prints a count as it is and a rate in per cent with one decimal, – when there is nothing to divide by.
func figure(n statistics.Indicator) string {
	switch {
	case !n.Rate:
		return strconv.FormatFloat(math.Round(10*n.Value)/10, 'f', -1, 64)
	case n.Denominator == 0:
		return "–"
	}
	return strconv.FormatFloat(100*n.Value, 'f', 1, 64) + "%"
}

func fraction(n statistics.Indicator) string {
	if !n.Rate {
		return ""
	}
	return fmt.Sprintf("%d/%d", n.Numerator, n.Denominator)
}

func (a *app) reportCommand() *cobra.Command {
	cmd := a.yearCommand(func(_ context.Context, _ Office, r *statistics.Report, _ calendar.Date) error {
		for i, p := range r.Paragraphs {
			if i > 0 {
				fmt.Fprintln(a.out)
			}
			fmt.Fprintf(a.out, "%s\n\n%s\n", p.Title, p.Text)
		}
		return nil
	})
	cmd.Use = "report --year 年度 [--as-of 日期]"
	cmd.Short = "写出年度报告中的复议、应诉两段文字"
	return cmd
}
