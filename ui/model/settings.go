package model

import (
	"context"
	"fmt"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// SettingsForm is the page on which the office says about itself. All fields are text as typed.
type SettingsForm struct {
	Office, Organ, Agency, District   string
	ReconsiderationPrefix, SuitPrefix string
	CommitteeFounded                  string
	// Practice is how the office reads the open points, as chosen on the page; Stored as it is in force.
	Practice, Stored procedure.Practice
}

// NewSettingsForm fills the page from stored settings.
func NewSettingsForm(s cases.Settings) *SettingsForm {
	return &SettingsForm{Office: s.Office, Organ: s.Organ, Agency: s.Agency, District: s.District,
		ReconsiderationPrefix: s.ReconsiderationPrefix, SuitPrefix: s.SuitPrefix,
		CommitteeFounded: s.CommitteeFounded.String(), Practice: s.Practice, Stored: s.Practice}
}

// Settings reads the page; the map holds a sentence for every field that cannot be read.
func (f *SettingsForm) Settings(today calendar.Date) (cases.Settings, map[string]string) {
	bad := map[string]string{}
	founded, err := ReadDate(f.CommitteeFounded, today)
	switch {
	case err != nil:
		bad["committee"] = err.Error()
	case founded > today:
		bad["committee"] = "成立日期晚于今天，请核对"
	}
	for field, prefix := range map[string]string{"reconsideration_prefix": f.ReconsiderationPrefix, "suit_prefix": f.SuitPrefix} {
		if strings.ContainsAny(prefix, "〔〕[]第号0123456789") {
			bad[field] = "字头只填汉字部分，例如〔2020〕姑苏行复第1号的字头是“姑苏行复”"
		}
	}
	if a := strings.TrimSpace(f.ReconsiderationPrefix); a != "" && a == strings.TrimSpace(f.SuitPrefix) {
		bad["suit_prefix"] = "应诉案号的字头不能与复议案号相同"
	}
	trim := strings.TrimSpace
	return cases.Settings{Office: trim(f.Office), Organ: trim(f.Organ), Agency: trim(f.Agency), District: trim(f.District),
		ReconsiderationPrefix: trim(f.ReconsiderationPrefix), SuitPrefix: trim(f.SuitPrefix), CommitteeFounded: founded,
		Practice: f.Practice}, bad
}

// PracticeChoice is one open point with the choice made.
type PracticeChoice struct {
	procedure.PracticePoint
	// Options are the two readings, the cautious one first and marked as the default.
	Options [2]string
	// Chosen is the index of the reading chosen.
	Chosen int
}

// Practices are the open points as the page stands.
func (f *SettingsForm) Practices() []PracticeChoice {
	var out []PracticeChoice
	for _, p := range procedure.PracticePoints() {
		c := PracticeChoice{PracticePoint: p, Options: [2]string{p.Cautious + " · 默认", p.Other}}
		if *p.Field(&f.Practice) {
			c.Chosen = 1
		}
		out = append(out, c)
	}
	return out
}

// Read chooses a reading of an open point: 0 the cautious, 1 the other.
func (f *SettingsForm) Read(p procedure.PracticePoint, choice int) {
	*p.Field(&f.Practice) = choice == 1
}

// PracticeChanged reports whether another reading was chosen than is in force.
func (f *SettingsForm) PracticeChanged() bool { return f.Practice != f.Stored }

// PreviewPractice shows which running periods another reading of the open points would move. Nothing is written.
func PreviewPractice(ctx context.Context, o cases.Reader, practice procedure.Practice, today calendar.Date,
	progress cases.Progress) (*ShiftList, error) {
	return LoadShifts(ctx, o, &procedure.Law{Calendar: o.Law().Calendar, Practice: practice}, today, progress)
}

// YearSpans words ascending years, runs of them by their ends: 2019年、2021—2026年.
func YearSpans(years []int) string {
	var out []string
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		span := fmt.Sprintf("%d年", years[i])
		if j > i {
			span = fmt.Sprintf("%d—%d年", years[i], years[j])
		}
		out = append(out, span)
		i = j + 1
	}
	return strings.Join(out, "、")
}

// Look is how the window is to appear. It belongs to the PC, not to the office.
type Look struct {
	// Variant is "" to follow the system, else light or dark.
	Variant string
	// Percent is the scale, 100 to 175.
	Percent int
}

// Scales are the scales to choose from, in percent.
func Scales() []int { return []int{100, 125, 150, 175} }

// Factor is the scale as a factor; anything unreadable is 1.
func (l Look) Factor() float32 {
	if l.Percent < 100 || l.Percent > 175 {
		return 1
	}
	return float32(l.Percent) / 100
}
