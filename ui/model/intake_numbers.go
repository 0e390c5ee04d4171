package model

import (
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// number is what a proof of identity or a phone tells (law.md 5.5). A warning never blocks: old papers hold real errors.
type number struct {
	normal, sex, warning string
	born                 calendar.Date
}

// plain is a number without blanks and hyphens, in half width and capitals.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			r += '!' - '！'
		case r == '　':
			return -1
		}
		if r == ' ' || r == '-' || r == '\t' {
			return -1
		}
		if r >= 'a' && r <= 'z' {
			r += 'A' - 'a'
		}
		return r
	}, text)
}

// readNumber checks the number of a party of a kind.
func readNumber(kind cases.IDKind, organisation bool, text string, today calendar.Date) number {
	n := number{normal: plain(text)}
	switch {
	case n.normal == "":
	case kind == cases.CreditCode, kind == "" && organisation:
		n.creditCode()
	case kind == cases.OrganisationID:
		if !organisationCode(n.normal) {
			n.warning = "组织机构代码的校验码不对，请与证照核对"
		}
	case kind == cases.ResidentID, kind == "", kind == cases.ForeignerID && len(n.normal) == 18:
		n.resident(today)
	}
	return n
}

// residentWeights are those of GB 11643, read only.
var residentWeights = [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}

// resident reads an identity number of 18 places, or an old one of 15 by converting it.
func (n *number) resident(today calendar.Date) {
	id := n.normal
	if len(id) == 15 && digitsOnly(id) {
		id = id[:6] + "19" + id[6:]
		id += string(residentCheck(id))
	}
	if len(id) != 18 || !digitsOnly(id[:17]) {
		n.warning = "身份证号码应为18位，请与证件核对"
		return
	}
	born, err := calendar.ParseISO(id[6:10] + "-" + id[10:12] + "-" + id[12:14])
	switch {
	case err != nil || !today.IsZero() && born > today:
		n.warning = "身份证号码中的出生日期不对，请与证件核对"
		return
	case id[17] != residentCheck(id[:17]):
		n.warning = "身份证号码的校验码不对，可能有一位输错，请与证件核对"
	}
	n.born, n.sex = born, "女"
	if (id[16]-'0')%2 == 1 {
		n.sex = "男"
	}
}

func residentCheck(id string) byte {
	sum := 0
	for i, w := range residentWeights {
		sum += int(id[i]-'0') * w
	}
	return "10X98765432"[sum%11]
}

func digitsOnly(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// creditAlphabet are the characters of GB 32100.
const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

func (n *number) creditCode() {
	if len(n.normal) != 18 || strings.Trim(n.normal, creditAlphabet) != "" {
		n.warning = "统一社会信用代码应为18位，不含字母I、O、S、V、Z，请与证照核对"
		return
	}
	sum, w := 0, 1
	for _, c := range n.normal[:17] {
		sum += strings.IndexRune(creditAlphabet, c) * w
		w = w * 3 % 31
	}
	if creditAlphabet[(31-sum%31)%31] != n.normal[17] {
		n.warning = "统一社会信用代码的校验码不对，可能有一位输错，请与证照核对"
	}
}

// organisationCode checks a code of GB 11714.
func organisationCode(s string) bool {
	if len(s) != 9 {
		return false
	}
	sum := 0
	for i, w := range []int{3, 7, 9, 10, 5, 8, 4, 2} {
		v := strings.IndexByte("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", s[i])
		if v < 0 {
			return false
		}
		sum += v * w
	}
	return "0X987654321"[sum%11] == s[8]
}

// phoneWarning checks a mobile or fixed number; several may be separated by 、.
func phoneWarning(text string) string {
	for _, one := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、，,;；/", r) }) {
		s := strings.TrimPrefix(plain(one), "+86")
		mobile := len(s) == 11 && s[0] == '1'
		fixed := len(s) >= 7 && len(s) <= 12 && s[0] != '1'
		if !digitsOnly(s) || !mobile && !fixed {
			return "电话号码的位数不对，请核对"
		}
	}
	return ""
}

// numbers warns below the numbers of the parties.
func (in *Intake) numbers(x IntakeContext, warnings map[string]string) {
	at := map[cases.Role]int{}
	for _, p := range in.Parties {
		i := at[p.Role]
		at[p.Role]++
		if w := readNumber(p.IDKind, p.Organisation, p.IDNumber, x.Today).warning; w != "" {
			warnings[PartyID(p.Role, i, "id")] = w
		}
		if w := phoneWarning(p.Phone); w != "" {
			warnings[PartyID(p.Role, i, "phone")] = w
		}
	}
}

// Derive fills in what the page tells by itself: the kind of a party from its name, sex and day of birth from the identity
// number. It gives the parties that changed; what the clerk typed stays.
func (in *Intake) Derive(today calendar.Date) []*PartyForm {
	var out []*PartyForm
	for _, p := range in.Parties {
		changed := p.guess()
		if p.derive(today) {
			changed = true
		}
		if changed {
			out = append(out, p)
		}
	}
	return out
}

func (p *PartyForm) derive(today calendar.Date) bool {
	if p.Organisation || p.IDNumber == p.Filled {
		return false
	}
	n := readNumber(p.IDKind, false, p.IDNumber, today)
	if n.born.IsZero() {
		return false
	}
	old := readNumber(p.IDKind, false, p.Filled, today)
	changed := false
	if p.Sex == "" || p.Sex == old.sex {
		p.Sex, changed = n.sex, true
	}
	if p.BornText == "" || !old.born.IsZero() && p.BornText == old.born.String() {
		p.BornText, changed = n.born.String(), true
	}
	p.Filled = p.IDNumber
	return changed
}
