"""The boards together, where their plural was linked to an amount that is none of them.

"Nämndernas utfall" is no "Nämnd och administration" and no sentence that begins with "nämnden": it
is what the line of all boards prints, if there is one."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Link, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.domain import Amount
from plansvar.language.folding import fold
from plansvar.language.folding import words as split


def with_all_boards(query: Query, catalogue: Catalogue) -> Query:
    """The query with the sums of all boards in the place of what only their plural was linked to;
    as it was where no table sums them up."""
    wrong = [link for link in query.links if _is_plural(link) and not _is_of_all(link, catalogue)]
    of_money = query.subject is Subject.AMOUNTS or not _money_measures().isdisjoint(query.measures)
    if not of_money or not wrong:
        return query
    sums = [row for row in catalogue.library.amounts() if _sums_boards(row)]
    if not sums:
        return query
    own = Link(wrong[0].words, sums[0].what, tuple(row.id for row in sums), wrong[0].score)
    kept = [own if link is wrong[0] else link for link in query.links]
    links = tuple(link for link in kept if link not in wrong[1:])
    return replace(query, subject=Subject.AMOUNTS, links=links)


def _money_measures() -> frozenset[str]:
    return frozenset(grammar()["money_measures"])


def _is_plural(link: Link) -> bool:
    said = [word for each in link.words for word in split(fold(each.text))]
    return bool(said) and all(word in grammar()["adding_up"]["the_boards"] for word in said)


def _is_of_all(link: Link, catalogue: Catalogue) -> bool:
    """Whether what was linked is a line of a table that is itself called by the plural, and no
    clause that begins with it ("Nämnderna kostade …")."""
    if set(split(fold(link.name))).isdisjoint(grammar()["adding_up"]["all_boards"]):
        return False
    rows = (row for row in catalogue.library.amounts() if row.id in link.rows)
    return any(row.headings for row in rows)


def _sums_boards(row: Amount) -> bool:
    """Whether an amount is printed as the sum of the boards ("Summa nämnder")."""
    named = set(split(fold(row.what)))
    return row.is_sum and not named.isdisjoint(grammar()["adding_up"]["all_boards"])
