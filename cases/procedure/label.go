package procedure

// The code lists of this package as tables: every code with its Chinese label and what counting needs to know of it.
// Ledgers, forms and the window all read them from here, so that no list can drift from another.

type dispositionRow struct {
	code  Disposition
	label string
	// corrects is the narrow set of 直接纠错: the decision goes against the act under review.
	corrects bool
}

func (r dispositionRow) key() Disposition { return r.code }

// dispositionTable is read only, in the order of precedence of the headline result.
var dispositionTable = []dispositionRow{
	{Alter, "变更", true},
	{Revoke, "撤销", true},
	{RevokePart, "部分撤销", true},
	{ConfirmVoid, "确认无效", true},
	{ConfirmIllegal, "确认违法", true},
	{OrderPerformance, "责令履行", true},
	{Compensate, "决定赔偿", true},
	{Uphold, "维持", false},
	{RefuseRequest, "驳回行政复议请求", false},
}

// Dispositions lists the kinds of operative item in their order of precedence.
func Dispositions() []Disposition { return codes(dispositionTable) }

// DispositionLabel is the Chinese name of a disposition.
func DispositionLabel(d Disposition) string { return find(dispositionTable, d).label }

// Corrects reports whether a disposition counts as 直接纠错 in the narrow sense.
func Corrects(d Disposition) bool { return find(dispositionTable, d).corrects }

// ActLabel is the Chinese name of a kind of act.
func ActLabel(k Kind) string {
	if s := SpecOf(k); s != nil {
		return s.Label
	}
	return string(k)
}

// coded is a row of a code table.
type coded[C comparable] interface{ key() C }

func codes[C comparable, R coded[C]](table []R) []C {
	out := make([]C, len(table))
	for i, r := range table {
		out[i] = r.key()
	}
	return out
}

func find[C comparable, R coded[C]](table []R, c C) (zero R) {
	for _, r := range table {
		if r.key() == c {
			return r
		}
	}
	return zero
}
