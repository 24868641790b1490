"""Column headings as printed → measure, period, breakdown, unit and role."""

from __future__ import annotations

import pytest

from plansvar.extraction.headings import Role, breakdown_named, parse_heading


@pytest.mark.parametrize(
    ("text", "measure", "period", "breakdown", "unit"),
    [
        ("Utfall 2018-jul", "utfall", "2018-jul", None, None),
        ("Mål 2018", "mål", "2018", None, None),
        ("Målvärde 2018", "mål", "2018", None, None),
        ("Prognos helår 2026", "prognos", "helår 2026", None, None),
        ("Avv. prognos/budget", "avvikelse", None, None, None),
        ("Bokslut 2025", "bokslut", "2025", None, None),
        ("Budget 2018 (tkr)", "budget", "2018", None, "tkr"),
        ("Kvinnor Jul 2018", None, "Jul 2018", "kvinnor", None),
        ("Utfall 2018 kvinnor", "utfall", "2018", "kvinnor", None),
        ("Ackumulerat utfall aug 2024", "utfall", "aug 2024", None, None),
        ("Utfall delår 2", "utfall", "delår 2", None, None),
        ("Riket 2018", "riket", "2018", None, None),
        ("Mål", "mål", None, None, None),
        ("2017", None, "2017", None, None),
    ],
)
def test_value_headings(
    text: str, measure: str | None, period: str | None, breakdown: str | None, unit: str | None
) -> None:
    heading = parse_heading(text)
    assert heading.role is Role.VALUE
    found = (heading.measure, heading.period, heading.breakdown, heading.unit)
    assert found == (measure, period, breakdown, unit)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Nyckeltal", Role.LABEL),
        ("Tot K/M", Role.BREAKDOWN),
        ("Enhet", Role.UNIT),
        ("Bedömning", Role.ASSESSMENT),
        ("Måluppfyllelse 2018", Role.ASSESSMENT),
        ("Trend", Role.TREND),
        ("Not", Role.NOTE),
        ("Färdiggrad", Role.PROGRESS),
        ("Invånare", Role.UNKNOWN),
    ],
)
def test_roles(text: str, role: Role) -> None:
    assert parse_heading(text).role is role


def test_a_heading_that_may_head_the_names_says_so() -> None:
    assert parse_heading("Mål").may_be_label
    assert not parse_heading("Mål 2018").may_be_label


@pytest.mark.parametrize(("text", "name"), [("K", "kvinnor"), ("Tot", "totalt"), ("Gul", None)])
def test_breakdowns(text: str, name: str | None) -> None:
    assert breakdown_named(text) == name
