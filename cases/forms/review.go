package forms

import (
	"slices"

	"fuyi/cases"
)

// Printed heads of form 1 that are the same in all editions.
const (
	reviewTitle = "行政复议案件统计报表"
	formMaker   = "国务院法制办公室"
	formApprove = "国家统计局"
)

// levelColumn is a level with its printed name.
type levelColumn struct {
	id, label string
	level     Level
}

// respondentLevels are the levels of respondents as editions print them.
func respondentLevels(state bool) []levelColumn {
	out := []levelColumn{{"township", "乡镇政府", Township}, {"county_dept", "县级政府的部门", CountyDept}, {"county", "县级政府", County},
		{"city_dept", "市(地)级政府的部门", CityDept}, {"city", "市(地)级政府", City}, {"province_dept", "省级政府的部门", ProvinceDept}}
	if !state {
		return append(out, levelColumn{"province", "省部级行政机关", Province}, levelColumn{"other", "其他", OtherLevel})
	}
	return append(out, levelColumn{"province", "省级政府", Province}, levelColumn{"state_dept", "国务院部门", StateDept}, levelColumn{"other", "其他", OtherLevel})
}

// taking are the columns of the intake.
func taking() []Column {
	return []Column{
		{ID: "carried", Label: "上期结转", measure: when(isCarried, nil, "")},
		{ID: "received", Label: "本期新收", measure: when(isReceived, nil, "")},
		{ID: "accepted", Label: "受理", measure: when(isAccepted, nil, "")},
		{ID: "persons", Label: "申请人总数", Unit: "人", measure: sum(isPersons, func(r *Record) int64 { return int64(r.persons) }, "按申请人人数合计")},
	}
}

// byRespondent are the columns of 被申请人. A level without a column of its own is 其他.
func byRespondent(state bool) []Column {
	var out []Column
	list := respondentLevels(state)
	for _, l := range list {
		in := []Level{l.level}
		switch {
		case l.level == Province && !state:
			in = append(in, StateDept, StateCouncil)
		case l.level == OtherLevel && state:
			in = append(in, StateCouncil)
		}
		says := "被申请人为" + l.label
		if l.level == OtherLevel {
			says = "被申请人为其他机关、组织，或者有两种以上的被申请人"
		}
		out = append(out, Column{ID: "respondent." + l.id, Heads: []string{"被申请人"}, Label: l.label, measure: when(isBase, levelIn(in...), says)})
	}
	return out
}

// byHost are the columns of 复议机关; council is true where 国务院 has one of its own.
func byHost(state, council bool) []Column {
	var out []Column
	for _, l := range respondentLevels(state) {
		if l.level == Township || l.level == OtherLevel {
			continue
		}
		in := []Level{l.level}
		if l.level == Province && !state {
			in = append(in, StateDept, StateCouncil)
		}
		if l.level == StateDept && !council {
			in = append(in, StateCouncil)
		}
		out = append(out, Column{ID: "host." + l.id, Heads: []string{"复议机关"}, Label: l.label, measure: when(isBase, hostIn(in...), "复议机关为"+l.label)})
	}
	if council {
		out = append(out, Column{ID: "host.state_council", Heads: []string{"复议机关"}, Label: "国务院", measure: when(isBase, hostIn(StateCouncil), "复议机关为国务院")})
	}
	return out
}

// matterColumn is a column of 申请复议事项.
type matterColumn struct {
	id    string
	heads []string
	label string
	in    []Matter
}

// byMatter makes the columns; what has no column of its own is 其他.
func byMatter(list []matterColumn) []Column {
	var out []Column
	var named []Matter
	for _, m := range list {
		named = append(named, m.in...)
	}
	for _, m := range list {
		in, says := m.in, "申请复议事项为"+m.label
		if len(m.heads) > 1 {
			says = "申请复议事项为" + m.heads[1] + "（" + m.label + "）"
		}
		if slices.Contains(in, OtherMatter) {
			says = "申请复议事项为其他事项，或者有两种以上的事项"
			for x := range Matter(matters) {
				if !slices.Contains(named, x) {
					in = append(slices.Clone(in), x)
				}
			}
		}
		out = append(out, Column{ID: "matter." + m.id, Heads: m.heads, Label: m.label, measure: when(isBase, matterIn(in...), says)})
	}
	return out
}

// matterHead is the group head of matters.
const matterHead = "申请复议事项"

func penalties() []Matter { return []Matter{Detention, Confiscation, Fine, OtherPenalty} }
func force() []Matter     { return []Matter{ForceOnPerson, ForceOnThings} }

// plainMatters are those of 2015 and 2016, and with complaint false the ones that 2010 has unsplit.
func plainMatters(complaint bool) []matterColumn {
	h := []string{matterHead}
	out := []matterColumn{{"levy", h, "行政征收", []Matter{Levy}}, {"licence", h, "行政许可", []Matter{Licence}}, {"ownership", h, "行政确权", []Matter{Ownership}},
		{"confirmation", h, "行政确认", []Matter{Confirmation}}, {"disclosure", h, "信息公开", []Matter{Disclosure}}}
	if complaint {
		out = append(out, matterColumn{"complaint", h, "举报投诉处理", []Matter{Complaint}})
	}
	return append(out, matterColumn{"omission", h, "行政不作为", []Matter{Omission}}, matterColumn{"other", h, "其他", []Matter{OtherMatter}})
}

func mergedMatters() []matterColumn {
	h := []string{matterHead}
	return append([]matterColumn{{"penalty", h, "行政处罚", penalties()}, {"force", h, "行政强制", force()}}, plainMatters(true)...)
}

// concludedHead is the group head of results.
const concludedHead = "已审结"

// resultColumn is a column of results under 已审结, and below it of 终止.
type resultColumn struct {
	id, label string
	ending    bool
	in        []Result
}

// byResult makes the columns of 已审结, the sum first.
func byResult(list []resultColumn) []Column {
	out := []Column{{ID: "concluded", Heads: []string{concludedHead}, Label: "总计", measure: when(isConcluded, nil, "")}}
	for _, x := range list {
		heads, says := []string{concludedHead}, "审理结果为"+x.label
		if x.ending {
			heads, says = append(heads, "终止"), "审理结果为终止（"+x.label+"）"
		}
		if slices.Contains(x.in, OtherEnd) {
			says = "审理结果不属于前列各种"
		}
		out = append(out, Column{ID: "result." + x.id, Heads: heads, Label: x.label, measure: when(isConcluded, resultIn(x.in...), says)})
	}
	return out
}

func decisions() []resultColumn {
	return []resultColumn{{"refused", "驳回", false, []Result{Refused}}, {"upheld", "维持", false, []Result{Upheld}}, {"illegal", "确认违法", false, []Result{Illegal}},
		{"revoked", "撤销", false, []Result{Revoked}}, {"altered", "变更", false, []Result{Altered}}, {"ordered", "责令履行", false, []Result{Ordered}}}
}

func openColumn() []Column {
	return []Column{{ID: "open", Label: "未审结", measure: when(isOpen, nil, "")}}
}

func normColumn() []Column {
	return []Column{{ID: "norm", Label: "对规范性文件附带审查", Part: true, measure: when(isReceived, flagged(reviewed), "申请附带审查规范性文件")}}
}

func damageColumns() []Column {
	h := []string{"行政赔偿"}
	return []Column{
		{ID: "damages.cases", Heads: h, Label: "件数", Part: true, measure: when(isDamages, nil, "")},
		{ID: "damages.amount", Heads: h, Label: "赔偿数额(元)", Unit: unitYuan, Part: true, measure: sum(isDamages, func(r *Record) int64 { return r.claimed }, "按登记的赔偿数额合计")},
	}
}

func letterColumns() []Column {
	h := []string{"行政复议意见书"}
	return []Column{
		{ID: "letters.issued", Heads: h, Label: "制发数", Unit: "份", Part: true, measure: sum(isConcluded, func(r *Record) int64 { return int64(r.letters) }, "按制发的意见书份数合计")},
		{ID: "letters.done", Heads: h, Label: "落实数", Unit: "份", Part: true, measure: sum(isConcluded, func(r *Record) int64 { return int64(min(r.done, r.letters)) }, "按收到反馈的意见书份数合计")},
	}
}

func review2010() *Edition {
	split := append([]matterColumn{
		{"penalty.detention", []string{matterHead, "行政处罚"}, "拘留", []Matter{Detention}}, {"penalty.confiscation", []string{matterHead, "行政处罚"}, "没收", []Matter{Confiscation}},
		{"penalty.fine", []string{matterHead, "行政处罚"}, "罚款", []Matter{Fine}}, {"penalty.other", []string{matterHead, "行政处罚"}, "其他", []Matter{OtherPenalty}},
		{"force.person", []string{matterHead, "行政强制措施"}, "对人身的强制措施", []Matter{ForceOnPerson}}, {"force.property", []string{matterHead, "行政强制措施"}, "对财产的强制措施", []Matter{ForceOnThings}},
	}, plainMatters(false)...)
	ends := append(decisions(), resultColumn{"mediated", "调解", false, []Result{Mediated}}, resultColumn{"settled", "和解协议", true, []Result{Settled}},
		resultColumn{"withdrawn", "自愿撤回申请", true, []Result{Withdrawn}}, resultColumn{"corrected", "被申请人改变后撤回申请", true, []Result{Corrected}},
		resultColumn{"ended", "其他", true, []Result{Ended}}, resultColumn{"other", "其他", false, []Result{OtherEnd}})
	return &Edition{ID: "form1-2010", Kind: cases.Reconsideration, Title: reviewTitle, Name: "2010年版", Number: "国法复统字1号", Maker: formMaker, Approver: formApprove,
		Approval: "国统制[2010]103号", Valid: "2012年8月26日", First: 2010, Last: 2014, Official: true, Note: "栏目的印刷序号按已知的分组顺序推定。",
		Columns: numbered(taking(), byRespondent(false), byHost(false, false), byMatter(split), byResult(ends), openColumn(), damageColumns()), Rows: rows2010()}
}

func review2015() *Edition {
	ends := append(decisions(), resultColumn{"mediated", "调解", false, []Result{Mediated}}, resultColumn{"withdrawn", "撤回申请", true, []Result{Withdrawn, Corrected}},
		resultColumn{"settled", "和解协议", true, []Result{Settled}}, resultColumn{"ended", "其他", true, []Result{Ended}}, resultColumn{"other", "其他", false, []Result{OtherEnd}})
	return &Edition{ID: "form1-2015", Kind: cases.Reconsideration, Title: reviewTitle, Name: "2015年版", Number: "国法复统字1号", Maker: formMaker, Approver: formApprove,
		Approval: "国统制[2010]103号", First: 2015, Last: 2015, Official: true,
		Columns: numbered(taking(), byRespondent(true), byHost(true, false), byMatter(mergedMatters()), byResult(ends), openColumn(), damageColumns()), Rows: rows2015()}
}

func review2016() *Edition {
	ends := append(decisions(), resultColumn{"mediated", "调解(和解)", true, []Result{Mediated, Settled}},
		resultColumn{"ended", "其他", true, []Result{Withdrawn, Corrected, Ended}}, resultColumn{"other", "其他", false, []Result{OtherEnd}})
	return &Edition{ID: "form1-2016", Kind: cases.Reconsideration, Title: reviewTitle, Name: "2016年版", Number: "国法复统字1号", Maker: formMaker, Approver: formApprove,
		Approval: "国统制[2010]103号", First: 2016, Last: 2023, Official: true, Note: "2019年以后的行政管理类别名称没有公开的版本，可以用类别对照并入。",
		Columns: numbered(taking(), byRespondent(true), byHost(true, true), byMatter(mergedMatters()), byResult(ends), openColumn(), normColumn(), damageColumns(), letterColumns()), Rows: rows2015()}
}

// review2024 is put together from the law in force since 2024: no official edition is published. Its matters and results can be folded
// into those of 2016.
func review2024() *Edition {
	ends := append(decisions(), resultColumn{"mediated", "调解书结案", false, []Result{Mediated}}, resultColumn{"settled", "达成和解撤回", true, []Result{Settled}},
		resultColumn{"withdrawn", "自愿撤回", true, []Result{Withdrawn}}, resultColumn{"corrected", "被申请人改变或者纠正后撤回", true, []Result{Corrected}},
		resultColumn{"ended", "其他法定终止", true, []Result{Ended}}, resultColumn{"other", "其他", false, []Result{OtherEnd}})
	return &Edition{ID: "form1-2024", Kind: cases.Reconsideration, Title: reviewTitle, Name: "2024年起，拟订", First: 2024,
		Note:    "这一版没有公开的官方表式，栏目按2023年修订的行政复议法拟订，上报前请以上级下发的表式为准。",
		Columns: numbered(taking(), byRespondent(true), byHost(true, true), byMatter(matters2024()), byResult(ends), openColumn(), normColumn(), damageColumns(), letterColumns()), Rows: rows2024()}
}

// matters2024 are the matters of the law in force since 2024.
func matters2024() []matterColumn {
	h := []string{matterHead}
	return []matterColumn{{"penalty", h, "行政处罚", penalties()}, {"force.measure", h, "行政强制", force()}, {"licence", h, "行政许可", []Matter{Licence}},
		{"ownership", h, "自然资源确权", []Matter{Ownership}}, {"levy", h, "征收征用及补偿", []Matter{Levy}}, {"compensation", h, "行政赔偿", []Matter{Compensation}},
		{"confirmation", h, "工伤认定、行政确认", []Matter{Confirmation}}, {"autonomy", h, "侵犯经营自主权", []Matter{Autonomy}}, {"competition", h, "排除、限制竞争", []Matter{Competition}},
		{"burden", h, "违法要求履行义务", []Matter{Burden}}, {"omission", h, "行政不作为", []Matter{Omission}}, {"payment", h, "行政给付", []Matter{Payment}},
		{"agreement", h, "行政协议", []Matter{Agreement}}, {"disclosure", h, "政府信息公开", []Matter{Disclosure}}, {"complaint", h, "举报投诉处理", []Matter{Complaint}},
		{"other", h, "其他", []Matter{OtherMatter}}}
}
