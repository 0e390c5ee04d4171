package cli

import (
	"context"
	"fmt"
	"io"

	"fuyi/cases"

	"github.com/spf13/cobra"
)

func (a *app) listCommand() *cobra.Command {
	var kind kindFlag
	var year yearFlag
	var query string
	cmd := &cobra.Command{
		Use:   "list [--kind 种类] [--year 年度] [--query 文字] [--json]",
		Short: "列出案件",
		Args:  operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			q := cases.Query{Kind: cases.Kind(kind), Year: int(year), Text: query, Today: a.Today}
			return a.list(cmd.Context(), q)
		},
	}
	cmd.Flags().Var(&kind, "kind", "只列一种案件：reconsideration（行政复议）或 litigation（行政应诉）")
	cmd.Flags().Var(&year, "year", "只列这一年收到的案件")
	cmd.Flags().StringVar(&query, "query", "", "案号、当事人、案由、承办人的片段或拼音首字母，空格分开，须全部符合")
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) list(ctx context.Context, q cases.Query) error {
	return a.with(ctx, false, func(o Office) error {
		page, err := o.List(ctx, q)
		if err != nil {
			return err
		}
		if a.json {
			return listJSON(a.out, page.Rows)
		}
		return listText(a.out, q.Kind, page)
	})
}

// rowJSON is one case of list --json and find --json: text only, names joined by 、, dates as 2006-01-02 or "". KindLabel
// tells 非诉执行 from the suits it stands among: its applicants are 被执行人, its respondents 申请执行人.
type rowJSON struct {
	Number      string     `json:"number"`
	Kind        cases.Kind `json:"kind"`
	KindLabel   string     `json:"kind_label"`
	State       string     `json:"state"`
	Applicants  string     `json:"applicants"`
	Respondents string     `json:"respondents"`
	Subject     string     `json:"subject"`
	Handler     string     `json:"handler"`
	Received    string     `json:"received"`
	Accepted    string     `json:"accepted"`
	Concluded   string     `json:"concluded"`
	Result      string     `json:"result"`
	Due         string     `json:"due"`
}

func newRowJSON(r cases.Row) rowJSON {
	return rowJSON{
		Number: r.Number, Kind: r.Kind, KindLabel: r.KindLabel(), State: r.State.Label(),
		Applicants: r.Applicants, Respondents: r.Respondents, Subject: r.Subject, Handler: r.Handler,
		Received: r.Received.String(), Accepted: r.Accepted.String(), Concluded: r.Concluded.String(),
		Result: r.Result, Due: r.Due.String(),
	}
}

func listJSON(w io.Writer, rows []cases.Row) error {
	if _, err := io.WriteString(w, "["); err != nil {
		return err
	}
	out := jsonList{w: w}
	for _, r := range rows {
		out.add(newRowJSON(r))
	}
	if out.err != nil {
		return out.err
	}
	_, err := io.WriteString(w, "\n]\n")
	return err
}

// listText is a list of one kind of case, or with k "" of both.
func listText(w io.Writer, k cases.Kind, page cases.Page) error {
	if len(page.Rows) == 0 {
		_, err := fmt.Fprintln(w, "没有符合条件的案件。")
		return err
	}
	t := table{
		head: []string{"案号", "种类", "状态", cases.Applicant.ListLabel(k), cases.Respondent.ListLabel(k), "案由", "承办人", "收案", "结案", "结果", "到期"},
		max:  map[int]int{3: 26, 4: 34, 5: 34, 6: 14},
	}
	for _, r := range page.Rows {
		due := r.Due.String()
		if due != "" && r.Provisional {
			due += "（推算）"
		}
		t.add(r.Number, r.KindLabel(), r.State.Label(), r.Applicants, r.Respondents, r.Subject, r.Handler,
			r.Received.String(), r.Concluded.String(), r.Result, due)
	}
	t.write(w)
	_, err := fmt.Fprintf(w, "共 %d 件。\n", page.Total)
	return err
}
