package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"

	"github.com/spf13/cobra"
)

func (a *app) formsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "forms [--json]",
		Short: "列出官方统计报表的各个版本、施行年度和栏目，以及统计分析表、指标和台账",
		Args:  operands(),
		RunE: func(*cobra.Command, []string) error {
			if a.json {
				return writeJSON(a.out, newFormsJSON())
			}
			for _, e := range forms.Editions() {
				fmt.Fprintf(a.out, "%s  《%s》%s，%s，%d栏、%d类\n", e.ID, e.Title, e.Name, inForce(e), len(e.Columns), len(e.Rows))
				if e.Note != "" {
					fmt.Fprintf(a.out, "    %s\n", e.Note)
				}
			}
			for _, i := range studyInfos(a.Today) {
				fmt.Fprintf(a.out, "%s  《%s》%s\n", i.ID, i.Title, i.Group)
			}
			return nil
		},
	}
	a.jsonFlag(cmd)
	return cmd
}

func inForce(e *forms.Edition) string {
	switch {
	case e.Last == 0:
		return fmt.Sprintf("%d年起", e.First)
	case e.First == e.Last:
		return fmt.Sprintf("%d年", e.First)
	}
	return fmt.Sprintf("%d年至%d年", e.First, e.Last)
}

// formJSON describes an edition.
type formJSON struct {
	ID       string           `json:"id"`
	Kind     cases.Kind       `json:"kind"`
	Title    string           `json:"title"`
	Name     string           `json:"name"`
	First    int              `json:"first"`
	Last     int              `json:"last"`
	Official bool             `json:"official"`
	Note     string           `json:"note"`
	Columns  []formColumnJSON `json:"columns"`
	Rows     []string         `json:"rows"`
}

type formColumnJSON struct {
	ID     string   `json:"id"`
	Number int      `json:"number"`
	Heads  []string `json:"heads"`
	Label  string   `json:"label"`
	Unit   string   `json:"unit"`
}

func newFormsJSON() []formJSON {
	out := []formJSON{}
	for _, e := range forms.Editions() {
		f := formJSON{ID: e.ID, Kind: e.Kind, Title: e.Title, Name: e.Name, First: e.First, Last: e.Last, Official: e.Official, Note: e.Note, Rows: e.Rows}
		for _, c := range e.Columns {
			f.Columns = append(f.Columns, formColumnJSON{c.ID, c.Number, append([]string{}, c.Heads...), c.Label, c.Unit})
		}
		out = append(out, f)
	}
	return out
}

// span are the flags of a period: a year, or two days.
type span struct {
	year           yearFlag
	from, to, asOf dateFlag
}

func (s *span) flags(cmd *cobra.Command) {
	cmd.Flags().Var(&s.year, "year", "统计年度")
	cmd.Flags().Var(&s.from, "from", "统计期的第一天；与 --to 一起代替 --year")
	cmd.Flags().Var(&s.to, "to", "统计期的最后一天")
	cmd.Flags().Var(&s.asOf, "as-of", "统计到哪一天为止；不写时为统计期的最后一天，统计期没有结束的为今天")
}

// period reads the flags.
func (s *span) period(cmd *cobra.Command, today calendar.Date) (forms.Period, error) {
	p := forms.Period{From: s.from.Date, To: s.to.Date, AsOf: s.asOf.Date}
	switch {
	case s.year != 0 && (!p.From.IsZero() || !p.To.IsZero()):
		return p, misuse(cmd, "--year 和 --from、--to 只能写一种。")
	case s.year != 0:
		p.From, p.To = calendar.New(int(s.year), 1, 1), calendar.New(int(s.year), 12, 31)
	case p.From.IsZero() || p.To.IsZero():
		return p, misuse(cmd, "请写明统计年度（--year），或者统计期的第一天和最后一天（--from、--to）。")
	}
	if p.To < p.From {
		return p, misuse(cmd, "统计期的最后一天 %s 早于第一天 %s。", p.To, p.From)
	}
	if p.AsOf.IsZero() {
		p.AsOf = min(p.To, max(today, p.From))
	}
	if p.AsOf < p.From {
		return p, misuse(cmd, "截至日期 %s 早于统计期的第一天 %s，还没有可以统计的内容。", p.AsOf, p.From)
	}
	return p, nil
}

// periodOrLast reads the flags; where they name no period it is the last year that is over, or from December on the running one, and the
// user is told so.
func (s *span) periodOrLast(cmd *cobra.Command, a *app) (forms.Period, error) {
	if s.year == 0 && s.from.IsZero() && s.to.IsZero() {
		year := a.Today.Year() - 1
		if a.Today.Month() == time.December {
			year++
		}
		s.year = yearFlag(year)
		fmt.Fprintf(a.Stderr, "没有写统计期，按%d年统计。\n", year)
	}
	return s.period(cmd, a.Today)
}

// edition finds a form by its ID, or the one in force for a kind named by form1 or form2.
func edition(cmd *cobra.Command, id string, p forms.Period) (*forms.Edition, error) {
	if e := forms.ByID(id); e != nil {
		return e, nil
	}
	switch id {
	case "form1", "表1":
		return forms.For(cases.Reconsideration, p.To.Year()), nil
	case "form2", "表2":
		return forms.For(cases.Litigation, p.To.Year()), nil
	}
	var ids []string
	for _, e := range forms.Editions() {
		ids = append(ids, e.ID)
	}
	return nil, misuse(cmd, "没有名为“%s”的报表，可以写 form1、form2（按年度选版本）、%s，或者 fuyi forms 列出的统计分析表、指标和台账。", id, strings.Join(ids, "、"))
}

// formTable counts one form.
func formTable(ctx context.Context, o Office, e *forms.Edition, p forms.Period, rules forms.Rules) (*forms.Table, error) {
	c, err := forms.Load(ctx, o, p)
	if err != nil {
		return nil, err
	}
	t := c.Count(e, rules, nil)
	return t, c.Relate(ctx, o, t)
}

// formTableJSON is a form as counted.
type formTableJSON struct {
	Form   string          `json:"form"`
	From   calendar.Date   `json:"from"`
	To     calendar.Date   `json:"to"`
	AsOf   calendar.Date   `json:"as_of"`
	Rules  []string        `json:"rules"`
	Rows   []formRowJSON   `json:"rows"`
	Folded []foldJSON      `json:"folded"`
	Checks []formCheckJSON `json:"checks"`
}

type formRowJSON struct {
	Label  string  `json:"label"`
	Values []int64 `json:"values"`
}

type foldJSON struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Cases int    `json:"cases"`
	Known bool   `json:"known"`
}

type formCheckJSON struct {
	ID    string     `json:"id"`
	Rule  string     `json:"rule"`
	OK    bool       `json:"ok"`
	Level string     `json:"severity"`
	Says  string     `json:"says"`
	Cases []cases.ID `json:"cases"`
}

func newFormTableJSON(t *forms.Table, checks []forms.Check) formTableJSON {
	out := formTableJSON{Form: t.Edition.ID, From: t.Period.From, To: t.Period.To, AsOf: t.Period.AsOf, Rules: t.Rules.Says(),
		Folded: []foldJSON{}, Checks: []formCheckJSON{}}
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, formRowJSON{r.Label, r.Values})
	}
	for _, f := range t.Folded {
		out.Folded = append(out.Folded, foldJSON{f.From, f.To, f.Cases, f.Known})
	}
	for _, c := range checks {
		out.Checks = append(out.Checks, formCheckJSON{c.ID, c.Rule, c.OK, string(c.Severity), c.Says, append([]cases.ID{}, c.Cases...)})
	}
	return out
}

// formText writes a form as text: the columns that are not all zero, and below it checks and rules.
func formText(w io.Writer, t *forms.Table, checks []forms.Check) {
	fmt.Fprintf(w, "%s（%s）  %s至%s，截至%s\n", t.Edition.Title, t.Edition.Name, t.Period.From, t.Period.To, t.Period.AsOf)
	for _, r := range t.Rows {
		if !slices.ContainsFunc(r.Values, func(n int64) bool { return n != 0 }) && r.Label != forms.TotalRow {
			continue
		}
		fmt.Fprintf(w, "\n%s\n", r.Label)
		for j, n := range r.Values {
			if c := t.Edition.Columns[j]; n != 0 {
				fmt.Fprintf(w, "  %2d %s：%d%s\n", c.Number, c.Head(), n, c.Unit)
			}
		}
	}
	for _, f := range t.Folded {
		if !f.Known {
			fmt.Fprintf(w, "\n类别“%s”的%d件案件不在表列类别中，计入“%s”。", f.From, f.Cases, f.To)
		}
	}
	fmt.Fprintln(w)
	for _, c := range checks {
		if !c.OK {
			fmt.Fprintf(w, "勾稽不符 %s（%s）：%s\n", c.ID, c.Rule, c.Says)
		}
	}
	fmt.Fprintf(w, "口径：%s。\n", strings.Join(t.Rules.Says(), "；"))
}

func (a *app) traceCommand() *cobra.Command {
	var s span
	var cell, basis string
	cmd := &cobra.Command{
		Use:     "trace --cell 报表/行/栏 --year 年度 [--json]",
		Short:   "列出官方报表中一个数字背后的案件，并说明为什么计入",
		Args:    operands(),
		PreRunE: require("cell"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			parts := strings.Split(cell, "/")
			if len(parts) < 3 {
				return misuse(cmd, "请写成“报表/行/栏”，例如 form1/合计/受理 或者 form1/公安/22。")
			}
			p, err := s.periodOrLast(cmd, a)
			if err != nil {
				return err
			}
			rules, err := basisRules(cmd, basis)
			if err != nil {
				return err
			}
			row, column := strings.Join(parts[1:len(parts)-1], "/"), parts[len(parts)-1]
			if known, err := a.traceTable(cmd, parts[0], row, column, p, rules); known {
				return err
			}
			e, err := edition(cmd, parts[0], p)
			if err != nil {
				return err
			}
			return a.with(cmd.Context(), false, func(o Office) error {
				t, err := formTable(cmd.Context(), o, e, p, rules)
				if err != nil {
					return err
				}
				return a.trace(cmd, o, t, row, column)
			})
		},
	}
	s.flags(cmd)
	cmd.Flags().StringVar(&cell, "cell", "", "报表/行/栏：行写类别或者“合计”，栏写序号、名称或者代码（见 fuyi forms --json）")
	basisFlag(cmd, &basis)
	a.jsonFlag(cmd)
	return cmd
}

func basisFlag(cmd *cobra.Command, basis *string) {
	cmd.Flags().StringVar(basis, "basis", "", "被申请人、复议机关、事项按受理（accepted）还是按新收（received）统计；不写时按单位选定的口径，没有选定的按受理")
}

func basisRules(cmd *cobra.Command, basis string) (forms.Rules, error) {
	switch basis {
	case "":
		return nil, nil
	case "accepted", "received":
		return forms.Rules{forms.RuleBase: basis}, nil
	}
	return nil, misuse(cmd, "--basis 只能写 accepted（受理）或者 received（新收），不能写“%s”。", basis)
}

// traceJSON is a number with its cases.
type traceJSON struct {
	Form   string `json:"form"`
	Row    string `json:"row"`
	Column string `json:"column"`
	Head   string `json:"head"`
	Value  int64  `json:"value"`
	// Of is the denominator of a share, 0 for a number; Shown what the table prints.
	Of    int64           `json:"of,omitempty"`
	Shown string          `json:"shown,omitempty"`
	Unit  string          `json:"unit"`
	Why   string          `json:"why"`
	Cases []traceCaseJSON `json:"cases"`
}

type traceCaseJSON struct {
	ID     cases.ID `json:"id"`
	Number string   `json:"number"`
	Title  string   `json:"title"`
	Adds   int64    `json:"adds"`
}

func (a *app) trace(cmd *cobra.Command, o Office, t *forms.Table, row, column string) error {
	i, j, ok := t.Find(row, column)
	if !ok {
		return misuse(cmd, "《%s》（%s）里没有“%s”行或者“%s”栏；fuyi forms --json 列出全部栏目和类别。", t.Edition.Title, t.Edition.Name, row, column)
	}
	cell, head := t.Cell(i, j), t.Edition.Columns[j]
	out := traceJSON{Form: t.Edition.ID, Row: t.Rows[i].Label, Column: head.ID, Head: head.Head(), Value: cell.Value, Unit: head.Unit, Why: cell.Why}
	return a.tell(cmd.Context(), o, t.Edition.Title+"（"+t.Edition.Name+"）", out, cell.Cases, cell.Amounts)
}

// tell writes a number with its cases.
func (a *app) tell(ctx context.Context, o Office, title string, out traceJSON, list []cases.ID, amounts []int64) error {
	out.Cases = []traceCaseJSON{}
	for k, id := range list {
		c, err := o.Case(ctx, id)
		if err != nil {
			return err
		}
		out.Cases = append(out.Cases, traceCaseJSON{id, c.Number, c.Title(), amounts[k]})
	}
	if a.json {
		return writeJSON(a.out, out)
	}
	number := fmt.Sprintf("%d%s", out.Value, out.Unit)
	if out.Of != 0 {
		number = fmt.Sprintf("%s（%d÷%d，下面列出分子）", out.Shown, out.Value, out.Of)
	}
	fmt.Fprintf(a.out, "《%s》 %s · %s：%s\n计入的理由：%s\n", title, out.Row, out.Head, number, out.Why)
	for _, c := range out.Cases {
		adds := ""
		if c.Adds != 1 {
			adds = fmt.Sprintf("（%d）", c.Adds)
		}
		fmt.Fprintf(a.out, "  %s  %s%s\n", cmp.Or(c.Number, "未编号"), c.Title, adds)
	}
	return nil
}
