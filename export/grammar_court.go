package export

import (
	"strings"

	"fuyi/cases/procedure"
)

// appearanceField is one part of an appearance as ledgers write it.
type appearanceField struct {
	key string
	get func(*procedure.Appearance) string
	set func(*procedure.Appearance, string)
}

// appearanceFields stand in brackets behind 是 or 否, in this order. It is read only.
var appearanceFields = []appearanceField{
	appearanceText(keyName, func(a *procedure.Appearance) *string { return &a.Name }),
	appearanceText(keyPost, func(a *procedure.Appearance) *string { return &a.Post }),
	{keyRank, func(a *procedure.Appearance) string { return procedure.RankLabel(a.Rank) }, func(a *procedure.Appearance, s string) { a.Rank = rankCode(s) }},
	appearanceText(keyFor, func(a *procedure.Appearance) *string { return &a.For }),
	appearanceYes("法院通知", func(a *procedure.Appearance) *bool { return &a.Notified }),
	appearanceYes("出声", func(a *procedure.Appearance) *bool { return &a.Spoke }),
	appearanceText("化解意见", func(a *procedure.Appearance) *string { return &a.Remarks }),
	{"未出庭事由", func(a *procedure.Appearance) string { return codeText(a.Absence, procedure.AbsenceLabel) },
		func(a *procedure.Appearance, s string) {
			a.Absence = codeOf(s, procedure.AbsenceGrounds(), procedure.AbsenceLabel)
		}},
	appearanceText(keyReason, func(a *procedure.Appearance) *string { return &a.Reason }),
	appearanceText("证明材料", func(a *procedure.Appearance) *string { return &a.Proof }),
	{"法院认定", func(a *procedure.Appearance) string { return codeText(a.View, procedure.CourtViewLabel) },
		func(a *procedure.Appearance, s string) {
			a.View = codeOf(s, procedure.CourtViews(), procedure.CourtViewLabel)
		}},
	appearanceText("工作人员", func(a *procedure.Appearance) *string { return &a.Staff }),
	appearanceText("出庭律师", func(a *procedure.Appearance) *string { return &a.Lawyers }),
	{"通报情形", func(a *procedure.Appearance) string { return codeText(a.Consequence, procedure.ConsequenceLabel) },
		func(a *procedure.Appearance, s string) {
			a.Consequence = codeOf(s, procedure.Consequences(), procedure.ConsequenceLabel)
		}},
	appearanceText("司法建议书", func(a *procedure.Appearance) *string { return &a.Letter }),
}

func appearanceText(key string, of func(*procedure.Appearance) *string) appearanceField {
	return appearanceField{key, func(a *procedure.Appearance) string { return *of(a) }, func(a *procedure.Appearance, s string) { *of(a) = s }}
}

func appearanceYes(key string, of func(*procedure.Appearance) *bool) appearanceField {
	return appearanceField{key, func(a *procedure.Appearance) string {
		if *of(a) {
			return yesNo(true)
		}
		return ""
	}, func(a *procedure.Appearance, s string) { *of(a) = isYes(s) }}
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

// resultProps are what a result says beside its outcome. withLost adds what was recorded of 败诉; of a result about one of two acts
// that is always said, because the column of its own speaks of the defendant.
func resultProps(r *procedure.Result, withLost bool) []prop {
	var out []prop
	if r.Act != "" {
		out = append(out, prop{keyAct, codeText(r.Act, procedure.SuedActLabel)})
	}
	if r.Redo {
		out = append(out, prop{keyRedo, yesNo(true)})
	}
	if r.Lost != nil && (withLost || r.Act != "") {
		out = append(out, prop{keyLost, yesNo(*r.Lost)})
	}
	if len(r.Causes) > 0 {
		words := make([]string, len(r.Causes))
		for i, c := range r.Causes {
			words[i] = codeText(c, procedure.LossCauseLabel)
		}
		out = append(out, prop{keyCauses, strings.Join(words, "、")})
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
