package model

import (
	"context"
	"encoding/json"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Intake is the registration of a case by hand (新收案件). Every field is text as typed, so that a draft keeps exactly
// what stood on the page, also what cannot be read yet.
type Intake struct {
	Kind         cases.Kind     `json:"kind"`
	Number       string         `json:"number"`
	Received     string         `json:"received"`
	Applicants   string         `json:"applicants"`
	Respondents  string         `json:"respondents"`
	ThirdParties string         `json:"third_parties,omitempty"`
	Subject      string         `json:"subject"`
	Category     string         `json:"category"`
	Matter       string         `json:"matter"`
	Handler      string         `json:"handler"`
	Paper        string         `json:"paper,omitempty"`
	Court        string         `json:"court,omitempty"`
	CourtNumber  string         `json:"court_number,omitempty"`
	Instance     cases.Instance `json:"instance,omitempty"`
	Source       cases.Source   `json:"source,omitempty"`
	Related      string         `json:"related,omitempty"`
	// DraftID is the draft this page is saved as, 0 before the first pause.
	DraftID int64 `json:"-"`
}

// NewIntake is an empty registration received today.
func NewIntake(k cases.Kind, today calendar.Date) *Intake {
	return &Intake{Kind: k, Received: today.String(), Instance: cases.First, Source: cases.Direct}
}

// OpenDraft reads a registration back as it stood.
func OpenDraft(d cases.Draft) (*Intake, error) {
	in := &Intake{}
	if err := json.Unmarshal(d.Data, in); err != nil {
		return nil, &cases.Error{Op: "open draft", Kind: cases.Damaged, Err: err,
			Msg: "这份草稿的内容已经损坏，无法打开。请放弃这份草稿，重新登记。"}
	}
	in.DraftID = d.ID
	return in, nil
}

// Blank reports whether nothing was typed that is worth keeping.
func (in *Intake) Blank() bool {
	return strings.TrimSpace(in.Applicants+in.Respondents+in.ThirdParties+in.Subject+in.Handler+in.Court+in.CourtNumber+
		in.Related+in.Paper+in.Category+in.Matter) == ""
}

// Draft is the registration as a draft to save.
func (in *Intake) Draft() (cases.Draft, error) {
	data, err := json.Marshal(in)
	if err != nil {
		return cases.Draft{}, err
	}
	who := strings.Join(names(in.Applicants), "、")
	if who == "" {
		who = "未填" + cases.Applicant.Label(in.Kind)
	}
	return cases.Draft{ID: in.DraftID, Title: in.Kind.Label() + "：" + who, Data: data}, nil
}

// Year is the year of receipt as typed, 0 while it cannot be read; numbers are proposed for it.
func (in *Intake) Year(today calendar.Date) int {
	d, err := ReadDate(in.Received, today)
	if err != nil {
		return 0
	}
	return d.Year()
}

// Case builds the case with its first act; the map holds a sentence for every field that is missing or unreadable, and
// the case is nil then.
func (in *Intake) Case(today calendar.Date) (*cases.Case, map[string]string) {
	bad := map[string]string{}
	on := in.received(today, bad)
	if strings.TrimSpace(in.Number) == "" {
		bad["number"] = "请填写案号；设置中填好案号字头后会自动编号"
	}
	if len(names(in.Applicants)) == 0 {
		bad["applicants"] = "请填写" + cases.Applicant.Label(in.Kind) + "，几个人分行填写"
	}
	if len(names(in.Respondents)) == 0 {
		bad["respondents"] = "请填写" + cases.Respondent.Label(in.Kind) + "，几个机关分行填写"
	}
	if strings.TrimSpace(in.Subject) == "" {
		bad["subject"] = "请填写" + subjectTitle(in.Kind)
	}
	if in.Kind == cases.Litigation && strings.TrimSpace(in.Court) == "" {
		bad["court"] = "请填写受诉法院"
	}
	if len(bad) > 0 {
		return nil, bad
	}
	return in.build(on), nil
}

func (in *Intake) received(today calendar.Date, bad map[string]string) calendar.Date {
	on, err := ReadDate(in.Received, today)
	switch {
	case err != nil:
		bad["received"] = err.Error()
	case on.IsZero():
		bad["received"] = "请填写" + receivedTitle(in.Kind)
	case on > today:
		bad["received"] = receivedTitle(in.Kind) + "晚于今天，请核对"
	}
	return on
}

func (in *Intake) build(on calendar.Date) *cases.Case {
	c := &cases.Case{Kind: in.Kind, Number: strings.TrimSpace(in.Number), Subject: strings.TrimSpace(in.Subject),
		Class:   cases.Classification{Category: strings.TrimSpace(in.Category), Matter: strings.TrimSpace(in.Matter)},
		Handler: strings.Join(names(in.Handler), "、")}
	for _, side := range []struct {
		role cases.Role
		text string
	}{{cases.Applicant, in.Applicants}, {cases.Respondent, in.Respondents}, {cases.ThirdParty, in.ThirdParties}} {
		for _, n := range names(side.text) {
			c.Parties = append(c.Parties, cases.Party{Role: side.role, Name: n,
				Organisation: side.role == cases.Respondent || organisation(n)})
		}
	}
	first := procedure.Act{Kind: procedure.Receipt, On: on, Paper: strings.TrimSpace(in.Paper)}
	if in.Kind == cases.Litigation {
		first.Kind = procedure.SuitReceived
		c.Suit = &cases.Suit{Court: strings.TrimSpace(in.Court), CourtNumber: strings.TrimSpace(in.CourtNumber),
			Instance: in.Instance, Source: in.Source, Related: strings.TrimSpace(in.Related)}
	}
	c.Acts = []procedure.Act{first}
	return c
}

// organisation guesses from its name whether a party is a legal person or other organisation.
func organisation(name string) bool {
	for _, word := range []string{"公司", "局", "政府", "委员会", "厂", "店", "中心", "合作社", "学校", "医院", "银行", "协会", "事务所", "部", "经营部", "办事处"} {
		if strings.HasSuffix(name, word) {
			return true
		}
	}
	return false
}

// Proposal is the number the office would give next, for the year typed; "" where none can be proposed.
func (in *Intake) Proposal(ctx context.Context, o cases.Writer, today calendar.Date) (string, error) {
	year := in.Year(today)
	if year == 0 {
		return "", nil
	}
	return o.NextNumber(ctx, in.Kind, year)
}

// Register stores the case and drops its draft. A draft that cannot be dropped does not undo the registration.
func (in *Intake) Register(ctx context.Context, o Office, c *cases.Case) (cases.ID, error) {
	id, err := o.Register(ctx, c)
	if err != nil {
		return 0, err
	}
	if in.DraftID != 0 {
		_ = o.DropDraft(ctx, in.DraftID) // it stays on the desk, where the clerk can drop it
	}
	return id, nil
}

// Categories proposes 行政管理类别; others may be typed.
func Categories() []string {
	return []string{"公安", "房屋征补", "自然资源", "城乡建设", "人力社保", "市场监管", "生态环境", "交通运输", "卫生健康", "农业农村",
		"民政", "教育", "司法行政", "城市管理", "税务", "其他"}
}

// Matters proposes 申请复议事项 or 被诉行为种类; others may be typed.
func Matters() []string {
	return []string{"行政处罚", "行政强制", "行政许可", "行政征收", "行政征补", "行政确权", "行政确认", "信息公开", "工伤认定", "举报投诉处理",
		"行政协议", "行政赔偿", "不作为", "其他"}
}
