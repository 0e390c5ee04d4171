package model

import (
	"mime"
	"path/filepath"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/dossier"
)

// PaperForm is what the list says of a paper, as typed.
type PaperForm struct {
	Title, Number, Author, Date, Pages, Remark string
	// Heading is the place in dossier.Headings of the case's kind.
	Heading int

	paper cases.Paper
	in    *Dossier
}

// NewPaperForm fills a form with a paper as it stands.
func NewPaperForm(d *Dossier, p cases.Paper) *PaperForm {
	f := &PaperForm{Title: p.Title, Number: p.Number, Author: p.Author, Date: dayText(p), Remark: p.Remark, paper: p, in: d}
	if p.Pages > 0 {
		f.Pages = strconv.Itoa(p.Pages)
	}
	here := d.heading(p)
	for i, h := range dossier.Headings(d.Case.Kind) {
		if h.Volume == here.Volume && h.Slot == here.Slot {
			f.Heading = i
		}
	}
	return f
}

// Paper is the paper the form is about, as it stood.
func (f *PaperForm) Paper() cases.Paper { return f.paper }

// HeadingLabels are the headings to choose from, with their volume.
func HeadingLabels(k cases.Kind) []string {
	var out []string
	for _, h := range dossier.Headings(k) {
		out = append(out, h.Volume.Label()+"："+h.Label)
	}
	return out
}

// Changed reads the form: the paper with what was typed. What is wrong is an Invalid *cases.Error whose Fields are title, date
// and pages.
func (f *PaperForm) Changed(today calendar.Date) (cases.Paper, error) {
	p, wrong := f.paper, map[string]string{}
	p.Title, p.Number, p.Author, p.Remark = clean(f.Title), clean(f.Number), clean(f.Author), clean(f.Remark)
	if p.Title == "" {
		wrong["title"] = "请填写材料的题名。"
	}
	d, err := ReadDate(f.Date, today)
	if err != nil {
		wrong["date"] = "日期没有看懂，请写成 2026-3-5，不知道的不填。"
	}
	p.Date = d
	n, err := strconv.Atoi(clean(f.Pages))
	if clean(f.Pages) != "" && (err != nil || n < 0 || n > 99999) {
		wrong["pages"] = "页数请填数字，不知道的不填。"
	}
	p.Pages = n
	if h := dossier.Headings(f.in.Case.Kind)[f.Heading]; h.Volume != p.Volume || h.Slot != f.in.heading(f.paper).Slot {
		p.Volume, p.Slot = h.Volume, h.Slot
		p = f.in.placeAtEnd(p)
	}
	if len(wrong) > 0 {
		return p, &cases.Error{Op: "paper form", Kind: cases.Invalid, Msg: "这份材料还有填写不对的栏目，请按提示改正。", Fields: wrong}
	}
	return p, nil
}

func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

// mediaTypes are the kinds of files offices have, whatever the system knows of them; read only.
var mediaTypes = map[string]string{
	".pdf": "application/pdf", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".tif": "image/tiff", ".tiff": "image/tiff",
	".bmp": "image/bmp", ".webp": "image/webp", ".gif": "image/gif", ".txt": "text/plain", ".doc": "application/msword",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".wps": "application/vnd.ms-works", ".ofd": "application/ofd",
	".xls": "application/vnd.ms-excel", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

// MediaType is the media type of a file by its ending.
func MediaType(file string) string {
	ext := strings.ToLower(filepath.Ext(file))
	if m := mediaTypes[ext]; m != "" {
		return m
	}
	if m, _, err := mime.ParseMediaType(mime.TypeByExtension(ext)); err == nil && m != "" {
		return m
	}
	return "application/octet-stream"
}

// NewPaper is the paper that a file becomes, with what its name proposes.
func NewPaper(c *cases.Case, path string) cases.Paper {
	file := filepath.Base(path)
	p := dossier.Propose(c.Kind, file)
	return cases.Paper{Case: c.ID, File: file, Media: MediaType(file), Volume: p.Volume, Slot: p.Slot, Title: p.Title, Date: p.Date}
}

// PastedPaths reads file paths out of pasted text: one a line, in quotes or as file addresses.
func PastedPaths(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.Trim(strings.TrimSpace(line), `"'“”`)
		line = strings.TrimPrefix(line, "file://")
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}

// MergePaper applies to a paper as it stands now what a change from one state to another changed, and nothing else: meanwhile its
// pages may have been counted, or another window moved it.
func MergePaper(now, from, to cases.Paper) cases.Paper {
	merge(&now.Title, from.Title, to.Title)
	merge(&now.Number, from.Number, to.Number)
	merge(&now.Author, from.Author, to.Author)
	merge(&now.Date, from.Date, to.Date)
	merge(&now.Pages, from.Pages, to.Pages)
	merge(&now.Remark, from.Remark, to.Remark)
	merge(&now.Volume, from.Volume, to.Volume)
	merge(&now.Slot, from.Slot, to.Slot)
	merge(&now.Order, from.Order, to.Order)
	return now
}

func merge[T comparable](now *T, from, to T) {
	if from != to {
		*now = to
	}
}

// MergePapers does so for all that changed and are still there.
func MergePapers(now, from, to []cases.Paper) []cases.Paper {
	var out []cases.Paper
	for i := range from {
		for _, p := range now {
			if p.ID == from[i].ID {
				out = append(out, MergePaper(p, from[i], to[i]))
			}
		}
	}
	return out
}

// Kind is the kind of the case, which decides the headings.
func (f *PaperForm) Kind() cases.Kind { return f.in.Case.Kind }
