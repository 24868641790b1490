"""How amounts differ: between years, or between what was planned and what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, product

from plansvar.asking.answering.balances import about_other_money, verdict_of
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money import Line, lines, lines_said, value_fact, what_fact
from plansvar.asking.answering.money_claims import other_amount_said
from plansvar.asking.answering.money_pairs import changed_fact, off_plan_fact
from plansvar.asking.answering.money_percent import asks_how_much_dearer, asks_percent, percent_fact
from plansvar.asking.answering.money_rows import (
    alike,
    are_signed_apart,
    difference,
    is_told_apart,
    money_of,
    of_whole_year,
    rows_of_all_years,
    year_of,
    years_named,
)
from plansvar.asking.answering.money_steps import told_steps
from plansvar.asking.answering.money_told import told_in_text
from plansvar.asking.answering.money_two import two_things
from plansvar.asking.answering.spending import compared_rows, limit_of
from plansvar.asking.answering.turned_signs import balance_of
from plansvar.asking.answering.ways import (
    is_deviation,
    is_of_all_years,
    is_planned,
    is_told_after,
)
from plansvar.asking.evidence import selecting, words
from plansvar.asking.tables.came_out import WHOLE_YEAR, asks_in_past
from plansvar.domain import Amount, AnswerKind
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.months import last_month_of

_SHOWN = 3
_LAST_MONTH = 12
_DIGITS = 6  # more than any table prints
Pair = tuple[Amount, Amount]


def answer_money_changed(task: Task) -> Draft:
    """The difference between years, or from the plan where that is asked for."""
    if money_of(task).against_plan:
        planned = answer_from_plan(task)
        if planned.said or not asks_how_much_dearer(task):
            return planned
    apart = len(years_named(task)) <= 1 and not money_of(task).changing
    found = (two_things(task) if apart else []) or changed_pairs(task, rows_of_all_years(task))
    most = max(1, len(task.query.links))
    pairs = [pair for pair in found[:most] if changed_fact(task, pair)]
    if not pairs and len(years_named(task)) <= 1:
        pairs = told_steps(task)
    said = [Said(fact) for pair in pairs if (fact := changed_fact(task, pair))]
    if asks_percent(task):
        said += [Said(fact) for pair in pairs if (fact := percent_fact(task, *pair))]
    if not said and len(years_named(task)) <= 1:
        return answer_from_plan(task)
    return _told(pairs, said)


def changed_pairs(task: Task, rows: Iterable[Amount]) -> list[Pair]:
    """The earlier and the later amount of each thing."""
    month = last_month_of(" ".join(task.query.scope.periods)) or _LAST_MONTH
    found = (_best_pair(task, line) for line in _things(rows, month))
    return [pair for pair in found if pair and not are_signed_apart(*pair)]


def answer_most_changed(task: Task) -> Draft:
    """The amounts of a table that change most between two years; in percent where that is asked."""
    if _asks_of_deviations(task):
        return _deviations_moved(task)
    pairs = [pair for line in _things(compared_rows(task)) if (pair := _best_pair(task, line))]
    relative = asks_percent(task)
    pairs = [pair for pair in pairs if pair[0].value or not relative]
    order = task.query.order
    least = order is not None and not order.descending
    placed = sorted(pairs, key=_share if relative else _step, reverse=not least)[: limit_of(task)]
    said = [Said(f) for pair in placed if (f := changed_fact(task, pair))]
    if relative:
        said += [Said(fact) for pair in placed if (fact := percent_fact(task, *pair))]
    return _told(placed, said)


def _told(pairs: Iterable[Pair], said: Iterable[Said]) -> Draft:
    return Draft(AnswerKind.AMOUNT, tuple(said), tuple(row for pair in pairs for row in pair))


def _step(pair: Pair) -> float:
    """How much an amount grows in size."""
    return abs(pair[1].value or 0.0) - abs(pair[0].value or 0.0)


def _asks_of_deviations(task: Task) -> bool:
    deviations = words.vocabulary_list("balance", "deviations")
    return any(fold(measure) in deviations for measure in task.query.measures)


def _deviations_moved(task: Task) -> Draft:
    """The deviations that got better or worse from one year to another, the furthest first, with
    those that went as far as the last of them."""
    rows = [row for row in compared_rows(task) if is_deviation(row)]
    found: list[tuple[float, Pair]] = []
    for line in _things(rows):
        first, last = _ends(task, line)
        ends = [[row for row in line if year_of(task, row) == year] for year in (first, last)]
        if first and last and first < last and all(len(each) == 1 for each in ends):
            (before,), (after,) = ends
            step = balance_of(task.library, after) - balance_of(task.library, before)
            found.append((round(step, _DIGITS), (before, after)))
    order = task.query.order
    worse = order is not None and not order.descending
    kept = sorted((-s if worse else s, pair[1].id, pair) for s, pair in found)[::-1]
    kept = [each for each in kept if each[0] > 0]
    last_shown = kept[min(limit_of(task), len(kept)) - 1][0] if kept else 0.0
    shown = [pair for step, _, pair in kept if step >= last_shown]
    key = f"money_change.{'worse' if worse else 'better'}"
    return _told(shown, [Said(f) for pair in shown if (f := _moved_fact(task, pair, key))])


def _moved_fact(task: Task, pair: Pair, key: str) -> Fact | None:
    apart = difference(*pair)
    told = {"first": value_fact(task, pair[0]), "last": value_fact(task, pair[1])}
    return apart and task.say(key, what=what_fact(task, pair[1]), difference=apart, **told)


def _share(pair: Pair) -> float:
    """How much an amount grows for each part of what it was."""
    return _step(pair) / abs(pair[0].value or 1.0)


def _things(rows: Iterable[Amount], month: int = _LAST_MONTH) -> list[list[Amount]]:
    """Amounts in tables by what they are for, newest first: of years, or up to a month of them."""
    found: dict[tuple[str, str | None, str | None], list[Amount]] = {}
    for row in rows:
        of_part = last_month_of(row.period or "") == month
        if row.headings and (of_part if month < _LAST_MONTH else of_whole_year(row)):
            named = " ".join(w for w in split(row.what) if not w.isdigit())
            key = (named, row.unit, row.place.organisation)
            found.setdefault(key, []).append(row)
    return list(found.values())


def _best_pair(task: Task, rows: list[Amount]) -> Pair | None:
    """The earlier and the later amount: of one row and one measure if there are such."""
    first, last = _ends(task, rows)
    if first is None or last is None or first >= last:
        return None
    earlier = [row for row in rows if year_of(task, row) == first and _is_asked(task, row)]
    later = [row for row in rows if year_of(task, row) == last and _is_asked(task, row)]
    if not (earlier and later):
        earlier, later = _of_year(task, rows, first), _of_year(task, rows, last)
    pairs = [p for p in product(earlier, later) if not (is_deviation(p[0]) or is_deviation(p[1]))]
    rank = {row.id: n for n, row in enumerate(rows)}
    return min(pairs, key=lambda p: (*_unlike(task, *p), rank[p[1].id]), default=None)


def _of_year(task: Task, rows: list[Amount], year: int) -> list[Amount]:
    return [row for row in rows if year_of(task, row) == year]


def _is_asked(task: Task, row: Amount) -> bool:
    asked = {m.lower() for m in task.query.measures}
    other = is_planned(row) or is_told_after(row)
    return not asked or (row.measure or "").lower() in asked or other


def _unlike(task: Task, first: Amount, last: Amount) -> tuple[bool, ...]:
    """How two amounts differ; behind an outcome what is expected comes before what was planned."""
    line = (first.place.document_id, first.what_span)
    same_line = line == (last.place.document_id, last.what_span)
    asked = fold(last.measure or "") in map(fold, task.query.measures)
    planned = is_told_after(first) and is_planned(last) and not asked
    return (not alike(first, last), not same_line, planned)


def _ends(task: Task, rows: list[Amount]) -> tuple[int | None, int | None]:
    """The two years that are compared: those named, else the report's own and the one before."""
    known = sorted({year for row in rows if (year := year_of(task, row))})
    named = [year for year in years_named(task) if year in known]
    if len(years_named(task)) > 1:
        return (named[0], named[-1]) if len(named) > 1 else (None, None)
    own = task.document(rows[0]).year
    latest = own if own in known else (known[-1] if known else None)
    if task.query.against_years:
        return (named[0] if named else None, latest)
    last = named[0] if named else (None if years_named(task) else latest)
    before = [year for year in known if last and year < last]
    if _asks_until(task) and before:
        return before[0], last
    return (before[-1] if before else None, last)


def _asks_until(task: Task) -> bool:
    """ "till 2029": from the first year that is printed, not from the year before."""
    said = split(task.query.text)
    pairs = pairwise(said)
    return any(a in words.vocabulary_list("balance", "until") and b.isdigit() for a, b in pairs)


def answer_most_off(task: Task) -> Draft:
    """The amounts of a table that are over or under what was planned, reckoned row by row."""
    side = money_of(task).side
    told = [line for line in lines(compared_rows(task)) if _has_both(line)]
    pairs = [pair for line in _newest(task, told) if (pair := _plan_and_after(line))]
    kept = [p for p in pairs if (_step(p) or side == "kept") and (side is None or _is_on(side, p))]
    order = task.query.order
    placed = sorted(kept, key=lambda pair: abs(_step(pair)), reverse=True)
    shown = placed[: order.limit or _SHOWN] if order else placed
    return _told(shown, [Said(f) for pair in shown if (f := off_plan_fact(task, pair))])


def _is_on(side: str, pair: Pair) -> bool:
    """Whether what comes out is dearer than planned, or cheaper."""
    if side == "either":
        return True
    if side == "kept":
        return _step(pair) <= 0
    return (_step(pair) > 0) is (side == "deficit")


def answer_from_plan(task: Task) -> Draft:
    """The deviation that is printed, with what it is between; else the difference."""
    candidates = [line for line in _told_together(rows_of_all_years(task)) if _has_both(line)]
    found = list(_newest(task, candidates))
    off = [row for line in found for row in line.rows if is_deviation(row)]
    said: list[Said] = list(other_amount_said(task, off))
    for line in found:
        printed = any(map(is_told_apart, line.rows)) and not about_other_money(line.first)
        fact = off_plan_fact(task, _plan_and_after(line)) if not printed else None
        verdict = verdict_of(task, line)
        said += [Said(verdict)] if verdict else []
        said += [Said(fact)] if fact else lines_said(task, [line], verdict is None)
    pairs = planned_pairs(found)
    told = told_in_text(task, pairs)
    if asks_percent(task):
        said += [Said(fact) for pair in pairs if (fact := percent_fact(task, *pair))]
    said += lines_said(task, lines(told), False)
    return Draft(AnswerKind.AMOUNT, tuple(said), (*(r for line in found for r in line.rows), *told))


def planned_pairs(found: Iterable[Line]) -> list[Pair]:
    """What was planned and what it came to, of each row that prints both."""
    return [pair for line in found if (pair := _plan_and_after(line))]


def _told_together(rows: Iterable[Amount]) -> list[Line]:
    """Lines of tables, and the amounts that a sentence tells of one thing."""
    found: dict[tuple[str, object], list[Amount]] = {}
    for row in rows:
        found.setdefault((row.place.document_id, row.what_span), []).append(row)
    return [Line(tuple(members)) for members in found.values()]


def _has_both(line: Line) -> bool:
    rows = line.rows
    return any(is_told_apart(row) for row in rows) or (
        any(map(is_planned, rows)) and any(map(is_told_after, rows))
    )


def _newest(task: Task, found: list[Line]) -> Iterator[Line]:
    """Lines of the years asked for, else of the newest report; each with its own year's amounts."""
    years = set(years_named(task))
    kept = [narrow for line in found if (narrow := _of_years(task, line, years)) is not None]
    if not years and asks_in_past(task.query):
        kept = [line for line in kept if task.document(line.first).kind in WHOLE_YEAR] or kept
    documents = (task.document(line.first) for line in kept)
    first = min(documents, key=selecting.newest_key, default=None)
    for line in kept:
        if first and line.first.place.document_id == first.path:
            yield line


def _of_years(task: Task, line: Line, years: set[int]) -> Line | None:
    wanted: set[int | None] = {*years} or {task.document(line.first).year}
    own = task.document(line.first).year
    rows = tuple(row for row in line.rows if (year_of(task, row) or own) in wanted)
    narrow = Line(rows) if rows else None
    return narrow if narrow and _has_both(narrow) else None


def _plan_and_after(line: Line) -> Pair | None:
    """What was planned and what came out or is expected of a whole year, last told; what is
    planned for all years of a project is set beside nothing of a single one."""
    whole = [row for row in line.rows if of_whole_year(row)]
    planned, told = filter(is_planned, whole), [row for row in whole if is_told_after(row)]
    for plan in planned:
        after = [row for row in told if is_of_all_years(row) is is_of_all_years(plan)]
        if after:
            return plan, after[-1]
    return None
