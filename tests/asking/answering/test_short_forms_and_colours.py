"""Undertakings of a board that its table names by a short form; schools judged by measure."""

from __future__ import annotations

import re

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

TASKS = """# Delårsrapport augusti 2041

Vikstad kommun

## Mål

| Mål | Ansvarig nämnd | Bedömning |
|---|---|---|
| Fler ska cykla | Samhällsbyggnadsnämnden | Nås delvis |
| Kortare köer | Kommunstyrelsen | Nås |

## Uppdrag

| Uppdrag | Ansvarig | Status |
|---|---|---|
| Bygga en cykelparkering | SBN | Pågår |
| Öppna ett medborgarkontor | KS | Klar |
| Rusta upp badplatsen | SBN | Försenad |

Förkortningar: KS kommunstyrelsen, SBN samhällsbyggnadsnämnden.
"""
CELLS = (
    ("Norra skolan", "93", "#3a9a46", "93,4", "#f4c21f"),
    ("Södra skolan", "70", "#cf2a2a", "95,1", "#3a9a46"),
    ("Östra skolan", "85", "#f4c21f", "88,3", "#cf2a2a"),
)
SCHOOLS = "<h1>Verksamhetsplan 2041</h1><p>Vikstad kommun</p><h2>Läget per skola</h2><table>"
SCHOOLS += "<tr><th>Skola</th><th>Trygga, %</th><th>Närvaro, %</th></tr>" + "".join(
    f"<tr><td>{name}</td><td style='background:{one}'>{safe}</td>"
    f"<td style='background:{other}'>{there}</td></tr>"
    for name, safe, one, there, other in CELLS
)


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    files = {"delarsrapport.md": TASKS, "plan.html": f"<html><body>{SCHOOLS}</table></body></html>"}
    return read_reports(tmp_path_factory.mktemp("short"), files)


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        (
            "vilka uppdrag har samhällsbyggnadsnämnden",
            "cykelparkering.*badplatsen",
            "medborgarkontor|står inte",
        ),
        ("vilka uppdrag ansvarar samhällsbyggnadsnämnden för", "cykelparkering", "medborgarkontor"),
        ("vilken skola är röd för närvaro", "Östra", "Södra|Norra"),
        ("vilka skolor är gröna för närvaro", "Södra", "Norra|Östra"),
    ],
)
def test_told_of_the_right_rows(
    question: str, held: str, not_held: str, vikstad: MemoryLibrary
) -> None:
    told = answer(Question(question), Conversation(), vikstad, FakeEncoder())[0].text
    assert re.search(held, told, re.S), told
    assert not re.search(not_held, told), told
