"""What is a mark and what is only style: tables of looks → marks."""

from __future__ import annotations

import pytest

from plansvar.domain import Colour, MarkSource, Trend
from plansvar.reading.building import CellDraft
from plansvar.reading.marks.judging import with_marks
from plansvar.reading.marks.looks import Form, Look, Run
from plansvar.reading.marks.pictures import PictureReader

RED, GREEN, BLUE, YELLOW = (220, 20, 30), (0, 160, 70), (20, 80, 200), (255, 205, 0)
GREY, PALE, BLACK = (200, 200, 200), (222, 235, 247), (0, 0, 0)
HEADS = ("Mått", "Utfall", "Bedömning", "Trend")


def read(column: int, looks: list[Look], texts: list[str] | None = None) -> list[tuple]:
    """Marks of a column whose cells have these looks, as colour, trend and disagreement."""
    drafts = [CellDraft(0, c, head) for c, head in enumerate(HEADS)]
    seen: list[Look | None] = [None] * len(HEADS)
    for row, look in enumerate(looks, 1):
        for c in range(len(HEADS)):
            shown = (
                (texts[row - 1] if texts else "") if c == column else f"rad {row}" if not c else ""
            )
            drafts.append(CellDraft(row, c, shown))
            seen.append(look if c == column else None)
    marked = with_marks(drafts, seen, 1, PictureReader())
    cells = [draft for draft in marked if draft.row and draft.column == column]
    return [
        (m.colour, m.trend, m.disagreement is not None)
        if (m := next(iter(c.marks), None))
        else None
        for c in cells
    ]


def fills(*colours: tuple[int, int, int] | None) -> list[Look]:
    return [Look(colour) for colour in colours]


def test_fills_in_a_status_column_are_assessments() -> None:
    found = read(2, fills(GREEN, RED, YELLOW, None))
    assert found == [
        (Colour.GREEN, None, False),
        (Colour.RED, None, False),
        (Colour.YELLOW, None, False),
        None,
    ]


@pytest.mark.parametrize(
    ("column", "looks", "texts"),
    [
        (1, fills(PALE, PALE, PALE, PALE), ["1", "2", "3", "4"]),
        (0, fills(GREEN, RED, GREEN, RED), ["a", "b", "c", "d"]),
        (1, [Look(runs=(Run("-5", RED),)), Look(runs=(Run("7", BLACK),))] * 2, ["-5", "7"] * 2),
        (1, [Look(runs=(Run("läs mer", BLUE, None, True),))] * 2, ["läs mer"] * 2),
        (1, [Look(runs=(Run("12", BLUE),)), Look(runs=(Run("13", BLACK),))], ["12", "13"]),
        (2, [Look(runs=(Run("Visa", BLACK), Run("*", RED)))] * 3, ["Visa*"] * 3),
        (1, [Look(GREEN, ruled=True), Look(RED, ruled=True)], ["1", "2"]),
        (1, fills(GREY, None, None), ["1", "2", "3"]),
    ],
    ids=["tint", "labels", "minus in red", "links", "blue digits", "note mark", "scale", "shade"],
)
def test_style_is_no_assessment(column: int, looks: list[Look], texts: list[str]) -> None:
    assert set(read(column, looks, texts)) == {None}


def test_the_lit_lamp_counts() -> None:
    lamps = tuple(Run("●", colour) for colour in (GREY, YELLOW, GREY))
    assert read(2, [Look(runs=lamps)], ["●●●"]) == [(Colour.YELLOW, None, False)]


@pytest.mark.parametrize(
    "look",
    [
        Look(GREEN, (Run("●", RED),)),
        Look(GREEN, words=("status röd",)),
        Look(forms=(Form(GREEN, alt="Röd cirkel"),)),
        Look(runs=(Run("🟢🔴", None),)),
    ],
)
def test_witnesses_that_differ_leave_it_open(look: Look) -> None:
    assert read(2, [look, Look(RED)]) == [(None, None, True), (Colour.RED, None, False)]


def test_dark_letters_on_their_own_light_ground_agree() -> None:
    look = Look((198, 239, 206), (Run("Bra", (0, 97, 0)),))
    assert read(2, [look], ["Bra"]) == [(Colour.GREEN, None, False)]


def test_the_ink_of_arrows_says_nothing() -> None:
    looks = [Look(forms=(Form(BLUE, Trend.UP),)), Look(forms=(Form(BLUE, Trend.DOWN),))]
    assert read(3, looks) == [(None, Trend.UP, False), (None, Trend.DOWN, False)]
    one_ink = [Look(runs=(Run("↑", GREEN),)), Look(runs=(Run("↓", GREEN),))]
    assert read(3, one_ink, ["↑", "↓"]) == [(None, Trend.UP, False), (None, Trend.DOWN, False)]


def test_a_row_in_one_colour_is_a_band() -> None:
    drafts = [CellDraft(0, c, head) for c, head in enumerate(HEADS)]
    drafts += [CellDraft(1, c, f"summa {c}") for c in range(4)]
    looks = [None] * 4 + [Look(YELLOW)] * 4
    assert not any(d.marks for d in with_marks(drafts, looks, 1, PictureReader()))


def test_the_source_says_what_showed_it() -> None:
    drafts = [
        CellDraft(0, 0, "Mått"),
        CellDraft(0, 1, "Status"),
        CellDraft(1, 0, "a"),
        CellDraft(1, 1, ""),
    ]
    marked = with_marks(drafts, [None, None, None, Look(RED)], 1, PictureReader())
    assert [mark.source for mark in marked[-1].marks] == [MarkSource.CELL]
