"""Turns of a talk that only hint at what they ask: what they stand for, who and how much is told
beside what was spoken of, and what nothing tells."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

INTERIM = """# Delårsrapport januari–augusti 2041

Nordby kommun

## Sammanfattning

Folkmängden var 9 310 den 30 juni. Arbetslösheten var 5,6 procent i augusti, mot 6,1 procent ett år
tidigare. Bland unga var den 7,9 procent.

## Mål

| Nyckeltal | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Nöjda med badhuset, % | 71 | 76 | 80 |
| Sjukfrånvaro, % | 7,0 | 7,4 | högst 6,5 |
| Lån per invånare i biblioteket, antal | 6,2 | 6,4 | 6,0 |

Sjukfrånvaron i grannkommunerna var 6,8 procent.

## Nämndernas prognos

| Nämnd, mnkr | Budget 2041 | Prognos 2041 | Avvikelse | Avvikelse april |
|---|---|---|---|---|
| Vårdnämnden | -400,0 | -412,4 | -12,4 | -14,1 |
| Skolnämnden | -300,0 | -302,2 | -2,2 | -1,0 |
| Parknämnden | -40,0 | -39,5 | 0,5 | 0,2 |
| Summa nämnder | -740,0 | -754,1 | -14,1 | -14,9 |

### Vårdnämnden

Vårdnämndens underskott på 12,4 mnkr beror på att hemtjänsten utför fler timmar. Nämnden har en
handlingsplan. Åtgärderna i planen har hittills gett 2,3 mnkr. Ansvarig är vårdchef Karin Holm.

### Skolnämnden

Skolnämndens underskott beror på dyrare skolskjutsar. Ansvarig är skolchef Per Lind.

## Investeringar

| Projekt, mnkr | Budget 2041 | Prognos 2041 | Avvikelse |
|---|---|---|---|
| Badhuset, ombyggnad | 21,0 | 23,4 | -2,4 |
| Parkvägen | 8,0 | 8,0 | 0,0 |
| Summa | 29,0 | 31,4 | -2,4 |

Totalkostnaden för Badhuset väntas bli 57,4 mnkr.
"""
BOARD = "hur går det för vårdnämnden"
SHORT = "vårdnämndens underskott"
SICK = "hur hög är sjukfrånvaron"


@pytest.fixture(scope="module")
def nordby(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("hints"), {"delarsrapport.md": INTERIM})


@pytest.mark.parametrize(
    ("turns", "told", "untold"),
    [
        ((SICK, "det är väl mer än förra året?"), "Ja", ""),
        (("nöjda med badhuset", "är det bra?"), "80", ""),
        (("nöjda med badhuset", "så vi når inte målet?"), "Nej", ""),
        ((SICK, "hur ligger grannkommunerna till"), "6,8", "7,4"),
        ((SHORT, "vem är ansvarig"), "Karin Holm", "Per Lind"),
        ((SHORT, "varför", "hur mycket har åtgärderna gett"), "2,3", "12,4"),
        ((SHORT, "har det blivit bättre sedan april?"), "14,1", ""),
        (
            (SHORT, "är det bättre än i april", "och skolnämnden?"),
            "1,0",
            "14,1",
        ),
        ((SHORT, "och nämnderna tillsammans?"), "Summa nämnder", ""),
        ((SHORT, "visa alla som tabell"), "Parknämnden", ""),
        (("vad kostar badhuset, ombyggnad", "och totalt?"), "57,4", "31,4"),
        (("nöjda med badhuset", "ligger det över målet?"), "80", "Sjukfrånvaro"),
        (("nöjda med badhuset", "och innan?"), "71", "76"),
        (("hur var arbetslösheten", "och bland unga"), "7,9", ""),
        (("hur var arbetslösheten", "året innan då"), "6,1", ""),
    ],
)
def test_what_a_hint_stands_for(
    nordby: MemoryLibrary, turns: tuple[str, ...], told: str, untold: str
) -> None:
    given = asked(nordby, *turns)
    assert told in given.text, f"{given.interpretation}\n{given.text}"
    assert not untold or untold not in given.text, given.text


@pytest.mark.parametrize(
    "turns",
    [
        (SICK, "och i april?"),
        ("lån per invånare i biblioteket", "hur är det i andra kommuner"),
    ],
)
def test_the_same_answer_is_not_given_for_what_is_not_told(
    nordby: MemoryLibrary, turns: tuple[str, ...]
) -> None:
    given = asked(nordby, *turns)
    assert given.abstained, given.text


def test_how_it_goes_for_a_board_goes_on_about_its_money(nordby: MemoryLibrary) -> None:
    given = asked(nordby, "hur går det för vårdnämnden i år", "vad är det som drar?")
    assert "fler timmar" in given.text, f"{given.interpretation}\n{given.text}"


PLAN = """# Verksamhetsplan 2042

Nordby kommun

## Barn och elever

| Barn och elever | 2040 | 2041 | Prognos 2042 |
|---|---|---|---|
| Förskola | 812 | 768 | 741 |
| Grundskola | 2 042 | 2 031 | 2 018 |
| Gymnasieskola | 688 | 702 | 715 |

## Servicetider

Man får vänta på bygglov i 5 veckor. Man får vänta på vårdboende i 61 dagar.
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("plans"), {"verksamhetsplan.md": PLAN})


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("hur många barn går i förskola 2042", "och i gymnasiet då"), "715"),
        (("hur länge får man vänta på bygglov", "och på vårdboende?"), "61"),
    ],
)
def test_another_row_and_another_end(
    plans: MemoryLibrary, turns: tuple[str, ...], told: str
) -> None:
    given = asked(plans, *turns)
    assert told in given.text, f"{given.interpretation}\n{given.text}"
