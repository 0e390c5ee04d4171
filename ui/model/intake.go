package model

import (
	"context"
	"encoding/json"
	"strings"
	"sync"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Intake is the registration of a case by hand (新收案件), or the change of what is known of one (修改案件信息). Every field is text
// as typed, so that a draft keeps exactly what stood on the page, also what cannot be read yet.
type Intake struct {
	Kind     cases.Kind `json:"kind"`
	Number   string     `json:"number"`
	Received string     `json:"received"`
	// Channel is how the application came (提交方式); Posted the day of the postmark, of sending or of filing with the penalty
	// organ, Clock the time of day of an application by internet, PenaltyOrgan and Forwarded who sent it on and when.
	Channel      procedure.Means `json:"channel,omitempty"`
	Posted       string          `json:"posted,omitempty"`
	Clock        string          `json:"clock,omitempty"`
	PenaltyOrgan string          `json:"penalty_organ,omitempty"`
	Forwarded    string          `json:"forwarded,omitempty"`
	// Parties in the order of the page; those of a role stand in their own order.
	Parties  []*PartyForm `json:"parties,omitempty"`
	Subject  string       `json:"subject"`
	Category string       `json:"category"`
	Matter   string       `json:"matter"`
	Handler  string       `json:"handler"`
	Paper    string       `json:"paper,omitempty"`

	// Opening is the act that a court case begins with: "" or the notice of a suit, the demand or the application of 非诉执行. Lapsed is
	// the last day to sue, from which the time to apply counts.
	Opening procedure.Kind `json:"opening,omitempty"`
	Lapsed  string         `json:"lapsed,omitempty"`

	Court       string         `json:"court,omitempty"`
	CourtNumber string         `json:"court_number,omitempty"`
	Instance    cases.Instance `json:"instance,omitempty"`
	Source      cases.Source   `json:"source,omitempty"`
	Related     string         `json:"related,omitempty"`
	Suit        SuitForm       `json:"suit,omitzero"`

	Said Said `json:"said,omitzero"`
	// DraftID is the draft this page is saved as, 0 before the first pause.
	DraftID int64 `json:"-"`

	// c is the case whose facts are changed, nil for a registration.
	c *cases.Case
	// repeated is set when a case of the same applicant about the same act exists.
	repeated bool
	// review is the reconsideration that Related names, nil while it is not known; reviewAsked the number that was looked for.
	review      *cases.Case
	reviewAsked string
	// taken is the key of a number that the office found used already.
	taken string
	// keeping orders saving and registering: a draft saved late must not outlive its case. done is the case it became.
	keeping sync.Mutex
	done    cases.ID
}

// Said is what the application says (申请情况), as typed.
type Said struct {
	ActName   string          `json:"act_name,omitempty"`
	ActNumber string          `json:"act_number,omitempty"`
	ActDate   string          `json:"act_date,omitempty"`
	Known     string          `json:"known,omitempty"`
	NotTold   bool            `json:"not_told,omitempty"`
	Estate    bool            `json:"estate,omitempty"`
	LostFrom  string          `json:"lost_from,omitempty"`
	LostTo    string          `json:"lost_to,omitempty"`
	Delay     string          `json:"delay,omitempty"`
	Prior     procedure.Prior `json:"prior,omitempty"`
	Requests  string          `json:"requests,omitempty"`
	Reasons   string          `json:"reasons,omitempty"`
	// Prerequisite is the kind of 复议前置 by its code in package reception, Basis the law of its fifth kind.
	Prerequisite string `json:"prerequisite,omitempty"`
	Basis        string `json:"basis,omitempty"`
	// Compensation and Amount are yuan as typed.
	Compensation string         `json:"compensation,omitempty"`
	Amount       string         `json:"amount,omitempty"`
	Review       string         `json:"review,omitempty"`
	Stay         bool           `json:"stay,omitempty"`
	Hearing      bool           `json:"hearing,omitempty"`
	Mediation    bool           `json:"mediation,omitempty"`
	Materials    []MaterialForm `json:"materials,omitempty"`
}

// NewIntake is an empty registration received today, with one applicant and one respondent to fill in.
func NewIntake(k cases.Kind, today calendar.Date) *Intake {
	in := &Intake{Kind: k, Received: today.String(), Instance: cases.First, Source: cases.Direct}
	if k == cases.Reconsideration {
		in.Channel = procedure.InPerson
	}
	in.Add(cases.Applicant)
	in.Add(cases.Respondent)
	return in
}

// OpenDraft reads a registration back as it stood.
func OpenDraft(d cases.Draft) (*Intake, error) {
	in := &Intake{}
	var old struct {
		Applicants   string `json:"applicants"`
		Respondents  string `json:"respondents"`
		ThirdParties string `json:"third_parties"`
	}
	if err := json.Unmarshal(d.Data, in); err != nil {
		return nil, &cases.Error{Op: "open draft", Kind: cases.Damaged, Err: err,
			Msg: "这份草稿的内容已经损坏，无法打开。请放弃这份草稿，重新登记。"}
	}
	// Drafts of earlier versions had the names of a side in one field; what is no such draft has none of these fields.
	if err := json.Unmarshal(d.Data, &old); err == nil {
		in.take(cases.Applicant, old.Applicants)
		in.take(cases.Respondent, old.Respondents)
		in.take(cases.ThirdParty, old.ThirdParties)
	}
	in.DraftID = d.ID
	return in, nil
}

// take adds names that were typed in one field.
func (in *Intake) take(r cases.Role, text string) {
	for _, n := range names(text) {
		p := in.Add(r)
		p.Name = n
		p.guess()
	}
}

// Blank reports whether nothing was typed that is worth keeping.
func (in *Intake) Blank() bool {
	for _, p := range in.Parties {
		if !p.blank() {
			return false
		}
	}
	s := in.Said
	return strings.TrimSpace(in.Subject+in.Court+in.CourtNumber+in.Related+in.Paper+in.Category+in.Matter+in.PenaltyOrgan+s.ActName+
		s.ActNumber+s.ActDate+s.Known+s.Requests+s.Reasons+s.Compensation+s.Amount+s.Review+s.Delay+in.Suit.Earlier+in.Suit.Claimed+in.Suit.Awarded+in.Suit.Author) == ""
}

// Draft is the registration as a draft to save.
func (in *Intake) Draft() (cases.Draft, error) {
	data, err := json.Marshal(in)
	if err != nil {
		return cases.Draft{}, err
	}
	who := strings.Join(in.Names(cases.Applicant), "、")
	if who == "" {
		who = "未填" + in.RoleLabel(cases.Applicant)
	}
	return cases.Draft{ID: in.DraftID, Title: in.Kind.Label() + "：" + who, Data: data}, nil
}

// goneDraft is the answer where the draft of a page was registered or dropped in another window meanwhile.
func goneDraft() error {
	return &cases.Error{Op: "draft", Kind: cases.Conflict,
		Msg: "这份登记已经在另一个窗口完成或者清空，这里不再保存。要登记另一件案件，请点“作为另一件继续”。"}
}

// Gone reports whether an error says that the draft was finished elsewhere.
func Gone(err error) bool { return err != nil && cases.Message(err) == cases.Message(goneDraft()) }

// Save keeps a draft. One that was registered, here or in another window, is not kept again: it would become a second case.
func (in *Intake) Save(ctx context.Context, o Office, d cases.Draft) error {
	in.keeping.Lock()
	defer in.keeping.Unlock()
	if in.done != 0 {
		return nil
	}
	if err := in.stands(ctx, o); err != nil {
		return err
	}
	d.ID = in.DraftID
	id, err := o.SaveDraft(ctx, d)
	if err == nil {
		in.DraftID = id
	}
	return err
}

// stands reports whether the draft of this page is still there.
func (in *Intake) stands(ctx context.Context, o Office) error {
	if in.DraftID == 0 {
		return nil
	}
	all, err := o.Drafts(ctx)
	if err != nil {
		return err
	}
	for _, d := range all {
		if d.ID == in.DraftID {
			return nil
		}
	}
	return goneDraft()
}

// Detach makes the page a registration of its own, after its draft was finished elsewhere.
func (in *Intake) Detach() {
	in.keeping.Lock()
	defer in.keeping.Unlock()
	in.DraftID, in.Number = 0, ""
}

// Drop removes the draft of the page and keeps no further one.
func (in *Intake) Drop(ctx context.Context, o Office) error {
	in.keeping.Lock()
	defer in.keeping.Unlock()
	in.done = -1
	if in.DraftID == 0 {
		return nil
	}
	return o.DropDraft(ctx, in.DraftID)
}

// Register stores the case and drops its draft. It gives exactly one case: a second call answers with the first one's id, and
// a draft finished in another window is refused. A draft that cannot be dropped does not undo the registration.
func (in *Intake) Register(ctx context.Context, o Office, c *cases.Case) (cases.ID, error) {
	in.keeping.Lock()
	defer in.keeping.Unlock()
	if in.done > 0 {
		return in.done, nil
	}
	if err := in.stands(ctx, o); err != nil {
		return 0, err
	}
	id, err := o.Register(ctx, c)
	if err != nil {
		return 0, err
	}
	in.done = id
	if in.DraftID != 0 {
		_ = o.DropDraft(ctx, in.DraftID) // it stays on the desk, where the clerk can drop it
	}
	return id, nil
}

// Year is the year of receipt as typed, 0 while it cannot be read; numbers are proposed for it.
func (in *Intake) Year(today calendar.Date) int {
	d, err := ReadDate(in.Received, today)
	if err != nil {
		return 0
	}
	return d.Year()
}

// Proposal is the number the office would give next, for the year typed; "" where none can be proposed.
func (in *Intake) Proposal(ctx context.Context, o cases.Writer, today calendar.Date) (string, error) {
	year := in.Year(today)
	if year == 0 {
		return "", nil
	}
	return o.NextNumber(ctx, in.Kind, year)
}

// Likeness is what similar cases are looked for by.
func (in *Intake) Likeness() cases.Likeness {
	l := cases.Likeness{ActNumber: strings.TrimSpace(in.Said.ActNumber), Subject: strings.TrimSpace(in.Subject)}
	if in.c != nil {
		l.Except = in.c.ID
	}
	for _, p := range in.Parties {
		switch {
		case p.Role == cases.Respondent && l.Respondent == "":
			l.Respondent = strings.TrimSpace(p.Name)
		case p.Role == cases.Applicant:
			l.Applicants = appendFilled(l.Applicants, p.Name)
			l.IDNumbers = appendFilled(l.IDNumbers, p.IDNumber)
			l.Phones = appendFilled(l.Phones, p.Phone)
		}
	}
	return l
}

func appendFilled(list []string, text string) []string {
	if text = strings.TrimSpace(text); text != "" {
		list = append(list, text)
	}
	return list
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
