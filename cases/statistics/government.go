package statistics

import "strings"

// levels are the words that end the name of an area with a government of its own that may be sued as 区政府; 乡, 镇 and
// 街道 are not among them.
var levels = []string{"区", "县", "旗", "市"}

// OwnGovernment reports whether a name in a case is the office's own government (本级人民政府). Ledgers write it in full,
// as 姑苏区政府 or as 区政府, so short forms are taken for it when they fit the organ's full name. Without an organ in
// the settings every government of a district, county, banner or city is taken for it.
func OwnGovernment(name, organ string) bool {
	n, o := shortGovernment(name), shortGovernment(organ)
	if n == "" {
		return false
	}
	if n == o {
		return true
	}
	if !ofArea(n) || o != "" && !ofArea(o) {
		return false
	}
	return o == "" || tailOf(n, o) || tailOf(o, n)
}

// Government reports whether a name is that of a people's government (人民政府), written in full or as 姑苏区政府.
func Government(name string) bool { return strings.HasSuffix(shortGovernment(name), "政府") }

// shortGovernment writes 人民政府 as 政府 and drops blanks, so that the two ways to write a name agree.
func shortGovernment(name string) string {
	name = strings.Join(strings.Fields(name), "")
	return strings.Replace(name, "人民政府", "政府", 1)
}

// ofArea reports whether the name is that of the government of an area in levels.
func ofArea(n string) bool {
	area, ok := strings.CutSuffix(n, "政府")
	return ok && endsInLevel(area)
}

func endsInLevel(area string) bool {
	for _, l := range levels {
		if strings.HasSuffix(area, l) {
			return true
		}
	}
	return false
}

// tailOf reports whether short is long without the names of the areas above it (苏州市|姑苏区政府), or without any name
// at all (区政府).
func tailOf(short, long string) bool {
	above, ok := strings.CutSuffix(long, short)
	if !ok {
		return false
	}
	if len([]rune(short)) == len([]rune("区政府")) {
		return true
	}
	for _, l := range append([]string{"省", "州", "盟"}, levels...) {
		if strings.HasSuffix(above, l) {
			return true
		}
	}
	return false
}
