package cli

import (
	"io"
	"os"

	"golang.org/x/sys/windows"
)

// parentProcess is ATTACH_PARENT_PROCESS.
const parentProcess = ^uintptr(0)

// Streams are standard output and standard error. The program is linked as a window program so that no black box stands
// behind its window; started from a command prompt it has to ask for that prompt's console itself. Redirected streams
// are used as they are.
func Streams() (stdout, stderr io.Writer) {
	attach := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")
	if ok, _, _ := attach.Call(parentProcess); ok == 0 {
		return os.Stdout, os.Stderr
	}
	return console(os.Stdout), console(os.Stderr)
}

// console is the stream itself if it leads anywhere, else the console.
func console(stream *os.File) io.Writer {
	if _, err := windows.GetFileType(windows.Handle(stream.Fd())); err == nil {
		return stream
	}
	if f, err := os.OpenFile("CONOUT$", os.O_RDWR, 0); err == nil {
		return f
	}
	return stream
}

// alert shows a sentence to somebody who started the window from a desktop and sees no standard error.
func alert(text string) {
	body, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	title, err := windows.UTF16PtrFromString("行政复议与应诉案件管理")
	if err != nil {
		return
	}
	// The answer does not matter: there is only one button.
	_, _ = windows.MessageBox(0, body, title, windows.MB_OK|windows.MB_ICONERROR)
}
