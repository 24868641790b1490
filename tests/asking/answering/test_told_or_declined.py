"""What is done about a thing, what is said of it and what it is; and everyday matters, which only a
sentence that tells just them answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

REPORT = """# Delårsrapport 2041

Vikstad kommun

## Nämndernas mål

| Indikator | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Sjukfrånvaro, % | 7,4 | 7,1 | högst 6,5 |
| Fler vågar starta eget, antal | 41 | 46 | minst 60 |
| Soliditet, % | 40 | 41 | minst 42 |

### Sjukfrånvaro i procent

Fler vågar starta eget. Ett startstöd på 15 000 kronor införs nästa år.

### Personalen

Sjukfrånvaron har sjunkit två år i rad. Under hösten satsar nämnden på tidiga rehabiliteringssamtal.
Medelåldern är 46 år.

### Skolan

Frånvaron bland eleverna är fortsatt hög. Nämnden satsar därför på ett närvaroteam. Eleverna i
årskurs 5 pekar ut omklädningsrummen som otrygga platser. Elevenkäten om trygghet görs i mars.

### Köer

Köerna finns främst till gitarr, och avgifterna ska ses över.

### Mål 3. Klimatet ska bli bättre för företagen

Handläggningen av lov har kortats från sju till fyra veckor.

## Kultur

Biblioteket i centrum får meröppet, det vill säga tillträde med lånekort när det är obemannat.
Nämnden tillförs 600 tkr för meröppet på biblioteket. Biblioteket i Norrby har öppet klockan 10–18.
Simhallen fick ett nytt tak i mars 2041. Frågor och svar. Under året kom 846 klagomål. Flest gällde
snöröjningen.

Hamnbron är avstängd sedan mars. Lagningen har försenats. Hamnbron öppnas för trafik i november.

## Ord

Soliditet visar hur stor del av tillgångarna som är betald med egna pengar.

Kommunstyrelsen väger samman måtten och avgör om ett mål är uppfyllt.

## Uppdrag

| Uppdrag | Ansvarig | Status |
|---|---|---|
| Lovskola för årskurs 8 | Rektor Ekskolan | Klart |

## Åtgärder för en budget i balans

| Nämnd | Åtgärd | Ansvarig | Status |
|---|---|---|---|
| Socialnämnden | Färre inhyrda sköterskor | Socialnämnden | Pågår |
| Socialnämnden | Ny planering av slingor | Socialnämnden | Klart |
| Parknämnden | Färre blommor | Parknämnden | Klart |
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("told"), {"delarsrapport-2041.md": REPORT})


def _asked(asked: str, library: MemoryLibrary) -> Answer:
    question = Question(text=asked, id="q", conversation=None)
    return answer(question, Conversation(), library, FakeEncoder())[0]


def _text(made: Answer) -> str:
    return made.text


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("vad gör man åt sjukfrånvaron?", "rehabiliteringssamtal", "starta eget"),
        ("vad gör man åt den höga sjukfrånvaron?", "rehabiliteringssamtal", "närvaroteam"),
        ("hur arbetar man med sjukfrånvaron?", "rehabiliteringssamtal", "startstöd"),
        ("vad gör skolan åt frånvaron bland eleverna?", "närvaroteam", "otrygga"),
        ("vad händer med hamnbron?", "öppnas för trafik", "Simhallen"),
        ("vad är meröppet på biblioteket?", "tillträde med lånekort", "600"),
        ("vad är soliditet?", "betald med egna pengar", "41"),
        ("vem bestämmer om ett mål är uppfyllt?", "Kommunstyrelsen väger", "gitarr"),
        ("vad klagar folk mest på?", "snöröjningen", "Soliditet"),
        ("var känner sig eleverna otrygga?", "omklädningsrummen", "Elevenkäten"),
        ("när har biblioteket i norrby öppet?", "klockan 10–18", "meröppet"),
    ],
)
def test_what_is_asked_of_a_thing_is_told(
    asked: str, told: str, untold: str, vikstad: MemoryLibrary
) -> None:
    made = _text(_asked(asked, vikstad))
    assert told in made, made
    assert untold not in made, made


@pytest.mark.parametrize(
    "asked",
    [
        "vad gör man åt kön till förskolan?",
        "när har simhallen öppet?",
        "vilka tider har simhallen öppet?",
        "hur överklagar man ett bygglov?",
        "hur söker man plats på förskola?",
        "vad har biblioteket för telefonnummer?",
        "vad heter rektorn på ekskolan?",
        "ska man flytta till vikstad?",
    ],
)
def test_what_documents_do_not_tell_is_declined(asked: str, vikstad: MemoryLibrary) -> None:
    made = _asked(asked, vikstad)
    assert made.abstained, _text(made)


def test_the_value_is_told_where_it_is_asked_for(vikstad: MemoryLibrary) -> None:
    assert "41" in _text(_asked("vad är soliditeten?", vikstad))


def test_a_limit_behind_a_name_is_no_meaning_of_it(tmp_path: Path) -> None:
    aims = "# Mål och budget 2041\n\nVikstads kommun\n\n## Mål\n\nSoliditet: minst 40 procent.\n"
    values = "\n| Nyckeltal | Utfall 2040 |\n|---|---|\n| Soliditet, % | 37 |\n"
    library = read_reports(tmp_path, {"budget-2041.md": aims + values})
    assert "37" in _text(_asked("vad är soliditet?", library))
