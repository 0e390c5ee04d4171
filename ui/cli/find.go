package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"fuyi/cases"

	"github.com/spf13/cobra"
)

func (a *app) findCommand() *cobra.Command {
	var limit countFlag
	cmd := &cobra.Command{
		Use:   "find 文字... [--limit 件数] [--json]",
		Short: "查找案件，并说明每个词是在哪里找到的",
		Long: "查找案件，并说明每个词是在哪里找到的，最相近的在前。\n" +
			"可以写案号、姓名、文书、电话、备注和卷宗材料内容的任何片段，姓名的拼音首字母，也可以写平常说的日期，例如 上月、0312、3月12日。\n" +
			"几个词分开写，须全部符合。找到的文字用【】标出。",
		Args: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(strings.Join(args, "")) == "" {
				return misuse(cmd, "命令 find 缺少参数：要查找的文字。")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			q := cases.FindQuery{Text: strings.Join(args, " "), Today: a.Today, Limit: int(limit)}
			return a.find(cmd.Context(), q)
		},
	}
	cmd.Flags().Var(&limit, "limit", "最多列出多少件，不写时为 50")
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) find(ctx context.Context, q cases.FindQuery) error {
	return a.with(ctx, false, func(o Office) error {
		found, err := o.Find(ctx, q)
		if err != nil {
			return err
		}
		if a.json {
			return writeJSON(a.out, newFoundJSON(q.Text, found))
		}
		return foundText(a.out, found)
	})
}

// foundJSON is the document of find --json. Total counts all hits, of which hits has at most the limit; days are the spans of
// days that the words named, in words.
type foundJSON struct {
	Query string    `json:"query"`
	Total int       `json:"total"`
	Days  []string  `json:"days"`
	Hits  []hitJSON `json:"hits"`
}

// hitJSON is a case as list --json has it, with one match for each word.
type hitJSON struct {
	rowJSON
	Matches []matchJSON `json:"matches"`
}

// matchJSON is where a word was found: the characters of the text from From to before To, both 0 where the match has no place.
// Paper is the number of the attachment (papers --json), 0 for another field.
type matchJSON struct {
	Field string        `json:"field"`
	Text  string        `json:"text"`
	From  int           `json:"from"`
	To    int           `json:"to"`
	Paper cases.PaperID `json:"paper"`
}

func newFoundJSON(query string, f cases.Found) foundJSON {
	return foundJSON{Query: query, Total: f.Total, Days: each(f.Days, same), Hits: each(f.Hits, func(h cases.Hit) hitJSON {
		return hitJSON{newRowJSON(h.Row), each(h.Matches, newMatchJSON)}
	})}
}

func newMatchJSON(m cases.Match) matchJSON {
	out := matchJSON{Field: m.Field, Text: m.Text, Paper: m.Paper}
	if m.From < m.To {
		out.From, out.To = m.From, m.To
	}
	return out
}

func foundText(w io.Writer, f cases.Found) error {
	for _, d := range f.Days {
		fmt.Fprintf(w, "按日期查找：%s\n", d)
	}
	if len(f.Hits) == 0 {
		_, err := fmt.Fprintln(w, "没有找到符合的案件。请减少文字，或者换一个写法。")
		return err
	}
	for _, h := range f.Hits {
		r := h.Row
		words := []string{r.Number, r.KindLabel(), r.State.Label(), r.Title(), r.Subject}
		fmt.Fprintln(w, strings.Join(filled(words), gap))
		for _, m := range h.Matches {
			fmt.Fprintf(w, "%s%s：%s\n", gap+gap, m.Field, marked(m))
		}
	}
	if f.Total > len(f.Hits) {
		_, err := fmt.Fprintf(w, "共 %d 件，列出最相近的 %d 件；用 --limit 可以多列。\n", f.Total, len(f.Hits))
		return err
	}
	_, err := fmt.Fprintf(w, "共 %d 件。\n", f.Total)
	return err
}

// filled leaves empty words out.
func filled(words []string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// marked is the text of a match on one line with the word in brackets, which can be read without colours.
func marked(m cases.Match) string {
	r := []rune(m.Text)
	if m.From < 0 || m.From >= m.To || m.To > len(r) {
		return oneLine(m.Text)
	}
	return oneLine(string(r[:m.From]) + "【" + string(r[m.From:m.To]) + "】" + string(r[m.To:]))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
