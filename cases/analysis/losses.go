package analysis

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// The columns of the list of lost suits (败诉案件清单).

func lostOrgans(e *entry) string {
	var out []string
	for _, v := range e.item.Verdicts {
		if name := cmp.Or(v.Defendant, e.Joined(cases.Respondent)); v.Lost && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return strings.Join(out, "、")
}

func verdicts(e *entry) string {
	var out []string
	for _, v := range e.item.Verdicts {
		text := procedure.SuedActLabel(v.Act) + procedure.OutcomeLabel(v.Outcome)
		if v.Defendant != "" && len(e.item.Organs) > 1 {
			text = v.Defendant + "：" + text
		}
		out = append(out, text)
	}
	return strings.Join(out, "；")
}

// lossCauses are why the organs lost, as the judgment's results say; else a note of that name.
func lossCauses(e *entry) string {
	var out []string
	if a := e.act(procedure.Judgment); a != nil && a.Detail != nil {
		for _, r := range a.Detail.Results {
			for _, c := range r.Causes {
				if l := procedure.LossCauseLabel(c); !slices.Contains(out, l) {
					out = append(out, l)
				}
			}
		}
	}
	if len(out) == 0 {
		return e.note("败诉原因")
	}
	return strings.Join(out, "、")
}

func reviewResult(e *entry) string {
	if e.related == nil {
		return ""
	}
	return procedure.Headline(e.related.Acts)
}

// appealed says whether a party appealed (是否上诉): the suit's own acts tell it, or a second instance in the office that names it.
func appealed(e *entry) string {
	return yesNo(e.appealed || e.act(procedure.Appealed) != nil || e.act(procedure.AppealReceived) != nil)
}

// rectified is what was done after the judgment (整改、追责情况): the words of the act, else the note of that name.
func rectified(e *entry) string {
	var out []string
	for i := range e.acts {
		if a := &e.acts[i]; a.Kind == procedure.Rectified && strings.TrimSpace(a.Note) != "" {
			out = append(out, strings.TrimSpace(a.Note))
		}
	}
	if len(out) == 0 {
		return e.note(rectifiedLabel)
	}
	return strings.Join(out, "；")
}

const rectifiedLabel = "整改、追责情况"

// keyed gives a column its name for programs.
func keyed(key string, c listColumn) listColumn {
	c.key = key
	return c
}

// losses are the columns that offices report lost suits with.
func losses() []listColumn {
	return []listColumn{serial(), keyed("number", text("案号", 24, func(e *entry) string { return cmp.Or(e.suit().CourtNumber, e.Number) })),
		keyed("plaintiffs", party("原告", cases.Applicant)), keyed("defendants", party("被告", cases.Respondent)), keyed("lost_by", text("败诉的被告", 22, lostOrgans)),
		keyed("subject", text("案由", 28, subject)), keyed("court", text("审理法院", 22, func(e *entry) string { return e.suit().Court })),
		keyed("instance", text("审级", 7, func(e *entry) string { return e.suit().Instance.Label() })), keyed("concluded", dated("裁判日期", concludedOn)),
		keyed("result", text("裁判结果", 24, verdicts)), keyed("causes", text("败诉原因", 16, lossCauses)),
		keyed("reviewed", text("是否经复议", 9, func(e *entry) string { return yesNo(e.suit().Source.Reviewed()) })), keyed("review_result", text("复议结果", 14, reviewResult)),
		keyed("appealed", text("是否上诉", 8, appealed)), keyed("rectified", text(rectifiedLabel, 20, rectified))}
}
