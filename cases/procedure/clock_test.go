package procedure

import "testing"

func TestParseClock(t *testing.T) {
	for text, want := range map[string]string{"9:30": "09:30", "09：30": "09:30", "9时30分": "09:30", "9时": "09:00", "9点半": "09:30", "下午2:30": "14:30", "下午2时30分": "14:30",
		"14点整": "14:00", "上午 9 时": "09:00", "中午12点": "12:00", "25:00": "", "9:75": "", "上午13时": "", "九点": "", "": "", "9": ""} {
		if got := ParseClock(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	for clock, want := range map[string]string{"09:30": "9时30分", "14:00": "14时", "00:05": "0时05分", "": ""} {
		if got := ClockChinese(clock); got != want {
			t.Errorf("%s is %s, want %s", clock, got, want)
		}
	}
}
