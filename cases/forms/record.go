package forms

import (
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/reception"
	"fuyi/cases/statistics"
)

// Record is what the forms need of one case, small enough that a million of them fit into memory. It is derived as of a day.
type Record struct {
	id                            cases.ID
	received, accepted, concluded calendar.Date
	// sued is the day on which a reconsideration's result was taken to court (复议后起诉).
	sued calendar.Date
	// claimed is the compensation asked for (行政赔偿请求) in fen.
	claimed       int64
	persons       int32
	category      int32
	kind          uint8 // 0 reconsideration, 1 suit, 2 非诉执行, which is in no form
	level, host   Level
	matter        Matter
	result        Result
	flags         flags
	letters, done uint8
}

// Level is the kind of an organ as the forms sort it (级别).
type Level uint8

// Levels in the order of the forms.
const (
	OtherLevel   Level = iota // 其他, also several kinds at once
	Township                  // 乡镇政府 (街道办事处)
	CountyDept                // 县级政府的部门
	County                    // 县级政府
	CityDept                  // 市(地)级政府的部门
	City                      // 市(地)级政府
	ProvinceDept              // 省级政府的部门
	Province                  // 省级政府
	StateDept                 // 国务院部门
	StateCouncil              // 国务院
	levels       = iota
)

// flags are what a case is or is not.
type flags uint16

const (
	reviewed     flags = 1 << iota // 附带审查规范性文件
	claims                         // 提出行政赔偿请求
	awards                         // 决定赔偿
	several                        // more than one kind of respondent
	afterReview                    // 复议后应诉
	reviewOrgan                    // 复议机关为被告
	originOrgan                    // 原行政行为机关为被告
	heard                          // 开庭
	attended                       // 负责人出庭
	attendedMain                   // 正职负责人出庭
	remade                         // 撤销并责令重作
	firstInstance
)

// Deriver makes records. Organs is the directory; an organ that is not in it is judged by its name.
type Deriver struct {
	Law    *procedure.Law
	Organ  string
	Organs map[string]cases.OrganRecord
	AsOf   calendar.Date

	names  []string
	number map[string]int32
	known  map[string]organ
	own    Level
}

// NewDeriver prepares for an office whose own government is organ.
func NewDeriver(law *procedure.Law, organName string, directory []cases.OrganRecord, asOf calendar.Date) *Deriver {
	d := &Deriver{Law: law, Organ: organName, Organs: map[string]cases.OrganRecord{}, AsOf: asOf, number: map[string]int32{}, known: map[string]organ{}}
	for _, o := range directory {
		d.Organs[o.Name] = o
		if o.Short != "" {
			d.Organs[o.Short] = o
		}
	}
	d.own = d.organ(organName).level
	return d
}

// Category is the name behind a record's number of category.
func (d *Deriver) Category(n int32) string { return d.names[n] }

func (d *Deriver) categoryNumber(name string) int32 {
	n, ok := d.number[name]
	if !ok {
		n = int32(len(d.names))
		d.names, d.number[name] = append(d.names, name), n
	}
	return n
}

// organ is what counting asks of an organ that a case names.
type organ struct {
	level Level
	// own is true for the office's own government (本级人民政府).
	own bool
}

// organ sorts an organ by its name.
func (d *Deriver) organ(name string) organ {
	x, ok := d.known[name]
	if !ok {
		o, listed := d.Organs[name]
		if !listed {
			o = reception.GuessOrgan(name)
		}
		x = organ{LevelOf(o), statistics.OwnGovernment(name, d.Organ)}
		d.known[name] = x
	}
	return x
}

// LevelOf sorts an organ of the directory. A branch (分局, 派出机构) counts at the level the directory gives it.
func LevelOf(o cases.OrganRecord) Level {
	_, government := cases.GovernmentArea(o.Name)
	switch {
	case o.Kind == cases.Township, o.Kind == cases.Subdistrict:
		return Township
	case o.Kind == cases.DistrictGovernment:
		return County
	case o.Kind == cases.AuthorisedBody, o.Level == "":
		return OtherLevel
	}
	dept, gov := CountyDept, County
	switch o.Level {
	case cases.CityLevel:
		dept, gov = CityDept, City
	case cases.ProvinceLevel:
		dept, gov = ProvinceDept, Province
	case cases.StateLevel:
		dept, gov = StateDept, StateCouncil
	}
	if government {
		return gov
	}
	return dept
}

// Record derives what the forms need of a case.
func (d *Deriver) Record(c *cases.Case) Record {
	f := statistics.NewFact(c, d.Organ, d.Law, d.AsOf)
	r := plainRecord(c, &f, d.AsOf)
	r.category = d.categoryNumber(f.Category)
	var who respondents
	for _, name := range f.Organs {
		who.add(d.organ(name))
	}
	d.finish(&r, &who)
	return r
}

// plainRecord is what follows from the case and the law alone, whatever the directory and the office's name are.
func plainRecord(c *cases.Case, f *statistics.Fact, asOf calendar.Date) Record {
	r := Record{id: f.ID, received: f.Received, accepted: f.Accepted, concluded: f.Concluded, persons: int32(f.Persons),
		matter: matterOf(f.Matter, c.Subject), result: resultOf(f)}
	if p := c.Particulars; p != nil {
		r.set(reviewed, p.Review != "")
		r.set(claims, p.Compensation > 0)
		r.claimed = p.Compensation
	}
	for i := range c.Acts {
		if c.Acts[i].On <= asOf {
			r.see(&c.Acts[i])
		}
	}
	switch f.Kind {
	case cases.Litigation:
		r.kind = 1
		r.suit(f)
	case statistics.Enforcement:
		r.kind = 2
	}
	return r
}

// finish adds what depends on the directory and the office's name.
func (d *Deriver) finish(r *Record, who *respondents) {
	r.host, r.level = d.own, who.level()
	if r.kind == 1 {
		own := who.own && r.flags&afterReview != 0
		r.set(reviewOrgan, own)
		r.set(originOrgan, !own || who.n > 1)
	}
}

func (r *Record) set(f flags, on bool) {
	if on {
		r.flags |= f
	}
}

// respondents sorts a case by its respondents or defendants.
type respondents struct {
	n     int
	first Level
	mixed bool
	// own is true when the office's own government is among them.
	own bool
}

func (w *respondents) add(o organ) {
	if w.n == 0 {
		w.first = o.level
	}
	w.n++
	w.mixed = w.mixed || o.level != w.first
	w.own = w.own || o.own
}

// level is one kind, or 其他 for none and for several kinds.
func (w *respondents) level() Level {
	if w.n == 0 || w.mixed {
		return OtherLevel
	}
	return w.first
}

// see takes from an act what the facts do not carry.
func (r *Record) see(a *procedure.Act) {
	switch a.Kind {
	case procedure.NormRequested:
		r.flags |= reviewed
	case procedure.DecisionSued:
		r.sued = max(r.sued, a.On)
	case procedure.OpinionLetter:
		r.letters++
	case procedure.LetterReply:
		r.done++
	case procedure.Decision:
		if a.Detail == nil {
			return
		}
		r.set(awards, slices.ContainsFunc(a.Detail.Items, func(i procedure.Item) bool { return i.Kind == procedure.Compensate }))
		r.set(remade, slices.ContainsFunc(a.Detail.Items, func(i procedure.Item) bool { return i.Redo }))
	}
}

// suit takes what form 2 needs.
func (r *Record) suit(f *statistics.Fact) {
	r.set(afterReview, f.Source.Reviewed())
	r.set(firstInstance, f.Instance == cases.First || f.Instance == "")
	for _, h := range f.Hearings {
		r.flags |= heard
		r.set(attended, h.Head)
		r.set(attendedMain, h.Chief)
	}
}
