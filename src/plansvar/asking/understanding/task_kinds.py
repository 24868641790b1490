"""What documents call their undertakings, where a question names one such kind of several."""

from __future__ import annotations

from itertools import pairwise

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import words

_PAIR = 2


def task_kind_tokens(reading: Reading, catalogue: Catalogue) -> frozenset[int]:
    """Where the question names a kind of undertakings in two words ("prioriterade åtgärder")."""
    pairs = {tuple(map(root, kind)) for kind in _kinds(catalogue) if len(kind) == _PAIR}
    stems = [root(token.key) for token in reading.tokens]
    places = [n for n, pair in enumerate(pairwise(stems)) if pair in pairs]
    return frozenset(i for n in places for i in (n, n + 1))


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


def _kinds(catalogue: Catalogue) -> set[tuple[str, ...]]:
    return {tuple(words(row.kind)) for row in catalogue.library.commitments()}
