package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/litigation"
	"fuyi/cases/procedure"

	"github.com/spf13/cobra"
)

// suitScope are the flags that choose suits: the period, the government's own, one organ.
type suitScope struct {
	span
	quarter quarterFlag
	own     bool
	organ   string
}

func (s *suitScope) flags(cmd *cobra.Command) {
	s.span.flags(cmd)
	cmd.Flags().Var(&s.quarter, "quarter", "只统计 --year 的这一季度：1、2、3 或者 4")
	cmd.Flags().BoolVar(&s.own, "own", false, "只看本级政府为被告的案件，不写时为全部行政机关")
	cmd.Flags().StringVar(&s.organ, "organ", "", "只看一个被诉机关，写案件中的名称")
}

// read is the scope of the flags.
func (s *suitScope) read(cmd *cobra.Command, today calendar.Date) (litigation.Scope, error) {
	if s.quarter != 0 && s.year == 0 {
		return litigation.Scope{}, misuse(cmd, "--quarter 要和 --year 一起写。")
	}
	if s.quarter != 0 {
		s.from.Date, s.to.Date = litigation.Quarter(int(s.year), int(s.quarter))
		s.year = 0
	}
	p, err := s.period(cmd, today)
	return litigation.Scope{From: p.From, To: p.To, AsOf: p.AsOf, Own: s.own, Organ: strings.TrimSpace(s.organ)}, err
}

// known refuses an organ that no suit is against.
func known(r *litigation.Register, s litigation.Scope) error {
	all := s
	all.Organ = ""
	if s.Organ == "" || slices.Contains(r.Organs(all), s.Organ) {
		return nil
	}
	return refused("organ", "没有以“%s”为被告的应诉案件。请照案件中的写法填写机关名称；用 fuyi suits 可以查看全部被告。", s.Organ)
}

func (a *app) suitsCommand() *cobra.Command {
	var s suitScope
	cmd := &cobra.Command{
		Use:   "suits [--year 年度 [--quarter 季度]|--from 日期 --to 日期] [--own] [--organ 机关] [--as-of 日期] [--json]",
		Short: "应诉登记：全部行政机关的应诉案件，连同被告身份、审级关联和生效结果",
		Long: "列出统计期内收到的应诉案件，各审级分别计件：法院、审级、来源、原告、被告和被告身份、裁判结果、是否败诉、生效日期。\n" +
			"经过几个审级的，最后一栏写明整个争议的生效结果；还没有生效的不写。",
		Args: operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			scope, err := s.read(cmd, a.Today)
			if err != nil {
				return err
			}
			return a.withSuits(cmd.Context(), scope, func(_ Office, r *litigation.Register) error { return a.suits(r, scope) })
		},
	}
	s.flags(cmd)
	a.jsonFlag(cmd)
	return cmd
}

// withSuits opens the office with its register of suits as of the scope's day.
func (a *app) withSuits(ctx context.Context, s litigation.Scope, f func(Office, *litigation.Register) error) error {
	return a.with(ctx, false, func(o Office) error {
		r, err := litigation.Load(ctx, o, s.AsOf)
		if err != nil {
			return err
		}
		if err := known(r, s); err != nil {
			return err
		}
		return f(o, r)
	})
}

// registerJSON is one suit of the register.
type registerJSON struct {
	Number      string          `json:"number"`
	CourtNumber string          `json:"court_number"`
	Court       string          `json:"court"`
	Instance    string          `json:"instance"`
	Type        string          `json:"type"`
	Source      string          `json:"source"`
	Plaintiffs  string          `json:"plaintiffs"`
	Defendants  []defendantJSON `json:"defendants"`
	Government  bool            `json:"government"`
	Subject     string          `json:"subject"`
	Handler     string          `json:"handler"`
	Received    calendar.Date   `json:"received"`
	Concluded   calendar.Date   `json:"concluded"`
	State       string          `json:"state"`
	Lost        bool            `json:"lost"`
	Effective   calendar.Date   `json:"effective"`
	Related     string          `json:"related"`
	Earlier     string          `json:"earlier"`
	// Dispute lists the numbers of all instances of the dispute, Final its effective day, FinalLost whether it was lost in the end.
	Dispute   []string      `json:"dispute"`
	Final     calendar.Date `json:"dispute_effective"`
	FinalLost bool          `json:"dispute_lost"`
}

type defendantJSON struct {
	Name     string         `json:"name"`
	Capacity cases.Capacity `json:"capacity"`
	Result   string         `json:"result"`
	Lost     bool           `json:"lost"`
}

func newRegistered(r *litigation.Register, x *litigation.Suit) registerJSON {
	out := registerJSON{Number: x.Number, CourtNumber: x.CourtNumber, Court: x.Court, Instance: x.Instance.Label(), Type: x.Type.Label(), Source: x.Source.Label(),
		Plaintiffs: x.Plaintiffs, Government: x.Government, Subject: x.Subject, Handler: x.Handler, Received: x.Received, Concluded: x.Concluded,
		State: x.State.Label(), Lost: x.Lost(""), Effective: x.Final, Related: x.Related, Earlier: x.Earlier, Defendants: []defendantJSON{}}
	for i, name := range x.Organs {
		d := defendantJSON{Name: name, Capacity: x.Capacities[i], Lost: x.Lost(name)}
		var results []string
		for _, v := range x.Verdicts {
			if v.Defendant == "" || v.Defendant == name {
				results = append(results, procedure.SuedActLabel(v.Act)+procedure.OutcomeLabel(v.Outcome))
			}
		}
		d.Result = strings.Join(results, "；")
		out.Defendants = append(out.Defendants, d)
	}
	d := r.DisputeOf(x)
	for _, y := range d.Suits {
		out.Dispute = append(out.Dispute, y.Number)
	}
	out.Final, out.FinalLost = d.Final, d.Lost("")
	return out
}

func (a *app) suits(r *litigation.Register, s litigation.Scope) error {
	list := r.Received(s)
	if a.json {
		out := []registerJSON{}
		for _, x := range list {
			out = append(out, newRegistered(r, x))
		}
		return writeJSON(a.out, out)
	}
	t := table{head: []string{"案号", "收案日期", "法院", "审级", "来源", "原告", "被告", "状态", "裁判结果", "败诉", "生效"},
		max: map[int]int{2: 22, 5: 16, 6: 34, 8: 26}}
	lost, own := 0, 0
	for _, x := range list {
		t.add(x.Number, x.Received.String(), x.Court, x.Instance.Label(), x.Source.Label(), x.Plaintiffs, x.Defendants, x.State.Label(), x.Verdict(),
			map[bool]string{true: "是"}[r.LostIn(x, s)], r.DisputeOf(x).Final.String())
		if r.LostIn(x, s) {
			lost++
		}
		if x.Government {
			own++
		}
	}
	t.write(a.out)
	_, err := fmt.Fprintf(a.out, "\n共%d件，其中本级政府为被告%d件；败诉%d件。\n", len(list), own, lost)
	return err
}

func (a *app) appearancesCommand() *cobra.Command {
	var s suitScope
	var formula, by string
	cmd := &cobra.Command{
		Use:   "appearances --year 年度 [--quarter 季度] [--formula R1至R5] [--by organ|quarter] [--own] [--organ 机关] [--json]",
		Short: "行政机关负责人出庭应诉：各种口径的出庭率、正职出庭率和出声率，每个数字都列出案件",
		Long: "统计行政机关负责人出庭应诉情况。国家没有统一的出庭率公式，程序把几种口径并列，各写明分子、分母和案件：\n" +
			formulaWords() + "用 --formula 只看一种，--by quarter 按季度列出；--json 列出分子、分母的案号。",
		Args: operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			list, ok := formulasOf(formula)
			if !ok {
				return misuse(cmd, "--formula 只能是 R1、R2、R3、R4、R5、R5b，不能是“%s”。", formula)
			}
			if by != "organ" && by != "quarter" {
				return misuse(cmd, "--by 只能是 organ（按机关）或者 quarter（按季度），不能是“%s”。", by)
			}
			scope, err := s.read(cmd, a.Today)
			if err != nil {
				return err
			}
			return a.withSuits(cmd.Context(), scope, func(_ Office, r *litigation.Register) error {
				if by == "quarter" {
					return a.sheet(r, r.ByQuarter(scope, list))
				}
				return a.sheet(r, r.ByOrgan(scope, list))
			})
		},
	}
	s.flags(cmd)
	cmd.Flags().StringVar(&formula, "formula", "", "只用一种口径：R1、R2、R3、R4、R5（正职和出声）、R5b（只看出声）；不写时全部并列")
	cmd.Flags().StringVar(&by, "by", "organ", "organ 按被诉机关，quarter 按季度")
	a.jsonFlag(cmd)
	return cmd
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
			return a.withSuits(cmd.Context(), scope, func(o Office, r *litigation.Register) error { return a.losses(cmd.Context(), o, r, scope) })
		},
	}
	s.flags(cmd)
	a.jsonFlag(cmd)
	return cmd
}

// lossesJSON is the list of lost suits with the rates.
type lossesJSON struct {
	Lost  []map[string]string `json:"lost"`
	Rates []rateLineJSON      `json:"rates"`
	Total rateLineJSON        `json:"total"`
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
	doc := lossesJSON{Lost: []map[string]string{}, Rates: []rateLineJSON{}, Total: line(sheet.Total)}
	for _, row := range rows {
		m := map[string]string{}
		for i, c := range row.Cells {
			m[l.Columns[i].Label] = c.Show()
		}
		doc.Lost = append(doc.Lost, m)
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
