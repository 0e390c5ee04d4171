package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"

	"github.com/spf13/cobra"
)

func (a *app) holidaysCommand() *cobra.Command {
	var (
		file   string
		accept bool
	)
	cmd := &cobra.Command{
		Use:   "holidays [--import 文件 [--accept]] [--json]",
		Short: "查看放假安排；导入新一年的通知，先看哪些案件的期限会变",
		Long: "查看放假安排；用 --import 读取新一年的通知（.json、.xlsx 或 .ics），列出哪些在办案件的期限会从哪天变到哪天。\n" +
			"只有加上 --accept 才会写入。",
		Args: operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if file == "" {
				if accept {
					return misuse(cmd, "请用 --import 写明要接受的放假通知文件。")
				}
				return a.holidays(cmd.Context())
			}
			return a.importHolidays(cmd.Context(), file, accept)
		},
	}
	cmd.Flags().StringVar(&file, "import", "", "放假通知文件")
	cmd.Flags().BoolVar(&accept, "accept", false, "接受通知，期限随之变动")
	a.jsonFlag(cmd)
	return cmd
}

// holidays lists the years of the office, or without one those that the program brings.
func (a *app) holidays(ctx context.Context) error {
	o, err := a.Open(ctx, a.dir(), false)
	switch {
	case cases.KindOf(err) == cases.NotFound && a.office == "":
		return a.printYears(a.Calendar, nil)
	case err != nil:
		return err
	}
	return use(o, func(o Office) error {
		accepted, err := o.Notices(ctx)
		if err != nil {
			return err
		}
		return a.printYears(o.Law().Calendar, accepted)
	})
}

// yearJSON is the notice of a year. source names the file it came from, "" for one that the program brings.
type yearJSON struct {
	Year   int        `json:"year"`
	Source string     `json:"source"`
	By     string     `json:"by"`
	At     string     `json:"at"`
	Rest   []namedDay `json:"rest"`
	Work   []namedDay `json:"work"`
}

type namedDay struct {
	Date calendar.Date `json:"date"`
	Name string        `json:"name"`
}

func newYearJSON(n calendar.Notice) yearJSON {
	out := yearJSON{Year: n.Year, Rest: []namedDay{}, Work: []namedDay{}}
	for _, d := range n.Days {
		day := namedDay{d.Date, d.Name}
		if d.Rest {
			out.Rest = append(out.Rest, day)
		} else {
			out.Work = append(out.Work, day)
		}
	}
	return out
}

// dayWords lists days with neighbours of the same name joined: 元旦 2031-01-01 至 2031-01-03.
func dayWords(days []namedDay) string {
	var out []string
	for i := 0; i < len(days); {
		last := i
		for last+1 < len(days) && days[last+1].Name == days[i].Name && days[last+1].Date == days[last].Date+1 {
			last++
		}
		word := days[i].Name + " " + days[i].Date.String()
		if last > i {
			word += " 至 " + days[last].Date.String()
		}
		out = append(out, word)
		i = last + 1
	}
	return strings.Join(out, "，")
}

func (a *app) printYears(cal *calendar.Calendar, accepted []cases.NoticeRecord) error {
	years := []yearJSON{}
	for _, y := range cal.Years() {
		n, _ := cal.Notice(y)
		year := newYearJSON(n)
		if i := slices.IndexFunc(accepted, func(r cases.NoticeRecord) bool { return r.Notice.Year == y }); i >= 0 {
			year.Source, year.By, year.At = accepted[i].Source, accepted[i].By, accepted[i].At
		}
		years = append(years, year)
	}
	if a.json {
		return writeJSON(a.out, years)
	}
	t := table{head: []string{"年度", "放假日", "调休上班", "来源"}, right: map[int]bool{1: true, 2: true}}
	for _, y := range years {
		source := "程序自带"
		if y.Source != "" {
			source = fmt.Sprintf("%s（%s %s 接受）", y.Source, y.By, clock(y.At))
		}
		t.add(fmt.Sprint(y.Year), fmt.Sprint(len(y.Rest)), fmt.Sprint(len(y.Work)), source)
	}
	t.write(a.out)
	fmt.Fprintln(a.out, "其他年度没有数据，涉及的期限按周末推算。每一天的安排用 --json 查看。")
	return nil
}

// shiftJSON is a due date that the notice moves.
type shiftJSON struct {
	Number  string `json:"number"`
	Title   string `json:"title"`
	Handler string `json:"handler"`
	changeJSON
}

func (a *app) importHolidays(ctx context.Context, file string, accept bool) error {
	work := func(o Office) error {
		notices, err := a.Files(o).ReadNotices(file)
		if err != nil {
			return err
		}
		cal, err := o.Law().Calendar.With(notices...)
		if err != nil {
			return &cases.Error{Op: "holidays", Kind: cases.Invalid, Msg: err.Error() + "。请核对放假通知后重新导入。", Err: err}
		}
		shifts, err := cases.Shifts(ctx, o, &procedure.Law{Calendar: cal, Practice: o.Law().Practice}, a.Today, progress(a.Stderr, "已计算件数"))
		if err != nil {
			return err
		}
		if accept {
			for _, n := range notices {
				if err := o.AcceptNotice(ctx, n, filepath.Base(file)); err != nil {
					return err
				}
			}
		}
		return a.printShifts(notices, shifts, accept)
	}
	if accept {
		return a.change(ctx, work)
	}
	return a.with(ctx, false, work)
}

func (a *app) printShifts(notices []calendar.Notice, shifts []cases.Shift, accepted bool) error {
	if a.json {
		return writeJSON(a.out, struct {
			Years    []yearJSON  `json:"years"`
			Shifts   []shiftJSON `json:"shifts"`
			Accepted bool        `json:"accepted"`
		}{each(notices, newYearJSON), each(shifts, func(s cases.Shift) shiftJSON {
			return shiftJSON{s.Number, s.Title, s.Handler, newChangeJSON(s.Change)}
		}), accepted})
	}
	for _, n := range notices {
		y := newYearJSON(n)
		fmt.Fprintf(a.out, "%d年：放假%d日，调休上班%d日。\n%s%s\n", y.Year, len(y.Rest), len(y.Work), gap, dayWords(y.Rest))
		if len(y.Work) > 0 {
			fmt.Fprintf(a.out, "%s%s\n", gap, dayWords(y.Work))
		}
	}
	if len(shifts) == 0 {
		fmt.Fprintln(a.out, "没有在办案件的期限因此变动。")
	} else {
		fmt.Fprintf(a.out, "%d 项期限变动：\n", len(shifts))
		t := table{head: []string{"案号", "期限", "原届满", "新届满", "当事人", "承办人"}, max: map[int]int{4: 40}}
		for _, s := range shifts {
			was, is := s.Change.Due()
			t.add(s.Number, s.Change.Name(), was.String(), is.String(), s.Title, s.Handler)
		}
		t.write(a.out)
	}
	if accepted {
		fmt.Fprintln(a.out, "已接受，期限按新的安排计算。")
	} else {
		fmt.Fprintln(a.out, "尚未接受；核对无误后加上 --accept。")
	}
	return nil
}
