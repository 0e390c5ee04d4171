package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/courtroom"
	"fuyi/cases/litigation"
	"fuyi/cases/procedure"

	"github.com/spf13/cobra"
)

// actFlags are the flags that describe an act.
type actFlags struct {
	on  dateFlag
	set []string
}

func (f *actFlags) add(cmd *cobra.Command) {
	cmd.Flags().Var(&f.on, "on", "行为发生的日期")
	cmd.Flags().StringArrayVar(&f.set, "set", nil, "一项内容，写成 名称=内容，可以写多次；名称见 fuyi acts")
}

// actWordsHelp says what words name an act.
const actWordsHelp = "行为写代号或者中文名称，全部行为和每种行为可以填写的内容见 fuyi acts。\n"

// fill puts what was given into an act.
func (f *actFlags) fill(act *procedure.Act) error {
	if !f.on.IsZero() {
		act.On = f.on.Date
	}
	if act.Detail != nil {
		copied := *act.Detail
		act.Detail = &copied
	}
	for _, word := range f.set {
		key, value, ok := strings.Cut(word, "=")
		if !ok {
			return refused("act", "“%s”看不懂，请写成 名称=内容，例如 paper=姑苏行复决字〔2026〕5号。", word)
		}
		if reason := procedure.Set(act, strings.TrimSpace(key), value); reason != "" {
			return refused("act", "%s。", strings.TrimSuffix(reason, "。"))
		}
	}
	return nil
}

// newAct builds an act from the word or the Chinese name of its kind; a kind of one sort of case goes before the other's.
func (f *actFlags) newAct(word string) (procedure.Act, error) {
	act := procedure.Act{Kind: procedure.Kind(word)}
	if procedure.SpecOf(act.Kind) == nil {
		all := append(procedure.Specs(false), procedure.Specs(true)...)
		i := slices.IndexFunc(all, func(s *procedure.Spec) bool { return s.Label == word })
		if i < 0 {
			return act, refused("act", "没有“%s”这种程序行为，全部种类见 fuyi acts。", word)
		}
		act.Kind = all[i].Kind
	}
	return act, f.fill(&act)
}

func (a *app) actCommand() *cobra.Command {
	var f actFlags
	cmd := &cobra.Command{
		Use:   "act 案号 行为 --on 日期 [--set 名称=内容]... [--json]",
		Short: "给一件案件记录一个程序行为",
		Long: "给一件案件记录一个程序行为，并说明产生、变动哪些期限。法律不允许的不会记录，并写明理由和条文。\n" +
			actWordsHelp + "例如：\n" +
			gap + "fuyi act 〔2026〕姑苏行复第5号 suspension --on 2026-03-20 --set ground=law_question --set paper=姑苏行复中字〔2026〕2号",
		Args: operands("案号", "行为"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.on.IsZero() {
				return misuse(cmd, "请用 --on 写明行为发生的日期。")
			}
			return a.act(cmd.Context(), args[0], args[1], &f)
		},
	}
	f.add(cmd)
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) act(ctx context.Context, number, kind string, f *actFlags) error {
	next, err := f.newAct(kind)
	if err != nil {
		return err
	}
	return a.change(ctx, func(o Office) error {
		c, err := o.CaseByNumber(ctx, number)
		if err != nil {
			return err
		}
		if err := a.carry(ctx, o, c, &next); err != nil {
			return err
		}
		trial := procedure.Try(c.Acts, c.Course(), o.Law(), a.Today, next)
		if err := o.Record(ctx, c.ID, next); err != nil {
			return err
		}
		return a.printTrial(c, &next, &trial, "已记录")
	})
}

// carry takes over who lost from the instance before, and says so.
func (a *app) carry(ctx context.Context, o Office, c *cases.Case, act *procedure.Act) error {
	from, err := litigation.CarryAct(ctx, o, c, act)
	if from != "" {
		fmt.Fprintf(a.Stderr, "前一审级%s的裁判没有改变，败诉按该裁判认定；不是这样的，在结果后面写 /不败诉。\n", from)
	}
	return err
}

func (a *app) tryCommand() *cobra.Command {
	var f actFlags
	cmd := &cobra.Command{
		Use:   "try 案号 行为 --on 日期 [--set 名称=内容]... [--json]",
		Short: "推演一个程序行为会怎样改变期限，不写入任何内容",
		Long:  "推演一个程序行为会怎样改变期限，不写入任何内容；日期可以在今天以后。\n" + strings.TrimSuffix(actWordsHelp, "\n"),
		Args:  operands("案号", "行为"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.on.IsZero() {
				return misuse(cmd, "请用 --on 写明行为发生的日期。")
			}
			return a.try(cmd.Context(), args[0], args[1], &f)
		},
	}
	f.add(cmd)
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) try(ctx context.Context, number, kind string, f *actFlags) error {
	next, err := f.newAct(kind)
	if err != nil {
		return err
	}
	return a.with(ctx, false, func(o Office) error {
		c, err := o.CaseByNumber(ctx, number)
		if err != nil {
			return err
		}
		if err := a.carry(ctx, o, c, &next); err != nil {
			return err
		}
		trial := procedure.Try(c.Acts, c.Course(), o.Law(), a.Today, next)
		if trial.Refused != "" {
			return refused("try", "%s。", strings.TrimSuffix(trial.Refused, "。"))
		}
		return a.printTrial(c, &next, &trial, "如果记录")
	})
}

// trialJSON is what recording an act changes.
type trialJSON struct {
	Number      string          `json:"number"`
	Act         actJSON         `json:"act"`
	StateBefore string          `json:"state_before"`
	StateAfter  string          `json:"state_after"`
	Changes     []changeJSON    `json:"changes"`
	Notices     []string        `json:"notices"`
	State       procedure.State `json:"state"`
	// Doubts are about who appeared in court as a head (负责人); nothing is refused for them.
	Doubts []string `json:"doubts"`
}

// changeJSON is a due date that was set, moved or ended; "" where there is none.
type changeJSON struct {
	Rule   procedure.RuleID `json:"rule"`
	Name   string           `json:"name"`
	Before calendar.Date    `json:"before"`
	After  calendar.Date    `json:"after"`
	Done   calendar.Date    `json:"done"`
	Paused bool             `json:"paused"`
}

func newChangeJSON(c procedure.PeriodChange) changeJSON {
	out := changeJSON{Name: c.Name()}
	out.Before, out.After = c.Due()
	if c.After != nil {
		out.Rule, out.Done, out.Paused = c.After.Rule.ID, c.After.Done, c.After.Count.Open
	} else {
		out.Rule = c.Before.Rule.ID
	}
	return out
}

func (a *app) printTrial(c *cases.Case, act *procedure.Act, t *procedure.Trial, what string) error {
	doubts := courtroom.HearingDoubts(c, act)
	if a.json {
		return writeJSON(a.out, trialJSON{c.Number, newActJSON(*act), t.Before.State.Label(), t.After.State.Label(),
			each(t.Changes, newChangeJSON), each(t.After.Notices, same), t.After.State, append([]string{}, doubts...)})
	}
	fmt.Fprintf(a.out, "%s %s“%s”（%s）\n", c.Number, what, procedure.ActLabel(act.Kind), act.On)
	if t.Before.State != t.After.State {
		fmt.Fprintf(a.out, "%s状态：%s → %s\n", gap, t.Before.State.Label(), t.After.State.Label())
	}
	for _, ch := range t.Changes {
		fmt.Fprintf(a.out, "%s%s\n", gap, ch.Name()+"："+ch.Words())
	}
	for _, n := range t.After.Notices {
		if !slices.Contains(t.Before.Notices, n) {
			fmt.Fprintf(a.out, "%s提醒：%s\n", gap, n)
		}
	}
	for _, d := range doubts {
		fmt.Fprintf(a.out, "%s请核对：%s\n", gap, d)
	}
	return nil
}

type kindJSON struct {
	Kind   procedure.Kind        `json:"kind"`
	Label  string                `json:"label"`
	Case   cases.Kind            `json:"case"`
	Group  string                `json:"group"`
	Basis  string                `json:"basis"`
	From   []procedure.State     `json:"from"`
	To     procedure.State       `json:"to"`
	Fields []procedure.FieldInfo `json:"fields"`
}

func (a *app) actsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "acts [--json]",
		Short: "列出全部程序行为和它们的内容",
		Args:  operands(),
		RunE: func(*cobra.Command, []string) error {
			if a.json {
				return writeJSON(a.out, kindList())
			}
			return a.printKinds()
		},
	}
	a.jsonFlag(cmd)
	return cmd
}

func kindList() []kindJSON {
	var out []kindJSON
	for _, suit := range []bool{false, true} {
		kind := cases.Reconsideration
		if suit {
			kind = cases.Litigation
		}
		for _, s := range procedure.Specs(suit) {
			out = append(out, kindJSON{s.Kind, s.Label, kind, s.Group, s.Basis, s.From, s.To, each(procedure.FieldsOf(s.Kind), same)})
		}
	}
	return out
}

// inputWords says how a field that is no plain text is written.
func inputWords(in procedure.Input) string {
	return map[procedure.Input]string{
		procedure.InputDay:     "，写日期",
		procedure.InputNumber:  "，写整数",
		procedure.InputChoice:  "，写下列之一",
		procedure.InputYes:     "，写 是 或 否",
		procedure.InputSpan:    "，写 起..止",
		procedure.InputItems:   "，写下列之一，几项用 + 连接，责令重作的后面加 !，写明履行天数的后面加 :天数",
		procedure.InputResults: "，写下列之一，几个被告的写成 被告=结果+被告=结果；结果后面可以写 !（责令重作）、/败诉 或 /不败诉、:原因",
	}[in]
}

func (a *app) printKinds() error {
	group := ""
	for _, k := range kindList() {
		if k.Group != group {
			group = k.Group
			fmt.Fprintf(a.out, "\n%s　%s\n", k.Case.Label(), group)
		}
		fmt.Fprintf(a.out, "%s%s  %s  %s\n", gap, k.Kind, k.Label, k.Basis)
		for _, f := range k.Fields {
			must := ""
			if f.Required {
				must = "（必填）"
			}
			fmt.Fprintf(a.out, "%s%s%s%s  %s%s\n", gap, gap, f.Key, must, f.Label, inputWords(f.Input))
			for _, c := range f.Codes {
				fmt.Fprintf(a.out, "%s%s%s%s  %s\n", gap, gap, gap, c.Code, c.Label)
			}
		}
	}
	fmt.Fprintln(a.out, "\n每种行为另有 paper（文号）、note（说明）、regime（适用规则，须在说明中写明理由）。")
	return nil
}
