"""Talks that ask on: whether another goal is reached too, how it is by now, what the budget said,
how much of it was of something, and two questions in one of which the second leans on the first."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2041

Granviks kommun

Årets resultat blev −8,4 mnkr, vilket är 13,4 mnkr sämre än budget. Försämringen förklaras främst
av att kostnaderna i parknämnden och i hamnnämnden ökade snabbare än skatteintäkterna. Två av de
tre finansiella målen
är uppnådda, men resultatet är svagt.

## Finansiella mål

| Mål | Utfall 2041 | Målvärde 2041 |
|---|---|---|
| Resultatet i förhållande till skatter och bidrag | 0,4 % | minst 1,0 % |
| Soliditet | 41,3 % | minst 40 % |

## Fem år i sammandrag

| | 2040 | 2041 |
|---|---|---|
| Årets resultat, mnkr | 12,7 | −8,4 |
| Låneskuld, mnkr | 380 | 390 |
| Låneskuld per invånare, kr | 41 900 | 43 287 |
| Invånare 31 december | 9 064 | 9 010 |

## Måluppföljning

| Mått | Utfall 2040 | Mål 2041 | Utfall 2041 |
|---|---|---|---|
| Matsvinn i skolan, gram per portion | 44 | högst 40 | 36 |
| Nystartade företag, antal | 118 | minst 125 | 109 |
| Nöjda med hemtjänsten | 84 % | minst 87 % | 88 % |
| Nöjda med sitt särskilda boende | 77 % | minst 80 % | 74 % |

## Medarbetare

| Nyckeltal | 2040 | 2041 |
|---|---|---|
| Långtidssjukfrånvaro, andel av all sjukfrånvaro, procent | 41,5 | 40,2 |
| Sjukfrånvaro totalt, procent | 7,4 | 7,1 |

## Resultaträkning, mnkr

| Post | Budget 2041 | Utfall 2041 |
|---|---|---|
| Årets resultat | 5,0 | −8,4 |

## Resultat per nämnd, mnkr

| Nämnd | Budget 2041 | Utfall 2041 | Avvikelse 2041 |
|---|---|---|---|
| Parknämnden | 61,2 | 69,9 | −8,7 |
| Hamnnämnden | 22,4 | 25,8 | −3,4 |
| Skolnämnden | 90,0 | 89,5 | 0,5 |
| Summa nämnder | 173,6 | 185,2 | −11,6 |

### Hamnnämnden

Underskottet beror på muddringen av rännan.

### Parknämnden

Underskottet beror på att stormen fällde träd i två parker.

## Uppdrag

| Uppdrag | Ansvarig | Status |
|---|---|---|
| Införa e-tjänst för båtplatser | Hamnnämnden | Försenat |
| Ta fram en parkplan | Parknämnden | Klart |
"""
FOLLOWED = """# Uppföljning av uppdrag 2042

Granviks kommun

## Uppdrag

| Uppdrag | Ansvarig | Status |
|---|---|---|
| Införa e-tjänst för båtplatser | Hamnnämnden | Klart |
| Redovisa hur resultatmålet nås 2045 | Parknämnden | Pågår |
"""
RESPONSIBLE = "vem ansvarar för det?"
WORST = "vilken nämnd hade störst underskott 2041"


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"arsredovisning-2041.md": ANNUAL, "uppfoljning-uppdrag-2042.md": FOLLOWED}
    return read_reports(tmp_path_factory.mktemp("asked-on"), texts)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("nåddes målet för matsvinnet 2041?", "och nystartade företag?"), ("Nej", "109")),
        (
            ("was the target for food waste met in 2041?", "what about new companies?"),
            ("No", "109"),
        ),
        (("vad blev resultatet 2041?", "vad skulle det ha blivit enligt budgeten?"), ("5,0",)),
        (("vilka uppdrag var försenade 2041?", RESPONSIBLE, "är det klart nu?"), ("klart",)),
        (("vad blev nämndernas underskott 2041?", "hur mycket av det var parknämnden?"), ("8,7",)),
        ((f"{WORST} och varför?",), ("Parknämnden", "stormen")),
        (("which board had the largest deficit in 2041, and why?",), ("Parknämnden", "stormen")),
        (("hur mycket kostade parknämnden 2041?", "how much was spent on it?"), ("69,9",)),
    ],
)
def test_a_talk_goes_on_about_what_it_told(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: tuple[str, ...]
) -> None:
    found = asked(granvik, *turns)
    assert all(each in found.text for each in told), found.text


@pytest.mark.parametrize("asks", ["nåddes resultatmålet 2041?", "nådde kommunen resultatmålet?"])
def test_a_goal_is_no_task_that_speaks_of_it_and_a_count_of_goals_judges_none(
    granvik: MemoryLibrary, asks: str
) -> None:
    found = asked(granvik, asks)
    assert "Nej" in found.text, found.text
    assert "0,4" in found.text
    assert "Två av de tre" not in found.text


def test_how_far_a_goal_is_off_is_of_the_row_that_judged_it(granvik: MemoryLibrary) -> None:
    found = asked(granvik, "nåddes resultatmålet 2041?", "hur långt ifrån var man?")
    assert "0,6 procentenheter" in found.text


@pytest.mark.parametrize(
    "asks",
    [
        "varför gick kommunen med underskott 2041?",
        "why did the municipality run a deficit in 2041?",
    ],
)
def test_why_the_whole_went_short_is_told_of_the_whole(granvik: MemoryLibrary, asks: str) -> None:
    found = asked(granvik, asks)
    assert "Försämringen" in found.text, found.text
    assert "muddringen" not in found.text


def test_a_share_of_a_thing_is_not_the_thing(granvik: MemoryLibrary) -> None:
    found = asked(granvik, "hur hög var sjukfrånvaron 2041?")
    assert "7,1" in found.text, found.text
    assert "40,2" not in found.text


@pytest.mark.parametrize(
    "asks",
    ["var matsvinnet i skolan under målet 2041?", "did food waste exceed the target in 2041?"],
)
def test_which_side_of_its_target_a_value_lies_on_is_told_by_both(
    granvik: MemoryLibrary, asks: str
) -> None:
    found = asked(granvik, asks)
    assert "36" in found.text, found.text
    assert "40" in found.text


@pytest.mark.parametrize(
    "asks",
    ["klarade alla nämnder sin budget 2041?", "did all boards keep within their budget in 2041?"],
)
def test_whether_all_boards_kept_their_budgets_is_told_by_those_that_did_not(
    granvik: MemoryLibrary, asks: str
) -> None:
    found = asked(granvik, asks)
    assert "Parknämnden" in found.text, found.text
    assert "Skolnämnden" not in found.text


def test_two_letters_of_a_board_are_no_small_word(granvik: MemoryLibrary) -> None:
    found = asked(granvik, "hur mycket kostade parknämnden 2041?", "how much was spent on it?")
    assert "25,8" not in found.text


def test_per_inhabitant_is_told_by_a_row_for_each_or_not_at_all(granvik: MemoryLibrary) -> None:
    debt = "hur stor var låneskulden 2041?"
    assert "43 287" in asked(granvik, debt, "och per invånare?").text
    none = asked(granvik, "vad blev resultatet 2041?", "hur mycket per invånare var det?")
    assert none.abstained, none.text


def test_less_than_a_target_is_no_verdict(granvik: MemoryLibrary) -> None:
    found = asked(granvik, "was food waste below the target in 2041?")
    assert "36" in found.text, found.text
    assert not found.text.lstrip("- ").startswith("No")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("hur många är nöjda med hemtjänsten 2041?", "och med särskilt boende?"), "74"),
        (("how satisfied are people with home care in 2041?", "and special housing?"), "74"),
        (
            ("hur många är nöjda med hemtjänsten 2041?", "nåddes målet?", "och särskilt boende?"),
            "Nej",
        ),
    ],
)
def test_a_new_word_takes_the_place_of_one_within_a_repeated_name(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: str
) -> None:
    found = asked(granvik, *turns)
    assert told in found.text, found.text
    assert "88" not in found.text


def test_by_how_much_those_who_live_there_have_become_fewer(granvik: MemoryLibrary) -> None:
    found = asked(granvik, "har befolkningen minskat 2041?", "med hur mycket?")
    assert "54" in found.text, found.text
