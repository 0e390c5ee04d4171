package cli

import (
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/dossier"
)

// dossierJSON is the document of papers --json. Pages is the sum of the pages that are known, PagesUnknown counts the papers
// whose pages are not; Complete is true when nothing is missing for archiving. Archived is the day of archiving or "",
// Retention its term (保管期限).
type dossierJSON struct {
	Number       string        `json:"number"`
	Kind         cases.Kind    `json:"kind"`
	Papers       int           `json:"papers"`
	Pages        int           `json:"pages"`
	PagesUnknown int           `json:"pages_unknown"`
	Archived     calendar.Date `json:"archived"`
	Retention    string        `json:"retention"`
	Books        []bookJSON    `json:"books"`
	Complete     bool          `json:"complete"`
	Missing      []missingJSON `json:"missing"`
}

// bookJSON is one bound part of a volume (册); pages is 0 if they are not known of every paper.
type bookJSON struct {
	Volume      cases.Volume `json:"volume"`
	VolumeLabel string       `json:"volume_label"`
	Part        int          `json:"part"`
	Parts       int          `json:"parts"`
	Pages       int          `json:"pages"`
	Lines       []lineJSON   `json:"lines"`
}

// lineJSON is a paper with its place in the list of the book: serial is 顺序号, first and last are 页号, 0 where not known.
type lineJSON struct {
	Serial int `json:"serial"`
	First  int `json:"first_page"`
	Last   int `json:"last_page"`
	paperJSON
}

// paperJSON is a paper as papers and attach print it. Slot is the number of its heading in the standard order of the volume,
// kind the word for both that attach --kind takes. Searchable is true when find knows its text.
type paperJSON struct {
	ID           cases.PaperID `json:"id"`
	File         string        `json:"file"`
	Media        string        `json:"media"`
	Size         int64         `json:"size"`
	SHA256       string        `json:"sha256"`
	Volume       cases.Volume  `json:"volume"`
	VolumeLabel  string        `json:"volume_label"`
	Slot         int           `json:"slot"`
	Kind         string        `json:"kind"`
	Heading      string        `json:"heading"`
	Title        string        `json:"title"`
	DocumentNo   string        `json:"document_number"`
	Author       string        `json:"author"`
	Date         calendar.Date `json:"date"`
	Pages        int           `json:"pages"`
	Remark       string        `json:"remark"`
	Added        string        `json:"added"`
	By           string        `json:"by"`
	IsSearchable bool          `json:"searchable"`
}

// missingJSON is a paper that the dossier should have and has not; why is a sentence.
type missingJSON struct {
	Name        string       `json:"name"`
	Volume      cases.Volume `json:"volume"`
	VolumeLabel string       `json:"volume_label"`
	Slot        int          `json:"slot"`
	Heading     string       `json:"heading"`
	Why         string       `json:"why"`
}

func newDossierJSON(c *cases.Case, all []cases.Paper) dossierJSON {
	lacks := dossier.Complete(c, all)
	on, kept := dossier.Archived(c)
	out := dossierJSON{Number: c.Number, Kind: c.Kind, Papers: len(all), Archived: on, Retention: kept.Term, Complete: len(lacks) == 0}
	for _, p := range all {
		out.Pages += p.Pages
		if p.Pages == 0 {
			out.PagesUnknown++
		}
	}
	out.Books = each(dossier.Bind(c.Kind, all), func(b dossier.Book) bookJSON {
		return bookJSON{b.Volume, b.Volume.Label(), b.Part, b.Parts, b.Pages, each(b.Lines, func(l dossier.Line) lineJSON {
			return lineJSON{l.Serial, l.First, l.Last, newPaperJSON(c.Kind, l.Paper)}
		})}
	})
	out.Missing = each(lacks, func(m dossier.Missing) missingJSON {
		return missingJSON{m.Name, m.Volume, m.Volume.Label(), m.Slot, m.Label, m.Why}
	})
	return out
}

func newPaperJSON(k cases.Kind, p cases.Paper) paperJSON {
	h := dossier.HeadingOf(k, p.Volume, p.Slot)
	return paperJSON{
		ID: p.ID, File: p.File, Media: p.Media, Size: p.Size, SHA256: p.Hash, Volume: h.Volume, VolumeLabel: h.Volume.Label(), Slot: h.Slot,
		Kind: headingCode(h), Heading: h.Label, Title: p.Title, DocumentNo: p.Number, Author: p.Author, Date: p.Date, Pages: p.Pages,
		Remark: p.Remark, Added: p.Added, By: p.By, IsSearchable: p.Read,
	}
}
