package export

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/export/print"
)

// office names who sends a paper: the organ for reconsideration, the office for suits.
func (s *caseSheet) office() string {
	if s.c.Kind == cases.Litigation {
		return cmp.Or(s.set.Office, s.set.Organ)
	}
	return cmp.Or(s.set.Organ, s.set.Office)
}

// form is a page with a title over a ruled form.
func form(office, title string, more ...print.Block) []print.Block {
	return append([]print.Block{
		print.Text{Text: office, Size: 16, Align: print.Centre, Leading: 1.5, Keep: true},
		print.Text{Text: title, Size: 22, Bold: true, Align: print.Centre, Leading: 1.6, Keep: true}, print.Gap(10)}, more...)
}

func heading(s string) print.Cell { return print.Cell{Text: s, Align: print.Centre, Shade: true} }

// handed is a cell to be filled in by hand, at least so many lines high.
func handed(text string, lines, span int) print.Cell {
	return print.Cell{Text: text, Lines: lines, Span: span}
}

// handDate is a date to be written by hand.
const handDate = "　　　　年　　月　　日　　时　　分"

// papersOf are the papers that acts are made known by; it is read only.
var papersOf = map[procedure.Kind]string{
	procedure.SupplementNotice: "补正通知书", procedure.Acceptance: "受理通知书", procedure.Rejection: "不予受理决定书", procedure.CopySent: "答复通知书",
	procedure.ThirdPartyNotice: "第三人参加行政复议通知书", procedure.Stay: "停止执行决定书", procedure.HearingNotice: "听证通知书", procedure.Suspension: "中止通知书",
	procedure.Resumption: "恢复审理通知书", procedure.Extension: "延期审理通知书", procedure.ToOrdinary: "转为普通程序通知书", procedure.Decision: "行政复议决定书",
	procedure.Dismissal: "驳回行政复议申请决定书", procedure.Mediation: "行政复议调解书", procedure.Termination: "终止行政复议决定书", procedure.OpinionLetter: "行政复议意见书",
	procedure.PerformanceOrder: "责令限期履行通知书",
}

// latestPaper is the latest paper of the office with a number, which is most likely the one to be served.
func latestPaper(c *cases.Case) string {
	for _, a := range slices.Backward(c.Acts) {
		if name := papersOf[a.Kind]; name != "" && a.Paper != "" {
			return name + "　" + a.Paper
		}
	}
	return ""
}

// served are the parties that papers are sent to: everyone but those who are represented by an agent stands here too, because the
// clerk throws away what she does not need more easily than she writes what is missing.
func served(c *cases.Case) []cases.Party {
	return slices.DeleteFunc(slices.Clone(c.Parties), func(p cases.Party) bool { return p.Name == "" })
}

// serviceReturns are the 送达回证, one page for each party.
func serviceReturns(s *caseSheet, _ *Files) print.Doc {
	d := print.Doc{Format: print.Portrait(18)}
	paper := latestPaper(s.c)
	for i, p := range served(s.c) {
		if i > 0 {
			d.Blocks = append(d.Blocks, print.NewPage{})
		}
		d.Blocks = append(d.Blocks, form(s.office(), "送达回证", print.Table{Widths: []float64{20, 28, 15, 37}, Size: 12, Pad: 4, Rows: [][]print.Cell{
			{heading("案号"), handed(s.c.Number, 2, 3)},
			{heading("案由"), handed(s.c.Subject, 2, 3)},
			{heading("送达文书\n名称、文号"), handed(paper, 3, 3)},
			{heading("受送达人"), handed(s.c.RoleLabel(p.Role)+"　"+p.Name, 2, 3)},
			{heading("送达地址"), handed(p.Address, 2, 3)},
			{heading("联系电话"), handed(p.Phone, 2, 1), heading("送达方式"), handed("□直接　□留置　□邮寄\n□委托　□电子　□公告", 2, 1)},
			{heading("受送达人\n签名或者盖章"), handed("\n"+handDate, 3, 3)},
			{heading("代收人签名、\n与受送达人的\n关系、代收理由"), handed("\n\n"+handDate, 4, 3)},
			{heading("拒收事由、\n见证人签名"), handed("\n\n"+handDate, 4, 3)},
			{heading("邮寄单号"), handed("", 2, 3)},
			{heading("送达人"), handed("", 2, 1), heading("填发人"), handed(s.c.Handler, 2, 1)},
			{heading("备注"), handed("", 2, 3)},
		}}, print.Text{Text: "受送达人拒绝接收的，送达人可以邀请有关基层组织或者所在单位的代表到场说明情况，在本回证上记明拒收事由和日期，把文书留在受送达人的住所；也可以采用拍照、录像等方式记录送达过程。", Size: 9.5, Before: 6, Indent: 2})...)
	}
	return d
}

// addressForms are the 送达地址确认书, one page for each applicant and third party.
func addressForms(s *caseSheet, _ *Files) print.Doc {
	d := print.Doc{Format: print.Portrait(22)}
	for _, p := range served(s.c) {
		if p.Role != cases.Applicant && p.Role != cases.ThirdParty {
			continue
		}
		if len(d.Blocks) > 0 {
			d.Blocks = append(d.Blocks, print.NewPage{})
		}
		electronic := "□同意　　□不同意"
		if p.Electronic {
			electronic = "√同意　　□不同意"
		}
		d.Blocks = append(d.Blocks, form(s.office(), "送达地址确认书", print.Table{Widths: []float64{22, 28, 20, 30}, Size: 12, Pad: 5, Rows: [][]print.Cell{
			{heading("案号"), handed(s.c.Number, 2, 3)},
			{heading(s.c.RoleLabel(p.Role)), handed(p.Name, 2, 3)},
			{heading("证件号码"), handed(p.IDNumber, 2, 3)},
			{heading("送达地址"), handed(cmp.Or(p.Address, p.Domicile), 3, 3)},
			{heading("收件人"), handed(p.Name, 2, 1), heading("联系电话"), handed(p.Phone, 2, 1)},
			{heading("电子送达"), handed(electronic, 2, 1), heading("电子地址"), handed(p.Email, 2, 1)},
			{heading("告知事项"), handed("一、当事人应当提供准确的送达地址和联系方式；地址变更的，应当及时书面告知复议机构。\n二、因提供的地址不准确、变更后没有告知，或者本人、指定的代收人拒绝签收，致使文书没有被实际接收的，邮寄送达以文书退回之日为送达之日，直接送达以送达人在回证上记明情况之日为送达之日。\n三、同意电子送达的，以送达信息到达所填电子地址的日期为送达日期。", 8, 3)},
			{heading("当事人确认"), handed("我已经阅读上述告知事项，所填送达地址准确、有效。\n\n　　　　　　　　　签名或者盖章：\n\n　　　　　　　　　　　　　　年　　月　　日", 6, 3)},
			{heading("备注"), handed("", 2, 3)},
		}})...)
	}
	return d
}

// labels are the address labels of all parties, to be cut out and glued on envelopes.
func labels(s *caseSheet, _ *Files) print.Doc {
	t := print.Table{Widths: []float64{1, 1}, Size: 13, Pad: 12, Leading: 1.5}
	var row []print.Cell
	for _, p := range served(s.c) {
		text := fmt.Sprintf("%s\n%s　收\n电话：%s\n%s　%s", cmp.Or(p.Address, p.Domicile, "地址：　　　　　　　　　　　　"), p.Name, cmp.Or(p.Phone, "　　　　　　　"),
			s.c.RoleLabel(p.Role), s.c.Number)
		if row = append(row, print.Cell{Text: text, Lines: 7}); len(row) == 2 {
			t.Rows, row = append(t.Rows, row), nil
		}
	}
	if len(row) == 1 {
		t.Rows = append(t.Rows, append(row, print.Cell{Lines: 7}))
	}
	if len(t.Rows) == 0 {
		return print.Doc{}
	}
	return print.Doc{Format: print.Portrait(15), Blocks: []print.Block{t}}
}

// materialsList is the list of what was handed in, once for the applicant and once for the file.
func materialsList(s *caseSheet, f *Files) print.Doc {
	d := print.Doc{Format: print.Portrait(22)}
	if s.c.Particulars == nil || len(s.c.Particulars.Materials) == 0 {
		return d
	}
	t := print.Table{Widths: []float64{8, 46, 10, 10, 14, 22}, Size: 12, Pad: 6,
		Head: []print.Cell{{Text: "序号", Align: print.Centre}, {Text: "材料名称", Align: print.Centre}, {Text: "份数", Align: print.Centre},
			{Text: "页数", Align: print.Centre}, {Text: "原件", Align: print.Centre}, {Text: "备注", Align: print.Centre}}}
	received := slices.DeleteFunc(slices.Clone(s.c.Particulars.Materials), func(m cases.Material) bool {
		return m.State != cases.MaterialReceived && m.State != cases.MaterialSupplied && m.State != cases.MaterialFaulty
	})
	for i, m := range received {
		original := "复印件"
		if m.Original {
			original = "原件"
		}
		t.Rows = append(t.Rows, []print.Cell{{Text: strconv.Itoa(i + 1), Align: print.Centre}, {Text: m.Name}, {Text: count(m.Copies), Align: print.Centre},
			{Text: count(m.Pages), Align: print.Centre}, {Text: original, Align: print.Centre}, {Text: m.Fault}})
	}
	if len(t.Rows) == 0 {
		return print.Doc{}
	}
	received1 := cmp.Or(s.t.Received.Chinese(), f.today.Chinese())
	for i, copyFor := range []string{"第一联　交申请人", "第二联　存卷"} {
		if i > 0 {
			d.Blocks = append(d.Blocks, print.NewPage{})
		}
		d.Blocks = append(d.Blocks, form(s.office(), "接收材料清单",
			print.Text{Text: s.c.Number + "　　" + copyFor, Size: 11, Align: print.Right, Keep: true},
			print.Text{Text: "申请人：" + s.c.Joined(cases.Applicant), Size: 12, Keep: true},
			print.Text{Text: "被申请人：" + s.c.Joined(cases.Respondent), Size: 12, Keep: true}, print.Gap(4), t,
			print.Text{Text: "收到以上材料，不代表对材料真实性、合法性和是否符合受理条件的确认。", Size: 11, Before: 8, Indent: 2},
			print.Text{Text: "提交人（签名）：　　　　　　　　　　　　接收人（签名）：", Size: 12, Before: 28, Keep: true},
			print.Text{Text: "收件日期：" + received1, Size: 12, Before: 8})...)
	}
	return d
}

// count is a number to be shown, none for 0.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
