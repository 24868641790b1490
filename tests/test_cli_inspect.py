"""`plansvar inspect` tells, document by document, what was read and what was not."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from plansvar.cli.inspecting import inspection_object
from plansvar.cli.inspection import Inspection, inspect
from plansvar.cli.inspection_lines import inspection_lines
from plansvar.domain import (
    BlockKind,
    Document,
    Extraction,
    Gap,
    GapKind,
    Mark,
    MarkSource,
)
from plansvar.reading.building import Builder, CellDraft, PageDraft, Piece
from plansvar.texts import text


def document() -> Document:
    """Three pages: a table with headings alone, a table with an open mark, a page without text."""
    builder = Builder(PageDraft(n, n, str(n), 595, 842) for n in (1, 2, 3))
    builder.add(BlockKind.PARAGRAPH, [Piece("Tabellen nedan är tom.", 1)])
    builder.add_table([CellDraft(0, 0, "Mått", 1), CellDraft(0, 1, "Utfall", 1)], 1)
    doubtful = Mark(MarkSource.CELL, disagreement="grön mot röd")
    cells = [CellDraft(0, 0, "Mått", 2), CellDraft(0, 1, "Bedömning", 2),
             CellDraft(1, 0, "Nöjda", 2), CellDraft(1, 1, "", 2, marks=(doubtful,))]  # fmt: skip
    read = builder.add_table(cells, 1)
    made = builder.finish()
    return Document(
        "a.pdf", "0", "pdf", "Rapport", made.text, made.pages, made.parts, made.sections,
        made.blocks, made.tables, ocr=(read,),
    )  # fmt: skip


def inspection(*gaps: Gap) -> Inspection:
    (found,) = inspect(Fake(Extraction(document()), gaps))  # type: ignore[arg-type]
    return found


class Fake:
    """A library of one document."""

    def __init__(self, extraction: Extraction, gaps: tuple[Gap, ...]) -> None:
        self._extraction, self._gaps = extraction, gaps

    def documents(self) -> tuple[Document, ...]:
        return (self._extraction.document,)

    def gaps(self, path: str) -> tuple[Gap, ...]:
        return self._gaps

    def __getattr__(self, name: str) -> object:
        return lambda: getattr(self._extraction, name)


def lines(*gaps: Gap) -> str:
    return "\n".join(inspection_lines(inspection(*gaps)))


@pytest.mark.parametrize("kind", list(GapKind))
def test_every_kind_of_gap_has_a_name_and_is_counted(kind: GapKind) -> None:
    gaps = [Gap(kind, f"Något hände {n}.", n) for n in (1, 2)]
    shown = lines(*gaps)
    assert f"{text(f'cli.inspect.gap_kinds.{kind.value}')} (2)" in shown
    assert "Något hände 1." in shown
    assert inspection_object(inspection(*gaps))["gap_counts"] == {kind.value: 2}


def test_one_reason_on_many_pages_is_one_line() -> None:
    shown = lines(*(Gap(GapKind.SCAN, "Sidan är en bild.", n) for n in (3, 1, 2, 2)))
    assert shown.count("Sidan är en bild.") == 1
    assert "1, 2, 3" in shown


def test_pages_and_tables_are_told() -> None:
    found = inspection_object(inspection())
    assert (found["pages"], found["pages_without_text"], found["ocr_pages"]) == (3, [3], [2])
    empty, read = found["tables_read"]
    assert (empty["rows"], empty["header_rows"], empty["ocr"]) == (1, 1, False)
    assert (read["rows"], read["marks"], read["disagreements"], read["ocr"]) == (2, 1, 1, True)
    json.dumps(found)


@pytest.mark.parametrize(
    ("key", "count", "pages"),
    [("without_text", 1, "3"), ("ocr_pages", 1, "2"), ("empty_tables", 1, "1")],
)
def test_lines_name_the_pages(key: str, count: int, pages: str) -> None:
    assert text(f"cli.inspect.{key}", count=count, pages=pages) in lines()


def test_nothing_to_check_says_nothing() -> None:
    whole = replace(document(), ocr=(), pages=document().pages[:2], tables=document().tables[1:])
    (found,) = inspect(Fake(Extraction(whole), ()))  # type: ignore[arg-type]
    assert len([*inspection_lines(found)]) == 5


def test_a_format_without_pages_says_so() -> None:
    whole = replace(document(), pages=(), tables=(), ocr=())
    (found,) = inspect(Fake(Extraction(whole), (Gap(GapKind.LIMIT, "Cellen är fel."),)))  # type: ignore[arg-type]
    shown = "\n".join(inspection_lines(found))
    assert text("cli.inspect.no_pages") in shown
    assert text("cli.inspect.gap", place="", reason="Cellen är fel.") in shown
