"""What is to be done by a time, on which side boards went, and since when a forecast went on."""

from __future__ import annotations

from pathlib import Path

import pytest
from reports import asked, read_reports

from plansvar.language.deadlines import Due, month_at, months_due

_APRIL = """# Tertialrapport april 2031
Lindö kommun

## Nämndernas prognos

| Nämnd, mnkr | Budget 2031 | Prognos 2031 | Avvikelse |
| --- | --- | --- | --- |
| Skolnämnden | 300,0 | 305,0 | -5,0 |
| Vårdnämnden | 200,0 | 203,0 | -3,0 |
| Byggnämnden | 50,0 | 49,0 | 1,0 |
| Summa nämnder | 550,0 | 557,0 | -7,0 |
"""
_AUGUST = """# Delårsrapport augusti 2031
Lindö kommun

## Nämndernas prognos

| Nämnd, mnkr | Budget 2031 | Prognos 2031 | Avvikelse | Avvikelse april |
| --- | --- | --- | --- | --- |
| Skolnämnden | 300,0 | 303,0 | -3,0 | -5,0 |
| Vårdnämnden | 200,0 | 204,0 | -4,0 | -3,0 |
| Byggnämnden | 50,0 | 48,0 | 2,0 | 1,0 |
| Summa nämnder | 550,0 | 555,0 | -5,0 | -7,0 |

## Uppdrag

| Uppdrag | Klart senast | Status |
| --- | --- | --- |
| Införa e-arkiv | 2031-05-31 | Klart |
| Bygga om torget | 2031-06-30 | Försenat |
| Öppna ett ungdomsråd | 2032-03-31 | Pågår |
| Ta fram en trafikplan | 2031-12-31 | Pågår |

## Mål

| Mål | Utfall | Målvärde |
| --- | --- | --- |
| Nöjda med hemtjänsten, % | 86 | 90 |
"""
_ANNUAL = """# Årsredovisning 2030
Lindö kommun

| Mål | Utfall 2029 | Utfall 2030 | Mål 2030 |
| --- | --- | --- | --- |
| Nöjda med hemtjänsten, % | 81 | 84 | 88 |
"""


def _told(tmp_path: Path, question: str) -> str:
    files = {"april.md": _APRIL, "augusti.md": _AUGUST, "ar.md": _ANNUAL}
    return asked(read_reports(tmp_path, files), question).text


def test_by_a_month_is_by_that_of_the_report(tmp_path: Path) -> None:
    told = _told(tmp_path, "vilka uppdrag ska vara klara senast i juni?")
    assert "torget" in told
    assert "ungdomsråd" not in told


def test_what_is_not_to_be_done_then_is_not_told_as_to_be(tmp_path: Path) -> None:
    told = _told(tmp_path, "vilka uppdrag ska inte vara klara i december?")
    assert "ska vara klart då" not in told


def test_what_is_due_and_not_done_is_counted_of_what_is_due(tmp_path: Path) -> None:
    told = _told(tmp_path, "hur många uppdrag skulle vara klara före augusti men är inte klara?")
    assert told.startswith("Ett av de 2 uppdrag")
    assert "annan status än ”klar”" in told


@pytest.mark.parametrize(
    ("question", "shown", "other"),
    [
        ("har alla nämnder underskott enligt prognosen?", "Byggnämnden", "Skolnämnden"),
        ("har alla nämnder överskott enligt prognosen?", "Skolnämnden", "Byggnämnden"),
    ],
)
def test_a_side_of_a_forecast_is_denied_by_the_other(
    tmp_path: Path, question: str, shown: str, other: str
) -> None:
    told = _told(tmp_path, question)
    assert told.startswith("Nej, inte alla")
    assert shown in told
    assert other not in told


def test_a_forecast_since_a_month_is_told_by_the_newest_report(tmp_path: Path) -> None:
    told = _told(tmp_path, "hur har prognosen ändrats sedan april?")
    assert "2,0 mnkr bättre" in told
    assert "oförändrad" not in told


def test_the_distance_to_a_target_is_of_the_year_asked_for(tmp_path: Path) -> None:
    told = _told(tmp_path, "hur långt var det till målet för nöjda med hemtjänsten 2030?")
    assert "84" in told
    assert "86" not in told


def test_a_month_without_a_year_is_one_of_the_report() -> None:
    june = Due(None, 5, dated=False)
    later = months_due("31 mars 2032", 2031)
    assert later == (month_at(2032, 3), month_at(2032, 3))
    assert not june.in_year(2031).holds(later)
    assert june.in_year(2032).holds(later)
    assert Due(2, 2, dated=False).in_year(2031).holds(later)


def test_before_a_month_is_a_time_and_no_name(tmp_path: Path) -> None:
    told = _told(tmp_path, "vilka uppdrag ska vara klara före juni?")
    assert "e-arkiv" in told
    assert "torget" not in told


def test_no_other_deviation_tells_how_a_forecast_went_on(tmp_path: Path) -> None:
    told = _told(tmp_path, "hur har prognosen för skolnämnden ändrats sedan februari?")
    assert "mnkr" not in told
