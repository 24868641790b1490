"""What one cell prints: a figure, a target, a missing value, a footnote mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from plansvar.extraction.targets import is_target, read_target
from plansvar.extraction.units import unit_in_cell
from plansvar.language.folding import fold
from plansvar.language.numbers import MINUS, find_numbers, is_missing
from plansvar.language.raised import MARKS
from plansvar.language.vocabulary import vocabulary

LONGEST_TARGET = 60
LONGEST_WORD = 30
GLUED = re.compile(r"\d{3}(?:\s\d{3}){2,}")

# "41,1*", "12 %¹", "45 2)": a mark of one to four stars, a raised digit, a digit with a bracket
NOTE_MARK = re.compile(
    rf"(?:(?<=[\w%)])\s?(\*{{1,4}})|([{MARKS}])⁾?|(?<=[\w%{MINUS}—])\s([1-9]\)))\s*$"
)
ONLY_MARK = re.compile(f"[{MARKS}]")
# "m²", "km³": the exponent of a unit is no mark
EXPONENT = re.compile(r"(?<![^\W\d_])[a-z]{0,2}m[²³]\s*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell as read. `fits` is false where it holds several figures or prose."""

    raw: str
    value: float | None = None
    unit: str | None = None
    note_mark: str | None = None
    fits: bool = True


def read_cell(text: str, measure: str | None = None) -> Reading | None:
    """What a value cell prints; null when it is empty."""
    shown = " ".join(text.split())
    if not shown:
        return None
    if is_missing(shown):
        return Reading(shown, note_mark=shown)
    if ONLY_MARK.fullmatch(shown):
        return Reading(shown, note_mark=shown)  # the footnote tells why nothing stands there
    body, mark = split_note_mark(shown)
    if is_missing(body):
        return Reading(body, note_mark=mark or body)
    numbers = find_numbers(body, spelled=False)
    if measure is not None and is_target(measure):
        fits = len(body) <= LONGEST_TARGET and not _crowded(body)
        return Reading(body, read_target(body).value, _unit(body), mark, fits)
    if not numbers:
        return Reading(body, None, None, mark, len(body) <= LONGEST_WORD)
    # three groups of three digits may be three values; money is known by its table
    glued = measure is not None and GLUED.fullmatch(body) is not None
    fits = _starts_with_number(body) and not _crowded(body) and not glued
    return Reading(body, numbers[0].value + 0.0, _unit(body), mark, fits)


def split_note_mark(text: str) -> tuple[str, str | None]:
    """A text without the footnote mark at its end, and that mark."""
    found = NOTE_MARK.search(text)
    # "(klass 3)" closes a bracket of the text itself
    inside = bool(found and found[3]) and text.count("(") >= text.count(")")
    if not found or inside or EXPONENT.search(text) or not text[: found.start()].strip():
        return text.strip(), None
    mark = next(group for group in found.groups() if group)
    return text[: found.start()].strip(), mark


def not_measured(comment: str | None) -> bool:
    """Whether a comment says that nothing was measured."""
    patterns = vocabulary("tables")["not_measured"]["patterns"]
    return comment is not None and any(re.search(p, fold(comment)) for p in patterns)


def _unit(body: str) -> str | None:
    unit = unit_in_cell(body)
    return unit.name if unit else None


def _crowded(body: str) -> bool:
    """Whether figures stand in a row with nothing between them: several cells in one."""
    numbers = find_numbers(body, spelled=False)
    for first, second in pairwise(numbers):
        between = body[first.end : second.start]
        signed = second.raw[:1] in MINUS and body[second.start + 1 : second.start + 2] != " "
        if not between.strip(" %") and (between or signed) and not _is_range(body):
            return True
    return False


def _is_range(body: str) -> bool:
    # "4-6", "4 – 6 %"; in "19 -2" the sign belongs to the second figure
    dash = rf"(?:[{MINUS}]|\s[{MINUS}]\s)"
    return re.fullmatch(rf"[^\d]*[\d,.]+(?:\s?%)?{dash}[\d,.]+\s?%?\D*", body) is not None


def _starts_with_number(body: str) -> bool:
    before = body[: find_numbers(body, spelled=False)[0].start]
    return len(re.findall(r"\w+", before)) <= 2
