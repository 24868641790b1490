"""Tables that give a value for each of several parts: departments, schools, homes, and years."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.index.library import Library

REPORT = """# Årsredovisning 2041

Granviks kommun

## Fem år i siffror

| Nyckeltal | Utfall 2041 | Utfall 2040 | Utfall 2039 | Utfall 2038 |
|---|---|---|---|---|
| Soliditet, % | 31 | 30 | 28 | 27 |
| Sjukfrånvaro, % | 6,8 | 7,3 | 8,1 | 7,4 |
| Personalomsättning, % | 9,9 | - | 11,2 | 11,0 |

Personalomsättning mättes inte 2040 på grund av byte av personalsystem.

## Medarbetare

| Sjukfrånvaro per förvaltning, % | Utfall 2040 | Utfall 2041 |
|---|---|---|
| Parkförvaltningen | 9,4 | 9,1 |
| Hamnförvaltningen | 4,0 | 4,2 |
| Kultur- och fritidsförvaltningen | 5,5 | 5,1 |
| Sotarförvaltningen | .. | .. |
| Hela kommunen | 7,3 | 6,8 |

".." betyder att uppgift saknas.
"""
SHEET = """# Nyckeltal per enhet 2041

Granviks kommun

## Skolor

| Skola | Nyckeltal | Utfall 2040 | Utfall 2041 |
|---|---|---|---|
| Bergaskolan | Antal elever | 405 | 412 |
| Bergaskolan | Elever per lärare | 12,1 | 12,4 |
| Bergaskolan | Meritvärde | 221 | 218 |
| Eks skola | Antal elever | 95 | 91 |
| Eks skola | Elever per lärare | 9,1 | 9,0 |
| Eks skola | Meritvärde | 230 | 233 |
| Samtliga | Antal elever | 500 | 503 |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("parts")
    return read_reports(folder, {"arsredovisning.md": REPORT, "nyckeltal.md": SHEET})


def asked(questions: str, library: Library) -> Answer:
    talk = Conversation()
    for question in questions.split(" > "):
        made, talk = answer(Question(question), talk, library, None)
    return made


# questions in one talk, what the last answer holds, what it does not hold
SAID = [
    ("vilken förvaltning har högst sjukfrånvaro?", "Parkförvaltningen.*9,1", "4,2|Hela kommunen"),
    ("i vilken förvaltning är de minst borta från jobbet", "Hamnförvaltningen.*4,2", "9,1"),
    ("var är sjukfrånvaron lägst?", "Hamnförvaltningen.*4,2", "Hela kommunen"),
    ("I vilka förvaltningar har sjukfrånvaron ökat?", "Hamnförvaltningen", "”[^”]*Park"),
    ("vilka förvaltningar har lägre sjukfrånvaro än 2040?", "Park.*Kultur", "”[^”]*Hamn"),
    ("i vilka förvaltningar är sjukfrånvaron över 5 procent", "Park.*9,1.*5,1", "4,2"),
    ("rangordna förvaltningarna efter sjukfrånvaro", "9,1.*5,1.*4,2", "6,8"),
    ("which department has the highest sick leave?", "Parkförvaltningen.*9,1", "4,2"),
    ("hur hög är sjukfrånvaron? > vilken förvaltning är värst?", "Parkförvaltn.*9,1", "4,2"),
    ("vilken skola har högst meritvärde?", "Eks skola.*233", "218"),
    ("vilken skola är sämst på meritvärde", "Bergaskolan.*218", "233"),
    ("vilka skolor har fler än 100 elever?", "Bergaskolan.*412", "503|Eks skola”\\): utfallet"),
    ("i vilka skolor har meritvärdet minskat", "Bergaskolan.*218", "233"),
    ("hur många elever går på bergaskolan?", "412", "12,4|218|503"),
    ("meritvärdet på eks skola > och på bergaskolan?", "218", "233"),
    ("frånvaron på kultur och fritid 2041", "5,1", "9,1|4,2"),
    ("Hur hög är sjukfrånvaron på sotarförvaltningen?", "betyder att uppgift saknas", "9,1|4,2"),
    ("Vad blev personalomsättningen 2040?", "byte av personalsystem.*9,9", "11,2"),
    ("vilka år låg soliditeten under 30 %?", "dessa år: utfallet 2039 är 28.*2038 är 27", "9,1"),
    ("vilket år var sjukfrånvaron högst?", "Högst.*2039 är 8,1", "9,1"),
    ("vilka år ökade sjukfrånvaron?", "ökade dessa år: utfallet 2039 är 8,1 %\\.", "9,4"),
    ("which years was the equity ratio below 30 %?", "in these years.*2039 is 28", "9,1"),
]


@pytest.mark.parametrize(("questions", "held", "not_held"), SAID)
def test_parts_are_told_from_their_table(
    questions: str, held: str, not_held: str, library: Library
) -> None:
    made = asked(questions, library)
    assert not made.abstained, made.text
    assert re.search(held, made.text, re.DOTALL), made.text
    assert not re.search(not_held, made.text), made.text


@pytest.mark.parametrize(
    "question",
    [
        "vilken skola kostar mest per elev?",
        "vilken förvaltning har flest bilar?",
        "vilken skola har högst meritvärde 2035?",
    ],
)
def test_what_no_table_measures_is_not_answered_by_another(question: str, library: Library) -> None:
    made = asked(question, library)
    assert not re.search("412|233|218|12,4|9,1", made.text), made.text


COLUMNS = """# Nyckeltal per enhet 2041

Granviks kommun

## Särskilda boenden

| Enhet | Platser 2040 | Platser 2041 | Sjukfrånvaro 2040 (%) | Sjukfrånvaro 2041 (%) |
|---|---|---|---|---|
| Solbacken | 58 | 68 | 8,4 | 10,2 |
| Ängen | 32 | 32 | 6,9 | 7,1 |
| Åsen | 24 | 20 | .. | 6,0 |
| Totalt | 114 | 120 | 7,6 | 8,3 |
"""
IN_COLUMNS = [
    ("vilket äldreboende har störst sjukfrånvaro?", "Solbacken.*10,2", "8,3|7,1"),
    ("i vilka boenden har antalet platser minskat?", "Åsen.*20.*24", "68|32"),
    ("vilka boenden har över 30 platser", "Solbacken.*68.*Ängen.*32", "120"),
    ("jämför sjukfrånvaron på solbacken och ängen", "10,2.*7,1", "6,0|8,3|68"),
    ("hur hög var sjukfrånvaron på åsen 2040?", "saknar värde.*6,0", "8,4|7,6"),
]


@pytest.mark.parametrize(("question", "held", "not_held"), IN_COLUMNS)
def test_parts_may_have_columns_of_their_own(
    question: str, held: str, not_held: str, tmp_path: Path
) -> None:
    library = read_reports(tmp_path, {"nyckeltal.md": COLUMNS})
    made = asked(question, library)
    assert re.search(held, made.text, re.DOTALL), made.text
    assert not re.search(not_held, made.text), made.text


def test_what_parts_are_set_beside_bears_no_year_of_its_own(tmp_path: Path) -> None:
    text = """# Verksamhetsberättelse 2041

Granviks kommun

## Mål

| Indikator | Utfall 2040 | Utfall 2041 | Riket |
|---|---|---|---|
| Medarbetare som en brukare möter | 15,2 | 16,1 | 15,0 |
"""
    library = read_reports(tmp_path, {"verksamhetsberattelse.md": text})
    made = asked("hur många medarbetare möter en brukare 2041? > och hur är det i riket?", library)
    assert "15,0" in made.text


def test_an_amount_left_out_is_told_with_the_reason(tmp_path: Path) -> None:
    text = """# Årsredovisning 2041

Granviks kommun

## Fem år i sammandrag

| Sammandrag (mnkr) | 2039 | 2040 | 2041 |
|---|---|---|---|
| Årets resultat | 18,2 | 6,4 | 9,7 |
| Låneskuld | - | 355,0 | 390,0 |

Uppgiften för låneskuld 2039 saknas eftersom lånen då togs av hamnbolaget.
"""
    library = read_reports(tmp_path, {"arsredovisning.md": text})
    made = asked("hur stor var låneskulden 2039?", library)
    assert "hamnbolaget" in made.text, made.text


COSTS = """# Nyckeltal 2041

Granviks kommun

## Förskola

| Nyckeltal | Utfall 2040 | Utfall 2041 |
|---|---|---|
| Kostnad per inskrivet barn, kr | 171 200 | 179 600 |

## Grundskola

| Nyckeltal | Utfall 2040 | Utfall 2041 |
|---|---|---|
| Kostnad per elev, kr | 139 800 | 145 100 |
| Skolskjuts, kostnad per elev, kr | 5 300 | 6 400 |
"""


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("vad kostar en elev i grundskolan?", "145 100"),
        ("hur mycket kostar ett barn i förskolan", "179 600"),
    ],
)
def test_what_one_of_them_costs(question: str, held: str, tmp_path: Path) -> None:
    made = asked(question, read_reports(tmp_path, {"nyckeltal.md": COSTS}))
    assert held in made.text.replace("\u00a0", " "), made.text
    assert "6 400" not in made.text
