"""Bars of a plan: filled cells under times, however much of a row or column they fill."""

from __future__ import annotations

from plansvar.domain import Colour
from plansvar.reading.building import CellDraft
from plansvar.reading.marks.looks import Look
from plansvar.reading.marks.schedules import filled_times

HEAD = ["Aktivitet", "T1", "T2", "T3"]
BLUE, GREEN, GREY = (68, 114, 196), (0, 150, 60), (200, 200, 200)
DARK = (31, 78, 95)


def _pairs(*rows: str) -> list[tuple[CellDraft, Look]]:
    """`b` is blue, `g` green, `s` grey, `d` dark, `.` plain; the first letter is the name."""
    fills = {"b": BLUE, "g": GREEN, "s": GREY, "d": DARK, ".": None}
    pairs = [(CellDraft(0, n, text), Look()) for n, text in enumerate(HEAD)]
    for row, line in enumerate(rows, 1):
        for column, letter in enumerate(line):
            text = f"Rad {row}" if column == 0 else ""
            pairs.append((CellDraft(row, column, text), Look(fills[letter])))
    return pairs


def test_a_bar_that_fills_its_row_is_marks() -> None:
    found = filled_times(_pairs(".bbb", ".bb.", "..b."), 1)
    assert sorted(found) == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 2)]
    assert {mark.colour for mark in found.values()} == {Colour.BLUE}


def test_bands_and_several_colours_are_none() -> None:
    assert filled_times(_pairs("ssss", "....", "ssss"), 1) == {}
    assert filled_times(_pairs(".g..", "..b.", "...."), 1) == {}
    assert filled_times(_pairs("..s.", "..s.", "..s."), 1) == {}


def test_a_dark_field_at_the_end_of_a_bar_is_a_part_of_it() -> None:
    found = filled_times(_pairs(".bbd", ".bd.", ".d.."), 1)
    assert sorted(found) == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1)]
    assert {mark.colour for mark in found.values()} == {Colour.BLUE}


def test_of_dark_fields_elsewhere_nothing_is_known() -> None:
    for rows in ((".dbb", ".bd."), (".b.d", ".bd."), (".gbd", ".bd.")):
        assert not any(mark.colour for mark in filled_times(_pairs(*rows), 1).values())
