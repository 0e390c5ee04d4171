package storage

import (
	"context"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

func TestImportIsOneUndoableStep(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	id := fill(t, o, 1500)
	wantSound(t, o)
	page, err := o.List(ctx, cases.Query{Limit: 10})
	must(t, err)
	if page.Total != 1500 || len(page.Rows) != 10 {
		t.Fatalf("%d rows of %d", len(page.Rows), page.Total)
	}
	must(t, o.UndoImport(ctx, id))
	wantSound(t, o)
	page, err = o.List(ctx, cases.Query{Text: "不服"})
	must(t, err)
	if page.Total != 0 {
		t.Errorf("%d cases remain", page.Total)
	}
	records, err := o.Imports(ctx)
	must(t, err)
	if len(records) != 1 || !records[0].Undone || records[0].Cases != 1500 || records[0].File != "台账.xlsx" || records[0].Imported != today {
		t.Errorf("records %+v", records)
	}
	wantKind(t, o.UndoImport(ctx, id), cases.Refused)
	wantKind(t, o.UndoImport(ctx, id+1), cases.NotFound)
}

func TestUndoRefusedOnceACaseWasTouched(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	id := fill(t, o, 400)
	page, err := o.List(ctx, cases.Query{States: []procedure.State{procedure.Suspended}})
	must(t, err)
	if page.Total == 0 {
		t.Fatal("the synthetic office has no suspended case")
	}
	must(t, o.Record(ctx, page.Rows[0].ID, procedure.Act{Kind: procedure.Resumption, On: today}))
	err = o.UndoImport(ctx, id)
	wantKind(t, err, cases.Refused)
	if !strings.Contains(err.Error(), page.Rows[0].Number) {
		t.Errorf("the touched case is not named: %v", err)
	}
	wantSound(t, o)
	page, err = o.List(ctx, cases.Query{})
	must(t, err)
	if page.Total != 400 {
		t.Errorf("%d cases after a refused undo", page.Total)
	}
}

func TestImportReportsPresentCases(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	fill(t, o, 20)
	im, err := o.BeginImport(ctx, cases.ImportSource{File: "再次.xlsx"})
	must(t, err)
	again := synthetic(3, 20)
	again.Number = strings.NewReplacer("〔", "[", "〕", "]").Replace(again.Number)
	for _, c := range []*cases.Case{synthetic(0, 20), again} {
		present, err := im.Add(c)
		must(t, err)
		if !present {
			t.Errorf("%s was added twice", c.Number)
		}
	}
	id, err := im.Commit()
	must(t, err)
	if id != 0 {
		t.Errorf("an import of nothing got the number %d", id)
	}
	must(t, im.Rollback())
	records, err := o.Imports(ctx)
	must(t, err)
	if len(records) != 1 {
		t.Errorf("%d imports", len(records))
	}
	wantSound(t, o)
}

func TestImportRollsBack(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	o := newOffice(t)
	for _, end := range []func(cases.Import){
		func(im cases.Import) { must(t, im.Rollback()) },
		func(im cases.Import) { cancel(); must(t, im.Rollback()) },
	} {
		im, err := o.BeginImport(ctx, cases.ImportSource{File: "台账.xlsx"})
		must(t, err)
		for i := range 300 {
			_, err := im.Add(synthetic(i, 300))
			must(t, err)
		}
		end(im)
		page, err := o.List(context.Background(), cases.Query{})
		must(t, err)
		if page.Total != 0 {
			t.Fatalf("%d cases after a rollback", page.Total)
		}
	}
	// The writer is free again.
	_, err := o.Register(context.Background(), application(1, "陈某某", "平江街道办事处", "不服行政处罚决定", today))
	must(t, err)
	wantSound(t, o)
}

func TestImportRefusesIncompleteCase(t *testing.T) {
	o := newOffice(t)
	im, err := o.BeginImport(context.Background(), cases.ImportSource{})
	must(t, err)
	c := synthetic(0, 1)
	c.Number = " 〔〕"
	_, err = im.Add(c)
	wantKind(t, err, cases.Invalid)
	must(t, im.Rollback())
}

// After an error of the database an import ends: SQLite may have rolled the transaction back, and what followed would
// be written by itself.
func TestImportEndsAfterDatabaseError(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	im, err := o.BeginImport(ctx, cases.ImportSource{File: "台账.xlsx"})
	must(t, err)
	_, err = im.(*importing).t.Exec("DROP TABLE notes")
	must(t, err)
	failed := false
	for i := range 200 {
		if _, err = im.Add(synthetic(i, 200)); err != nil {
			failed = true
		} else if failed {
			t.Fatal("the import went on after an error")
		}
	}
	wantKind(t, err, cases.Internal)
	_, err = im.Commit()
	wantKind(t, err, cases.Internal)
	page, err := o.List(ctx, cases.Query{})
	must(t, err)
	if page.Total != 0 {
		t.Errorf("%d cases", page.Total)
	}
	wantSound(t, o)
}
