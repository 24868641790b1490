"""Units as printed, in cells, headings and names, and what they are called canonically."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Span
from plansvar.language.folding import fold
from plansvar.language.numbers import NUMBER, is_missing, spelled_value
from plansvar.language.vocabulary import vocabulary

# the last two words before the last one: "i miljoner kronor" is not kronor
_FEWEST = 3
_ONE = "1"
_LONGEST = 30
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")  # "Inhyrd personal, tkr (jan-apr)"
_LAST = (r"\s(\S+\s\S+)\s*$", r"\s(\S+)\s*$")
_INNER = (r",\s*([^,()\s]{1,20})\s*,", *_LAST)  # "Sjukfrånvaro, %, totalt"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `factor` turns money into kronor (null where it is no money)."""

    name: str
    money: bool = False
    factor: float | None = None


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit found in a text, `span` counts in that text."""

    unit: Unit
    span: Span


def unit_named(text: str) -> Unit | None:
    """The unit that a whole text names: "procent" → "%", "Mkr" → "mnkr"; else null."""
    return _spellings().get(fold(text).strip("()[] ,;:"))


def unit_in_cell(raw: str) -> Unit | None:
    """The unit printed straight after the first number of a cell: "85%, d.v.s. 6 st." → "%"."""
    number = NUMBER.search(raw)
    found = unit_at(raw, number.end()) if number else None
    return found.unit if found else None


def unit_at(text: str, position: int) -> UnitMatch | None:
    """The unit that begins at `position` of `text`, after white space or glued."""
    found = _pattern().match(text, position)
    if not found:
        return None
    unit = _spellings()[fold(found[1])]
    if found[1][0].isupper() and not unit.money and found[1] != unit.name:
        return None  # "35 Antal besök": the next row begins, it is no unit
    return UnitMatch(unit, Span(found.start(1), found.end(1)))


def unit_in_name(name: str) -> UnitMatch | None:
    """The unit that a heading or an indicator's name prints: in brackets, after a comma, or last.

    "Andel förnybara bränslen (%)", "Total sjukfrånvaro, %", "HME, index", "Belopp i tkr"."""
    for pattern in (r"[(\[]([^()\[\]]{1,40})[)\]]", r",\s*([^,()]{1,40}?)\**\s*$", *_INNER):
        for found in re.finditer(pattern, name):
            unit = unit_named(found[1]) or _said_with_more(found[1], pattern[0])
            if unit and _certain(unit, found[1], pattern) and not _counted(name, found.start(1)):
                return UnitMatch(unit, Span(found.start(1), found.end(1)))
    aside = _ASIDE.search(name)
    return unit_in_name(name[: aside.start()]) if aside else None


def unit_printed(text: str) -> Unit | None:
    """What a cell of a column of units prints: a known unit, else its own short words."""
    shown = " ".join(text.split())
    known = unit_named(shown)
    own = len(shown) <= _LONGEST and any(map(str.isalpha, shown)) and not is_missing(shown)
    return known or (Unit(shown) if own else None)


def _said_with_more(text: str, opening: str) -> Unit | None:
    """The unit of a bracket, or of what follows a comma, that says more than the unit alone."""
    if opening == "[":
        return _put_together(text) or _belongs(text)
    return _shared(text) or _put_together(text) if opening == "," else None


def _shared(text: str) -> Unit | None:
    """The unit in "% av snöfallen", "dagar i snitt" and "median i dagar"."""
    words = vocabulary("units")["shares"]
    parts = fold(text).split()
    if len(parts) < _FEWEST:
        return None
    averaged = " ".join(parts[1:]) in words["averages"]
    first = unit_named(parts[0]) if parts[1] in words["of"] or averaged else None
    told = parts[-2] in words["in"] and parts[-1] not in words["no_units"]
    last = unit_named(parts[-1]) if told else None
    found = first or last
    return found if found and not found.money else None


def _put_together(text: str) -> Unit | None:
    """A unit that is put together and has no name of its own: "gram per portion"."""
    parts = fold(text).split()
    shared = any(word in vocabulary("units")["shares"]["words"] for word in parts[1:-1])
    known = shared and parts[0] in vocabulary("units")["matter"]["words"]
    return Unit(" ".join(text.split())) if known else None


def _belongs(text: str) -> Unit | None:
    # "(andel i procent)", "(mnkr, löpande priser)": the first or last word is the unit
    parts = fold(text).replace(",", " ").split()
    shared = len(parts) > 1 and parts[-2] in vocabulary("units")["shares"]["words"]
    ends = (*(() if shared else parts[-1:]), *parts[:1])
    return next((unit for part in ends if (unit := unit_named(part))), None)


def _counted(name: str, start: int) -> bool:
    """Whether a number stands right before a unit, which then is an amount: "Skattesatsen ändras
    med en krona", "Förändrad utdebitering med 1 krona"."""
    before = fold(name[:start]).split()[-1:]
    ones = vocabulary("amounts")["spelled"]["one"]
    return any(w in ones or w == _ONE or spelled_value(w) is not None for w in before)


def _certain(unit: Unit, spelling: str, pattern: str) -> bool:
    # a last word without bracket or comma is a unit only when it can be nothing else
    bare = pattern.startswith(r"\s(")
    return not bare or unit.money or spelling.strip() == "%"


@cache
def _spellings() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for entry in vocabulary("units")["units"]:
        unit = Unit(entry["name"], bool(entry.get("money")), entry.get("factor"))
        found |= {spelling: unit for spelling in (*entry["spellings"], fold(entry["name"]))}
    return found


def _ordered() -> list[str]:
    return sorted(_spellings(), key=len, reverse=True)


@cache
def _pattern() -> re.Pattern[str]:
    # Worked example: "40mnkr", "30 %", "85%, d.v.s.", "5,2 miljoner kronor"
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in _ordered())
    return re.compile(rf"\s?({names})(?![^\W_])", re.IGNORECASE)
