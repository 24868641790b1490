"""What a row's own comment says of its values: that nothing was measured, or nothing new."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from plansvar.domain import Document, Observation, Span
from plansvar.extraction.targets import is_outcome
from plansvar.language.folding import fold
from plansvar.language.periods import YEAR, year_of
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary


def noted(
    document: Document, observations: tuple[Observation, ...], comment: Span | None
) -> tuple[Observation, ...]:
    """The observations with what the comment says of them."""
    if comment is None:
        return observations
    unmeasured = _unmeasured(document, observations, comment)
    return tuple(_repeated(document, unmeasured, comment))


def _unmeasured(
    document: Document, observations: tuple[Observation, ...], comment: Span
) -> tuple[Observation, ...]:
    """A printed 0 of which the comment says that nothing was measured."""
    zeros = [o for o in observations if is_outcome(o.measure) and o.value == 0]
    proof = _sentence_with(document, comment, "not_measured", "phrases")
    if proof is None:
        return observations
    meant = _meant(document.quote(proof), zeros, observations)
    return tuple(
        replace(o, measured=False, note=document.quote(proof), note_span=proof) if o is meant else o
        for o in observations
    )


def _meant(
    sentence: str, zeros: Sequence[Observation], observations: Sequence[Observation]
) -> Observation | None:
    """The zero that the sentence speaks of: its year, or "föregående" for the earlier one."""
    years = {int(y) for y in re.findall(rf"(?<!\d){YEAR}(?!\d)", sentence)}
    named = [o for o in zeros if year_of(o.period) in years]
    if len(named) == 1:
        return named[0]
    latest = max((year_of(o.period) or 0 for o in observations), default=0)
    earlier = [o for o in zeros if (year_of(o.period) or 0) < latest]
    words = vocabulary("textrows")["not_measured"]["previous"]
    speaks_of_before = any(word in fold(sentence) for word in words)
    if speaks_of_before and len(earlier) == 1:
        return earlier[0]
    return zeros[0] if len(zeros) == 1 and not years and not speaks_of_before else None


def _repeated(
    document: Document, observations: Sequence[Observation], comment: Span
) -> list[Observation]:
    """An outcome equal to the one before, of which the comment says that it is no new one."""
    outcomes = [o for o in observations if is_outcome(o.measure) and o.value is not None]
    same = len(outcomes) > 1 and outcomes[0].value == outcomes[1].value
    sure = _sentence_with(document, comment, "repeated", "sure")
    proof = sure or (_sentence_with(document, comment, "repeated", "phrases") if same else None)
    if proof is None or not outcomes:
        return list(observations)
    latest = max(outcomes, key=lambda o: year_of(o.period) or 0)
    quote = document.quote(proof)
    return [
        replace(o, note=quote, note_span=proof) if o is latest and o.note is None else o
        for o in observations
    ]


def _sentence_with(document: Document, within: Span, table: str, key: str) -> Span | None:
    for span in sentences(document.text, within):
        if _phrases(table, key).search(fold(document.quote(span))):
            return span
    return None


@cache
def _phrases(table: str, key: str) -> re.Pattern[str]:
    words = vocabulary("textrows")[table][key]
    return re.compile("|".join(re.escape(word) for word in words))
