package statistics

import (
	"cmp"
	"slices"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Attendance is what is known of the head of a defendant at the hearings of one instance (负责人出庭情况).
type Attendance string

// Attendances. A defendant of whom nothing was recorded is neither present nor absent: nobody may be named for what was not entered.
const (
	NotHeard      Attendance = ""           // 没有开庭
	Present       Attendance = "present"    // 负责人出庭
	ByCodefendant Attendance = "joint"      // 商定由共同被告的负责人出庭 (法释〔2020〕3号第3条)
	Absent        Attendance = "absent"     // 负责人未出庭
	Unrecorded    Attendance = "unrecorded" // 开庭了，没有登记谁出庭
)

// Attendances lists those of a suit that was heard, in the order of tables: together they are all suits heard.
func Attendances() []Attendance { return []Attendance{Present, ByCodefendant, Absent, Unrecorded} }

// Label is the Chinese name, "" for NotHeard.
func (a Attendance) Label() string {
	return map[Attendance]string{Present: "负责人出庭", ByCodefendant: "由共同被告负责人出庭", Absent: "负责人未出庭", Unrecorded: "没有登记出庭情况"}[a]
}

// Known reports whether a rate of attendance may count the suit: the head came, or should have and did not.
func (a Attendance) Known() bool { return a == Present || a == Absent }

// Sessions are the hearings of a suit on some days, as they concern one defendant or, with Organ "", any of them.
type Sessions struct {
	Organ string
	// Days are the days on which the court sat, each once, in order of entry.
	Days []calendar.Date
	// Held are the appearances recorded of the defendant on them. That of an earlier day is among them where it serves these too: one
	// attendance an instance is enough unless the court calls the head again (法释〔2020〕3号第7条).
	Held []Hearing

	organs []string
}

// Sessions collects the hearings of the days asked for.
func (f *Fact) Sessions(in func(calendar.Date) bool, organ string) Sessions {
	s := Sessions{Organ: organ, organs: f.Organs}
	var first calendar.Date
	for _, h := range f.Hearings {
		if !in(h.On) {
			continue
		}
		if !slices.Contains(s.Days, h.On) {
			s.Days = append(s.Days, h.On)
		}
		if first.IsZero() || h.On < first {
			first = h.On
		}
		if h.concerns(organ) {
			s.Held = append(s.Held, h)
		}
	}
	if len(s.Days) > 0 && !s.Came() && !s.any(func(h Hearing) bool { return h.Notified }) {
		for _, h := range f.Hearings {
			if h.On < first && h.Head && h.concerns(organ) {
				s.Held = append(s.Held, h)
			}
		}
	}
	return s
}

// OnDay are the hearings of one day alone, as a count by hearings takes them.
func (f *Fact) OnDay(d calendar.Date, organ string) Sessions {
	s := Sessions{Organ: organ, organs: f.Organs}
	for _, h := range f.Hearings {
		if h.On == d {
			s.Days = []calendar.Date{d}
			if h.concerns(organ) {
				s.Held = append(s.Held, h)
			}
		}
	}
	return s
}

// concerns reports whether an appearance speaks of an organ: one recorded without an organ speaks of every defendant.
func (h *Hearing) concerns(organ string) bool { return organ == "" || h.For == "" || h.For == organ }

func (s *Sessions) any(f func(Hearing) bool) bool { return slices.ContainsFunc(s.Held, f) }

// Came reports whether a head came, at least once.
func (s *Sessions) Came() bool { return s.any(func(h Hearing) bool { return h.Head }) }

// Spoke reports whether a head who came spoke in court (出声).
func (s *Sessions) Spoke() bool { return s.any(func(h Hearing) bool { return h.Head && h.Spoke }) }

// Notified reports whether the court called for a head.
func (s *Sessions) Notified() bool { return s.any(func(h Hearing) bool { return h.Notified }) }

// Explained reports whether a ground of absence was given in writing.
func (s *Sessions) Explained() bool { return s.any(func(h Hearing) bool { return h.Explained }) }

// Excused reports whether every absence recorded has a ground that excuses it.
func (s *Sessions) Excused() bool {
	recorded := slices.DeleteFunc(slices.Clone(s.Held), func(h Hearing) bool { return !h.Recorded })
	return len(recorded) > 0 && !slices.ContainsFunc(recorded, func(h Hearing) bool { return !h.Excused })
}

// Due reports whether a head should have come (应出庭): one came, or is known to have stayed away at least once without an excuse.
func (s *Sessions) Due() bool {
	a := s.Attendance()
	return a == Present || a == Absent && !s.Excused()
}

// Rank is that of the highest head who came: 正职 before 副职 before others, as which an unknown rank counts; "" if none came.
func (s *Sessions) Rank() procedure.Rank {
	best := procedure.Rank("")
	order := procedure.Ranks()
	for _, h := range s.Held {
		rank := cmp.Or(h.Rank, procedure.OtherHead)
		if h.Head && (best == "" || slices.Index(order, rank) < slices.Index(order, best)) {
			best = rank
		}
	}
	return best
}

// Attendance is what the days came to. Of all defendants together it is Absent only where each of them is known to have stayed away.
func (s *Sessions) Attendance() Attendance {
	switch {
	case len(s.Days) == 0:
		return NotHeard
	case s.Came():
		return Present
	case s.Organ != "" || len(s.organs) == 0:
		return attendanceOf(s.Held)
	}
	all := ByCodefendant
	for _, organ := range s.organs {
		held := slices.DeleteFunc(slices.Clone(s.Held), func(h Hearing) bool { return !h.concerns(organ) })
		switch attendanceOf(held) {
		case Unrecorded:
			return Unrecorded
		case Absent:
			all = Absent
		}
	}
	return all
}

// attendanceOf is what was recorded of one defendant whose head did not come.
func attendanceOf(held []Hearing) Attendance {
	switch {
	case slices.ContainsFunc(held, func(h Hearing) bool { return h.Joint }):
		return ByCodefendant
	case slices.ContainsFunc(held, func(h Hearing) bool { return h.Recorded }):
		return Absent
	}
	return Unrecorded
}

// join finds the absences for which the co-defendants agreed that another one's head comes, and did. Where none did, the agreement excuses
// nobody.
func (f *Fact) join() {
	for i := range f.Hearings {
		h := &f.Hearings[i]
		h.Joint = h.Joint && slices.ContainsFunc(f.Hearings, func(o Hearing) bool { return o.On == h.On && o.Head && o.For != h.For })
	}
}
