package cli

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// logVariable names the environment variable that also sends the log to standard error, from the level it names on
// (debug, info, warn, error).
const logVariable = "FUYI_LOG"

// maxLog is the size in bytes at which the log file starts anew, keeping one older file.
const maxLog = 4 << 20

// NewLog returns the program's log. It goes to the file, which is made by the first entry, and to stderr when the
// environment asks for it. A log that cannot be written is given up silently: it must never stop the work.
func NewLog(stderr io.Writer, getenv func(string) string, file string) *slog.Logger {
	both := []slog.Handler{slog.NewTextHandler(&lazyFile{path: file}, &slog.HandlerOptions{Level: slog.LevelInfo})}
	var level slog.Level
	if name := strings.TrimSpace(getenv(logVariable)); name != "" && level.UnmarshalText([]byte(name)) == nil {
		both = append(both, slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: level}))
	}
	return slog.New(slog.NewMultiHandler(both...))
}

// lazyFile is a log file that exists only once there is something to say.
type lazyFile struct {
	path string
	mu   sync.Mutex
	file *os.File
}

func (l *lazyFile) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file == nil {
		if err := l.open(); err != nil {
			return 0, err
		}
	}
	return l.file.Write(p)
}

func (l *lazyFile) open() error {
	if err := os.MkdirAll(filepath.Dir(l.path), 0o700); err != nil {
		return err
	}
	if info, err := os.Stat(l.path); err == nil && info.Size() > maxLog {
		// Keeping the older file is a courtesy; without it the log just grows on.
		_ = os.Rename(l.path, l.path+".1")
	}
	f, err := os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	l.file = f
	return err
}
