package identity

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

var today = calendar.New(2026, 7, 1)

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		kind         cases.IDKind
		organisation bool
		number       string
		sex, born    string
		party        cases.PartyKind
		warning      string
	}{
		{"", false, "11010519491231002X", "女", "1949-12-31", "", ""},
		{"", false, "１１０１０５１９４９１２３１００２ｘ", "女", "1949-12-31", "", ""},
		{"", false, "440524188001010014", "男", "1880-01-01", "", ""},
		{"", false, "110105194912310021", "女", "1949-12-31", "", "末位应为X"},
		{"", false, "1101051949123100", "", "", "", "现在是16位"},
		{"", false, "110105491231002", "女", "1949-12-31", "", "11010519491231002X"},
		{"", false, "", "", "", "", ""},
		{cases.Passport, false, "E12345678", "", "", "", ""},
		{"", true, "91350100M000100Y43", "", "", cases.LegalPerson, ""},
		{"", true, "91110000802100433B", "", "", cases.LegalPerson, ""},
		{"", true, "9144030071526726xg", "", "", cases.LegalPerson, ""},
		{"", true, "9144030071526726XH", "", "", "", "末位应为G"},
		{"", true, "914403007152672", "", "", "", "应为18位"},
		{cases.OrganisationID, true, "71526726-X", "", "", "", ""},
		{cases.OrganisationID, true, "71526726-1", "", "", "", "组织机构代码"},
	} {
		r := Check(c.kind, c.organisation, c.number, today)
		if r.Sex != c.sex || r.Born.String() != c.born || r.Party != c.party || !strings.Contains(r.Warning, c.warning) || (c.warning == "") != (r.Warning == "") {
			t.Errorf("%q: %+v", c.number, r)
		}
	}
	if r := Check("", false, "110105202612310"+"02", today); r.Warning == "" {
		t.Error("a short number passes")
	}
}

// made is a valid number for a day of birth.
func made(area string, born calendar.Date, sequence string) string {
	s := area + strings.ReplaceAll(born.String(), "-", "") + sequence
	return s + string(checkID(s))
}

func TestBirthDays(t *testing.T) {
	if r := Check("", false, made("320508", calendar.New(2026, 12, 31), "001"), today); !strings.Contains(r.Warning, "晚于今天") {
		t.Errorf("%+v", r)
	}
	s := "320508" + "19990230" + "001"
	if r := Check("", false, s+string(checkID(s)), today); !strings.Contains(r.Warning, "不存在") || !r.Born.IsZero() {
		t.Errorf("%+v", r)
	}
	if r := Check("", false, made("830000", calendar.New(1999, 2, 28), "001"), today); r.Warning != "" || r.Sex != "男" {
		t.Errorf("a residence permit: %+v", r)
	}
	if r := Check("", false, made("880000", calendar.New(1999, 2, 28), "001"), today); !strings.Contains(r.Warning, "地区代码") {
		t.Errorf("an area that is none: %+v", r)
	}
	for day, want := range map[calendar.Date]int{calendar.New(2008, 7, 1): 18, calendar.New(2008, 7, 2): 17, calendar.New(2008, 6, 30): 18, calendar.New(2008, 8, 1): 17} {
		if got := Age(day, today); got != want {
			t.Errorf("born %v: %d", day, got)
		}
	}
}

// A valid number of any person passes and tells day and sex; with one digit changed it warns.
func TestOneWrongDigitIsNoticed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		born := calendar.New(1940, 1, 1).AddDays(rapid.IntRange(0, 31000).Draw(t, "born"))
		sequence := rapid.StringMatching(`[0-9]{3}`).Draw(t, "sequence")
		s := made("320508", born, sequence)
		r := Check("", false, s, today)
		if r.Warning != "" || r.Born != born || (r.Sex == "男") != ((sequence[2]-'0')%2 == 1) {
			t.Fatalf("%s: %+v", s, r)
		}
		at, by := rapid.IntRange(0, 16).Draw(t, "at"), rapid.IntRange(1, 9).Draw(t, "by")
		b := []byte(s)
		b[at] = '0' + (b[at]-'0'+byte(by))%10
		if r := Check("", false, string(b), today); r.Warning == "" {
			t.Fatalf("%s passes for %s", b, s)
		}
	})
}

// The kind that was not told is the usual one, unless the number is without doubt another.
func TestKindsAreGuessed(t *testing.T) {
	abroad := made("911156", calendar.New(1987, 5, 18), "123")
	for _, c := range []struct {
		organisation bool
		number       string
		want         cases.IDKind
		warns        bool
	}{
		{false, "11010519491231002X", cases.ResidentID, false}, {false, "110105194912310021", cases.ResidentID, true},
		{false, abroad, cases.ForeignerID, false}, {false, "9144030071526726XG", cases.CreditCode, false},
		{true, "9144030071526726XG", cases.CreditCode, false}, {true, "9144030071526726XH", cases.CreditCode, true},
		{true, "71526726-X", cases.OrganisationID, false}, {true, "9", cases.CreditCode, true},
	} {
		if r := Check("", c.organisation, c.number, today); r.Kind != c.want || (r.Warning != "") != c.warns {
			t.Errorf("%v %s: %+v", c.organisation, c.number, r)
		}
	}
	if r := Check(cases.ForeignerID, false, abroad, today); r.Sex != "男" || r.Born != calendar.New(1987, 5, 18) {
		t.Errorf("%+v", r)
	}
	wrong := abroad[:17] + string("0123456789"[(strings.IndexByte("0123456789X", abroad[17])+1)%10])
	if r := Check(cases.ForeignerID, false, wrong, today); !strings.Contains(r.Warning, "校验位") {
		t.Errorf("%+v", r)
	}
}

// A valid credit code passes; with one character changed it warns.
func TestOneWrongCharacterOfACodeIsNoticed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`91[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{9}`).Draw(t, "code")
		s += string(checkCredit(s))
		if r := Check(cases.CreditCode, true, s, today); r.Warning != "" || r.Party != cases.LegalPerson {
			t.Fatalf("%s: %+v", s, r)
		}
		at, by := rapid.IntRange(0, 17).Draw(t, "at"), rapid.IntRange(1, 30).Draw(t, "by")
		b := []byte(s)
		b[at] = creditLetters[(strings.IndexByte(creditLetters, b[at])+by)%31]
		if r := Check(cases.CreditCode, true, string(b), today); r.Warning == "" {
			t.Fatalf("%s passes for %s", b, s)
		}
	})
}

func TestPhones(t *testing.T) {
	for s, want := range map[string]struct {
		normal string
		fine   bool
	}{"139 0000 0312": {"13900000312", true}, "１３９００００００００": {"13900000000", true}, "+8613900000000": {"13900000000", true},
		"0512-65220000": {"0512-65220000", true}, "65220000": {"65220000", true}, "12345": {"12345", true}, "1390000031": {"1390000031", false},
		"电话": {"电话", false}, "": {"", true}, "4008001234": {"4008001234", true},
		"86220000": {"86220000", true}, "86 139 0000 0000": {"13900000000", true}, "（0512）65220000": {"0512-65220000", true},
		"0512-65220000转8012": {"0512-65220000转8012", true}, "0512-65220000转": {"0512-65220000转", false}, "86": {"86", false}, "+86": {"+86", false}} {
		normal, warning := Phone(s)
		if normal != want.normal || (warning == "") != want.fine {
			t.Errorf("%q: %q, %q", s, normal, warning)
		}
	}
}
