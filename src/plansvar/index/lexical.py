"""Search by words: BM25 over stems; words that the index does not hold are matched by letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

import apsw

from plansvar.language.folding import grams, stem, words
from plansvar.language.vocabulary import vocabulary

INNER = re.compile(r"[-:/.]")
HEADING_WEIGHT, BODY_WEIGHT = 1.0, 1.0
SHORTEST_FUZZY = 4  # letters; shorter words have too few grams to tell them apart
LONGEST_FUZZY = 40  # longer ones are no words
LONGEST_QUESTION = 20_000  # letters
MOST_WORDS = 200  # of a question; nobody asks with more
# Measured on SweFAQ v2 and SweQUAD-MC, as they are and with 40 % of the long words misspelt.
NEAR = 0.4  # share of common grams (Dice) from which a word counts as a misspelling
NEIGHBOURS = 3
ENOUGH = 24  # the rarest words of a long question; the rest only cost time
ALWAYS = 3  # the rarest words are searched for however common they are
BUDGET = 6_000  # passages that hold the words; common words cost time and tell little
SHORTEST_FORM = 6  # letters; from here a word with one letter more or less is the same word


def tokens(text: str) -> list[str]:
    """The stems of `text` in order; "KS/KLK" counts as itself and as its pieces."""
    found: list[str] = []
    for word in words(text):
        found.append(stem(word))
        pieces = INNER.split(word)
        if len(pieces) > 1:
            found.extend(stem(piece) for piece in pieces)
    return found


def content_words(text: str) -> list[str]:
    """The stems of a question that carry it, each once; all of them when none does."""
    found = tokens(text[:LONGEST_QUESTION])
    carrying = [token for token in found if token not in _stop_stems()]
    return list(dict.fromkeys(carrying or found))[:MOST_WORDS]


def search_words(
    connection: apsw.Connection, text: str, limit: int, owners: Sequence[int] | None = None
) -> list[tuple[int, float]]:
    """Rowids of passages and their BM25 (higher is better), best first."""
    found = _words_to_find(connection, content_words(text))
    if not found:
        return []
    match = " OR ".join('"' + word.replace('"', '""') + '"' for word in found)
    restriction = ""
    bindings: list[apsw.SQLiteValue] = [match]
    if owners is not None:
        marks = ",".join("?" * len(owners))
        restriction = f"AND rowid IN (SELECT rowid FROM chunks WHERE owner IN ({marks}))"
        bindings += owners
    rows = connection.execute(
        f"SELECT rowid, -bm25(passages, {HEADING_WEIGHT}, {BODY_WEIGHT}) AS score FROM passages"
        f" WHERE passages MATCH ? {restriction} ORDER BY score DESC, rowid LIMIT ?",
        (*bindings, limit),
    )
    return [(int(rowid), float(score)) for rowid, score in rows]


def near_words(connection: apsw.Connection, word: str) -> list[str]:
    """Words of the index that are spelled nearly as `word`, nearest first."""
    if not SHORTEST_FUZZY <= len(word) <= LONGEST_FUZZY:
        return []
    wanted = set(grams(word))
    marks = ",".join("?" * len(wanted))
    rows = connection.execute(
        f"SELECT word, 2.0 * count(*) / (gram_count + ?) AS likeness FROM word_grams"
        f" WHERE gram IN ({marks}) GROUP BY word HAVING likeness >= ?"
        " ORDER BY likeness DESC, word LIMIT ?",
        (len(wanted), *sorted(wanted), NEAR, NEIGHBOURS),
    )
    return [str(word) for word, _ in rows]


def word_counts(connection: apsw.Connection) -> dict[str, int]:
    """How many passages hold each stem."""
    rows = connection.execute("SELECT term, doc FROM passage_words")
    return {str(term): int(count) for term, count in rows}


def index_passage(connection: apsw.Connection, rowid: int, heading: str, body: str) -> None:
    connection.execute(
        "INSERT INTO passages(rowid, heading, body) VALUES (?, ?, ?)",
        (rowid, " ".join(tokens(heading)), " ".join(tokens(body))),
    )


def index_word_grams(connection: apsw.Connection) -> None:
    """Fill the gram table from the words of all passages; once, when all are written."""
    connection.executemany(
        "INSERT OR IGNORE INTO word_grams VALUES (?, ?, ?)",
        _gram_rows([str(term) for (term,) in connection.execute("SELECT term FROM passage_words")]),
    )


def _gram_rows(terms: Iterable[str]) -> Iterable[tuple[str, str, int]]:
    for term in terms:
        if SHORTEST_FUZZY <= len(term) <= LONGEST_FUZZY and not term.isdigit():
            found = set(grams(term))
            yield from ((gram, term, len(found)) for gram in found)


def _words_to_find(connection: apsw.Connection, wanted: Sequence[str]) -> list[str]:
    counts = _counts_of(connection, wanted)
    found: dict[str, int] = {}
    for word in wanted:
        if word in counts:
            found[word] = counts[word]
            found |= dict.fromkeys(_other_forms(connection, word), counts[word])
        else:
            found |= dict.fromkeys(near_words(connection, word), 0)
    return _within_budget(found)


def _within_budget(found: dict[str, int]) -> list[str]:
    """The rarest words, as long as they are few or cheap."""
    chosen: list[str] = []
    cost = 0
    for word in sorted(found, key=lambda word: found[word])[:ENOUGH]:
        cost += found[word]
        if len(chosen) >= ALWAYS and cost > BUDGET:
            break
        chosen.append(word)
    return chosen


def _other_forms(connection: apsw.Connection, word: str) -> list[str]:
    """Forms that the stemmer keeps apart: "sjukfrånvaro" and "sjukfrånvaron"."""
    if len(word) < SHORTEST_FORM:
        return []
    longer = connection.execute(
        "SELECT term FROM passage_words WHERE term > ? AND term < ? AND length(term) = ?",
        (word, word + "\U0010ffff", len(word) + 1),
    ).fetchall()
    shorter = word[:-1]
    known = _counts_of(connection, [shorter]) if len(shorter) >= SHORTEST_FORM else {}
    return [str(term) for (term,) in longer] + list(known)


def _counts_of(connection: apsw.Connection, wanted: Sequence[str]) -> dict[str, int]:
    # One look-up for each word: with IN, fts5vocab walks through the whole vocabulary.
    counts: dict[str, int] = {}
    for word in wanted:
        row = connection.execute("SELECT doc FROM passage_words WHERE term = ?", (word,)).fetchone()
        if row is not None:
            counts[word] = int(row[0])
    return counts


@cache
def _stop_stems() -> frozenset[str]:
    lists = vocabulary("stopwords").values()
    return frozenset(stem(word) for words_ in lists for word in words_)
