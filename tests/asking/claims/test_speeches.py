"""Sentences of speeches: bounded figures, several in a sentence, counts of goals, comparisons."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fakes import MemoryLibrary

from plansvar.asking.claims import judge_draft
from plansvar.asking.claims.figures import figures_in
from plansvar.asking.claims.tallies import tally_of
from plansvar.domain import ClaimVerdict
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Årsredovisning 2031

Storvik kommun

Av fullmäktiges tolv mål nås fyra, fem nås delvis och tre nås inte.

Enkäten visade att 62 procent av flickorna och 71 procent av pojkarna är nöjda med sin fritid.

Kommunen investerade för 96,7 mnkr under 2031. Budgeten var 110,4 mnkr.

## Mål

| Indikator | Utfall 2029 | Utfall 2030 | Utfall 2031 | Mål 2031 | Länet 2031 |
|---|---|---|---|---|---|
| Sjukfrånvaro (%) | 7,9 | 7,4 | 6,8 | högst 6,5 | 7,1 |
| Meritvärde i årskurs 9 | 214 | 219 | 226 | minst 220 | 221 |
| Väntetid till särskilt boende (dagar) | 61 | 58 | 52 | högst 60 | 57 |

## Nämnder

| Nämnd, tkr | Budget 2031 | Utfall 2031 | Avvikelse 2031 |
|---|---|---|---|
| Skolnämnden | 402 000 | 411 512 | -9 512 |
| Fritidsnämnden | 41 200 | 40 900 | 300 |
| Summa nämnder | 443 200 | 452 412 | -9 212 |
"""
RIGHT, WRONG, OPEN = ClaimVerdict.SUPPORTED, ClaimVerdict.DEVIATES, ClaimVerdict.NOT_FOUND


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("speeches")
    (folder / "arsredovisning.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


@pytest.mark.parametrize(
    ("draft", "verdicts"),
    [
        (("Sjukfrånvaron är nästan 7 procent.",), (RIGHT,)),
        (("Sjukfrånvaron är drygt 7 procent.",), (WRONG,)),
        (("Sjukfrånvaron är mer än 6 procent.",), (RIGHT,)),
        (("Meritvärdet i nian har ökat från 214 till 226 på två år.",), (RIGHT,)),
        (("Meritvärdet i nian har ökat från 214 till 226 på ett år.",), (RIGHT,)),  # ett: no number
        (("Sjukfrånvaron är 6,8 procent.", "Året innan var den 7,4."), (RIGHT, RIGHT)),
        (("Sjukfrånvaron är 6,8 procent.", "I länet är den 7,1 procent."), (RIGHT, RIGHT)),
        (("Sjukfrånvaron är 6,8 procent.", "I länet är den 6,8 procent."), (RIGHT, WRONG)),
        (
            ("Sjukfrånvaron är 6,8 procent.", "Det är en minskning med 0,6 procentenheter."),
            (RIGHT, RIGHT),
        ),
        (("Väntetiden till särskilt boende är 52 dagar, fem dagar kortare än i länet.",), (RIGHT,)),
        (("71 procent av flickorna är nöjda med sin fritid.",), (WRONG,)),
        (
            ("62 procent av flickorna och 71 procent av pojkarna är nöjda med sin fritid.",),
            (RIGHT,),
        ),
        (("Kommunen investerade för 96,7 miljoner, nästan 14 miljoner under budget.",), (RIGHT,)),
        (("Skolnämnden drog över sin budget med 9,5 miljoner.",), (RIGHT,)),
        (("Skolnämnden drog över sin budget med 8,5 miljoner.",), (WRONG,)),
        (("Nämnderna gick tillsammans back med 9,2 miljoner.",), (RIGHT,)),
        (("Nämnderna gick back med 9,2 miljoner, varav 9,5 i skolnämnden.",), (RIGHT,)),
        (("Fyra av fullmäktiges tolv mål nås.",), (RIGHT,)),
        (("Fem av fullmäktiges tolv mål nås.",), (WRONG,)),
        (("Av tolv mål nås fyra, fem nås delvis och tre nås inte.",), (RIGHT,)),
        (("Fyra av våra nio mål nås.",), (OPEN,)),
    ],
)
def test_sentences_of_a_speech(
    storvik: MemoryLibrary, draft: Sequence[str], verdicts: Sequence[ClaimVerdict]
) -> None:
    judged = judge_draft(draft, storvik).claims
    assert [claim.verdict for claim in judged] == list(verdicts), judged


@pytest.mark.parametrize(
    ("claimed", "printed", "same"),
    [
        ("nästan 14 miljoner", "13,7 mnkr", True),
        ("nästan 14 miljoner", "14,7 mnkr", False),
        ("drygt 90 miljoner", "90 362 tkr", True),
        ("drygt 90 miljoner", "120 000 tkr", False),
        ("över 10 procent", "10,2 procent", True),
        ("10,5 miljoner", "10 450 tkr", True),
        ("548 kronor per invånare", "548 kronor", False),
    ],
)
def test_what_bounded_and_rounded_figures_say(claimed: str, printed: str, same: bool) -> None:
    assert figures_in(claimed)[0].says(figures_in(printed)[0]) is same


def test_a_stretch_of_time_is_no_figure(storvik: MemoryLibrary) -> None:
    judged = judge_draft(["Det har hänt mycket på två veckor."], storvik).claims
    assert judged[0].verdict is ClaimVerdict.NO_FIGURES


def test_what_a_tally_counts() -> None:
    tally = tally_of("Sex av fjorton riktmärken är nådda, fyra är på god väg och tre inte nådda.")
    assert tally is not None
    assert (tally.total, tally.counts) == (14, {"met": 6, "unmet": 3})
    assert tally_of("Sex av fjorton mål kostade 3 miljoner kronor.") is None
