"""Questions for a yes or no on which side of a limit a value is ("är sjukfrånvaron under 6
procent?"): the limit, and the question for the value itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from plansvar.asking.query import Threshold, Words
from plansvar.domain import Span
from plansvar.language.commonwords import common_words
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.money import money_spellings
from plansvar.language.numbers import parse_number, spelled_value
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import alternatives, vocabulary

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_AGES = ("<", ">")  # relations that a name may hold before an age ("80 år")

_STRETCH = re.compile(r"\s?[-–]\s?\d")  # a dash and the other end


@dataclass(frozen=True, slots=True)
class LimitAsked:
    """A question for the value, and the limit that it is to be held against."""

    text: str
    limit: Threshold


def limit_asked(text: str) -> LimitAsked | None:
    """The value asked for and its limit; null for a question that asks which rows are so, or that
    holds no limit or several."""
    plain = _without_leading(text)
    said = split(plain)
    if not said or said[0] in _words("no_openings") or set(said) & set(_words("of_several")):
        return None
    if plain == text and not (is_verb(said[0]) or said[0] in _words("auxiliaries")):
        return None
    found = [each for each in _pattern().finditer(fold(plain)) if _is_limit(each)]
    if len(found) != 1 or len(fold(plain)) != len(plain):
        return None
    each = found[0]
    limit = Threshold(
        None,
        _relation_of(each["relation"]),
        _value_of(each["number"]) or 0.0,
        unit=_unit_of(each["behind"]),
        words=(Words(plain[each.start() : each.end()], Span(each.start(), each.end())),),
    )
    return LimitAsked(_for_value(plain, each), limit)


def _without_leading(text: str) -> str:
    folded = fold(text)
    found = re.match(rf"\W*(?:{alternatives(_words('leading'))})\b[\s,:]*", folded)
    return text[found.end() :] if found and len(folded) == len(text) else text


def _is_limit(found: re.Match[str]) -> bool:
    """Whether a relation with a number is a limit: a year is none, nor an age of a name or the
    first of two ("mer än 6–15 år")."""
    value = _value_of(found["number"])
    if value is None or _STRETCH.match(found.string, found.end("number")):
        return False
    behind = found["behind"] or ""
    year = _FIRST_YEAR <= value <= _LAST_YEAR and " " not in found["number"].strip()
    if year and not _is_noun(behind) and not _unit_of(behind):
        return False
    return not (_relation_of(found["relation"]) in _AGES and behind in _words("of_names"))


def _for_value(text: str, found: re.Match[str]) -> str:
    """The question for the value: "hur många invånare har kommunen", "hur hög är soliditeten"."""
    before, behind = text[: found.start()].strip(), text[found.end("number") :].strip(" ?!.")
    frames = vocabulary("limits")["frames"]
    english = found["relation"].split()[-1] in _words("english")
    language = "en" if english else "sv"
    if _is_noun(found["behind"] or ""):
        return f"{frames['counted'][language]} {behind} {before}"
    unit = _unit_at(text, found)
    rest = behind.removeprefix(unit).strip()
    first = (split(before) or [""])[0]
    if found["relation"] in _words("verbs"):
        thing = before[len(first) :] if first in _words("asking") else before
        return " ".join(filter(None, (frames["verb"][language], thing.strip(), rest)))
    frame = frames["degree" if first in _words("be") else "amount"][language]
    return " ".join(filter(None, (frame, before, rest)))


def _unit_at(text: str, found: re.Match[str]) -> str:
    """The unit behind the number, as written."""
    unit = found["behind"]
    return text[found.start("behind") : found.end("behind")] if unit else ""


def _is_noun(word: str) -> bool:
    """Whether a word behind a number is what is counted, and no unit of money or share."""
    measured = {*(said for said, _ in money_spellings()), *_words("shares"), *_units()}
    return bool(word) and word not in measured and word not in common_words()


def _relation_of(said: str) -> str:
    relations: dict[str, list[str]] = vocabulary("limits")["relations"]
    plain = " ".join(said.split())
    return next(relation for relation, forms in relations.items() if plain in forms)


def _value_of(number: str) -> float | None:
    named: dict[str, int] = vocabulary("limits")["words"]["numbers"]
    told = number.strip()
    spelled = named.get(told) or spelled_value(told)
    return float(spelled) if spelled is not None else parse_number(told)


def _unit_of(said: str | None) -> str | None:
    plain = " ".join((said or "").split())
    units = vocabulary("units")["units"]
    swedish = next((str(u["name"]) for u in units if plain and plain in u["spellings"]), None)
    return swedish or _units().get(plain)


def _units() -> dict[str, str]:
    """English words for units."""
    found: dict[str, str] = vocabulary("limits")["words"]["units"]
    return found


def _words(name: str) -> tuple[str, ...]:
    data: dict[str, Any] = vocabulary("limits")["words"]
    return tuple(data[name])


@cache
def _pattern() -> re.Pattern[str]:
    """A relation with its number, and the unit or the noun behind it."""
    relations = [form for forms in vocabulary("limits")["relations"].values() for form in forms]
    units = [s for unit in vocabulary("units")["units"] for s in unit["spellings"] if s]
    digits = r"\d{1,3}(?:[\s.]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
    return re.compile(
        rf"\b(?P<relation>{alternatives(relations)})\s+(?P<number>{digits}|[^\W\d]+)(?!\w)"
        rf"(?:\s*(?P<behind>(?:{alternatives(units)})(?!\w)|[^\W\d]+))?"
    )
