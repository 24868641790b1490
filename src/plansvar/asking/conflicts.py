"""Different printed values for the same thing, between documents or within one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plansvar.asking.amount_conflicts import amount_conflicts
from plansvar.asking.conflict_found import ConflictFound
from plansvar.asking.count_conflicts import count_conflicts
from plansvar.asking.evidence import words
from plansvar.asking.evidence.levels import is_share
from plansvar.asking.evidence.namesakes import namesakes, tablemates, told_alike
from plansvar.asking.evidence.owners import unit_of
from plansvar.asking.evidence.proof import row_proof, text_proof
from plansvar.asking.evidence.prose import ProseValue
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.parts_alike import months_named, without_parts
from plansvar.asking.telling_roots import head_of, is_form, root, telling_roots
from plansvar.asking.told_levels import told_of, without_grade
from plansvar.domain import Document, Evidence, Indicator, Observation
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers

_WHOLE_YEAR, _PAIR = 12, 2  # months
_AT_END = re.compile(r"(?:31 dec(?:ember)? )?(?:19|20)\d\d(?:-12-31)?")
Told = tuple[Indicator, Observation]


def find_conflicts(library: Library) -> tuple[ConflictFound, ...]:
    """Every place where the documents, or parts of one, give different values for one thing."""
    counts = (ConflictFound(what, values) for what, values in count_conflicts(library))
    rows = {c.values: c for c in reversed(_between(library, library.indicators()))}
    told = {tuple(told.span for _, told in c.told) or c.values: c for c in rows.values()}
    return (*reversed(told.values()), *amount_conflicts(library), *counts)


def conflicts_of(
    library: Library, rows: Iterable[Indicator], asked: frozenset[str] = frozenset()
) -> tuple[ConflictFound, ...]:
    """The conflicts that these rows are part of; `asked` are the roots of the words that a question
    uses for all of them."""
    wanted = {row.id for row in rows}
    names = {_key(library, row) for row in rows}
    alike = [row for row in library.indicators() if _key(library, row) in names]
    found = [c for c in _between(library, alike) if wanted & set(c.rows)]
    told = {(row, o.period) for c in found for row in c.rows for _, o in c.observed}
    return (*found, *(c for c in _as_one(library, rows, asked) if _is_new(c, told)))


def _is_new(conflict: ConflictFound, told: set[tuple[str, str | None]]) -> bool:
    periods = {o.period for _, o in conflict.observed}
    return not any((row, period) in told for row in conflict.rows for period in periods)


def _as_one(
    library: Library, rows: Iterable[Indicator], asked: frozenset[str]
) -> list[ConflictFound]:
    """Conflicts between rows of different names that a question takes for one thing: of one unit,
    where several have rows of it."""
    rows = without_parts((r for r in rows if asked and goes_by_all(r, asked)), asked, telling_roots)
    units = {row.place.organisation for row in rows} - {None}
    parts = 2 if len(units) > 1 else 1
    same: dict[tuple[object, ...], list[tuple[Indicator, Observation]]] = {}
    for row in rows:
        for observation in row.observations:
            if observation.value is not None and observation.period and observation.measured:
                whole = parts < 2 and not _is_of_unit(library, row)
                owner = _owner(library, row)
                told = (months_named(row), *_value_key(observation))
                key = (owner[0], "" if whole else owner[1], *told)
                same.setdefault(key, []).append((row, observation))
    found = (_conflict(library, pairs, asked) for pairs in same.values())
    return [conflict for conflict in found if conflict]


def goes_by_all(row: Indicator, asked: frozenset[str]) -> bool:
    """Whether all words of a question are, but for their endings, words of the row's name."""
    own = telling_roots(row.name)
    return all(any(is_form(a, o) for o in own) for a in asked)


def _between(library: Library, rows: Iterable[Indicator]) -> tuple[ConflictFound, ...]:
    same: dict[tuple[object, ...], list[tuple[Indicator, Observation]]] = {}
    for row in rows:
        for observation in row.observations:
            if observation.value is not None and observation.period and observation.measured:
                key = (_key(library, row), *_value_key(observation))
                same.setdefault(key, []).append((row, observation))
    found = [_conflict(library, pairs) for pairs in same.values()]
    return tuple(conflict for conflict in found if conflict)


def _of_other_time(library: Library, one: Told, other: Told) -> bool:
    """Whether one of two values of different documents is of a part of the year."""
    apart = one[0].place.document_id != other[0].place.document_id
    return apart and any(_is_of_part_year(library, *each) for each in (one, other))


def _is_of_part_year(library: Library, row: Indicator, observation: Observation) -> bool:
    """Whether a year stands for the part of it that an interim report is of: the column of the
    report's own year is called by the year alone too."""
    document = library.document(row.place.document_id)
    own = [o for o in row.observations if words.is_outcome(o) and o.period == str(document.year)]
    bare = words.is_outcome(observation) and (observation.period or "").isdigit()
    return bare and bool(own) and 0 < words.last_month(document) < _WHOLE_YEAR


def _conflict(
    library: Library,
    pairs: list[tuple[Indicator, Observation]],
    asked: frozenset[str] = frozenset(),
) -> ConflictFound | None:
    """The different values among the pairs, one place for each."""
    different: list[tuple[Indicator, Observation]] = []
    told = _told_otherwise(library, pairs, asked)
    for row, observation in pairs:
        own = any(
            row is other
            or _are_of_one_table(row, other)
            or _of_other_time(library, (row, observation), (other, o))
            for other, o in different
        )
        if not own and not any(_agree(observation, other) for _, other in different):
            different.append((row, observation))
    if len(different) + len(told) < 2:
        return None
    first, observation = different[0]
    what = f"{plain(first.name)}, {observation.measure} {observation.period}"
    if not words.is_total(observation):
        what = f"{what}, {observation.breakdown}"
    return ConflictFound(
        what,
        (
            *((plain(o.raw), row_proof(row, (o,))) for row, o in different),
            *((t.raw, _prose_proof(library, path, t)) for path, t in told),
        ),
        tuple(dict.fromkeys(row.id for row, _ in pairs)),
        tuple(different),
        told,
    )


def _are_of_one_table(row: Indicator, other: Indicator) -> bool:
    """Whether two rows stand in one table, which prints no thing twice."""
    alike = row.table is not None and row.table == other.table
    return alike and row.place.document_id == other.place.document_id


def _told_otherwise(
    library: Library, pairs: list[tuple[Indicator, Observation]], asked: frozenset[str]
) -> tuple[tuple[str, ProseValue], ...]:
    """What the same documents' text says of the same thing, where no table says so too."""
    _, observation = pairs[0]
    if not words.is_outcome(observation) or not words.is_total(observation):
        return ()
    printed = {o.value for _, o in pairs}
    found: dict[str, tuple[str, ProseValue]] = {}
    for row, printed_as in pairs:
        for document in _telling(library, row):
            own = document.path == row.place.document_id
            for told in told_of(document, row, observation, asked):
                if told.value in printed or not (own or _is_at_turn(told, printed_as)):
                    continue
                if asked or _is_of_row(library, row, told, document):
                    found.setdefault(told.raw, (document.path, told))
    return tuple(found.values())


def _telling(library: Library, row: Indicator) -> Iterable[Document]:
    """The document of a row, then the others of its municipality."""
    own = library.document(row.place.document_id)
    others = (d for d in library.documents() if d.municipality == own.municipality)
    return (own, *(each for each in others if each.path != own.path))


def _is_at_turn(told: ProseValue, observation: Observation) -> bool:
    """Whether what another document tells of the turn of a year is of the time that a row prints,
    which is what stood then: a number of things, by the name of a year alone or of its last day."""
    period = fold(observation.period or "")
    return told.turned and not is_share(told) and _AT_END.fullmatch(period) is not None


def _is_of_row(library: Library, row: Indicator, told: ProseValue, document: Document) -> bool:
    """Whether a sentence speaks of this row, not of one that its words name more closely, nor of
    another that goes by the same name under its own heading."""
    held = set(map(root, split(document.quote(told.sentence))))
    own = telling_roots(row.name)
    near = [r for r in library.indicators() if r.place.document_id == document.path]
    if any(own < telling_roots(r.name) <= held for r in near):
        return False
    plain = without_grade(own)
    others = (r for r in near if plain != own and telling_roots(r.name) != own)
    if any(without_grade(telling_roots(r.name)) == plain for r in others):
        return False  # the same of another school year
    section = document.section_at(told.span.start)
    path = section.path if section else ()
    beside = path[:-1] == row.place.section[:-1] or path[:-1] == row.place.section
    return _heading(library, row) is None or beside


def _prose_proof(library: Library, path: str, told: ProseValue) -> Evidence:
    return text_proof(library.document(path), told.sentence)


def _agree(first: Observation, second: Observation) -> bool:
    """Whether two values are the same when the finer one is rounded to the coarser."""
    if first.value is None or second.value is None:
        return True
    fine, coarse = sorted((_decimals(first.raw), _decimals(second.raw)), reverse=True)
    slack = 0.5 * 10.0**-coarse if fine != coarse else 0.0
    return bool(abs(first.value - second.value) <= slack + 1e-9)


def _decimals(raw: str) -> int:
    numbers = find_numbers(raw, spelled=False)
    shown = numbers[0].raw if numbers else ""
    return len(re.split(r"[.,]", shown)[1]) if re.search(r"[.,]\d+$", shown) else 0


def _key(library: Library, row: Indicator) -> tuple[object, ...]:
    told = (_name(row), _numbers(library, row), _heading(library, row))
    return (*_owner(library, row), *told)


def _name(row: Indicator) -> frozenset[str]:
    return telling_roots(head_of(row.name)) or telling_roots(row.name)


def _numbers(library: Library, row: Indicator) -> tuple[str, ...]:
    """The numbers of a name that tell it from others of its table ("avgift, barn 2")."""
    beside = tablemates(library.indicators()).get((row.place.document_id, row.table), ())
    roots = telling_roots(row.name)
    alike = any(fold(o.name) != fold(row.name) and telling_roots(o.name) == roots for o in beside)
    return tuple(word for word in split(row.name) if word.isdigit()) if alike else ()


def _is_of_unit(library: Library, row: Indicator) -> bool:
    """Whether a row stands in a document of one unit alone."""
    parts = library.document(row.place.document_id).parts
    return {part.organisation for part in parts} == {row.place.organisation}


def _owner(library: Library, row: Indicator) -> tuple[str, str]:
    document = library.document(row.place.document_id)
    return fold(document.municipality or ""), unit_of(row, library.indicators(), _name)


def _heading(library: Library, row: Indicator) -> object:
    """The place of a row that shares its name with others of its document: another thing each."""
    alike = namesakes(library.indicators()).get((row.place.document_id, fold(row.name)), ())
    if len(alike) < _PAIR or told_alike(alike):
        return None
    return (row.place.document_id, row.place.section, row.id)


def _value_key(observation: Observation) -> tuple[object, ...]:
    measure = observation.measure
    if words.is_outcome(observation):
        measure = words.vocabulary_list("measures", "outcome")[0]
    elif words.is_target(observation):
        measure = words.vocabulary_list("measures", "target")[0]
    return (
        measure,
        fold(observation.period or ""),
        fold(observation.breakdown),
        _unit(observation),
    )


def _unit(observation: Observation) -> str:
    if words.is_percent(observation.unit):
        return words.vocabulary_list("percent", "units")[0]
    return fold(observation.unit or "")
