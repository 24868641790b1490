"""Why something is not open or came late, where a document tells that it is, or when it came."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2040

Vikstad kommun

## Året som gick

I mars skadades taket på idrottshallen av snön. Hallen kunde åter öppnas i september.
Ringvägens förskola invigdes den 4 maj. Kulturhuset är stängt för ombyggnad.
Vid årets slut hade kommunen 12 310 invånare, vilket är 64 färre än 2039.
Träffpunkten ska öppna under 2042.
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("states"), {"ar.md": ANNUAL})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("varför är idrottshallen fortfarande stängd efter snön?", "september"),
        ("varför har ringvägens förskola inte öppnat än?", "4 maj"),
        ("varför öppnade ringvägens förskola först 2042?", "4 maj"),
        ("varför växer kommunen så mycket 2040?", "64 färre"),
    ],
)
def test_what_is_told_instead_comes_first(vikstad: MemoryLibrary, question: str, told: str) -> None:
    given = asked(vikstad, question)
    assert given.text.startswith("Nej")
    assert told in given.text


@pytest.mark.parametrize(
    "question",
    [
        "varför är kulturhuset fortfarande stängt?",
        "varför har träffpunkten inte öppnat än?",
        "varför öppnade ringvägens förskola först 2040?",
        "varför krymper kommunen?",
    ],
)
def test_what_is_so_or_only_planned_is_not_denied(vikstad: MemoryLibrary, question: str) -> None:
    assert not asked(vikstad, question).text.startswith("Nej")
