package forms

import "fuyi/cases/statistics"

// MatterOf sorts a recorded matter (申请复议事项) as the forms do; the subject (案由) tells what penalty or measure it was.
func MatterOf(recorded, subject string) Matter { return matterOf(recorded, subject) }

// ResultOf sorts how a case ended as the forms do, NoResult while it is open.
func ResultOf(f *statistics.Fact) Result { return resultOf(f) }

// LevelOfAll sorts a case by its respondents: the kind of all of them, OtherLevel for none or several kinds.
func (d *Deriver) LevelOfAll(names []string) Level {
	var who respondents
	for _, name := range names {
		who.add(d.organ(name))
	}
	return who.level()
}

// MatterLabels names the matters as the form in force prints them: ten since 2015, sixteen since 2024. What has no name of its own
// there is the last one, 其他.
func MatterLabels(year int) (order []string, label func(Matter) string) {
	list := mergedMatters()
	if year >= 2024 {
		list = matters2024()
	}
	names := map[Matter]string{}
	for _, m := range list {
		order = append(order, m.label)
		for _, x := range m.in {
			names[x] = m.label
		}
	}
	return order, func(m Matter) string {
		if n, ok := names[m]; ok {
			return n
		}
		return names[OtherMatter]
	}
}
