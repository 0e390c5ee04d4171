// Package platform knows what the superior's platform asks of a case: the card from which a case is typed in (平台抄录卡), and the
// comparison with a list exported from it (对账). Files are read and written by package export.
package platform

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// view is a case with what follows from its acts.
type view struct {
	c *cases.Case
	t *procedure.Timeline
}

// value is what a case says of a field: its parts, and words that mean the same or include it.
type value struct {
	parts []string
	also  []string
}

func (v value) String() string { return strings.Join(v.parts, "；") }

func one(s string) value {
	if s == "" {
		return value{}
	}
	return value{parts: []string{s}}
}

// manner is how values of a field are compared.
type manner int

const (
	never    manner = iota // typed in only
	byText                 // the same words
	byNumber               // the same number of a paper or case
	byDay                  // the same days
	anyDay                 // one of the days: platforms keep one of several services
	byName                 // the same names in any order
	byYes                  // yes or no; nothing said is no
	byPaper                // letters: yes, days or numbers
	ofAny                  // the same words, of whichever defendants
)

// field is one thing the platform may ask.
type field struct {
	id, label, suitLabel string
	manner               manner
	get                  func(view) value
	// kind is set for fields that one kind of case has.
	kind cases.Kind
}

const (
	recon = cases.Reconsideration
	suit  = cases.Litigation
)

// fields are all fields, read only. Their names are those of the columns of ledgers.
var fields = []field{
	{id: "number", label: "案号", get: func(v view) value { return one(v.c.Number) }},
	{id: "received", label: "收案日期", manner: byDay, get: func(v view) value { return day(v.t.Received) }},
	{id: "applicants", label: "申请人", manner: byName, kind: recon, get: names(cases.Applicant)},
	{id: "respondents", label: "被申请人", manner: byName, kind: recon, get: names(cases.Respondent)},
	{id: "plaintiffs", label: "原告", manner: byName, kind: suit, get: names(cases.Applicant)},
	{id: "defendants", label: "被告", manner: byName, kind: suit, get: names(cases.Respondent)},
	{id: "third_parties", label: "第三人", manner: byName, get: names(cases.ThirdParty)},
	{id: "agents", label: "代理人", get: names(cases.Agent)},
	{id: "applicant_count", label: "申请人人数", suitLabel: "原告人数", get: func(v view) value { return one(strconv.Itoa(len(v.c.Names(cases.Applicant)))) }},
	{id: "applicant_ids", label: "申请人证件号码", suitLabel: "原告证件号码", get: ofApplicants(func(p *cases.Party) string { return p.IDNumber })},
	{id: "applicant_phones", label: "申请人电话", suitLabel: "原告电话", get: ofApplicants(func(p *cases.Party) string { return p.Phone })},
	{id: "applicant_addresses", label: "申请人地址", suitLabel: "原告地址", get: ofApplicants(func(p *cases.Party) string { return p.Address })},
	{id: "subject", label: "案由", manner: byText, get: func(v view) value { return one(v.c.Subject) }},
	{id: "category", label: "行政管理类别", manner: byText, get: func(v view) value { return one(v.c.Class.Category) }},
	{id: "matter", label: "申请事项", suitLabel: "被诉行为", manner: byText, get: func(v view) value { return one(v.c.Class.Matter) }},
	{id: "act_name", label: "行政行为名称", get: of(func(p *cases.Particulars) string { return p.ActName })},
	{id: "act_number", label: "行政行为文号", get: of(func(p *cases.Particulars) string { return p.ActNumber })},
	{id: "act_date", label: "行政行为日期", get: of(func(p *cases.Particulars) string { return text(p.ActDate) })},
	{id: "known_date", label: "知道行政行为日期", get: of(func(p *cases.Particulars) string { return text(p.Known) })},
	{id: "requests", label: "复议请求", kind: recon, get: of(func(p *cases.Particulars) string { return p.Requests })},
	{id: "reasons", label: "事实和理由", get: of(func(p *cases.Particulars) string { return p.Reasons })},
	{id: "compensation", label: "赔偿请求金额（元）", get: of(func(p *cases.Particulars) string { return yuan(p.Compensation) })},
	{id: "review", label: "附带审查的文件", kind: recon, get: of(func(p *cases.Particulars) string { return p.Review })},
	{id: "accepted", label: "受理日期", manner: byDay, kind: recon, get: func(v view) value { return day(v.t.Accepted) }},
	{id: "suspended", label: "中止日期", manner: byDay, kind: recon, get: days(procedure.Suspension)},
	{id: "resumed", label: "恢复日期", manner: byDay, kind: recon, get: days(procedure.Resumption)},
	{id: "extended", label: "延期日期", manner: byDay, kind: recon, get: days(procedure.Extension)},
	{id: "consulted", label: "委员会咨询日期", manner: byDay, kind: recon, get: days(procedure.Consultation)},
	{id: "heard", label: "听证日期", manner: byDay, kind: recon, get: days(procedure.HearingHeld)},
	{id: "filed", label: "立案日期", manner: byDay, kind: suit, get: days(procedure.SuitFiled)},
	{id: "court", label: "法院", manner: byText, kind: suit, get: ofSuit(func(s *cases.Suit) string { return s.Court })},
	{id: "court_number", label: "法院案号", manner: byNumber, kind: suit, get: ofSuit(func(s *cases.Suit) string { return s.CourtNumber })},
	{id: "instance", label: "审级", manner: byText, kind: suit, get: ofSuit(func(s *cases.Suit) string { return s.Instance.Label() })},
	{id: "source", label: "起诉来源", manner: byText, kind: suit, get: ofSuit(func(s *cases.Suit) string { return s.Source.Label() })},
	{id: "related", label: "关联案号", manner: byNumber, kind: suit, get: ofSuit(func(s *cases.Suit) string { return s.Related })},
	{id: "suit_type", label: "案件类型", manner: byText, kind: suit, get: suitType},
	{id: "earlier", label: "前一审级案号", manner: byNumber, kind: suit, get: ofSuit(func(s *cases.Suit) string { return s.Earlier })},
	{id: "claimed", label: "赔偿请求（元）", kind: suit, get: ofSuit(func(s *cases.Suit) string { return yuan(s.Claimed) })},
	{id: "author", label: "答辩承办部门", manner: byText, kind: suit, get: ofSuit(func(s *cases.Suit) string { return s.Author })},
	{id: "capacities", label: "被告身份", manner: byText, kind: suit, get: capacities},
	{id: "answered", label: "答辩日期", manner: byDay, kind: suit, get: days(procedure.SuitAnswered)},
	{id: "court_hearings", label: "开庭日期", manner: byDay, kind: suit, get: days(procedure.CourtHearing)},
	{id: "appearances", label: "负责人出庭", manner: byYes, kind: suit, get: appeared},
	{id: "heads", label: "出庭负责人", manner: byName, kind: suit, get: heads},
	{id: "posts", label: "职务", manner: ofAny, kind: suit, get: atHearings(func(a *procedure.Appearance) string { return a.Post })},
	{id: "ranks", label: "职级", manner: ofAny, kind: suit, get: atHearings(func(a *procedure.Appearance) string { return procedure.RankLabel(a.Rank) })},
	{id: "notified", label: "法院通知负责人出庭", manner: byYes, kind: suit, get: inCourt(func(a *procedure.Appearance) bool { return a.Notified })},
	{id: "spoke", label: "负责人出声", manner: byYes, kind: suit, get: inCourt(func(a *procedure.Appearance) bool { return a.Head && a.Spoke })},
	{id: "settling_remarks", label: "化解意见", kind: suit, get: atHearings(func(a *procedure.Appearance) string { return a.Remarks })},
	{id: "absence_ground", label: "未出庭事由", manner: ofAny, kind: suit, get: atHearings(func(a *procedure.Appearance) string { return procedure.AbsenceLabel(a.Absence) })},
	{id: "absence", label: "未出庭理由", kind: suit, get: atHearings(func(a *procedure.Appearance) string { return a.Reason })},
	{id: "absence_proof", label: "证明材料", kind: suit, get: atHearings(func(a *procedure.Appearance) string { return a.Proof })},
	{id: "court_view", label: "法院认定", manner: ofAny, kind: suit, get: atHearings(func(a *procedure.Appearance) string { return procedure.CourtViewLabel(a.View) })},
	{id: "staff", label: "出庭工作人员", manner: byName, kind: suit, get: namesAtHearings(func(a *procedure.Appearance) string { return a.Staff })},
	{id: "lawyers", label: "出庭律师", manner: byName, kind: suit, get: namesAtHearings(func(a *procedure.Appearance) string { return a.Lawyers })},
	{id: "consequence", label: "通报情形", kind: suit, get: atHearings(func(a *procedure.Appearance) string { return procedure.ConsequenceLabel(a.Consequence) })},
	{id: "appearance_letter", label: "出庭司法建议书", manner: byNumber, kind: suit, get: atHearings(func(a *procedure.Appearance) string { return a.Letter })},
	{id: "concluded", label: "结案日期", manner: byDay, get: func(v view) value { return day(v.t.Concluded) }},
	{id: "result", label: "处理结果", suitLabel: "裁判结果", manner: byText, get: result},
	{id: "paper", label: "结案文号", suitLabel: "裁判文号", manner: byNumber, get: func(v view) value { return one(paper(v.c)) }},
	{id: "lost", label: "是否败诉", manner: byYes, kind: suit, get: lost},
	{id: "loss_causes", label: "败诉原因", manner: ofAny, kind: suit, get: causes},
	{id: "opinion_letters", label: "意见书", manner: byPaper, kind: recon, get: letters(procedure.OpinionLetter)},
	{id: "recommendation_letters", label: "建议书", manner: byPaper, kind: recon, get: letters(procedure.Recommendation)},
	{id: "judicial_advice", label: "司法建议", manner: byPaper, kind: suit, get: letters(procedure.JudicialAdvice)},
	{id: "served", label: "送达日期", manner: anyDay, get: served},
	{id: "appealed", label: "上诉日期", manner: byDay, kind: suit, get: days(procedure.Appealed)},
	{id: "effective", label: "生效日期", manner: byDay, kind: suit, get: days(procedure.SuitClosing)},
	{id: "handler", label: "承办人", manner: byName, get: func(v view) value { return value{parts: splitNames(v.c.Handler)} }},
	{id: "state", label: "当前状态", get: func(v view) value { return one(v.t.State.Label()) }},
}

// fieldOf finds a field that a kind of case has.
func fieldOf(id string, k cases.Kind) *field {
	i := slices.IndexFunc(fields, func(f field) bool { return f.id == id && (f.kind == "" || f.kind == k) })
	if i < 0 {
		return nil
	}
	return &fields[i]
}

func (f *field) name(k cases.Kind) string {
	if k == suit && f.suitLabel != "" {
		return f.suitLabel
	}
	return f.label
}

// Field is a field that a card can have, with its Chinese name.
type Field struct{ ID, Label string }

// Fields lists the fields of a kind of case in the usual order, for setting a card up.
func Fields(k cases.Kind) (out []Field) {
	for _, f := range fields {
		if f.kind == "" || f.kind == k {
			out = append(out, Field{f.id, f.name(k)})
		}
	}
	return out
}

// Known reports whether a kind of case has a field.
func Known(id string, k cases.Kind) bool { return fieldOf(id, k) != nil }

// HoldsDays reports whether the values of a field are days.
func HoldsDays(id string, k cases.Kind) bool {
	f := fieldOf(id, k)
	return f != nil && (f.manner == byDay || f.manner == anyDay || f.manner == byPaper)
}

func text(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func day(d calendar.Date) value { return one(text(d)) }

func names(r cases.Role) func(view) value {
	return func(v view) value { return value{parts: v.c.Names(r)} }
}

func ofApplicants(get func(*cases.Party) string) func(view) value {
	return func(v view) (out value) {
		for i := range v.c.Parties {
			if p := &v.c.Parties[i]; p.Role == cases.Applicant && get(p) != "" {
				out.parts = append(out.parts, get(p))
			}
		}
		return out
	}
}

func of(get func(*cases.Particulars) string) func(view) value {
	return func(v view) value {
		if v.c.Particulars == nil {
			return value{}
		}
		return one(get(v.c.Particulars))
	}
}

func ofSuit(get func(*cases.Suit) string) func(view) value {
	return func(v view) value {
		if v.c.Suit == nil {
			return value{}
		}
		return one(get(v.c.Suit))
	}
}

// yuan writes an amount in fen.
func yuan(fen int64) string {
	switch {
	case fen == 0:
		return ""
	case fen%100 == 0:
		return strconv.FormatInt(fen/100, 10)
	}
	return fmt.Sprintf("%d.%02d", fen/100, fen%100)
}

// days are the days of the acts of a kind, each once.
func days(k procedure.Kind) func(view) value {
	return func(v view) (out value) {
		for i := range v.c.Acts {
			if a := &v.c.Acts[i]; a.Kind == k && !slices.Contains(out.parts, a.On.String()) {
				out.parts = append(out.parts, a.On.String())
			}
		}
		slices.Sort(out.parts)
		return out
	}
}

func served(v view) value {
	if v.c.Kind == suit {
		return days(procedure.JudgmentServed)(v)
	}
	return days(procedure.Served)(v)
}

// letters are the days of letters; their numbers mean the same.
func letters(k procedure.Kind) func(view) value {
	return func(v view) value {
		out := days(k)(v)
		for i := range v.c.Acts {
			if a := &v.c.Acts[i]; a.Kind == k && a.Paper != "" {
				out.also = append(out.also, a.Paper)
			}
		}
		return out
	}
}
