package cli

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// valueError is a Chinese sentence about the content of a flag.
type valueError struct{ msg string }

func (e *valueError) Error() string { return e.msg }

// The years a ledger can reasonably be of; the same bounds as calendar.Parse.
const (
	firstYear = 1949
	lastYear  = 2099
)

// yearFlag is the content of --year and its kin; 0 while not given.
type yearFlag int

// quarterFlag is the content of --quarter, 1 to 4; 0 while not given.
type quarterFlag int

func (q *quarterFlag) String() string { return "" }

// Type names the content in the help.
func (q *quarterFlag) Type() string { return "季度" }

// Set reads one digit.
func (q *quarterFlag) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 4 {
		return &valueError{"“" + s + "”不是季度，请写 1、2、3 或者 4。"}
	}
	*q = quarterFlag(n)
	return nil
}

func (y *yearFlag) String() string { return "" }

// Type names the content in the help.
func (y *yearFlag) Type() string { return "年度" }

// Set reads four digits.
func (y *yearFlag) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || n < firstYear || n > lastYear {
		return &valueError{fmt.Sprintf("“%s”不是有效的年度，请写 %d 至 %d 之间的四位数字，例如 2020。", s, firstYear, lastYear)}
	}
	*y = yearFlag(n)
	return nil
}

// dateFlag is the content of --as-of; zero while not given.
type dateFlag struct{ calendar.Date }

func (d *dateFlag) String() string { return "" }

// Type names the content in the help.
func (d *dateFlag) Type() string { return "日期" }

// Set reads a date in any form clerks write.
func (d *dateFlag) Set(s string) error {
	v, err := calendar.Parse(s)
	if err != nil {
		return &valueError{err.Error() + "。"}
	}
	d.Date = v
	return nil
}

// kindFlag is the content of --kind; "" while not given.
type kindFlag cases.Kind

func (k *kindFlag) String() string { return "" }

// Type names the content in the help.
func (k *kindFlag) Type() string { return "种类" }

// Set reads one of the two words.
func (k *kindFlag) Set(s string) error {
	switch cases.Kind(s) {
	case cases.Reconsideration, cases.Litigation:
		*k = kindFlag(s)
		return nil
	}
	return &valueError{fmt.Sprintf("“%s”不是案件种类，请写 reconsideration（行政复议）或 litigation（行政应诉）。", s)}
}

// countFlag is a number of cases; 0 while not given.
type countFlag int

// maxGenerate keeps a slip of the finger from filling the disk.
const maxGenerate = 1_000_000

func (c *countFlag) String() string { return "" }

// Type names the content in the help.
func (c *countFlag) Type() string { return "件数" }

// Set reads a positive number.
func (c *countFlag) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > maxGenerate {
		return &valueError{fmt.Sprintf("“%s”不是有效的件数，请写 1 至 %d 之间的整数。", s, maxGenerate)}
	}
	*c = countFlag(n)
	return nil
}

// seedFlag is the seed of a synthetic office.
type seedFlag uint64

func (s *seedFlag) String() string { return "" }

// Type names the content in the help.
func (s *seedFlag) Type() string { return "种子" }

// Set reads a whole number from 0.
func (s *seedFlag) Set(text string) error {
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return &valueError{fmt.Sprintf("“%s”不是有效的种子，请写不小于 0 的整数，相同的种子得到相同的案件。", text)}
	}
	*s = seedFlag(n)
	return nil
}

// numberFlag is the number of a past import; 0 while not given.
type numberFlag int64

func (n *numberFlag) String() string { return "" }

// Type names the content in the help.
func (n *numberFlag) Type() string { return "编号" }

// Set reads a positive number.
func (n *numberFlag) Set(s string) error {
	v, err := strconv.ParseInt(s, 10, 64)
	if err != nil || v < 1 {
		return &valueError{fmt.Sprintf("“%s”不是有效的导入编号，请先用 fuyi imports 查看编号。", s)}
	}
	*n = numberFlag(v)
	return nil
}

// fileFlag is the path of a file to write, of one form or one of two; "" while not given.
type fileFlag struct {
	// ext is the extension that the form demands, e.g. .xlsx; or is that of the other form, "" if there is none.
	ext, or string
	path    string
}

func (f *fileFlag) String() string { return "" }

// Type names the content in the help.
func (f *fileFlag) Type() string {
	if f.or != "" {
		return "文件" + f.ext + "|文件" + f.or
	}
	return "文件" + f.ext
}

// Set refuses another extension: programs open a file by it, and would find something else inside.
func (f *fileFlag) Set(s string) error {
	switch ext := filepath.Ext(s); {
	case strings.EqualFold(ext, f.ext), f.or != "" && strings.EqualFold(ext, f.or):
	case f.or != "":
		return &valueError{fmt.Sprintf("文件名“%s”应当以 %s 或 %s 结尾。", s, f.ext, f.or)}
	default:
		return &valueError{fmt.Sprintf("文件名“%s”应当以 %s 结尾。", s, f.ext)}
	}
	f.path = s
	return nil
}
