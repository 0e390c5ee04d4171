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

// Doubts are the Chinese doubts whether the person counts as a head of the organ; see CheckHead.
func (h Head) Doubts(organ string) []string {
	return append(CheckHead(h.Post, h.Rank, h.Name), foreignPost(h.Post, organ)...)
}

// findHead is the head the paper is about: the one asked for, else the one of the directory. The post is that asked for, else the
// one recorded in this suit, else that of the list of people.
func (m *Matter) findHead(people []cases.Person) Head {
	h := Head{Name: cmp.Or(strings.TrimSpace(m.Ask.Head), m.Record.Head), Post: strings.TrimSpace(m.Ask.Post)}
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
	h.Rank = cmp.Or(h.Rank, rankIn(h.Post, m.Organ))
	return h
}

// class is what a title makes of its holder.
type class uint8

const (
	unknownTitle class = iota
	chiefTitle         // 正职
	deputyTitle        // 副职
	otherTitle         // 其他分管负责人
	partyTitle         // a post in the party alone
	sectionTitle       // head of an internal section
	lowerTitle         // head of a lower or outposted organ
	bodyTitle          // head of an organisation that is no organ
	gradeTitle         // a grade (职级), no post
	staffTitle
	lawyerTitle
)

// titles tell classes by how a title ends; the first that fits counts, so the longer stand before the shorter. Read only.
var titles = []struct {
	class class
	ends  []string
}{
	{lawyerTitle, []string{"律师", "法律顾问", "法律工作者"}},
	{gradeTitle, []string{"主任科员", "调研员", "巡视员", "主办", "督办", "警务专员", "警长", "高级主办"}},
	{staffTitle, []string{"工作人员", "科员", "办事员", "职员", "干部", "民警", "辅警", "法制员", "执法员", "书记员", "秘书", "雇员", "队员"}},
	{otherTitle, []string{"党组成员", "党委委员", "党委成员", "党工委委员", "总工程师", "总规划师", "总会计师", "总经济师", "总农艺师", "总兽医师", "安全总监", "食品安全总监", "药品安全总监",
		"纪检监察组组长", "纪检组组长", "政治处主任", "政委", "政治委员"}},
	{bodyTitle, []string{"村委会主任", "村民委员会主任", "居委会主任", "居民委员会主任", "社区主任", "村书记", "社区书记", "董事长", "总经理", "经理", "村长", "组长"}},
	{sectionTitle, []string{"科长", "股长", "处长", "室主任", "处室负责人", "科负责人", "股负责人", "室负责人", "科室负责人"}},
	{lowerTitle, []string{"所长", "站长", "大队长", "中队长", "支队长", "分队长", "队长", "中心主任"}},
	{partyTitle, []string{"书记"}},
	{chiefTitle, []string{"局长", "主任", "区长", "县长", "市长", "镇长", "乡长", "部长", "厅长", "省长", "署长", "关长", "行长", "院长", "校长", "理事长", "盟长", "旗长", "州长"}},
}

// parts are the titles of a post: 党组成员、副局长.
func parts(post string) []string {
	return strings.FieldsFunc(post, func(r rune) bool { return strings.ContainsRune("、，,；;/／兼 　（）()", r) })
}

// classOf is the class of one title.
func classOf(title string) class {
	for _, t := range titles {
		for _, end := range t.ends {
			if !strings.HasSuffix(title, end) {
				continue
			}
			if t.class == chiefTitle && strings.Contains(title, "副") {
				return deputyTitle
			}
			return t.class
		}
	}
	// The end names the post, whatever stands before it: 副局级领导, 分管领导.
	if strings.Contains(title, "副局级") || strings.Contains(title, "副处级") || strings.Contains(title, "副科级") || strings.Contains(title, "领导") {
		return otherTitle
	}
	return unknownTitle
}

// best is the title of a post that speaks most for a head, with its class.
func best(post string) (string, class) {
	order := []class{chiefTitle, deputyTitle, otherTitle, partyTitle, unknownTitle, lowerTitle, sectionTitle, bodyTitle, gradeTitle, lawyerTitle, staffTitle}
	title, found := "", len(order)
	for _, p := range parts(post) {
		if i := slices.Index(order, classOf(p)); i < found {
			title, found = p, i
		}
	}
	if title == "" {
		return "", unknownTitle
	}
	return title, order[found]
}

// RankOf is the rank that a post tells, "" if it tells none.
func RankOf(post string) procedure.Rank {
	_, c := best(post)
	return map[class]procedure.Rank{chiefTitle: procedure.ChiefHead, deputyTitle: procedure.DeputyHead, otherTitle: procedure.OtherHead}[c]
}

// noHead says why holders of some titles do not count as heads (CT-2; XSJ-128). %s is the title. Read only.
var noHead = map[class]string{
	sectionTitle: "“%s”是内设机构的负责人，一般不是被诉行政机关的负责人（法释〔2020〕3号第2条）；由其他工作人员出庭的，请记为未出庭并写明工作人员",
	lowerTitle:   "“%s”一般是下级机关、派出机构或者所属单位的负责人，不是被诉行政机关的负责人（法释〔2020〕3号第2条）；该机构自己作为法律、法规、规章授权的组织被诉的除外（第1条）",
	bodyTitle:    "“%s”是受委托的组织或者其他单位的负责人，不是行政机关的负责人（法释〔2020〕3号第2条）",
	gradeTitle:   "“%s”是职级，不是领导职务；只有参与分管被诉行政行为的副职级以上人员才算负责人（法释〔2020〕3号第2条），请写明职务和分管的工作",
	staffTitle:   "“%s”是工作人员，不是负责人（法释〔2020〕3号第2条，行诉法解释第128条），请记为未出庭并写在“工作人员”中",
	lawyerTitle:  "“%s”是律师或者法律服务人员，不是负责人，也不能单独代替负责人出庭（《行政诉讼法》第3条第3款，行诉法解释第128条）",
	partyTitle:   "“%s”是党内职务，请写明行政职务；没有行政正职、副职的，只有参与分管被诉工作的才算负责人（法释〔2020〕3号第2条）",
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

// CheckHead gives the Chinese doubts, each with its article, whether a person counts as a head of the organ (负责人, CT-2; XSJ-128)
// and whether the rank fits the post; none where nothing speaks against it. It forbids nothing: the court decides.
func CheckHead(post string, rank procedure.Rank, name string) []string {
	out := checkName(name)
	if strings.TrimSpace(post) == "" {
		out = append(out, "没有写职务，看不出是不是负责人；身份证明应当载明职务（法释〔2020〕3号第6条）")
	}
	title, c := best(post)
	switch why := noHead[c]; {
	case why != "":
		out = append(out, strings.ReplaceAll(why, "%s", title))
	case c == unknownTitle && title != "":
		out = append(out, "看不出“"+title+"”是正职、副职还是其他分管负责人，请核对（法释〔2020〕3号第2条）")
	}
	for _, d := range rankDoubts {
		if d.class == c && d.rank == rank && !holds(post, rank) {
			out = append(out, strings.ReplaceAll(d.says, "%s", title))
		}
	}
	if rank == "" && title != "" && RankOf(post) != "" {
		out = append(out, "没有写负责人类别；按职务应为"+procedure.RankLabel(RankOf(post))+"（法释〔2020〕3号第2条）")
	}
	if strings.Contains(post, "主持工作") && rank == procedure.ChiefHead && c != chiefTitle {
		out = append(out, "主持工作的副职仍是副职，算不算正职请按本地口径核对（法释〔2020〕3号第2条）")
	}
	for _, gone := range []string{"原", "退休", "退二线"} {
		if strings.HasPrefix(strings.TrimSpace(post), gone) {
			out = append(out, "职务写着“"+gone+"”，已经不在任的人不是负责人（法释〔2020〕3号第2条）")
		}
	}
	return out
}

// holds reports whether one of the titles of a post has a rank: 副区长兼公安分局局长 is a deputy and a chief, of two organs.
func holds(post string, rank procedure.Rank) bool {
	return slices.ContainsFunc(parts(post), func(title string) bool { return RankOf(title) == rank })
}

func checkName(name string) []string {
	name = strings.TrimSpace(name)
	switch {
	case name == "":
		return []string{"没有写负责人的姓名；身份证明应当载明姓名（法释〔2020〕3号第6条）"}
	case strings.ContainsAny(name, "、，,；;/"):
		return []string{"姓名一栏像是写了几个人，请每人记录一次；同时出庭的工作人员写在“工作人员”中（法释〔2020〕3号第6条）"}
	case RankOf(name) != "":
		return []string{"姓名一栏像是带着职务，请把姓名和职务分开写（法释〔2020〕3号第6条）"}
	}
	return nil
}

// governmentTitles are the posts of a government's heads; read only.
var governmentTitles = []string{"区长", "县长", "市长", "镇长", "乡长", "省长", "盟长", "旗长", "州长"}

func ofGovernment(title string) bool {
	return slices.ContainsFunc(governmentTitles, func(t string) bool { return strings.HasSuffix(title, t) })
}

func isGovernment(organ string) bool { return strings.HasSuffix(organ, "人民政府") }

// rankIn is the rank that a post tells in an organ: of several posts the one that belongs there.
func rankIn(post, organ string) procedure.Rank {
	for _, title := range parts(post) {
		if isGovernment(organ) == ofGovernment(title) && RankOf(title) != "" {
			return RankOf(title)
		}
	}
	return RankOf(post)
}

// foreignPost doubts a post that belongs to another organ than the defendant: the head of a department for its government (下级机关, CT-2),
// or the head of the government for a department.
func foreignPost(post, organ string) []string {
	foreign := ""
	for _, title := range parts(post) {
		if c := classOf(title); c != chiefTitle && c != deputyTitle {
			continue
		}
		if isGovernment(organ) == ofGovernment(title) {
			return nil
		}
		foreign = cmp.Or(foreign, title)
	}
	switch {
	case foreign == "" || organ == "":
		return nil
	case isGovernment(organ):
		return []string{"被告是“" + organ + "”，“" + foreign + "”是其部门或者下级机关的负责人，不算被告的负责人（法释〔2020〕3号第2条）"}
	}
	return []string{"被告是“" + organ + "”，“" + foreign + "”是政府的负责人，同时担任被告职务的请写明（法释〔2020〕3号第2条）"}
}
