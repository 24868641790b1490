"""Over or short: results and forecasts of each organisation, with the sign that is printed."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.money import Line, lines, lines_said
from plansvar.asking.answering.money_claims import of_claiming_documents, other_amount_said
from plansvar.asking.answering.way_told import way_of
from plansvar.asking.answering.ways import (
    MINUS,
    PLUS,
    is_deviation,
    is_planned,
    is_told_after,
    printed_sign,
    sign_of_name,
)
from plansvar.asking.basics import PLANS, is_central
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Subject
from plansvar.domain import Amount, AnswerKind, DocumentKind
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary

_MOST = 8


def asks_for_balance(task: Task) -> bool:
    """Whether the question names no other amount than a result, plus or minus."""
    if task.query.order is not None or not task.query.links or _is_of_unknown(task):
        return False
    asked = [w for link in task.query.links for one in link.words for w in split(one.text)]
    result = all(word in words.vocabulary_list("balance", "asked") for word in asked)
    return result and (bool(asked) or task.query.subject is Subject.AMOUNTS)


def _is_of_unknown(task: Task) -> bool:
    """Whether the result is asked for of a body that the documents do not know."""
    endings = tuple(vocabulary("documents")["organisations"]["endings"])
    unknown = (word for one in task.query.not_understood for word in split(one))
    return any(word.endswith(endings) for word in unknown)


def answer_balance(task: Task) -> Draft:
    """Result, forecast and deviation by organisation; plus or minus where it is printed."""
    said: list[Said] = []
    found: list[Amount] = []
    groups = grouped(task, _rows(task))
    said += other_amount_said(task, [row for group in groups for row in group.rows])
    for group in groups:
        shown = _first_told(lines(group.rows))
        verdict = verdict_fact(task, group, shown)
        said += [Said(verdict)] if verdict else []
        ordered = sorted(shown, key=lambda line: not any(map(_is_expected_result, line.rows)))
        said += lines_said(task, ordered, len(groups) > 1 and verdict is None)
        found += [row for line in ordered for row in line.rows]
    return Draft(AnswerKind.AMOUNT, tuple(said), tuple(found))


def organisation_rows(task: Task) -> list[Amount]:
    """Amounts in tables whose label is an organisation that the question names."""
    query = task.query
    names = {fold(name) for name in (*query.scope.organisations, *query.conditions.responsible)}
    documents = {d.path for d in selecting.documents_in_scope(task.query.scope, task.library)}
    rows = [
        row
        for row in task.library.amounts()
        if fold(plain(row.what)) in names and row.headings and row.place.document_id in documents
    ]
    return _in_years(task, selecting.ordered(rows, task.library))


def _rows(task: Task) -> list[Amount]:
    scoped = selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
    other = any(
        w in fold(task.query.text) for w in words.vocabulary_list("balance", "other_sections")
    )
    whole = [row for row in scoped if _is_whole(row, other) and not _is_budget_told(row)]
    if set(task.query.measures) & set(words.vocabulary_list("balance", "closed")):
        whole = [row for row in whole if not is_expected(row)]
    if task.query.conditions.responsible:
        whole = []
    if not task.query.scope.organisations:
        whole = [row for row in whole if _is_of_municipality(row)] or whole
    whole = of_claiming_documents(task, _named(task, whole) or whole, scoped)
    told = _of_newest(task, _in_years(task, selecting.ordered(whole, task.library)))
    return [*sorted(told, key=lambda row: not _foretells(row)), *organisation_rows(task)]


def _is_of_municipality(row: Amount) -> bool:
    """Whether a whole result is the municipality's, not of a board that its papers tell of."""
    units = set(words.vocabulary_list("balance", "unit_nouns"))
    return is_central(row.place) and units.isdisjoint(split(row.what))


def is_expected(row: Amount) -> bool:
    """Whether an amount is what a year is expected to come to."""
    expected = words.vocabulary_list("balance", "expected")
    return any(stem in fold(f"{row.measure or ''} {row.what}") for stem in expected)


def _named(task: Task, whole: list[Amount]) -> list[Amount]:
    """Of whole results those that the question names, unless it asks for plus or minus."""
    signs = [w for n in ("deficit", "surplus") for w in words.vocabulary_list("balance", n)]
    either = task.query.money is not None and task.query.money.side == "either"
    if either or set(split(task.query.text)) & set(signs):
        return []
    linked = {row_id for link in task.query.links for row_id in link.rows}
    named = [row for row in whole if row.id in linked]
    asked = {fold(measure) for measure in task.query.measures}
    told, every = ({fold(row.measure or "") for row in rows} for rows in (named, whole))
    return [] if len(asked) > 1 and (asked & every) - told else named


def _in_years(task: Task, rows: list[Amount]) -> list[Amount]:
    """Of the years asked for; else of the newest reports, and in them of their own year."""
    years = set(task.query.scope.years)
    if years:
        return selecting.in_years(rows, years, task.library)
    rows = _reported(task, rows)
    closed = _closed(task, rows)
    own = {r.place.document_id: task.document(r).year for r in rows}
    newest: dict[str | None, int] = {}
    for row in rows:
        place = task.document(row).municipality
        newest[place] = max(newest.get(place, 0), own[row.place.document_id] or 0)
    return [
        r
        for r in rows
        if r in closed
        or (
            (own[r.place.document_id] or 0) == newest[task.document(r).municipality]
            and (own[r.place.document_id] or 0) <= (words.year_of(r.period) or 9999)
        )
        or task.query.scope.documents
    ]


def _of_newest(task: Task, rows: list[Amount]) -> list[Amount]:
    """Of each body what its newest report on the year tells: an earlier forecast is past."""
    years = set(task.query.scope.years)
    if task.query.scope.names_documents or task.query.against_years or len(years) > 1:
        return rows
    closed = _closed(task, rows)
    own = [r for r in rows if not years or task.document(r).year in years] or rows
    first: dict[tuple[str | None, str | None], tuple[int, int]] = {}
    for row in own:
        document = task.document(row)
        body = (document.municipality, row.place.organisation)
        key = selecting.newest_key(document)
        first[body] = min(first.get(body, key), key)
    newest = set(first.values())
    return [r for r in own if selecting.newest_key(task.document(r)) in newest or r in closed]


def _foretells(row: Amount) -> bool:
    """Whether a sentence tells what the year is expected to come to, which is what is asked."""
    return not row.headings and is_expected(row)


def _reported(task: Task, rows: list[Amount]) -> list[Amount]:
    """Of each municipality what its reports tell of how it goes, where there are any and no plan
    is asked for."""
    money = task.query.money
    against = money is not None and money.against_plan
    planned = set() if against else set(words.vocabulary_list("balance", "planned"))
    if task.query.scope.names_documents or planned & set(split(task.query.text)):
        return rows
    told = {r.place.document_id for r in rows if task.document(r).kind not in PLANS}
    places = {task.library.document(path).municipality for path in told}
    return [
        r
        for r in rows
        if r.place.document_id in told or task.document(r).municipality not in places
    ]


def _closed(task: Task, rows: list[Amount]) -> list[Amount]:
    """The result of the newest annual report of each municipality, where it is asked how it was."""
    if set(split(task.query.text)).isdisjoint(words.vocabulary_list("balance", "was")):
        return []
    annual = [r for r in rows if task.document(r).kind is DocumentKind.ANNUAL]
    newest = {task.document(r).municipality: r.place.document_id for r in reversed(annual)}
    return [r for r in annual if r.place.document_id in newest.values()]


def _is_budget_told(row: Amount) -> bool:
    """Whether running text gives the amount as the budget, beside the result."""
    return not row.headings and fold(row.measure or "") in words.vocabulary_list(
        "balance", "budgets"
    )


def _is_whole(row: Amount, other: bool = False) -> bool:
    """Whether an amount is a whole result, not a part of it; of `other` money, such as
    investments, where the question is about that."""
    return is_whole_name(row.what) and about_other_money(row) is other


def is_whole_name(name: str) -> bool:
    """Whether a name is that of a whole result and of no part of it."""
    core = words.vocabulary_list("balance", "core")
    known = words.vocabulary_list("balance", "line")
    named = [w for w in split(name) if not w.isdigit()]
    return any(w in core for w in named) and all(w in known for w in named)


def about_other_money(row: Amount) -> bool:
    """Whether the section is about investments or other money than the result."""
    headings = " ".join(fold(heading) for heading in row.place.section[-2:])
    own = fold("".join(row.place.section[-1:]))
    if any(stem in own for stem in words.vocabulary_list("balance", "own_sections")):
        return False
    return any(stem in headings for stem in words.vocabulary_list("balance", "other_sections"))


def _first_told(found: tuple[Line, ...]) -> list[Line]:
    """Each value once, as first told; what is printed for the whole year last is kept too."""
    seen: dict[tuple[object, ...], Line] = {}
    for line in found:
        values = tuple((row.measure, row.value) for row in line.rows)
        seen.setdefault(values, line)
    return list(seen.values())[:_MOST]


def verdict_fact(task: Task, group: Group[Amount], shown: Sequence[Line]) -> Fact | None:
    """Plus or minus, when all signs and words that are printed agree; else what the whole year is
    expected to come to, which so far may look otherwise."""
    signed = [pair for line in shown for pair in _signs(task, line)]
    expected = "" if len({sign for sign, _ in signed}) == 1 else "_expected"
    if expected:
        signed = [(sign, row) for sign, row in signed if _is_expected_result(row)]
    signs = {sign for sign, _ in signed}
    if len(signs) != 1 or (signs == {MINUS} and not expected and _ends_above(shown)):
        return None
    report = report_name(task, group.document, group.organisation)
    units = {plain(row.what) for _, row in signed if not _is_whole(row) and row.headings}
    unit = next(iter(units)) if len(units) == 1 else ""
    of_unit = "_unit" if unit and not find_numbers(unit) else ""
    key = f"balance.{signs.pop()}{of_unit or expected}"
    fact = task.say(key, report=report, unit=unit)
    return fact.proved_by(*dict.fromkeys(amount_proof(row) for _, row in signed))


def _is_expected_result(row: Amount) -> bool:
    """Whether an amount is what a whole result is expected to be, not how far off that is."""
    return _is_whole(row) and is_expected(row) and not is_deviation(row)


def verdict_of(task: Task, line: Line) -> Fact | None:
    """Plus or minus of one printed row."""
    group = Group(task.document(line.first), line.first.place.organisation, line.rows)
    return verdict_fact(task, group, [line])


def _signs(task: Task, line: Line) -> list[tuple[str, Amount]]:
    """What the amounts of a line say of which way it went."""
    if line.in_table and not _is_whole(line.first) and not about_other_money(line.first):
        way = way_of(task.library, line.rows, task.query.scope.years)
        return [way] if way else []
    results = [row for row in line.rows if _is_own_result(row)]
    if results:
        return [(PLUS if (row.value or 0.0) > 0 else MINUS, row) for row in results]
    return [(sign, row) for row in line.rows if (sign := sign_of(row))]


def _is_own_result(row: Amount) -> bool:
    """Whether an amount of a table is itself what the result came to."""
    named = set(split(row.what)) & set(words.vocabulary_list("balance", "results"))
    told = row.measure is None or is_told_after(row)
    own = told and bool(row.headings) and fold(row.measure or "") != fold(next(iter(named), "-"))
    return bool(named and row.value) and own and _is_whole(row) and not is_planned(row)


def _ends_above(shown: Sequence[Line]) -> bool:
    """Whether a result is above zero, though it is below what was planned."""
    results = (row for line in shown for row in line.rows if _is_whole(row))
    return any((row.value or 0.0) > 0 and not is_deviation(row) for row in results)


def sign_of(row: Amount) -> str | None:
    """The sign that is printed before an amount, or that a word of its name tells."""
    if not row.value:
        return None
    if (told := sign_of_name(row)) is not None:
        return told
    sign = printed_sign(row)
    if row.measure is None or about_other_money(row):
        return None
    # What a unit costs is often printed with a minus; only a result or deviation tells a deficit.
    return sign if sign == PLUS or is_deviation(row) or _is_whole(row) else None
