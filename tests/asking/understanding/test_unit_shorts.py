"""Short forms of units that no document explains."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.unit_shorts import with_units_written
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Månadsrapport mars 2031

Storvik kommun

| Nämnd, mnkr | Budget 2031 | Prognos 2031 |
|---|---|---|
| Kommunstyrelsen | 98,4 | 97,0 |
| Tekniska nämnden | 62,8 | 64,1 |
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("shorts")
    (folder / "manadsrapport.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("hur går det för ks", "hur går det för kommunstyrelsen"),
        ("vad är TN:s budget", "vad är tekniska nämndens budget"),
        ("ligger kommunalnämnden back", "ligger kommunalnämnden back"),  # ends no unit's name
        ("hur går det för bun", "hur går det för bun"),  # no such unit is named
    ],
)
def test_units_are_written_out(storvik: MemoryLibrary, question: str, written: str) -> None:
    assert with_units_written(question, catalogue_of(storvik)) == written


def test_a_unit_called_by_the_end_of_its_name(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "# Delårsrapport 2031\n\nStorvik kommun\n\n## Kommunledningskontoret\n\nDet gick bra.\n"
    library = read_reports(tmp_path_factory.mktemp("ends"), {"delar.md": text})
    written = with_units_written("hur går det för ledningskontoret", catalogue_of(library))
    assert written == "hur går det för kommunledningskontoret"
