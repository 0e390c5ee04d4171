package procedure

import (
	"slices"
	"strings"

	"fuyi/cases/calendar"
)

// Check tells whether an act may be recorded: "" if so, else the reason in Chinese. An act may be recorded late, between
// others; it is refused if the law refuses it at its own day or if it would make an act already recorded unlawful.
func Check(acts []Act, c Course, law *Law, today calendar.Date, next Act) string {
	if reason := complete(acts, c, today, next); reason != "" {
		return reason
	}
	if reason := unservedAtFiling(acts, c, law, next); reason != "" {
		return reason
	}
	before := Fold(acts, c, law, today).Problems
	after := Fold(append(slices.Clone(acts), next), c, law, today).Problems
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
func complete(acts []Act, c Course, today calendar.Date, a Act) string {
	s := SpecOf(a.Kind)
	switch {
	case s == nil || s.Suit != c.Suit():
		return "“" + ActLabel(a.Kind) + "”不是" + kindLabel(c.Suit()) + "案件的程序行为"
	case a.On.IsZero():
		return "请填写“" + s.Label + "”的日期"
	case a.On > today:
		return "“" + s.Label + "”的日期" + a.On.String() + "晚于今天，尚未发生的行为不能记录"
	}
	if day := receivedOn(acts); a.On < day && !slices.Contains(mayPrecede, a.Kind) {
		return "“" + s.Label + "”的日期" + a.On.String() + "早于收案日期" + day.String() + "，请核对"
	}
	if a.Regime != "" && (a.Regime.Label() == "" || strings.TrimSpace(a.Note) == "") {
		return "指定适用规则的，请在说明中写明理由（适用规则只能是 A、B 或 C）"
	}
	if a.Kind == Rectified && !a.Imported && strings.TrimSpace(a.Note) == "" {
		return "请在说明中写明怎样整改、有没有追责"
	}
	if reason := fieldsComplete(s, a.detail()); reason != "" {
		return reason
	}
	return sensible(s, a)
}

// mayPrecede are the acts that may lie before the day of receipt. It is read only.
var mayPrecede = []Kind{SuitFiled, PenaltyReceipt, EnforcementUrged}

// receivedOn is the day of the receipt that later acts may not precede, the last one if there are several; in 非诉执行 the day of
// the act that opened the case. Zero without any.
func receivedOn(acts []Act) calendar.Date {
	if i := opening(acts); EnforcementCase(acts) {
		return acts[i].On
	}
	var day calendar.Date
	for i := range acts {
		if k := acts[i].Kind; k == Receipt || k == SuitReceived {
			day = max(day, acts[i].On)
		}
	}
	return day
}

// fieldsComplete checks the parts of the detail.
func fieldsComplete(s *Spec, d *Detail) string {
	for _, field := range s.Fields {
		if reason := missing(field, s, d); reason != "" {
			return reason
		}
	}
	for _, field := range append(slices.Clone(s.Fields), s.May...) {
		if reason := wrong(field, s, d); reason != "" {
			return reason
		}
	}
	return ""
}

// missing checks that an obligatory field is there.
func missing(field Field, s *Spec, d *Detail) string {
	absent := false
	switch field {
	case FieldGround:
		absent = d.Ground == ""
	case FieldItems:
		absent = len(d.Items) == 0
	case FieldResults:
		absent = len(d.Results) == 0
	case FieldAppearance:
		absent = d.Appearance == nil
	case FieldUntil:
		absent = d.Until.IsZero()
	case FieldTo:
		absent = strings.TrimSpace(d.To) == ""
	}
	if !absent {
		return ""
	}
	return "请填写“" + s.Label + "”的“" + labelOf(s.Kind, field) + "”"
}

func labelOf(k Kind, field Field) string {
	if l := fieldLabels[labelKey{k, field}]; l != "" {
		return l
	}
	i := slices.IndexFunc(fieldTable, func(r fieldRow) bool { return r.field == field })
	return fieldTable[i].label
}

// wrong checks the words and numbers of a field that is there.
func wrong(field Field, s *Spec, d *Detail) string {
	switch field {
	case FieldGround:
		if d.Ground != "" && !slices.Contains(Grounds(s.Kind), d.Ground) {
			return "“" + s.Label + "”没有“" + string(d.Ground) + "”这一事由"
		}
	case FieldMeans:
		if d.Means != "" && !slices.Contains(MeansOf(s.Kind), d.Means) {
			return "“" + s.Label + "”没有“" + string(d.Means) + "”这种方式"
		}
	case FieldSide:
		if d.Side != "" && SideLabel(d.Side) == "" {
			return "“" + string(d.Side) + "”不是当事人的一方"
		}
	case FieldPrior:
		if d.Filing != nil && d.Filing.Prior != "" && PriorLabel(d.Filing.Prior) == "" {
			return "“曾经申请”没有“" + string(d.Filing.Prior) + "”这一项"
		}
	case FieldItems:
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
		for i := range d.Results {
			if reason := unknownIn(&d.Results[i]); reason != "" {
				return reason
			}
		}
	case FieldAppearance:
		if d.Appearance != nil {
			return unknownAppearance(d.Appearance)
		}
	}
	return ""
}

// sensible checks the days an act carries against its own.
func sensible(s *Spec, a Act) string {
	d := a.detail()
	switch {
	case d.Posted > a.On:
		return "“" + labelOf(s.Kind, FieldPosted) + "”" + d.Posted.String() + "晚于“" + s.Label + "”的日期" + a.On.String() + "，请核对"
	case !d.Until.IsZero() && d.Until < a.On && !slices.Contains(opensExecution, s.Kind): // theirs is the end of the time to sue
		return "“" + labelOf(s.Kind, FieldUntil) + "”" + d.Until.String() + "早于“" + s.Label + "”的日期" + a.On.String() + "，请核对"
	}
	if x := d.Filing; x != nil && (x.Known > a.On || x.Made > a.On) {
		return "知道或者作出行政行为的日期晚于收件日期" + a.On.String() + "，请核对"
	}
	return ""
}
