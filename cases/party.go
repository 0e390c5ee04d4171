package cases

import (
	"strings"

	"fuyi/cases/calendar"
)

// Role is the capacity of a party.
type Role string

// Roles. In litigation Applicant is 原告 and Respondent 被告: the same side of the dispute. In 非诉执行 they are 被执行人 and 申请执行人.
const (
	Applicant  Role = "applicant"   // 申请人 / 原告
	Respondent Role = "respondent"  // 被申请人 / 被告
	ThirdParty Role = "third_party" // 第三人
	Agent      Role = "agent"       // 代理人
	// RepresentativeRole is 代表人: chosen among many applicants or third parties to act for all (2026条例17).
	RepresentativeRole Role = "representative"
)

// Label is the Chinese name of the role in a kind of case.
func (r Role) Label(k Kind) string {
	suit := k == Litigation
	switch {
	case r == Applicant && suit:
		return "原告"
	case r == Applicant:
		return "申请人"
	case r == Respondent && suit:
		return "被告"
	case r == Respondent:
		return "被申请人"
	case r == ThirdParty:
		return "第三人"
	case r == RepresentativeRole:
		return "代表人"
	}
	return "代理人"
}

// ListLabel is the Chinese name of a role over a list: of one kind of case, or with k "" of both. Among court cases there may be 非诉执行,
// in which the sides have other names (Case.RoleLabel).
func (r Role) ListLabel(k Kind) string {
	other := map[Role]string{Applicant: "被执行人", Respondent: "申请执行人"}[r]
	switch {
	case other == "" || k == Reconsideration:
		return r.Label(k)
	case k == Litigation:
		return r.Label(k) + "/" + other
	}
	return r.Label(Reconsideration) + "/" + r.Label(Litigation) + "/" + other
}

// Party is one person, organisation or organ in a case.
type Party struct {
	Role Role   `json:"role"`
	Name string `json:"name"`
	// Organisation is true for a legal person, other organisation or organ, false for a natural person (公民).
	Organisation bool `json:"organisation,omitempty"`
	// IDNumber is 身份证号 or 统一社会信用代码, kept as text, in the form IDKind names.
	IDNumber string `json:"id_number,omitempty"`
	Phone    string `json:"phone,omitempty"`
	// Address is 送达地址.
	Address string `json:"address,omitempty"`
	// For names whom an agent or a representative acts for; "" for everyone of the side.
	For string `json:"for,omitempty"`
	PartyDetail
}

// PartyDetail is what is known of a party beyond a ledger's columns. It is stored beside the party.
type PartyDetail struct {
	// Kind is the kind of applicant or third party, "" if not told.
	Kind PartyKind `json:"kind,omitempty"`
	// IDKind says what IDNumber is, "" for the usual one of a person or an organisation.
	IDKind IDKind `json:"id_kind,omitempty"`
	// Sex is 男 or 女; Born the day of birth; Domicile 住所 or 住址, where it differs from the address for service.
	Sex      string        `json:"sex,omitempty"`
	Born     calendar.Date `json:"born,omitzero"`
	Domicile string        `json:"domicile,omitempty"`
	// Head is 法定代表人, 负责人, 执行事务合伙人, 经营者 or 法定代理人, as the kind asks; HeadPost the head's 职务.
	Head     string `json:"head,omitempty"`
	HeadPost string `json:"head_post,omitempty"`
	// Agency is the kind of an agent (代理人身份): 律师, 基层法律服务工作者, 近亲属, 工作人员, 其他; Firm the law firm or employer;
	// Special is true for 特别授权 (复议法17).
	Agency  string `json:"agency,omitempty"`
	Firm    string `json:"firm,omitempty"`
	Special bool   `json:"special,omitempty"`
	// Capacity is in what capacity a defendant is sued (被告身份), "" if not told.
	Capacity Capacity `json:"capacity,omitempty"`
	// Electronic is true when the party agreed to electronic service (电子送达), to Email where that is not the phone.
	Electronic bool   `json:"electronic,omitempty"`
	Email      string `json:"email,omitempty"`
}

// PartyKind is the kind of an applicant or third party.
type PartyKind string

// Party kinds (申请人种类), with the article that gives each its rule.
const (
	Citizen        PartyKind = "citizen"        // 公民
	Foreigner      PartyKind = "foreigner"      // 外国人、无国籍人 (复议法89)
	Compatriot     PartyKind = "compatriot"     // 港澳台居民
	Ward           PartyKind = "ward"           // 无、限制民事行为能力人, with 法定代理人 (复议法14)
	Relative       PartyKind = "relative"       // 死亡公民的近亲属 (条例11)
	SoleTrader     PartyKind = "sole_trader"    // 个体工商户, whose 经营者 applies (条例12)
	Household      PartyKind = "household"      // 农村承包经营户 (条例12)
	LegalPerson    PartyKind = "legal_person"   // 企业法人, 其他法人
	CompanyBoard   PartyKind = "company_board"  // 公司股东会、董事会 in the company's name (条例14)
	Partnership    PartyKind = "partnership"    // 合伙企业 (条例13)
	Partners       PartyKind = "partners"       // 其他合伙, all partners together (条例13)
	Unincorporated PartyKind = "unincorporated" // 非法人组织 (条例13)
	Collective     PartyKind = "collective"     // 农村集体经济组织、村民委员会、村民小组 (条例15)
	Owners         PartyKind = "owners"         // 业主委员会 or owners in their own name (条例16)
	Successor      PartyKind = "successor"      // 终止法人的权利承受人 (复议法14)
	ForeignBody    PartyKind = "foreign_body"   // 外国组织 (复议法89)
	Organ          PartyKind = "organ"          // 行政机关 or 授权组织, as a respondent
)

// PartyGroup is what the law distinguishes of plaintiffs and applicants (公民、法人或者其他组织, XS-2).
type PartyGroup string

// Groups.
const (
	CitizenGroup PartyGroup = "citizen"      // 公民
	PersonGroup  PartyGroup = "legal_person" // 法人
	BodyGroup    PartyGroup = "organisation" // 其他组织
	// UntoldGroup is an organisation of which nobody told which of the two it is.
	UntoldGroup PartyGroup = "untold" // 法人或者其他组织
)

// PartyGroups lists the groups.
func PartyGroups() []PartyGroup {
	return []PartyGroup{CitizenGroup, PersonGroup, BodyGroup, UntoldGroup}
}

// Label is the Chinese name of the group.
func (g PartyGroup) Label() string {
	return map[PartyGroup]string{CitizenGroup: "公民", PersonGroup: "法人", BodyGroup: "其他组织", UntoldGroup: "法人或者其他组织"}[g]
}

// Group is the group of a party: by its kind, else what its name says of an organisation. 个体工商户 and 农村承包经营户 stand with natural
// persons, as the Civil Code has them (民法典54, 55).
func (p *Party) Group() PartyGroup {
	switch p.Kind {
	case LegalPerson, CompanyBoard, Successor, Collective, Organ:
		return PersonGroup
	case Partnership, Partners, Unincorporated, Owners, ForeignBody:
		return BodyGroup
	case "":
		if !p.Organisation {
			return CitizenGroup
		}
		if strings.HasSuffix(p.Name, "公司") || strings.HasSuffix(p.Name, "集团") {
			return PersonGroup
		}
		return UntoldGroup
	}
	return CitizenGroup
}

// IDKind is the kind of a proof of identity.
type IDKind string

// Kinds of identity numbers (证件种类).
const (
	ResidentID     IDKind = "resident"     // 居民身份证, also 港澳台居民居住证
	ForeignerID    IDKind = "foreigner_id" // 外国人永久居留身份证
	Passport       IDKind = "passport"     // 护照
	Pass           IDKind = "pass"         // 港澳通行证, 台胞证
	OfficerID      IDKind = "officer"      // 军官证
	CreditCode     IDKind = "credit_code"  // 统一社会信用代码
	OrganisationID IDKind = "organisation" // 组织机构代码
	OtherID        IDKind = "other"        // 其他证件
)
