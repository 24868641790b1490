"""What everybody asks of a whole municipality: its people, its tax, who gets most, how it goes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

ANNUAL = """# Årsredovisning 2040

Vikstad kommun

## Fem år i sammandrag

| | 2040 | 2039 | 2038 |
|---|---|---|---|
| Invånare 31 december | 9 120 | 9 180 | 9 201 |
| Skattesats, kr | 21,50 | 21,50 | 21,30 |
| Antal tillsvidareanställda | 811 | 804 | 790 |
| Årets resultat, mnkr | 4,5 | 7,1 | −2,0 |

## Folkmängd

| Folkmängd 31 december 2040 | Totalt | Kvinnor | Män |
|---|---|---|---|
| 0–19 år | 2 020 | 1 000 | 1 020 |
| 20 år och äldre | 7 100 | 3 560 | 3 540 |

Nedläggningen av Vikstad Plåt i mars berörde 140 anställda.

## Omsorgen

| Indikator | Utfall 2039 | Utfall 2040 | Mål 2040 |
|---|---|---|---|
| Antal anställda som en brukare möter under 14 dagar | 14 | 16 | högst 12 |

## Resultat

| Belopp i mnkr | Budget 2040 | Utfall 2040 | Avvikelse |
|---|---|---|---|
| Årets resultat | 9,0 | 4,5 | −4,5 |
"""

INTERIM = """# Delårsrapport augusti 2041

Vikstad kommun

## Befolkning

Invånarantalet var 9 077 den 30 juni, en minskning med 43 personer sedan årsskiftet.

## Ekonomi

| Nämnd, mnkr | Budget 2041 | Utfall jan–aug | Prognos 2041 | Avvikelse |
|---|---|---|---|---|
| Skolnämnden | 300,0 | 190,0 | 306,0 | −6,0 |
| Omsorgsnämnden | 290,0 | 202,0 | 295,0 | −5,0 |
| Överförmyndarnämnden | 2,0 | 1,0 | 2,0 | 0,0 |
| Årets resultat | 8,0 | 12,0 | −3,0 | −11,0 |

## Investeringar

| Projekt, mnkr | Budget 2041 | Utfall jan–aug | Prognos 2041 |
|---|---|---|---|
| Badhuset | 10,0 | 9,5 | 11,0 |
| Ny vattentäkt | 40,0 | 2,0 | 38,0 |

## Uppdrag

| Nr | Uppdrag | Ansvarig | Klart senast | Status |
|---|---|---|---|---|
| 1 | Införa e-arkiv | Kanslichefen | 2041-12-31 | Försenat |
| 2 | Bygga ut fibernätet | Teknikchefen | 2042-06-30 | Pågår |
| 3 | Ta fram en kulturplan | Kulturchefen | 2041-09-30 | Klart |

## Särskilt boende

| Verksamhet, tkr | Budget 2041 | Prognos 2041 |
|---|---|---|
| Särskilt boende | 90 000 | 91 000 |
| Löner och arvoden | 500 000 | 501 000 |
"""

PLAN = """# Mål och budget 2042

Vikstad kommun

## Skatt

Fullmäktige höjer skattesatsen med 20 öre, från 21,50 till 21,70 kronor. En ledamot yrkade på
oförändrad skattesats.

## Resultat

| Belopp i mnkr | Budget 2042 | Plan 2043 |
|---|---|---|
| Årets resultat | 14,0 | 15,0 |
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("plain")
    for name, text in (
        ("arsredovisning-2040", ANNUAL),
        ("delarsrapport-augusti-2041", INTERIM),
        ("mal-och-budget-2042", PLAN),
    ):
        (folder / f"{name}.md").write_text(text, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("hur många anställda har kommunen", ["811"], ["16", "140"]),
        ("hur många är det som jobbar åt kommunen", ["811"], ["140"]),
        ("hur många jobbar i kommunen", ["811"], ["16", "140"]),
        ("how many employees does the municipality have", ["811"], ["140"]),
        ("hur många bor i kommunen", ["9 077", "9 120"], ["2 020"]),
        ("antal invånare", ["9 120"], ["2 020"]),
        ("växer kommunen", ["Nej.", "en minskning med 43"], ["högst 12"]),
        ("har vi blivit fler", ["Nej."], ["högst 12"]),
        ("blir det höjd skatt", ["Ja, ", "höjer skattesatsen med 20 öre"], ["yrkade"]),
        ("höjs skatten", ["Ja, ", "21,70"], []),
        ("ska skatten sänkas 2042", ["Nej, ", "höjer skattesatsen"], []),
        ("hur mycket höjs skatten", ["20 öre"], ["Ja, "]),
        ("stämmer det att skatten höjs med 20 öre", ["Ja, "], ["Nej"]),
        ("stämmer det att skatten höjs med 50 öre", ["Nej, ", "20 öre"], ["Ja, "]),
        ("varför sänks skatten", ["Nej, ", "höjer skattesatsen"], []),
        ("will taxes be raised", ["Yes, ", "höjer skattesatsen"], []),
        ("vad är skattesatsen", ["21,50", "21,70"], []),
    ],
)
def test_the_municipality_is_asked_of(
    vikstad: MemoryLibrary, asked: str, told: Sequence[str], untold: Sequence[str]
) -> None:
    given, _ = answer(Question(asked), Conversation(), vikstad, FakeEncoder())
    assert [each for each in told if each not in given.text] == [], given.text
    assert [each for each in untold if each in given.text] == [], given.text


@pytest.mark.parametrize(
    "asked",
    [
        "hur många anställda hade kommunen 2010",
        "ska skatten höjas 2050",
        "hur många bor det i Stockholm",
        "hur många anställda är sjuka",
        "hur många invånare är över 80",
        "hur många anställda är över 60",
        "vad tjänar en lärare",
    ],
)
def test_what_no_document_tells_of_the_municipality_is_not_told(
    vikstad: MemoryLibrary, asked: str
) -> None:
    given, _ = answer(Question(asked), Conversation(), vikstad, FakeEncoder())
    assert given.abstained, given.text


def test_a_talk_goes_on_about_the_municipality(vikstad: MemoryLibrary) -> None:
    _, talk = answer(Question("hur många invånare har vi?"), Conversation(), vikstad, FakeEncoder())
    given, talk = answer(Question("och 2039?"), talk, vikstad, FakeEncoder())
    assert "9 180" in given.text
    given, _ = answer(Question("och anställda?"), talk, vikstad, FakeEncoder())
    assert "804" in given.text or "811" in given.text


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("vilken nämnd får mest pengar", ["”Skolnämnden”: Budget 2041: 300,0 mnkr"], ["190,0"]),
        ("vilken nämnd får minst", ["Överförmyndarnämnden", "2,0"], ["90 000"]),
        ("vilken nämnd har störst budget", ["Skolnämnden", "300,0"], ["190,0"]),
        ("vad är den största investeringen", ["Ny vattentäkt"], ["Badhuset"]),
        ("hur mycket får skolan", ["300,0"], ["295,0"]),
        ("vad är skolans budget", ["300,0"], ["295,0"]),
        ("hur stor budget har skolan", ["300,0"], ["295,0"]),
        ("går vi back", ["−3,0"], ["14,0"]),
        ("är ekonomin i balans", ["−3,0"], ["14,0"]),
        ("håller vi budgeten", ["−11,0"], ["14,0", "202,0"]),
        ("hur blev resultatet", ["4,5"], ["14,0"]),
        ("hur ser ekonomin ut", ["−3,0"], ["14,0"]),
        ("drar vi över budgeten", ["−11,0"], ["14,0"]),
        ("vem har dragit över budgeten", ["Skolnämnden", "Omsorgsnämnden"], ["−11,0"]),
    ],
)
def test_money_is_asked_of_in_plain_words(
    vikstad: MemoryLibrary, asked: str, told: Sequence[str], untold: Sequence[str]
) -> None:
    given, _ = answer(Question(asked), Conversation(), vikstad, FakeEncoder())
    assert [each for each in told if each not in given.text] == [], given.text
    assert [each for each in untold if each in given.text] == [], given.text


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("vem ansvarar för uppdragen", ["Kanslichefen", "Teknikchefen", "Kulturchefen"], []),
        ("who is responsible for the assignments", ["Kanslichefen", "Teknikchefen"], []),
        ("vem ansvarar för de försenade uppdragen", ["Kanslichefen"], ["Teknikchefen"]),
        ("hur går det med uppdragen", ["Införa e-arkiv", "Ta fram en kulturplan"], []),
        ("vad är status på uppdragen", ["försenat", "klart"], []),
        ("när ska uppdragen vara klara", ["2041-12-31", "2042-06-30"], []),
    ],
)
def test_all_undertakings_are_asked_of(
    vikstad: MemoryLibrary, asked: str, told: Sequence[str], untold: Sequence[str]
) -> None:
    given, _ = answer(Question(asked), Conversation(), vikstad, FakeEncoder())
    assert [each for each in told if each not in given.text] == [], given.text
    assert [each for each in untold if each in given.text] == [], given.text


@pytest.mark.parametrize(
    "asked",
    [
        "hur mycket kostar en plats på särskilt boende",
        "vad tjänar man i snitt",
        "tjänar kvinnor mindre än män",
    ],
)
def test_a_total_is_no_price_and_no_pay(vikstad: MemoryLibrary, asked: str) -> None:
    given, _ = answer(Question(asked), Conversation(), vikstad, FakeEncoder())
    assert given.abstained, given.text


def test_what_all_of_it_costs_is_told(vikstad: MemoryLibrary) -> None:
    given, _ = answer(
        Question("vad kostar särskilt boende"), Conversation(), vikstad, FakeEncoder()
    )
    assert "90 000" in given.text
