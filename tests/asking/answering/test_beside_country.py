"""What is set beside the whole country is answered only where a value of the country is printed."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Årsredovisning 2041

Vikstad kommun

## Personal

| Indikator | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Sjukfrånvaro, % | 7,4 | 6,8 | högst 6,5 |

## Skolan

| Indikator | Utfall 2041 | Riket 2041 |
|---|---|---|
| Elever behöriga till gymnasiet, % | 84,2 | 86,1 |
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("country"), {"arsredovisning-2041.md": REPORT})


@pytest.mark.parametrize(
    "questions",
    [
        ("är sjukfrånvaron bättre än rikssnittet?",),
        ("ligger sjukfrånvaron bättre till än riket?",),
        ("hur hög är sjukfrånvaron?", "är det bättre än rikssnittet?"),
    ],
)
def test_the_year_before_is_not_the_country(
    vikstad: MemoryLibrary, questions: tuple[str, ...]
) -> None:
    found = asked(vikstad, *questions)
    assert found.abstained
    assert "7,4" not in found.text


def test_a_value_of_the_country_is_told(vikstad: MemoryLibrary) -> None:
    found = asked(vikstad, "är fler elever behöriga till gymnasiet än i riket?")
    assert "84,2" in found.text
    assert "86,1" in found.text
