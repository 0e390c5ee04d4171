package cli

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"

	"github.com/spf13/cobra"
)

func (a *app) correctCommand() *cobra.Command {
	var (
		f      actFlags
		reason string
		strike bool
	)
	cmd := &cobra.Command{
		Use:   "correct 案号 记录编号 --reason 理由 [--on 日期] [--set 名称=内容]... [--strike] [--json]",
		Short: "更正录入：改正记错的内容，不是新的程序行为",
		Long: "更正录入：改正记错的内容，不是新的程序行为。记录编号是 fuyi show 中 # 后面的数字。\n" +
			"原来的内容保留在更正记录中；--strike 表示这条记录整条作废。",
		Args:    operands("案号", "记录编号"),
		PreRunE: require("reason"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := strconv.ParseInt(strings.TrimPrefix(args[1], "#"), 10, 64)
			if err != nil {
				return misuse(cmd, "“%s”不是记录编号，编号是 fuyi show 中 # 后面的数字。", args[1])
			}
			if strike == (!f.on.IsZero() || len(f.set) > 0) {
				return misuse(cmd, "请用 --on、--set 写明正确的内容，或者用 --strike 作废，二者选一。")
			}
			return a.correct(cmd.Context(), args[0], id, reason, strike, &f)
		},
	}
	f.add(cmd)
	cmd.Flags().StringVar(&reason, "reason", "", "更正的理由")
	cmd.Flags().BoolVar(&strike, "strike", false, "整条作废")
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) correct(ctx context.Context, number string, id int64, reason string, strike bool, f *actFlags) error {
	return a.change(ctx, func(o Office) error {
		c, err := o.CaseByNumber(ctx, number)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(c.Acts, func(x procedure.Act) bool { return x.ID == id })
		if i < 0 {
			return refused("correct", "%s中没有编号为 %d 的记录，编号是 fuyi show 中 # 后面的数字。", c.Number, id)
		}
		fix := cases.Correction{Act: id, Reason: reason}
		old, shown := c.Acts[i], c.Acts[i]
		if !strike {
			right := c.Acts[i]
			if err := f.fill(&right); err != nil {
				return err
			}
			fix.With, shown = &right, right
		}
		acts, _ := fix.Apply(c.Acts)
		if err := o.Correct(ctx, c.ID, fix); err != nil {
			return err
		}
		t := procedure.Trial{Before: c.Timeline(o.Law(), a.Today), After: procedure.Fold(acts, c.Course(), o.Law(), a.Today)}
		t.Changes = procedure.Compare(&t.Before, &t.After)
		if strike {
			return a.printTrial(c, &shown, &t, "已作废")
		}
		if !a.json {
			fmt.Fprintf(a.out, "原记录：%s\n新记录：%s\n", actWords(&old), actWords(&shown))
		}
		return a.printTrial(c, &shown, &t, "已更正")
	})
}
