"""Judges a draft claim by claim: supported, deviating, not found, or without figures.

A sentence is supported only when each of its figures is printed by a source that speaks of its
matter, in the measure, year and group that the sentence names. Nothing is judged by likeness of
words alone: a sentence without figures is said to have none.
"""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.citing import Sources
from plansvar.asking.claims.candidates import Candidate, candidates
from plansvar.asking.claims.figures import ClaimFigure, figures_in
from plansvar.domain import Claim, ClaimVerdict, DraftReport
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library

MOST_PRINTED = 3


def judge_draft(
    sentences: Sequence[str], library: Library, encoder: Encoder | None = None
) -> DraftReport:
    """Each sentence of a draft with its verdict and sources."""
    sources = Sources(library)
    claims = tuple(_judge(sentence, library, encoder, sources) for sentence in sentences)
    return DraftReport(claims, tuple(sources.citations))


def _judge(sentence: str, library: Library, encoder: Encoder | None, sources: Sources) -> Claim:
    figures = figures_in(sentence)
    if not figures:
        return Claim(sentence, ClaimVerdict.NO_FIGURES)
    found = candidates(sentence, library, encoder)
    proving = [_prover(figure, found) for figure in figures]
    used = list(dict.fromkeys(one for one in proving if one is not None))
    unproved = tuple(f.raw for f, one in zip(figures, proving, strict=True) if one is None)
    if not unproved:
        cited = sources.cite(one.evidence for one in used)
        return Claim(sentence, ClaimVerdict.SUPPORTED, cited)
    return _unproved(sentence, unproved, [c for c in found if c.printed], sources)


def _unproved(
    sentence: str, unproved: tuple[str, ...], rows: Sequence[Candidate], sources: Sources
) -> Claim:
    """Deviating where a row of that name prints something else, else not found."""
    shown = rows[:MOST_PRINTED]
    return Claim(
        sentence,
        ClaimVerdict.DEVIATES if shown else ClaimVerdict.NOT_FOUND,
        sources.cite(one.evidence for one in shown),
        unproved,
        tuple(one.printed for one in shown if one.printed),
    )


def _prover(figure: ClaimFigure, found: Sequence[Candidate]) -> Candidate | None:
    return next((c for c in found if any(figure.says(other) for other in c.figures)), None)
