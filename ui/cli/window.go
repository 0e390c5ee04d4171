package cli

import (
	"context"
	"fmt"

	"fuyi/cases"

	"github.com/spf13/cobra"
)

// window opens the window, or says why it cannot.
func (a *app) window(ctx context.Context) error {
	if !a.hasDisplay() {
		return &cases.Error{Op: "window", Kind: cases.Refused,
			Msg: "没有可用的图形界面，窗口无法打开：请在带桌面的电脑上运行（远程登录时请转发图形界面），" +
				"或者用命令办理，运行 fuyi help 查看全部命令。"}
	}
	err := a.Window(ctx, a.dir())
	if err != nil {
		alert(cases.Message(err))
	}
	return err
}

// hasDisplay reports whether a window can appear at all. On Windows and macOS the toolkit itself finds out.
func (a *app) hasDisplay() bool {
	switch a.GOOS {
	case "windows", "darwin":
		return true
	}
	return a.Getenv("DISPLAY") != "" || a.Getenv("WAYLAND_DISPLAY") != ""
}

func (a *app) picturesCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "pictures 文件夹",
		Short:  "不打开窗口，把主要页面画成 PNG 图片",
		Hidden: true,
		Args:   operands("存放图片的文件夹"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.Pictures(cmd.Context(), a.dir(), args[0]); err != nil {
				return err
			}
			_, err := fmt.Fprintf(a.out, "已把主要页面画成图片，存放在：%s\n", args[0])
			return err
		},
	}
}
