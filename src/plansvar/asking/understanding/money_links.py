"""The amounts that a question for money is about: named, a unit's own, or whole tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.query import Link, Money, Operation, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.implied import are_people
from plansvar.asking.understanding.linking import Linked, link_all
from plansvar.asking.understanding.money_names import link_among_money, link_earned, link_told
from plansvar.asking.understanding.money_places import of_places
from plansvar.asking.understanding.money_rates import whole_before_rate
from plansvar.asking.understanding.money_tables import (
    extra_money,
    incomes_of_unit,
    is_of_investments,
    of_all_units,
    of_whole_municipality,
    parts_of_unit,
    told_above,
)
from plansvar.asking.understanding.moneyed import (
    asks_of_group,
    comes_in,
    cues,
    divides,
    is_bare_money,
    is_group,
    is_more_money,
    is_of_investing,
    is_result,
    result_stems,
)
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.priced import asks_of_doing, asks_of_one
from plansvar.asking.understanding.reading import MONTH, Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.supporting import of_no_unit
from plansvar.domain import Amount
from plansvar.language.vocabulary import vocabulary


def link_asked_money(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    words: Sequence[Content],
    money: Money,
) -> Linked:
    """The link of a question for money; none where no amount is meant."""
    if asks_of_doing(reading):
        return _priced(link_among_money(words, catalogue, scope), catalogue)
    if asks_of_one(reading, [w for w in words if are_people(w)]):
        linked = link_among_money(words, catalogue, scope)
        return linked if linked.subject is Subject.INDICATORS else _priced(linked, catalogue)
    bare = not (money.side or money.investing)
    if money.of_years and bare and _names_no_money(reading, words):
        return Linked(None, Subject.AMOUNTS, tuple(words))
    placed = of_places(reading, catalogue, scope, words)
    if placed.link is None and operation is Operation.VALUE:
        placed = of_all_units(reading, catalogue, words, money)
    if placed.link is None:
        placed = extra_money(reading, catalogue, scope, words)
    told = placed.subject is not None
    return placed if told else _linked(reading, catalogue, scope, operation, words, money)


def _names_no_money(reading: Reading, words: Sequence[Content]) -> bool:
    """ "vilket år gick det bäst?", "… ekonomiskt?": no amount is named but the result."""
    if any(not (w.support or w.weak) for w in words):
        return False
    return all(not _tells(w, reading) or is_result(w, reading) for w in words)


def _linked(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    words: Sequence[Content],
    money: Money,
) -> Linked:
    """The link by what is named, by the unit, or by what is asked of the result."""
    ranked = asks_of_group(reading, money, operation) and not money.of_years
    groups = tuple(
        w for w in words if _tells_no_thing(w, reading, ranked) or is_of_investing(w, reading)
    )
    telling = [w for w in words if w not in groups]
    if any(not (w.support or w.weak) for w in telling):
        linked = _told(telling, reading, catalogue, scope, money)
        linked = whole_before_rate(linked, telling, reading, catalogue, scope)
        return replace(linked, covered=(*linked.covered, *groups))
    if ranked:
        return Linked(None, Subject.AMOUNTS, tuple(words))
    months = {m.start for m in reading.places(MONTH)}
    words_of_things = [w for w in words if w.tokens[0] not in months]
    own = [w for w in words_of_things if not is_group(w, reading, "units") and _tells(w, reading)]
    plain_own = [replace(w, support=False, weak=False) for w in own]
    named = link_among_money(plain_own, catalogue, scope)
    results = [w for w in words if is_result(w, reading)]
    plain = reading.language == "en" and not money.side
    compared = money.against_plan or money.changing or bool(reading.found.against)
    if (compared or plain) and results and not scope.organisations:
        asked = replace(results[0], support=False, stems=result_stems())
        return of_no_unit(link_all([asked], catalogue, (Subject.AMOUNTS,)), reading, catalogue)
    if divides(reading) and (parts := parts_of_unit(reading, catalogue, scope, words, money)).link:
        return parts
    if money.investing:
        return _with_sums(named, reading, catalogue, scope, words)
    if comes_in(reading) and (income := incomes_of_unit(reading, catalogue, scope, words)).link:
        return income
    if named.link is not None:
        return named
    return _of_units(reading, catalogue, scope, words, money)


def _told(
    telling: Sequence[Content],
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    money: Money,
) -> Linked:
    """What is named, of what comes in where it is asked what is earned."""
    if reading.has("spending", "earn"):
        return link_earned(telling, catalogue, scope)
    return link_told(telling, catalogue, scope, money, divides(reading))


def _tells_no_thing(content: Content, reading: Reading, ranked: bool) -> bool:
    """Whether words only say what is ranked, or that it is more money."""
    more = not content.support and is_more_money(content, reading)
    own = all(reading.tokens[i].key in cues("own") for i in content.tokens)
    return more or (ranked and (own or is_group(content, reading)))


def _priced(linked: Linked, catalogue: Catalogue) -> Linked:
    """Of the rows linked those that are prices: printed in kronor."""
    amounts = {row.id: row for row in catalogue.library.amounts()}
    rows = [amounts[r] for r in (linked.link.rows if linked.link else ()) if r in amounts]
    kept = tuple(row.id for row in rows if row.unit == "kronor")
    if linked.link is None or not kept:
        return Linked()
    return replace(linked, link=replace(linked.link, rows=kept))


def is_of_units(scope: Scope, linked: Linked, catalogue: Catalogue) -> bool:
    """Whether rows are meant that tables of other documents print for the units named."""
    if linked.link is None:
        return False
    printed = {r for u in scope.organisations for r in catalogue.units_as_rows.get(u, ())}
    return not printed.isdisjoint(linked.link.rows)


def _with_sums(
    named: Linked,
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    words: Sequence[Content],
) -> Linked:
    """What is named investments, the sums of tables of investments, and the units' in these."""
    within = rows_in_scope(catalogue.library.amounts(), scope, catalogue.library)
    investing = tuple(
        root(w) for w in vocabulary("questions")["grammar"]["money_cues"]["investing"]
    )
    sums = [
        row.id
        for row in within
        if _is_total(catalogue.by_row[row.id], investing)
        or (row.is_sum and any(s.startswith(investing) for s in told_above(row, catalogue)))
    ]
    sums = sums if scope.organisations else of_whole_municipality(sums, catalogue)
    sums = sums or [row.id for row in within if _is_told_there(row, investing, catalogue)]
    units = [r for u in scope.organisations for r in catalogue.units_as_rows.get(u, ())]
    amounts = {row.id: row for row in catalogue.library.amounts()}
    units = [r for r in units if is_of_investments(amounts[r], catalogue)]
    inside = {row.id for row in within}
    tabled = {row.id for row in within if row.headings}
    own = [r for r in (named.link.rows if named.link else ()) if r in inside or not inside]
    own = [r for r in own if r in tabled] if sums else own
    rows = tuple(dict.fromkeys([*own, *(units or sums)]))
    if not rows:
        return named
    said = tuple(w.words for w in words) or (reading.words(0, len(reading.tokens)),)
    name = named.link.name if named.link else catalogue.by_row[rows[0]].text
    return Linked(Link(said, name, rows, 1.0), Subject.AMOUNTS, tuple(words))


def _is_told_there(row: Amount, stems: tuple[str, ...], catalogue: Catalogue) -> bool:
    """Whether the text under a heading on investments gives an amount as planned or as a whole."""
    under = any(s.startswith(stems) for s in catalogue.contexts[row.id])
    measures = (*cues("outcomes"), *cues("forecasts"), *cues("budget"))
    return under and not row.headings and (row.measure in measures or row.measure is None)


def _is_total(name: Name, stems: tuple[str, ...]) -> bool:
    """Whether a name is "investeringar" and no more."""
    return name.subject is Subject.AMOUNTS and all(s.startswith(stems) for s in name.core)


def of_years(
    linked: Linked, words: Sequence[Content], catalogue: Catalogue, scope: Scope
) -> Linked:
    """The link, or where none of its rows is of the years asked for, other names that hold all
    its words and are."""
    years = set(scope.years)
    telling = [w for w in words if not (w.support or w.weak)]
    telling = telling or [replace(w, support=False, weak=False) for w in linked.covered]
    if linked.link is None or linked.subject is Subject.COMMITMENTS or not telling:
        return linked
    if any(word.names for word in linked.covered):
        return linked
    if linked.subject is Subject.INDICATORS and not _spans_none(linked.link.rows, years, catalogue):
        return linked
    if _spans(linked.link.rows, years, catalogue):
        return linked
    wider = link_all(telling, catalogue, (Subject.AMOUNTS,))
    rows = wider.link.rows if wider.link else ()
    names = tuple(dict.fromkeys(catalogue.by_row[row] for row in rows))
    kept = [name for name in names if _spans(name.rows, years, catalogue)]
    kept = kept or [name for name in names if _are_of_documents(name.rows, years, catalogue)]
    if wider.link is None or not kept:
        return linked
    rows = tuple(r for r in rows if catalogue.by_row[r] in kept)
    return replace(wider, link=replace(wider.link, name=kept[0].text, rows=rows))


def _spans_none(rows: Sequence[str], years: set[int], catalogue: Catalogue) -> bool:
    return bool(years) and not any(years & catalogue.years_by_row.get(r, set()) for r in rows)


def _spans(rows: Sequence[str], years: set[int], catalogue: Catalogue) -> bool:
    """Whether rows have values of all the years."""
    return years <= {y for row in rows for y in catalogue.years_by_row.get(row, ())}


def _are_of_documents(rows: Sequence[str], years: set[int], catalogue: Catalogue) -> bool:
    """Whether rows have no year themselves and stand in documents of all the years."""
    undated = not any(catalogue.years_by_row.get(row) for row in rows)
    return undated and years <= catalogue.document_years_of(rows)


def _tells(content: Content, reading: Reading) -> bool:
    return content.weak or _is_noun(content, reading)


def _is_noun(content: Content, reading: Reading) -> bool:
    """Whether the words name a sort of money ("kostnader"), not that it is money ("pengar")."""
    nouns = reading.places("subject", Subject.AMOUNTS.value)
    held = any(m.start in content.tokens for m in nouns)
    return held and not is_bare_money(reading.tokens[content.tokens[0]])


def _frames(catalogue: Catalogue, scope: Scope) -> tuple[str, ...]:
    """What a unit's own documents call its frame, where the question asks what it is given."""
    planning = {root(word) for word in vocabulary("questions")["grammar"]["money_cues"]["planning"]}
    within = rows_in_scope(catalogue.library.amounts(), scope, catalogue.library)
    return tuple(r.id for r in within if planning & catalogue.by_row[r.id].core)


def _of_units(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    words: Sequence[Content],
    money: Money,
) -> Linked:
    """The amounts that tables print for the units named, where nothing else is asked of them."""
    rows = tuple(r for u in scope.organisations for r in catalogue.units_as_rows.get(u, ()))
    if rows and not (money.side or money.against_plan):
        rows = (*rows, *_frames(catalogue, scope))
    if not rows:
        return Linked()
    said = reading.words(0, len(reading.tokens))
    link = Link((said,), ", ".join(scope.organisations), rows, 1.0)
    return Linked(link, Subject.AMOUNTS, tuple(words))
