package export

import (
	"cmp"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// detailField is a part of an act's detail that any kind of act may carry, with its label in brackets.
type detailField struct {
	key string
	get func(*procedure.Detail) string
	set func(*procedure.Detail, string)
}

// detailFields are written behind what stands in columns of its own. It is read only.
var detailFields = []detailField{
	{"一方", func(d *procedure.Detail) string { return codeText(d.Side, procedure.SideLabel) },
		func(d *procedure.Detail, s string) {
			d.Side = codeOf(s, []procedure.Side{procedure.ForApplicant, procedure.ForRespondent, procedure.ForThirdParty}, procedure.SideLabel)
		}},
	{"方式", func(d *procedure.Detail) string { return codeText(d.Means, procedure.MeansLabel) },
		func(d *procedure.Detail, s string) { d.Means = codeOf(s, procedure.AllMeans(), procedure.MeansLabel) }},
	{"交邮", func(d *procedure.Detail) string { return d.Posted.String() },
		func(d *procedure.Detail, s string) { d.Posted = dayOf(s) }},
	{"指定日期", func(d *procedure.Detail) string { return d.Until.String() },
		func(d *procedure.Detail, s string) { d.Until = dayOf(s) }},
	{"时间", func(d *procedure.Detail) string { return d.Time },
		func(d *procedure.Detail, s string) { d.Time = cmp.Or(procedure.ParseClock(s), s) }},
	{"地点", func(d *procedure.Detail) string { return d.Place },
		func(d *procedure.Detail, s string) { d.Place = s }},
	{"发出机关", func(d *procedure.Detail) string { return d.Sender },
		func(d *procedure.Detail, s string) { d.Sender = s }},
	{"建议事项", func(d *procedure.Detail) string { return d.Subject },
		func(d *procedure.Detail, s string) { d.Subject = s }},
	{"采纳情况", func(d *procedure.Detail) string { return codeText(d.Adopted, procedure.AdoptionLabel) },
		func(d *procedure.Detail, s string) {
			d.Adopted = codeOf(s, procedure.Adoptions(), procedure.AdoptionLabel)
		}},
	{"整改措施", func(d *procedure.Detail) string { return d.Measures },
		func(d *procedure.Detail, s string) { d.Measures = s }},
	{"知道日期", filingDay(func(x *procedure.Filing) *calendar.Date { return &x.Known }), setFilingDay(func(x *procedure.Filing) *calendar.Date { return &x.Known })},
	{"作出日期", filingDay(func(x *procedure.Filing) *calendar.Date { return &x.Made }), setFilingDay(func(x *procedure.Filing) *calendar.Date { return &x.Made })},
	{"耽误起", filingDay(func(x *procedure.Filing) *calendar.Date { return &x.LostFrom }), setFilingDay(func(x *procedure.Filing) *calendar.Date { return &x.LostFrom })},
	{"耽误止", filingDay(func(x *procedure.Filing) *calendar.Date { return &x.LostTo }), setFilingDay(func(x *procedure.Filing) *calendar.Date { return &x.LostTo })},
	{"未告知权利", filingYes(func(x *procedure.Filing) *bool { return &x.Untold }), setFilingYes(func(x *procedure.Filing) *bool { return &x.Untold })},
	{"不动产", filingYes(func(x *procedure.Filing) *bool { return &x.Estate }), setFilingYes(func(x *procedure.Filing) *bool { return &x.Estate })},
	{"曾经申请", func(d *procedure.Detail) string {
		if d.Filing == nil {
			return ""
		}
		return codeText(d.Filing.Prior, procedure.PriorLabel)
	}, func(d *procedure.Detail, s string) {
		filing(d).Prior = codeOf(s, procedure.Priors(), procedure.PriorLabel)
	}},
}

// saysDetail reports whether a detail holds anything of these.
func saysDetail(d *procedure.Detail) bool {
	for i := range detailFields {
		if detailFields[i].get(d) != "" {
			return true
		}
	}
	return false
}

func detailFieldOf(key string) *detailField {
	for i := range detailFields {
		if detailFields[i].key == key {
			return &detailFields[i]
		}
	}
	return nil
}

func filing(d *procedure.Detail) *procedure.Filing {
	if d.Filing == nil {
		d.Filing = &procedure.Filing{}
	}
	return d.Filing
}

// dayOf reads a day that the program wrote; anything else is no day.
func dayOf(s string) calendar.Date {
	d, err := calendar.ParseISO(s)
	if err != nil {
		return 0
	}
	return d
}

func filingDay(of func(*procedure.Filing) *calendar.Date) func(*procedure.Detail) string {
	return func(d *procedure.Detail) string {
		if d.Filing == nil {
			return ""
		}
		return of(d.Filing).String()
	}
}

func setFilingDay(of func(*procedure.Filing) *calendar.Date) func(*procedure.Detail, string) {
	return func(d *procedure.Detail, s string) { *of(filing(d)) = dayOf(s) }
}

func filingYes(of func(*procedure.Filing) *bool) func(*procedure.Detail) string {
	return func(d *procedure.Detail) string {
		if d.Filing == nil || !*of(d.Filing) {
			return ""
		}
		return yesNo(true)
	}
}

func setFilingYes(of func(*procedure.Filing) *bool) func(*procedure.Detail, string) {
	return func(d *procedure.Detail, s string) { *of(filing(d)) = s == yesNo(true) }
}

// codeText is the wording of a code, or the code where the tables have none.
func codeText[C ~string](c C, label func(C) string) string {
	if l := label(c); l != "" {
		return l
	}
	return string(c)
}

// codeOf is the inverse; wording that no table has is kept as it is.
func codeOf[C ~string](text string, list []C, label func(C) string) C {
	for _, c := range list {
		if label(c) == text {
			return c
		}
	}
	return C(text)
}
