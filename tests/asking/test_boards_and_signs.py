"""Why boards went over or short under their everyday names, and what signs of tables mean."""

from __future__ import annotations

from plansvar.asking.passages.ranking import OF_SIGNS, holds_cue
from plansvar.language.numbers import is_missing


def test_two_letters_with_stops_are_a_mark_for_a_missing_value() -> None:
    assert [is_missing(mark) for mark in ("e.u.", "e. m.", "ja.", "2.5.")] == [
        True,
        True,
        False,
        False,
    ]


def test_how_a_column_is_to_be_read_tells_no_cause() -> None:
    column = "I kolumnen Avvikelse betyder plus att verksamheten har kostat mer än budget."
    assert holds_cue(column, OF_SIGNS)
    assert not holds_cue(column, "why")
    assert holds_cue("Skolskjutsen kostade mer än budget.", "why")
