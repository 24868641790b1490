"""A summary is kept inside the unit, the year, the document and the topic that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

ANNUAL = """# Årsredovisning 2041

Vikstad kommun

Antagen av kommunfullmäktige den 12 april 2042, dnr KS 2042/31.

## Kommunens ekonomi

Kommunens resultat blev 31,6 mnkr, vilket är 4,2 mnkr bättre än budget.

## Tekniska nämnden

Tekniska nämnden sköter gator och parker i hela kommunen. Underskottet blev 2,7 mnkr efter den
långa vintern. Det är 1,1 mnkr mer än året innan.

## Kulturnämnden

Kulturnämnden fick ett överskott på 0,9 mnkr när biblioteket var stängt.
"""
INTERIM = """# Delårsrapport augusti 2042

Vikstad kommun

## Tekniska nämnden

Prognosen för 2042 är ett överskott på 3,3 mnkr för nämnden.

## Kulturnämnden

Sommarens konserter lockade 4 200 besökare till hamnen i Vikstad.
"""
TRAFFIC = """# Trafikplan 2042

Vikstad kommun

## Gång och cykel

Alla skolvägar ska vara belysta till år 2045 enligt planen.
"""
FILES = {"arsredovisning-2041": ANNUAL, "delarsrapport-2042": INTERIM, "trafikplan-2042": TRAFFIC}


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("summaries")
    for name, text in FILES.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("sammanfatta hur det gick för tekniska nämnden 2041", ["2,7", "1,1"], ["0,9", "3,3"]),
        ("sammanfatta läget för tekniska nämnden", ["3,3"], ["4 200", "31,6", "skolvägar"]),
        ("ge en kort sammanfattning av kommunens ekonomi 2041", ["31,6"], ["KS 2042", "4 200"]),
        ("sammanfatta trafikplanen", ["skolvägar"], ["31,6", "3,3"]),
        ("sammanfatta delårsrapporten", ["3,3", "4 200"], ["31,6", "skolvägar"]),
    ],
)
def test_a_summary_is_kept_inside_what_is_asked_for(
    vikstad: MemoryLibrary, asked: str, told: Sequence[str], untold: Sequence[str]
) -> None:
    given, _ = answer(Question(asked), Conversation(), vikstad, FakeEncoder())
    assert [each for each in told if each not in given.text] == [], given.text
    assert [each for each in untold if each in given.text] == [], given.text


def test_no_other_year_is_summed_up(vikstad: MemoryLibrary) -> None:
    asked = Question("sammanfatta hur det gick för tekniska nämnden 2035")
    given, _ = answer(asked, Conversation(), vikstad, FakeEncoder())
    assert given.abstained, given.text
