// Command recalculated compares workbooks with what another spreadsheet program made of them: "recalculated compare FILE COPY" reads
// every cell of both and fails where a number or a text differs, where a formula has become an error, or where the workbook holds what
// makes spreadsheet programs offer to repair it; "recalculated tamper HOW FILE COPY" writes a copy in which the first formula with a
// number is wrong, so that the comparison can be seen to fail: its kept value ("value"), its function ("name"), or its target ("target").
package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

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
	case len(args) == 3 && args[0] == "compare":
		return compare(args[1], args[2])
	case len(args) == 4 && args[0] == "tamper":
		return tamper(args[1], args[2], args[3])
	}
	return errors.New("usage: recalculated compare FILE COPY | recalculated tamper value|name|target FILE COPY")
}

// tally is what a comparison has seen.
type tally struct {
	numbers, formulas int
	sheets, wrong     []string
}

func compare(path, copied string) error {
	a, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	defer a.Close()
	b, err := excelize.OpenFile(copied, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	defer b.Close()
	if !slices.Equal(a.GetSheetList(), b.GetSheetList()) {
		return fmt.Errorf("%s has the sheets %v, its copy %v", path, a.GetSheetList(), b.GetSheetList())
	}
	var t tally
	if err := t.sound(a, path); err != nil {
		return err
	}
	for _, sheet := range a.GetSheetList() {
		if err := t.sheet(a, b, sheet); err != nil {
			return err
		}
	}
	for _, w := range t.wrong[:min(len(t.wrong), 20)] {
		fmt.Fprintln(os.Stderr, w)
	}
	if len(t.wrong) > 0 {
		return fmt.Errorf("%s: %d cells differ after recalculation", path, len(t.wrong))
	}
	if t.numbers == 0 {
		return fmt.Errorf("%s holds no number to compare", path)
	}
	fmt.Printf("%s: %d numbers, %d formulas\n", path, t.numbers, t.formulas)
	return nil
}

func (t *tally) sheet(a, b *excelize.File, sheet string) error {
	rows, err := a.GetRows(sheet)
	if err != nil {
		return err
	}
	copied, err := b.GetRows(sheet)
	if err != nil {
		return err
	}
	for r := range max(len(rows), len(copied)) {
		for c := range max(width(rows, r), width(copied, r)) {
			name, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				return err
			}
			formula, err := a.GetCellFormula(sheet, name)
			if err != nil {
				return err
			}
			t.cell(sheet+"!"+name, formula, text(rows, r, c), text(copied, r, c))
		}
	}
	return nil
}

func (t *tally) cell(name, formula, was, is string) {
	if formula != "" {
		t.formulas++
	}
	t.fits(name, formula, was)
	x, errX := strconv.ParseFloat(was, 64)
	y, errY := strconv.ParseFloat(is, 64)
	same := plain(was) == plain(is)
	if errX == nil {
		t.numbers++
		// The last digits of a double are written differently by different programs.
		same = errY == nil && math.Abs(x-y) <= 1e-9*max(1, math.Abs(x))
	}
	if !same || failed(is) {
		t.wrong = append(t.wrong, fmt.Sprintf("%s: %q became %q (formula %q)", name, was, is, formula))
	}
}

// Limits of the file format.
const (
	longestName    = 31
	longestFormula = 8192
	longestText    = 32767
)

// target is the place that a formula leads to.
var target = regexp.MustCompile(`^HYPERLINK\("#'([^']+)'!([A-Z]+[0-9]+)"`)

// sound looks for what makes a spreadsheet program offer to repair a file: parts that are no XML, names that may not be, merged cells
// that overlap, texts that are too long; and for links that lead nowhere.
func (t *tally) sound(f *excelize.File, path string) error {
	if err := wellFormed(path); err != nil {
		return err
	}
	for _, sheet := range f.GetSheetList() {
		if units := len(utf16.Encode([]rune(sheet))); units > longestName || strings.ContainsAny(sheet, `[]:*?/\`) {
			t.wrong = append(t.wrong, fmt.Sprintf("the sheet %q has a name that is not allowed", sheet))
		}
		merged, err := f.GetMergeCells(sheet)
		if err != nil {
			return err
		}
		covered := map[[2]int]bool{}
		for _, m := range merged {
			c1, r1, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
			c2, r2, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
			if err := errors.Join(err1, err2); err != nil {
				return err
			}
			for r := r1; r <= r2; r++ {
				for c := c1; c <= c2; c++ {
					if covered[[2]int{r, c}] {
						t.wrong = append(t.wrong, fmt.Sprintf("%s: merged cells overlap at row %d, column %d", sheet, r, c))
					}
					covered[[2]int{r, c}] = true
				}
			}
		}
	}
	t.sheets = f.GetSheetList()
	return nil
}

// wellFormed reads every part of the package to its end.
func wellFormed(path string) error {
	in, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer in.Close()
	for _, part := range in.File {
		if !strings.HasSuffix(part.Name, ".xml") && !strings.HasSuffix(part.Name, ".rels") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			return err
		}
		d := xml.NewDecoder(r)
		for err == nil {
			_, err = d.Token()
		}
		if closed := r.Close(); !errors.Is(err, io.EOF) || closed != nil {
			return fmt.Errorf("%s: %s is no XML: %w", path, part.Name, errors.Join(err, closed))
		}
	}
	return nil
}

// fits looks at one cell alone.
func (t *tally) fits(name, formula, was string) {
	if len(formula) > longestFormula || len(utf16.Encode([]rune(was))) > longestText {
		t.wrong = append(t.wrong, name+": the text or formula is longer than a cell can hold")
	}
	if m := target.FindStringSubmatch(formula); m != nil && !slices.Contains(t.sheets, m[1]) {
		t.wrong = append(t.wrong, fmt.Sprintf("%s: the link leads to the sheet %q, which is not there", name, m[1]))
	}
}

// plain leaves out how lines are broken.
func plain(s string) string {
	return strings.TrimRight(strings.NewReplacer("_x000D_", "", "\r", "").Replace(s), "\n ")
}

// failed reports whether a cell shows an error.
func failed(s string) bool {
	return slices.Contains([]string{"#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"}, s) || strings.HasPrefix(s, "Err:")
}

func width(rows [][]string, r int) int {
	if r >= len(rows) {
		return 0
	}
	return len(rows[r])
}

func text(rows [][]string, r, c int) string {
	if c >= width(rows, r) {
		return ""
	}
	return rows[r][c]
}

// kept is a formula and its kept number as they stand in a sheet.
var kept = regexp.MustCompile(`<f>([A-Z]+)(\([^<]*)</f><v>([0-9]+)</v>`)

func tamper(how, path, copied string) error {
	in, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer in.Close()
	f, err := os.Create(copied)
	if err != nil {
		return err
	}
	defer f.Close()
	out, done := zip.NewWriter(f), false
	for _, part := range in.File {
		r, err := part.Open()
		if err != nil {
			return err
		}
		data, err := io.ReadAll(r)
		if err := errors.Join(err, r.Close()); err != nil {
			return err
		}
		if m := kept.FindSubmatchIndex(data); m != nil && !done && strings.HasPrefix(part.Name, "xl/worksheets/") {
			done = true
			wrong := "<f>$1$2</f><v>9$3</v>"
			if how == "name" {
				wrong = "<f>${1}X$2</f><v>$3</v>"
			}
			text := kept.Expand(nil, []byte(wrong), data, m)
			if how == "target" {
				text = bytes.Replace(data[m[0]:m[1]], []byte("#&#39;"), []byte("#&#39;X"), 1)
			}
			data = slices.Concat(data[:m[0]], text, data[m[1]:])
		}
		w, err := out.Create(part.Name)
		if err != nil {
			return err
		}
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	if !done {
		return fmt.Errorf("%s has no formula with a number", path)
	}
	return errors.Join(out.Close(), f.Close())
}
