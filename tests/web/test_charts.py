from __future__ import annotations

import pytest

from plansvar.domain import Answer, AnswerKind, Indicator, Observation, Place, Span
from plansvar.web.rendering.charts import HEIGHT, WIDTH, chart_of_row, charts_of, joined_chart


def row(*values: tuple[str, str, float | None]) -> Indicator:
    observations = tuple(
        Observation(measure, period, "totalt", str(value), value, "%", Span(0, 1))
        for measure, period, value in values
    )
    place = Place("a.txt", 1, 1, "1", (), None)
    return Indicator("a#1", place, "Nöjda", Span(0, 1), "nyckeltal", observations)


def test_outcomes_over_years_with_the_target_drawn_in() -> None:
    chart = chart_of_row(
        row(("utfall", "2019", 71.0), ("utfall", "2017", 60.0), ("mål", "2019", 80.0))
    )
    assert chart is not None
    assert [(p.year, p.raw) for p in chart.points] == [(2017, "60.0"), (2019, "71.0")]
    assert chart.target is not None
    assert chart.target.y < chart.points[1].y < chart.points[0].y
    assert chart.summary == "2017: 60.0, 2019: 71.0. Mål 2019: 80.0."
    assert all(0 <= p.x <= WIDTH and 0 <= p.y <= HEIGHT for p in (*chart.points, chart.target))


@pytest.mark.parametrize(
    "values",
    [
        (("utfall", "2019", 71.0),),
        (("utfall", "2019", 71.0), ("utfall", "2018", None)),
        (("mål", "2019", 71.0), ("mål", "2018", 70.0)),
        (("utfall", "2019", 71.0), ("utfall", "augusti", 70.0)),
    ],
)
def test_too_few_values_give_no_chart(values: tuple[tuple[str, str, float | None], ...]) -> None:
    assert chart_of_row(row(*values)) is None


def test_equal_values_do_not_break_the_scale() -> None:
    assert chart_of_row(row(("utfall", "2018", 0.0), ("utfall", "2019", 0.0))) is not None


def test_a_part_of_a_year_never_stands_for_the_year() -> None:
    older = row(("utfall", "2029", 6.5), ("utfall", "2030", 6.1), ("mål", "2030", 6.0))
    newer = row(("utfall", "jan-aug 2030", 5.8), ("utfall", "apr 2031", 5.0), ("mål", "2035", 4.0))
    chart = joined_chart([older, newer])
    assert chart is not None
    assert chart.summary == "2029: 6.5, 2030: 6.1, apr 2031: 5.0. Mål 2030: 6.0."
    assert [point.period for point in chart.points] == ["2029", "2030", "apr 2031"]


@pytest.mark.parametrize(("last", "left"), [(79.5, True), (40.0, False)])
def test_the_targets_label_gives_way_to_the_last_value(last: float, left: bool) -> None:
    chart = chart_of_row(
        row(("utfall", "2018", 20.0), ("utfall", "2019", last), ("mål", "2019", 80.0))
    )
    assert chart is not None
    assert chart.target_label_left is left


@pytest.mark.parametrize(
    ("said", "charts"),
    [("utfallet 2019 är 71.0 %", 1), ("utfallet 2019 för män är 64 %", 0)],
)
def test_an_answer_gets_a_chart_of_the_total_only_where_it_states_the_total(
    said: str, charts: int
) -> None:
    told = row(("utfall", "2019", 71.0), ("utfall", "2018", 70.0))
    answer = Answer("?", "", said, AnswerKind.INDICATOR, False, (), (), (told,))
    assert len(charts_of(answer)) == charts
