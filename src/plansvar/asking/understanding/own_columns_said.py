"""Follow-ups that name another column of the table that was spoken of, the line that adds up its
rows, or another of several that one name is given for ("och redovisat?", "och summan?", "och för
barn?" after "Simhall, vuxen")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plansvar.asking.query import Conditions, Link, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.detailing import is_list
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.money_tables import variant_of
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import roots
from plansvar.domain import Amount

_ASKING = ("value", "what")

Turn = tuple[Query, Parsed]


def in_own_table(before: Query, parsed: Parsed, catalogue: Catalogue) -> Turn | None:
    """The question before and the follow-up where it names only a column, or the line that adds
    up, of the table spoken of; null where it says anything else."""
    if before.subject is not Subject.AMOUNTS or len(before.links) != 1 or is_list(before):
        return None
    said = _said(parsed.reading)
    line = _adding_up(said, before, catalogue)
    if line is None and not parsed.query.links:
        line = _variant_named(said, before, catalogue)
    if line is not None:
        return replace(before, links=(line,), base=line.name), _plain(parsed, ())
    measure = _column(said, before, catalogue)
    if measure is None:
        return None
    return replace(before, base=before.links[0].name), _plain(parsed, (measure,))


def _plain(parsed: Parsed, measures: tuple[str, ...]) -> Parsed:
    """The follow-up as one for these measures and nothing else."""
    query = replace(
        parsed.query, links=(), measures=measures, breakdowns=(), conditions=Conditions(),
        premise=None, money=None, not_understood=(), operation=Operation.VALUE, decline=None,
    )  # fmt: skip
    return replace(parsed, query=query, operation=Operation.VALUE, unlinked=())


def _said(reading: Reading) -> list[str]:
    """The roots of the words that say something themselves."""
    follow = {i for m in reading.places("follow") for i in range(m.start, m.end)}
    asked = (m for m in reading.places("operation") if m.value in _ASKING)
    small = follow | {i for m in asked for i in range(m.start, m.end)}
    return [
        token.stem
        for i, token in enumerate(reading.tokens)
        if i not in small
        and token.key not in _frames()
        and not is_year(token)
        and not reading.is_function(token)
    ]


def _frames() -> Iterable[str]:
    return (*grammar()["prepositions"], *grammar()["be"], *grammar()["joins"])


def _column(said: Sequence[str], before: Query, catalogue: Catalogue) -> str | None:
    """The measure of the rows spoken of that the words name, all of them."""
    rows = [r for row in before.links[0].rows for r in _alike(row, catalogue)]
    held = {measure for row in rows for measure, _ in catalogue.dated_measures.get(row, ())}
    named = [m for m in held if m and _are_same(_words(m), set(said))]
    return named[0] if len(named) == 1 else None


def _alike(row: str, catalogue: Catalogue) -> Sequence[str]:
    return catalogue.by_row[row].rows if row in catalogue.by_row else (row,)


def _adding_up(said: Sequence[str], before: Query, catalogue: Catalogue) -> Link | None:
    """The line of the same table that adds up its rows: the one named, else the next below."""
    words = {stem for word in grammar()["adding_lines"] for stem in roots(word)}
    if not said or not set(said) <= words:
        return None
    amounts = catalogue.library.amounts()
    own = [a for a in amounts if a.id in before.links[0].rows and a.headings and not a.is_sum]
    within = before.scope.documents
    own = [a for a in own if not within or a.place.document_id in within]
    sums = [a for a in amounts if a.is_sum and any(_beside(a, one) for one in own)]
    named = [a for a in sums if set(roots(a.what)) == set(said)]
    below = [a for a in sums if any(a.cell.start > one.cell.start for one in own)]
    chosen = min(named or below, key=lambda a: a.cell.start, default=None)
    if chosen is None:
        return None
    rows = tuple(a.id for a in sums if a.what == chosen.what)
    return replace(before.links[0], name=chosen.what, rows=rows, sure=True, alternatives=())


def _variant_named(said: Sequence[str], before: Query, catalogue: Catalogue) -> Link | None:
    """The rows of the same table that bear the same name for what the words say."""
    amounts = catalogue.library.amounts()
    own = {variant_of(a)[:4] for a in amounts if a.id in before.links[0].rows}
    if len(own) != 1 or not said or not all(name for name, *_ in own):
        return None
    named = [
        a for a in amounts if variant_of(a)[:4] in own and set(said) <= set(roots(variant_of(a)[4]))
    ]
    if len({a.what for a in named}) != 1:
        return None
    rows = tuple(a.id for a in named)
    return replace(before.links[0], name=named[0].what, rows=rows, sure=True, alternatives=())


def _beside(one: Amount, other: Amount) -> bool:
    """Whether two amounts stand in the same table."""
    same = one.place.document_id == other.place.document_id
    return same and bool(set(one.headings) & set(other.headings))


def _words(measure: str) -> set[str]:
    """The roots of a measure's telling words."""
    frames = {root for word in _frames() for root in roots(word)}
    return set(roots(measure)) - frames


def _are_same(some: set[str], others: set[str]) -> bool:
    """Whether the roots are the same, or one is the other with an ending left on it."""
    if len(some) != len(others) or not some:
        return False
    return all(any(a.startswith(b) or b.startswith(a) for b in others) for a in some)
