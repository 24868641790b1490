"""What a table's rows and columns look like anyway: bands, tints, corporate colours."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set

from plansvar.domain import Colour
from plansvar.reading.building import CellDraft
from plansvar.reading.marks.looks import Look, Rgb, Run
from plansvar.reading.pdf.colours import SATURATED, VERDICTS, classify

_LABEL_BEARS = 3
_NEGATIVE = re.compile(r"\s*\(?\s*[-−–]\s*\d")
_FIGURE = re.compile(r"\s*[-−–+]?\s*\d[\d\s.,]*")
_FEWEST = 3
_FEWEST_SWATCHES = 3
Pair = tuple[CellDraft, Look]


class Backgrounds:
    """The fills and text colours of a table that say nothing by themselves."""

    def __init__(
        self, body: Sequence[Pair], special: set[int], fields: Set[tuple[int, int]] = frozenset()
    ) -> None:
        """`special` are columns, `fields` single cells that are said to show verdicts."""
        self._special, self._fields = special, fields
        self._rows = _grouped(body, by_row=True)
        self._columns = _grouped(body, by_row=False)
        judged = _judges_cells(body)
        self._row_fills = {row: _row_fill(pairs, judged) for row, pairs in self._rows.items()}
        self._tinted = {
            column: fill
            for column, pairs in self._columns.items()
            if column not in special and (fill := self._one_fill(pairs)) is not None
        }
        self._usual = _usual_text(body)
        self._coloured = {row: _one_text(pairs) for row, pairs in self._rows.items()}
        self._column_text = {c: _one_text(pairs) for c, pairs in self._columns.items()}
        self._signed = {c for c, pairs in self._columns.items() if _is_red_for_minus(pairs)}

    def _one_fill(self, pairs: Sequence[Pair]) -> Rgb | None:
        """The fill of a whole column, save where a row has a coloured background of its own."""
        own = [look.fill for draft, look in pairs if not self._is_in_band(draft, look)]
        return own[0] if len(own) >= _FEWEST and len(set(own)) == 1 else None

    def _is_in_band(self, draft: CellDraft, look: Look) -> bool:
        return look.fill is not None and look.fill == self._row_fills[draft.row]

    def special(self, draft: CellDraft) -> bool:
        return draft.column in self._special or (draft.row, draft.column) in self._fields

    def fill_beyond(self, draft: CellDraft, look: Look) -> Rgb | None:
        """The fill of a cell where it differs from its row's and its column's."""
        if look.fill is None or look.fill == self._row_fills[draft.row]:
            return None
        if look.ruled and not self.special(draft):
            return None
        return None if look.fill == self._tinted.get(draft.column) else look.fill

    def of_key(self, draft: CellDraft) -> bool:
        """Whether a cell stands in a row of swatches."""
        return is_row_of_swatches(self._rows[draft.row])

    def row_fill(self, draft: CellDraft) -> Rgb | None:
        return self._row_fills[draft.row]

    def speaks(self, draft: CellDraft, run: Run) -> bool:
        """Whether the colour of a run of words or digits is its own and no general style."""
        if run.colour is None or run.link or run.colour == self._usual:
            return False
        if self.special(draft):
            return True
        if draft.column == 0 or draft.column in self._signed:
            return False
        if run.colour in (self._coloured[draft.row], self._column_text[draft.column]):
            return False
        return classify(run.colour) not in (Colour.BLUE, Colour.PURPLE)


def _grouped(body: Sequence[Pair], by_row: bool) -> dict[int, list[Pair]]:
    groups: dict[int, list[Pair]] = defaultdict(list)
    for draft, look in body:
        groups[draft.row if by_row else draft.column].append((draft, look))
    return groups


def _judges_cells(body: Sequence[Pair]) -> bool:
    """Whether the fills of a table judge its cells: several colours of verdicts, as no band has."""
    fills = {look.fill for draft, look in body if draft.column and draft.text.strip()}
    return len({classify(fill) for fill in fills if fill} & VERDICTS) > 1


def _row_fill(pairs: Sequence[Pair], judged: bool) -> Rgb | None:
    """The fill that most of a row has, its label counting more: its background. What judges most
    cells of a row beside a plain label is none."""
    if is_row_of_swatches(pairs):
        return None
    weights: Counter[Rgb | None] = Counter()
    beside = {look.fill for draft, look in pairs if draft.column > 0 and draft.text.strip()}
    for draft, look in pairs:
        # a goal in a colour of its own is no background where the words beside it stand on another
        alone = bool(beside) and look.fill not in beside
        bears = draft.column == 0 and draft.text.strip() and not alone
        bearing = _LABEL_BEARS if bears else 1
        weights[look.fill] += bearing * draft.column_span + min(40, len(draft.text)) // 10
    # where two weigh the same, it is what lies under words
    under = {look.fill for draft, look in pairs if draft.text.strip()}
    found = max(weights, key=lambda fill: (weights[fill], fill in under))
    plain = any(d.column == 0 and d.text.strip() and look.fill is None for d, look in pairs)
    judging = found is not None and classify(found) in VERDICTS
    return None if judged and plain and judging else found


def is_row_of_swatches(pairs: Sequence[Pair]) -> bool:
    """Whether a row is empty but for fills that all differ: the swatches of a key, over words."""
    fills = [look.fill for _, look in pairs if look.fill is not None]
    plain = not any(draft.text.strip() for draft, _ in pairs)
    return plain and len(fills) == len(set(fills)) >= _FEWEST_SWATCHES


def _usual_text(body: Sequence[Pair]) -> Rgb | None:
    counts: Counter[Rgb | None] = Counter()
    for _, look in body:
        for run in look.runs:
            counts[run.colour] += len(run.text)
    return counts.most_common(1)[0][0] if counts else None


def _one_text(pairs: Sequence[Pair]) -> Rgb | None:
    """The colour of all text in a row or column that has text in several cells."""
    colours = [
        {run.colour for run in look.runs if run.text.strip()} for draft, look in pairs if draft.text
    ]
    told = set().union(*colours)
    return told.pop() if len(colours) >= _FEWEST and len(told) == 1 else None


def _is_red_for_minus(pairs: Sequence[Pair]) -> bool:
    """Whether red in a column is the bookkeeper's: on all that is negative and on nothing else."""
    figures = [(draft, look) for draft, look in pairs if _FIGURE.match(draft.text)]
    red, negative = set(), set()
    for draft, look in figures:
        colours = {classify(run.colour) for run in look.runs if run.colour}
        if colours & (SATURATED - {Colour.RED}):
            return False
        red |= {draft.row} if Colour.RED in colours else set()
        negative |= {draft.row} if _NEGATIVE.match(draft.text) else set()
    return bool(red) and red == negative
