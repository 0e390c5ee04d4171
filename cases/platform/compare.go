package platform

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Key makes words comparable: width, letter case, brackets, blanks and punctuation are ways of writing the same.
func Key(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("、,，.。;；:：-—－_·*/\\", r) {
			return -1
		}
		return r
	}, cases.NumberKey(s))
}

// blanks are the keys of words that stand where nothing is to be said; signs alone have an empty key.
var blanks = map[string]bool{"": true, "无": true, "暂无": true, "没有": true, "空": true, "null": true, "none": true, "na": true, "未填": true, "未知": true, "未记载": true}

// Words for yes and no, by their keys.
var (
	yesKeys = map[string]bool{"是": true, "有": true, "√": true, "✓": true, "对": true, "y": true, "yes": true, "true": true, "1": true, "已": true, "出庭": true, "已通知": true, "通知": true, "出声": true, "已出声": true, "败诉": true}
	noKeys  = map[string]bool{"否": true, "未": true, "×": true, "不": true, "n": true, "no": true, "false": true, "0": true, "未出庭": true, "未通知": true, "未出声": true, "胜诉": true}
)

// agrees reports whether a cell of the platform says what the case says.
func (f *field) agrees(card *cases.PlatformField, ours value, theirs string) bool {
	key := Key(theirs)
	switch {
	case f.manner == byYes:
		return agreeYes(ours, theirs)
	case f.manner == byPaper:
		return agreePaper(ours, theirs)
	case blanks[key] || len(ours.parts) == 0:
		return blanks[key] && (len(ours.parts) == 0 || blanks[Key(ours.String())])
	case f.manner == byDay || f.manner == anyDay:
		return agreeDays(ours.parts, theirs, f.manner == anyDay)
	case f.manner == byName:
		return agreeNames(ours.parts, theirs)
	case f.manner == byNumber:
		return cases.NumberKey(ours.String()) == cases.NumberKey(theirs)
	case f.manner == ofAny:
		return agreeWords(card, ours, ofDefendants(theirs))
	}
	return agreeWords(card, ours, theirs)
}

// agreeYes compares yes and no. A list with a word for each defendant or hearing says yes if one of them does.
func agreeYes(ours value, theirs string) bool {
	said := false
	for _, p := range split(theirs) {
		if i := strings.LastIndexAny(p, ":："); i >= 0 {
			p = strings.TrimLeft(p[i:], ":：")
		}
		key := Key(p)
		if !yesKeys[key] && !noKeys[key] && !blanks[key] {
			return false
		}
		said = said || yesKeys[key]
	}
	return said == (ours.String() == "是")
}

// agreePaper compares letters: a yes or a number of letters, days, or the numbers of the papers.
func agreePaper(ours value, theirs string) bool {
	key := Key(theirs)
	switch {
	case noKeys[key] || blanks[key]:
		return len(ours.parts) == 0
	case yesKeys[key]:
		return len(ours.parts) > 0
	case len(ours.parts) == 0:
		return false
	}
	if n, err := strconv.Atoi(strings.TrimSuffix(key, "份")); err == nil && n < 100 {
		return n == max(len(ours.parts), len(ours.also))
	}
	for _, p := range split(theirs) {
		d, err := calendar.Parse(p)
		if err == nil && slices.Contains(ours.parts, d.String()) {
			continue
		}
		if !slices.ContainsFunc(ours.also, func(s string) bool { return cases.NumberKey(s) == cases.NumberKey(p) }) {
			return false
		}
	}
	return true
}

func agreeDays(ours []string, theirs string, some bool) bool {
	var have []string
	for _, p := range split(theirs) {
		d, err := calendar.Parse(p)
		if err != nil {
			return false
		}
		if !slices.Contains(ours, d.String()) {
			return false
		}
		have = appendNew(have, d.String())
	}
	return some || len(have) == len(ours)
}

// split cuts a list as platforms write them.
func split(s string) (out []string) {
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("；;、，,\n\r", r) }) {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

var withOthers = regexp.MustCompile(`^(.*?)等([0-9]{1,4})(?:人|户|位|名|家)?$`)

// agreeNames compares names in any order; 张某等5人 names the first and counts all.
func agreeNames(ours []string, theirs string) bool {
	if Key(strings.Join(ours, "")) == Key(theirs) {
		return true
	}
	keys := map[string]bool{}
	for _, n := range ours {
		keys[Key(n)] = true
	}
	list := splitNames(theirs)
	count := len(list)
	seen := map[string]bool{}
	for i, n := range list {
		k := Key(n)
		if m := withOthers.FindStringSubmatch(k); i == len(list)-1 && m != nil && !keys[k] {
			k = m[1]
			if n, err := strconv.Atoi(m[2]); err == nil {
				count = n
			}
		}
		if !keys[k] {
			return false
		}
		seen[k] = true
	}
	return count == len(ours) && (len(seen) == len(keys) || count > len(list))
}

func splitNames(s string) []string { return split(strings.ReplaceAll(s, "/", "、")) }

// ofDefendants are the words of a list that names the defendants of each, each word once.
func ofDefendants(theirs string) string {
	var out []string
	for _, p := range split(theirs) {
		if i := strings.LastIndexAny(p, ":："); i >= 0 {
			p = strings.TrimLeft(p[i:], ":：")
		}
		if !blanks[Key(p)] {
			out = appendNew(out, p)
		}
	}
	return strings.Join(out, "；")
}

// agreeWords compares words, those of the code table included.
func agreeWords(card *cases.PlatformField, ours value, theirs string) bool {
	list, words := split(theirs), slices.Clone(ours.also)
	if len(ours.parts) == 1 {
		words = append(words, ours.parts[0])
	}
	if len(list) == 1 && includes(card, words, theirs) {
		return true
	}
	if Key(ours.String()) == Key(theirs) {
		return true
	}
	if len(list) != len(ours.parts) {
		return false
	}
	for _, p := range ours.parts {
		if !slices.ContainsFunc(list, func(t string) bool { return includes(card, []string{p}, t) }) {
			return false
		}
	}
	return true
}

// includes reports whether the platform's word stands for one of the office's.
func includes(card *cases.PlatformField, words []string, theirs string) bool {
	key := Key(theirs)
	for _, w := range words {
		if Key(w) == key {
			return true
		}
		for _, c := range card.Codes {
			if Key(c.Ours) == Key(w) && (Key(c.Name) == key && c.Name != "" || Key(c.Code) == key && c.Code != "") {
				return true
			}
		}
	}
	return false
}
