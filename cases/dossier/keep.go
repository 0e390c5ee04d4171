package dossier

import (
	"fmt"
	"path/filepath"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Retention is how long a dossier is kept (保管期限) and for what reason.
type Retention struct{ Term, Why string }

// keptFor is how the note of the act of archiving begins.
const keptFor = "保管期限："

// String is the retention as the note of the act of archiving begins with it; Archived reads it back.
func (r Retention) String() string { return keptFor + r.Term + "（" + r.Why + "）" }

// Archived is the day (归档日期) and the retention a case was last archived with; zero if it was not, or without a term.
func Archived(c *cases.Case) (on calendar.Date, r Retention) {
	for i := range c.Acts {
		a := &c.Acts[i]
		if a.Kind != procedure.Archiving && a.Kind != procedure.SuitArchiving || a.On < on {
			continue
		}
		on, r = a.On, Retention{}
		if rest, ok := strings.CutPrefix(a.Note, keptFor); ok {
			term, why, _ := strings.Cut(rest, "（")
			why, _, _ = strings.Cut(why, "）；")
			r = Retention{term, strings.TrimSuffix(why, "）")}
		}
	}
	return on, r
}

// Retentions are the terms in use, the one proposed for the case first: important cases for ever, ordinary ones 30 years, those
// that were never accepted 10 years. The organ's own table of retention decides (档案法实施条例第20条); the reason is the clerk's to change.
func Retentions(c *cases.Case) []Retention {
	all := []Retention{{"30年", "一般案件"}, {"永久", "重大、典型或者影响较大的案件"}, {"10年", "未受理的案件"}}
	proposed := 0
	switch {
	case first(c, procedure.Consultation, procedure.DecisionSued, procedure.Protest, procedure.RetrialCopy) != nil:
		proposed = 1
	case first(c, procedure.Rejection, procedure.Abandonment, procedure.Unhandled, procedure.Withdrawal) != nil && first(c, procedure.Acceptance) == nil:
		proposed = 2
	}
	out := []Retention{all[proposed]}
	for i, r := range all {
		if i != proposed {
			out = append(out, r)
		}
	}
	return out
}

// nameLength is how many characters of a title go into a file's name, so that with a folder it stays within what Windows opens.
const nameLength = 60

// FileName is a paper's name as a file among others of its dossier: 序号_文书_日期.ext. number is its 顺序号; 0 leaves it out. What file
// systems refuse becomes _.
func FileName(p cases.Paper, number int) string {
	ext := strings.ToLower(filepath.Ext(p.File))
	name := strings.TrimSpace(p.Title)
	if name == "" {
		name = strings.TrimSuffix(filepath.Base(p.File), filepath.Ext(p.File))
	}
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || strings.ContainsRune(`\/:*?"<>|`, r) {
			return '_'
		}
		return r
	}, name)
	if r := []rune(name); len(r) > nameLength {
		name = string(r[:nameLength])
	}
	if name = strings.Trim(name, " ."); name == "" {
		name = "材料"
	}
	if number > 0 {
		name = fmt.Sprintf("%03d_%s", number, name)
	}
	if !p.Date.IsZero() {
		name += "_" + strings.ReplaceAll(p.Date.String(), "-", "")
	}
	return name + ext
}
