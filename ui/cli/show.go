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
	cmd := &cobra.Command{
		Use:   "show 案号 [--json]",
		Short: "显示一件案件的当事人、经过、期限和下一步",
		Args:  operands("案号"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.show(cmd.Context(), args[0])
		},
	}
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) show(ctx context.Context, number string) error {
	return a.with(ctx, false, func(o Office) error {
		c, err := o.CaseByNumber(ctx, number)
		if err != nil {
			return err
		}
		t := c.Timeline(o.Law(), a.Today)
		if a.json {
			return writeJSON(a.out, newCaseJSON(c, t, a.Today))
		}
		showText(a.out, c, t, a.Today)
		return nil
	})
}

func showText(w io.Writer, c *cases.Case, t procedure.Timeline, today calendar.Date) {
	fmt.Fprintf(w, "%s  %s  %s\n\n", c.Number, c.Kind.Label(), t.State.Label())
	facts(c).write(w)
	section(w, "经过", acts(c.Acts))
	section(w, "期限", periods(t, today))
	section(w, "需要核对", t.Problems)
	section(w, "下一步可以办理", permitted(t.Offers))
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
		p.add(party.Role.Label(c.Kind), text)
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
		for _, more := range []string{act.Paper, strings.Join(detail(act), "；"), act.Note} {
			if more != "" {
				line += "  " + more
			}
		}
		if act.Imported {
			line += "（导入）"
		}
		out = append(out, line)
	}
	return out
}

// detail says in Chinese what an act carries besides its date.
func detail(a *procedure.Act) []string {
	d := a.Detail
	if d == nil {
		return nil
	}
	var out []string
	say := func(text string) {
		if text != "" {
			out = append(out, text)
		}
	}
	say(procedure.GroundLabel(d.Ground))
	for _, it := range d.Items {
		text := procedure.DispositionLabel(it.Kind)
		if it.Redo {
			text += "并责令重作"
		}
		say(text)
	}
	if d.Days > 0 {
		say(fmt.Sprintf("延长%d日", d.Days))
	}
	switch {
	case d.To == "":
	case a.Kind == procedure.Reply || a.Kind == procedure.LetterReply:
		say("来自" + d.To)
	default:
		say("送" + d.To)
	}
	if d.Appearance != nil {
		say(appearance(d.Appearance))
	}
	for _, r := range d.Results {
		text := procedure.OutcomeLabel(r.Outcome)
		if r.Defendant != "" {
			text = r.Defendant + "：" + text
		}
		if procedure.LostBy(r) {
			text += "（败诉）"
		}
		say(text)
	}
	return out
}

func appearance(v *procedure.Appearance) string {
	who := "负责人未出庭"
	if v.Head {
		who = strings.TrimSpace("负责人出庭 " + v.Post + v.Name)
	}
	if v.For != "" {
		who = v.For + "：" + who
	}
	if v.Reason != "" {
		who += "（" + v.Reason + "）"
	}
	return who
}

func periods(t procedure.Timeline, today calendar.Date) []string {
	var out []string
	for _, p := range t.Periods {
		n := p.Count
		line := fmt.Sprintf("%s：%s，自次日起%d%s", p.Rule.Name, p.From, n.N, n.Unit)
		if n.Paused > 0 {
			line += fmt.Sprintf("，扣除%d日", n.Paused)
		}
		out = append(out, line+"，"+standing(p, today))
	}
	return out
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
	switch {
	case p.Rule.Expires && p.Done >= p.Count.Due:
		return due + "，已经届满"
	case !p.Running() && p.Late(today):
		return fmt.Sprintf("%s，%s完成，逾期%d日", due, p.Done, p.Done.Sub(p.Count.Due))
	case !p.Running():
		return fmt.Sprintf("%s，%s完成", due, p.Done)
	case left < 0:
		return fmt.Sprintf("%s，已超期%d日", due, -left)
	case left == 0:
		return due + "，今天到期"
	}
	return fmt.Sprintf("%s，还有%d日", due, left)
}

func permitted(offers []procedure.Offer) []string {
	var out []string
	for _, o := range offers {
		if o.Refused != "" {
			continue
		}
		line := o.Spec.Label + "（" + o.Spec.Basis + "）"
		if o.Main {
			line += " ←"
		}
		out = append(out, line)
	}
	return out
}
