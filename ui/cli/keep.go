package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

type healthJSON struct {
	OK       bool     `json:"ok"`
	Problems []string `json:"problems"`
}

func (a *app) checkCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [--json]",
		Short: "核对办公室数据是否完整、一致",
		Args:  operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.with(cmd.Context(), false, func(o Office) error {
				problems, err := o.Check(cmd.Context())
				if err != nil {
					return err
				}
				return a.printHealth(problems)
			})
		},
	}
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) printHealth(problems []string) error {
	if a.json {
		if err := writeJSON(a.out, healthJSON{OK: len(problems) == 0, Problems: append([]string{}, problems...)}); err != nil {
			return err
		}
	} else {
		for _, p := range problems {
			fmt.Fprintln(a.out, p)
		}
	}
	if len(problems) > 0 {
		return refused("check", "核对发现 %d 处问题。请先备份数据文件夹，再联系维护人员。", len(problems))
	}
	if a.json {
		return nil
	}
	_, err := fmt.Fprintln(a.out, "核对完毕，数据完整、一致。")
	return err
}

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup 备份",
		Short: "备份整个办公室数据",
		Args:  operands("备份的位置"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), false, func(o Office) error {
				if err := o.Backup(cmd.Context(), args[0]); err != nil {
					return err
				}
				_, err := fmt.Fprintf(a.out, "已备份到：%s\n", args[0])
				return err
			})
		},
	}
}

func (a *app) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "restore 备份",
		Short: "用备份恢复办公室数据",
		Long: "用备份恢复办公室数据，恢复到 --office 指定的文件夹。\n" +
			"那里原有的数据先存入 backups 文件夹，不会丢失；恢复时不能有窗口正在使用它。",
		Args: operands("备份的位置"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.Restore(cmd.Context(), a.dir(), args[0]); err != nil {
				return err
			}
			_, err := fmt.Fprintf(a.out, "已恢复到：%s\n", a.dir())
			return err
		},
	}
}
