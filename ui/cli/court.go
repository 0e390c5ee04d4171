package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/courtroom"
	"fuyi/cases/procedure"
	"fuyi/ui/model"

	"github.com/spf13/cobra"
)

// courtFlag is the content of --paper; "" while not given.
type courtFlag courtroom.Kind

func (k *courtFlag) String() string { return "" }

// Type names the content in the help.
func (k *courtFlag) Type() string { return "材料" }

// Set reads the name of a paper, in English or in Chinese.
func (k *courtFlag) Set(s string) error {
	var names []string
	for _, x := range courtroom.Kinds() {
		if s == string(x) || s == x.Label() {
			*k = courtFlag(x)
			return nil
		}
		names = append(names, string(x)+"（"+x.Label()+"）")
	}
	return &valueError{fmt.Sprintf("“%s”不是开庭材料，请写%s。", s, strings.Join(names, "、"))}
}

// groundFlag is the content of --ground; "" while not given.
type groundFlag procedure.AbsenceGround

func (g *groundFlag) String() string { return "" }

// Type names the content in the help.
func (g *groundFlag) Type() string { return "事由" }

// Set reads a ground of absence, by its code or its Chinese name.
func (g *groundFlag) Set(s string) error {
	var names []string
	for _, x := range procedure.ProperGrounds() {
		if s == string(x) || s == procedure.AbsenceLabel(x) {
			*g = groundFlag(x)
			return nil
		}
		names = append(names, string(x)+"（"+procedure.AbsenceLabel(x)+"）")
	}
	return &valueError{fmt.Sprintf("“%s”不是负责人不能出庭的正当事由，请写%s（法释〔2020〕3号第8条）。", s, strings.Join(names, "、"))}
}

func (a *app) courtCommand() *cobra.Command {
	var paper courtFlag
	var ground groundFlag
	var ask courtroom.Ask
	var out string
	cmd := &cobra.Command{
		Use:   "court 案号 --paper 材料 --out 文件 [--head 姓名] [--post 职务] [--for 机关] [--ground 事由] [--json]",
		Short: "写出开庭材料：负责人出庭函、身份证明、不能出庭说明、授权委托书、出庭提要、日程",
		Long: "写出一件应诉案件的开庭材料。--paper 写 letter（负责人出庭函）、identity（负责人身份证明）、absence（不能出庭情况说明）、\n" +
			"authorisation（授权委托书），存为 .docx 或者 .pdf；brief（负责人出庭提要，一页 A4），存为 .pdf；calendar（开庭日程），存为 .ics。\n" +
			"登记中没有的内容在文中留空，并逐项说明；出庭的人看上去不算负责人的，只提醒，不阻止。",
		Args:    operands("案号"),
		PreRunE: require("paper", "out"),
		RunE: func(cmd *cobra.Command, args []string) error {
			k := courtroom.Kind(paper)
			if ext := strings.ToLower(filepath.Ext(out)); !slices.Contains(k.Files(), ext) {
				return misuse(cmd, "%s只能存为 %s 文件，请改文件名“%s”。", k.Label(), strings.Join(k.Files(), " 或 "), out)
			}
			ask.Ground = procedure.AbsenceGround(ground)
			return a.court(cmd.Context(), args[0], k, ask, out)
		},
	}
	f := cmd.Flags()
	f.Var(&paper, "paper", "要写出的材料")
	f.StringVar(&out, "out", "", "要写出的文件")
	f.StringVar(&ask.Head, "head", "", "出庭（或者不能出庭）的负责人的姓名，不写时用机关名录中的负责人")
	f.StringVar(&ask.Post, "post", "", "负责人的职务，不写时用人员名单中的职务")
	f.StringVar(&ask.Organ, "for", "", "为哪一个被告出具，不写时为本级政府或者唯一的被告")
	f.Var(&ground, "ground", "不能出庭的事由")
	f.StringVar(&ask.Reason, "reason", "", "不能出庭的具体情况")
	f.StringVar(&ask.Proof, "proof", "", "不能出庭的证明材料")
	f.StringVar(&ask.Staff, "staff", "", "出庭的工作人员，几个人用顿号隔开")
	a.jsonFlag(cmd)
	return cmd
}

// courtJSON is what was written.
type courtJSON struct {
	Number string         `json:"number"`
	Paper  courtroom.Kind `json:"paper"`
	Name   string         `json:"name"`
	Organ  string         `json:"organ"`
	Head   courtroom.Head `json:"head"`
	File   string         `json:"file"`
	// Blanks, Doubts and Finish are Chinese sentences: what is open, what may not stand, how the paper is executed.
	Blanks []string `json:"blanks"`
	Doubts []string `json:"doubts"`
	Finish string   `json:"finish"`
}

func (a *app) court(ctx context.Context, number string, k courtroom.Kind, ask courtroom.Ask, out string) error {
	return a.with(ctx, false, func(o Office) error {
		c, err := o.CaseByNumber(ctx, number)
		if err != nil {
			return err
		}
		w, err := model.ComposeCourt(ctx, o, c, k, ask, a.Today)
		if err != nil {
			return err
		}
		if err := w.Save(a.Files(o), out); err != nil {
			return err
		}
		if a.json {
			return writeJSON(a.out, courtJSON{Number: c.Number, Paper: k, Name: k.Label(), Organ: w.Matter.Organ, Head: w.Matter.Head, File: out,
				Blanks: append([]string{}, w.Blanks...), Doubts: append([]string{}, w.Doubts...), Finish: w.Finish})
		}
		a.courtText(c, w, out)
		return nil
	})
}

func (a *app) courtText(c *cases.Case, w *model.CourtWork, out string) {
	fmt.Fprintf(a.out, "已写出%s的%s（%s）：%s\n", c.Number, w.Kind.Label(), w.Matter.Organ, out)
	for _, part := range []struct {
		head  string
		lines []string
	}{{"需要补写的空白：", w.Blanks}, {"请核对：", w.Doubts}} {
		if len(part.lines) == 0 {
			continue
		}
		fmt.Fprintln(a.out, part.head)
		for _, s := range part.lines {
			fmt.Fprintln(a.out, gap+model.Together([]string{s}))
		}
	}
	if w.Finish != "" {
		fmt.Fprintln(a.out, w.Finish)
	}
}
