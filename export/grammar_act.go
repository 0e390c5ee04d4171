package export

import (
	"strconv"
	"strings"

	"fuyi/cases/procedure"
)

// Labels of an act's properties in brackets.
const (
	keyPaper   = "文号"
	keyNote    = "备注"
	keyTo      = "送"
	keyGround  = "事由"
	keyDays    = "延长天数"
	keyItems   = "主文"
	keyResults = "结果"
	keyRegime  = "适用规则"
	keyHead    = "出庭"
	keyName    = "姓名"
	keyPost    = "职务"
	keyRank    = "职级"
	keyFor     = "代表"
	keyReason  = "理由"
	keyID      = "证件号"
	keyPhone   = "电话"
	keyAddress = "地址"
	keyNature  = "性质"
	keyText    = "文字"
	keyLost    = "败诉"
	keyDaysOf  = "履行天数"
	keyFormal  = "仅程序违法"
	keyAct     = "对象"
	keyRedo    = "重作"
	keyCauses  = "败诉原因"
)

// knownKey reports whether brackets labelled so are the program's own.
func knownKey(k string) bool {
	switch k {
	case keyPaper, keyNote, keyTo, keyGround, keyDays, keyItems, keyResults, keyRegime, keyHead, keyName, keyPost,
		keyRank, keyFor, keyReason, keyID, keyPhone, keyAddress, keyNature, keyText, keyLost, keyDaysOf, keyFormal, keyAct, keyRedo, keyCauses:
		return true
	}
	return detailFieldOf(k) != nil || appearanceFieldOf(k) != nil
}

// shown says which parts of an act stand in columns of their own and are left out of its entry.
type shown struct{ paper, ground, result, head bool }

// actEntry writes an act without its kind.
func actEntry(a *procedure.Act, s shown) entry {
	e := entry{on: a.On}
	if a.Paper != "" && !s.paper {
		if strings.ContainsAny(a.Paper, special) || dateLike(a.Paper) {
			e.props = append(e.props, prop{keyPaper, a.Paper})
		} else {
			e.words = append(e.words, a.Paper)
		}
	}
	add := func(key, value string) {
		if value != "" {
			e.props = append(e.props, prop{key, value})
		}
	}
	if d := a.Detail; d != nil {
		if !s.ground {
			add(keyGround, groundText(d.Ground))
		}
		if d.Days != 0 {
			add(keyDays, strconv.Itoa(d.Days))
		}
		add(keyTo, d.To)
		if !s.result {
			add(keyItems, formatItems(d.Items))
			add(keyResults, formatResults(d.Results, true))
		}
		for i := range detailFields {
			add(detailFields[i].key, detailFields[i].get(d))
		}
		if d.Appearance != nil && !s.head {
			add(keyHead, formatAppearance(d.Appearance))
		}
	}
	add(keyRegime, string(a.Regime))
	add(keyNote, a.Note)
	return e
}

// dateLike reports whether a word beside a date could be read as a date or as part of one.
func dateLike(word string) bool {
	if len(word) > 30 {
		return false
	}
	if _, ok := readPlainDate(word, false); ok {
		return true
	}
	_, ok := readPlainDate("2020-01-01 "+word, false)
	return ok
}

// actOf turns an entry into an act of a kind; what the entry says beside the grammar becomes the act's note.
func actOf(k procedure.Kind, e *entry) procedure.Act {
	a := procedure.Act{Kind: k, On: e.on, Imported: true, Paper: strings.Join(e.words, " "), Note: e.note}
	d := procedure.Detail{}
	used := false
	for _, p := range e.props {
		switch p.key {
		case keyPaper:
			a.Paper = p.value
			continue
		case keyNote:
			a.Note = p.value
			continue
		case keyRegime:
			a.Regime = procedure.Regime(p.value)
			continue
		case keyGround:
			d.Ground = groundCode(p.value)
		case keyDays:
			d.Days, _ = strconv.Atoi(p.value)
		case keyTo:
			d.To = p.value
		case keyItems:
			d.Items, _ = parseItems(p.value)
		case keyResults:
			d.Results, _ = parseOwnResults(p.value)
		case keyHead:
			d.Appearance = parseOwnAppearance(p.value)
		default:
			if f := detailFieldOf(p.key); f != nil {
				f.set(&d, p.value)
			}
		}
		used = true
	}
	if used {
		a.Detail = &d
	}
	return a
}

// groundText is the wording of a ground, or its code where the tables have no wording.
func groundText(g procedure.Ground) string {
	return codeText(g, procedure.GroundLabel)
}

// groundCode is the inverse; wording that no table has is kept as it is.
func groundCode(text string) procedure.Ground {
	return codeOf(text, procedure.AllGrounds(), procedure.GroundLabel)
}

// formatItems writes operative items: 撤销并责令重作；维持（文字：……）.
func formatItems(items []procedure.Item) string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = procedure.DispositionLabel(it.Kind)
		if it.Redo {
			out[i] += redo
		}
		var props []prop
		if it.Days != 0 {
			props = append(props, prop{keyDaysOf, strconv.Itoa(it.Days)})
		}
		if it.ProcedureOnly {
			props = append(props, prop{keyFormal, yesNo(true)})
		}
		if it.Text != "" {
			props = append(props, prop{keyText, it.Text})
		}
		if props != nil {
			out[i] += formatProps(props)
		}
	}
	return strings.Join(out, "；")
}

// parseItems reads operative items in the program's words or in a clerk's; ok is false if any part is not understood.
func parseItems(text string) (items []procedure.Item, ok bool) {
	for _, part := range list(text, isListSep) {
		head, props, free := cutProps(part)
		it, known := itemWord(head)
		if !known || free != "" {
			return nil, false
		}
		for _, p := range props {
			switch p.key {
			case keyDaysOf:
				it.Days, _ = strconv.Atoi(p.value)
			case keyFormal:
				it.ProcedureOnly = isYes(p.value)
			default:
				it.Text = p.value
			}
		}
		items = append(items, it)
	}
	return items, len(items) > 0
}

func yesNo(b bool) string {
	if b {
		return "是"
	}
	return "否"
}
