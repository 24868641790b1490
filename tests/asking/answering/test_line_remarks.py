"""What the remark in the line of an investment tells of it."""

from __future__ import annotations

from pathlib import Path

from reports import asked, read_reports

_REPORT = """# Delårsrapport augusti 2031
Lindö kommun

## Investeringar

| Projekt, mnkr | Budget 2031 | Prognos 2031 | Kommentar |
| --- | --- | --- | --- |
| Renovering av simhallen | 18,4 | 20,1 | Fuktskador i källaren gör projektet dyrare. |
| Ny brandstation | 12,0 | 9,5 | Slutbesiktigas i december 2032. |
| Gatubelysning | 2,0 | 2,0 | |

## Taxor
Nämnden har föreslagit en ny taxa för simhallen på grund av högre elpriser.
"""


def test_the_remark_in_its_line_tells_why(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"delar.md": _REPORT})
    told = asked(library, "varför blir simhallen dyrare?").text
    assert "Fuktskador i källaren" in told
    assert "taxa" not in told


def test_the_remark_in_its_line_tells_when(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"delar.md": _REPORT})
    assert "december 2032" in asked(library, "när är brandstationen klar?").text


def test_what_has_no_remark_is_not_explained(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"delar.md": _REPORT})
    assert "Fuktskador" not in asked(library, "varför kostar gatubelysningen så mycket?").text


def test_no_remark_explains_what_the_figures_deny(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"delar.md": _REPORT})
    told = asked(library, "varför blir brandstationen dyrare än budget?").text
    assert "Slutbesiktigas" not in told
    assert "9,5" in told
    assert "Fuktskador" not in asked(library, "varför blir simhallen billigare än budget?").text
