# Two commands do everything on a fresh Debian or Ubuntu machine with Go and gcc: make run and make test.
.PHONY: run test check build bench clean

# Opens the window, installing what is missing; without a display it makes samples and pictures in out/.
run:
	@.ci/open

# Everything CI runs.
test:
	@.ci/test

# What needs neither a C compiler nor a screen.
check:
	@.ci/check

# The program with its window, ./fuyi.
build:
	@.ci/build fuyi

# Measurements against the tools below this program, as a table of ratios.
bench:
	@.ci/bench

clean:
	rm -rf fuyi fuyi.exe out
