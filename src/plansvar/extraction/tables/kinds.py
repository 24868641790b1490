"""The kind of a table's rows: processmål, nyckeltal, aktivitet, in the document's own word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plansvar.domain import Span
from plansvar.extraction.deadlines import heads_deadlines
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.units import unit_in_name
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, holds_word, vocabulary

LONGEST_LINE = 120
LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a text near the table says, and its characters."""

    text: str
    span: Span


def is_title(text: str) -> bool:
    """Whether a text is a title and no sentence."""
    return len(text) <= LONGEST_TITLE and text[-1:] not in tuple(".!?:")


def kind_of_heading(text: str) -> str | None:
    """The kind of row that a label heading names: "Indikatorer" → "indikator"."""
    folded = fold(re.sub(r"[*¹²³:]+", " ", text))
    whole = _kinds().get(folded)
    if whole:
        return whole
    words = [word for word in _kinds() if holds_word(folded, word)]
    return _kinds()[max(words, key=len)] if words else _compound_kind(folded)


def _compound_kind(folded: str) -> str | None:
    kind = vocabulary("tables")["kind"]
    own = next((w for w in folded.split() if w.endswith(tuple(kind["endings"]))), None)
    return None if own in kind["no_kinds"] else own


def goes_on_from_kind(text: str) -> bool:
    """Whether a heading opens with a kind word and says more of it: "Uppdrag i budget 2025"."""
    first, _, rest = fold(text).partition(" ")
    words = vocabulary("tables")["kind"]["goes_on"]
    return first in _kinds() and rest.startswith(tuple(f"{word} " for word in words))


def heading_kind(columns: tuple[Column, ...]) -> str | None:
    labels = [*reversed(with_role(columns, Role.LABEL))]
    texts = [part for column in labels for part in (column.text, *column.parts)]
    return next((kind for text in texts if (kind := kind_of_heading(text))), None)


def kind_in_heading(column: Column) -> str:
    """What rows are called by the heading of their names, without a unit: "Projekt, tkr"."""
    unit = unit_in_name(column.text)
    named = column.text[: unit.span.start].strip(" ,.([-–/") if unit else column.text
    return fold(named or column.text)


def default_kind() -> str:
    """What rows are called whose kind nothing says."""
    return str(vocabulary("tables")["kind"]["default"])


def task_kind() -> str:
    """What undertakings are called whose kind nothing says."""
    return str(vocabulary("tables")["kind"]["task"])


def are_units(columns: tuple[Column, ...]) -> bool:
    """Whether the rows are units of the organisation, headed "Nämnd" or the like."""
    units = vocabulary("tables")["units_of_organisation"]["words"]
    labels = with_role(columns, Role.LABEL)
    return bool(labels) and all(fold(column.text) in units for column in labels)


def are_parts(columns: tuple[Column, ...]) -> bool:
    """Whether the rows are parts of the organisation that its units consist of: "Enhet"."""
    parts = vocabulary("tables")["parts_of_units"]["words"]
    labels = with_role(columns, Role.LABEL, Role.UNIT)
    return bool(labels) and all(fold(column.text) in parts for column in labels)


def is_for_each(title: str) -> bool:
    """Whether a title says for what the rows of its table are: "Sjukfrånvaro per skola"."""
    each = vocabulary("tables")["parts_of_units"]["each"]
    return re.search(rf"(?<!\w)(?:{alternatives(each)})\s+[^\W\d_]", fold(title)) is not None


def are_dated_tasks(columns: tuple[Column, ...]) -> bool:
    """Whether the heading calls the rows undertakings, and others say whose they are and when they
    are done ("Tid")."""
    tasks = vocabulary("tables")["kind"]["commitments"]
    labels = [part for c in with_role(columns, Role.LABEL) for part in (c.text, *c.parts)]
    named = any(kind_of_heading(text) in tasks for text in labels)
    dated = any(heads_deadlines(column.text) for column in columns)
    return named and dated and bool(with_role(columns, Role.RESPONSIBLE))


def kind_of_rows(columns: tuple[Column, ...], around: list[Named]) -> str | None:
    """The rows' kind: by the label's heading, else by the caption or the line above."""
    found = heading_kind(columns)
    if found:
        return found
    for named in [] if are_units(columns) else around[:1]:
        folded = fold(named.text)
        words = [w for w in _kinds() if holds_word(folded, w)]
        if words and len(folded) <= LONGEST_LINE:
            return _kinds()[max(words, key=len)]
    return None


def _kinds() -> dict[str, str]:
    entries = vocabulary("tables")["kinds"].items()
    return {word: str(name) for name, words in entries for word in words}
