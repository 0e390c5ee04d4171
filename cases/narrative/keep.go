package narrative

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"fuyi/cases"
)

// Names of the office's preferences that hold its templates and its typed figures.
const (
	templatesName = "report-templates"
	typedName     = "report-typed"
)

// Kept is what an office keeps for its reports: its own wording of templates and the figures typed in for each year.
type Kept struct {
	// Wording are texts of templates by ID, where the office has its own.
	Wording map[string]string
	// Years are typed figures by year and label.
	Years map[string]map[string]string
	// Labels are figures of the office beside the usual ones.
	Labels []Typed
}

// typedStore is the stored form of typed figures.
type typedStore struct {
	Labels []Typed                      `json:"labels,omitempty"`
	Years  map[string]map[string]string `json:"years,omitempty"`
}

// Load reads what the office keeps. What cannot be read is a Damaged *Error: taken for nothing, the next change would overwrite it.
func Load(ctx context.Context, p cases.Preferences) (Kept, error) {
	out := Kept{Wording: map[string]string{}, Years: map[string]map[string]string{}}
	data, err := p.Preference(ctx, "", templatesName)
	if err != nil {
		return out, err
	}
	if err := unpack(data, &out.Wording, "报告模板"); err != nil {
		return out, err
	}
	if data, err = p.Preference(ctx, "", typedName); err != nil {
		return out, err
	}
	var t typedStore
	if err := unpack(data, &t, "另填数字"); err != nil {
		return out, err
	}
	out.Labels = t.Labels
	maps.Copy(out.Years, t.Years)
	return out, nil
}

// unpack reads what was kept under a name; nothing was kept where data is nil.
func unpack(data []byte, into any, what string) error {
	if data == nil {
		return nil
	}
	if err := json.Unmarshal(data, into); err != nil {
		return &cases.Error{Op: "narrative", Kind: cases.Damaged, Err: err,
			Msg: "本单位保存的" + what + "读不出来，没有改动。请用备份恢复办公室数据，或者把日志文件交给维护人员。"}
	}
	return nil
}

// SaveWording keeps the office's wording of a template; "" goes back to the built-in one.
func (k *Kept) SaveWording(ctx context.Context, p cases.Preferences, id, text string) error {
	if built, ok := ByID(id); text == "" || ok && built.Text == text {
		delete(k.Wording, id)
	} else {
		k.Wording[id] = text
	}
	data, err := json.Marshal(k.Wording)
	if err != nil {
		return err
	}
	return p.SetPreference(ctx, "", templatesName, data)
}

// Set types in a figure of a year; "" takes it away. A label that is not among the usual ones becomes one of the office's own.
func (k *Kept) Set(ctx context.Context, p cases.Preferences, year int, label, text string) error {
	y := strconv.Itoa(year)
	if k.Years[y] == nil {
		k.Years[y] = map[string]string{}
	}
	if text == "" {
		delete(k.Years[y], label)
	} else {
		k.Years[y][label] = text
	}
	if !slices.ContainsFunc(k.All(), func(t Typed) bool { return t.Label == label }) {
		k.Labels = append(k.Labels, Typed{Label: label, Unit: "件"})
	}
	data, err := json.Marshal(typedStore{k.Labels, k.Years})
	if err != nil {
		return err
	}
	return p.SetPreference(ctx, "", typedName, data)
}

// All are the figures to type in: the usual ones and the office's own.
func (k *Kept) All() []Typed { return append(TypedLabels(), k.Labels...) }

// Template is a template in the office's wording; ok is false if there is none of that ID.
func (k *Kept) Template(id string) (t Template, ok bool) {
	t, ok = ByID(id)
	if text := k.Wording[id]; text != "" {
		t.Text = text
	}
	return t, ok
}

// Fill puts the typed figures of the year in which the period ends, and of the year before, into a source.
func (k *Kept) Fill(s *Source) {
	y := s.Period.To.Year()
	s.Typed, s.TypedBefore = k.Years[strconv.Itoa(y)], k.Years[strconv.Itoa(y-1)]
	for _, t := range k.Labels {
		s.Units[t.Label] = t.Unit
	}
}
