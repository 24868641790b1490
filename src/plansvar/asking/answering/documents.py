"""What is indexed, on which page something stands, what an abbreviation or footnote means."""

from __future__ import annotations

from collections.abc import Iterable

from plansvar.asking.answering.counts import sentence_proof
from plansvar.asking.answering.drafts import Draft, Row, Said, Task
from plansvar.asking.answering.facts import Fact, counted
from plansvar.asking.answering.glossary import explained_in_lists
from plansvar.asking.answering.grouping import report_name, title_fact
from plansvar.asking.answering.headings import (
    cited_pages,
    heading_pages,
    passage_pages,
    row_pages,
)
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.marks import meaning_fact
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.answering.rows import name_fact
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import amount_proof, commitment_proof, text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Operation
from plansvar.domain import (
    Abbreviation,
    AnswerKind,
    Assessment,
    Calculation,
    Commitment,
    Document,
    Figure,
    Indicator,
    Span,
    Tally,
)
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary


def answer_documents(task: Task) -> Draft:
    """The documents in scope, newest first."""
    documents = _of_years(task, selecting.documents_in_scope(task.query.scope, task.library))
    newest = sorted(documents, key=lambda d: -(d.year or 0))
    facts = [document_fact(task, document) for document in newest]
    if task.query.operation is Operation.COUNT:
        facts = [*_number_of(task, newest, facts), *facts]
    return Draft(AnswerKind.DOCUMENT, tuple(map(Said, facts)))


def _unit_of(document: Document) -> str | None:
    """The one unit that a document is of; null where it is of several, or bears figures."""
    units = {part.organisation for part in document.parts}
    unit = next(iter(units)) if len(units) == 1 else None
    return unit if unit and unit != document.municipality and not find_numbers(unit) else None


def _of_years(task: Task, documents: Iterable[Document]) -> list[Document]:
    """The documents of the years asked for, or that bear one of them in their title."""
    years = set(task.query.scope.years)
    return [
        d for d in documents if not years or d.year in years or years & words.years_in(d.title)
    ]  # fmt: skip


def _number_of(task: Task, documents: list[Document], facts: list[Fact]) -> list[Fact]:
    """How many documents there are, counted by their titles where these tell them apart."""
    titles = tuple(plain(document.title) for document in documents)
    if len(set(titles)) != len(titles) or not titles:
        return []
    tally = Tally(word(task, "tally", "documents"), titles)
    calculation = counted(word(task, "rule", "documents"), len(titles), tally)
    fact = task.say_many("document.number", len(titles)).reckoned(calculation)
    return [fact.proved_by(*(proof for each in facts for proof in each.evidence))]


def document_fact(task: Task, document: Document) -> Fact:
    title = title_fact(document)
    shown = title or Fact(word(task, "document_kind", document.kind.name))
    first = document.blocks[0].span if document.blocks else Span(0, min(80, len(document.text)))
    proof = () if shown.evidence else (text_proof(document, first),)
    unit = _unit_of(document)
    owners = [o for o in (unit, document.municipality) if o and (o != unit or o not in shown.text)]
    key = "document.owned" if owners else "document.bare"
    fact = task.say(key, title=shown, municipality=", ".join(owners))
    return fact.proved_by(*proof)


def answer_page(task: Task) -> Draft:
    """The page where each row stands."""
    rows: tuple[Row, ...] = (
        *selecting.indicators(task.query, task.library),
        *(selecting.commitments(task.query, task.library) if task.query.links else ()),
        *(selecting.amounts(task.query, task.library) if task.query.links else ()),
    )
    headed = heading_pages(task)
    if headed:
        return Draft(AnswerKind.DOCUMENT, tuple(headed))
    quoted = cited_pages(task)
    if not task.query.links:
        told = quoted or passage_pages(task) or row_pages(task)
        return Draft(AnswerKind.PASSAGE, tuple(told))
    facts = [_page_fact(task, row) for row in rows]
    return Draft(_kind(rows), (*quoted, *map(Said, facts)), rows)


def _page_fact(task: Task, row: Row) -> Fact:
    page = row.place.page_label or row.place.page
    name = row_name(task, row)
    if page is None:
        section = " › ".join(row.place.section)
        under = section if section and not find_numbers(section) else ""
        return task.say("page.section" if under else "page.none", name=name, section=under)
    said = str(row.place.page if row.place.page is not None else page)
    calculation = Calculation(word(task, "rule", "page"), (), said)
    return task.say("page.one", name=name, page=said).reckoned(calculation)


def row_name(task: Task, row: Row) -> Fact:
    if isinstance(row, Indicator):
        return name_fact(task, row)
    if isinstance(row, Commitment):
        name, span, proof = plain(row.text), row.text_span, commitment_proof(row)
    else:
        name, span, proof = plain(row.what), row.what_span, amount_proof(row)
    figures = (Figure(name, row.place.document_id, span),) if find_numbers(name) else ()
    return Fact(f"”{name}”", figures, (proof,))


def _kind(rows: tuple[Row, ...]) -> AnswerKind:
    if rows and isinstance(rows[0], Commitment):
        return AnswerKind.COMMITMENT
    if rows and not isinstance(rows[0], Indicator):
        return AnswerKind.AMOUNT
    return AnswerKind.INDICATOR


def answer_explained(task: Task) -> Draft:
    """What a short form means, as the documents print it; else what they say of it."""
    asked = {fold(word) for word in _asked_words(task)}
    found: dict[str, Abbreviation] = {}
    for abbreviation in task.library.abbreviations():
        key = fold(abbreviation.short)
        if key in asked or fold(abbreviation.long) in asked:
            found.setdefault(f"{key}/{fold(abbreviation.long)}", abbreviation)
    facts = [_explained(task, abbreviation) for abbreviation in found.values()]
    facts += _colours(task, asked)
    if found:
        forms = {form for each in found.values() for form in (each.short, plain(each.long))}
        facts += explained_in_lists(task, sorted(forms))
    if not facts:
        return answer_passages(task)
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))


def _colours(task: Task, asked: set[str]) -> list[Fact]:
    """What the legends of the documents say that a colour stands for."""
    rows = selecting.rows_in_scope(task.library.indicators(), task.query.scope, task.library)
    found: dict[tuple[str, str], Fact] = {}
    for row in rows:
        for assessment in row.assessments:
            value = assessment.value or ""
            names = {fold(value), word(task, "assessment_one", value)}
            if not (asked & names) or not assessment.meaning:
                continue
            key = (row.place.document_id, assessment.meaning)
            if key not in found:
                found[key] = _colour(task, row, assessment)
    return [fact for fact in found.values() if fact.text]


def _colour(task: Task, row: Indicator, assessment: Assessment) -> Fact:
    meaning = meaning_fact(task, row, assessment)
    if not meaning.text:
        return Fact("")
    return task.say(
        "explain.colour",
        report=report_name(task, task.document(row), None),
        assessment=word(task, "assessment_named", assessment.value or ""),
        meaning=meaning,
    )


def _asked_words(task: Task) -> list[str]:
    query = task.query
    linked = [w.text for link in query.links for w in link.words]
    said = query.text.strip("?!. ").split()
    asking = vocabulary("passages")["definitions"]["asking"]
    words = (*query.keywords, *linked, *query.not_understood, *said)
    return [word for word in words if word not in asking]  # "va" asks what, and is no "VA"


def _explained(task: Task, abbreviation: Abbreviation) -> Fact:
    document = task.library.document(abbreviation.place.document_id)
    proof = sentence_proof(document, abbreviation.span)
    fact = task.say("explain.one", short=abbreviation.short, long=plain(abbreviation.long))
    return fact.proved_by(proof)
