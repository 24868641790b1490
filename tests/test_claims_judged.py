"""Claims of a draft against a small report: roles, years, groups, units, differences and sides."""

from __future__ import annotations

import pytest

from plansvar.asking.claims import judge_draft
from plansvar.domain import ClaimVerdict
from plansvar.index.library import Library
from plansvar.index.opening import open_index
from plansvar.pipeline import build_index
from plansvar.settings import Settings

REPORT = """# Delårsrapport 2 2031 Granviks kommun

## Mål

| Mål | Utfall 2030 | Utfall jan-aug 2031 | Mål 2031 |
| --- | --- | --- | --- |
| Sjukfrånvaro (%) | 6,1 | 5,9 | högst 5,8 |
| K | 6,9 | 6,6 | |
| M | 3,6 | 3,5 | |
| Väntetid till särskilt boende (dagar) | 67 | 75 | högst 60 |

## Ekonomi

Kommunen öppnade 14 nya lekplatser under våren.

| Nämnd (tkr) | Budget 2031 | Prognos 2031 | Avvikelse 2031 |
| --- | --- | --- | --- |
| Socialnämnden | -405 800 | -411 212 | -5 412 |
| Kulturnämnden | -54 100 | -53 800 | 300 |
"""
RIGHT, WRONG = ClaimVerdict.SUPPORTED, ClaimVerdict.DEVIATES


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("granvik")
    (folder / "delarsrapport.md").write_text(REPORT, "utf-8")
    build_index([folder / "delarsrapport.md"], folder / "index", Settings(engine="none"))
    return open_index(folder / "index", None)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Sjukfrånvaron är 5,9 procent.", RIGHT),
        ("Sjukfrånvaron är 6,1 procent.", WRONG),  # the year before
        ("Sjukfrånvaron var 6,1 procent 2030.", RIGHT),
        ("Sjukfrånvaron har minskat från 6,1 till 5,9 procent.", RIGHT),
        ("Sjukfrånvaron är 5,9 procent, lägre än förra årets 6,1 procent.", RIGHT),
        ("Kvinnornas sjukfrånvaro är 6,6 procent och männens 3,5 procent.", RIGHT),
        ("Kvinnornas sjukfrånvaro är 6,6 procent och männens 3,6 procent.", WRONG),
        ("Sjukfrånvaron är 5,9 procent, målet är 5,8.", RIGHT),
        ("Målet för sjukfrånvaron är 5,9 procent.", WRONG),
        ("Väntetiden till särskilt boende är 75 dagar, en ökning med 8 dagar.", RIGHT),
        ("Väntetiden till särskilt boende är 75 dagar, en ökning med 9 dagar.", WRONG),
        ("Socialnämnden går back med 5,4 miljoner kronor 2031.", RIGHT),
        ("Socialnämnden går back med 5,5 miljoner kronor 2031.", WRONG),
        ("Socialnämnden går med 5,4 miljoner kronor i överskott 2031.", WRONG),
        ("Enligt delårsrapport 2 från den 31 augusti är sjukfrånvaron 5,9 procent.", RIGHT),
        ("Kommunen öppnade 14 nya lekplatser i våras.", RIGHT),
        ("Kommunen har köpt 7312 elefanter.", ClaimVerdict.NOT_FOUND),
        ("Det går bra för Granvik.", ClaimVerdict.NO_FIGURES),
    ],
)
def test_verdicts(report: Library, claim: str, verdict: ClaimVerdict) -> None:
    judged = judge_draft([claim], report).claims[0]
    assert judged.verdict is verdict, (claim, judged)


def test_a_wrong_claim_shows_what_is_printed(report: Library) -> None:
    judged = judge_draft(["Sjukfrånvaron är 6,1 procent."], report)
    printed = " ".join(judged.claims[0].printed)
    assert "5,9" in printed
    assert "6,1" in printed
    assert judged.claims[0].citations
