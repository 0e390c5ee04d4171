package procedure

import (
	"fmt"
	"strings"
)

// Describe words in Chinese what an act carries besides its day, paper and note: one line each, as windows and commands
// show it.
func Describe(a *Act) []string {
	d := a.Detail
	if d == nil {
		return nil
	}
	var out []string
	add := func(label, value string) {
		if value != "" {
			// What stands in brackets tells how the form is filled in.
			label, _, _ = strings.Cut(label, "（")
			out = append(out, label+"："+value)
		}
	}
	if d.Ground != "" {
		add(labelOf(a.Kind, FieldGround), GroundLabel(d.Ground))
	}
	for _, it := range d.Items {
		out = append(out, describeItem(it))
	}
	if a.Kind == Extension {
		out = append(out, fmt.Sprintf("延长%d日", extensionDays(d)))
	}
	add(labelOf(a.Kind, FieldTo), d.To)
	add(labelOf(a.Kind, FieldSide), SideLabel(d.Side))
	add(labelOf(a.Kind, FieldMeans), MeansLabel(d.Means))
	add(labelOf(a.Kind, FieldPosted), d.Posted.String())
	add(labelOf(a.Kind, FieldUntil), d.Until.String())
	add(plainLabel(labelOf(a.Kind, FieldTime)), ClockChinese(d.Time))
	add(labelOf(a.Kind, FieldPlace), d.Place)
	add(plainLabel(labelOf(a.Kind, FieldSender)), d.Sender)
	add(labelOf(a.Kind, FieldSubject), d.Subject)
	add(labelOf(a.Kind, FieldAdopted), AdoptionLabel(d.Adopted))
	add(labelOf(a.Kind, FieldMeasures), d.Measures)
	out = append(out, describeFiling(d.Filing)...)
	if d.Appearance != nil {
		out = append(out, describeAppearance(d.Appearance)...)
	}
	for _, r := range d.Results {
		out = append(out, describeResult(r))
	}
	return out
}

// extensionDays is the length of an extension: thirty days unless the paper says less.
func extensionDays(d *Detail) int {
	if d.Days > 0 {
		return d.Days
	}
	return 30
}

func describeItem(it Item) string {
	s := DispositionLabel(it.Kind)
	if it.Redo {
		s += "，责令重新作出"
	}
	if it.ProcedureOnly {
		s += "（仅因程序违法）"
	}
	if it.Days > 0 {
		s += fmt.Sprintf("，%d日内履行", it.Days)
	}
	if it.Text != "" {
		s += "：" + it.Text
	}
	return s
}

func describeFiling(x *Filing) []string {
	if x == nil {
		return nil
	}
	var out []string
	for _, l := range []struct{ label, value string }{
		{"知道行政行为之日", x.Known.String()}, {"行政行为作出之日", x.Made.String()}, {"此前对该行为", PriorLabel(x.Prior)},
	} {
		if l.value != "" {
			out = append(out, l.label+"："+l.value)
		}
	}
	if x.Untold {
		out = append(out, "未告知复议权利、机关和期限")
	}
	if x.Estate {
		out = append(out, "涉及不动产")
	}
	if !x.LostFrom.IsZero() {
		out = append(out, "不计入申请期限："+x.LostFrom.String()+" 至 "+x.LostTo.String())
	}
	return out
}
