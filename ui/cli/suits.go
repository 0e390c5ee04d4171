package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/litigation"
	"fuyi/cases/procedure"

	"github.com/spf13/cobra"
)

// suitScope are the flags that choose suits: the period, the government's own, one organ.
type suitScope struct {
	span
	quarter quarterFlag
	own     bool
	organ   string
}

func (s *suitScope) flags(cmd *cobra.Command) {
	s.span.flags(cmd)
	cmd.Flags().Var(&s.quarter, "quarter", "只统计 --year 的这一季度：1、2、3 或者 4")
	cmd.Flags().BoolVar(&s.own, "own", false, "只看本级政府为被告的案件，不写时为全部行政机关")
	cmd.Flags().StringVar(&s.organ, "organ", "", "只看一个被诉机关，写案件中的名称")
}

// read is the scope of the flags.
func (s *suitScope) read(cmd *cobra.Command, today calendar.Date) (litigation.Scope, error) {
	if s.quarter != 0 && s.year == 0 {
		return litigation.Scope{}, misuse(cmd, "--quarter 要和 --year 一起写。")
	}
	if s.quarter != 0 {
		s.from.Date, s.to.Date = litigation.Quarter(int(s.year), int(s.quarter))
		s.year = 0
	}
	p, err := s.period(cmd, today)
	return litigation.Scope{From: p.From, To: p.To, AsOf: p.AsOf, Own: s.own, Organ: strings.TrimSpace(s.organ)}, err
}

// name finds the organ of a scope among the defendants: by its whole name, else by a part of it or by its signs in their order (住建委), where only
// one fits. One that fits none, or several, is refused with those that come near.
func name(r *litigation.Register, s *litigation.Scope) error {
	all := *s
	all.Organ = ""
	organs := r.Organs(all)
	if s.Organ == "" || slices.Contains(organs, s.Organ) {
		return nil
	}
	for _, fits := range []func(string) bool{
		func(organ string) bool { return strings.Contains(organ, s.Organ) },
		func(organ string) bool { return inOrder(organ, s.Organ) },
	} {
		var found []string
		for _, organ := range organs {
			if fits(organ) {
				found = append(found, organ)
			}
		}
		switch {
		case len(found) == 1:
			s.Organ = found[0]
			return nil
		case len(found) > 1:
			return refused("organ", "“%s”可以是%s，请写得更完整。", s.Organ, strings.Join(found, "、"))
		}
	}
	return refused("organ", "没有以“%s”为被告的应诉案件。被告机关有：%s。", s.Organ, strings.Join(organs[:min(len(organs), 20)], "、"))
}

// inOrder reports whether all signs of part occur in whole in their order.
func inOrder(whole, part string) bool {
	rest := whole
	for _, sign := range part {
		i := strings.IndexRune(rest, sign)
		if i < 0 {
			return false
		}
		rest = rest[i+len(string(sign)):]
	}
	return part != ""
}

func (a *app) suitsCommand() *cobra.Command {
	var s suitScope
	cmd := &cobra.Command{
		Use:   "suits [--year 年度 [--quarter 季度]|--from 日期 --to 日期] [--own] [--organ 机关] [--as-of 日期] [--json]",
		Short: "应诉登记：全部行政机关的应诉案件，连同被告身份、审级关联和生效结果",
		Long: "列出统计期内收到的应诉案件，各审级分别计件：法院、审级、来源、原告、被告和被告身份、裁判结果、是否败诉、生效日期。\n" +
			"经过几个审级的，最后一栏写明整个争议的生效结果；还没有生效的不写。",
		Args: operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			scope, err := s.read(cmd, a.Today)
			if err != nil {
				return err
			}
			return a.withSuits(cmd.Context(), &scope, func(_ Office, r *litigation.Register) error { return a.suits(r, scope) })
		},
	}
	s.flags(cmd)
	a.jsonFlag(cmd)
	return cmd
}

// withSuits opens the office with its register of suits as of the scope's day.
func (a *app) withSuits(ctx context.Context, s *litigation.Scope, f func(Office, *litigation.Register) error) error {
	return a.with(ctx, false, func(o Office) error {
		r, err := litigation.Load(ctx, o, s.AsOf)
		if err != nil {
			return err
		}
		if err := name(r, s); err != nil {
			return err
		}
		return f(o, r)
	})
}

// registerJSON is one suit of the register.
type registerJSON struct {
	Number      string `json:"number"`
	CourtNumber string `json:"court_number"`
	Court       string `json:"court"`
	Instance    string `json:"instance"`
	Type        string `json:"type"`
	Source      string `json:"source"`
	Plaintiffs  string `json:"plaintiffs"`
	// Kinds counts the plaintiffs: citizen 公民, legal_person 法人, organisation 其他组织, untold an organisation of either kind.
	Kinds        map[cases.PartyGroup]int `json:"plaintiff_kinds"`
	Defendants   []defendantJSON          `json:"defendants"`
	ThirdParties []string                 `json:"third_parties"`
	// Claimed and Awarded are the compensation asked for and ordered, in fen.
	Claimed int64 `json:"claimed"`
	Awarded int64 `json:"awarded"`
	// Decision is what the court did to the reconsideration decision (复议决定被法院), "" where it judged none.
	Decision   string        `json:"decision_result"`
	Government bool          `json:"government"`
	Subject    string        `json:"subject"`
	Handler    string        `json:"handler"`
	Received   calendar.Date `json:"received"`
	Concluded  calendar.Date `json:"concluded"`
	State      string        `json:"state"`
	Lost       bool          `json:"lost"`
	Effective  calendar.Date `json:"effective"`
	Related    string        `json:"related"`
	Earlier    string        `json:"earlier"`
	// Dispute lists the numbers of all instances of the dispute, Final its effective day, FinalLost whether it was lost in the end.
	Dispute   []string      `json:"dispute"`
	Final     calendar.Date `json:"dispute_effective"`
	FinalLost bool          `json:"dispute_lost"`
}

type defendantJSON struct {
	Name     string         `json:"name"`
	Capacity cases.Capacity `json:"capacity"`
	Result   string         `json:"result"`
	Lost     bool           `json:"lost"`
}

func newRegistered(r *litigation.Register, x *litigation.Suit) registerJSON {
	out := registerJSON{Number: x.Number, CourtNumber: x.CourtNumber, Court: x.Court, Instance: x.Instance.Label(), Type: x.Type.Label(), Source: x.Source.Label(),
		Plaintiffs: x.Plaintiffs, Government: x.Government, Subject: x.Subject, Handler: x.Handler, Received: x.Received, Concluded: x.Concluded,
		State: x.State.Label(), Lost: x.Lost(""), Effective: x.Final, Related: x.Related, Earlier: x.Earlier, Defendants: []defendantJSON{},
		Kinds: x.Kinds, ThirdParties: append([]string{}, x.ThirdParties...), Claimed: x.Claimed, Awarded: x.Awarded, Decision: r.DecisionResult(x)}
	for i, name := range x.Organs {
		d := defendantJSON{Name: name, Capacity: x.Capacities[i], Lost: x.Lost(name)}
		var results []string
		for _, v := range x.Verdicts {
			if v.Defendant == "" || v.Defendant == name {
				results = append(results, procedure.SuedActLabel(v.Act)+procedure.OutcomeLabel(v.Outcome))
			}
		}
		d.Result = strings.Join(results, "；")
		out.Defendants = append(out.Defendants, d)
	}
	d := r.DisputeOf(x)
	for _, y := range d.Suits {
		out.Dispute = append(out.Dispute, y.Number)
	}
	out.Final, out.FinalLost = d.Final, d.Lost("")
	return out
}

func (a *app) suits(r *litigation.Register, s litigation.Scope) error {
	list := r.Received(s)
	if a.json {
		out := []registerJSON{}
		for _, x := range list {
			out = append(out, newRegistered(r, x))
		}
		return writeJSON(a.out, out)
	}
	t := table{head: []string{"案号", "收案日期", "法院", "审级", "来源", "原告", "原告类别", "被告", "第三人", "赔偿请求", "判赔", "状态", "裁判结果", "复议决定被法院", "败诉", "生效"},
		max: map[int]int{2: 22, 5: 16, 7: 34, 8: 16, 12: 26, 13: 18}}
	lost, own := 0, 0
	for _, x := range list {
		t.add(x.Number, x.Received.String(), x.Court, x.Instance.Label(), x.Source.Label(), x.Plaintiffs, x.PlaintiffKinds(), x.Defendants, strings.Join(x.ThirdParties, "、"),
			x.ClaimedText(), x.AwardedText(), x.State.Label(), x.Verdict(), r.DecisionResult(x),
			map[bool]string{true: "是"}[r.LostIn(x, s)], r.DisputeOf(x).Final.String())
		if r.LostIn(x, s) {
			lost++
		}
		if x.Government {
			own++
		}
	}
	t.write(a.out)
	_, err := fmt.Fprintf(a.out, "\n共%d件，其中本级政府为被告%d件；败诉%d件。\n", len(list), own, lost)
	return err
}
