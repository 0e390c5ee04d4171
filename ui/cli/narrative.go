package cli

import (
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/forms"
	"fuyi/cases/narrative"

	"github.com/spf13/cobra"
)

func (a *app) analysisCommand() *cobra.Command {
	var s span
	var out, template, basis string
	var typed, readings map[string]string
	decimals := 1
	cmd := &cobra.Command{
		Use:   "analysis --year 年度|--from 日期 --to 日期 [--template 模板] [--set 名称=数字] [--out 文件.docx] [--json]",
		Short: "按模板写出年度报告或者统计分析报告，数字和同比由程序算出，可存为 Word 文档",
		Args:  operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := s.period(cmd, a.Today)
			if err != nil {
				return err
			}
			rules, err := basisRules(cmd, basis)
			if err != nil {
				return err
			}
			if decimals < 0 || decimals > 2 {
				return misuse(cmd, "--decimals 只能写 0、1 或者 2。")
			}
			if err := analysis.Choices(readings).Check(); err != nil {
				return misuse(cmd, "%s。", err)
			}
			open := func(work func(Office) error) error { return a.with(cmd.Context(), false, work) }
			if len(typed) > 0 {
				open = func(work func(Office) error) error { return a.change(cmd.Context(), work) }
			}
			return open(func(o Office) error {
				d, err := a.narrate(cmd, o, template, p, rules, readings, typed, decimals)
				if err != nil {
					return err
				}
				return a.printReport(o, d, out)
			})
		},
	}
	s.flags(cmd)
	basisFlag(cmd, &basis)
	readingFlag(cmd, &readings)
	cmd.Flags().IntVar(&decimals, "decimals", 1, "比率的小数位数，0到2")
	cmd.Flags().StringVar(&template, "template", "yearly_analysis", "模板：yearly_analysis（统计分析报告）、rule_of_law（法治政府建设年度报告），或者一个 .txt 文件")
	cmd.Flags().StringToStringVar(&typed, "set", nil, "登记另填数字，写成 名称=数字，例如 合法性审查件数=120；登记后以后不用再写；写成 名称= 就是清空")
	cmd.Flags().StringVar(&out, "out", "", "把报告写到这个 .docx 或者 .txt 文件")
	a.jsonFlag(cmd)
	return cmd
}

// narrate writes a report, after keeping the figures typed in for its year.
func (a *app) narrate(cmd *cobra.Command, o Office, name string, p forms.Period, rules forms.Rules, readings analysis.Choices, typed map[string]string, decimals int) (narrative.Document, error) {
	ctx := cmd.Context()
	kept, err := narrative.Load(ctx, o)
	if err != nil {
		return narrative.Document{}, err
	}
	for _, label := range slices.Sorted(maps.Keys(typed)) {
		if text := typed[label]; text != "" {
			if _, err := strconv.ParseFloat(text, 64); err != nil {
				return narrative.Document{}, misuse(cmd, "--set 的“%s”要写阿拉伯数字，不要带单位，例如 %s=120，不能是“%s”。", label, label, text)
			}
		}
		kept = kept.WithFigure(p.To.Year(), label, typed[label])
	}
	if len(typed) > 0 {
		if err := kept.SaveFigures(ctx, o); err != nil {
			return narrative.Document{}, err
		}
	}
	t, err := reportTemplate(cmd, &kept, name)
	if err != nil {
		return narrative.Document{}, err
	}
	return writeReport(ctx, o, t, &kept, p, rules, readings, decimals)
}

func writeReport(ctx context.Context, o Office, t narrative.Template, kept *narrative.Kept, p forms.Period, rules forms.Rules, readings analysis.Choices, decimals int) (narrative.Document, error) {
	b, err := analysis.Load(ctx, o, p, rules)
	if err != nil {
		return narrative.Document{}, err
	}
	src := narrative.NewSource(b, analysis.KeptChoices(ctx, o).With(readings), decimals)
	kept.Fill(src)
	return narrative.Write(t, src), nil
}

// reportTemplate is a template by its name, or from a file.
func reportTemplate(cmd *cobra.Command, kept *narrative.Kept, name string) (narrative.Template, error) {
	if t, ok := kept.Template(name); ok {
		return t, nil
	}
	if !strings.HasSuffix(strings.ToLower(name), ".txt") {
		return narrative.Template{}, misuse(cmd, "没有名为“%s”的模板，可以写 yearly_analysis、rule_of_law，或者一个 .txt 文件。", name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return narrative.Template{}, &cases.Error{Op: "analysis", Kind: cases.NotFound, Err: err, Msg: "没有找到模板文件“" + name + "”，请核对文件名。"}
	}
	return narrative.Template{ID: name, Title: name, Text: string(data)}, nil
}

// reportJSON is a written report.
type reportJSON struct {
	Text     string   `json:"text"`
	Problems []string `json:"problems"`
}

func (a *app) printReport(o Office, d narrative.Document, out string) error {
	if out != "" {
		if err := a.Files(o).SaveReport(out, d.Report); err != nil {
			return err
		}
	}
	if a.json {
		j := reportJSON{Text: d.Text(), Problems: []string{}}
		for _, p := range d.Problems {
			j.Problems = append(j.Problems, p.Text)
		}
		return writeJSON(a.out, j)
	}
	if out == "" {
		fmt.Fprint(a.out, d.Text())
	}
	for _, p := range d.Problems {
		fmt.Fprintln(a.Stderr, p.Text)
	}
	if out != "" {
		fmt.Fprintf(a.out, "已写出报告：%s\n", out)
	}
	return nil
}
