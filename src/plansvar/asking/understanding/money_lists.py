"""Rows of a table of money that are to be listed, sorted out or put in order: units exactly on
their budget, parts of one unit, fees that rise, all investments, the worst of all."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.query import (
    Conditions,
    Decline,
    Money,
    Operation,
    OrderBy,
    Query,
    Subject,
)
from plansvar.asking.understanding.all_boards import Asked, of_all_boards
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.measuring import money_limits, order_of
from plansvar.asking.understanding.money_headings import (
    closed_year,
    headings_named,
    units_said,
)
from plansvar.asking.understanding.money_list_words import Said, says_any, telling
from plansvar.asking.understanding.moneyed import asks_surely, cues, group_named, money_of
from plansvar.asking.understanding.months import in_reports_of_month
from plansvar.asking.understanding.plan_words import is_against_plan
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

_OPEN = (None, Decline.NOT_IN_DOCUMENTS)
_STATUS = "task_status"
_OTHER = ("assessment", "verdict", _STATUS, "arrow", "unassessed")
_OVER_ROWS = (Operation.LIST, Operation.COUNT, Operation.RANK, Operation.DIFFERENCE)
_UNITS, _PARTS, _FEES, _INVESTMENTS, _EMPTY = "units", "parts", "fees", "investments", "empty"


def with_money_list(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for rows of a table of money, where nothing else is said; else as it was."""
    said = Said.of(reading)
    going_on = said.any("investments") and reading.values(_STATUS) == (grammar()["under_way"],)
    other = [each for each in _OTHER if not (each == _STATUS and going_on)]
    checks = query.operation is Operation.CHECK_SUM and not reading.has("operation", "list")
    if not _is_open(query, reading, catalogue) or any(reading.has(each) for each in other):
        return query
    if checks or (query.money is not None and query.money.side == _EMPTY):
        return query
    asked = _asked(said, reading, catalogue)
    units = {word for unit in units_said(reading, catalogue) for word in split(unit)}
    rest = [w for w in telling(reading, catalogue) if fold(w.words.text) not in units]
    sections = headings_named(rest, catalogue)
    if asked is None or sections is None:
        return _tidied(query, reading, catalogue)
    return _made(query, asked, sections, reading, catalogue)


def _tidied(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """A list of rows that was read so already: in the report of the month that is named, and not
    under a heading that is but the plan that the rows are set against."""
    money = query.money
    of_rows = query.subject is Subject.AMOUNTS and query.operation in _OVER_ROWS
    if not of_rows or query.links or money is None or money.group is None:
        return query
    scope = query.scope
    if money.against_plan and all(fold(name) in grammar()["plan_nouns"] for name in scope.sections):
        scope = replace(scope, sections=())
    query = replace(query, scope=scope)
    return query if scope.names_documents else in_reports_of_month(query, reading, catalogue)


def _is_open(query: Query, reading: Reading, catalogue: Catalogue) -> bool:
    return query.decline in _OPEN or closed_year(reading, catalogue) is not None


def _asked(said: Said, reading: Reading, catalogue: Catalogue) -> Asked | None:
    ways = (
        _even,
        _moved,
        _granted_otherwise,
        _of_parts,
        _all,
        _of_any,
        _listed,
        _furthest,
        _under_heading,
        of_all_boards,
    )
    found = (way(said, reading, catalogue) for way in ways)
    return next((asked for asked in found if asked is not None), None)


def _even(said: Said, reading: Reading, catalogue: Catalogue) -> Asked | None:
    """ "vilka nämnder har noll i avvikelse?"."""
    group = group_named(reading)
    if group is None or not said.phrase("even"):
        return None
    if group == "rows" and len(reading.found.scope.organisations) == 1:
        group = _PARTS
    side = "either" if said.denies("even") else "zero"
    return Asked(Money(side=side, group=group), _counting(reading))


def _moved(said: Said, reading: Reading, catalogue: Catalogue) -> Asked | None:
    """ "vilka taxor höjs?", "vad blir dyrare för invånarna?": what people pay, by which way it
    goes."""
    way = said.way(reading.has("negation"))
    named = said.any("fees") or (said.any("payers") and said.any("listing"))
    if way is None or not named or not _has_fees(catalogue) or order_of(reading) is not None:
        return None
    return Asked(Money(group=_FEES, changing=True, way=way), _counting(reading))


def _granted_otherwise(said: Said, reading: Reading, catalogue: Catalogue) -> Asked | None:
    """ "vilken nämnd får mindre 2030 än 2029?": units, or parts of one, by which way their money
    goes from one year to another."""
    way = said.more_or_less()
    apart = bool(reading.found.against) or len(reading.found.scope.years) > 1
    money = _money(said, reading)
    if way is None or not apart or money is None or order_of(reading) is not None:
        return None
    units = units_said(reading, catalogue)
    group = group_named(reading)
    if group == _UNITS and not units:
        return Asked(replace(money, group=_UNITS, changing=True, way=way), _counting(reading))
    if said.any("parts") and len(units) == 1:
        return Asked(replace(money, group=_PARTS, changing=True, way=way), _counting(reading))
    return None


def _of_parts(said: Said, reading: Reading, catalogue: Catalogue) -> Asked | None:
    """ "vilka verksamheter går back hos socialnämnden?", "var går socialnämnden back?"."""
    units = units_said(reading, catalogue)
    named = said.any("parts")
    if len(units) != 1 or not (named or said.asks_where()):
        return None
    money = _money(said, reading)
    order = order_of(reading) or said.furthest()
    sided = money is not None and (money.side is not None or money.against_plan)
    if money is None or not (sided or (named and order is not None)):
        return None
    if order is not None and order.by in (OrderBy.CHANGE, OrderBy.RISE):
        return None
    listed = reading.has("operation", "list", "count") or said.asks_where()
    if order is None and not listed:
        return None
    kind = "costs" if said.any("costs") else "incomes" if said.any("incomes") else ""
    group = f"{_PARTS}_{kind}" if kind else _PARTS
    operation = Operation.RANK if order is not None else _counting(reading)
    return Asked(replace(money, group=group), operation, order)


def _all(said: Said, reading: Reading, catalogue: Catalogue) -> Asked | None:
    """ "vilka investeringar finns i budgeten?", "vad ska vi investera i?"."""
    of_investments = said.any("investments") or said.invests_in()
    plain = order_of(reading) is None and not is_against_plan(reading) and not reading.has("money")
    if not (of_investments and plain and says_any(reading, "listing") and said.any("whole")):
        return None
    if said.says_quantity() or reading.has("change") or reading.has("operation", "why", "when"):
        return None
    return Asked(Money(side="all", group=_INVESTMENTS, investing=True), _counting(reading))


def _of_any(said: Said, reading: Reading, catalogue: Catalogue) -> Asked | None:
    """ "vem har störst underskott?", "sämst mot budget?": of units, though none is named."""
    order = order_of(reading)
    if order is None or group_named(reading) not in (None, _UNITS):
        return None
    found = reading.found
    if found.scope.organisations or reading.has("subject", "indicators", "commitments"):
        return None
    money = _money_told(said, reading)
    if money is None or money.investing or money.of_years or not _is_of_units(said, reading, money):
        return None
    if order.by in (OrderBy.CHANGE, OrderBy.RISE):
        return None
    return Asked(replace(money, group=_UNITS), Operation.RANK, order)


def _listed(said: Said, reading: Reading, catalogue: Catalogue) -> Asked | None:
    """ "vem har dragit över budgeten?": the units, though none is named."""
    money = _money_told(said, reading)
    if money is None or money.investing or money.of_years or not said.first("who"):
        return None
    named = reading.found.scope.organisations or group_named(reading) or order_of(reading)
    if named or money.side not in ("deficit", "surplus"):
        return None
    return Asked(replace(money, group=_UNITS), _counting(reading))


def _furthest(said: Said, reading: Reading, catalogue: Catalogue) -> Asked | None:
    """ "vilket projekt ligger längst under sin budget?"."""
    group, order, money = group_named(reading), said.furthest(), _money_told(said, reading)
    sided = money is not None and money.side in ("deficit", "surplus")
    if order is None or group is None or money is None or not sided:
        return None
    return Asked(replace(money, group=group), Operation.RANK, order)


def _under_heading(said: Said, reading: Reading, catalogue: Catalogue) -> Asked | None:
    """ "vilka nämnder avviker från budget i driftsprognosen?": in the tables under a heading, or
    in a year's column, that the words name; "vilket projekt drog över?" of investments."""
    group, money = group_named(reading), _money_told(said, reading)
    if group is None or money is None or not (money.side or money.against_plan):
        return None
    invested = group == _INVESTMENTS and money.side in ("deficit", "surplus")
    invested = invested and reading.has("operation", "list") and not reading.has("whole")
    headed = invested or headings_named(telling(reading, catalogue), catalogue)
    if not (headed or closed_year(reading, catalogue)):
        return None
    order = order_of(reading)
    return Asked(money, Operation.RANK if order is not None else _counting(reading), order)


def _is_of_units(said: Said, reading: Reading, money: Money) -> bool:
    if group_named(reading) == _UNITS:
        return money.spent or money.granted
    sided = money.side in ("deficit", "surplus") or money.against_plan
    return (sided and (said.first("who") or said.is_bare())) or (
        said.first("who") and money.granted
    )


def _money_told(said: Said, reading: Reading) -> Money | None:
    """How the question asks for money, where words of its own say that it does."""
    told = money_of(reading, Subject.AMOUNTS, ()) is not None and asks_surely(reading)
    told = told or reading.has("spending", "give") or (said.first("who") and said.any("closed"))
    return _money(said, reading) if told or _asks_left_over(said, reading) else None


def _money(said: Said, reading: Reading) -> Money | None:
    """How the question asks for money; "sämst" and "avviker mest" of a unit speak of its money."""
    money = money_of(reading, Subject.AMOUNTS, ())
    if _asks_left_over(said, reading):
        return replace(money or Money(), side="surplus")
    order = order_of(reading)
    if order is not None and order.by is OrderBy.DISTANCE_TO_TARGET:
        side = "deficit" if order.descending else "surplus"
        told = money or Money()
        return told if told.side in ("deficit", "surplus") else replace(told, side=side)
    off = money is None and order is not None and order.by is OrderBy.DEVIATION
    return Money(side="either") if off else money


def _asks_left_over(said: Said, reading: Reading) -> bool:
    """ "mest över", but not "mest över budget"."""
    return said.phrase("left_over") and not reading.values("money")


def _counting(reading: Reading) -> Operation:
    return Operation.COUNT if reading.has("operation", "count") else Operation.LIST


def _has_fees(catalogue: Catalogue) -> bool:
    return any(row.unit == "kronor" and row.headings for row in catalogue.library.amounts())


def _made(
    query: Query, asked: Asked, sections: tuple[str, ...], reading: Reading, catalogue: Catalogue
) -> Query:
    scope = replace(query.scope, sections=sections, periods=())
    found, said, measures = reading.found, Said.of(reading), query.measures
    closed = closed_year(reading, catalogue)
    if closed is not None:
        scope = replace(scope, years=(closed,))
        measures = tuple(vocabulary_list("balance", "closed")[:1])
    elif not measures and said.ends_in("forecasts"):
        measures = tuple(cues("forecasts"))
    if asked.money.side == "all" or (asked.money.group or "").startswith(_PARTS):
        units = units_said(reading, catalogue)
        scope = replace(scope, organisations=found.scope.organisations or units)
    elif said.any("counted_in"):
        scope = replace(scope, organisations=())
    made = replace(
        query,
        subject=Subject.AMOUNTS,
        operation=asked.operation,
        links=(),
        scope=scope,
        conditions=Conditions(thresholds=money_limits(reading)),
        premise=None,
        measures=measures,
        order=asked.order,
        keywords=(),
        not_understood=(),
        decline=None,
        numbers=(),
        money=asked.money,
        by_unit=False,
        over_years=False,
        claimed=None,
    )
    if scope.names_documents:
        return made
    dated = replace(made, scope=replace(scope, periods=query.scope.periods))
    told = in_reports_of_month(dated, reading, catalogue)
    return made if told is dated else told
