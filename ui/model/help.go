package model

import (
	"slices"
	"strings"

	"fuyi/cases/procedure"
)

// Topic is one page of the help (F1): what a page or an act is for, what the law says, and an example.
type Topic struct {
	// Page is the name of the page it explains, "" for a topic of its own.
	Page, Title string
	// What says in a few sentences what the page is for and how to begin; Law the articles with what they say; Example one case.
	What    []string
	Law     []Article
	Example string
}

// Article is one article in our own words.
type Article struct{ Name, Says string }

// Topics are the help, in the order of its index.
func Topics() []Topic {
	return []Topic{
		{"", "第一天怎么用", []string{
			"一、在“设置”里填单位名称、复议机关和案号字头，案号以后自动编。",
			"二、有 Excel 台账的，用“导入台账”读进来：先预演，逐格说明能不能认，认可了再写入，随时可以整批撤销。",
			"三、新来的案件用“新收案件”登记。边填边存草稿，按“登记”才成为案件。",
			"四、每天早上看“工作台”：今天到期、三天内到期和超期的都在最前面。收到材料、作出决定，就在案件页记录一个“程序行为”，期限会自己变。",
			"五、下班前打印“登记核对”，请另一位同事核对今天录入的日期。"},
			nil, "收到申请：Ctrl+N 登记。5个工作日内，在案件页按“受理”或“补正通知”。"},
		{"desk", "工作台", []string{"列出全部正在计算的期限，最急的在前。点一行打开案件；点上面的词只看一类；右边是没有登记完的草稿和本年的数字。"},
			[]Article{{"复议法第八十八条", "期间不含当天；“三日、五日、七日、十日”指工作日，其他按自然日；最后一天是节假日的，顺延到节假日后第一天。"}}, "“剩2天”按今天到最后一天的天数计算；点开案件可以看到为什么是这一天。"},
		{"reconsiderations", "复议案件", []string{"每行一件案件。点表头排序，按条件筛选，选中一行在右边打开。可以选多行一起分派、导出、打印。",
			"从 Excel 复制几行后在这里粘贴，会先给出预览，再登记成案件。"}, nil, "只看自己承办的：在“承办人”里选自己的名字，再保存为常用筛选。"},
		{"suits", "应诉案件", []string{"本级政府和部门当被告的案件。每一审级登记一件，用“关联案件”连到原复议案件和上一审。"},
			[]Article{{"行政诉讼法第六十七条", "收到起诉状副本之日起十五日内提出答辩状并提交证据和依据。"}, {"行政诉讼法第三条", "被诉行政机关负责人应当出庭应诉；不能出庭的，委托相应的工作人员出庭。"}}, ""},
		{"intake", "新收案件", []string{"先选渠道，只出现需要的栏目。姓名栏可以粘贴一列姓名。证件号码、电话边填边核对，校验位不对只提醒，不拦住。",
			"填的内容自动存成草稿；按“登记”前不会产生案件。"},
			[]Article{{"复议法第二十条", "自知道或者应当知道行政行为之日起六十日内申请；没有告知的，最长不超过一年。"}, {"复议法第三十条", "收到申请后五个工作日内审查；期满没有决定不予受理的，期满之日视为受理。"},
				{"复议法第三十一条", "材料不齐或者表述不清的，五个工作日内书面通知补正，一次说清全部内容；申请人十个工作日内提交。"}}, "寄来的申请，以邮戳日期为申请日期，以收到日期起算五个工作日。"},
		{"statistics", "统计报表", []string{"年度数字由案件和程序行为算出，每个数字都可以打开背后的案件。"}, nil, "改了一个日期，数字跟着变；封面写明是哪一天的数字。"},
		{"month", "期限日历", []string{"按月看每天到期的期限和已定的听证、开庭。可以导出 .ics 给手机。"}, nil, ""},
		{"checksheet", "登记核对", []string{"当天录入、更正的每个日期，连同它依据的文书，由第二个人对着原件逐条打勾。没有勾的一直显示。"}, nil, ""},
		{"find", "查找", []string{"一个框查所有内容：案号中的几个字、姓名、拼音首字母、文号、电话、备注、附件里的词；日期可以写“上月”“0312”。几个词用空格隔开，要同时符合。",
			"每一行说明在哪里找到的。Enter 打开第一件，Ctrl+Enter 在新窗口打开。"}, nil, "“zs 吊销 上月”：上个月有手续、当事人首字母是 zs、内容里有“吊销”的案件。"},
		{"settings", "设置", []string{"单位信息、掌握口径、外观、节假日、机关名录、人员、回收站和导入记录。掌握口径改变前会列出哪些案件的期限会变。"}, nil, ""},
		{"holidays", "节假日", []string{"导入国务院办公厅的放假通知后，先列出会变动的期限，确认后才写入。没有通知的年份按周末推算，并注明“推算”。"},
			[]Article{{"复议法第八十八条", "期间的最后一天是法定休假日的，以休假日结束后的第一个工作日为期间届满的日期。"}}, ""},
		{"import", "导入台账", []string{"逐格读出 Excel 台账，不认识的栏目原样保留。先预演，再写入；一次导入可以整批撤销，已经办理过的除外。"}, nil, ""},
	}
}

// TopicOf is the help of a page; the first topic where a page has none.
func TopicOf(page string) Topic {
	all := Topics()
	if i := slices.IndexFunc(all, func(t Topic) bool { return t.Page == page && page != "" }); i >= 0 {
		return all[i]
	}
	return all[0]
}

// ActTopic is the help of an act's page: what follows from it and the article.
func ActTopic(s *procedure.Spec) Topic {
	return Topic{Title: s.Label, What: []string{
		"日期填这一行为在法律上发生的日期，不是录入的日期。",
		"填的时候下面会列出记录后状态和期限的变化；按“记录”才写入。",
		"写入后不能删除。录错了用“更正录入”，原来的内容会保留；真的改变了决定的，按新的文书另记一个行为。"},
		Law: []Article{{"依据", strings.TrimSpace(s.Basis)}}}
}
