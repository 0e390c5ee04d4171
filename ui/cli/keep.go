package cli

import (
	"fmt"
	"os"
	"strings"

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
		Use:   "backup 备份.db",
		Short: "备份整个办公室数据，连同卷宗材料",
		Long: "备份整个办公室数据：案件、设置和留痕写成一个文件，例如 备份.db；有卷宗材料的，材料文件写进它旁边的文件夹 备份.files。\n" +
			"两者合起来才是完整的备份，请一起保管、一起移动。每次备份请用不同的文件名，已有的备份不会被覆盖。",
		Args: operands("备份的位置"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), false, func(o Office) error {
				if err := o.Backup(cmd.Context(), args[0]); err != nil {
					return err
				}
				fmt.Fprintf(a.out, "已备份到：%s\n", args[0])
				if beside := papersBeside(args[0]); isFolder(beside) {
					fmt.Fprintf(a.out, "卷宗材料备份在：%s\n两者合起来才是完整的备份，请一起保管。\n", beside)
				}
				return nil
			})
		},
	}
}

func (a *app) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "restore 备份.db",
		Short: "用备份恢复办公室数据，连同卷宗材料",
		Long: "用备份恢复办公室数据，恢复到 --office 指定的文件夹。备份旁边的文件夹（备份.db 旁边是 备份.files）里的卷宗材料一起恢复到那里的 files 文件夹。\n" +
			"那里原有的数据先存入 backups 文件夹，原有的材料文件也都留着，不会丢失；恢复时不能有窗口正在使用它。",
		Args: operands("备份的位置"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.Restore(cmd.Context(), a.dir(), args[0]); err != nil {
				return err
			}
			fmt.Fprintf(a.out, "已恢复到：%s\n", a.dir())
			if beside := papersBeside(args[0]); !isFolder(beside) {
				fmt.Fprintf(a.out, "备份旁边没有文件夹“%s”，没有恢复卷宗材料；原来有材料的，请把它放到备份旁边再恢复一次。\n", beside)
			}
			return nil
		},
	}
}

// papersBeside is the folder beside a backup that holds the papers of its dossiers.
func papersBeside(backup string) string { return strings.TrimSuffix(backup, ".db") + ".files" }

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
