package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"fuyi/cases"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageError is a wrong command line. Error is a Chinese sentence.
type usageError struct {
	msg string
	// use is the form of the command that was meant, e.g. fuyi show 案号 [--json].
	use string
	// help is the command line that shows the help.
	help string
}

func (e *usageError) Error() string { return e.msg }

func misuse(cmd *cobra.Command, format string, args ...any) error {
	help := "fuyi help"
	if cmd.HasParent() {
		help += " " + cmd.Name()
	}
	return &usageError{msg: fmt.Sprintf(format, args...), use: cmd.UseLine(), help: help}
}

// refused is a failure that the clerk can mend.
func refused(op, format string, args ...any) error {
	return &cases.Error{Op: op, Kind: cases.Refused, Msg: fmt.Sprintf(format, args...)}
}

// report prints what went wrong and gives the exit status.
func (a *app) report(err error) int {
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage):
		fmt.Fprintf(a.Stderr, "%s\n用法：%s\n查看说明：%s\n", usage.msg, usage.use, usage.help)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(a.Stderr, "操作已被中断，尚未完成的部分没有写入。")
		return exitFailed
	}
	a.logError(err)
	fmt.Fprintln(a.Stderr, cases.Message(err))
	return exitFailed
}

// logError keeps the cause that the clerk's sentence leaves out.
func (a *app) logError(err error) {
	var e *cases.Error
	if errors.As(err, &e) {
		a.Log.Warn("command failed", "op", e.Op, "kind", e.Kind, "msg", e.Msg, "cause", e.Err)
		return
	}
	a.Log.Error("command failed", "cause", err)
}

// flagProblem says in Chinese what pflag found wrong with a flag.
func flagProblem(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		value   *valueError
	)
	switch {
	case errors.As(err, &unknown):
		return misuse(cmd, "没有 %s 这个选项。", dashed(unknown.GetSpecifiedName()))
	case errors.As(err, &missing):
		return misuse(cmd, "选项 %s 后面缺少内容。", dashed(missing.GetSpecifiedName()))
	case errors.As(err, &value):
		return misuse(cmd, "%s", value.msg)
	case errors.As(err, &invalid):
		return misuse(cmd, "选项 --%s 的内容“%s”无法识别。", invalid.GetFlag().Name, invalid.GetValue())
	}
	return misuse(cmd, "命令行选项的写法有误。")
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// operands checks the number of operands, named in Chinese as the help names them.
func operands(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return misuse(cmd, "命令 %s 缺少参数：%s。", cmd.Name(), names[len(args)])
		case len(args) > len(names):
			return misuse(cmd, "命令 %s 多出了参数“%s”。", cmd.Name(), args[len(names)])
		}
		return nil
	}
}

// require refuses a command line that leaves a needed flag out.
func require(names ...string) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, _ []string) error {
		for _, n := range names {
			if !cmd.Flags().Changed(n) {
				return misuse(cmd, "命令 %s 需要用 --%s 指定%s。", cmd.Name(), n, cmd.Flags().Lookup(n).Usage)
			}
		}
		return nil
	}
}

// progress tells on w how far a long job is, in steps that do not flood a terminal; short jobs stay silent.
func progress(w io.Writer, verb string) cases.Progress {
	const step = 10000
	next := step
	return func(done, total int) {
		if done < next {
			return
		}
		next = done - done%step + step
		if total > 0 {
			fmt.Fprintf(w, "%s %d / %d\n", verb, done, total)
			return
		}
		fmt.Fprintf(w, "%s %d\n", verb, done)
	}
}
