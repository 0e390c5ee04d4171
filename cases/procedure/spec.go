package procedure

// Spec is one row of the act table: what an act is called, what it needs, where it may stand and where it leads.
type Spec struct {
	Kind Kind
	// Label is the Chinese name, also the words on the button.
	Label string
	// Suit is true for acts of litigation.
	Suit bool
	// From lists the states in which the act may be recorded; empty means every state after receipt.
	From []State
	// To is the state it leads to; "" leaves the state.
	To State
	// Fields names the parts of Detail that the act carries, in the order a form asks for them.
	Fields []Field
	// Basis is the article.
	Basis string
}

// Field names a part of Detail in the act table.
type Field string

// Fields that acts may carry.
const (
	FieldGround     Field = "ground"     // 事由
	FieldItems      Field = "items"      // 决定主文
	FieldDays       Field = "days"       // 延长天数
	FieldTo         Field = "to"         // 送往
	FieldAppearance Field = "appearance" // 出庭情况
	FieldResults    Field = "results"    // 裁判结果
)
