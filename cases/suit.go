package cases

import "fuyi/cases/procedure"

// Suit is what only litigation has.
type Suit struct {
	// Court is 受诉法院; CourtNumber the court's own number (法院案号).
	Court, CourtNumber string
	Instance           Instance
	// Source says whether reconsideration came first.
	Source Source
	// Related is the number of the reconsideration case (关联复议案号). In ledgers of one column it may be that of the suit at the
	// instance before.
	Related string
	SuitDetail
}

// SuitDetail is what is known of a suit beyond a ledger's columns. It is stored beside the suit.
type SuitDetail struct {
	// Type is the kind of suit, "" for an ordinary one.
	Type SuitType `json:"type,omitempty"`
	// Earlier is the office's number of the suit at the instance before (前一审级的应诉案号).
	Earlier string `json:"earlier,omitempty"`
	// Claimed is the compensation asked for (赔偿请求) in fen, 0 for none.
	Claimed int64 `json:"claimed,omitempty"`
	// Awarded is the compensation that the judgment or the mediation of this instance orders (判决赔偿), in fen, 0 for none.
	Awarded int64 `json:"awarded,omitempty"`
	// Author is the department that drafts the answer (承办答辩的部门), where the government is the defendant.
	Author string `json:"author,omitempty"`
}

// SuitType is the kind of a suit (诉讼种类).
type SuitType string

// Kinds of suits.
const (
	OrdinarySuit    SuitType = ""          // 行政诉讼
	DamagesSuit     SuitType = "damages"   // 行政赔偿诉讼
	AgreementSuit   SuitType = "agreement" // 行政协议诉讼
	PublicSuit      SuitType = "public"    // 行政公益诉讼
	EnforcementSuit SuitType = "enforce"   // 非诉执行, no suit in the counts of suits
)

// Enforcement reports whether a case of the register of suits is none (非诉执行): it is registered so, or it began with a demand or an
// application for enforcement.
func (c *Case) Enforcement() bool {
	return c.Kind == Litigation && (c.Suit != nil && c.Suit.Type == EnforcementSuit || procedure.EnforcementCase(c.Acts))
}

// suitTypes are read only, in the order of forms.
var suitTypes = []struct {
	code  SuitType
	label string
}{{OrdinarySuit, "行政诉讼"}, {DamagesSuit, "行政赔偿诉讼"}, {AgreementSuit, "行政协议诉讼"}, {PublicSuit, "行政公益诉讼"}, {EnforcementSuit, "非诉执行"}}

// SuitTypes lists the kinds of suits.
func SuitTypes() []SuitType {
	out := make([]SuitType, len(suitTypes))
	for i, t := range suitTypes {
		out[i] = t.code
	}
	return out
}

// Label is the Chinese name of the kind.
func (t SuitType) Label() string {
	for _, x := range suitTypes {
		if x.code == t {
			return x.label
		}
	}
	return ""
}

// Instance is 审级.
type Instance string

// Instances.
const (
	First   Instance = "first"   // 一审
	Second  Instance = "second"  // 二审
	Retrial Instance = "retrial" // 再审
)

// Label is 一审, 二审 or 再审.
func (i Instance) Label() string {
	return map[Instance]string{First: "一审", Second: "二审", Retrial: "再审"}[i]
}

// Source is how a suit arose.
type Source string

// Sources.
const (
	Direct               Source = "direct"                // 未经复议直接起诉
	AfterReconsideration Source = "after_reconsideration" // 经复议后起诉
	OverInaction         Source = "inaction"              // 复议机关逾期未作决定后起诉 (XS-26 para 3)
)

// Sources lists how suits arise.
func Sources() []Source { return []Source{Direct, AfterReconsideration, OverInaction} }

// Label is the Chinese name of the source.
func (s Source) Label() string {
	return map[Source]string{Direct: "直接起诉", AfterReconsideration: "复议后起诉", OverInaction: "复议逾期后起诉"}[s]
}

// Reviewed reports whether a reconsideration came first, decided or not: both count as 复议后应诉.
func (s Source) Reviewed() bool { return s == AfterReconsideration || s == OverInaction }

// Capacity is in what capacity an organ is sued (被告身份, XS-26).
type Capacity string

// Capacities of a defendant.
const (
	OriginalOrgan Capacity = "original" // 作出原行政行为的机关
	SoleReviewer  Capacity = "sole"     // 复议机关，单独被告
	JointReviewer Capacity = "joint"    // 复议机关，共同被告
)

// Capacities lists the capacities.
func Capacities() []Capacity { return []Capacity{OriginalOrgan, JointReviewer, SoleReviewer} }

// Label is the Chinese name of the capacity, "" if it is not known.
func (c Capacity) Label() string {
	return map[Capacity]string{OriginalOrgan: "作出原行政行为的机关", SoleReviewer: "复议机关（单独被告）", JointReviewer: "复议机关（共同被告）"}[c]
}

// Course is the proceeding that the case's acts belong to: reconsideration, or a suit of its instance.
func (c *Case) Course() procedure.Course {
	switch {
	case c.Kind != Litigation:
		return procedure.ReviewCourse
	case c.Suit != nil && c.Suit.Instance == Second:
		return procedure.SecondCourse
	case c.Suit != nil && c.Suit.Instance == Retrial:
		return procedure.RetrialCourse
	}
	return procedure.FirstCourse
}
