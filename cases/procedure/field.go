package procedure

// Field names a part of Detail in the act table. It is also the key under which commands and scenario files set it.
type Field string

// Fields that acts may carry.
const (
	FieldGround     Field = "ground"     // 事由
	FieldItems      Field = "items"      // 决定主文
	FieldDays       Field = "days"       // 延长天数
	FieldTo         Field = "to"         // 送往、相对方
	FieldSide       Field = "side"       // 送达对象
	FieldMeans      Field = "means"      // 方式
	FieldPosted     Field = "posted"     // 交邮日
	FieldUntil      Field = "until"      // 文书指定的日期
	FieldTime       Field = "time"       // 开庭、听证的时刻
	FieldPlace      Field = "place"      // 法庭、听证地点
	FieldSender     Field = "sender"     // 发出建议的机关
	FieldSubject    Field = "subject"    // 建议事项
	FieldAdopted    Field = "adopted"    // 采纳情况
	FieldMeasures   Field = "measures"   // 整改措施
	FieldKnown      Field = "known"      // 知道行政行为之日
	FieldMade       Field = "made"       // 行政行为作出之日
	FieldUntold     Field = "untold"     // 未告知复议权利
	FieldEstate     Field = "estate"     // 涉及不动产
	FieldLost       Field = "lost"       // 不计入申请期限的时间
	FieldPrior      Field = "prior"      // 曾经申请
	FieldAppearance Field = "appearance" // 出庭情况
	FieldResults    Field = "results"    // 裁判结果
)

// Input is how a field is filled in.
type Input string

// Inputs.
const (
	InputText    Input = "text"
	InputDay     Input = "day"
	InputNumber  Input = "number"
	InputChoice  Input = "choice"
	InputYes     Input = "yes"
	InputSpan    Input = "span"    // two days, FROM..TO
	InputItems   Input = "items"   // operative items joined by +, ! for 责令重作, :N for the days of performance
	InputResults Input = "results" // outcomes, DEFENDANT=OUTCOME joined by +
)

// Code is one choice of a field: the stored word and its Chinese label.
type Code struct {
	Code  string `json:"code"`
	Label string `json:"label"`
}

// FieldInfo says how a field of an act is asked for.
type FieldInfo struct {
	// Key is the word of commands; Field the part of Detail it belongs to.
	Key   string `json:"key"`
	Field Field  `json:"field"`
	// Label is Chinese.
	Label    string `json:"label"`
	Input    Input  `json:"input"`
	Required bool   `json:"required"`
	// Codes are the choices of an InputChoice, InputItems or InputResults.
	Codes []Code `json:"codes,omitempty"`
}

// FieldsOf lists what an act of a kind carries besides day, paper and note, in the order of its form.
func FieldsOf(k Kind) []FieldInfo {
	s := SpecOf(k)
	if s == nil {
		return nil
	}
	var out []FieldInfo
	add := func(fields []Field, required bool) {
		for _, field := range fields {
			for i := range fieldTable {
				if r := &fieldTable[i]; r.field == field {
					out = append(out, r.info(k, required))
				}
			}
		}
	}
	add(s.Fields, true)
	add(s.May, false)
	return out
}

func (r *fieldRow) info(k Kind, required bool) FieldInfo {
	info := FieldInfo{Key: r.key, Field: r.field, Label: r.label, Input: r.input, Required: required && !r.optional}
	if l := fieldLabels[labelKey{k, r.field}]; l != "" {
		info.Label = l
	}
	if r.codes != nil {
		info.Codes = r.codes(k)
	}
	return info
}

type labelKey struct {
	kind  Kind
	field Field
}

// fieldLabels names fields that mean something narrower in an act. It is read only.
var fieldLabels = map[labelKey]string{
	{PenaltyReceipt, FieldTo}:        "处罚机关",
	{Receipt, FieldMeans}:            "提交方式",
	{Receipt, FieldPosted}:           "交邮或者提交日期",
	{SupplementNotice, FieldUntil}:   "通知指定的补正日期（旧法）",
	{SupplementServed, FieldMeans}:   "送达方式",
	{SupplementServed, FieldUntil}:   "通知指定的补正日期（旧法）",
	{SupplementExtended, FieldUntil}: "延长至",
	{EnforcementUrged, FieldTo}:      "被催告人（多个以、分开）",
	{EnforcementUrged, FieldUntil}:   "起诉期限届满日（申请执行的三个月自此起算）",
	{EnforcementApplied, FieldTo}:    "法院",
	{EnforcementApplied, FieldUntil}: "起诉期限届满日（申请执行的三个月自此起算）",
	{RespondentTold, FieldTo}:        "应当列为被申请人的机关",
	{RespondentChanged, FieldTo}:     "新的被申请人",
	{Acceptance, FieldGround}:        "适用简易程序的理由（普通程序不填）",
	{SummaryChosen, FieldGround}:     "适用简易程序的理由",
	{CopySent, FieldTo}:              "被申请人（多个以、分开）",
	{CopySent, FieldMeans}:           "送达方式",
	{Reply, FieldTo}:                 "答复的被申请人",
	{ThirdPartyNotice, FieldTo}:      "第三人",
	{Succession, FieldTo}:            "继任或者承受的当事人",
	{OpinionsHeard, FieldTo}:         "听取了谁的意见",
	{OpinionsHeard, FieldMeans}:      "听取方式",
	{HearingNotice, FieldUntil}:      "听证日期",
	{HearingNotice, FieldTime}:       "听证时间（如9:30）",
	{HearingNotice, FieldPlace}:      "听证地点",
	{SuitFiled, FieldGround}:         "适用程序（不填即一审普通程序）",
	{SuitAssigned, FieldTo}:          "承办人",
	{DraftAsked, FieldTo}:            "承办部门（多个以、分开）",
	{DraftAsked, FieldUntil}:         "要求报送的日期",
	{DraftReceived, FieldTo}:         "报送的部门（多个以、分开）",
	{Authorised, FieldTo}:            "委托的工作人员、律师",
	{CourtSummons, FieldUntil}:       "开庭日期",
	{HeadNotified, FieldTo}:          "被通知的被告机关",
	{HeadNotified, FieldUntil}:       "开庭日期",
	{JudgmentServed, FieldTo}:        "受送达人（多个以、分开）",
	{Appealed, FieldTo}:              "上诉人（不写即不区分）",
	{AppealReceived, FieldTo}:        "上诉人",
	{NormAsked, FieldTo}:             "制定机关",
	{NormReplied, FieldTo}:           "制定机关",
	{NormForwarded, FieldTo}:         "接受转送的机关",
	{Merger, FieldTo}:                "并入的主案案号",
	{PartyLeft, FieldTo}:             "撤回的申请人",
	{HandedOver, FieldTo}:            "上级机关",
	{UpgradeReceived, FieldTo}:       "原复议机关",
	{Mediation, FieldUntil}:          "约定的履行日期",
	{PerformanceOrder, FieldUntil}:   "责令履行的期限",
	{Judgment, FieldUntil}:           "判决指定的履行日期",
	{JudicialAdvice, FieldTo}:        "收到建议的机关（多个以、分开）",
	{ProsecutorAdvice, FieldTo}:      "收到建议的机关（多个以、分开）",
	{JudicialAdvice, FieldGround}:    "司法建议的种类",
	{JudicialAdvice, FieldUntil}:     "要求回复的日期",
	{ProsecutorAdvice, FieldUntil}:   "要求回复的日期",
	{Served, FieldMeans}:             "送达方式",
	{Served, FieldTo}:                "受送达人",
	{PublicService, FieldTo}:         "受送达人",
	{OpinionLetter, FieldTo}:         "发往机关",
	{LetterServed, FieldTo}:          "收到意见书的机关",
	{LetterReply, FieldTo}:           "反馈的机关",
	{Recommendation, FieldTo}:        "发往机关",
	{CopiedUp, FieldTo}:              "上一级主管部门",
}
