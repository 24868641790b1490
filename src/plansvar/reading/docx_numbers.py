"""The words that Word puts before numbered paragraphs: "Mål 1:", "Delmål 1.2".

Such words are shown and printed but stand nowhere in the text. Bare numbers are left out: they only
say that a paragraph is one of several."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from plansvar.reading.docx_text import W

_PLACE = re.compile(r"%([1-9])")
_MOST_ROMAN = 40
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str


class Numbers:
    """The labels of the numbered paragraphs of a document, in the order in which they stand."""

    def __init__(self, document: Any, numbering_of: Callable[[Any], Any | None]) -> None:
        lists = _lists(document)
        counts: dict[str, dict[int, int]] = {}
        self._labels: dict[Any, str] = {}
        for paragraph in document.element.body.iter(f"{W}p") if lists else ():
            found = _numbered(numbering_of(paragraph))
            if found is None or found[0] not in lists:
                continue
            own, level = found
            name, levels = lists[own]
            counter = counts.setdefault(name, {})
            counter[level] = counter.get(level, _start(levels, level) - 1) + 1
            for deeper in [other for other in counter if other > level]:
                del counter[deeper]
            label = _label(levels, level, counter)
            if label is not None:
                self._labels[paragraph] = label

    def label(self, paragraph: Any) -> str | None:
        """The words and the number before a paragraph; null where it has none."""
        return self._labels.get(paragraph)


def _lists(document: Any) -> dict[str, tuple[str, Mapping[int, _Level]]]:
    """For each numbering the list that it counts in, and the levels of that."""
    part = next(
        (r.target_part for r in document.part.rels.values() if r.reltype.endswith("/numbering")),
        None,
    )
    root = getattr(part, "element", None)
    if root is None:
        return {}
    levels = {
        each.get(f"{W}abstractNumId"): {
            int(level.get(f"{W}ilvl")): _level(level)
            for level in each.iter(f"{W}lvl")
            if (level.get(f"{W}ilvl") or "").isdigit()
        }
        for each in root.iter(f"{W}abstractNum")
    }
    found: dict[str, tuple[str, Mapping[int, _Level]]] = {}
    for num in root.iter(f"{W}num"):
        name = _value(num, "abstractNumId")
        # a numbering that begins anew counts for itself
        anew = num.find(f"{W}lvlOverride/{W}startOverride") is not None
        if name in levels:
            identity = num.get(f"{W}numId")
            found[identity] = (f"{name} {identity}" if anew else name, levels[name])
    return found


def _level(level: Any) -> _Level:
    start = _value(level, "start") or "1"
    form = _value(level, "numFmt") or "decimal"
    return _Level(int(start) if start.isdigit() else 1, form, _value(level, "lvlText") or "")


def _value(holder: Any, name: str) -> str:
    found = holder.find(f"{W}{name}")
    return str(found.get(f"{W}val") or "") if found is not None else ""


def _numbered(numbering: Any | None) -> tuple[str, int] | None:
    if numbering is None:
        return None
    level = _value(numbering, "ilvl") or "0"
    own = _value(numbering, "numId")
    return (own, int(level)) if own not in ("", "0") and level.isdigit() else None


def _start(levels: Mapping[int, _Level], level: int) -> int:
    return levels[level].start if level in levels else 1


def _label(levels: Mapping[int, _Level], level: int, counter: Mapping[int, int]) -> str | None:
    """The label of a paragraph, where it has words and all of its numbers can be told."""
    own = levels.get(level)
    if own is None or not re.search(r"[^\W\d_]{2,}", _PLACE.sub(" ", own.text)):
        return None
    label = own.text
    for place in dict.fromkeys(_PLACE.findall(own.text)):
        at = int(place) - 1
        number = counter.get(at, _start(levels, at))
        shown = _shown(number, levels[at].form if at in levels else "decimal")
        if shown is None:
            return None
        label = label.replace(f"%{place}", shown)
    return " ".join(label.split())


def _shown(number: int, form: str) -> str | None:
    if form == "decimal":
        return str(number)
    if form in ("lowerLetter", "upperLetter") and 0 < number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < number < _MOST_ROMAN:
        roman, rest = "", number
        for value, sign in _ROMAN:
            roman += sign * (rest // value)
            rest %= value
        return roman.upper() if form == "upperRoman" else roman
    return None
