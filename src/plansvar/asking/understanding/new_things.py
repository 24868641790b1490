"""The investment that "den nya förskolan" means, and not what a year of preschool costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.query import Link, Operation, Query, Subject
from plansvar.asking.telling_roots import is_form, root
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.money_tables import told_above
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import Amount
from plansvar.language.areas import areas
from plansvar.language.folding import fold, words

_LONG = 4  # letters of a word that a longer one may end with
_MOST = 2  # investments that may be meant


def with_new_thing(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The question what something new costs, linked to the investments of that name in all tables
    that have it; as it was where none or many are called so, or what it was linked to is one."""
    link = _named_as_new(query, reading)
    if link is None:
        return query
    rows = rows_in_scope(catalogue.library.amounts(), query.scope, catalogue.library)
    tabled = [row for row in rows if row.headings and not row.is_sum]
    called = [row for row in tabled if _is_called(row, link)]
    names = {fold(row.what) for row in called if _is_investment(row, catalogue)}
    meant = [row for row in tabled if fold(row.what) in names]
    if not 0 < len(names) <= _MOST or any(row.id in link.rows for row in meant):
        return query
    told = Link(link.words, meant[0].what, tuple(row.id for row in meant), 1.0)
    return replace(query, subject=Subject.AMOUNTS, links=(told,))


def _named_as_new(query: Query, reading: Reading) -> Link | None:
    """The one thing that a question for a cost names, where it says that it is new."""
    if query.operation is not Operation.VALUE or len(query.links) != 1 or query.measures:
        return None
    starts = {part.span.start for part in query.links[0].words}
    new = grammar()["new_things"]
    before = zip(reading.tokens, reading.tokens[1:], strict=False)
    said = any(one.key in new and other.span.start in starts for one, other in before)
    return query.links[0] if said and reading.has("spending", "cost") else None


def _is_investment(row: Amount, catalogue: Catalogue) -> bool:
    """Whether a table of investments has the amount."""
    starts = tuple(root(word) for word in grammar()["money_cues"]["investing"])
    return any(stem.startswith(starts) for stem in told_above(row, catalogue))


def _is_called(row: Amount, link: Link) -> bool:
    """Whether an amount is of what the link's words name: its name begins with them or has them
    behind a word for new or an owner ("Ågläntans förskola"), and not "Inventarier förskola"."""
    told = words(row.what)
    said = [word for part in link.words for word in words(part.text)]
    return bool(said) and any(_begins(told[n:], said) and _may_lead(told[:n]) for n in range(3))


def _begins(told: Sequence[str], said: Sequence[str]) -> bool:
    pairs = zip(told, said, strict=False)
    return len(told) >= len(said) and all(_ends_with(other, word) for other, word in pairs)


def _may_lead(before: Sequence[str]) -> bool:
    owner = str(grammar()["genitive"])
    return not before or before[-1] in grammar()["new_things"] or before[-1].endswith(owner)


def _ends_with(other: str, word: str) -> bool:
    """Whether a word is a form of another, or of the end of a compound."""
    told, said = root(other), root(word)
    compound = len(said) >= _LONG and told.endswith(said) and not _is_never(other, word)
    return is_form(told, said) or compound


def _is_never(other: str, word: str) -> bool:
    """Whether a compound is no kind of what it ends with: a preschool is no school."""
    named = (area for area in areas() if word in area.said)
    return any(area.never.search(other) for area in named)
