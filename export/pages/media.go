package pages

import (
	"bytes"
	"encoding/binary"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Media types that are told apart by content.
const (
	PDF   = "application/pdf"
	PNG   = "image/png"
	JPEG  = "image/jpeg"
	GIF   = "image/gif"
	BMP   = "image/bmp"
	TIFF  = "image/tiff"
	WebP  = "image/webp"
	Plain = "text/plain"
	Docx  = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

	// zipFile and compound are containers whose content the name must tell; unknown is anything else.
	zipFile  = "application/zip"
	compound = "application/x-ole-storage"
	unknown  = "application/octet-stream"
)

// sniffed is how many bytes of a file decide what it is.
const sniffed = 1024

// magics are the signs by which files begin.
var magics = []struct{ sign, media string }{
	{"\x89PNG\r\n\x1a\n", PNG}, {"\xff\xd8\xff", JPEG}, {"GIF87a", GIF}, {"GIF89a", GIF}, {"II*\x00", TIFF}, {"MM\x00*", TIFF},
	{"PK\x03\x04", zipFile}, {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", compound}, {"Rar!\x1a\x07", "application/vnd.rar"},
	{"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"}, {"{\\rtf", "application/rtf"}, {"ID3", "audio/mpeg"}, {"OggS", "audio/ogg"},
}

// named are the media types of files whose content does not tell them, by the ending of their names.
var named = map[string]map[string]string{
	zipFile: {".docx": Docx, ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".ofd": "application/ofd"},
	compound: {".doc": "application/msword", ".wps": "application/vnd.ms-works", ".xls": "application/vnd.ms-excel", ".et": "application/vnd.ms-excel",
		".ppt": "application/vnd.ms-powerpoint", ".msg": "application/vnd.ms-outlook"},
	Plain:   {".csv": "text/csv", ".html": "text/html", ".htm": "text/html", ".xml": "text/xml", ".eml": "message/rfc822", ".ics": "text/calendar", ".json": "application/json"},
	unknown: {".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".wav": "audio/wav", ".amr": "audio/amr", ".mp4": "video/mp4", ".mov": "video/quicktime", ".avi": "video/x-msvideo"},
}

// MediaOf tells the media type of a file by the first bytes of its content, 512 or more (or the whole file if it is shorter), and,
// where the content is only a container or plain text, by the ending of its name.
func MediaOf(head []byte, name string) string {
	media := mediaOf(head)
	if m := named[media][strings.ToLower(filepath.Ext(name))]; m != "" {
		return m
	}
	return media
}

func mediaOf(head []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.sign)) {
			return m.media
		}
	}
	switch {
	case len(head) > 30 && string(head[:2]) == "BM" && binary.LittleEndian.Uint32(head[14:]) >= 12 && binary.LittleEndian.Uint32(head[14:]) <= 124:
		return BMP
	case len(head) > 12 && string(head[:4]) == "RIFF" && string(head[8:12]) == "WEBP":
		return WebP
	case bytes.Contains(head, []byte("%PDF-")):
		// Programs of scanners put bytes of their own before the sign.
		return PDF
	case isText(head):
		return Plain
	}
	return unknown
}

// isPicture reports a picture whose pages this package draws.
func isPicture(media string) bool {
	switch media {
	case PNG, JPEG, GIF, BMP, TIFF, WebP:
		return true
	}
	return false
}

// isText reports text in UTF-8, UTF-16 with its mark, or the national code (GB 18030). The last character of head may be cut off.
func isText(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return true
	}
	for _, b := range head {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' {
			return false
		}
	}
	if len(head) == 0 {
		return false
	}
	for cut := range min(4, len(head)) {
		part := head[:len(head)-cut]
		if utf8.Valid(part) {
			return true
		}
		if s, err := simplifiedchinese.GB18030.NewDecoder().Bytes(part); err == nil && !bytes.ContainsRune(s, utf8.RuneError) {
			return true
		}
	}
	return false
}
