"""Which column of a printed table a question asks about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from plansvar.asking.tables.printed import Column, PrintedTable
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.member_fitting import is_said
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import fold, words
from plansvar.language.months import last_month_of
from plansvar.language.vocabulary import vocabulary

FORECAST = "prognos"
AFTER = (FORECAST, "utfall")
GIVEN = ("budget",)
DEVIATION = "avvikelse"
LAST = 12  # the last month of a whole year
_SAID, _DIVIDED = 2, 1  # what words of a heading weigh that the question says


@cache
def table_words(name: str) -> tuple[str, ...]:
    return tuple(vocabulary("tablewords")["words"][name])


def says(reading: Reading, name: str) -> bool:
    """Whether the question says one of the words."""
    told = table_words(name)
    return any(token.key in told for token in reading.tokens)


def headed(column: Column, content: Content) -> bool:
    """Whether a column's heading says a word of the question."""
    return is_said(content, set(column.stems))


def weight_said(column: Column, stems: set[str]) -> int:
    """How much of a question a heading says: a word for what its figures are divided by ("Kostnad
    per elev") says less than one for what they are, and figures that the question does not divide
    are not meant before whole ones ("Elever per lärare" beside "Antal elever")."""
    own = _measured(column)
    divisor = column.stems - own
    weight = _SAID * len(own & stems) + _DIVIDED * len(divisor & stems)
    return weight - _DIVIDED if divisor and divisor.isdisjoint(stems) else weight


@cache
def _measured(column: Column) -> frozenset[str]:
    """The words of a heading for what its figures are, without what they are divided by."""
    told = takewhile(lambda word: word not in table_words("divided"), words(column.heading))
    return column.stems & frozenset(map(root, told)) or column.stems


def ranked_column(
    table: PrintedTable, needed: Sequence[Content], reading: Reading, label: Column
) -> Column | None:
    """The column of numbers that is asked about: whose heading says most of the question's words,
    of the year asked for; null where several fit as well."""
    columns = [c for c in table.columns if c.numeric and c.index != label.index]
    whole = [c for c in columns if not set(words(c.heading)).isdisjoint(table_words("in_all"))]
    if says(reading, "in_all") and len(whole) == 1:
        return whole[0]
    columns = _said_without_year(table, columns, reading) or of_years(columns, reading)
    if len(reading.found.scope.years) > 1 and len(columns) > 1:
        columns = [c for c in table.columns if c.numeric and not c.years and _sums(c)]
    told = {c.index: sum(headed(c, n) for n in needed) for c in columns}
    most = max(told.values(), default=0)
    if most:
        columns = [c for c in columns if told[c.index] == most]
    stems = stems_told(reading)
    told = {c.index: weight_said(c, stems) for c in columns}
    columns = [c for c in columns if told[c.index] == max(told.values())]
    columns = of_measures(_since(table, columns, reading), reading)
    if len(columns) > 1:
        columns = _newest(table, columns, reading) if most or not reading.found.scope.years else []
    if len(columns) > 1:
        columns = _whole(columns) or _of_one_year(columns)
    return columns[0] if len(columns) == 1 else None


def stems_told(reading: Reading) -> set[str]:
    """The words of a question that headings may say; not those for a measure, which headings say
    in other words as well ("ram" for "budget")."""
    known = vocabulary("tablewords")["measures"]
    measures = {
        n for m in reading.places("measure") if m.value in known for n in range(m.start, m.end)
    }
    told = (t for n, t in enumerate(reading.tokens) if n not in measures and t.number is None)
    return {t.stem for t in told if not reading.is_function(t)}


def _said_without_year(
    table: PrintedTable, columns: Sequence[Column], reading: Reading
) -> list[Column]:
    """The columns of a table of the year asked for that name no year, where they alone say a word
    of the question ("Totalbudget" beside "Budget 2034")."""
    years = set(reading.found.scope.years)
    if not years or years.isdisjoint(table.years or {table.document.year}):
        return []
    stems = stems_told(reading)
    said = [c for c in columns if c.stems & stems]
    return [] if any(c.years for c in said) else said


def of_years(columns: Sequence[Column], reading: Reading) -> list[Column]:
    """The columns of the years asked for; those of none stay."""
    years = set(reading.found.scope.years)
    if not years:
        return list(columns)
    dated = [c for c in columns if c.years & years]
    return dated or [c for c in columns if not c.years]


def of_measures(columns: Sequence[Column], reading: Reading) -> list[Column]:
    """The columns of what the question says is told: what is expected, planned, came out; what is
    given is planned, and what has come out so far is no whole."""
    said = {*reading.values("measure"), *_measures_ended_in(reading)}
    whole = [c for c in columns if not _is_so_far(c)] if not reading.has("period") else columns
    for measure in vocabulary("tablewords")["measures"]:
        if measure in said and (own := [c for c in columns if measure in c.measures]):
            return [c for c in own if c in whole] or own
    order = AFTER if says(reading, "expected") else AFTER[::-1]
    given = reading.has("spending", "give")
    for measure in (*(GIVEN if given else ()), *order, *(() if whole == columns else GIVEN)):
        own = [c for c in whole if measure in c.measures]
        own = [c for c in own if DEVIATION not in c.measures] or own
        if own and len(columns) > 1:
            return own
    return list(columns)


def _is_so_far(column: Column) -> bool:
    """Whether a column tells of a part of the year ("Utfall jan–aug")."""
    return (last_month_of(column.heading) or LAST) < LAST


def _since(table: PrintedTable, columns: Sequence[Column], reading: Reading) -> list[Column]:
    """Columns without those of the years before the report's own, where no year or measure is
    asked for: what a thing costs is told by the budget of the year, and not by accounts of old."""
    own = table.document.year
    if reading.found.scope.years or reading.has("measure") or own is None:
        return list(columns)
    return [c for c in columns if not c.years or max(c.years) >= own] or list(columns)


def _newest(table: PrintedTable, columns: Sequence[Column], reading: Reading) -> list[Column]:
    """Of columns of several years those of the report's own year, else of the newest."""
    dated = {year for c in columns for year in c.years}
    if reading.found.scope.years or not dated:
        return list(columns)
    own = table.document.year
    year = own if own in dated else max(dated)
    return [c for c in columns if year in c.years]


def _whole(columns: Sequence[Column]) -> list[Column]:
    """The column that sums up the others, of which there is one ("Alla", "Totalt", "Summa")."""
    whole = [c for c in columns if _sums(c)]
    return whole if len(whole) == 1 else []


def _of_one_year(columns: Sequence[Column]) -> list[Column]:
    """The columns without those that add up all years so far ("Upparbetat t.o.m. 2034")."""
    so_far = table_words("so_far")
    own = [c for c in columns if not any(each in fold(c.heading) for each in so_far)]
    return own or list(columns)


def _sums(column: Column) -> bool:
    return not set(words(column.heading)).isdisjoint(table_words("sums"))


def named_column(table: PrintedTable, said: Sequence[str], reading: Reading) -> Column | None:
    """The column of numbers that words behind "än" name, of the year asked for."""
    stems = {root(word) for word in said}
    columns = of_years([c for c in table.columns if c.numeric], reading)
    measures = set(reading.values("measure")) & set(vocabulary("tablewords")["measures"])
    fitting = [c for c in columns if stems & c.stems]
    if not fitting:
        fitting = [c for c in columns if c.measures & measures & _measures_said(said)]
    best = max((len(stems & c.stems) for c in fitting), default=0)
    fitting = [c for c in fitting if len(stems & c.stems) == best]
    return fitting[0] if fitting and (len(fitting) == 1 or not fitting[0].years) else None


def _measures_ended_in(reading: Reading) -> set[str]:
    """The measures that compounds of the question end in ("investeringsbudget")."""
    return {
        measure
        for measure in vocabulary("tablewords")["measures"]
        for token in reading.tokens
        if token.key.endswith((measure, f"{measure}en", f"{measure}et")) and token.key != measure
    }


def _measures_said(said: Sequence[str]) -> set[str]:
    return {
        measure
        for measure, names in vocabulary("tablewords")["measures"].items()
        if any(word.startswith(tuple(names)) for word in said)
    }


def column_beside(table: PrintedTable, other: Column, reading: Reading) -> Column | None:
    """The column that is held against another: what is expected or came out, of the same year and
    extent, given in the same unit."""
    columns = [c for c in table.columns if c.numeric and c.index != other.index]
    columns = of_years(columns, reading)
    columns = [c for c in columns if c.unit == other.unit and c.measures & set(AFTER)]
    alike = [c for c in columns if (c.stems & other.stems)]
    whole = [c for c in columns if _is_whole(c) and _is_whole(other)]
    same = [c for c in columns if c.years and c.years == other.years]
    columns = whole or same or alike or columns
    order = AFTER if says(reading, "expected") else AFTER[::-1]
    for measure in order:
        own = [c for c in columns if measure in c.measures]
        if len(own) == 1:
            return own[0]
    return columns[0] if len(columns) == 1 else None


def _is_whole(column: Column) -> bool:
    """Whether a column tells of all years of a thing ("Total budget", "Totalprognos")."""
    return any(word.startswith(table_words("of_all_years")) for word in words(column.heading))
