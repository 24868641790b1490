"""OpenDocument spreadsheets written by hand: values as displayed, looks, rules, what is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest
from ods_making import (
    HEADS,
    MIMETYPE,
    STYLES,
    cell,
    formats,
    opened,
    row,
    rules,
    saved,
    sheet,
    style,
    typed,
)  # fmt: skip

from plansvar.domain import Cell, Document, GapKind
from plansvar.errors import ReadingError
from plansvar.reading.number_formats import in_swedish


def lines(found: Document) -> list[list[str]]:
    (table,) = found.tables
    return [[c.text for c in table.cells if c.row == n] for n in range(table.row_count)]


def last(found: Document, number: int) -> Cell:
    (table,) = found.tables
    return next(c for c in reversed(table.cells) if c.row == number and c.column == 3)


def colours(found: Document) -> list[str | None]:
    rows = range(1, found.tables[0].row_count)
    marks = [last(found, n).marks for n in rows]
    return [m[0].colour.value if m and m[0].colour else None for m in marks]


def test_values_are_read_as_displayed(tmp_path: Path) -> None:
    found = opened(
        tmp_path,
        sheet(
            row(*HEADS),
            row(
                "Nöjda",
                typed("87,3 %", "percentage", "0.873"),
                typed("1 200 kr", "currency", "1200"),
                typed("2025-03-01", "date", "2025-03-01"),
            ),
            row(
                "Utan text",
                typed("", "percentage", "0.5"),
                '<b:table-cell o:value-type="currency" o:currency="SEK" o:value="12.5"/>',
                typed("", "date", "2025-03-02T00:00:00"),
            ),
        ),
    )
    assert lines(found)[1:] == [
        ["Nöjda", "87,3 %", "1 200 kr", "2025-03-01"],
        ["Utan text", "50%", "12,5 SEK", "2025-03-02"],
    ]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("1,234.5", 1234.5, "1 234,5"),
        ("412,300", 412300, "412 300"),
        ("412,300", 412.3, "412,300"),
        ("-6,650.5 kr", -6650.5, "-6 650,5 kr"),
        ("12.1", 12.1, "12,1"),
        ("101.6%", 101.61, "101,6%"),
        ("87,3", 87.3, "87,3"),
        ("1.234", 1234, "1.234"),
        ("2025-03-01", None, "2025-03-01"),
        ("1 234,50", 1234.5, "1 234,50"),
    ],
)
def test_numbers_of_another_language_are_told_by_their_value(
    text: str, value: float | None, expected: str
) -> None:
    assert in_swedish(text, value) == expected


def test_fills_of_cells_columns_and_rows(tmp_path: Path) -> None:
    columns = (
        '<b:table-column b:number-columns-repeated="3"/>'
        '<b:table-column b:default-cell-style-name="y"/>'
    )
    found = opened(
        tmp_path,
        sheet(
            row(*HEADS),
            row("Nöjda", 81, 85, cell(look="g")),
            row("Sjuka", 7, 6, cell(look="r")),
            row("Öppna", 3, 2, cell()),
            before=columns,
        ),
    )
    assert colours(found) == ["grön", "röd", "gul"]


STATES = (row(*HEADS), row("Nöjda", 81, 85, "Klart"), row("Sjuka", 7, 6, "Ej klart"),
          row("Öppna", 3, 9, "Pågår"))  # fmt: skip


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ([('begins-with("Klar")', "g"), ('contains-text("Ej")', "r")], ["grön", "röd", None]),
        ([('="Pågår"', "y"), ('!="Pågår"', "Dålig rad")], ["röd", "röd", "gul"]),
        ([("formula-is([.B2]&gt;[.C2])", "r")], [None, "röd", None]),
        ([("formula-is([.$B2]&lt;=[.$C2])", "g")], ["grön", None, "grön"]),
        ([("formula-is(MOD(ROW();2)=0)", "r")], [None, None, None]),
    ],
)
def test_rules_are_evaluated(
    tmp_path: Path, conditions: list[tuple[str, str]], expected: list[str | None]
) -> None:
    written = [(value.replace('"', "&quot;"), name) for value, name in conditions]
    found = opened(tmp_path, sheet(*STATES, after=formats(rules(*written))))
    assert colours(found) == expected
    assert found.gaps == ()


def test_a_rule_that_cannot_be_evaluated_is_reported(tmp_path: Path) -> None:
    hard = rules(("formula-is(VLOOKUP([.B2];[.$H$1:.$I$9];2)&gt;3)", "r"))
    found = opened(tmp_path, sheet(*STATES, after=formats(hard)))
    assert colours(found) == [None, None, None]
    assert [gap.kind for gap in found.gaps] == [GapKind.LIMIT]


def test_icons_show_and_may_hide_their_number(tmp_path: Path) -> None:
    entries = "".join(f'<c:formatting-entry c:value="{n}" c:type="number"/>' for n in (1, 2, 3))
    entries = entries.replace("<c:formatting-entry", '<c:formatting-entry c:show-value="false"', 1)
    icons = (
        '<c:conditional-format c:target-range-address="Mål.D2:Mål.D4">'
        f'<c:icon-set c:icon-set-type="3TrafficLights1">{entries}</c:icon-set>'
        "</c:conditional-format>"
    )
    states = [row(*HEADS), *(row(f"Mått {n}", 81, 85, n) for n in (3, 1, 2))]
    found = opened(tmp_path, sheet(*states, after=formats(icons)))
    assert colours(found) == ["grön", "röd", "gul"]
    assert [line[3] for line in lines(found)[1:]] == ["", "", ""]


def test_rules_that_styles_carry(tmp_path: Path) -> None:
    maps = "".join(
        f'<s:map s:condition="{written}" s:apply-style-name="{name}" s:base-cell-address="Mål.D2"/>'
        for written, name in (
            ("cell-content()&gt;=90", "g"),
            ("cell-content-is-between(50,89)", "y"),
            ("is-true-formula([.D2]&lt;50)", "r"),
        )
    )
    states = [row(*HEADS), *(row(f"Mått {n}", 1, 2, cell(n, "m")) for n in (95, 60, 10))]
    found = opened(tmp_path, sheet(*states), styles=STYLES + style("m", "transparent", maps))
    assert colours(found) == ["grön", "gul", "röd"]


def test_signs_of_a_symbol_font(tmp_path: Path) -> None:
    found = opened(tmp_path, sheet(row(*HEADS), row("Nöjda", 81, 85, cell("á", "w"))))
    assert last(found, 1).text == "↑"


def test_what_is_hidden_is_reported_and_left_out(tmp_path: Path) -> None:
    columns = (
        '<b:table-column b:number-columns-repeated="4"/><b:table-column b:visibility="collapse"/>'
    )
    found = opened(
        tmp_path,
        sheet(
            row(*HEADS, "dold kolumn"),
            row("Nöjda", 81, 85, "Klart"),
            row("Gömd", 1, 2, "Klart", more=' b:visibility="filter"'),
            before=columns,
        ),
        sheet(row("hemligt", "1"), row("x", "2"), name="Underlag", look="dold"),
    )
    assert lines(found) == [list(HEADS), ["Nöjda", "81", "85", "Klart"]]
    assert "hemligt" not in found.text
    assert [gap.kind for gap in found.gaps] == [GapKind.HIDDEN_TEXT] * 2


def test_merged_repeated_and_commented_cells(tmp_path: Path) -> None:
    merged = (
        '<b:table-cell b:number-columns-spanned="2"><t:p>Utfall</t:p></b:table-cell>'
        "<b:covered-table-cell/>"
    )
    noted = (
        "<b:table-cell><o:annotation><t:p>internt</t:p></o:annotation><t:p>Nöjda</t:p>"
        "</b:table-cell>"
    )
    found = opened(
        tmp_path,
        sheet(
            row("Mått", merged),
            row("", "2023", "2024"),
            row(noted, cell(81, b_number_columns_repeated=2)),
            row('<b:table-cell b:number-columns-repeated="16384"/>',
                more=' b:number-rows-repeated="1048500"'),
        ),
    )  # fmt: skip
    assert lines(found)[-1] == ["Nöjda", "81", "81"]
    assert found.tables[0].cells[1].column_span == 2
    assert "internt" not in found.text


def test_errors_and_far_cells_are_reported(tmp_path: Path) -> None:
    wrong = (
        '<b:table-cell b:formula="of:=1/0" o:value-type="string" c:value-type="error">'
        "<t:p>#DIV/0!</t:p></b:table-cell>"
    )
    away = row(*([cell()] * 3), more=' b:number-rows-repeated="1048000"')
    found = opened(
        tmp_path, sheet(row(*HEADS), row("Nöjda", 81, 85, wrong), away, row("långt bort"))
    )
    assert "#DIV/0!" not in found.text
    assert "långt bort" not in found.text
    assert [gap.kind for gap in found.gaps] == [GapKind.LIMIT] * 2
    assert "D2" in found.gaps[0].reason


def test_pictures_outside_cells_are_reported(tmp_path: Path) -> None:
    found = opened(tmp_path, sheet(*STATES, before="<b:shapes><d:frame/></b:shapes>"))
    assert [gap.kind for gap in found.gaps] == [GapKind.PICTURE_TABLE]


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        (
            {"mimetype": MIMETYPE, "content.xml": "x",
             "META-INF/manifest.xml": "<m><encryption-data/></m>"},
            "lösenord",
        ),
        (
            {"mimetype": MIMETYPE, "encrypted-package": "x",
             "META-INF/manifest.xml": "<m:encryption-data/>"},
            "lösenord",
        ),
        ({"mimetype": MIMETYPE, "content.xml": "<o:document"}, "skadad"),
        ({"mimetype": f"{MIMETYPE[:-11]}presentation", "content.xml": "<x/>"}, "zip"),
        (
            {"mimetype": MIMETYPE,
             "content.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'},
            "entiteter",
        ),
    ],
    ids=["encrypted", "encrypted whole", "broken", "another kind", "entities"],
)  # fmt: skip
def test_refused_in_one_line(tmp_path: Path, parts: dict[str, str], why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        saved(tmp_path, parts)


@pytest.mark.slow
def test_a_million_repeated_cells_are_bounded(tmp_path: Path) -> None:
    many = cell("x", b_number_columns_repeated=16_000)
    found = opened(tmp_path, sheet(row(many, more=' b:number-rows-repeated="1000000"')))
    assert any(gap.kind is GapKind.LIMIT for gap in found.gaps)
