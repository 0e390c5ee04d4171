package litigation

import (
	"fmt"
	"slices"
	"strings"

	"fuyi/cases/procedure"
)

// The text of a bulletin, worded from its numbers.

// period names what was counted; a period that has not ended is named by its days, for it is no year yet.
func (b *Bulletin) period() string {
	if b.AsOf < b.To && b.AsOf >= b.From {
		return PeriodTitle(b.From, b.AsOf)
	}
	return PeriodTitle(b.From, b.To)
}

// whose names the suits alone counted, "" for those of the whole district.
func (b *Bulletin) whose() string {
	switch {
	case b.scope.Organ != "":
		return b.short(b.scope.Organ) + "为被告的案件"
	case b.scope.Own:
		return "政府为被告的案件"
	}
	return ""
}

// single reports whether the bulletin is about one organ only.
func (b *Bulletin) single() bool { return b.scope.Own || b.scope.Organ != "" }

// write words the bulletin: its purpose, the suits, the heads in court, the losses, and what is asked of the organs, which the office writes.
func (b *Bulletin) write(r *Register) {
	opening := fmt.Sprintf("现将%s%s行政机关负责人出庭应诉和行政案件败诉情况通报如下", b.period(), b.whose())
	if b.AsOf < b.To {
		opening += "（统计截至" + b.AsOf.Chinese() + "）"
	}
	b.part("", opening+"：")
	b.part("一、总体情况", b.suitsText())
	b.part("二、负责人出庭应诉情况", b.attendanceText(), b.organText("负责人未出庭的机关", func(x *BulletinRow) int { return len(x.Absent) }))
	b.part("三、败诉情况", b.lossText(), b.organText("败诉的机关", func(x *BulletinRow) int { return len(x.Lost) }), b.adviceText(r))
	b.Parts = append(b.Parts, Part{"四、工作要求", []string{toFill}})
}

func (b *Bulletin) part(heading string, texts ...string) {
	texts = slices.DeleteFunc(texts, func(s string) bool { return s == "" })
	b.Parts = append(b.Parts, Part{heading, texts})
	b.Paragraphs = append(b.Paragraphs, texts...)
}

func (b *Bulletin) suitsText() string {
	t := &b.Total
	text := fmt.Sprintf("%s，新收行政应诉案件%d件，审结%d件。", b.period(), len(t.Received), len(t.Concluded))
	if b.left > 0 && b.scope.Organ == "" {
		text += fmt.Sprintf("上年同期有案件开庭、本期没有应诉案件的机关%d个，附件不再列出。", b.left)
	}
	return text
}

func (b *Bulletin) attendanceText() string {
	t := &b.Total
	if len(t.Heard) == 0 {
		return "本期没有开庭审理的应诉案件。"
	}
	text := fmt.Sprintf("开庭审理%d件，行政机关负责人出庭%d件，", len(t.Heard), len(t.Came))
	if n := len(t.Unrecorded); n > 0 {
		text += fmt.Sprintf("没有登记出庭情况%d件，", n)
	}
	text += fmt.Sprintf("出庭率%s，其中正职负责人出庭%d件。", Percent(len(t.Came), len(t.Known), 1), len(t.Chief))
	if n := len(t.KnownBefore); n > 0 {
		text += fmt.Sprintf("上年同期出庭率%s，%s。", Percent(len(t.CameBefore), n, 1), pointsText(len(t.Came), len(t.Known), len(t.CameBefore), n))
	}
	if n := len(t.Joint); n > 0 {
		text += fmt.Sprintf("商定由共同被告的负责人出庭%d件。", n)
	}
	if n := len(t.Absent); n > 0 {
		what := "没有任何被告的负责人出庭的案件"
		if b.single() {
			what = "负责人未出庭"
		}
		text += fmt.Sprintf("%s%d件，其中书面说明理由%d件。", what, n, len(t.Explained))
	}
	return text
}

func (b *Bulletin) lossText() string {
	t := &b.Total
	switch {
	case len(t.Concluded) == 0:
		return "本期没有审结的应诉案件。"
	case len(t.Lost) == 0:
		return "没有败诉案件。"
	}
	return fmt.Sprintf("败诉%d件，占审结案件的%s。", len(t.Lost), Percent(len(t.Lost), len(t.Concluded), 1)) + b.causesText()
}

// causesText counts why the suits were lost, in the order of the list of causes.
func (b *Bulletin) causesText() string {
	var out []string
	for _, c := range procedure.LossCauses() {
		n := 0
		for _, x := range b.Lost {
			if slices.Contains(strings.Split(x.Causes, "、"), procedure.LossCauseLabel(c)) {
				n++
			}
		}
		if n > 0 {
			out = append(out, fmt.Sprintf("%s%d件", procedure.LossCauseLabel(c), n))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "败诉原因涉及" + strings.Join(out, "、") + "。"
}

// organText names the organs of which a number is not zero, the largest first.
func (b *Bulletin) organText(what string, count func(*BulletinRow) int) string {
	if b.single() {
		return ""
	}
	rows := slices.Clone(b.Rows)
	slices.SortStableFunc(rows, func(x, y BulletinRow) int { return count(&y) - count(&x) })
	var out []string
	for i := range rows {
		if n := count(&rows[i]); n > 0 {
			out = append(out, fmt.Sprintf("%s%d件", b.short(rows[i].Organ), n))
		}
	}
	if len(out) == 0 {
		return ""
	}
	text := what + "：" + strings.Join(out, "、") + "。"
	if what == "负责人未出庭的机关" && len(out) > 1 {
		text += "共同被告的案件按被告分别计算。"
	}
	return text
}
