package procedure

// suitStates are the states in which a suit's papers may still arrive.
var suitStates = []State{Answering, Answered, Judged, Appealing, SuitOver}

// suitSpecs is the act table of 行政应诉, in procedural order. It is read only.
var suitSpecs = []*Spec{
	{Kind: SuitReceived, Label: "收到应诉通知", Suit: true, From: []State{Unregistered}, To: Answering,
		Basis: "《行政诉讼法》第67条", effect: receiveSuit},
	{Kind: SuitFiled, Label: "法院立案", Suit: true, From: append([]State{Unregistered}, suitStates...),
		Basis: "《行政诉讼法》第51条", effect: fileSuit},
	{Kind: SuitAnswered, Label: "提交答辩及证据", Suit: true, From: []State{Answering}, To: Answered,
		Basis: "《行政诉讼法》第67条", effect: ends("ANSWER_COURT")},
	{Kind: CourtHearing, Label: "开庭", Suit: true, From: []State{Answering, Answered}, To: Answered,
		Fields: []Field{FieldAppearance}, Basis: "《行政诉讼法》第3条，法释〔2020〕3号", effect: ends("ANSWER_COURT")},
	{Kind: Judgment, Label: "裁判", Suit: true, From: []State{Answering, Answered}, To: Judged, Binding: true,
		Fields: []Field{FieldResults}, Basis: "《行政诉讼法》第69条至第79条、第89条", effect: conclude},
	{Kind: JudgmentServed, Label: "裁判文书送达", Suit: true, From: []State{Judged}, Fields: []Field{FieldTo},
		Basis: "《行政诉讼法》第85条", effect: serveJudgment},
	{Kind: Appealed, Label: "上诉", Suit: true, From: []State{Judged}, To: Appealing, Basis: "《行政诉讼法》第85条",
		guard: appealInTime, effect: endsAppeal},
	{Kind: JudicialAdvice, Label: "收到司法建议", Suit: true, From: append([]State{Archived}, suitStates...),
		Basis: "《行政诉讼法》第66条、第96条"},
	{Kind: SuitClosing, Label: "结案", Suit: true, From: []State{Judged, Appealing}, To: SuitOver, Basis: "裁判已经生效",
		effect: endsAppeal},
	{Kind: SuitArchiving, Label: "归档", Suit: true, From: []State{Judged, Appealing, SuitOver}, To: Archived,
		Basis: "案卷管理规定", effect: file},
}
