package main

import "golang.org/x/sys/windows"

// openFile opens a file in the program that Windows has for it. It asks the shell itself, which takes paths with any characters
// and says when there is no such program; a command line would do neither.
func openFile(path string) error {
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, nil, file, nil, nil, windows.SW_SHOWNORMAL)
}
