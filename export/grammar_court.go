package export

import (
	"strings"

	"fuyi/cases/procedure"
)

// appearanceField is one part of an appearance as ledgers write it: in a column of its own, and in brackets in 其他程序记录.
type appearanceField struct {
	key string
	// column is the column in step with 开庭日期.
	column field
	get    func(*procedure.Appearance) string
	set    func(*procedure.Appearance, string)
	// read takes a clerk's words from the column and reports whether they were understood; nil for text, which always is.
	read func(*procedure.Appearance, string) bool
}

// appearanceFields stand in brackets behind 是 or 否, in this order. It is read only.
var appearanceFields = []appearanceField{
	appearanceText(keyName, fHeadName, func(a *procedure.Appearance) *string { return &a.Name }),
	appearanceText(keyPost, fHeadPost, func(a *procedure.Appearance) *string { return &a.Post }),
	{keyRank, fHeadRank, func(a *procedure.Appearance) string { return procedure.RankLabel(a.Rank) },
		func(a *procedure.Appearance, s string) { a.Rank = rankCode(s) },
		func(a *procedure.Appearance, s string) bool { a.Rank = readRank(s); return a.Rank != "" }},
	appearanceText(keyFor, fHeadFor, func(a *procedure.Appearance) *string { return &a.For }),
	appearanceYes("法院通知", fNotified, "已通知 通知 通知出庭 法院已通知 法院通知", "未通知 不通知 没有通知 法院未通知", func(a *procedure.Appearance) *bool { return &a.Notified }),
	appearanceYes("出声", fSpoke, "出声 已出声 有出声 发声 已发声 发言 已发言 出庭又出声 出庭且出声 出庭出声", "未出声 没有出声 不出声 未发声 未发言 出庭未出声 出庭不出声",
		func(a *procedure.Appearance) *bool { return &a.Spoke }),
	appearanceText("化解意见", fSettling, func(a *procedure.Appearance) *string { return &a.Remarks }),
	appearanceText(keyReason, fAbsence, func(a *procedure.Appearance) *string { return &a.Reason }),
	appearanceCode("未出庭事由", fGround, procedure.AbsenceGrounds(), procedure.AbsenceLabel, absenceWords,
		func(a *procedure.Appearance) *procedure.AbsenceGround { return &a.Absence }),
	appearanceText("证明材料", fProof, func(a *procedure.Appearance) *string { return &a.Proof }),
	appearanceCode("法院认定", fCourtView, procedure.CourtViews(), procedure.CourtViewLabel, viewWords,
		func(a *procedure.Appearance) *procedure.CourtView { return &a.View }),
	appearanceText("工作人员", fStaff, func(a *procedure.Appearance) *string { return &a.Staff }),
	appearanceText("出庭律师", fLawyers, func(a *procedure.Appearance) *string { return &a.Lawyers }),
	appearanceCode("通报情形", fConsequence, procedure.Consequences(), procedure.ConsequenceLabel, consequenceWords,
		func(a *procedure.Appearance) *procedure.Consequence { return &a.Consequence }),
	appearanceText("司法建议书", fCourtLetter, func(a *procedure.Appearance) *string { return &a.Letter }),
}

func appearanceText(key string, column field, of func(*procedure.Appearance) *string) appearanceField {
	return appearanceField{key, column, func(a *procedure.Appearance) string { return *of(a) },
		func(a *procedure.Appearance, s string) { *of(a) = s }, nil}
}

// appearanceYes is a fact; nothing is written of what is not so. Yes and no are words beside 是 and 否.
func appearanceYes(key string, column field, yes, no string, of func(*procedure.Appearance) *bool) appearanceField {
	get := func(a *procedure.Appearance) string {
		if *of(a) {
			return yesNo(true)
		}
		return ""
	}
	read := func(a *procedure.Appearance, s string) bool {
		*of(a) = isYes(s) || hasWord(yes, plain(s))
		return *of(a) || isNo(s) || hasWord(no, plain(s))
	}
	return appearanceField{key, column, get, func(a *procedure.Appearance, s string) { *of(a) = isYes(s) }, read}
}

// appearanceCode is a code with its label; words are what clerks write for it otherwise.
func appearanceCode[C ~string](key string, column field, list []C, label func(C) string, words map[C]string, of func(*procedure.Appearance) *C) appearanceField {
	set := func(a *procedure.Appearance, s string) { *of(a) = codeOf(s, list, label) }
	read := func(a *procedure.Appearance, s string) bool {
		c, ok := codeWord(s, list, label, words)
		*of(a) = c
		return ok
	}
	return appearanceField{key, column, func(a *procedure.Appearance) string { return codeText(*of(a), label) }, set, read}
}

// cell is what the column shows of an appearance. Words of a code list stand there as the drop-down list has them.
func (x *appearanceField) cell(a *procedure.Appearance) string {
	if x.read != nil {
		return x.get(a)
	}
	return quoteIf(x.get(a))
}

// take reads an entry of the column.
func (x *appearanceField) take(a *procedure.Appearance, s string) bool {
	if x.read != nil {
		return x.read(a, s)
	}
	x.set(a, s)
	return true
}

// appearanceIn finds the part of an appearance that stands in a column.
func appearanceIn(f field) *appearanceField {
	for i := range appearanceFields {
		if appearanceFields[i].column == f {
			return &appearanceFields[i]
		}
	}
	return nil
}

func appearanceFieldOf(key string) *appearanceField {
	for i := range appearanceFields {
		if appearanceFields[i].key == key {
			return &appearanceFields[i]
		}
	}
	return nil
}

// formatAppearance writes one hearing's appearance: 是（姓名：…，职务：…）.
func formatAppearance(a *procedure.Appearance) string {
	var props []prop
	for i := range appearanceFields {
		if v := appearanceFields[i].get(a); v != "" {
			props = append(props, prop{appearanceFields[i].key, v})
		}
	}
	return yesNo(a.Head) + formatProps(props)
}

func parseOwnAppearance(text string) *procedure.Appearance {
	head, props, _ := cutProps(text)
	a := &procedure.Appearance{Head: head == "是"}
	for _, p := range props {
		if f := appearanceFieldOf(p.key); f != nil {
			f.set(a, p.value)
		}
	}
	return a
}

func rankCode(text string) procedure.Rank {
	for _, r := range procedure.Ranks() {
		if procedure.RankLabel(r) == text {
			return r
		}
	}
	return ""
}

// resultProps are what a result says beside its outcome. apart adds what has columns of its own, whether it was lost and why; of a
// result about one of two acts that is always said, because those columns speak of the defendant.
func resultProps(r *procedure.Result, apart bool) []prop {
	apart = apart || r.Act != ""
	var out []prop
	if r.Act != "" {
		out = append(out, prop{keyAct, codeText(r.Act, procedure.SuedActLabel)})
	}
	if r.Redo {
		out = append(out, prop{keyRedo, yesNo(true)})
	}
	if r.Lost != nil && apart {
		out = append(out, prop{keyLost, yesNo(*r.Lost)})
	}
	if len(r.Causes) > 0 && apart {
		out = append(out, prop{keyCauses, causesText(r.Causes)})
	}
	return out
}

// setResultProps reads what resultProps wrote.
func setResultProps(r *procedure.Result, props []prop) {
	for _, p := range props {
		switch p.key {
		case keyAct:
			r.Act = codeOf(p.value, procedure.SuedActs(), procedure.SuedActLabel)
		case keyRedo:
			r.Redo = isYes(p.value)
		case keyLost:
			r.Lost = truth(p.value == "是")
		case keyCauses:
			for _, word := range strings.Split(p.value, "、") {
				r.Causes = append(r.Causes, codeOf(word, procedure.LossCauses(), procedure.LossCauseLabel))
			}
		}
	}
}

func causesText(list []procedure.LossCause) string {
	return strings.Join(wordsOf(list, func(c procedure.LossCause) string { return codeText(c, procedure.LossCauseLabel) }), "、")
}
