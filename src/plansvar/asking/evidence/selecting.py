"""The rows that a query asks for: linked names, scope and kind first, conditions after."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from plansvar.asking.evidence import words
from plansvar.asking.places import is_of_place, unit_above
from plansvar.asking.query import Query, Scope
from plansvar.domain import Amount, Commitment, Document, Indicator
from plansvar.index.library import Library
from plansvar.language.deadlines import Due, months_due
from plansvar.language.folding import bare, fold
from plansvar.language.vocabulary import vocabulary

_SHORT = re.compile(r"\(([^\W\d_]{2,6})\)\s*$")
R = TypeVar("R", Indicator, Commitment, Amount)
Row = TypeVar("Row", Indicator, Commitment)


def indicators(query: Query, library: Library) -> tuple[Indicator, ...]:
    """Indicators under the query's names, scope and kinds, newest document first."""
    rows = _linked(query, library.indicators())
    called = _called_otherwise(query, library) if query.conditions.kinds else frozenset()
    rows = [r for r in rows if _in_kinds(r.kinds, query) or r.id in called]
    rows = rows if query.links or query.conditions.kinds else _without_risks(rows)
    rows = _of_responsible(rows, query, library)
    trend = query.conditions.trend
    rows = [r for r in rows if trend is None or (r.trend is not None and r.trend.value == trend)]
    rows = [r for r in rows if words.aims(r, query.conditions.target_way)]
    return tuple(ordered(rows_in_scope(rows, query.scope, library), library))


def _without_risks(rows: list[Indicator]) -> list[Indicator]:
    """The rows without risks, which are neither goals nor measures, where there are any others."""
    return [row for row in rows if row.kind != vocabulary("tables")["risks"]["kind"]] or rows


def commitments(query: Query, library: Library) -> tuple[Commitment, ...]:
    rows = [r for r in _linked(query, library.commitments()) if _in_kinds((r.kind,), query)]
    rows = _of_responsible(rows, query, library)
    wanted = set(query.conditions.statuses)
    if wanted:
        negated = query.conditions.negated
        told = [r for r in rows if status_told(r)]
        rows = [r for r in told if wanted.isdisjoint(_statuses_of(r)) is negated]
    if (asked := query.conditions.due) is not None:
        rows = [r for r in rows if _is_due(r, asked, library)]
    rows = rows if query.links else of_document_years(rows, query.scope, library)
    return tuple(ordered(rows_in_scope(rows, query.scope, library), library))


def _is_due(row: Commitment, asked: Due, library: Library) -> bool:
    year, at = library.document(row.place.document_id).year, due_in(row, library)
    return at is not None and asked.in_year(year).holds(at)


def due_in(row: Commitment, library: Library) -> tuple[int, int] | None:
    """The first and last month of when an undertaking is to be done."""
    return months_due(row.deadline or "", library.document(row.place.document_id).year)


def _statuses_of(row: Commitment) -> set[str | None]:
    """The status of a row, and the words that print it ("pågående med avvikelse")."""
    return {status_told(row), fold(row.status_raw or "")}


def status_told(row: Commitment) -> str | None:
    """The status of a row, or what its printed word says beside those ("Avbrutet")."""
    if row.status is not None:
        return row.status.value
    raw = fold(row.status_raw or "")
    ended = vocabulary("statuses")["ended"].items()
    return next((name for name, words in ended if raw.startswith(tuple(words))), raw) or None


def of_document_years(
    rows: Iterable[Commitment], scope: Scope, library: Library
) -> list[Commitment]:
    """The commitments of the documents of the years asked for."""
    years = set(scope.years)
    return [
        r for r in rows if not years or library.document(r.place.document_id).year in years
    ]  # fmt: skip


def amounts(query: Query, library: Library) -> tuple[Amount, ...]:
    rows = list(rows_in_scope(_linked(query, library.amounts()), query.scope, library))
    return tuple(ordered(in_years(rows, query.scope.years, library), library))


def in_years(rows: Iterable[Amount], years: Iterable[int], library: Library) -> list[Amount]:
    """Amounts of these years; one without a year is of its document's."""
    wanted = set(years)
    return [r for r in rows if not wanted or year_of_amount(r, library) in {None, *wanted}]


def year_of_amount(row: Amount, library: Library) -> int | None:
    """The year that an amount is of, else that of its document."""
    return words.year_of(row.period) or library.document(row.place.document_id).year


def rows_in_scope(rows: Iterable[R], scope: Scope, library: Library) -> list[R]:
    documents = {d.path: d for d in documents_in_scope(scope, library)}
    shorts = _short_units(library) if scope.organisations else {}
    own = _named_after(documents.values(), scope.organisations)
    named = {fold(name) for name in scope.organisations}
    return [
        row
        for row in rows
        if row.place.document_id in documents
        and (not named or _is_of(row, named, shorts) or _is_in(row, own))
        and (not scope.sections or any(_among(s, scope.sections) for s in row.place.section))
    ]


def _named_after(documents: Iterable[Document], units: Iterable[str]) -> frozenset[str]:
    """Documents whose title or file is named after one of the units."""
    names = tuple(_letters(name) for name in units)
    told = ((d.path, _letters(f"{d.path} {d.title}")) for d in documents) if names else ()
    return frozenset(path for path, title in told if any(name in title for name in names))


def _letters(name: str) -> str:
    return "".join(letter for letter in bare(name) if letter.isalpha())


def _is_in(row: Indicator | Commitment | Amount, documents: frozenset[str]) -> bool:
    """Whether a row that names no unit stands in one of these documents."""
    return row.place.organisation is None and row.place.document_id in documents


def _short_units(library: Library) -> Mapping[str, str]:
    """What short forms of units stand for; the documents' own before the common ones."""
    own = {each.short: each.long for each in library.abbreviations()}
    return {**vocabulary("abbreviations")["units"], **own}


def _is_of(
    row: Indicator | Commitment | Amount, names: Collection[str], shorts: Mapping[str, str]
) -> bool:
    """Whether a row is one of the organisations of these folded names: it reports it, or the row
    names it, be it by a short form behind its name ("Barn per grupp (BUN)") or as its last
    words."""
    answering = () if isinstance(row, Amount) else row.responsible
    behind = _SHORT.search(row.name) if isinstance(row, Indicator) else None
    named = shorts.get(behind[1], "") if behind else ""
    last = row.name.rpartition(",")[2].strip() if isinstance(row, Indicator) else ""
    meant = [shorts[name] for name in answering if name in shorts]
    told = (row.place.organisation or "", *answering, *meant, *row.place.section[-1:], named, last)
    if any(fold(name) in names for name in told):
        return True
    free = not (isinstance(row, Amount) or answering)
    return free and unit_above(row.place, names) is not None


def is_unit(organisation: str | None, names: Iterable[str], library: Library) -> bool:
    """Whether a reporting unit is one of these, by its name or a short form of it."""
    shorts = _short_units(library)
    wanted = {fold(shorts.get(name, name)) for name in names}
    return fold(organisation or "") in wanted


def documents_in_scope(scope: Scope, library: Library) -> tuple[Document, ...]:
    return tuple(
        document
        for document in library.documents()
        if is_of_place(document, scope.municipalities)
        and (not scope.documents or document.path in scope.documents)
        and _among(document.kind.value, scope.document_kinds)
        and (not scope.document_years or document.year in scope.document_years)
    )


def documents_asked(scope: Scope, library: Library) -> list[Document]:
    """The documents in scope, the newest first."""
    return sorted(documents_in_scope(scope, library), key=newest_key)


def ordered(rows: Iterable[R], library: Library) -> list[R]:
    """Rows of the newest document first, then as printed; stable."""
    rank = _ranks(library)
    return sorted(rows, key=lambda row: rank[row.place.document_id])


def _ranks(library: Library) -> dict[str, tuple[int, int, int]]:
    return {d.path: (*newest_key(d), n) for n, d in enumerate(library.documents())}


def newest_key(document: Document) -> tuple[int, int]:
    """Sorts documents newest first: by year, then by the last month that they report on."""
    last = words.year_of(document.period) or 0
    return (-max(document.year or 0, last), -words.last_month(document))


def _of_responsible(rows: Iterable[Row], query: Query, library: Library) -> list[Row]:
    """The rows of which one of the wanted units is responsible, be it by a short form; all where
    none is wanted."""
    asked = {fold(name) for name in query.conditions.responsible}
    shorts = _short_units(library) if asked else {}
    asked |= {fold(shorts[name]) for name in query.conditions.responsible if name in shorts}
    return [
        row
        for row in rows
        if not asked or asked & {fold(n) for r in row.responsible for n in (r, shorts.get(r, r))}
    ]


def _linked(query: Query, rows: Iterable[R]) -> list[R]:
    ids = [row_id for link in query.links for row_id in link.rows]
    if not query.links:
        return list(rows)
    by_id = {row.id: row for row in rows}
    return [by_id[row_id] for row_id in dict.fromkeys(ids) if row_id in by_id]


def _in_kinds(kinds: Iterable[str], query: Query) -> bool:
    return any(_among(kind, query.conditions.kinds) for kind in kinds)


def _called_otherwise(query: Query, library: Library) -> frozenset[str]:
    """The rows of documents that sum up their rows under the kinds asked for ("nämndmål") and whose
    tables call them something shorter ("mål"): those of several labels, if any are."""
    rows = library.indicators()
    summed = {s.place.document_id for s in library.summaries() if _in_kinds((s.kind,), query)}
    summed -= {row.place.document_id for row in rows if _in_kinds(row.kinds, query)}
    such = [row for row in rows if row.place.document_id in summed and _are_such(row, query)]
    labelled = {row.place.document_id for row in such if row.also}
    return frozenset(r.id for r in such if r.also or r.place.document_id not in labelled)


def _are_such(row: Indicator, query: Query) -> bool:
    last = fold(row.kinds[-1])
    return any(fold(asked).endswith(last) for asked in query.conditions.kinds)


def _among(value: str | None, wanted: Iterable[str]) -> bool:
    names = {fold(name) for name in wanted}
    return not names or fold(value or "") in names
