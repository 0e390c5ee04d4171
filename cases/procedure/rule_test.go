package procedure

import (
	"slices"
	"strings"
	"testing"

	"fuyi/cases/calendar"
)

// The rule table of the law reference, row by row: id, length, unit, who, article of the law in force, and the regimes.
const statutory = `
ACC_REVIEW 5 WD 机关 第30条 ABC
CORR_ASK 5 WD 机关 第31条 ABC
CORR_ANSWER 10 WD 申请人 第31条 BC
CORR_REVIEW 5 WD 机关 第31条 ABC
PENALTY_FWD 5 WD 处罚机关 第32条 BC
COPY_ORD 7 WD 机构 第48条 ABC
REPLY_ORD 10 WD 被申请人 第70条 BC
COPY_SMP 3 WD 机构 第54条 BC
REPLY_SMP 5 WD 被申请人 第54条 BC
HEAR_NOTICE -5 WD 机构 第51条 BC
DEC_ORD 60 ND 机关 第62条 ABC
DEC_SMP 30 ND 机关 第62条 BC
EXT 30 ND 机构负责人 第62条 BC
SUSP_END 60 ND 机关 第41条 ABC
NORM_ASK 3 WD 机构 第58条 BC
NORM_REPLY 10 WD 制定机关 第58条 BC
NORM_OWN 30 ND 机关 第56条 ABC
NORM_FWD 7 WD 机关 第56条 ABC
NORM_BACK 60 ND 接受转送的机关 第60条 BC
UPGRADE_HANDOVER 5 WD 机关 第38条 BC
SUE_DECISION 15 ND 申请人 第45条 ABC
SUE_OVERDUE 15 ND 申请人 第45条 ABC
REDO 60 ND 被申请人 第58条 C
OPINION_BACK 60 ND 被申请人 第76条 BC
APPLY 60 ND 申请人 第20条 BC
APPLY_CAP_UNTOLD 1 year 申请人 第20条 BC
APPLY_CAP 5 year 申请人 第21条 BC
APPLY_CAP_ESTATE 20 year 申请人 第21条 BC
PUBLIC_SERVICE 30 ND 机关 第95条 ABC
ANSWER_COURT 15 ND 应诉机关 第67条 ABC
APPEAL_J 15 ND 当事人 第85条 ABC
APPEAL_R 10 ND 当事人 第85条 ABC
RETRIAL 6 month 当事人 第110条 ABC
NONLIT_APPLY 3 month 机关 第53条 ABC
SUE_UNTOLD 1 year 原告 第64条 ABC
SUE_DIRECT 6 month 原告 第46条 ABC
SUE_CAP 5 year 原告 第46条 ABC
SUE_CAP_ESTATE 20 year 原告 第46条 ABC
SUE_INACTION 6 month 原告 第47条 ABC
INACTION_WAIT 2 month 应诉机关 第47条 ABC
SUE_DAMAGES 3 month 原告 第14条 ABC
COURT_REGISTER 7 ND 法院 第51条 ABC
COURT_COPY 5 ND 法院 第67条 ABC
EVIDENCE_LATE 15 ND 应诉机关 第34条 ABC
JURISDICTION 15 ND 应诉机关 第10条 ABC
SUMMONS_NOTICE -3 ND 法院 第71条 ABC
HEAD_NOTICE -3 ND 法院 法释〔2020〕3号第5条 ABC
FIRST_INSTANCE 6 month 法院 第81条 ABC
FIRST_INSTANCE_SUMMARY 45 ND 法院 第83条 ABC
SUIT_SUSP_END 90 ND 法院 第88条 ABC
ANSWER_APPEAL 15 ND 应诉机关 第108条 ABC
SECOND_INSTANCE 3 month 法院 第88条 ABC
RETRIAL_OPINION 15 ND 应诉机关 第111条 ABC
RETRIAL_REVIEW 6 month 法院 第112条 ABC
PROTEST_RULING 30 ND 法院 第124条 ABC
PROTEST_ADVICE 3 month 法院 第126条 ABC
ENFORCE_JUDGMENT 2 year 当事人 第153条 ABC
ADVICE_BACK 2 month 应诉机关 法释〔2023〕11号第8条 ABC
ADVICE_NORM_BACK 60 ND 应诉机关 第149条 ABC
PROSECUTOR_BACK 2 month 应诉机关 第25条第4款 ABC
ENFORCE_URGE 10 WD 当事人 第54条 ABC
ENFORCE_APPLY 3 month 申请执行机关 第53条 ABC
ENFORCE_ACCEPT 5 WD 法院 第56条 ABC
ENFORCE_REVIEW 7 WD 法院 第57条 ABC
ENFORCE_EXAMINE 30 ND 法院 第58条 ABC
ENFORCE_OBJECT 15 ND 申请执行机关 第58条 ABC
ENFORCE_OBJECTION_FILING 15 ND 法院 第56条 ABC
ENFORCE_OBJECTION_RULING 30 ND 法院 第58条 ABC
PREPARE_ASSIGN 1 ND 应诉机关 内部安排 ABC
PREPARE_DRAFT 5 ND 承办机关 内部安排 ABC
PREPARE_AUTHORITY 10 ND 应诉机关 内部安排 ABC
`

var unitWords = map[string]calendar.Unit{"WD": calendar.Workday, "ND": calendar.NaturalDay, "month": calendar.MonthUnit, "year": calendar.YearUnit}

func TestRulesAreThoseOfTheLaw(t *testing.T) {
	for line := range strings.Lines(strings.TrimSpace(statutory)) {
		w := strings.Fields(line)
		for _, g := range []Regime{RegimeA, RegimeB, RegimeC} {
			r, ok := RuleFor(RuleID(w[0]), g)
			if !strings.Contains(w[5], string(g)) {
				continue
			}
			if !ok {
				t.Errorf("%s does not exist in regime %s", w[0], g)
				continue
			}
			if itoa(r.N) != w[1] || r.Unit != unitWords[w[2]] || r.Owner != w[3] {
				t.Errorf("%s in %s: %d %s %s", w[0], g, r.N, r.Unit, r.Owner)
			}
			if g == RegimeC && !strings.Contains(r.Basis, w[4]) {
				t.Errorf("%s rests on %s, want %s", w[0], r.Basis, w[4])
			}
		}
	}
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// What the old law had otherwise.
func TestRulesOfTheOldLaw(t *testing.T) {
	for _, x := range []struct {
		id    RuleID
		n     int
		unit  calendar.Unit
		basis string
	}{
		{ReplyOrd, 10, calendar.NaturalDay, "旧《行政复议法》第23条"}, {DecOrd, 60, calendar.NaturalDay, "旧《行政复议法》第31条"},
		{AccReview, 5, calendar.Workday, "旧《行政复议法》第17条"}, {SuspEnd, 60, calendar.NaturalDay, "旧《实施条例》第42条"},
		{OpinionBack, 60, calendar.NaturalDay, "旧《实施条例》第57条"},
	} {
		r, ok := RuleFor(x.id, RegimeA)
		if !ok || r.N != x.n || r.Unit != x.unit || !strings.Contains(r.Basis, x.basis) {
			t.Errorf("%s: %+v", x.id, r)
		}
	}
	for _, id := range []RuleID{CopySmp, ReplySmp, DecSmp, NormAsk, NormReply, UpgradeHandover, HearNotice, PenaltyFwd} {
		if r, ok := RuleFor(id, RegimeA); ok {
			t.Errorf("the old law knew no %s: %+v", id, r)
		}
	}
}

// Every row says who, from what event, what follows, and its article; no regime has two rows of one id.
func TestRulesAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if r.Name == "" || r.Event == "" || r.Owner == "" || r.Lapse == "" || r.Basis == "" || (r.N == 0) != (r.Unit == calendar.NamedDay) {
			t.Errorf("incomplete: %+v", r)
		}
		for _, g := range []Regime{RegimeA, RegimeB, RegimeC} {
			if r.In(g) {
				key := string(r.ID) + string(g)
				if seen[key] {
					t.Errorf("two rows for %s in %s", r.ID, g)
				}
				seen[key] = true
			}
		}
	}
}

// What the office sets itself is nobody's main period, and says that no law orders it; the rest names its article. The court's
// periods are in no list of the office's dates, but for what it waits for.
func TestInternalAndCourtPeriods(t *testing.T) {
	waitedFor := []RuleID{SuitSuspEnd, JudgmentSent}
	for _, r := range Rules() {
		if r.Internal != strings.Contains(r.Basis, ownArrangement) || r.Internal && (r.Main || r.Quiet || r.Expires || r.Outlives) {
			t.Errorf("%s: %+v", r.ID, r)
		}
		if r.Owner == court && !r.Quiet && !slices.Contains(waitedFor, r.ID) {
			t.Errorf("%s is the court's and would be listed among the office's dates", r.ID)
		}
	}
}

// Every period that is counted can be asked for by itself (fuyi deadline), the notices backwards from the hearing.
func TestEveryCountedPeriodIsComputable(t *testing.T) {
	law := NewLaw(loadCalendar(t))
	for _, r := range Rules() {
		if r.Unit == calendar.NamedDay {
			continue
		}
		g := RegimeC
		if r.Regimes != "" {
			g = Regime(r.Regimes[len(r.Regimes)-1:])
		}
		from := calendar.New(2026, 7, 14)
		p, err := Deadline(law, Request{Rule: r.ID, Regime: g, From: from})
		if err != nil || p.Count.Due == 0 || (p.Count.Due > from) != (r.N > 0) {
			t.Errorf("%s: due %s, %v", r.ID, p.Count.Due, err)
		}
	}
	p, err := Deadline(law, Request{Rule: HeadNotice, From: calendar.New(2026, 5, 12)})
	if err != nil || p.Count.Due != calendar.New(2026, 5, 9) {
		t.Errorf("the head is called by %s, %v", p.Count.Due, err)
	}
}

// Every act names its article and a heading; a ground fits one wording only, so that ledgers can be read back.
func TestActsAreComplete(t *testing.T) {
	for _, suit := range []bool{false, true} {
		for _, s := range Specs(suit) {
			if s.Label == "" || s.Group == "" || s.Basis == "" || len(s.From) == 0 || s.Suit != suit {
				t.Errorf("incomplete: %+v", s)
			}
			for _, st := range s.From {
				if st != Unregistered && !slices.Contains(States(suit), st) {
					t.Errorf("%s may stand in %s, which is no state of its kind", s.Kind, st)
				}
			}
			if slices.Contains(slices.Concat(s.Fields, s.May), FieldGround) && len(Grounds(s.Kind)) == 0 {
				t.Errorf("%s asks for a ground and has none", s.Kind)
			}
		}
	}
	labels := map[string]Ground{}
	for _, g := range AllGrounds() {
		if other, ok := labels[GroundLabel(g)]; ok {
			t.Errorf("%s and %s are worded alike", g, other)
		}
		labels[GroundLabel(g)] = g
	}
}
