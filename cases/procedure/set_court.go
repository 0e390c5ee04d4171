package procedure

import (
	"slices"
	"strings"
)

// courtFields are the inputs of hearings and judgments. It is read only.
var courtFields = []fieldRow{
	{FieldAppearance, "head", "负责人出庭", InputYes, false, nil, setYes(func(d *Detail) *bool { return &d.appearance().Head })},
	appeared("name", "出庭负责人姓名", func(a *Appearance) *string { return &a.Name }),
	appeared("post", "职务", func(a *Appearance) *string { return &a.Post }),
	appearedAs("rank", "负责人类别", rankTable, func(a *Appearance) *Rank { return &a.Rank }),
	appeared("for", "代表的被告", func(a *Appearance) *string { return &a.For }),
	{FieldAppearance, "notified", "法院通知负责人出庭", InputYes, true, nil, setYes(func(d *Detail) *bool { return &d.appearance().Notified })},
	{FieldAppearance, "spoke", "负责人在庭上发言（出声）", InputYes, true, nil, setYes(func(d *Detail) *bool { return &d.appearance().Spoke })},
	appeared("remarks", "对实质性化解争议的意见", func(a *Appearance) *string { return &a.Remarks }),
	appearedAs("absence", "未出庭的事由", absenceTable, func(a *Appearance) *AbsenceGround { return &a.Absence }),
	appeared("reason", "未出庭的理由", func(a *Appearance) *string { return &a.Reason }),
	appeared("proof", "证明材料", func(a *Appearance) *string { return &a.Proof }),
	appearedAs("view", "法院对理由的认定", viewTable, func(a *Appearance) *CourtView { return &a.View }),
	appeared("staff", "出庭的工作人员", func(a *Appearance) *string { return &a.Staff }),
	appeared("lawyers", "出庭的律师", func(a *Appearance) *string { return &a.Lawyers }),
	appearedAs("consequence", "法院通报的情形", consequenceTable, func(a *Appearance) *Consequence { return &a.Consequence }),
	appeared("letter", "司法建议书文号", func(a *Appearance) *string { return &a.Letter }),
	{FieldResults, "results", "裁判结果", InputResults, false, outcomeCodes, setResults},
}

// appeared is a text of an appearance, appearedAs a choice.
func appeared(key, label string, of func(*Appearance) *string) fieldRow {
	return fieldRow{FieldAppearance, key, label, InputText, true, nil, func(d *Detail, s string) string {
		*of(d.appearance()) = s
		return ""
	}}
}

func appearedAs[C ~string](key, label string, table []word[C], of func(*Appearance) *C) fieldRow {
	list := func(Kind) []Code {
		out := make([]Code, len(table))
		for i, w := range table {
			out[i] = Code{string(w.code), w.label}
		}
		return out
	}
	return fieldRow{FieldAppearance, key, label, InputChoice, true, list, setCode(func(d *Detail) *C { return of(d.appearance()) })}
}

func (d *Detail) appearance() *Appearance {
	if d.Appearance == nil {
		d.Appearance = &Appearance{}
	}
	return d.Appearance
}

func outcomeCodes(Kind) []Code { return codesOf(Outcomes(), OutcomeLabel) }

// lostWords say behind an outcome that it counts as 败诉 or does not, whatever it usually counts as. It is read only.
var lostWords = map[string]bool{"lost": true, "败诉": true, "won": false, "不败诉": false, "未败诉": false}

// setResults reads outcomes joined by +, each DEFENDANT@ACT=OUTCOME!/LOST:CAUSE,CAUSE with everything but the outcome optional, in codes or
// in Chinese: act_revoked, 甲局=act_revoked!:facts+乙局=驳回诉讼请求, 区政府@复议决定=确认违法:程序, appeal_dismissed/败诉. ! is 责令重作.
func setResults(d *Detail, text string) string {
	d.Results = nil
	for _, part := range strings.Split(text, "+") {
		r, reason := readResult(strings.TrimSpace(part))
		if reason != "" {
			return reason
		}
		d.Results = append(d.Results, r)
	}
	return ""
}

func readResult(text string) (r Result, reason string) {
	who, outcome, ok := strings.Cut(text, "=")
	if !ok {
		who, outcome = "", who
	}
	who, act, _ := strings.Cut(who, "@")
	outcome, causes, _ := strings.Cut(outcome, ":")
	outcome, said, judged := strings.Cut(outcome, "/")
	outcome, redo := strings.CutSuffix(outcome, "!")
	r = Result{Defendant: who, Act: codeNamed(SuedActs(), SuedActLabel, act), Outcome: codeNamed(Outcomes(), OutcomeLabel, outcome), Redo: redo}
	if judged {
		lost, known := lostWords[said]
		if !known {
			return r, "“" + said + "”看不懂，结果后面的 / 只能写 败诉 或者 不败诉"
		}
		r.Lost = &lost
	}
	if causes != "" {
		for _, c := range strings.FieldsFunc(causes, func(c rune) bool { return c == ',' || c == '，' || c == '、' }) {
			r.Causes = append(r.Causes, codeNamed(LossCauses(), LossCauseLabel, strings.TrimSpace(c)))
		}
	}
	return r, unknownIn(&r)
}

// codeNamed is the code that a word names in Chinese, else the word itself as a code.
func codeNamed[C ~string](list []C, label func(C) string, word string) C {
	if i := slices.IndexFunc(list, func(c C) bool { return label(c) == word }); i >= 0 && word != "" {
		return list[i]
	}
	return C(word)
}

// unknownIn names a word of a result that no code list has.
func unknownIn(r *Result) string {
	switch {
	case OutcomeLabel(r.Outcome) == "":
		return "没有“" + string(r.Outcome) + "”这种裁判结果"
	case r.Act != "" && SuedActLabel(r.Act) == "":
		return "裁判的对象只能是 original（原行政行为）或者 decision（复议决定），不能是“" + string(r.Act) + "”"
	}
	if i := slices.IndexFunc(r.Causes, func(c LossCause) bool { return LossCauseLabel(c) == "" }); i >= 0 {
		return "没有“" + string(r.Causes[i]) + "”这种败诉原因"
	}
	return ""
}

// unknownAppearance names a word of an appearance that no code list has.
func unknownAppearance(a *Appearance) string {
	for _, x := range []struct{ what, code, label string }{
		{"负责人类别", string(a.Rank), RankLabel(a.Rank)}, {"未出庭的事由", string(a.Absence), AbsenceLabel(a.Absence)},
		{"法院对理由的认定", string(a.View), CourtViewLabel(a.View)}, {"法院通报的情形", string(a.Consequence), ConsequenceLabel(a.Consequence)},
	} {
		if x.code != "" && x.label == "" {
			return x.what + "没有“" + x.code + "”这一项"
		}
	}
	return ""
}
