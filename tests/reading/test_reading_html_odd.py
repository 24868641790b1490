"""Odd things on web pages: style sheets with conditions and variables, tables by role, old text."""

from __future__ import annotations

import pytest

from plansvar.domain import Document, GapKind
from plansvar.extraction import extract
from plansvar.reading.assembly import assemble
from plansvar.reading.html import read_html
from plansvar.reading.marks.settling import settled

HEAD = "<tr><th>Mått<th>Utfall 2024<th>Mål 2024<th>Bedömning</tr>"


def page(body: str, style: str = "") -> Document:
    whole = f"<!doctype html><html><head><style>{style}</style></head><body>{body}</body></html>"
    return assemble(read_html(whole.encode()), "a.html", "0", "html")


def table(*cells: str) -> str:
    """Rows whose last cell is as given."""
    rows = (f"<tr><td>Mått {n}<td>8{n}<td>85{cell}</tr>" for n, cell in enumerate(cells))
    return f"<table>{HEAD}{''.join(rows)}</table>"


def lines(found: Document, number: int = 0) -> list[list[str]]:
    grid = found.tables[number]
    return [[c.text for c in grid.cells if c.row == row] for row in range(grid.row_count)]


def colours(found: Document) -> list[str | None]:
    grid = found.tables[0]
    marks = [grid.at(row, 3).marks for row in range(1, grid.row_count)]  # type: ignore[union-attr]
    return [m[0].colour.value if m and m[0].colour else None for m in marks]


@pytest.mark.parametrize(
    ("style", "cells"),
    [
        (
            ":root{--ok:#2e7d32;--bad:#c62828}.a{background:var(--ok)}"
            ".b{background-color:var(--bad, #fff)}",
            ("<td class=a>", "<td class=b>"),
        ),
        (
            '[data-status="ok"]{background:#2e7d32}td[data-status=bad]{background:#c62828}',
            ("<td data-status=ok>", "<td data-status=bad>"),
        ),
        (
            "@media screen and (min-width:600px){.a{background:#2e7d32}}"
            "@supports (display:grid){.b{background:#c62828}}@media print{.a{background:#c62828}}",
            ("<td class=a>", "<td class=b>"),
        ),
        (
            ".s::before{content:'●'}.s.a::before{color:#2e7d32}.s.b::before{color:#c62828}",
            ("<td><i class='s a'></i>", "<td><i class='s b'></i>"),
        ),
        (
            ".s:after{content:'\\25CF'}.a:after{color:#2e7d32}.b:after{color:#c62828}",
            ("<td><i class='s a'></i>", "<td><i class='s b'></i>"),
        ),
    ],
    ids=["variables", "attributes", "conditions", "signs", "escaped signs"],
)  # fmt: skip
def test_colours_of_style_sheets(style: str, cells: tuple[str, str]) -> None:
    assert colours(page(table(*cells), style)) == ["grön", "röd"]


@pytest.mark.parametrize(
    ("style", "attributes", "seen"),
    [
        ("@media screen{.x{display:none}}", "class=x", False),
        ("@media print{.x{display:none}}", "class=x", True),
        ("@media (max-width:600px){.x{display:none}}", "class=x", True),
        ("@layer base{@media all{.x{visibility:hidden}}}", "class=x", False),
        (":root{--d:none}.x{display:var(--d)}", "class=x", False),
        ("", 'style="color:rgba(0,0,0,0)"', False),
        ("", 'style="color:rgb(0,0,0)"', True),
        ("", 'style="color:transparent"', False),
        ("", 'style="font-size:1px"', False),
        ("", 'style="font-size:11px"', True),
        ("", "style='text-decoration: line-through'", False),
    ],
)
def test_what_cannot_be_seen(style: str, attributes: str, seen: bool) -> None:
    found = page(f"<p>Syns alltid.</p><p {attributes}>kanske</p>", style)
    assert ("kanske" in found.text) is seen
    assert [g.kind for g in found.gaps] == ([] if seen else [GapKind.HIDDEN_TEXT])


def test_a_small_table_in_a_row_stays_in_its_cell() -> None:
    inner = "<td><table><tr><td>Kvinnor<td>83<tr><td>Män<td>79</table>"
    found = page(table(inner, "<td>"))
    assert len(found.tables) == 1
    assert lines(found)[1] == ["Mått 0", "80", "85", "Kvinnor 83 Män 79"]


def test_a_table_that_lays_out_another_is_no_table() -> None:
    found = page(f"<table><tr><td>Meny<td>{table('<td>', '<td>')}</table>")
    assert len(found.tables) == 1
    assert lines(found)[1] == ["Mått 0", "80", "85", ""]


def test_heads_stand_first_and_feet_last() -> None:
    found = page(
        "<table><tfoot><tr><td>Källa<td>enkät</tfoot><tbody><tr><td>Nöjda<td>81</tbody>"
        "<thead><tr><th>Mått<th>2024</thead></table>"
    )
    assert lines(found) == [["Mått", "2024"], ["Nöjda", "81"], ["Källa", "enkät"]]
    assert found.tables[0].header_rows == 1


ARIA = (
    "<div role=table><div role=row><span role=columnheader>Mått</span>"
    "<span role=columnheader>Utfall 2024</span><span role=columnheader>Mål 2024</span></div>"
    "<div role=row><span role=cell>Nöjda</span><span role=cell>81</span><span role=cell>85</span>"
    "</div></div>"
)
DISPLAY = (
    (
        "<div class=t><div class=r><b class=c>Mått</b><div class=c>Utfall 2024</div>"
        "<div class=c>Mål 2024</div></div><div class=r><div class=c>Nöjda</div>"
        "<div class=c>81</div><div class=c>85</div></div></div>"
    )
    .replace("<b", "<div")
    .replace("</b>", "</div>")
)


@pytest.mark.parametrize(
    ("body", "style"),
    [(ARIA, ""), (DISPLAY, ".t{display:table}.r{display:table-row}.c{display:table-cell}")],
    ids=["roles", "styles"],
)
def test_tables_that_are_no_table_elements(body: str, style: str) -> None:
    found = page(body, style)
    assert lines(found) == [["Mått", "Utfall 2024", "Mål 2024"], ["Nöjda", "81", "85"]]


def test_deleted_text_joins_no_figure() -> None:
    found = page("<p>Målet är <ins>85</ins><del>80</del> procent.</p>")
    assert found.text.strip() == "Målet är 85 procent."
    assert [g.kind for g in found.gaps] == [GapKind.HIDDEN_TEXT]


@pytest.mark.parametrize("style", [".k{display:flex}", ".k span{display:inline-block}"])
def test_boxes_side_by_side_do_not_run_together(style: str) -> None:
    found = page("<div class=k><span>Nöjda</span><span>81</span><span>85</span></div>", style)
    assert found.text.strip() == "Nöjda 81 85"


def test_a_raised_mark_joins_no_figure() -> None:
    found = page(
        f"<h1>Mål</h1><table>{HEAD}<tr><td>Andel nöjda<td>81<sup>1)</sup><td>85<td></table>"
        "<p>1) Avser kvinnor.</p>"
    )
    value = extract(found).indicators[0].observations[0]
    assert (value.value, value.note) == (81.0, "Avser kvinnor.")


def test_a_title_over_the_whole_width_names_the_table() -> None:
    cells = "<tr><td>Mått<td>Utfall 2024<td>Mål 2024<tr><td>Nöjda<td>81<td>85"
    found = page(
        f"<table><tr><td colspan=3>Tabell 3. Mål</tr>{cells}<tr><td>Sjuka<td>7<td>6</table>"
    )
    assert lines(found)[0] == ["Mått", "Utfall 2024", "Mål 2024"]
    assert found.tables[0].caption is not None


def test_numbers_of_a_spreadsheet_program_in_another_language() -> None:
    found = page(table('<td sdval="412300" sdnum="1033;">412,300', '<td sdval="0.123">12.3%'))
    assert [line[3] for line in lines(found)[1:]] == ["412 300", "12,3%"]


def test_a_bar_is_a_share_and_no_assessment() -> None:
    bar = '<td><div style="background:#eee"><div style="width:40%;background:#2e7d32"></div></div>'
    draft = read_html(f"<body>{table(bar, '<td>')}".encode())
    layout, _ = settled(draft.layout)
    cell = layout.tables[0].at(1, 3)
    assert cell is not None
    assert [(mark.colour, mark.share) for mark in cell.marks] == [(None, 0.4)]


@pytest.mark.parametrize(
    "style",
    [
        "a{" * 20_000,
        "@media screen{" * 5_000,
        ":root{--a:var(--b)var(--b);--b:var(--a)var(--a)}p{color:var(--a)}",
        "p{color:" + "var(--x," * 3_000,
        "." + "a" * 100_000 + "{color:red}",
        "a[b" * 10_000 + "{}",
    ],
)
def test_style_sheets_without_end(style: str) -> None:
    assert "Text" in page("<p>Text</p>", style).text
