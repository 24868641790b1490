"""What a sentence tells with the one before it, and what a table's text does not tell of a row."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Delårsrapport augusti 2042 Granviks kommun

## Vård och omsorg

| Indikator | Målvärde 2042 | Utfall 2041 | Utfall aug 2042 |
|---|---|---|---|
| Brukare nöjda med hemtjänsten, % | 90 | 86 | 85 |
| Väntetid till särskilt boende, dagar | 45 | 73 | 49 |

Väntetiden har kortats sedan lägenheterna på Strandgården togs i bruk igen.

De fem beslut som inte är verkställda gäller kontaktperson och korttidsboende.

## Nämndernas prognos

Prognosen är osäker eftersom bara två månader har gått.

Sedan Lindgården stängde finns färre platser. Lindgården stängde den 31 mars sedan fukt upptäckts.

## Motion om avgiftsfri kollektivtrafik för pensionärer

Lena Ek föreslår att alla som fyllt 70 år ska få åka buss gratis i kommunen. Länstrafiken beräknar
kostnaden till 340 tkr per år.

## Åsby skola

Förslaget är att Åsby skola läggs ned. Om Åsby skola läggs ned beräknas kostnaderna minska med 2,1
miljoner kronor per år.

## Beslut

Kommunstyrelsens beslut om 150 tkr till Folkets hus. Socialnämndens beslut om 600 tkr till lokaler.
"""
ANNUAL = """# Årsredovisning 2041 Granviks kommun

## Vård och omsorg

Nöjdheten i hemtjänsten sjunker för andra året. I svaren återkommer att tiderna ändras utan besked.
"""


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"delarsrapport-2042.md": REPORT, "arsredovisning-2041.md": ANNUAL}
    return read_reports(tmp_path_factory.mktemp("bredvid"), texts)


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("varför är folk mindre nöjda med hemtjänsten?", "utan besked", "Väntetiden"),
        ("vilka beslut är inte verkställda?", "kontaktperson", "Folkets hus"),
        ("varför är prognosen osäker?", "två månader", "Det står inte"),
        ("varför stängde Lindgården?", "fukt", "färre platser"),
        ("vad kostar gratis buss för pensionärer?", "340 tkr", "Det står inte"),
        ("hur mycket sparar man på att lägga ned Åsby skola?", "2,1", "Det står inte"),
    ],
)
def test_what_is_told_of_the_thing_itself(
    granvik: MemoryLibrary, question: str, told: str, never: str
) -> None:
    given = asked(granvik, question).text.replace("\u00a0", " ")
    assert told in given
    assert never not in given


def test_a_number_is_quoted_with_the_sentence_that_says_of_what(granvik: MemoryLibrary) -> None:
    assert "buss gratis" in asked(granvik, "vad kostar gratis buss för pensionärer?").text
