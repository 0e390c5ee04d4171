package identity

import (
	"strings"
	"unicode/utf8"
)

// organisationEnds are the endings by which the name of an organisation is told from that of a person.
var organisationEnds = strings.Fields("公司 厂 店 所 中心 社 院 校 局 厅 部 署 委 办 室 站 队 支队 大队 政府 委员会 街道办事处 办事处 街道 " +
	"学校 大学 学院 中学 小学 幼儿园 医院 银行 支行 分行 集团 工会 协会 商会 学会 基金会 合作社 联合社 联社 村委会 居委会 业委会 业主委员会 " +
	"小组 村 社区 分局 管委会 处 场 馆 超市 酒店 宾馆 饭店 餐厅 饭馆 经营部 服务部 门市部 工作室 事务所 个体工商户 企业 工厂 农场 林场 联合会 园 网吧 药房 诊所 机关 总队 派出所 " +
	"Ltd Ltd. Inc Inc. Co. GmbH")

// Organisation tells a legal person, an organisation or an organ from a person, by the ending of the name; brackets behind it
// do not count. People have short names: a name of two
// or three signs is taken for a person's unless its ending is one of several signs.
func Organisation(name string) bool {
	name = strings.TrimSpace(name)
	if i := strings.LastIndexAny(name, "（("); i > 0 && (strings.HasSuffix(name, "）") || strings.HasSuffix(name, ")")) {
		name = strings.TrimSpace(name[:i])
	}
	n := utf8.RuneCountInString(name)
	for _, end := range organisationEnds {
		if strings.HasSuffix(name, end) && (n > 3 || utf8.RuneCountInString(end) > 1 && n > utf8.RuneCountInString(end)) {
			return true
		}
	}
	return false
}
