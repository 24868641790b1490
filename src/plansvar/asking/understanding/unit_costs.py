"""What one of something costs: "vad kostar en elev i grundskolan?" → "Kostnad per elev"."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.places import is_of_place
from plansvar.asking.query import Link, Operation, Query, Scope, Subject
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.benchmarks import measures_said
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.member_fitting import is_said
from plansvar.asking.understanding.member_tables import member_words
from plansvar.asking.understanding.members import is_of_elsewhere, needed_words
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token
from plansvar.domain import Indicator
from plansvar.language.folding import words


def may_ask_of_cost(tokens: Sequence[Token]) -> bool:
    """Whether the words ask what something costs, and not what something new does."""
    costing = member_words("costing")
    new = any(token.key in grammar()["new_things"] for token in tokens)
    return not new and any(token.key in costing for token in tokens)


def of_unit_cost(reading: Reading, catalogue: Catalogue) -> Query | None:
    """The query for the row that is named a cost for each of what the question names, in a table
    or under a heading that says the rest of it; null where none or several are."""
    asked = reading.found.scope
    if is_of_elsewhere(reading) or asked.organisations or reading.has("order"):
        return None
    benchmarks = {root(measure) for measure in measures_said(reading, catalogue)}
    needed = [c for c in needed_words(reading, (), catalogue) if not c.weak]
    needed = [c for c in needed if benchmarks.isdisjoint(c.stems) and not _is_cost(c)]
    if not needed or not may_ask_of_cost(reading.tokens):
        return None
    towns = {d.path for d in catalogue.documents if is_of_place(d, asked.municipalities)}
    rows = [
        row
        for row in catalogue.library.indicators()
        if row.place.document_id in towns and _is_of(row, needed, catalogue)
    ]
    if len({row.name for row in rows}) != 1:
        return None
    said = tuple(c.words for c in needed)
    measures = measures_said(reading, catalogue)
    return Query(
        text=reading.text,
        subject=Subject.INDICATORS,
        operation=Operation.VALUE,
        links=(Link(said, rows[0].name, tuple(row.id for row in rows), 1.0),),
        scope=Scope(
            municipalities=asked.municipalities, documents=asked.documents, years=asked.years,
            document_kinds=asked.document_kinds,
        ),
        measures=measures,
        breakdowns=rules.breakdowns_of(reading),
        language=reading.language,
    )  # fmt: skip


def _is_cost(content: Content) -> bool:
    return bool({root(word) for word in member_words("costing")}.intersection(content.stems))


def _is_of(row: Indicator, needed: Sequence[Content], catalogue: Catalogue) -> bool:
    """Whether a row is a cost for each of something that the question names, and its headings say
    the rest."""
    said = words(row.name)
    at = next((n for n, word in enumerate(said) if word in member_words("per")), 0)
    if at != 1 or root(said[0]) not in {root(word) for word in member_words("costing")}:
        return False
    each = {root(word) for word in said[at + 1 :]}
    labels = {s for label in row.also for s in name_stems(label.text)}
    above = {s for heading in row.place.section for s in name_stems(heading)}
    told = each | labels | above
    named = [c for c in needed if _is_each(c, each, told)]
    return bool(named) and all(is_said(c, told) or c in named for c in needed)


def _is_each(content: Content, each: set[str], told: set[str]) -> bool:
    """Whether a word names what the cost is given for each of; of a compound its last part, where
    the row or its headings tell the rest: a place in a home is no place in a nursery school."""
    return is_said(content, each) or any(
        alternate and alternate[-1] in each and set(alternate) <= told
        for alternate in content.alternates
    )
