package procedure

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// clockPattern is an hour as papers write it: 9:30, 14：30, 9时30分, 下午2点半, 上午9时.
var clockPattern = regexp.MustCompile(`^(上午|早上|下午|晚上|中午)?([0-9]{1,2})(?:[:：]([0-9]{2})|[时点](?:([0-9]{1,2})分?|(半)|整)?)$`)

// ParseClock reads an hour of the day into HH:MM; "" where it is none.
func ParseClock(text string) string {
	m := clockPattern.FindStringSubmatch(strings.Join(strings.Fields(text), ""))
	if m == nil {
		return ""
	}
	hour, _ := strconv.Atoi(m[2])
	minute, _ := strconv.Atoi(m[3] + m[4])
	if m[5] != "" {
		minute = 30
	}
	if (m[1] == "下午" || m[1] == "晚上") && hour < 12 {
		hour += 12
	}
	if hour > 23 || minute > 59 || hour > 12 && (m[1] == "上午" || m[1] == "早上") {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", hour, minute)
}

// ClockChinese words an hour HH:MM as papers do: 9时30分, 14时; what is no hour stays as it is.
func ClockChinese(clock string) string {
	h, m, ok := strings.Cut(clock, ":")
	if !ok {
		return clock
	}
	if h = strings.TrimPrefix(h, "0"); h == "" {
		h = "0"
	}
	if m == "00" {
		return h + "时"
	}
	return h + "时" + m + "分"
}

// Sitting says hour and place of the hearing to come: 9时30分，第8法庭; "" where neither is known.
func (t *Timeline) Sitting() string { return sitting(t.HearingTime, t.HearingPlace) }

func sitting(clock, place string) string {
	if clock != "" && place != "" {
		return ClockChinese(clock) + "，" + place
	}
	return ClockChinese(clock) + place
}

// setTime reads the hour of a hearing.
func setTime(d *Detail, text string) string {
	d.Time = ParseClock(text)
	if d.Time == "" && text != "" {
		return "“" + text + "”不是时刻，请写成 9:30、14:00 或者 下午2时30分"
	}
	return ""
}

// plainLabel is a label without the example that a form adds in brackets.
func plainLabel(label string) string {
	before, _, _ := strings.Cut(label, "（")
	return before
}
