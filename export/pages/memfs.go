package pages

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// memFS is a tree of files in memory by their paths, read only. Its folders are those that the paths name.
type memFS map[string][]byte

// Open opens a file or a folder; "." is the root.
func (m memFS) Open(name string) (fs.File, error) {
	if data, ok := m[name]; ok {
		return &memFile{Reader: bytes.NewReader(data), info: memInfo{name: path.Base(name), size: int64(len(data))}}, nil
	}
	if list := m.list(name); len(list) > 0 || name == "." {
		return &memDir{name: path.Base(name), list: list}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// list is what a folder holds, by name.
func (m memFS) list(folder string) []memInfo {
	prefix, found := folder+"/", map[string]memInfo{}
	if folder == "." {
		prefix = ""
	}
	for name, data := range m {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok {
			continue
		}
		first, _, deeper := strings.Cut(rest, "/")
		found[first] = memInfo{name: first, dir: deeper, size: int64(len(data))}
	}
	return slices.SortedFunc(maps.Values(found), func(a, b memInfo) int { return strings.Compare(a.name, b.name) })
}

// memFile is an open file.
type memFile struct {
	*bytes.Reader
	info memInfo
}

func (f *memFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *memFile) Close() error               { return nil }

// memDir is an open folder.
type memDir struct {
	name string
	list []memInfo
}

func (d *memDir) Stat() (fs.FileInfo, error) { return memInfo{name: d.name, dir: true}, nil }
func (d *memDir) Close() error               { return nil }

func (d *memDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.name, Err: fs.ErrInvalid}
}

// ReadDir lists the folder as fs.ReadDirFile asks.
func (d *memDir) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(d.list) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(d.list) {
		n = len(d.list)
	}
	out := make([]fs.DirEntry, n)
	for i, info := range d.list[:n] {
		out[i] = fs.FileInfoToDirEntry(info)
	}
	d.list = d.list[n:]
	return out, nil
}

// memInfo describes a file or a folder.
type memInfo struct {
	name string
	size int64
	dir  bool
}

func (i memInfo) Name() string       { return i.name }
func (i memInfo) Size() int64        { return i.size }
func (i memInfo) ModTime() time.Time { return time.Time{} }
func (i memInfo) IsDir() bool        { return i.dir }
func (i memInfo) Sys() any           { return nil }

func (i memInfo) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
