"""An invented municipality's money tables: units, investments, five years, fees."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from fakes import Draft, MemoryLibrary

from plansvar.domain import Amount, DocumentKind, Span
from plansvar.language.numbers import parse_number

Cell = tuple[str, str]  # measure and period of a column; an empty measure is none


@dataclass(frozen=True)
class Table:
    """A printed table: its heading, its columns, its rows of label and cells, its unit."""

    heading: str
    columns: tuple[Cell, ...]
    rows: tuple[tuple[str, ...], ...]
    unit: str
    organisation: str | None = None


UNITS = Table(
    "Driftredovisning",
    (("budget", "2041"), ("bokslut", "2041"), ("avvikelse", "2041"), ("bokslut", "2040")),
    (
        ("Parknämnden", "-90 500", "-92 700", "-2 200", "-88 100"),
        ("Skolnämnden", "-310 400", "-309 900", "500", "-301 000"),
        ("Hamnnämnden", "-41 300", "-41 300", "0", "-40 600"),
        ("Summa nämnder", "-442 200", "-443 900", "-1 700", "-429 700"),
    ),
    "tkr",
)
INVESTMENTS = Table(
    "Investeringsredovisning",
    (("budget", "2041"), ("utfall", "2041")),
    (
        ("Ny ishall", "52,0", "60,5"),
        ("Bron över ån", "30,0", "24,5"),
        ("Parknämnden", "8,0", "8,0"),
        ("Summa investeringar", "90,0", "93,0"),
    ),
    "mnkr",
)
YEARS = Table(
    "Fyra år",
    (("", "2038"), ("", "2039"), ("", "2040"), ("", "2041")),
    (
        ("Årets resultat", "7,5", "-3,1", "15,2", "9,9"),
        ("Låneskuld", "120,0", "150,0", "155,0", "190,0"),
        ("Skatteintäkter", "400,1", "412,7", "430,0", "445,6"),
    ),
    "mnkr",
)
FEES = Table("Taxor", (("", "2041"), ("", "2042")), (("Ishallen, vuxen", "60", "65"),), "kronor")
PLAN = Table(
    "Ramar",
    (("budget", "2042"), ("plan", "2043")),
    (("Parknämnden", "-94 000", "-96 500"), ("Skolnämnden", "-322 100", "-330 000")),
    "tkr",
)


def money_library(*tables: Table) -> MemoryLibrary:
    """An annual report for 2041, with these tables instead of its own, and a budget for 2042."""
    annual = _document("arsredovisning.txt", DocumentKind.ANNUAL, 2041)
    plan = _document("budget.txt", DocumentKind.BUDGET, 2042)
    return MemoryLibrary(
        [
            with_tables(annual, *(tables or (UNITS, INVESTMENTS, YEARS))).extraction(),
            with_tables(plan, PLAN, FEES).extraction(),
        ]
    )


def with_tables(draft: Draft, *tables: Table) -> Draft:
    for table in tables:
        draft.heading(table.heading)
        draft.text(_header(table), *(" | ".join(row) for row in table.rows))
    draft.done()
    for table in tables:
        for row in table.rows:
            _add(draft, table, row)
    return draft


def _document(path: str, kind: DocumentKind, year: int) -> Draft:
    return Draft(path, f"{path} {year}", "Granviks kommun", kind, year)


def _header(table: Table) -> str:
    columns = (f"{measure} {period}".strip() for measure, period in table.columns)
    return " | ".join((f"{table.heading} ({table.unit})", *columns))


def _add(draft: Draft, table: Table, row: tuple[str, ...]) -> None:
    text = draft.document.text
    header = text.index(_header(table))
    line = text.index(" | ".join(row), header)
    what = Span(line, line + len(row[0]))
    starts = [line]
    for before, _ in pairwise(row):
        starts.append(starts[-1] + len(before) + 3)
    for raw, start, (measure, period) in zip(row[1:], starts[1:], table.columns, strict=True):
        column = f"{measure} {period}".strip()
        at = text.index(column, header)
        unit = text.index(f"({table.unit})", header)
        draft.amounts.append(
            Amount(
                f"{draft.path}#m{len(draft.amounts)}",
                draft.place(what),
                row[0],
                what,
                raw,
                parse_number(raw),
                table.unit,
                Span(start, start + len(raw)),
                period,
                measure or None,
                row[0].startswith("Summa") or row[0] == "Årets resultat",
                (Span(at, at + len(column)),),
                Span(unit, unit + len(table.unit) + 2),
            )
        )
