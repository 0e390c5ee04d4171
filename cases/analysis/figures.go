package analysis

import (
	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Groups of indicators.
const (
	figuresReview  = "行政复议"
	figuresSuits   = "行政应诉"
	figuresQuality = "办案质量和效率"
)

// denominators that several rates offer.
func perClosed(num measure) quotient {
	return per("closed", "受理后审结", num, short("受理后审结件数", closed()))
}

func perAll(num measure) quotient {
	return per("concluded", "办结", num, short("办结件数（含未经受理办结的）", closedAll()))
}

func perReceived(num measure) quotient {
	return per("received", "新收", num, short("新收件数", received()))
}

// short renames a measure for a formula.
func short(says string, m measure) measure { return measure{m.n, says} }

// figures are the indicators in the order of the report; the first reading of a rate is the recommended one.
func figures() []figure {
	return append(append(reviewFigures(), suitFigures()...), qualityFigures()...)
}

func reviewFigures() []figure {
	const g = figuresReview
	all, done := closedAll(), closed()
	x := func(base measure) measure { return short("直接纠错件数", direct(base)) }
	settledAll := short("调解书结案和和解件数（含受理前和解）", plus("", settled(done), settledEarly()))
	solved := func(base measure) measure {
		return short("（直接纠错件数＋调解和解件数）", plus("", direct(base), settled(base)))
	}
	both := short("（直接纠错件数＋被申请人改变后撤回件数）", plus("", direct(done), indirect(done)))
	drop := short("调解、和解、撤回件数", dropped(done))
	dropAll := short("调解、和解、撤回件数（含受理前撤回）", plus("", dropped(done), droppedEarly()))
	stock := short("（上期结转件数＋新收件数）", plus("", carriedAll(), received()))
	stockTaken := short("（上期结转件数＋受理件数）", plus("", carried(), accepted()))
	return []figure{
		number(g, "received", "新收", "件", received()), number(g, "accepted", "受理", "件", accepted()),
		number(g, "carried_in", "上期结转", "件", carriedAll()), number(g, "concluded", "办结", "件", all),
		number(g, "closed", "受理后审结", "件", done), number(g, "pending", "期末未结", "件", openAll()),
		rate(g, "acceptance_rate", "受理率", perReceived(short("受理件数", accepted()))),
		rate(g, "conclusion_rate", "审结率", per("stock", "结转和新收", short("办结件数", all), stock),
			per("taken", "结转和受理", short("受理后审结件数", done), stockTaken), per("accepted", "受理", short("受理后审结件数", done), short("受理件数", accepted()))),
		number(g, "upheld", "维持", "件", upheld(done)), rate(g, "upheld_rate", "维持率", perClosed(short("维持件数", upheld(done))), perAll(short("维持件数", upheld(done)))),
		number(g, "refused", "驳回", "件", refused(done)), rate(g, "refused_rate", "驳回率", perClosed(short("驳回件数", refused(done))), perAll(short("驳回件数", refused(done)))),
		number(g, "corrected", "直接纠错", "件", direct(all)),
		rate(g, "correction_rate", "直接纠错率", perAll(x(all)), perClosed(x(done)), per("merits", "作出实体决定的", x(done), short("作出实体决定的件数", merits())), perReceived(x(all))),
		rate(g, "correction_both_rate", "综合纠错率", perClosed(both), perAll(both)),
		number(g, "mediated", "调解和解", "件", plus("以调解书结案、和解后撤回而终止，含受理前和解撤回", settled(done), settledEarly())),
		rate(g, "mediation_rate", "调解和解率", perAll(settledAll), perClosed(short("调解书结案和和解件数", settled(done)))),
		rate(g, "withdrawal_rate", "调撤率", perClosed(drop), perAll(drop)),
		rate(g, "withdrawal_both_rate", "综合调撤率（含受理前调撤）", perAll(dropAll), perReceived(dropAll)),
		rate(g, "solved_rate", "综合化解率", perClosed(solved(done)), perAll(solved(done))),
		rate(g, "finished_rate", "案结事了率", perClosed(short("受理后审结、没有被起诉的件数", done.and("复议后没有被起诉", func(i *Item) bool { return i.sued.IsZero() }))),
			perAll(short("办结、没有被起诉的件数", all.and("复议后没有被起诉", func(i *Item) bool { return i.sued.IsZero() })))),
		rate(g, "sued_rate", "复议后被诉率", perClosed(short("受理后审结、被起诉的件数", done.and("复议后被起诉", func(i *Item) bool { return !i.sued.IsZero() })))),
		average(g, "review_per_suit", "复议诉讼比", "", per("first", "一审新收", short("新收复议件数", received()), short("新收一审应诉件数", sued().and("一审", ofInstance(cases.First)))),
			per("direct", "直接起诉的一审新收", short("新收复议件数", received()), short("新收未经复议直接起诉的一审应诉件数", sued().and("一审", func(i *Item) bool {
				return ofInstance(cases.First)(i) && suedDirectly(i)
			})))),
		number(g, "opinions", "意见书", "份", letters(true)), number(g, "opinions_answered", "意见书反馈", "份", replies()), number(g, "recommendations", "建议书", "份", letters(false)),
		number(g, "letters", "意见书、建议书", "份", plus("统计期内制发的意见书和建议书，以份计", letters(true), letters(false))),
	}
}

func suitFigures() []figure {
	const g = figuresSuits
	first := ofInstance(cases.First)
	won := lost()
	judged := suitsClosed().and("以判决结案", func(i *Item) bool { return judgedBy(i.Outcome) })
	h := short("登记了出庭情况的开庭件数", entered())
	return []figure{
		number(g, "suits", "新收应诉案件", "件", sued()), number(g, "suits_carried_in", "应诉上期结转", "件", suitsCarried()),
		number(g, "suits_concluded", "审结应诉案件", "件", suitsClosed()), number(g, "suits_pending", "应诉期末未结", "件", suitsOpen()),
		number(g, "suits_government", "政府为被告", "件", government(sued())), number(g, "suits_lost", "败诉", "件", won),
		number(g, "suits_government_lost", "政府败诉", "件", suitsClosed().and("本级人民政府败诉", func(i *Item) bool { return i.GovernmentLost() })),
		rate(g, "loss_rate", "败诉率", per("received", "新收", short("败诉件数", won), short("新收应诉件数", sued())),
			per("concluded", "审结", short("败诉件数", won), short("审结应诉件数", suitsClosed())),
			per("first", "一审审结", short("一审败诉件数", won.and("一审", first)), short("一审审结件数", suitsClosed().and("一审", first))),
			per("judged", "判决", short("败诉件数", won), short("以判决结案的件数", judged))),
		number(g, "suits_heard", "开庭", "件", heard()), number(g, "suits_attended", "负责人出庭", "件", attended()),
		rate(g, "appearance_rate", "负责人出庭应诉率", per("heard", "开庭", short("负责人出庭件数", attended()), h),
			per("suits", "新收应诉案件", short("负责人出庭件数", attended()), short("新收应诉件数", sued()))),
		rate(g, "appearance_chief_rate", "正职负责人出庭率", per("heard", "开庭", short("正职出庭件数", attendedAs(procedure.ChiefHead)), h),
			per("attended", "负责人出庭", short("正职出庭件数", attendedAs(procedure.ChiefHead)), short("负责人出庭件数", attended()))),
	}
}

// judgedBy reports whether an outcome is that of a judgment (判决), not of an order (裁定) or a letter of mediation.
func judgedBy(o procedure.Outcome) bool {
	switch o {
	case procedure.ClaimDismissed, procedure.ActRevoked, procedure.ActRevokedPart, procedure.DutyOrdered, procedure.PaymentOrdered, procedure.ActIllegal,
		procedure.ActVoid, procedure.ActAltered, procedure.Damages, procedure.AppealAlteredWon, procedure.AppealAlteredLost, procedure.AppealDismissed,
		procedure.RetrialUpheld, procedure.RetrialAlteredLost, procedure.RetrialAlteredWon:
		return true
	}
	return false
}

// days is how long a case took, from receipt to conclusion.
func days(i *Item) int64 { return int64(i.Concluded.Sub(i.Received)) }

func qualityFigures() []figure {
	const g = figuresQuality
	done, taken := closed(), accepted()
	within := func(n int64, from func(*Item) int64) func(*Item) bool {
		return func(i *Item) bool { return from(i) <= n }
	}
	sinceAccepted := func(i *Item) int64 { return int64(i.Concluded.Sub(i.Accepted)) }
	stock := short("结转和新收件数", plus("", carriedAll(), received()))
	perHandler := func(num measure) quotient {
		return quotient{id: "handlers", label: "承办人", num: num, den: short("结转和新收案件的承办人人数", stock), distinct: func(i *Item) []string { return i.Handlers }}
	}
	subset := func(id, label string, m marks) []figure {
		part := done.and(label, func(i *Item) bool { return i.is(m) })
		return []figure{rate(g, id+"_rate", label+"率", per("accepted", "受理", short(label+"的受理件数", taken.and(label, func(i *Item) bool { return i.is(m) })), short("受理件数", taken))),
			rate(g, id+"_correction_rate", label+"案件直接纠错率", per("closed", "其中审结", short(label+"的审结案件中直接纠错件数", direct(part)), short(label+"的审结件数", part)))}
	}
	consulted := func(i *Item) bool { return len(i.Consultations) > 0 }
	board := done.and("经行政复议委员会咨询", consulted)
	out := []figure{
		rate(g, "within_60_rate", "60日内办结率", per("accepted", "自受理起", short("受理后60日内审结件数", done.and("自受理起60日内审结", within(60, sinceAccepted))), short("受理后审结件数", done)),
			per("received", "自收件起", short("收件后60日内审结件数", done.and("自收件起60日内审结", within(60, days))), short("受理后审结件数", done))),
		rate(g, "extended_rate", "延期办结率", perClosed(short("延期后审结件数", done.and("延期", func(i *Item) bool { return i.is(extended) })))),
		rate(g, "summary_rate", "简易程序适用率", per("accepted", "受理", short("适用简易程序的受理件数", taken.and("适用简易程序", func(i *Item) bool { return i.is(summary) })), short("受理件数", taken))),
		average(g, "days", "平均结案时间", "天", perClosed(short("自收件至结案的天数之和", done.times("天数", days)))),
		average(g, "load", "人均办案", "件", perHandler(stock)),
		average(g, "closed_each", "人均结案", "件", perHandler(short("办结件数", closedAll()))),
	}
	out = append(out, subset("heard", "听证", reviewHeard)...)
	out = append(out, subset("inspected", "现场勘验", inspected)...)
	return append(out,
		rate(g, "committee_rate", "委员会案审率", per("accepted", "受理", short("经委员会咨询的受理件数", taken.and("经行政复议委员会咨询", consulted)), short("受理件数", taken))),
		rate(g, "committee_correction_rate", "委员会咨询案件直接纠错率", per("closed", "其中审结", short("经委员会咨询的审结案件中直接纠错件数", direct(board)), short("经委员会咨询的审结件数", board))))
}
