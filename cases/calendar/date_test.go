package calendar

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseReadsWhatClerksWrite(t *testing.T) {
	want := New(2020, 3, 5)
	for _, s := range []string{
		"2020-03-05", "2020-3-5", "2020.3.5", "2020.03.05", "2020/3/5", "20200305", "2020年3月5日", "2020年03月05日",
		"２０２０年３月５日", "２０２０．３．５", "2020 3 5", " 2020-3-5 ", "二〇二〇年三月五日", "2020年3月5号", "2020-03-05 09:30:00",
		"2020-03-05T00:00:00",
	} {
		got, err := Parse(s)
		if err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v; want %v", s, got, err, want)
		}
	}
	for s, want := range map[string]Date{
		"二〇二一年十二月三十一日": New(2021, 12, 31), "二零二一年十月二十日": New(2021, 10, 20), "2020.2.29": New(2020, 2, 29),
	} {
		if got, err := Parse(s); err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v; want %v", s, got, err, want)
		}
	}
}

func TestParseRefusesWhatIsNoDate(t *testing.T) {
	for _, s := range []string{
		"", "无", "2020", "2020-13-01", "2020-02-30", "2021.2.29", "20201301", "2020-3", "3-5", "2020-3-5-6", "1020-3-5",
		"2020,3,5", "2020-3-5等", "2020年三十三月5日", "43895", "-2020-3-5x",
	} {
		got, err := Parse(s)
		var f *FormatError
		if !errors.As(err, &f) {
			t.Errorf("Parse(%q) = %v, %v; want a FormatError", s, got, err)
		} else if !strings.Contains(err.Error(), "日期") {
			t.Errorf("Parse(%q): %q does not say what is wrong", s, err)
		}
	}
}

func TestDateAgreesWithTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 54000).Draw(t, "days")
		ref := time.Date(1949, 10, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
		d := New(1949, 10, 1).AddDays(n)
		if d.String() != ref.Format("2006-01-02") || d.Weekday() != ref.Weekday() || Of(ref) != d {
			t.Fatalf("%v is not %v", d, ref)
		}
		for _, form := range []string{d.String(), d.Chinese(), ref.Format("20060102"), ref.Format("2006.1.2")} {
			if back, err := Parse(form); err != nil || back != d {
				t.Fatalf("%q reads as %v, %v", form, back, err)
			}
		}
	})
}

func TestAddMonthsEndsOnTheCorrespondingDay(t *testing.T) {
	for _, c := range []struct {
		from Date
		n    int
		want Date
	}{
		{New(2026, 1, 31), 1, New(2026, 2, 28)}, {New(2024, 1, 31), 1, New(2024, 2, 29)},
		{New(2026, 3, 15), 6, New(2026, 9, 15)}, {New(2026, 12, 31), 2, New(2027, 2, 28)},
		{New(2024, 2, 29), 12, New(2025, 2, 28)},
	} {
		if got := c.from.AddMonths(c.n); got != c.want {
			t.Errorf("%v + %d months = %v, want %v", c.from, c.n, got, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2020-03-05", "二〇二〇年三月五日", "20200305", "2020.3.5", "９９９９年９月９日"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			return
		}
		back, err := ParseISO(d.String())
		if err != nil || back != d {
			t.Fatalf("%q → %v does not read back: %v", s, d, err)
		}
	})
}
