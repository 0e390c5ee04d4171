package cli

import (
	"context"
	"fmt"

	"fuyi/cases"
	"fuyi/cases/sample"

	"github.com/spf13/cobra"
)

func (a *app) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "建立示例办公室：苏州市姑苏区 2019、2020 两年的案件",
		Args:  operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.with(cmd.Context(), true, func(o Office) error { return a.demo(cmd.Context(), o) })
		},
	}
}

func (a *app) demo(ctx context.Context, o Office) error {
	if err := mustBeEmpty(ctx, o, a.dir()); err != nil {
		return err
	}
	settings, all := sample.Demo()
	if err := o.SaveSettings(ctx, settings); err != nil {
		return err
	}
	n, err := addAll(ctx, o, "示例案件", func(yield func(*cases.Case) error) error {
		for _, c := range all {
			if err := yield(c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "已建立示例办公室，共 %d 件案件：%s\n", n, a.dir())
	return err
}

// mustBeEmpty keeps invented cases out of an office that has real ones.
func mustBeEmpty(ctx context.Context, o Office, dir string) error {
	page, err := o.List(ctx, cases.Query{Limit: 1})
	if err != nil {
		return err
	}
	if page.Total > 0 {
		return refused("demo", "这个办公室已有 %d 件案件，不能再建立示例：%s。请用 --office 指定另一个空文件夹。", page.Total, dir)
	}
	return nil
}

// addAll stores cases in one transaction, which is both fast and undone as a whole when something fails.
func addAll(ctx context.Context, o Office, name string, produce func(func(*cases.Case) error) error) (n int, err error) {
	tx, err := o.BeginImport(ctx, cases.ImportSource{File: name})
	if err != nil {
		return 0, err
	}
	// After Commit this does nothing.
	defer func() { _ = tx.Rollback() }()
	err = produce(func(c *cases.Case) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		present, err := tx.Add(c)
		if err == nil && !present {
			n++
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	_, err = tx.Commit()
	return n, err
}

func (a *app) generateCommand() *cobra.Command {
	var count countFlag
	var seed seedFlag
	var from, to yearFlag
	cmd := &cobra.Command{
		Use:     "generate --cases 件数 --seed 种子 [--from 年度 --to 年度]",
		Short:   "生成任意件数的虚构案件，用于试用和测速",
		Args:    operands(),
		PreRunE: require("cases", "seed"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			first, last, err := a.span(cmd, int(from), int(to))
			if err != nil {
				return err
			}
			return a.with(cmd.Context(), true, func(o Office) error {
				return a.generate(cmd.Context(), o, int(count), uint64(seed), first, last)
			})
		},
	}
	cmd.Flags().Var(&count, "cases", "案件件数")
	cmd.Flags().Var(&seed, "seed", "种子，相同的种子和日期得到相同的案件")
	cmd.Flags().Var(&from, "from", "最早的收案年度；不写时为最晚年度之前四年")
	cmd.Flags().Var(&to, "to", "最晚的收案年度；不写时为今年")
	return cmd
}

// span fills the years that were left out: the five years that end with this one.
func (a *app) span(cmd *cobra.Command, from, to int) (first, last int, err error) {
	if to == 0 {
		to = max(a.Today.Year(), from)
	}
	if from == 0 {
		from = max(to-4, firstYear)
	}
	if from > to {
		return 0, 0, misuse(cmd, "起始年度 %d 晚于终止年度 %d。", from, to)
	}
	return from, to, nil
}

func (a *app) generate(ctx context.Context, o Office, n int, seed uint64, from, to int) error {
	if err := a.sampleSettings(ctx, o); err != nil {
		return err
	}
	tell, made := progress(a.Stderr, "已生成件数"), 0
	added, err := addAll(ctx, o, "生成的案件", func(yield func(*cases.Case) error) error {
		return sample.Generate(n, seed, from, to, a.Today, a.Calendar, func(c *cases.Case) error {
			made++
			tell(made, n)
			return yield(c)
		})
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "已生成 %d 件案件（%d 至 %d 年）：%s\n", added, from, to, a.dir())
	return err
}

// sampleSettings names an office that has no name yet: suits against the organ are counted by its name.
func (a *app) sampleSettings(ctx context.Context, o Office) error {
	s, err := o.Settings(ctx)
	if err != nil || s.Organ != "" {
		return err
	}
	s, _ = sample.Demo()
	return o.SaveSettings(ctx, s)
}
