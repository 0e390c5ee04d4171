package export

// Sheets of the template that hold no cases.
const (
	guideSheet = "填表说明"
	codeSheet  = "代码表"
)
