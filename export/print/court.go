package print

import "fuyi/cases"

// CourtPaper is a paper to a court, in the measures of official letters.
func CourtPaper(p cases.CourtPaper) Doc {
	blocks := []Block{Text{Text: p.Title, Size: titleSize, Bold: true, Align: Centre, Leading: 1.5, Keep: true}, Gap(bodyPitch * 0.6)}
	signer, date := "", ""
	for i, x := range p.Blocks {
		// No page carries the signature alone.
		last := i >= len(p.Blocks)-carried
		switch x.Kind {
		case cases.CourtAddress:
			blocks = append(blocks, body(x.Text, 0))
		case cases.CourtEntry:
			blocks = append(blocks, labelled(x.Label+"：", x.Text, 9, last))
		case cases.CourtAnnex:
			if i > 0 && p.Blocks[i-1].Kind != x.Kind {
				blocks = append(blocks, Text{Text: "", Size: 8, Pitch: bodyPitch * 0.5, Keep: true})
			}
			blocks = append(blocks, labelled(x.Label, x.Text, 3, last))
		case cases.CourtSigner:
			signer = x.Text
		case cases.CourtDate:
			date = x.Text
		default:
			blocks = append(blocks, Text{Text: x.Text, Size: bodySize, Pitch: bodyPitch, Indent: 2, Justify: true, Keep: last})
		}
	}
	return Doc{Format: Official(), Title: p.Title, Author: signer, Blocks: append(blocks, signed(signer, date)...), Foot: dashes}
}

// carried is how many parts at the end of a paper stay on one page: the signature, the date and what stands before them.
const carried = 5

// labelled is a line with a label of so many characters, indented as the text is.
func labelled(label, text string, width float64, keep bool) Block {
	return Text{Keep: keep, Text: text, Label: "　　" + label, Hang: 2 + width, Size: bodySize, Pitch: bodyPitch}
}
