"""Numbering by Word that has words, and tables that name undertakings by their number alone."""

from __future__ import annotations

from docx import Document as NewDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from office_making import word

from plansvar.domain import Document
from plansvar.extraction import extract

LEVELS = (("upperLetter", "Nämndmål %1"), ("decimal", "Aktivitet %1.%2"), ("decimal", "%3."))
GOALS = {
    "Fler unga läser böcker": ("Bokbuss till alla skolgårdar", "Läscirkel på fritidsgården"),
    "Kulturen når hela kommunen": ("Konserter i varje tätort", "Öppna ateljéer i september"),
}
HEADS = ("Aktivitet", "Klart", "Biblioteks- chef", "Kultursamordnare")
ROWS = (("A.1", "mars", "H", "D"), ("A.2", "april", "", "H"), ("B.1", "maj", "D", "H"))


def _plan(with_table: bool = True) -> Document:
    office = NewDocument()
    _number(office)
    office.add_heading("Verksamhetsplan 2032", 1)
    for goal, tasks in GOALS.items():
        _item(office, goal, 0, bold=True)
        for task in tasks:
            _item(office, task, 1)
        _item(office, "Ett steg i arbetet", 2)
    office.add_heading("Vem gör vad", 1)
    office.add_paragraph("H = huvudansvarig, D = deltar.")
    table = office.add_table(len(ROWS) + 1, len(HEADS)) if with_table else None
    for number, row in enumerate((HEADS, *ROWS) if table else ()):
        for place, words in enumerate(row):
            table.cell(number, place).text = words
    return word(office)


def _number(office: NewDocument) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{said}"/></w:lvl>'
        for n, (form, said) in enumerate(LEVELS)
    )
    numbering = office.part.numbering_part.element
    w = nsdecls("w")
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {w} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {w} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _item(office: NewDocument, said: str, level: int, bold: bool = False) -> None:
    paragraph = office.add_paragraph()
    paragraph.add_run(said).bold = bold
    numbers = f'<w:ilvl w:val="{level}"/><w:numId w:val="77"/>'
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}>{numbers}</w:numPr>"))


def test_words_that_number_paragraphs_are_read_and_bare_numbers_left_out() -> None:
    text = _plan().text
    assert "Nämndmål A Fler unga läser böcker" in text
    assert "Aktivitet B.2 Öppna ateljéer i september" in text
    assert "\nEtt steg i arbetet" in text


def test_goals_so_numbered_in_bold_are_headings() -> None:
    document = _plan()
    heads = [document.quote(section.heading) for section in document.sections]
    assert "Nämndmål B Kulturen når hela kommunen" in heads


def test_a_row_with_nothing_but_a_number_tells_of_what_it_numbers() -> None:
    found = extract(_plan()).commitments
    assert [(c.text, c.kind, c.responsible, c.deadline) for c in found] == [
        ("Bokbuss till alla skolgårdar", "aktivitet", ("Bibliotekschef",), "mars"),
        ("Läscirkel på fritidsgården", "aktivitet", ("Kultursamordnare",), "april"),
        ("Konserter i varje tätort", "aktivitet", ("Kultursamordnare",), "maj"),
        ("Öppna ateljéer i september", "aktivitet", (), None),
    ]


def test_without_the_table_they_are_undertakings_all_the_same() -> None:
    found = extract(_plan(with_table=False)).commitments
    assert [c.text for c in found] == [task for tasks in GOALS.values() for task in tasks]
