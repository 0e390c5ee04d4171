package cli

import (
	"cmp"
	"fmt"
	"slices"

	"fuyi/cases/analysis"
	"fuyi/cases/calendar"
	"fuyi/cases/litigation"
	"fuyi/cases/procedure"

	"github.com/spf13/cobra"
)

func (a *app) adviceCommand() *cobra.Command {
	var s suitScope
	cmd := &cobra.Command{
		Use:   "advice --year 年度 [--quarter 季度]|--from 日期 --to 日期 [--own] [--organ 机关] [--json]",
		Short: "收到的司法建议、检察建议和办理情况",
		Long: "列出统计期内收到的司法建议和检察建议：文号、种类、发出机关、建议事项、回复期限、回复和采纳情况，并按机关计数。\n" +
			"收到和回复在案件中记录：judicial_advice、advice_replied、prosecutor_advice、prosecutor_replied。",
		Args: operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			scope, err := s.read(cmd, a.Today)
			if err != nil {
				return err
			}
			return a.withSuits(cmd.Context(), &scope, func(_ Office, r *litigation.Register) error { return a.advice(r, scope) })
		},
	}
	s.flags(cmd)
	a.jsonFlag(cmd)
	return cmd
}

// adviceJSON is one letter.
type adviceJSON struct {
	// Number is the office's number of the case, CourtNumber the court's, Paper that of the letter.
	Number      string        `json:"number"`
	CourtNumber string        `json:"court_number"`
	Paper       string        `json:"paper"`
	Prosecutor  bool          `json:"prosecutor"`
	Kind        string        `json:"kind"`
	Sender      string        `json:"sender"`
	Organs      []string      `json:"organs"`
	Subject     string        `json:"subject"`
	Received    calendar.Date `json:"received"`
	Due         calendar.Date `json:"due"`
	Late        bool          `json:"late"`
	Replied     calendar.Date `json:"replied"`
	ReplyPaper  string        `json:"reply_paper"`
	// Adopted is adopted, partly, refused or "" (采纳情况); Measures what was done.
	Adopted  procedure.Adoption `json:"adopted"`
	Measures string             `json:"measures"`
	Handler  string             `json:"handler"`
}

// adviceListJSON is the letters with the count of each organ.
type adviceListJSON struct {
	Letters []adviceJSON   `json:"letters"`
	Table   studyTableJSON `json:"table"`
}

// adviceShown are the columns of the list that the text shows. It is read only.
var adviceShown = []string{"案号", "建议文号", "发出机关", "收到日期", "建议事项", "回复期限", "办理情况", "采纳情况"}

func (a *app) advice(r *litigation.Register, s litigation.Scope) error {
	counts := r.AdviceByOrgan(s)
	doc := adviceListJSON{Letters: []adviceJSON{}, Table: newStudyTable(counts, 1)}
	for _, x := range r.Advices(s) {
		doc.Letters = append(doc.Letters, adviceJSON{x.Number, x.CourtNumber, x.Paper, x.Prosecutor, x.Kind, x.Sender, append([]string{}, x.Organs...), x.Subject, x.On, x.Due,
			x.Late(r.AsOf), x.Replied, x.ReplyPaper, x.Adopted, x.Measures, x.Handler})
	}
	if a.json {
		return writeJSON(a.out, doc)
	}
	if len(doc.Letters) == 0 {
		fmt.Fprintf(a.out, "%s没有收到司法建议、检察建议。\n", litigation.PeriodTitle(s.From, s.To))
		return nil
	}
	list := r.AdviceList(s)
	t := &table{}
	t.head = append(t.head, adviceShown...)
	for i := range list.Rows {
		var cells []string
		for _, label := range adviceShown {
			at := slices.IndexFunc(list.Columns, func(c analysis.ListColumn) bool { return c.Label == label })
			cells = append(cells, cmp.Or(list.Rows[i].Cells[at].Show(), "－"))
		}
		t.add(cells...)
	}
	t.write(a.out)
	fmt.Fprintln(a.out)
	studyText(a.out, &studyJSON{From: s.From, To: s.To, AsOf: r.AsOf, Tables: []studyTableJSON{doc.Table}})
	return nil
}
