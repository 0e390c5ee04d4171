// Command bare does with excelize alone what fuyi's ledger export and import do with it, and prints the seconds each
// took: "bare read FILE" streams every row of every sheet, "bare write FILE COPY" writes the same cells to a new file
// with StreamWriter. The benchmark holds fuyi against it: what the library needs is not fuyi's to save.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/xuri/excelize/v2"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 2 && args[0] == "read":
		start := time.Now()
		if _, err := read(args[1], false); err != nil {
			return err
		}
		fmt.Printf("%.3f\n", time.Since(start).Seconds())
		return nil
	case len(args) == 3 && args[0] == "write":
		sheets, err := read(args[1], true)
		if err != nil {
			return err
		}
		start := time.Now()
		if err := write(args[2], sheets); err != nil {
			return err
		}
		fmt.Printf("%.3f\n", time.Since(start).Seconds())
		return nil
	}
	return errors.New("usage: bare read FILE | bare write FILE COPY")
}

type sheet struct {
	name string
	rows [][]any
}

// read streams all rows; it keeps the cells only when they are to be written again.
func read(path string, keep bool) ([]sheet, error) {
	// Raw values spare excelize the formatting of numbers, which an import does not want either.
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []sheet
	for _, name := range f.GetSheetList() {
		s := sheet{name: name}
		rows, err := f.Rows(name)
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			cells, err := rows.Columns()
			if err != nil {
				return nil, err
			}
			if keep {
				row := make([]any, len(cells))
				for i, c := range cells {
					row[i] = c
				}
				s.rows = append(s.rows, row)
			}
		}
		if err := errors.Join(rows.Error(), rows.Close()); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

func write(path string, sheets []sheet) error {
	f := excelize.NewFile()
	defer f.Close()
	for i, s := range sheets {
		if i == 0 {
			if err := f.SetSheetName(f.GetSheetName(0), s.name); err != nil {
				return err
			}
		} else if _, err := f.NewSheet(s.name); err != nil {
			return err
		}
		w, err := f.NewStreamWriter(s.name)
		if err != nil {
			return err
		}
		for r, row := range s.rows {
			cell, err := excelize.CoordinatesToCellName(1, r+1)
			if err != nil {
				return err
			}
			if err := w.SetRow(cell, row); err != nil {
				return err
			}
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
	return f.SaveAs(path)
}
