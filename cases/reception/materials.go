package reception

import (
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// need is one material of the checklist and when it belongs there. What the party makes for the case is handed in as an original.
type need struct {
	name  string
	basis string
	when  func(c *cases.Case) bool
	// original is true where the paper is made for the application.
	original bool
}

func always(*cases.Case) bool { return true }

func hasRole(r cases.Role) func(*cases.Case) bool {
	return func(c *cases.Case) bool { return len(c.Names(r)) > 0 }
}

func anyApplicant(f func(*cases.Party) bool) func(*cases.Case) bool {
	return func(c *cases.Case) bool {
		return slices.ContainsFunc(c.Parties, func(p cases.Party) bool { return p.Role == cases.Applicant && p.Name != "" && f(&p) })
	}
}

func said(f func(*cases.Particulars) bool) func(*cases.Case) bool {
	return func(c *cases.Case) bool { return c.Particulars != nil && f(c.Particulars) }
}

func orally(c *cases.Case) bool {
	return slices.ContainsFunc(c.Acts, func(a procedure.Act) bool { return a.Detail != nil && a.Detail.Means == procedure.Orally })
}

// needs are the materials in the order in which they are handed in; read only.
var needs = []need{
	{"行政复议申请书", "《行政复议法》第22条、《实施条例》第27条", func(c *cases.Case) bool { return !orally(c) }, true},
	{"口头申请笔录（申请人签名或者捺指印）", "《行政复议法》第22条第2款", orally, true},
	{"申请人身份证明复印件", "《实施条例》第27条", anyApplicant(func(p *cases.Party) bool { return !p.Organisation }), false},
	{"营业执照或者登记证书复印件、法定代表人（负责人）身份证明", "《实施条例》第27条", anyApplicant(func(p *cases.Party) bool { return p.Organisation }), false},
	{"登记的经营者身份证明和营业执照复印件", "《实施条例》第12条", anyApplicant(func(p *cases.Party) bool { return p.Kind == cases.SoleTrader }), false},
	{"法定代理人身份证明和监护关系证明", "《行政复议法》第14条第2款", anyApplicant(func(p *cases.Party) bool { return p.Kind == cases.Ward }), false},
	{"近亲属关系证明和公民死亡证明", "《行政复议法》第14条第2款、《实施条例》第11条", anyApplicant(func(p *cases.Party) bool { return p.Kind == cases.Relative }), false},
	{"权利承受证明", "《行政复议法》第14条第2款", anyApplicant(func(p *cases.Party) bool { return p.Kind == cases.Successor }), false},
	{"授权委托书、委托人和代理人身份证明", "《行政复议法》第17条", hasRole(cases.Agent), false},
	{"代表人推选书（全体签名）", "《实施条例》第17条", hasRole(cases.RepresentativeRole), true},
	{"被申请的行政行为的文书或者证明其存在的材料", "《实施条例》第27条", always, false},
	{"曾经要求履行法定职责的证明材料", "《行政复议法》第11条", said(func(p *cases.Particulars) bool { return p.Prerequisite == Inaction }), false},
	{"损害事实的证明材料（行政赔偿请求）", "《行政复议法》第72条", said(func(p *cases.Particulars) bool { return p.Compensation > 0 }), false},
	{"申请附带审查的规范性文件", "《行政复议法》第13条", said(func(p *cases.Particulars) bool { return p.Review != "" }), false},
	{"逾期申请正当理由的证明材料", "《行政复议法》第20条", said(func(p *cases.Particulars) bool { return p.Delay != "" }), false},
	{"证据材料及清单", "《行政复议法》第22条", always, false},
	{"送达地址确认书", "《实施条例》第27条", always, true},
}

// Materials is the checklist of an application (材料清单): what belongs to it as it stands. What was ticked in before stays as it
// is, and so do lines the clerk added.
func Materials(c *cases.Case, before []cases.Material) []cases.Material {
	var out []cases.Material
	taken := map[string]bool{}
	for _, n := range needs {
		if !n.when(c) {
			continue
		}
		m := cases.Material{Name: n.name, Original: n.original}
		if i := slices.IndexFunc(before, func(b cases.Material) bool { return b.Name == n.name }); i >= 0 {
			m = before[i]
		}
		taken[n.name] = true
		out = append(out, m)
	}
	for _, b := range before {
		if !taken[b.Name] && (b.Copies > 0 || b.Pages > 0 || b.Fault != "" || !slices.ContainsFunc(needs, func(n need) bool { return n.name == b.Name })) {
			out = append(out, b)
		}
	}
	return out
}

// Basis is the article that asks for a material, "" for one the clerk named.
func Basis(material string) string {
	for _, n := range needs {
		if n.name == material {
			return n.basis
		}
	}
	return ""
}

// Faults are what must be supplied, each a sentence, in the order of the checklist.
func Faults(c *cases.Case) []string {
	if c.Particulars == nil {
		return nil
	}
	var out []string
	for _, m := range c.Particulars.Materials {
		text := strings.TrimSuffix(strings.TrimSpace(m.Fault), "。")
		switch m.State {
		case cases.MaterialMissing:
			if text == "" {
				text = "未提交，请补交"
			}
		case cases.MaterialFaulty:
			if text == "" {
				text = "内容不完整或者不清楚，请补正"
			}
		default:
			continue
		}
		out = append(out, m.Name+"："+text)
	}
	return out
}

// Receipt is the receipt for materials (接收材料清单).
func Receipt(c *cases.Case, set cases.Settings, received calendar.Date) cases.Letter {
	l := cases.Letter{Title: "接收行政复议申请材料回执", Number: c.Number, To: c.Joined(cases.Applicant), Signer: signer(set), Date: received,
		Table: [][]string{{"序号", "材料名称", "份数", "页数", "形式"}}}
	l.Paragraphs = []string{fmt.Sprintf("%s收到你（单位）提交的行政复议申请材料，清单如下：", received.Chinese())}
	if c.Particulars != nil {
		for _, m := range c.Particulars.Materials {
			if m.State != cases.MaterialReceived && m.State != cases.MaterialFaulty && m.State != cases.MaterialSupplied {
				continue
			}
			kind := "复印件"
			if m.Original {
				kind = "原件"
			}
			l.Table = append(l.Table, []string{fmt.Sprint(len(l.Table)), m.Name, count(m.Copies), count(m.Pages), kind})
		}
	}
	l.Paragraphs = append(l.Paragraphs, "本回执只证明收到上述材料。本机关将在收到申请之日起五个工作日内审查；材料不齐全或者表述不清楚的，将书面通知补正。")
	return l
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// Supplement is the supplement notice (补正通知书): everything that is missing at once, because it may be asked only once.
func Supplement(c *cases.Case, set cases.Settings, issued calendar.Date) cases.Letter {
	l := cases.Letter{Title: "补正行政复议申请通知书", Number: c.Number, To: c.Joined(cases.Applicant), Signer: signer(set), Date: issued}
	l.Paragraphs = append(l.Paragraphs, fmt.Sprintf("你（单位）%s提出的行政复议申请收悉。经审查，申请材料不齐全或者表述不清楚。根据《中华人民共和国行政复议法》第三十一条的规定，请补正下列内容：",
		against(c)))
	faults := Faults(c)
	for i, f := range faults {
		end := "；"
		if i == len(faults)-1 {
			end = "。"
		}
		l.Paragraphs = append(l.Paragraphs, fmt.Sprintf("%d. %s%s", i+1, f, end))
	}
	l.Paragraphs = append(l.Paragraphs, "以上是本机关一次性告知的全部补正事项。请自收到本通知之日起十个工作日内将补正材料提交本机关。有正当理由不能按期补正的，可以在期限届满前说明，本机关可以延长合理的补正期限。无正当理由逾期不补正的，视为放弃行政复议申请。补正所用的时间不计入审查期限。")
	return l
}

func against(c *cases.Case) string {
	r := c.Joined(cases.Respondent)
	if r == "" {
		return ""
	}
	return "以" + r + "为被申请人"
}

// signer is the agency, else the office.
func signer(set cases.Settings) string {
	for _, s := range []string{set.Agency, set.Office, set.Organ} {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return "行政复议机构"
}
