package procedure

// Course is the proceeding (程序) that the acts of a case belong to: what the same act starts in court depends on the instance
// (审级).
type Course uint8

// Courses.
const (
	ReviewCourse  Course = iota // 行政复议
	FirstCourse                 // 一审; 非诉执行 as well
	SecondCourse                // 二审
	RetrialCourse               // 再审
)

// answerRules are the periods that the copy of a complaint, an appeal or an application for retrial starts, by instance: 15 days to answer
// and prove (XS-67), to answer the appeal (XSJ-108), to give an opinion (XSJ-111). Read only.
var answerRules = map[Course]RuleID{FirstCourse: AnswerCourt, SecondCourse: AnswerAppeal, RetrialCourse: RetrialOpinionDue}

// courseLabels name the instances, read only.
var courseLabels = map[Course]string{FirstCourse: "一审", SecondCourse: "二审", RetrialCourse: "再审"}

// appealable reports whether a party may appeal against a result: only where the outcome allows it, and never against that of a second
// instance (XS-85, 90). A retrial by the procedure of the first instance ends in results of the first instance.
func (c Course) appealable(o Outcome) bool {
	return c != SecondCourse && find(outcomeTable, o).appeal != ""
}

// Suit reports whether the acts are those of a court case (行政应诉).
func (c Course) Suit() bool { return c != ReviewCourse }
