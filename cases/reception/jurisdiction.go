// Package reception is what is asked when an application is received (收件): whether it belongs here, whether reconsideration
// must come first, what conditions of acceptance the papers already answer, which materials belong to it, and the receipt and
// the supplement notice that follow. Everything here is a hint with its article; the clerk decides.
package reception

import (
	"fmt"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Answer is what the papers say to a question.
type Answer string

// Answers.
const (
	Yes     Answer = "yes"     // 符合
	No      Answer = "no"      // 不符合
	Unknown Answer = "unknown" // 需要判断
)

// Hint is one sentence with its article.
type Hint struct {
	Answer Answer
	// Title names the question, Text is a complete sentence, Basis the article.
	Title, Text, Basis string
}

// forum says who is competent for acts of a kind of organ (复议法24, 27, 28; 条例32, 33, 75). %s stands for the office's government.
type forum struct {
	answer      Answer
	text, basis string
}

// forums are read only.
var forums = map[cases.OrganKind]forum{
	cases.Department:         {Yes, "对区政府工作部门的行为，由%s管辖。", "《行政复议法》第24条"},
	cases.Township:           {Yes, "对乡镇人民政府的行为，由%s管辖。", "《行政复议法》第24条"},
	cases.Subdistrict:        {Yes, "街道办事处是区政府依法设立的派出机关，对它的行为由%s管辖。", "《行政复议法》第24条"},
	cases.AuthorisedBody:     {Yes, "对区政府或者其工作部门管理的授权组织的行为，由%s管辖。", "《行政复议法》第24条"},
	cases.Outpost:            {Yes, "对区政府工作部门的派出机构以自己名义作出的行为，由%s管辖。", "《行政复议法》第24条"},
	cases.CityOutpost:        {Yes, "对市政府工作部门设在本区的派出机构的行为，由市政府管辖，也可以由所在地的%s管辖，由申请人选择。", "《行政复议法》第24条"},
	cases.Vertical:           {No, "对海关、金融、外汇等垂直领导的机关、税务和国家安全机关的行为，由其上一级主管部门管辖，%s没有管辖权。应不予受理并在决定书中写明有管辖权的机关。", "《行政复议法》第27条、第30条第2款"},
	cases.JusticeBureau:      {Yes, "对区司法局的行为，可以向%s申请，也可以向市司法局申请，由申请人选择。", "《行政复议法》第28条"},
	cases.DistrictGovernment: {No, "对区政府自己的行为，由市政府管辖，%s没有管辖权。应不予受理并写明有管辖权的机关。", "《行政复议法》第24条、第30条第2款"},
	cases.InternalUnit:       {Unknown, "内设机构以自己名义作出行为的，由设立它的机关或者对该机关有管辖权的机关管辖，请核对是否属于%s。", "《实施条例》第33条"},
	cases.CoastGuard:         {No, "对海警机构的行为，由上一级海警机构管辖，%s没有管辖权。应不予受理并写明有管辖权的机关。", "《实施条例》第75条"},
	cases.CityOrgan:          {No, "对市级机关的行为，由市政府管辖，%s没有管辖权。应不予受理并写明有管辖权的机关。", "《行政复议法》第24条、第30条第2款"},
	cases.OtherOrgan:         {Unknown, "不能从机关类型判断是否由%s管辖，请在机关名录中填写这个机关的类型。", "《行政复议法》第24条"},
}

// Jurisdiction says whether acts of an organ belong to the office's government (管辖). Two or more respondents of which one is
// under vertical leadership may choose between both organs.
func Jurisdiction(respondents []cases.OrganRecord, government string, day calendar.Date) []Hint {
	if government = strings.TrimSpace(government); government == "" {
		government = "本级政府"
	}
	if procedure.RegimeOn(day) == procedure.RegimeA {
		return nil
	}
	vertical, other := false, false
	var out []Hint
	for _, o := range respondents {
		f, ok := forums[o.Kind]
		if !ok {
			f = forums[cases.OtherOrgan]
		}
		switch {
		case o.Name == government:
			f = forums[cases.DistrictGovernment]
		case o.Kind == cases.OtherOrgan && (o.Level == cases.ProvinceLevel || o.Level == cases.StateLevel):
			f = forum{No, "对省级以上机关的行为，%s没有管辖权。应不予受理并写明有管辖权的机关。", "《行政复议法》第24条、第25条、第30条第2款"}
		}
		vertical, other = vertical || o.Kind == cases.Vertical, other || o.Kind != cases.Vertical
		h := Hint{Answer: f.answer, Title: "管辖：" + o.Name, Text: fmt.Sprintf(f.text, government), Basis: f.basis}
		if o.Inactive {
			h.Answer, h.Text = Unknown, "这个机关已撤销，由继续行使其职权的机关作被申请人"+successor(o)+"。"+h.Text
			h.Basis = "《行政复议法》第19条、" + h.Basis
		}
		out = append(out, h)
	}
	if vertical && other {
		out = append(out, Hint{Unknown, "共同行为", "垂直领导的机关和其他机关共同作出的行为，可以向其中任何一个有权的复议机关申请，由它们共同作出决定。", "《实施条例》第32条"})
	}
	return out
}

func successor(o cases.OrganRecord) string {
	if o.Successor == "" {
		return ""
	}
	return "（名录中登记的是" + o.Successor + "）"
}

// Prerequisite is one kind of 复议前置 (复议法23).
type Prerequisite struct{ Code, Label, Basis string }

// Codes of the kinds.
const (
	OnTheSpot    = "on_the_spot"   // 当场处罚
	Resources    = "resources"     // 自然资源权属
	Inaction     = "inaction"      // 不履行法定职责
	Information  = "information"   // 不予公开政府信息
	OtherStatute = "other_statute" // 法律、行政法规规定的其他情形
)

// Prerequisites lists the kinds in the order of the article.
func Prerequisites() []Prerequisite {
	return []Prerequisite{
		{OnTheSpot, "对当场作出的行政处罚决定不服", "《行政复议法》第23条第1款第1项"},
		{Resources, "对侵犯已经取得的自然资源所有权或者使用权的决定不服", "《行政复议法》第23条第1款第2项"},
		{Inaction, "认为行政机关未履行法定职责", "《行政复议法》第23条第1款第3项"},
		{Information, "申请政府信息公开，行政机关不予公开", "《行政复议法》第23条第1款第4项"},
		{OtherStatute, "法律、行政法规规定应当先申请行政复议的其他情形", "《行政复议法》第23条第1款第5项"},
	}
}

// refinements say what a kind covers since 2026-07-01.
var refinements = map[string]string{
	OnTheSpot:   "公安机关现在可以当场处五百元以下罚款，这类处罚也属于复议前置。",
	Inaction:    "只限于不受理、不答复、不办理等没有作为的情形；明确拒绝或者只履行一部分的，不属于复议前置（《实施条例》第30条）。",
	Information: "只限于以《政府信息公开条例》第14条、第15条、第16条为由不予公开的情形（《实施条例》第31条）。",
}

// suggestions tell a kind from words of the matter or the act.
var suggestions = []struct{ word, code string }{
	{"当场", OnTheSpot}, {"自然资源", Resources}, {"土地权属", Resources}, {"林权", Resources}, {"确权", Resources},
	{"不履行", Inaction}, {"不作为", Inaction}, {"履行法定职责", Inaction}, {"履职", Inaction}, {"政府信息", Information}, {"信息公开", Information},
}

// PrerequisiteHint says what is to be known of 复议前置: of the kind the clerk chose, else of the one the words of the case
// suggest; no hint if none does.
func PrerequisiteHint(code string, words []string, day calendar.Date) (Hint, bool) {
	if procedure.RegimeOn(day) == procedure.RegimeA {
		return Hint{}, false
	}
	title, found := "复议前置", code
	if code == "" {
		title = "可能属于复议前置"
		for _, s := range suggestions {
			if found == "" && strings.Contains(strings.Join(words, " "), s.word) {
				found = s.code
			}
		}
	}
	for _, p := range Prerequisites() {
		if p.Code != found {
			continue
		}
		h := Hint{Unknown, title, p.Label + "的，应当先申请行政复议，对复议决定不服才可以起诉；不予受理或者逾期不答复的，可以在15日内起诉。", p.Basis + "、第34条"}
		if more := refinements[found]; more != "" && procedure.RegimeOn(day) == procedure.RegimeC {
			h.Text += more
		}
		return h, true
	}
	return Hint{}, false
}
