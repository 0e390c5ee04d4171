package sample

import (
	"fmt"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// letter is a court's advice after a suit of the sample office (司法建议).
type letter struct {
	ground procedure.Ground
	// after and replied are days: from the judgment to the letter, from the letter to the reply.
	after, replied    int
	subject, measures string
	adopted           procedure.Adoption
}

// letters are the advice of the year after the suit of a place in it. It is read only.
var letters = map[[2]int]letter{
	{2020, 6}: {ground: procedure.AdviceGeneral, after: 12, replied: 40, subject: "规范强制拆除的催告、公告和送达程序", measures: "修订拆除工作流程，增加催告和送达的核查清单，组织一次专题培训",
		adopted: procedure.AdoptedFully},
	{2020, 9}: {ground: procedure.AdviceOnCase, after: 9, replied: 25, subject: "对告知的救济途径和期限予以更正", measures: "更正文书格式文本；历史文书不再逐件更正", adopted: procedure.AdoptedPartly},
}

// advise adds the court's advice after a judgment, with the reply.
func (b *builder) advise(w *record, year, n int, judged calendar.Date) {
	x, ok := letters[[2]int{year, n}]
	if !ok {
		return
	}
	on := b.after(judged, x.after)
	replied := b.after(on, x.replied)
	w.put(procedure.JudicialAdvice, on, &procedure.Detail{Ground: x.ground, Sender: w.c.Suit.Court, Subject: x.subject, Until: b.after(on, 55)}).Paper = fmt.Sprintf("苏法建〔%d〕%d号", year, 10+n)
	w.put(procedure.AdviceReplied, replied, &procedure.Detail{Adopted: x.adopted, Measures: x.measures}).Paper = fmt.Sprintf("姑司复函〔%d〕%d号", year, n)
}
