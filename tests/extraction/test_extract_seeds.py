"""The two real documents: counts and values that a person has counted in them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from plansvar.domain import Extraction, GapKind
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile


@cache
def extracted(path: Path) -> Extraction:
    return extract(read(SourceFile(path, path.name)))


@pytest.fixture
def eskilstuna(eskilstuna_seed: Path) -> Extraction:
    return extracted(eskilstuna_seed)


@pytest.fixture
def orebro(orebro_seed: Path) -> Extraction:
    return extracted(orebro_seed)


def test_all_goals_and_key_figures(eskilstuna: Extraction) -> None:
    kinds = Counter(row.kind for row in eskilstuna.indicators)
    assert kinds == {"processmål": 28, "nyckeltal": 7, "statistik": 3}
    goals = [row for row in eskilstuna.indicators if row.kind == "processmål"]
    valued = [row for row in goals if row.observations]
    assert len(valued) == 26
    assert all(len(row.observations) == 3 for row in valued)
    assert Counter(row.meets_target for row in valued) == {True: 9, False: 16, None: 1}


def test_a_row_with_its_page(eskilstuna: Extraction) -> None:
    row = next(r for r in eskilstuna.indicators if r.name.startswith("Andel förnybara"))
    printed = [(o.measure, o.period, o.raw, o.value, o.unit) for o in row.observations]
    assert printed == [
        ("utfall", "2018", "30%", 30.0, "%"),
        ("utfall", "2017", "23%", 23.0, "%"),
        ("mål", "2018", "87%", 87.0, "%"),
    ]
    assert row.place.page == 18
    assert row.assessment is not None
    assert row.assessment.value == "röd"


def test_a_name_and_its_values_on_two_pages(eskilstuna: Extraction) -> None:
    row = next(r for r in eskilstuna.indicators if "förverkligade" in r.name)
    assert [o.raw for o in row.observations] == ["-", "-", "12%"]
    assert row.place.page == 20


def test_what_was_not_measured(eskilstuna: Extraction) -> None:
    row = next(r for r in eskilstuna.indicators if "politikerindex" in r.name)
    assert [o.measured for o in row.observations] == [True, False, True]
    assert row.observations[1].note


def test_sick_leave_of_women_and_men(eskilstuna: Extraction) -> None:
    row = next(r for r in eskilstuna.indicators if r.kind == "statistik")
    printed = [(o.period, o.breakdown, o.raw) for o in row.observations]
    assert row.name == "Sjukfrånvaro"
    assert printed == [
        ("R12, 2018", "totalt", "3.2%"),
        ("R12, 2018", "kvinnor", "3.1%"),
        ("R12, 2018", "män", "3.4%"),
    ]


def test_summary_names(eskilstuna: Extraction) -> None:
    names = {row.id: row.name for row in eskilstuna.indicators}
    links = {
        name.text: [names[row] for row in name.fits]
        for summary in eskilstuna.summaries
        for name in summary.names
    }
    assert links["företag"] == ["2019 skapas 500 företag per år"]
    assert len(links["förbättringsförslag"]) == 2
    assert links["kommunikation"] == links["avtalstrohet"] == []
    assert len(links["HME"]) == len(links["stolthet"]) == len(links["handelsindex"]) == 1
    assert [(s.assessment, s.stated_count) for s in eskilstuna.summaries] == [
        ("grön", 12),
        ("gul", 9),
        ("röd", 6),
        (None, 2),
    ]


def test_commitments(eskilstuna: Extraction) -> None:
    assert len(eskilstuna.commitments) == 38
    row = next(c for c in eskilstuna.commitments if "kreativa näringarna" in c.text)
    assert row.responsible == ("DEAB", "KS", "KFN", "AVN", "MSP")
    late = [c.text for c in eskilstuna.commitments if c.status == "försenad"]
    assert len(late) == 1
    assert "kommunikationsplan" in late[0]


def test_stated_counts_and_gaps(eskilstuna: Extraction) -> None:
    counts = {(c.what, c.count, c.status) for c in eskilstuna.stated_counts}
    assert {("processmål", 29, None), ("åtagande", 41, None), ("åtagande", 38, "pågår")} <= counts
    fewer = [g for g in eskilstuna.gaps if g.kind is GapKind.FEWER_THAN_STATED]
    assert len(fewer) == 2


def test_amounts_and_abbreviations(orebro: Extraction, eskilstuna: Extraction) -> None:
    row = next(a for a in orebro.amounts if a.what == "Anslaget för politisk kommunledning")
    assert (row.value, row.unit, row.period, row.measure) == (41.6, "mnkr", "2017", "anslag")
    shorts = {a.short: a.long for a in eskilstuna.abbreviations}
    assert shorts["KLK"] == "kommunledningskontoret"


def test_list_items_become_commitments(orebro: Extraction) -> None:
    assert Counter(c.kind for c in orebro.commitments) == {"prioriterad åtgärd": 42}


def test_proofs_and_chunks_stand_in_the_text(eskilstuna: Extraction, orebro: Extraction) -> None:
    for found in (eskilstuna, orebro):
        text = found.document.text
        for chunk in found.chunks:
            assert text[chunk.span.start : chunk.span.end] == chunk.text
            assert len(chunk.text) <= 900
        for row in found.indicators:
            for o in row.observations:
                assert o.raw.replace(" ", "") in "".join(text[o.cell.start : o.cell.end].split())
        ids = [r.id for r in (*found.indicators, *found.commitments, *found.amounts)]
        assert len(ids) == len(set(ids))
