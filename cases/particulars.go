package cases

import "fuyi/cases/calendar"

// Particulars is what an application says beyond who, whom and what (申请情况): entered at reception, corrected like any
// fact of the case. Dates are the days named in the papers.
type Particulars struct {
	// Requests are 行政复议请求, Reasons 事实和理由.
	Requests string `json:"requests,omitempty"`
	Reasons  string `json:"reasons,omitempty"`
	// ActNumber is the number of the paper in dispute (被诉文书文号), ActDate the day on it, ActName what it is called.
	ActName   string        `json:"act_name,omitempty"`
	ActNumber string        `json:"act_number,omitempty"`
	ActDate   calendar.Date `json:"act_date,omitzero"`
	// Known is the day the applicant learned of the act (知道或者应当知道之日), from which the 60 days of 复议法20 run; Posted the
	// day of the postmark or of sending, which counts as the day of filing.
	Known  calendar.Date `json:"known,omitzero"`
	Posted calendar.Date `json:"posted,omitzero"`
	// NotTold is true when the organ did not tell the right to apply or its period (未告知), so that a year runs; Estate when the
	// act concerns immovable property (不动产).
	NotTold bool `json:"not_told,omitempty"`
	Estate  bool `json:"estate,omitempty"`
	// Delay is the reason given for a late application (逾期正当理由).
	Delay string `json:"delay,omitempty"`
	// Prerequisite is the kind of 复议前置 by its code in package reception, "" if none; Basis the law or regulation of its fifth
	// kind.
	Prerequisite string `json:"prerequisite,omitempty"`
	Basis        string `json:"basis,omitempty"`
	// Compensation is 行政赔偿请求 in yuan and fen (fen), Amount the amount the act decided (涉案金额), both in fen; 0 for none.
	Compensation int64 `json:"compensation,omitempty"`
	Amount       int64 `json:"amount,omitempty"`
	// Review is the normative document whose review is asked (附带审查), Stay whether 停止执行 is asked, Hearing 听证, Mediation 调解.
	Review    string `json:"review,omitempty"`
	Stay      bool   `json:"stay,omitempty"`
	Hearing   bool   `json:"hearing,omitempty"`
	Mediation bool   `json:"mediation,omitempty"`
	// Materials are what was handed in at reception (收到的材料), by the names of package reception, in order; Missing what must be
	// supplied, which becomes the supplement notice (补正通知).
	Materials []Material `json:"materials,omitempty"`
	// Issues are 争议焦点, Proposal the handler's view (拟处理意见), for the brief.
	Issues   []string `json:"issues,omitempty"`
	Proposal string   `json:"proposal,omitempty"`
}

// Material is one line of the materials checklist (材料清单).
type Material struct {
	Name string `json:"name"`
	// Copies and Pages as handed in; Original is true for 原件.
	Copies   int  `json:"copies,omitempty"`
	Pages    int  `json:"pages,omitempty"`
	Original bool `json:"original,omitempty"`
	// State is where the material stands, "" while nobody said: it is then neither certified as received nor asked for.
	State MaterialState `json:"state"`
	// Fault is what is wrong with it or unclear (补正内容), one sentence.
	Fault string `json:"fault,omitempty"`
}

// MaterialState says whether a material is there.
type MaterialState string

// Material states.
const (
	MaterialReceived   MaterialState = "received"   // 已收
	MaterialMissing    MaterialState = "missing"    // 缺, to be supplied
	MaterialFaulty     MaterialState = "faulty"     // 需补正
	MaterialSupplied   MaterialState = "supplied"   // 已补正
	MaterialIrrelevant MaterialState = "irrelevant" // 不适用
)
