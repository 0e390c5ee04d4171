// Package dossier knows how the papers of a case are kept (案卷归档): the headings of the two volumes in their standard order,
// where a paper belongs by its name, how papers are bound and numbered, what a case must have left in its dossier and how long
// the dossier is kept. The window and the printed lists both read it here, so that they cannot disagree.
package dossier

import (
	"cmp"
	"slices"

	"fuyi/cases"
)

// Heading is a heading of the standard order of a volume (卷内文件排列顺序). Cover, list and back are made by the program and take
// no papers; they are no headings here.
type Heading struct {
	Volume cases.Volume
	// Slot is its number in the standard order, kept in the office file: it never changes its meaning.
	Slot int
	// Label is its name.
	Label string
}

// Other is the slot of what fits no heading (其他材料), after all others.
const Other = 99

const (
	main     = cases.MainVolume
	internal = cases.InternalVolume
)

// reviewOrder is the order of a reconsideration, read only.
var reviewOrder = []Heading{
	{main, 3, "申请书、口头申请笔录"}, {main, 4, "申请人身份、代理材料"}, {main, 5, "申请人证据"}, {main, 6, "补正材料"},
	{main, 7, "受理或者不予受理文书"}, {main, 8, "答复通知书"}, {main, 9, "被申请人答复、证据和依据"}, {main, 10, "第三人材料"},
	{main, 11, "停止执行材料"}, {main, 12, "中止、恢复、延期等程序文书"}, {main, 13, "附带审查材料"}, {main, 14, "听取意见记录"},
	{main, 15, "调查、勘验、鉴定材料"}, {main, 16, "听证材料"}, {main, 17, "调解、和解、撤回材料"}, {main, 18, "决定书、终止决定书、调解书"},
	{main, 19, "意见书、建议书及反馈"}, {main, 20, "抄告、责令履行及履行证明"}, {main, 21, "送达回证"}, {main, 22, "诉讼材料"}, {main, 23, "备考表"},
	{internal, 3, "立案、受理审批表"}, {internal, 4, "其他审批表"}, {internal, 5, "审理报告"}, {internal, 6, "集体讨论笔录"},
	{internal, 7, "委员会咨询材料"}, {internal, 8, "领导批示"}, {internal, 9, "决定书草稿、签发稿"}, {internal, 10, "法律研究材料"},
	{internal, 11, "内部往来、线索移送"}, {internal, 12, "公开审批、隐名处理记录"}, {internal, 13, "备考表"},
}

// suitOrder is the order of a suit, read only.
var suitOrder = []Heading{
	{main, 3, "应诉通知书、起诉状副本"}, {main, 4, "原告证据"}, {main, 5, "答辩状、证据和依据"}, {main, 6, "委托手续、负责人出庭材料"},
	{main, 7, "传票、庭审笔录、代理词"}, {main, 8, "裁判文书"}, {main, 9, "上诉、再审、抗诉材料"}, {main, 10, "履行材料、司法建议及回复"},
	{main, 11, "送达回证"}, {main, 12, "备考表"},
	{internal, 3, "审批表"}, {internal, 4, "讨论、研究材料"}, {internal, 5, "领导批示"}, {internal, 6, "备考表"},
}

// Headings are the headings of both volumes of a kind of case, 其他材料 last in each.
func Headings(k cases.Kind) []Heading {
	list := reviewOrder
	if k == cases.Litigation {
		list = suitOrder
	}
	var out []Heading
	for _, v := range []cases.Volume{main, internal} {
		for _, h := range list {
			if h.Volume == v {
				out = append(out, h)
			}
		}
		out = append(out, Heading{v, Other, "其他材料"})
	}
	return out
}

// HeadingOf is the heading of a volume and slot; a slot that the order does not have is 其他材料, a volume that is neither of the
// two the 正卷.
func HeadingOf(k cases.Kind, v cases.Volume, slot int) Heading {
	if v != internal {
		v = main
	}
	all := Headings(k)
	if i := slices.IndexFunc(all, func(h Heading) bool { return h.Volume == v && h.Slot == slot }); i >= 0 {
		return all[i]
	}
	return Heading{v, Other, "其他材料"}
}

// Sort gives the papers in the order in which they are bound: 正卷 before 副卷, by heading, by their place under it; papers of one
// place by the order in which they came. The argument stays as it is.
func Sort(k cases.Kind, papers []cases.Paper) []cases.Paper {
	out := slices.Clone(papers)
	slices.SortStableFunc(out, func(a, b cases.Paper) int {
		return cmp.Or(cmp.Compare(rank(a.Volume), rank(b.Volume)), cmp.Compare(HeadingOf(k, a.Volume, a.Slot).Slot, HeadingOf(k, b.Volume, b.Slot).Slot),
			cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func rank(v cases.Volume) int {
	if v == internal {
		return 1
	}
	return 0
}
