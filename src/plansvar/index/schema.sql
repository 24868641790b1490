-- One index: what was read, what was extracted, and how to find it again.
-- "owner" is the rowid of the row that a row belongs to: a document, or for observations and
-- assessments an indicator. Rows stand in reading order by rowid. Spans are [start, end] in
-- documents.text; spans, boxes, marks and lists are JSON.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;

CREATE TABLE documents (
  rowid INTEGER PRIMARY KEY, owner INTEGER,
  path TEXT, digest TEXT, format TEXT, title TEXT, text TEXT, municipality TEXT, kind TEXT,
  year INTEGER, period TEXT, status TEXT, blocks TEXT, ocr TEXT, keys TEXT,
  line_marks TEXT
);
-- Where the file lay when it was read, for showing its pages; owner is the document.
CREATE TABLE files (owner INTEGER PRIMARY KEY, location TEXT);
-- Files that were handed over but are in no document, and why.
CREATE TABLE skipped (name TEXT, reason TEXT);

CREATE TABLE pages (
  rowid INTEGER PRIMARY KEY, owner INTEGER,
  "index" INTEGER, span TEXT, number INTEGER, label TEXT, width REAL, height REAL
);
CREATE TABLE parts (
  rowid INTEGER PRIMARY KEY, owner INTEGER, title TEXT, span TEXT, organisation TEXT
);
CREATE TABLE sections (
  rowid INTEGER PRIMARY KEY, owner INTEGER,
  path TEXT, heading TEXT, span TEXT, level INTEGER, parent INTEGER
);
CREATE TABLE tables (
  rowid INTEGER PRIMARY KEY, owner INTEGER,
  cells TEXT, header_rows INTEGER, span TEXT, caption TEXT, legend TEXT, problems TEXT
);
CREATE TABLE gaps (
  rowid INTEGER PRIMARY KEY, owner INTEGER,
  kind TEXT, reason TEXT, page_index INTEGER, span TEXT, boxes TEXT
);
CREATE TABLE extraction_gaps (
  rowid INTEGER PRIMARY KEY, owner INTEGER,
  kind TEXT, reason TEXT, page_index INTEGER, span TEXT, boxes TEXT
);
CREATE TABLE furniture (
  rowid INTEGER PRIMARY KEY, owner INTEGER, kind TEXT, text TEXT, page_index INTEGER
);

CREATE TABLE indicators (
  rowid INTEGER PRIMARY KEY, owner INTEGER, id TEXT,
  document_id TEXT, page INTEGER, page_index INTEGER, page_label TEXT, section TEXT,
  organisation TEXT, boxes TEXT, ocr INTEGER,
  name TEXT, name_span TEXT, kind TEXT, responsible TEXT, direction TEXT, direction_source TEXT,
  trend TEXT, trend_raw TEXT, meets_target INTEGER, comment TEXT, comment_span TEXT, status TEXT,
  "table" TEXT, also TEXT
);
CREATE TABLE observations (
  rowid INTEGER PRIMARY KEY, owner INTEGER,
  measure TEXT, period TEXT, breakdown TEXT, raw TEXT, value REAL, unit TEXT, cell TEXT,
  headings TEXT, label TEXT, note TEXT, note_span TEXT, measured INTEGER, boxes TEXT
);
CREATE TABLE assessments (
  rowid INTEGER PRIMARY KEY, owner INTEGER,
  value TEXT, source TEXT, raw TEXT, breakdown TEXT, trend TEXT, trend_raw TEXT, mark TEXT,
  meaning TEXT, legend TEXT, proof TEXT
);
CREATE TABLE commitments (
  rowid INTEGER PRIMARY KEY, owner INTEGER, id TEXT,
  document_id TEXT, page INTEGER, page_index INTEGER, page_label TEXT, section TEXT,
  organisation TEXT, boxes TEXT, ocr INTEGER,
  text TEXT, text_span TEXT, kind TEXT, responsible TEXT, responsible_span TEXT, status TEXT,
  status_raw TEXT, status_span TEXT, comment TEXT, comment_span TEXT,
  deadline TEXT, deadline_spans TEXT
);
CREATE TABLE amounts (
  rowid INTEGER PRIMARY KEY, owner INTEGER, id TEXT,
  document_id TEXT, page INTEGER, page_index INTEGER, page_label TEXT, section TEXT,
  organisation TEXT, boxes TEXT, ocr INTEGER,
  what TEXT, what_span TEXT, raw TEXT, value REAL, unit TEXT, cell TEXT, period TEXT,
  measure TEXT, is_sum INTEGER, headings TEXT, unit_span TEXT
);
CREATE TABLE summaries (
  rowid INTEGER PRIMARY KEY, owner INTEGER, id TEXT,
  document_id TEXT, page INTEGER, page_index INTEGER, page_label TEXT, section TEXT,
  organisation TEXT, boxes TEXT, ocr INTEGER,
  kind TEXT, assessment TEXT, stated_count INTEGER, span TEXT, count_span TEXT, names TEXT,
  open_ended INTEGER
);
CREATE TABLE stated_counts (
  rowid INTEGER PRIMARY KEY, owner INTEGER,
  document_id TEXT, page INTEGER, page_index INTEGER, page_label TEXT, section TEXT,
  organisation TEXT, boxes TEXT, ocr INTEGER,
  what TEXT, count INTEGER, span TEXT, status TEXT, forecast INTEGER
);
CREATE TABLE abbreviations (
  rowid INTEGER PRIMARY KEY, owner INTEGER, short TEXT, long TEXT,
  document_id TEXT, page INTEGER, page_index INTEGER, page_label TEXT, section TEXT,
  organisation TEXT, boxes TEXT, ocr INTEGER, span TEXT
);
CREATE TABLE chunks (
  rowid INTEGER PRIMARY KEY, owner INTEGER, id TEXT,
  document_id TEXT, page INTEGER, page_index INTEGER, page_label TEXT, section TEXT,
  organisation TEXT, boxes TEXT, ocr INTEGER,
  heading TEXT, text TEXT, span TEXT
);

-- Names of indicators, commitments and amounts, for the search that is near in meaning.
CREATE TABLE row_names (rowid INTEGER PRIMARY KEY, owner INTEGER, row_id TEXT, name TEXT);

-- Stems of the chunks, separated by spaces; its rowid is the chunk's.
CREATE VIRTUAL TABLE passages USING fts5(
  heading, body, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '-:/.'"
);
CREATE VIRTUAL TABLE passage_words USING fts5vocab(passages, row);
-- Letter grams of the stems, through which misspelt words are matched.
CREATE TABLE word_grams (
  gram TEXT, word TEXT, gram_count INTEGER, PRIMARY KEY (gram, word)
) WITHOUT ROWID;
