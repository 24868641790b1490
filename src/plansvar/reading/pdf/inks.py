"""The colours of figures: which of them judge, and which are only the ink that was used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Colour, Mark
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.balls import is_dashed, is_full, is_partial
from plansvar.reading.pdf.colours import VERDICTS
from plansvar.reading.pdf.drawings import is_drawing
from plansvar.reading.pdf.figures import is_mood
from plansvar.texts import text

_LIT = frozenset({*VERDICTS, Colour.BLUE, Colour.PURPLE})
_FEW = 2  # kinds of balls, as a dot in yellow may be half a ball beside full ones in green
_WARM = frozenset({Colour.YELLOW, Colour.ORANGE})


def without_inks(cells: Sequence[Sequence[Mark]]) -> list[tuple[Mark, ...]]:
    """The marks of a column's cells, figures without colours that only are their ink."""
    settled = [[_without_rim(_dark_dot(m, cells)) for m in marks] for marks in settled_balls(cells)]
    cells = [[mark for mark in marks if not says_nothing(mark)] for marks in settled]
    figures = [mark for marks in cells for mark in marks if is_figure(mark.raw)]
    colours = {mark.colour for mark in figures if mark.colour}
    one_ink = len(colours) == 1 and len({mark.raw for mark in figures}) > 1
    plain = one_ink or not colours & VERDICTS
    golden = colours <= _WARM
    return [tuple(_inked(mark, plain, golden) for mark in marks) for marks in cells]


def drawn_alike(cells: Sequence[Sequence[Mark]]) -> list[list[Mark]]:
    """Marks in whose place several different drawings stand: each judges by what it shows, and the
    colours of its parts are the ink that it is drawn in."""
    names = {mark.raw for marks in cells for mark in marks if is_drawing(mark.raw)}
    if len(names) < _FEW:
        return [list(marks) for marks in cells]
    return [[_plain(mark) if is_drawing(mark.raw) else mark for mark in marks] for marks in cells]


def _plain(mark: Mark) -> Mark:
    return replace(mark, colour=None, shade=None, disagreement=None)


def settled_balls(cells: Sequence[Sequence[Mark]]) -> list[list[Mark]]:
    """The marks of a column or a key: where balls are filled in part and have one ink, the filled
    share judges and no colour of theirs; else a full one or a ring in a colour judges by that."""
    balls = [mark for marks in cells for mark in marks if _is_ball(mark.raw)]
    inks = {mark.colour for mark in balls}
    one_ink = not inks & VERDICTS or (len(inks) == 1 and len({m.raw for m in balls}) > _FEW)
    graded = one_ink and any(is_partial(mark.raw) for mark in balls)
    return [[_settled_ball(mark, graded) for mark in marks] for marks in cells]


def _settled_ball(mark: Mark, graded: bool) -> Mark:
    if graded and _is_ball(mark.raw):
        return replace(mark, colour=None, shade=None)
    return replace(mark, raw=without_lit_ring(mark.raw, mark.colour))


def _dark_dot(mark: Mark, cells: Sequence[Sequence[Mark]]) -> Mark:
    """A dot in the dark of the text is a full ball only among other balls in its column."""
    others = any(_is_ball(m.raw) and not is_full(m.raw) for marks in cells for m in marks)
    return mark if others or not is_full(mark.raw) else replace(mark, raw=None)


def _without_rim(mark: Mark) -> Mark:
    return replace(mark, colour=without_rim(mark.raw, mark.colour))


def _is_ball(raw: str | None) -> bool:
    return is_full(raw) or is_ring(raw) or is_partial(raw) or is_dashed(raw)


def says_nothing(mark: Mark) -> bool:
    told = (mark.colour, mark.trend, mark.raw, mark.share, mark.disagreement)
    return all(each is None for each in told)


def is_figure(raw: str | None) -> bool:
    return raw is not None and raw in vocabulary("marks")["figures"].values() and not is_ring(raw)


def is_ring(raw: str | None) -> bool:
    """Whether a figure is a mere ring: what it says, it says by being empty."""
    return raw == ring_word()


def ring_word() -> str:
    """What a mere ring is called."""
    return str(vocabulary("marks")["figures"]["ring"])


def without_rim(raw: str | None, colour: Colour | None) -> Colour | None:
    """The colour of a mark; that of the thin line of a ring is none where it is grey."""
    return None if is_ring(raw) and colour in (Colour.GREY, Colour.WHITE) else colour


def without_lit_ring(raw: str | None, colour: Colour | None) -> str | None:
    """What a mark shows by its form; a ring or a full ball in a colour judges by that."""
    return None if (is_ring(raw) or is_full(raw)) and colour in _LIT else raw


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
