package export

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// number takes the case number, completes one that counts within its year, and makes one where the ledger has none.
func (m *rowMaker) number(received calendar.Date) {
	text := strings.TrimSpace(m.text(fNumber))
	switch {
	case text == "" || isNo(text) && text != "0":
		m.c.Number = m.derive(received)
		m.say(fNumber, "没有案号，由程序编为“"+m.c.Number+"”")
	case len(text) <= 4 && strings.Trim(text, "0123456789") == "":
		m.c.Number = fmt.Sprintf("〔%d〕%s第%s号", received.Year(), m.prefix(), strings.TrimLeft(text, "0"))
		m.say(fNumber, m.c.Number+"（由顺序号补全）")
	default:
		m.c.Number = text
		m.say(fNumber, text)
	}
}

func (m *rowMaker) prefix() string {
	p, other := m.im.set.ReconsiderationPrefix, "复议"
	if m.c.Kind == cases.Litigation {
		p, other = m.im.set.SuitPrefix, "应诉"
	}
	if p == "" {
		return other
	}
	return p
}

// derive makes a number of the row's own content, so that the same row gets the same number at every import.
func (m *rowMaker) derive(received calendar.Date) string {
	h := fnv.New32a()
	for _, f := range []field{fReceived, fReceivedAlt, fApplicants, fRespondents, fSubject, fCourtNumber, fConcluded, fResult} {
		// Write to a hash never fails.
		_, _ = h.Write([]byte(m.text(f) + "\x00"))
	}
	base := fmt.Sprintf("〔%d〕%s台账%08X号", received.Year(), m.prefix(), h.Sum32())
	m.derived[base]++
	if n := m.derived[base]; n > 1 {
		return fmt.Sprintf("%s之%d", base, n)
	}
	return base
}

// remarks reads 备注 and the labelled notes of the program's own ledgers.
func (m *rowMaker) remarks() {
	if s := m.text(fRemark); s != "" {
		m.c.Notes = append(m.c.Notes, cases.Note{Label: remarkLabel, Text: s})
		m.say(fRemark, "备注")
	}
	text := m.text(fNotes)
	if text == "" {
		return
	}
	for _, part := range list(text, isListSep) {
		label, value := cutDefendant(part)
		if label == "" {
			label = "其他信息"
		}
		m.c.Notes = append(m.c.Notes, cases.Note{Label: label, Text: unquote(value)})
	}
	m.say(fNotes, "备注")
}

// finish sorts the acts and refuses dates that cannot be.
func (m *rowMaker) finish(received calendar.Date) {
	acts, ranks := m.c.Acts, m.ranks
	for i := 1; i < len(acts); i++ {
		for j := i; j > 0 && (acts[j].On < acts[j-1].On || acts[j].On == acts[j-1].On && ranks[j] < ranks[j-1]); j-- {
			acts[j], acts[j-1] = acts[j-1], acts[j]
			ranks[j], ranks[j-1] = ranks[j-1], ranks[j]
		}
	}
	if received.IsZero() {
		return
	}
	for i := range acts {
		switch {
		case concludes(acts[i].Kind) && acts[i].On < received:
			m.refuse(m.concludedField(), "结案日期"+acts[i].On.String()+"早于收案日期"+received.String()+"，请核对")
		case acts[i].Kind == procedure.Acceptance && acts[i].On < received:
			m.refuse(fAccepted, "受理日期"+acts[i].On.String()+"早于收案日期"+received.String()+"，请核对")
		}
	}
}

// concludedField is the column the conclusion stands in.
func (m *rowMaker) concludedField() field {
	if len(m.slots[fConcluded].cells) == 0 && len(m.slots[fConcludedAlt].cells) > 0 {
		return fConcludedAlt
	}
	return fConcluded
}

// hasAct reports whether the case has an act of a kind.
func (m *rowMaker) hasAct(k procedure.Kind) bool {
	return slices.ContainsFunc(m.c.Acts, func(a procedure.Act) bool { return a.Kind == k })
}
