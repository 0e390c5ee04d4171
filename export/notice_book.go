package export

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// noticeColumn is a column of a notice in a workbook.
type noticeColumn int

const (
	columnFrom noticeColumn = iota // 日期, 开始日期
	columnTo                       // 结束日期
	columnOff                      // 放假时间: its days are off
	columnMade                     // 调休上班日期: its days are made up
	columnType                     // 休 or 班
	columnName                     // the holiday
)

// noticeHeaders are the headers by which each column is known.
var noticeHeaders = map[string]noticeColumn{
	"日期": columnFrom, "开始日期": columnFrom, "起始日期": columnFrom, "开始": columnFrom, "起": columnFrom, "开始时间": columnFrom,
	"结束日期": columnTo, "截止日期": columnTo, "结束": columnTo, "止": columnTo, "结束时间": columnTo,
	"放假时间": columnOff, "放假日期": columnOff, "放假": columnOff, "假期": columnOff, "休假日期": columnOff, "放假安排": columnOff, "放假调休日期": columnOff,
	"调休上班日期": columnMade, "调休上班": columnMade, "上班日期": columnMade, "补班日期": columnMade, "上班": columnMade, "补班": columnMade, "调休上班时间": columnMade,
	"类型": columnType, "安排": columnType, "休/班": columnType, "休班": columnType, "性质": columnType, "类别": columnType,
	"名称": columnName, "节日": columnName, "节日名称": columnName, "节假日": columnName, "假日": columnName, "节日名": columnName, "说明": columnName, "备注": columnName,
}

// noticeSheet is one sheet of a notice while it is read.
type noticeSheet struct {
	s    *source
	name string
	// year is what the rows above the header, or the names of sheet and file, say.
	year int
	at   map[noticeColumn]int
	row  int
	days []calendar.SpecialDay
}

// noticesFromBook reads a workbook with a header row.
func noticesFromBook(path string) ([]calendar.Notice, error) {
	if info, err := os.Stat(path); err == nil && info.Size() > maxNoticeBytes {
		return nil, noticeTooLarge(path)
	}
	s, err := openSource(path)
	if err != nil {
		return nil, err
	}
	defer s.close()
	var days []calendar.SpecialDay
	for _, name := range s.f.GetSheetList() {
		sheet := &noticeSheet{s: s, name: name}
		sheet.year = max(yearIn(name), yearIn(s.name))
		if err := sheet.read(); err != nil {
			return nil, err
		}
		days = append(days, sheet.days...)
	}
	return byYear(s.name, days)
}

var yearWord = regexp.MustCompile(`(20\d\d)\s*年|^(20\d\d)$`)

// yearIn finds a year in a title, 0 if there is none.
func yearIn(text string) int {
	m := yearWord.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return 0
	}
	y, err := strconv.Atoi(m[1] + m[2])
	if err != nil {
		return 0
	}
	return y
}

func (n *noticeSheet) refuse(kind cases.ErrorKind, where, what string, err error) error {
	return refuse(kind, "文件“"+n.s.name+"”的工作表“"+n.name+"”"+where+"："+what+"。", err)
}

func (n *noticeSheet) read() error {
	rows, err := n.s.f.Rows(n.name)
	if err != nil {
		return n.refuse(cases.Damaged, "", "不能读取", err)
	}
	defer rows.Close()
	for rows.Next() {
		n.row++
		if n.row > maxNoticeRows {
			return n.refuse(cases.Invalid, "", fmt.Sprintf("超过%d行，不像是放假安排", maxNoticeRows), nil)
		}
		cells, err := rows.Columns()
		if err != nil {
			return n.refuse(cases.Damaged, fmt.Sprintf("第%d行", n.row), "不能读取", err)
		}
		switch {
		case n.at == nil:
			n.head(cells)
		case slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }):
			if err := n.line(cells); err != nil {
				return err
			}
		}
	}
	if err := rows.Error(); err != nil {
		return n.refuse(cases.Damaged, "", "不能读取", err)
	}
	return nil
}

// head looks for the header; what stands above it may name the year.
func (n *noticeSheet) head(cells []string) {
	at := map[noticeColumn]int{}
	for i, c := range cells {
		if y := yearIn(c); y > 0 {
			n.year = y
		}
		if col, ok := noticeHeaders[strings.Join(strings.Fields(c), "")]; ok {
			if _, twice := at[col]; !twice {
				at[col] = i
			}
		}
	}
	_, from := at[columnFrom]
	_, off := at[columnOff]
	if len(at) > 1 && (from || off) {
		n.at = at
	}
}

func (n *noticeSheet) cell(cells []string, c noticeColumn) string {
	if i, ok := n.at[c]; ok && i < len(cells) {
		return strings.TrimSpace(cells[i])
	}
	return ""
}

// line reads one row: the days off and made up that its columns name.
func (n *noticeSheet) line(cells []string) error {
	name := n.cell(cells, columnName)
	if n.cell(cells, columnFrom) != "" {
		kind := dayKind(n.cell(cells, columnType))
		if kind == dayUntold {
			kind = dayKind(name)
		}
		if kind != dayOff && kind != dayMadeUp {
			return n.refuse(cases.Invalid, fmt.Sprintf("第%d行", n.row), "看不出是放假还是调休上班，请在“类型”栏写“休”或者“班”", nil)
		}
		if err := n.add(cells, columnFrom, exceptionOf(kind, name)); err != nil {
			return err
		}
	}
	if err := n.add(cells, columnOff, exceptionOf(dayOff, name)); err != nil {
		return err
	}
	return n.add(cells, columnMade, exceptionOf(dayMadeUp, name))
}

// add reads the days of a cell.
func (n *noticeSheet) add(cells []string, c noticeColumn, x calendar.Exception) error {
	text := n.cell(cells, c)
	switch text {
	case "", "无", "—", "-", "/", "——":
		return nil
	}
	ranges, err := n.ranges(text, strings.Contains(n.cell(cells, columnName), "元旦"))
	if to := n.cell(cells, columnTo); err == nil && c == columnFrom && to != "" {
		var last []dayRange
		if last, err = n.ranges(to, false); err == nil && (len(ranges) != 1 || len(last) != 1) {
			err = errors.New("开始日期和结束日期应当各写一个日期")
		} else if err == nil {
			ranges[0].last = last[0].last
		}
	}
	for _, r := range ranges {
		var days []calendar.SpecialDay
		if err == nil {
			days, err = spanDays(r, x)
		}
		n.days = append(n.days, days...)
	}
	if err != nil {
		return n.refuse(cases.Invalid, "单元格"+colName(n.at[c]+1)+strconv.Itoa(n.row), err.Error(), err)
	}
	return nil
}

// ranges reads days as text or as a serial number of the workbook.
func (n *noticeSheet) ranges(text string, newYear bool) ([]dayRange, error) {
	if d, ok := fromSerial(text, n.s.date1904); ok {
		return []dayRange{{d, d}}, nil
	}
	return noticeRanges(text, n.year, newYear)
}
