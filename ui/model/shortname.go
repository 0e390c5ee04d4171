package model

import (
	"fmt"
	"strings"
)

// ShortNames writes names of organs without what all organs of the district begin with: 苏州市姑苏区城市管理委员会 is 城市管理委员会 there, and
// the government itself 区政府.
type ShortNames struct{ prefix string }

// NewShortNames takes the district from the full name of its government.
func NewShortNames(government string) ShortNames {
	prefix, ok := strings.CutSuffix(government, "人民政府")
	if !ok {
		return ShortNames{}
	}
	return ShortNames{prefix}
}

// Of is the short name of an organ, the name itself where it is no organ of the district.
func (s ShortNames) Of(name string) string {
	rest, ok := strings.CutPrefix(name, s.prefix)
	switch {
	case s.prefix == "" || !ok || rest == "":
		return name
	case rest == "人民政府":
		last := []rune(s.prefix)
		return string(last[len(last)-1:]) + "政府"
	}
	return rest
}

// Joined names several organs: two of them in short, more as the first and their number.
func (s ShortNames) Joined(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return s.Of(names[0])
	case 2:
		return s.Of(names[0]) + "、" + s.Of(names[1])
	}
	return s.Of(names[0]) + fmt.Sprintf("等%d个", len(names))
}
