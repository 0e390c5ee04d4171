package cli

import (
	"cmp"
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

func (a *app) entriesCommand() *cobra.Command {
	var (
		on       dateFlag
		tick, by string
		out      = fileFlag{ext: ".xlsx"}
	)
	cmd := &cobra.Command{
		Use:   "entries [--on 日期] [--tick 编号,编号|all --by 核对人] [--out 文件.xlsx] [--json]",
		Short: "期限登记核对单：当天登记和更正的内容，由第二个人核对",
		Args:  operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			day := cmp.Or(on.Date, a.Today)
			if (tick == "") != (by == "") {
				return misuse(cmd, "核对时请同时用 --tick 写明记录编号、用 --by 写明核对人。")
			}
			if tick != "" {
				return a.tick(cmd.Context(), day, tick, by)
			}
			return a.with(cmd.Context(), false, func(o Office) error {
				if out.path != "" {
					if err := a.Files(o).CheckSheet(cmd.Context(), out.path, day); err != nil {
						return err
					}
					fmt.Fprintf(a.Stderr, "已写出核对单：%s\n", out.path)
				}
				list, err := o.Entries(cmd.Context(), cases.EntriesOn(day))
				if err != nil {
					return err
				}
				return a.printEntries(day, list)
			})
		},
	}
	cmd.Flags().Var(&on, "on", "哪一天的登记，不写时为今天")
	cmd.Flags().StringVar(&tick, "tick", "", "核对无误的记录编号，逗号分开；all 表示当天全部")
	cmd.Flags().StringVar(&by, "by", "", "核对人的姓名，不能是登记人本人")
	cmd.Flags().Var(&out, "out", "同时写成可以打印的核对单")
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) tick(ctx context.Context, day calendar.Date, which, by string) error {
	return a.change(ctx, func(o Office) error {
		list, err := o.Entries(ctx, cases.EntriesOn(day))
		if err != nil {
			return err
		}
		chosen, err := chooseEntries(list, which)
		if err != nil {
			return err
		}
		if err := o.Tick(ctx, chosen, by); err != nil {
			return err
		}
		if !a.json {
			fmt.Fprintf(a.out, "%s 核对了 %d 条记录。\n", strings.TrimSpace(by), len(chosen))
			return nil
		}
		// The document is the sheet as it stands with the ticks.
		if list, err = o.Entries(ctx, cases.EntriesOn(day)); err != nil {
			return err
		}
		return a.printEntries(day, list)
	})
}

func chooseEntries(list []cases.Entry, which string) ([]cases.Entry, error) {
	if which == "all" {
		return list, nil
	}
	var out []cases.Entry
	for _, word := range strings.Split(which, ",") {
		id, err := strconv.ParseInt(strings.TrimSpace(word), 10, 64)
		i := slices.IndexFunc(list, func(e cases.Entry) bool { return e.ID == id })
		if err != nil || i < 0 {
			return nil, refused("tick", "当天没有编号为“%s”的记录，编号见 fuyi entries。", word)
		}
		out = append(out, list[i])
	}
	return out, nil
}

type entryJSON struct {
	ID       int64         `json:"id"`
	Number   string        `json:"number"`
	Act      actJSON       `json:"act"`
	Old      *actJSON      `json:"old"`
	Struck   bool          `json:"struck"`
	Reason   string        `json:"reason"`
	At       string        `json:"at"`
	By       string        `json:"by"`
	Sets     []changeJSON  `json:"sets"`
	TickedBy string        `json:"ticked_by"`
	TickedAt string        `json:"ticked_at"`
	Day      calendar.Date `json:"day"`
}

func newEntryJSON(day calendar.Date, e *cases.Entry) entryJSON {
	out := entryJSON{e.ID, e.Number, newActJSON(e.Act), nil, e.Struck, e.Reason, e.At, e.By, each(e.Sets, newChangeJSON), e.TickedBy, e.TickedAt, day}
	if e.Old != nil {
		old := newActJSON(*e.Old)
		out.Old = &old
	}
	return out
}

func (a *app) printEntries(day calendar.Date, list []cases.Entry) error {
	if a.json {
		return writeJSON(a.out, each(list, func(e cases.Entry) entryJSON { return newEntryJSON(day, &e) }))
	}
	fmt.Fprintf(a.out, "期限登记核对单  %s\n", day.Chinese())
	if len(list) == 0 {
		fmt.Fprintln(a.out, "当日没有登记或者更正。")
		return nil
	}
	t := table{head: []string{"编号", "案号", "登记内容", "日期", "文号", "期限", "登记人", "核对"}}
	for i := range list {
		e := &list[i]
		var sets []string
		for _, c := range e.Sets {
			sets = append(sets, c.Name()+"："+c.Words())
		}
		t.add(fmt.Sprint(e.ID), e.Number, entryWords(e), e.Act.On.String(), e.Act.Paper, strings.Join(sets, "；"), e.By, cmp.Or(e.TickedBy, "未核对"))
	}
	t.write(a.out)
	return nil
}

// entryWords says what was entered, and of a correction what stood there and why.
func entryWords(e *cases.Entry) string {
	what := strings.Join(append([]string{procedure.ActLabel(e.Act.Kind)}, procedure.Describe(&e.Act)...), " ")
	switch {
	case e.Struck:
		return "作废：" + what + "（" + e.Reason + "）"
	case e.Old != nil:
		return "更正：" + what + "（原为 " + actWords(e.Old) + "；" + e.Reason + "）"
	}
	return what
}
