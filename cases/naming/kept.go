package naming

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// KeptForm is a blank form that an office keeps (空表): the next year it is filled with one press.
type KeptForm struct {
	ID    int    `json:"id"`
	Title string `json:"title"`
	File  string `json:"file"`
	// Cells are how many of its cells are named; Saved the day it was kept.
	Cells int           `json:"cells"`
	Saved calendar.Date `json:"saved,omitzero"`
}

// Names of what an office keeps of its forms: the list, and of each form its map and its bytes.
const (
	keptList = "blank_forms"
	keptMap  = "blank_forms/%d/map"
	keptFile = "blank_forms/%d/file"
)

// maxKept is the largest file that is kept, as large as forms that can be read.
const maxKept = 20 << 20

// KeptForms lists the forms of an office by title. Errors are those of the office.
func KeptForms(ctx context.Context, o cases.PreferenceReader) ([]KeptForm, error) {
	data, err := o.Preference(ctx, "", keptList)
	if err != nil || len(data) == 0 {
		return nil, err
	}
	var out []KeptForm
	if err := json.Unmarshal(data, &out); err != nil {
		return nil, &cases.Error{Op: "blank forms", Kind: cases.Invalid, Err: err, Msg: "保存的空表目录读不出来，没有改动它。请从备份恢复办公室文件。"}
	}
	return out, nil
}

// LoadForm reads the map and the bytes of a kept form. NotFound if it was deleted.
func LoadForm(ctx context.Context, o cases.PreferenceReader, id int) (m cases.BlankMap, file []byte, err error) {
	data, err := o.Preference(ctx, "", fmt.Sprintf(keptMap, id))
	if err != nil {
		return m, nil, err
	}
	if file, err = o.Preference(ctx, "", fmt.Sprintf(keptFile, id)); err != nil {
		return m, nil, err
	}
	if len(data) == 0 || len(file) == 0 {
		return m, nil, refused(cases.NotFound, "这份空表已经删除，请重新登记。")
	}
	m, err = ReadMap(data)
	return m, file, err
}

// SaveForm keeps a form with its map and its bytes, and gives back its ID; an ID of 0 makes a new one. A title that another form
// has is a Conflict, none or an empty map is Invalid.
func SaveForm(ctx context.Context, o cases.Preferences, f KeptForm, m cases.BlankMap, file []byte) (int, error) {
	list, err := KeptForms(ctx, o)
	if err != nil {
		return 0, err
	}
	f.Title, f.Cells = strings.TrimSpace(f.Title), len(m.Cells)
	if err := checkTitle(list, f); err != nil {
		return 0, err
	}
	switch {
	case len(m.Cells) == 0:
		return 0, refused(cases.Invalid, "还没有给任何单元格指定数字，请先指定再保存。")
	case len(file) == 0 || len(file) > maxKept:
		return 0, refused(cases.Invalid, fmt.Sprintf("空表“%s”是空的或者太大（超过%d MB），没有保存。请删去表中的图片后再试。", f.File, maxKept>>20))
	}
	if f.ID == 0 {
		f.ID = 1
		for _, x := range list {
			f.ID = max(f.ID, x.ID+1)
		}
	}
	m.Title, m.File = f.Title, f.File
	data, err := json.Marshal(m)
	if err != nil {
		return 0, err
	}
	if err := o.SetPreference(ctx, "", fmt.Sprintf(keptFile, f.ID), file); err != nil {
		return 0, err
	}
	if err := o.SetPreference(ctx, "", fmt.Sprintf(keptMap, f.ID), data); err != nil {
		return 0, err
	}
	if i := indexOf(list, f.ID); i >= 0 {
		list[i] = f
	} else {
		list = append(list, f)
	}
	// The list comes last: a form that is not on it was not kept.
	return f.ID, saveList(ctx, o, list)
}

// RenameForm gives a kept form another title.
func RenameForm(ctx context.Context, o cases.Preferences, id int, title string) error {
	list, err := KeptForms(ctx, o)
	if err != nil {
		return err
	}
	i := indexOf(list, id)
	if i < 0 {
		return refused(cases.NotFound, "这份空表已经删除，请重新登记。")
	}
	list[i].Title = strings.TrimSpace(title)
	if err := checkTitle(list, list[i]); err != nil {
		return err
	}
	return saveList(ctx, o, list)
}

// DeleteForm forgets a kept form, its map and its bytes.
func DeleteForm(ctx context.Context, o cases.Preferences, id int) error {
	list, err := KeptForms(ctx, o)
	if err != nil {
		return err
	}
	if err := saveList(ctx, o, slices.DeleteFunc(list, func(f KeptForm) bool { return f.ID == id })); err != nil {
		return err
	}
	for _, name := range []string{keptMap, keptFile} {
		if err := o.SetPreference(ctx, "", fmt.Sprintf(name, id), nil); err != nil {
			return err
		}
	}
	return nil
}

func indexOf(list []KeptForm, id int) int {
	return slices.IndexFunc(list, func(f KeptForm) bool { return f.ID == id })
}

func checkTitle(list []KeptForm, f KeptForm) error {
	if f.Title == "" {
		return refused(cases.Invalid, "请给空表起一个名称。")
	}
	if slices.ContainsFunc(list, func(x KeptForm) bool { return x.ID != f.ID && x.Title == f.Title }) {
		return refused(cases.Conflict, "已经有名为“"+f.Title+"”的空表，请换一个名称。")
	}
	return nil
}

func saveList(ctx context.Context, o cases.Preferences, list []KeptForm) error {
	slices.SortFunc(list, func(a, b KeptForm) int { return strings.Compare(a.Title, b.Title) })
	data, err := json.Marshal(list)
	if err != nil {
		return err
	}
	return o.SetPreference(ctx, "", keptList, data)
}
