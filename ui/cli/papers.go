package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"fuyi/cases"
	"fuyi/cases/dossier"
	"fuyi/ui/model"

	"github.com/spf13/cobra"
)

func (a *app) papersCommand() *cobra.Command {
	out := fileFlag{ext: ".xlsx", or: ".pdf"}
	cmd := &cobra.Command{
		Use:   "papers 案号 [--out 文件.xlsx|文件.pdf] [--json]",
		Short: "列出一件案件的卷宗材料，并说明归档前还缺什么",
		Long: "列出一件案件的卷宗材料，正卷、副卷各按规定的顺序，写明页号；并按已经记录的程序行为说明归档前还缺什么。\n" +
			"用 --out 把卷内目录写成表格（.xlsx）或者可以打印的文件（.pdf）。",
		Args: operands("案号"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.papers(cmd.Context(), args[0], out.path)
		},
	}
	cmd.Flags().Var(&out, "out", "同时写出卷内目录，.xlsx 是表格，.pdf 用于打印")
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) papers(ctx context.Context, number, out string) error {
	return a.with(ctx, false, func(o Office) error {
		c, err := o.CaseByNumber(ctx, number)
		if err != nil {
			return err
		}
		all, err := o.Papers(ctx, c.ID)
		if err != nil {
			return err
		}
		if out != "" {
			if err := a.writeVolumeList(ctx, o, out, c.ID, len(all)); err != nil {
				return err
			}
			fmt.Fprintf(a.Stderr, "已写出卷内目录：%s\n", out)
		}
		if a.json {
			return writeJSON(a.out, newDossierJSON(c, all))
		}
		return papersText(a.out, c, all)
	})
}

// writeVolumeList writes the list of the volumes in the form that the file's name demands.
func (a *app) writeVolumeList(ctx context.Context, o Office, out string, id cases.ID, papers int) error {
	switch {
	case papers == 0:
		return &cases.Error{Op: "volume list", Kind: cases.Invalid, Msg: "卷宗里还没有材料，没有卷内目录可以写出。请先用 fuyi attach 加入材料。"}
	case strings.EqualFold(filepath.Ext(out), ".pdf"):
		return a.Files(o).CasePrint(ctx, out, id, cases.SlipContents)
	}
	return a.Files(o).VolumeList(ctx, out, id)
}

func papersText(w io.Writer, c *cases.Case, all []cases.Paper) error {
	d := model.NewDossier(c, all, nil)
	fmt.Fprintf(w, "%s  %s  %s\n", c.Number, c.KindLabel(), d.Totals())
	if on, kept := dossier.Archived(c); !on.IsZero() {
		fmt.Fprintln(w, strings.Join(filled([]string{"已于" + on.Chinese() + "归档", kept.Term}), "，保管期限")+"。")
	}
	for _, b := range dossier.Bind(c.Kind, all) {
		fmt.Fprintf(w, "\n%s\n", b.Name())
		t := table{
			head:  []string{"序号", "类目", "题名", "文号", "责任者", "日期", "页号", "文件", "备注"},
			right: map[int]bool{0: true}, max: map[int]int{1: 26, 2: 40, 3: 30, 4: 26, 7: 36, 8: 30},
		}
		for i := range b.Lines {
			l := &b.Lines[i]
			t.add(fmt.Sprint(l.Serial), dossier.HeadingOf(c.Kind, l.Volume, l.Slot).Label, cmp.Or(l.Title, l.File), l.Paper.Number, l.Author,
				l.Date.String(), pageWords(l), l.File, l.Remark)
		}
		t.write(w)
	}
	fmt.Fprintf(w, "\n%s\n", d.Complete())
	for _, m := range d.Missing {
		fmt.Fprintf(w, "%s%s（%s：%s）：%s\n", gap, m.Name, m.Volume.Label(), m.Label, m.Why)
	}
	return nil
}

// pageWords are the pages of a paper in its volume, or why they are not known.
func pageWords(l *dossier.Line) string {
	switch span := l.Span(); {
	case l.Pages == 0:
		return "页数未填"
	case span == "":
		return fmt.Sprintf("%d页", l.Pages)
	default:
		return span
	}
}

func (a *app) briefCommand() *cobra.Command {
	out := fileFlag{ext: ".pdf"}
	cmd := &cobra.Command{
		Use:   "brief 案号 --out 文件.pdf",
		Short: "写出一件案件的一页案情（A4）",
		Long: "写出一件案件的一页案情：当事人、办到哪一步、正在计算的期限、请求和理由、争议焦点、拟办意见，都在一张 A4 纸上；写不下的缩短，并注明详见卷宗。\n" +
			"一页案情供内部汇报使用，属于副卷材料，不要交给当事人。",
		Args:    operands("案号"),
		PreRunE: require("out"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), false, func(o Office) error {
				c, err := o.CaseByNumber(cmd.Context(), args[0])
				if err != nil {
					return err
				}
				if err := a.Files(o).Brief(cmd.Context(), out.path, c.ID); err != nil {
					return err
				}
				_, err = fmt.Fprintf(a.out, "已写出%s的一页案情：%s\n", c.Number, out.path)
				return err
			})
		},
	}
	cmd.Flags().Var(&out, "out", "要写出的 .pdf 文件")
	return cmd
}
