package cli

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
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
		Args: operands("案号", "记录编号"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := strconv.ParseInt(strings.TrimPrefix(args[1], "#"), 10, 64)
			if err != nil {
				return misuse(cmd, "“%s”不是记录编号，编号是 fuyi show 中 # 后面的数字。", args[1])
			}
			if strike == (f.on.IsZero() == false || len(f.set) > 0) {
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
		shown := c.Acts[i]
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
		t := procedure.Trial{Before: c.Timeline(o.Law(), a.Today), After: procedure.Fold(acts, c.Kind == cases.Litigation, o.Law(), a.Today)}
		t.Changes = procedure.Compare(&t.Before, &t.After)
		what := "已更正"
		if strike {
			what = "已作废"
		}
		return a.printTrial(c, &shown, &t, what)
	})
}

func (a *app) dueCommand() *cobra.Command {
	var handler, ics string
	cmd := &cobra.Command{
		Use:   "due [--handler 承办人] [--ics 文件.ics] [--json]",
		Short: "列出全部正在计算的期限，最急的在前",
		Args:  operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.with(cmd.Context(), false, func(o Office) error {
				if ics != "" {
					if err := a.Files(o).DueCalendar(cmd.Context(), ics, handler, 0); err != nil {
						return err
					}
					fmt.Fprintf(a.Stderr, "已写出日历文件：%s\n", ics)
				}
				return a.due(cmd.Context(), o, handler)
			})
		},
	}
	cmd.Flags().StringVar(&handler, "handler", "", "只列这位承办人的案件")
	cmd.Flags().StringVar(&ics, "ics", "", "同时写成日历文件，供手机等导入")
	a.jsonFlag(cmd)
	return cmd
}

// dueJSON is one running period.
type dueJSON struct {
	Number      string           `json:"number"`
	Kind        cases.Kind       `json:"kind"`
	Title       string           `json:"title"`
	Handler     string           `json:"handler"`
	State       string           `json:"state"`
	Rule        procedure.RuleID `json:"rule"`
	Name        string           `json:"name"`
	Due         calendar.Date    `json:"due"`
	DaysLeft    int              `json:"days_left"`
	Provisional bool             `json:"provisional"`
	Expires     bool             `json:"expires"`
	Basis       string           `json:"basis"`
}

func (a *app) due(ctx context.Context, o Office, handler string) error {
	var out []dueJSON
	stuck := []string{}
	err := o.EachRunning(ctx, a.Today, nil, func(c *cases.Case) error {
		if handler != "" && !slices.Contains(strings.Split(c.Handler, "、"), handler) {
			return nil
		}
		r := cases.RunningOf(c, o.Law(), a.Today)
		if r.Stuck() {
			stuck = append(stuck, c.Number)
		}
		for _, p := range r.Periods {
			if p.Rule.Quiet || p.Count.Open {
				continue
			}
			out = append(out, dueJSON{c.Number, c.Kind, c.Title(), c.Handler, r.Row.State.Label(), p.Rule.ID, p.Name(), p.Count.Due,
				p.DaysLeft(a.Today), p.Count.Provisional, p.Rule.Expires, p.Rule.Basis})
		}
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortStableFunc(out, func(x, y dueJSON) int { return int(x.Due - y.Due) })
	if a.json {
		return writeJSON(a.out, struct {
			Periods []dueJSON `json:"periods"`
			Stuck   []string  `json:"without_next_step"`
		}{append([]dueJSON{}, out...), stuck})
	}
	for _, n := range stuck {
		fmt.Fprintf(a.out, "没有下一步：%s\n", n)
	}
	if len(out) == 0 {
		fmt.Fprintln(a.out, "没有正在计算的期限。")
		return nil
	}
	t := table{head: []string{"届满", "还剩", "期限", "案号", "当事人", "承办人", "状态"}, right: map[int]bool{1: true}, max: map[int]int{4: 40}}
	for _, d := range out {
		due := d.Due.String()
		if d.Provisional {
			due += "（推算）"
		}
		left := fmt.Sprintf("%d日", d.DaysLeft)
		if d.DaysLeft < 0 {
			left = fmt.Sprintf("超期%d日", -d.DaysLeft)
		}
		t.add(due, left, d.Name, d.Number, d.Title, d.Handler, d.State)
	}
	t.write(a.out)
	return nil
}
