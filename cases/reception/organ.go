package reception

import (
	"strings"

	"fuyi/cases"
)

// organSign tells an organ from the end of its name. Where level is "", the area in the name decides, and where that says
// nothing, otherwise; a kind of "" is that of a department of the level.
type organSign struct {
	ends             string
	kind             cases.OrganKind
	level, otherwise cases.OrganLevel
}

// organSigns are the ends of names, the more special first; read only.
var organSigns = []organSign{
	{"街道办事处", cases.Subdistrict, cases.TownshipLevel, ""}, {"街道办", cases.Subdistrict, cases.TownshipLevel, ""},
	{"派出所", cases.Outpost, cases.TownshipLevel, ""}, {"监管所", cases.Outpost, cases.TownshipLevel, ""},
	{"税务总局", cases.Vertical, cases.StateLevel, ""}, {"海关总署", cases.Vertical, cases.StateLevel, ""},
	{"税务局", cases.Vertical, "", cases.DistrictLevel}, {"海关", cases.Vertical, cases.CityLevel, ""},
	{"国家安全局", cases.Vertical, cases.CityLevel, ""}, {"分局", cases.CityOutpost, cases.DistrictLevel, ""},
	{"区司法局", cases.JusticeBureau, cases.DistrictLevel, ""}, {"县司法局", cases.JusticeBureau, cases.DistrictLevel, ""},
	{"国务院", cases.OtherOrgan, cases.StateLevel, ""}, {"厅", cases.OtherOrgan, cases.ProvinceLevel, ""}, {"部", "", "", ""},
	{"局", "", "", cases.CityLevel}, {"委员会", "", "", cases.CityLevel}, {"管委会", "", "", cases.CityLevel}, {"委", "", "", cases.CityLevel},
}

// departmentKinds are the kinds of departments by their level, read only.
var departmentKinds = map[cases.OrganLevel]cases.OrganKind{cases.DistrictLevel: cases.Department, cases.CityLevel: cases.CityOrgan}

// governmentKinds are the kinds of governments by their level, read only.
var governmentKinds = map[cases.OrganLevel]cases.OrganKind{
	cases.TownshipLevel: cases.Township, cases.DistrictLevel: cases.DistrictGovernment, cases.CityLevel: cases.CityOrgan,
}

// organFields tell the administrative field (行政管理类别) from a word in an organ's name, read only.
var organFields = []struct{ word, field string }{
	{"公安", "公安"}, {"派出所", "公安"}, {"交警", "公安"}, {"市场监督", "市场监管"}, {"自然资源", "自然资源"}, {"规划", "自然资源"},
	{"住房", "城乡建设"}, {"城乡建设", "城乡建设"}, {"征收", "房屋征补"}, {"人力资源", "人力社保"}, {"社会保", "人力社保"},
	{"医疗保障", "人力社保"}, {"生态环境", "生态环境"}, {"交通", "交通运输"}, {"卫生", "卫生健康"}, {"农业", "农业农村"},
	{"民政局", "民政"}, {"教育", "教育"}, {"司法", "司法行政"}, {"城市管理", "城市管理"}, {"综合行政执法", "城市管理"}, {"税务", "税务"},
}

// GuessOrgan fills in kind, level and field of an organ as its name tells them, for the clerk to check. A government may be
// written in full or short (姑苏区政府). A county-level city (县级市) is known only by the city that stands before it.
func GuessOrgan(name string) cases.OrganRecord {
	o := cases.OrganRecord{Name: strings.TrimSpace(name)}
	o.Kind, o.Level = guessKind(strings.Join(strings.Fields(name), ""))
	for _, f := range organFields {
		if strings.Contains(name, f.word) {
			o.Field = f.field
			break
		}
	}
	return o
}

func guessKind(name string) (cases.OrganKind, cases.OrganLevel) {
	if area, ok := cases.GovernmentArea(name); ok {
		level := areaLevel(area)
		if strings.HasSuffix(area, "镇") || strings.HasSuffix(area, "乡") {
			level = cases.TownshipLevel
		}
		return kindOf(governmentKinds, level), level
	}
	for _, s := range organSigns {
		if !strings.HasSuffix(name, s.ends) {
			continue
		}
		level := s.level
		if level == "" {
			level = areaLevel(name)
		}
		if level == "" {
			level = s.otherwise
		}
		if s.kind != "" {
			return s.kind, level
		}
		return kindOf(departmentKinds, level), level
	}
	return cases.OtherOrgan, ""
}

func kindOf(kinds map[cases.OrganLevel]cases.OrganKind, level cases.OrganLevel) cases.OrganKind {
	if k, ok := kinds[level]; ok {
		return k
	}
	return cases.OtherOrgan
}

// areaLevel is the level of the smallest area named in an organ's name, "" if there is none.
func areaLevel(name string) cases.OrganLevel {
	area := areaWords().Replace(name)
	cities := strings.Count(area, "市") + strings.Count(area, "自治州")
	switch {
	case strings.ContainsAny(area, "区县旗"), cities > 1:
		return cases.DistrictLevel
	case cities == 1:
		return cases.CityLevel
	case strings.Contains(area, "省"):
		return cases.ProvinceLevel
	case strings.HasPrefix(area, "国家"), strings.HasPrefix(area, "中华人民共和国"), strings.HasPrefix(area, "国务院"), strings.HasSuffix(area, "部"):
		return cases.StateLevel
	}
	return ""
}

// areaWords takes out of a name the words that look like those of an area, and writes the areas of a province's rank alike.
func areaWords() *strings.Replacer {
	return strings.NewReplacer("市场", "", "城市", "", "市政", "", "市容", "", "社区", "", "自治区", "省",
		"北京市", "北京省", "上海市", "上海省", "天津市", "天津省", "重庆市", "重庆省")
}
