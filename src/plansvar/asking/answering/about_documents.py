"""What is asked of documents themselves: when and under which paragraph they were decided, which
period they report on, their headings, and what a printed sign in them means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.signs import signs_asked
from plansvar.asking.answering.unmeasured import meaning_of_mark
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Operation, Subject
from plansvar.domain import AnswerKind, BlockKind, Document, Figure, Span
from plansvar.language.folding import fold, words
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import running_sentences
from plansvar.language.vocabulary import vocabulary

_OF_ROWS = (Operation.COUNT, Operation.SHARE, Operation.RANK, Operation.COMPARE)
_DECIDED, _NUMBER = "decided", "number"
_MOST, _HEADINGS, _ENOUGH = 2, 24, 4
_SHORT = 400  # letters of a table that only tells who decided
_LONG = 4  # letters of a word for a sign


def asks_of_documents(task: Task) -> bool:
    """Whether a question asks for something of documents that it names, or what a sign means."""
    return _aspect(task) is not None or bool(_signs(task))


def answer_of_documents(task: Task) -> Draft:
    """What the documents print of it; nothing where none prints it."""
    signs = _signs(task)
    if signs:
        facts = [
            fact
            for d in selecting.documents_asked(task.query.scope, task.library)
            for fact in _meanings(task, d, signs)
        ]
        return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))
    aspect = _aspect(task)
    answering: dict[str, Callable[[Task, Document], Iterator[Fact]]] = {
        "adopted": adopted,
        "decided": adopted,
        "number": _number,
        "period": _period,
        "headings": headings_told,
    }
    facts = (
        [
            f
            for d in selecting.documents_asked(task.query.scope, task.library)
            for f in answering[aspect](task, d)
        ]
        if aspect
        else []
    )
    return Draft(AnswerKind.DOCUMENT, tuple(map(Said, facts)))


def _aspect(task: Task) -> str | None:
    """Which aspect the words name, where documents are named and nothing else is."""
    query = task.query
    kinds = query.scope.documents or query.scope.document_kinds
    named = bool(kinds) or query.subject is Subject.DOCUMENTS
    told = fold(query.text)
    asked = (
        name
        for name, phrases in vocabulary("answering")["of_documents"].items()
        if not (name == "headings" and query.subject is Subject.AMOUNTS)
        and any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", told) for phrase in phrases)
    )
    aspect = next(asked, None) if query.operation not in _OF_ROWS else None
    if aspect == _DECIDED and _names_more(task):
        return None
    of_unit = aspect == _NUMBER and bool(query.scope.organisations)
    return aspect if named or of_unit else None


def _names_more(task: Task) -> bool:
    """Whether a question on a decision names more than the decision."""
    said = {
        word
        for phrase in vocabulary("answering")["of_documents"][_DECIDED]
        for word in words(phrase)
    }
    named = {word for keyword in task.query.keywords for word in words(keyword)}
    return not named <= said


def adopted(task: Task, document: Document) -> Iterator[Fact]:
    """The sentences that say by whom, when and under which paragraph it was decided."""
    adopting = "|".join(vocabulary("documents")["status"]["adopted"])
    pattern = re.compile(rf"\b(?:{adopting})\b")
    told = [s for s in running_sentences(document) if _decides(document.quote(s), pattern)]
    tables = (b.span for b in document.blocks if b.kind is BlockKind.TABLE)
    short = (s for s in tables if s.end - s.start <= _SHORT)
    told = told or [s for s in short if _decides(document.quote(s), pattern)]
    sign = str(vocabulary("answering")["paragraph"]["sign"])
    told = [span for span in told if sign in document.quote(span)] or told
    for span in told[:_MOST]:
        quote = quoted(document, span)
        yield task.say("of_document.told", report=report_name(task, document, None), quote=quote)


def _decides(sentence: str, pattern: re.Pattern[str]) -> bool:
    sign = str(vocabulary("answering")["paragraph"]["sign"])
    return pattern.search(sentence) is not None and (sign in sentence or bool(_dated(sentence)))


def _dated(sentence: str) -> list[float]:
    return [n.value for n in find_numbers(sentence, spelled=False)]


def _number(task: Task, document: Document) -> Iterator[Fact]:
    """The sentences that print a number that it is filed under."""
    units = set(task.query.scope.organisations)
    if units and units.isdisjoint(part.organisation for part in document.parts):
        return
    names = "|".join(vocabulary("answering")["paragraph"]["numbers"])
    pattern = re.compile(rf"\b(?:{names})\b.*\d")
    told = running_sentences(document)
    for span in [s for s in told if pattern.search(fold(document.quote(s)))][:1]:
        quote = quoted(document, span)
        yield task.say("of_document.told", report=report_name(task, document, None), quote=quote)


def _period(task: Task, document: Document) -> Iterator[Fact]:
    """The sentence, else the heading, that says which months or days it is about."""
    lists = vocabulary("answering")["periods_told"]
    months = re.compile(rf"\b(?:{'|'.join(lists['months'])})")
    says = re.compile(rf"\b(?:{'|'.join(lists['says'])})\b")
    dated = [s for s in running_sentences(document) if months.search(fold(document.quote(s)))]
    told = [s for s in dated if says.search(fold(document.quote(s)))]
    titles = [
        s.heading for s in document.sections if months.search(fold(document.quote(s.heading)))
    ]
    for span in (told or titles)[:1]:
        quote = quoted(document, span)
        yield task.say("of_document.told", report=report_name(task, document, None), quote=quote)


def headings_told(task: Task, document: Document) -> Iterator[Fact]:
    """The headings of the highest levels that give some, in order."""
    levels = sorted({section.level for section in document.sections})
    for count in range(1, len(levels) + 1):
        spans = [s.heading for s in document.sections if s.level in levels[:count]]
        if len(spans) >= _ENOUGH:
            break
    else:
        return
    shown = {document.quote(span): span for span in reversed(spans[:_HEADINGS])}
    names = listed([_heading(document, s) for s in reversed(shown.values())], task.language)
    yield task.say("of_document.headings", report=report_name(task, document, None), names=names)


def _heading(document: Document, span: Span) -> Fact:
    shown = plain(document.text[span.start : span.end]).strip("*# ")
    figures = (Figure(shown, document.path, span),) if find_numbers(shown) else ()
    return Fact(f"”{shown}”", figures, (text_proof(document, span),))


def _signs(task: Task) -> list[str]:
    """The printed signs that a question asks the meaning of."""
    if task.query.operation is not Operation.EXPLAIN:
        return []
    return signs_asked(task.query.text)


def _meanings(task: Task, document: Document, signs: list[str]) -> Iterator[Fact]:
    """The footnotes and sentences that begin with a sign, or name it in brackets, and what one for
    a missing value is said to stand for."""
    lacking = (span for sign in signs if (span := meaning_of_mark(document, sign)))
    for span in dict.fromkeys(lacking):
        yield task.say("passage.plain", quote=quoted(document, span))
    for span in running_sentences(document):
        text = document.quote(span)
        opens = any(re.match(rf"{re.escape(s)}(?![\w*])\s*[^\W\d]", text) for s in signs)
        told = fold(text)
        opens = opens or any(len(s) > _LONG and re.search(rf"\b{s}", told) for s in signs)
        if opens or any(f"({sign})" in text for sign in signs):
            yield task.say("passage.plain", quote=quoted(document, span))
