package export

import (
	"context"
	"slices"

	"fuyi/cases"
	"fuyi/cases/litigation"
	"fuyi/cases/procedure"
)

// carryLoss takes over who lost from the instance before, where the row tells nothing of it and the court left that judgment standing. The
// suit below is one of an earlier row, or of the office.
func (m *rowMaker) carryLoss() error {
	if m.c.Kind != cases.Litigation {
		return nil
	}
	for i := range m.c.Acts {
		a := &m.c.Acts[i]
		if a.Kind != procedure.Judgment || a.Detail == nil || m.text(fLost) != "" || !litigation.Follows(a.Detail.Results) {
			continue
		}
		below, err := litigation.Below(context.Background(), m.findSuit, m.c)
		if err != nil {
			return err
		}
		results, carried := litigation.Carry(a.Detail.Results, below, &m.im.f.r.Law().Practice)
		if carried {
			a.Detail.Results = results
			m.also(fResult, "按前一审级"+below.Number+"的裁判计为败诉")
		}
	}
	m.im.remember(m.c)
	return nil
}

// remember keeps of a suit what a later instance asks for: its numbers and its judgment.
func (im *importer) remember(c *cases.Case) {
	i := slices.IndexFunc(c.Acts, func(a procedure.Act) bool { return a.Kind == procedure.Judgment })
	if i < 0 {
		return
	}
	slim := &cases.Case{Kind: c.Kind, Number: c.Number, Suit: c.Suit, Acts: c.Acts[i : i+1]}
	im.judged[cases.NumberKey(c.Number)] = slim
	if n := c.Suit.CourtNumber; n != "" {
		im.judged[cases.NumberKey(n)] = slim
	}
}

func (m *rowMaker) findSuit(_ context.Context, number string) (*cases.Case, error) {
	if c := m.im.judged[cases.NumberKey(number)]; c != nil {
		return c, nil
	}
	return m.im.find(number)
}
