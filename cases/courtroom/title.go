package courtroom

import (
	"slices"
	"strings"

	"fuyi/cases/procedure"
)

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

// titleEnds are ends of titles of one class.
type titleEnds struct {
	class class
	ends  []string
}

// titles tell classes by how a title ends; the first that fits counts, so the longer stand before the shorter. Read only.
var titles = []titleEnds{
	{lawyerTitle, []string{"律师", "法律顾问", "法律工作者"}},
	{gradeTitle, []string{"主任科员", "调研员", "巡视员", "主办", "督办", "警务专员", "警长", "高级主办"}},
	{staffTitle, []string{"工作人员", "科员", "办事员", "职员", "干部", "民警", "辅警", "法制员", "执法员", "书记员", "秘书", "雇员", "队员", "经办人", "承办人"}},
	{otherTitle, []string{"党组成员", "党委委员", "党委成员", "党工委委员", "总工程师", "总规划师", "总会计师", "总经济师", "总农艺师", "总兽医师", "安全总监", "食品安全总监", "药品安全总监",
		"纪检监察组组长", "纪检组组长", "政治处主任", "政委", "政治委员"}},
	{bodyTitle, []string{"村委会主任", "村民委员会主任", "居委会主任", "居民委员会主任", "社区主任", "村书记", "社区书记", "董事长", "总经理", "经理", "村长", "组长"}},
	{sectionTitle, []string{"科长", "股长", "处长", "室主任", "处室负责人", "科负责人", "股负责人", "室负责人", "科室负责人"}},
	{lowerTitle, []string{"所长", "站长", "大队长", "中队长", "支队长", "分队长", "队长", "中心主任"}},
	{partyTitle, []string{"书记"}},
	{chiefTitle, []string{"局长", "主任", "区长", "县长", "市长", "镇长", "乡长", "部长", "厅长", "省长", "署长", "关长", "行长", "院长", "校长", "理事长", "盟长", "旗长", "州长", "主要负责人", "正职负责人"}},
}

// cutTitles are titles that say nothing by themselves, but end a post. Read only.
var cutTitles = titleEnds{unknownTitle, []string{"负责人", "领导"}}

// parts are the titles of a post: 党组成员、副局长.
func parts(post string) []string {
	return strings.FieldsFunc(post, func(r rune) bool { return strings.ContainsRune("、，,；;/／兼 　（）()", r) })
}

// classOf is the class of one title of somebody in the organ, "" for an organ that is not known.
func classOf(title, organ string) class {
	for _, t := range titles {
		for _, end := range t.ends {
			if !strings.HasSuffix(title, end) {
				continue
			}
			if t.class == chiefTitle || leads(end, organ) {
				return chiefOr(title)
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

func chiefOr(title string) class {
	if strings.Contains(title, "副") {
		return deputyTitle
	}
	return chiefTitle
}

// leads reports whether the title that ends so is that of the organ's own head: 所长 of a 派出所 that is sued itself (CT-1).
func leads(end, organ string) bool {
	for _, x := range [][2]string{{"所长", "所"}, {"站长", "站"}, {"队长", "队"}, {"中心主任", "中心"}, {"室主任", "室"}, {"处长", "处"}, {"科长", "科"}} {
		if strings.HasSuffix(end, x[0]) && strings.HasSuffix(organ, x[1]) {
			return true
		}
	}
	return false
}

// order are the classes by how much they speak for a head. Read only.
var order = []class{chiefTitle, deputyTitle, otherTitle, partyTitle, unknownTitle, lowerTitle, sectionTitle, bodyTitle, gradeTitle, lawyerTitle, staffTitle}

// best is the title of a post that speaks most for a head of the organ, with its class.
func best(post, organ string) (string, class) {
	title, found := "", len(order)
	for _, p := range parts(post) {
		if i := slices.Index(order, classOf(p, organ)); i < found {
			title, found = p, i
		}
	}
	if title == "" {
		return "", unknownTitle
	}
	return title, order[found]
}

// rankOf are the ranks of the classes that are heads. Read only.
var rankOf = map[class]procedure.Rank{chiefTitle: procedure.ChiefHead, deputyTitle: procedure.DeputyHead, otherTitle: procedure.OtherHead}

// RankOf is the rank that a post in an organ tells, "" if it tells none: of several posts the one that belongs to the organ. organ is ""
// where it is not known.
func RankOf(post, organ string) procedure.Rank {
	for _, title := range parts(post) {
		if c := classOf(title, organ); organ != "" && (c == chiefTitle || c == deputyTitle) && belongs(title, organ) {
			return rankOf[c]
		}
	}
	_, c := best(post, organ)
	return rankOf[c]
}

// NotHead says in Chinese, with its article, why the holder of a post is no head of the organ whatever else the file says: lawyers, staff,
// heads of sections, of lower organs and of what is no organ, and holders of a grade alone. "" where nothing says so.
func NotHead(post, organ string) string {
	title, c := best(post, organ)
	if c == partyTitle {
		return ""
	}
	return strings.ReplaceAll(noHead[c], "%s", title)
}

// Lawyer reports whether a post is that of a lawyer (律师).
func Lawyer(post string) bool {
	_, c := best(post, "")
	return c == lawyerTitle
}

// CutPost separates the post from the name behind it: 副局长张某 gives 副局长 and 张某. Without a title the post is "".
func CutPost(text string) (post, name string) {
	at := 0
	for _, t := range append(slices.Clone(titles), cutTitles) {
		for _, end := range t.ends {
			if i := strings.LastIndex(text, end); i >= 0 {
				at = max(at, i+len(end))
			}
		}
	}
	return text[:at], text[at:]
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
