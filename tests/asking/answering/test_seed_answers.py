"""The main questions on the two real documents, by facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from plansvar.asking.ask import answer
from plansvar.asking.checking import check_answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.extraction import extract
from plansvar.index import build_in_memory
from plansvar.index.library import Library
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover


@pytest.fixture(scope="module")
def seeds(shared: Path) -> Library:
    sources = [s for s in discover([shared / "seeds"]) if isinstance(s, SourceFile)]
    return build_in_memory([extract(read(source)) for source in sources])


def ask(library: Library, text: str) -> Answer:
    found, _ = answer(Question(text), Conversation(), library, None)
    assert check_answer(found, frozenset(range(2010, 2030))).passed
    return found


def test_the_red_goals(seeds: Library) -> None:
    found = ask(seeds, "vilka processmål är röda?")
    for fact in ("sex processmål", "fem", "30%", "87%", "hittills 84", "hittills 281", "3,0%"):
        assert fact in found.text
    assert "passar två rader" in found.text
    assert "12%" in found.text
    assert "35" in found.text
    assert len(found.rows) == 6
    pages = [citation.page for citation in found.citations]
    assert pages[0] == 3
    assert {13, 18, 19, 20, 26} <= set(pages)


def test_a_quote_over_a_page_break_leaves_out_the_page_number(seeds: Library) -> None:
    found = ask(seeds, "vilka processmål är röda?")
    split = next(c for c in found.citations if "förverkligade" in c.quote and c.page == 20)
    assert "10 % … Utfall 2018" in split.quote


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("hur många processmål är gröna?", ("12",)),
        ("vilka mål når inte målvärdet?", ("16 av 25", "januari-augusti")),
        ("hur stort är anslaget för politisk kommunledning?", ("41,6 mnkr",)),
        ("stämmer 12+9+6+2?", ("29",)),
        ("varför missades målet för politikerindex?", ("missades inte", "83", "71")),
        ("vad var sjukfrånvaron i Örebro 2017?", ("***", "4,9")),
        ("sjukfrånvaro kvinnor och män i Örebro?", ("5,4", "3,8")),
    ],
)
def test_facts(seeds: Library, question: str, facts: tuple[str, ...]) -> None:
    found = ask(seeds, question)
    assert not found.abstained
    for fact in facts:
        assert fact in found.text


def test_tables_and_text_that_differ_are_a_conflict(seeds: Library) -> None:
    found = ask(seeds, "hur hög är sjukfrånvaron på KLK?")
    assert {"3,3%", "3,4%", "4,7 %"} in [{v.raw for v in c.values} for c in found.conflicts]
    prose = next(c for c in found.citations if "4,7 %" in c.quote)
    assert prose.page == 25
    assert prose.quote.startswith("Kommunledningskontoret")


@pytest.mark.parametrize("question", ["sjukfrånvaron 2025?", "vem vann valet?"])
def test_what_the_documents_do_not_say_is_declined(seeds: Library, question: str) -> None:
    assert ask(seeds, question).abstained
