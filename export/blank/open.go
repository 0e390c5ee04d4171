// Package blank reads and fills workbooks that others made (空表自填) without rewriting them.
//
// A workbook is a zip of XML parts. Only the sheets' parts that hold named cells are changed, and in them only the bytes of
// those cells; every other part is copied as it lies in the zip, still packed. DESIGN.md says why, and what follows.
package blank

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"fuyi/cases"
)

// Bounds of what is taken for a form. They lie far above any real one.
const (
	MaxBytes    = 64 << 20 // of the file
	maxParts    = 5000
	maxDeclared = 512 << 20
	maxPart     = 32 << 20
	maxRows     = 20_000
	maxColumns  = 1_000
	maxPlaces   = 1_000_000
	maxMerges   = 20_000
)

var (
	errTooLarge = errors.New("part too large")
	errTwice    = errors.New("two parts of one name")
)

// Form is an opened workbook.
type Form struct {
	name   string
	data   []byte
	zip    *zip.Reader
	book   *zip.File
	sheets []*sheet
	styles styles
	// date1904 is the system of dates of old Macintosh programs.
	date1904 bool
}

func refuse(kind cases.ErrorKind, msg string, err error) error {
	return &cases.Error{Op: "read blank form", Kind: kind, Msg: msg, Err: err}
}

// Open reads a workbook of the base name given. The bytes must not change as long as the form is used.
func Open(name string, data []byte) (*Form, error) {
	f := &Form{name: name, data: data}
	if len(data) > MaxBytes {
		return nil, refuse(cases.Invalid, "文件“"+name+"”超过64MB，不像是统计表。请删去图片等内容后再试。", nil)
	}
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, refuse(cases.Damaged, "文件“"+name+"”不完整或者已损坏，不能打开。请重新复制一份，或者用 WPS 打开后另存为新文件。", err)
	}
	f.zip = zr
	if err := f.bounded(); err != nil {
		return nil, err
	}
	if err := f.load(); err != nil {
		return nil, f.explain(err)
	}
	return f, nil
}

func (f *Form) bounded() error {
	var declared uint64
	names := map[string]bool{}
	for _, p := range f.zip.File {
		declared += p.UncompressedSize64
		name := strings.ToLower(p.Name)
		if names[name] {
			return f.explain(errTwice)
		}
		names[name] = true
		if p.Flags&1 != 0 {
			return refuse(cases.Invalid, "文件“"+f.name+"”的内容加了密，不能读取。请在 WPS 或 Excel 中取消密码，保存后再试。", nil)
		}
	}
	if len(f.zip.File) > maxParts || declared > maxDeclared {
		return f.explain(errTooLarge)
	}
	return nil
}

// explain turns an error of a part into a sentence.
func (f *Form) explain(err error) error {
	var own *cases.Error
	switch {
	case errors.As(err, &own):
		return err
	case errors.Is(err, errTooLarge):
		return refuse(cases.Invalid, "文件“"+f.name+"”解压后过大，不像是统计表，没有读取。请在 WPS 中把表格复制到新的工作簿再试。", err)
	}
	return refuse(cases.Damaged, "文件“"+f.name+"”的内容已损坏，不能读取。请用 WPS 或 Excel 打开后另存为新的 .xlsx 文件再试。", err)
}

// part finds a part; zips made by old programs have other cases and slashes.
func (f *Form) part(name string) *zip.File {
	for _, p := range f.zip.File {
		if strings.EqualFold(strings.TrimPrefix(strings.ReplaceAll(p.Name, "\\", "/"), "/"), name) {
			return p
		}
	}
	return nil
}

// read unpacks a part, nil for one that does not exist. The real size is bounded, whatever the part declares.
func read(p *zip.File) ([]byte, error) {
	if p == nil {
		return nil, nil
	}
	if p.UncompressedSize64 > maxPart {
		return nil, errTooLarge
	}
	rc, err := p.Open()
	if err != nil {
		return nil, err
	}
	defer rc.Close()
	b, err := io.ReadAll(io.LimitReader(rc, maxPart+1))
	if len(b) > maxPart {
		return nil, errTooLarge
	}
	return b, err
}

type relations struct {
	Relations []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// related reads the relations of a part, "" for those of the workbook as a whole: the id, and the kind's last word, to the
// part meant.
func (f *Form) related(of string) (byID, byKind map[string]string, err error) {
	list := "_rels/.rels"
	if of != "" {
		list = path.Join(path.Dir(of), "_rels", path.Base(of)+".rels")
	}
	b, err := read(f.part(list))
	if err != nil || b == nil {
		return nil, nil, err
	}
	var rs relations
	if err := xml.Unmarshal(b, &rs); err != nil {
		return nil, nil, err
	}
	byID, byKind = map[string]string{}, map[string]string{}
	for _, r := range rs.Relations {
		target := strings.TrimPrefix(r.Target, "/")
		if target == r.Target {
			target = path.Join(path.Dir(of), r.Target)
		}
		byID[r.ID] = target
		byKind[path.Base(r.Type)] = target
	}
	return byID, byKind, nil
}

// workbook is what is needed of xl/workbook.xml.
type workbook struct {
	Props struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string     `xml:"name,attr"`
		State string     `xml:"state,attr"`
		Attr  []xml.Attr `xml:",any,attr"`
	} `xml:"sheets>sheet"`
}

func (f *Form) load() error {
	root := "xl/workbook.xml"
	if _, byKind, err := f.related(""); err != nil {
		return err
	} else if p, ok := byKind["officeDocument"]; ok {
		root = p
	}
	f.book = f.part(root)
	if f.book == nil {
		return refuse(cases.Invalid, "文件“"+f.name+"”不是 .xlsx 工作簿（可能是 .ods、.xlsb 或者改了后缀的压缩包）。请在 WPS 或 Excel 中另存为“Excel 工作簿（.xlsx）”后再试。", nil)
	}
	if err := f.ordinary(); err != nil {
		return err
	}
	b, err := read(f.book)
	if err != nil {
		return err
	}
	var wb workbook
	if err := xml.Unmarshal(b, &wb); err != nil {
		return err
	}
	f.date1904 = wb.Props.Date1904 == "1" || wb.Props.Date1904 == "true"
	byID, byKind, err := f.related(root)
	if err != nil {
		return err
	}
	shared, err := f.shared(byKind["sharedStrings"])
	if err != nil {
		return err
	}
	if f.styles, err = f.readStyles(byKind["styles"]); err != nil {
		return err
	}
	for _, s := range wb.Sheets {
		id := ""
		for _, a := range s.Attr {
			if a.Name.Local == "id" {
				id = a.Value
			}
		}
		if err := f.sheet(s.Name, s.State != "" && s.State != "visible", byID[id], shared); err != nil {
			return err
		}
	}
	if len(f.sheets) == 0 {
		return refuse(cases.Invalid, "文件“"+f.name+"”中没有工作表，请核对是否选错了文件。", nil)
	}
	return nil
}

// ordinary refuses workbooks with macros and templates: under the name .xlsx no program would open them.
func (f *Form) ordinary() error {
	b, err := read(f.part("[Content_Types].xml"))
	if err != nil {
		return err
	}
	for _, kind := range []string{"macroEnabled", "template.main+xml"} {
		if bytes.Contains(b, []byte(kind)) {
			return refuse(cases.Invalid, "文件“"+f.name+"”带有宏或者是模板（.xlsm、.xltx）。请在 WPS 或 Excel 中另存为“Excel 工作簿（.xlsx）”后再试。", nil)
		}
	}
	return nil
}

// sheet adds a sheet. Chart sheets have no cells and are passed over.
func (f *Form) sheet(name string, hidden bool, part string, shared []string) error {
	p := f.part(part)
	if p == nil {
		return nil
	}
	b, err := read(p)
	if err != nil {
		return err
	}
	s := &sheet{part: p, xml: b, grid: cases.BlankSheet{Name: name, Hidden: hidden}}
	if err := s.scan(shared); errors.Is(err, errNoData) {
		return nil
	} else if err != nil {
		return f.explainSheet(name, err)
	}
	f.sheets = append(f.sheets, s)
	return nil
}

func (f *Form) explainSheet(name string, err error) error {
	var own *cases.Error
	if errors.As(err, &own) {
		return err
	}
	return refuse(cases.Damaged, "文件“"+f.name+"”中工作表“"+name+"”的内容已损坏，不能读取。请用 WPS 或 Excel 打开后另存为新的 .xlsx 文件再试。", err)
}

// Blank is the workbook as grids, for naming.
func (f *Form) Blank() cases.Blank {
	sum := sha256.Sum256(f.data)
	out := cases.Blank{File: f.name, Hash: hex.EncodeToString(sum[:])}
	for _, s := range f.sheets {
		out.Sheets = append(out.Sheets, s.grid)
	}
	return out
}
