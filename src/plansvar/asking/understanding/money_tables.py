"""What a unit's own tables print of its money: what it is divided into, what comes in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.query import Link, Money, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import GENITIVE, grammar
from plansvar.asking.understanding.linking import Linked, link_names
from plansvar.asking.understanding.moneyed import cues
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root, roots
from plansvar.domain import Amount


def parts_of_unit(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    words: Sequence[Content],
    money: Money,
) -> Linked:
    """What the unit's own tables divide its money into, of investments or of running costs."""
    within = rows_in_scope(catalogue.library.amounts(), scope, catalogue.library)
    stems = tuple(root(w) for w in cues("investing"))
    rows = [
        row
        for row in within
        if row.headings
        and not row.is_sum
        and any(s.startswith(stems) for s in told_above(row, catalogue)) is money.investing
    ]
    return _of_rows(reading, catalogue, rows if scope.organisations else [], words)


def invested_in(words: Sequence[Content], catalogue: Catalogue, scope: Scope) -> Linked:
    """What tables of investments print under the words."""
    told = (row for row in catalogue.library.amounts() if row.headings)
    rows = {row.id for row in told if is_of_investments(row, catalogue)}
    linked = link_names(
        words, catalogue, scope, (Subject.AMOUNTS,), keep=lambda n: not rows.isdisjoint(n.rows)
    )
    if linked.link is None:
        return linked
    own = tuple(row for row in linked.link.rows if row in rows)
    return replace(linked, link=replace(linked.link, rows=own))


def is_of_investments(row: Amount, catalogue: Catalogue) -> bool:
    """Whether an amount stands under what is said of investments."""
    stems = tuple(root(w) for w in cues("investing"))
    return any(s.startswith(stems) for s in told_above(row, catalogue))


def extra_money(
    reading: Reading, catalogue: Catalogue, scope: Scope, words: Sequence[Content]
) -> Linked:
    """ "hur mycket extra fick nämnden?": what the text tells as added to a unit's money."""
    if not any(token.key in cues("extra") for token in reading.tokens):
        return Linked()
    added = tuple(root(word) for word in cues("added"))
    within = {r.id for r in rows_in_scope(catalogue.library.amounts(), scope, catalogue.library)}
    units = [frozenset(roots(unit)) for unit in scope.organisations]
    rows = [
        row
        for row in catalogue.library.amounts()
        if not row.headings
        and any(stem.startswith(added) for stem in roots(row.what))
        and (row.id in within or any(unit <= set(roots(row.what)) for unit in units))
    ]
    told = _of_rows(reading, catalogue, rows if units else [], words)
    return told if told.link or not units else Linked(None, Subject.AMOUNTS, tuple(words))


def of_all_units(
    reading: Reading, catalogue: Catalogue, words: Sequence[Content], money: Money
) -> Linked:
    """ "nämndernas underskott ihop": the sum that a table prints for all units."""
    together = money.together or any(
        t.key in grammar()["money_cues"]["every"] for t in reading.tokens
    )
    if not (together and money.group == "units" and money.side):
        return Linked()
    groups = {root(word) for word in grammar()["money_groups"]["units"]}
    rows = [
        row
        for row in catalogue.library.amounts()
        if row.headings and row.is_sum and not groups.isdisjoint(roots(row.what))
    ]
    return _of_rows(reading, catalogue, rows, words)


def incomes_of_unit(
    reading: Reading, catalogue: Catalogue, scope: Scope, words: Sequence[Content]
) -> Linked:
    """What comes in, as the unit's own tables print it."""
    within = rows_in_scope(catalogue.library.amounts(), scope, catalogue.library)
    stems = {root(word) for word in cues("incomes")}
    rows = [r for r in within if r.headings and not stems.isdisjoint(roots(r.what))]
    return _of_rows(reading, catalogue, rows if scope.organisations else [], words)


def as_asked(linked: Linked, reading: Reading, catalogue: Catalogue) -> Linked:
    """The link with those rows of its tables that are meant: at the end of the year, of the whole
    project, for all of which the name is given."""
    linked = _at_end_of_year(linked, reading, catalogue)
    return _with_variants(_with_project(linked, reading, catalogue), reading, catalogue)


def _with_variants(linked: Linked, reading: Reading, catalogue: Catalogue) -> Linked:
    """ "vad kostar simhallen?": of what a table prints under one name for several ("Simhallen,
    vuxen"), all of them, where the question names none."""
    if linked.link is None or linked.subject is not Subject.AMOUNTS:
        return linked
    amounts = {row.id: row for row in catalogue.library.amounts()}
    rows = [amounts[r] for r in linked.link.rows if r in amounts and amounts[r].headings]
    said = {stem for token in reading.tokens for stem in roots(token.key.removesuffix(GENITIVE))}
    said |= {token.stem for token in reading.tokens}
    kinds = {variant_of(row)[:4] for row in rows}
    plain = all(variant_of(r)[0] and said.isdisjoint(roots(variant_of(r)[4])) for r in rows)
    if len(kinds) != 1 or not plain:
        return linked
    every = tuple(row.id for row in amounts.values() if variant_of(row)[:4] in kinds)
    return replace(linked, link=replace(linked.link, rows=every))


def _with_project(linked: Linked, reading: Reading, catalogue: Catalogue) -> Linked:
    """ "vad kostar Lövhagens skola?": what a table prints for a thing under its name and more
    ("Lövhagens skola, ny F–6-skola"), where the text only tells of some money for it."""
    if linked.link is None or linked.subject is not Subject.AMOUNTS:
        return linked
    amounts = {row.id: row for row in catalogue.library.amounts()}
    rows = [amounts[r] for r in linked.link.rows if r in amounts]
    if not reading.has("spending", "cost") or any(row.headings for row in rows):
        return linked
    names = {tuple(roots(row.what)) for row in rows}
    tabled = [r for r in amounts.values() if tuple(roots(variant_of(r)[0])) in names]
    if not tabled:
        return linked
    link = replace(linked.link, name=tabled[0].what, rows=tuple(r.id for r in tabled))
    return replace(linked, link=link)


def variant_of(row: Amount) -> tuple[str, str, tuple[str, ...], str | None, str]:
    """The first part of a name with its table, and what stands behind the comma; empty where it
    has no parts."""
    head, _, behind = row.what.partition(", ")
    named = head if behind and row.headings else ""
    return named, row.place.document_id, row.place.section, row.unit, behind


def of_whole_municipality(rows: Sequence[str], catalogue: Catalogue) -> list[str]:
    """Of sums those that a table prints for all of the municipality, where there are such."""
    whole = set(roots(grammar()["of_whole"]))
    tabled = {row.id for row in catalogue.library.amounts() if row.is_sum}
    told = [r for r in rows if r in tabled and whole & set(catalogue.by_row[r].stems)]
    return told or list(rows)


def told_above(row: Amount, catalogue: Catalogue) -> frozenset[str]:
    """What an amount stands under; where its headings tell nothing of the table, the sentence
    right before it."""
    document = catalogue.library.document(row.place.document_id)
    first = min((span.start for span in row.headings), default=row.cell.start)
    before = [block for block in document.blocks if block.span.end <= first]
    told = document.quote(before[-1].span) if before else ""
    return catalogue.contexts[row.id] | frozenset(roots(told))


def _of_rows(
    reading: Reading, catalogue: Catalogue, rows: Sequence[Amount], words: Sequence[Content]
) -> Linked:
    if not rows:
        return Linked()
    said = reading.words(0, len(reading.tokens))
    link = Link((said,), catalogue.by_row[rows[0].id].text, tuple(r.id for r in rows), 1.0)
    return Linked(link, Subject.AMOUNTS, tuple(words))


def _at_end_of_year(linked: Linked, reading: Reading, catalogue: Catalogue) -> Linked:
    """What there is at the end of the year, where an amount is named that tables give for both
    ends ("eget kapital") and nothing says that the beginning is meant."""
    if linked.link is None or any(token.key in cues("at_start") for token in reading.tokens):
        return linked
    opening = {root(word) for word in cues("opening")}
    closing = {root(word) for word in cues("closing")}
    named = {catalogue.by_row[row] for row in linked.link.rows if row in catalogue.by_row}
    at_start = [name for name in named if opening & set(name.core)]
    wanted = {(name.core - opening) | closing for name in at_start}
    ends = [name for name in catalogue.names if name.core in wanted]
    if len(at_start) < len(named) or not ends:
        return linked
    rows = tuple(row for name in ends for row in name.rows)
    return replace(linked, link=replace(linked.link, name=ends[0].text, rows=rows))
