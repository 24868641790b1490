"""What "hur många" counts: a row's name has to count it, not only say where or for what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plansvar.asking.query import Link, Operation, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.fitting import CONTAINS, fits_of
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import divides
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.verbs import is_verb, same_verb
from plansvar.language.vocabulary import vocabulary

_COUNT = Operation.COUNT.value


def miscounted(
    words: Sequence[Content],
    links: Sequence[Link],
    subject: Subject | None,
    reading: Reading,
    catalogue: Catalogue,
) -> tuple[Content, ...]:
    """ "hur många skolor" of a row on teachers in schools: the counted noun, where all linked names
    have it only behind a word such as "i", or are given for each of something that it leaves out
    ("barn per årsarbetare")."""
    if subject is not Subject.INDICATORS or not links or reading.language != "sv":
        return ()
    ends = {match.end for match in reading.places("operation", _COUNT)}
    if ends and _are_times(links, reading, catalogue):
        return tuple(c for c in words if not (c.support or c.weak))
    counted = [c for c in words if c.tokens[0] in ends and not (c.support or c.weak)]
    names = [catalogue.by_row[row].text for link in links for row in link.rows]
    counted = [c for c in counted if not all(_tells_doing(c, name) for name in names)]
    rows = [row for link in links for row in link.rows]
    each = all(_is_of_each(row, words, catalogue) for row in rows)
    if each and not any(token.key in _dividing() for token in reading.tokens):
        return tuple(counted)
    return tuple(c for c in counted if all(_is_beside(c, name, catalogue) for name in names))


def _are_times(links: Sequence[Link], reading: Reading, catalogue: Catalogue) -> bool:
    """Whether all rows are measured in a unit of time that the question does not count: "hur många
    väntar?" of a row of days."""
    own = catalogue.units_by_row
    units = {fold(u) for link in links for row in link.rows for u in own.get(row, ())}
    times = set(vocabulary("passages")["numbers"]["units"]["time"])
    said = {token.key for token in reading.tokens}
    return bool(units) and units <= times and said.isdisjoint((*times, *grammar()["time_units"]))


def _is_beside(content: Content, name: str, catalogue: Catalogue) -> bool:
    """Whether a name holds the content, and only behind a preposition."""
    before, behind = _halves(name)
    fits = fits_of(content, catalogue)
    if any(set(alternate) & set(before) for alternate in content.alternates):
        return False
    if any(fits.get(stem, 0.0) >= CONTAINS for stem in before):
        return False
    return any(fits.get(stem, 0.0) > 0 for stem in behind)


def _is_of_each(row: str, words: Sequence[Content], catalogue: Catalogue) -> bool:
    """Whether a row gives what there is for each of something that the question leaves out."""
    labels = [n for n in catalogue.labels_by_row.get(row, ()) if divides(n)]
    behind = {root(b) for n in labels for a, b in pairwise(split(n)) if a in grammar()["per"]}
    said = any(fits_of(c, catalogue).get(stem, 0.0) > 0 for c in words for stem in behind)
    return bool(labels) and not said


def _dividing() -> tuple[str, ...]:
    return (*grammar()["each"], *grammar()["averaged"])


def _tells_doing(content: Content, name: str) -> bool:
    """Whether a word is the verb by which a name tells who is counted ("personer som väntar")."""
    word = fold(content.words.text)
    forms = {word, *same_verb(word)} if is_verb(word) else set()
    return not forms.isdisjoint(split(name))


def _halves(name: str) -> tuple[list[str], list[str]]:
    """The stems before the first preposition of a name, and those behind it."""
    said = split(name)
    cut = next((n for n, word in enumerate(said) if word in grammar()["of_where"]), len(said))
    return [root(word) for word in said[:cut]], [root(word) for word in said[cut:]]
