"""Tables of internal control: what has outcomes and targets, what is only told, risk matrices."""

from __future__ import annotations

from pathlib import Path

from plansvar.domain import Extraction
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile


def _page(folder: Path, head: str, *rows: str) -> Extraction:
    path = folder / "a.html"
    cells = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows
    )
    heads = "".join(f"<th>{name}</th>" for name in head.split("|"))
    body = f"<h1>Intern kontroll 2034</h1><table><tr>{heads}</tr>{cells}</table>"
    path.write_text(f"<html>{body}</html>".replace("<td>#", "<td style='background:#"), "utf-8")
    return extract(read(SourceFile(path, path.name)))


def test_controls_with_outcomes_and_targets_are_measured(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        "Kontroll|Utfall 2033|Utfall 2034|Mål",
        "Andel fakturor betalda i tid|94 %|97 %|98 %",
        "Avtalstrohet|81 %|86 %|85 %",
    )
    assert [row.name for row in found.indicators] == [
        "Andel fakturor betalda i tid",
        "Avtalstrohet",
    ]
    assert [o.measure for o in found.indicators[0].observations] == ["utfall", "utfall", "mål"]


def test_controls_that_are_told_in_words_are_none(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        "Process|Kontrollmoment|Kontrollmetod|Resultat|Avvikelse",
        "Inköp|Att avtal följs|Stickprov, 25 fakturor|22 av 25 utan anmärkning|Mindre",
        "Lön|Att attest sker|Rapport ur systemet|Inga fel|Ingen",
    )
    assert not found.indicators


def test_a_field_of_colours_over_two_grades_has_no_rows(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        "Konsekvens ↑|1 Osannolik|2 Möjlig|3 Sannolik",
        "4 Allvarlig|#f2c200'>|#f2c200'>R1|#d0312d'>",
        "3 Kännbar|#7bc47f'>R3|#f2c200'>|#d0312d'>R2",
    )
    assert not found.indicators


def test_checks_that_marks_judge_are_rows_of_their_own_kind(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        "Kontrollmoment|Nämnd|Metod|Resultat",
        "Fakturor attesteras|KS|Stickprov 30 fakturor|#f2c200'>",
        "Delegationsbeslut anmäls|BUN|Genomgång av protokoll|#7bc47f'>",
        "Nycklar kvitteras|VON|Stickprov 20 nycklar|#d0312d'>",
    )
    assert [(r.name, r.kind, r.responsible) for r in found.indicators] == [
        ("Fakturor attesteras", "kontrollmoment", ("KS",)),
        ("Delegationsbeslut anmäls", "kontrollmoment", ("BUN",)),
        ("Nycklar kvitteras", "kontrollmoment", ("VON",)),
    ]
    judged = [a for row in found.indicators for a in row.assessments]
    assert [a.value for a in judged] == ["gul", "grön", "röd"]
    assert {a.breakdown for a in judged} == {"kontrollmoment"}  # no goal is judged by them
