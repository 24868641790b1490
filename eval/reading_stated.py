"""Compares what running text says with what was taken out of it: summaries, notes, amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from plansvar.domain import Extraction

if TYPE_CHECKING:
    from eval.reading_truth import Score, Truth


class TrueSummary(Protocol):
    assessment: str
    count: int
    names: tuple[tuple[str, str], ...]


class TrueNote(Protocol):
    goal: str
    raw: str
    period: str
    words: str


def compare_stated(truth: Truth, extraction: Extraction, score: Score) -> None:
    """Adds to the score how sentences were understood."""
    _headings(truth, extraction, score)
    for summary in truth.summaries:
        _summary(summary, extraction, score)
    for note in truth.notes:
        _note(note, extraction, score)
    _amounts(truth, extraction, score)


def _headings(truth: Truth, extraction: Extraction, score: Score) -> None:
    """Headings lead to sections; titles of tables may, and are not counted."""
    document = extraction.document
    left = [document.quote(section.heading) for section in document.sections]
    for heading in truth.headings:
        found = heading in left
        score.judge("headings", "", heading, heading if found else None)
        if found:
            left.remove(heading)


def _summary(true: TrueSummary, extraction: Extraction, score: Score) -> None:
    mine = [s for s in extraction.summaries if (s.assessment or "").lower() == true.assessment]
    counts = [summary.stated_count for summary in mine if summary.stated_count is not None]
    read = next((count for count in counts if count == true.count), counts[0] if counts else None)
    score.judge("summary count", true.assessment, str(true.count), read and str(read))
    rows = {row.id: row.name for row in extraction.indicators}
    linked = {
        " ".join(name.text.lower().split()): [rows[fit] for fit in name.fits if fit in rows]
        for summary in mine
        for name in summary.names
    }
    for short, name in true.names:
        fits = linked.pop(short.lower(), None)
        where = f"{true.assessment}: {short}"
        score.judge("summary name", where, short, None if fits is None else short)
        if fits is not None:
            score.judge("summary link", where, name, "; ".join(fits))
    for short in linked:
        score.judge("summary name", true.assessment, None, short)


def _note(true: TrueNote, extraction: Extraction, score: Score) -> None:
    notes = [
        observation.note or ""
        for row in extraction.indicators
        for observation in row.observations
        if row.name == true.goal
        and observation.raw == true.raw
        and (observation.period or "") == true.period
    ]
    found = next((note for note in notes if true.words in note), "; ".join(notes))
    where = f"{true.goal[:40]} {true.raw}"
    score.judge("note", where, true.words, true.words if true.words in found else found)


def _amounts(truth: Truth, extraction: Extraction, score: Score) -> None:
    left = [amount for amount in extraction.amounts if not amount.headings]
    for raw, unit in truth.sums_in_text:
        value = float(raw.replace(" ", "").replace(",", "."))
        row = next((a for a in left if a.unit == unit and abs(a.value or 0.0) == value), None)
        score.judge("amounts in text", "", f"{raw} {unit}", f"{raw} {unit}" if row else None)
        if row is not None:
            left.remove(row)
    for row in left:
        where = f"p{row.place.page_index} {row.what[:50]}"
        score.judge("amounts in text", where, None, f"{row.raw} {row.unit}")
