// Command allforms counts every official form of a year over an office, as the program does, and prints the seconds from the opened
// office to the last table, the peak of resident memory in megabytes, and the number of cases counted: "allforms OFFICE YEAR".
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"fuyi/assets"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/storage"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return errors.New("usage: allforms OFFICE YEAR")
	}
	year, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	cal, err := assets.Calendar()
	if err != nil {
		return err
	}
	o, err := storage.Open(args[0], storage.Options{Calendar: cal, Today: calendar.Of(time.Now()), Now: time.Now, Who: "测试"})
	if err != nil {
		return err
	}
	defer o.Close()
	start := time.Now()
	c, err := forms.Load(context.Background(), o, forms.Period{From: calendar.New(year, 1, 1), To: calendar.New(year, 12, 31)})
	if err != nil {
		return err
	}
	received := int64(0)
	for _, e := range forms.Editions() {
		t := c.Count(e, nil, nil)
		if i, j, ok := t.Find(forms.TotalRow, "received"); ok {
			received = t.Rows[i].Values[j]
		}
	}
	took := time.Since(start).Seconds()
	if received == 0 {
		return fmt.Errorf("nothing was received in %d", year)
	}
	peak, err := peakMegabytes()
	if err != nil {
		return err
	}
	fmt.Printf("%.3f %d %d\n", took, peak, received)
	return nil
}

// peakMegabytes is the largest resident memory of this process so far.
func peakMegabytes() (int, error) {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, err := strconv.Atoi(strings.Fields(rest)[0])
			return kb >> 10, err
		}
	}
	return 0, errors.New("the system does not tell the peak of memory")
}
