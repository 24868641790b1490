"""The colours of figures: which of them judge, and which are only the ink that was used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Colour, Mark
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.colours import VERDICTS
from plansvar.reading.pdf.figures import is_mood
from plansvar.texts import text

_LIT = frozenset({*VERDICTS, Colour.BLUE, Colour.PURPLE})
_WARM = frozenset({Colour.YELLOW, Colour.ORANGE})


def without_inks(cells: Sequence[Sequence[Mark]]) -> list[tuple[Mark, ...]]:
    """The marks of a column's cells, figures without colours that only are their ink."""
    figures = [mark for marks in cells for mark in marks if is_figure(mark.raw)]
    colours = {mark.colour for mark in figures if mark.colour}
    one_ink = len(colours) == 1 and len({mark.raw for mark in figures}) > 1
    plain = one_ink or not colours & VERDICTS
    golden = colours <= _WARM
    return [tuple(_inked(mark, plain, golden) for mark in marks) for marks in cells]


def is_figure(raw: str | None) -> bool:
    return raw is not None and raw in vocabulary("marks")["figures"].values() and not is_ring(raw)


def is_ring(raw: str | None) -> bool:
    """Whether a figure is a mere ring: what it says, it says by being empty."""
    return raw == str(vocabulary("marks")["figures"]["ring"])


def without_rim(raw: str | None, colour: Colour | None) -> Colour | None:
    """The colour of a mark; that of the thin line of a ring is none where it is grey."""
    return None if is_ring(raw) and colour in (Colour.GREY, Colour.WHITE) else colour


def without_lit_ring(raw: str | None, colour: Colour | None) -> str | None:
    """What a mark shows by its form; a ring in a colour judges by that."""
    return None if is_ring(raw) and colour in _LIT else raw


def _inked(mark: Mark, plain: bool, golden: bool) -> Mark:
    if not is_figure(mark.raw) or mark.colour is None:
        return mark
    if plain:
        return replace(mark, colour=None)
    # Faces are yellow by nature: where all are, and all smile, nothing tells what judges.
    if golden and is_mood(mark.raw) and mark.raw != vocabulary("marks")["figures"]["flat"]:
        doubt = text("marks.marks.disagreement", first=mark.colour.value, second=mark.raw or "")
        return replace(mark, colour=None, disagreement=doubt)
    return mark
