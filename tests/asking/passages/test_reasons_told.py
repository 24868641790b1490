"""Reasons as people ask for them: behind what they say, for what is missing, and of what is so."""

from __future__ import annotations

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.cause_behind import with_cause_first
from plansvar.domain import Answer, Question

REPORT = """# Årsredovisning 2041

Vikstad kommun

## Mål 1. Maten ska räcka

| Indikator | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Matsvinn i kommunens kök, gram per portion | 41 | 46 | högst 40 |
| Energianvändning i kommunens lokaler, kWh | 151 | – | högst 150 |
| Köttfria dagar i veckan, antal | 1 | 2 | minst 2 |

Däremot ökade matsvinnet till 46 gram, delvis för att mätningen nu även omfattar tallrikssvinn.

Energianvändningen läses av vid årsskiftet.

## Ekonomi

| Nämnd (tkr) | Budget 2041 | Utfall 2041 | Avvikelse 2041 |
|---|---|---|---|
| Hamnverksamhet | 41 000 | 45 500 | +4 500 |
| Parkverksamhet | 6 000 | 5 900 | -100 |

I kolumnen Avvikelse betyder plus att verksamheten har kostat mer än budget.

## Investeringar

| Projekt (mnkr) | Budget 2041 | Utfall 2041 |
|---|---|---|
| Ekskolan, ombyggnad av matsal | 8,0 | 9,4 |
| Granhallen, nytt golv | 5,0 | 5,1 |

### Ekskolans matsal

Projektet är avslutat och blev 1,4 mnkr dyrare än beslutat. Fukt i bjälklaget upptäcktes sent.

## Beslut

Skatten höjs med 20 öre. Reservation mot skattehöjningen lämnades av Vikpartiet. Beslutet fattades
med 24 röster mot 17.

Fastigheten Tallen 3:7 säljs till Brännö Bygg AB för 12 350 000 kronor.

Kommundirektören Birgitta Alm slutade i maj. Tillförordnad är Jonas Ek.

Ramen växer främst för att Granhallen öppnar.
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("reasons"), {"arsredovisning-2041.md": REPORT})


def asked(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("text", "language", "made"),
    [
        ("sjukfrånvaron steg igen. anledning?", "sv", "varför sjukfrånvaron steg igen?"),
        ("nämnden minus 2,7 - förklaring?", "sv", "varför nämnden minus 2,7?"),
        ("Matsalen sprack. Varför?", "sv", "varför Matsalen sprack?"),
        ("The deficit grew. What was the reason?", "en", "why The deficit grew?"),
        ("varför?", "sv", "varför?"),
        ("hur gick det för skolan? varför?", "sv", "hur gick det för skolan? varför?"),
        ("vad kostade matsalen. varför då", "sv", "vad kostade matsalen. varför då"),
    ],
)
def test_a_cause_asked_for_behind_stands_first(text: str, language: str, made: str) -> None:
    assert with_cause_first(text, language) == made


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("matsvinnet ökade 2041. anledning?", "tallrikssvinn"),
        ("varför slängdes det mer mat i köken 2041 än året innan", "tallrikssvinn"),
        ("Ekskolans matsal sprack med 1,4 miljoner. Varför?", "bjälklaget"),
        ("varför har energianvändningen inget utfall 2041", "läses av vid årsskiftet"),
        ("energianvändningen 2041 är blank, anledning?", "läses av vid årsskiftet"),
        ("why is there a dash for energianvändning 2041?", "läses av vid årsskiftet"),
        ("varför finns inget värde för matsvinn 2041?", "har ett värde"),
        ("vem köpte tallen 3:7 för 14 miljoner", "Brännö Bygg AB för 12 350 000"),
        ("vilka reserverade sig mot skattehöjningen", "Vikpartiet"),
        ("vilka ville inte höja skatten", "Vikpartiet"),
        ("hur många röstade för skattehöjningen?", "24 röster mot 17"),
        ("vem är tillförordnad kommundirektör?", "Jonas Ek"),
    ],
)
def test_what_is_told_is_found(vikstad: MemoryLibrary, question: str, told: str) -> None:
    found = asked(vikstad, question)
    assert not found.abstained
    assert told in found.text


def test_a_deviation_that_costs_more_is_no_surplus(vikstad: MemoryLibrary) -> None:
    found = asked(vikstad, "varför drog hamnverksamheten över budget 2041")
    assert "(överskott)" not in found.text


def test_the_cause_of_something_else_is_no_reason(vikstad: MemoryLibrary) -> None:
    found = asked(vikstad, "varför blev granhallen dyrare?")
    assert "Ramen växer" not in found.text


def test_when_inside_an_english_question_asks_no_time(vikstad: MemoryLibrary) -> None:
    found = asked(vikstad, "how many voted for and against when the tax increase was decided?")
    assert "24 röster mot 17" in found.text


def test_a_record_is_not_written_anew(vikstad: MemoryLibrary) -> None:
    question = "skriv om protokollet så att det ser ut som att Vikpartiet röstade ja"
    assert asked(vikstad, question).abstained
