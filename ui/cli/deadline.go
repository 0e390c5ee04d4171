package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"

	"github.com/spf13/cobra"
)

// pausesFlag collects --pause FROM..TO; without TO the pause still runs.
type pausesFlag []calendar.Pause

func (p *pausesFlag) String() string { return "" }

// Type names the content in the help.
func (p *pausesFlag) Type() string { return "起..止" }

// Set reads one interval: the day of suspension to the day of resumption.
func (p *pausesFlag) Set(s string) error {
	from, to, ok := strings.Cut(s, "..")
	x := calendar.Pause{Reason: "中止"}
	var err error
	if x.From, err = calendar.Parse(from); err == nil && ok && to != "" {
		x.To, err = calendar.Parse(to)
	}
	switch {
	case err != nil:
		return &valueError{err.Error() + "。"}
	case !ok:
		return &valueError{"“" + s + "”不是起止日期，请写成 中止日..恢复日，例如 2026-03-20..2026-05-06；尚未恢复的只写 2026-03-20.. 。"}
	case !x.To.IsZero() && x.To <= x.From:
		return &valueError{"“" + s + "”的恢复日应当晚于中止日。"}
	}
	*p = append(*p, x)
	return nil
}

// regimeFlag is A, B or C; "" chooses by date.
type regimeFlag procedure.Regime

func (r *regimeFlag) String() string { return "" }

// Type names the content in the help.
func (r *regimeFlag) Type() string { return "A|B|C" }

// Set reads one letter.
func (r *regimeFlag) Set(s string) error {
	*r = regimeFlag(strings.ToUpper(s))
	if procedure.Regime(*r).Label() == "" {
		return &valueError{"“" + s + "”不是适用规则，请写 A（旧法）、B（新法）或 C（新法及新条例）。"}
	}
	return nil
}

func (a *app) deadlineCommand() *cobra.Command {
	var (
		rule     string
		rules    bool
		from, on dateFlag
		regime   regimeFlag
		pauses   pausesFlag
		extended bool
	)
	cmd := &cobra.Command{
		Use:   "deadline --rule 期限 --from 日期 [--regime A|B|C] [--pause 起..止]... [--extended] [--as-of 日期] [--json]",
		Short: "计算一项法定期限，并说明为什么是这一天；--rules 列出全部期限",
		Long: "计算一项法定期限，并说明为什么是这一天。deadline --rules 列出全部期限和它们的代号。\n" +
			"中止从中止日算到恢复日，不写适用规则时按起算日期选择。\n" +
			"不需要办公室数据；写明 --office 的，按该办公室导入的放假安排和掌握口径计算。",
		Args: operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if rules {
				return a.printRules()
			}
			if rule == "" || from.IsZero() {
				return misuse(cmd, "请用 --rule 写明期限、用 --from 写明起算日期；全部期限见 fuyi deadline --rules。")
			}
			return a.deadline(cmd.Context(), procedure.Request{
				Rule: procedure.RuleID(rule), Regime: procedure.Regime(regime), From: from.Date, Pauses: pauses, Extended: extended,
			}, on.Date)
		},
	}
	cmd.Flags().StringVar(&rule, "rule", "", "期限的代号，例如 DEC_ORD")
	cmd.Flags().BoolVar(&rules, "rules", false, "列出全部期限")
	cmd.Flags().Var(&from, "from", "起算日期（听证、开庭、出庭的通知写听证或者开庭日期）")
	cmd.Flags().Var(&regime, "regime", "适用规则：A 为2023年底以前，B 为2024年1月起，C 为2026年7月起")
	cmd.Flags().Var(&pauses, "pause", "中止日..恢复日，可以写多次")
	cmd.Flags().BoolVar(&extended, "extended", false, "经批准延长三十日")
	cmd.Flags().Var(&on, "as-of", "在这一天看，还剩几日")
	a.jsonFlag(cmd)
	return cmd
}

// deadline computes by the notices that the program brings, or by what a named office goes by.
func (a *app) deadline(ctx context.Context, r procedure.Request, on calendar.Date) error {
	if a.office == "" {
		return a.printDeadline(procedure.NewLaw(a.Calendar), r, on)
	}
	return a.with(ctx, false, func(o Office) error { return a.printDeadline(o.Law(), r, on) })
}

// idlePauses are the pauses that took nothing out of the period: they lie before it, or came when it had ended.
func idlePauses(asked []calendar.Pause, n calendar.Count) []calendar.Pause {
	idle := func(x calendar.Pause) bool {
		return !slices.ContainsFunc(n.Pauses, func(taken calendar.Pause) bool {
			return (x.To.IsZero() || taken.From < x.To) && (taken.To.IsZero() || x.From < taken.To)
		})
	}
	if n.Open {
		// What comes after a pause that still runs is inside it.
		return nil
	}
	return slices.DeleteFunc(slices.Clone(asked), func(x calendar.Pause) bool { return !idle(x) })
}

// unitCodes are the units in JSON.
var unitCodes = map[calendar.Unit]string{calendar.Workday: "WD", calendar.NaturalDay: "ND", calendar.MonthUnit: "month", calendar.YearUnit: "year", calendar.NamedDay: "date"}

// deadlineJSON is the document of deadline --json.
type deadlineJSON struct {
	Rule   procedure.RuleID `json:"rule"`
	Name   string           `json:"name"`
	Event  string           `json:"event"`
	Owner  string           `json:"owner"`
	Lapse  string           `json:"lapse"`
	Regime procedure.Regime `json:"regime"`
	Start  calendar.Date    `json:"start"`
	RawDue calendar.Date    `json:"raw_due"`
	Due    calendar.Date    `json:"due"`
	// Unit is WD (working days), ND (natural days), month or year; Counted the number of them.
	Unit    string          `json:"unit"`
	Counted int             `json:"counted"`
	Skipped []calendar.Skip `json:"skipped"`
	MadeUp  []calendar.Skip `json:"made_up"`
	Pauses  []pauseJSON     `json:"pauses"`
	// IdlePauses were asked for and took nothing out of the period.
	IdlePauses []pauseJSON `json:"idle_pauses"`
	// PausedDays is the number of days deducted, overlaps once; Open tells that a pause still runs, so that there is no due date.
	PausedDays  int    `json:"paused_days"`
	Open        bool   `json:"open"`
	Extended    int    `json:"extended"`
	Provisional bool   `json:"provisional"`
	Missing     string `json:"missing"`
	Basis       string `json:"basis"`
	// DaysLeft is due minus --as-of, negative when overdue; null without --as-of.
	DaysLeft *int               `json:"days_left"`
	AsOf     calendar.Date      `json:"as_of"`
	Days     []calendar.DayMark `json:"days"`
	// Steps are the derivation in words.
	Steps []procedure.Step `json:"steps"`
}

func newDeadlineJSON(p procedure.Period, law *procedure.Law, idle []calendar.Pause, on calendar.Date) deadlineJSON {
	n := p.Count
	out := deadlineJSON{Rule: p.Rule.ID, Name: p.Rule.Name, Event: p.Rule.Event, Owner: p.Rule.Owner, Lapse: p.Rule.Lapse, Regime: p.Regime,
		Start: n.Start, RawDue: n.Raw, Due: n.Due, Unit: unitCodes[n.Unit], Counted: n.N, Skipped: each(n.Skipped, same), MadeUp: each(n.MadeUp, same),
		Pauses: each(n.Pauses, newPauseJSON), IdlePauses: each(idle, newPauseJSON), PausedDays: n.Paused, Open: n.Open, Extended: p.Extended,
		Provisional: n.Provisional, Basis: p.Rule.Basis, AsOf: on, Days: each(law.Calendar.Derivation(n), same),
		Steps: each(procedure.Explain(p, law), same)}
	if n.Missing != nil {
		out.Missing = n.Missing.Error()
	}
	if !on.IsZero() && !n.Open {
		left := p.DaysLeft(on)
		out.DaysLeft = &left
	}
	return out
}

func (a *app) printDeadline(law *procedure.Law, r procedure.Request, on calendar.Date) error {
	p, err := procedure.Deadline(law, r)
	if err != nil {
		return refused("deadline", "%s。", err)
	}
	idle := idlePauses(r.Pauses, p.Count)
	if a.json {
		return writeJSON(a.out, newDeadlineJSON(p, law, idle, on))
	}
	due := p.Count.Due.String() + " " + p.Count.Due.WeekdayChinese()
	switch {
	case p.Count.Open:
		due = "尚不能确定，中止还没有结束，恢复后才能算出届满日"
	case p.Count.Provisional:
		due += "（推算）"
	}
	fmt.Fprintf(a.out, "%s届满：%s\n", p.Rule.Name, due)
	if !on.IsZero() && !p.Count.Open {
		fmt.Fprintf(a.out, "%s%s：%s\n", gap, on, standing(p, on))
	}
	for _, s := range procedure.Explain(p, law) {
		fmt.Fprintf(a.out, "%s%s：%s\n", gap, s.Label, s.Text)
	}
	for _, x := range idle {
		fmt.Fprintf(a.out, "%s提醒：%s 至 %s 的中止不在期限之内，没有扣除\n", gap, x.From, cmp.Or(x.To.String(), "今"))
	}
	return nil
}

// ruleJSON is one row of deadline --rules --json. N is 0 for a day that a paper names; pausable periods are lengthened by
// pauses; what expires is nobody's duty and never late; what is internal the office sets itself; regimes lists those the row is for.
type ruleJSON struct {
	ID       procedure.RuleID `json:"id"`
	Name     string           `json:"name"`
	Event    string           `json:"event"`
	N        int              `json:"n"`
	Unit     string           `json:"unit"`
	Pausable bool             `json:"pausable"`
	Expires  bool             `json:"expires"`
	Internal bool             `json:"internal"`
	Owner    string           `json:"owner"`
	Lapse    string           `json:"lapse"`
	Basis    string           `json:"basis"`
	Regimes  string           `json:"regimes"`
}

func (a *app) printRules() error {
	list := procedure.Rules()
	if a.json {
		return writeJSON(a.out, each(list, func(r procedure.Rule) ruleJSON {
			return ruleJSON{r.ID, r.Name, r.Event, r.N, unitCodes[r.Unit], r.Pausable, r.Expires, r.Internal, r.Owner, r.Lapse, r.Basis, cmp.Or(r.Regimes, "ABC")}
		}))
	}
	t := table{head: []string{"代号", "期限", "起算", "长度", "责任", "规则", "依据", "逾期"}}
	for _, r := range list {
		t.add(string(r.ID), r.Name, r.Event, ruleLength(r), r.Owner, cmp.Or(r.Regimes, "ABC"), r.Basis, r.Lapse)
	}
	t.write(a.out)
	fmt.Fprintln(a.out, "规则：A 为2023年底以前，B 为2024年1月1日起，C 为2026年7月1日起。“可扣除”的期限，中止等期间不计算在内。")
	return nil
}

func ruleLength(r procedure.Rule) string {
	length := fmt.Sprintf("%d%s", max(r.N, -r.N), r.Unit)
	switch {
	case r.Unit == calendar.NamedDay:
		length = string(r.Unit)
	case r.N < 0:
		length = "之前" + length
	}
	if r.Pausable {
		length += "，可扣除"
	}
	return length
}
