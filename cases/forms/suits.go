package forms

import "fuyi/cases"

const suitTitle = "行政应诉案件统计报表"

// suitSource are the columns of how suits arose and against whom.
func suitSource(joint bool) []Column {
	organs := []string{"应诉机关"}
	out := []Column{
		{ID: "carried", Label: "上期结转", measure: when(isCarried, nil, "")},
		{ID: "received.after", Heads: []string{"本期发生"}, Label: "复议后应诉", measure: when(isReceived, flagged(afterReview), "经过行政复议后起诉")},
		{ID: "received.direct", Heads: []string{"本期发生"}, Label: "未经复议直接应诉", measure: when(isReceived, func(r *Record) bool { return r.flags&afterReview == 0 }, "未经行政复议直接起诉")},
	}
	if !joint {
		return append(out,
			Column{ID: "organ.origin", Heads: organs, Label: "原具体行政行为机关", measure: when(isReceived, func(r *Record) bool { return r.flags&reviewOrgan == 0 }, "被告是作出原行政行为的机关")},
			Column{ID: "organ.review", Heads: organs, Label: "复议机关", measure: when(isReceived, flagged(reviewOrgan), "复议机关是被告（含共同被告）")})
	}
	return append(out,
		Column{ID: "organ.origin", Heads: organs, Label: "原行政行为机关", measure: when(isReceived, func(r *Record) bool { return r.flags&reviewOrgan == 0 }, "被告是作出原行政行为的机关")},
		Column{ID: "organ.review", Heads: organs, Label: "复议机关单独应诉", measure: when(isReceived, func(r *Record) bool { return r.flags&reviewOrgan != 0 && r.flags&originOrgan == 0 }, "复议机关是单独被告")},
		Column{ID: "organ.joint", Heads: organs, Label: "复议机关共同应诉", measure: when(isReceived, func(r *Record) bool { return r.flags&reviewOrgan != 0 && r.flags&originOrgan != 0 }, "复议机关和作出原行政行为的机关是共同被告")})
}

func suitLevels(state bool) []Column {
	var out []Column
	for _, c := range byRespondent(state) {
		c.Heads = []string{"应诉机关级别"}
		says := "应诉机关为" + c.Label
		if c.Label == "其他" {
			says = "应诉机关为其他机关、组织，或者有两种以上的应诉机关"
		}
		in := c.add
		c.measure = measure{add: in, why: func(k *counter) string { return sentence(isReceived.says(k), says) }}
		c.ID = "level." + c.ID[len("respondent."):]
		out = append(out, c)
	}
	return out
}

// suitResult is a column of results; heads tell 判决, 裁定 or neither.
type suitResult struct {
	id    string
	heads []string
	label string
	part  bool
	in    []Result
}

func suitResultColumns(list []suitResult) []Column {
	var out []Column
	for _, x := range list {
		says := "裁判结果为" + x.label
		if x.heads[len(x.heads)-1] == "撤销" {
			says = "裁判结果为撤销（" + x.label + "）"
		}
		in := resultIn(x.in...)
		if x.part {
			in = func(r *Record) bool { return resultIn(x.in...)(r) && r.flags&remade != 0 }
		}
		out = append(out, Column{ID: "result." + x.id, Heads: x.heads, Label: x.label, Part: x.part, measure: when(isConcluded, in, says)})
	}
	return out
}

// suitResults2010 are in the printed order; 2015 leaves out what the law of that year no longer knows.
func judgments(old bool) []suitResult {
	j, v := []string{"结案", "判决"}, []string{"结案", "判决", "撤销"}
	r, w := []string{"结案", "裁定"}, []string{"结案", "裁定", "撤诉"}
	var out []suitResult
	if old {
		out = append(out, suitResult{"upheld", j, "维持", false, []Result{SuitUpheld}})
	}
	out = append(out, suitResult{"revoked", v, "全部", false, []Result{SuitRevoked}}, suitResult{"revoked_part", v, "部分", false, []Result{SuitRevokedPart}},
		suitResult{"remade", v, "其中:重作行政行为", true, []Result{SuitRevoked, SuitRevokedPart}},
		suitResult{"altered", j, "变更", false, []Result{SuitAltered}}, suitResult{"ordered", j, "履行法定职责", false, []Result{SuitOrdered}},
		suitResult{"illegal", j, "确认违法或无效", false, []Result{SuitIllegal}}, suitResult{"refused", j, "驳回诉讼请求", false, []Result{SuitRefused}},
		suitResult{"damages", j, "赔偿", false, []Result{SuitDamages}},
		suitResult{"dismissed", r, "驳回起诉", false, []Result{SuitDismissed}}, suitResult{"withdrawn", w, "原告主动撤诉", false, []Result{SuitWithdrawn}},
		suitResult{"corrected", w, "被告改变原行为后原告撤诉", false, []Result{SuitCorrected}}, suitResult{"moved", r, "移送", false, []Result{SuitMoved}},
		suitResult{"ended", r, "终结", false, []Result{SuitEnded}})
	other := []Result{SuitOther}
	if !old {
		other = append(other, SuitUpheld)
	}
	return append(out, suitResult{"other", r, "其他", false, other}, suitResult{"mediated", []string{"结案"}, "调解", false, []Result{SuitMediated}})
}

func suits2010() *Edition {
	return &Edition{ID: "form2-2010", Kind: cases.Litigation, Title: suitTitle, Name: "2010年版", Maker: formMaker, Approver: formApprove, First: 2010, Last: 2014, Official: true,
		Note:    "表号没有公开的版本；栏目的印刷序号按已知的分组顺序推定；各审级分别计件。",
		Columns: numbered(suitSource(false), suitLevels(false), suitResultColumns(judgments(true)), openColumn()), Rows: rows2010()}
}

func suits2015() *Edition {
	h := []string{"出庭应诉"}
	heads := []Column{
		{ID: "norm", Label: "对规范性文件附带审查", Part: true, measure: when(isReceived, flagged(reviewed), "原告请求附带审查规范性文件")},
		{ID: "hearing.cases", Heads: h, Label: "开庭件数", Part: true, measure: when(isConcluded, flagged(heard), "开庭审理")},
		{ID: "hearing.attended", Heads: h, Label: "负责人出庭", Part: true, measure: when(isConcluded, flagged(attended), "至少一次开庭有行政机关负责人出庭")},
		{ID: "hearing.chief", Heads: h, Label: "其中:正职", Part: true, measure: when(isConcluded, flagged(attendedMain), "至少一次开庭有正职负责人出庭")},
	}
	return &Edition{ID: "form2-2015", Kind: cases.Litigation, Title: suitTitle, Name: "2015年起", Maker: formMaker, Approver: formApprove, First: 2015, Official: true,
		Note:    "表号和栏目的印刷顺序没有公开的版本，上报前请以上级下发的表式为准；各审级分别计件。本期发生按收到应诉通知日期，结案各栏和开庭、负责人出庭按裁判日期在统计期内的案件统计；二审、再审维持、改判和发回的计入“裁定·其他”。",
		Columns: numbered(suitSource(true), suitLevels(true), suitResultColumns(judgments(false)), openColumn(), heads), Rows: rows2015()}
}
