package procedure

import "fuyi/cases/calendar"

// announce keeps the hearing to come, with the hour and the place that the notice names. A new notice of the same day that names none leaves
// what an earlier one said.
func (f *fold) announce(day calendar.Date, a *Act) {
	if day != f.t.Hearing {
		f.unannounce()
	}
	f.t.Hearing, f.announced = day, a
	f.joinHour(day, a)
}

// joinHour takes hour and place from a notice of the announced day.
func (f *fold) joinHour(day calendar.Date, a *Act) {
	if day != f.t.Hearing || day.IsZero() {
		return
	}
	d := a.detail()
	if d.Time != "" {
		if f.t.HearingTime != "" && f.t.HearingTime != d.Time {
			f.notice(a, "", "这份文书写的时间是"+ClockChinese(d.Time)+"，与此前告知的"+ClockChinese(f.t.HearingTime)+"不一致，请向发文机关核对")
		}
		f.t.HearingTime = d.Time
	}
	if d.Place != "" {
		f.t.HearingPlace = d.Place
	}
}

// passed tells of a hearing whose announced day is over and of which nothing was recorded: a figure of hearings would miss it.
func (f *fold) passed() {
	if f.t.Hearing.IsZero() || f.t.Hearing >= f.today {
		return
	}
	if f.announced != nil && f.t.Concluded.IsZero() {
		what, done := "听证", HearingHeld
		if f.announced.Kind != HearingNotice {
			what, done = "开庭", CourtHearing
		}
		f.t.Unheard = f.t.Hearing
		f.notice(f.announced, done, "告知的"+what+"日期"+f.t.Hearing.String()+"已经过去，请记录“"+ActLabel(done)+"”；改期的，请记录新的通知")
	}
	f.unannounce()
}

// unannounce forgets the hearing to come.
func (f *fold) unannounce() { f.t.Hearing, f.t.HearingTime, f.t.HearingPlace = 0, "", "" }
