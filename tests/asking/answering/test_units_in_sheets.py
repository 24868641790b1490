"""Sheets with a row for each unit, one column of costs and a key on another sheet; changes in
percent that the text says otherwise than the table."""

from __future__ import annotations

import re

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

REPORT = """# Årsredovisning 2041

Vikstad kommun

## Läs mig

| Tecken | Betydelse |
|---|---|
| .. | Visas inte eftersom enheten har färre än tio elever |
| – | Inte aktuellt för enheten |

## Grundskolor 2041

| Skola | Antal elever | Frånvaro, % | Meritvärde åk 9 | Nettokostnad per elev, tkr |
|---|---|---|---|---|
| Björkskolan | 310 | 8,9 | 231 | 98,4 |
| Almskolan | 190 | 6,8 | – | 121,5 |
| Lönnskolan | 9 | .. | .. | .. |
| Kommunen totalt | 509 | 8,1 | 231 | 106,9 |

## Volymer

| Mått | 2039 | 2040 | 2041 |
|---|---|---|---|
| Beviljade hemtjänsttimmar | 104 800 | 109 300 | 118 400 |
| Placerade barn och unga | .. | 27 | 21 |
| Andel nöjda, % | 60 | 70 | 80 |

.. = uppgift saknas. Placeringarna 2039 finns inte i det nya systemet och redovisas därför inte.

Beviljade hemtjänsttimmar ökade med 12 procent jämfört med 2040.
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("sheets"), {"arsredovisning.md": REPORT})


def told(library: MemoryLibrary, *questions: str) -> str:
    """The answer to the last of the questions of a talk."""
    conversation, text = Conversation(), ""
    for question in questions:
        found, conversation = answer(Question(question), conversation, library, FakeEncoder())
        text = found.text
    return text


TALKS = [
    (("hur hög är frånvaron på Björkskolan",), r"8,9", "310"),
    (("frånvaron på Björkskolan", "och Almskolan?"), "6,8", "121"),
    (
        ("frånvaron på Björkskolan", "och Almskolan?", "vilken av de två kostar mest per elev"),
        r"Almskolan.*121,5.*Björkskolan.*98,4",
        "310|Lönnskolan",
    ),
    (
        (
            "frånvaron på Björkskolan",
            "och Almskolan?",
            "vilken av dem har flest elever",
            "och lägst frånvaro?",
        ),
        r"Almskolan.*6,8.*Björkskolan.*8,9",
        "310|Lönnskolan",
    ),
    (
        ("visa kostnaden för alla skolor som tabell",),
        r"\| Almskolan \|.*121,5.*\| Björkskolan \|.*98,4",
        "310|106,9",
    ),
    (("vad kostar en elev på Almskolan",), "121,5", "190"),
    (("vilken skola är dyrast per elev?",), "Almskolan", "Björkskolan"),
    (("frånvaron på Lönnskolan",), "färre än tio elever", "Inte aktuellt"),
    (("meritvärdet på Almskolan",), "Inte aktuellt", "färre än"),
    (("varför visas inget värde för Lönnskolan?",), "färre än tio elever", "8,9"),
    (("hur många barn var placerade 2039",), "uppgift saknas.*nya systemet", "färre än"),
    (("stämmer det att hemtjänsttimmarna ökade med 12 procent?",), r"Nej.*8,3.*12 procent", "Ja"),
    (("ökade hemtjänsttimmarna med 8 procent 2041?",), r"^Ja.*8,3", "Nej"),
    (("hur många procent ökade hemtjänsttimmarna 2041 jämfört med 2039",), "13", "8,3|100 %"),
    (("hur många procent har placeringarna minskat",), "−22,2", "100 %"),
    (
        ("nämnden skriver att hemtjänsttimmarna ökade 12 procent. stämmer det mot volymtabellen?",),
        "8,3",
        "volymtabellen",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("talk", "held", "not_held"), TALKS)
def test_units_and_changes(
    talk: tuple[str, ...], held: str, not_held: str, vikstad: MemoryLibrary
) -> None:
    text = told(vikstad, *talk)
    assert re.search(held, text, re.S), text
    assert not re.search(not_held, text), text


def test_a_share_changes_by_points_and_not_by_percent(vikstad: MemoryLibrary) -> None:
    assert "14,3" not in told(vikstad, "hur många procent ökade andelen nöjda 2041?")


def test_a_table_of_units_with_one_column_of_costs_is_no_table_of_money(
    vikstad: MemoryLibrary,
) -> None:
    rows = {row.name: row for row in vikstad.indicators()}
    assert [o.measure for o in rows["Björkskolan"].observations] == [
        "antal elever",
        "frånvaro",
        "meritvärde åk 9",
        "nettokostnad per elev",
    ]
    assert not vikstad.amounts()
