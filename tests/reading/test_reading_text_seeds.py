"""The two real texts: pages, parts, sections, furniture, tables. Facts only."""

from __future__ import annotations

from pathlib import Path

import pytest

from plansvar.domain import BlockKind, Document, DocumentKind, FurnitureKind, Status
from plansvar.reading.assembly import assemble
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile
from plansvar.reading.text import read_text


@pytest.fixture(scope="module")
def eskilstuna(eskilstuna_seed: Path) -> Document:
    return read(SourceFile(eskilstuna_seed, "eskilstuna.txt"))


@pytest.fixture(scope="module")
def orebro(orebro_seed: Path) -> Document:
    return read(SourceFile(orebro_seed, "orebro.txt"))


def test_eskilstuna_says_what_it_is(eskilstuna: Document) -> None:
    found = eskilstuna
    assert found.title == "Kommunstyrelsens delårsrapport 2, 2018"
    assert (found.municipality, found.kind) == ("Eskilstuna kommun", DocumentKind.INTERIM)
    assert (found.year, found.period) == (2018, "januari-augusti 2018")
    assert found.status is Status.PROPOSAL


def test_eskilstuna_pages_and_parts(eskilstuna: Document) -> None:
    labels = [page.label for page in eskilstuna.pages]
    assert labels == ["1 (3)", "2 (3)", "3 (3)", None, *map(str, range(2, 28))]
    assert [page.number for page in eskilstuna.pages if page.index == 6] == [3]
    assert {part.title for part in eskilstuna.parts} == {"Missiv", "Bilaga 1"}


@pytest.mark.parametrize(
    ("words", "page", "path"),
    [
        (
            "29 stycken",
            3,
            ("Bilaga 1", "Sammanfattning", "Uppföljning av processmål och åtaganden"),
        ),
        ("30% 23% 87%", 18, ("Bilaga 1", "Ekologisk uthållighet", "Miljö och samhällsbyggnad")),
        ("57 57 56", 20, ("Bilaga 1", "Effektiv organisation", "Processkvalitet")),
        ("281 411 500", 13, ("Bilaga 1", "Fler jobb", "Näringsliv och arbete")),
        ("27 966 15 000", 4, ("Bilaga 1", "Styrkort")),
        ("349,8 miljoner", 2, ("Missiv", "Konsult och uppdrag", "Budget")),
    ],
)
def test_eskilstuna_places(
    eskilstuna: Document, words: str, page: int, path: tuple[str, ...]
) -> None:
    position = eskilstuna.text.index(words)
    section, found = eskilstuna.section_at(position), eskilstuna.page_at(position)
    assert section
    assert section.path == path
    assert found
    assert found.number == page


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("30% 23% 87%", "Kommunledningskontoret"),
        ("11,5 miljoner", "Konsult och uppdrag"),
        ("348,3 miljoner", "Kommunledningskontoret"),
    ],
)
def test_eskilstuna_organisations(eskilstuna: Document, words: str, organisation: str) -> None:
    part = eskilstuna.part_at(eskilstuna.text.index(words))
    assert part
    assert part.organisation == organisation


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (FurnitureKind.FOREIGN_TITLES, "Täby kommuns"),
        (FurnitureKind.CONTENTS, "Stabil ekonomi...29"),
        (FurnitureKind.RUNNING_FOOTER, "Vi gör Eskilstuna tillsammans"),
        (FurnitureKind.RUNNING_HEADER, "Eskilstuna kommun 2018-09-25 2 (3)"),
    ],
)
def test_eskilstuna_furniture(eskilstuna: Document, kind: FurnitureKind, words: str) -> None:
    assert any(item.kind is kind and words in item.text for item in eskilstuna.furniture)
    assert words not in eskilstuna.text


@pytest.mark.parametrize(
    ("marker", "instead"),
    [("Transkript:\n", ""), ("Transkript:\n\n", "Transkript: "), ("\n", "\r\n")],
)
def test_eskilstuna_with_other_line_ends_and_markers(
    eskilstuna_seed: Path, eskilstuna: Document, marker: str, instead: str
) -> None:
    text = eskilstuna_seed.read_text("utf-8").replace(marker, instead)
    found = assemble(read_text(text.encode()), "eskilstuna.txt", "0", "text")
    assert (found.text, found.sections) == (eskilstuna.text, eskilstuna.sections)


def test_the_appendix_alone_is_a_document_of_its_own(eskilstuna_seed: Path) -> None:
    text = eskilstuna_seed.read_text("utf-8")
    appendix = text[text.index("KSKF/2018:293 Bilaga") :]
    found = assemble(read_text(f"Transkript:\n\n{appendix}".encode()), "b.txt", "0", "text")
    assert found.title == "Delårsrapport 2 2018 Kommunledningskontoret"
    assert [part.organisation for part in found.parts] == ["Kommunledningskontoret"]
    assert [page.number for page in found.pages] == [None, *range(2, 28)]


def test_a_sentence_over_a_page_break_is_one_block(eskilstuna: Document) -> None:
    start = eskilstuna.text.index("nätägarnas rapporteringsmetodik")
    end = start + len("nätägarnas rapporteringsmetodik")
    blocks = [b for b in eskilstuna.blocks if b.span.start <= start and end <= b.span.end]
    assert len(blocks) == 1
    first, last = eskilstuna.page_at(start), eskilstuna.page_at(end)
    assert first
    assert last
    assert (first.number, last.number) == (10, 11)


def test_orebro_says_what_it_is(orebro: Document) -> None:
    assert orebro.title == "Kommunstyrelsens plan med budget 2018"
    assert (orebro.municipality, orebro.kind) == ("Örebro kommun", DocumentKind.PLAN)
    assert (orebro.year, orebro.status, orebro.pages) == (2018, Status.PROPOSAL, ())
    assert orebro.parts[0].organisation == "Kommunstyrelsen"


def test_orebro_table_keeps_its_cells(orebro: Document) -> None:
    (table,) = orebro.tables
    assert (table.header_rows, table.row_count, table.column_count) == (1, 18, 5)
    assert table.caption
    assert "attraktiv arbetsgivare" in orebro.quote(table.caption)
    rows = [[cell.text for cell in table.cells if cell.row == row] for row in range(18)]
    assert rows[8][0].startswith("Sjukfrånvaro")
    assert [row[1:3] for row in rows[8:11]] == [["Tot", "4,9"], ["K", "5,4"], ["M", "3,8"]]
    assert [row[3:] for row in rows[8:10]] == [["***", "Minska"], ["", ""]]
    assert all(orebro.text[c.span.start : c.span.end] == c.text for c in table.cells)


def test_orebro_notes_lists_and_headings(orebro: Document) -> None:
    notes = [orebro.quote(b.span) for b in orebro.blocks if b.kind is BlockKind.NOTE]
    assert [note.count("*") for note in notes] == [1, 2, 3]
    place = orebro.text.index("Hälsopaket")
    section = orebro.section_at(place)
    assert section
    assert section.path == (
        "Kommungemensamma objekt",
        "Intern serviceyta och stöd för verksamhetsutveckling",
        "Prioriterad utveckling 2018",
    )
    assert "**" not in orebro.text.replace("***", "").replace("**Nytt", "").replace("procent**", "")
    assert "<i>" not in orebro.text
