package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"fuyi/cases"
	"fuyi/cases/forms"
	"fuyi/cases/seal"

	"github.com/spf13/cobra"
)

func (a *app) sealCommand() *cobra.Command {
	var s span
	var note string
	var list, diff bool
	out := fileFlag{ext: ".xlsx"}
	cmd := &cobra.Command{
		Use:   "seal --year 年度|--from 日期 --to 日期 [--as-of 日期] [--note 说明] [--json] | seal --year 年度 --diff [--out 差异表.xlsx] | seal --list",
		Short: "封存一个统计期的数字、案件清单和校验值，或者列出封存以后的差异",
		Long: "封存一个统计期：年度概览和官方报表的每个数字、数字背后的案件清单和校验值，连同封存人和日期固定下来，以后不再改变。\n" +
			"案件以后仍然可以更正；--diff 把封存的数字和现在重新统计的数字逐项比对，说明哪些案件、因为什么不同。\n" +
			"封存过的统计期要再次封存，必须用 --note 写明理由，原来的封存仍然保留。",
		Args: operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if list && diff {
				return misuse(cmd, "--list 和 --diff 只能写一种。")
			}
			if out.path != "" && !diff {
				return misuse(cmd, "--out 写出的是差异表，请和 --diff 一起用。")
			}
			if list {
				return a.with(cmd.Context(), false, func(o Office) error { return a.seals(cmd.Context(), o) })
			}
			p, err := s.period(cmd, a.Today)
			if err != nil {
				return err
			}
			if diff {
				return a.with(cmd.Context(), false, func(o Office) error { return a.difference(cmd.Context(), o, p, out.path) })
			}
			return a.change(cmd.Context(), func(o Office) error { return a.seal(cmd.Context(), o, p, note) })
		},
	}
	s.flags(cmd)
	cmd.Flags().StringVar(&note, "note", "", "封存的说明；再次封存的理由")
	cmd.Flags().BoolVar(&list, "list", false, "列出全部封存")
	cmd.Flags().BoolVar(&diff, "diff", false, "比对封存的数字和现在的数字")
	cmd.Flags().Var(&out, "out", "把差异表写到这个 .xlsx 文件")
	a.jsonFlag(cmd)
	return cmd
}

// sealJSON is the document of a sealing.
type sealJSON struct {
	cases.SealRecord
	Figures int `json:"figures"`
	Cases   int `json:"cases"`
}

func (a *app) seal(ctx context.Context, o Office, p forms.Period, note string) error {
	s, err := seal.New(ctx, o, p, nil, nil, a.Today)
	if err != nil {
		return err
	}
	s.Note = note
	r, err := o.Seal(ctx, s)
	if err != nil {
		return err
	}
	if a.json {
		return writeJSON(a.out, sealJSON{r, len(s.Figures), len(s.Cases)})
	}
	_, err = fmt.Fprintf(a.out, "已封存%s：%d个数字、%d件案件，统计截至%s。\n封存人：%s，封存日期：%s，校验值：%s\n", r.Title, len(s.Figures), len(s.Cases), r.AsOf, r.By, r.On, r.Hash)
	return err
}

func (a *app) seals(ctx context.Context, o Office) error {
	list, err := o.Seals(ctx)
	if err != nil {
		return err
	}
	if a.json {
		return writeJSON(a.out, list)
	}
	if len(list) == 0 {
		fmt.Fprintln(a.out, "还没有封存过。")
	}
	for i := range list {
		r := &list[i]
		fmt.Fprintf(a.out, "第%d号  %s  截至%s  %s于%s封存  校验值%s%s\n", r.ID, r.Title, r.AsOf, r.By, r.On, r.Short(), noteWords(r))
	}
	return nil
}

func noteWords(r *cases.SealRecord) string {
	out := ""
	if r.Replaces != 0 {
		out = fmt.Sprintf("  代替第%d号", r.Replaces)
	}
	if r.Note != "" {
		out += "  " + r.Note
	}
	return out
}

// difference compares the newest seal of a period with the figures of today.
func (a *app) difference(ctx context.Context, o Office, p forms.Period, out string) error {
	list, err := o.Seals(ctx)
	if err != nil {
		return err
	}
	r := seal.Latest(list, p.From, p.To)
	if r == nil {
		return refused("seal", "%s还没有封存，没有可以比对的内容。", seal.Title(p.From, p.To))
	}
	s, err := o.LoadSeal(ctx, r.ID)
	if err != nil {
		return err
	}
	d, err := seal.Since(ctx, o, s, a.Today)
	if err != nil {
		return err
	}
	if out != "" {
		if err := a.Files(o).SealBook(ctx, out, d); err != nil {
			return err
		}
	}
	if a.json {
		return writeJSON(a.out, d)
	}
	differenceText(a.out, &d)
	if out != "" {
		fmt.Fprintf(a.out, "已写出差异表：%s\n", out)
	}
	return nil
}

// differenceText lists the numbers that differ, and below them each case with its reasons once.
func differenceText(w io.Writer, d *cases.SealDifference) {
	fmt.Fprintln(w, seal.Says(d))
	var moved []*cases.SealChange
	seen := map[cases.ID]bool{}
	for i := range d.Lines {
		l := &d.Lines[i]
		var who []string
		for j := range l.Cases {
			c := &l.Cases[j]
			who = append(who, c.Status.Label()+cmp.Or(c.Number, "未编号案件"))
			if !seen[c.Case] {
				seen[c.Case], moved = true, append(moved, c)
			}
		}
		fmt.Fprintf(w, "%s《%s》%s：封存%d%s，现在%d%s（%s）\n", gap, l.Table, l.Label, l.Was, l.Unit, l.Is, l.Unit, strings.Join(who, "、"))
	}
	for _, c := range moved {
		fmt.Fprintf(w, "\n%s  %s\n", cmp.Or(c.Number, "未编号案件"), c.Title)
		for _, text := range append(c.Why, c.Entered...) {
			fmt.Fprintf(w, "%s%s\n", gap, text)
		}
	}
}

// sealed is what seals say of a form: the seal of its own period, and the carry-over from the period sealed before.
type sealed struct {
	record *cases.SealRecord
	carry  []forms.Check
}

func sealedForm(ctx context.Context, o Office, t *forms.Table) (sealed, error) {
	var out sealed
	list, err := o.Seals(ctx)
	if err != nil {
		return out, err
	}
	out.record = seal.Latest(list, t.Period.From, t.Period.To)
	before := seal.Before(list, t.Period.From)
	if before == nil {
		return out, nil
	}
	s, err := o.LoadSeal(ctx, before.ID)
	if err != nil {
		return out, err
	}
	c, known, err := seal.CarryOver(ctx, o, s, t)
	if known {
		out.carry = append(out.carry, c)
	}
	return out, err
}

// document is the JSON of a form with what seals say of it.
func (s *sealed) document(t *forms.Table) any {
	return struct {
		formTableJSON
		Sealed *cases.SealRecord `json:"sealed"`
	}{newFormTableJSON(t, seal.Checks(t, s.carry)), s.record}
}

// write is the form as text.
func (s *sealed) write(w io.Writer, t *forms.Table) {
	formText(w, t, seal.Checks(t, s.carry))
	if s.record != nil {
		fmt.Fprintf(w, "已封存：%s。封存以后的差异见 fuyi seal --diff。\n", strings.TrimSuffix(seal.Head(s.record), "。"))
	}
}
