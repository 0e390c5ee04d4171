package storage

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"strconv"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Actions of the audit trail. The words are stored.
const (
	actionSettings = "settings" // 修改设置
	actionRegister = "register" // 登记案件
	actionRecord   = "record"   // 记录程序行为
	actionImport   = "import"   // 导入台账
	actionUndo     = "undo"     // 撤销导入
	actionRefresh  = "refresh"  // 随日期更新案件状态
	actionCorrect  = "correct"  // 更正录入
	actionTick     = "tick"     // 核对录入
	actionHolidays = "holidays" // 导入放假安排

	actionRevise    = "revise"    // 修改案件信息
	actionDiscard   = "discard"   // 移入回收站
	actionReinstate = "reinstate" // 从回收站恢复
	actionPerson    = "person"    // 维护人员
	actionOrgan     = "organ"     // 维护机关名录
	actionPaper     = "paper"     // 整理卷宗

	actionSeal = "seal" // 封存统计期
)

// Entry is one entry of the audit trail (留痕).
type Entry struct {
	ID     int64
	At     string
	Who    string
	Action string
	// CaseID is 0 for entries about the whole office.
	CaseID cases.ID
	// Content is JSON; its form depends on the action.
	Content string
	Hash    string
}

// actionLabels are the Chinese names of the actions. It is read only.
var actionLabels = map[string]string{
	actionSettings: "修改设置", actionRegister: "登记案件", actionRecord: "记录程序行为", actionImport: "导入台账",
	actionUndo: "撤销导入", actionRefresh: "更新案件状态", actionCorrect: "更正录入", actionTick: "核对录入",
	actionHolidays: "导入放假安排",
	actionRevise:   "修改案件信息", actionDiscard: "移入回收站", actionReinstate: "从回收站恢复", actionPerson: "维护人员",
	actionOrgan: "维护机关名录", actionPaper: "整理卷宗",
	actionSeal: "封存统计期",
}

// Label is the Chinese name of the entry's action.
func (e Entry) Label() string { return cmp.Or(actionLabels[e.Action], e.Action) }

// The contents of the entries, one type per action.
type (
	settingsEntry struct {
		Before cases.Settings `json:"before"`
		After  cases.Settings `json:"after"`
	}
	registerEntry struct {
		Case  *cases.Case `json:"case"`
		Print footprint   `json:"footprint"`
	}
	recordEntry struct {
		Act   procedure.Act `json:"act"`
		Print footprint     `json:"footprint"`
	}
	importEntry struct {
		Import int64     `json:"import"`
		File   string    `json:"file"`
		Hash   string    `json:"hash"`
		Print  footprint `json:"footprint"`
	}
	undoEntry struct {
		Import  int64         `json:"import"`
		File    string        `json:"file"`
		Removed []removedCase `json:"removed"`
	}
	removedCase struct {
		ID     cases.ID `json:"id"`
		Number string   `json:"number"`
	}
	correctEntry struct {
		Correction int64          `json:"correction"`
		Old        procedure.Act  `json:"old"`
		New        *procedure.Act `json:"new,omitempty"`
		Reason     string         `json:"reason"`
		Print      footprint      `json:"footprint"`
	}
	tickEntry struct {
		Entries []int64 `json:"entries"`
		By      string  `json:"by"`
	}
	holidaysEntry struct {
		Year   int             `json:"year"`
		Source string          `json:"source"`
		Data   json.RawMessage `json:"data"`
	}
	reviseEntry struct {
		Revisions []revision `json:"revisions"`
	}
	discardEntry struct {
		Cases  []removedCase `json:"cases"`
		Reason string        `json:"reason,omitempty"`
	}
	// personEntry and organEntry keep what was before and after; a PIN only as the fact that it was set.
	personEntry struct {
		Before *cases.Person `json:"before,omitempty"`
		After  *cases.Person `json:"after,omitempty"`
		PIN    string        `json:"pin,omitempty"`
	}
	organEntry struct {
		Before *cases.OrganRecord `json:"before,omitempty"`
		After  *cases.OrganRecord `json:"after,omitempty"`
	}
	// sealEntry names a seal; its content stands in the table and is vouched for by the hash.
	sealEntry struct {
		Seal     int64  `json:"seal"`
		Title    string `json:"title"`
		From     string `json:"from"`
		To       string `json:"to"`
		AsOf     string `json:"as_of"`
		Note     string `json:"note,omitempty"`
		Replaces int64  `json:"replaces,omitempty"`
		Hash     string `json:"hash"`
	}
	refreshEntry struct {
		Day   string `json:"day"`
		Cases int    `json:"cases"`
	}
)

// chained is the link of an entry to the one before it. Every field goes in with its length, so that moving a character
// from one field to the next shows.
func (e *Entry) chained(previous string) string {
	h := sha256.New()
	for _, s := range []string{previous, strconv.FormatInt(e.ID, 10), e.At, e.Who, e.Action, strconv.FormatInt(int64(e.CaseID), 10), e.Content} {
		h.Write(strconv.AppendInt(nil, int64(len(s)), 10))
		h.Write([]byte{':'})
		h.Write([]byte(s))
	}
	return hex.EncodeToString(h.Sum(nil))
}

func lastEntry(ctx context.Context, q querier) (id int64, hash string, err error) {
	err = q.QueryRowContext(ctx, "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1").Scan(&id, &hash)
	if err == sql.ErrNoRows {
		return 0, "", nil
	}
	return id, hash, err
}

// audit writes the entry of the transaction.
func (t *transaction) audit(ctx context.Context, action string, id cases.ID, content any) error {
	data, err := json.Marshal(content)
	if err != nil {
		return err
	}
	e := Entry{ID: t.entry, At: t.stamp(), Who: t.o.Author(), Action: action, CaseID: id, Content: string(data)}
	e.Hash = e.chained(t.chain)
	_, err = t.ExecContext(ctx, "INSERT INTO audit (id, at, who, action, case_id, content, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
		e.ID, e.At, e.Who, e.Action, int64(e.CaseID), e.Content, e.Hash)
	return err
}

// Audit lists the newest entries of the audit trail, at most limit; 0 means all.
func (o *Office) Audit(ctx context.Context, limit int) ([]Entry, error) {
	if limit <= 0 {
		limit = 1 << 40
	}
	var out []Entry
	err := eachEntry(ctx, o.read, "ORDER BY id DESC LIMIT ?", []any{limit}, func(e Entry) error {
		out = append(out, e)
		return nil
	})
	return out, fail("audit", err)
}

func eachEntry(ctx context.Context, q querier, tail string, args []any, f func(Entry) error) error {
	rows, err := q.QueryContext(ctx, "SELECT id, at, who, action, case_id, content, hash FROM audit "+tail, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var e Entry
		if err := rows.Scan(&e.ID, &e.At, &e.Who, &e.Action, &e.CaseID, &e.Content, &e.Hash); err != nil {
			return err
		}
		if err := f(e); err != nil {
			return err
		}
	}
	return rows.Err()
}
