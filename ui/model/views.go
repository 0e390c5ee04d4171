package model

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Filter is what a list is narrowed to and how it is sorted, as a person sets it: 本月 stays this month in the next month, and
// 我承办的 means whoever works. Query makes it definite.
type Filter struct {
	Text    string       `json:"text,omitempty"`
	Status  cases.Status `json:"status,omitempty"`
	Mine    bool         `json:"mine,omitempty"`
	Handler string       `json:"handler,omitempty"`
	// Received is the span of receipt; From and To are its bounds where it is set by hand.
	Received Span          `json:"received,omitempty"`
	From     calendar.Date `json:"from,omitzero"`
	To       calendar.Date `json:"to,omitzero"`
	// DueMonth keeps what ends until the end of this month, overdue ones included; Concluded the span of conclusion.
	DueMonth  bool          `json:"due_month,omitempty"`
	Concluded Span          `json:"concluded,omitempty"`
	Lists     FilterLists   `json:"lists,omitzero"`
	Sort      cases.SortKey `json:"sort,omitempty"`
	Desc      bool          `json:"desc,omitempty"`
}

// FilterLists are the words of which a case must have one, by what they say.
type FilterLists struct {
	Categories  []string `json:"categories,omitempty"`
	Matters     []string `json:"matters,omitempty"`
	Respondents []string `json:"respondents,omitempty"`
	Results     []string `json:"results,omitempty"`
}

// Span is a span of days that moves with today.
type Span string

// Spans.
const (
	NoSpan    Span = ""
	ThisMonth Span = "month"      // 本月
	LastMonth Span = "last_month" // 上月
	ThisYear  Span = "year"       // 今年
	LastYear  Span = "last_year"  // 去年
	OwnSpan   Span = "own"        // 自定
)

// Spans are the spans in the order a drop-down offers them.
func Spans() []Span { return []Span{NoSpan, ThisMonth, LastMonth, ThisYear, LastYear, OwnSpan} }

// Label is the Chinese name of the span.
func (s Span) Label() string {
	return map[Span]string{NoSpan: "不限", ThisMonth: "本月", LastMonth: "上月", ThisYear: "今年", LastYear: "去年", OwnSpan: "自定义"}[s]
}

// Days are the first and last day of the span; zero where there is no bound.
func (s Span) Days(today calendar.Date) (from, to calendar.Date) {
	month, year := calendar.New(today.Year(), today.Month(), 1), calendar.New(today.Year(), 1, 1)
	switch s {
	case ThisMonth:
		return month, month.AddMonths(1) - 1
	case LastMonth:
		return month.AddMonths(-1), month - 1
	case ThisYear:
		return year, calendar.New(today.Year(), 12, 31)
	case LastYear:
		return calendar.New(today.Year()-1, 1, 1), year - 1
	}
	return 0, 0
}

// NewFilter is everything, newest received first.
func NewFilter() Filter { return Filter{Sort: cases.ByReceived, Desc: true} }

// Query is the filter as of a day, for whoever works.
func (f Filter) Query(k cases.Kind, today calendar.Date, author string) cases.Query {
	q := cases.Query{Kind: k, Text: f.Text, Status: f.Status, Handler: f.Handler, Today: today, Sort: f.Sort, Desc: f.Desc,
		Categories: f.Lists.Categories, Matters: f.Lists.Matters, Respondents: f.Lists.Respondents, Results: f.Lists.Results}
	if f.Mine {
		q.Handler = author
	}
	q.From, q.To = f.Received.Days(today)
	if f.Received == OwnSpan {
		q.From, q.To = f.From, f.To
	}
	if f.DueMonth {
		_, q.DueTo = ThisMonth.Days(today)
	}
	q.ConcludedFrom, q.ConcludedTo = f.Concluded.Days(today)
	return q
}

// Narrows reports whether anything is left out.
func (f Filter) Narrows() bool {
	return !reflect.DeepEqual(f.plain(), Filter{})
}

// plain is the filter without its order.
func (f Filter) plain() Filter {
	f.Sort, f.Desc = "", false
	return f
}

// Chip is one condition as it is shown: a press on its cross takes it away.
type Chip struct {
	Label string
	// Without is the filter that remains without it.
	Without Filter
}

// listNames are the lists of a filter with the words before their chips.
func (f *Filter) listNames() []struct {
	name string
	list *[]string
} {
	return []struct {
		name string
		list *[]string
	}{{"类别", &f.Lists.Categories}, {"类型", &f.Lists.Matters}, {"被申请人", &f.Lists.Respondents}, {"结果", &f.Lists.Results}}
}

// Chips are the conditions besides the status and the text, which have their own places.
func (f Filter) Chips(k cases.Kind, author string) []Chip {
	var out []Chip
	add := func(label string, clear func(*Filter)) {
		rest := f
		clear(&rest)
		out = append(out, Chip{Label: label, Without: rest})
	}
	switch {
	case f.Mine && author != "":
		add("承办人："+author+"（本人）", func(r *Filter) { r.Mine = false })
	case f.Mine:
		add("承办人：本人", func(r *Filter) { r.Mine = false })
	case f.Handler != "":
		add("承办人："+f.Handler, func(r *Filter) { r.Handler = "" })
	}
	if f.Received != NoSpan && (f.Received != OwnSpan || !f.From.IsZero() || !f.To.IsZero()) {
		add(strings.TrimSuffix(receivedTitle(k), "日期")+"："+f.spanText(), func(r *Filter) { r.Received, r.From, r.To = NoSpan, 0, 0 })
	}
	if f.DueMonth {
		add("期限：本月内到期", func(r *Filter) { r.DueMonth = false })
	}
	if f.Concluded != NoSpan {
		add("结案："+f.Concluded.Label(), func(r *Filter) { r.Concluded = NoSpan })
	}
	for i, l := range f.listNames() {
		name := l.name
		if name == "被申请人" {
			name = cases.Respondent.ListLabel(k)
		}
		for _, v := range *l.list {
			add(name+"："+v, func(r *Filter) {
				rest := r.listNames()[i].list
				*rest = slices.DeleteFunc(slices.Clone(*rest), func(x string) bool { return x == v })
				if len(*rest) == 0 {
					*rest = nil
				}
			})
		}
	}
	return out
}

// Words say below the title of a printed list what it holds.
func (f Filter) Words(k cases.Kind, author string, n int, today calendar.Date) string {
	var parts []string
	for _, c := range StatusChoices(k) {
		if c.Status == f.Status && f.Status != cases.Any {
			parts = append(parts, c.Label)
		}
	}
	if f.Text != "" {
		parts = append(parts, "含“"+f.Text+"”")
	}
	for _, c := range f.Chips(k, author) {
		parts = append(parts, c.Label)
	}
	out := "共" + Thousands(n) + "件，" + today.Chinese() + "打印"
	if len(parts) > 0 {
		out = strings.Join(parts, "；") + "。" + out
	}
	return out
}

func (f Filter) spanText() string {
	if f.Received != OwnSpan {
		return f.Received.Label()
	}
	switch {
	case f.From.IsZero() && f.To.IsZero():
		return "自定义"
	case f.To.IsZero():
		return f.From.String() + "起"
	case f.From.IsZero():
		return "至" + f.To.String()
	}
	return f.From.String() + "至" + f.To.String()
}

// With adds a word to a list of the filter.
func With(list []string, word string) []string {
	word = strings.TrimSpace(word)
	if word == "" || slices.Contains(list, word) {
		return list
	}
	return append(slices.Clone(list), word)
}

// View is a list as somebody named and kept it (视图).
type View struct {
	Name    string       `json:"name"`
	Filter  Filter       `json:"filter"`
	Columns ColumnChoice `json:"columns,omitzero"`
}

// BuiltInViews are the views every office has.
func BuiltInViews(k cases.Kind) []View {
	with := func(name string, set func(*Filter)) View {
		f := NewFilter()
		set(&f)
		return View{Name: name, Filter: f}
	}
	soonest := func(f *Filter) { f.Sort, f.Desc = cases.ByDue, false }
	out := []View{
		with("全部", func(*Filter) {}),
		with("我承办的", func(f *Filter) { f.Mine, f.Status = true, cases.Open; soonest(f) }),
		with("本月到期", func(f *Filter) { f.Status, f.DueMonth = cases.Open, true; soonest(f) }),
		with("超期", func(f *Filter) { f.Status = cases.Overdue; soonest(f) }),
		with("中止", func(f *Filter) { f.Status = cases.SuspendedNow }),
		with("今年新收", func(f *Filter) { f.Received = ThisYear }),
		with("今年已结", func(f *Filter) { f.Concluded, f.Sort = ThisYear, cases.ByConcluded }),
	}
	if k == cases.Litigation {
		out = slices.DeleteFunc(out, func(v View) bool { return v.Name == "中止" })
	}
	return out
}

// ListMemory is what is remembered of a list for a person: named views, and how it was left.
type ListMemory struct {
	Views   []View       `json:"views,omitempty"`
	Last    Filter       `json:"last"`
	Columns ColumnChoice `json:"columns,omitzero"`
}

// ReadListMemory reads what was stored; nothing readable is nothing remembered. What was typed into the search field is not
// kept: a list that opens narrowed by a word of yesterday looks as if cases were missing.
func ReadListMemory(data []byte) ListMemory {
	var m ListMemory
	if len(data) == 0 || json.Unmarshal(data, &m) != nil || m.Last.Sort == "" {
		return ListMemory{Views: m.Views, Last: NewFilter()}
	}
	m.Last.Text = ""
	return m
}

// Data is the form ReadListMemory reads.
func (m ListMemory) Data() ([]byte, error) { return json.Marshal(m) }

// Save keeps a view under a name, in place of one of the same name. A name that a built-in view has, or none, is refused
// with a sentence.
func (m *ListMemory) Save(k cases.Kind, v View) string {
	v.Name = strings.TrimSpace(v.Name)
	switch {
	case v.Name == "":
		return "请给视图起一个名称。"
	case slices.ContainsFunc(BuiltInViews(k), func(b View) bool { return b.Name == v.Name }):
		return "“" + v.Name + "”是自带的视图，请换一个名称。"
	}
	if i := m.index(v.Name); i >= 0 {
		m.Views[i] = v
		return ""
	}
	m.Views = append(slices.Clone(m.Views), v)
	return ""
}

// Rename gives a view another name; a sentence says why not.
func (m *ListMemory) Rename(k cases.Kind, name, to string) string {
	i := m.index(name)
	if to = strings.TrimSpace(to); i < 0 || to == name {
		return ""
	}
	if m.index(to) >= 0 {
		return "已经有名为“" + to + "”的视图，请换一个名称。"
	}
	v := m.Views[i]
	v.Name = to
	if say := m.Save(k, v); say != "" {
		return say
	}
	m.Delete(name)
	return ""
}

// Delete forgets a view.
func (m *ListMemory) Delete(name string) {
	m.Views = slices.DeleteFunc(slices.Clone(m.Views), func(v View) bool { return v.Name == name })
}

func (m *ListMemory) index(name string) int {
	return slices.IndexFunc(m.Views, func(v View) bool { return v.Name == name })
}

// All are the built-in views and then the own ones.
func (m *ListMemory) All(k cases.Kind) []View { return append(BuiltInViews(k), m.Views...) }

// Own reports whether a view is one that somebody named.
func (m *ListMemory) Own(name string) bool { return m.index(name) >= 0 }

// Current is the name of the view that the list stands as, "" if it was changed since: an own view before a built-in one.
func (m *ListMemory) Current(k cases.Kind, f Filter, c ColumnChoice) string {
	f.Text = ""
	for _, v := range slices.Concat(m.Views, BuiltInViews(k)) {
		g := v.Filter
		if !m.Own(v.Name) {
			g.Sort, g.Desc = f.Sort, f.Desc // in whatever order, it is the same choice of cases
		}
		same := reflect.DeepEqual(g, f)
		if same && (!m.Own(v.Name) || reflect.DeepEqual(v.Columns, c)) {
			return v.Name
		}
	}
	return ""
}

// Results are the results a list can be narrowed to, in the words lists show.
func Results(k cases.Kind) []string {
	var out []string
	if k == cases.Litigation {
		for _, o := range procedure.Outcomes() {
			out = append(out, procedure.OutcomeLabel(o))
		}
		return out
	}
	for _, d := range procedure.Dispositions() {
		out = append(out, headline(procedure.Act{Kind: procedure.Decision, Detail: &procedure.Detail{Items: []procedure.Item{{Kind: d}}}}))
		if d == procedure.Revoke {
			out = append(out, headline(procedure.Act{Kind: procedure.Decision,
				Detail: &procedure.Detail{Items: []procedure.Item{{Kind: d, Redo: true}}}}))
		}
	}
	for _, a := range []procedure.Act{{Kind: procedure.Dismissal}, {Kind: procedure.Mediation}, terminated(procedure.SettlementReached),
		terminated(procedure.VoluntaryWithdrawal), terminated(procedure.ActCorrected), {Kind: procedure.Termination}, {Kind: procedure.Withdrawal},
		{Kind: procedure.Rejection}, {Kind: procedure.Abandonment}} {
		out = append(out, headline(a))
	}
	return out
}

func headline(a procedure.Act) string { return procedure.Headline([]procedure.Act{a}) }

func terminated(g procedure.Ground) procedure.Act {
	return procedure.Act{Kind: procedure.Termination, Detail: &procedure.Detail{Ground: g}}
}
