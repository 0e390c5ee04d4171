package storage

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// labelled is a text of a case with the Chinese name of what it is.
type labelled struct{ label, text string }

// hiddenFields are what a search finds and no list shows. Folding them into the search text and explaining a match use the
// same table.
func hiddenFields(c *cases.Case) []labelled {
	var out []labelled
	add := func(label, text string) {
		if text != "" {
			out = append(out, labelled{label, text})
		}
	}
	for _, p := range c.Parties {
		role := c.RoleLabel(p.Role)
		add(role+"证件号码", p.IDNumber)
		add(role+"电话", p.Phone)
		add(role+"的负责人", p.Head)
		add(role+"单位", p.Firm)
	}
	if d := c.Particulars; d != nil {
		add("被申请的行为", d.ActName)
		add("被申请的文书", d.ActNumber)
	}
	for i := range c.Acts {
		add(procedure.ActLabel(c.Acts[i].Kind)+"文号", c.Acts[i].Paper)
		add(procedure.ActLabel(c.Acts[i].Kind)+"说明", c.Acts[i].Note)
	}
	for _, n := range c.Notes {
		add(cmp.Or(n.Label, "备注"), n.Text)
	}
	return out
}

// shownFields are what lists show, and the other parties and the court.
func shownFields(c *cases.Case) []labelled {
	out := []labelled{{"案号", c.Number}}
	for _, p := range c.Parties {
		out = append(out, labelled{c.RoleLabel(p.Role), p.Name})
	}
	subject := "复议事项"
	if c.Kind == cases.Litigation {
		subject = "案由"
	}
	out = append(out, labelled{subject, c.Subject}, labelled{"承办人", c.Handler})
	if s := c.Suit; s != nil {
		out = append(out, labelled{"法院", s.Court}, labelled{"法院案号", s.CourtNumber}, labelled{"关联案件", s.Related}, labelled{"前一审级案号", s.Earlier}, labelled{"答辩承办部门", s.Author})
	}
	return out
}

// explain reads the cases that were found and says for each word where it stands.
func (o *Office) explain(ctx context.Context, ids []cases.ID, all []wanted, today calendar.Date) ([]cases.Hit, error) {
	rows, err := rowsByID(ctx, o.read, ids)
	if err != nil {
		return nil, err
	}
	l := newLoader(o.read)
	if err := l.load(ctx, ids); err != nil {
		return nil, err
	}
	out := make([]cases.Hit, 0, len(rows))
	for i := range rows {
		for c := range l.found([]cases.ID{rows[i].ID}) {
			h := cases.Hit{Row: rows[i], Matches: make([]cases.Match, len(all))}
			for j := range all {
				h.Matches[j] = matchOf(c, &rows[i], &all[j])
			}
			out = append(out, h)
		}
	}
	return out, o.explainPapers(ctx, out, all)
}

// attachment is the field of a match that is in no field of the case, until it is known in which paper.
const attachment = "附件"

// explainPapers says for the words that stand in attachments in which. Each word is looked for once for all hits, because the
// index of attachments has to find all of its places each time it is asked.
func (o *Office) explainPapers(ctx context.Context, hits []cases.Hit, all []wanted) error {
	for j := range all {
		open := map[cases.ID]*cases.Match{}
		for i := range hits {
			if m := &hits[i].Matches[j]; m.Field == attachment {
				open[hits[i].Row.ID] = m
			}
		}
		err := textsOf(ctx, o.read, slices.Sorted(maps.Keys(open)), all[j].folded, func(id cases.ID, p cases.PaperID, file, body string) {
			if m := open[id]; m.Paper == 0 {
				m.Field, m.Paper = attachment+"“"+file+"”", p
				m.Text, m.From, m.To = excerpt(body, all[j].folded)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// matchOf says where a word stands in a case: in a field, in the initials of a name, on a day, or else in an attachment.
func matchOf(c *cases.Case, r *cases.Row, w *wanted) cases.Match {
	if !w.dated || !w.days.sure {
		fields := append(shownFields(c), hiddenFields(c)...)
		for _, f := range fields {
			if from, to, ok := locate(f.text, w.folded); ok {
				return cases.Match{Field: f.label, Text: f.text, From: from, To: to}
			}
		}
		t := newSearchText()
		for i, f := range shownFields(c) {
			if i > 0 && f.text != "" && t.hasInitials(f.text, w.folded) {
				return cases.Match{Field: f.label + "（首字母）", Text: f.text}
			}
		}
	}
	if w.dated {
		labels := [...]string{"收案日期", "受理日期", "结案日期", r.DueName + "到期", "最近办理"}
		for i, d := range findDays(r.Received, r.Accepted, r.Concluded, r.Due, r.LastAct) {
			if w.days.has(d) {
				return cases.Match{Field: labels[i], Text: d.String(), To: 10}
			}
		}
	}
	return cases.Match{Field: attachment}
}

// hasInitials reports whether the initials of a text hold what was typed.
func (t *searchText) hasInitials(text, word string) bool {
	t.buf.Reset()
	t.moreInitials(t.fold(text), true)
	return strings.Contains(t.buf.String(), word)
}

// locate finds a folded word in a text and gives its place in characters.
func locate(text, word string) (from, to int, ok bool) {
	// Chinese is mostly written as it is folded; taking a text apart character by character is for the rest.
	if i := strings.Index(text, word); i >= 0 && word != "" {
		from = utf8.RuneCountInString(text[:i])
		return from, from + utf8.RuneCountInString(word), true
	}
	var folded strings.Builder
	var at []int // the character each byte of folded comes from
	for i, r := range []rune(text) {
		f := foldText(string(r))
		folded.WriteString(f)
		for range len(f) {
			at = append(at, i)
		}
	}
	word = strings.ReplaceAll(word, string(gap), "")
	i := strings.Index(folded.String(), word)
	if i < 0 || word == "" || !strings.Contains(foldText(text), word) && !strings.ContainsRune(foldText(text), gap) {
		return 0, 0, false
	}
	return at[i], at[i+len(word)-1] + 1, true
}

// aroundMatch is how many characters of an attachment's text are shown before and after a match.
const aroundMatch = 24

// excerpt cuts a long text around a match.
func excerpt(body, word string) (text string, from, to int) {
	from, to, ok := locate(body, word)
	if !ok {
		return "", 0, 0
	}
	runes := []rune(body)
	low, high := max(0, from-aroundMatch), min(len(runes), to+aroundMatch)
	return string(runes[low:high]), from - low, to - low
}
