"""Shares told by small numbers, companies by what they do, and parts of longer words in drafts."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.claims import judge_draft
from plansvar.domain import ClaimVerdict

REPORT = """# Årsredovisning 2031

Storvik kommun

## Mål

| Indikator | Utfall 2030 | Utfall 2031 | Mål 2031 |
|---|---|---|---|
| Nöjda med hemtjänsten (%) | 88 | 90 | 92 |
| Anställda som arbetar heltid (%) | 78 | 81 | 85 |
| Matsvinn i skolrestaurangerna (gram per portion) | 47 | 44 | 45 |

## Kommunala bolag

| Bolag, mnkr | Utfall 2030 | Utfall 2031 | Budget 2031 |
|---|---|---|---|
| Storvik Hamn AB | -0,9 | -1,4 | 0,2 |
| Storvikshem AB | 6,8 | 8,5 | 7,0 |

Storvik Hamn AB går med förlust, eftersom hamnavgifterna minskade med 1,6 mnkr.
"""
PLAN = """# Mål och budget 2032

Storvik kommun

| Indikator | Utfall 2030 | Mål 2032 |
|---|---|---|
| Matsvinn (gram per portion) | 47 | 40 |

## Investeringar

| Projekt, mnkr | Budget 2032 |
|---|---|
| Norra hamnens skola | 22,0 |
"""
RIGHT, WRONG, OPEN = ClaimVerdict.SUPPORTED, ClaimVerdict.DEVIATES, ClaimVerdict.NOT_FOUND


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"arsredovisning.md": REPORT, "budget.md": PLAN}
    return read_reports(tmp_path_factory.mktemp("shares"), texts)


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Nio av tio är nöjda med hemtjänsten.", RIGHT),
        ("Nio av tio, 90 procent, är nöjda med hemtjänsten.", RIGHT),
        ("Fyra av fem anställda arbetar heltid.", RIGHT),
        ("Sju av tio är nöjda med hemtjänsten.", WRONG),
        ("Åtta av tio anställda arbetar heltid, 81 procent 2031.", RIGHT),
        ("Matsvinnet i skolan minskade till 44 gram per portion.", RIGHT),
        ("Matsvinnet i skolan minskade till 41 gram per portion.", WRONG),
        ("Hamnbolaget går med en förlust på 1,4 miljoner kronor.", RIGHT),
        ("Storvik Hamn AB går med en förlust på 1,4 miljoner kronor.", RIGHT),
        ("Storvik Hamn AB går med en förlust på 2,4 miljoner kronor.", WRONG),
        ("Storvikshem AB går med en förlust på 8,5 miljoner kronor.", OPEN),
        ("Tre av tio katter är gråa.", OPEN),
    ],
)
def test_everyday_sentences(storvik: MemoryLibrary, sentence: str, verdict: ClaimVerdict) -> None:
    (claim,) = judge_draft([sentence], storvik).claims
    assert claim.verdict is verdict, claim
