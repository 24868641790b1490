"""Shares that people tell by small numbers: "nio av tio är nöjda" is about 90 percent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from plansvar.asking.claims.figures import ClaimFigure, figures_in
from plansvar.domain import Span
from plansvar.language.vocabulary import vocabulary

SHARE = "share"  # the hedge of a figure that rounds a share in percent


def shares_in(sentence: str) -> bool:
    """Whether a sentence tells a share so."""
    return any(_pairs(sentence, figures_in(sentence)))


def with_shares(sentence: str, figures: Sequence[ClaimFigure]) -> tuple[ClaimFigure, ...]:
    """The figures, with each pair that tells a share as one in percent."""
    pairs = list(_pairs(sentence, figures))
    seconds = [second for _, second in pairs]
    firsts = {first.span: _share(sentence, first, second) for first, second in pairs}
    return tuple(firsts.get(f.span, f) for f in figures if f not in seconds)


def _pairs(
    sentence: str, figures: Sequence[ClaimFigure]
) -> Iterator[tuple[ClaimFigure, ClaimFigure]]:
    wholes = vocabulary("claims")["shares"]["wholes"]
    for first, second in pairwise(figures):
        of = _of().fullmatch(sentence, first.span.end, second.span.start)
        bare = first.unit is None and second.unit is None
        if of and bare and second.value in wholes and 0 < first.value < second.value:
            yield first, second


def _share(sentence: str, part: ClaimFigure, whole: ClaimFigure) -> ClaimFigure:
    span = Span(part.span.start, whole.span.end)
    return replace(
        whole,
        raw=sentence[span.start : span.end].strip(),
        value=100 * part.value / whole.value,
        unit=vocabulary("claims")["shares"]["unit"],
        span=span,
        hedge=part.hedge or SHARE,
    )


@cache
def _of() -> re.Pattern[str]:
    return re.compile(vocabulary("claims")["shares"]["of"], re.IGNORECASE)
