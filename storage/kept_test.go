package storage

import (
	"context"
	"testing"

	"fuyi/cases"
	"fuyi/cases/forms"
	"fuyi/cases/naming"
	"fuyi/cases/platform"
)

// What an office keeps of its counting, its forms and its card is in the office file.
func TestKeptForTheOffice(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	must(t, forms.SaveKept(ctx, o, forms.Kept{Rules: forms.Rules{forms.RuleOpen: "period"}}.With("2024", "城管中队", "公安")))
	k, err := forms.LoadKept(ctx, o)
	must(t, err)
	if k.Rules[forms.RuleOpen] != "period" || k.Mappings["2024"]["城管中队"] != "公安" {
		t.Errorf("kept %+v", k)
	}
	file := []byte{'P', 'K', 0, 1, 2, 0xff}
	m := cases.BlankMap{Cells: []cases.NamedCell{{Sheet: "表", Cell: "B2", RowHeads: []string{"公安"}, Name: "form1/公安/received"}}}
	id, err := naming.SaveForm(ctx, o, naming.KeptForm{Title: "年报", File: "a.xlsx"}, m, file)
	must(t, err)
	got, bytes, err := naming.LoadForm(ctx, o, id)
	must(t, err)
	if string(bytes) != string(file) || len(got.Cells) != 1 || got.Cells[0].RowHeads[0] != "公安" || got.Title != "年报" {
		t.Errorf("kept %+v, %v", got, bytes)
	}
	must(t, naming.DeleteForm(ctx, o, id))
	if list, err := naming.KeptForms(ctx, o); err != nil || len(list) != 0 {
		t.Errorf("left %v, %v", list, err)
	}
	card, err := platform.CardFor(cases.Litigation, nil)
	must(t, err)
	card.Fields = card.Fields[:2]
	must(t, platform.SaveCard(ctx, o, card))
	all, err := platform.LoadCards(ctx, o)
	must(t, err)
	if len(all) != 2 || len(all[1].Fields) != 2 {
		t.Errorf("cards %+v", all)
	}
	must(t, platform.Ticks{"number": "1"}.Save(ctx, o, 7))
	if ticks, err := platform.LoadTicks(ctx, o, 7); err != nil || ticks["number"] != "1" {
		t.Errorf("ticks %v, %v", ticks, err)
	}
	wantSound(t, o)
}
