package model

import (
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/identity"
)

// PartyForm is one party of a registration as typed.
type PartyForm struct {
	cases.Party
	// BornText is the day of birth as typed.
	BornText string `json:"born_text,omitempty"`
	// Chosen is true once the clerk chose the kind; before that the name tells it.
	Chosen bool `json:"chosen,omitempty"`
	// Filled is the number that sex and day of birth were read from, so that a change of the number changes them too and what
	// the clerk typed stays.
	Filled string `json:"filled,omitempty"`
}

// partyKind is a kind of applicant or third party: what its name and its head are called, and the rule to know.
type partyKind struct {
	code         cases.PartyKind
	label        string
	organisation bool
	// name and head are the words for the two names; head "" where there is none.
	name, head string
	// rule is the sentence with its article, "" if there is nothing special.
	rule string
}

// partyKinds are the kinds in the order of the form, read only.
var partyKinds = []partyKind{
	{cases.Citizen, "公民", false, "姓名", "", ""},
	{cases.LegalPerson, "企业法人、其他法人", true, "名称", "法定代表人", ""},
	{cases.SoleTrader, "个体工商户", false, "经营者姓名", "", "以营业执照上登记的经营者为申请人（《实施条例》第12条）；有字号的写在住所一栏。"},
	{cases.Ward, "无、限制民事行为能力人", false, "姓名", "法定代理人", "由法定代理人代为申请（《行政复议法》第14条）。"},
	{cases.Relative, "死亡公民的近亲属", false, "近亲属姓名", "", "近亲属以自己的名义申请（《行政复议法》第14条、《实施条例》第11条）。"},
	{cases.Foreigner, "外国人、无国籍人", false, "姓名", "", "同样适用行政复议法（《行政复议法》第89条）。"},
	{cases.Compatriot, "港澳台居民", false, "姓名", "", ""},
	{cases.Household, "农村承包经营户", false, "代表户的姓名", "", "由承包合同或者证书上的人、签字人或者推选的人代表（《实施条例》第12条）。"},
	{cases.Partnership, "合伙企业", true, "名称", "执行事务合伙人", "由执行事务合伙人代表（《实施条例》第13条）。"},
	{cases.Partners, "其他合伙", false, "合伙人姓名", "", "全体合伙人为共同申请人，请逐一填写（《实施条例》第13条）。"},
	{cases.Unincorporated, "非法人组织", true, "名称", "负责人", "由负责人代表；没有的，由推选的成员代表（《实施条例》第13条）。"},
	{cases.CompanyBoard, "公司股东会、董事会", true, "公司名称", "法定代表人", "股东会、董事会以公司的名义申请（《实施条例》第14条）。"},
	{cases.Collective, "农村集体经济组织、村民委员会", true, "名称", "负责人", "半数以上成员可以以组织的名义申请（《实施条例》第15条）。"},
	{cases.Owners, "业主委员会", true, "名称", "主任", "没有申请的，占半数以上的业主可以自己的名义申请（《实施条例》第16条）。"},
	{cases.Successor, "终止法人的权利承受人", true, "名称", "法定代表人", "由承受其权利的人申请（《行政复议法》第14条）。"},
	{cases.ForeignBody, "外国组织", true, "名称", "代表人", "同样适用行政复议法（《行政复议法》第89条）。"},
	{cases.Organ, "行政机关或者授权组织", true, "名称", "负责人", ""},
}

func kindOf(k cases.PartyKind) partyKind {
	for _, x := range partyKinds {
		if x.code == k {
			return x
		}
	}
	return partyKinds[0]
}

// PartyKindLabel is the Chinese name of a kind of party, "" for none.
func PartyKindLabel(k cases.PartyKind) string {
	if k == "" {
		return ""
	}
	return kindOf(k).label
}

// PartyKinds lists the kinds a party of a role can be.
func PartyKinds(r cases.Role) []cases.PartyKind {
	var out []cases.PartyKind
	for _, x := range partyKinds {
		if (x.code == cases.Organ) == (r == cases.Respondent) || x.code == cases.Organ && r == cases.ThirdParty {
			out = append(out, x.code)
		}
	}
	return out
}

// idKinds names the proofs of identity, read only.
var idKinds = []named[cases.IDKind]{
	{cases.ResidentID, "居民身份证、居住证"}, {cases.ForeignerID, "外国人永久居留身份证"}, {cases.Passport, "护照"}, {cases.Pass, "港澳通行证、台胞证"},
	{cases.OfficerID, "军官证"}, {cases.CreditCode, "统一社会信用代码"}, {cases.OrganisationID, "组织机构代码"}, {cases.OtherID, "其他证件"},
}

// IDKindLabel is the Chinese name of a kind of proof.
func IDKindLabel(k cases.IDKind) string { return labelOf(idKinds, k) }

// IDKinds lists the proofs that a person or an organisation has.
func IDKinds(organisation bool) []cases.IDKind {
	return slices.DeleteFunc(codesIn(idKinds), func(k cases.IDKind) bool {
		body := k == cases.CreditCode || k == cases.OrganisationID
		return k != cases.OtherID && body != organisation
	})
}

// Agencies are the kinds of agents (代理人身份, 复议法17, 条例18); those of a respondent come from its staff first.
func Agencies() []string {
	return []string{"律师", "基层法律服务工作者", "近亲属", "工作人员", "社区、单位或者社会团体推荐的人", "其他"}
}

// PartyField is one field of a party's card.
type PartyField struct {
	ID, Label, Hint string
	// More is true for fields that are folded away until asked for.
	More bool
}

// Fields lists what the card of a party asks for in a kind of case; the kind of party decides.
func (p *PartyForm) Fields(k cases.Kind) []PartyField {
	kind := kindOf(p.Kind)
	name := PartyField{ID: "name", Label: kind.name}
	phone, address := PartyField{ID: "phone", Label: "联系电话"}, PartyField{ID: "address", Label: "送达地址"}
	switch p.Role {
	case cases.Respondent:
		out := []PartyField{{ID: "name", Label: "机关全称", Hint: "写全称、简称或者拼音首字母"}, {ID: "head", Label: "负责人", More: true},
			{ID: "head_post", Label: "职务", More: true}, more(phone), more(address)}
		if k == cases.Litigation {
			out = slices.Insert(out, 1, PartyField{ID: "capacity", Label: "被告身份"})
		}
		return out
	case cases.Agent:
		return []PartyField{{ID: "name", Label: "姓名"}, {ID: "agency", Label: "代理人身份"}, {ID: "firm", Label: "律师事务所、工作单位"}, phone,
			{ID: "for", Label: "代理谁", Hint: "代理全部申请人的不填"}, {ID: "special", Label: "代理权限"}, {ID: "id", Label: "证件号码", More: true}, more(address)}
	case cases.RepresentativeRole:
		return []PartyField{{ID: "name", Label: "姓名", Hint: "从申请人中推选"}, phone, {ID: "for", Label: "代表谁", Hint: "代表全体的不填"}, more(address)}
	}
	out := []PartyField{name, {ID: "kind", Label: "种类"}, {ID: "id", Label: "证件号码"}, phone}
	if p.Organisation {
		out[2].Label = "统一社会信用代码"
	}
	if kind.head != "" {
		out = append(out, PartyField{ID: "head", Label: kind.head})
	}
	out = append(out, address)
	if p.Organisation {
		out = append(out, PartyField{ID: "head_post", Label: kind.head + "职务", More: true})
	} else {
		out = append(out, PartyField{ID: "sex", Label: "性别", More: true}, PartyField{ID: "born", Label: "出生日期", More: true})
	}
	return append(out, PartyField{ID: "id_kind", Label: "证件种类", More: true}, PartyField{ID: "domicile", Label: "住所", Hint: "与送达地址不同的填写", More: true},
		PartyField{ID: "electronic", Label: "电子送达", More: true}, PartyField{ID: "email", Label: "电子邮箱", More: true})
}

func more(f PartyField) PartyField {
	f.More = true
	return f
}

// Text is the place of a text field of the card, nil for what is no text.
func (p *PartyForm) Text(id string) *string {
	return map[string]*string{"name": &p.Name, "id": &p.IDNumber, "phone": &p.Phone, "address": &p.Address, "domicile": &p.Domicile,
		"head": &p.Head, "head_post": &p.HeadPost, "for": &p.For, "agency": &p.Agency, "firm": &p.Firm, "email": &p.Email,
		"born": &p.BornText, "sex": &p.Sex}[id]
}

// Rule is the sentence to know about the kind of the party, "" if there is none.
func (p *PartyForm) Rule() string {
	if p.Role == cases.Agent || p.Role == cases.RepresentativeRole || p.Kind == "" {
		return ""
	}
	return kindOf(p.Kind).rule
}

// Choose sets the kind as the clerk chose it.
func (p *PartyForm) Choose(k cases.PartyKind) {
	p.Kind, p.Chosen = k, true
	if o := kindOf(k).organisation; o != p.Organisation {
		p.Organisation, p.IDKind = o, ""
	}
	if k == cases.Foreigner && p.IDKind == "" {
		p.IDKind = cases.Passport
	}
}

// guess tells the kind from the name while the clerk has not chosen one; it reports whether the kind changed.
func (p *PartyForm) guess() bool {
	if p.Chosen || p.Role != cases.Applicant && p.Role != cases.ThirdParty {
		return false
	}
	k := cases.Citizen
	if identity.Organisation(p.Name) {
		k = cases.LegalPerson
	}
	changed := p.Kind != k
	p.Kind, p.Organisation = k, k != cases.Citizen
	return changed
}

// blank reports whether nothing was typed.
func (p *PartyForm) blank() bool {
	return strings.TrimSpace(p.Name+p.IDNumber+p.Phone+p.Address+p.Head+p.Domicile+p.Firm) == ""
}

// Line is the party in one line: kind, number, phone.
func (p *PartyForm) Line() string {
	var out []string
	for _, s := range []string{PartyKindLabel(p.Kind), p.Agency, p.IDNumber, p.Phone, p.Address} {
		out = appendFilled(out, s)
	}
	if p.Role == cases.Respondent {
		out = out[1:]
	}
	return strings.Join(out, "　")
}

// Of lists the parties of a role in order.
func (in *Intake) Of(r cases.Role) []*PartyForm {
	return slices.DeleteFunc(slices.Clone(in.Parties), func(p *PartyForm) bool { return p.Role != r })
}

// Names are the names typed for a role.
func (in *Intake) Names(r cases.Role) []string {
	var out []string
	for _, p := range in.Of(r) {
		out = appendFilled(out, p.Name)
	}
	return out
}

// Add puts an empty party behind those of its role.
func (in *Intake) Add(r cases.Role) *PartyForm {
	p := &PartyForm{Party: cases.Party{Role: r}}
	switch r {
	case cases.Respondent:
		p.Kind, p.Organisation = cases.Organ, true
	case cases.Agent:
		p.Agency = Agencies()[0]
	case cases.Applicant, cases.ThirdParty:
		p.Kind = cases.Citizen
	}
	in.Parties = append(in.Parties, p)
	return p
}

// Remove takes a party away; what was typed is given back so that it can be put in again.
func (in *Intake) Remove(p *PartyForm) {
	in.Parties = slices.DeleteFunc(in.Parties, func(x *PartyForm) bool { return x == p })
}

// Move changes places with the neighbour of the same role, -1 up, 1 down.
func (in *Intake) Move(p *PartyForm, by int) {
	same := in.Of(p.Role)
	i := slices.Index(same, p) + by
	if i < 0 || i >= len(same) {
		return
	}
	a, b := slices.Index(in.Parties, p), slices.Index(in.Parties, same[i])
	in.Parties[a], in.Parties[b] = in.Parties[b], in.Parties[a]
}

// Represent fills in the phone of a representative who is one of the parties; it reports whether it did.
func (in *Intake) Represent(r *PartyForm) bool {
	for _, p := range in.Parties {
		if p != r && p.Name == r.Name && p.Phone != "" && r.Phone == "" && (p.Role == cases.Applicant || p.Role == cases.ThirdParty) {
			r.Phone = p.Phone
			return true
		}
	}
	return false
}

// party is the party as it is recorded; bad gets a sentence where the day of birth cannot be read.
func (p *PartyForm) party(today calendar.Date, bad map[string]string, id string) cases.Party {
	out := p.Party
	for _, s := range []*string{&out.Name, &out.IDNumber, &out.Phone, &out.Address, &out.For, &out.Domicile, &out.Head, &out.HeadPost, &out.Firm, &out.Email, &out.Agency} {
		*s = strings.TrimSpace(*s)
	}
	d, err := ReadDate(p.BornText, today)
	if err != nil {
		bad[id+".born"] = err.Error()
	}
	out.Born = d
	return out
}
