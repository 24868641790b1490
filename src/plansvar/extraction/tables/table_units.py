"""The unit of a whole table: over its labels, near it, or said once for the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.domain import Span
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.tables.kinds import Named, is_title
from plansvar.extraction.tables.money import stated_unit
from plansvar.extraction.units import Unit, unit_in_name, unit_named
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary

LONGEST_UNIT_LINE = 120
SHORT_SENTENCE = 5


def table_unit(columns: tuple[Column, ...], around: Sequence[Named]) -> tuple[Unit, Span] | None:
    """The unit of the whole table: over the labels, in the title, the caption, the line above."""
    periods = vocabulary("tables")["periods_column"]["words"]
    for column in with_role(columns, Role.LABEL, Role.UNKNOWN):
        if fold(column.text) in periods:
            continue
        for part, span in zip(column.parts, column.spans, strict=True):
            unit = unit_in(part) or _unit_said(part)
            if unit is not None:
                return unit, span
    for named in around:
        unit = unit_in(named.text) if len(named.text) <= LONGEST_UNIT_LINE else None
        unit = unit or _unit_in_sentence(named.text)
        unit = unit or (_unit_said(named.text) if is_title(named.text) else None)
        if unit is not None:
            return unit, named.span
    return None


def _unit_in_sentence(text: str) -> Unit | None:
    """The unit that one of several sentences above a table does nothing but name."""
    sentences = re.split(r"(?<=[.:])\s+", text)
    short = [s for s in sentences if len(sentences) > 1 and len(s.split()) <= SHORT_SENTENCE]
    said = next((u for one in short if (u := unit_in(one) or _money_named(one))), None)
    found = stated_unit(text) if said is None else None
    return found[0] if found else said


def _money_named(sentence: str) -> Unit | None:
    """The unit of money that a short sentence without figures names: "Mnkr i tabellen."."""
    if any(map(str.isdigit, sentence)):
        return None
    named = (unit_named(word.strip(".,:()")) for word in sentence.split())
    return next((unit for unit in named if unit is not None and unit.money), None)


def unit_in(text: str) -> Unit | None:
    """The unit that a short text names or ends with."""
    named = unit_named(text)
    if named is not None:
        return named
    match = unit_in_name(text.rstrip(" .:"))
    if match is not None and text[: match.span.start].rstrip()[-1:].isdigit():
        return None  # "Ram 2026: 99,8 mnkr" and "Välfärdsteknik 45 %" are figures
    return match.unit if match else _unit_of_share(text)


def _unit_said(text: str) -> Unit | None:
    """The unit that a title says within: "Sjukfrånvaro i procent av arbetstiden, per enhet"."""
    shares = vocabulary("units")["shares"]
    said = alternatives(shares["in"])
    behind = rf"(?=\s*[,.:;)]|\s+(?:{alternatives((*shares['of'], *shares['per']))})\s)"
    for found in re.finditer(rf"(?<!\w)(?:{said})\s+(?P<unit>[^\W\d_]+){behind}", fold(text)):
        unit = unit_named(found["unit"])
        if unit is not None and not unit.money and found["unit"] not in shares["no_units"]:
            return unit
    return None


def _unit_of_share(text: str) -> Unit | None:
    """The unit that opens a heading and says of what it is a share: "Procent av arbetstiden"."""
    first, _, rest = fold(text).partition(" ")
    shared = rest.split()[:1] and rest.split()[0] in vocabulary("units")["shares"]["of"]
    unit = unit_named(first) if shared else None
    return unit if unit and not unit.money else None
