"""What documents call their undertakings, where a question names one such kind of several."""

from __future__ import annotations

from itertools import pairwise

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.evidence.words import is_outcome
from plansvar.asking.keeping import KeptBeside
from plansvar.asking.query import Conditions, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import words

_PAIR = 2
_NEUTER = "t"
Kinds = frozenset[tuple[str, ...]]
_KINDS: KeptBeside[Kinds] = KeptBeside(limit=1)
_TOLD: KeptBeside[frozenset[str]] = KeptBeside(limit=1)


def task_kind_tokens(reading: Reading, catalogue: Catalogue) -> frozenset[int]:
    """Where the question names a kind of rows in two words ("prioriterade åtgärder")."""
    every = _kinds(catalogue) | {tuple(words(kind)) for kind in _kinds_told(catalogue)}
    pairs = {tuple(map(_stem, kind)) for kind in every if len(kind) == _PAIR}
    stems = [_stem(token.key) for token in reading.tokens]
    places = [n for n, pair in enumerate(pairwise(stems)) if pair in pairs]
    return frozenset(i for n in places for i in (n, n + 1))


def kinds_in_two_words(reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """The kinds of rows with outcomes or assessments that the question names in two words."""
    said = set(pairwise(_stem(token.key) for token in reading.tokens))
    kinds = {kind: tuple(map(_stem, words(kind))) for kind in _kinds_told(catalogue)}
    return tuple(sorted(kind for kind, pair in kinds.items() if pair in said))


def _kinds_told(catalogue: Catalogue) -> frozenset[str]:
    """The kinds of two words of which a row has more than a target."""
    return _TOLD.get(catalogue, "", lambda: frozenset(_told(catalogue)))


def _told(catalogue: Catalogue) -> set[str]:
    rows = [r for r in catalogue.library.indicators() if len(words(r.kind)) == _PAIR]
    return {row.kind for row in rows if row.assessment or any(map(is_outcome, row.observations))}


def _stem(word: str) -> str:
    """The root of a word, of an adjective in whatever form."""
    return root(word).removesuffix(_NEUTER)


def task_kinds(reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """The kinds of undertakings named, where documents have several and those asked about have
    these; empty for all."""
    known = {" ".join(kind): kind[-1] for kind in _kinds(catalogue) if len(kind) < _PAIR}
    named = {root(token.key) for token in reading.tokens}
    said = tuple(kind for kind, last in sorted(known.items()) if root(last) in named)
    if len(said) != 1 or len({kind for kind in _kinds(catalogue)}) < _PAIR:
        return ()
    rows = rows_in_scope(catalogue.library.commitments(), reading.found.scope, catalogue.library)
    kinds = {row.kind for row in rows}
    return said if said[0] in kinds and len(kinds) > 1 else ()


def of_responsible(reading: Reading) -> Subject | None:
    """ "vad ska KFAST göra?" asks for undertakings, where KFAST reports nothing of its own."""
    found = reading.found
    only = found.responsible and not found.scope.organisations
    other = reading.has("operation", "why") or reading.has("spending", "cost")
    return Subject.COMMITMENTS if only and not other else None


def of_unit_kinds(reading: Reading, conditions: Conditions, catalogue: Catalogue) -> Subject | None:
    """ "vilka åtgärder har nämnden?" asks for undertakings of that kind, where units have such."""
    named = conditions.responsible and task_kinds(reading, catalogue)
    return Subject.COMMITMENTS if named else None


def _kinds(catalogue: Catalogue) -> Kinds:
    rows = catalogue.library.commitments
    return _KINDS.get(catalogue, "", lambda: frozenset(tuple(words(r.kind)) for r in rows()))
