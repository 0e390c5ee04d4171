package export

import (
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// categories are the usual 行政管理类别; the list is a help for filling in, other words are taken as well.
const categories = "公安 国家安全 人力资源和社会保障 司法行政 民政 自然资源 生态环境 住房和城乡建设 城市管理 房屋征补 不动产登记 交通运输 水利 农业农村 林业 商务 文化和旅游 卫生健康 医疗保障 退役军人事务 应急管理 市场监督管理 药品监管 知识产权 金融监管 税务 海关 财政 审计 统计 教育 科技 工业和信息化 发展改革 邮政 烟草专卖 新闻出版广电 体育 乡镇街道 其他"

// matters are the usual 申请复议事项.
const matters = "行政处罚 行政强制 行政征收 行政许可 行政确权 行政确认 信息公开 举报投诉处理 行政不作为 行政协议 行政赔偿 其他"

// codeList is the drop-down list of a name.
func codeList(name string, k cases.Kind) []string {
	switch name {
	case listResult:
		return []string{"维持", "撤销", "撤销并责令重作", "部分撤销", "变更", "确认违法", "确认无效", "责令履行", "决定赔偿", "驳回行政复议请求",
			"驳回行政复议申请", "调解", "终止（和解）", "终止（撤回）", "终止（改变后撤回）", "终止", "受理前撤回", "不予受理", "视为放弃"}
	case listOutcome:
		return wordsOf(procedure.Outcomes(), procedure.OutcomeLabel)
	case listSettled:
		return []string{wordMediated, wordSettled, yesNo(false)}
	case listYesNo:
		return []string{yesNo(true), yesNo(false)}
	case listInstance:
		return []string{cases.First.Label(), cases.Second.Label(), cases.Retrial.Label()}
	case listSource:
		return wordsOf(cases.Sources(), cases.Source.Label)
	case listRank:
		return wordsOf(procedure.Ranks(), procedure.RankLabel)
	case listGround:
		return wordsOf(procedure.AbsenceGrounds(), procedure.AbsenceLabel)
	case listView:
		return wordsOf(procedure.CourtViews(), procedure.CourtViewLabel)
	case listReported:
		return wordsOf(procedure.Consequences(), procedure.ConsequenceLabel)
	case listSuitType:
		return wordsOf(cases.SuitTypes(), cases.SuitType.Label)
	case listCapacity:
		return wordsOf(cases.Capacities(), cases.Capacity.Label)
	case listCauses:
		return wordsOf(procedure.LossCauses(), procedure.LossCauseLabel)
	case listCategory:
		return strings.Fields(categories)
	case listMatter:
		return strings.Fields(matters)
	}
	return nil
}

func wordsOf[C any](list []C, label func(C) string) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = label(c)
	}
	return out
}
