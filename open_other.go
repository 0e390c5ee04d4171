//go:build !windows

package main

import (
	"os/exec"
	"time"
)

// refusal is how long the desktop may take to say that it has no program for a file. Some desktops answer only when the program
// is closed again: no answer means that it runs.
const refusal = 3 * time.Second

// openFile opens a file in the program that the desktop has for it.
func openFile(path string) error {
	cmd := exec.Command("xdg-open", path)
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(refusal):
		return nil
	}
}
