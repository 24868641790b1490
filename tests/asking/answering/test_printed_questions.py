"""Questions that a document prints itself, with their answers."""

from __future__ import annotations

from pathlib import Path

from reports import asked, read_reports

_PAGE = """# Så går det för Lindö
Lindö kommun 2031

## Frågor och svar

### Varför höjdes skatten?
Fullmäktige höjde skatten med 25 öre från årsskiftet. Pengarna går till hemtjänsten och räntor.

### Vem granskar målen?
Det gör revisorerna en gång om året.

## Ekonomi
Skatten höjdes med 25 öre eftersom fullmäktige beslutade det i november.
"""


def test_a_printed_question_is_answered_by_what_stands_below_it(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"sida.md": _PAGE})
    for question in ("varför höjdes skatten?", "varför höjs skatten"):
        assert "hemtjänsten och räntor" in asked(library, question).text


def test_another_question_on_the_same_thing_is_not_that_one(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"sida.md": _PAGE})
    assert "hemtjänsten" not in asked(library, "när höjdes skatten?").text
    assert "revisorerna" in asked(library, "vem granskar målen?").text
