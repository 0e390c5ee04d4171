package cli

import (
	"context"
	"fmt"

	"fuyi/cases"
	"fuyi/cases/dossier"

	"github.com/spf13/cobra"
)

func (a *app) answerCommand() *cobra.Command {
	out := fileFlag{ext: ".zip"}
	cmd := &cobra.Command{
		Use:   "answer 案号 [--out 文件.zip] [--json]",
		Short: "应诉案件的答辩举证材料：应当提交什么、卷宗里有什么、还缺什么",
		Long: "列出收到起诉状副本后十五日内应当向法院提交的材料，逐项写明卷宗里有哪些文件、还缺什么。\n" +
			"--out 把清单和这些文件按提交的次序写进一个压缩文件（.zip）。",
		Args: operands("案号"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), false, func(o Office) error { return a.answer(cmd.Context(), o, args[0], out.path) })
		},
	}
	cmd.Flags().Var(&out, "out", "把清单和材料写到这个 .zip 文件")
	a.jsonFlag(cmd)
	return cmd
}

// answerJSON is one paper of the answer.
type answerJSON struct {
	Name     string   `json:"name"`
	Basis    string   `json:"basis"`
	Optional bool     `json:"optional"`
	Papers   []string `json:"papers"`
}

func (a *app) answer(ctx context.Context, o Office, number, out string) error {
	c, err := o.CaseByNumber(ctx, number)
	if err != nil {
		return err
	}
	papers, err := o.Papers(ctx, c.ID)
	if err != nil {
		return err
	}
	list := dossier.Answer(c, papers)
	if list == nil {
		return &cases.Error{Op: "answer", Kind: cases.Invalid, Msg: "“" + c.Number + "”不是应诉案件，没有答辩材料。"}
	}
	if out != "" {
		if err := a.Files(o).Answer(ctx, out, c.ID); err != nil {
			return err
		}
		fmt.Fprintf(a.Stderr, "已写出答辩材料：%s\n", out)
	}
	doc := []answerJSON{}
	for _, x := range list {
		j := answerJSON{x.Name, x.Basis, x.Optional, []string{}}
		for _, p := range x.Papers {
			j.Papers = append(j.Papers, p.Title)
		}
		doc = append(doc, j)
	}
	if a.json {
		return writeJSON(a.out, doc)
	}
	t := table{head: []string{"材料", "卷宗里的文件", "依据"}, max: map[int]int{1: 50}}
	for i := range list {
		t.add(list[i].Name, list[i].Have(), list[i].Basis)
	}
	fmt.Fprintf(a.out, "%s  %s\n\n", c.Number, c.Title())
	t.write(a.out)
	if lack := dossier.Lacking(list); lack != "" {
		fmt.Fprintf(a.out, "\n还缺少：%s。\n", lack)
	}
	return nil
}
