// Package identity checks the numbers by which people and organisations are told apart (证件号码): resident identity numbers
// (GB 11643), unified social credit codes (GB 32100), organisation codes (GB 11714) and telephone numbers.
//
// A check never refuses: old papers contain real errors, and the law asks for the number, not for a valid check digit
// (行政复议法实施条例第二十七条). What does not fit is a sentence for the clerk.
package identity

import (
	"fmt"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Result is what a number tells.
type Result struct {
	// Kind is the kind of the number: the one asked for, or the one its form shows.
	Kind cases.IDKind
	// Normal is the number without blanks, in half width and capital letters.
	Normal string
	// Sex is 男 or 女 and Born the day of birth, where the number tells them, also one with a wrong check digit.
	Sex  string
	Born calendar.Date
	// Party is the kind of party that a credit code stands for, "" if it does not tell.
	Party cases.PartyKind
	// Warning is what does not fit, one sentence; "" for nothing.
	Warning string
}

// Check looks at a number as typed. kind "" stands for the usual one: the resident identity number of a person, the credit
// code of an organisation. today is the day after which nobody is born yet.
func Check(kind cases.IDKind, organisation bool, number string, today calendar.Date) Result {
	r := Result{Kind: kind, Normal: Normal(number)}
	if r.Normal == "" {
		return r
	}
	if kind == "" {
		r.Kind = guess(organisation, r.Normal)
	}
	switch r.Kind {
	case cases.ResidentID:
		resident(&r, today)
	case cases.ForeignerID:
		foreigner(&r, today)
	case cases.CreditCode:
		creditCode(&r)
	case cases.OrganisationID:
		if !validOrganisation(strings.ReplaceAll(r.Normal, "-", "")) {
			r.Warning = "组织机构代码应为8位加1位校验码，请与证书核对。"
		}
	}
	return r
}

// guess is the kind of a number whose kind was not told: the usual one, unless the number is without doubt another, as that of
// the operator of a shop who gives the shop's code. A check digit alone is no proof, one in thirty numbers has it by chance.
func guess(organisation bool, s string) cases.IDKind {
	nine := len(s) == 18 && s[0] == '9'
	switch {
	case organisation && validOrganisation(strings.ReplaceAll(s, "-", "")):
		return cases.OrganisationID
	case organisation:
		return cases.CreditCode
	case nine && digits(s[:17]) && s[17] == checkID(s):
		return cases.ForeignerID
	case nine && !hasDay(s) && strings.Trim(s, creditLetters) == "" && s[17] == checkCredit(s):
		return cases.CreditCode
	}
	return cases.ResidentID
}

// Normal takes blanks out and turns full-width signs and small letters into the usual ones.
func Normal(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			r = r - '！' + '!'
		case r == ' ' || r == '　' || r == '\t' || r == '\n':
			return -1
		}
		if r >= 'a' && r <= 'z' {
			r += 'A' - 'a'
		}
		return r
	}, s)
}

// resident reads an 18-digit number, also that of a residence permit for compatriots, or an old one of 15 digits.
func resident(r *Result, today calendar.Date) {
	s := r.Normal
	switch {
	case len(s) == 15 && digits(s):
		long := s[:6] + "19" + s[6:]
		r.Warning = fmt.Sprintf("这是15位的旧身份证号码，对应的18位号码是%s，请与证件核对。", long+string(checkID(long)))
		birth(r, s[:6]+"19"+s[6:], today)
		return
	case len(s) != 18 || !digits(s[:17]) || !digits(s[17:]) && s[17] != 'X':
		r.Warning = fmt.Sprintf("身份证号码应为18位数字（末位可以是X），现在是%d位，请与证件核对。", len([]rune(s)))
		return
	}
	if want := checkID(s); s[17] != want {
		r.Warning = fmt.Sprintf("身份证号码的校验位不对：按前17位末位应为%c。请与证件核对，证件确是这样写的可以照录。", want)
	} else if !area(s[:2]) {
		r.Warning = "身份证号码的前两位“" + s[:2] + "”不是省级地区代码，请与证件核对。"
	}
	birth(r, s, today)
}

// foreigner reads a permanent residence identity: 18 digits that begin with 9 since 2023, before that 15 characters.
func foreigner(r *Result, today calendar.Date) {
	switch s := r.Normal; {
	case len(s) == 15:
	case len(s) == 18 && s[0] == '9' && digits(s[:17]):
		if want := checkID(s); s[17] != want {
			r.Warning = fmt.Sprintf("外国人永久居留身份证号码的校验位不对：按前17位末位应为%c。请与证件核对，证件确是这样写的可以照录。", want)
		}
		birth(r, s, today)
	default:
		r.Warning = "外国人永久居留身份证号码应为9开头的18位，旧版为15位，请与证件核对。"
	}
}

// hasDay reports whether a day stands where a resident's number has the day of birth.
func hasDay(s string) bool {
	_, err := calendar.ParseISO(s[6:10] + "-" + s[10:12] + "-" + s[12:14])
	return err == nil
}

// birth reads day of birth and sex from a number of 17 digits or more.
func birth(r *Result, s string, today calendar.Date) {
	born, err := calendar.ParseISO(s[6:10] + "-" + s[10:12] + "-" + s[12:14])
	if err != nil || born.Year() < 1880 {
		r.Warning = "身份证号码中的出生日期“" + s[6:14] + "”不存在，请与证件核对。"
		return
	}
	if born > today {
		r.Warning = "身份证号码中的出生日期" + born.String() + "晚于今天，请与证件核对。"
		return
	}
	r.Born, r.Sex = born, "女"
	if (s[16]-'0')%2 == 1 {
		r.Sex = "男"
	}
}

// checkID is the check digit for the first 17 digits: ISO 7064 MOD 11-2.
func checkID(s string) byte {
	weights := [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		sum += int(s[i]-'0') * w
	}
	return "10X98765432"[sum%11]
}

// area reports whether two digits are those of a province, or of a residence permit (81 to 83).
func area(s string) bool {
	return strings.Contains(" 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 ", " "+s+" ")
}

const creditLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY"

func creditCode(r *Result) {
	s := r.Normal
	if len(s) != 18 || strings.Trim(s, creditLetters) != "" {
		r.Warning = "统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z），请与执照或证书核对。"
		return
	}
	if want := checkCredit(s); s[17] != want {
		r.Warning = fmt.Sprintf("统一社会信用代码的校验位不对：按前17位末位应为%c。请与执照或证书核对，确是这样写的可以照录。", want)
		return
	}
	r.Party = map[string]cases.PartyKind{"11": cases.Organ, "91": cases.LegalPerson, "92": cases.SoleTrader, "93": cases.LegalPerson,
		"12": cases.LegalPerson, "13": cases.LegalPerson, "51": cases.LegalPerson, "52": cases.LegalPerson, "53": cases.LegalPerson, "N1": cases.Collective}[s[:2]]
}

// checkCredit is the check character for the first 17 characters.
func checkCredit(s string) byte {
	sum, weight := 0, 1
	for i := range 17 {
		sum += strings.IndexByte(creditLetters, s[i]) * weight
		weight = weight * 3 % 31
	}
	return creditLetters[(31-sum%31)%31]
}

// validOrganisation checks an organisation code of nine characters.
func validOrganisation(s string) bool {
	if len(s) != 9 {
		return false
	}
	weights := [8]int{3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			sum += int(c-'0') * w
		case c >= 'A' && c <= 'Z':
			sum += int(c-'A'+10) * w
		default:
			return false
		}
	}
	return s[8] == "0123456789X0"[(11-sum%11)%12]
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// Phone looks at telephone numbers as typed, several separated by 、 or commas: mobile numbers, or fixed ones with or without
// their area code.
func Phone(s string) (normal, warning string) {
	var all []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、，,；;/", r) }) {
		one, wrong := phone(part)
		if one != "" {
			all = append(all, one)
		}
		if warning == "" {
			warning = wrong
		}
	}
	return strings.Join(all, "、"), warning
}

func phone(s string) (normal, warning string) {
	number, desk, through := strings.Cut(strings.NewReplacer("—", "-", "(", "", ")", "-").Replace(Normal(s)), "转")
	number = strings.Trim(number, "-")
	if normal = number; through {
		normal += "转" + desk
	}
	bare := strings.TrimPrefix(strings.ReplaceAll(number, "-", ""), "+86")
	// 86 also begins numbers of eight digits, so that it is the country's only before a mobile number.
	if len(bare) == 13 {
		bare = strings.TrimPrefix(bare, "86")
	}
	switch {
	case normal == "":
		return "", ""
	case !digits(bare), through && !digits(desk):
		return normal, "电话号码里有不是数字的字符，请核对。"
	case len(bare) == 11 && bare[0] == '1' && bare[1] >= '3':
		return bare, ""
	case bare[0] == '0' && len(bare) >= 10 && len(bare) <= 12, len(bare) == 7, len(bare) == 8 && bare[0] != '1':
		return normal, ""
	case strings.HasPrefix(bare, "400") && len(bare) == 10, len(bare) == 5 && (bare[:2] == "12" || bare[:2] == "95"):
		return normal, ""
	}
	return normal, fmt.Sprintf("电话号码是%d位，手机应为1开头的11位，固定电话应带区号，请核对。", len(bare))
}

// Age is somebody's age in whole years on a day (周岁).
func Age(born, today calendar.Date) int {
	n := today.Year() - born.Year()
	if calendar.New(today.Year(), born.Month(), 1) > calendar.New(today.Year(), today.Month(), 1) ||
		born.Month() == today.Month() && born.Day() > today.Day() {
		n--
	}
	return n
}

// Adult is the age of full capacity (民法典第十七条); below it 法定代理人 acts.
const Adult = 18
