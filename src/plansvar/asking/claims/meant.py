"""The rows that a clause of a draft means: by name, as a question, by unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plansvar.asking.claims.clauses import Clause
from plansvar.asking.claims.named import SUBJECTS
from plansvar.asking.claims.printed import Printed
from plansvar.asking.query import Query
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.verbatim import is_form
from plansvar.language.folding import bare, fold
from plansvar.language.vocabulary import vocabulary

SEVERAL = 2  # telling words that together may be looked for within longer ones
PIECE = 4  # letters of a word that may be the beginning or the end of a longer one


def whole_first(
    tiers: tuple[frozenset[str], ...], clause: Clause, query: Query, catalogue: Catalogue
) -> tuple[frozenset[str], ...]:
    """The tiers, and before them the rows that are said to be of the whole municipality, where a
    clause names no unit ("Sjukfrånvaro, hela kommunen")."""
    if not tiers or units_of(query):
        return tiers
    aside = frozenset(name_stems(" ".join(vocabulary("claims")["whole"])))
    said = frozenset(name_stems(clause.matter))
    names = {row: frozenset(catalogue.by_row[row].stems) for tier in tiers for row in tier}
    first = {names[row] & said for row in tiers[0]}
    whole = {
        row
        for row, stems in names.items()
        if stems - said and stems - said <= aside and stems & said in first
    }
    return (frozenset(whole), *tiers) if whole else tiers


def said_whole(clause: Clause, catalogue: Catalogue) -> tuple[frozenset[str], ...]:
    """The rows whose whole names a clause says, of most words first."""
    said = frozenset(name_stems(clause.matter))
    near = {name for stem in _forms(said, catalogue) for name in catalogue.names_by_stem[stem]}
    whole = [n for n in near if n.subject in SUBJECTS and n.core and _is_said(n.core, said)]
    longest = max((len(name.core) for name in whole), default=0)
    first = (row for name in whole if len(name.core) == longest for row in name.rows)
    return tuple(filter(None, (frozenset(first),)))


def _forms(said: frozenset[str], catalogue: Catalogue) -> list[str]:
    """The stems of names that are words of a clause, also in another form."""
    return [stem for stem in catalogue.names_by_stem if _is_said((stem,), said)]


def _is_said(stems: Iterable[str], said: frozenset[str]) -> bool:
    return all(
        any(stem == s or is_form(stem, s) or is_form(s, stem) for s in said) for stem in stems
    )


def linked(query: Query, catalogue: Catalogue) -> tuple[frozenset[str], ...]:
    """The rows that the clause was linked to as a question, and those that are called the same."""
    linked = frozenset(row for link in query.links for row in link.rows)
    cores = {catalogue.by_row[row].core for row in linked if row in catalogue.by_row}
    same = (n for n in catalogue.names if n.core in cores and n.subject in SUBJECTS)
    alike = frozenset(row for name in same for row in name.rows) - linked
    return tuple(filter(None, (linked, alike)))


def holding_all(told: Sequence[Content], catalogue: Catalogue) -> frozenset[str]:
    """The rows whose names hold all of several telling words, also as parts of longer ones
    ("skolan" in "skolrestaurangerna")."""
    if len(told) < SEVERAL:
        return frozenset()
    names = (n for n in catalogue.names if n.subject in SUBJECTS)
    held = (n for n in names if all(_holds(n.stems, each) for each in told))
    return frozenset(row for name in held for row in name.rows)


def _holds(stems: Sequence[str], told: Content) -> bool:
    forms = (*((stem,) for stem in told.stems), *told.alternates)
    return any(
        all(any(_is_part(part, stem) for stem in stems) for part in form) for form in forms if form
    )


def _is_part(part: str, stem: str) -> bool:
    if part == stem:
        return True
    return len(part) >= PIECE and (stem.startswith(part) or stem.endswith(part))


def units_of(query: Query) -> tuple[str, ...]:
    """The units that a clause names, as those who report or as those who answer for something."""
    return query.scope.organisations or query.conditions.responsible


def amounts_of_units(query: Query, catalogue: Catalogue) -> tuple[frozenset[str], ...]:
    """The amounts that are printed for a unit under its name."""
    found = (row for unit in units_of(query) for row in catalogue.units_as_rows.get(unit, ()))
    return tuple(filter(None, (frozenset(found),)))


def in_units(printed: Sequence[Printed], query: Query) -> tuple[Printed, ...]:
    """What is printed of the units that a clause names, else of the whole where several print it;
    what one unit alone answers for is of the whole."""
    named = {fold(name) for name in query.scope.organisations}
    if named:
        return tuple([p for p in printed if fold(p.unit or "") in named] or printed)
    if len({p.unit for p in printed if p.unit is not None}) <= 1:
        return tuple(printed)
    whole = [p for p in printed if p.unit is None] or [p for p in printed if _is_central(p.unit)]
    return tuple(whole or printed)


def _is_central(unit: str | None) -> bool:
    """Whether a unit speaks for the whole municipality."""
    central = vocabulary("documents")["organisations"]["central"]
    return unit is not None and any(re.match(each, bare(unit)) for each in central)
