// Package cases is the domain of fuyi: reconsideration cases (行政复议) and suits against the government's organs (行政应诉),
// their parties, classification and dated acts, and what other packages need of an office. It imports the standard
// library only.
//
// The acts of a case are the truth. State, deadlines, lists and statistics are computed from them by the packages
// procedure and statistics; nothing derived is entered twice.
package cases

import (
	"strings"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// ID is the number of a case in its office file, 0 before it is stored.
type ID int64

// Kind tells the two kinds of case apart. The words are stored and used by commands.
type Kind string

const (
	// Reconsideration is 行政复议.
	Reconsideration Kind = "reconsideration"
	// Litigation is 行政应诉.
	Litigation Kind = "litigation"
)

// Label is 行政复议 or 行政应诉.
func (k Kind) Label() string {
	if k == Litigation {
		return "行政应诉"
	}
	return "行政复议"
}

// Hearing is the Chinese name of a hearing in such a case: 听证 or 开庭.
func (k Kind) Hearing() string {
	if k == Litigation {
		return "开庭"
	}
	return "听证"
}

// Case is one case of either kind: what is known of it besides its acts, and the acts.
type Case struct {
	ID   ID
	Kind Kind
	// Number is the case number (案号) as printed, e.g. 〔2020〕姑苏行复第5号. Unique in an office.
	Number string
	// Parties in the order recorded.
	Parties []Party
	// Subject is 案由 / 复议事项, the act in dispute in words.
	Subject string
	Class   Classification
	// Suit holds what only litigation has; nil for a reconsideration.
	Suit *Suit
	// Particulars is what the application says (申请情况); nil for a case of which only the ledger's columns are known.
	Particulars *Particulars
	// Handler is 承办人; several are joined by 、.
	Handler string
	// Notes are columns of an imported ledger that were not understood, and free notes; nothing read is dropped.
	Notes []Note
	// Acts in the order recorded; the fold sorts them by day.
	Acts []procedure.Act
}

// Classification is how statistics sort the case.
type Classification struct {
	// Category is 行政管理类别, e.g. 公安, 房屋征补.
	Category string
	// Matter is 申请复议事项 or 被诉行为种类, e.g. 行政处罚, 信息公开.
	Matter string
}

// Note is a labelled text kept with a case.
type Note struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// Names lists the names of the parties of a role in order.
func (c *Case) Names(r Role) []string {
	var out []string
	for _, p := range c.Parties {
		if p.Role == r {
			out = append(out, p.Name)
		}
	}
	return out
}

// Joined is Names joined by 、, the form of lists and ledgers.
func (c *Case) Joined(r Role) string { return strings.Join(c.Names(r), "、") }

// RoleLabel is the Chinese name of a role in this case. Roles are sides of the dispute, in 非诉执行 too: there the organ applies, and the
// other side is enforced against.
func (c *Case) RoleLabel(r Role) string {
	switch {
	case r == Applicant && c.Enforcement():
		return "被执行人"
	case r == Respondent && c.Enforcement():
		return "申请执行人"
	}
	return r.Label(c.Kind)
}

// Title is who against whom: 陈某某 不服 某局, 陈某某 诉 某局, or 某局 申请执行 陈某某.
func (c *Case) Title() string {
	return titled(c.Kind, c.Enforcement(), c.Joined(Applicant), c.Joined(Respondent))
}

func titled(k Kind, enforcement bool, applicants, respondents string) string {
	switch {
	case respondents == "":
		return applicants
	case enforcement:
		return respondents + " 申请执行 " + applicants
	case k == Litigation:
		return applicants + " 诉 " + respondents
	}
	return applicants + " 不服 " + respondents
}

// KindLabel is what the case is in words: 行政复议, 行政应诉, or 非诉执行, which stands among the suits.
func (c *Case) KindLabel() string { return kindLabel(c.Kind, c.Enforcement()) }

func kindLabel(k Kind, enforcement bool) string {
	if enforcement {
		return EnforcementSuit.Label()
	}
	return k.Label()
}

// Timeline folds the acts as of a day, with the acts that may come next.
func (c *Case) Timeline(law *procedure.Law, today calendar.Date) procedure.Timeline {
	return procedure.Examine(c.Acts, c.Course(), law, today)
}
