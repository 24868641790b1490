"""A forecast of a year after the latest outcome is told beside it, and groups are no projects."""

from __future__ import annotations

from pathlib import Path

from reports import asked, read_reports

BUDGET = """# Mål och budget 2042 Granviks kommun

## Nyckeltal

2041 avser prognos.

| Nyckeltal | 2039 | 2040 | 2041 | Mål 2042 |
| --- | --- | --- | --- | --- |
| Kostnad per plats i särskilt boende, tkr | 812 | 861 | 884 | 890 |
| Elever i kulturskolan, antal | 402 | 431 | 467 | 480 |

## Investeringsplan

| Projekt, tkr | 2042 | 2043 |
| --- | --- | --- |
| Fastigheter | 90 000 | 62 000 |
| Ny simhall | 80 000 | 50 000 |
| Lindskolan, tillbyggnad | 10 000 | 12 000 |
| Gator | 9 000 | 7 000 |
| Bro vid Ån | 6 000 | 4 000 |
| Cykelväg till Byn | 3 000 | 3 000 |
"""


def test_the_forecast_is_told(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"budget-2042.md": BUDGET})
    told = asked(library, "vad kostar en plats på särskilt boende").text
    assert "utfallet 2040 är 861" in told
    assert "prognosen 2041 är 884" in told
    assert "prognosen" not in asked(library, "vad kostade en plats i särskilt boende 2040").text


def test_groups_are_no_projects(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"budget-2042.md": BUDGET})
    told = asked(library, "vad planerar kommunen att bygga").text
    assert all(project in told for project in ("Ny simhall", "Bro vid Ån"))
    assert not any(group in told for group in ("Fastigheter", "Gator"))


_BY_MONTH = """# Delårsrapport augusti 2031
Lindö kommun

## Nämndernas prognos
Nettokostnader i mnkr. Minustecken betyder underskott.

| Nämnd | Budget 2031 | Prognos 2031 | Avvikelse | Prognos april |
| --- | --- | --- | --- | --- |
| Socialnämnden | 306,2 | 315,8 | -9,6 | -6,5 |
| Kulturnämnden | 33,9 | 33,5 | 0,4 | 0,0 |
| Summa nämnder | 340,1 | 349,3 | -9,2 | -6,5 |

## Socialnämnden
Prognosen har försämrats med 3,1 mnkr sedan april.
"""
_NO_MONTH = """# Delårsrapport augusti 2031
Lindö kommun

## Nämnderna

| Mnkr | Budget 2030 | Budget 2031 |
| --- | --- | --- |
| Socialnämnden | 300,0 | 306,2 |
| Kulturnämnden | 33,0 | 33,9 |
"""


def test_a_forecast_of_a_month_beside_deviations_is_one(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"delar.md": _BY_MONTH})
    told = asked(library, "har prognosen för socialnämnden blivit sämre sedan april?").text
    assert "3,1 mnkr sämre" in told
    boards = asked(library, "vilka nämnder har fått bättre prognos sedan april?").text
    assert "Kulturnämnden" in boards
    assert "”Socialnämnden”" not in boards


def test_budgets_tell_nothing_of_a_forecast(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"delar.md": _NO_MONTH})
    told = asked(library, "hur har prognosen för socialnämnden ändrats sedan april?")
    assert told.abstained
