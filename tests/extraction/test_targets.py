"""What targets demand, which way is better, whether the target is met."""

from __future__ import annotations

import pytest

from plansvar.domain import Assessment, MarkSource, Observation, Span
from plansvar.extraction.targets import (
    UNKNOWN,
    Direction,
    Relation,
    direction_of,
    meets_target,
    read_target,
)
from plansvar.language.numbers import parse_number

HIGHER, LOWER = "högre är bättre", "lägre är bättre"
AT = Span(0, 1)


def seen(measure: str, raw: str, period: str | None = "2018") -> Observation:
    value = parse_number(raw) if raw[:1].isdigit() else read_target(raw).value
    return Observation(measure, period, "totalt", raw, value, None, AT)


@pytest.mark.parametrize(
    ("raw", "relation", "value", "upper"),
    [
        ("87%", None, 87, None),
        ("≥12 %", Relation.AT_LEAST, 12, None),
        (">99%", Relation.ABOVE, 99, None),
        ("<6%", Relation.BELOW, 6, None),
        ("Minst 90 %", Relation.AT_LEAST, 90, None),
        ("högst 8", Relation.AT_MOST, 8, None),
        ("max 5,9", Relation.AT_MOST, 5.9, None),
        ("Öka", Relation.INCREASE, None, None),
        ("Ska minska", Relation.DECREASE, None, None),
        ("Oförändrad", None, None, None),
        ("4-6 %", Relation.WITHIN, 4, 6),
        ("4 – 6", Relation.WITHIN, 4, 6),
        ("70 eller högre", Relation.AT_LEAST, 70, None),
        ("inte över 3", Relation.AT_MOST, 3, None),
        ("85%, d.v.s. 6 st.", None, 85, None),
        ("-2,0", None, -2, None),
    ],
)
def test_targets_say_what_they_demand(
    raw: str, relation: Relation | None, value: float | None, upper: float | None
) -> None:
    found = read_target(raw)
    assert (found.relation, found.value, found.upper) == (relation, value, upper)


RED = Assessment("röd", MarkSource.CELL)
GREEN = Assessment("grön", MarkSource.CELL)
RED_MEANS_CHANGE = Assessment("röd", MarkSource.CELL, meaning="försämring sedan i fjol")


@pytest.mark.parametrize(
    ("name", "values", "assessment", "expected"),
    [
        ("Drivmedel i flottan", ["30%", "87%"], RED, (HIGHER, "beräknad")),
        ("Drivmedel i flottan", ["30%", "87%"], None, (None, None)),
        ("Drivmedel i flottan", ["30%", "87%"], RED_MEANS_CHANGE, (None, None)),
        ("Ärenden i kö", ["30", "20"], RED, (LOWER, "beräknad")),
        ("Ärenden i kö", ["30", "20"], GREEN, (None, None)),
        ("Sjukfrånvaro, procent", ["4,9", "7,0"], RED, (None, None)),
        ("Andel förnybara bränslen", ["30%", "87%"], None, (HIGHER, "antagen")),
        ("Sjukfrånvaro", ["4,9", "4,0"], None, (LOWER, "antagen")),
        ("Sjukfrånvaro", ["4,9", "Minska"], None, (LOWER, "beräknad")),
        ("Ärenden i kö", ["4", "högst 8"], None, (LOWER, "beräknad")),
        ("Sjukfrånvaron ska minska", ["4", "3"], None, (LOWER, "text")),
        ("Frånvaron uppgår till max 5,9 procent", ["3,2", "3,0"], None, (LOWER, "text")),
        ("Tillgången till bredband ska öka", ["77", "83"], None, (HIGHER, "text")),
        ("Resultatet ska öka och klyftan ska minska", ["7", "8"], None, (None, None)),
        ("Otrygghet bland unga", ["7", "8"], None, (LOWER, "antagen")),
        ("Antal invånare", ["7", "8"], None, (None, None)),
    ],
)
def test_direction(
    name: str,
    values: list[str],
    assessment: Assessment | None,
    expected: tuple[str | None, str | None],
) -> None:
    observations = [seen("utfall", values[0]), seen("mål", values[1])]
    found = direction_of(name, observations, [assessment] if assessment else [])
    assert (found.value, found.source) == expected


@pytest.mark.parametrize(
    ("outcome", "target", "direction", "expected"),
    [
        ("30%", "87%", Direction(HIGHER, "antagen"), False),
        ("92", "87", Direction(HIGHER, "antagen"), True),
        ("3,2", "3,0", Direction(LOWER, "antagen"), False),
        ("30", "87", UNKNOWN, None),
        ("1,0 %", "<1%", Direction(LOWER, "beräknad"), False),
        ("-", "12 %", Direction(HIGHER, "antagen"), None),
        ("4,9", "Minska", Direction(LOWER, "beräknad"), None),
        ("5", "4-6", Direction(LOWER, "antagen"), True),
    ],
)
def test_meets_target(
    outcome: str, target: str, direction: Direction, expected: bool | None
) -> None:
    assert meets_target([seen("utfall", outcome), seen("mål", target)], direction) is expected


def test_outcome_and_target_of_different_years_are_not_compared() -> None:
    rows = [seen("utfall", "30", "2017"), seen("mål", "20", "2018")]
    assert meets_target(rows, Direction(HIGHER, "antagen")) is None


def test_the_month_of_an_outcome_belongs_to_its_year() -> None:
    rows = [seen("utfall", "30", "2018-jul"), seen("mål", "20", "2018")]
    assert meets_target(rows, Direction(HIGHER, "antagen")) is True


def test_a_target_without_a_year_belongs_to_the_latest_outcome() -> None:
    rows = [seen("mål", "30", None), seen("utfall", "25", "2021"), seen("utfall", "35", "2022")]
    assert meets_target(rows, Direction(HIGHER, "antagen")) is True


def test_last_years_outcome_is_not_compared_with_the_target() -> None:
    rows = [seen("mål", "30", None), seen("utfall", "25", None), seen("utfall", "35", "fg år")]
    assert meets_target(rows, Direction(HIGHER, "antagen")) is False


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("Beslut om ekonomiskt bistånd inom 10 dagar (%)", HIGHER),
        ("Felanmälningar åtgärdade inom fem arbetsdagar, %", HIGHER),
        ("Ej återaktualiserade inom ett år (%)", HIGHER),
        ("Återaktualiserade inom ett år (%)", LOWER),
        ("Avbrott inom två månader", LOWER),
        ("Handläggningstid för bistånd, dagar", LOWER),
    ],
)
def test_what_is_done_within_a_time(name: str, direction: str) -> None:
    assert direction_of(name, [seen("utfall", "70"), seen("mål", "75")], ()).value == direction


def test_a_goal_says_nothing_of_what_measures_it() -> None:
    """What a goal lowers is another thing than what it is measured by."""
    cars = direction_of("6. Klimatpåverkan ska minska, Fossilfria fordon i flottan, %")
    assert cars.value == "högre är bättre"
    absence = direction_of("Sjukfrånvaron ska minska, kvinnor")
    assert absence.value == "lägre är bättre"
