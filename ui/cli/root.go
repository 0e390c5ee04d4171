package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// officeVariable names the environment variable that moves the default office.
const officeVariable = "FUYI_OFFICE"

// root builds the commands. cobra's own English texts (help, completion, errors) are all replaced.
func (a *app) root() *cobra.Command {
	// Started from the Windows desktop, the program opens its window; cobra would say it is a command line tool.
	cobra.MousetrapHelpText = ""
	root := &cobra.Command{
		Use:           "fuyi",
		Short:         "行政复议与应诉案件管理",
		SilenceErrors: true,
		SilenceUsage:  true,
		// Two letters may differ in a word that is suggested instead of an unknown one.
		SuggestionsMinimumDistance: 2,
		DisableFlagsInUseLine:      true,
		CompletionOptions:          cobra.CompletionOptions{DisableDefaultCmd: true},
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return misuse(cmd, "没有 %s 这个命令。%s", args[0], suggest(cmd, args[0]))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return a.window(cmd.Context()) },
	}
	flags := root.PersistentFlags()
	flags.StringVar(&a.office, "office", "", "办公室数据文件夹；不写时用环境变量 "+officeVariable+" 或本机用户数据文件夹")
	flags.BoolP("help", "h", false, "显示说明")
	root.SetOut(a.out)
	root.SetErr(a.Stderr)
	root.SetFlagErrorFunc(flagProblem)
	root.SetHelpFunc(a.help)
	root.SetHelpCommand(a.helpCommand())
	root.AddCommand(a.importCommand(), a.templateCommand(), a.ledgerCommand(), a.importsCommand(),
		a.listCommand(), a.findCommand(), a.showCommand(), a.briefCommand(), a.papersCommand(), a.attachCommand(), a.actCommand(), a.tryCommand(), a.correctCommand(), a.actsCommand(), a.deadlineCommand(),
		a.dueCommand(), a.entriesCommand(), a.holidaysCommand(), a.statisticsCommand(), a.formsCommand(), a.traceCommand(), a.sealCommand(), a.fillCommand(), a.reconcileCommand(), a.reportCommand(), a.analysisCommand(),
		a.suitsCommand(), a.appearancesCommand(), a.lossesCommand(), a.adviceCommand(), a.bulletinCommand(), a.answerCommand(), a.courtCommand(),
		a.checkCommand(), a.backupCommand(), a.restoreCommand(),
		a.demoCommand(), a.generateCommand(), a.picturesCommand(), a.versionCommand())
	for _, c := range root.Commands() {
		c.DisableFlagsInUseLine = true
	}
	return root
}

func suggest(cmd *cobra.Command, word string) string {
	near := cmd.SuggestionsFor(word)
	if len(near) == 0 {
		return ""
	}
	return "您要用的可能是 " + strings.Join(near, "、") + "。"
}

// dir is the office folder of this run.
func (a *app) dir() string {
	if a.office != "" {
		return a.office
	}
	if dir := a.Getenv(officeVariable); dir != "" {
		return dir
	}
	return a.Home
}

// with opens the office for one piece of work. Work that writes keeps other writers out meanwhile.
func (a *app) with(ctx context.Context, write bool, work func(Office) error) error {
	o, err := a.Open(ctx, a.dir(), write)
	if err != nil {
		return err
	}
	return use(o, work)
}

// change opens an office that exists for a change: a slip in its place must not leave an empty office there.
func (a *app) change(ctx context.Context, work func(Office) error) error {
	o, err := a.Open(ctx, a.dir(), false)
	if err != nil {
		return err
	}
	if err := o.Close(); err != nil {
		return err
	}
	return a.with(ctx, true, work)
}

// use works with an open office and closes it.
func use(o Office, work func(Office) error) error {
	err := work(o)
	if closed := o.Close(); err == nil {
		err = closed
	}
	return err
}

func (a *app) jsonFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.json, "json", false, "在标准输出上打印一个 JSON 文档")
}

func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [命令]",
		Short: "显示说明",
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return misuse(cmd.Root(), "没有 %s 这个命令。", strings.Join(args, " "))
			}
			return about.Help()
		},
	}
}

// help prints the help of a command.
func (a *app) help(cmd *cobra.Command, _ []string) {
	text := cmd.Long
	if text == "" {
		text = cmd.Short + "。"
	}
	fmt.Fprintf(a.out, "%s\n\n用法：\n%s%s\n", text, gap, cmd.UseLine())
	if !cmd.HasParent() {
		fmt.Fprintf(a.out, "%sfuyi 命令 [选项]\n\n不写命令时打开窗口。命令有：\n", gap)
		var rows pairs
		for _, c := range cmd.Commands() {
			if !c.Hidden {
				rows.add(gap+c.Name(), c.Short)
			}
		}
		rows.write(a.out)
	}
	fmt.Fprint(a.out, "\n选项：\n")
	var rows pairs
	describe := func(f *pflag.Flag) {
		name := gap + "--" + f.Name
		if f.Shorthand != "" {
			name = gap + "-" + f.Shorthand + ", --" + f.Name
		}
		if t := flagType(f); t != "" {
			name += " " + t
		}
		rows.add(name, f.Usage)
	}
	cmd.LocalNonPersistentFlags().VisitAll(describe)
	cmd.Root().PersistentFlags().VisitAll(describe)
	rows.write(a.out)
}

// flagType names the content of a flag in Chinese, "" for a switch.
func flagType(f *pflag.Flag) string {
	switch t := f.Value.Type(); t {
	case "bool":
		return ""
	case "string":
		return "文本"
	case "stringArray":
		return "名称=内容"
	default:
		return t
	}
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "显示版本",
		Args:  operands(),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.out, "fuyi", a.Version)
			return err
		},
	}
}
