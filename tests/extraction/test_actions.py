"""Measures with a title, a text and fields: small tables, and lines with colons."""

from __future__ import annotations

import io

from docx import Document as Docx
from tests.extraction.texts_as_documents import document_of

from plansvar.domain import CommitmentStatus, Extraction
from plansvar.extraction.extract import extract
from plansvar.reading.assembly import assemble
from plansvar.reading.docx import read_docx
from plansvar.reading.html import read_html

FIELDS = (("Kostnad", "2,4 mnkr per år"), ("Ansvarig", "Socialnämnden"), ("Klart", "mars 2032"))
TEXT = "Åtta sjuksköterskor anställs i en pool."


def _docx(in_table: bool) -> Extraction:
    """Two actions, each a table of its own; the titles stand in the tables or over them."""
    file = Docx()
    file.add_heading("Verksamhetsplan 2032", 1)
    file.add_heading("Åtgärder", 2)
    for title in ("Egen bemanningspool", "Kortare öppettider"):
        if not in_table:
            file.add_paragraph().add_run(title).bold = True
            file.add_paragraph(TEXT)
        leading = [title, TEXT] if in_table else []
        table = file.add_table(rows=len(leading) + len(FIELDS), cols=2)
        for row, said in enumerate(leading):
            table.cell(row, 0).merge(table.cell(row, 1)).text = said
        for row, (name, said) in enumerate(FIELDS, len(leading)):
            table.cell(row, 0).text, table.cell(row, 1).text = name, said
    stream = io.BytesIO()
    file.save(stream)
    return extract(assemble(read_docx(stream.getvalue()), "a.docx", "0", "docx"))


def _check(found: Extraction) -> None:
    told = [(c.text, c.responsible, c.deadline, c.comment) for c in found.commitments]
    assert told == [
        (title, ("Socialnämnden",), "mars 2032", TEXT)
        for title in ("Egen bemanningspool", "Kortare öppettider")
    ]
    money = [(a.what, a.value, a.unit, a.period, a.measure) for a in found.amounts]
    assert money == [(c.text, 2.4, "mnkr", None, "kostnader") for c in found.commitments]


def test_a_small_table_with_its_title_in_it_is_an_action() -> None:
    _check(_docx(in_table=True))


def test_a_small_table_under_its_title_is_an_action() -> None:
    _check(_docx(in_table=False))


def test_lines_with_colons_under_a_title_are_an_action() -> None:
    found = extract(
        document_of(
            "# Plan 2032\n# Satsningar\n"
            f"# Egen bemanningspool\n{TEXT}\nKostnad: 2,4 mnkr per år\n"
            "Ansvarig: Socialnämnden\nKlart: mars 2032\nStatus: Pågår\n"
            "# Ekonomi\nKommunen kostar 900 mnkr."
        )
    )
    (row,) = found.commitments
    assert (row.text, row.responsible, row.deadline) == (
        "Egen bemanningspool",
        ("Socialnämnden",),
        "mars 2032",
    )
    assert (row.comment, row.status) == (TEXT, CommitmentStatus.ONGOING)
    assert ("Egen bemanningspool", "2,4 mnkr per år") in [(a.what, a.raw) for a in found.amounts]


def test_fields_without_a_title_are_no_action() -> None:
    found = extract(document_of("Kostnad: 2,4 mnkr\nAnsvarig: Socialnämnden\nKlart: mars 2032"))
    assert not found.commitments


def test_a_sum_that_is_none_is_told_as_a_gap() -> None:
    rows = (("Kostnad", "mellan 2 och 3 mnkr och sedan 4 mnkr"), *FIELDS[1:])
    body = "".join(f"<tr><td>{name}</td><td>{said}</td></tr>" for name, said in rows)
    html = f"<h1>Plan 2032</h1><h2>Egen bemanningspool</h2><table>{body}</table>"
    found = extract(assemble(read_html(html.encode()), "a.html", "0", "html"))
    assert [c.text for c in found.commitments] == ["Egen bemanningspool"]
    assert not found.amounts
    assert any("mellan 2 och 3 mnkr" in gap.reason for gap in found.gaps)


def test_a_heading_for_all_actions_is_the_title_of_none() -> None:
    found = extract(
        document_of(
            "# Plan 2032\n# Åtgärder\nKostnad: 2 mnkr\nAnsvarig: Socialnämnden\nKlart: mars 2032"
        )
    )
    assert "Åtgärder" not in [c.text for c in found.commitments]
    assert "Åtgärder" not in [a.what for a in found.amounts]
