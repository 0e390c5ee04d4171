package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"

	"github.com/spf13/cobra"
)

func (a *app) showCommand() *cobra.Command {
	var explain bool
	cmd := &cobra.Command{
		Use:   "show 案号 [--explain] [--json]",
		Short: "显示一件案件的当事人、经过、期限、更正和下一步",
		Args:  operands("案号"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.show(cmd.Context(), args[0], explain)
		},
	}
	cmd.Flags().BoolVar(&explain, "explain", false, "写出每项期限的推算过程：为什么是这一天")
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) show(ctx context.Context, number string, explain bool) error {
	return a.with(ctx, false, func(o Office) error {
		c, err := o.CaseByNumber(ctx, number)
		if err != nil {
			return err
		}
		t := c.Timeline(o.Law(), a.Today)
		fixes, err := o.Corrections(ctx, c.ID)
		if err != nil {
			return err
		}
		if a.json {
			out := newCaseJSON(c, t, o.Law(), a.Today)
			out.Corrections = each(fixes, newCorrectionJSON)
			return writeJSON(a.out, out)
		}
		showText(a.out, c, t, fixes, a.Today)
		if explain {
			explainText(a.out, t, o.Law())
		}
		return nil
	})
}

func showText(w io.Writer, c *cases.Case, t procedure.Timeline, fixes []cases.CorrectionRecord, today calendar.Date) {
	fmt.Fprintf(w, "%s  %s  %s", c.Number, c.KindLabel(), t.State.Label())
	for _, f := range t.Flags {
		fmt.Fprintf(w, "  [%s]", procedure.FlagLabel(f))
	}
	fmt.Fprint(w, "\n\n")
	facts(c).write(w)
	section(w, "经过", acts(c.Acts))
	section(w, "期限", periods(t, today))
	section(w, "需要核对", t.Problems)
	section(w, "提醒", t.Notices)
	section(w, "更正", corrections(fixes))
	section(w, "下一步可以办理", permitted(t.Offers))
}

// explainText derives every due date.
func explainText(w io.Writer, t procedure.Timeline, law *procedure.Law) {
	fmt.Fprint(w, "\n期限计算说明\n")
	for _, p := range t.Periods {
		fmt.Fprintf(w, "\n%s", procedure.ExplainText(p.Name(), procedure.Explain(p, law)))
	}
}

// corrections words what was corrected, the old value with the new.
func corrections(fixes []cases.CorrectionRecord) []string {
	var out []string
	for _, r := range fixes {
		line := procedure.ActLabel(r.Old.Kind) + " " + actWords(&r.Old)
		if r.New == nil {
			line += " 作废"
		} else {
			line += " → " + actWords(r.New)
		}
		out = append(out, line+"（"+r.Reason+"，"+r.By+"）")
	}
	return out
}

// actWords is an act in one line without its name.
func actWords(a *procedure.Act) string {
	words := []string{a.On.String()}
	for _, more := range append([]string{a.Paper}, procedure.Describe(a)...) {
		if more != "" {
			words = append(words, more)
		}
	}
	return strings.Join(words, " ")
}

func section(w io.Writer, title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", title)
	for _, l := range lines {
		fmt.Fprintf(w, "%s%s\n", gap, l)
	}
}

func facts(c *cases.Case) pairs {
	var p pairs
	for _, party := range c.Parties {
		text := party.Name
		if party.For != "" {
			text += "（代理" + party.For + "）"
		}
		p.add(c.RoleLabel(party.Role), text)
	}
	p.add("案由", c.Subject)
	p.add("行政管理类别", c.Class.Category)
	p.add("事项", c.Class.Matter)
	if s := c.Suit; s != nil {
		p.add("法院", s.Court)
		p.add("法院案号", s.CourtNumber)
		p.add("审级", s.Instance.Label())
		p.add("案件来源", s.Source.Label())
		p.add("关联案号", s.Related)
	}
	p.add("承办人", c.Handler)
	for _, n := range c.Notes {
		p.add("备注："+n.Label, n.Text)
	}
	return p
}

func acts(all []procedure.Act) []string {
	var out []string
	for i := range all {
		act := &all[i]
		line := fmt.Sprintf("%s %s  %s", act.On, act.On.WeekdayChinese(), procedure.ActLabel(act.Kind))
		for _, more := range []string{act.Paper, strings.Join(procedure.Describe(act), "；"), act.Note} {
			if more != "" {
				line += "  " + more
			}
		}
		if act.Imported {
			line += "（导入）"
		}
		if act.ID > 0 {
			line = fmt.Sprintf("#%d  %s", act.ID, line)
		}
		out = append(out, line)
	}
	return out
}

func periods(t procedure.Timeline, today calendar.Date) []string {
	var out []string
	for _, p := range t.Periods {
		n := p.Count
		line := p.Name() + "：" + p.From + lengthWord(n)
		if n.Paused > 0 {
			line += fmt.Sprintf("，扣除%d日", n.Paused)
		}
		out = append(out, line+"，"+standing(p, today))
	}
	return out
}

// lengthWord says how long a period is; a day that a paper names has no length.
func lengthWord(n calendar.Count) string {
	switch {
	case n.Unit == calendar.NamedDay:
		return ""
	case n.N < 0:
		return fmt.Sprintf("，往前数%d%s", -n.N, n.Unit)
	}
	return fmt.Sprintf("，自次日起%d%s", n.N, n.Unit)
}

// standing is how a period ended or how much of it is left.
func standing(p procedure.Period, today calendar.Date) string {
	if p.Count.Open {
		return "已暂停计算"
	}
	due := "至" + p.Count.Due.String() + p.Count.Due.WeekdayChinese()
	if p.Count.Provisional {
		due += "（推算）"
	}
	left := p.DaysLeft(today)
	if p.Rule.Internal {
		due += "，内部安排"
		left = max(left, 0)
	}
	switch {
	case p.Ending == procedure.RanOut && !p.Running():
		return due + "，已经届满"
	case !p.Running() && p.Late(today):
		return fmt.Sprintf("%s，%s完成，逾期%d日", due, p.Done, p.Done.Sub(p.Count.Due))
	case !p.Running():
		return fmt.Sprintf("%s，%s%s", due, p.Done, p.EndWord())
	case left < 0 && p.Rule.Quiet: // the court's period, or a right of others
		return fmt.Sprintf("%s，已过%d日", due, -left)
	case left < 0:
		return fmt.Sprintf("%s，已超期%d日", due, -left)
	case left == 0 && p.DaysLeft(today) < 0:
		return due
	case left == 0:
		return due + "，今天到期"
	}
	return fmt.Sprintf("%s，还有%d日", due, left)
}

func permitted(offers []procedure.Offer) []string {
	var out []string
	rare := 0
	for _, o := range offers {
		if o.Refused != "" {
			continue
		}
		if !o.Spec.Usual && !o.Main {
			rare++
			continue
		}
		line := o.Spec.Label + "（" + o.Spec.Basis + "）"
		if o.Main {
			line += " ←"
		}
		out = append(out, line)
	}
	if rare > 0 {
		out = append(out, fmt.Sprintf("另有%d种较少用的行为可以记录，见 fuyi acts", rare))
	}
	return out
}
