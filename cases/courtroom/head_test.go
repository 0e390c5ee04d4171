package courtroom

import (
	"strings"
	"testing"

	"fuyi/cases/procedure"
)

func TestCheckHead(t *testing.T) {
	const chief, deputy, other = procedure.ChiefHead, procedure.DeputyHead, procedure.OtherHead
	for _, tt := range []struct {
		post string
		rank procedure.Rank
		// want is a part of the only doubt, "" for none.
		want string
	}{
		{"局长", chief, ""},
		{"区长", chief, ""},
		{"街道办事处主任", chief, ""},
		{"党组书记、局长", chief, ""},
		{"代区长", chief, ""},
		{"副局长", deputy, ""},
		{"党组成员、副局长", deputy, ""},
		{"常务副区长", deputy, ""},
		{"副局长、四级调研员", deputy, ""},
		{"副区长兼公安分局局长", deputy, ""},
		{"党组成员", other, ""},
		{"总工程师", other, ""},
		{"纪检监察组组长", other, ""},
		{"副局级领导", other, ""},

		{"副局长", chief, "请改为副职负责人"},
		{"常务副区长", other, "请改为副职负责人"},
		{"局长", deputy, "正职请改为正职负责人"},
		{"主任", other, "请改为正职负责人"},
		{"党组成员", chief, "“党组成员”不是正职"},
		{"党组成员", deputy, "不是副职的职务名称"},
		{"总工程师", deputy, "不是副职的职务名称"},

		{"科长", other, "内设机构的负责人"},
		{"法制科科长", deputy, "内设机构的负责人"},
		{"法规科副科长", other, "内设机构的负责人"},
		{"征收处处长", deputy, "内设机构的负责人"},
		{"区政府办公室主任", other, "内设机构的负责人"},
		{"派出所所长", chief, "法律、法规、规章授权的组织"},
		{"执法大队大队长", other, "下级机关、派出机构"},
		{"副站长", deputy, "下级机关、派出机构"},
		{"社区居委会主任", chief, "受委托的组织"},
		{"征收服务公司总经理", chief, "受委托的组织"},
		{"四级调研员", other, "职级，不是领导职务"},
		{"一级主任科员", deputy, "职级，不是领导职务"},
		{"工作人员", other, "是工作人员"},
		{"法制员", other, "是工作人员"},
		{"律师", other, "律师或者法律服务人员"},
		{"法律顾问", other, "律师或者法律服务人员"},
		{"党工委书记", other, "党内职务"},
		{"联络人", other, "看不出“联络人”"},
		{"", chief, "没有写职务"},
		{"副区长", "", "按职务应为副职负责人"},
	} {
		got := Head{Name: "顾某某", Post: tt.post, Rank: tt.rank}.Doubts("")
		if tt.want == "" && len(got) > 0 || tt.want != "" && (len(got) != 1 || !strings.Contains(got[0], tt.want)) {
			t.Errorf("%s as %s: %q, want %q", tt.post, tt.rank, got, tt.want)
		}
		for _, s := range got {
			if !strings.Contains(s, "条") {
				t.Errorf("%s as %s: %q names no article", tt.post, tt.rank, s)
			}
		}
	}
}

func TestCheckHeadTellsSeveralDoubts(t *testing.T) {
	for _, tt := range []struct {
		post string
		rank procedure.Rank
		name string
		want []string
	}{
		{"局长", procedure.ChiefHead, "", []string{"没有写负责人的姓名"}},
		{"局长", procedure.ChiefHead, "顾某某、陆某某", []string{"像是写了几个人"}},
		{"局长", procedure.ChiefHead, "顾局长", []string{"把姓名和职务分开写"}},
		{"", "", "", []string{"没有写负责人的姓名", "没有写职务"}},
		{"党工委书记", procedure.ChiefHead, "顾某某", []string{"党内职务", "不能认作正职"}},
		{"副局长（主持工作）", procedure.ChiefHead, "顾某某", []string{"请改为副职负责人", "主持工作的副职仍是副职"}},
		{"原副区长", procedure.DeputyHead, "顾某某", []string{"不在任"}},
	} {
		got := Head{Name: tt.name, Post: tt.post, Rank: tt.rank}.Doubts("")
		if len(got) != len(tt.want) {
			t.Errorf("%s %s: %q, want %q", tt.post, tt.name, got, tt.want)
			continue
		}
		for i, w := range tt.want {
			if !strings.Contains(got[i], w) {
				t.Errorf("%s %s: %q, want %q", tt.post, tt.name, got[i], w)
			}
		}
	}
}

// A head of one organ is none of another: the head of a department does not stand for the government.
func TestHeadsBelongToTheirOrgan(t *testing.T) {
	for _, tt := range []struct {
		post, organ string
		rank        procedure.Rank
		want        string
	}{
		{"副区长", "苏州市姑苏区人民政府", procedure.DeputyHead, ""},
		{"副区长兼公安分局局长", "苏州市姑苏区人民政府", procedure.DeputyHead, ""},
		{"副区长兼公安分局局长", "苏州市公安局姑苏分局", procedure.ChiefHead, ""},
		{"党组成员", "苏州市姑苏区人民政府", procedure.OtherHead, ""},
		{"局长", "苏州市姑苏区人民政府", procedure.ChiefHead, "其部门或者下级机关的负责人"},
		{"街道办事处副主任", "苏州市姑苏区人民政府", procedure.DeputyHead, "其部门或者下级机关的负责人"},
		{"副区长", "苏州市姑苏区民政局", procedure.DeputyHead, "是政府的负责人"},
		{"副镇长", "某某镇人民政府", procedure.DeputyHead, ""},
		{"副区长", "姑苏区政府", procedure.DeputyHead, ""},
		{"副区长", "区政府", procedure.DeputyHead, ""},
		{"副镇长", "苏州市姑苏区人民政府", procedure.DeputyHead, "其部门或者下级机关的负责人"},
		{"局长", "姑苏区政府", procedure.ChiefHead, "其部门或者下级机关的负责人"},
		{"分局局长", "苏州市公安局", procedure.ChiefHead, "其他机关或者下级机关"},
		{"姑苏分局副局长", "苏州市公安局", procedure.DeputyHead, "其他机关或者下级机关"},
		{"分局局长", "苏州市公安局姑苏分局", procedure.ChiefHead, ""},
		{"综合执法局副局长", "平江街道办事处", procedure.DeputyHead, "其他机关或者下级机关"},
		{"街道办事处副主任", "平江街道办事处", procedure.DeputyHead, ""},
		{"住建局局长", "苏州市姑苏区住房和建设局", procedure.ChiefHead, ""},
		{"姑苏区住建局党组副书记、常务副局长", "苏州市姑苏区住房和建设局", procedure.DeputyHead, ""},
		{"住建委主任", "苏州市姑苏区住房和建设委员会", procedure.ChiefHead, ""},
		{"公安局长", "苏州市公安局", procedure.ChiefHead, ""},
		{"苏州市公安局局长", "市公安局", procedure.ChiefHead, ""},
		{"派出所所长", "姑苏公安分局平江派出所", procedure.ChiefHead, ""},
		{"副大队长", "姑苏区交通运输综合执法大队", procedure.DeputyHead, ""},
	} {
		if r := RankOf(tt.post, tt.organ); r != tt.rank {
			t.Errorf("%s of %s has the rank %s", tt.post, tt.organ, r)
		}
		got := Head{Name: "顾某某", Post: tt.post, Rank: tt.rank}.Doubts(tt.organ)
		if tt.want == "" && len(got) > 0 || tt.want != "" && (len(got) != 1 || !strings.Contains(got[0], tt.want)) {
			t.Errorf("%s of %s: %q, want %q", tt.post, tt.organ, got, tt.want)
		}
	}
}

// Ledgers and the check of heads ask one table who is none.
func TestNotHead(t *testing.T) {
	for _, tt := range []struct {
		text, organ, post, name string
		none                    bool
	}{
		{"副局长张某", "甲局", "副局长", "张某", false},
		{"张某", "甲局", "", "张某", false},
		{"党工委书记李某", "甲街道办事处", "党工委书记", "李某", false},
		{"负责人李某", "甲局", "负责人", "李某", false},
		{"科长张某", "甲局", "科长", "张某", true},
		{"律师王某", "甲局", "律师", "王某", true},
		{"执法大队队长李某", "甲局", "执法大队队长", "李某", true},
		{"副大队长李某", "甲区执法大队", "副大队长", "李某", false},
		{"办公室主任赵某", "甲区人民政府", "办公室主任", "赵某", true},
		{"办公室主任赵某", "甲区房屋征收办公室", "办公室主任", "赵某", false},
		{"居委会主任钱某", "甲局", "居委会主任", "钱某", true},
		{"副科长孙某", "甲局", "副科长", "孙某", true},
		{"四级调研员周某", "甲局", "四级调研员", "周某", true},
	} {
		post, name := CutPost(tt.text)
		if post != tt.post || name != tt.name {
			t.Errorf("%s: post %q, name %q", tt.text, post, name)
		}
		if why := NotHead(post, tt.organ); (why != "") != tt.none || tt.none && !strings.Contains(why, "条") {
			t.Errorf("%s of %s: %q", tt.text, tt.organ, why)
		}
	}
}
