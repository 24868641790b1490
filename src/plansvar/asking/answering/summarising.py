"""A report's own key sentences, heading by heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.headings import heading_text
from plansvar.asking.answering.key_sentences import Key, Wanted, key_sentences
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.summary_money import money_of_units
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.query import Subject
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.roots import root
from plansvar.domain import AnswerKind, BlockKind, Document, DocumentKind, Section, Span
from plansvar.language.folding import fold, words
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences

_SENTENCES, _LEAST_EACH, _LEAST_LETTERS = 8, 3, 30
_ENOUGH = 3  # sentences of one document, behind which no other is needed
_REPORTS = (
    DocumentKind.INTERIM,
    DocumentKind.ANNUAL,
    DocumentKind.FOLLOW_UP,
    DocumentKind.MONTHLY,
)
_LONG = 6  # letters of a word that ends the name of a document
_BESIDE = 2  # words of a heading beside those of what is to be summarised


def answer_summary(task: Task) -> Draft:
    """The key sentences of what is to be summarised: a topic, a unit's part of the documents, the
    documents that are named, else the newest report of each place."""
    documents = _documents(task)
    topic = _topic(task, documents)
    if topic or task.query.links:
        return _of_topic(task, documents, topic)
    groups = _groups(task, documents)
    most = max(_LEAST_EACH, _SENTENCES // max(1, len(groups)))
    found = [pair for group in groups for pair in _of_group(task, group, most)]
    said = [Said(_under(task, d, key.section, key.span), table="points") for d, key in found]
    if len(documents) > 1:
        told = zip(found, said, strict=True)
        said = [_titled(task, document, one) for (document, _), one in told]
    first = found[0][0] if found else None
    told_first = first is not None and first.kind in _REPORTS
    if first is None or not told_first:
        return Draft(AnswerKind.PASSAGE, tuple(said))
    money, rows = money_of_units(task, units_of(task), first)
    return Draft(AnswerKind.PASSAGE, (*money, *said), rows)


def units_of(task: Task) -> tuple[str, ...]:
    """The units that a summary is kept inside, however the question named them."""
    query = task.query
    named = dict.fromkeys((*query.scope.organisations, *query.conditions.responsible))
    shorts = {tuple(words(name)) for name in named}
    units = catalogue_of(task.library).organisations
    return tuple(dict.fromkeys((*named, *(u.name for u in units if u.words in shorts))))


def _groups(task: Task, documents: Sequence[Document]) -> list[list[Document]]:
    """The documents that are named one by one; else those of each place together, of the years
    asked for where there are any."""
    scope = task.query.scope
    years = {*scope.years, *scope.document_years}
    ranked = sorted(documents, key=_rank)
    if scope.names_documents:
        return [[document] for document in ranked]
    of_years = [document for document in ranked if not years or document.year in years]
    whole = [document for document in of_years if _is_of_whole(document)]
    of_years = of_years if units_of(task) or not whole else whole
    places = dict.fromkeys(document.municipality for document in of_years)
    return [[d for d in of_years if d.municipality == place] for place in places]


def _rank(document: Document) -> tuple[bool, tuple[int, int]]:
    """Reports go before plans and lists of figures, and new ones before old ones."""
    told = document.kind in _REPORTS
    return (not told, selecting.newest_key(document))


def _is_of_whole(document: Document) -> bool:
    """Whether a document is of the whole place and not of one unit."""
    return not document.parts or any(part.organisation is None for part in document.parts)


def _of_group(task: Task, group: Sequence[Document], most: int) -> list[tuple[Document, Key]]:
    """The key sentences of the first of the documents that tells enough."""
    units, money = units_of(task), task.query.subject is Subject.AMOUNTS
    found: list[tuple[Document, Key]] = []
    for document in group:
        wanted = Wanted(units, money, document.kind not in _REPORTS and not money)
        keys = key_sentences(document, wanted, most - len(found))
        found += [(document, key) for key in keys]
        if len(found) >= min(most, _ENOUGH):
            break
    return found


def _topic(task: Task, documents: Sequence[Document]) -> tuple[str, ...]:
    """The words of what is to be summarised, without those that only name a document or a time."""
    named = {word for document in documents for word in _naming(document)}
    times = {root(word) for word in vocabulary_list("summary", "times")}
    asked = [word for word in _asked(task) if word not in times]
    return tuple(word for word in asked if not any(_is_named(word, each) for each in named))


def _asked(task: Task) -> list[str]:
    return [root(_bare(word)) for keyword in task.query.keywords for word in words(keyword)]


def _naming(document: Document) -> set[str]:
    """The words of what a document is called."""
    return {root(w) for w in words(f"{document.title} {document.kind} {document.municipality}")}


def _is_named(word: str, name: str) -> bool:
    """Whether a word is a word of a name or lengthens one, or is what a longer one ends in
    ("uppföljningen" for "Månadsuppföljning")."""
    return word.startswith(name) or (len(word) >= _LONG and name.endswith(word))


def _documents(task: Task) -> list[Document]:
    """The documents in scope; where words of the question name some of them, those."""
    documents = list(selecting.documents_in_scope(task.query.scope, task.library))
    if task.query.scope.names_documents:
        return documents
    for word in _asked(task):
        named = [d for d in documents if any(_is_named(word, each) for each in _naming(d))]
        documents = named or documents
    return documents


def _bare(word: str) -> str:
    """ "ekonomidelen" is the part about "ekonomi"."""
    endings = vocabulary_list("summary", "parts")
    return next((word.removesuffix(e) for e in endings if word.endswith(e)), word)


def _of_topic(task: Task, documents: Sequence[Document], topic: tuple[str, ...]) -> Draft:
    """What stands under a heading that says just this, else the passages that speak of it; nothing
    where there are none, for the rest of the document is not what was asked for."""
    told = [
        (document, section, span)
        for document in documents
        for section in document.sections
        if _is_of(document, section, topic)
        for span in _told(document, section)
    ]
    said = [Said(_under(task, *each), table="points") for each in told[:_SENTENCES]]
    return Draft(AnswerKind.PASSAGE, tuple(said)) if said else answer_passages(task)


def _told(document: Document, section: Section) -> list[Span]:
    """All sentences of a short section, the first of each paragraph of a long one."""
    told = _prose(document, section.span)
    return told if len(told) <= _SENTENCES else [span for _, span in _leading(document, section)]


def _is_of(document: Document, section: Section, topic: tuple[str, ...]) -> bool:
    heading = [root(word) for word in words(heading_text(document, section))]
    held = bool(topic) and all(any(w.startswith(each) for w in heading) for each in topic)
    return held and len(heading) <= len(topic) + _BESIDE


def _titled(task: Task, document: Document, said: Said) -> Said:
    report = report_name(task, document, None)
    return replace(said, fact=task.say("amount.in_report", report=report, fact=said.fact))


def _leading(document: Document, section: Section) -> list[tuple[Section, Span]]:
    """The first sentence of each paragraph of a long summary."""
    blocks = [
        b for b in document.blocks
        if b.kind is BlockKind.PARAGRAPH and section.span.holds(b.span)
    ]  # fmt: skip
    first = [sentence for b in blocks for sentence in _prose(document, b.span)[:1]]
    return [(section, span) for span in first]


def _prose(document: Document, within: Span) -> list[Span]:
    """The sentences of paragraphs, long enough to say something."""
    found: list[Span] = []
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH and within.holds(block.span):
            found += sentences(document.text, block.span)
    return [s for s in found if s.end - s.start >= _LEAST_LETTERS]


def _under(task: Task, document: Document, section: Section | None, span: Span) -> Fact:
    heading = heading_text(document, section) if section else ""
    part = document.part_at(span.start)
    owner = part.organisation if part and len(document.parts) > 1 else None
    if heading and owner and fold(owner) not in fold(heading):
        heading = f"{owner} › {heading}"
    if not heading or find_numbers(heading):
        return task.say("passage.plain", quote=quoted(document, span))
    return task.say("passage.under", heading=heading, quote=quoted(document, span))
