package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/dossier"
	"fuyi/cases/procedure"
)

// Dossier is the dossier page of a case (卷宗): its papers under the headings of the standard order, what is missing, and what was
// put into the bin. It is replaced as a whole when the office was read anew; what is chosen and folded lives in the pane.
type Dossier struct {
	Case   *cases.Case
	Papers []cases.Paper
	Bin    []cases.Paper
	Parts  []DossierPart
	// Missing is what this outcome asks for and is not there.
	Missing []dossier.Missing
	// Pages is the number of pages known, Unknown how many papers have none, Books the number of parts (册) of both volumes.
	Pages, Unknown, Books int
	order                 []cases.PaperID
}

// DossierPart is one volume.
type DossierPart struct {
	Volume   cases.Volume
	Title    string
	Headings []HeadingView
	Papers   int
}

// HeadingView is a heading with its papers.
type HeadingView struct {
	dossier.Heading
	// Name has the running number among the headings, e.g. 3 申请书、口头申请笔录.
	Name   string
	Papers []PaperView
	// Missing names what is missing here, "" for nothing.
	Missing string
}

// PaperView is one line of the list.
type PaperView struct {
	Paper cases.Paper
	Title string
	// Facts are 文号, 责任者 and date, those that are known; Span the pages 起-止; Size the size in words.
	Facts, Span, Size string
	Kind              MediaKind
	// Remark is 备注, or that the text cannot be searched.
	Remark string
}

// MediaKind is a kind of file, as its icon shows it.
type MediaKind string

// Kinds of files.
const (
	MediaPDF     MediaKind = "PDF"
	MediaPicture MediaKind = "图片"
	MediaText    MediaKind = "文档"
	MediaOther   MediaKind = "文件"
)

// pictureTypes are the pictures that the reader draws; others are opened in the system's program. Read only.
var pictureTypes = []string{"image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff", "image/webp"}

// MediaOf sorts a media type.
func MediaOf(media string) MediaKind {
	switch {
	case media == "application/pdf":
		return MediaPDF
	case slices.Contains(pictureTypes, media):
		return MediaPicture
	case strings.HasPrefix(media, "text/"), strings.Contains(media, "word"):
		return MediaText
	}
	return MediaOther
}

// Readable reports whether the reader of the window shows a paper; any other is opened in the system's program.
func Readable(p cases.Paper) bool {
	k := MediaOf(p.Media)
	return k == MediaPDF || k == MediaPicture
}

// NewDossier arranges the papers of a case.
func NewDossier(c *cases.Case, papers, bin []cases.Paper) *Dossier {
	d := &Dossier{Case: c, Bin: bin, Papers: dossier.Sort(c.Kind, papers), Missing: dossier.Complete(c, papers)}
	books := dossier.Bind(c.Kind, papers)
	d.Books = len(books)
	for _, v := range []cases.Volume{cases.MainVolume, cases.InternalVolume} {
		d.Parts = append(d.Parts, d.part(v, books))
	}
	for _, p := range d.Papers {
		d.order = append(d.order, p.ID)
		d.Pages += p.Pages
		if p.Pages == 0 {
			d.Unknown++
		}
	}
	return d
}

// heading is where a paper is shown; a slot that the order does not have is 其他材料.
func (d *Dossier) heading(p cases.Paper) dossier.Heading {
	return dossier.HeadingOf(d.Case.Kind, p.Volume, p.Slot)
}

func (d *Dossier) part(v cases.Volume, books []dossier.Book) DossierPart {
	part := DossierPart{Volume: v, Title: v.Label()}
	n := 0
	for _, h := range dossier.Headings(d.Case.Kind) {
		if h.Volume != v {
			continue
		}
		n++
		view := HeadingView{Heading: h, Name: fmt.Sprintf("%d　%s", n, h.Label), Missing: d.missingAt(h)}
		for _, b := range books {
			for _, l := range b.Lines {
				if d.heading(l.Paper) == h {
					view.Papers = append(view.Papers, paperView(l, b))
					part.Papers++
				}
			}
		}
		part.Headings = append(part.Headings, view)
	}
	return part
}

func (d *Dossier) missingAt(h dossier.Heading) string {
	var names []string
	for _, m := range d.Missing {
		if m.Heading == h {
			names = append(names, m.Name)
		}
	}
	return strings.Join(names, "、")
}

func paperView(l dossier.Line, b dossier.Book) PaperView {
	p := l.Paper
	v := PaperView{Paper: p, Title: cmp.Or(p.Title, p.File), Size: SizeWord(p.Size), Kind: MediaOf(p.Media), Remark: p.Remark}
	var facts []string
	for _, f := range []string{p.Number, p.Author, dayText(p)} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	v.Facts = strings.Join(facts, "　")
	switch span := l.Span(); {
	case p.Pages == 0:
		v.Span = "页数未填"
	case span == "":
		v.Span = fmt.Sprintf("%d页", p.Pages)
	default:
		v.Span = "第" + strings.ReplaceAll(span, "-", "－") + "页"
	}
	if b.Parts > 1 && l.First > 0 {
		v.Span = fmt.Sprintf("%d册", b.Part) + v.Span
	}
	return v
}

func dayText(p cases.Paper) string {
	if p.Date.IsZero() {
		return ""
	}
	return p.Date.String()
}

// SizeWord is a size as people read it: 820 KB, 3.4 MB.
func SizeWord(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d 字节", n)
	case n < 1000<<10:
		return fmt.Sprintf("%d KB", max(1, (n+512)>>10))
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

// Totals are the figures of the whole dossier: 件, 页, 册.
func (d *Dossier) Totals() string {
	out := fmt.Sprintf("%d件　%s页　%d册", len(d.Papers), Thousands(d.Pages), d.Books)
	if d.Unknown > 0 {
		out += fmt.Sprintf("　%d件未填页数", d.Unknown)
	}
	return out
}

// Complete says in one sentence whether something is missing.
func (d *Dossier) Complete() string {
	if len(d.Missing) == 0 {
		return "按已经记录的程序行为，应有的材料都在卷中。"
	}
	return fmt.Sprintf("按已经记录的程序行为，还缺%d项材料：", len(d.Missing))
}

// Reason is why a paper that is missing is due, without the name that stands beside it.
func Reason(m dossier.Missing) string {
	return strings.TrimSuffix(m.Why, "，卷宗里应有"+m.Name+"。")
}

// Paper finds a paper by its id.
func (d *Dossier) Paper(id cases.PaperID) (cases.Paper, bool) {
	for _, p := range d.Papers {
		if p.ID == id {
			return p, true
		}
	}
	return cases.Paper{}, false
}

// Beside is the paper that stands by places after another in the order shown, the last or first at the ends; 0 if there is none.
func (d *Dossier) Beside(id cases.PaperID, by int) cases.PaperID {
	if len(d.order) == 0 {
		return 0
	}
	at := slices.Index(d.order, id)
	if at < 0 {
		return d.order[0]
	}
	return d.order[min(max(at+by, 0), len(d.order)-1)]
}

// Same is an earlier paper of the case with the same content.
func (d *Dossier) Same(p cases.Paper) (cases.Paper, bool) {
	for _, q := range d.Papers {
		if q.ID < p.ID && q.Hash == p.Hash && p.Hash != "" {
			return q, true
		}
	}
	return cases.Paper{}, false
}

// Moved is the papers that change when one moves up (-1) or down (+1) under its heading, none at its end. Papers of one order
// number are told apart by it.
func (d *Dossier) Moved(id cases.PaperID, by int) []cases.Paper {
	p, ok := d.Paper(id)
	if !ok {
		return nil
	}
	var mine []cases.Paper
	for _, q := range d.Papers {
		if q.Volume == p.Volume && d.heading(q).Slot == d.heading(p).Slot {
			mine = append(mine, q)
		}
	}
	at := slices.IndexFunc(mine, func(q cases.Paper) bool { return q.ID == id })
	if at+by < 0 || at+by >= len(mine) {
		return nil
	}
	mine[at], mine[at+by] = mine[at+by], mine[at]
	var out []cases.Paper
	for i, q := range mine {
		if q.Order != i+1 {
			q.Order = i + 1
			out = append(out, q)
		}
	}
	return out
}

// Was is the papers as they stand now of those that changed, to take a change back.
func (d *Dossier) Was(changed []cases.Paper) []cases.Paper {
	out := make([]cases.Paper, 0, len(changed))
	for _, p := range changed {
		if old, ok := d.Paper(p.ID); ok {
			out = append(out, old)
		}
	}
	return out
}

// placeAtEnd gives a paper that comes under another heading the last place there.
func (d *Dossier) placeAtEnd(p cases.Paper) cases.Paper {
	p.Order = 1
	for _, q := range d.Papers {
		if q.ID != p.ID && q.Volume == p.Volume && q.Slot == p.Slot {
			p.Order = max(p.Order, q.Order+1)
		}
	}
	return p
}

// Readables are the papers that the reader shows, in order.
func (d *Dossier) Readables() []cases.Paper {
	var out []cases.Paper
	for _, p := range d.Papers {
		if Readable(p) {
			out = append(out, p)
		}
	}
	return out
}

// ArchivingSpec is the act of archiving of the case's kind (归档), and why it cannot be recorded now, "" if it can.
func (d *Dossier) ArchivingSpec(offers []procedure.Offer) (*procedure.Spec, string) {
	kind := procedure.Archiving
	if d.Case.Kind == cases.Litigation {
		kind = procedure.SuitArchiving
	}
	for _, o := range offers {
		if o.Spec.Kind == kind {
			return o.Spec, o.Refused
		}
	}
	return procedure.SpecOf(kind), "本案还没有办到可以归档的阶段，或者已经归档。"
}

// ArchiveNote is what the act of archiving says of the dossier: how long it is kept and why, and what it holds.
func (d *Dossier) ArchiveNote(r dossier.Retention) string {
	note := fmt.Sprintf("%s；卷宗共%d件%d页%d册", r, len(d.Papers), d.Pages, d.Books)
	if len(d.Missing) == 0 {
		return note
	}
	var names []string
	for _, m := range d.Missing {
		names = append(names, m.Name)
	}
	return note + "；归档时缺" + strings.Join(names, "、")
}
