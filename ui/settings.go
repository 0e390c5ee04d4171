package ui

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/ui/model"
)

// settingsPage is 设置: what the office says about itself, how the window looks on this PC, the holiday years known, where
// the office file is, and past imports.
type settingsPage struct {
	s    *shell
	form *model.SettingsForm
	page *scroller
	rows map[string]*formRow
	// effect says what another reading of the open points would move.
	effect *fyne.Container
}

func newSettingsPage(s *shell) *settingsPage {
	return &settingsPage{s: s, page: newScroller(), rows: map[string]*formRow{}}
}

func (p *settingsPage) view() fyne.CanvasObject { return p.page.Container }

func (p *settingsPage) shown() {
	type all struct {
		settings cases.Settings
		imports  []cases.ImportRecord
	}
	start(p.s.run, "settings", func(ctx context.Context) (all, error) {
		set, err := p.s.deps.Office.Settings(ctx)
		if err != nil {
			return all{}, err
		}
		imports, err := p.s.deps.Office.Imports(ctx)
		return all{set, imports}, err
	}, func(a all, err error) {
		if err != nil {
			p.s.failed("settings", err)
			return
		}
		p.form = model.NewSettingsForm(a.settings)
		p.draw(a.imports)
	})
}

func (p *settingsPage) draw(imports []cases.ImportRecord) {
	save := primary("保存设置", nil, p.save)
	if p.s.deps.ReadOnly != "" {
		save.Disable()
	}
	left := newFlow(3, p.office(), p.practice(), p.imports(imports))
	right := newFlow(3, p.appearance(), p.registers(), p.calendar(), p.folder())
	p.page.fill(pageHead("设置", nil, save), newBeside(3, []float32{1.4, 1}, left, right))
}

func (p *settingsPage) office() fyne.CanvasObject {
	f := p.form
	row := func(id, label, hint string, value *string) fyne.CanvasObject {
		e := newEntry(hint)
		e.SetText(*value)
		e.OnChanged = func(s string) { *value = s }
		r := field(label, false, e, "")
		p.rows[id] = r
		return r.Container
	}
	day := newDateField(p.s.deps.Office.Law().Calendar, p.s.today(), f.CommitteeFounded, func(s string) { f.CommitteeFounded = s })
	committee := field("行政复议委员会成立日期", false, day.Container, "")
	p.rows["committee"] = committee
	return section("本单位", nil,
		newBeside(4, []float32{1, 1}, row("office", "单位名称", "如 苏州市姑苏区司法局", &f.Office),
			row("district", "地区简称", "如 姑苏区，用于年度报告", &f.District)),
		newBeside(4, []float32{1, 1}, row("organ", "行政复议机关", "如 苏州市姑苏区人民政府", &f.Organ),
			row("agency", "行政复议机构", "通常是司法局", &f.Agency)),
		newBeside(4, []float32{1, 1}, row("reconsideration_prefix", "复议案号字头", "如 姑苏行复", &f.ReconsiderationPrefix),
			row("suit_prefix", "应诉案号字头", "如 姑苏行应", &f.SuitPrefix)),
		committee.Container)
}

func (p *settingsPage) save() {
	set, bad := p.form.Settings(p.s.today())
	for id, r := range p.rows {
		r.complain(bad[id])
	}
	p.page.relayout()
	if len(bad) > 0 {
		p.s.tell(model.Soon, "还有没填好的内容，请按字段下面的提示修改。")
		return
	}
	if p.form.PracticeChanged() {
		p.askPractice(set)
		return
	}
	p.write(set)
}

func (p *settingsPage) write(set cases.Settings) {
	start(p.s.run, "save settings", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.s.deps.Office.SaveSettings(ctx, set)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.s.failed("save settings", err)
			return
		}
		p.s.officeName()
		if p.form.PracticeChanged() {
			p.form.Stored = set.Practice
			p.s.changed()
			p.showEffect()
		}
		p.s.tell(model.Finished, "设置已保存。")
	})
}

// appearance is the PC's own: it is kept in the program's preferences, not in the office file.
func (p *settingsPage) appearance() fyne.CanvasObject {
	names := []string{"跟随系统", "浅色", "深色"}
	values := []string{"", "light", "dark"}
	look := newPick(names, func(i int, _ string) { p.relook(values[i], p.s.look.Percent) })
	look.fill(names, names[max(slices.Index(values, p.s.look.Variant), 0)])
	var scales []string
	for _, n := range model.Scales() {
		scales = append(scales, fmt.Sprintf("%d%%", n))
	}
	scale := newPick(scales, func(i int, _ string) { p.relook(p.s.look.Variant, model.Scales()[i]) })
	scale.fill(scales, fmt.Sprintf("%.0f%%", p.s.look.Factor()*100))
	return section("外观", nil, newBeside(4, []float32{1, 1}, field("界面颜色", false, look, "").Container,
		field("显示大小", false, scale, "").Container))
}

func (p *settingsPage) relook(variant string, percent int) {
	if p.s.setLook != nil {
		p.s.setLook(model.Look{Variant: variant, Percent: percent})
	}
}

func (p *settingsPage) calendar() fyne.CanvasObject {
	open := quiet("查看和导入", iconRight, func() { p.s.show(pageHolidays) })
	return section("节假日", open, newProse("已有放假安排的年度："+model.YearSpans(p.s.deps.Office.Law().Calendar.Years())),
		newProse("涉及其他年度的期限只按周末推算，并注明“推算”。").small().in(colorMuted))
}

func (p *settingsPage) folder() fyne.CanvasObject {
	bin := newLine(2, []float32{1, 0}, newProse("回收站：移走的案件，可以恢复"), quiet("打开", iconRight, func() { p.s.show(pageBin) }))
	open := quiet("打开文件夹", nil, func() { p.s.openFolder(p.s.deps.OfficeDir) })
	return section("案卷库", open, newProse(p.s.deps.OfficeDir),
		newProse("全部案件和附件都在这个文件夹里，请定期备份。").small().in(colorMuted), bin)
}

func (p *settingsPage) imports(list []cases.ImportRecord) fyne.CanvasObject {
	rows := newFlow(0.5)
	if len(list) == 0 {
		rows.Add(newProse("还没有导入过台账。").in(colorMuted))
	}
	for _, r := range list {
		var undo fyne.CanvasObject = muted("已撤销")
		if !r.Undone {
			b := quiet("撤销", iconUndo, func() { p.s.undoImport(r.ID, r.File, r.Cases, p.shown) })
			if p.s.deps.ReadOnly != "" {
				b.Disable()
			}
			undo = b
		}
		rows.Add(newLine(2, []float32{1, -6, -7, 0}, newWords(r.File).cutting(), muted(model.Thousands(r.Cases)+"件").cutting(),
			muted(r.Imported.String()).cutting(), undo))
	}
	return section("导入记录", nil, rows)
}

// registers opens the directory of organs and the people of the office.
func (p *settingsPage) registers() fyne.CanvasObject {
	return section("机关、人员和对照", nil,
		newLine(2, []float32{1, 0}, newProse("机关名录：被申请人、被告的全称、级别和类别"), quiet("打开", iconRight, func() { p.s.show(pageOrgans) })),
		newLine(2, []float32{1, 0}, newProse("人员：承办人、负责人、委员和登录密码"), quiet("打开", iconRight, func() { p.s.show(pagePeople) })),
		newLine(2, []float32{1, 0}, newProse("类别对照：本单位的类别计入报表的哪一行"), quiet("打开", iconRight, func() { p.s.openCategories(p.s.today().Year()) })),
		newLine(2, []float32{1, 0}, newProse("平台抄录卡：上级平台的栏目、顺序和代码"), quiet("打开", iconRight, func() { p.s.show(pageCards) })))
}
