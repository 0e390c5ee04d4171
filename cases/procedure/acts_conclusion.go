package procedure

const (
	groupEnd    = "审结"
	groupServe  = "送达、公开与归档"
	groupLetter = "意见书、建议书与履行"
)

// performStates are those in which a respondent may still owe performance.
var performStates = []State{Decided, Mediated, Closed, Performing, Ordered}

// conclusionSpecs is the act table of 行政复议 from the decision to the archive. It is read only.
var conclusionSpecs = []*Spec{
	{Kind: Decision, Label: "作出复议决定", Group: groupEnd, Usual: true, From: trialStates, To: Decided, Binding: true,
		Fields: []Field{FieldItems}, Basis: "《行政复议法》第61条至第72条", guard: notUpgrading, effect: decide},
	{Kind: Dismissal, Label: "驳回申请", Group: groupEnd, Usual: true, From: trialStates, To: Dismissed, Binding: true,
		May: []Field{FieldGround}, Basis: "《行政复议法》第33条，《实施条例》第37条", guard: notUpgrading, effect: conclude},
	{Kind: Mediation, Label: "调解书生效", Group: groupEnd, Usual: true, From: heldStates, To: Mediated, Binding: true,
		May: []Field{FieldUntil}, Basis: "《行政复议法》第73条", effect: mediate},
	{Kind: Termination, Label: "终止", Group: groupEnd, Usual: true, From: heldStates, To: Terminated, Binding: true,
		Fields: []Field{FieldGround}, Basis: "《行政复议法》第41条", guard: sixtyDaysOver, effect: conclude},
	{Kind: Served, Label: "文书送达", Group: groupServe, Usual: true, From: concludedStates, May: []Field{FieldTo, FieldSide, FieldMeans},
		Basis: "《行政复议法》第75条、第88条", effect: serve},
	{Kind: PublicService, Label: "公告送达", Group: groupServe, From: concludedStates, May: []Field{FieldTo, FieldSide},
		Basis: "《民事诉讼法》第95条", effect: startsFor(PublicNotice30)},
	{Kind: Rectification, Label: "文书更正", Group: groupServe, From: states(concludedStates, archivedState), May: []Field{FieldTo},
		Basis: "法律未规定，参照行诉法解释第101条"},
	{Kind: CopiedUp, Label: "抄告上一级主管部门", Group: groupServe, From: states(concludedStates, archivedState), May: []Field{FieldTo},
		Basis: "《行政复议法》第79条第2款", effect: sets(markCopied)},
	{Kind: Published, Label: "决定书公开", Group: groupServe, From: states(concludedStates, archivedState), Basis: "《行政复议法》第79条第1款",
		effect: sets(markPublished)},
	{Kind: DecisionSued, Label: "复议决定被起诉", Group: groupServe, From: states(concludedStates, archivedState), May: []Field{FieldTo},
		Basis: "《行政诉讼法》第26条、第45条", effect: sued},
	{Kind: Remitted, Label: "法院判令重新复议", Group: groupServe, From: states(concludedStates, archivedState), To: Trying,
		Basis: "行诉法解释第89条、第136条", effect: remit},
	{Kind: OpinionLetter, Label: "制发意见书", Group: groupLetter, Usual: true, From: letterStates, May: []Field{FieldTo},
		Basis: "《行政复议法》第76条", effect: issueLetter},
	{Kind: LetterServed, Label: "意见书送达", Group: groupLetter, From: states(letterStates, archivedState), May: []Field{FieldTo},
		Basis: "《行政复议法》第76条", guard: letterUnserved, effect: serveLetter},
	{Kind: LetterReply, Label: "收到意见书反馈", Group: groupLetter, From: states(letterStates, archivedState), May: []Field{FieldTo},
		Basis: "《行政复议法》第76条", guard: letterOpen, effect: answerLetter},
	{Kind: Recommendation, Label: "制发建议书", Group: groupLetter, From: letterStates, May: []Field{FieldTo},
		Basis: "《行政复议法实施条例》第69条（旧条例第57条）"},
	{Kind: PerformanceOrder, Label: "责令限期履行", Group: groupLetter, From: performStates, To: Ordered, May: []Field{FieldTo, FieldUntil},
		Basis: "《行政复议法》第77条", effect: orderPerformance},
	{Kind: Interview, Label: "约谈或者通报批评", Group: groupLetter, From: states(performStates, archivedState), May: []Field{FieldTo},
		Basis: "《行政复议法》第77条"},
	{Kind: Performed, Label: "履行完毕", Group: groupLetter, From: performStates, To: Fulfilled, Basis: "《行政复议法》第77条",
		effect: perform},
	{Kind: Enforcement, Label: "申请法院强制执行", Group: groupLetter, From: states(performStates, archivedState), May: []Field{FieldTo},
		Basis: "《行政复议法》第78条", effect: ends(NonlitApply)},
	{Kind: ClueTransferred, Label: "移送问题线索", Group: groupLetter, From: states(heldStates, concludedStates, archivedState),
		May: []Field{FieldTo}, Basis: "《行政复议法》第85条、第86条"},
	{Kind: Archiving, Label: "归档", Group: groupServe, Usual: true, From: concludedStates, To: Archived, Basis: "案卷管理规定",
		guard: nothingOwed, effect: file},
}
