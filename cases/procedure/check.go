package procedure

import (
	"slices"

	"fuyi/cases/calendar"
)

// Check tells whether an act may be recorded: "" if so, else the reason in Chinese. An act may be recorded late, between
// others; it is refused if the law refuses it at its own day or if it would make an act already recorded unlawful.
func Check(acts []Act, suit bool, law *Law, today calendar.Date, next Act) string {
	if reason := complete(acts, suit, today, next); reason != "" {
		return reason
	}
	before := Fold(acts, suit, law, today).Problems
	after := Fold(append(slices.Clone(acts), next), suit, law, today).Problems
	own := next.On.String() + " " + ActLabel(next.Kind) + "："
	for _, p := range after {
		if slices.Contains(before, p) {
			continue
		}
		if len(p) > len(own) && p[:len(own)] == own {
			return p[len(own):]
		}
		return "记录后将与已有记录冲突：" + p
	}
	if len(after) > len(before) {
		return "这一天的“" + ActLabel(next.Kind) + "”已经记录，不必重复"
	}
	return ""
}

// complete checks what an act must say of itself, whatever the case.
func complete(acts []Act, suit bool, today calendar.Date, a Act) string {
	s := SpecOf(a.Kind)
	switch {
	case s == nil || s.Suit != suit:
		return "“" + ActLabel(a.Kind) + "”不是" + kindLabel(suit) + "案件的程序行为"
	case a.On.IsZero():
		return "请填写“" + s.Label + "”的日期"
	case a.On > today:
		return "“" + s.Label + "”的日期" + a.On.String() + "晚于今天，尚未发生的行为不能记录"
	}
	for _, other := range acts {
		if (other.Kind == Receipt || other.Kind == SuitReceived) && a.On < other.On && a.Kind != SuitFiled {
			return "“" + s.Label + "”的日期" + a.On.String() + "早于收案日期" + other.On.String() + "，请核对"
		}
	}
	d := a.Detail
	if d == nil {
		d = &Detail{}
	}
	for _, field := range s.Fields {
		if reason := incomplete(field, a.Kind, d); reason != "" {
			return reason
		}
	}
	return ""
}

func incomplete(field Field, k Kind, d *Detail) string {
	switch field {
	case FieldGround:
		if d.Ground == "" && k == Withdrawal {
			return ""
		}
		if !slices.Contains(Grounds(k), d.Ground) {
			return "请选择“" + ActLabel(k) + "”的事由"
		}
	case FieldItems:
		if len(d.Items) == 0 {
			return "请至少填写一项决定主文"
		}
		for _, it := range d.Items {
			if DispositionLabel(it.Kind) == "" {
				return "决定主文中有无法识别的种类“" + string(it.Kind) + "”"
			}
		}
	case FieldDays:
		if d.Days < 0 || d.Days > 30 {
			return "延长期限最多三十日（《行政复议法》第62条）"
		}
	case FieldResults:
		if len(d.Results) == 0 {
			return "请填写裁判结果"
		}
		for _, r := range d.Results {
			if OutcomeLabel(r.Outcome) == "" {
				return "裁判结果中有无法识别的种类“" + string(r.Outcome) + "”"
			}
		}
	case FieldAppearance:
		if d.Appearance == nil {
			return "请填写负责人出庭情况"
		}
	}
	return ""
}
