"""Rows that share a word with a question and give another sort of thing than it asks for: what one
place costs is no total, what comes in is no price, what people earn is neither a total nor a number
of people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plansvar.asking.query import Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import Linked
from plansvar.asking.understanding.moneyed import cues, is_bare_money
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.views import asks_for_view
from plansvar.language.folding import fold, words
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary

_KRONOR = "kronor"
_SHARE = "%"
OLDEST = 120


def is_of_other_sort(rows: Sequence[str], reading: Reading, catalogue: Catalogue) -> bool:
    """Whether none of the rows gives what is asked for."""
    if not rows:
        return False
    if _says_elsewhere(reading):
        return not any(_is_elsewhere(row, catalogue) for row in rows)
    ages = ages_said(reading)
    if ages:
        return not any(ages & _numbers(row, catalogue) for row in rows)
    if counts_staff(reading):
        return not any(_is_of_staff(row, catalogue) for row in rows)
    if asks_of_one_thing(reading):
        return not any(_KRONOR in _units(row, catalogue) for row in rows)
    if asks_what_it_costs(reading):
        saved = _saved(catalogue)
        return all(row in saved or _is_income(catalogue.by_row[row].text) for row in rows)
    return asks_what_is_earned(reading) and not any(_is_pay(row, catalogue) for row in rows)


def _says_elsewhere(reading: Reading) -> bool:
    """ "i annan kommun": what the own municipality has is not what is asked for."""
    said = [token.key for token in reading.tokens]
    phrases = grammar()["elsewhere"]
    return any(said[n : n + len(p)] == p for p in map(str.split, phrases) for n in range(len(said)))


def _is_elsewhere(row: str, catalogue: Catalogue) -> bool:
    told = words(catalogue.by_row[row].text)
    return any(word.startswith(each) for word in told for each in grammar()["of_elsewhere"])


def names_only_municipality(linked: Linked, reading: Reading, catalogue: Catalogue) -> bool:
    """ "hur mycket pengar har kommunen": whether amounts are linked by that word alone and are of
    something more ("Kommunens lån")."""
    if linked.link is None or linked.subject is not Subject.AMOUNTS:
        return False
    plain = set(vocabulary("answering")["balance"]["municipality"])
    told = (reading.tokens[i] for c in linked.covered if not c.support for i in c.tokens)
    said = {token.key for token in told if not is_bare_money(token)}
    roots_said = {root(word) for word in plain}
    own = any(catalogue.by_row[row].core <= roots_said for row in linked.link.rows)
    return bool(said) and said <= plain and not own


def names_only_viewer(linked: Linked, reading: Reading) -> bool:
    """ "vad tycker invånarna om …": whether only those whose view is asked are linked."""
    said = grammar()["viewing"]
    keys = [token.key for token in reading.tokens]
    verb = next((n for n, key in enumerate(keys) if key in said["verbs"]), None)
    if linked.link is None or verb is None or not asks_for_view(reading.text):
        return False
    about = next((n for n in range(1, len(keys)) if keys[n] in said["about"]), len(keys))
    plain = vocabulary("answering")["balance"]["municipality"]
    told = {i for c in linked.covered for i in c.tokens if keys[i] not in plain}
    return bool(told) and max(told) < about


def counts_staff(reading: Reading) -> bool:
    """ "hur många anställda har skolan": employees are counted, of whatever."""
    pairs = pairwise(token.key for token in reading.tokens)
    said = grammar()["other_sorts"]
    return any(a in grammar()["counting_words"] and b in said["staff"] for a, b in pairs)


def _is_of_staff(row: str, catalogue: Catalogue) -> bool:
    told = words(catalogue.by_row[row].text)
    return any(part in word for word in told for part in grammar()["other_sorts"]["of_staff"])


def ages_said(reading: Reading) -> set[float]:
    """ "hur många invånare är över 80": the ages of people whom a question counts."""
    said, tokens = grammar()["other_sorts"], reading.tokens
    if set(said["people"]).isdisjoint(token.key for token in tokens):
        return set()
    return {
        after.number
        for before, after in pairwise(tokens)
        if before.key in said["age_before"] and after.number is not None and after.number < OLDEST
    }


def _numbers(row: str, catalogue: Catalogue) -> set[float]:
    return {number.value for number in find_numbers(catalogue.by_row[row].text)}


def asks_of_one_thing(reading: Reading) -> bool:
    """ "vad kostar en förskoleplats": what one of many costs."""
    if not reading.has("spending", "cost"):
        return False
    ends = tuple(grammar()["other_sorts"]["each"])
    pairs = pairwise(reading.tokens)
    return any(
        one.key in cues("one") and fold(thing.text).split()[0].endswith(ends)
        for one, thing in pairs
    )


def asks_what_it_costs(reading: Reading) -> bool:
    """ "vad kostar bygglov", where nothing that comes in is named."""
    earned = reading.has("spending", "earn") or any(_is_income(t.text) for t in reading.tokens)
    return reading.has("spending", "cost") and not earned


def _is_income(name: str) -> bool:
    """Whether a name tells what comes in ("Bygglovsintäkterna")."""
    return any(part in word for word in words(name) for part in grammar()["other_sorts"]["incomes"])


def _saved(catalogue: Catalogue) -> set[str]:
    """The amounts that tell what is saved by something, which is not what it costs."""
    told = tuple(grammar()["other_sorts"]["saved"])
    amounts = catalogue.library.amounts()
    return {row.id for row in amounts if any(part in fold(row.measure or "") for part in told)}


def asks_what_is_earned(reading: Reading) -> bool:
    """ "vad tjänar man i snitt"; what is earned by something is no pay."""
    said, keys = grammar()["other_sorts"], [token.key for token in reading.tokens]
    earning = not set(keys).isdisjoint(said["earning"])
    return earning and set(keys).isdisjoint(said["by"])


def _is_pay(row: str, catalogue: Catalogue) -> bool:
    """Whether a row is named for pay and printed in kronor or percent."""
    named = words(catalogue.by_row[row].text)
    paid = any(part in word for word in named for part in grammar()["other_sorts"]["pay"])
    return paid and not {_KRONOR, _SHARE}.isdisjoint(_units(row, catalogue))


def _units(row: str, catalogue: Catalogue) -> set[str]:
    library = catalogue.library
    amounts = {fold(each.unit or "") for each in library.amounts() if each.id == row}
    valued = (each for each in library.indicators() if each.id == row)
    return amounts | {fold(o.unit or "") for each in valued for o in each.observations}
