package forms

import (
	"slices"
	"strings"
)

// rows2010 are the 44 categories of the edition of 2010 (行政管理类别).
func rows2010() []string {
	return strings.Fields("公安 国家安全 劳动和社会保障 司法行政 民政 土地 地矿 环保 农业 水利 林业 城市规划 房屋拆迁 房屋登记 工商 " +
		"质监 商务 物价 能源 交通 信息产业 邮政 烟草专卖 税务 人民银行 证监 保监 银监 外汇 财政 统计 审计 海关 " +
		"商检 药监 卫生 计划生育 教育 文化 专利 商标 版权 旅游 其他")
}

// rows2015 are the 46 categories of the editions of 2015 and 2016.
func rows2015() []string {
	return strings.Fields("公安 国家安全 劳动和社会保障 司法行政 民政 土地 地矿 环保 农业 水利 林业 城乡规划 房屋征补(拆迁) " +
		"不动产登记 工商 安监 商务 物价 能源 交通运输 信息产业 邮政 烟草专卖 税务 人民银行 证监 保监 银监 外汇 " +
		"财政 统计 审计 海关 质检 食品安全 卫生计生 教育 文化 专利 商标 版权 旅游 新闻出版广电 发展改革 科技 其他")
}

// rows2024 follow the departments as they were after the reform of 2018; no official list is published.
func rows2024() []string {
	return strings.Fields("公安 国家安全 人力资源和社会保障 司法行政 民政 自然资源 生态环境 住房和城乡建设 城市管理(综合执法) " +
		"房屋征收补偿 不动产登记 交通运输 水利 农业农村 林业(园林绿化) 商务 文化和旅游 卫生健康 医疗保障 退役军人事务 " +
		"应急管理 市场监督管理 药品监管 知识产权 金融监管 证监 人民银行 外汇 税务 海关 财政 审计 统计 教育 科技 " +
		"工业和信息化 发展改革 邮政 烟草专卖 广播电视/新闻出版(版权) 体育 人防 乡镇街道综合 其他")
}

// synonyms lists names that mean one category in different editions and in offices' own lists; the first found in an edition is its
// row. Read only.
var synonyms = []string{
	"公安 治安 交警 交通管理 公安交管",
	"人力资源和社会保障 人力资源 劳动和社会保障 人力社保 人社 劳动社保 劳动保障 社会保障 社会保险 劳动监察",
	"司法行政 司法",
	"自然资源 土地 国土 国土资源 自然资源和规划",
	"地矿 矿产",
	"生态环境 环保 环境保护",
	"农业农村 农业",
	"水利 水务",
	"林业(园林绿化) 林业 园林绿化 园林",
	"住房和城乡建设 城乡建设 住建 城乡规划 城市规划 规划 建设 物业管理",
	"房屋征收补偿 房屋征补(拆迁) 房屋拆迁 房屋征补 征收补偿 拆迁",
	"不动产登记 房屋登记",
	"城市管理(综合执法) 城市管理 城管 综合执法 综合行政执法",
	"市场监督管理 工商 市场监管 市监 质监 质检",
	"药品监管 食品安全(药监) 药监 食品药品",
	"应急管理 安监 安全生产",
	"交通运输 交通",
	"文化和旅游 文化 旅游",
	// The edition of 2010 has a row of its own for it; later ones count it with 卫生.
	"计划生育 计生",
	"卫生健康 卫生计生 卫生 计划生育 计生",
	"商务",
	"发展改革 物价 能源",
	"工业和信息化 信息产业",
	"广播电视/新闻出版(版权) 新闻出版广电 版权",
	"知识产权 专利 商标",
	"海关 商检",
	"金融监管 银监 保监",
	"乡镇街道综合 街道综合 乡镇综合 街道 乡镇",
	"医疗保障 医保",
	"退役军人事务 退役军人",
	"税务 地税 国税",
}

// rowOf finds the row of an office's own category: by the mapping, by its name, by a name that means the same. Unknown ones are 其他, the
// last row.
func (e *Edition) rowOf(name string, mapping Mapping) (row int, known bool) {
	if to, ok := mapping[name]; ok {
		if i := slices.Index(e.Rows, to); i >= 0 {
			return i, true
		}
	}
	if i := slices.Index(e.Rows, name); i >= 0 {
		return i, true
	}
	for _, line := range synonyms {
		same := strings.Fields(line)
		if !slices.Contains(same, name) {
			continue
		}
		for _, s := range same {
			if i := slices.Index(e.Rows, s); i >= 0 {
				return i, true
			}
		}
	}
	return len(e.Rows) - 1, false
}
