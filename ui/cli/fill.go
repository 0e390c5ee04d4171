package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/forms"
	"fuyi/cases/naming"
	"fuyi/cases/platform"

	"github.com/spf13/cobra"
)

func (a *app) fillCommand() *cobra.Command {
	var s span
	out := fileFlag{ext: ".xlsx"}
	var names string
	var propose bool
	cmd := &cobra.Command{
		Use:     "fill 空表.xlsx --map 对照.json --year 年度 --out 文件.xlsx | fill 空表.xlsx --map 对照.json --year 年度 --propose",
		Short:   "把统计数字填进上级或本单位的空表；先用 --propose 按表头生成单元格对照",
		Args:    operands("空表"),
		PreRunE: require("map"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if out.path == "" && !propose {
				return misuse(cmd, "命令 fill 需要用 --out 指定写到哪个 .xlsx 文件。")
			}
			p, err := s.periodOrLast(cmd, a)
			if err != nil {
				return err
			}
			if propose {
				return a.with(cmd.Context(), false, func(o Office) error { return a.propose(cmd.Context(), o, args[0], names, p) })
			}
			m, err := readMap(names)
			if err != nil {
				return err
			}
			return a.with(cmd.Context(), false, func(o Office) error { return a.fill(cmd.Context(), o, args[0], out.path, m, p) })
		},
	}
	s.flags(cmd)
	cmd.Flags().Var(&out, "out", "填好的表写到这个 .xlsx 文件")
	cmd.Flags().StringVar(&names, "map", "", "单元格对照文件（.json）")
	cmd.Flags().BoolVar(&propose, "propose", false, "按表头推断每个单元格是哪个数字，写成对照文件，供核对修改")
	a.jsonFlag(cmd)
	return cmd
}

func readMap(path string) (cases.BlankMap, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return cases.BlankMap{}, &cases.Error{Op: "fill", Kind: cases.NotFound, Err: err,
			Msg: "没有找到单元格对照文件“" + path + "”。可以先用 fuyi fill 空表.xlsx --map " + path + " --propose 生成一份。"}
	}
	return naming.ReadMap(data)
}

// propose writes a map guessed from the heads of the blank form; one that exists is not replaced.
func (a *app) propose(ctx context.Context, o Office, blank, path string, p forms.Period) error {
	b, err := a.Files(o).ReadBlank(blank)
	if err != nil {
		return err
	}
	f, err := analysis.LoadFigures(ctx, o, p, nil, nil, analysis.KeptChoices(ctx, o))
	if err != nil {
		return err
	}
	known := f.Names()
	m := cases.BlankMap{Title: b.File, File: b.File}
	exact := 0
	for _, p := range naming.Propose(&b, known, nil) {
		m.Cells = append(m.Cells, p.NamedCell)
		if p.Exact {
			exact++
		}
	}
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return &cases.Error{Op: "fill", Kind: cases.Conflict, Err: err, Msg: "对照文件“" + path + "”已经存在或者写不进去，没有覆盖。请换一个文件名。"}
	}
	if _, err = file.Write(append(data, '\n')); err == nil {
		err = file.Close()
	}
	if err != nil {
		return &cases.Error{Op: "fill", Kind: cases.Invalid, Err: err, Msg: "对照文件“" + path + "”没有写完，请检查磁盘空间。"}
	}
	_, err = fmt.Fprintf(a.out, "推断出%d个单元格，其中%d个表头完全一致，其余请核对。对照文件：%s\n", len(m.Cells), exact, path)
	return err
}

// fill counts the forms the map asks for and fills the blank form.
func (a *app) fill(ctx context.Context, o Office, blank, out string, m cases.BlankMap, p forms.Period) error {
	f, err := analysis.LoadFigures(ctx, o, p, nil, nil, analysis.KeptChoices(ctx, o))
	if err != nil {
		return err
	}
	report, err := a.Files(o).FillBlank(ctx, blank, out, m, f.Values(m))
	if a.json {
		if e := writeJSON(a.out, report); e != nil {
			return e
		}
		return err
	}
	for _, x := range report.Problems {
		fmt.Fprintln(a.out, x.Text)
	}
	for _, text := range report.Notices {
		fmt.Fprintln(a.out, text)
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "已填写%d个单元格：%s\n", report.Filled, out)
	return err
}

func (a *app) reconcileCommand() *cobra.Command {
	var year yearFlag
	out := fileFlag{ext: ".xlsx"}
	cmd := &cobra.Command{
		Use:     "reconcile 平台名单.xlsx --year 年度 [--out 文件.xlsx] [--json]",
		Short:   "把平台导出的名单和本单位的案件逐件逐栏比对：缺少、多出、不同",
		Args:    operands("平台名单"),
		PreRunE: require("year"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), false, func(o Office) error {
				files := a.Files(o)
				cards, err := platform.LoadCards(cmd.Context(), o)
				if err != nil {
					return err
				}
				r, err := files.Reconcile(cmd.Context(), args[0], cases.ReconcileOptions{Year: int(year), Cards: cards})
				if err != nil {
					return err
				}
				if out.path != "" {
					if err := files.SaveReconciliation(cmd.Context(), out.path, r); err != nil {
						return err
					}
				}
				if a.json {
					return writeJSON(a.out, r)
				}
				a.reconciled(&r, out.path)
				return nil
			})
		},
	}
	cmd.Flags().Var(&year, "year", "收案年度")
	cmd.Flags().Var(&out, "out", "把比对结果写到这个 .xlsx 文件")
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) reconciled(r *cases.Reconciliation, out string) {
	fmt.Fprintf(a.out, "%s：平台%d条，本单位%d件，完全一致%d件。\n", r.File, r.Records, r.Cases, r.Same)
	for _, l := range r.Lines {
		switch l.Status {
		case cases.PlatformDifferent:
			fmt.Fprintf(a.out, "  %s  %s  %s：本单位“%s”，平台“%s”（%s）\n", l.Status.Label(), l.Number, l.Label, l.Ours, l.Theirs, l.Address)
		case cases.PlatformMissing:
			fmt.Fprintf(a.out, "  %s  %s  %s %s\n", l.Status.Label(), l.Number, l.Title, l.Note)
		default:
			fmt.Fprintf(a.out, "  %s  %s  第%d行 %s\n", l.Status.Label(), l.Number, l.Row, l.Note)
		}
	}
	for _, text := range r.Problems {
		fmt.Fprintln(a.out, text)
	}
	if out != "" {
		fmt.Fprintf(a.out, "已写出比对结果：%s\n", out)
	}
}
