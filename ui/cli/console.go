//go:build !windows

package cli

import (
	"io"
	"os"
)

// Streams are standard output and standard error.
func Streams() (stdout, stderr io.Writer) { return os.Stdout, os.Stderr }

// alert shows a sentence to somebody who started the window from a desktop. Elsewhere than on Windows standard error
// reaches the session's journal, and there is no box that could be shown without a toolkit.
func alert(string) {}
