package storage

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// childVariable tells the test binary to be the child that is killed; its value is the office's folder.
const childVariable = "FUYI_STORAGE_TEST_CHILD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childVariable); dir != "" {
		if err := child(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// child writes until it is killed. After every commit it prints what is acknowledged: the number of a case and how many
// acts it has.
func child(dir string) error {
	data, err := os.ReadFile(filepath.Join("..", "assets", "holidays.json"))
	if err != nil {
		return err
	}
	opt, err := childOptions(data)
	if err != nil {
		return err
	}
	o, err := Open(dir, opt)
	if err != nil {
		return err
	}
	fmt.Println("open")
	ctx, run := context.Background(), os.Getpid()
	for n := 0; ; n++ {
		c := application(n, "陈某某", "苏州市公安局姑苏分局", "不服行政处罚决定", today.AddDays(-20))
		c.Number = fmt.Sprintf("〔2020〕姑苏行复第%d-%d号", run, n)
		id, err := o.Register(ctx, c)
		if err != nil {
			return err
		}
		fmt.Println(c.Number, 1)
		if err := o.Record(ctx, id, procedure.Act{Kind: procedure.Acceptance, On: today.AddDays(-18)}); err != nil {
			return err
		}
		fmt.Println(c.Number, 2)
		if n%5 == 4 {
			if err := childImport(ctx, o, fmt.Sprintf("%d-%d", run, n)); err != nil {
				return err
			}
		}
	}
}

func childOptions(holidayData []byte) (Options, error) {
	cal, err := calendar.Read(holidayData)
	return Options{Calendar: cal, Today: today, Now: time.Now, Who: "张某", Write: true}, err
}

func childImport(ctx context.Context, o *Office, mark string) error {
	im, err := o.BeginImport(ctx, cases.ImportSource{File: mark + ".xlsx"})
	if err != nil {
		return err
	}
	var done []string
	for i := range 30 {
		c := synthetic(i, 30)
		c.Number += mark
		if _, err := im.Add(c); err != nil {
			return err
		}
		done = append(done, fmt.Sprintln(c.Number, len(c.Acts)))
	}
	if _, err := im.Commit(); err != nil {
		return err
	}
	fmt.Print(strings.Join(done, ""))
	return nil
}

// A killed program loses nothing that it acknowledged and leaves no half of anything, at any of 200 random moments.
func TestKilledAtRandomMoments(t *testing.T) {
	const offices, kills = 20, 10
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	total := 0
	for n := range offices {
		dir := filepath.Join(t.TempDir(), fmt.Sprintf("单位%d", n))
		acknowledged := map[string]int{}
		for range kills {
			runAndKill(t, r, dir, acknowledged)
			verifyAcknowledged(t, dir, acknowledged)
			if t.Failed() {
				return
			}
		}
		total += len(acknowledged)
	}
	if total < offices*kills {
		t.Fatalf("only %d cases were acknowledged between the kills", total)
	}
	t.Logf("%d kills, %d acknowledged cases", offices*kills, total)
}

// runAndKill starts the child, kills it and adds what it acknowledged. Every fourth kill falls anywhere from the start,
// the others while it writes.
func runAndKill(t *testing.T, r *rand.Rand, dir string, acknowledged map[string]int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childVariable+"="+dir)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	lines := bufio.NewReader(out)
	if r.IntN(4) > 0 {
		if _, err := lines.ReadString('\n'); err != nil {
			_ = cmd.Wait()
			t.Fatalf("the child did not open the office: %s", stderr.String())
		}
	}
	// Killing happens beside the reading, so that the child never waits for its reader.
	timer := time.AfterFunc(time.Duration(r.IntN(250_000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			if err != io.EOF {
				t.Fatal(err)
			}
			break // what stands in an unfinished line was not acknowledged
		}
		if number, acts, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			var n int
			_, err := fmt.Sscan(acts, &n)
			must(t, err)
			acknowledged[number] = n
		}
	}
	if err := cmd.Wait(); err == nil || stderr.Len() > 0 {
		t.Fatalf("the child ended by itself: %v %s", err, stderr.String())
	}
}

func verifyAcknowledged(t *testing.T, dir string, acknowledged map[string]int) {
	t.Helper()
	o, err := Open(dir, options(t, true))
	must(t, err)
	defer func() { must(t, o.Close()) }()
	stored := map[string]int{}
	must(t, o.Each(context.Background(), cases.Span{}, func(c *cases.Case) error {
		stored[c.Number] = len(c.Acts)
		return nil
	}))
	for number, acts := range acknowledged {
		if stored[number] < acts {
			t.Errorf("%s has %d acts, %d were acknowledged", number, stored[number], acts)
		}
	}
	wantSound(t, o)
}
