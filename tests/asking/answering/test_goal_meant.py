"""One goal of several documents, what measures it, and the measures of boards."""

from __future__ import annotations

from pathlib import Path

from reports import asked, read_reports

_REPORT = """# Delårsrapport augusti 2031
Lindö kommun

## Måluppfyllelse

| Mål | Bedömning | Kommentar |
| --- | --- | --- |
| Företagen trivs i Lindö | Uppnås delvis | Handläggningen av lov tar för lång tid. |
| Alla elever lyckas | Uppnås | Fler är behöriga. |

## Nyckeltal

| Indikator | Utfall 2030 | Utfall 2031 | Mål 2031 |
| --- | --- | --- | --- |
| Företagsranking, plats | 171 | 160 | högst 140 |

## Nämnderna

### Socialnämnden

| Åtgärd | Läge |
| --- | --- |
| Ny schemamodell i hemtjänsten | Försenad |
| Avveckling av inhyrd personal | Genomförd |

### Skolnämnden

| Åtgärd | Läge |
| --- | --- |
| Färre klasser | Genomförd |

## Uppdrag från fullmäktige

| Uppdrag | Ansvarig | Status |
| --- | --- | --- |
| Minska kostnaderna för placeringar | Socialnämnden | Pågår |
| Ta fram en trafikplan | Kommunstyrelsen | Pågår |
"""


def test_the_goal_is_meant_and_not_what_measures_it(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"delar.md": _REPORT})
    told = asked(library, "hur går det för målet om företagen?").text
    assert "delvis" in told.lower()
    assert "171" not in told


def test_the_measures_of_a_board_stand_under_its_name(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"delar.md": _REPORT})
    late = asked(library, "vilka av socialnämndens åtgärder är försenade?").text
    assert "Ny schemamodell" in late
    own = asked(library, "vilka åtgärder har socialnämnden?").text
    assert "Avveckling av inhyrd personal" in own
    assert "Färre klasser" not in own


def test_a_number_of_people_less_is_reckoned(tmp_path: Path) -> None:
    text = """# Årsredovisning 2031
Lindö kommun

| Fem år | 2029 | 2030 | 2031 |
| --- | --- | --- | --- |
| Antal invånare | 11 612 | 11 500 | 11 431 |
"""
    library = read_reports(tmp_path, {"ar.md": text})
    assert "181" in asked(library, "hur många färre invånare har vi 2031 än 2029?").text


_OPEN = """# Delårsrapport augusti 2031
Lindö kommun

| Mål | Bedömning |
| --- | --- |
| Företagen trivs i Lindö | Kan inte bedömas |
| Alla elever lyckas | Uppfyllt |
"""


def test_a_goal_that_nobody_could_judge_is_neither_reached_nor_missed(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"delar.md": _OPEN})
    for question in ("är målet om företagen uppfyllt?", "varför är målet om företagen uppfyllt?"):
        told = asked(library, question).text
        assert "inte bedömas" in told.lower()
        assert "Nej" not in told
        assert "Det är inte uppfyllt" not in told
