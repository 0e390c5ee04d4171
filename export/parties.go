package export

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fuyi/cases"
	"fuyi/cases/identity"
)

// joinNames writes names so that splitNames gives them back.
func joinNames(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = n
		if got, count := splitNames(n); len(got) != 1 || got[0] != n || count > 0 || !closed(n) {
			out[i] = "「" + strings.ReplaceAll(n, "」", "」」") + "」"
		}
	}
	return strings.Join(out, "、")
}

// closed reports whether a name has no quotes, and brackets only in pairs: others would reach into the names beside it.
func closed(n string) bool {
	return !strings.ContainsAny(n, "「」") && scan(n, nesting{brackets: true}, func(int, rune, int) {})
}

// andOthers is the end of 张某等5人.
var andOthers = regexp.MustCompile(`等\s*([0-9０-９一二三四五六七八九十百]*)\s*(?:余)?(?:人|户|名)?$`)

func isNameSep(r rune) bool { return isDateSep(r) || r == '/' || r == '／' || r == '\r' }

// splitNames cuts a cell into names. count is the number of persons a cell such as 张某等5人 gives, 0 if it gives none;
// the text keeps 等5人 with the last name, so that nothing is lost.
func splitNames(text string) (names []string, count int) {
	quoted := false
	for _, part := range list(text, isNameSep) {
		if quoted = strings.HasPrefix(part, "「"); quoted {
			names = append(names, unquote(part))
			continue
		}
		names = append(names, splitBlanks(part)...)
	}
	if len(names) > 0 && strings.ContainsRune(text, '等') {
		if m := andOthers.FindStringSubmatch(names[len(names)-1]); m != nil && !quoted {
			count = smallNumber(m[1])
		}
	}
	return names, count
}

// splitBlanks cuts at two and more blanks, but leaves 张  三 whole: names of two signs are set so.
func splitBlanks(s string) []string {
	wide := strings.ReplaceAll(s, "\u3000", "  ")
	if !strings.Contains(wide, "  ") {
		return []string{strings.ReplaceAll(s, "\t", " ")}
	}
	parts := strings.FieldsFunc(strings.ReplaceAll(wide, "  ", "\x00"), func(r rune) bool { return r == 0 })
	for _, p := range parts {
		if utf8.RuneCountInString(strings.TrimSpace(p)) == 1 {
			return []string{strings.Join(strings.Fields(wide), "")}
		}
	}
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// smallNumber reads 5, ５ or 十二; 0 if it is none.
func smallNumber(s string) int {
	half := strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, s)
	if n, err := strconv.Atoi(half); err == nil {
		return n
	}
	total, last := 0, 0
	for _, r := range s {
		switch i := strings.IndexRune("一二三四五六七八九", r); {
		case i >= 0:
			last = i/3 + 1
		case r == '十':
			total, last = total+max(last, 1)*10, 0
		case r == '百':
			total, last = total+max(last, 1)*100, 0
		}
	}
	return total + last
}

// partyDetails writes what the name columns cannot hold: identity numbers, addresses, agents, and whether a party is
// an organisation where its name does not tell.
func partyDetails(c *cases.Case) string {
	var out []string
	for _, p := range c.Parties {
		var props []prop
		for _, x := range []prop{{keyFor, p.For}, {keyID, p.IDNumber}, {keyPhone, p.Phone}, {keyAddress, p.Address}} {
			if x.value != "" {
				props = append(props, x)
			}
		}
		if identity.Organisation(p.Name) != p.Organisation {
			props = append(props, prop{keyNature, nature(p.Organisation)})
		}
		if len(props) > 0 || p.Role == cases.Agent {
			out = append(out, c.RoleLabel(p.Role)+" "+quote(p.Name)+formatProps(props))
		}
	}
	return strings.Join(out, "；")
}

func nature(organisation bool) string {
	if organisation {
		return "组织"
	}
	return "公民"
}

// readDetails adds what partyDetails wrote; it returns the entries it could not place.
func readDetails(c *cases.Case, text string) (unplaced []string) {
	used := make([]bool, len(c.Parties), len(c.Parties)+2)
	for _, part := range list(text, isListSep) {
		head, props, free := cutProps(part)
		label, name, ok := strings.Cut(head, " ")
		role := roleOf(label, c.Kind)
		if !ok || role == "" || free != "" {
			unplaced = append(unplaced, part)
			continue
		}
		name = unquote(name)
		i := findParty(c, used, role, name)
		if i < 0 && role != cases.Agent {
			unplaced = append(unplaced, part)
			continue
		}
		if i < 0 {
			c.Parties = append(c.Parties, cases.Party{Role: role, Name: name, Organisation: identity.Organisation(name)})
			used = append(used, false)
			i = len(c.Parties) - 1
		}
		used[i] = true
		detail(&c.Parties[i], props)
	}
	return unplaced
}

func findParty(c *cases.Case, used []bool, role cases.Role, name string) int {
	for i, p := range c.Parties {
		if p.Role == role && p.Name == name && !used[i] {
			return i
		}
	}
	return -1
}

func detail(p *cases.Party, props []prop) {
	for _, x := range props {
		switch x.key {
		case keyFor:
			p.For = x.value
		case keyID:
			p.IDNumber = x.value
		case keyPhone:
			p.Phone = x.value
		case keyAddress:
			p.Address = x.value
		case keyNature:
			p.Organisation = x.value == "组织"
		}
	}
}

func roleOf(label string, k cases.Kind) cases.Role {
	for _, r := range []cases.Role{cases.Applicant, cases.Respondent, cases.ThirdParty, cases.Agent} {
		if slices.Contains(strings.Split(r.ListLabel(k), "/"), label) {
			return r
		}
	}
	return ""
}
