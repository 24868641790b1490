"""Tables that hold others in a row of their own: what they frame is read, under its title."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from office_making import saved

from plansvar.domain import BlockKind, Document
from plansvar.extraction import extract
from plansvar.reading.assembly import assemble
from plansvar.reading.docx import read_docx
from plansvar.reading.html import read_html
from plansvar.reading.odt import read_odt

GRID = [["Mått", "Utfall 2030", "Mål 2032"], ["Nöjda gäster", "81 %", "90 %"]]
LONG = "Resultaten har varit låga i flera år, och därför satsar nämnden på stöd tidigt till alla."
_N = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = (
    f'xmlns:o="{_N}office:1.0" xmlns:t="{_N}text:1.0" xmlns:b="{_N}table:1.0" '
    f'xmlns:s="{_N}style:1.0" xmlns:f="{_N}xsl-fo-compatible:1.0"'
)


def _filled(table: Any, rows: list[list[str]]) -> None:
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text


def _shaded(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "EAF3E6")
    cell._tc.get_or_add_tcPr().append(shade)


def _word(pairs: bool = False, label: bool = False) -> Document:
    office = docx.Document()
    office.add_heading("3 Nämndmål", 1)
    frame = office.add_table(4, 2)
    frame.cell(0, 0).merge(frame.cell(0, 1)).text = "N1 Maten ska smaka gott"
    _shaded(frame.cell(0, 0))
    own = ["Ansvarig", "Kostchef"] if pairs else ["Område: Trygg vardag", "Ansvarig: Kostchef"]
    frame.cell(1, 0).text, frame.cell(1, 1).text = own
    if label:
        frame.cell(2, 0).text = "Så mäter vi"
        holder = frame.cell(2, 1)
    else:
        holder = frame.cell(2, 0).merge(frame.cell(2, 1))
        holder.paragraphs[0].add_run("Indikatorer").bold = True
    _filled(holder.add_table(2, 3), GRID)
    frame.cell(3, 0).merge(frame.cell(3, 1)).text = LONG
    office.add_heading("4 Ekonomi", 1)
    return assemble(read_docx(saved(office)), "a.docx", "0", "docx")


def _web() -> Document:
    rows = "".join(f"<tr>{''.join(f'<td>{t}</td>' for t in row)}</tr>" for row in GRID)
    page = (
        "<h1>Plan</h1><h2>3 Nämndmål</h2><table><tr><td colspan=2><b>N1 Maten ska smaka gott</b>"
        "</td></tr><tr><td>Område: Trygg vardag</td><td>Ansvarig: Kostchef</td></tr>"
        f"<tr><td colspan=2>Indikatorer<table>{rows}</table></td></tr>"
        f"<tr><td colspan=2>{LONG}</td></tr></table><h2>4 Ekonomi</h2>"
    )
    return assemble(read_html(page.encode()), "a.html", "0", "html")


def _open() -> Document:
    def cell(inside: str, wide: int = 1) -> str:
        return f'<b:table-cell b:number-columns-spanned="{wide}">{inside}</b:table-cell>'

    def row(*cells: str) -> str:
        return f"<b:table-row>{''.join(cells)}</b:table-row>"

    inner = "".join(row(*(cell(f"<t:p>{text}</t:p>") for text in line)) for line in GRID)
    title = '<t:p><t:span t:style-name="B">N1 Maten ska smaka gott</t:span></t:p>'
    frame = (
        row(cell(title, 2))
        + row(cell("<t:p>Område: Trygg vardag</t:p>"), cell("<t:p>Ansvarig: Kostchef</t:p>"))
        + row(cell(f"<t:p>Indikatorer</t:p><b:table>{inner}</b:table>", 2))
        + row(cell(f"<t:p>{LONG}</t:p>", 2))
    )
    content = (
        f"<o:document-content {_SPACES}><o:automatic-styles>"
        '<s:style s:name="B" s:family="text"><s:text-properties f:font-weight="bold"/></s:style>'
        '</o:automatic-styles><o:body><o:text><t:h t:outline-level="1">3 Nämndmål</t:h>'
        f'<b:table>{frame}</b:table><t:h t:outline-level="1">4 Ekonomi</t:h>'
        "</o:text></o:body></o:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", content)
    return assemble(read_odt(stream.getvalue()), "a.odt", "0", "odt")


@pytest.mark.parametrize("made", [_word, _web, _open])
def test_a_framed_table_is_a_table_of_its_own_under_the_title(made: Any) -> None:
    found = made()
    (table,) = found.tables
    assert [cell.text for cell in table.cells] == [text for row in GRID for text in row]
    sections = {found.quote(s.heading): s for s in found.sections}
    goal = sections["N1 Maten ska smaka gott"]
    assert goal.path[-2] == "3 Nämndmål"
    assert goal.span.holds(table.span)
    assert not goal.span.holds(sections["4 Ekonomi"].heading)
    texts = [found.quote(b.span) for b in found.blocks if b.kind is BlockKind.PARAGRAPH]
    assert {"Ansvarig: Kostchef", LONG} <= set(texts)


@pytest.mark.parametrize("made", [_word, _web, _open, lambda: _word(pairs=True, label=True)])
def test_the_goal_of_a_frame_stands_over_what_measures_it(made: Any) -> None:
    goal, measure = extract(made()).indicators
    assert (goal.name, goal.kind, goal.responsible) == (
        "Maten ska smaka gott",
        "nämndmål",
        ("Kostchef",),
    )
    assert [label.text for label in goal.also] == ["N1"]
    assert measure.name == "Nöjda gäster"
    assert [(o.measure, o.raw) for o in measure.observations] == [
        ("utfall", "81 %"),
        ("mål", "90 %"),
    ]
    assert [label.text for label in measure.also] == ["Maten ska smaka gott"]


def test_a_small_table_among_other_cells_is_no_reason_to_part_their_row() -> None:
    office = docx.Document()
    table = office.add_table(3, 3)
    _filled(table, [["Mål", "Så mäter vi", "Kommentar"], ["Trygga äldre", "", LONG]])
    _filled(table.cell(1, 1).add_table(2, 2), [["Nöjda", "81"], ["Trygga", "77"]])
    _filled(table, [["Mål", "Så mäter vi", "Kommentar"]])
    table.cell(2, 0).text, table.cell(2, 2).text = "Friska barn", LONG
    found = assemble(read_docx(saved(office)), "a.docx", "0", "docx")
    assert len(found.tables) == 1


def test_areas_under_a_heading_of_goals_are_no_goals() -> None:
    office = docx.Document()
    office.add_heading("Mål och resultat", 1)
    office.add_heading("Ekonomi", 2)
    _filled(office.add_table(2, 3), GRID)
    (row,) = extract(assemble(read_docx(saved(office)), "a.docx", "0", "docx")).indicators
    assert (row.name, row.also) == ("Nöjda gäster", ())
