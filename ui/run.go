package ui

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Runner moves work off the window's thread and brings results back to it. It is the only place with a go statement
// and with fyne.Do. Work is named: starting work under a name makes earlier work of that name stale, its context is
// cancelled and its result dropped, so that a slow answer never overwrites a newer one.
//
// An inline Runner runs everything at once on the caller's goroutine, in tests and for pictures.
type Runner struct {
	ctx    context.Context
	log    *slog.Logger
	inline bool

	mu     sync.Mutex
	latest map[string]*job
	timers map[string]*wait
}

// sibling is a Runner for another window: the names of its work are its own.
func (r *Runner) sibling() *Runner { return newRunner(r.ctx, r.log, r.inline) }

// job is one started piece of work; its address tells it from later ones of the same name.
type job struct{ cancel context.CancelFunc }

// wait is one pause of After; like a job it is known by its address.
type wait struct{ *time.Timer }

func newRunner(ctx context.Context, log *slog.Logger, inline bool) *Runner {
	return &Runner{ctx: ctx, log: log, inline: inline, latest: map[string]*job{}, timers: map[string]*wait{}}
}

// start runs work under a name and hands its result to done on the window's thread, unless it became stale. A panic in
// work becomes an error: one broken page must not take the window with it.
func start[T any](r *Runner, name string, work func(context.Context) (T, error), done func(T, error)) {
	ctx, j := r.begin(name)
	body := func() {
		v, err := guard(ctx, r.log, name, work)
		r.Post(func() {
			if r.finish(name, j) {
				done(v, err)
			}
		})
	}
	if r.inline {
		body()
		return
	}
	go body()
}

// startHeavy is start for work that goes through a whole office: the memory it took is given back to the system at once,
// because the window then stands idle for hours on a PC with little of it.
func startHeavy[T any](r *Runner, name string, work func(context.Context) (T, error), done func(T, error)) {
	start(r, name, func(ctx context.Context) (T, error) {
		v, err := work(ctx)
		if !r.inline {
			debug.FreeOSMemory()
		}
		return v, err
	}, done)
}

func guard[T any](ctx context.Context, log *slog.Logger, name string, work func(context.Context) (T, error)) (v T, err error) {
	defer func() {
		if p := recover(); p != nil {
			log.Error("panic", "work", name, "value", p, "stack", string(debug.Stack()))
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return work(ctx)
}

func (r *Runner) begin(name string) (context.Context, *job) {
	ctx, cancel := context.WithCancel(r.ctx)
	r.mu.Lock()
	defer r.mu.Unlock()
	if old := r.latest[name]; old != nil {
		old.cancel()
	}
	j := &job{cancel}
	r.latest[name] = j
	return ctx, j
}

// finish reports whether the job is still the newest of its name.
func (r *Runner) finish(name string, j *job) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	j.cancel()
	if r.latest[name] != j {
		return false
	}
	delete(r.latest, name)
	return true
}

// Stop makes running work of a name stale.
func (r *Runner) Stop(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if old := r.latest[name]; old != nil {
		old.cancel()
		delete(r.latest, name)
	}
}

// Post runs f on the window's thread.
func (r *Runner) Post(f func()) {
	if r.inline {
		f()
		return
	}
	fyne.Do(f)
}

// After runs f on the window's thread after a pause; a later After of the same name starts the pause anew.
func (r *Runner) After(name string, pause time.Duration, f func()) {
	if r.inline {
		f()
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if t := r.timers[name]; t != nil {
		t.Stop()
	}
	w := &wait{}
	w.Timer = time.AfterFunc(pause, func() {
		r.Post(func() {
			if r.fired(name, w) {
				f()
			}
		})
	})
	r.timers[name] = w
}

// fired forgets a timer whose pause is over, and reports whether no later one of its name took its place meanwhile.
func (r *Runner) fired(name string, w *wait) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.timers[name] != w {
		return false
	}
	delete(r.timers, name)
	return true
}

// progress gives a callback that may be called from work any number of times; show sees whole percents only, so that a
// long job does not flood the window. show gets -1 while the total is unknown.
func (r *Runner) progress(show func(percent int)) func(done, total int) {
	last := -2
	return func(done, total int) {
		percent := -1
		if total > 0 {
			percent = min(100, done*100/total)
		}
		if percent == last {
			return
		}
		last = percent
		r.Post(func() { show(percent) })
	}
}
