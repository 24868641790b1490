"""Which rows are a number of the things that "hur många" asks for: how many associations get grants
is not the grants per resident, nor how many children there are the children per teacher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from plansvar.asking.evidence.words import is_percent
from plansvar.asking.query import Operation, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.fitting import fits_of, is_meant_above, stands_under
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import LEAST_OF_TEXT, SURE, Linked, divides, link_names
from plansvar.asking.understanding.names import Name, name_stems
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import fold
from plansvar.language.folding import words as split


def counting_things(
    first: Linked,
    operation: Operation | None,
    words: Sequence[Content],
    catalogue: Catalogue,
    scope: Scope,
) -> Linked:
    """The link to those of its rows that count what is asked for; where there are none, the link to
    others that do and say as much ("hur många föreningar får bidrag" of the associations, not of
    the grants per resident)."""
    if first.link is None or first.subject is not Subject.INDICATORS:
        return first
    if operation is Operation.SHARE:
        shares = tuple(row for row in first.link.rows if _is_share(row, catalogue))
        return replace(first, link=replace(first.link, rows=shares)) if shares else first
    if operation is not Operation.COUNT:
        return first
    things = _things(words)
    if _are_units(things, first.link.rows, catalogue):
        return first
    counts = partial(_counts, things=things, catalogue=catalogue)

    def has_counted(name: Name) -> bool:
        return not catalogue.with_values.isdisjoint(filter(counts, name.rows))

    counted = tuple(filter(counts, first.link.rows))
    if not catalogue.with_values.isdisjoint(counted):
        return replace(first, link=replace(first.link, rows=counted))
    other = link_names(
        words, catalogue, scope, (Subject.INDICATORS,), LEAST_OF_TEXT, keep=has_counted
    )
    if other.link is None or not _says_as_much(other, first, things):
        return Linked() if _is_base(first, catalogue) else first
    own = tuple(filter(counts, other.link.rows))
    return replace(other, link=replace(other.link, rows=own))


def _is_base(linked: Linked, catalogue: Catalogue) -> bool:
    """Whether all that is asked of is what the rows are given per of ("hur många jobbar heltid" of
    "barn per heltidstjänst")."""
    telling = [word for word in linked.covered if not (word.support or word.weak)]
    rows = linked.link.rows if linked.link else ()
    labels = [label for row in rows for label in catalogue.labels_by_row.get(row, ())]
    if not (telling and any(map(divides, labels))):
        return False
    return not any(_fits(word, _head(label), catalogue) for word in telling for label in labels)


def _head(label: str) -> str:
    """What a label that divides is a number of; the whole of others."""
    said = split(label)
    end = next((n for n, word in enumerate(said) if word in grammar()["per"]), len(said))
    return " ".join(said[:end])


def _fits(content: Content, label: str, catalogue: Catalogue) -> bool:
    fits = fits_of(content, catalogue)
    return any(fits.get(stem, 0.0) > 0 for stem in name_stems(label))


def counts_other_things(row: str, reading: Reading, catalogue: Catalogue) -> bool:
    """Whether a question counts things and a row is a measure in another unit than it names."""
    if not reading.has("operation", Operation.COUNT.value) or not is_measure(row, catalogue):
        return False
    said = {token.key for token in reading.tokens}
    units = {fold(unit) for unit in catalogue.units_by_row.get(row, ())}
    return said.isdisjoint((*units, *grammar()["share_names"], *grammar()["measured_in"]))


def _says_as_much(other: Linked, first: Linked, things: Sequence[Content]) -> bool:
    """Whether a link is as near, or says all that the first does but for what is counted, which it
    stands under if it does not say it."""
    telling = {content for content in first.covered if not (content.support or content.weak)}
    if things and telling.difference(things) <= set(other.covered):
        return True
    score, needed = (each.link.score if each.link else 0.0 for each in (other, first))
    return score >= max(SURE, needed)


def _things(words: Sequence[Content]) -> list[Content]:
    """What is counted: the content right behind "hur många"."""
    behind = {content.tokens[-1] + 1 for content in words if content.support}
    return [c for c in words if c.tokens[0] in behind and not c.support]


def _is_share(row: str, catalogue: Catalogue) -> bool:
    """Whether a row's values are shares of something."""
    units = catalogue.units_by_row.get(row, ())
    labels = " ".join(catalogue.labels_by_row.get(row, ()))
    return any(map(is_percent, units)) or not set(grammar()["share_names"]).isdisjoint(
        split(labels)
    )


def _are_units(things: Sequence[Content], rows: Sequence[str], catalogue: Catalogue) -> bool:
    """Whether what is counted is what a row is measured in ("hur många dygn")."""
    own = catalogue.units_by_row
    units = {fold(unit) for row in rows for unit in own.get(row, ())}
    return not units.isdisjoint(fold(thing.words.text) for thing in things)


def _counts(row: str, things: Sequence[Content], catalogue: Catalogue) -> bool:
    """Whether a row is a number of the things: no measure, nor what there is for each of something,
    and one that says them or stands under them."""
    if is_measure(row, catalogue):
        return False
    labels = catalogue.labels_by_row.get(row, ())
    if any(map(divides, labels)):
        return False
    return all(is_told_by(thing, row, catalogue) for thing in things)


def is_told_by(thing: Content, row: str, catalogue: Catalogue) -> bool:
    """Whether a row says a thing in any of its labels, or stands under it."""
    labels = catalogue.labels_by_row.get(row, ())
    said = any(_fits(thing, label, catalogue) for label in labels)
    return said or stands_under(row, thing, catalogue) or is_meant_above(row, thing, catalogue)


def is_measure(row: str, catalogue: Catalogue) -> bool:
    """Whether a row's unit is a share or another measure, and no number of things."""
    units = catalogue.units_by_row.get(row, ())
    counts = {fold(each) for each in grammar()["units_of_things"]}
    return bool(units) and all(fold(unit) not in counts for unit in units)
