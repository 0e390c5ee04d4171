package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/statistics"
)

// charts draws the charts of a year into a folder, which is made if need be; "" draws none. What was written is told on
// standard error, because the figures have standard output.
func (a *app) charts(ctx context.Context, o Office, r *statistics.Report, asOf calendar.Date, dir string) error {
	if dir == "" {
		return nil
	}
	before, err := statistics.Count(ctx, o, r.Year-1, statistics.YearBefore(r.Year, asOf))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return &cases.Error{Op: "charts", Kind: cases.Invalid, Err: err, Msg: "不能建立文件夹“" + dir + "”，请换一个位置或者检查权限。"}
	}
	list, files := statistics.Charts(r, before), a.Files(o)
	for _, c := range list {
		path := filepath.Join(dir, fmt.Sprintf("%d-%s.png", r.Year, c.ID))
		if err := files.SaveChart(ctx, path, c); err != nil {
			return err
		}
		fmt.Fprintln(a.Stderr, "已存为图片："+path)
	}
	return nil
}
