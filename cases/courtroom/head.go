package courtroom

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Head is a head of an organ (行政机关负责人): the name, the post (职务), and the rank, "" where the post does not tell it.
type Head struct {
	Name string         `json:"name"`
	Post string         `json:"post"`
	Rank procedure.Rank `json:"rank"`
}

// Doubts are the Chinese doubts whether the person counts as a head of the organ, and whether the rank fits the post.
func (h Head) Doubts(organ string) []string {
	out := append(checkName(h.Name), PostDoubts(h.Post, organ)...)
	return append(out, checkRank(h.Post, h.Rank, organ)...)
}

// Represented is the defendant whose head appeared; the only one where the record names none, "" where that is not known.
func Represented(c *cases.Case, x *procedure.Appearance) string {
	if all := c.Names(cases.Respondent); x.For == "" && len(all) == 1 {
		return all[0]
	}
	return x.For
}

// HearingDoubts are the doubts about the head that an act of a suit records as having come, none for other acts.
func HearingDoubts(c *cases.Case, a *procedure.Act) []string {
	if a.Detail == nil || a.Detail.Appearance == nil || !a.Detail.Appearance.Head {
		return nil
	}
	x := a.Detail.Appearance
	return Head{Name: x.Name, Post: x.Post, Rank: x.Rank}.Doubts(Represented(c, x))
}

// findHead is the head the paper is about: the one asked for, else the one recorded last in this suit, else the one of the directory. The post is that asked for, else the
// one recorded in this suit, else that of the list of people.
func (m *Matter) findHead(people []cases.Person) Head {
	h := Head{Name: cmp.Or(strings.TrimSpace(m.Ask.Head), m.seen(func(a *procedure.Appearance) string { return a.Name }), m.Record.Head), Post: strings.TrimSpace(m.Ask.Post)}
	if h.Name == "" {
		return h
	}
	for _, a := range slices.Backward(m.Case.Acts) {
		if x := m.cameFor(&a); x != nil && x.Name == h.Name && x.Post != "" && h.Post == "" {
			h.Post, h.Rank = x.Post, x.Rank
		}
	}
	for _, p := range people {
		mine := p.Unit == m.Organ || p.Unit == "" && m.own()
		if p.Name == h.Name && h.Post == "" && mine {
			h.Post = p.Post
		}
	}
	h.Rank = cmp.Or(h.Rank, RankOf(h.Post, m.Organ))
	return h
}

// rankDoubts are the ranks that do not fit a class of titles (法释〔2020〕3号第2条). Read only.
var rankDoubts = []struct {
	class class
	rank  procedure.Rank
	says  string
}{
	{deputyTitle, procedure.ChiefHead, "职务是“%s”，类别却是正职负责人，请改为副职负责人（法释〔2020〕3号第2条）"},
	{deputyTitle, procedure.OtherHead, "职务是“%s”，类别却是其他分管负责人，请改为副职负责人（法释〔2020〕3号第2条）"},
	{chiefTitle, procedure.DeputyHead, "职务是“%s”，类别却是副职负责人；正职请改为正职负责人，副职请把职务写完整（法释〔2020〕3号第2条）"},
	{chiefTitle, procedure.OtherHead, "职务是“%s”，类别却是其他分管负责人，请改为正职负责人（法释〔2020〕3号第2条）"},
	{otherTitle, procedure.ChiefHead, "“%s”不是正职，请改为其他分管负责人，或者补写行政职务（法释〔2020〕3号第2条）"},
	{otherTitle, procedure.DeputyHead, "“%s”不是副职的职务名称，参与分管被诉工作的请改为其他分管负责人，或者补写副职职务（法释〔2020〕3号第2条）"},
	{partyTitle, procedure.ChiefHead, "只凭“%s”不能认作正职负责人（法释〔2020〕3号第2条）"},
}

// PostDoubts are the Chinese doubts, each with its article, whether the holder of a post counts as a head of the organ (CT-2; XSJ-128),
// "" for an organ that is not known; none where nothing speaks against it. They forbid nothing: the court decides.
func PostDoubts(post, organ string) []string {
	if strings.TrimSpace(post) == "" {
		return []string{"没有写职务，看不出是不是负责人；身份证明应当载明职务（法释〔2020〕3号第6条）"}
	}
	var out []string
	title, c := best(post, organ)
	switch why := noHead[c]; {
	case why != "":
		out = append(out, strings.ReplaceAll(why, "%s", title))
	case c == unknownTitle && title != "":
		out = append(out, "看不出“"+title+"”是正职、副职还是其他分管负责人，请核对（法释〔2020〕3号第2条）")
	}
	for _, gone := range []string{"原", "退休", "退二线"} {
		if strings.HasPrefix(strings.TrimSpace(post), gone) {
			out = append(out, "职务写着“"+gone+"”，已经不在任的人不是负责人（法释〔2020〕3号第2条）")
		}
	}
	return append(out, foreignPost(post, organ)...)
}

// checkRank doubts a rank that does not fit the post.
func checkRank(post string, rank procedure.Rank, organ string) []string {
	var out []string
	title, c := best(post, organ)
	for _, d := range rankDoubts {
		if d.class == c && d.rank == rank && !holds(post, rank, organ) {
			out = append(out, strings.ReplaceAll(d.says, "%s", title))
		}
	}
	if r := RankOf(post, organ); rank == "" && r != "" {
		out = append(out, "没有写负责人类别；按职务应为"+procedure.RankLabel(r)+"（法释〔2020〕3号第2条）")
	}
	if strings.Contains(post, "主持工作") && rank == procedure.ChiefHead && c != chiefTitle {
		out = append(out, "主持工作的副职仍是副职，算不算正职请按本地口径核对（法释〔2020〕3号第2条）")
	}
	return out
}

// holds reports whether one of the titles of a post has a rank: 副区长兼公安分局局长 is a deputy and a chief, of two organs.
func holds(post string, rank procedure.Rank, organ string) bool {
	return slices.ContainsFunc(parts(post), func(title string) bool { return rankOf[classOf(title, organ)] == rank })
}

func checkName(name string) []string {
	name = strings.TrimSpace(name)
	switch {
	case name == "":
		return []string{"没有写负责人的姓名；身份证明应当载明姓名（法释〔2020〕3号第6条）"}
	case strings.ContainsAny(name, "、，,；;/"):
		return []string{"姓名一栏像是写了几个人，请每人记录一次；同时出庭的工作人员写在“工作人员”中（法释〔2020〕3号第6条）"}
	case RankOf(name, "") != "":
		return []string{"姓名一栏像是带着职务，请把姓名和职务分开写（法释〔2020〕3号第6条）"}
	}
	return nil
}
