package export

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/courtroom"
	"fuyi/cases/procedure"
)

// person is one of those who came to court, as a ledger names them: 副局长张某.
type person struct{ post, name string }

// longestName is the longest name behind a title that is taken for one, in characters.
const longestName = 12

// cameWords stand behind the people of a cell and name nobody.
var cameWords = []string{"出庭应诉", "参加庭审", "参加诉讼", "出庭", "应诉", "参加", "已", "均"}

// readPeople reads a cell that names who came: 党组成员、副局长张某和律师王某出庭. The first is the head, others are staff and lawyers;
// whether the first counts as a head is asked later, when the defendant is known. It is nil where the cell names nobody.
func readPeople(text string) *procedure.Appearance {
	rest := strings.TrimPrefix(strings.TrimRight(strings.Join(strings.Fields(text), ""), "。.，,"), "由")
	for i := 0; i < len(cameWords); i++ {
		if cut, ok := strings.CutSuffix(rest, cameWords[i]); ok {
			rest, i = cut, -1
		}
	}
	list := people(rest)
	if p, ok := bracketed(rest); ok {
		list = []person{p}
	}
	if len(list) == 0 || list[0].post == "" && !strings.Contains(text, "出庭") {
		return nil
	}
	if slices.ContainsFunc(list, func(p person) bool { return len([]rune(p.name)) > longestName }) {
		return nil
	}
	a := &procedure.Appearance{Head: true, Post: list[0].post, Name: list[0].name}
	for _, p := range list[1:] {
		accompany(a, p)
	}
	return a
}

// bracketed reads 张某（党组成员、副局长）.
func bracketed(text string) (person, bool) {
	name, post, ok := strings.Cut(strings.NewReplacer("(", "（", ")", "）").Replace(text), "（")
	post, closed := strings.CutSuffix(post, "）")
	if !ok || !closed || name == "" || strings.ContainsAny(name, "、，,") {
		return person{}, false
	}
	found, rest := courtroom.CutPost(post)
	return person{post, name}, found != "" && rest == ""
}

// people cuts a text into persons. A title alone belongs to the next: 党组成员、副局长张某.
func people(text string) []person {
	var out []person
	pending := ""
	for _, part := range split(text, func(r rune) bool { return strings.ContainsRune("、，,/", r) }) {
		for _, one := range eachOf(part) {
			post, name := courtroom.CutPost(one)
			switch {
			case name == "":
				pending = beside(pending, post)
				continue
			case post != "" && pending != "":
				post = pending + "、" + post
			default:
				post = cmp.Or(post, pending)
			}
			out, pending = append(out, person{post, name}), ""
		}
	}
	if pending != "" {
		out = append(out, person{post: pending})
	}
	return out
}

// eachOf separates 副局长张某和律师王某; 副局长李和平 is one person, for no title follows.
func eachOf(part string) []string {
	for _, and := range []string{"和", "及", "与"} {
		a, b, ok := strings.Cut(part, and)
		if post, _ := courtroom.CutPost(b); ok && a != "" && post != "" {
			return append([]string{a}, eachOf(b)...)
		}
	}
	return []string{part}
}

// accompany adds a person to the staff or the lawyers that came.
func accompany(a *procedure.Appearance, p person) {
	if courtroom.Lawyer(p.post) {
		a.Lawyers = beside(a.Lawyers, cmp.Or(p.name, p.post))
		return
	}
	a.Staff = beside(a.Staff, p.post+p.name)
}

func beside(list, name string) string {
	if list == "" || name == "" {
		return list + name
	}
	return list + "、" + name
}

// checkHead asks the table of titles whether the person counts as a head of the defendant. Who does not (CT-2; XSJ-128) came as staff or
// as a lawyer, and no head did, unless the ledger tells the rank of a head; the account of the row says why.
func (m *rowMaker) checkHead(a *procedure.Appearance) {
	organs := m.defendants(a)
	p := person{a.Post, a.Name}
	if p.post == "" {
		p.post, p.name = courtroom.CutPost(a.Name)
	}
	if a.Rank == "" && !m.layout.has[fHeadRank] {
		a.Rank = rankIn(organs, p.post)
	}
	why := ""
	for _, organ := range organs {
		if why = courtroom.NotHead(p.post, organ); why == "" {
			break
		}
	}
	switch {
	case why != "" && a.Rank == "":
		a.Head, a.Name, a.Post, a.Spoke, a.Remarks = false, "", "", false, ""
		accompany(a, p)
		m.doubtHead("不计负责人出庭：" + why)
	case why != "":
		m.doubtHead("按所写的类别计负责人出庭，请核对：" + why)
	case p.post != "" && len(organs) == 1:
		for _, d := range courtroom.PostDoubts(p.post, organs[0]) {
			if !strings.HasPrefix(d, "看不出") {
				m.doubtHead("请核对：" + d)
			}
		}
	}
}

// rankIn is the rank that a post tells in one of the organs, "" if in none.
func rankIn(organs []string, post string) procedure.Rank {
	for _, organ := range organs {
		if r := courtroom.RankOf(post, organ); r != "" {
			return r
		}
	}
	return ""
}

// defendants are those whose head the person may be: the one named, else all; never none.
func (m *rowMaker) defendants(a *procedure.Appearance) []string {
	if a.For != "" {
		return []string{a.For}
	}
	if names := m.c.Names(cases.Respondent); len(names) > 0 {
		return names
	}
	return []string{""}
}

// doubtHead adds a doubt to the account of the columns that tell the head.
func (m *rowMaker) doubtHead(why string) {
	for _, f := range []field{fAppeared, fHeadName, fHeadPost} {
		if len(m.slots[f].cells) > 0 && m.text(f) != "" {
			m.also(f, why)
			return
		}
	}
}

// readRank reads the column of ranks: its own words, else a post.
func readRank(s string) procedure.Rank {
	if r := rankCode(s); r != "" {
		return r
	}
	word := plain(s)
	switch {
	case strings.Contains(word, "正职"), word == "正", strings.Contains(word, "主要负责"):
		return procedure.ChiefHead
	case strings.Contains(word, "副职"), word == "副":
		return procedure.DeputyHead
	}
	if r := courtroom.RankOf(s, ""); r != "" {
		return r
	}
	if strings.Contains(word, "其他") || strings.Contains(word, "分管") {
		return procedure.OtherHead
	}
	return ""
}
