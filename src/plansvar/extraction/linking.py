"""Short names in assessment summaries linked to the rows that they mean.

Each word of the short name is looked for in a row's name: as the same word, as the beginning or end
of a compound ("delaktighet" in "delaktighetsindex"), or by a common stem ("stolthet", "stolta"). A
row fits when every telling word is found well. One row that fits clearly better than all others is
linked; where two fit alike, or none does, the name stays unlinked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from plansvar.domain import (
    Abbreviation,
    Assessment,
    AssessmentSummary,
    Document,
    Gap,
    GapKind,
    Indicator,
    MarkSource,
    Part,
    SummaryName,
)
from plansvar.extraction.targets import judged
from plansvar.language.folding import bare, fold, stem, words
from plansvar.language.vocabulary import vocabulary
from plansvar.texts import text

ENOUGH = 0.7
MARGIN = 0.08


def linked(
    document: Document,
    summaries: Sequence[AssessmentSummary],
    indicators: Sequence[Indicator],
    abbreviations: Sequence[Abbreviation],
) -> tuple[tuple[AssessmentSummary, ...], tuple[Indicator, ...], tuple[Gap, ...]]:
    """Summaries with their names linked, indicators with the assessments that follow, and gaps."""
    longs = _longs(abbreviations, indicators)
    done = tuple(_with_links(document, s, indicators, longs) for s in summaries)
    gaps = tuple(gap for s in done for gap in _gaps(document, s, indicators))
    assessed = _assessed(document, done, indicators)
    return done, assessed, gaps


@lru_cache(maxsize=100_000)
def fits(short: str, name: str) -> float:
    """How well a short name fits a row's name, 0 to 1."""
    telling = _telling(short)
    if not telling:
        return 0.0
    others = words(name)
    others += [
        part for word in others for part in word.replace("/", "-").split("-") if part != word
    ]
    scores = [
        max(
            *(_alike(word, other) for other in others),
            _compound(word, others),
            _known(word, others),
        )
        for word in telling
    ]
    return min(scores) * 0.5 + sum(scores) / len(scores) * 0.5 if min(scores) > 0.5 else 0.0


def _with_links(
    document: Document,
    summary: AssessmentSummary,
    indicators: Sequence[Indicator],
    longs: Mapping[str, str],
) -> AssessmentSummary:
    candidates = _candidates(document, summary, indicators)
    names = tuple(replace(n, fits=_fitting(n, candidates, longs)) for n in summary.names)
    return replace(summary, names=names)


def _candidates(
    document: Document, summary: AssessmentSummary, indicators: Sequence[Indicator]
) -> tuple[Indicator, ...]:
    """Rows of the same part and kind; of any goal kind where the summary says just "mål"."""
    inside = _within_reach(document, document.part_at(summary.span.start), indicators)
    same = tuple(row for row in inside if summary.kind in row.kinds)
    general = summary.kind == vocabulary("assessments")["defaults"]["kind"]
    return same or (tuple(inside) if general else ())


def _within_reach(
    document: Document, part: Part | None, indicators: Sequence[Indicator]
) -> list[Indicator]:
    """Rows of the same part; all rows of the same title where the part is no unit's own, as the
    opening chapter of a report whose other chapters are the units'."""
    if part is None:
        return [*indicators]
    parts = [p for p in document.parts if p.title == part.title]
    if part.organisation is not None:
        parts = [part]
    found = []
    for row in indicators:
        where = _position(row)
        if where is None or any(p.span.start <= where < p.span.end for p in parts):
            found.append(row)
    return found


def _position(row: Indicator) -> int | None:
    return row.name_span.start if row.name_span else None


def _fitting(
    name: SummaryName, candidates: Sequence[Indicator], longs: Mapping[str, str]
) -> tuple[str, ...]:
    """The rows that fit best and alike: one when the link is sure."""
    spoken = longs.get(name.text.strip().lower(), name.text)
    scores = [
        (max(fits(said, r.name) for said in (spoken, name.text, _unplaced(name.text, r))), r.id)
        for r in candidates
    ]
    best = max(scores, default=(0.0, ""))
    if best[0] < ENOUGH:
        return ()
    return tuple(row for score, row in scores if score >= best[0] - MARGIN)


def _unplaced(short: str, row: Indicator) -> str:
    """A short name without the row's own unit: "sjukfrånvaro inom socialnämnden"."""
    units = {*row.responsible, *([row.place.organisation] if row.place.organisation else [])}
    plain = fold(short)
    return next((plain.replace(fold(u), " ") for u in units if fold(u) in plain), short)


@lru_cache(maxsize=100_000)
def _alike(word: str, other: str) -> float:
    """How much two words are the same word."""
    word, other = _plain(word), _plain(other)
    if word == other or _same_sense(word, other):
        return 1.0
    if stem(word) == stem(other):
        return 0.97
    short = stem(word)
    if len(short) >= 5 and (other.startswith(short) or other.endswith(word)):
        return 0.85
    common = _common(word, other)
    if (common >= 5 and common >= 0.6 * len(word)) or (common >= 7 and common >= 0.55 * len(word)):
        return 0.75
    if _begins_compound(short, other) or _is_derived(word, other):
        return 0.75
    close = len(word) > 6 and Levenshtein.distance(word, other, score_cutoff=1) <= 1
    return 0.8 if close else 0.0


def _known(word: str, others: Sequence[str]) -> float:
    """How well a name fits by what is known of it: "personalkontinuitet" counts whom one meets."""
    described = vocabulary("assessments")["links"]["known"].get(word, [])
    return 0.8 if described and all(part in others for part in described) else 0.0


def _same_sense(word: str, other: str) -> bool:
    """Whether two words mean the same in names of rows: "ej" and "inte"."""
    groups = vocabulary("assessments")["links"]["same"]
    return any(word in group and other in group for group in groups)


def _begins_compound(short: str, other: str) -> bool:
    """Whether a stem of four letters is the first part of a compound: "nöjd" in "nöjdkundindex"."""
    return len(short) == 4 and other.startswith(short) and len(other) >= len(short) + 5


def _is_derived(word: str, other: str) -> bool:
    """Whether a word is made from another with a syllable before it: "svar" in "besvaras"."""
    before = vocabulary("assessments")["links"]["before"]
    root = stem(word)
    return len(root) >= 4 and any(other.startswith(start + root) for start in before)


def _compound(word: str, others: Sequence[str]) -> float:
    """Whether a compound is made of two words of the name: "gymnasiebehörighet" of "behörighet till
    gymnasiet"."""
    whole = _plain(word)
    for last in others:
        end = _plain(last)
        if len(end) >= 4 and whole.endswith(end) and len(whole) - len(end) >= 4:
            start = whole[: len(whole) - len(end)]
            if any(_common(start, _plain(first)) >= max(4, len(start) - 2) for first in others):
                return 0.8
    for first in others:
        start = stem(_plain(first))
        rest = whole[len(start) :].lstrip("s")
        fits_start = len(start) >= 4 and whole.startswith(start) and len(rest) >= 4
        if fits_start and any(_common(rest, _plain(last)) >= 4 for last in others):
            return 0.75
    return 0.0


def _common(word: str, other: str) -> int:
    """How many letters two words have in common from their beginning."""
    pairs = zip(word, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(word), len(other)))


def _telling(short: str) -> list[str]:
    stop = set(vocabulary("stopwords")["link"]) if "link" in vocabulary("stopwords") else set()
    stop |= set(vocabulary("assessments")["lists"]["small"])
    found = words(short)
    return [word for word in found if word not in stop] or found


def _longs(
    abbreviations: Sequence[Abbreviation], indicators: Sequence[Indicator]
) -> dict[str, str]:
    """What abbreviations stand for: as the document explains them, or "Namn, HME" in a row."""
    found = {a.short.lower(): a.long for a in abbreviations}
    for row in indicators:
        long, comma, short = row.name.rpartition(",")
        if comma and short.strip().isupper() and len(short.strip()) <= 6:
            found.setdefault(short.strip().lower(), long.strip())
    return found


def _gaps(
    document: Document, summary: AssessmentSummary, indicators: Sequence[Indicator]
) -> list[Gap]:
    names = {row.id: row.name for row in indicators}
    said = summary.assessment or text("extraction.gaps.without")
    page = summary.place.page_index
    found: list[Gap] = []
    for name in summary.names:
        if len(name.fits) > 1:
            rows = "; ".join(names[row] for row in name.fits)
            reason = text(
                "extraction.gaps.ambiguous_name", name=name.text, assessment=said, rows=rows
            )
            found.append(Gap(GapKind.AMBIGUOUS_NAME, reason, page, name.span))
        elif not name.fits:
            reason = text("extraction.gaps.unknown_name", name=name.text, assessment=said)
            found.append(Gap(GapKind.UNKNOWN_NAME, reason, page, name.span))
    if summary.names and summary.stated_count and summary.stated_count > len(summary.names):
        reason = text(
            "extraction.gaps.unnamed",
            stated=summary.stated_count,
            assessment=said,
            named=len(summary.names),
        )
        found.append(Gap(GapKind.UNNAMED, reason, page, summary.span))
    return found


def _assessed(
    document: Document, summaries: Sequence[AssessmentSummary], indicators: Sequence[Indicator]
) -> tuple[Indicator, ...]:
    """The indicators with what summaries say of them; a row that two colours name stays open."""
    said: dict[str, list[Assessment]] = {}
    for summary in summaries:
        for name in summary.names:
            if len(name.fits) == 1 and summary.assessment:
                raw = document.quote(summary.span)
                given = Assessment(summary.assessment, MarkSource.SUMMARY, raw, proof=summary.span)
                said.setdefault(name.fits[0], []).append(given)
    return tuple(_with(row, said.get(row.id, [])) for row in indicators)


def _with(row: Indicator, given: Sequence[Assessment]) -> Indicator:
    if not given or row.assessment is not None:
        return row
    values = {assessment.value for assessment in given}
    one = given[0] if len(values) == 1 else replace(given[0], value=None)
    return judged(replace(row, assessments=(*row.assessments, one)))


@lru_cache(maxsize=100_000)
def _plain(word: str) -> str:
    return bare(word)
