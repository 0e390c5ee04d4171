package model

import (
	"encoding/json"
	"fmt"
	"slices"

	"fuyi/cases/procedure"
)

// ActDrafts are the acts that somebody began to fill in and did not record: one for each case and act, kept per person, so that
// leaving a form or closing the window loses nothing.
type ActDrafts struct {
	// Kept is in the order of keeping, the latest last.
	Kept []ActDraft `json:"kept"`
}

// ActDraft is what was typed into the form of an act.
type ActDraft struct {
	// Key names the case and the act, or the entry that is corrected.
	Key string `json:"key"`
	// Typed is the content of the form, as snapshot writes it.
	Typed json.RawMessage `json:"typed"`
}

// mostActDrafts is how many drafts are kept; the oldest go first.
const mostActDrafts = 60

// ReadActDrafts reads drafts as Data wrote them; what cannot be read holds none.
func ReadActDrafts(data []byte) *ActDrafts {
	d := &ActDrafts{}
	if json.Unmarshal(data, d) != nil {
		return &ActDrafts{}
	}
	return d
}

// Data are the drafts as they are stored, nil if there are none.
func (d *ActDrafts) Data() ([]byte, error) {
	if len(d.Kept) == 0 {
		return nil, nil
	}
	return json.Marshal(d)
}

// Keep keeps what a form says if it differs from how the form was begun, else it forgets the draft. It reports whether anything
// is kept. A what-if (推演) is never kept.
func (d *ActDrafts) Keep(f *ActForm, begun string) bool {
	d.Forget(f)
	if now := f.Snapshot(); f.Mode != Trying && now != begun {
		d.Kept = append(d.Kept, ActDraft{f.draftKey(), json.RawMessage(now)})
		d.Kept = d.Kept[max(0, len(d.Kept)-mostActDrafts):]
		return true
	}
	return false
}

// Forget drops the draft of a form, which was recorded or is not wanted.
func (d *ActDrafts) Forget(f *ActForm) {
	key := f.draftKey()
	d.Kept = slices.DeleteFunc(d.Kept, func(x ActDraft) bool { return x.Key == key })
}

// Restore fills a form in as it was left and reports whether there was anything. A draft that cannot be read changes nothing.
func (d *ActDrafts) Restore(f *ActForm) bool {
	i := slices.IndexFunc(d.Kept, func(x ActDraft) bool { return x.Key == f.draftKey() })
	if i < 0 || f.Mode == Trying {
		return false
	}
	var t typedAct
	if json.Unmarshal(d.Kept[i].Typed, &t) != nil {
		return false
	}
	f.Date, f.Paper, f.Note, f.Regime, f.Reason = t.Date, t.Paper, t.Note, t.Regime, t.Reason
	f.Items, f.Results, f.Appearance, f.AppearanceSaid = t.Items, t.Results, t.Appearance, t.Said
	f.Values = map[string]string{}
	for k, v := range t.Values {
		f.Values[k] = v
	}
	return true
}

// typedAct is the content of a form.
type typedAct struct {
	Date       string               `json:"date"`
	Paper      string               `json:"paper,omitempty"`
	Note       string               `json:"note,omitempty"`
	Reason     string               `json:"reason,omitempty"`
	Regime     procedure.Regime     `json:"regime,omitempty"`
	Values     map[string]string    `json:"values,omitempty"`
	Items      []procedure.Item     `json:"items,omitempty"`
	Results    []procedure.Result   `json:"results,omitempty"`
	Appearance procedure.Appearance `json:"appearance"`
	Said       bool                 `json:"said,omitempty"`
}

// Snapshot is the content of the form as text: two forms that say the same have the same.
func (f *ActForm) Snapshot() string {
	t := typedAct{f.Date, f.Paper, f.Note, f.Reason, f.Regime, map[string]string{}, f.Items, f.Results, f.Appearance, f.AppearanceSaid}
	for k, v := range f.Values {
		if v != "" {
			t.Values[k] = v
		}
	}
	data, err := json.Marshal(t)
	if err != nil {
		panic(err) // texts and numbers can always be written
	}
	return string(data)
}

func (f *ActForm) draftKey() string {
	if f.Mode == Correcting {
		return fmt.Sprintf("%d/correct/%d", f.c.ID, f.entry.ID)
	}
	return fmt.Sprintf("%d/%s", f.c.ID, f.Spec.Kind)
}
