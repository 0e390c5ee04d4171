package export

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/seal"
)

// sealing is the sample office with one seal.
type sealing struct {
	directed
	kept *cases.Seal
}

func (s *sealing) Seal(context.Context, *cases.Seal) (cases.SealRecord, error) {
	return s.kept.SealRecord, nil
}

func (s *sealing) Seals(context.Context) ([]cases.SealRecord, error) {
	return []cases.SealRecord{s.kept.SealRecord}, nil
}

func (s *sealing) LoadSeal(context.Context, int64) (*cases.Seal, error) { return s.kept, nil }

// rowsOf reads a sheet as text.
func rowsOf(t *testing.T, path, sheet string) string {
	t.Helper()
	x, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	rows, err := x.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Join(r, "|") + "\n")
	}
	return b.String()
}

// The list of differences has a row for each number and one for each case, and the form says that its period is sealed and what differs.
func TestSealBook(t *testing.T) {
	o := &sealing{directed: demoOffice(t)}
	p := forms.Period{From: calendar.New(2020, 1, 1), To: calendar.New(2020, 12, 31)}
	on := calendar.New(2021, 1, 8)
	s, err := seal.New(t.Context(), o, p, nil, nil, on)
	if err != nil {
		t.Fatal(err)
	}
	s.ID, s.By, s.At, s.Note = 1, "张某某", "2021-01-08T09:00:00+08:00", "核对无误"
	s.Hash, o.kept = seal.Hash(s), s
	gone := *o.list[len(o.list)-1]
	for i, c := range o.list {
		if c.ID == seal.Figure(s, "form1-2016/合计/received").Cases[0] {
			gone = *c
			o.list = append(o.list[:i:i], o.list[i+1:]...)
			break
		}
	}
	d, err := seal.Since(t.Context(), gonely{o, gone.ID}, s, on)
	if err != nil {
		t.Fatal(err)
	}
	f := New(o, nil, func() calendar.Date { return on })
	path := filepath.Join(t.TempDir(), "差异表.xlsx")
	if err := f.SealBook(t.Context(), path, d); err != nil {
		t.Fatal(err)
	}
	text := rowsOf(t, path, sealSheet)
	for _, want := range []string{"2020年封存数字差异表", "封存人：张某某　　封存日期：2021-01-08", s.Hash, "封存说明：核对无误", "项数字发生变化",
		"年度概览|新收行政复议申请|38|37|-1|减少" + gone.Number, "合计 · 本期新收|38|37|-1|减少" + gone.Number} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the list:\n%s", want, text)
		}
	}
	if n := strings.Count(text, gone.Number); n != len(d.Lines) {
		t.Errorf("%d rows for %d numbers", n, len(d.Lines))
	}
	if text := rowsOf(t, path, movedSheet); !strings.Contains(text, fmt.Sprintf("%s|%s|%d|案件已不在案件列表中", gone.Number, gone.Title(), len(d.Lines))) {
		t.Errorf("the case and its reason:\n%s", text)
	}
	book := filepath.Join(t.TempDir(), "报表.xlsx")
	opt := cases.FormOptions{Forms: []string{"form1-2016"}, From: p.From, To: p.To, AsOf: p.To}
	if err := New(gonely{o, gone.ID}, nil, func() calendar.Date { return on }).FormBook(t.Context(), book, opt, nil); err != nil {
		t.Fatal(err)
	}
	text = rowsOf(t, book, "表1（2016年版）")
	for _, want := range []string{"封存：2020年已由张某某于2021-01-08封存（统计截至2020-12-31，校验值" + s.Hash[:12] + "）。此后有", "封存以后不同：合计 · 本期新收，封存38件，现在37件。"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not under the form", want)
		}
	}
}

// gonely is an office from which one case was taken.
type gonely struct {
	*sealing
	gone cases.ID
}

func (g gonely) Case(_ context.Context, id cases.ID) (*cases.Case, error) {
	for _, c := range g.list {
		if c.ID == id && id != g.gone {
			return c, nil
		}
	}
	return nil, &cases.Error{Op: "case", Kind: cases.NotFound, Msg: "没有这件案件。"}
}

func (gonely) Entries(context.Context, cases.EntrySpan) ([]cases.Entry, error) { return nil, nil }
