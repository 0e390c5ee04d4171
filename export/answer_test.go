package export

import (
	"archive/zip"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
)

// kept is a dossier whose papers lie in a folder.
type kept struct {
	shelf
	dir string
}

func (k kept) PaperFile(_ context.Context, id cases.PaperID) (string, error) {
	return filepath.Join(k.dir, string(rune('a'+id))), nil
}

// The file holds the checklist and the papers, numbered in the order in which they are handed in, with names that every system takes.
func TestAnswerFile(t *testing.T) {
	suit := &cases.Case{Kind: cases.Litigation, Number: "〔2026〕姑苏行应第1号", Suit: &cases.Suit{}, Parties: []cases.Party{{Role: cases.Applicant, Name: "陈某某"},
		{Role: cases.Respondent, Name: "某局"}}, Acts: []procedure.Act{{Kind: procedure.SuitReceived, On: calendar.New(2026, 3, 2)}}}
	m := newMemory(t, sample.Office(), suit)
	dir := t.TempDir()
	list := []cases.Paper{{ID: 1, Volume: cases.MainVolume, Slot: 5, Title: "证据清单", File: "证据:清单?.pdf"}, {ID: 2, Volume: cases.MainVolume, Slot: 5, Title: "行政答辩状", File: "答辩状.docx"}}
	for _, p := range list {
		if err := os.WriteFile(filepath.Join(dir, string(rune('a'+p.ID))), []byte(p.Title), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f := New(m, m, today).Printing(Press{Papers: kept{shelf{list: list}, dir}})
	path := filepath.Join(dir, "答辩.zip")
	if err := f.Answer(t.Context(), path, suit.ID); err != nil {
		t.Fatal(err)
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var names []string
	for _, x := range z.File {
		names = append(names, x.Name)
	}
	if got := strings.Join(names, " "); got != "00_清单.docx 01_答辩状_答辩状.docx 02_证据清单_证据_清单_.pdf" {
		t.Errorf("holds %s", got)
	}
	r, err := z.File[1].Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if data, _ := io.ReadAll(r); string(data) != "行政答辩状" {
		t.Errorf("the first paper holds %q", data)
	}
}
