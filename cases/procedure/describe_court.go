package procedure

import "strings"

// describeAppearance words who came to a hearing: one line for the head, others for what else was recorded.
func describeAppearance(a *Appearance) []string {
	out := []string{describeHead(a)}
	add := func(label, value string) {
		if value != "" {
			out = append(out, label+"："+value)
		}
	}
	if a.Notified {
		out = append(out, "法院通知负责人出庭")
	}
	add("化解争议的意见", a.Remarks)
	add("证明材料", a.Proof)
	add("法院对理由的认定", CourtViewLabel(a.View))
	add("出庭的工作人员", a.Staff)
	add("出庭的律师", a.Lawyers)
	add("法院通报的情形", ConsequenceLabel(a.Consequence))
	add("司法建议书", a.Letter)
	return out
}

func describeHead(a *Appearance) string {
	s := "负责人未出庭"
	switch {
	case a.Head:
		s = "负责人出庭"
	case a.Absence == AbsentJoint && a.Reason == "":
		s = AbsenceLabel(a.Absence)
		if a.For != "" {
			s = a.For + "：" + s
		}
		return s
	}
	if a.For != "" {
		s = a.For + "：" + s
	}
	var who []string
	for _, w := range []string{a.Name, a.Post, RankLabel(a.Rank)} {
		if a.Head && w != "" {
			who = append(who, w)
		}
	}
	if a.Head && a.Spoke {
		who = append(who, "在庭上发言")
	}
	if len(who) > 0 {
		s += "：" + strings.Join(who, "，")
	}
	var why []string
	for _, w := range []string{AbsenceLabel(a.Absence), a.Reason} {
		if !a.Head && w != "" {
			why = append(why, w)
		}
	}
	if len(why) > 0 {
		s += "，理由：" + strings.Join(why, "，")
	}
	return s
}

// describeResult words an outcome: 区政府（复议决定）：确认违法（败诉，原因：程序）.
func describeResult(r Result) string {
	s := OutcomeLabel(r.Outcome)
	if r.Redo {
		s += "并责令重作"
	}
	if LostBy(r) {
		s += "（败诉" + causesText(r.Causes) + "）"
	}
	who := r.Defendant
	if l := SuedActLabel(r.Act); l != "" && who != "" {
		who += "（" + l + "）"
	} else if l != "" {
		who = l
	}
	if who != "" {
		s = who + "：" + s
	}
	return s
}

func causesText(causes []LossCause) string {
	if len(causes) == 0 {
		return ""
	}
	labels := make([]string, len(causes))
	for i, c := range causes {
		labels[i] = LossCauseLabel(c)
	}
	return "，原因：" + strings.Join(labels, "、")
}
