package reception

import (
	"strings"

	"fuyi/cases"
)

// organSigns tell the kind of an organ from the end of its name, the more special first; read only.
var organSigns = []struct {
	ends  string
	kind  cases.OrganKind
	level cases.OrganLevel
}{
	{"街道办事处", cases.Subdistrict, cases.TownshipLevel}, {"镇人民政府", cases.Township, cases.TownshipLevel},
	{"乡人民政府", cases.Township, cases.TownshipLevel}, {"区人民政府", cases.DistrictGovernment, cases.DistrictLevel},
	{"县人民政府", cases.DistrictGovernment, cases.DistrictLevel}, {"市人民政府", cases.CityOrgan, cases.CityLevel},
	{"税务局", cases.Vertical, cases.DistrictLevel}, {"海关", cases.Vertical, cases.CityLevel},
	{"国家安全局", cases.Vertical, cases.CityLevel}, {"派出所", cases.Outpost, cases.TownshipLevel},
	{"区司法局", cases.JusticeBureau, cases.DistrictLevel}, {"县司法局", cases.JusticeBureau, cases.DistrictLevel},
	{"分局", cases.CityOutpost, cases.DistrictLevel}, {"监管所", cases.Outpost, cases.TownshipLevel},
}

// organFields tell the administrative field (行政管理类别) from a word in an organ's name, read only.
var organFields = []struct{ word, field string }{
	{"公安", "公安"}, {"派出所", "公安"}, {"交警", "公安"}, {"市场监督", "市场监管"}, {"自然资源", "自然资源"}, {"规划", "自然资源"},
	{"住房", "城乡建设"}, {"城乡建设", "城乡建设"}, {"征收", "房屋征补"}, {"人力资源", "人力社保"}, {"社会保", "人力社保"},
	{"医疗保障", "人力社保"}, {"生态环境", "生态环境"}, {"交通", "交通运输"}, {"卫生", "卫生健康"}, {"农业", "农业农村"},
	{"民政局", "民政"}, {"教育", "教育"}, {"司法", "司法行政"}, {"城市管理", "城市管理"}, {"综合行政执法", "城市管理"}, {"税务", "税务"},
}

// GuessOrgan fills in kind, level and field of an organ as its name tells them, for the clerk to check.
func GuessOrgan(name string) cases.OrganRecord {
	name = strings.TrimSpace(name)
	o := cases.OrganRecord{Name: name, Kind: cases.OtherOrgan}
	for _, s := range organSigns {
		if strings.HasSuffix(name, s.ends) {
			o.Kind, o.Level = s.kind, s.level
			break
		}
	}
	if body := strings.HasSuffix(name, "局") || strings.HasSuffix(name, "委员会"); o.Level == "" && body {
		o.Kind, o.Level = cases.CityOrgan, cases.CityLevel
		if strings.ContainsAny(name, "区县") {
			o.Kind, o.Level = cases.Department, cases.DistrictLevel
		}
	}
	for _, f := range organFields {
		if strings.Contains(name, f.word) {
			o.Field = f.field
			break
		}
	}
	return o
}
