"""Where things stand: rows, headings and words of running text, with document, page and heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from plansvar.asking.answering.documents import row_name
from plansvar.asking.answering.drafts import Draft, Row, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.headings import heading_text, length_of
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Operation, Query
from plansvar.asking.understanding.lexicon import function_words
from plansvar.asking.understanding.roots import root
from plansvar.domain import (
    AnswerKind,
    BlockKind,
    Calculation,
    Commitment,
    Document,
    Figure,
    Indicator,
    Place,
    Section,
    Span,
)
from plansvar.index.library import Library
from plansvar.language.folding import bare, fold, words
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences

Fitting = Callable[[frozenset[str], frozenset[str]], bool]
_ROWS, _TEXTS, _EACH = 8, 6, 2  # places told: of rows, of texts, and of texts in one document
_BEGINNING = 5  # letters by which a word is looked for before its stem is compared
_LONGEST = 400  # letters of a sentence that is quoted


def asks_where(task: Task) -> bool:
    """Whether the places of something are asked for."""
    return bool(task.query.place)


def answer_where(task: Task) -> Draft:
    """The places of what is named: headings that say it, rows of that name, else texts."""
    documents = selecting.documents_asked(task.query.scope, task.library)
    passages = answer_passages(task) if task.query.operation is Operation.WHAT else None
    if passages and passages.said:
        return passages
    rows = _rows(task)[:_ROWS] if task.query.links else ()
    headed = [_heading(task, d, s) for d in documents for s in _headings(task, d, _same)]
    told = [_row(task, row) for row in rows]
    if not headed and (not told or _names_less(task)):
        headed = [_heading(task, d, s) for d in documents for s in _headings(task, d, _longer)]
        texts = [fact for d in documents for fact in _texts(task, d)]
        told += texts[: max(_EACH, _TEXTS - len(told))]
    kind = AnswerKind.DOCUMENT if headed or rows else AnswerKind.PASSAGE
    said = (Said(fact, table="points") for fact in (*headed[:_ROWS], *told))
    return Draft(kind, tuple(said), rows)


def _names_less(task: Task) -> bool:
    """Whether the rows bear longer names than what is asked for: the texts may tell of it too."""
    asked = _stems(words(task.query.place))
    names = (_stems(words(link.name)) for link in task.query.links)
    return all(len(name - asked) > len(name & asked) for name in names)


def _rows(task: Task) -> tuple[Row, ...]:
    """The rows of that name, one for each page."""
    scope = replace(task.query.scope, organisations=())
    found = _selected(task.query, task.library)
    found = found or _selected(replace(task.query, scope=scope), task.library)
    first = {(r.place.document_id, r.place.page, r.place.section): r for r in reversed(found)}
    return tuple(reversed(first.values()))


def _selected(query: Query, library: Library) -> tuple[Row, ...]:
    return (
        *selecting.indicators(query, library),
        *selecting.commitments(query, library),
        *selecting.amounts(query, library),
    )


def _row(task: Task, row: Row) -> Fact:
    name = row_name(task, row)
    span = _span_of(row)
    return _placed(task, task.document(row), row.place, span, name)


def _span_of(row: Row) -> Span:
    if isinstance(row, Indicator):
        cells = (o.cell for o in row.observations)
        return row.name_span or next(iter(cells), Span(0, 0))
    return row.text_span if isinstance(row, Commitment) else row.what_span


def _headings(task: Task, document: Document, fits: Fitting) -> Iterator[Section]:
    """The headings that say what is asked for; of those alike the longest, for a list of contents
    repeats them."""
    own = _stems(each for keyword in task.query.keywords for each in words(keyword))
    asked = [each for each in (_stems(words(task.query.place)), own) if each]
    best: dict[frozenset[str], Section] = {}
    for section in document.sections:
        told = _stems(words(heading_text(document, section)))
        if not any(fits(each, told) for each in asked):
            continue
        kept = best.get(told)
        if kept is None or length_of(section) > length_of(kept):
            best[told] = section
    yield from best.values()


def _same(asked: frozenset[str], told: frozenset[str]) -> bool:
    return asked == told


def _longer(asked: frozenset[str], told: frozenset[str]) -> bool:
    """Whether a heading says what is asked for and little more."""
    said = told - {root(word) for word in function_words()}
    return asked <= told and len(said) <= 2 * len(asked) + 1


def _stems(said: Iterable[str]) -> frozenset[str]:
    return frozenset(root(each) for each in said if any(sign.isalpha() for sign in each))


def _heading(task: Task, document: Document, section: Section) -> Fact:
    proof = text_proof(document, section.heading)
    name = _named(document, section)
    above = document.sections[section.parent] if section.parent is not None else None
    return _placed(task, document, proof.place, None, name, above)


def _named(document: Document, section: Section) -> Fact:
    """A heading in quotation marks with its place."""
    shown = heading_text(document, section)
    figures = (Figure(shown, document.path, section.heading),) if find_numbers(shown) else ()
    return Fact(f"”{shown}”", figures, (text_proof(document, section.heading),))


def _placed(
    task: Task,
    document: Document,
    place: Place,
    span: Span | None,
    what: Fact,
    section: Section | None = None,
) -> Fact:
    """ "X står i årsredovisningen på sidan 4, under rubriken Personal."."""
    report = report_name(task, document, None)
    section = document.section_at(span.start) if span else section
    heading = _named(document, section) if section else None
    same = heading is None or fold(heading.text) in fold(what.text)
    titled = heading is not None and plain(document.title) in heading.text
    under = "" if same or titled or heading is None else task.say("place.under", heading=heading)
    page = place.page if place.page is not None else place.page_label
    if page is None:
        return task.say("place.without", name=what, report=report, under=under)
    calculation = Calculation(word(task, "rule", "page"), (), str(page))
    said = task.say("place.on_page", name=what, report=report, page=str(page), under=under)
    return said.reckoned(calculation)


def _texts(task: Task, document: Document) -> list[Fact]:
    """Where running text says all the words, each with the sentence."""
    wanted = [each for each in words(" ".join(task.query.keywords)) if each not in function_words()]
    if not wanted:
        return []
    found = list(_sentences(document, wanted))[:_EACH]
    return [
        _placed(task, document, text_proof(document, span).place, span, quoted(document, span))
        for span in found
    ]


def _sentences(document: Document, wanted: Sequence[str]) -> Iterator[Span]:
    """The sentences of running text that say all the words; the lines of tables where none does."""
    found = [span for tabled in (False, True) for span in _lines(document, wanted, tabled)]
    running = [span for span in found if _is_running(document, span)]
    yield from running or found


def _lines(document: Document, wanted: Sequence[str], tabled: bool) -> Iterator[Span]:
    stems = {root(each) for each in wanted}
    begins = [bare(each)[:_BEGINNING] for each in wanted]
    for block in document.blocks:
        of_table = block.kind is BlockKind.TABLE
        if block.kind is BlockKind.HEADING or of_table is not tabled:
            continue
        text = bare(fold(document.quote(block.span)))
        for span in sentences(document.text, block.span) if all(b in text for b in begins) else ():
            told = {root(each) for each in words(document.quote(span))}
            if stems <= told and span.end - span.start <= _LONGEST:
                yield span


def _is_running(document: Document, span: Span) -> bool:
    """Whether a sentence ends as one: labels of tables and lists of contents do not."""
    return document.quote(span).rstrip().endswith((".", "!", "?", ":"))
