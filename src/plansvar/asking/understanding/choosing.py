"""Chooses which names a question is about: among which rows to look, and how strictly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Link, Operation, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import (
    LEAST_OF_TEXT,
    LEAST_SHARE,
    Linked,
    link_all,
    link_names,
)
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import roots

WELL = 0.6  # so well must words fit the subject that a noun names, else all subjects are tried
NUMBERED = (Subject.INDICATORS, Subject.AMOUNTS)
ROWS = (Subject.INDICATORS, Subject.COMMITMENTS, Subject.AMOUNTS)
_NUMERIC = (
    Operation.VALUE,
    Operation.TARGET,
    Operation.DIFFERENCE,
    Operation.TREND,
    Operation.COUNT,
    Operation.SHARE,
    Operation.COMPARE,
)
_UNLINKED = (Operation.CHECK_SUM, Operation.SUMMARISE)


def choose_names(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    subject: Subject | None,
    words: Sequence[Content],
) -> Linked:
    """The link of the whole question, if it is about any row."""
    if subject is Subject.DOCUMENTS or operation in _UNLINKED:
        return Linked()
    leading = [w for w in words if not w.support]
    if not leading:
        return _link_support(reading, catalogue, scope, subject, words)
    listing = operation is not None and operation.value in grammar()["over_rows"]
    if listing and subject in ROWS and operation is not Operation.COUNT:
        return link_all(leading, catalogue, (subject,))
    reads_text = operation is not None and operation.value in grammar()["of_text"]
    least = LEAST_OF_TEXT if reads_text else LEAST_SHARE
    preferred = _preferred(subject, operation)
    first = link_names(words, catalogue, scope, preferred, least)
    if first.link is not None and (subject is None or first.link.score >= WELL):
        return first
    if operation in (Operation.COUNT, Operation.SHARE):
        return first
    if operation in _NUMERIC and subject is not Subject.COMMITMENTS:
        return link_names(words, catalogue, scope, NUMBERED, least)
    return link_names(words, catalogue, scope, ROWS, least)


def links_of(
    linked: Linked, words: Sequence[Content], catalogue: Catalogue, scope: Scope
) -> tuple[Link, ...]:
    """The link, and a second one where two things are named side by side."""
    if linked.link is None or linked.subject is None:
        return ()
    rest = [w for w in words if w not in linked.covered and not (w.support or w.weak)]
    other = link_names(rest, catalogue, scope, (linked.subject,)) if rest else Linked()
    if not other.link or other.link.score < WELL or set(other.link.rows) & set(linked.link.rows):
        return (linked.link,)
    own = link_names(linked.covered, catalogue, scope, (linked.subject,))
    return (own.link or linked.link, other.link)


def _preferred(subject: Subject | None, operation: Operation | None) -> tuple[Subject, ...]:
    if subject in ROWS:
        return (subject,)
    if operation in (Operation.COUNT, Operation.SHARE):
        return (Subject.INDICATORS,)
    return NUMBERED if operation in _NUMERIC else ROWS


def _link_support(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    subject: Subject | None,
    words: Sequence[Content],
) -> Linked:
    """Money asked for by the grammar's own words ("ligger vi back?", "kostnaderna")."""
    if subject is not Subject.AMOUNTS:
        return Linked()
    if reading.has("money"):
        return _link_money(reading, catalogue)
    supporting = [replace(w, support=False) for w in words]
    linked = link_names(supporting, catalogue, scope, (subject,))
    for found in (_link_measure(reading, catalogue), linked, _link_result(reading, catalogue)):
        if found.link is not None:
            return found
    return Linked()


def _link_money(reading: Reading, catalogue: Catalogue) -> Linked:
    places = [range(m.start, m.end) for m in reading.places("money")]
    return _link_outcome(reading, catalogue, places[0], reading.values("money"))


def _link_result(reading: Reading, catalogue: Catalogue) -> Linked:
    """ "vad blev resultatet?": what tells how the money went."""
    telling = tuple({s for word in grammar()["money_words"] for s in roots(word)})
    places = [range(i, i + 1) for i, t in enumerate(reading.tokens) if t.stem.startswith(telling)]
    return _link_outcome(reading, catalogue, places[0], ()) if places else Linked()


def _link_outcome(
    reading: Reading, catalogue: Catalogue, place: range, named: Sequence[str]
) -> Linked:
    stems = tuple(s for name in (*named, *grammar()["money_words"]) for s in roots(name))
    content = Content(reading.words(place.start, place.stop), tuple(place), stems)
    return link_all([content], catalogue, (Subject.AMOUNTS,))


def _link_measure(reading: Reading, catalogue: Catalogue) -> Linked:
    """ "vad är prognosen?": all amounts that are a forecast."""
    for match in reading.places("measure"):
        rows = catalogue.amounts_by_measure.get(match.value, ())
        if rows:
            words = reading.words(match.start, match.end)
            return Linked(Link((words,), match.value, rows, 1.0), Subject.AMOUNTS)
    return Linked()
