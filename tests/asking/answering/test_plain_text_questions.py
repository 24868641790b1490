"""The short questions that everybody asks: what is done about a thing, what a word means, who
answers for it, when it happens, what was decided; and a plain no where the text does not tell."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

TEXT = """# Årsredovisning 2041 Granviks kommun

Antagen av kommunfullmäktige den 20 april 2042, § 31.

## Viktiga händelser

Sjöbackens förskola invigdes den 3 maj. Bron över Granån stängdes i augusti.

## Nämndernas ansvar

Bildningsnämnden ansvarar för förskola, grundskola och bibliotek. Parknämnden sköter gräs och träd.
Av varje hundralapp går 40 kronor till grundskola och 5 kronor till parkerna.

## Personal

| Indikator | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Sjukfrånvaro (%) | 7,1 | 6,4 | 6,0 |
| Nöjda företagare, företagsklimat (index) | 61 | 64 | 70 |

Sjukfrånvaron är lägre än förra året men når inte målet. Hälsosamma scheman införs på sex enheter
under hösten.

Andelen heltid ökade till 74 procent. Alla som anställs i hemtjänsten erbjuds heltid.

Vikarierna kostade 4 mnkr mer än planerat.

## Ekonomi

Nettokostnaderna ökade med tre procent. Kommunstyrelsen följer målet om god ekonomisk hushållning.
Kommunfullmäktige beslutade i november om en ny skola i Norrby. Skolan i Norrby ska vara klar i
augusti 2043. Skolans vaktmästare tackades av i juni 2041.
Målet för soliditet är ett golv.

## Framtiden

Antalet barn minskar fram till 2045.

## Ordlista

Nettokostnad: kostnader minus intäkter.

Soliditet. Hur stor del av tillgångarna som har betalats med eget kapital.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("granvik"), {"arsredovisning-2041.md": TEXT})


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("vad gör man för att minska sjukfrånvaron", "Hälsosamma scheman"),
        ("vad görs för att sjukfrånvaron ska minska?", "Hälsosamma scheman"),
        ("hur ska sjukfrånvaron minskas", "Hälsosamma scheman"),
        ("vilka insatser görs för att få ner sjukfrånvaron", "Hälsosamma scheman"),
        ("hur jobbar kommunen för att sänka sjukfrånvaron", "Hälsosamma scheman"),
        ("vad betyder nettokostnad", "kostnader minus intäkter"),
        ("vad betyder soliditet", "Hur stor del av tillgångarna"),
        ("vem ansvarar för grundskolan", "Bildningsnämnden ansvarar"),
        ("vem sköter träden", "Parknämnden sköter"),
        ("när blir den nya skolan klar", "augusti 2043"),
        ("vilka beslut har fattats", "ny skola i Norrby"),
        ("vad har hänt under året", "förskola invigdes"),
        ("vad väntar framöver", "Antalet barn minskar"),
        ("vem beslutar om årsredovisningen", "kommunfullmäktige"),
        ("när ska årsredovisningen fastställas", "20 april 2042"),
    ],
)
def test_plain_questions_are_answered(library: MemoryLibrary, asked: str, told: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert told in given.text


@pytest.mark.parametrize(
    "asked",
    [
        "vad görs för klimatet",
        "vad gör man för att minska nettokostnaderna",
        "vad betyder god ekonomisk hushållning",
        "vad betyder heltid",
        "vad är en nämnd",
        "vem ansvarar för sjukfrånvaron",
        "vem ansvarar för klimatarbetet",
        "vilka utmaningar har kommunen",
        "vad hände 2037",
    ],
)
def test_what_only_holds_a_word_is_no_answer(library: MemoryLibrary, asked: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert given.abstained


def test_only_what_explains_the_word_is_quoted(library: MemoryLibrary) -> None:
    given, _ = answer(Question("vad betyder soliditet"), Conversation(), library, None)
    assert "golv" not in given.text


def test_what_is_aimed_at_is_no_change_that_is_asked_for(library: MemoryLibrary) -> None:
    given, _ = answer(
        Question("vad gör man för att minska sjukfrånvaron"), Conversation(), library, None
    )
    assert "utvecklingen" not in given.interpretation
    assert "förutsätter" not in given.interpretation
    asked, _ = answer(Question("har sjukfrånvaron minskat?"), Conversation(), library, None)
    assert asked.text.startswith("Ja")
