package cli

import (
	"fmt"
	"strings"

	"fuyi/cases"
	"fuyi/cases/dossier"
)

// headingCode is the word that names a heading: main-18. It never changes its meaning, as the slot never does.
func headingCode(h dossier.Heading) string { return fmt.Sprintf("%s-%d", h.Volume, h.Slot) }

// headingWords are the volume and the name of a heading.
func headingWords(h dossier.Heading) string { return h.Volume.Label() + "：" + h.Label }

// chooseHeading finds the heading that a word names: its code, its name, or a part of the name that only one heading has. 正卷 or
// 副卷 with a colon before it narrows the choice to that volume.
func chooseHeading(k cases.Kind, word string) (dossier.Heading, error) {
	word = strings.ReplaceAll(strings.TrimSpace(word), ":", "：")
	var exact, part []dossier.Heading
	for _, h := range dossier.Headings(k) {
		switch name := headingWords(h); {
		case word == headingCode(h), word == h.Label, word == name:
			exact = append(exact, h)
		case word != "" && contains(h, word):
			part = append(part, h)
		}
	}
	fits := exact
	if len(fits) == 0 {
		fits = part
	}
	switch len(fits) {
	case 1:
		return fits[0], nil
	case 0:
		return dossier.Heading{}, refused("attach", "%s的卷宗里没有“%s”这个类目，没有加入任何材料。全部类目见 fuyi attach --kinds。", k.Label(), word)
	}
	names := make([]string, len(fits))
	for i, h := range fits {
		names[i] = headingCode(h) + "（" + headingWords(h) + "）"
	}
	return dossier.Heading{}, refused("attach", "“%s”可以是几个类目，没有加入任何材料。请写明是哪一个：%s。", word, strings.Join(names, "、"))
}

// contains reports whether a heading's name has a word, in the volume that the word begins with if it does.
func contains(h dossier.Heading, word string) bool {
	if volume, rest, ok := strings.Cut(word, "："); ok {
		return volume == h.Volume.Label() && rest != "" && strings.Contains(h.Label, rest)
	}
	return strings.Contains(h.Label, word)
}

// headingJSON is one element of attach --kinds --json.
type headingJSON struct {
	Case        cases.Kind   `json:"case"`
	Kind        string       `json:"kind"`
	Volume      cases.Volume `json:"volume"`
	VolumeLabel string       `json:"volume_label"`
	Slot        int          `json:"slot"`
	Heading     string       `json:"heading"`
}

// printHeadings lists the headings of both kinds of case in the standard order.
func (a *app) printHeadings() error {
	kinds := []cases.Kind{cases.Reconsideration, cases.Litigation}
	if a.json {
		var out []headingJSON
		for _, k := range kinds {
			for _, h := range dossier.Headings(k) {
				out = append(out, headingJSON{k, headingCode(h), h.Volume, h.Volume.Label(), h.Slot, h.Label})
			}
		}
		return writeJSON(a.out, out)
	}
	for i, k := range kinds {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		fmt.Fprintln(a.out, k.Label())
		var rows pairs
		for _, h := range dossier.Headings(k) {
			rows.add(gap+headingCode(h), headingWords(h))
		}
		rows.write(a.out)
	}
	return nil
}
