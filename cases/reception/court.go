package reception

import (
	"slices"
	"strings"

	"fuyi/cases"
)

// CourtHint says that a suit against a government of the county level or above belongs to the intermediate court (行政诉讼法第15条), where
// a basic court is named. Beside the organ of the original act as co-defendant the government follows that organ's level, so nothing
// is said then. ok is false where nothing is to be said.
func CourtHint(defendants []cases.OrganRecord, court string, i cases.Instance) (h Hint, ok bool) {
	if i != "" && i != cases.First || !basicCourt(court) || len(defendants) == 0 {
		return Hint{}, false
	}
	if slices.ContainsFunc(defendants, func(o cases.OrganRecord) bool { return !countyGovernment(o) }) {
		return Hint{}, false
	}
	return Hint{Answer: No, Title: "管辖法院", Text: "县级以上地方人民政府单独为被告的第一审案件由中级人民法院管辖，这里写的是基层人民法院，请核对应诉通知书。", Basis: "《行政诉讼法》第15条"}, true
}

// basicCourt reports whether a name is that of a basic court (基层人民法院).
func basicCourt(name string) bool {
	return strings.HasSuffix(name, "人民法院") && !strings.Contains(name, "中级") && !strings.Contains(name, "高级") && !strings.Contains(name, "最高")
}

// countyGovernment reports whether an organ is a government of the county level or above; 乡镇 are below it.
func countyGovernment(o cases.OrganRecord) bool {
	return strings.HasSuffix(o.Name, "政府") && o.Kind != cases.Township && o.Kind != cases.Subdistrict
}
