package courtroom

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases/statistics"
)

// governmentTitles are the posts of a government's heads; read only.
var governmentTitles = []string{"区长", "县长", "市长", "镇长", "乡长", "省长", "盟长", "旗长", "州长"}

// levelOf is the level of the government that a title is of: 区 of 副区长; "" for titles of no government.
func levelOf(title string) string {
	for _, t := range governmentTitles {
		if strings.HasSuffix(title, t) {
			return strings.TrimSuffix(t, "长")
		}
	}
	return ""
}

// belongs reports whether a title may be one of the organ: 副区长 of a district's government, 住建局局长 of a 住房和建设局.
func belongs(title, organ string) bool {
	level := levelOf(title)
	if !statistics.Government(organ) {
		return level == "" && sameUnit(unitIn(title), organ)
	}
	area := strings.TrimSuffix(strings.TrimSuffix(organ, "政府"), "人民")
	return level != "" && (strings.HasSuffix(area, level) || area == "" || strings.HasSuffix(area, "本级"))
}

// attributes stand before a post and name no organ. Read only.
var attributes = []string{"党组", "党委", "常务", "第一", "执行", "代理", "代", "原", "正", "副"}

// unitEnds end the names of organs. Read only.
var unitEnds = []string{"局", "委", "会", "处", "厅", "部", "院", "办", "室", "街道", "镇", "乡", "区", "县", "市", "署", "关", "行", "校", "所", "站", "队", "中心", "府"}

// unitIn is the organ that a title names, "" if it names none: 综合执法局 of 综合执法局副局长, 分局 of 分局长.
func unitIn(title string) string {
	unit, post := title, ""
	for _, t := range titles {
		for _, end := range t.ends {
			if rest, ok := strings.CutSuffix(title, end); ok && slices.Contains([]class{chiefTitle, lowerTitle, sectionTitle}, t.class) && post == "" {
				unit, post = rest, end
			}
		}
	}
	for cut := true; cut; {
		cut = false
		for _, a := range attributes {
			if rest, ok := strings.CutSuffix(unit, a); ok {
				unit, cut = rest, true
			}
		}
	}
	if unit == "" || slices.ContainsFunc(unitEnds, func(e string) bool { return strings.HasSuffix(unit, e) }) {
		return unit
	}
	// 公安局长 and 分局长 write the organ's last word once.
	return unit + strings.TrimSuffix(strings.TrimSuffix(post, "长"), "主任")
}

// sameUnit reports whether a unit in a title may be the organ: its name, a short form of it, or the organ's with the place before it.
func sameUnit(unit, organ string) bool {
	if unit == "" || organ == "" || strings.HasSuffix(unit, organ) {
		return true
	}
	rest := organ
	for _, r := range unit {
		i := strings.IndexRune(rest, r)
		if i < 0 {
			return false
		}
		rest = rest[i+len(string(r)):]
	}
	return true
}

// foreignPost doubts a post that belongs to another organ than the defendant: the head of a department or of a town for the district's
// government (下级机关, CT-2), of a branch for its bureau, or of the government for a department.
func foreignPost(post, organ string) []string {
	foreign := ""
	for _, title := range parts(post) {
		if c := classOf(title, organ); c != chiefTitle && c != deputyTitle {
			continue
		}
		if belongs(title, organ) {
			return nil
		}
		foreign = cmp.Or(foreign, title)
	}
	switch {
	case foreign == "" || organ == "":
		return nil
	case statistics.Government(organ):
		return []string{"被告是“" + organ + "”，“" + foreign + "”是其部门或者下级机关的负责人，不算被告的负责人（法释〔2020〕3号第2条）"}
	case levelOf(foreign) != "":
		return []string{"被告是“" + organ + "”，“" + foreign + "”是政府的负责人，同时担任被告职务的请写明（法释〔2020〕3号第2条）"}
	}
	return []string{"被告是“" + organ + "”，“" + foreign + "”看上去是其他机关或者下级机关的负责人，不算被告的负责人（法释〔2020〕3号第2条）"}
}
