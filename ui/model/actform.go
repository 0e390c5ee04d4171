package model

import (
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// FormMode says what a form about an act is for.
type FormMode int

// Modes.
const (
	Recording  FormMode = iota // 记录
	Trying                     // 推演: nothing is written
	Correcting                 // 更正录入
)

// ActForm is the page on which one act is recorded, tried or corrected. Nothing is written while it is filled in: Preview
// folds the case with the act and says what would change.
type ActForm struct {
	Spec *procedure.Spec
	Mode FormMode
	// Date, Paper and Note are what every act has, Regime the override of the rules of the day, with its reason in Note.
	Date, Paper, Note string
	Regime            procedure.Regime
	// Past says why the act cannot be dated today though an earlier day allows it (补录), "" for an act of today.
	Past string
	// Values are the plain fields as typed, by their keys; a span has two, key and key+"_to".
	Values map[string]string
	// The rest is filled in piece by piece.
	Items      []procedure.Item
	Appearance procedure.Appearance
	// AppearanceSaid is true once it was chosen whether a head came: nothing is chosen beforehand.
	AppearanceSaid bool
	Results        []procedure.Result
	// Reason is why an entry is corrected; Strike withdraws it.
	Reason string
	Strike bool

	c     *cases.Case
	entry procedure.Act
	law   *procedure.Law
	today calendar.Date
	// Below is the suit at the instance before, nil where there is none or it was not found: who lost in it lost still where its judgment
	// stands.
	Below *cases.Case
	// settings name the office's own government, for the figures a correction moves.
	settings cases.Settings
}

// NewActForm begins an act of a case, dated today, with what can be known filled in.
func NewActForm(c *cases.Case, s *procedure.Spec, law *procedure.Law, today calendar.Date) *ActForm {
	f := &ActForm{Spec: s, Date: today.String(), Values: map[string]string{}, c: c, law: law, today: today}
	if f.Has(procedure.FieldItems) {
		f.Items = []procedure.Item{{}}
	}
	if f.Has(procedure.FieldResults) {
		f.Results = results(c)
	}
	if names := f.Defendants(); f.Has(procedure.FieldAppearance) && len(names) > 1 {
		f.Appearance.For = names[0]
		if rest := f.unheard(); len(rest) > 0 {
			f.Appearance.For = rest[0]
		}
	}
	for k, v := range proposals(c, s.Kind) {
		f.Values[k] = v
	}
	if s.Kind == procedure.SupplementNotice {
		f.Note = supplementNote(c)
	}
	return f
}

// NewTrial begins a what-if (推演) of an act, with an example in every obligatory field, so that it shows an effect at once.
func NewTrial(c *cases.Case, s *procedure.Spec, law *procedure.Law, today calendar.Date) *ActForm {
	f := NewActForm(c, s, law, today)
	f.Mode, f.AppearanceSaid = Trying, true
	for _, info := range f.Fields() {
		switch {
		case !info.Required || f.Values[info.Key] != "":
		case info.Input == procedure.InputChoice:
			f.Values[info.Key] = info.Codes[0].Code
		case info.Input == procedure.InputDay:
			f.Values[info.Key] = today.AddDays(trialAhead).String()
		}
	}
	return f
}

// trialAhead is how far ahead of today a what-if proposes the days that a paper names.
const trialAhead = 14

// NewCorrection begins the correction of an entry, filled in as it stands.
func NewCorrection(c *cases.Case, a procedure.Act, settings cases.Settings, law *procedure.Law, today calendar.Date) *ActForm {
	f := &ActForm{Spec: procedure.SpecOf(a.Kind), Mode: Correcting, Date: a.On.String(), Paper: a.Paper, Note: a.Note, Regime: a.Regime,
		Values: map[string]string{}, c: c, entry: a, law: law, today: today, settings: settings}
	for _, info := range f.Fields() {
		f.Values[info.Key], f.Values[info.Key+"_to"] = procedure.ValueOf(&a, info.Key)
	}
	if d := a.Detail; d != nil {
		f.Items, f.Results = slices.Clone(d.Items), slices.Clone(d.Results)
		if d.Appearance != nil {
			f.Appearance, f.AppearanceSaid = *d.Appearance, true
		}
	}
	if f.Has(procedure.FieldItems) && len(f.Items) == 0 {
		f.Items = []procedure.Item{{}}
	}
	if f.Has(procedure.FieldResults) && len(f.Results) == 0 {
		f.Results = results(c)
	}
	return f
}

// proposals fills in what the case already tells: to whom papers go, and the length of an extension.
func proposals(c *cases.Case, k procedure.Kind) map[string]string {
	switch k {
	case procedure.Served, procedure.PublicService:
		return serving(c)
	case procedure.CopySent, procedure.Reply, procedure.OpinionLetter, procedure.LetterServed, procedure.LetterReply, procedure.PerformanceOrder:
		return map[string]string{"to": c.Joined(cases.Respondent)}
	case procedure.ThirdPartyNotice:
		return map[string]string{"to": c.Joined(cases.ThirdParty)}
	case procedure.Extension:
		return map[string]string{"days": "30"}
	}
	return nil
}

func results(c *cases.Case) []procedure.Result {
	names := c.Names(cases.Respondent)
	if len(names) < 2 {
		return []procedure.Result{{}}
	}
	out := make([]procedure.Result, len(names))
	for i, n := range names {
		out[i].Defendant = n
	}
	return out
}

// Has reports whether the act carries a field.
func (f *ActForm) Has(field procedure.Field) bool {
	return slices.Contains(f.Spec.Fields, field) || slices.Contains(f.Spec.May, field) && !f.outdated(field)
}

// outdated reports a field that only the rules before 2024 know: the day that a supplement notice names (旧法). It is asked for
// in cases of that time only, and where an entry has it.
func (f *ActForm) outdated(field procedure.Field) bool {
	k := f.Spec.Kind
	if field != procedure.FieldUntil || k != procedure.SupplementNotice && k != procedure.SupplementServed {
		return false
	}
	if f.Regime == procedure.RegimeA || f.Values["until"] != "" || f.entry.Detail != nil && !f.entry.Detail.Until.IsZero() {
		return false
	}
	on, err := ReadDate(f.Date, f.today)
	if err != nil || on.IsZero() {
		on = f.today
	}
	for _, a := range f.c.Acts {
		on = min(on, a.On)
	}
	return procedure.RegimeOn(on) != procedure.RegimeA
}

// Fields are the plain fields of the act, in the order of its form; items, results and the appearance have inputs of
// their own.
func (f *ActForm) Fields() []procedure.FieldInfo {
	return slices.DeleteFunc(procedure.FieldsOf(f.Spec.Kind), func(i procedure.FieldInfo) bool {
		return i.Input == procedure.InputItems || i.Input == procedure.InputResults || i.Field == procedure.FieldAppearance || !f.Has(i.Field)
	})
}

// Case is the case the act belongs to; Entry the entry that is corrected.
func (f *ActForm) Case() *cases.Case { return f.c }

// Entry is the entry under correction.
func (f *ActForm) Entry() procedure.Act { return f.entry }

// Act builds the act as filled in; the map holds a sentence for every field that cannot be read.
func (f *ActForm) Act() (procedure.Act, map[string]string) {
	bad := map[string]string{}
	on, err := ReadDate(f.Date, f.today)
	if err != nil {
		bad["date"] = err.Error()
	} else if on.IsZero() {
		bad["date"] = "请填写日期"
	}
	a := procedure.Act{Kind: f.Spec.Kind, On: on, Paper: strings.TrimSpace(f.Paper), Note: strings.TrimSpace(f.Note), Regime: f.Regime}
	if f.Regime != "" && a.Note == "" {
		bad["note"] = "指定适用规则的，请在这里写明理由"
	}
	for _, info := range f.Fields() {
		if reason := f.set(&a, info); reason != "" {
			bad[info.Key] = reason
		}
	}
	if f.Has(procedure.FieldResults) && len(f.Defendants()) > 1 && f.undecided() {
		bad["results"] = "请选择每一项结果是哪个" + f.OrganLabel() + "的"
	} else if text := f.missingResults(); f.Has(procedure.FieldResults) && text != "" {
		bad["results"] = text
	}
	if f.Has(procedure.FieldAppearance) && !f.AppearanceSaid {
		bad["appearance"] = "请选择负责人是否出庭"
	}
	f.compose(&a)
	return a, bad
}

// PaperHint is an example of the number of the paper behind the act: a court's in a suit, the organ's own elsewhere.
func (f *ActForm) PaperHint() string {
	if f.c.Kind == cases.Litigation {
		return "如（2026）苏0508行初12号"
	}
	return "如〔2026〕姑苏行复决字第5号"
}

// set reads one plain field.
func (f *ActForm) set(a *procedure.Act, info procedure.FieldInfo) string {
	text := strings.TrimSpace(f.Values[info.Key])
	if info.Input == procedure.InputSpan {
		if to := strings.TrimSpace(f.Values[info.Key+"_to"]); text != "" || to != "" {
			text += ".." + to
		}
	}
	switch {
	case text == "" && info.Required:
		return "请填写“" + info.Label + "”"
	case text == "":
		return ""
	case info.Input == procedure.InputDay:
		d, err := ReadDate(text, f.today)
		if err != nil {
			return err.Error()
		}
		text = d.String()
	case info.Key == "days":
		if n, err := strconv.Atoi(text); err != nil || n < 1 || n > 30 {
			return "延长天数请填1到30的数字，延期最多三十日"
		}
	}
	return procedure.Set(a, info.Key, text)
}

// compose adds what is filled in piece by piece.
func (f *ActForm) compose(a *procedure.Act) {
	d := a.Detail
	if d == nil {
		d = &procedure.Detail{}
	}
	if f.Has(procedure.FieldItems) {
		for _, it := range f.Items {
			if it.Kind != "" {
				d.Items = append(d.Items, it)
			}
		}
		a.Detail = d
	}
	if f.Has(procedure.FieldResults) {
		for _, r := range f.Results {
			if r.Outcome != "" {
				d.Results = append(d.Results, r)
			}
		}
		a.Detail = d
	}
	if f.Has(procedure.FieldAppearance) {
		d.Appearance, a.Detail = appearanceOf(f.Appearance), d
	}
}

// Record is the form that records what was tried, on today at the latest.
func (f *ActForm) Record() *ActForm {
	out := *f
	out.Mode = Recording
	if d, err := ReadDate(f.Date, f.today); err == nil && d > f.today {
		out.Date = f.today.String()
	}
	return &out
}

// Shifted is the day of the form moved by so many days, as text; what is no date begins with today.
func (f *ActForm) Shifted(days int) string {
	d, err := ReadDate(f.Date, f.today)
	if err != nil || d.IsZero() {
		d = f.today
	}
	return d.AddDays(days).String()
}
