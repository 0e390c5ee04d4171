package ui

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// scratch is where copies lie that the system's programs open: papers of dossiers and what is printed. They hold names and numbers
// of people, so they go when the window closes; what another program still holds then goes when the window is opened a day later.
type scratch struct {
	mu  sync.Mutex
	top string
}

// scratchName begins the names of the folders under the system's temporary one.
const scratchName = "fuyi-"

// keepScratch is how long a copy that could not be removed is left to the program that holds it.
const keepScratch = 24 * time.Hour

// dir makes a new folder, so that two copies of one name do not meet.
func (x *scratch) dir() (string, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.top == "" {
		top, err := os.MkdirTemp("", scratchName)
		if err != nil {
			return "", err
		}
		x.top = top
	}
	return os.MkdirTemp(x.top, "")
}

// clear removes everything that was copied.
func (x *scratch) clear() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.top == "" {
		return nil
	}
	top := x.top
	x.top = ""
	return os.RemoveAll(top)
}

// sweep removes what earlier windows had to leave.
func sweepScratch(now time.Time) error {
	left, err := filepath.Glob(filepath.Join(os.TempDir(), scratchName+"*"))
	for _, dir := range left {
		info, e := os.Lstat(dir)
		if e == nil && info.IsDir() && now.Sub(info.ModTime()) > keepScratch {
			e = os.RemoveAll(dir)
		}
		err = errors.Join(err, e)
	}
	return err
}
