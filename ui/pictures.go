package ui

import (
	"context"
	"image/png"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
	"fuyi/ui/model"
)

// pictureSize is the smallest common screen of offices.
var pictureSize = fyne.NewSize(1366, 768)

// Pictures draws every page, light and dark, into PNG files of a folder, without a display. It returns an error if a
// page cannot be drawn or a file not written.
func Pictures(dir string, deps Deps) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return &cases.Error{Op: "pictures", Kind: cases.Invalid, Err: err, Msg: "无法建立图片文件夹" + dir + "，请检查权限。"}
	}
	for _, variant := range []string{"light", "dark"} {
		if err := album(dir, variant, deps); err != nil {
			return err
		}
	}
	return nil
}

// scene is one picture: what is done before it is taken.
type scene struct {
	name string
	do   func(*shell)
}

func scenes() []scene {
	var out []scene
	for _, item := range navItems {
		out = append(out, scene{string(item.key) + "-" + item.name, func(s *shell) { s.show(item.name) }})
	}
	out = append(out, scene{"6-holidays", func(s *shell) { s.show(pageHolidays) }})
	open := func(k cases.Kind) func(*shell) {
		return func(s *shell) { s.list(k).table.list.Select(0) }
	}
	// inOpen opens the first open case and does something there, if there is one.
	inOpen := func(do func(*casePane)) func(*shell) {
		return func(s *shell) {
			p := s.list(cases.Reconsideration)
			p.filter(cases.Open)
			p.table.list.Select(0)
			if v := p.pane.view; v != nil && v.Main != nil {
				do(p.pane)
			}
		}
	}
	out = append(out, listScenes()...)
	out = append(out, exchangeScenes()...)
	out = append(out, courtScenes()...)
	out = append(out, scene{"7-case", open(cases.Reconsideration)}, scene{"8-suit", open(cases.Litigation)},
		scene{"9-why", inOpen(func(p *casePane) { p.unfold(p.view.Periods[0].Name) })},
		scene{"9-act", inOpen(func(p *casePane) { p.begin(p.view.Main.Spec) })},
		scene{"9-try", inOpen((*casePane).try)},
		scene{"9-correct", inOpen(func(p *casePane) { p.correct(p.view.Acts[0].Act) })},
		scene{"6-organs", func(s *shell) { s.show(pageOrgans) }}, scene{"4-intake-form", func(s *shell) {
			p := s.show(pageIntake).(*intakePage)
			p.in.Channel = procedure.ByPost
			p.redraw()
			p.jump(p.marks["matter"])
		}}, scene{"9-revise", inOpen((*casePane).revise)}, scene{"9-dossier", inOpen(func(p *casePane) { p.dossier.show() })},
		scene{"5-charts", func(s *shell) {
			p := s.show(pageStatistics).(*statisticsPage)
			p.which.SetSelected(overviewLabel)
			p.page.scroll.ScrollToOffset(fyne.NewPos(0, em(27)))
		}}, scene{"5-chart", func(s *shell) {
			p := s.show(pageStatistics).(*statisticsPage)
			if p.m.Report != nil {
				p.enlarge(statistics.Charts(p.m.Report, nil)[0])
			}
		}},
		scene{"5-forms", func(s *shell) {
			p := s.show(pageStatistics).(*statisticsPage)
			p.which.SetSelectedIndex(3)
		}}, inStudy("5-indicators", model.StudyIndicators), inStudy("5-analysis", "行政复议分析"), inStudy("5-yearly", "专项报表"), inStudy("5-lists", model.StudyLists), inStudy("5-report", model.ReportLabel),
		scene{"9-reader", inOpen((*casePane).readFirst)}, scene{"6-people", func(s *shell) { s.show(pagePeople) }})
	return append(append(out, sealScenes()...), scene{"0-sign-in", func(s *shell) { s.askWho(model.SignIn{People: sampleStaff()}, s.unlock) }})
}

// inStudy shows a group of the analysis.
func inStudy(name, group string) scene {
	return scene{name, func(s *shell) { s.show(pageStatistics).(*statisticsPage).which.SetSelected(group) }}
}

// sampleBlock is what somebody copied from a spreadsheet, with a row that lacks something.
const sampleBlock = "序号\t申请人\t被申请人\t复议事项\t收件日期\t联系电话\n1\t陈某某\t苏州市公安局姑苏分局\t不服行政处罚决定\t2026-05-18\t13800000001\n" +
	"2\t王某、李某某\t苏州市公安局姑苏分局\t不服行政处罚决定\t2026-05-18\t13800000002\n3\t苏州某某置业有限公司\t\t不服房屋征收补偿决定\t2026年5月19日\t\n" +
	"4\t周某某\t苏州市姑苏区市场监督管理局\t不服举报投诉处理结果\t五月十九\t13800000004\n"

// listScenes are the states of a list.
func listScenes() []scene {
	list := func(do func(*listPage)) func(*shell) {
		return func(s *shell) {
			p := s.list(cases.Reconsideration)
			p.leaveCase()
			p.turnTo(model.BuiltInViews(p.kind)[0])
			p.pickNone()
			do(p)
		}
	}
	return []scene{
		{"2-picked", list(func(p *listPage) {
			for _, i := range []int{1, 2, 4} {
				p.toggle(i)
				p.table.list.move(i)
			}
		})},
		{"2-filter", list(func(p *listPage) {
			p.narrow(func(f *model.Filter) {
				f.Status, f.Received, f.Lists.Categories = cases.Open, model.OwnSpan, []string{"公安", "房屋征补"}
			})
			p.bar.panel.toggle()
		})},
		{"2-list", list(func(p *listPage) {
			if p.bar.panel.open() {
				p.bar.panel.toggle()
			}
		})},
		{"2-paste", func(s *shell) { s.pasteBlock(cases.Reconsideration, sampleBlock) }},
		{"2-bin", func(s *shell) {
			p := s.show(pageBin).(*binPage)
			p.fill([]cases.DiscardedCase{{ID: 1, Kind: cases.Reconsideration, Number: "〔2026〕姑苏行复第12号",
				Title: "陈某某 不服 苏州市公安局姑苏分局", Reason: "重复登记", At: "2026-05-19T16:20:00+08:00", By: "沈某"},
				{ID: 2, Kind: cases.Litigation, Number: "〔2026〕姑苏行应第3号", Title: "王某 诉 苏州市姑苏区人民政府", Reason: "登记错误", At: "2026-05-18T09:05:00+08:00", By: "顾某某"}})
			p.bin.Toggle(1)
			p.marked()
		}},
	}
}

// sampleStaff are people for the picture of the page that asks who works.
func sampleStaff() []cases.Person {
	return []cases.Person{{ID: 1, Name: "沈某", Role: cases.HandlerRole, HasPIN: true}, {ID: 2, Name: "陆某某", Role: cases.HandlerRole, HasPIN: true},
		{ID: 3, Name: "钱某", Role: cases.HeadRole, HasPIN: true}, {ID: 4, Name: "顾某某", Role: cases.ClerkRole}}
}

func album(dir, variant string, deps Deps) error {
	s, w := stage(deps, model.Look{Variant: variant, Percent: 100}, pictureSize)
	defer w.Close()
	s.begin()
	if s.locked {
		s.unlock() // nothing is recorded while pictures are taken
	}
	for _, sc := range scenes() {
		sc.do(s)
		if err := shoot(w, filepath.Join(dir, sc.name+"-"+variant+".png")); err != nil {
			return err
		}
	}
	return nil
}

// stage sets the window up without a display, everything running at once.
func stage(deps Deps, l model.Look, size fyne.Size) (*shell, fyne.Window) {
	a := test.NewApp()
	speakChinese()
	a.Settings().SetTheme(newLook(l))
	w := test.NewWindow(nil)
	w.SetPadded(false)
	s := newShell(deps, newRunner(context.Background(), deps.Log, true), w)
	s.look = l
	s.newWindow = func(string) fyne.Window { return test.NewWindow(nil) }
	w.SetContent(s.content())
	w.Resize(size)
	return s, w
}

func shoot(w fyne.Window, path string) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return &cases.Error{Op: "pictures", Kind: cases.Invalid, Err: err, Msg: "无法写出图片" + path + "，请检查磁盘空间和权限。"}
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	return png.Encode(f, w.Canvas().Capture())
}
