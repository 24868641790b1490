"""Sections under each other whose text is set in two columns, each under a heading in the left."""

from __future__ import annotations

from pathlib import Path

from pdf_making import draw_lines

from plansvar.reading.pdf import read_pdf

SECTIONS = {
    "Internkontroll": (
        [
            "Nämnderna gjorde 24 kontroller och de flesta",
            "gick bra. Vid två fanns större brister, dels",
            "i beslut som inte hade",
        ],
        ["anmälts till nämnden i tid, dels i system där", "elva personer som slutat ännu var med."],
    ),
    "Kommunens bolag": (
        [
            "Bostadsbolaget gick med vinst. Av alla dess",
            "lägenheter var 21 tomma vid årets slut och",
            "det var färre än 2027.",
        ],
        ["Energibolaget gick med förlust, för hösten", "var mild och priset på flis steg mycket."],
    ),
    "Revisorernas bedömning": (
        [
            "Revisorerna tillstyrker ansvarsfrihet men de",
            "har en del synpunkter på hur nämnder arbetar och",
            "riktar kritik mot nämnden för styrning av",
        ],
        [
            "hemtjänstens volymer och föreslår att det ska",
            "bli tydligt när ett mål är uppfyllt.",
        ],
    ),
}


def test_each_section_is_read_to_its_end(tmp_path: Path) -> None:
    lines: list[tuple[float, float, str, float]] = []
    y = 760.0
    for heading, (left, right) in SECTIONS.items():
        lines.append((50.0, y, heading, 13))
        for x, texts in ((50.0, left), (310.0, right)):
            lines += [(x, y - 20 - 14 * n, text, 11) for n, text in enumerate(texts)]
        y -= 20 + 14 * max(len(left), len(right)) + 16
    document = read_pdf(draw_lines(tmp_path / "s.pdf", [lines]), "s.pdf")
    whole = " ".join(document.text.split())
    assert "som inte hade anmälts till nämnden i tid" in whole
    assert whole.index("ännu var med.") < whole.index("Kommunens bolag")
    assert whole.index("steg mycket.") < whole.index("Revisorernas bedömning")
    assert any(
        "styrning av hemtjänstens volymer" in document.quote(b.span) for b in document.blocks
    )


def test_a_heading_in_the_left_of_two_columns_of_one_text_parts_nothing(tmp_path: Path) -> None:
    """The right column has a gap between two paragraphs beside it, and no line level with it."""
    left, right = SECTIONS["Internkontroll"]
    more, _ = SECTIONS["Kommunens bolag"]
    lines = [(50.0, 700.0 - 14 * n, text, 11.0) for n, text in enumerate(left)]
    lines += [(50.0, 700.0 - 14 * 4, "Bolagen", 13.0)]
    lines += [(50.0, 700.0 - 14 * 5.5 - 14 * n, text, 11.0) for n, text in enumerate(more)]
    lines += [(310.0, 700.0 - 14 * n, text, 11.0) for n, text in enumerate(right)]
    lines += [(310.0, 700.0 - 14 * (3.2 + n), text, 11.0) for n, text in enumerate(right * 2)]
    document = read_pdf(draw_lines(tmp_path / "t.pdf", [lines]), "t.pdf")
    whole = " ".join(document.text.split())
    assert whole.index("färre än 2027.") < whole.index("anmälts till nämnden")
