"""What words name among amounts of money, and whether they leave any of it untold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Money, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import Linked, link_all, link_names
from plansvar.asking.understanding.money_tables import invested_in
from plansvar.asking.understanding.moneyed import is_bare_money, is_group, is_result
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import Indicator
from plansvar.language.folding import fold
from plansvar.language.money import money_factors
from plansvar.language.vocabulary import vocabulary

_NEARLY = 0.15  # so much worse words may fit what is planned than what is not


def link_told(
    words: Sequence[Content], catalogue: Catalogue, scope: Scope, money: Money, divided: bool
) -> Linked:
    """The amounts that words name, all of them where their parts are asked for."""
    parts = link_all(words, catalogue, (Subject.AMOUNTS,)) if divided else Linked()
    return parts if parts.link else link_granted(words, catalogue, scope, money)


def leaves_a_sort(linked: Linked, words: Sequence[Content], catalogue: Catalogue) -> bool:
    """ "socialnämndens personalkostnader": whether a word names a sort of money that the amounts
    linked are not."""
    if linked.link is None or linked.subject is not Subject.AMOUNTS:
        return False
    left = {s for w in words if w.weak and w not in linked.covered for s in w.stems[:1]}
    return any(
        name.subject is Subject.AMOUNTS and len(name.core) == 1 and name.core <= left
        for name in catalogue.names
    )


def link_granted(
    words: Sequence[Content], catalogue: Catalogue, scope: Scope, money: Money
) -> Linked:
    """What the words name; of things that fit alike what is planned, where that is asked for."""
    named = link_among_money(words, catalogue, scope)
    if money.investing and (invested := invested_in(words, catalogue, scope)).link:
        return invested
    if not money.granted or named.link is None or named.subject is not Subject.AMOUNTS:
        return named
    measures = vocabulary("answering")["balance"]["planned"]
    planned = {r.id for r in catalogue.library.amounts() if fold(r.measure or "") in measures}
    if not planned.isdisjoint(named.link.rows):
        return named
    found = link_names(
        words, catalogue, scope, (Subject.AMOUNTS,), keep=lambda n: not planned.isdisjoint(n.rows)
    )
    near = found.link is not None and found.link.score >= named.link.score - _NEARLY
    return found if near else named


def link_earned(words: Sequence[Content], catalogue: Catalogue, scope: Scope) -> Linked:
    """What the words name of what comes in: rent that is paid is not rent that is earned."""
    costs = {fold(word) for word in grammar()["money_groups"]["costs"]}
    paid = {r.id for r in catalogue.library.amounts() if fold(r.measure or "") in costs}
    return link_names(
        words, catalogue, scope, (Subject.AMOUNTS,), keep=lambda n: not paid.issuperset(n.rows)
    )


def link_among_money(words: Sequence[Content], catalogue: Catalogue, scope: Scope) -> Linked:
    """What the words name among amounts, else among key figures that are money."""
    amounts = link_names(words, catalogue, scope, (Subject.AMOUNTS,))
    figures = _figures(words, catalogue, scope)
    return figures if _told(figures) > _told(amounts) else amounts


def _told(linked: Linked) -> int:
    """How many words that carry content a link covers."""
    return sum(not content.support for content in linked.covered)


def _figures(words: Sequence[Content], catalogue: Catalogue, scope: Scope) -> Linked:
    """The key figures in kronor that the words name ("kostnad per barn")."""
    money = {row.id for row in catalogue.library.indicators() if _is_money(row)}
    money &= catalogue.with_values
    linked = link_names(
        words, catalogue, scope, (Subject.INDICATORS,), keep=lambda n: not money.isdisjoint(n.rows)
    )
    if linked.link is None:
        return Linked()
    rows = tuple(row for row in linked.link.rows if row in money)
    return replace(linked, link=replace(linked.link, rows=rows)) if rows else Linked()


def _is_money(row: Indicator) -> bool:
    """Whether a key figure is counted in kronor."""
    return any(fold(o.unit or "") in money_factors() for o in row.observations)


def names_own_thing(linked: Linked, reading: Reading) -> bool:
    """Whether a link is by a thing of its own ("personalkostnader"), not by a sort of money that a
    unit's row is of as well."""
    return any(
        not (content.support or is_group(content, reading) or is_result(content, reading))
        and not any(is_bare_money(reading.tokens[i]) for i in content.tokens)
        for content in linked.covered
    )
