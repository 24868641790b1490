"""How a question was read, in words that a person can check."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plansvar.asking.evidence.words import measure_kind
from plansvar.asking.query import (
    Change,
    Conditions,
    Decline,
    Operation,
    Query,
    Scope,
    Subject,
    Threshold,
)
from plansvar.index.library import Library
from plansvar.language.deadlines import MONTHS, Due
from plansvar.texts import text

_OWN_GOALS = (("changed",), ("financial",), ("stated",))


def interpret(query: Query, library: Library) -> str:
    """The query in one line, nothing left out: what, of what, restricted to what."""
    if query.parts and not query.pair:
        return _say(query, "joins.parts").join(interpret(part, library) for part in query.parts)
    if query.decline is not None and not _is_of_rows(query):
        return _with_missing(query, _say(query, f"decline.{query.decline.value}"))
    if query.table is not None:
        table = query.table
        return _say(query, f"table.{table.way}", name=table.name, column=table.column)
    pieces = [_head(query), *_restrictions(query), *_scope(query, library), *_shape(query)]
    return _with_missing(query, " ".join(piece for piece in pieces if piece))


def _shown(query: Query, values: Iterable[str]) -> list[str]:
    """Values of the query in the language of the answer, as far as it has words for them."""
    return [_told(query, value) for value in values]


def _told(query: Query, value: str) -> str:
    try:
        return text(f"understanding.shown.{value}", query.language)
    except KeyError:
        return value


def _say(query: Query, key: str, **fields: object) -> str:
    return text(f"understanding.{key}", query.language, **fields)


def _head(query: Query) -> str:
    operation = _say(query, f"operation.{_operation(query)}")
    topic = _topic(query)
    return f"{operation} {topic}".strip()


def _is_of_rows(query: Query) -> bool:
    """Whether a question was read as one on rows that do not tell what it asks."""
    ranked = query.operation is Operation.RANK and bool(query.links)
    return query.decline is Decline.NOT_IN_DOCUMENTS and ranked


def _operation(query: Query) -> str:
    several = len(query.breakdowns) > 1 or len(query.scope.years) > 1 or query.against_years
    no_target = several or query.subject is Subject.AMOUNTS
    apart = query.operation is Operation.DIFFERENCE and bool(no_target)
    if query.money and query.money.beside == "sum":
        return "together"
    apart = apart or bool(query.money and query.money.beside == "apart")
    return "difference_apart" if apart else query.operation.value


def _topic(query: Query) -> str:
    names = _say(query, "joins.and").join(f"”{link.name}”" for link in query.links)
    if names and not _counts_rows(query):
        return names
    own = _say(query, f"goals.{query.goals[0]}") if query.goals[:1] in _OWN_GOALS else ""
    nouns = query.conditions.kinds or (own or _say(query, f"subject.{query.subject.value}"),)
    noun = ", ".join(nouns)
    if names:
        return _say(query, "joins.about", noun=noun, names=names)
    if query.subject is Subject.PASSAGES:
        return ", ".join(query.keywords) if query.keywords else noun
    return noun


def _counts_rows(query: Query) -> bool:
    return query.operation.value in ("list", "count", "share", "rank")


def _restrictions(query: Query) -> list[str]:
    conditions = list(_conditions(query, query.conditions))
    found = []
    if conditions:
        joined = _say(query, "joins.and").join(conditions)
        found.append(_say(query, "joins.where", conditions=joined))
    if query.premise is not None:
        premise = _say(query, "joins.and").join(_conditions(query, query.premise))
        found += [_say(query, "joins.premise", conditions=premise)] if premise else []
    return found


def _conditions(query: Query, conditions: Conditions) -> Iterable[str]:
    no = _say(query, "joins.not") if conditions.negated else ""
    for key, values in (
        ("assessment", conditions.assessments),
        ("status", conditions.statuses),
        ("responsible", conditions.responsible),
    ):
        if values:
            either = _say(query, "joins.or").join(_shown(query, values))
            negated = no if key != "responsible" else ""
            yield _say(query, f"condition.{key}", value=f"{negated}{either}")
    if conditions.target_state is not None:
        yield _say(query, f"condition.{conditions.target_state.value}")
    if conditions.change is not None:
        yield _changed(query, conditions.change)
    yield from (_threshold(query, threshold) for threshold in conditions.thresholds)
    if conditions.due is not None:
        yield _say(query, "condition.due", value=_months(conditions.due))
    if conditions.trend is not None:
        yield _say(query, "condition.arrow", value=_told(query, conditions.trend))
    if conditions.target_way is not None:
        yield _say(query, f"condition.aims_{conditions.target_way.value}")
    yield from (_say(query, f"condition.{key}") for key in _missing(conditions))


def _months(due: Due) -> str:
    """ "2028-05–2028-06", open at either end, by the number of the month where no year is named."""
    ends = [n if n is None else (n // MONTHS, n % MONTHS + 1) for n in (due.first, due.last)]
    told = [(f"{n[0]}-{n[1]:02}" if due.dated else f"{n[1]:02}") if n else "" for n in ends]
    return told[0] if told[0] == told[1] else "–".join(told)


def _missing(conditions: Conditions) -> Iterable[str]:
    if conditions.without_value:
        yield "without_value"
    if conditions.unassessed:
        yield "assessed" if conditions.negated else "unassessed"


def _changed(query: Query, change: Change) -> str:
    """Better than the year before, or than what the question sets outcomes beside."""
    beside = next((m for m in query.measures if measure_kind(m) is None), None)
    beside = None if query.own_column else beside
    key = "condition.beside" if beside else "condition"
    return _say(query, f"{key}.{change.value}", value=beside or "")


def _threshold(query: Query, threshold: Threshold) -> str:
    number: Callable[[float], str] = lambda value: f"{value:g}".replace(".", ",")  # noqa: E731
    measure = _told(query, threshold.measure or "") or _say(query, "condition.value")
    unit = f" {threshold.unit}" if threshold.unit else ""
    unit += f" {_say(query, 'condition.of_target')}" if threshold.of_target else ""
    if threshold.upper is not None:
        upper = f"{number(threshold.upper)}{unit}"
        return _say(
            query, "condition.between", measure=measure, lower=number(threshold.value), upper=upper
        )
    return f"{measure} {threshold.relation} {number(threshold.value)}{unit}"


def _scope(query: Query, library: Library) -> list[str]:
    scope = query.scope
    titles = {d.path: d.title for d in library.documents()}
    named = {
        "municipalities": scope.municipalities,
        "organisations": scope.organisations,
        "documents": tuple(titles.get(path, path) for path in scope.documents),
        "document_kinds": _shown(query, scope.document_kinds),
        "sections": scope.sections,
        "years": _years(scope),
        "periods": _shown(query, scope.periods),
        "against": tuple(str(year) for year in query.against_years),
    }
    return [
        _say(query, f"scope.{key}", value=_say(query, "joins.and").join(values))
        for key, values in named.items()
        if values
    ]


def _years(scope: Scope) -> tuple[str, ...]:
    return tuple(str(year) for year in scope.years)


def _shape(query: Query) -> list[str]:
    found = []
    if query.measures:
        found.append(_say(query, "shape.measures", value=", ".join(_shown(query, query.measures))))
    if query.breakdowns:
        joined = _say(query, "joins.and").join(_shown(query, query.breakdowns))
        found.append(_say(query, "shape.breakdowns", value=joined))
    if query.numbers:
        numbers = ", ".join(f"{each:g}".replace(".", ",") for each in query.numbers)
        found.append(_say(query, "shape.numbers", value=numbers))
    if query.order is not None:
        way = "descending" if query.order.descending else "ascending"
        by = _say(query, f"order.{query.order.by.value}")
        found.append(_say(query, f"shape.{way}", value=by))
        if query.order.limit:
            found.append(_say(query, "shape.limit", value=query.order.limit))
    if query.as_table:
        found.append(_say(query, "shape.as_table"))
    return found


def _with_missing(query: Query, line: str) -> str:
    missing = (*query.not_understood, *query.passed_over, *query.aside)
    if not missing:
        return line
    words = ", ".join(missing)
    return f"{line} · {_say(query, 'joins.not_understood', words=words)}"
