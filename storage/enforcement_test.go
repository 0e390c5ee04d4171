package storage

import (
	"context"
	"path/filepath"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// execution is a case of 非诉执行 that is over: its state no longer tells what it was.
func execution() *cases.Case {
	c := application(1, "苏州某某公司", "苏州市姑苏区市场监督管理局", "申请执行罚款决定", calendar.New(2020, 8, 24))
	c.Kind, c.Number, c.Suit = cases.Litigation, "〔2020〕姑苏非执第1号", &cases.Suit{Court: "苏州市姑苏区人民法院"}
	c.Parties[0].Phone = "13900000412"
	on := c.Acts[0].On
	c.Acts = []procedure.Act{{Kind: procedure.EnforcementApplied, On: on}, {Kind: procedure.EnforcementAccepted, On: on + 3},
		{Kind: procedure.Judgment, On: on + 8, Detail: &procedure.Detail{Results: []procedure.Result{{Outcome: procedure.ExecutionAllowed}}}},
		{Kind: procedure.EnforcementDone, On: on + 40}}
	return c
}

// Lists and searches tell 非诉执行 from the suits it stands among, also in an office file of before they did.
func TestEnforcementInListsAndSearches(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	o := openOffice(t, dir, true)
	id, err := o.Register(ctx, execution())
	must(t, err)
	must(t, o.Close())

	db, err := openWriter(filepath.Join(dir, dataName))
	must(t, err)
	for _, s := range []string{"ALTER TABLE case_list DROP COLUMN enforcement", "UPDATE projection SET version = '3'", "PRAGMA user_version = 5"} {
		_, err := db.Exec(s)
		must(t, err)
	}
	must(t, db.Close())
	o = openOffice(t, dir, true)
	wantSound(t, o)

	const title = "苏州市姑苏区市场监督管理局 申请执行 苏州某某公司"
	page, err := o.List(ctx, cases.Query{Kind: cases.Litigation})
	must(t, err)
	if len(page.Rows) != 1 || page.Rows[0].ID != id || !page.Rows[0].Enforcement || page.Rows[0].Title() != title || page.Rows[0].KindLabel() != "非诉执行" {
		t.Errorf("listed as %+v", page.Rows)
	}
	for typed, field := range map[string]string{"苏州某某公司": "被执行人", "市场监督": "申请执行人", "0412": "被执行人电话"} {
		f, err := o.Find(ctx, cases.FindQuery{Text: typed, Today: today})
		must(t, err)
		if f.Total != 1 || f.Hits[0].Matches[0].Field != field || f.Hits[0].Row.Title() != title {
			t.Errorf("%s finds %+v", typed, f.Hits)
		}
	}
}
