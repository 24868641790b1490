"""Assessments of a row: from marks, from words, and from both when they agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.domain import Assessment, Cell, Gap, GapKind, Mark, MarkSource, Trend
from plansvar.extraction.tables.legends import Legend, Meaning, colour_named, without_signs
from plansvar.extraction.tables.places import gap
from plansvar.language.folding import fold
from plansvar.language.numbers import is_missing
from plansvar.language.verdict_forms import bare_verdict, side_told
from plansvar.language.vocabulary import vocabulary
from plansvar.texts import text

_STEM = 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a cell says of a row: an assessment, a trend, and what was contradictory."""

    assessment: Assessment | None = None
    trend: Trend | None = None
    trend_raw: str | None = None
    gaps: tuple[Gap, ...] = ()


def read_verdict(cell: Cell, legend: Legend, breakdown: str, label: str) -> Verdict:
    """What an assessment cell says, by its marks and its words."""
    shown = " ".join(cell.text.split())
    cell = replace(cell, marks=tuple(legend.settled(mark) for mark in cell.marks))
    coloured = [mark for mark in cell.marks if mark.colour is not None]
    trend = _trend(cell)
    why = _disagreement(cell.marks, shown)
    if why is not None:
        found = _open(cell, shown, breakdown, trend)
        reason = text("tables.gap.disagreement", row=label[:80], why=why)
        return Verdict(found, trend[0], trend[1], (gap(GapKind.DISAGREEMENT, reason, [cell]),))
    if coloured:
        found = _coloured(coloured[0], cell, shown, legend, breakdown, trend)
        return Verdict(found, *trend)
    word = _worded(cell, shown, legend, breakdown, trend)
    sign = _signed(cell, shown, legend, breakdown)
    return Verdict(word or sign or _symbol(cell, legend, breakdown, trend), *trend)


def read_trend(cell: Cell) -> tuple[Trend | None, str | None]:
    """The trend that a cell shows by a mark or a word."""
    return _trend(cell)


def is_verdict_word(shown: str) -> bool:
    return _side(shown) is not None or colour_named(shown) is not None


def is_legend_text(shown: str) -> bool:
    """Whether a text is nothing but verdicts, as in a key that was read as a row."""
    return re.fullmatch(rf"(?:(?:{_verdict_pattern()})[\s,;:]*)+", fold(shown)) is not None


@cache
def _verdict_pattern() -> str:
    words = [word for _, found in _verdicts() for word in found if len(word) > 4]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _coloured(
    mark: Mark,
    cell: Cell,
    shown: str,
    legend: Legend,
    breakdown: str,
    trend: tuple[Trend | None, str | None],
) -> Assessment:
    meaning = legend.of_word(shown) or legend.of(mark)
    if meaning is not None and not _agrees(shown, meaning.text):
        meaning = None
    return Assessment(
        value=mark.colour.value if mark.colour else None,
        source=mark.source,
        raw=shown or mark.raw,
        breakdown=breakdown,
        trend=trend[0],
        trend_raw=trend[1],
        mark=mark,
        meaning=meaning.text if meaning else None,
        legend=meaning.span if meaning else None,
        proof=cell.span if shown else None,
    )


def _worded(
    cell: Cell, shown: str, legend: Legend, breakdown: str, trend: tuple[Trend | None, str | None]
) -> Assessment | None:
    if not any(letter.isalpha() for letter in shown) or _trend_word(shown):
        return None
    worded = bare_verdict(without_signs(fold(shown))) if is_verdict_word(shown) else None
    value = colour_named(shown) or worded
    if value is None and fold(shown).strip(" .") not in vocabulary("tables")["unsaid"]["words"]:
        short = len(shown.split()) <= 6
        value = fold(shown).rstrip(".") if short else None
    if value is None:
        return None
    meaning = legend.of_word(value)
    return Assessment(
        value=value,
        source=MarkSource.TEXT,
        raw=shown,
        breakdown=breakdown,
        trend=trend[0],
        trend_raw=trend[1],
        meaning=meaning.text if meaning else None,
        legend=meaning.span if meaning else None,
        proof=cell.span,
    )


def _signed(cell: Cell, shown: str, legend: Legend, breakdown: str) -> Assessment | None:
    """A sign in the text that carries its colour (an emoji), or that the legend explains."""
    if not shown or any(letter.isalnum() for letter in shown) or _trend_word(shown):
        return None
    signs = vocabulary("tables")["signs"].items()
    bare = shown.replace("\ufe0f", "").strip()
    value = next((str(colour) for colour, found in signs if bare in found), None)
    value = value or sign_named(bare)
    drawn = (found for mark in cell.marks if (found := legend.of(mark)))
    meaning = legend.of_word(value or bare) or next(drawn, None) or legend.of_sign(shown)
    if is_missing(shown) or (value is None and meaning is None):
        return None
    return Assessment(
        value=value or bare,
        source=MarkSource.SYMBOL,
        raw=shown,
        breakdown=breakdown,
        meaning=meaning.text if meaning else None,
        legend=meaning.span if meaning else None,
        proof=cell.span,
    )


def _symbol(
    cell: Cell, legend: Legend, breakdown: str, trend: tuple[Trend | None, str | None]
) -> Assessment | None:
    """A symbol without colour (a smiley, a tick): its own description is the value."""
    mark = next((m for m in cell.marks if m.raw and m.trend is None and m.share is None), None)
    if mark is None or mark.raw is None:
        return _printed_sign(cell, legend, breakdown)
    meaning = legend.of(mark)
    told = _verdict_of(meaning) if is_ball(mark.raw) else None
    return Assessment(
        value=told or sign_named(mark.raw) or fold(mark.raw),
        source=mark.source,
        raw=mark.raw,
        breakdown=breakdown,
        trend=trend[0],
        trend_raw=trend[1],
        mark=mark,
        meaning=meaning.text if meaning else None,
        legend=meaning.span if meaning else None,
    )


def is_ball(raw: str) -> bool:
    """Whether a figure is a ball that judges by how much of it is filled, or a drawing, which only
    its key can say in words."""
    figures = vocabulary("marks")["figures"]
    return raw.startswith(vocabulary("marks")["drawings"]["word"]) or raw in (
        str(figures[kind]) for kind in vocabulary("marks")["balls"]["kinds"]
    )


def _verdict_of(meaning: Meaning | None) -> str | None:
    """The verdict that a key says, as a cell would print it: "målet är delvis uppfyllt"."""
    if meaning is None or _side(meaning.text) is None:
        return None
    return bare_verdict(fold(meaning.text).strip(" ."))


def _printed_sign(cell: Cell, legend: Legend, breakdown: str) -> Assessment | None:
    """A sign in plain ink, where the legend says what it stands for."""
    meaning = legend.of_sign(cell.text)
    if meaning is None:
        return None
    raw = cell.text.strip()
    value = sign_named(raw) or fold(raw)
    mark = Mark(MarkSource.SYMBOL, None, None, raw)
    return Assessment(
        value,
        MarkSource.SYMBOL,
        raw,
        breakdown,
        mark=mark,
        meaning=meaning.text,
        legend=meaning.span,
        proof=cell.span,
    )


def _agrees(shown: str, meaning: str) -> bool:
    """Whether a legend may explain a cell that prints a verdict of its own: they share a word. What
    a colour says of whole committees is not what "Nås delvis" says of a goal."""
    if colour_named(shown) is not None or _side(shown) is None:
        return True
    said, told = (re.findall(r"[^\W\d_]{2,}", fold(text)) for text in (shown, meaning))
    return _side(meaning) == _side(shown) or bool(
        {word[:_STEM] for word in said} & {word[:_STEM] for word in told}
    )


def sign_named(raw: str) -> str | None:
    """What a sign that judges by its form is called: "☹" → "ledsen"."""
    symbols = vocabulary("pdf")["symbols"]
    figures = [str(name) for name in vocabulary("marks")["figures"].values()]
    bare = raw.replace("\ufe0f", "").strip()
    return next((n for n in figures if bare == n or (bare and bare in symbols.get(n, ""))), None)


def _open(
    cell: Cell, shown: str, breakdown: str, trend: tuple[Trend | None, str | None]
) -> Assessment:
    mark = cell.marks[0]
    return Assessment(
        None, mark.source, shown or mark.raw, breakdown, trend[0], trend[1], mark=mark
    )


def _disagreement(marks: Sequence[Mark], shown: str) -> str | None:
    colours = list(dict.fromkeys(mark.colour.value for mark in marks if mark.colour))
    if len(colours) > 1:
        return text("tables.gap.marks_differ", marks=", ".join(colours))
    told = next((mark.disagreement for mark in marks if mark.disagreement), None)
    if told is not None:
        return told
    if colours and _contradicts(shown, colours[0]):
        return text("tables.gap.word_and_colour", word=shown, colour=colours[0])
    return None


def _contradicts(shown: str, colour: str) -> bool:
    named = colour_named(shown)
    if named is not None:
        return named != colour
    side = _side(shown)
    usual = {c: str(s) for s, cs in vocabulary("tables")["sides"].items() for c in cs}.get(colour)
    return {side, usual} == {"good", "bad"}


def _side(shown: str) -> str | None:
    """Whether a verdict in words is good, middle, bad or none; null when it is no verdict."""
    folded = without_signs(fold(shown))
    listed = next((side for side, words in _verdicts() if folded in words), None)
    return listed or side_told(folded)


@cache
def _verdicts() -> tuple[tuple[str, frozenset[str]], ...]:
    entries = vocabulary("tables")["verdicts"].items()
    return tuple((str(side), frozenset(words)) for side, words in entries)


def _trend(cell: Cell) -> tuple[Trend | None, str | None]:
    for mark in cell.marks:
        if mark.trend is not None:
            return mark.trend, mark.raw
    word = _trend_word(" ".join(cell.text.split()))
    return (word, " ".join(cell.text.split())) if word else (None, None)


def _trend_word(shown: str) -> Trend | None:
    folded = fold(shown).strip(" .")
    for name, words in vocabulary("tables")["trends"].items():
        if folded in words or (folded[:1] in words and not folded[1:].strip("\ufe0f ")):
            return Trend(name)
    return None
