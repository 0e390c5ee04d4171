package procedure

import (
	"testing"
	"time"

	"fuyi/cases/calendar"
)

func TestChangeWords(t *testing.T) {
	day := func(m time.Month, d int) calendar.Date { return calendar.New(2026, m, d) }
	period := func(due, done calendar.Date) *Period {
		return &Period{Rule: Rule{Name: "审理期限"}, Count: calendar.Count{Due: due}, Done: done}
	}
	paused := period(0, 0)
	paused.Count.Open = true
	estimated := period(day(6, 3), 0)
	estimated.Count.Provisional = true
	expired := period(day(6, 3), day(6, 3))
	expired.Rule.Expires, expired.Ending = true, RanOut
	used, moot := period(day(6, 3), day(6, 1)), period(day(6, 3), day(6, 1))
	used.Rule.Expires, moot.Rule.Expires, moot.Ending = true, true, Moot
	internal, settled := period(day(6, 3), 0), period(day(6, 3), day(6, 8))
	internal.Rule.Internal, settled.Rule.Internal = true, true
	for _, tt := range []struct {
		before, after *Period
		want          string
	}{
		{nil, period(day(6, 3), 0), "审理期限：2026-06-03 周三届满"},
		{nil, estimated, "审理期限：2026-06-03 周三（推算）届满"},
		{period(day(6, 2), 0), period(day(6, 3), 0), "审理期限：2026-06-02 → 2026-06-03 周三"},
		{period(day(6, 2), 0), period(day(6, 2), day(5, 1)), "审理期限：2026-05-01 完成"},
		{period(day(6, 3), 0), expired, "审理期限：2026-06-03 周三已经届满"},
		{period(day(6, 3), 0), used, "审理期限：2026-06-01 结束"},
		{period(day(6, 3), 0), moot, "审理期限：2026-06-01 不再需要"},
		{nil, internal, "审理期限：2026-06-03 周三（内部安排）"},
		{internal, settled, "审理期限：2026-06-08 完成"},
		{period(day(6, 2), 0), paused, "审理期限：停止计算（原 2026-06-02）"},
		{paused, period(day(6, 3), 0), "审理期限：恢复计算，2026-06-03 周三届满"},
		{period(day(6, 2), 0), nil, "审理期限：不再计算（原 2026-06-02）"},
		{paused, nil, "审理期限：不再计算"},
	} {
		changed := PeriodChange{tt.before, tt.after}
		if got := changed.Name() + "：" + changed.Words(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
