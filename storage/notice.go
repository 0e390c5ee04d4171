package storage

import (
	"context"
	"encoding/json"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Notices lists the accepted holiday notices by year.
func (o *Office) Notices(ctx context.Context) ([]cases.NoticeRecord, error) {
	rows, err := o.read.QueryContext(ctx, "SELECT data, source, at, accepted_by FROM holiday_notices ORDER BY year")
	if err != nil {
		return nil, fail("notices", err)
	}
	defer rows.Close()
	var out []cases.NoticeRecord
	for rows.Next() {
		var n cases.NoticeRecord
		var data string
		if err := rows.Scan(&data, &n.Source, &n.At, &n.By); err != nil {
			return nil, fail("notices", err)
		}
		list, err := calendar.ReadNotices([]byte(data))
		if err != nil {
			return nil, &cases.Error{Op: "notices", Kind: cases.Damaged, Err: err,
				Msg: "单位数据中的放假安排无法读取，数据可能已被改动。请用备份恢复，或联系维护人员。"}
		}
		n.Notice = list[0]
		out = append(out, n)
	}
	return out, fail("notices", rows.Err())
}

// AcceptNotice adds the holiday notice of a year, or replaces that year's; the due dates it concerns move with it.
func (o *Office) AcceptNotice(ctx context.Context, n calendar.Notice, source string) error {
	if _, err := o.Law().Calendar.With(n); err != nil {
		return contradictory(err)
	}
	data, err := calendar.WriteNotices([]calendar.Notice{n})
	if err != nil {
		return fail("accept notice", err)
	}
	err = o.update(ctx, "accept notice", func(t *transaction) error {
		_, err := t.ExecContext(ctx, "INSERT INTO holiday_notices (year, data, source, at, accepted_by, entry) VALUES (?, ?, ?, ?, ?, ?) "+
			"ON CONFLICT (year) DO UPDATE SET data = excluded.data, source = excluded.source, at = excluded.at, accepted_by = excluded.accepted_by, entry = excluded.entry",
			n.Year, string(data), source, t.stamp(), t.o.Author(), t.entry)
		if err != nil {
			return err
		}
		return t.audit(ctx, actionHolidays, 0, holidaysEntry{n.Year, source, json.RawMessage(data)})
	})
	if err != nil {
		return err
	}
	if err := o.readLaw(ctx); err != nil {
		return err
	}
	return o.Refresh(ctx, o.day())
}

func contradictory(err error) error {
	return &cases.Error{Op: "accept notice", Kind: cases.Invalid, Err: err, Msg: err.Error() + "。请核对放假通知后重新导入。"}
}
