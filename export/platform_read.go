package export

import (
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/platform"
	"fuyi/cases/procedure"
)

// platformSheet is a sheet of an exported list (平台导出清单) and how it was understood.
type platformSheet struct {
	plan *sheetPlan
	kind cases.Kind
	// fields names the field of each column, "" for one that is not understood.
	fields []string
	found  int
}

// readPlatform reads a list exported from the platform: every sheet of the kind asked for, or of the first kind found.
func readPlatform(path string, opt *cases.ReconcileOptions) (cases.PlatformList, cases.PlatformCard, error) {
	var list cases.PlatformList
	var card cases.PlatformCard
	s, err := openSource(path)
	if err != nil {
		return list, card, err
	}
	defer s.close()
	list.File, list.Kind = s.name, opt.Kind
	for _, name := range s.f.GetSheetList() {
		p, err := s.platformSheet(name, list.Kind, opt.Cards)
		if err != nil {
			return list, card, err
		}
		if p == nil {
			continue
		}
		list.Kind = p.kind
		if err := p.read(s, &list); err != nil {
			return list, card, err
		}
	}
	if list.Fields == nil {
		return list, card, refuse(cases.Invalid, "文件“"+s.name+"”中没有找到可以核对的清单。清单的前25行要有表头，其中要有案号和当事人、收案日期等栏目；平台用别的名称的，请在抄录卡中写明平台的名称。", nil)
	}
	card, err = platform.CardFor(list.Kind, opt.Cards)
	return list, card, err
}

// platformSheet finds the head of a list. It is nil for a sheet that has none.
func (s *source) platformSheet(name string, kind cases.Kind, cards []cases.PlatformCard) (*platformSheet, error) {
	scan, reason, err := s.readable(name)
	if err != nil || reason != "" || isOwnSheet(name) {
		return nil, err
	}
	rows, err := s.head(name, scan)
	if err != nil || isAnnexHead(rows) {
		return nil, err
	}
	var best *platformSheet
	for _, k := range kinds() {
		if kind != "" && k != kind {
			continue
		}
		card, err := platform.CardFor(k, cards)
		if err != nil {
			return nil, err
		}
		if p := findPlatform(name, k, &card, rows, scan); p != nil && (best == nil || p.found > best.found) {
			best = p
		}
	}
	if best != nil {
		best.plan.scan = scan
		best.plan.prepare(s)
	}
	return best, nil
}

// findPlatform looks for the row, or the two, that name most fields; the number must be among them.
func findPlatform(sheet string, k cases.Kind, card *cases.PlatformCard, rows []rawRow, scan *sheetScan) (best *platformSheet) {
	own := cardHeads(card)
	for i := range rows {
		for height := 1; height <= 2 && i+height <= len(rows); height++ {
			if height == 2 && (rows[i+1].n != rows[i].n+1 || looksLikeData(rows[i+1].cells) && !anyHead(own, rows[i+1].cells)) {
				continue
			}
			headers := headersOf(rows[i:i+height], scan.merges)
			if named := kindOf(headers); named != "" && named != k {
				continue
			}
			p := bindPlatform(k, own, headers)
			if !slices.Contains(p.fields, "number") || p.found < 3 || best != nil && p.found <= best.found {
				continue
			}
			p.plan.layout.sheet, p.plan.layout.kind = sheet, k
			p.plan.layout.headerRow, p.plan.layout.dataRow = rows[i].n+height-1, rows[i].n+height
			best = p
		}
	}
	return best
}

// cardHeads are the heads the card names, reduced as heads are compared.
func cardHeads(card *cases.PlatformCard) map[string]string {
	out := map[string]string{}
	for _, f := range card.Fields {
		for _, h := range append([]string{f.Label}, f.Heads...) {
			if h = headerName(h); h != "" {
				out[h] = f.Field
			}
		}
	}
	return out
}

func anyHead(own map[string]string, cells []string) bool {
	return slices.ContainsFunc(cells, func(c string) bool { return own[headerName(c)] != "" })
}

// bindPlatform gives columns their fields: what the card names first, then what ledgers name.
func bindPlatform(k cases.Kind, own map[string]string, headers []string) *platformSheet {
	p := &platformSheet{kind: k, fields: make([]string, len(headers))}
	taken, rest := map[string]bool{}, slices.Clone(headers)
	take := func(i int, id string) {
		if id != "" && platform.Known(id, k) && !taken[id] {
			p.fields[i], taken[id] = id, true
			p.found++
		}
	}
	for i, h := range headers {
		take(i, own[headerName(h)])
		if p.fields[i] != "" {
			rest[i] = ""
		}
	}
	columns, _ := bind(k, rest)
	for i, c := range columns {
		c.header = strings.TrimSpace(headers[i])
		if c.def != nil {
			take(i, c.def.id)
			if c.def.id == "handler" {
				p.fields[i] = "handler" // 第二承办人 names another handler
			}
		}
		c.def = definition(k, p.fields[i])
	}
	p.plan = &sheetPlan{layout: &layout{columns: columns, byIndex: columns}}
	return p
}

// definition is the column of ledgers with a name, nil if they have none.
func definition(k cases.Kind, id string) *columnDef {
	defs := columnsOf(k)
	if i := slices.IndexFunc(defs, func(d columnDef) bool { return d.id == id }); i >= 0 && id != "" {
		return &defs[i]
	}
	return nil
}

// read adds the records of a sheet to the list.
func (p *platformSheet) read(s *source, list *cases.PlatformList) error {
	for i, id := range p.fields {
		switch h := p.plan.layout.columns[i].header; {
		case id != "" && !slices.Contains(list.Fields, id):
			list.Fields = append(list.Fields, id)
		case id == "" && h != "" && p.plan.layout.columns[i].def == nil && !slices.Contains(list.Ignored, h):
			list.Ignored = append(list.Ignored, h)
		}
	}
	if p.plan.scan.usedRows > maxLedgerRows {
		return refuse(cases.Invalid, fmt.Sprintf("文件“%s”共有%d行，一次最多核对%d行，请分年度导出清单再核对。", s.name, p.plan.scan.usedRows, maxLedgerRows), nil)
	}
	if f := p.plan.scan.formulas; slices.ContainsFunc(f, func(c formulaCell) bool { return !c.value() }) {
		list.Problems = append(list.Problems, "工作表“"+p.plan.layout.sheet+"”中有公式没有计算结果，按空白核对。请在 WPS 或 Excel 中打开清单、保存一次后再核对。")
	}
	m := &rowMaker{plan: p.plan, layout: p.plan.layout}
	return s.rows(p.plan.layout.sheet, p.plan.scan, func(r rawRow) bool {
		if r.n >= p.plan.layout.dataRow {
			p.row(s, m, &r, list)
		}
		return true
	})
}

// row makes a record of a row. Rows under one merged number belong to one case.
func (p *platformSheet) row(s *source, m *rowMaker, r *rawRow, list *cases.PlatformList) {
	empty := blank(r.cells)
	goesOn := m.fill(r)
	switch {
	case empty:
		return
	case m.noCase(r) != "":
		list.Skipped++
		return
	}
	if !goesOn || len(list.Records) == 0 {
		list.Records = append(list.Records, cases.PlatformRecord{Sheet: p.plan.layout.sheet, Row: r.n, Cells: map[string]cases.PlatformCell{}})
	}
	rec := &list.Records[len(list.Records)-1]
	for i, id := range p.fields {
		if id == "" || i >= len(r.cells) {
			continue
		}
		text := strings.TrimSpace(r.cells[i])
		cell, there := rec.Cells[id]
		if text == "" || there && slices.Contains(strings.Split(cell.Text, "；"), text) {
			continue
		}
		if !there {
			cell.Address = fmt.Sprintf("%s%d", colName(i+1), r.n)
		}
		days := platform.HoldsDays(id, p.kind)
		value := platformValue(p.kind, id, text, days, s.date1904)
		if _, ok := readPlainDate(text, s.date1904); days && ok {
			text = value // a serial number says nothing to the clerk
		}
		cell.Text, cell.Value = joined(cell.Text, text), joined(cell.Value, value)
		rec.Cells[id] = cell
	}
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + "；" + b
}

// platformValue brings a cell to the office's form: days as 2024-03-05, and words this program knows in its own spelling.
func platformValue(k cases.Kind, id, text string, days, date1904 bool) string {
	if !days && id != "result" && id != "instance" && id != "source" {
		return text
	}
	parts := list(text, isDateSep)
	for i, part := range parts {
		part = strings.TrimSpace(part)
		switch {
		case days:
			parts[i] = platformDay(part, date1904)
		case id == "instance" && instanceWords[plain(part)] != "":
			parts[i] = instanceWords[plain(part)].Label()
		case id == "source" && sourceWords[plain(part)] != "":
			parts[i] = sourceWords[plain(part)].Label()
		case id == "result":
			parts[i] = resultWord(k, part)
		}
	}
	return strings.Join(parts, "；")
}

// platformDay is the day a cell names, alone or with other words, as 2024-03-05 〔2024〕复意1号; the text itself if it names none.
func platformDay(text string, date1904 bool) string {
	text = strings.TrimSpace(strings.TrimPrefix(text, deemedAccepted))
	if d, ok := readPlainDate(text, date1904); ok {
		return d.String()
	}
	if e, ok := parseEntry(text, date1904); ok && !e.on.IsZero() {
		return e.on.String()
	}
	return text
}

// resultWord is the headline that a word for a result stands for, the word itself if it is not known.
func resultWord(k cases.Kind, word string) string {
	a := procedure.Act{}
	if k == cases.Litigation {
		_, rest := cutDefendant(word)
		v, ok := verdictIndex[plain(rest)]
		if !ok || v.outcome == "" {
			return word
		}
		a.Kind, a.Detail = procedure.Judgment, &procedure.Detail{Results: []procedure.Result{{Outcome: v.outcome}}}
		return procedure.Headline([]procedure.Act{a})
	}
	if strings.Contains(withdrawalWords, " "+plain(word)+" ") {
		return platform.Withdrawn
	}
	if it, ok := itemWord(word); ok {
		a.Kind, a.Detail = procedure.Decision, &procedure.Detail{Items: []procedure.Item{it}}
	} else if e, ok := endingIndex[plain(word)]; ok {
		a.Kind, a.Detail = e.kind, &procedure.Detail{Ground: e.ground}
	} else {
		return word
	}
	return procedure.Headline([]procedure.Act{a})
}
