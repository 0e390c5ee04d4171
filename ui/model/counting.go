package model

import (
	"context"
	"fmt"
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
)

// CountStart is what the page of figures begins with: the years that have cases, and how the office counts.
type CountStart struct {
	Years []int
	Rules forms.Rules
}

// BeginCounting reads it.
func BeginCounting(ctx context.Context, o interface {
	cases.PreferenceReader
	Years(ctx context.Context) ([]int, error)
}) (CountStart, error) {
	years, err := o.Years(ctx)
	if err != nil {
		return CountStart{}, err
	}
	k, err := forms.LoadKept(ctx, o)
	return CountStart{years, k.Rules}, err
}

// KeepRules makes the chosen readings those of the office (本单位口径); none means the recommended ones.
func KeepRules(ctx context.Context, o cases.Preferences, r forms.Rules) error {
	k, err := forms.LoadKept(ctx, o)
	if err != nil && cases.KindOf(err) != cases.Invalid {
		return err
	}
	// What equals the recommendation is not kept: a later recommendation holds then.
	k.Rules = nil
	for _, s := range forms.RuleSpecs() {
		if code := r[s.ID]; code != "" && code != s.Choices[0].Code {
			k.Rules = k.Rules.With(s.ID, code)
		}
	}
	return forms.SaveKept(ctx, o, k)
}

// Recommended are the recommended readings, each named, so that they hold over what the office keeps.
func Recommended() forms.Rules {
	out := forms.Rules{}
	for _, s := range forms.RuleSpecs() {
		out[s.ID] = s.Choices[0].Code
	}
	return out
}

// CategoryMap is the page 类别对照: in which row of the forms the office's own categories count.
type CategoryMap struct {
	Kept forms.Kept
	// Edition stands for its family.
	Edition *forms.Edition
	own     []forms.CategoryCount
}

// categoryYears is how many years back categories are looked for.
const categoryYears = 5

// LoadCategories reads the office's categories of the last years and the mappings.
func LoadCategories(ctx context.Context, o Counting, year int, today calendar.Date) (*CategoryMap, error) {
	c, err := forms.Load(ctx, o, forms.Period{From: calendar.New(today.Year()-categoryYears, 1, 1), To: today})
	if err != nil {
		return nil, err
	}
	return &CategoryMap{Kept: c.Kept, Edition: forms.For(cases.Reconsideration, year), own: c.Categories()}, nil
}

// Families are an edition for each list of rows, the newest first, with what it is called.
func Families() (list []*forms.Edition, labels []string) {
	for _, e := range slices.Backward(forms.Editions()) {
		if e.Kind == cases.Reconsideration && !slices.ContainsFunc(list, func(x *forms.Edition) bool { return x.Family() == e.Family() }) {
			list, labels = append(list, e), append(labels, e.Family()+"年起的表列类别")
		}
	}
	return list, labels
}

// CategoryLine is one category of the office. Row is where it counts; Chosen is true where the office chose it, Known false where
// it goes to 其他 because no list has it.
type CategoryLine struct {
	Name          string
	Cases         int
	Row           string
	Chosen, Known bool
}

// Lines are the categories: first those that no list has, then those that were chosen, then the others.
func (m *CategoryMap) Lines() []CategoryLine {
	mapping := m.Kept.Mappings[m.Edition.Family()]
	var out []CategoryLine
	add := func(name string, n int) {
		row, known := m.Edition.RowOf(name, mapping)
		out = append(out, CategoryLine{name, n, row, mapping[name] != "", known})
	}
	for _, c := range m.own {
		add(c.Name, c.Cases)
	}
	for name := range mapping {
		if !slices.ContainsFunc(m.own, func(c forms.CategoryCount) bool { return c.Name == name }) {
			add(name, 0)
		}
	}
	rank := func(l CategoryLine) int {
		switch {
		case !l.Known:
			return 0
		case l.Chosen:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(out, func(a, b CategoryLine) int {
		if d := rank(a) - rank(b); d != 0 || a.Cases+b.Cases > 0 {
			return d
		}
		return slices.Compare([]string{a.Name}, []string{b.Name})
	})
	return out
}

// Choices are the rows a category can be counted in, the first one leaves it to its name; chosen is the one in force.
func (m *CategoryMap) Choices(l CategoryLine) (labels []string, chosen int) {
	row, known := m.Edition.RowOf(l.Name, nil)
	first := "按名称：" + row
	if !known {
		first = "不在表列类别中：" + row
	}
	labels = append([]string{first}, m.Edition.Rows...)
	if l.Chosen {
		chosen = 1 + slices.Index(m.Edition.Rows, l.Row)
	}
	return labels, max(chosen, 0)
}

// Choose counts a category in the row of a choice and keeps it for the office.
func (m *CategoryMap) Choose(ctx context.Context, o cases.Preferences, name string, choice int) error {
	row := ""
	if choice > 0 {
		row = m.Edition.Rows[choice-1]
	}
	// Rules may have been kept meanwhile.
	k, err := forms.LoadKept(ctx, o)
	if err != nil && cases.KindOf(err) != cases.Invalid {
		return err
	}
	k = k.With(m.Edition.Family(), name, row)
	if err := forms.SaveKept(ctx, o, k); err != nil {
		return err
	}
	m.Kept = k
	return nil
}

// Says sums the page up.
func (m *CategoryMap) Says() string {
	unknown, n := 0, 0
	for _, l := range m.Lines() {
		if !l.Known {
			unknown++
			n += l.Cases
		}
	}
	if unknown == 0 {
		return "本单位用过的类别都有对应的表列类别。"
	}
	return fmt.Sprintf("有%d个类别不在表列类别中，%s件案件计入“其他”。请逐个选择对应的表列类别。", unknown, Thousands(n))
}
