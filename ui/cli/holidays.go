package cli

import (
	"context"
	"fmt"
	"path/filepath"

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
				return a.with(cmd.Context(), false, func(o Office) error { return a.printYears(o.Law().Calendar) })
			}
			return a.importHolidays(cmd.Context(), file, accept)
		},
	}
	cmd.Flags().StringVar(&file, "import", "", "放假通知文件")
	cmd.Flags().BoolVar(&accept, "accept", false, "接受通知，期限随之变动")
	a.jsonFlag(cmd)
	return cmd
}

type yearJSON struct {
	Year int                   `json:"year"`
	Rest []calendar.Date       `json:"rest"`
	Work []calendar.Date       `json:"work"`
	Days []calendar.SpecialDay `json:"-"`
}

func newYearJSON(n calendar.Notice) yearJSON {
	out := yearJSON{Year: n.Year, Rest: []calendar.Date{}, Work: []calendar.Date{}}
	for _, d := range n.Days {
		if d.Rest {
			out.Rest = append(out.Rest, d.Date)
		} else {
			out.Work = append(out.Work, d.Date)
		}
	}
	return out
}

func (a *app) printYears(cal *calendar.Calendar) error {
	var years []yearJSON
	for _, y := range cal.Years() {
		n, _ := cal.Notice(y)
		years = append(years, newYearJSON(n))
	}
	if a.json {
		return writeJSON(a.out, years)
	}
	t := table{head: []string{"年度", "放假日", "调休上班"}, right: map[int]bool{1: true, 2: true}}
	for _, y := range years {
		t.add(fmt.Sprint(y.Year), fmt.Sprint(len(y.Rest)), fmt.Sprint(len(y.Work)))
	}
	t.write(a.out)
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
		shifts, err := cases.Shifts(ctx, o, &procedure.Law{Calendar: cal, Practice: o.Law().Practice}, a.Today, nil)
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
		fmt.Fprintf(a.out, "%d年：放假%d日，调休上班%d日。\n", y.Year, len(y.Rest), len(y.Work))
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
