package procedure

const groupIntake = "收件与受理"

// intakeSpecs is the act table of 行政复议 up to acceptance, in procedural order. It is read only.
var intakeSpecs = []*Spec{
	{Kind: PenaltyReceipt, Label: "处罚机关收到申请", Group: groupIntake, From: []State{Unregistered}, To: AtPenaltyOrgan,
		May: []Field{FieldTo}, Basis: "《行政复议法》第32条，《实施条例》第38条", effect: starts(PenaltyFwd)},
	{Kind: Receipt, Label: "收件", Group: groupIntake, Usual: true, From: []State{Unregistered, AtPenaltyOrgan}, To: Reviewing,
		May:   []Field{FieldMeans, FieldPosted, FieldKnown, FieldMade, FieldUntold, FieldEstate, FieldLost, FieldPrior},
		Basis: "《行政复议法》第22条", effect: receive},
	{Kind: SelfCorrected, Label: "处罚机关自行纠正", Group: groupIntake, From: states([]State{AtPenaltyOrgan}, reviewStates),
		To: CorrectedThere, Basis: "《行政复议法》第32条，《实施条例》第38条", effect: conclude},
	{Kind: SupplementNotice, Label: "发补正通知", Group: groupIntake, Usual: true, From: []State{Reviewing}, To: Supplement,
		May: []Field{FieldUntil}, Basis: "《行政复议法》第31条", guard: onceOnly, effect: askSupplement},
	{Kind: SupplementServed, Label: "补正通知送达", Group: groupIntake, Usual: true, From: []State{Supplement},
		May: []Field{FieldMeans, FieldUntil}, Basis: "《行政复议法》第31条", guard: servedOnce, effect: serveSupplement},
	{Kind: SupplementExtended, Label: "延长补正期限", Group: groupIntake, From: []State{Supplement}, Fields: []Field{FieldUntil},
		Basis: "《行政复议法》第31条", guard: answerRuns, effect: extendSupplement},
	{Kind: Supplemented, Label: "收到补正材料", Group: groupIntake, Usual: true, From: []State{Supplement}, To: Rereviewing,
		May: []Field{FieldPosted}, Basis: "《行政复议法》第31条", effect: supplement},
	{Kind: Abandonment, Label: "记录视为放弃", Group: groupIntake, From: []State{Supplement}, To: Abandoned,
		Basis: "《行政复议法》第31条", guard: answerExpired, effect: conclude},
	{Kind: RespondentTold, Label: "告知变更被申请人", Group: groupIntake, From: states(earlyStates, trialStates),
		May: []Field{FieldTo}, Basis: "《实施条例》第29条（旧条例第22条）"},
	{Kind: RespondentChanged, Label: "变更被申请人", Group: groupIntake, From: states(earlyStates, heldStates),
		Fields: []Field{FieldTo}, Basis: "《实施条例》第29条（旧条例第22条）", effect: changeRespondent},
	{Kind: Acceptance, Label: "受理", Group: groupIntake, Usual: true, From: reviewStates, To: Trying, May: []Field{FieldGround},
		Basis: "《行政复议法》第30条、第53条", guard: acceptable, effect: accept},
	{Kind: Rejection, Label: "不予受理", Group: groupIntake, Usual: true, From: reviewStates, To: Rejected,
		May: []Field{FieldGround}, Basis: "《行政复议法》第30条", guard: alreadyAccepted, effect: conclude},
	{Kind: Unhandled, Label: "告知不再处理", Group: groupIntake, From: reviewStates, To: NotHandled,
		Basis: "《实施条例》第37条第2款", guard: unhandledAllowed, effect: conclude},
	{Kind: Withdrawal, Label: "受理前撤回", Group: groupIntake, From: states([]State{AtPenaltyOrgan}, earlyStates), To: DroppedEarly,
		May: []Field{FieldGround}, Basis: "当事人处分权利", guard: alreadyAccepted, effect: conclude},
}
