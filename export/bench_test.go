package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/sample"
)

// benchRows is the size of the office that the promises of speed speak of.
const benchRows = 100_000

func generated(b *testing.B, n int) *memory {
	b.Helper()
	m := newMemory(b, sample.Office())
	err := sample.Generate(n, 1, 2017, 2026, today(), m.cal, func(c *cases.Case) error {
		m.put(c)
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return m
}

// BenchmarkLedgerExport writes both ledgers of 100,000 cases; BenchmarkBareExport writes the same cells by a bare
// StreamWriter. The first may take half as long again as the second.
func BenchmarkLedgerExport(b *testing.B) {
	m := generated(b, benchRows)
	path := filepath.Join(b.TempDir(), "台账.xlsx")
	f := New(m, nil, today)
	for b.Loop() {
		if err := f.Ledger(context.Background(), path, 0, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBareExport(b *testing.B) {
	m := generated(b, benchRows)
	rows := map[cases.Kind][][]any{}
	bk := newBook()
	for _, k := range kinds() {
		cols := written(k)
		w := &rowWriter{b: bk, law: m.Law(), today: today()}
		for _, c := range m.list {
			if c.Kind != k {
				continue
			}
			w.load(c)
			r := newRowCells(bk.styles, cols)
			r.fill(w)
			rows[k] = append(rows[k], r.cells)
		}
	}
	path := filepath.Join(b.TempDir(), "台账.xlsx")
	for b.Loop() {
		err := SaveFile(path, func(w io.Writer) error {
			bare := newBook()
			defer bare.close()
			for _, k := range kinds() {
				sw, err := bare.sheet(ledgerName(k))
				if err != nil {
					return err
				}
				for i, r := range rows[k] {
					if err := sw.SetRow(rowCell(i+1), r, excelize.RowOpts{Height: lowRow}); err != nil {
						return err
					}
				}
				if err := sw.Flush(); err != nil {
					return err
				}
			}
			return bare.f.Write(w)
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// benchLedger writes the ledgers that the reading benchmarks read.
func benchLedger(b *testing.B) string {
	b.Helper()
	m := generated(b, benchRows)
	path := filepath.Join(b.TempDir(), "台账.xlsx")
	if err := New(m, nil, today).Ledger(context.Background(), path, 0, nil); err != nil {
		b.Fatal(err)
	}
	return path
}

// sink is an import that keeps nothing: the pure cost of reading a ledger into cases.
type sink struct{ n int }

func (s *sink) Add(*cases.Case) (bool, error) { s.n++; return false, nil }
func (s *sink) Commit() (int64, error)        { return 1, nil }
func (s *sink) Rollback() error               { return nil }

type sinkOffice struct {
	*memory
	sink *sink
}

func (s *sinkOffice) BeginImport(context.Context, cases.ImportSource) (cases.Import, error) {
	return s.sink, nil
}

// BenchmarkLedgerImport reads 100,000 rows into cases; BenchmarkBareImport lets excelize read the same file. The first may
// take twice as long as the second.
func BenchmarkLedgerImport(b *testing.B) {
	path := benchLedger(b)
	m := newMemory(b, sample.Office())
	for b.Loop() {
		office := &sinkOffice{memory: m, sink: &sink{}}
		report, err := New(office, office, today).ImportLedger(context.Background(), path, cases.ImportOptions{})
		if err != nil {
			b.Fatal(err)
		}
		if report.Imported != benchRows || office.sink.n != benchRows {
			b.Fatal(fmt.Errorf("imported %d, refused %d", report.Imported, report.Refused))
		}
	}
}

func BenchmarkBareImport(b *testing.B) {
	path := benchLedger(b)
	for b.Loop() {
		if err := readAll(path); err != nil {
			b.Fatal(err)
		}
	}
}

func readAll(path string) (err error) {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.Rows(sheet)
		if err != nil {
			return err
		}
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				return err
			}
		}
		if err := rows.Close(); err != nil {
			return err
		}
	}
	return nil
}
