package narrative

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

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

// Worded is what is kept with the office's wording of a template changed; "" goes back to the built-in one. The receiver stays as it is,
// so that what a window shows never changes under it while it is being stored.
func (k Kept) Worded(id, text string) Kept {
	k.Wording = maps.Clone(k.Wording)
	if built, ok := ByID(id); text == "" || ok && built.Text == text {
		delete(k.Wording, id)
	} else {
		k.Wording[id] = text
	}
	return k
}

// SaveWording stores the wordings.
func (k Kept) SaveWording(ctx context.Context, p cases.Preferences) error {
	data, err := json.Marshal(k.Wording)
	if err != nil {
		return err
	}
	return p.SetPreference(ctx, "", templatesName, data)
}

// WithFigure is what is kept with a figure of a year typed in; "" takes it away. A label that is not among the usual ones becomes one of
// the office's own. The receiver stays as it is.
func (k Kept) WithFigure(year int, label, text string) Kept {
	y := strconv.Itoa(year)
	figures := maps.Clone(k.Years[y])
	if figures == nil {
		figures = map[string]string{}
	}
	if text == "" {
		delete(figures, label)
	} else {
		figures[label] = text
	}
	k.Years = maps.Clone(k.Years)
	k.Years[y] = figures
	if !slices.ContainsFunc(k.All(), func(t Typed) bool { return t.Label == label }) {
		k.Labels = append(slices.Clone(k.Labels), Typed{Label: label, Unit: unitIn(label)})
	}
	return k
}

// unitIn is the unit that an office's own label ends with in brackets, as in 培训人次（人次）; 件 where it has none.
func unitIn(label string) string {
	text := strings.NewReplacer("(", "（", ")", "）").Replace(label)
	if at := strings.LastIndex(text, "（"); at > 0 && strings.HasSuffix(text, "）") {
		return strings.TrimSuffix(text[at+len("（"):], "）")
	}
	return "件"
}

// SaveFigures stores the figures typed in.
func (k Kept) SaveFigures(ctx context.Context, p cases.Preferences) error {
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
