package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// suitTiles are what only a court case has: the court, how it arose, and the cases it is linked to. 非诉执行 has less of it.
func (p *intakePage) suitTiles() fyne.CanvasObject {
	in := p.in
	court := p.row("court", in.CourtLabel(), in.Opening != procedure.EnforcementUrged, p.text(&in.Court, "", 1), "")
	number := p.row("court_number", "法院案号", false, p.text(&in.CourtNumber, "如（2026）苏0508行初12号", 1), "")
	related := p.row("related", "关联复议案号", false, p.text(&in.Related, "经过复议的填写", 1), "")
	if in.Executes() {
		return newTiles(plainTile, 3, court, number, related)
	}
	instance := codes([]cases.Instance{cases.First, cases.Second, cases.Retrial}, cases.Instance.Label, "请选择", in.Instance,
		func(i cases.Instance) {
			begun := in.Opening
			in.SetInstance(i)
			if in.Opening != begun {
				p.redraw()
				p.stay("instance")
			}
			p.typed()
		})
	source := codes(cases.Sources(), cases.Source.Label, "请选择", in.Source, func(s cases.Source) { in.Source = s; p.typed() })
	kind := codes(model.SuitTypes(), cases.SuitType.Label, "请选择", in.Suit.Type, func(t cases.SuitType) { in.Suit.Type = t; p.typed() })
	return newTiles(plainTile, 3, court, number,
		p.row("suit_type", "诉讼种类", false, kind, ""), p.row("instance", "审级", false, instance, ""), p.row("source", "案件来源", false, source, ""),
		related,
		p.row("earlier", "前一审级案号", false, p.text(&in.Suit.Earlier, "二审、再审、重审的填写", 1), ""),
		p.row("claimed", "赔偿请求（元）", false, p.text(&in.Suit.Claimed, "没有的不填", 1), ""),
		p.row("awarded", "判赔金额（元）", false, p.text(&in.Suit.Awarded, "裁判后填写", 1), ""),
		p.row("author", "答辩承办部门", false, p.text(&in.Suit.Author, "政府为被告时的承办部门", 1), ""))
}

// fillButton takes over what the reconsideration knows, where it is known.
func (p *intakePage) fillButton() fyne.CanvasObject {
	if !p.in.MayFill() {
		return nil
	}
	return quiet("按复议案件填写", iconCopy, func() {
		p.in.FillFromReview(p.context())
		p.redraw()
		p.typed()
		p.s.tell(model.Finished, "已按复议案件填入还空着的当事人、案由和类别，请核对。")
	})
}

// findReview looks for the case that 关联复议案号 names, once for each number.
func (p *intakePage) findReview() {
	number := p.in.ReviewWanted()
	if number == "" {
		return
	}
	in := p.in
	in.Review(number, nil)
	start(p.s.run, "review", func(ctx context.Context) (*cases.Case, error) { return model.FindReview(ctx, p.s.deps.Office, number) },
		func(c *cases.Case, err error) {
			if err != nil {
				p.s.failed("find review", err)
				return
			}
			may := in.MayFill()
			in.Review(number, c)
			if p.in != in {
				return
			}
			p.check.Hints = in.Check(p.context()).Hints
			if may != in.MayFill() {
				p.keepKeys(p.redraw)
			}
			p.drawSide()
		})
}
