"""Running text, headings, furniture and refusals of the PDF reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_making import draw_lines

from plansvar.domain import BlockKind, FurnitureKind
from plansvar.errors import ReadingError
from plansvar.reading.pdf import read_pdf
from plansvar.reading.pdf.lines import join_lines


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["barn- och", "ungdomsnämnden"], "barn- och ungdomsnämnden"),
        (["barn-", "och ungdomsnämnden"], "barn- och ungdomsnämnden"),
        (["verksam-", "heten växer"], "verksamheten växer"),
        (["SKR-", "rapporten"], "SKR-rapporten"),
        (["Nöjd-", "Region-Index"], "Nöjd-Region-Index"),
        (["utfall jan-", "aug"], "utfall jan-aug"),
        (["2023-", "2024"], "2023-2024"),
        (["årskurs 7–", "9 (%)"], "årskurs 7–9 (%)"),
        (["ett", "två"], "ett två"),
    ],
)
def test_line_ends(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


def _page(number: int) -> list[tuple[float, float, str, int]]:
    return [
        (50, 810, "Exempelby kommun", 8),
        (50, 760, f"{number}.1 Rubrik nummer {number}", -14),
        (50, 735, "Texten under rubriken handlar om hur arbetet går framåt under året", 10),
        (50, 722, "och fortsätter på nästa rad.", 10),
        (280, 30, f"Sida {number} av 3", 8),
    ]


def test_headings_furniture_and_page_numbers(tmp_path: Path) -> None:
    path = draw_lines(tmp_path / "a.pdf", [_page(number) for number in (1, 2, 3)])
    document = read_pdf(path, path.name)
    headings = [document.quote(section.heading) for section in document.sections]
    assert headings == [f"{n}.1 Rubrik nummer {n}" for n in (1, 2, 3)]
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert document.pages[1].label == "2 av 3"
    kinds = {item.kind for item in document.furniture}
    assert kinds == {FurnitureKind.RUNNING_HEADER, FurnitureKind.PAGE_NUMBER}
    assert "Exempelby" not in document.text
    paragraphs = [b for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
    assert document.quote(paragraphs[0].span).endswith("och fortsätter på nästa rad.")


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [(50, 760 - 14 * i, f"vänster spalt med sina ord rad {i}", 10) for i in range(12)]
    right = [(320, 760 - 14 * i, f"höger spalt med sina ord rad {i}", 10) for i in range(12)]
    path = draw_lines(tmp_path / "a.pdf", [[x for p in zip(left, right, strict=True) for x in p]])
    text = read_pdf(path, path.name).text
    assert text.index("vänster spalt med sina ord rad 11") < text.index("höger spalt")


@pytest.mark.parametrize("data", [b"", b"<html><body>hej</body></html>", b"%PDF-1.4\nskadad"])
def test_refusals_say_why(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "trasig.pdf"
    path.write_bytes(data)
    with pytest.raises(ReadingError, match=r"trasig\.pdf"):
        read_pdf(path, path.name)
