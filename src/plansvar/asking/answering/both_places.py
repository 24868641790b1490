"""What two places print for one thing, where a question holds the places against each other.

"Är sjukfrånvaron densamma i texten som i tabellen?", "enligt årsredovisningen och enligt budgetens
nyckeltal": the words for the places and for the check name nothing. What is left is looked for in
the tables and in the running text of the documents that are named, and the two figures of one year
and one sort of unit are told side by side, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.said_and_tabled import claims
from plansvar.asking.answering.table_figures import line_proof, told_figure, told_label
from plansvar.asking.answering.table_pairs import apart_fact
from plansvar.asking.passages.terms import Terms
from plansvar.asking.query import Decline, Operation
from plansvar.asking.tables.both import (
    Printed,
    are_same,
    asks_of_both,
    in_tables,
    in_texts,
    nearest,
    places_said,
    terms_of_thing,
)
from plansvar.asking.tables.fitting import SURE
from plansvar.asking.tables.pairing import Chosen
from plansvar.domain import AnswerKind, Span
from plansvar.language.folding import told_stems

_TWO = 2


def asks_of_both_places(task: Task) -> bool:
    """Whether a question holds what two places print for one thing against each other."""
    query = task.query
    if query.follow_up or query.decline not in (None, Decline.NOT_IN_DOCUMENTS):
        return False
    judged = query.premise is not None and bool(query.premise.assessments)
    if judged or query.conditions.assessments or query.operation is Operation.STATUS:
        return False  # verdicts are held against each other, and not figures
    return asks_of_both(query) and not claims(query.text)


def with_both_places(task: Task, made: Draft) -> Draft:
    """The figures with their places, in the stead of an answer that does not tell them all."""
    terms = terms_of_thing(task.query, task.library)
    if _is_told_unlike(made, terms) or not any(not term.soft for term in terms.items):
        return made
    found = _found(task, terms)
    if not found or all(_tells(made, one) for one in found[:_TWO]):
        return made
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, _told(task, found))))


def _is_told_unlike(made: Draft, terms: Terms) -> bool:
    """Whether an answer tells already that places print unlike values of what a word names."""
    telling = [term for term in terms.items if not term.soft]
    held = [frozenset(told_stems(unlike.what)) for unlike in made.disagreements]
    return any(t.factor(own) >= SURE for t in telling for own in held)


def _found(task: Task, terms: Terms) -> list[Printed]:
    documents = places_said(task.query)[-1]
    if len(documents) < _TWO:
        query, library = task.query, task.library
        tabled, told = in_tables(query, library, terms), in_texts(query, library, terms)
        within = (_in_one(path, tabled, told) for path in _paths(tabled))
        return next(filter(None, within), [])
    queries = [replace(task.query, scope=scope) for scope in documents[:_TWO]]
    tables = [in_tables(query, task.library, terms) for query in queries]
    texts = [in_texts(query, task.library, terms) for query in queries]
    tries = ((tables[0], tables[1]), (tables[0], texts[1]), (tables[1], texts[0]))
    return next((found[:_TWO] for pair in tries if (found := nearest(*pair))), [])


def _paths(found: Iterable[Printed]) -> Iterable[str]:
    return dict.fromkeys(one.document.path for one in found)


def _in_one(path: str, tabled: Sequence[Printed], told: Sequence[Printed]) -> list[Printed]:
    """What the tables and the text of one document print."""
    own, said = ([one for one in each if one.document.path == path] for each in (tabled, told))
    return nearest(own, said)


def _tells(made: Draft, one: Printed) -> bool:
    """Whether an answer prints a figure from its very place."""
    if made.abstained:
        return False
    spans = [
        figure.span
        for said in made.said
        for figure in said.fact.figures
        if figure.document_id == one.document.path
    ]
    place = one.cell.span if one.cell else one.at
    return any(place is not None and each.holds(place) for each in spans)


def _told(task: Task, found: Sequence[Printed]) -> Iterable[Fact]:
    """The figures of running text in their sentences, and then those of tables; for two tables how
    far they are apart."""
    texts = [one for one in found if one.row is None]
    tabled = [one for one in found if one.row is not None]
    apart = len({one.document.path for one in found}) > 1
    yield from (_text(task, one, apart) for one in texts)
    if not texts:
        yield from (_cell(task, one, "own", True) for one in tabled)
        yield from _difference(task, *tabled)
        return
    for one in tabled:
        same = [text for text in texts if are_same(one, text)]
        exact = any(text.digits == one.digits and text.unit == one.unit for text in same)
        yield _cell(task, one, "same" if exact else "rounded" if same else "other", apart)


def _cell(task: Task, one: Printed, key: str, apart: bool) -> Fact:
    assert one.row is not None
    assert one.cell is not None
    value = told_figure(task, one.row, one.cell)
    if apart:
        report = report_name(task, one.document, None)
        value = task.say("grid.placed", report=report, value=value)
    fact = task.say(f"said_tabled.{key}", what=told_label(task, one.row), value=value)
    return fact.proved_by(line_proof(one.row, (one.cell,)))


def _difference(task: Task, first: Printed, last: Printed) -> Iterable[Fact]:
    """How far two figures are apart; of two units of money only whether they are the same."""
    if not (first.row and first.cell and last.row and last.cell):
        return
    pair = Chosen((first.row, first.cell), (last.row, last.cell))
    if first.unit == last.unit:
        fact = apart_fact(task, pair)
        yield from [fact] if fact else []
    elif are_same(first, last):
        proofs = (line_proof(row, (cell,)) for row, cell in (pair.first, pair.last))
        yield task.say("grid.same").proved_by(*proofs)


def _text(task: Task, one: Printed, apart: bool) -> Fact:
    quote = quoted(one.document, one.span or Span(0, 0))
    if not apart:
        return task.say("conflict.text", quote=quote)
    return task.say("conflict.text_of", report=report_name(task, one.document, None), quote=quote)
