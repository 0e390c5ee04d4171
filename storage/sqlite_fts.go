package storage

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"unicode"

	"fuyi/cases"
)

// pairs is a text as the index of attachments keeps it: every pair of neighbouring characters a token, so that a substring
// of two characters or more is a phrase. Characters are those that folding leaves, letters and digits only; a single one
// between others has no token.
func pairs(folded string) string {
	var b strings.Builder
	var last rune
	for _, r := range folded {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			last = 0
			continue
		}
		if last != 0 {
			b.WriteRune(last)
			b.WriteRune(r)
			b.WriteByte(' ')
		}
		last = r
	}
	return b.String()
}

// phrase is a word of a search as the index is asked for it, "" for a word too short for it.
func phrase(word string) string {
	var parts []string
	for _, run := range strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if p := strings.TrimSpace(pairs(run)); p != "" {
			parts = append(parts, `"`+p+`"`)
		}
	}
	return strings.Join(parts, " AND ")
}

// writeText stores the text of a content and indexes it; what was there before goes out of the index.
func (t *transaction) writeText(ctx context.Context, hash, body string) error {
	body = strings.ToValidUTF8(body, "�")
	var id int64
	var before string
	err := t.QueryRowContext(ctx, "SELECT id, body FROM paper_texts WHERE hash = ?", hash).Scan(&id, &before)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		err = t.QueryRowContext(ctx, "INSERT INTO paper_texts (hash, body) VALUES (?, ?) RETURNING id", hash, body).Scan(&id)
	case err == nil && before == body:
		return nil
	case err == nil:
		if _, err = t.ExecContext(ctx, "INSERT INTO paper_index (paper_index, rowid, pairs) VALUES ('delete', ?, ?)", id, pairs(foldText(before))); err == nil {
			_, err = t.ExecContext(ctx, "UPDATE paper_texts SET body = ? WHERE id = ?", body, id)
		}
	}
	if err != nil {
		return err
	}
	_, err = t.ExecContext(ctx, "INSERT INTO paper_index (rowid, pairs) VALUES (?, ?)", id, pairs(foldText(body)))
	return err
}

// casesWithText names the cases with a paper whose text holds a folded word.
func casesWithText(ctx context.Context, q querier, word string) ([]cases.ID, error) {
	asked := phrase(word)
	if asked == "" {
		return nil, nil
	}
	return selectIDs(ctx, q, "SELECT DISTINCT p.case_id FROM paper_index i JOIN paper_texts t ON t.id = i.rowid JOIN papers p ON p.hash = t.hash "+
		"WHERE paper_index MATCH ? AND p.discarded = ''", []any{asked})
}

// textsOf gives the texts of these cases' papers that hold a folded word, the papers of a case in the order they came.
func textsOf(ctx context.Context, q querier, ids []cases.ID, word string, f func(id cases.ID, p cases.PaperID, file, body string)) error {
	asked := phrase(word)
	if asked == "" || len(ids) == 0 {
		return nil
	}
	list, args := inList(ids)
	return scanAll(ctx, q, "SELECT p.case_id, p.id, p.file, t.body FROM paper_index i JOIN paper_texts t ON t.id = i.rowid JOIN papers p ON p.hash = t.hash "+
		"WHERE paper_index MATCH ? AND p.discarded = '' AND p.case_id IN "+list+" ORDER BY p.id", func(rows *sql.Rows) error {
		var id cases.ID
		var paper cases.PaperID
		var file, body string
		if err := rows.Scan(&id, &paper, &file, &body); err != nil {
			return err
		}
		f(id, paper, file, body)
		return nil
	}, append([]any{asked}, args...)...)
}
