"""Drafts in running text: what a sentence goes on about, and what it says of right figures."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fakes import MemoryLibrary

from plansvar.asking.claims import judge_draft
from plansvar.domain import ClaimVerdict
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Årsredovisning 2031

Storvik kommun

## Ekonomi

Kommunens resultat blev 4,2 mnkr, vilket är 1,3 mnkr sämre än budget. Snöröjningen kostade 2,1 mnkr.

Enkäten besvarades av 640 föräldrar i mars.

## Mål

| Indikator | Utfall 2029 | Utfall 2030 | Utfall 2031 | Mål 2031 | Riket |
|---|---|---|---|---|---|
| Sjukfrånvaro (%) | 7,9 | 7,4 | 6,8 | högst 6,5 | 7,1 |
| Meritvärde i årskurs 9 | 214 | 219 | 226 | minst 220 | 221 |
| Barn per årsarbetare i förskolan | 5,4 | 5,2 | 5,0 | högst 5,2 | 5,1 |

## Personal

| Nyckeltal | Utfall 2031 kvinnor | Utfall 2031 män |
|---|---|---|
| Medarbetare på heltid (%) | 74 | 90 |

## Ramar

| Nämnd, tkr | Budget 2031 | Budget 2032 |
|---|---|---|
| Fritidsnämnden | 41 200 | 43 600 |
| Skolnämnden | 402 000 | 411 500 |
"""

PLAN = """# Verksamhetsplan 2032

Storvik kommun

| Indikator | Utfall 2030 | Mål 2032 |
|---|---|---|
| Sjukfrånvaro (%) | 7,4 | högst 6,2 |
"""

RIGHT, WRONG, OPEN = ClaimVerdict.SUPPORTED, ClaimVerdict.DEVIATES, ClaimVerdict.NOT_FOUND


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "arsredovisning.md").write_text(REPORT, "utf-8")
    (folder / "plan.md").write_text(PLAN, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


@pytest.mark.parametrize(
    ("draft", "verdicts"),
    [
        (("Sjukfrånvaron sjönk till 6,8 procent.",), (RIGHT,)),
        (("Sjukfrånvaron är 7,4 procent.",), (WRONG,)),  # the plan's newest is not the newest
        (("Sjukfrånvaron är 7,1 procent.",), (WRONG,)),  # that of the whole country
        (("Sjukfrånvaron i riket är 7,1 procent.",), (RIGHT,)),
        (("Sjukfrånvaron steg till 6,8 procent.",), (WRONG,)),
        (("Sjukfrånvaron minskade från 7,4 till 6,8 procent mellan 2030 och 2031.",), (RIGHT,)),
        (("2030 var sjukfrånvaron 7,4 procent.", "Målet är högst 6,5 procent."), (RIGHT, RIGHT)),
        (("Meritvärdet blev 226, och vi når målet på 220.",), (RIGHT,)),
        (("Meritvärdet blev 226, men vi når inte målet på 220.",), (WRONG,)),
        (("Vi har 5,0 barn per årsarbetare i förskolan, 0,2 färre än året före.",), (RIGHT,)),
        (("Vi har 5,0 barn per årsarbetare i förskolan, 0,2 fler än året före.",), (WRONG,)),
        (("Av kvinnorna har 74 procent heltid.", "Bland män är det 90 procent."), (RIGHT, RIGHT)),
        (("Resultatet blev 4,2 miljoner.", "Det är 1,3 miljoner sämre än budget."), (RIGHT, RIGHT)),
        (("Enkäten besvarades av 700 föräldrar.",), (WRONG,)),
        (("Fritidsnämnden får 43,6 miljoner kronor 2032.",), (RIGHT,)),
        (("Fritidsnämnden får 46,3 miljoner kronor 2032.",), (WRONG,)),
        (("Väntetiden hos tandläkaren är 12 dagar.",), (OPEN,)),
        (("I Västerås är sjukfrånvaron 6,8 procent.",), (OPEN,)),
        (("Jag är glad att meritvärdet är 199, säger kommunalrådet Eva Ek.",), (WRONG,)),
        (("Jag är glad att meritvärdet är 226, säger kommunalrådet Eva Ek.",), (RIGHT,)),
        (("År 2029 var sjukfrånvaron 7,9 procent.", "Nu är den 6,8 procent."), (RIGHT, RIGHT)),
        (("Skolnämnden får 43,6 miljoner kronor 2032.",), (WRONG,)),
    ],
)
def test_sentences_of_a_draft(
    storvik: MemoryLibrary, draft: Sequence[str], verdicts: Sequence[ClaimVerdict]
) -> None:
    judged = judge_draft(draft, storvik).claims
    assert [claim.verdict for claim in judged] == list(verdicts), judged
