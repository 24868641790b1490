"""Tables built from facts, each with the truth of its rows; renderers only draw them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ekvalla.facts import Goal, facts
from ekvalla.truth import TrueAmount, TrueGoal, TrueTask, TrueValue, Truth

MEASURES = {"u": "utfall", "t": "mål"}


@dataclass(frozen=True, slots=True)
class Row:
    """Cells as printed. `colour` and `arrow` stand in the columns that are headed so; `kind` is
    row, sub (a group of the row above) or sum."""

    cells: tuple[str, ...]
    key: str
    kind: str = "row"
    colour: str | None = None
    arrow: str | None = None


@dataclass(frozen=True, slots=True)
class Spec:
    """`roles` say what each column holds; `title` is printed above the table."""

    columns: tuple[str, ...]
    roles: tuple[str, ...]
    rows: tuple[Row, ...]
    title: str = ""

    def column(self, role: str) -> int | None:
        return self.roles.index(role) if role in self.roles else None


def goal_table(document: dict[str, Any], goals: list[Goal], truth: Truth, layout: str) -> Spec:
    """Goals with their values; adds what is true of them to `truth`."""
    columns = [entry.split("|") for entry in facts().data["kolumner"][layout]]
    roles = tuple(role for _, role in columns)
    style = facts().data["grupper"].get(layout, "")
    rows: list[Row] = []
    for goal in goals:
        rows += _goal_rows(document, goal, roles, style, layout)
        truth.goals.append(_true_goal(document, goal, columns, style, layout))
    return Spec(tuple(heading for heading, _ in columns), roles, tuple(rows))


def _goal_rows(
    document: dict[str, Any], goal: Goal, roles: tuple[str, ...], style: str, layout: str
) -> list[Row]:
    report = facts().data["rapport"].get(layout, "")
    whole = tuple(_cell(goal, role, document["ar"], report, "utfall") for role in roles)
    if style == "kolumn":
        whole = tuple("Tot" if role == "grupp" else c for role, c in zip(roles, whole, strict=True))
    colour, arrow = goal.said("bedomning", report), goal.said("trend", report)
    rows = [Row(whole, _key(goal, layout), colour=colour, arrow=arrow)]
    if goal.groups and style:
        rows += [_group_row(goal, roles, style, layout, part) for part in ("k", "m")]
    return rows


def _group_row(goal: Goal, roles: tuple[str, ...], style: str, layout: str, part: str) -> Row:
    name = _group_name(goal, style, part)
    where = "grupp" if style == "kolumn" else "namn"
    cells = (
        name if role == where else _cell(goal, role, 0, "", part) if role[0] == "u" else ""
        for role in roles
    )
    return Row(tuple(cells), _key(goal, layout), kind="sub")


def _group_name(goal: Goal, style: str, part: str) -> str:
    names = goal.groups or ("Kvinnor", "Män")
    full = names[part == "m"]
    short = {"Kvinnor": "K", "Män": "M"}
    return short.get(full, full) if style == "kolumn" else full


def _cell(goal: Goal, role: str, year: int, report: str, part: str) -> str:
    what, _, period = role.partition(" ")
    if what == "u":
        return str(goal.data[part].get(period, ""))
    if what == "t":
        return str(goal.data["malvarde"][period])
    return _word(goal, what, year, report)


def _word(goal: Goal, what: str, year: int, report: str) -> str:
    if what == "namn":
        return goal.name(year)
    if what == "namnd":
        return facts().boards[goal.board or ""]
    if what == "ord":
        return str(facts().data["ord"][goal.said("bedomning", report)])
    return goal.said("kommentar", report) or "" if what == "kommentar" else ""


def _true_goal(
    document: dict[str, Any], goal: Goal, columns: list[list[str]], style: str, layout: str
) -> TrueGoal:
    report = facts().data["rapport"].get(layout, "")
    roles = [role for _, role in columns]
    values = _values(goal, columns, "utfall", "totalt")
    if goal.groups and style:
        for part, name in zip(("k", "m"), goal.groups, strict=True):
            values += _values(goal, columns, part, name.lower())
    board = facts().boards[goal.board] if goal.board else None
    word = _word(goal, "ord", 0, report).lower() if "ord" in roles else None
    return TrueGoal(
        key=_key(goal, layout),
        name=goal.name(document["ar"]),
        values=tuple(values),
        board=board,
        responsible=board if "namnd" in roles else None,
        assessment=goal.said("bedomning", report) if "farg" in roles else word,
        trend=goal.said("trend", report) if "pil" in roles else None,
        comment=goal.said("kommentar", report) if "kommentar" in roles else None,
        marks="farg" in roles,
    )


def _values(goal: Goal, columns: list[list[str]], part: str, breakdown: str) -> list[TrueValue]:
    found = []
    for heading, role in columns:
        measure = MEASURES.get(role[0]) if role[1:2] == " " else None
        if measure and (part == "utfall" or measure == "utfall"):
            raw = _cell(goal, role, 0, "", part)
            period = heading.split(" ", 1)[1]
            found.append(TrueValue(measure, period, breakdown, raw, goal.unit))
    return found


def _key(goal: Goal, layout: str) -> str:
    return f"{layout}/{goal.id}"


def task_table(tasks: list[dict[str, Any]], report: str, truth: Truth) -> Spec:
    """Commitments with who is responsible, and their status in a report that has one."""
    columns = ["Uppdrag", "Ansvarig nämnd", "Klart senast"] + (["Status"] if report else [])
    rows = []
    for number, task in enumerate(tasks, start=1):
        key = f"uppdrag/{number}"
        board = facts().boards[task["ansvarig"]]
        status = task["status"].get(report)
        cells = [task["text"], board, task["klart"]] + ([status] if report else [])
        rows.append(Row(tuple(cells), key))
        truth.tasks.append(TrueTask(key, task["text"], board, status if report else None))
    return Spec(tuple(columns), ("namn", "namnd", "datum", "status")[: len(columns)], tuple(rows))


def money_table(key: str, minus: str, truth: Truth) -> Spec:
    """A money table with its differences and sums worked out."""
    table = facts().of("tabell", key)
    columns = [f"{table['kolumner'][0]} ({table['enhet']})", *table["kolumner"][1:]]
    lines = [_with_difference(row, table) for row in table["rader"]]
    if "summa" in table:
        lines.append(_summed(lines, table["summa"]))
    sums = {table.get("summa"), *table.get("summor", ())}
    rows = []
    for number, line in enumerate(lines):
        cells = tuple(_printed(value, minus) for value in line)
        kind = "sum" if line[0] in sums else "row"
        rows.append(Row(cells, f"{key}/{number}", kind))
        truth.amounts += _true_amounts(cells, columns, table, f"{key}/{number}", kind == "sum")
    roles = tuple(
        "namn" if n == 0 else "not" if n == table.get("not") else f"b {n}"
        for n in range(len(columns))
    )
    return Spec(tuple(columns), roles, tuple(rows), table["rubrik"])


def _with_difference(row: list[Any], table: dict[str, Any]) -> list[Any]:
    if "avvikelse" not in table:
        return list(row)
    late, early = table["avvikelse"]
    return [*row, row[late] - row[early]]


def _summed(lines: list[list[Any]], name: str) -> list[Any]:
    return [name, *(_sum([line[n] for line in lines]) for n in range(1, len(lines[0])))]


def _sum(values: list[Any]) -> Any:
    if all(isinstance(value, int) for value in values):
        return sum(values)
    tenths = sum(
        round(float(v.replace(" ", "").replace(",", ".")) * 10) for v in values if v != "-"
    )
    return f"{tenths // 10 if tenths >= 0 else -(-tenths // 10)},{abs(tenths) % 10}"


def _printed(value: Any, minus: str) -> str:
    text = f"{value:,}".replace(",", " ") if isinstance(value, int) else str(value)
    return minus + text[1:] if text.startswith("-") and len(text) > 1 else text


def _true_amounts(
    cells: tuple[str, ...], columns: list[str], table: dict[str, Any], key: str, is_sum: bool
) -> list[TrueAmount]:
    found = []
    for place, (cell, heading) in enumerate(zip(cells, columns, strict=True)):
        if place and place != table.get("not") and cell:
            word, _, period = heading.partition(" ")
            measure = word.lower() if period else None
            period = period or heading
            found.append(TrueAmount(key, cells[0], cell, table["enhet"], period, measure, is_sum))
    return found
