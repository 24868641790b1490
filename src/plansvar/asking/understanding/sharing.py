"""What a value is asked for each of: "per elev" has to be in the row's name or unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plansvar.asking.query import Link, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.lexicon import EVERYDAY, grammar
from plansvar.asking.understanding.own_groups import OWN_GROUP
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root, roots
from plansvar.asking.understanding.school_years import school_years_unheld
from plansvar.language.folding import words

REST = 4  # letters of the last word of a compound for what something is given
ALIKE = 6  # letters that the names of a part and its whole end with alike
_ASKED = (Operation.VALUE, Operation.COUNT, Operation.WHAT, Operation.TREND, Operation.COMPARE)


_NUMBER = re.compile(r"\d+")
_RANGE = re.compile(r"(?<![\w.,-])(\d{1,2}) ?[-\u2013] ?(\d{2})(?![\w.,-])")


def shares_or_ranges(query: Query, reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """For what, or from which number to which, a value is asked that no row is given for."""
    told = shares_of(query, reading, catalogue)
    told += school_years_unheld(query, reading, catalogue)
    return (*told, *_ranges_of(query, reading, catalogue))


def shares_of(query: Query, reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """ "per hushåll" where no linked row is given for each of them; empty where nothing is."""
    if query.operation not in _ASKED or query.subject is Subject.COMMITMENTS:
        return ()
    names = {catalogue.by_row[row].text for link in query.links for row in link.rows}
    held = [{root(word) for word in words(name)} for name in names]
    tokens, found = reading.tokens, []
    for place in range(len(tokens) - 1):
        behind = tokens[place + 1]
        titled = place in reading.found.titled
        if titled or not _is_per(reading, place) or not _is_thing(reading, place + 1):
            continue
        rate = behind.stem in _rates()
        alike = _alike(behind.stem)
        named = any(alike & each and (rate or _divides(each)) for each in held)
        named = named or any(_divides(each) and _says(reading, place + 1, each) for each in held)
        named = named or any(_is_rest_of(behind.stem, name) for name in names)
        if not named and not (_in_unit(query, catalogue) or _beside(query, behind.stem, catalogue)):
            found.append(reading.words(place, place + 2).text)
    return tuple(found)


def is_divided(reading: Reading) -> bool:
    """ "kostnad per elev": what something is for each of something."""
    return any(token.key in grammar()["per"] for token in reading.tokens)


def _is_rest_of(stem: str, name: str) -> bool:
    """ "per kväll" of a name with "per öppetkväll"."""
    pairs = pairwise(words(name))
    each = (root(b) for a, b in pairs if a in grammar()["per"])
    return len(stem) >= REST and any(word.endswith(stem) for word in each)


def _is_per(reading: Reading, place: int) -> bool:
    """ "per", or "varje" behind a preposition ("på varje lärare")."""
    key, before = reading.tokens[place].key, reading.tokens[max(place - 1, 0)].key
    return key in grammar()["per"] or (
        key in grammar()["each_one"] and before in grammar()["before_each"]
    )


def _ranges_of(query: Query, reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """ "männen 30-49": from one number to another, which neither a name nor a group of the linked
    rows holds; empty where there is no such."""
    if query.subject is not Subject.INDICATORS or not query.links or reading.has("own_group"):
        return ()
    names = {catalogue.by_row[row].text for link in query.links for row in link.rows}
    held = [set(_NUMBER.findall(name)) for name in (*names, *query.breakdowns)]
    told = (match for match in _RANGE.finditer(reading.text))
    return tuple(m[0] for m in told if not any({m[1], m[2]} <= each for each in held))


def without_shares(
    query: Query, reading: Reading, unlinked: Sequence[Content], catalogue: Catalogue
) -> tuple[Content, ...]:
    """The words without those for what a linked row is given for each of, which its line prints."""
    return tuple(
        c
        for c in unlinked
        if not (
            c.tokens[0]
            and reading.tokens[c.tokens[0] - 1].key in grammar()["per"]
            and _beside(query, reading.tokens[c.tokens[0]].stem, catalogue)
        )
    )


def without_whole(
    unlinked: Sequence[Content], links: Sequence[Link], reading: Reading, catalogue: Catalogue
) -> tuple[Content, ...]:
    """ "hur stor del av sjukfrånvaron är långtidsfrånvaro?": the contents without the whole of
    which the linked row is a part: a row of the same table, whose name ends alike."""
    rows = [row for link in links for row in link.rows]
    if not rows or not reading.has("operation", Operation.SHARE.value):
        return tuple(unlinked)
    places = {catalogue.place_of[row] for row in rows}
    own = {stem for row in rows for stem in catalogue.by_row[row].stems}
    wholes = {s for r, p in catalogue.place_of.items() if p in places for s in _stems(r, catalogue)}
    return tuple(
        c
        for c in unlinked
        if not (
            reading.tokens[c.tokens[0] - 1].key in grammar()["share_of"]
            and not wholes.isdisjoint(c.stems)
            and any(_end_alike(stem, each) for stem in c.stems for each in own)
        )
    )


def _stems(row: str, catalogue: Catalogue) -> Sequence[str]:
    return catalogue.by_row[row].stems if row in catalogue.by_row else ()


def _end_alike(one: str, other: str) -> bool:
    return one[-ALIKE:] == other[-ALIKE:] and min(len(one), len(other)) >= ALIKE


def _beside(query: Query, stem: str, catalogue: Catalogue) -> bool:
    """Whether the line of a linked row prints the word beside its name ("kr per termin")."""
    lines = (catalogue.lines.get(row, "") for link in query.links for row in link.rows)
    return any(stem in roots(line) and not set(words(line)).isdisjoint(_per()) for line in lines)


def _per() -> tuple[str, ...]:
    return (*grammar()["per"], *grammar()["each"])


def _says(reading: Reading, place: int, name: set[str]) -> bool:
    """Whether a name has the documents' word for an everyday one ("per anställd", "barn per
    vuxen")."""
    meant = [roots(m.value) for m in reading.places(EVERYDAY) if m.start <= place < m.end]
    return any(name.issuperset(words) for words in meant)


def _alike(stem: str) -> set[str]:
    """The word, and the others for those who live there ("per skalle" is "per invånare")."""
    people = {root(word) for word in grammar()["per_people"]}
    return people if stem in people else {stem}


def _is_thing(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    if token.number is not None or is_year(token) or reading.is_function(token):
        return False
    if reading.has("spending", "cost") and token.stem in _rates():
        return True
    groups = {root(word) for word in grammar()["per_groups"]}
    named = {m.category for m in reading.matches if m.start <= place < m.end}
    others = ("period", "month", "breakdown", OWN_GROUP)
    return token.stem not in groups and named.isdisjoint(others)


def _rates() -> frozenset[str]:
    """Times for each of which something may cost."""
    return frozenset(root(word) for word in grammar()["money_cues"]["rate"])


def _divides(name: set[str]) -> bool:
    return any(root(word) in name for word in grammar()["per"])


def _in_unit(query: Query, catalogue: Catalogue) -> bool:
    """Whether a linked row's unit itself is something for each of something."""
    units = catalogue.units_by_row
    linked = {unit for link in query.links for row in link.rows for unit in units.get(row, ())}
    return any("/" in unit or not set(words(unit)).isdisjoint(grammar()["per"]) for unit in linked)
