"""What is asked of the whole municipality: its result, its people, what is new in it."""

from __future__ import annotations

from pathlib import Path

from reports import asked, read_reports

from plansvar.index.library import Library

_ANNUAL = """# Årsredovisning 2030
Lindö kommun

## Resultat

| Mnkr | Budget 2030 | Utfall 2030 |
| --- | --- | --- |
| Skatteintäkter | 500,0 | 505,0 |
| Verksamhetens kostnader | -490,0 | -484,8 |
| Årets resultat | 10,0 | 20,2 |

## Mål

| Indikator | Utfall 2029 | Utfall 2030 | Mål 2030 |
| --- | --- | --- | --- |
| Behöriga till yrkesprogram, % | 84,6 | 81,9 | 88 |

Andelen behöriga till yrkesprogram sjönk. Nedgången beror främst på matematiken.

## Befolkning
Den 31 december hade Lindö 11 431 invånare. Det är en minskning med 71 personer.
Minskningen beror till största delen på att det föds färre barn än det dör invånare.

## Förväntad utveckling
Antalet invånare över 80 år ökar. Under samma tid minskar antalet barn. Det innebär att pengar
behöver flyttas från skola till omsorg, vilket är svårt eftersom lokalerna inte minskar lika fort.
"""
_INTERIM = """# Delårsrapport per den 31 augusti 2031
Lindö kommun

## Resultaträkning

| Tkr | Budget jan–aug | Utfall jan–aug | Budget helår | Prognos helår | Prognos, avvikelse |
| --- | --- | --- | --- | --- | --- |
| Skatteintäkter | 330 000 | 331 000 | 510 000 | 511 000 | 1 000 |
| Verksamhetens kostnader | -325 000 | -328 000 | -498 000 | -507 000 | -9 000 |
| Årets resultat | 5 000 | 3 000 | 12 000 | 4 000 | -8 000 |

## Mål

| Indikator | Utfall 2030 | Utfall 2031 | Mål 2031 |
| --- | --- | --- | --- |
| Behöriga till yrkesprogram, % | 81,9 | 85,2 | 88 |
| Sjukfrånvaro, % | 6,5 | 6,9 | högst 6,5 |

## Personal
Sjukfrånvaron var 6,9 procent, vilket är högre än i fjol. Ökningen finns framför allt i omsorgen,
där influensan slog hårt.

## Större projekt
Idrottshall vid Centralskolan: Byggstarten har skjutits upp eftersom beslutet överklagats. En dom
väntas tidigast i december.

## Investeringar

| Projekt, mnkr | Total budget, mnkr | Slutprognos, mnkr | Beräknas färdigt |
| --- | --- | --- | --- |
| Ågläntans förskola | 62,5 | 66,0 | januari 2032 |
| Idrottshall vid Centralskolan | 62,0 | 62,0 | våren 2034 |
| Inventarier skola och förskola | 2,5 | 2,5 | |

## Jämförelse

| Nyckeltal | Lindö | Riket |
| --- | --- | --- |
| Kostnad förskola, kr per inskrivet barn | 178 400 | 178 900 |
"""


def _library(folder: Path) -> Library:
    return read_reports(
        folder, {"arsredovisning-2030.md": _ANNUAL, "delarsrapport-2031.md": _INTERIM}
    )


def test_a_lower_result_is_held_against_its_own_plan(tmp_path: Path) -> None:
    told = asked(_library(tmp_path), "varför blir resultatet lägre än budgeterat?").text
    assert "12 000" in told
    assert "4 000" in told
    assert "5 000" not in told
    assert "inte" not in told


def test_how_it_was_is_told_by_the_annual_report(tmp_path: Path) -> None:
    told = asked(_library(tmp_path), "varför blev årets resultat bättre än budgeterat?").text
    assert "20,2" in told


def test_why_it_was_so_before_is_told_as_well(tmp_path: Path) -> None:
    told = asked(_library(tmp_path), "varför sjönk skolresultaten?").text
    assert "85,2" in told
    assert "matematiken" in told


def test_what_is_so_now_is_not_denied_by_an_older_year(tmp_path: Path) -> None:
    told = asked(_library(tmp_path), "varför ökade sjukfrånvaron?").text
    assert "influensan" in told


def test_the_section_of_a_thing_tells_its_causes(tmp_path: Path) -> None:
    told = asked(_library(tmp_path), "varför minskade befolkningen?").text
    assert "föds färre" in told
    assert "lokalerna" not in told


def test_a_new_thing_is_an_investment(tmp_path: Path) -> None:
    told = asked(_library(tmp_path), "vad kostar den nya förskolan?").text
    assert "66,0" in told
    assert "178 400" not in told
    assert "2,5" not in told.replace("62,5", "")


def test_a_new_preschool_is_no_new_school(tmp_path: Path) -> None:
    told = asked(_library(tmp_path), "vad kostar den nya skolan?").text
    assert "66,0" not in told


def test_the_time_of_something_else_is_not_the_rows(tmp_path: Path) -> None:
    library = _library(tmp_path)
    assert "våren 2034" in asked(library, "när blir idrottshallen klar?").text
    verdict = asked(library, "när väntas domen om idrottshallen?").text
    assert "december" in verdict
    assert "2034" not in verdict


def test_the_day_of_a_period_is_left_out(tmp_path: Path) -> None:
    told = asked(_library(tmp_path), "vilka nyckeltal har ökat i delårsrapporten?").text
    assert "per augusti" in told


def test_a_count_in_the_cause_is_not_what_is_judged(tmp_path: Path) -> None:
    text = """# Delårsrapport augusti 2031
Lindö kommun

## Finansiella mål
Bedömningen är att kommunen inte kommer att uppnå god ekonomisk hushållning för 2031, eftersom
tre av fyra finansiella mål inte väntas nås.
"""
    library = read_reports(tmp_path, {"delar.md": text})
    told = asked(library, "klarar kommunen god ekonomisk hushållning 2031?").text
    assert told.startswith("Nej")


_PLACES = """# Årsredovisning 2030
Lindö kommun

## Händelser
Under året färdigställdes 38 nya bostäder i kommunen.

## Mål

| Indikator | Utfall 2029 | Utfall 2030 | Mål 2030 |
| --- | --- | --- | --- |
| Antal färdigställda bostäder | 19 | 34 | 40 |

## Nämnderna

| Nettokostnad, mnkr | Budget 2030 | Utfall 2030 | Avvikelse |
| --- | --- | --- | --- |
| Skolnämnden | 352,7 | 355,2 | -2,5 |
| Hamnnämnden | 50,0 | 49,0 | 1,0 |

### Skolnämnden
Förskolan redovisar ett överskott på 2,2 mnkr, eftersom barnen blev färre.

## Jämförelser
Kostnaderna avser 2029, övriga uppgifter 2030.

| Nyckeltal | Lindö | Riket |
| --- | --- | --- |
| Sjukfrånvaro, % | 6,5 | 6,6 |

## Fem år

| | 2029 | 2030 |
| --- | --- | --- |
| Sjukfrånvaro, % | 6,8 | 6,5 |
"""


def test_a_text_is_held_against_what_came_out(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"ar.md": _PLACES})
    question = "hur många bostäder färdigställdes 2030 enligt texten respektive tabellen?"
    told = asked(library, question).text
    assert "38" in told
    assert "34" in told
    assert "olika värden" in told


def test_a_part_of_a_board_is_not_the_board(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"ar.md": _PLACES})
    question = "är avvikelsen för skolnämnden densamma i text och tabell?"
    assert "annat värde" not in asked(library, question).text


def test_rows_of_two_years_contradict_nothing(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"ar.md": _PLACES})
    told = asked(library, "vilka uppgifter säger emot varandra?").text
    assert "Sjukfrånvaro" not in told


def test_what_an_event_cost_may_be_told_behind_it(tmp_path: Path) -> None:
    text = """# Årsredovisning 2030
Lindö kommun

## Händelser
- Skyfallet den 14 juli skadade flera vägar. Kostnaden för akuta åtgärder blev 1,9 mnkr.
- Biblioteket flyttade i maj. Hyran sjönk med 0,4 mnkr.
"""
    library = read_reports(tmp_path, {"ar.md": text})
    told = asked(library, "hur mycket kostade skyfallet?").text
    assert "1,9 mnkr" in told
    assert "0,4" not in told


def test_how_far_the_whole_is_from_its_plan(tmp_path: Path) -> None:
    library = _library(tmp_path)
    told = asked(library, "hur mycket sämre än budget blir resultatet?").text
    assert "8 000" in told
    assert told.startswith("Delårsrapporten")
    denied = asked(library, "hur mycket bättre än budget blir resultatet?").text
    assert denied.startswith("Det blev inte bättre")


def test_boards_that_are_judged_are_no_goals(tmp_path: Path) -> None:
    text = """# Delårsrapport augusti 2031
Lindö kommun

## Mål

| Mål | Bedömning |
| --- | --- |
| Trygga gator | Röd |
| Rena stränder | Grön |

## Nämnder

| Nämnd | Bedömning |
| --- | --- |
| Hamnnämnden | Röd |
| Skolnämnden | Grön |
"""
    library = read_reports(tmp_path, {"delar.md": text})
    goals = asked(library, "vilka mål är röda?").text
    assert "Trygga gator" in goals
    assert "Hamnnämnden" not in goals
    boards = asked(library, "vilka nämnder är röda?").text
    assert "Hamnnämnden" in boards
    assert "Trygga gator" not in boards


def test_boards_asked_for_behind_measures_are_boards(tmp_path: Path) -> None:
    text = """# Delårsrapport augusti 2031
Lindö kommun

## Åtgärder

| Åtgärd | Ansvarig | Status |
| --- | --- | --- |
| Ny schemamodell | Skolnämnden | Försenad |
| Färre klasser | Skolnämnden | Klar |

## Nämnder

| Nämnd | Bedömning |
| --- | --- |
| Hamnnämnden | Röd |
| Skolnämnden | Gul |
"""
    library = read_reports(tmp_path, {"delar.md": text})
    late = "vilka av skolnämndens åtgärder är försenade?"
    assert "Hamnnämnden" in asked(library, late, "vilka nämnder är röda?").text
    yellow = asked(library, late, "vilka nämnder är röda?", "och gula?").text
    assert "Skolnämnden" in yellow
