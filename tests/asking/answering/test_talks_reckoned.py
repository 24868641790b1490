"""How far apart what a talk told is: from a target, between groups that rows are named by or that
only text tells, and between the one that has most and the one that has least."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2041

Granviks kommun

## Måluppföljning

| Mål | Mått | Utfall 2040 | Mål 2041 | Utfall 2041 |
|---|---|---|---|---|
| Snabba bygglov | Handläggningstid för bygglov, dagar | 44 | högst 35 | 41 |
| Fler båtar | Båtplatser i hamnen, antal | 210 | minst 220 | 226 |

## Kök

| Mått | 2040 | 2041 | Mål 2041 |
|---|---|---|---|
| Matsvinn i köken, gram per portion | 44 | 41 | högst 38 |

## Medarbetare

| Nyckeltal | 2040 | 2041 |
|---|---|---|
| Sjukfrånvaro totalt, procent | 7,4 | 7,1 |
| Sjukfrånvaro kvinnor, procent | 8,0 | 7,7 |
| Sjukfrånvaro män, procent | 5,1 | 4,9 |

Andelen som arbetar heltid är 79 procent. Bland kvinnor är andelen som arbetar heltid 76 procent
och bland män 90 procent.

## Skolor

| Skola | Antal elever | Meritvärde 2041 |
|---|---|---|
| Kajskolan | 74 | 218,4 |
| Fyrskolan | 58 | 229,6 |
| Lotsskolan | 32 | 221,0 |
"""
PLAN = """# Budget 2042

Granviks kommun

## Nyckeltal

| Nyckeltal | Enhet | Utfall 2040 | Utfall 2041 | Mål 2042 |
|---|---|---|---|---|
| Inhyrda lotsar, kostnad | tkr | 4 900 | 7 800 | 5 500 |
| Matsvinn i köken | gram | 44 | 41 | 35 |
"""
PERMITS = "vad blev handläggningstiden för bygglov 2041?"


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"arsredovisning-2041.md": ANNUAL, "budget-2042.md": PLAN}
    return read_reports(tmp_path_factory.mktemp("reckoned"), texts)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((PERMITS, "hur långt var det till målet?"), "6 dagar"),
        ((PERMITS, "hur långt över hamnade man?"), "6 dagar"),
        ((PERMITS, "nåddes målet?", "med hur mycket missade vi?"), "6 dagar"),
        (("did the processing time for building permits reach the target in 2041?",
          "by how much?"), "6 dagar"),
        (("minskade antalet båtplatser i hamnen 2041?", "med hur mycket?"), "16"),
    ],
)  # fmt: skip
def test_how_far_is_from_the_target_or_from_what_it_was(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(granvik, *turns).text


def test_a_target_is_not_said_to_be_reached_where_no_way_is_known(granvik: MemoryLibrary) -> None:
    found = asked(
        granvik, "hur långt är det kvar till målet 2042 för kostnaden för inhyrda lotsar?"
    )
    assert "2 300" in found.text
    assert "nått" not in found.text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("vad var sjukfrånvaron för kvinnor respektive män 2041?",), ("7,7", "4,9")),
        (("hur hög var sjukfrånvaron bland män 2041?",), ("4,9",)),
        (("hur hög var kvinnornas sjukfrånvaro 2041?", "och männens?"), ("4,9",)),
        (
            ("hur hög var kvinnornas sjukfrånvaro 2041?", "och männens?", "vad är skillnaden?"),
            ("2,8 procentenheter",),
        ),
        (
            ("vad var sjukfrånvaron för kvinnor respektive män 2041?", "och skillnaden 2040?"),
            ("2,9 procentenheter",),
        ),
    ],
)
def test_groups_that_rows_are_named_by(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: tuple[str, ...]
) -> None:
    found = asked(granvik, *turns)
    assert all(each in found.text for each in told), found.text


def test_the_one_with_most_and_the_one_with_least_of_a_table_with_columns(
    granvik: MemoryLibrary,
) -> None:
    first, second = "vilken skola hade högst meritvärde 2041?", "och lägst?"
    assert "11,2" in asked(granvik, first, second, "hur mycket skiljer det?").text


def test_how_far_is_told_by_the_row_of_the_same_words_that_has_the_target(
    granvik: MemoryLibrary,
) -> None:
    found = asked(granvik, "hur långt var det till målet för matsvinnet 2041?")
    assert "Det saknas 3" in found.text, found.text
