"""What a turn is about after the one before it: the thing that was told, what was so of it, and not
the year, measure or condition that only the earlier question was asked by."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2041

Vikstad kommun

## Kommundirektören sammanfattar

Inför 2042 finns ett beslut om att bygga en läktare i ishallen.

Omsorgsnämnden gjorde ett underskott på 8,8 mnkr. Nattpatrullen utförde fler timmar än det fanns
pengar till och inhyrda läkare kostade 7,4 mnkr. Parknämnden fick pengar över.

Kostnaden för sjuklön uppgick till 17,2 miljoner kronor.

## Nämnderna

| Mnkr | Budget 2041 | Utfall 2041 | Avvikelse |
|---|---|---|---|
| Omsorgsnämnden | 402,5 | 411,3 | -8,8 |
| Parknämnden | 61,0 | 60,4 | 0,6 |
| Skolnämnden | 210,0 | 212,9 | -2,9 |
| Summa nämnder | 673,5 | 684,6 | -11,1 |
| Finansiering | -690,0 | -702,0 | 12,0 |
| Årets resultat | 16,5 | 17,4 | 0,9 |

## Mål

| Mål | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Sjukfrånvaro, % | 6,9 | 6,4 | högst 6,0 |

## Bygget av ishallen

Markarbetena för ishallen återupptogs i juni. Inflyttning planeras till januari 2043.

| Projekt, mnkr | Budget 2041 | Utfall 2041 |
|---|---|---|
| Ishallen | 22,0 | 6,3 |
| Gator | 9,0 | 8,8 |
"""
INTERIM = """# Delårsrapport augusti 2042

Vikstad kommun

## Uppdrag

| Uppdrag | Slutdatum | Ansvarig | Status | Kommentar |
|---|---|---|---|---|
| Införa e-arkiv | 2042-12-31 | Kommunstyrelsen | Försenat | Nytt slutdatum 2043-06-30. |
| Öppna en fritidsbank | 2042-06-15 | Parknämnden | Klart | Öppnade 3 juni 2042. |

## Prognos

| Mnkr | Budget 2042 | Prognos 2042 | Avvikelse |
|---|---|---|---|
| Skolnämnden | 215,0 | 221,0 | -6,0 |
| Parknämnden | 62,0 | 62,0 | 0,0 |
| Summa nämnder | 277,0 | 283,0 | -6,0 |

### Skolnämnden

Nämnden väntar ett underskott på 6,0 mnkr. Skolskjutsarna kostar 4,1 mnkr mer än budget.

## Personal

Ökningen av övertiden ligger helt i skolnämnden, eftersom lärare har varit sjuka. Vaktmästarna har
däremot arbetat mindre övertid än förra året.

| Sjukfrånvaro per förvaltning, % | Jan–aug 2041 | Jan–aug 2042 |
|---|---|---|
| Skolförvaltningen | 6,1 | 6,8 |
| Parkförvaltningen | 4,0 | 3,7 |

| Nyckeltal | Jan–aug 2041 | Jan–aug 2042 |
|---|---|---|
| Sjukfrånvaro totalt, % | 6,6 | 6,2 |
"""
BACK = "Hur mycket back gick omsorgsnämnden 2041?"


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"arsredovisning-2041.md": ANNUAL, "delarsrapport-2042.md": INTERIM}
    return read_reports(tmp_path_factory.mktemp("focus"), texts)


@pytest.mark.parametrize(
    ("turns", "told", "untold"),
    [
        ((BACK, "varför då?"), "Nattpatrullen", "17,4"),
        ((BACK, "hur stor del av nämndernas underskott är det?"), "79,3", ""),
        (
            ("vilken nämnd väntas få störst underskott 2042?", "varför?"),
            "Skolskjutsarna",
            "sjuka",
        ),
        (
            ("vilken förvaltnings sjukfrånvaro har ökat 2042?", "hur var den 2041 då?"),
            "6,1",
            "",
        ),
        ((BACK, "hur gick det för skolnämnden?"), "212,9", "221,0"),
        ((BACK, "vad var årets resultat 2041?", "vilken nämnd gick sämst?"), "8,8", "6,0"),
        (
            ("vad blev sjukfrånvaron 2041?", "hur mycket lägre är den än året innan?"),
            "0,5",
            "",
        ),
        (("när blir e-arkivet klart?",), "2043-06-30", ""),
        (("när öppnar fritidsbanken?",), "2042-06-15", "Öppnade"),
        (("vem ansvarar för e-arkivet?", "vilken nämnd har det uppdraget?"), "Kommunstyrelsen", ""),
        (
            ("vad kostade ishallen 2041?", "när flyttar man in?"),
            "januari 2043",
            "Inför 2042",
        ),
        (
            ("hur hög var sjukfrånvaron 2041?", "hur mycket kostade sjuklönen?", "nåddes målet?"),
            "Nej",
            "17,2",
        ),
    ],
)
def test_what_a_turn_is_about(
    vikstad: MemoryLibrary, turns: tuple[str, ...], told: str, untold: str
) -> None:
    given = asked(vikstad, *turns)
    assert told in given.text, f"{given.interpretation}\n{given.text}"
    assert not untold or untold not in given.text, given.text
