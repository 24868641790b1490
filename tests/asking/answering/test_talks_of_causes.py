"""Talks that go from a figure over its target to why it is so and what is done; months, and who
answers for what."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.money_shares import answer_money_sum
from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Link, Subject
from plansvar.asking.understanding.understanding import understand

REPORT = """# Delårsrapport januari–augusti 2042

Granviks kommun

## Resultat

| Mnkr | Utfall jan–aug 2042 | Prognos 2042 | Budget 2042 |
|---|---|---|---|
| Resultat | 2,1 | 19,8 | 28,5 |

Till och med augusti har kommunen investerat för 90,5 mnkr.

## Behörighet

| Indikator | Utfall 2041 | Utfall aug 2042 | Mål 2042 |
|---|---|---|---|
| Elever i åk 9 som är behöriga till yrkesprogram, % | 81,9 | 82,6 | 90 |
| Genomsnittligt meritvärde i åk 9, poäng | 211 | 213 | 225 |

Resultaten steg något men ligger under det som fullmäktige satte.

Den främsta förklaringen är att var femte mattelektion hölls av lärare utan rätt utbildning. Därför
inleds i höst en gemensam rekrytering av sex lärare.

## Investeringar

| Projekt, mnkr | Budget 2042 | Utfall 2042 |
|---|---|---|
| Norra hamnens skola | 62,0 | 31,0 |

## Folkhälsa

| Åtgärd | Ansvarig |
|---|---|
| Införa rökfri skoltid på varje skola | Barn- och utbildningsnämnden |
"""
QUALIFIED = "hur många procent av niorna blir behöriga?"


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"delarsrapport-augusti-2042.md": REPORT}
    return read_reports(tmp_path_factory.mktemp("orsaker"), texts)


@pytest.mark.parametrize(
    ("turns", "told", "never"),
    [
        ((QUALIFIED, "vad är målet?", "vad beror det på?"), "mattelektion", "steg något"),
        ((QUALIFIED, "vad gör man åt det?"), "sex lärare", "Det står inte"),
        (("vad blev resultatet i augusti?",), "2,1", "90,5"),
        (("vem ansvarar för norra hamnens skola?",), "Det står inte", "rökfri"),
    ],
)
def test_what_a_talk_comes_to(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: str, never: str
) -> None:
    given = asked(granvik, *turns).text
    assert told in given, given
    assert never not in given, given


BOARDS = """# Årsredovisning 2042

Granviks kommun

## Nämnderna

| Nämnd, mnkr | Budget 2042 | Utfall 2042 | Avvikelse |
|---|---|---|---|
| Skolnämnden | 210,0 | 212,9 | -2,9 |
| Omsorgsnämnden | 402,5 | 411,3 | -8,8 |
| Parknämnden | 61,0 | 60,4 | 0,6 |

### Omsorgsnämnden

Väntetiden till boende har blivit längre eftersom huset är försenat.

Underskottet på 8,8 mnkr beror på inhyrda läkare.

### Skolnämnden

Underskottet beror på fler elever med stöd.

## Investeringar

| Projekt, mnkr | Budget 2042 | Utfall 2042 | Klart |
|---|---|---|---|
| Förskolan Lingonet | 64,0 | 66,5 | 2043 |
| Simhallens vattenrening | 12,4 | 2,1 | 2044 |

Förskolan Lingonet blir 2,5 mnkr dyrare än budgeterat. Berget krävde mer sprängning.

Översynen av simhallens priser blir klar i september för vattenreningens skull.
"""


@pytest.fixture(scope="module")
def boards(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"arsredovisning-2042.md": BOARDS}
    return read_reports(tmp_path_factory.mktemp("namnder"), texts)


@pytest.mark.parametrize(
    ("turns", "told", "never"),
    [
        (("vilken nämnd gick sämst?", "varför?"), "inhyrda läkare", "Väntetiden"),
        (("varför gick omsorgsnämnden back?", "och skolnämnden?"), "fler elever", "läkare"),
        (("vad kostar lingonet?", "är det dyrare än tänkt?"), "2,5 mnkr", "Det står inte"),
        (("när är simhallens vattenrening klar?",), "2044", "september"),
        (("när blir lingonet klart?",), "2043", "Det står inte"),
    ],
)
def test_what_a_talk_on_money_comes_to(
    boards: MemoryLibrary, turns: tuple[str, ...], told: str, never: str
) -> None:
    given = asked(boards, *turns).text.replace("\u00a0", " ")
    assert told in given, given
    assert never not in given, given


STAFF = """# Delårsrapport augusti 2042

Granviks kommun

| Indikator | Utfall 2041 | Utfall aug 2042 |
|---|---|---|
| Sjukfrånvaro, Hela kommunen, % | 7,1 | 7,3 |
| Sjukfrånvaro, Skolförvaltningen, % | 6,0 | 6,2 |
| Antal tillsvidareanställda | 1 421 | 1 437 |

| Nyckeltal | Kvinnor aug 2042 | Män aug 2042 | Totalt aug 2042 |
|---|---|---|---|
| Tillsvidareanställda | 1 131 | 306 | 1 437 |
| Sjukfrånvaro av ordinarie tid, % | 8,1 | 4,5 | 7,3 |
"""
OLDER = """# Verksamhetsberättelse 2040 omsorgsnämnden

| Indikator | Kvinnor 2040 | Män 2040 |
|---|---|---|
| Sjukfrånvaro, andel av arbetstiden, % | 9,2 | 6,5 |
"""


@pytest.fixture(scope="module")
def staff(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"delarsrapport-2042.md": STAFF, "verksamhetsberattelse-2040.md": OLDER}
    return read_reports(tmp_path_factory.mktemp("personal"), texts)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("hur hög är sjukfrånvaron?", "hur är det för män?"), "4,5"),
        (("hur många jobbar i kommunen?", "hur många av dem är kvinnor?"), "1 131"),
    ],
)
def test_a_group_is_told_of_by_the_newest_row_that_has_it(
    staff: MemoryLibrary, turns: tuple[str, ...], told: str
) -> None:
    given = asked(staff, *turns).text.replace("\u00a0", " ")
    assert told in given, given


AHEAD = """# Budget 2043 med plan 2044–2045

Granviks kommun

## Investeringar

| Projekt, mnkr | 2043 | 2044 | 2045 |
|---|---|---|---|
| Ny brandstation | 3,4 | 22,0 | 28,0 |
| Ny matsal i skolan | 16,0 | 20,0 | 2,0 |
| Tak på simhallen | 6,5 | 12,0 | 1,0 |
"""


def test_what_is_to_be_built_is_of_no_year_past(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    texts = {"arsredovisning-2042.md": BOARDS, "budget-2043.md": AHEAD}
    library = read_reports(tmp_path_factory.mktemp("framat"), texts)
    turns = ("vilken nämnd gick sämst 2042?", "vad ska byggas de närmaste åren?")
    assert "brandstation" in asked(library, *turns).text


LEADING = """# Årsredovisning 2042

Granviks kommun

## Nämndernas avvikelser

| Nämnd och ledning, mnkr | Avvikelse 2042 |
|---|---|
| Samhällsbyggnadsnämnden | -1,4 |
| Överförmyndarnämnden | -0,1 |
| Socialnämnden | -8,8 |
| Kommunstyrelsen | 2,5 |
"""


def test_one_word_for_all_boards_adds_up_no_two_of_them(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    texts = {"arsredovisning-2042.md": LEADING}
    library = read_reports(tmp_path_factory.mktemp("ledning"), texts)
    rows = tuple(row.id for row in library.amounts())
    query = understand("blir avvikelserna tillsammans minus 7,8?", Conversation(), library, None)
    boards = Link((), "Nämnd och ledning", rows, 1.0)
    asked_of = replace(query, subject=Subject.AMOUNTS, links=(boards,), measures=("avvikelse",))
    assert not answer_money_sum(Task(asked_of, library)).said
    apart = tuple(Link((), "", (row,), 1.0) for row in rows[:2])
    assert answer_money_sum(Task(replace(asked_of, links=apart), library)).said
