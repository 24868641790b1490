"""What has come out is told before what is planned, and only that has moved."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2041 Granviks kommun

| Nyckeltal | 2040 | 2041 |
|---|---|---|
| Låneskuld, mnkr | 478 | 502 |
"""
BUDGET = """# Budget 2043 med plan 2044–2045 Granviks kommun

| Nyckeltal | 2043 | 2044 | 2045 |
|---|---|---|---|
| Låneskuld, mnkr | 568 | 541 | 532 |
"""


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"arsredovisning-2041.md": ANNUAL, "budget-2043.md": BUDGET}
    return read_reports(tmp_path_factory.mktemp("forst"), texts)


def test_a_report_is_told_before_a_plan(granvik: MemoryLibrary) -> None:
    given = asked(granvik, "hur stor är låneskulden?").text
    assert given.index("502") < given.index("532")


def test_what_is_planned_has_not_moved(granvik: MemoryLibrary) -> None:
    given = asked(granvik, "hur stor är låneskulden?", "är den högre än förra året?").text
    assert "502" in given
    assert "478" in given
    assert "532" not in given


PLAN = """# Budget 2043 Granviks kommun

| Känslighetsanalys | Mnkr |
|---|---|
| Löner ändras med en procent | 5,1 |

Skattesatsen ändras med en krona ger 26,8 mnkr.

1. Skattesatsen för 2043 fastställs till 22,39 kronor, en höjning med 25 öre.

| Om dokumentet | |
|---|---|
| Dokumentansvarig | Socialchef Lena Brunge |
| Ordförande | Tor-Björn Ekenmark (LM) |
"""


def test_what_would_follow_from_a_change_is_no_tax_rate(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    library = read_reports(tmp_path_factory.mktemp("skatt"), {"budget-2043.md": PLAN})
    assert "22,39" in asked(library, "vad blir skatten 2043?").text
    assert "Brunge" in asked(library, "vem är socialchef?").text
    assert "Ekenmark" in asked(library, "vem är ordförande?").text
