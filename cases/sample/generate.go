package sample

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Generate makes n invented cases received on working days from the first day of the year from to the last of the year
// to, or to today if that comes first, and gives each to yield in the order of receipt. The same arguments give the same
// cases. Nothing is dated after today, so that the cases of the last weeks are still open and their periods end around
// today. Cases are made one at a time: any number fits into memory. An error of yield ends the run and is returned.
func Generate(n int, seed uint64, from, to int, today calendar.Date, cal *calendar.Calendar, yield func(*cases.Case) error) error {
	g := &generator{
		diary: diary{cal}, rng: rand.New(rand.NewPCG(seed, uint64(from)<<32|uint64(uint32(to)))),
		settings: Office(), today: today,
	}
	days := g.workdays(calendar.New(from, 1, 1), min(today, calendar.New(to, 12, 31)))
	if len(days) == 0 {
		return &cases.Error{Op: "generate", Kind: cases.Invalid, Msg: fmt.Sprintf(
			"%d年至%d年之间到%s为止没有工作日，不能生成案件。请把起始年度改为今年或者更早。", from, to, today.Chinese())}
	}
	for i := range n {
		on := days[i*len(days)/n]
		if on.Year() != g.year {
			g.year, g.numbers = on.Year(), map[cases.Kind]int{}
		}
		if err := yield(g.next(on)); err != nil {
			return err
		}
	}
	return nil
}

// generator makes cases one after the other.
type generator struct {
	diary
	rng      *rand.Rand
	settings cases.Settings
	today    calendar.Date
	// year is the year of the last case, numbers the last number of each kind in it.
	year    int
	numbers map[cases.Kind]int
}

func (g *generator) workdays(from, to calendar.Date) []calendar.Date {
	var out []calendar.Date
	for d := from; d <= to; d++ {
		if g.open(d) {
			out = append(out, d)
		}
	}
	return out
}

// next makes one case and leaves out what lies after today.
func (g *generator) next(on calendar.Date) *cases.Case {
	var c *cases.Case
	if g.chance(70) {
		c = g.reconsideration(on)
	} else {
		c = g.litigation(on)
	}
	for i, a := range c.Acts {
		if a.On > g.today {
			c.Acts = c.Acts[:i]
			break
		}
	}
	return c
}

// blank is a case with its number, handler and parties on the applicants' side.
func (g *generator) blank(k cases.Kind, prefix string) *cases.Case {
	g.numbers[k]++
	n := g.numbers[k]
	c := &cases.Case{Kind: k, Number: number(prefix, g.year, n), Handler: handler(g.rng.IntN(len(handlers)))}
	if g.chance(18) {
		c.Parties = append(c.Parties, cases.Party{Role: cases.Applicant, Name: g.company(), Organisation: true})
		return c
	}
	c.Parties = append(c.Parties, applicant(g.person()))
	for g.chance(6) {
		c.Parties = append(c.Parties, applicant(g.person()))
	}
	return c
}

func (g *generator) subject(c *cases.Case, t topic) {
	about := disputes[t.about]
	c.Subject, c.Class = about.subject, cases.Classification{Category: about.category, Matter: about.matter}
}

// chance is true in so many of a hundred cases.
func (g *generator) chance(percent int) bool { return g.rng.IntN(100) < percent }

// between is a number from low to high, both included.
func (g *generator) between(low, high int) int { return low + g.rng.IntN(high-low+1) }

// choice is a word with its weight.
type choice struct {
	word   string
	weight int
}

func (g *generator) pick(list []choice) string {
	sum := 0
	for _, c := range list {
		sum += c.weight
	}
	n := g.rng.IntN(sum)
	for _, c := range list {
		if n -= c.weight; n < 0 {
			return c.word
		}
	}
	return list[0].word
}

const (
	surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常于时傅顾孟黄和穆萧尹陆"
	trades   = "餐饮管理 商贸 建设工程 装饰工程 物业管理 酒店管理 食品 电子科技 文化传媒 汽车服务 物流 教育咨询"
)

func (g *generator) person() string {
	all := []rune(surnames)
	return string(all[g.rng.IntN(len(all))]) + "某某"
}

func (g *generator) company() string {
	all := strings.Fields(trades)
	return "苏州某某" + all[g.rng.IntN(len(all))] + "有限公司"
}

// topic is a dispute with the keys of the organs that may be responsible for it.
type topic struct {
	about  string
	organs []string
	weight int
}

// streets are the keys of the street offices. It is read only.
var streets = []string{"平江", "双塔", "沧浪", "金阊", "虎丘", "吴门桥", "苏锦", "白洋湾"}

// topics are what generated cases are about. It is read only.
var topics = []topic{
	{"治安处罚", []string{"公安"}, 24}, {"举报处理", []string{"市监"}, 20}, {"信息公开", streets, 14}, {"违建处置", []string{"城管"}, 10},
	{"城管处罚", []string{"城管"}, 6}, {"食品处罚", []string{"市监"}, 6}, {"征收补偿", []string{"住建"}, 5}, {"强制拆除", streets, 5},
	{"劳动监察", []string{"人社"}, 5}, {"不履责", streets, 4}, {"物业处罚", []string{"住建"}, 2}, {"信访答复", streets, 2},
}

func (g *generator) topic() (topic, string) {
	sum := 0
	for _, t := range topics {
		sum += t.weight
	}
	n := g.rng.IntN(sum)
	for _, t := range topics {
		if n -= t.weight; n < 0 {
			return t, t.organs[g.rng.IntN(len(t.organs))]
		}
	}
	return topics[0], topics[0].organs[0]
}

// regime is the regime in force on a day.
func regime(d calendar.Date) procedure.Regime { return procedure.RegimeOn(d) }
