"""Which of the things seen in a table are marks: judged against rows, columns and usual text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace

from plansvar.domain import Colour, Mark, MarkSource
from plansvar.reading.building import CellDraft
from plansvar.reading.marks.backgrounds import Backgrounds
from plansvar.reading.marks.looks import BLANK, Look
from plansvar.reading.marks.pictures import PictureReader
from plansvar.reading.marks.schedules import filled_times
from plansvar.reading.marks.shares import with_shares
from plansvar.reading.marks.testimony import mark_of, seen_in
from plansvar.reading.pdf.colours import SATURATED
from plansvar.reading.pdf.inks import is_figure, without_inks
from plansvar.reading.pdf.vocabulary import (
    is_progress_heading,
    is_status_heading,
    is_trend_heading,
)


def with_marks(
    drafts: Sequence[CellDraft],
    looks: Sequence[Look | None],
    header_rows: int,
    reader: PictureReader,
) -> list[CellDraft]:
    """The cells with the marks that their looks show; `looks` lie beside `drafts`."""
    if not any(looks):
        return list(drafts)
    special = special_columns(drafts, header_rows)
    trends = _columns(
        drafts,
        header_rows,
        lambda heading: not is_status_heading(heading) and is_trend_heading(heading),
    )
    pairs = [(draft, look or BLANK) for draft, look in zip(drafts, looks, strict=True)]
    body = [(draft, look) for draft, look in pairs if draft.row >= header_rows]
    fields = _verdict_fields(drafts)
    grounds = Backgrounds(body, special, fields)
    seen = [
        seen_in(draft, look, grounds, reader)
        if draft.row >= header_rows and look is not BLANK
        else []
        for draft, look in pairs
    ]
    bars = _columns(drafts, header_rows, is_progress_heading)
    times = filled_times(pairs, header_rows)
    marked = []
    for draft, found in zip(drafts, with_shares(drafts, seen, bars), strict=True):
        mark = mark_of(found, grounds.special(draft), draft.column in trends)
        marked.append(replace(draft, marks=(mark,)) if mark else draft)
    kept = _without_ink(_plain_figures(_without_shades(marked, grounds, header_rows > 0)))
    return [
        replace(draft, marks=(times[place],))
        if (place := (draft.row, draft.column)) in times
        and not (draft.marks and times[place].colour)
        else draft
        for draft in kept
    ]


def special_columns(drafts: Sequence[CellDraft], header_rows: int) -> set[int]:
    """Columns whose headings say that they show assessments or trends."""
    return _columns(
        drafts, header_rows, lambda heading: is_status_heading(heading) or is_trend_heading(heading)
    )


def _verdict_fields(drafts: Sequence[CellDraft]) -> set[tuple[int, int]]:
    """The cells of a form that a first cell beside them says to hold verdicts: "Bedömning | ●"."""
    if max((draft.column + draft.column_span for draft in drafts), default=0) != 2:
        return set()
    names = [draft for draft in drafts if draft.column == 0 and draft.column_span == 1]
    return {
        (draft.row, 1)
        for draft in names
        if is_status_heading(draft.text) or is_trend_heading(draft.text)
    }


def _columns(
    drafts: Sequence[CellDraft], header_rows: int, names: Callable[[str], bool]
) -> set[int]:
    return {
        column
        for draft in drafts
        if draft.row < header_rows and names(draft.text)
        for column in range(draft.column, draft.column + draft.column_span)
    }


def _without_ink(drafts: list[CellDraft]) -> list[CellDraft]:
    """Arrows without their colour where one colour serves for all directions in a column."""
    arrows: dict[int, list[Mark]] = defaultdict(list)
    for draft in drafts:
        arrows[draft.column] += [m for m in draft.marks if m.trend is not None]
    plain = {
        column
        for column, marks in arrows.items()
        if len({m.trend for m in marks}) > 1 and len({m.colour for m in marks}) == 1
    }
    return [
        replace(draft, marks=tuple(_inkless(m) for m in draft.marks))
        if draft.column in plain
        else draft
        for draft in drafts
    ]


def _plain_figures(drafts: list[CellDraft]) -> list[CellDraft]:
    """Ticks, crosses and smileys without colours that are only their ink."""
    columns: dict[int, list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        if any(is_figure(mark.raw) for mark in draft.marks):
            columns[draft.column].append(place)
    found = list(drafts)
    for places in columns.values():
        cells = without_inks([drafts[place].marks for place in places])
        for place, marks in zip(places, cells, strict=True):
            found[place] = replace(drafts[place], marks=marks)
    return found


def _inkless(mark: Mark) -> Mark:
    from_cell = mark.source is MarkSource.CELL or mark.trend is None
    return mark if from_cell else replace(mark, colour=None)


def _without_shades(drafts: list[CellDraft], grounds: Backgrounds, headed: bool) -> list[CellDraft]:
    """Grey and white taken out where no assessment is given: shaded sums, tints. They stay where
    others of their column are bright: in empty cells, and grey on one figure among them."""
    vivid = [d for d in drafts if any(mark.colour in SATURATED for mark in d.marks)]
    empty = {draft.column for draft in vivid if not draft.text}
    figured = Counter(draft.column for draft in vivid if draft.text)
    bright = _Bright(empty, {column for column, count in figured.items() if count > 1})
    return [
        draft
        if grounds.special(draft) or (draft.marks and grounds.of_key(draft))
        else replace(draft, marks=tuple(m for m in draft.marks if _stays(draft, m, bright, headed)))
        for draft in drafts
    ]


@dataclass(frozen=True, slots=True)
class _Bright:
    """Columns with bright marks on empty cells, and those with several on figures."""

    empty: Set[int]
    figured: Set[int]

    def keeps(self, draft: CellDraft, mark: Mark) -> bool:
        if not draft.text:
            return draft.column in self.empty
        worded = any(letter.isalpha() for letter in draft.text)
        return draft.column in self.figured and mark.colour is Colour.GREY and not worded


def _stays(draft: CellDraft, mark: Mark, bright: _Bright, headed: bool) -> bool:
    if mark.colour in SATURATED:
        # an empty first cell is a swatch in a key, which has no heading
        named = headed or bool(draft.text.strip())
        return not (draft.column == 0 and mark.source is MarkSource.CELL and named)
    told = mark.trend is not None or mark.share is not None or mark.disagreement is not None
    if mark.colour is not None:
        return told or bright.keeps(draft, mark)
    return told or mark.raw is not None
