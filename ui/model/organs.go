package model

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/mozillazg/go-pinyin"

	"fuyi/cases"
	"fuyi/cases/identity"
	"fuyi/cases/reception"
)

// named is a code with its Chinese name.
type named[C comparable] struct {
	code  C
	label string
}

func labelOf[C comparable](table []named[C], code C) string {
	for _, n := range table {
		if n.code == code {
			return n.label
		}
	}
	return ""
}

func codesIn[C comparable](table []named[C]) []C {
	out := make([]C, len(table))
	for i, n := range table {
		out[i] = n.code
	}
	return out
}

// organLevels are the levels, read only.
var organLevels = []named[cases.OrganLevel]{
	{cases.TownshipLevel, "乡级"}, {cases.DistrictLevel, "县级"}, {cases.CityLevel, "市级"}, {cases.ProvinceLevel, "省级"},
	{cases.StateLevel, "国家级"},
}

// OrganLevels lists the levels of organs from below.
func OrganLevels() []cases.OrganLevel { return codesIn(organLevels) }

// OrganLevelLabel is the Chinese name of a level, "" for none.
func OrganLevelLabel(l cases.OrganLevel) string { return labelOf(organLevels, l) }

// UsualOrgan is a respondent of the office's cases that the directory does not have.
type UsualOrgan struct {
	Name  string
	Cases int
}

// OrganBook is the directory (机关名录) and what could be added to it.
type OrganBook struct {
	Organs []cases.OrganRecord
	Usual  []UsualOrgan
}

// usualOrgans is how many respondents outside the directory are offered.
const usualOrgans = 20

// LoadOrgans reads the directory and counts the respondents of all cases that it does not have, the most frequent first.
func LoadOrgans(ctx context.Context, o Office) (OrganBook, error) {
	var b OrganBook
	var err error
	if b.Organs, err = o.Organs(ctx); err != nil {
		return b, err
	}
	known := map[string]bool{}
	for _, r := range b.Organs {
		known[r.Name], known[r.Short] = true, true
	}
	page, err := o.List(ctx, cases.Query{})
	if err != nil {
		return b, err
	}
	b.Usual = usedOrgans(page.Rows, known)
	b.Usual = b.Usual[:min(len(b.Usual), usualOrgans)]
	return b, nil
}

// CheckOrgan says what is wrong with an organ before it is stored, by field; warnings are what may stand nevertheless.
func CheckOrgan(r cases.OrganRecord, all []cases.OrganRecord) (bad, warnings map[string]string) {
	bad, warnings = map[string]string{}, map[string]string{}
	if strings.TrimSpace(r.Name) == "" {
		bad["name"] = "请填写机关全称"
	}
	for _, other := range all {
		if other.ID != r.ID && other.Name == strings.TrimSpace(r.Name) && r.Name != "" {
			bad["name"] = "名录里已有同名的机关，请直接修改那一条"
		}
	}
	if r.Kind == "" {
		bad["kind"] = "请选择机关种类，管辖提示以它为准"
	}
	if w := identity.Check(cases.CreditCode, true, r.Code, 0).Warning; w != "" {
		warnings["code"] = w
	}
	return bad, warnings
}

// OrganIndex finds organs of the directory as a clerk types: by part of the full or short name, or pinyin initials.
type OrganIndex struct{ entries []organEntry }

type organEntry struct {
	organ    cases.OrganRecord
	initials string
	// used is in how many cases a name stands that the directory does not have, 0 for an organ of the directory.
	used int
}

// NewOrganIndex prepares the active organs.
func NewOrganIndex(all []cases.OrganRecord) *OrganIndex {
	x := &OrganIndex{}
	for _, r := range all {
		if !r.Inactive {
			x.entries = append(x.entries, organEntry{r, initials(r.Name) + " " + initials(r.Short), 0})
		}
	}
	return x
}

// usedCases bounds how many of the newest cases are looked through for names of organs.
const usedCases = 3000

// LoadOrganIndex prepares what the registration proposes: the directory, the office's own government, and the organs that stand in cases
// without being in the directory. Errors are those of the office.
func LoadOrganIndex(ctx context.Context, o Office, own string) (*OrganIndex, error) {
	all, err := o.Organs(ctx)
	if err != nil {
		return nil, err
	}
	x := NewOrganIndex(all)
	page, err := o.List(ctx, cases.Query{Limit: usedCases})
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, r := range all {
		known[r.Name], known[r.Short] = true, true
	}
	if own != "" && !known[own] {
		known[own] = true
		x.entries = append(x.entries, organEntry{reception.GuessOrgan(own), initials(own), 0})
	}
	for _, u := range usedOrgans(page.Rows, known) {
		x.entries = append(x.entries, organEntry{reception.GuessOrgan(u.Name), initials(u.Name), u.Cases})
	}
	return x, nil
}

// usedOrgans counts the respondents of cases that the directory does not have, the most frequent first.
func usedOrgans(rows []cases.Row, known map[string]bool) []UsualOrgan {
	count := map[string]int{}
	for _, r := range rows {
		for _, n := range names(r.Respondents) {
			if !known[n] && identity.Organisation(n) {
				count[n]++
			}
		}
	}
	var out []UsualOrgan
	for n, c := range count {
		out = append(out, UsualOrgan{n, c})
	}
	slices.SortFunc(out, func(x, y UsualOrgan) int { return cmp.Or(-cmp.Compare(x.Cases, y.Cases), cmp.Compare(x.Name, y.Name)) })
	return out
}

// used is in how many cases a name outside the directory stands, 0 for one that the index has not or the directory has.
func (x *OrganIndex) used(name string) int {
	if x != nil {
		for _, e := range x.entries {
			if e.organ.Name == name {
				return e.used
			}
		}
	}
	return 0
}

// Hint is what stands beside an organ that is offered: its level and field, or that only cases have the name.
func (x *OrganIndex) Hint(o cases.OrganRecord) string {
	if n := x.used(o.Name); n > 0 {
		return fmt.Sprintf("%d件案件用过", n)
	}
	return OrganLevelLabel(o.Level) + "　" + o.Field
}

// initials are the first letters of the usual reading of each character.
func initials(text string) string {
	var b strings.Builder
	for _, r := range text {
		if readings := pinyin.SinglePinyin(r, pinyin.Args{Style: pinyin.FirstLetter}); len(readings) > 0 {
			b.WriteString(readings[0])
		}
	}
	return b.String()
}

// Find lists organs that match what was typed, names that begin with it first, at most limit.
func (x *OrganIndex) Find(text string, limit int) []cases.OrganRecord {
	text = strings.ToLower(strings.TrimSpace(text))
	if x == nil || text == "" {
		return nil
	}
	var first, rest []cases.OrganRecord
	for _, e := range x.entries {
		switch {
		case strings.HasPrefix(e.organ.Name, text), e.organ.Short != "" && strings.HasPrefix(e.organ.Short, text):
			first = append(first, e.organ)
		case scattered(e.organ.Name, text), strings.Contains(e.organ.Short, text), strings.Contains(e.initials, text):
			rest = append(rest, e.organ)
		}
	}
	out := append(first, rest...)
	return out[:min(len(out), limit)]
}

// scattered reports whether the characters of a part stand in a name in order: 姑苏公安 is in 苏州市公安局姑苏分局 by neither
// order, 市公安分局 is.
func scattered(name, part string) bool {
	if strings.Contains(name, part) {
		return true
	}
	wanted := []rune(part)
	if len(wanted) < 2 {
		return false
	}
	for _, r := range name {
		if len(wanted) > 0 && r == wanted[0] {
			wanted = wanted[1:]
		}
	}
	return len(wanted) == 0
}

// Get is the active organ of the directory with exactly this full or short name.
func (x *OrganIndex) Get(name string) (cases.OrganRecord, bool) {
	if x != nil && name != "" {
		for _, e := range x.entries {
			if e.used == 0 && (e.organ.Name == name || e.organ.Short == name) {
				return e.organ, true
			}
		}
	}
	return cases.OrganRecord{}, false
}
