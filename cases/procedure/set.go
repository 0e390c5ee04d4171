package procedure

import (
	"slices"
	"strconv"
	"strings"

	"fuyi/cases/calendar"
)

// fieldRow is one input of a field: how it is named, filled in and read.
type fieldRow struct {
	field Field
	key   string
	label string
	input Input
	// optional inputs may stay empty though their field is required: the name of a head who did not come.
	optional bool
	// codes lists the choices for an act of a kind, nil for free input.
	codes func(Kind) []Code
	// set reads the text into the detail; the answer is a Chinese sentence, "" if it was understood.
	set func(d *Detail, text string) string
}

// fieldTable is read only: every input of every field, in the order of forms.
var fieldTable = slices.Concat(plainFields, courtFields)

var plainFields = []fieldRow{
	{FieldGround, "ground", "事由", InputChoice, false, groundCodes, setCode(func(d *Detail) *Ground { return &d.Ground })},
	{FieldItems, "items", "决定主文", InputItems, false, dispositionCodes, setItems},
	{FieldDays, "days", "延长天数（至多30日）", InputNumber, false, nil, setNumber(func(d *Detail) *int { return &d.Days })},
	{FieldTo, "to", "相对方", InputText, false, nil, func(d *Detail, s string) string { d.To = s; return "" }},
	{FieldSide, "side", "受送达人是哪一方", InputChoice, false, sideCodes, setCode(func(d *Detail) *Side { return &d.Side })},
	{FieldMeans, "means", "方式", InputChoice, false, meansCodes, setCode(func(d *Detail) *Means { return &d.Means })},
	{FieldPosted, "posted", "交邮日期", InputDay, false, nil, setDay(func(d *Detail) *calendar.Date { return &d.Posted })},
	{FieldUntil, "until", "文书指定的日期", InputDay, false, nil, setDay(func(d *Detail) *calendar.Date { return &d.Until })},
	{FieldTime, "time", "开庭时间（如9:30）", InputText, false, nil, setTime},
	{FieldPlace, "place", "法庭", InputText, false, nil, func(d *Detail, s string) string { d.Place = s; return "" }},
	{FieldSender, "sender", "发出建议的机关（不填即审理法院）", InputText, false, nil, func(d *Detail, s string) string { d.Sender = s; return "" }},
	{FieldSubject, "subject", "建议事项", InputText, false, nil, func(d *Detail, s string) string { d.Subject = s; return "" }},
	{FieldAdopted, "adopted", "采纳情况", InputChoice, false, func(Kind) []Code { return codesOf(Adoptions(), AdoptionLabel) },
		setCode(func(d *Detail) *Adoption { return &d.Adopted })},
	{FieldMeasures, "measures", "整改措施", InputText, false, nil, func(d *Detail, s string) string { d.Measures = s; return "" }},
	{FieldKnown, "known", "知道行政行为之日", InputDay, false, nil, setDay(func(d *Detail) *calendar.Date { return &d.filing().Known })},
	{FieldMade, "made", "行政行为作出之日", InputDay, false, nil, setDay(func(d *Detail) *calendar.Date { return &d.filing().Made })},
	{FieldUntold, "untold", "未告知复议权利、机关和期限", InputYes, false, nil, setYes(func(d *Detail) *bool { return &d.filing().Untold })},
	{FieldEstate, "estate", "涉及不动产", InputYes, false, nil, setYes(func(d *Detail) *bool { return &d.filing().Estate })},
	{FieldLost, "lost", "不计入申请期限的时间", InputSpan, false, nil, setLost},
	{FieldPrior, "prior", "同一申请人此前对该行为", InputChoice, false, priorCodes, setCode(func(d *Detail) *Prior { return &d.filing().Prior })},
}

func (d *Detail) filing() *Filing {
	if d.Filing == nil {
		d.Filing = &Filing{}
	}
	return d.Filing
}

// Set reads one key=value of an act as commands and scenario files write it: paper, note and regime for any act, else a
// key of FieldsOf. The answer is a Chinese sentence that says what is wrong, "" if it was understood.
func Set(a *Act, key, value string) string {
	value = strings.TrimSpace(value)
	switch key {
	case "paper":
		a.Paper = value
		return ""
	case "note":
		a.Note = value
		return ""
	case "regime":
		a.Regime = Regime(strings.ToUpper(value))
		if a.Regime.Label() == "" {
			return "适用规则只能是 A、B 或 C，不能是“" + value + "”"
		}
		return ""
	}
	s := SpecOf(a.Kind)
	if s == nil {
		return "没有“" + string(a.Kind) + "”这种程序行为"
	}
	i := slices.IndexFunc(fieldTable, func(r fieldRow) bool {
		return r.key == key && (slices.Contains(s.Fields, r.field) || slices.Contains(s.May, r.field))
	})
	if i < 0 {
		return "“" + s.Label + "”没有“" + key + "”这一项，可以填写的有：" + keysOf(a.Kind)
	}
	if a.Detail == nil {
		a.Detail = &Detail{}
	}
	r := &fieldTable[i]
	if reason := r.set(a.Detail, value); reason != "" {
		return "“" + r.info(a.Kind, false).Label + "”（" + key + "）：" + reason
	}
	return ""
}

func keysOf(k Kind) string {
	keys := []string{"paper", "note", "regime"}
	for _, f := range FieldsOf(k) {
		keys = append(keys, f.Key)
	}
	return strings.Join(keys, "、")
}

// setCode keeps the word; whether it fits the act is checked with everything else, so that a stored word can be read by
// a program that no longer offers it.
func setCode[C ~string](of func(*Detail) *C) func(*Detail, string) string {
	return func(d *Detail, text string) string {
		*of(d) = C(text)
		return ""
	}
}

func setDay(of func(*Detail) *calendar.Date) func(*Detail, string) string {
	return func(d *Detail, text string) string {
		if text == "" {
			*of(d) = 0
			return ""
		}
		day, err := calendar.Parse(text)
		if err != nil {
			return err.Error()
		}
		*of(d) = day
		return ""
	}
}

func setNumber(of func(*Detail) *int) func(*Detail, string) string {
	return func(d *Detail, text string) string {
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 {
			return "“" + text + "”不是天数，请填写整数"
		}
		*of(d) = n
		return ""
	}
}

func setYes(of func(*Detail) *bool) func(*Detail, string) string {
	return func(d *Detail, text string) string {
		switch strings.ToLower(text) {
		case "yes", "true", "1", "是":
			*of(d) = true
		case "no", "false", "0", "否", "":
			*of(d) = false
		default:
			return "“" + text + "”看不懂，请填写 yes（是）或 no（否）"
		}
		return ""
	}
}

func setLost(d *Detail, text string) string {
	from, to, ok := strings.Cut(text, "..")
	if !ok {
		return "请写成 起..止，如 2026-03-01..2026-04-10"
	}
	first, err := calendar.Parse(from)
	if err != nil {
		return err.Error()
	}
	last, err := calendar.Parse(to)
	if err != nil {
		return err.Error()
	}
	if last <= first {
		return "止日应当晚于起日"
	}
	d.filing().LostFrom, d.filing().LostTo = first, last
	return ""
}

// setItems reads operative items: revoke!+uphold, order_performance:30, confirm_illegal~.
func setItems(d *Detail, text string) string {
	d.Items = nil
	for _, word := range strings.Split(text, "+") {
		word, days, named := strings.Cut(strings.TrimSpace(word), ":")
		word, procedural := strings.CutSuffix(word, "~")
		kind, redo := strings.CutSuffix(word, "!")
		it := Item{Kind: Disposition(kind), Redo: redo, ProcedureOnly: procedural}
		if DispositionLabel(it.Kind) == "" {
			return "没有“" + kind + "”这种决定"
		}
		if named {
			n, err := strconv.Atoi(days)
			if err != nil || n <= 0 {
				return "“" + days + "”不是天数"
			}
			it.Days = n
		}
		d.Items = append(d.Items, it)
	}
	return ""
}

// codesOf lists words with their labels.
func codesOf[C ~string](list []C, label func(C) string) []Code {
	out := make([]Code, len(list))
	for i, c := range list {
		out[i] = Code{string(c), label(c)}
	}
	return out
}

func groundCodes(k Kind) []Code    { return codesOf(Grounds(k), GroundLabel) }
func meansCodes(k Kind) []Code     { return codesOf(MeansOf(k), MeansLabel) }
func sideCodes(Kind) []Code        { return codesOf(codes(sideTable), SideLabel) }
func priorCodes(Kind) []Code       { return codesOf(codes(priorTable), PriorLabel) }
func dispositionCodes(Kind) []Code { return codesOf(Dispositions(), DispositionLabel) }

// ValueOf is the text that Set would read a key's present value from, "" if it is not set; a span has two.
func ValueOf(a *Act, key string) (value, to string) {
	d := a.detail()
	x := d.Filing
	if x == nil {
		x = &Filing{}
	}
	yes := map[bool]string{true: "yes"}
	switch key {
	case "ground":
		return string(d.Ground), ""
	case "to":
		return d.To, ""
	case "side":
		return string(d.Side), ""
	case "means":
		return string(d.Means), ""
	case "posted":
		return d.Posted.String(), ""
	case "until":
		return d.Until.String(), ""
	case "time":
		return d.Time, ""
	case "place":
		return d.Place, ""
	case "sender":
		return d.Sender, ""
	case "subject":
		return d.Subject, ""
	case "adopted":
		return string(d.Adopted), ""
	case "measures":
		return d.Measures, ""
	case "known":
		return x.Known.String(), ""
	case "made":
		return x.Made.String(), ""
	case "untold":
		return yes[x.Untold], ""
	case "estate":
		return yes[x.Estate], ""
	case "prior":
		return string(x.Prior), ""
	case "lost":
		return x.LostFrom.String(), x.LostTo.String()
	case "days":
		if d.Days > 0 {
			return strconv.Itoa(d.Days), ""
		}
	}
	return "", ""
}
