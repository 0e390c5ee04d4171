package storage

import (
	"context"
	"sync"
	"testing"

	"fuyi/cases"
)

// The window lists, counts and warms in the background while a clerk records.
func TestConcurrentUse(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	fill(t, o, 300)
	var wait sync.WaitGroup
	stop := make(chan struct{})
	for _, work := range []func() error{
		func() error {
			_, err := o.List(ctx, cases.Query{Text: "陈", Sort: cases.ByNumber, Limit: 50})
			return err
		},
		func() error { return o.Each(ctx, cases.Span{}, func(*cases.Case) error { return nil }) },
		func() error { return o.Warm(ctx) },
		func() error { return o.Refresh(ctx, today) },
	} {
		wait.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if err := work(); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for n := range 40 {
		_, err := o.Register(ctx, application(1000+n, "陈某某", "平江街道办事处", "不服行政处罚决定", today))
		must(t, err)
	}
	close(stop)
	wait.Wait()
	page, err := o.List(ctx, cases.Query{Text: "陈某某 平江", Limit: 1})
	must(t, err)
	if page.Total < 40 {
		t.Errorf("%d cases found", page.Total)
	}
	wantSound(t, o)
}
