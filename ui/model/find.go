package model

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// FindRow is one line of the find page: a head, or a case with why it was found.
type FindRow struct {
	// Head is the title of a group, "" for a case; Note its remark.
	Head, Note string
	ID         cases.ID
	Kind       cases.Kind
	Number     string
	Who        string
	State      string
	Tone       Tone
	// Field names where the best match stands, Before, Hit and After its text with the match in the middle; Also the further
	// matches in short.
	Field, Before, Hit, After string
	Also                      string
}

// FindView is the find page: what is typed, and the lines below it.
type FindView struct {
	Text  string
	Rows  []FindRow
	Total int
	// Say is the sentence under the field: how much was found, and which days a word was taken for.
	Say string
}

// findLimit is how many cases a search shows; who needs more narrows the words.
const findLimit = 60

// Find asks the office and lays the answer out.
func Find(ctx context.Context, o Office, text string, today calendar.Date) (*FindView, error) {
	f, err := o.Find(ctx, cases.FindQuery{Text: text, Today: today, Limit: findLimit})
	if err != nil {
		return nil, err
	}
	v := &FindView{Text: text, Total: f.Total, Say: fmt.Sprintf("找到%s件", Thousands(f.Total))}
	if f.Total > len(f.Hits) {
		v.Say += fmt.Sprintf("，列出最相近的%d件，多写几个字可以缩小范围", len(f.Hits))
	}
	if len(f.Days) > 0 {
		v.Say += "；日期按" + strings.Join(f.Days, "、") + "查"
	}
	v.Say += "。"
	if f.Total == 0 {
		v.Say = "没有找到。可以换一个说法：案号中的几个字、姓名或首字母、文号、电话、备注、附件里的词、日期（如 上月、0312）。"
	}
	v.group(f.Hits)
	return v, nil
}

// group puts the hits under the two kinds of case, the kind of the best hit first.
func (v *FindView) group(hits []cases.Hit) {
	if len(hits) == 0 {
		return
	}
	kinds := []cases.Kind{cases.Reconsideration, cases.Litigation}
	if hits[0].Row.Kind == cases.Litigation {
		kinds[0], kinds[1] = kinds[1], kinds[0]
	}
	for _, k := range kinds {
		var rows []FindRow
		for _, h := range hits {
			if h.Row.Kind == k {
				rows = append(rows, hitRow(h))
			}
		}
		if len(rows) > 0 {
			v.Rows = append(v.Rows, FindRow{Head: k.Label(), Note: fmt.Sprintf("%d件", len(rows))})
			v.Rows = append(v.Rows, rows...)
		}
	}
}

func hitRow(h cases.Hit) FindRow {
	r := FindRow{ID: h.Row.ID, Kind: h.Row.Kind, Number: h.Row.Number, Who: h.Row.Title(), State: h.Row.State.Label(), Tone: restTone(h.Row)}
	var also []string
	for i, m := range h.Matches {
		if i == 0 {
			r.Field = m.Field
			r.Before, r.Hit, r.After = around(m)
			continue
		}
		_, hit, _ := around(m)
		if hit == "" {
			hit = m.Text
		}
		also = append(also, m.Field+"“"+shortText(hit, 12)+"”")
	}
	r.Also = strings.Join(also, "，")
	return r
}

// beforeHit is how many characters of the text before a match are shown.
const beforeHit = 10

// around cuts a match's text into what is before the match, the match and what follows; a match without a place is the
// whole text's.
func around(m cases.Match) (before, hit, after string) {
	text := []rune(strings.Join(strings.Fields(m.Text), " "))
	if m.Text != string(text) || m.From >= m.To || m.To > len(text) {
		if m.From >= m.To || m.To > len([]rune(m.Text)) {
			return "", "", m.Text
		}
		text = []rune(m.Text)
	}
	before, hit, after = string(text[:m.From]), string(text[m.From:m.To]), string(text[m.To:])
	if r := []rune(before); len(r) > beforeHit {
		before = "…" + string(r[len(r)-beforeHit:])
	}
	flat := func(s string) string {
		return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ", "\f", " ").Replace(s)
	}
	return flat(before), flat(hit), flat(after)
}

func shortText(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}

// Remembered is the find page before anything is typed: pinned cases, then those opened last.
func Remembered(v *Visits) *FindView {
	out := &FindView{Say: "可以输入案号中的几个字、姓名或首字母、文号、电话、备注、附件里的词、日期（如 上月、0312），用空格隔开。"}
	for _, g := range []struct {
		title string
		list  []Visit
	}{{"已固定", v.Pinned}, {"最近打开", v.Recent}} {
		if len(g.list) == 0 {
			continue
		}
		out.Rows = append(out.Rows, FindRow{Head: g.title})
		for _, x := range g.list {
			out.Rows = append(out.Rows, FindRow{ID: x.ID, Kind: x.Kind, Number: x.Number, Who: x.Title, After: x.Kind.Label()})
		}
	}
	return out
}

// First is the place of the first case among the rows, -1 if there is none.
func (v *FindView) First() int {
	for i, r := range v.Rows {
		if r.Head == "" {
			return i
		}
	}
	return -1
}

// Fields names, without what was found there, where the matches of the rows stand.
func (v *FindView) Fields() string {
	var out []string
	for _, r := range v.Rows {
		if r.Field != "" && !slices.Contains(out, r.Field) {
			out = append(out, r.Field)
		}
	}
	return strings.Join(out, "、")
}
