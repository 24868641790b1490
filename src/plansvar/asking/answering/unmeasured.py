"""Why a value is missing, where running text of its document tells it and no note does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import words
from plansvar.asking.evidence.notes import note_of
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.passages.awaited import outcome_awaited
from plansvar.asking.passages.measuring import measuring_told
from plansvar.asking.passages.restricting import tells_of_measuring
from plansvar.asking.understanding.names import core_of
from plansvar.asking.understanding.roots import roots
from plansvar.domain import BlockKind, Document, Indicator, Observation, Span
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import is_missing
from plansvar.language.periods import find_period
from plansvar.language.sentences import note_lines, running_sentences, sentence_at, sentences

STEM = 6  # letters that a word of a sentence shares with the first of a name
_BULLETS = "-–—−*"
LEAST_SHORT = 2  # letters of an abbreviation that stands for a whole name


def reason_told(task: Task, row: Indicator, observation: Observation) -> Fact | None:
    """Why a value is missing: the sentence that says that what the row gives was not measured, of
    the year that is missing; else the note that its mark refers to, or what the mark stands for."""
    document = task.document(row)
    names = (row.name, *(label.text for label in row.also))
    year = words.year_of(observation.period)
    span = _remark_on(row, document, observation) or reason_of(document, names, year)
    span = span or note_of(document, observation.cell)
    if span is None and year is None:  # the report's own
        span = reason_of(document, names, document.year)
    span = span or note_of_name(document, row, observation)
    if words.is_outcome(observation):
        span = span or measuring_told(row, document, task.library)
        span = span or outcome_awaited(row, document, task.library)
    span = span or meaning_of_mark(document, observation.raw.strip())
    return quoted(document, with_reason(document, span, names, year)) if span else None


def _remark_on(row: Indicator, document: Document, missing: Observation) -> Span | None:
    """What the row's own comment says of when it is measured ("Mäts vartannat år"), unless it names
    only other years; of an outcome alone."""
    year = words.year_of(missing.period)
    comment = row.comment_span if words.is_outcome(missing) else None
    for span in sentences(document.text, comment) if comment else ():
        told = document.quote(span)
        named = words.years_in(told)
        if tells_of_measuring([told]) and not (year is not None and named and year not in named):
            return span
    return None


def with_reason(document: Document, note: Span, names: Sequence[str], year: int | None) -> Span:
    """A note with the sentence right behind it in its paragraph that speaks of the year or of the
    row: what the mark stands for comes first, and then why ("Siffran för 2019 är …")."""
    block = next((b for b in document.blocks if b.span.holds(note)), None)
    if block is None or block.kind is BlockKind.TABLE:
        return note
    behind = [s for s in sentences(document.text, block.span) if s.start >= note.end][:1]
    for span in behind:
        told = document.quote(span)
        own = not words.years_in(told) and any(core_of(n) & set(roots(told)) for n in names)
        if (year is not None and year in words.years_in(told)) or own:
            return Span(note.start, span.end)
    return note


def reason_of(document: Document, names: Sequence[str], year: int | None) -> Span | None:
    """The sentence that says that something of one of these names was not measured that year."""
    phrases = words.vocabulary_list("measurement", "none")
    for span in (*running_sentences(document), *note_lines(document)):
        sentence = plain(document.text[span.start : span.end])
        folded = _without_between(fold(sentence))
        told = any(phrase in folded for phrase in phrases) and "=" not in sentence
        if told and _is_of(names, sentence, year):
            return span
    return None


def _without_between(folded: str) -> str:
    """ "redovisas därför inte" says the same as "redovisas inte"."""
    between = words.vocabulary_list("measurement", "between")
    return " ".join(word for word in folded.split() if word not in between)


def note_of_name(document: Document, row: Indicator, missing: Observation) -> Span | None:
    """The note of the row's own name or of the goal over it, where it speaks of the year or of the
    measure that is missing, or says that it was first measured later: another one only says what
    is counted."""
    names = (row.name_span, *(label.span for label in row.also))
    year = words.year_of(missing.period)
    for note in (note_of(document, span) for span in names if span):
        for sentence in _sentences_of(document, note) if note else ():
            told = document.quote(sentence)
            named = words.years_in(told)
            since = year is not None and named and min(named) > year and _says_since(told)
            none = any(p in fold(told) for p in words.vocabulary_list("measurement", "none"))
            if (
                since
                or year in named
                or (none and not named)
                or fold(missing.measure) in fold(told)
            ):
                return sentence
    return None


def _sentences_of(document: Document, note: Span) -> Iterator[Span]:
    """A note and what follows it on its line."""
    end = document.text.find("\n", note.end)
    line = Span(note.start, end if end >= 0 else len(document.text))
    yield from (Span(each.start, each.end) for each in sentences(document.text, line))


def _says_since(told: str) -> bool:
    return any(phrase in fold(told) for phrase in words.vocabulary_list("measurement", "since"))


def meaning_of_mark(document: Document, mark: str) -> Span | None:
    """Where a document says what a mark for a missing value stands for (".. = uppgift saknas")."""
    if not mark or not is_missing(mark):
        return None
    keyed = re.search(
        rf"(?m)^{re.escape(mark)}\t(?P<said>[^\t\n]*[^\W\d_] [^\t\n]+)$", document.text
    )
    if keyed is not None and find_period(keyed["said"]) is None:
        return Span(keyed.start(), keyed.end())
    quoted_or_equal = rf"[\"”“(]{re.escape(mark)}[\"”)]|(?<!\S){re.escape(mark)}\s*=\s"
    if mark[:1] not in _BULLETS:  # ".. Färre än tio; värdet redovisas inte."
        quoted_or_equal = rf"{quoted_or_equal}|(?m:^){re.escape(mark)} (?=[^\W\d_a-zåäö])"
    found = re.finditer(quoted_or_equal, document.text)
    spans = (_with_mark(document, each.start(), each.end()) for each in found)
    return next((span for span in spans if span and _tells_mark(document, span)), None)


def _tells_mark(document: Document, span: Span) -> bool:
    """Whether a sentence tells what a mark stands for: one on a certain year is of its own row."""
    told = document.text[span.start : span.end]
    return _tells_missing(document, span) and not words.years_in(told)


def _with_mark(document: Document, start: int, end: int) -> Span | None:
    """The sentence that a mark stands in, or that begins right behind it."""
    while end < len(document.text) and document.text[end] == " ":
        end += 1
    span = sentence_at(document.text, end)
    return Span(min(start, span.start), span.end) if span else None


def _tells_missing(document: Document, span: Span) -> bool:
    told = fold(document.text[span.start : span.end])
    phrases = (
        *words.vocabulary_list("measurement", "none"), *words.vocabulary_list("measurement", "mark")
    )  # fmt: skip
    return "\t" not in told and any(phrase in told for phrase in phrases)


def _is_of(names: Sequence[str], sentence: str, year: int | None) -> bool:
    """Whether a sentence speaks of a row, by all that its name says or by its short form, and of
    no other year alone; where it names the year the first word of the name is enough
    ("Placeringarna 2021" for "Placerade barn och unga")."""
    told = words.years_in(sentence)
    if year is not None and told and year not in told:
        return False
    said, pieces = set(roots(sentence)), set(split(sentence))
    if year is not None and year in told and any(_begins(name, pieces) for name in names[:1]):
        return True
    cores = [core for name in names if (core := core_of(name))]
    return any(core <= said for core in cores) or any(_shorts(n) & pieces for n in names)


def _begins(name: str, pieces: set[str]) -> bool:
    first = next(iter(split(name)), "")[:STEM]
    return len(first) == STEM and any(piece.startswith(first) for piece in pieces)


def _shorts(name: str) -> set[str]:
    """The abbreviations in a name ("medarbetarengagemang (HME)")."""
    found = (word.strip("(),.:") for word in name.split())
    return {fold(w) for w in found if w.isupper() and w.isalpha() and len(w) > LEAST_SHORT}
