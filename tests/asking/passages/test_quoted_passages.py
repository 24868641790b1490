"""What is quoted is the part of the documents that tells just what is asked for: the measure of a
risk, the decision in a matter, what was done behind what happened; else nothing is."""

from __future__ import annotations

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

PLAN = """# Verksamhetsplan 2042 för omsorgsnämnden

Lövstad kommun

## Risker

| Risk | Sannolikhet | Konsekvens | Riskvärde | Åtgärd | Ansvarig |
|---|---|---|---|---|---|
| Vikarier saknas på helgen | 3 | 4 | 12 | Bemanningslista delas med grannkommunen | Enhetschef |
| Obehörig läsning av journaler | 2 | 3 | 6 | – | Socialchef |

## Driftbidrag

Ersättningen till kolonierna fördelas mellan föreningarna efter antalet medlemmar.

## Personal

Under året tog förvaltningen emot 14 klagomål på telefontiderna.
"""

MINUTES = """# Protokoll kommunstyrelsen 2041-04-08

Lövstad kommun

## Ärendelista

§ 4 Motion om avgiftsfri simskola § 5 Försäljning av Gamla kvarnen

## § 4 Motion om avgiftsfri simskola

### Sammanfattning av ärendet

Rut Alm föreslår att alla sexåringar ska få gå i simskola utan avgift. Det kostar 90 tkr.

### Kommunstyrelsens beslut

Motionen avslås.

## § 5 Försäljning av Gamla kvarnen

### Jäv

Per Ek deltar inte i handläggningen.

### Sammanfattning av ärendet

Ett bageri vill köpa Gamla kvarnen för 400 000 kronor.

### Kommunstyrelsens beslut

Gamla kvarnen säljs till bageriet.

## § 6 Svar på motion om nattbuss

Beslut

Motionen bifalls.

Ärendet

Siv Roos föreslår i en motion att bussen ska gå även efter midnatt på lördagar.
"""

REPORT = """# Månadsrapport oktober 2041 för omsorgsnämnden

Lövstad kommun

## Läget i korthet

- Prognosen är 2,0 mnkr sämre än i augusti. Det beror på två nya placeringar.
- Försörjningsstödet fortsätter att minska och gavs till 61 hushåll i oktober.

## Ekonomi

| Verksamhet, mnkr | Budget 2041 | Prognos 2041 | Avvikelse |
|---|---|---|---|
| Hemtjänst | 40,0 | 44,0 | -4,0 |
| Omsorgsnämnden totalt | 90,0 | 95,5 | -5,5 |

## Medarbetare

Sjukfrånvaron har stigit sedan i våras. Ökningen finns bland nattpersonalen.

| Nyckeltal | Utfall 2041 | Utfall 2040 |
|---|---|---|
| Sjukfrånvaro, procent | 7,3 | 6,9 |

## Mål

| Mål | Bedömning |
|---|---|
| Alla ungdomar går vidare till gymnasiet | Uppnås delvis |

Kassakön är fortfarande för lång. Under oktober uppgick den till 14 minuter i snitt.

## Händelser

I mars inleddes samtal om en gemensam växelenhet. Enheten ska starta den 1 februari 2042.

Branden i ridhuset den 3 maj förstörde taket. Kommunen har därefter hyrt ett tält av Norrstad.
Förskolan Myran invigdes i juni med plats för 54 barn.
"""


@pytest.fixture(scope="module")
def lovstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("quoted")
    (folder / "verksamhetsplan-2042.md").write_text(PLAN, "utf-8")
    (folder / "protokoll-2041.md").write_text(MINUTES, "utf-8")
    (folder / "manadsrapport-oktober-2041.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


def _given(library: MemoryLibrary, asked: str) -> Answer:
    return answer(Question(asked), Conversation(), library, FakeEncoder())[0]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("vad gör man ifall det saknas vikarier på helgen", "Bemanningslista"),
        ("vad ska nämnden göra om vikarierna saknas på helgen?", "Bemanningslista"),
        ("hur förhindras obehörig läsning av journaler", "ingen åtgärd"),
        ("what happens if there are no vikarier på helgen?", "Bemanningslista"),
    ],
)
def test_what_is_done_if_something_happens_is_the_measure_of_its_risk(
    lovstad: MemoryLibrary, asked: str, told: str
) -> None:
    assert told in _given(lovstad, asked).text


def test_something_else_that_may_happen_gets_no_measure(lovstad: MemoryLibrary) -> None:
    assert "Bemanningslista" not in _given(lovstad, "vad gör man om det saknas bussar").text


def test_minutes_tell_what_a_matter_is_about_and_what_was_decided(lovstad: MemoryLibrary) -> None:
    text = _given(lovstad, "vad säger protokollet om motionen om gratis simskola").text
    assert "Rut Alm föreslår" in text
    assert text.index("Rut Alm") < text.index("avslås")
    assert "Ärendelista" not in text


def test_the_decision_goes_first_where_it_is_asked_for(lovstad: MemoryLibrary) -> None:
    text = _given(lovstad, "vad beslutade kommunstyrelsen om Gamla kvarnen").text
    assert text.index("säljs till bageriet") < text.index("vill köpa")
    assert "Per Ek" not in text


def test_lines_of_minutes_need_not_be_headings(lovstad: MemoryLibrary) -> None:
    text = _given(lovstad, "vad säger protokollet om motionen om nattbuss").text
    assert text.index("Siv Roos") < text.index("bifalls")


def test_what_a_thing_is_called_again_goes_on_about_it(lovstad: MemoryLibrary) -> None:
    text = _given(lovstad, "vad står det i månadsrapporten om växelenheten").text
    assert "1 februari 2042" in text


def test_a_report_tells_of_a_thing_with_the_figure_that_it_prints(lovstad: MemoryLibrary) -> None:
    text = _given(lovstad, "vad säger månadsrapporten om sjukfrånvaron").text
    assert "nattpersonalen" in text
    assert "7,3" in text


@pytest.mark.parametrize(
    "asked",
    ["vad gjorde kommunen efter branden i ridhuset", "vad gjorde man när ridhuset brann ner?"],
)
def test_what_was_done_stands_behind_what_happened(lovstad: MemoryLibrary, asked: str) -> None:
    assert "hyrt ett tält" in _given(lovstad, asked).text


def test_a_summary_of_a_units_report_tells_its_money_first(lovstad: MemoryLibrary) -> None:
    text = _given(lovstad, "sammanfatta omsorgsnämndens månadsrapport för oktober").text
    assert text.index("-5,5") < text.index("2,0 mnkr sämre")
    assert "två nya placeringar" in text
    assert "61 hushåll" in text


def test_how_something_is_divided_is_told_by_its_rule(lovstad: MemoryLibrary) -> None:
    asked = "hur fördelas ersättningen till kolonierna mellan föreningarna"
    assert "efter antalet medlemmar" in _given(lovstad, asked).text


@pytest.mark.parametrize(
    "asked", ["how many children does Myran have room for?", "hur många barn ryms på Myran?"]
)
def test_room_for_children_is_a_number_of_places(lovstad: MemoryLibrary, asked: str) -> None:
    assert "54" in _given(lovstad, asked).text


@pytest.mark.parametrize(
    "asked", ["hur hanteras klagomål på snöröjningen", "vad händer om förvaltningen får klagomål"]
)
def test_what_lacks_a_thing_that_is_asked_of_or_what_comes_of_it_is_not_quoted(
    lovstad: MemoryLibrary, asked: str
) -> None:
    assert _given(lovstad, asked).abstained


def test_a_pronoun_behind_a_verb_goes_on_about_the_thing_before(lovstad: MemoryLibrary) -> None:
    assert "14 minuter" in _given(lovstad, "vad står det i månadsrapporten om kassakön").text


@pytest.mark.parametrize(
    "asked",
    ["hur många ungdomar går på gymnasiet", "vad bestämde kommunstyrelsen om sjukfrånvaron"],
)
def test_a_goal_is_no_number_of_things_and_a_value_no_decision(
    lovstad: MemoryLibrary, asked: str
) -> None:
    assert _given(lovstad, asked).abstained
