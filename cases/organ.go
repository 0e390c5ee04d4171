package cases

import (
	"context"
	"strings"
)

// OrganRecord is one organ of the editable directory (机关名录): respondents and defendants to choose from.
type OrganRecord struct {
	// ID is 0 for one not yet stored.
	ID int64
	// Name is the full name (全称), Short a short one used in lists, "" if none.
	Name, Short string
	// Kind decides who has jurisdiction (复议法24, 27, 28); Level is 级别, Field 行政管理类别 that is proposed for its cases.
	Kind  OrganKind
	Level OrganLevel
	Field string
	// Code is 统一社会信用代码; Superior the organ above; Head 负责人, Contact 联系人, Phone and Address for service.
	Code, Superior, Head, Contact, Phone, Address string
	// Inactive organs (已撤销) are kept for old cases and no longer offered; Successor continues their functions.
	Inactive  bool
	Successor string
}

// GovernmentArea is the name of a government without 人民政府 or 政府, as ledgers shorten it, and false for the name of another organ.
func GovernmentArea(name string) (string, bool) {
	short, ok := strings.CutSuffix(name, "政府")
	return strings.TrimSuffix(short, "人民"), ok
}

// OrganKind is what an organ is, as the rules of jurisdiction see it (复议法24, 27, 28; 条例32, 33, 75).
type OrganKind string

// Organ kinds.
const (
	Department         OrganKind = "department"          // 区政府工作部门
	Township           OrganKind = "township"            // 乡镇人民政府
	Subdistrict        OrganKind = "subdistrict"         // 街道办事处
	AuthorisedBody     OrganKind = "authorised"          // 法律、法规、规章授权的组织
	Outpost            OrganKind = "outpost"             // 区政府工作部门的派出机构
	CityOutpost        OrganKind = "city_outpost"        // 市政府工作部门在区设立的派出机构(分局)
	Vertical           OrganKind = "vertical"            // 海关、金融、外汇等垂直领导的机关、税务、国家安全
	JusticeBureau      OrganKind = "justice_bureau"      // 区司法局
	DistrictGovernment OrganKind = "district_government" // 区政府
	InternalUnit       OrganKind = "internal_unit"       // 内设机构
	CoastGuard         OrganKind = "coast_guard"         // 海警
	CityOrgan          OrganKind = "city_organ"          // 市级机关
	OtherOrgan         OrganKind = "other"               // 其他
)

// organKinds are the kinds in the order of the directory, read only.
var organKinds = []struct {
	kind  OrganKind
	label string
}{
	{DistrictGovernment, "区政府"}, {JusticeBureau, "区司法局"}, {Department, "区政府工作部门"}, {Township, "乡镇人民政府"}, {Subdistrict, "街道办事处"},
	{Outpost, "区政府工作部门的派出机构"}, {AuthorisedBody, "法律法规规章授权的组织"}, {CityOutpost, "市政府工作部门设在区的分局"},
	{Vertical, "海关、金融、外汇、税务、国家安全"}, {InternalUnit, "内设机构"}, {CoastGuard, "海警机构"}, {CityOrgan, "市级机关"}, {OtherOrgan, "其他"},
}

// OrganKinds lists the kinds in the order of the directory.
func OrganKinds() []OrganKind {
	out := make([]OrganKind, len(organKinds))
	for i, k := range organKinds {
		out[i] = k.kind
	}
	return out
}

// Label is the Chinese name of the kind, "" for none.
func (k OrganKind) Label() string {
	for _, x := range organKinds {
		if x.kind == k {
			return x.label
		}
	}
	return ""
}

// OrganLevel is the level of an organ (级别).
type OrganLevel string

// Levels.
const (
	TownshipLevel OrganLevel = "township" // 乡级
	DistrictLevel OrganLevel = "district" // 县级
	CityLevel     OrganLevel = "city"     // 市级
	ProvinceLevel OrganLevel = "province" // 省级
	StateLevel    OrganLevel = "state"    // 国家级
)

// Directory keeps the organs.
type Directory interface {
	// Organs lists the directory, active ones first, by kind and name in pinyin order.
	Organs(ctx context.Context) ([]OrganRecord, error)
	// SaveOrgan stores an organ, new or changed, and returns the id. A name that another has is a Conflict.
	SaveOrgan(ctx context.Context, o OrganRecord) (int64, error)
	// RemoveOrgan deletes an organ from the directory; cases keep its name.
	RemoveOrgan(ctx context.Context, id int64) error
}
