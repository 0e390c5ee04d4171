package procedure

const (
	groupAnswer = "应诉与答辩"
	groupCourt  = "庭审与裁判"
	groupAfter  = "上诉、再审与履行"
	groupAdvice = "司法建议与检察建议"
)

// suitSpecs is the act table of 行政应诉, in procedural order. It is read only.
var suitSpecs = []*Spec{
	{Kind: SuitReceived, Label: "收到应诉通知", Group: groupAnswer, Usual: true, Suit: true, From: []State{Unregistered}, To: Answering,
		Basis: "《行政诉讼法》第67条", effect: receiveSuit},
	{Kind: SuitFiled, Label: "法院立案", Group: groupAnswer, Suit: true, From: states([]State{Unregistered}, suitStates),
		Basis: "《行政诉讼法》第51条", effect: fileSuit},
	{Kind: JurisdictionDisputed, Label: "提出管辖异议", Group: groupAnswer, Suit: true, From: courtState, Basis: "行诉法解释第10条",
		guard: disputable, effect: ends(Jurisdiction)},
	{Kind: EvidencePostponed, Label: "申请延期举证", Group: groupAnswer, Suit: true, From: []State{Answering}, Basis: "行诉法解释第34条",
		guard: postponable, effect: ends(AnswerCourt)},
	{Kind: EvidenceResumed, Label: "延期举证事由消除", Group: groupAnswer, Suit: true, From: []State{Answering}, Basis: "行诉法解释第34条",
		guard: wasPostponed, effect: starts(EvidenceLate)},
	{Kind: SuitAnswered, Label: "提交答辩及证据", Group: groupAnswer, Usual: true, Suit: true, From: []State{Answering}, To: Answered,
		May: []Field{FieldPosted}, Basis: "《行政诉讼法》第67条", effect: answerSuit},
	{Kind: CourtSummons, Label: "收到开庭传票", Group: groupCourt, Usual: true, Suit: true, From: courtState, Fields: []Field{FieldUntil},
		Basis: "行诉法解释第71条，法释〔2020〕3号第5条", guard: hearingAhead, effect: announceCourt},
	{Kind: CourtHearing, Label: "开庭", Group: groupCourt, Usual: true, Suit: true, From: courtState, To: Answered,
		Fields: []Field{FieldAppearance}, Basis: "《行政诉讼法》第3条，法释〔2020〕3号", effect: hearInCourt},
	{Kind: SuitSuspension, Label: "中止诉讼", Group: groupCourt, Suit: true, From: courtState, To: SuitSuspended, Basis: "行诉法解释第87条",
		effect: starts(SuitSuspEnd)},
	{Kind: SuitResumption, Label: "恢复诉讼", Group: groupCourt, Suit: true, From: []State{SuitSuspended}, To: Answered,
		Basis: "行诉法解释第87条", effect: ends(SuitSuspEnd)},
	{Kind: Judgment, Label: "裁判", Group: groupCourt, Usual: true, Suit: true, From: []State{Answering, Answered, SuitSuspended}, To: Judged, Binding: true,
		Fields: []Field{FieldResults}, May: []Field{FieldUntil}, Basis: "《行政诉讼法》第69条至第79条、第89条", effect: judge},
	{Kind: JudgmentServed, Label: "裁判文书送达", Group: groupCourt, Usual: true, Suit: true, From: []State{Judged}, May: []Field{FieldTo},
		Basis: "《行政诉讼法》第85条", effect: serveJudgment},
	{Kind: Appealed, Label: "上诉", Group: groupAfter, Usual: true, Suit: true, From: []State{Judged}, To: Appealing, May: []Field{FieldPosted},
		Basis: "《行政诉讼法》第85条", guard: appealInTime, effect: endsAppeal},
	{Kind: AppealReceived, Label: "收到上诉状副本", Group: groupAfter, Suit: true, From: []State{Judged, Appealing}, To: Appealing,
		May: []Field{FieldTo}, Basis: "行诉法解释第108条", effect: receiveAppeal},
	{Kind: AppealAnswered, Label: "提交二审答辩", Group: groupAfter, Suit: true, From: []State{Appealing}, Basis: "行诉法解释第108条",
		guard: waits(AnswerAppeal, "没有需要答辩的上诉"), effect: ends(AnswerAppeal)},
	{Kind: SuitClosing, Label: "结案", Group: groupAfter, Usual: true, Suit: true, From: []State{Judged, Appealing}, To: SuitOver,
		Basis: "裁判已经生效", effect: closeSuit},
	{Kind: JudgmentPerformed, Label: "裁判履行完毕", Group: groupAfter, Suit: true, From: states([]State{Judged, Appealing, SuitOver}, archivedState),
		Basis: "《行政诉讼法》第94条", effect: ends(JudgmentPerform)},
	{Kind: RetrialSought, Label: "申请再审", Group: groupAfter, Suit: true, From: states([]State{SuitOver}, archivedState),
		Basis: "行诉法解释第110条", effect: ends(RetrialApply)},
	{Kind: RetrialCopy, Label: "收到再审申请书副本", Group: groupAfter, Suit: true, From: states([]State{SuitOver}, archivedState),
		Basis: "行诉法解释第111条", effect: starts(RetrialOpinionDue)},
	{Kind: RetrialOpinion, Label: "提交再审书面意见", Group: groupAfter, Suit: true, From: states([]State{SuitOver}, archivedState),
		Basis: "行诉法解释第111条", guard: waits(RetrialOpinionDue, "没有需要提交意见的再审申请"), effect: ends(RetrialOpinionDue)},
	{Kind: Protest, Label: "抗诉或者再审检察建议", Group: groupAfter, Suit: true, From: states([]State{SuitOver}, archivedState),
		Basis: "行诉法解释第117条、第124条"},
	{Kind: JudicialAdvice, Label: "收到司法建议", Group: groupAdvice, Suit: true, From: states(suitStates, archivedState),
		May: []Field{FieldGround, FieldUntil}, Basis: "《行政诉讼法》第66条、第96条，法释〔2023〕11号", effect: awaitAdvice},
	{Kind: AdviceReplied, Label: "回复司法建议", Group: groupAdvice, Suit: true, From: states(suitStates, archivedState),
		Basis: "法释〔2023〕11号第8条", guard: adviceOpen, effect: replyAdvice},
	{Kind: ProsecutorAdvice, Label: "收到检察建议", Group: groupAdvice, Suit: true, From: states(suitStates, archivedState),
		May: []Field{FieldUntil}, Basis: "《行政诉讼法》第25条第4款", effect: awaitProsecutor},
	{Kind: ProsecutorReplied, Label: "回复检察建议", Group: groupAdvice, Suit: true, From: states(suitStates, archivedState),
		Basis: "《行政诉讼法》第25条第4款", guard: waits(ProsecutorBack, "没有等待回复的检察建议"), effect: reportBack(ProsecutorBack)},
	{Kind: SuitArchiving, Label: "归档", Group: groupAfter, Usual: true, Suit: true, From: []State{Judged, Appealing, SuitOver}, To: Archived,
		Basis: "案卷管理规定", effect: file},
}
