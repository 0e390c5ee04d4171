package model

import (
	"strings"
	"testing"

	"fuyi/cases/calendar"
	"fuyi/ui/model/fake"
)

func TestDatesAsTyped(t *testing.T) {
	cal, today := fake.New().Cal, calendar.New(2026, 9, 28) // Monday; 10-01 to 10-07 are holidays, 10-10 is a make-up day
	for _, c := range []struct{ text, want string }{
		{"20260703", "2026-07-03"}, {"2026.7.3", "2026-07-03"}, {"2026年7月3日", "2026-07-03"}, {"7-3", "2026-07-03"}, {"7.3", "2026-07-03"},
		{"7月3日", "2026-07-03"}, {"0703", "2026-07-03"}, {"今天", "2026-09-28"}, {"昨天", "2026-09-27"}, {"后天", "2026-09-30"},
		{"+60", "2026-11-27"}, {"-3", "2026-09-25"}, {"＋60天", "2026-11-27"}, {"+5w", "2026-10-10"}, {"+5工作日", "2026-10-10"}, {"-1w", "2026-09-24"},
		{"12-31", "2026-12-31"}, {"", ""}, {"+0", "2026-09-28"},
	} {
		got, err := TypedDate(c.text, today, cal)
		if err != nil || got.String() != c.want {
			t.Errorf("%q is %v (%v), want %s", c.text, got, err, c.want)
		}
	}
	for _, bad := range []string{"7-32", "13-1", "+", "5w", "1399", "明年", "2026-2-30"} {
		if got, err := TypedDate(bad, today, cal); err == nil {
			t.Errorf("%q is read as %v", bad, got)
		}
	}
	if d, err := ReadDate("12-31", calendar.New(2026, 3, 1)); err != nil || d.String() != "2025-12-31" {
		t.Errorf("in March 12-31 is %v (%v)", d, err)
	}
}

func TestDateRemarks(t *testing.T) {
	cal, today := fake.New().Cal, calendar.New(2026, 9, 28)
	for _, c := range []struct {
		text  string
		want  string
		wrong bool
	}{
		{"2026-10-01", "周四（休息日） 3天后", false}, {"7-3", "2026-07-03 周五 87天前", false}, {"今天", "2026-09-28 周一 今天", false},
		{"1985-3-5", "请核对年份", false}, {"x", "不是日期", true}, {"", "", false},
	} {
		if got, wrong := DateRemark(c.text, today, cal); !strings.HasSuffix(got, c.want) || wrong != c.wrong {
			t.Errorf("%q: %q, %v", c.text, got, wrong)
		}
	}
}
