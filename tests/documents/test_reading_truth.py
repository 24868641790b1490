"""The measure tells right from wrong, missing and extra."""

from __future__ import annotations

from collections import Counter

import pytest
from eval.reading import score_of, truths
from eval.reading_truth import Score


@pytest.mark.parametrize(
    ("true", "read", "verdict"),
    [
        ("5,8", "5,8", "right"),
        ("– 1 250", "-1\u00a0250", "right"),
        ("5,8", "5,9", "wrong"),
        ("K 5,8", "5,8", "wrong"),
        ("5,8", None, "missing"),
        (None, "5,8", "extra"),
    ],
)
def test_verdicts(true: str | None, read: str | None, verdict: str) -> None:
    score = Score()
    score.judge("value", "p1 Sjukfrånvaro", true, read)
    assert score.counts == Counter({("value", verdict): 1})
    assert len(score.faults) == (verdict != "right")


def test_nothing_true_and_nothing_read_is_not_counted() -> None:
    score = Score()
    score.judge("trend", "p1 Sjukfrånvaro", None, None)
    assert not score.counts


@pytest.mark.slow
def test_no_colour_and_no_arrow_is_read_wrong() -> None:
    total = Score()
    for truth in truths().values():
        total.add(score_of(truth))
    assert total.counts["goals", "right"] >= 200
    for field in ("assessment (marks)", "assessment (words)", "trend (marks)"):
        assert total.counts[field, "right"] > 20
        assert [
            fault for fault in total.faults if fault.startswith("wrong") and field in fault
        ] == []


@pytest.mark.slow
def test_a_heading_after_a_borderless_table_is_no_row() -> None:
    score = score_of(truths()["ekvalla-delarsrapport-2-2030.pdf"])
    assert score.counts["board", "right"] == 24
    assert score.counts["headings", "right"] >= 9


@pytest.mark.slow
def test_a_value_in_the_wrong_group_is_seen() -> None:
    """Truth with women's and men's values exchanged is judged wrong, not right."""
    from dataclasses import replace

    truth = truths()["ekvalla-mal-och-budget-2031.pdf"]
    goal = next(goal for goal in truth.goals if len(goal.values) > 3)
    swap = {"kvinnor": "män", "män": "kvinnor"}
    values = tuple(replace(v, breakdown=swap.get(v.breakdown, v.breakdown)) for v in goal.values)
    truth.goals[truth.goals.index(goal)] = replace(goal, values=values)
    assert score_of(truth).counts["value", "wrong"] == 2
