"""Goals whose assessment is asked for: those that are judged, where a key figure of nearly the same
name is not ("vilken färg har bygglovsmålet?")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Operation, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.goals_asked import names_goals
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import LEAST_SHARE, Linked, link_names
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import roots
from plansvar.language.folding import fold


def link_judged(
    linked: Linked,
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    words: Sequence[Content],
) -> Linked:
    """The link to rows that are judged, where a goal's assessment is asked for, the rows linked
    have none and others fit as many of the question's words; a goal that is asked to be reached is
    no task that speaks of it ("redovisa hur resultatmålet nås")."""
    if linked.subject is Subject.COMMITMENTS and _asks_if_reached(reading):
        goal = tuple(_of_matter(word) for word in words)
        found = link_names(goal, catalogue, scope, (Subject.INDICATORS,), LEAST_SHARE)
        return found if found.link is not None else linked
    if operation is not Operation.STATUS or linked.subject is not Subject.INDICATORS:
        return linked
    judged = {row.id for row in catalogue.library.indicators() if row.assessments}
    if linked.link is None or not names_goals(reading) or judged & set(linked.link.rows):
        return linked

    def is_judged(name: Name) -> bool:
        return not judged.isdisjoint(name.rows)

    other = link_names(words, catalogue, scope, (Subject.INDICATORS,), LEAST_SHARE, is_judged)
    fits = other.link is not None and set(other.covered) >= set(linked.covered)
    return other if fits else linked


def _of_matter(word: Content) -> Content:
    """ "resultatmålet" as what it is a goal on."""
    text = fold(word.words.text)
    end = next((e for e in grammar()["goal_endings"] if text.endswith(e) and text != e), None)
    return replace(word, stems=roots(text.removesuffix(end))) if end else word


def _asks_if_reached(reading: Reading) -> bool:
    """Whether a goal, by the name of what it is on, is said to be reached or missed."""
    endings = tuple(grammar()["goal_endings"])
    named = any(token.key.endswith(endings) for token in reading.tokens)
    tasks = reading.has("subject", Subject.COMMITMENTS.value)
    return named and not tasks and reading.has("target_state")
