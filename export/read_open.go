package export

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
)

// Bounds of what is read. They lie far above any real ledger and keep a hostile file from filling memory or disk.
const (
	maxFileBytes   = 256 << 20
	maxUnzipped    = 1 << 30
	maxPartsInZip  = 5000
	maxSmallPart   = 64 << 20
	maxSmallParts  = 128 << 20
	maxLedgerRows  = 200_000
	maxLastRow     = 300_000
	streamPartFrom = 16 << 20
)

// source is an opened ledger workbook.
type source struct {
	name string
	hash string
	f    *excelize.File
	// sheets maps a sheet's name to what the scan of its part found.
	sheets   map[string]*sheetScan
	date1904 bool
	annex    map[int]string
}

func refuse(kind cases.ErrorKind, msg string, err error) error {
	return &cases.Error{Op: "read ledger", Kind: kind, Msg: msg, Err: err}
}

// openSource opens and examines a workbook. Everything that is not a sound .xlsx of reasonable size is refused here.
func openSource(file string) (*source, error) {
	name := filepath.Base(file)
	fd, err := os.Open(file)
	if err != nil {
		return nil, openError(file, err)
	}
	defer fd.Close()
	info, err := fd.Stat()
	if err != nil {
		return nil, openError(file, err)
	}
	if err := checkFile(fd, info, name); err != nil {
		return nil, err
	}
	s := &source{name: name, sheets: map[string]*sheetScan{}, annex: map[int]string{}}
	if s.hash, err = hashOf(fd); err != nil {
		return nil, openError(file, err)
	}
	if err := s.examine(fd, info.Size()); err != nil {
		return nil, err
	}
	if err := s.open(fd); err != nil {
		return nil, err
	}
	return s, nil
}

// open gives the file that was examined to the library. The examined bytes and those that are read must be the same ones: a
// ledger on a network drive may be saved by a colleague in between.
func (s *source) open(fd *os.File) error {
	if _, err := fd.Seek(0, io.SeekStart); err != nil {
		return openError(s.name, err)
	}
	h := sha256.New()
	f, err := excelize.OpenReader(io.TeeReader(fd, h), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: streamPartFrom})
	if err != nil {
		return s.damaged(err)
	}
	if hex.EncodeToString(h.Sum(nil)) != s.hash {
		_ = f.Close()
		return refuse(cases.Invalid, "文件“"+s.name+"”在读取过程中被改动了，没有读取。请等别人保存完毕，再选一次。", nil)
	}
	p, err := f.GetWorkbookProps()
	if err != nil { // without them a date may be four years off
		_ = f.Close()
		return s.damaged(err)
	}
	s.f, s.date1904 = f, p.Date1904 != nil && *p.Date1904
	return nil
}

func (s *source) damaged(err error) error {
	return refuse(cases.Damaged, "文件“"+s.name+"”的内容已损坏，不能读取。请用 WPS 或 Excel 打开后另存为新的 .xlsx 文件再导入。", err)
}

func (s *source) close() { _ = s.f.Close() }

func openError(file string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refuse(cases.NotFound, "没有找到文件“"+file+"”，请核对文件名和位置。", err)
	case errors.Is(err, fs.ErrPermission):
		return refuse(cases.Invalid, "没有读取“"+file+"”的权限，请复制到自己的文件夹再试。", err)
	}
	return refuse(cases.Damaged, "文件“"+file+"”读取失败，请检查磁盘或者U盘后再试。", err)
}

// checkFile looks at size and first bytes: most wrong files tell themselves there.
func checkFile(fd *os.File, info fs.FileInfo, name string) error {
	switch {
	case info.IsDir():
		return refuse(cases.Invalid, "“"+name+"”是文件夹，请选择 .xlsx 文件。", nil)
	case info.Size() == 0:
		return refuse(cases.Damaged, "文件“"+name+"”是空的，没有任何内容。", nil)
	case info.Size() > maxFileBytes:
		return refuse(cases.Invalid, "文件“"+name+"”超过256MB，不像是台账。请删去图片等内容后再试。", nil)
	}
	head := make([]byte, 8)
	n, err := fd.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return openError(name, err)
	}
	switch head = head[:n]; {
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return oleError(fd, name)
	case !bytes.HasPrefix(head, []byte("PK")):
		return refuse(cases.Invalid, "文件“"+name+"”不是 .xlsx 工作簿。请在 WPS 或 Excel 中打开，另存为“Excel 工作簿（.xlsx）”后再试。", nil)
	}
	return nil
}

// oleError tells a workbook with a password from one of the old format: both begin alike.
func oleError(fd *os.File, name string) error {
	mark := []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	buf := make([]byte, 1<<20)
	keep := 0
	for {
		n, err := fd.Read(buf[keep:])
		if bytes.Contains(buf[:keep+n], mark) {
			return refuse(cases.Invalid, "文件“"+name+"”设有打开密码。请在 WPS 或 Excel 中取消密码，保存后再试。", nil)
		}
		if err != nil {
			break
		}
		tail := min(keep+n, len(mark))
		copy(buf, buf[keep+n-tail:keep+n])
		keep = tail
	}
	return refuse(cases.Invalid, "文件“"+name+"”是旧格式（.xls）。请在 WPS 或 Excel 中另存为“Excel 工作簿（.xlsx）”后再试。", nil)
}

func hashOf(fd *os.File) (string, error) {
	if _, err := fd.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	h := sha256.New()
	if _, err := io.Copy(h, fd); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// examine unpacks the whole file once without keeping it: declared and real sizes are bounded, and sheets are scanned
// for what the row reader does not tell.
func (s *source) examine(fd *os.File, size int64) error {
	zr, err := zip.NewReader(fd, size)
	if err != nil {
		return refuse(cases.Damaged, "文件“"+s.name+"”不完整或者已损坏，不能打开。请重新复制一份，或者用 WPS 打开后另存为新文件。", err)
	}
	var declared uint64
	for _, p := range zr.File {
		declared += p.UncompressedSize64
	}
	if len(zr.File) > maxPartsInZip || declared > maxUnzipped {
		return s.tooLarge()
	}
	parts := map[string]*sheetScan{}
	var book, rels []byte
	left, small := int64(maxUnzipped), int64(maxSmallParts)
	for _, p := range zr.File {
		part := strings.ToLower(strings.ReplaceAll(p.Name, "\\", "/"))
		var used int64
		switch {
		case part == "xl/workbook.xml":
			book, used, err = readPart(p)
		case part == "xl/_rels/workbook.xml.rels":
			rels, used, err = readPart(p)
		case strings.HasPrefix(part, "xl/worksheets/") && strings.HasSuffix(part, ".xml"):
			parts[part], used, err = scanPart(p, left)
		default:
			used, err = drain(p, left)
		}
		if !streamed(part) {
			small -= used
		}
		if left -= used; left < 0 || small < 0 || errors.Is(err, errTooLarge) {
			return s.tooLarge()
		}
		if err != nil {
			return s.damaged(err)
		}
	}
	if book == nil {
		return refuse(cases.Invalid, "文件“"+s.name+"”不是 .xlsx 工作簿（可能是 .ods、.xlsb 或者改了后缀的压缩包）。请在 WPS 或 Excel 中另存为“Excel 工作簿（.xlsx）”后再导入。", nil)
	}
	return s.locate(book, rels, parts)
}

var errTooLarge = errors.New("part too large")

func (s *source) tooLarge() error {
	return refuse(cases.Invalid, "文件“"+s.name+"”解压后过大（超过1GB），不像是台账，没有读取。", errTooLarge)
}

func readPart(p *zip.File) ([]byte, int64, error) {
	if p.UncompressedSize64 > maxSmallPart {
		return nil, 0, errTooLarge
	}
	rc, err := p.Open()
	if err != nil {
		return nil, 0, err
	}
	defer rc.Close()
	b, err := io.ReadAll(io.LimitReader(rc, maxSmallPart+1))
	return b, int64(len(b)), err
}

// streamed are the parts that the library unpacks to disk when they are large; all others it keeps in memory, and they are
// bounded more tightly.
func streamed(part string) bool {
	return part == "xl/sharedstrings.xml" || strings.HasPrefix(part, "xl/worksheets/sheet")
}

// drain counts the real size of a part.
func drain(p *zip.File, limit int64) (int64, error) {
	rc, err := p.Open()
	if err != nil {
		return 0, err
	}
	defer rc.Close()
	n, err := io.Copy(io.Discard, io.LimitReader(rc, limit+1))
	if n > limit {
		return n, errTooLarge
	}
	return n, err
}

func scanPart(p *zip.File, left int64) (*sheetScan, int64, error) {
	rc, err := p.Open()
	if err != nil {
		return nil, 0, err
	}
	defer rc.Close()
	counted := &countingReader{r: io.LimitReader(rc, left+1)}
	scan, err := scanSheet(counted)
	return scan, counted.n, err
}

type countingReader struct {
	r io.Reader
	n int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// locate finds the part of each sheet by the workbook's relations.
func (s *source) locate(book, rels []byte, parts map[string]*sheetScan) error {
	var wb struct {
		Sheets []struct {
			Name string     `xml:"name,attr"`
			Attr []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	var rs struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := errors.Join(xml.Unmarshal(book, &wb), xml.Unmarshal(rels, &rs)); err != nil {
		return refuse(cases.Damaged, "文件“"+s.name+"”的目录已损坏，不能读取。请用 WPS 或 Excel 打开后另存为新的 .xlsx 文件再导入。", err)
	}
	target := map[string]string{}
	for _, r := range rs.Relations {
		t := strings.TrimPrefix(r.Target, "/")
		if !strings.HasPrefix(r.Target, "/") {
			t = path.Join("xl", r.Target)
		}
		target[r.ID] = strings.ToLower(t)
	}
	for _, sh := range wb.Sheets {
		for _, a := range sh.Attr {
			if a.Name.Local == "id" {
				s.sheets[sh.Name] = parts[target[a.Value]]
			}
		}
	}
	return nil
}
