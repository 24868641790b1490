"""The colours of figures: which of them judge, and which are only the ink that was used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Colour, Mark
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.figures import is_mood
from plansvar.texts import text

_VERDICTS = frozenset({Colour.GREEN, Colour.YELLOW, Colour.ORANGE, Colour.RED})
_WARM = frozenset({Colour.YELLOW, Colour.ORANGE})


def without_inks(cells: Sequence[Sequence[Mark]]) -> list[tuple[Mark, ...]]:
    """The marks of a column's cells, figures without colours that only are their ink."""
    figures = [mark for marks in cells for mark in marks if is_figure(mark.raw)]
    colours = {mark.colour for mark in figures if mark.colour}
    one_ink = len(colours) == 1 and len({mark.raw for mark in figures}) > 1
    plain = one_ink or not colours & _VERDICTS
    golden = colours <= _WARM
    return [tuple(_inked(mark, plain, golden) for mark in marks) for marks in cells]


def is_figure(raw: str | None) -> bool:
    return raw is not None and raw in vocabulary("marks")["figures"].values()


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
