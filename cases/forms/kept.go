package forms

import (
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"slices"

	"fuyi/cases"
	"fuyi/cases/statistics"
)

// Kept is how an office counts: what it chose once for the window, the workbooks and the commands alike.
type Kept struct {
	// Rules are its readings of counting rules (口径); what is not named is counted as recommended.
	Rules Rules `json:"rules,omitempty"`
	// Mappings are the rows of its own categories (类别对照), by family of editions.
	Mappings map[string]Mapping `json:"mappings,omitempty"`
}

// keptName is where an office keeps how it counts.
const keptName = "counting"

// LoadKept reads how an office counts, as recommended where it keeps nothing; readings that no longer exist are left out. Errors are those of the office.
func LoadKept(ctx context.Context, o cases.PreferenceReader) (Kept, error) {
	var k Kept
	data, err := o.Preference(ctx, "", keptName)
	if err != nil || len(data) == 0 {
		return Kept{}, err
	}
	if err := json.Unmarshal(data, &k); err != nil {
		return Kept{}, &cases.Error{Op: "kept counting", Kind: cases.Invalid, Err: err,
			Msg: "本单位保存的统计口径和类别对照读不出来。请在“设置”的“类别对照”里重新保存。"}
	}
	maps.DeleteFunc(k.Rules, func(id RuleID, code string) bool { return Rules{id: code}.Check() != nil })
	return k, nil
}

// SaveKept keeps how an office counts. Errors are those of the office, Invalid for a reading that does not exist.
func SaveKept(ctx context.Context, o cases.Preferences, k Kept) error {
	if err := k.Rules.Check(); err != nil {
		return &cases.Error{Op: "keep counting", Kind: cases.Invalid, Msg: err.Error() + "。"}
	}
	data, err := json.Marshal(k)
	if err != nil {
		return err
	}
	return o.SetPreference(ctx, "", keptName, data)
}

// InForce are the rules to count by: those asked for, else those the office keeps. Errors are those of the office.
func InForce(ctx context.Context, o cases.PreferenceReader, asked Rules) (Rules, error) {
	k, err := LoadKept(ctx, o)
	return k.rules(asked), err
}

// rules are those asked for over those kept. Recommended readings are left out, so that two tables counted alike have equal rules.
func (k Kept) rules(asked Rules) Rules {
	out := Rules{}
	maps.Copy(out, k.Rules)
	maps.Copy(out, asked)
	for _, s := range ruleSpecs {
		if out[s.ID] == s.Choices[0].Code {
			delete(out, s.ID)
		}
	}
	return out
}

// spelled names every reading, the recommended ones too: rules that were resolved once and are asked for again then stay what they
// are, whatever the office keeps.
func (r Rules) spelled() Rules {
	out := Rules{}
	for _, s := range ruleSpecs {
		out[s.ID] = s.Choices[0].Code
	}
	maps.Copy(out, r)
	return out
}

// mapping is the office's for an edition, with what was asked for in its place.
func (k Kept) mapping(e *Edition, asked Mapping) Mapping {
	if asked != nil {
		return asked
	}
	return k.Mappings[e.Family()]
}

// With gives the rows with one category of the office in another row; row "" leaves it to its name again.
func (k Kept) With(family, category, row string) Kept {
	all := maps.Clone(k.Mappings)
	if all == nil {
		all = map[string]Mapping{}
	}
	m := maps.Clone(all[family])
	if m == nil {
		m = Mapping{}
	}
	if m[category] = row; row == "" {
		delete(m, category)
	}
	if all[family] = m; len(m) == 0 {
		delete(all, family)
	}
	k.Mappings = all
	return k
}

// Family names the editions with the same rows: a mapping for one serves all of them.
func (e *Edition) Family() string {
	for _, f := range []struct {
		id   string
		rows []string
	}{{"2010", rows2010()}, {"2015", rows2015()}} {
		if slices.Equal(e.Rows, f.rows) {
			return f.id
		}
	}
	return "2024"
}

// RowOf tells the row in which a category of the office is counted; known is false where it is in no list and goes to 其他.
func (e *Edition) RowOf(category string, mapping Mapping) (row string, known bool) {
	i, known := e.rowOf(category, mapping)
	return e.Rows[i], known
}

// CategoryCount is a category of the office with the number of cases that have it.
type CategoryCount struct {
	Name  string
	Cases int
}

// Categories are the office's own categories (行政管理类别) in the records of both kinds, the most frequent first.
func (c *Counted) Categories() []CategoryCount {
	count := make([]int, len(c.Deriver.names))
	for i := range c.Records {
		if c.Records[i].kind < 2 { // what is in no form needs no row of one
			count[c.Records[i].category]++
		}
	}
	var out []CategoryCount
	for n, name := range c.Deriver.names {
		if name != statistics.Unsorted && count[n] > 0 {
			out = append(out, CategoryCount{name, count[n]})
		}
	}
	slices.SortStableFunc(out, func(a, b CategoryCount) int {
		return cmp.Or(cmp.Compare(b.Cases, a.Cases), cmp.Compare(a.Name, b.Name))
	})
	return out
}
