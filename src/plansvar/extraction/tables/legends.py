"""What colours and symbols mean, as a legend says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plansvar.domain import Mark, Span
from plansvar.extraction.legend_text import colour_words
from plansvar.language.folding import fold

_SAME_SHADE = 16
_PRESENTATION = " \ufe0e\ufe0f"  # says how a sign is shown, not which it is


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a colour or a symbol stands for, and where the document says so."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Legend:
    """Meanings by colour ("grön") or symbol ("●"), and by swatches that show the very shade.

    `blank` is what a swatch without colour stands for, and so a cell that shows nothing."""

    meanings: dict[str, Meaning] = field(default_factory=dict)
    swatches: tuple[tuple[Mark, Meaning], ...] = ()
    blank: Meaning | None = None

    def of(self, mark: Mark | None) -> Meaning | None:
        if mark is None:
            return None
        shown = _by_swatch(mark, self.swatches)
        if shown is not None:
            return shown
        keys = (mark.colour.value if mark.colour else None, fold(mark.raw) if mark.raw else None)
        return next((self.meanings[key] for key in keys if key in self.meanings), None)

    def settled(self, mark: Mark) -> Mark:
        """A mark without the colour of its ink, where the legend tells of the drawing that it is
        and of no colour."""
        drawn = any(s.raw == mark.raw and s.colour is None for s, _ in self.swatches if s.raw)
        return replace(mark, colour=None, shade=None) if drawn and mark.colour else mark

    def of_sign(self, printed: str) -> Meaning | None:
        """What a sign that a cell prints without any colour stands for: "✔"."""
        bare = printed.strip(_PRESENTATION)
        if not bare or any(letter.isalnum() for letter in bare):
            return None
        raws = ((mark.raw or "").strip(_PRESENTATION) for mark, _ in self.swatches)
        pairs = zip(raws, self.swatches, strict=True)
        fits = [meaning for raw, (_, meaning) in pairs if raw == bare]
        return fits[0] if len(fits) == 1 else None

    def of_word(self, word: str) -> Meaning | None:
        return self.meanings.get(fold(word))

    @property
    def place(self) -> Span | None:
        """From the first to the last of what it says; null where it says nothing."""
        said = [*self.meanings.values(), *(meaning for _, meaning in self.swatches)]
        starts, ends = [m.span.start for m in said], [m.span.end for m in said]
        return Span(min(starts), max(ends)) if said else None

    @property
    def texts(self) -> tuple[str, ...]:
        """All that the legend says, entry by entry."""
        said = [meaning for _, meaning in self.swatches]
        blank = [self.blank] if self.blank and self.blank not in said else []
        return tuple(meaning.text for meaning in (*self.meanings.values(), *said, *blank))


def colour_named(text: str) -> str | None:
    """The colour that a whole cell names, behind a sign perhaps: "● Gult" → "gul"."""
    return colour_words().get(without_signs(fold(text)))


def without_signs(text: str) -> str:
    """A text without the dot or tick before its words, and without stops."""
    return re.sub(r"^[^\w(]+(?=\w)|[ .:!]+$", "", text)


def _by_swatch(mark: Mark, swatches: Sequence[tuple[Mark, Meaning]]) -> Meaning | None:
    """What the swatch says that a mark is like: in its very shade, else the only one that is the
    same sign in the same colour, else of its colour or its symbol; null where two are as near."""
    if mark.shade is not None:
        ranked = sorted(
            (_apart(mark.shade, other.shade), place)
            for place, (other, _) in enumerate(swatches)
            if other.shade is not None
        )
        clear = len(ranked) < 2 or ranked[1][0] > ranked[0][0] + _SAME_SHADE
        if ranked and ranked[0][0] <= _SAME_SHADE and clear:
            return swatches[ranked[0][1]][1]
    drawn = (mark.colour, mark.raw)
    alike = [meaning for other, meaning in swatches if (other.colour, other.raw) == drawn]
    if mark.raw and len(alike) == 1:
        return alike[0]
    if mark.colour is not None:
        fits = [meaning for other, meaning in swatches if other.colour is mark.colour]
    else:
        fits = [meaning for other, meaning in swatches if mark.raw and other.raw == mark.raw]
    return fits[0] if len(fits) == 1 else None


def _apart(one: Sequence[int], other: Sequence[int]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
