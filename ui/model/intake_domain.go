package model

import (
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Pasted reads a block copied from a table or a chat: a row per party, its cells told apart by what they look like.
func Pasted(text string, r cases.Role) []*PartyForm {
	var out []*PartyForm
	for _, line := range strings.Split(strings.ReplaceAll(text, "\r", ""), "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) == 1 {
			for _, n := range names(line) {
				out = append(out, &PartyForm{Party: cases.Party{Role: r, Name: n}})
			}
			continue
		}
		p := &PartyForm{Party: cases.Party{Role: r}}
		for _, c := range cells {
			p.cell(strings.TrimSpace(c))
		}
		if p.Name != "" && !heading(cells) {
			out = append(out, p)
		}
	}
	for _, p := range out {
		p.guess()
	}
	return out
}

// heading reports whether a row names its columns.
func heading(cells []string) bool {
	return slices.ContainsFunc(cells, func(c string) bool {
		c = strings.TrimSpace(c)
		return c == "姓名" || c == "名称" || c == "申请人"
	})
}

// cell takes one cell of a pasted row; a short number is the row's own.
func (p *PartyForm) cell(text string) {
	s := plain(text)
	digits := s != "" && strings.Trim(s, "0123456789X") == ""
	switch {
	case s == "":
	case digits && len(s) >= 15:
		p.IDNumber = s
	case digits && len(s) >= 7:
		p.Phone = s
	case digits, text == "男", text == "女":
	case p.Name == "":
		p.Name = text
	case p.Address == "":
		p.Address = text
	}
}

// AddPasted adds parties of a role, after the cards that are still empty were taken away.
func (in *Intake) AddPasted(r cases.Role, list []*PartyForm) {
	for _, p := range in.Of(r) {
		if p.blank() {
			in.Remove(p)
		}
	}
	in.Parties = append(in.Parties, list...)
}

// courts says for each kind of organ where an application against it goes (law.md 1.6), seen from a district government;
// read only. elsewhere is true where the district government has no jurisdiction.
var courts = map[cases.OrganKind]struct {
	text, basis string
	elsewhere   bool
}{
	cases.Department:         {"由本级人民政府管辖。", "《行政复议法》第24条", false},
	cases.Township:           {"由上一级人民政府管辖，即本级人民政府。", "《行政复议法》第24条", false},
	cases.Subdistrict:        {"由设立它的人民政府管辖，即本级人民政府。", "《行政复议法》第24条", false},
	cases.AuthorisedBody:     {"由管理它的人民政府或者部门的本级人民政府管辖。", "《行政复议法》第24条", false},
	cases.Outpost:            {"派出机构依授权以自己的名义作出的，由本级人民政府管辖。", "《行政复议法》第24条", false},
	cases.CityOutpost:        {"可以由市人民政府管辖，也可以由所在地的区人民政府管辖。", "《行政复议法》第24条", false},
	cases.JusticeBureau:      {"申请人可以选择向本级人民政府或者市司法局申请。", "《行政复议法》第28条", false},
	cases.InternalUnit:       {"内设机构依授权作出的，向设立它的机关或者对该机关有管辖权的机关申请。", "《实施条例》第33条", false},
	cases.Vertical:           {"实行垂直领导的机关、税务和国家安全机关，由上一级主管部门管辖，不由区人民政府管辖。应不予受理并告知有管辖权的机关。", "《行政复议法》第27条、第30条", true},
	cases.DistrictGovernment: {"对区人民政府不服的，由市人民政府管辖。应不予受理并告知有管辖权的机关。", "《行政复议法》第24条、第30条", true},
	cases.CityOrgan:          {"市级机关由市人民政府管辖。应不予受理并告知有管辖权的机关。", "《行政复议法》第24条、第30条", true},
	cases.CoastGuard:         {"海警机构由上一级海警机构管辖。", "《实施条例》第75条", true},
}

// jurisdiction says for every respondent who has jurisdiction.
func (in *Intake) jurisdiction(x IntakeContext) []Hint {
	var out []Hint
	for _, o := range in.respondents(x) {
		c, ok := courts[o.Kind]
		if !ok {
			continue
		}
		tone := Finished
		if c.elsewhere {
			tone = Late
		}
		out = append(out, Hint{Tone: tone, Title: "管辖：" + o.Name, Text: c.text, Basis: c.basis})
	}
	return out
}

// prerequisites are the kinds of 复议前置 (复议法23, law.md 1.8), read only.
var prerequisites = []struct{ code, label, text, basis string }{
	{"on_the_spot", "当场作出的行政处罚决定", "应当先申请行政复议，对复议决定不服才可以起诉。", "《行政复议法》第23条第1项"},
	{"resources", "侵犯已取得的自然资源权利", "应当先申请行政复议，对复议决定不服才可以起诉。", "《行政复议法》第23条第2项"},
	{"inaction", "未履行法定职责", "只包括不受理、不答复、超期不作为；明确拒绝或者部分履行的不属于前置。", "《行政复议法》第23条第3项、《实施条例》第30条"},
	{"information", "不予公开政府信息", "只包括以《政府信息公开条例》第14条至第16条为由不予公开的。", "《行政复议法》第23条第4项、《实施条例》第31条"},
	{"other", "法律、行政法规规定的其他情形", "只能由法律、行政法规规定，地方性法规不能规定。请写明依据。", "《行政复议法》第23条第5项"},
}

// Prerequisites lists the kinds of 复议前置 by their codes.
func Prerequisites() []string {
	out := make([]string, len(prerequisites))
	for i, p := range prerequisites {
		out[i] = p.code
	}
	return out
}

// PrerequisiteLabel is the Chinese name of a kind of 复议前置.
func PrerequisiteLabel(code string) string {
	for _, p := range prerequisites {
		if p.code == code {
			return p.label
		}
	}
	return code
}

// OtherPrerequisite is the kind that a law or administrative regulation of its own sets.
func OtherPrerequisite() string { return prerequisites[len(prerequisites)-1].code }

// prerequisite says what follows from the kind chosen, or asks where the matter suggests one.
func (in *Intake) prerequisite(IntakeContext) []Hint {
	for _, p := range prerequisites {
		if p.code == in.Said.Prerequisite {
			h := Hint{Tone: Near, Title: "复议前置：" + p.label, Text: p.text, Basis: p.basis}
			if p.code == OtherPrerequisite() && strings.TrimSpace(in.Said.Basis) == "" {
				h.Tone = Soon
			}
			return []Hint{h}
		}
	}
	for matter, i := range map[string]int{"不作为": 2, "信息公开": 3} {
		if strings.TrimSpace(in.Matter) == matter {
			return []Hint{{Tone: Near, Title: "可能属于复议前置", Text: "请核对是否属于“" + prerequisites[i].label + "”。" + prerequisites[i].text, Basis: prerequisites[i].basis}}
		}
	}
	return nil
}

// representatives says how many representatives many applicants have, by the rules of the day.
func (in *Intake) representatives(x IntakeContext) []Hint {
	n, chosen := len(in.Names(cases.Applicant)), len(in.Names(cases.RepresentativeRole))
	limit, least, basis := 10, 2, "《实施条例》第17条"
	if procedure.RegimeOn(in.day(x)) != procedure.RegimeC {
		limit, least, basis = 5, 1, "《实施条例》（2007）第8条"
	}
	if n <= limit {
		return nil
	}
	h := Hint{Tone: Finished, Title: "代表人", Basis: basis, Text: fmt.Sprintf("%d名申请人推选%d名代表人，推选书由全体申请人签名。", n, chosen)}
	if chosen < least || chosen > 5 {
		h.Tone = Soon
		h.Text = fmt.Sprintf("申请人超过%d人的，推选%d至5名代表人参加行政复议；现在%d人，已填%d名代表人。", limit, least, n, chosen)
	}
	return []Hint{h}
}

// conditions are the seven of 复议法30, each as far as the page tells.
func (in *Intake) conditions(c *cases.Case, x IntakeContext) []Hint {
	const ask, yes, no = Calm, Finished, Late
	at := func(ok bool) Tone {
		if ok {
			return yes
		}
		return ask
	}
	late, away := ask, at(len(in.respondents(x)) > 0)
	for _, h := range timely(c.Acts, x) {
		if late = yes; h.Tone == Late {
			late = no
			break
		}
	}
	for _, h := range in.jurisdiction(x) {
		if h.Tone == Late {
			away = no
		}
	}
	again := ask
	if in.Said.Prior == procedure.PriorDecided || in.Said.Prior == procedure.PriorSued || in.Said.Prior == procedure.PriorWithdrawn {
		again = no
	}
	return []Hint{
		{Tone: at(len(c.Names(cases.Applicant)) > 0 && len(c.Names(cases.Respondent)) > 0), Title: "有明确的申请人和符合规定的被申请人"},
		{Tone: ask, Title: "申请人与行政行为有利害关系（由承办人判断）"},
		{Tone: at(strings.TrimSpace(in.Said.Requests) != "" && strings.TrimSpace(in.Said.Reasons) != ""), Title: "有具体的复议请求和理由"},
		{Tone: late, Title: "在法定申请期限内提出"},
		{Tone: ask, Title: "属于行政复议的范围（由承办人判断）"},
		{Tone: away, Title: "属于本机关的管辖范围"},
		{Tone: again, Title: "本机关没有受理过，法院也没有受理"},
	}
}

// FillMaterials lists the materials that belong to the application as it stands; those already there stay as they are.
func (in *Intake) FillMaterials(IntakeContext) {
	want := []string{"行政复议申请书"}
	if in.Channel == procedure.Orally {
		want[0] = "口头申请笔录"
	}
	person, body := false, false
	for _, p := range in.Of(cases.Applicant) {
		person, body = person || !p.Organisation, body || p.Organisation
	}
	for _, m := range []struct {
		name string
		when bool
	}{{"申请人身份证明", person}, {"营业执照或者法人证书", body}, {"法定代表人身份证明", body}, {"被申请复议的文书", in.Matter != "不作为"},
		{"曾经要求被申请人履行职责的证明", in.Matter == "不作为"}, {"受行政行为侵害造成损失的证明", strings.TrimSpace(in.Said.Compensation) != ""},
		{"授权委托书", len(in.Names(cases.Agent)) > 0}, {"代理人身份证明", len(in.Names(cases.Agent)) > 0},
		{"代表人推选书", len(in.Names(cases.RepresentativeRole)) > 0}, {"送达地址确认书", true}} {
		if m.when {
			want = append(want, m.name)
		}
	}
	have := map[string]bool{}
	for _, m := range in.Said.Materials {
		have[m.Name] = true
	}
	for _, name := range want {
		if !have[name] {
			in.Said.Materials = append(in.Said.Materials, MaterialForm{Name: name, Copies: "1", State: cases.MaterialReceived})
		}
	}
}

// Faults are the materials of a case that must be supplied, one sentence each; they become the notice (补正通知).
func Faults(c *cases.Case) []string {
	var out []string
	if c.Particulars == nil {
		return nil
	}
	for _, m := range c.Particulars.Materials {
		switch {
		case m.State != cases.MaterialMissing && m.State != cases.MaterialFaulty:
		case m.Fault != "":
			out = append(out, m.Name+"："+m.Fault)
		case m.State == cases.MaterialMissing:
			out = append(out, "补交"+m.Name)
		default:
			out = append(out, m.Name+"不符合要求，请补正")
		}
	}
	return out
}

// SupplementForm begins the act 补正通知 of a case with what must be supplied as its text.
func SupplementForm(c *cases.Case, f *ActForm) {
	for i, s := range Faults(c) {
		if i > 0 {
			f.Note += "；"
		}
		f.Note += fmt.Sprintf("%d.%s", i+1, s)
	}
}

// ReceiptText is the receipt for what was handed in (收件回执), to be printed; \r\n ends its lines, as plain text editors of
// offices expect.
func ReceiptText(c *cases.Case, set cases.Settings) string {
	lines := []string{"收件回执", "", "案号：" + c.Number, "申请人：" + c.Joined(cases.Applicant), "被申请人：" + c.Joined(cases.Respondent)}
	for _, a := range c.Acts {
		if a.Kind == procedure.Receipt {
			text := "收件日期：" + a.On.String()
			if a.Detail != nil && a.Detail.Means != "" {
				text += "（" + procedure.MeansLabel(a.Detail.Means) + "）"
			}
			lines = append(lines, text)
		}
	}
	lines = append(lines, "", "收到材料：")
	n := 0
	for _, m := range c.Particulars.Materials {
		if m.State != cases.MaterialReceived && m.State != cases.MaterialSupplied && m.State != cases.MaterialFaulty {
			continue
		}
		n++
		text := fmt.Sprintf("%d. %s", n, m.Name)
		if m.Copies > 0 {
			text += fmt.Sprintf("，%d份", m.Copies)
		}
		if m.Pages > 0 {
			text += fmt.Sprintf("，%d页", m.Pages)
		}
		if m.Original {
			text += "，原件"
		}
		lines = append(lines, text)
	}
	if n == 0 {
		lines = append(lines, "（无）")
	}
	return strings.Join(append(lines, "", "经办人：", "交件人：", "", set.Agency), "\r\n") + "\r\n"
}

// FileName is a text as the name of a file on every system.
func FileName(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`\/:*?"<>|`, r) || r < ' ' {
			return '_'
		}
		return r
	}, text)
}
