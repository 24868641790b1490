"""Sentences of a draft against an invented library."""

from __future__ import annotations

import pytest
from fakes import invented_library

from plansvar.asking.claims import judge_draft
from plansvar.asking.claims.figures import figures_in
from plansvar.domain import ClaimVerdict


def test_units_and_measures_belong_to_their_figures() -> None:
    target, outcome = figures_in("Målet 2031 är 87 procent men utfallet blev −3,5 mnkr")
    assert (target.value, target.unit, target.measure) == (87.0, "%", "mål")
    assert (outcome.value, outcome.unit, outcome.measure) == (-3.5, "mnkr", "utfall")


@pytest.mark.parametrize(
    ("claimed", "printed", "same"),
    [
        ("41,6 mnkr", "41,6 miljoner kronor", True),
        ("41,6 mnkr", "41,6 tkr", False),
        ("-5", "5", True),  # a cost is often said without its sign
        ("-5", "+5", False),
        ("5 procent", "5 procentenheter", False),
        ("målet är 5", "utfallet är 5", False),
    ],
)
def test_when_two_figures_say_the_same(claimed: str, printed: str, same: bool) -> None:
    assert figures_in(claimed)[0].says(figures_in(printed)[0]) is same


def test_a_sentence_without_figures_is_not_judged() -> None:
    report = judge_draft(["Det går bra."], invented_library())
    assert report.claims[0].verdict is ClaimVerdict.NO_FIGURES


def test_a_sentence_of_what_no_document_holds_is_not_found() -> None:
    report = judge_draft(["Kommunen har köpt 7312 elefanter."], invented_library())
    assert report.claims[0].verdict is ClaimVerdict.NOT_FOUND
    assert report.claims[0].unproved == ("7312",)


def test_right_and_altered_values_of_every_row() -> None:
    library = invented_library()
    for row in library.indicators():
        for value in row.observations:
            if value.value is None or value.measure not in ("utfall", "mål") or not value.period:
                continue
            said = "Utfallet" if value.measure == "utfall" else "Målet"
            right = f"{said} för {row.name} {value.period} är {value.raw}."
            wrong = f"{said} för {row.name} {value.period} är 9{value.raw}7."
            judged = judge_draft([right, wrong], library).claims
            assert judged[1].verdict is not ClaimVerdict.SUPPORTED, wrong
            if value.breakdown == "totalt":
                assert judged[0].verdict is ClaimVerdict.SUPPORTED, right
