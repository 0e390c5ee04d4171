package cli

import (
	"fmt"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/litigation"

	"github.com/spf13/cobra"
)

func (a *app) bulletinCommand() *cobra.Command {
	var s suitScope
	out := fileFlag{ext: ".docx", or: ".xlsx"}
	cmd := &cobra.Command{
		Use:   "bulletin --year 年度 [--quarter 季度]|--from 日期 --to 日期 [--own] [--organ 机关] [--out 文件.docx|文件.xlsx] [--json]",
		Short: "负责人出庭应诉和败诉情况通报，供府院联席会议使用",
		Long: "写出一个统计期的通报：各行政机关新收、审结、败诉、开庭、负责人出庭和未出庭的件数，出庭率和上年同期比较，败诉案件和未出庭的清单。\n" +
			"--out 写出 Word 文件（.docx，可继续编辑）或者工作簿（.xlsx，每个数字都能点到案件）。",
		Args: operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			scope, err := s.read(cmd, a.Today)
			if err != nil {
				return err
			}
			return a.withSuits(cmd.Context(), &scope, func(o Office, r *litigation.Register) error {
				set, err := o.Settings(cmd.Context())
				if err != nil {
					return err
				}
				if out.path != "" {
					opt := cases.SuitOptions{From: scope.From, To: scope.To, AsOf: scope.AsOf, Own: scope.Own, Organ: scope.Organ}
					if err := a.Files(o).Bulletin(cmd.Context(), out.path, opt); err != nil {
						return err
					}
					fmt.Fprintf(a.Stderr, "已写出通报：%s\n", out.path)
				}
				return a.bulletin(r.NewBulletin(scope, set.District, set.Office, a.Today))
			})
		},
	}
	s.flags(cmd)
	cmd.Flags().Var(&out, "out", "同时写出通报，.docx 是文件，.xlsx 是工作簿")
	a.jsonFlag(cmd)
	return cmd
}

// bulletinJSON is a bulletin with its tables and lists.
type bulletinJSON struct {
	Title      string        `json:"title"`
	From       calendar.Date `json:"from"`
	To         calendar.Date `json:"to"`
	AsOf       calendar.Date `json:"as_of"`
	Paragraphs []string      `json:"paragraphs"`
	// Warnings are what should be mended before the bulletin leaves the office.
	Warnings []string         `json:"warnings"`
	Tables   []studyTableJSON `json:"tables"`
	Lists    []studyListJSON  `json:"lists"`
}

func (a *app) bulletin(b *litigation.Bulletin) error {
	for _, w := range b.Warnings {
		fmt.Fprintln(a.Stderr, w)
	}
	if a.json {
		doc := bulletinJSON{Title: b.Title, From: b.From, To: b.To, AsOf: b.AsOf, Paragraphs: b.Paragraphs, Warnings: b.Warnings}
		for _, t := range b.Tables {
			doc.Tables = append(doc.Tables, newStudyTable(t, 1))
		}
		for _, l := range b.Lists {
			doc.Lists = append(doc.Lists, newStudyList(l))
		}
		return writeJSON(a.out, doc)
	}
	fmt.Fprintf(a.out, "%s\n\n", b.Title)
	for _, p := range b.Paragraphs {
		fmt.Fprintf(a.out, "%s\n\n", p)
	}
	studyText(a.out, &studyJSON{From: b.From, To: b.To, AsOf: b.AsOf, Tables: []studyTableJSON{newStudyTable(b.Tables[0], 1)}})
	return nil
}
