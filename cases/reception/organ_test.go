package reception

import (
	"testing"

	"fuyi/cases"
)

// A name alone tells the kind and level that the forms sort a respondent by, in full and as ledgers shorten it.
func TestOrganFromItsName(t *testing.T) {
	for _, c := range []struct {
		name  string
		kind  cases.OrganKind
		level cases.OrganLevel
	}{
		{"苏州市姑苏区人民政府", cases.DistrictGovernment, cases.DistrictLevel}, {"姑苏区政府", cases.DistrictGovernment, cases.DistrictLevel},
		{"区政府", cases.DistrictGovernment, cases.DistrictLevel}, {"某县人民政府", cases.DistrictGovernment, cases.DistrictLevel},
		{"苏州市昆山市人民政府", cases.DistrictGovernment, cases.DistrictLevel}, {"苏州市人民政府", cases.CityOrgan, cases.CityLevel},
		{"苏州市政府", cases.CityOrgan, cases.CityLevel}, {"延边朝鲜族自治州人民政府", cases.CityOrgan, cases.CityLevel},
		{"江苏省人民政府", cases.OtherOrgan, cases.ProvinceLevel}, {"江苏省政府", cases.OtherOrgan, cases.ProvinceLevel},
		{"广西壮族自治区人民政府", cases.OtherOrgan, cases.ProvinceLevel}, {"上海市人民政府", cases.OtherOrgan, cases.ProvinceLevel},
		{"北京市海淀区人民政府", cases.DistrictGovernment, cases.DistrictLevel}, {"某县某镇人民政府", cases.Township, cases.TownshipLevel},
		{"某乡政府", cases.Township, cases.TownshipLevel}, {"平江街道办事处", cases.Subdistrict, cases.TownshipLevel},
		{"苏州市姑苏区民政局", cases.Department, cases.DistrictLevel}, {"苏州市公安局", cases.CityOrgan, cases.CityLevel},
		{"苏州市市场监督管理局", cases.CityOrgan, cases.CityLevel}, {"江苏省市场监督管理局", cases.OtherOrgan, cases.ProvinceLevel},
		{"江苏省公安厅", cases.OtherOrgan, cases.ProvinceLevel}, {"北京市公安局", cases.OtherOrgan, cases.ProvinceLevel},
		{"江苏省苏州市公安局", cases.CityOrgan, cases.CityLevel}, {"苏州市公安局姑苏分局", cases.CityOutpost, cases.DistrictLevel},
		{"国家税务总局苏州市税务局", cases.Vertical, cases.CityLevel}, {"国家税务总局苏州市姑苏区税务局", cases.Vertical, cases.DistrictLevel},
		{"国家税务总局", cases.Vertical, cases.StateLevel}, {"公安部", cases.OtherOrgan, cases.StateLevel}, {"国家知识产权局", cases.OtherOrgan, cases.StateLevel},
		{"城市管理局", cases.CityOrgan, cases.CityLevel}, {"某某中心", cases.OtherOrgan, ""},
	} {
		if o := GuessOrgan(c.name); o.Kind != c.kind || o.Level != c.level {
			t.Errorf("%s is %s of level %s, want %s, %s", c.name, o.Kind, o.Level, c.kind, c.level)
		}
	}
}
