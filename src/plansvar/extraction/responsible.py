"""Who is responsible for a commitment, as printed: "(KS, SBN, KFAST)", "KS/KLK ansvarar för …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Span
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary

# An abbreviation of a unit: KS, KFAST, SoN, KoU, AB
SHORT = r"(?-i:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,3}[A-ZÅÄÖ]{1,4}|[A-ZÅÄÖ]{2,7})"
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Responsible:
    """The units named and the characters that name them."""

    units: tuple[str, ...]
    span: Span


def in_brackets(text: str, within: Span) -> tuple[Responsible, ...]:
    """All brackets that hold nothing but units: "(KS, alla nämnder och bolag.)"."""
    found = []
    for match in re.finditer(r"\(([^()]{2,120})\)\.?", text[within.start : within.end]):
        units = _units(match[1])
        if units:
            start = within.start + match.start()
            found.append(Responsible(units, Span(start, within.start + match.end())))
    return tuple(found)


def closing_bracket(text: str, item: Span) -> Responsible | None:
    """The bracket that ends an item and holds one unit: "(TN)", "(KS/SBN)", "(hemtjänstchefen)"."""
    match = _closing().search(text, item.start, item.end)
    if match is None:
        return None
    units = tuple(part.strip() for part in re.split(r"\s*[,/]\s*", match["units"]))
    if not all(_may_be_unit(unit) or _names_unit(unit) for unit in units):
        return None
    return Responsible(units, Span(match.start(), match.end()))


def _may_be_unit(said: str) -> bool:
    """Whether a text is an abbreviation, and not one that is known to stand for something else than
    a unit ("NKI")."""
    other = vocabulary("commitments")["subjects"]["no_units"]
    return re.fullmatch(SHORT, said) is not None and said not in other


def _names_unit(said: str) -> bool:
    ends = tuple(vocabulary("commitments")["subjects"]["closing"])
    return len(said.split()) <= 6 and fold(said).endswith(ends)


def names_holder(said: str) -> bool:
    """Whether a text is a post with the name of who holds it: "Socialchef Jonas Ekdal"."""
    post, *name = said.split() or [""]
    ends = tuple(vocabulary("commitments")["subjects"]["closing"])
    return bool(name) and fold(post).endswith(ends) and all(each[:1].isupper() for each in name)


def as_subject(text: str, sentence: Span, weak: bool = True) -> Responsible | None:
    """The unit with which a sentence begins when it says what that unit is to do.

    With `weak` false, "ska" counts only after a form with a slash or a known word."""
    match = _subject().match(text, sentence.start, sentence.end)
    if match is None:
        return None
    duty = fold(match["duty"])
    known = vocabulary("commitments")["subjects"]["words"]
    sure = "/" in match["unit"] or fold(match["unit"]) in known
    if duty in vocabulary("commitments")["subjects"]["weak"] and not (weak or sure):
        return None
    rest = fold(text[match.end() : sentence.end]).split()
    refers = not rest or rest[0].strip(".,") in vocabulary("commitments")["anaphors"]["words"]
    if refers and len(rest) < SHORTEST:
        return None  # "Förvaltningen ansvarar för arbetet." tells of a commitment before it
    span = Span(match.start("unit"), match.end("unit"))
    units = tuple(part.strip() for part in re.split(r"\s*/\s*|,\s*", match["unit"]) if part.strip())
    return Responsible(units, span)


def in_field(text: str, within: Span) -> Responsible | None:
    """What stands after "Ansvarig:" up to the end of the line or sentence."""
    match = _field().search(text, within.start, within.end)
    if match is None:
        return None
    raw = match["units"].strip().rstrip(".")
    joint = vocabulary("commitments")["subjects"]["and"]
    parts = re.split(rf"\s*[,;]\s*|\s+{joint}\s+(?=[A-ZÅÄÖ])", raw)
    units = tuple(part.strip() for part in parts if part.strip())
    return Responsible(units, Span(match.start("units"), match.start("units") + len(raw)))


def alone(text: str, sentence: Span) -> Responsible | None:
    """The units that a sentence is, and nothing else: "Kultur- och fritidsnämnden."."""
    said = text[sentence.start : sentence.end].strip()
    bare = said.rstrip(". ")
    parts = [part.strip() for part in re.split(r"\s*[,/]\s*", bare) if part.strip()]
    if not parts or not all(re.fullmatch(SHORT, p) or _names_unit(p) for p in parts):
        return None
    start = sentence.start + text[sentence.start : sentence.end].index(said)
    return Responsible(tuple(parts), Span(start, start + len(bare)))


def _units(inside: str) -> tuple[str, ...]:
    parts = [part.strip(" .") for part in inside.split(",")]
    known = vocabulary("commitments")["members"]["words"]
    good = [p for p in parts if re.fullmatch(rf"{SHORT}(?:/{SHORT})*", p) or fold(p) in known]
    short = [p for p in good if fold(p) not in known]
    if not good or len(good) != len([p for p in parts if p]):
        return ()
    # a single abbreviation explains the word before it: "kommunledningskontoret (KLK)"
    return tuple(good) if len(good) > 1 or not short else ()


@cache
def _subject() -> re.Pattern[str]:
    subjects = vocabulary("commitments")["subjects"]
    words = alternatives(subjects["words"])
    ends, joint = alternatives(subjects["ends"]), subjects["and"]
    unit = rf"(?:{SHORT}(?:/{SHORT})*|{words}|(?:[\w-]+\s+(?:{joint}\s+)?){{0,4}}\w*(?:{ends}))"
    return re.compile(
        rf"(?P<unit>{unit})\s+(?P<duty>{alternatives(subjects['duties'])})(?!\w)", re.I
    )


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"\((?P<units>[^()]{2,80})\)\.?(?=\s*$|\s+[A-ZÅÄÖ])")


@cache
def _field() -> re.Pattern[str]:
    leads = alternatives(vocabulary("commitments")["members"]["responsible_leads"])
    dates = alternatives(vocabulary("commitments")["deadlines"]["fields"])
    others = alternatives(vocabulary("commitments")["members"]["status_leads"])
    return re.compile(
        rf"(?<!\w)(?:{leads})\s*:\s*(?P<units>[^\n]+?)"
        rf"(?=\.\s|\.?$|\n|;|\s+(?:{dates}|{others})\s*:)",
        re.I | re.M,
    )
