"""How far a forecast went from one report of the year to the next, where a table prints what both
expected ("avvikelse augusti", "avvikelse april")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.money import Line, lines, value_fact, what_fact
from plansvar.asking.answering.money_groups import is_unit
from plansvar.asking.answering.money_rows import (
    difference,
    is_all_units,
    is_off,
    of_whole_year,
)
from plansvar.asking.answering.spending import limit_of
from plansvar.asking.answering.turned_signs import is_turned
from plansvar.asking.answering.ways import is_planned
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.evidence.words import is_interim, last_month
from plansvar.asking.query import Operation
from plansvar.asking.tables.comparing import compares
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.member_tables import kinds_of_word
from plansvar.domain import Amount, AnswerKind, Tally
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.months import month_of
from plansvar.language.vocabulary import vocabulary

_BOARD = "committee"
_FEW = 2  # lines that a word for a forecast alone may mean
_NOT = (Operation.WHY, Operation.HOW, Operation.EXPLAIN)
Pair = tuple[Amount, Amount]


def asks_of_forecast_steps(task: Task) -> bool:
    """Whether forecasts of two reports are held against each other, the earlier by its month."""
    query, said = task.query, split(fold(task.query.text))
    moved = tuple(vocabulary("compared")["forecast"]["moved"])
    apart = any(each.startswith(moved) for each in said) or compares(query)
    return apart and names_forecast(query.text) and query.operation not in _NOT


def names_forecast(text: str) -> bool:
    """Whether a question speaks of a forecast and of a month."""
    return says_forecast(text) and bool(months_named(text))


def says_forecast(text: str) -> bool:
    """Whether a text speaks of a forecast, in a compound with a month too ("aprilprognosen")."""
    pieces = (piece for word in split(fold(text)) for piece in (word, _behind_month(word)))
    return any(piece.startswith(_forecasts()) for piece in pieces)


def months_named(text: str) -> set[int]:
    return _months(split(fold(text)))


def is_of_forecast(text: str, head: str) -> bool:
    """Whether the headings over figures may answer a question: one of a forecast in a month is told
    by none that only say what came out."""
    return not names_forecast(text) or any(w.startswith(_forecasts()) for w in split(head))


def _forecasts() -> tuple[str, ...]:
    return tuple(vocabulary("compared")["forecast"]["named"])


def answer_forecast_steps(task: Task) -> Draft:
    """Both forecasts of the unit that is named, or of those that went furthest or so, with how far
    they are apart."""
    if task.query.not_understood:
        return Draft(AnswerKind.AMOUNT, ())  # a unit that nothing knows has no forecast
    pairs = _pairs(task) or _across_reports(task)
    named = _named(task, pairs) or _of_all(task, pairs)
    if named or not _asks_which(task):
        facts = [fact for pair in named if (fact := _fact(task, pair))]
        return _draft(named, facts)
    units = [pair for pair in pairs if is_unit(task, pair[0]) and not is_all_units(pair[0])]
    shown = _sorted_out(task, units)
    facts = [fact for pair in shown if (fact := _fact(task, pair))]
    return _draft(shown, [_lead(task, units, shown), *facts] if units else [])


def _draft(pairs: Sequence[Pair], facts: Iterable[Fact]) -> Draft:
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, facts)), tuple(r for p in pairs for r in p))


def _months(said: Iterable[str]) -> set[int]:
    """The months that are named, in a compound of a forecast too ("aprilprognosen")."""
    found = (month_of(each) or _month_before(each) for each in said)
    return {month for month in found if month}


def _month_before(said: str) -> int | None:
    behind = _behind_month(said)
    return month_of(said.removesuffix(behind)) if behind else None


def _behind_month(said: str) -> str:
    at = max((said.find(name) for name in _forecasts()), default=-1)
    return said[at:] if at > 0 else ""


def _pairs(task: Task) -> list[Pair]:
    """The later and the earlier deviation of each line of the newest report that prints both."""
    held = {d.path for d in selecting.documents_in_scope(task.query.scope, task.library)}
    rows = [r for r in task.library.amounts() if r.value is not None]
    within = lines(r for r in rows if r.headings and r.place.document_id in held)
    pairs = [pair for line in within if (pair := _pair(task, Line(_deviations(line))))]
    first = min((selecting.newest_key(task.document(p[0])) for p in pairs), default=None)
    return [p for p in pairs if selecting.newest_key(task.document(p[0])) == first]


def _deviations(line: Line) -> tuple[Amount, ...]:
    """The deviations of a line. A forecast of a month beside the one of the whole year is one of
    them where it is nearer to what it went off by than to what it came to."""
    off = [row for row in line.rows if is_off(row)]
    ahead = [row for row in line.rows if _is_forecast(row)]
    whole = [row for row in ahead if of_whole_year(row)]
    near = [row for row in ahead if row not in whole and _is_nearer(row, off, whole)]
    return tuple(row for row in line.rows if off and (row in off or row in near))


def _is_forecast(row: Amount) -> bool:
    return not is_off(row) and fold(row.measure or "").startswith(_forecasts())


def _is_nearer(row: Amount, off: Iterable[Amount], whole: Iterable[Amount]) -> bool:
    """Whether an amount is nearer to one of the first than to all of the others."""
    beside = min((_apart(row, other) for other in off), default=None)
    beyond = min((_apart(row, other) for other in whole), default=None)
    return beside is not None and beyond is not None and beside < beyond


def _apart(row: Amount, other: Amount) -> float:
    return abs((row.value or 0.0) - (other.value or 0.0))


def _across_reports(task: Task) -> list[Pair]:
    """The same line's deviation in the newest report and in that of the year and the month named,
    where no one report prints both."""
    rows = [r for r in task.library.amounts() if is_off(r) and r.value is not None]
    rows = [r for r in rows if r.headings and is_interim(task.document(r))]
    rows = [r for r in rows if not _is_so_far(task, r)]
    towns = set(task.query.scope.municipalities)
    rows = [r for r in rows if not towns or task.document(r).municipality in towns]
    asked = months_named(task.query.text)
    years = set(task.query.scope.years)
    rows = [r for r in rows if not years or task.document(r).year in years]
    newest = min((selecting.newest_key(task.document(r)) for r in rows), default=None)
    now = [r for r in rows if selecting.newest_key(task.document(r)) == newest]
    # A column that repeats what the earlier report expected is no later forecast.
    now = [r for r in now if asked.isdisjoint(months_named(_headed(task, r)))]
    year = {task.document(r).year for r in now}
    before = [r for r in rows if task.document(r).year in year]
    before = [r for r in before if last_month(task.document(r)) in asked and r not in now]
    alike = ((r, [b for b in before if _is_same_line(task, r, b)]) for r in now)
    return [(r, found[0]) for r, found in alike if len(found) == 1]


def _is_so_far(task: Task, row: Amount) -> bool:
    """Whether a deviation is that of a part of the year, from what was planned for it."""
    line = (row.place.document_id, row.what_span)
    own = [r for r in task.library.amounts() if (r.place.document_id, r.what_span) == line]
    planned = [r for r in own if is_planned(r)]
    return bool(planned) and not any(map(of_whole_year, planned))


def _is_same_line(task: Task, one: Amount, two: Amount) -> bool:
    """Whether two amounts are of one line of two reports of one sender."""
    names = [(fold(row.what), row.unit, fold(row.measure or "")) for row in (one, two)]
    senders = [(task.document(r).municipality, r.place.organisation) for r in (one, two)]
    return names[0] == names[1] and senders[0] == senders[1]


def _of_all(task: Task, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs of all units together, where the question names no unit and asks for none."""
    if names_unit(task) or _asks_for_one(task):
        return []
    return [pair for pair in pairs if is_all_units(pair[0])]


def _asks_for_one(task: Task) -> bool:
    """ "vilken nämnd", and not "nämnderna"."""
    which = set(vocabulary("compared")["which"]["words"])
    return not which.isdisjoint(split(fold(task.query.text))) or task.query.order is not None


def _pair(task: Task, line: Line) -> Pair | None:
    """What is expected now and what was in the month that is named; of two named the first."""
    told = {row.id: months_named(_headed(task, row)) for row in line.rows}
    asked = months_named(task.query.text)
    # A forecast is named by its own month; "januari–augusti" is what came out until then.
    before = [row for row in line.rows if len(told[row.id]) == 1 and told[row.id] <= asked]
    before = before or [row for row in line.rows if told[row.id] & asked]
    first = min(before, key=lambda row: min(told[row.id]), default=None)
    now = [
        r for r in line.rows if first and (not told[r.id] or min(told[r.id]) > min(told[first.id]))
    ]
    now = [r for r in now if first and r.unit == first.unit]
    return (now[0], first) if first and len(now) == 1 else None


def _headed(task: Task, row: Amount) -> str:
    """What an amount tells of, with all that its headings say ("Avvikelse i aprilprognosen")."""
    document = task.document(row)
    heads = " ".join(document.quote(span) for span in row.headings)
    return f"{row.measure} {row.period or ''} {heads}"


def _named(task: Task, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs of the units that the question names, or of the lines that its word for a forecast
    was linked to, where those are not all boards."""
    rows = {row for link in task.query.links for row in link.rows}
    known = catalogue_of(task.library).units_as_rows
    rows |= {row for unit in task.query.scope.organisations for row in known.get(unit, ())}
    named = [pair for pair in pairs if not rows.isdisjoint(row.id for row in pair)]
    return named if names_unit(task) or len(named) <= _FEW else []


def names_unit(task: Task) -> bool:
    """Whether a question names anything beside the forecast itself."""
    names = (fold(link.name) for link in task.query.links)
    return bool(task.query.scope.organisations) or not all(map(_is_forecast_alone, names))


def _is_forecast_alone(name: str) -> bool:
    return name.startswith(_forecasts())


def _asks_which(task: Task) -> bool:
    return any(_BOARD in kinds_of_word(each) for each in split(fold(task.query.text)))


def _step(task: Task, pair: Pair) -> float:
    """How much better the later forecast is."""
    apart = (pair[0].value or 0.0) - (pair[1].value or 0.0)
    return -apart if is_turned(task.library, pair[0]) else apart


def _sorted_out(task: Task, pairs: Sequence[Pair]) -> list[Pair]:
    """Those that got better, or worse where that is asked for, the furthest first."""
    order, worse = task.query.order, tuple(vocabulary("compared")["forecast"]["worse"])
    sign = -1 if any(each.startswith(worse) for each in split(fold(task.query.text))) else 1
    kept = [pair for pair in pairs if sign * _step(task, pair) > 0]
    kept.sort(key=lambda pair: -abs(_step(task, pair)))
    return kept[: limit_of(task)] if order is not None and not order.whole else kept


def _fact(task: Task, pair: Pair) -> Fact | None:
    now, before = pair
    apart = difference(now, before)
    step = _step(task, pair)
    way = "same" if not step else "better" if step > 0 else "worse"
    if apart is None:
        return None
    told = {"what": what_fact(task, now), "difference": apart}
    told |= {"now": value_fact(task, now), "before": value_fact(task, before)}
    if now.place.document_id == before.place.document_id:
        return task.say(f"forecast_steps.{way}", **told)
    reports = (report_name(task, task.document(r), r.place.organisation) for r in pair)
    return task.say(
        f"forecast_steps.across_{way}", **told, later=next(reports), earlier=next(reports)
    )


def _lead(task: Task, pairs: Sequence[Pair], shown: Sequence[Pair]) -> Fact:
    last = pairs[0][0]
    fact = task.say(
        "forecast_steps.lead",
        report=report_name(task, task.document(last), last.place.organisation),
        base=str(len(pairs)),
    )
    calculation = counted(
        word(task, "rule", "forecast_steps"),
        len(pairs),
        Tally(word(task, "tally", "moved"), tuple(p[0].id for p in pairs)),
        Tally(word(task, "tally", "shown"), tuple(p[0].id for p in shown)),
        rows=[p[0].id for p in shown],
    )
    return fact.reckoned(calculation).proved_by(*(amount_proof(p[0]) for p in pairs[:8]))
