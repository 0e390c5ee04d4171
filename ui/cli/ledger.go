package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"fuyi/cases"

	"github.com/spf13/cobra"
)

func (a *app) templateCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "template 文件.xlsx",
		Short: "写出空白台账，带下拉选项和一行示例",
		Args:  operands("要写出的 .xlsx 文件"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := (&fileFlag{ext: ".xlsx"}).Set(args[0]); err != nil {
				return misuse(cmd, "%s", err)
			}
			if err := a.Files(nil).Template(args[0]); err != nil {
				return err
			}
			_, err := fmt.Fprintf(a.out, "已写出空白台账：%s\n", args[0])
			return err
		},
	}
}

func (a *app) ledgerCommand() *cobra.Command {
	out := fileFlag{ext: ".xlsx"}
	var year yearFlag
	cmd := &cobra.Command{
		Use:     "ledger --out 文件.xlsx [--year 年度]",
		Short:   "导出复议和应诉两本台账",
		Args:    operands(),
		PreRunE: require("out"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.with(cmd.Context(), false, func(o Office) error {
				err := a.Files(o).Ledger(cmd.Context(), out.path, int(year), progress(a.Stderr, "已写出行数"))
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(a.out, "已导出台账：%s\n", out.path)
				return err
			})
		},
	}
	cmd.Flags().Var(&out, "out", "要写出的 .xlsx 文件")
	cmd.Flags().Var(&year, "year", "收案年度；不写时导出全部案件")
	return cmd
}

func (a *app) importCommand() *cobra.Command {
	var opt cases.ImportOptions
	cmd := &cobra.Command{
		Use:   "import 台账.xlsx [--dry-run] [--all-or-nothing] [--json]",
		Short: "导入 Excel 台账",
		Long: "导入 Excel 台账，复议、应诉各一个工作表，表头按名称识别。\n" +
			"读不懂的必填内容会连同单元格位置和原因列出，该行不导入；读不懂的其他列作为备注保存。\n" +
			"已有的案件不会改动。一次导入可以用 fuyi imports --undo 整体撤销。",
		Args: operands("台账文件"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.importLedger(cmd.Context(), args[0], opt)
		},
	}
	cmd.Flags().BoolVar(&opt.DryRun, "dry-run", false, "只读表并逐行说明，不写入任何内容")
	cmd.Flags().BoolVar(&opt.AllOrNothing, "all-or-nothing", false, "只要有一行不能导入，就一行也不导入")
	a.jsonFlag(cmd)
	return cmd
}

// importReport shows an import while it runs and when it is done.
type importReport interface {
	row(cases.LedgerRow)
	done(io.Writer, cases.LedgerReport) error
	close()
}

func (a *app) importLedger(ctx context.Context, path string, opt cases.ImportOptions) error {
	read := func(o Office) error { return a.readLedger(ctx, o, path, opt, opt.DryRun) }
	if opt.DryRun {
		return a.withTrial(ctx, read)
	}
	none, err := a.nothingToFound(ctx, path, opt.AllOrNothing)
	if err != nil {
		return err
	}
	if none {
		// What is read against an empty office in a temporary folder is told as the real import would be.
		opt.DryRun = true
		return a.withTrial(ctx, func(o Office) error { return a.readLedger(ctx, o, path, opt, false) })
	}
	return a.with(ctx, true, read)
}

// readLedger imports or reads a ledger and tells about it, as of a trial when dry is true.
func (a *app) readLedger(ctx context.Context, o Office, path string, opt cases.ImportOptions, dry bool) error {
	show, err := a.importReport(dry)
	if err != nil {
		return err
	}
	defer show.close()
	opt.Row = show.row
	if !a.json {
		opt.Progress = progress(a.Stderr, "已读行数")
	}
	report, err := a.Files(o).ImportLedger(ctx, path, opt)
	if err != nil && !(opt.AllOrNothing && report.Refused > 0) {
		return err
	}
	if report.DryRun && !dry {
		report.DryRun, report.Imported = false, 0
	}
	// All or nothing was refused because of rows, and those are what the clerk needs to see.
	if err := show.done(a.out, report); err != nil {
		return err
	}
	return cmp.Or(err, verdict(report, opt.AllOrNothing))
}

// nothingToFound reports that the folder holds no office and the ledger would be refused as a whole, so that no empty
// office is left behind.
func (a *app) nothingToFound(ctx context.Context, path string, allOrNothing bool) (bool, error) {
	o, err := a.Open(ctx, a.dir(), false)
	if err == nil {
		return false, o.Close()
	}
	if cases.KindOf(err) != cases.NotFound {
		return false, err
	}
	reading, stop := context.WithCancel(ctx)
	defer stop()
	found := false
	opt := cases.ImportOptions{DryRun: true, AllOrNothing: allOrNothing, Row: func(r cases.LedgerRow) {
		if r.Status == cases.RowImported && !allOrNothing {
			// One case is enough to know; the import itself reads the rest.
			found = true
			stop()
		}
	}}
	var report cases.LedgerReport
	err = a.withTrial(ctx, func(o Office) error {
		report, err = a.Files(o).ImportLedger(reading, path, opt)
		return err
	})
	switch {
	case found:
		return false, ctx.Err()
	case allOrNothing && report.Refused > 0:
		return true, nil
	}
	// A ledger without any row is no failure: it founds the office.
	return report.Imported == 0 && report.Refused > 0, err
}

// withTrial opens the office for a dry run, which must not create it: where there is none, the ledger is held against
// an empty office in a temporary folder.
func (a *app) withTrial(ctx context.Context, work func(Office) error) error {
	o, err := a.Open(ctx, a.dir(), false)
	if err == nil {
		return use(o, work)
	}
	if cases.KindOf(err) != cases.NotFound {
		return err
	}
	dir, err := os.MkdirTemp("", "fuyi-trial-")
	if err != nil {
		return noTemporary("import", err)
	}
	// The system clears what cannot be removed here.
	defer func() { _ = os.RemoveAll(dir) }()
	if o, err = a.Open(ctx, dir, true); err != nil {
		return err
	}
	return use(o, work)
}

func (a *app) importReport(dry bool) (importReport, error) {
	if a.json {
		return newImportJSON(dry)
	}
	return &importText{w: a.out, dry: dry}, nil
}

// verdict says whether the import took place. Some refused rows do not make it a failure, they are listed; a dry run
// is judged as the real one would be.
func verdict(r cases.LedgerReport, allOrNothing bool) error {
	switch {
	case r.Refused == 0:
		return nil
	case allOrNothing:
		return refused("import", "有 %d 行不能导入，按“全部导入或者都不导入”的要求，没有写入任何案件。请按列出的单元格修改台账后重新导入。", r.Refused)
	case r.Imported == 0 && r.Present == 0:
		return refused("import", "全部 %d 行都不能导入，没有写入任何案件。请按列出的单元格修改台账后重新导入。", r.Refused)
	}
	return nil
}

func (a *app) importsCommand() *cobra.Command {
	var undo numberFlag
	cmd := &cobra.Command{
		Use:   "imports [--undo 编号] [--json]",
		Short: "列出以往的台账导入，或者撤销其中一次",
		Args:  operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if undo != 0 {
				return a.undoImport(cmd.Context(), int64(undo))
			}
			return a.with(cmd.Context(), false, func(o Office) error {
				past, err := o.Imports(cmd.Context())
				if err != nil {
					return err
				}
				return a.printImports(past)
			})
		},
	}
	cmd.Flags().Var(&undo, "undo", "撤销这个编号的导入；其中有案件后来又办理过的，不能撤销")
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) undoImport(ctx context.Context, id int64) error {
	return a.change(ctx, func(o Office) error {
		if err := o.UndoImport(ctx, id); err != nil {
			return err
		}
		_, err := fmt.Fprintf(a.out, "已撤销第 %d 次导入。\n", id)
		return err
	})
}

type importJSON struct {
	ID     int64  `json:"id"`
	File   string `json:"file"`
	At     string `json:"at"`
	By     string `json:"by"`
	Cases  int    `json:"cases"`
	Undone bool   `json:"undone"`
}

func (a *app) printImports(past []cases.ImportRecord) error {
	if a.json {
		out := make([]importJSON, len(past))
		for i, p := range past {
			out[i] = importJSON{ID: p.ID, File: p.File, At: p.At, By: p.ImportedBy, Cases: p.Cases, Undone: p.Undone}
		}
		return writeJSON(a.out, out)
	}
	if len(past) == 0 {
		_, err := fmt.Fprintln(a.out, "还没有导入过台账。")
		return err
	}
	t := table{head: []string{"编号", "文件", "时间", "件数", "状态"}, right: map[int]bool{0: true, 3: true}}
	for _, p := range past {
		state := "有效"
		if p.Undone {
			state = "已撤销"
		}
		t.add(fmt.Sprint(p.ID), p.File, clock(p.At), fmt.Sprint(p.Cases), state)
	}
	t.write(a.out)
	return nil
}

// clock shows a stored time of day as the wall clock did; what is no time is shown as it is.
func clock(stored string) string {
	at, err := time.Parse(time.RFC3339, stored)
	if err != nil {
		return stored
	}
	return at.Local().Format("2006-01-02 15:04")
}
