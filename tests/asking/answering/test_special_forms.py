"""Questions of forms of their own: deadlines, reasons row by row, pages of headings, and numbers
of things that were read as money."""

from __future__ import annotations

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, AnswerKind, Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Delårsrapport 2031

Storvik kommun

## Uppdrag

| Uppdrag | Ansvarig | Status | Klart senast | Kommentar |
|---|---|---|---|---|
| Bygga om simhallen | Tekniska nämnden | Försenat | 2032-06-30 | Asbest i väggarna. |
| Ta fram en lekplatsplan | Tekniska nämnden | Pågår | december 2031 | Remiss pågår. |
| Byta ut gatubelysningen | Tekniska nämnden | Försenat | 2033-01-31 | Upphandlingen överklagades. |

## Ekonomi

| Nämnd (tkr) | Budget 2031 | Utfall 2031 |
|---|---|---|
| Förskola | 41 000 | 42 500 |
| Bibliotek | 6 000 | 5 900 |

I förskolan går 412 barn.

## Så räknas måluppfyllelsen

Kommunen räknar varje mål för sig.
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("forms")
    (folder / "delarsrapport.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


def asked(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("när ska simhallen vara klar?", "2032-06-30", "2033"),
        ("när ska lekplatsplanen vara klar?", "december 2031", "2032"),
        ("när är bytet av gatubelysningen klart?", "2033-01-31", "2032-06"),
    ],
)
def test_a_deadline_is_that_of_the_row(
    question: str, told: str, untold: str, storvik: MemoryLibrary
) -> None:
    found = asked(storvik, question)
    assert told in found.text
    assert untold not in found.text


def test_reasons_are_told_row_by_row(storvik: MemoryLibrary) -> None:
    found = asked(storvik, "vilka uppdrag är försenade och varför?")
    assert found.kind is AnswerKind.COMMITMENT
    assert len(found.rows) == 2
    assert "Asbest" in found.text
    assert "överklagades" in found.text
    assert "Remiss" not in found.text


def test_the_number_of_things_is_not_their_cost(storvik: MemoryLibrary) -> None:
    found = asked(storvik, "hur många barn går i förskolan?")
    assert "412" in found.text
    assert "42 500" not in found.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("var står måluppfyllelsen?", "Så räknas måluppfyllelsen"),
        ("på vilken sida finns ekonomi?", "Ekonomi"),
    ],
)
def test_a_heading_in_a_file_without_pages_is_named(
    question: str, told: str, storvik: MemoryLibrary
) -> None:
    found = asked(storvik, question)
    assert told in found.text
    assert not found.abstained
