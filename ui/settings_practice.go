package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// effectLines is how many moved due dates the page names; the sentence above them tells how many there are.
const effectLines = 6

// practice is how the office reads the points that the law leaves open, each with its cautious reading as the default,
// and what the choice made would change.
func (p *settingsPage) practice() fyne.CanvasObject {
	p.effect = newFlow(1)
	grid := newTiles(19, 3)
	for _, c := range p.form.Practices() {
		options := c.Options[:]
		choice := newPick(options, func(i int, _ string) {
			p.form.Read(c.PracticePoint, i)
			p.s.run.After("practice", pause, p.showEffect)
		})
		choice.fill(options, options[c.Chosen])
		grid.Add(field(c.Question, false, choice, "").Container)
	}
	return section("掌握口径", nil, newProse("法律没有写明的几处，由本单位选定一种算法。默认的算法届满较早，较为稳妥。").in(colorMuted), grid, p.effect)
}

// shifts computes what the choice made would move, with a progress bar on the page.
func (p *settingsPage) shifts(done func(*model.ShiftList)) {
	practice, today := p.form.Practice, p.s.today()
	bar := widget.NewProgressBar()
	p.say(newProse("正在预演期限变动，不写入任何内容……").in(colorMuted), bar)
	progress := p.s.run.progress(func(percent int) { bar.SetValue(float64(max(percent, 0)) / 100) })
	startHeavy(p.s.run, "practice", func(ctx context.Context) (*model.ShiftList, error) {
		return model.PreviewPractice(ctx, p.s.deps.Office, practice, today, progress)
	}, func(v *model.ShiftList, err error) {
		if err != nil {
			p.say()
			p.s.failed("preview practice", err)
			return
		}
		p.drawEffect(v)
		done(v)
	})
}

// showEffect shows what saving would change, nothing while the page stands as it is stored.
func (p *settingsPage) showEffect() {
	if !p.form.PracticeChanged() {
		p.s.run.Stop("practice")
		p.say()
		return
	}
	p.shifts(func(*model.ShiftList) {})
}

func (p *settingsPage) drawEffect(v *model.ShiftList) {
	sum := newProse(v.Summary("保存"))
	sum.bold = true
	parts := []fyne.CanvasObject{sum}
	for _, l := range v.Lines[:min(len(v.Lines), effectLines)] {
		t := newTwoLines()
		t.setLine(l.Text())
		parts = append(parts, t)
	}
	if n := len(v.Lines) - effectLines; n > 0 {
		parts = append(parts, caption("另有"+model.Thousands(n)+"项未列出。"))
	}
	p.say(newPanel(toneTint(model.Near), "", 3, 2, newFlow(0.5, parts...)))
}

func (p *settingsPage) say(parts ...fyne.CanvasObject) {
	p.effect.Objects = parts
	p.page.relayout()
}

// askPractice saves another reading only after its effect was shown.
func (p *settingsPage) askPractice(set cases.Settings) {
	p.shifts(func(v *model.ShiftList) {
		confirm(p.s.win, "更改掌握口径", v.Summary("保存")+"确定保存吗？", func() { p.write(set) })
	})
}
