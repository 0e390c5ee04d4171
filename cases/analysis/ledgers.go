package analysis

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// The columns of ledgers.

func text(label string, width int, f func(*entry) string) listColumn {
	return listColumn{label: label, width: width, text: f}
}

func dated(label string, f func(*entry) calendar.Date) listColumn {
	return listColumn{label: label, width: 12, day: f}
}

// noted is a column that the office file has no field for: it shows the note of that label, such as an imported ledger leaves one.
func noted(label string, width int) listColumn {
	return text(label, width, func(e *entry) string { return e.note(label) })
}

func (e *entry) note(label string) string {
	for _, n := range e.Notes {
		if n.Label == label {
			return n.Text
		}
	}
	return ""
}

// remarks are the notes without a column of their own.
func (e *entry) remarks() string {
	var out []string
	for _, n := range e.Notes {
		out = append(out, strings.TrimPrefix(n.Label+"："+n.Text, "备注："))
	}
	return strings.Join(out, "；")
}

// on is the day of the last act of a kind.
func on(k procedure.Kind) func(*entry) calendar.Date {
	return func(e *entry) (d calendar.Date) {
		for _, a := range e.acts {
			if a.Kind == k {
				d = a.On
			}
		}
		return d
	}
}

func (e *entry) act(k procedure.Kind) *procedure.Act {
	for n := range slices.Backward(e.acts) {
		if e.acts[n].Kind == k {
			return &e.acts[n]
		}
	}
	return nil
}

// has says 有 or 无, or with other words.
func has(k procedure.Kind, yes, no string) func(*entry) string {
	return func(e *entry) string {
		if e.act(k) != nil {
			return yes
		}
		return no
	}
}

func serial() listColumn {
	return text("序号", 6, func(e *entry) string { return strconv.Itoa(e.serial) })
}

func party(label string, r cases.Role) listColumn {
	return text(label, 22, func(e *entry) string { return e.Joined(r) })
}

// nth is one of several handlers or defendants.
func nth(list []string, n int) string {
	if n < len(list) {
		return list[n]
	}
	return ""
}

func (e *entry) particulars() cases.Particulars {
	if e.Particulars == nil {
		return cases.Particulars{}
	}
	return *e.Particulars
}

// ended is how a case was concluded in words.
func (e *entry) ended() string {
	switch {
	case e.item.Concluded.IsZero():
		return ""
	case e.Kind == cases.Litigation:
		return verdict(nil, &e.item)[0]
	}
	return procedure.Headline(e.acts)
}

func stateName(e *entry) string {
	switch {
	case !e.item.Concluded.IsZero():
		return "已办结"
	case e.item.paused:
		return "中止"
	}
	return "办理中"
}

func channelName(e *entry) string { return procedure.MeansLabel(e.item.Channel) }

func subject(e *entry) string { return e.Subject }

func caseNumber(e *entry) string { return e.Number }

func concludedOn(e *entry) calendar.Date { return e.item.Concluded }

func receivedOn(e *entry) calendar.Date { return e.item.Received }

func yesNo(yes bool) string {
	if yes {
		return "是"
	}
	return "否"
}

// listSpecs are the ledgers L1 to L5 and the list of lost suits.
func listSpecs() []listSpec {
	inPeriod := plus("本期新收和上期结转的案件", received(), carriedAll())
	suitsIn := plus("本期新收和上期结转的应诉案件", sued(), suitsCarried())
	note := []string{"本期新收的和上期结转的案件；办公室没有登记的栏目空着，导入台账时留下的同名备注照录。"}
	return []listSpec{
		{"review_ledger", "行政复议案件登记表", cases.Reconsideration, inPeriod, reviewLedger(), note},
		{"review_index", "行政复议案件检索表", cases.Reconsideration, inPeriod, reviewIndex(), note},
		{"suit_ledger", "行政应诉案件列表", cases.Litigation, suitsIn, suitLedger(), note},
		{"suit_register", "行政应诉案件管理表", cases.Litigation, suitsIn, suitRegister(), note},
		{"review_record", "行政复议案件信息表", cases.Reconsideration, inPeriod, reviewRecord(), note},
		{"losses", "败诉案件清单", cases.Litigation, lost(), losses(), []string{"裁判日期在统计期内、至少一个被告败诉的案件；败诉原因取自裁判的登记，整改、追责情况取自“落实整改”的说明，没有的照录登记的同名备注。有二审案件关联的，也算上诉。"}},
	}
}

func reviewLedger() []listColumn {
	return []listColumn{serial(), dated("收件日期", receivedOn), text("收件方式", 9, channelName),
		dated("审理期限开始计算日期", func(e *entry) calendar.Date { return e.time.CountFrom }),
		text("立案审查人", 10, func(e *entry) string { return acceptedBy(e) }), text("复议案号", 24, caseNumber),
		party("申请人", cases.Applicant), party("被申请人", cases.Respondent), text("案件事由", 28, subject),
		text("行政管理类别", 14, func(e *entry) string { return e.Class.Category }), text("案件类型", 14, func(e *entry) string { return e.Class.Matter }),
		text("是否补正", 8, has(procedure.SupplementNotice, "是", "否")), dated("立案日期", func(e *entry) calendar.Date { return e.item.Accepted }),
		noted("办案处室", 12), text("承办人", 10, func(e *entry) string { return nth(e.item.Handlers, 0) }), text("第二承办人", 10, func(e *entry) string { return nth(e.item.Handlers, 1) }),
		dated("结案日期", concludedOn), text("结案种类", 16, (*entry).ended), noted("领导批示", 16), text("备注", 20, (*entry).remarks)}
}

func acceptedBy(e *entry) string {
	if a := e.act(procedure.Acceptance); a != nil && !a.Imported {
		return a.By
	}
	return e.note("立案审查人")
}

func reviewIndex() []listColumn {
	return []listColumn{serial(), dated("收案日期", receivedOn), party("申请人名称", cases.Applicant), party("被申请人名称", cases.Respondent),
		text("行政行为名称", 24, func(e *entry) string { return cmp.Or(e.particulars().ActName, e.Subject) }),
		text("行政行为文号", 22, func(e *entry) string { return e.particulars().ActNumber }), text("统计关键词", 14, func(e *entry) string { return e.Class.Category }),
		text("行政复议事项", 14, func(e *entry) string { return e.Class.Matter }), text("案件状态", 9, stateName), dated("结案日期", concludedOn), text("结案种类", 16, (*entry).ended),
		text("复议意见书", 9, has(procedure.OpinionLetter, "有", "无")), text("复议建议书", 9, has(procedure.Recommendation, "有", "无"))}
}

func suitKind(e *entry) string {
	switch {
	case e.item.Concluded.IsZero():
		return ""
	case mediatedInCourt(&e.item):
		return "调解"
	case judgedBy(e.item.Outcome):
		return "判决"
	}
	return "裁定"
}

func (e *entry) suit() cases.Suit {
	if e.Suit == nil {
		return cases.Suit{}
	}
	return *e.Suit
}

func plaintiffs(e *entry) string {
	n := len(e.Names(cases.Applicant))
	if e.item.Natural {
		return fmt.Sprintf("公民%d人", n)
	}
	return fmt.Sprintf("法人、其他组织（共%d名原告）", n)
}

// lowerSuit is the number of the suit at the lower instance, reviewed that of the reconsideration.
func lowerSuit(e *entry) string {
	s := e.suit()
	if s.Earlier == "" && (s.Instance == cases.Second || s.Instance == cases.Retrial) {
		return s.Related
	}
	return s.Earlier
}

func reviewed(e *entry) string {
	if s := e.suit(); s.Source.Reviewed() && lowerSuit(e) != s.Related {
		return s.Related
	}
	return ""
}

// answerDue is the last day for the answer (答辩期限).
func answerDue(e *entry) calendar.Date {
	for _, p := range e.time.Periods {
		if p.Rule.ID == procedure.AnswerCourt {
			return p.Count.Due
		}
	}
	return 0
}

func suitLedger() []listColumn {
	return []listColumn{serial(), text("案号", 24, caseNumber), noted("专报号", 14), text("审级", 7, func(e *entry) string { return e.suit().Instance.Label() }),
		text("审理法院", 22, func(e *entry) string { return e.suit().Court }), party("原告", cases.Applicant), party("被告", cases.Respondent),
		text("行政行为名称", 24, func(e *entry) string { return cmp.Or(e.particulars().ActName, e.Subject) }), text("行政行为文号", 20, func(e *entry) string { return e.particulars().ActNumber }),
		text("状态", 9, stateName), text("应诉承办人", 12, func(e *entry) string { return e.Handler }), dated("应诉日期", receivedOn), dated("答辩截止日期", answerDue),
		dated("结案日期", concludedOn), text("结案方式", 9, suitKind), text("原告类别和总数", 16, plaintiffs),
		text("第一被告", 20, func(e *entry) string { return nth(e.item.Organs, 0) }), text("第二被告", 20, func(e *entry) string { return nth(e.item.Organs, 1) }),
		text("案由", 24, subject), text("是否赔偿", 8, func(e *entry) string {
			return yesNo(e.item.Outcome == procedure.Damages || e.suit().Claimed > 0 || e.suit().Type == cases.DamagesSuit)
		}),
		text("司法建议", 8, has(procedure.JudicialAdvice, "有", "无")), text("关联复议案号", 22, reviewed), text("关联下级审案号", 22, lowerSuit)}
}

// lastHearing is the last court hearing with who appeared.
func lastHearing(e *entry) (procedure.Act, procedure.Appearance) {
	a := e.act(procedure.CourtHearing)
	if a == nil {
		return procedure.Act{}, procedure.Appearance{}
	}
	if a.Detail == nil || a.Detail.Appearance == nil {
		return *a, procedure.Appearance{}
	}
	return *a, *a.Detail.Appearance
}

func lawyers(e *entry) string {
	var out []string
	for _, p := range e.Parties {
		if p.Role == cases.Agent && (p.Agency == "律师" || p.Firm != "") {
			out = append(out, p.Name)
		}
	}
	return strings.Join(out, "、")
}

func suitRegister() []listColumn {
	return []listColumn{text("案件ID", 8, func(e *entry) string { return strconv.FormatInt(int64(e.ID), 10) }), text("关联案件", 22, func(e *entry) string { return e.suit().Related }),
		text("审理阶段", 9, func(e *entry) string { return e.suit().Instance.Label() }), text("法院案号", 22, func(e *entry) string { return e.suit().CourtNumber }), text("内部案号", 22, caseNumber),
		text("受诉法院", 22, func(e *entry) string { return e.suit().Court }), text("案由", 24, subject), text("当事人类型", 14, plaintiffs),
		party("原告", cases.Applicant), party("被告", cases.Respondent), party("第三人", cases.ThirdParty),
		text("收案方式", 9, func(e *entry) string { return e.suit().Source.Label() }), text("收案人", 9, receivedBy), dated("收案时间", receivedOn),
		dated("开庭时间", func(e *entry) calendar.Date { a, _ := lastHearing(e); return a.On }), noted("开庭地点", 16),
		text("承办人", 12, func(e *entry) string { return e.Handler }), noted("审核人", 10), text("律师", 12, lawyers),
		text("出庭负责人", 10, func(e *entry) string { _, w := lastHearing(e); return w.Name }), text("负责人职务", 12, func(e *entry) string { _, w := lastHearing(e); return cmp.Or(w.Post, procedure.RankLabel(w.Rank)) }),
		text("是否出庭", 8, appeared), text("是否上诉", 8, appealed), dated("上诉时间", on(procedure.Appealed)), text("备注", 20, (*entry).remarks),
		dated("登记日期", on(procedure.SuitReceived)), dated("办结日期", concludedOn), text("状态", 9, stateName)}
}

func appeared(e *entry) string {
	if len(e.item.Hearings) == 0 {
		return "未开庭"
	}
	s := scope{from: 1, to: calendar.New(9999, 1, 1)}
	return yesNo(sessions(&s, &e.item, "").Came())
}

func receivedBy(e *entry) string {
	if a := e.act(procedure.SuitReceived); a != nil && !a.Imported {
		return a.By
	}
	return ""
}

func yuan(fen int64) string {
	if fen == 0 {
		return ""
	}
	return decimal(fen, 100, 2)
}

func omission(e *entry) string { return yesNo(strings.Contains(e.Class.Matter, "不作为")) }

func organLevel(e *entry) string { return organKind(nil, &e.item)[0] }

func reviewRecord() []listColumn {
	p := func(f func(cases.Particulars) string) func(*entry) string {
		return func(e *entry) string { return f(e.particulars()) }
	}
	return []listColumn{text("案件编号", 24, caseNumber), text("申请方式", 9, channelName), dated("收到申请日期", receivedOn),
		text("申请人数", 8, func(e *entry) string { return strconv.Itoa(e.item.Persons) }), text("行政管理类别", 14, func(e *entry) string { return e.Class.Category }),
		text("申请事项", 14, func(e *entry) string { return e.Class.Matter }), text("是否不作为", 8, omission),
		text("行政行为名称", 24, p(func(x cases.Particulars) string { return x.ActName })), text("行政行为文号", 20, p(func(x cases.Particulars) string { return x.ActNumber })),
		dated("行政行为日期", func(e *entry) calendar.Date { return e.particulars().ActDate }), text("行政行为内容", 28, subject),
		dated("知道行政行为日期", func(e *entry) calendar.Date { return e.particulars().Known }), text("复议请求", 28, p(func(x cases.Particulars) string { return x.Requests })),
		text("事实和理由", 36, p(func(x cases.Particulars) string { return x.Reasons })), text("是否复议前置", 8, p(func(x cases.Particulars) string { return yesNo(x.Prerequisite != "") })),
		text("是否申请赔偿", 8, p(func(x cases.Particulars) string { return yesNo(x.Compensation > 0) })), text("赔偿金额（元）", 12, p(func(x cases.Particulars) string { return yuan(x.Compensation) })),
		text("附带审查的规范性文件", 22, p(func(x cases.Particulars) string { return x.Review })), text("是否申请听证", 8, p(func(x cases.Particulars) string { return yesNo(x.Hearing) })),
		text("被申请人类型", 12, organLevel), party("被申请人名称", cases.Respondent), text("第一承办人", 10, func(e *entry) string { return nth(e.item.Handlers, 0) }),
		text("第二承办人", 10, func(e *entry) string { return nth(e.item.Handlers, 1) }), text("是否实地查证", 8, has(procedure.InspectionStarted, "是", "否")), text("状态", 9, stateName),
		dated("中止日期", on(procedure.Suspension)), dated("恢复日期", on(procedure.Resumption)), dated("延期日期", on(procedure.Extension)), dated("并案日期", on(procedure.Merger)),
		text("是否延期", 8, has(procedure.Extension, "是", "否")), text("结案类型", 16, (*entry).ended), dated("结案日期", concludedOn), text("结案文书号", 22, closingPaper),
		text("意见书是否落实", 9, letterDone), text("是否公开", 8, has(procedure.Published, "是", "否")), noted("发现的问题", 20), noted("建议", 20)}
}

// closingPaper is the number of the paper that concluded the case.
func closingPaper(e *entry) string {
	for n := range slices.Backward(e.acts) {
		if a := e.acts[n]; a.On == e.item.Concluded && a.Paper != "" {
			return a.Paper
		}
	}
	return ""
}

func letterDone(e *entry) string {
	if e.act(procedure.OpinionLetter) == nil {
		return ""
	}
	return has(procedure.LetterReply, "已落实", "未反馈")(e)
}
