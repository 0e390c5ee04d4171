// Package sample makes offices to try the program with: the demonstration office of a real district, whose cases of 2019
// and 2020, recorded act by act, yield the figures that the district published for 2020, and synthetic offices of any
// size. All persons and companies are invented; names are masked as in published decisions. Nothing here is random
// between runs.
package sample

import (
	"fmt"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Office is what both kinds of sample office say about themselves.
func Office() cases.Settings {
	return cases.Settings{
		Office:                "苏州市姑苏区司法局",
		Organ:                 organNames[government],
		Agency:                "苏州市姑苏区司法局",
		District:              "姑苏区",
		ReconsiderationPrefix: "姑苏行复",
		SuitPrefix:            "姑苏行应",
		CommitteeFounded:      calendar.New(2020, 6, 18),
	}
}

// government is the key of the district government in tables.
const government = "区府"

// organNames are the organs of the district by the short keys of the tables. It is read only.
var organNames = map[string]string{
	government: "苏州市姑苏区人民政府",
	"公安":       "苏州市公安局姑苏分局",
	"城管":       "苏州市姑苏区城市管理委员会",
	"市监":       "苏州市姑苏区市场监督管理局",
	"住建":       "苏州市姑苏区住房和建设委员会",
	"人社":       "苏州市姑苏区人力资源和社会保障局",
	"平江":       "苏州市姑苏区平江街道办事处",
	"双塔":       "苏州市姑苏区双塔街道办事处",
	"沧浪":       "苏州市姑苏区沧浪街道办事处",
	"金阊":       "苏州市姑苏区金阊街道办事处",
	"虎丘":       "苏州市姑苏区虎丘街道办事处",
	"吴门桥":      "苏州市姑苏区吴门桥街道办事处",
	"苏锦":       "苏州市姑苏区苏锦街道办事处",
	"白洋湾":      "苏州市姑苏区白洋湾街道办事处",
}

// dispute is what a case is about.
type dispute struct{ category, matter, subject string }

// disputes are the subjects by the short keys of the tables. It is read only.
var disputes = map[string]dispute{
	"治安处罚":  {"公安", "行政处罚", "不服治安管理处罚决定"},
	"违建处置":  {"城市管理", "行政强制", "不服限期拆除违法建设的决定"},
	"城管处罚":  {"城市管理", "行政处罚", "不服城市管理行政处罚决定"},
	"食品处罚":  {"市场监督管理", "行政处罚", "不服食品安全行政处罚决定"},
	"举报处理":  {"市场监督管理", "举报投诉处理", "不服对投诉举报的处理答复"},
	"征收补偿":  {"房屋征补", "行政征收", "不服国有土地上房屋征收补偿决定"},
	"强制拆除":  {"房屋征补", "行政强制", "请求确认强制拆除房屋行为违法"},
	"物业处罚":  {"住房和城乡建设", "行政处罚", "不服物业管理行政处罚决定"},
	"劳动监察":  {"人力资源和社会保障", "行政不作为", "不服劳动保障监察投诉的处理"},
	"信息公开":  {"街道综合", "信息公开", "不服政府信息公开答复"},
	"不履责":   {"街道综合", "行政不作为", "请求确认不履行法定职责违法"},
	"信访答复":  {"街道综合", "其他", "不服信访事项处理答复"},
	"复议不受理": {"其他", "其他", "不服不予受理行政复议申请决定"},
}

// handlers are the pairs who take cases in turn. It is read only.
var handlers = []string{"陆敏、顾晨", "沈怡、徐立", "顾晨、沈怡"}

// number prints a case number.
func number(prefix string, year, n int) string {
	return fmt.Sprintf("〔%d〕%s第%d号", year, prefix, n)
}

func applicant(name string) cases.Party {
	return cases.Party{Role: cases.Applicant, Name: name, Organisation: len([]rune(name)) > 4}
}

func respondent(key string) cases.Party {
	return cases.Party{Role: cases.Respondent, Name: organNames[key], Organisation: true}
}
