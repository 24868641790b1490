"""Words that headings above rows say, as whose undertakings they are ("fullmäktiges uppdrag")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Link, Operation, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.roots import roots

LEAST = 6  # letters of a word that is found at the end of a longer one ("kommunfullmäktige")


def with_heading_words(
    scope: Scope,
    words: list[Content],
    links: Sequence[Link],
    subject: Subject | None,
    operation: Operation | None,
    catalogue: Catalogue,
) -> tuple[Scope, list[Content]]:
    """The scope with the headings of undertakings that hold all telling words, and what is left;
    both as they are where the undertakings are named or nothing is over them."""
    telling = [w for w in words if not (w.support or w.weak)]
    over = operation is not None and operation.value in grammar()["over_rows"]
    if links or not telling or not over or subject is not Subject.COMMITMENTS:
        return scope, words
    headings = {s for row in catalogue.library.commitments() for s in row.place.section}
    held = tuple(h for h in sorted(headings) if all(_says(h, word) for word in telling))
    if not held:
        return scope, words
    return replace(scope, sections=(*scope.sections, *held)), [w for w in words if w not in telling]


def _says(heading: str, word: Content) -> bool:
    return any(
        each == stem or (len(stem) >= LEAST and each.endswith(stem))
        for each in roots(heading)
        for stem in word.stems
    )
