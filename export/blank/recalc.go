package blank

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
)

const (
	maxFormulas = 2000
	// maxRange is the largest range that is summed here; whole columns are left to the clerk's own program.
	maxRange = 100_000
)

func (f *Form) hasFormulas() bool {
	return slices.ContainsFunc(f.sheets, func(s *sheet) bool {
		return len(s.arrays) > 0 || slices.ContainsFunc(s.cells, func(c cellAt) bool { return c.formula != "" })
	})
}

// recalculate brings the results that the file keeps of its formulas up to date: a total that still shows last year's sum
// would be printed, or read by the superior's program. What cannot be computed here is left, and computed when the file is
// opened, which the workbook is told to do in any case.
func (f *Form) recalculate(parts map[*zip.File][]byte, report *cases.BlankReport) error {
	book, err := read(f.book)
	if err != nil {
		return f.explain(err)
	}
	if parts[f.book], err = calculateOnLoad(book); err != nil {
		return f.explain(err)
	}
	if f.simple() {
		var b bytes.Buffer
		if err := f.write(&b, parts); err != nil {
			return err
		}
		if n, ok := f.results(b.Bytes(), parts); ok {
			report.Recalculated = n
			return nil
		}
	}
	report.Notices = append(report.Notices, "表中有本程序不会计算的公式，文件里暂时还是原来的计算结果。请用 WPS 或 Excel 打开、核对并保存一次后再上报。")
	return nil
}

// simple reports whether all formulas are of the kind forms have: sums, rates and comparisons of cells.
func (f *Form) simple() bool {
	count := 0
	for _, s := range f.sheets {
		if len(s.arrays) > 0 {
			return false
		}
		for i := range s.cells {
			c := &s.cells[i]
			if c.formula == "" {
				continue
			}
			if count++; count > maxFormulas || c.formula != "=" && !plainFormula(c.formula) {
				return false
			}
		}
	}
	return true
}

var (
	quoted    = regexp.MustCompile(`"[^"]*"`)
	ofSheet   = regexp.MustCompile(`(?:'[^'\[\]]+'|[\p{Han}A-Za-z_][\p{Han}\w.]*)!`)
	functions = regexp.MustCompile(`\b(SUM|ROUND|ROUNDUP|ROUNDDOWN|IF|IFERROR|AND|OR|NOT|AVERAGE|MAX|MIN|ABS|COUNT|COUNTA|ISERROR|ISBLANK|N|INT|MOD|PRODUCT|SUBTOTAL)\(`)
	ranges    = regexp.MustCompile(`\$?\b[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?\b`)
	remainder = regexp.MustCompile(`^(?:[-+*/^=<>(),%\s]|[0-9.]|TRUE|FALSE)*$`)
)

// plainFormula reports whether a formula has nothing but known functions, cells and small ranges. The library that computes
// would follow any name and walk over any range.
func plainFormula(s string) bool {
	s = quoted.ReplaceAllString(strings.TrimPrefix(s, "="), "")
	s = ofSheet.ReplaceAllString(s, "")
	s = functions.ReplaceAllString(s, "(")
	small := true
	s = ranges.ReplaceAllStringFunc(s, func(r string) string {
		a, ok := area(r)
		small = small && ok && (a.LastRow-a.Row+1)*(a.LastColumn-a.Column+1) <= maxRange
		return ""
	})
	return small && remainder.MatchString(s)
}

// results computes all formulas of the filled workbook and puts them into the parts. ok is false if one cannot be computed:
// then none is changed.
func (f *Form) results(filled []byte, parts map[*zip.File][]byte) (count int, ok bool) {
	x, err := excelize.OpenReader(bytes.NewReader(filled), excelize.Options{RawCellValue: true})
	if err != nil {
		return 0, false
	}
	// What closing says is of no use: nothing of this copy is kept.
	defer func() { _ = x.Close() }()
	again, err := Open(f.name, filled)
	if err != nil {
		return 0, false
	}
	changed := map[string][]byte{}
	for _, s := range again.sheets {
		edits, sound := s.results(x)
		if !sound {
			return 0, false
		}
		if len(edits) > 0 {
			changed[s.part.Name] = apply(s.xml, edits)
			count += len(edits)
		}
	}
	for _, s := range f.sheets {
		if b, is := changed[s.part.Name]; is {
			parts[s.part] = b
		}
	}
	return count, true
}

func (s *sheet) results(x *excelize.File) (out []edit, ok bool) {
	for i := range s.cells {
		c := &s.cells[i]
		if c.formula == "" {
			continue
		}
		now, err := compute(x, s.grid.Name, cases.CellName(c.row, c.column))
		if err != nil {
			return nil, false
		}
		if e, changed := s.result(c, now); changed {
			out = append(out, e)
		}
	}
	return out, true
}

var errFormula = errors.New("formula has no result")

// compute asks the library, which is not trusted with everything that a formula may say.
func compute(x *excelize.File, sheet, cell string) (result string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errFormula, r)
		}
	}()
	result, err = x.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if isError(result) {
		// An error value, as of a rate over zero, is a result like any other.
		return result, nil
	}
	return result, err
}

func isError(s string) bool {
	return slices.Contains([]string{"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}, s)
}

// result replaces the kept result of a formula, if it is another one now. What looks like a number is one: the formulas that are computed here join no texts.
func (s *sheet) result(c *cellAt, now string) (edit, bool) {
	n, err := strconv.ParseFloat(now, 64)
	numeric := err == nil && n-n == 0
	old, oldErr := strconv.ParseFloat(c.text, 64)
	if c.text == now || numeric && oldErr == nil && old == n && c.kind != "str" {
		return edit{}, false
	}
	attr := without(c.attr, "t")
	kind := func(k string) { attr = append(attr, xml.Attr{Name: xml.Name{Local: "t"}, Value: k}) }
	switch {
	case numeric:
	case isError(now):
		kind("e")
	case now == "TRUE" || now == "FALSE":
		kind("b")
		now = map[string]string{"TRUE": "1", "FALSE": "0"}[now]
	default:
		kind("str")
	}
	// The formula stays byte for byte; only the value behind it is another one.
	from, to := c.end, c.end
	if c.value.to > 0 {
		from, to = c.value.from, c.value.to
	}
	return edit{c.from, c.to, s.open("c", attr, false) + string(s.xml[c.tag:from]) + s.kept(now) + string(s.xml[to:c.to])}, true
}

// calculateOnLoad sets fullCalcOnLoad in the workbook's part, whose other bytes stay.
func calculateOnLoad(book []byte) ([]byte, error) {
	d := xml.NewDecoder(bytes.NewReader(book))
	behind, prefix := 0, ""
	for {
		from := int(d.InputOffset())
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		to := int(d.InputOffset())
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "calcPr" {
				s := &sheet{}
				if t.Name.Space != "" {
					s.prefix = t.Name.Space + ":"
				}
				attr := append(without(t.Attr, "fullCalcOnLoad"), xml.Attr{Name: xml.Name{Local: "fullCalcOnLoad"}, Value: "1"})
				closed := bytes.HasSuffix(book[from:to], []byte("/>"))
				return apply(book, []edit{{from, to, s.open("calcPr", attr, closed)}}), nil
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "sheets", "functionGroups", "externalReferences", "definedNames":
				behind, prefix = to, ""
				if t.Name.Space != "" {
					prefix = t.Name.Space + ":"
				}
			}
		}
	}
	return apply(book, []edit{{behind, behind, "<" + prefix + `calcPr fullCalcOnLoad="1"/>`}}), nil
}
