"""Amounts in order, column by column: sums left out, deficits and surpluses by their sign."""

from __future__ import annotations

from plansvar.asking.answering.balances import about_other_money, is_deviation
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, chained, counted
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.money import Line, lines_said, period_fact
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.query import Operation
from plansvar.domain import Amount, AnswerKind, Span, Tally
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

_SHOWN = 3
_LEAST = 2
Column = tuple[str, tuple[str, ...], tuple[Span, ...], str | None]


def answer_amounts_ranked(task: Task) -> Draft:
    """The first amounts of each column that the question is about."""
    asked = _asked(task)
    side = _side(asked)
    said: list[Said] = []
    found: list[Amount] = []
    for rows in _columns(task, side).values():
        base = [row for row in rows if _counts(row, asked)]
        if len(base) < _LEAST:
            continue
        shown = _shown(task, base, side)
        said.append(Said(_lead(task, base, rows, shown, side)))
        said += lines_said(task, [Line((row,)) for row in shown], False)
        found += shown
    return Draft(AnswerKind.AMOUNT, tuple(said), tuple(dict.fromkeys(found)))


def asks_which_units(task: Task) -> bool:
    """Whether the question asks which units are over or short."""
    asked = _asked(task)
    named = asked & set(words.vocabulary_list("balance", "units"))
    return bool(named) and _side(asked) != "size" and bool(task.query.links)


def _asked(task: Task) -> set[str]:
    """The words of the question, and the phrases in it that tell over from short."""
    text = fold(task.query.text)
    signs = [w for n in ("deficit", "surplus") for w in words.vocabulary_list("balance", n)]
    return {*split(text), *(sign for sign in signs if " " in sign and sign in text)}


def _side(asked: set[str]) -> str:
    """Whether the question is about amounts below or above zero."""
    for name in ("deficit", "surplus"):
        if asked & set(words.vocabulary_list("balance", name)):
            return name
    return "size"


def _columns(task: Task, side: str) -> dict[Column, list[Amount]]:
    """The columns of money tables that hold what the question names, whole."""
    linked = {row.id for row in selecting.amounts(task.query, task.library)}
    measures = {fold(m) for m in task.query.measures}
    columns: dict[Column, list[Amount]] = {}
    for row in task.library.amounts():
        wanted = not measures or fold(row.measure or "") in measures
        if row.headings and row.value is not None and wanted and not _off(row, side):
            key = (row.place.document_id, row.place.section, row.headings, row.measure)
            columns.setdefault(key, []).append(row)
    held = {k: rows for k, rows in columns.items() if linked & {row.id for row in rows}}
    return _newest(task, held if side == "size" else _telling(held))


def _telling(columns: dict[Column, list[Amount]]) -> dict[Column, list[Amount]]:
    """Columns that tell a deficit from a surplus: deviations, else those where signs differ."""
    deviations = {k: rows for k, rows in columns.items() if is_deviation(rows[0])}
    mixed = {k: rows for k, rows in columns.items() if any((r.value or 0) >= 0 for r in rows)}
    return deviations or mixed


def _newest(task: Task, columns: dict[Column, list[Amount]]) -> dict[Column, list[Amount]]:
    """The columns of the newest document that has any, its own year's where it has such; of the
    years asked for, those."""
    if not columns or task.query.scope.documents:
        return columns
    years = set(task.query.scope.years)
    dated = {k: words.year_of(rows[0].period) for k, rows in columns.items()}
    asked = {k: rows for k, rows in columns.items() if dated[k] in years}
    pool = asked or columns
    first = min((task.document(rows[0]) for rows in pool.values()), key=selecting.newest_key)
    return {k: rows for k, rows in pool.items() if k[0] == first.path}


def _off(row: Amount, side: str) -> bool:
    """Whether an amount says nothing of a deficit or surplus."""
    budget = fold(row.measure or "") in words.vocabulary_list("balance", "budgets")
    return side != "size" and (budget or about_other_money(row))


def _counts(row: Amount, asked: set[str]) -> bool:
    """Whether an amount is one of those compared: no sum, and a unit where units are asked for."""
    units = words.vocabulary_list("balance", "units")
    named = any(w in units for w in asked)
    is_unit = any(w.endswith(unit) for w in split(row.what) for unit in units)
    return not row.is_sum and (is_unit or not named)


def _shown(task: Task, base: list[Amount], side: str) -> list[Amount]:
    order = task.query.order
    down = side == "surplus" or (side == "size" and (order is None or order.descending))
    placed = sorted(base, key=lambda row: row.value or 0.0, reverse=down)
    if side == "deficit":
        placed = [row for row in placed if (row.value or 0.0) < 0]
    if side == "surplus":
        placed = [row for row in placed if (row.value or 0.0) > 0]
    limit = order.limit if order and order.limit else _SHOWN
    return placed[:limit] if task.query.operation is Operation.RANK else placed


def _lead(
    task: Task, base: list[Amount], rows: list[Amount], shown: list[Amount], side: str
) -> Fact:
    row = base[0]
    document = task.document(row)
    order = task.query.order
    end = side if side != "size" else "most" if order is None or order.descending else "least"
    measure = word(task, "money_measure", row.measure or "")
    fact = task.say_many(
        f"spending.{end}",
        len(shown),
        report=report_name(task, document, row.place.organisation),
        column=chained([Fact(f"{measure} ".lstrip()), period_fact(task, row)]),
        base=str(len(base)),
    )
    sums = tuple(r.id for r in rows if r not in base)
    calculation = counted(
        word(task, "rule", "amounts"),
        len(shown),
        Tally(word(task, "tally", "amounts"), tuple(r.id for r in base)),
        Tally(word(task, "tally", "shown"), tuple(r.id for r in shown)),
        *((Tally(word(task, "tally", "sums"), sums),) if sums else ()),
        rows=[r.id for r in shown],
    )
    return fact.reckoned(calculation).proved_by(*(amount_proof(r) for r in base[:8]))
