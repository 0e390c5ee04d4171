package sample

import (
	"fmt"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// enforcementPrefix is the prefix of the office's numbers of 非诉执行, which have a series of their own beside the suits.
const enforcementPrefix = "姑苏非执"

// enforcement is a fine that nobody sued over, enforced by the court on the market supervision's application (非诉执行). It stands among
// the suits of the year and is none: no published figure counts it.
func (b *builder) enforcement(year int) *cases.Case {
	const n = 1
	c := &cases.Case{Kind: cases.Litigation, Number: number(enforcementPrefix, year, n), Handler: handler(n),
		Subject: "申请执行食品安全行政处罚决定（罚款）", Class: cases.Classification{Category: "市场监督管理", Matter: "行政处罚"},
		Parties: []cases.Party{applicant("苏州某某餐饮管理有限公司"), respondent("市监")},
		Suit: &cases.Suit{Court: courts["姑苏"].name, CourtNumber: fmt.Sprintf("（%d）%s行审12号", year, courts["姑苏"].code),
			SuitDetail: cases.SuitDetail{Type: cases.EnforcementSuit}}}
	w := record{b.diary, c, recorder(n)}
	lapsed := day(year, "08-20")
	urged := b.after(lapsed, 2)
	w.put(procedure.EnforcementUrged, urged, &procedure.Detail{To: c.Joined(cases.Applicant), Until: lapsed})
	applied := b.after(urged, 13)
	w.put(procedure.EnforcementApplied, applied, &procedure.Detail{To: c.Suit.Court, Until: lapsed})
	accepted := b.after(applied, 3)
	w.put(procedure.EnforcementAccepted, accepted, nil)
	allowed := b.after(accepted, 5)
	w.put(procedure.Judgment, allowed, &procedure.Detail{Results: []procedure.Result{{Outcome: procedure.ExecutionAllowed}}}).Paper = c.Suit.CourtNumber
	done := b.after(allowed, 30)
	w.put(procedure.EnforcementDone, done, nil)
	w.put(procedure.SuitArchiving, b.after(done, 10), nil)
	return w.sorted()
}
