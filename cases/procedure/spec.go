package procedure

import "slices"

// Spec is one row of the act table: what an act is called, what it needs, where it may stand and where it leads.
type Spec struct {
	Kind Kind
	// Label is the Chinese name, also the words on the button.
	Label string
	// Suit is true for acts of litigation.
	Suit bool
	// From lists the states in which the act may be recorded.
	From []State
	// To is the state it leads to; "" leaves the state as it is.
	To State
	// Fields are the parts of Detail that the act must carry, May those it may carry, in the order a form asks for them.
	Fields, May []Field
	// Group is the Chinese heading under which forms and menus list the act.
	Group string
	// Basis is the article.
	Basis string
	// Usual marks acts that most cases see; a menu shows them first.
	Usual bool
	// Binding acts take effect even where the law would refuse them, with a problem noted: a decision that was made
	// while the case stood suspended was made all the same.
	Binding bool
	// guard returns the Chinese reason, with the article, why the act may not be recorded, or "". It is asked before From.
	guard func(*fold, *Act) string
	// effect moves the periods and dates; the state moves by To.
	effect func(*fold, *Act)
}

// Opens reports whether the act may be the first of a case (收件, 收到应诉通知 ...).
func (s *Spec) Opens() bool { return slices.Contains(s.From, Unregistered) }

// Specs returns the act table of reconsideration or of litigation, in procedural order.
func Specs(suit bool) []*Spec {
	if suit {
		return slices.Concat(suitSpecs, enforcementSpecs)
	}
	return slices.Concat(intakeSpecs, trialSpecs, conclusionSpecs)
}

// SpecOf finds the row of a kind of act, nil for an unknown kind.
func SpecOf(k Kind) *Spec { return specIndex[k] }

// specIndex is read only. It is filled by init because guards name other acts by their labels, which an initialiser
// may not refer back to.
var specIndex map[Kind]*Spec

func init() { specIndex = index(intakeSpecs, trialSpecs, conclusionSpecs, suitSpecs, enforcementSpecs) }

func index(tables ...[]*Spec) map[Kind]*Spec {
	out := map[Kind]*Spec{}
	for _, t := range tables {
		for _, s := range t {
			out[s.Kind] = s
		}
	}
	return out
}
