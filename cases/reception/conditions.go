package reception

import (
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Representatives says how many representatives a number of people needs (代表人), by the rules of the day; false if none.
func Representatives(people, chosen int, day calendar.Date, suit bool) (Hint, bool) {
	over, low, high, basis := 10, 2, 5, "《实施条例》第17条"
	switch {
	case suit:
		over, basis = 9, "《行政诉讼法》第28条及其司法解释第29条"
	case procedure.RegimeOn(day) != procedure.RegimeC:
		over, low, basis = 5, 1, "旧《实施条例》第8条"
	}
	if people <= over {
		return Hint{}, false
	}
	h := Hint{Answer: Yes, Title: "代表人", Basis: basis, Text: fmt.Sprintf("同一案件申请人%d人，应当推选%d至%d名代表人，推选书由全体申请人签名。", people, low, high)}
	if chosen < low || chosen > high {
		h.Answer = No
		h.Text += fmt.Sprintf("现在登记了%d名。", chosen)
	}
	return h, true
}

// maxAgents is how many agents a party may have (复议法17, 行政诉讼法31).
const maxAgents = 2

// Agents says what is wrong with the agents of the parties (代理人), by the rules of the day, in the order in which they are named;
// none if all is well.
func Agents(c *cases.Case, day calendar.Date) []Hint {
	basis, suit := "《行政复议法》第17条", c.Kind == cases.Litigation
	if suit {
		basis = "《行政诉讼法》第31条"
	}
	n, staff := map[string]int{}, map[string]bool{}
	var order []string
	for _, p := range c.Parties {
		if p.Role != cases.Agent || strings.TrimSpace(p.Name) == "" {
			continue
		}
		who := strings.TrimSpace(p.For)
		if who == "" {
			who = cases.Applicant.Label(c.Kind)
		}
		if n[who]++; n[who] == 1 {
			order = append(order, who)
		}
		staff[who] = staff[who] || p.Agency != lawyer
	}
	respondents := c.Names(cases.Respondent)
	var out []Hint
	for _, who := range order {
		if n[who] > maxAgents {
			out = append(out, Hint{No, "代理人", fmt.Sprintf("%s有%d名代理人，每个当事人只能委托一至二名。", who, n[who]), basis})
		}
		if !suit && !staff[who] && slices.Contains(respondents, who) && procedure.RegimeOn(day) == procedure.RegimeC {
			out = append(out, Hint{No, "代理人", who + "只委托了律师，被申请人应当委托一至二名工作人员参加行政复议，不得仅委托律师。", "《实施条例》第18条"})
		}
	}
	return out
}

// lawyer is the kind of an agent (代理人身份) who is one.
const lawyer = "律师"

// Conditions are those of acceptance (受理条件, 复议法30) with what the papers answer. late is true when the application period has
// run out; forums are the hints of Jurisdiction; alike says that a case of the same applicant about the same act exists.
func Conditions(c *cases.Case, forums []Hint, late, alike bool) []Hint {
	const basis = "《行政复议法》第30条第1款第"
	p := c.Particulars
	if p == nil {
		p = &cases.Particulars{}
	}
	yes := func(ok bool) Answer {
		if ok {
			return Yes
		}
		return No
	}
	in := func(ok bool, good, bad string) string {
		if ok {
			return good
		}
		return bad
	}
	named := len(c.Names(cases.Applicant)) > 0 && len(c.Names(cases.Respondent)) > 0
	said := strings.TrimSpace(p.Requests) != "" && strings.TrimSpace(p.Reasons) != ""
	own := Unknown
	for _, f := range forums {
		if f.Answer == No {
			own = No
		} else if f.Answer == Yes && own == Unknown {
			own = Yes
		}
	}
	timely := yes(!late)
	if p.Known.IsZero() && !late {
		timely = Unknown
	}
	repeat := Unknown
	if alike {
		repeat = No
	}
	return []Hint{
		{yes(named), "有明确的申请人和符合规定的被申请人", in(named, "已填写申请人和被申请人。", "还没有填写申请人或者被申请人。"), basis + "1项"},
		{Unknown, "申请人与行政行为有利害关系", "相邻权、公平竞争权受影响，撤销变更影响权益，为维护自身权益而投诉等，属于有利害关系。", basis + "2项、《实施条例》第35条"},
		{yes(said), "有具体的复议请求和理由", in(said, "已填写请求和理由。", "还没有填写请求或者理由；确实没有写清的，列入补正。"), basis + "3项"},
		{timely, "在法定申请期限内提出", map[Answer]string{Yes: "在期限内。", No: "已超过期限；有不可抗力或者其他正当理由的，期限自障碍消除之日起继续计算。", Unknown: "请填写知道行政行为之日。"}[timely], basis + "4项、第20条"},
		{Unknown, "属于行政复议范围", "刑事司法行为、行政指导、过程性行为、层级监督、信访事项处理等不属于复议范围。", basis + "5项、第11条、第12条、《实施条例》第36条"},
		{own, "属于本机关管辖", map[Answer]string{Yes: "按被申请人的类型属于本机关管辖。", No: "有被申请人不属于本机关管辖，见上面的提示。", Unknown: "请先填写被申请人及其类型。"}[own], basis + "6项"},
		{repeat, "没有重复受理", map[Answer]string{No: "已有同一申请人就同一行为的案件，请核对是否重复申请。", Unknown: "请核对申请人是否就同一行为向法院起诉并已受理。"}[repeat], basis + "7项"},
	}
}
