"""Words that nothing knows and that a question may be answered without: what happens to a thing
whose cause is asked for ("varför skenar …"), and how much so ("så brutalt")."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Operation, Query
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading

_WITHOUT_HAPPENING = (Operation.WHY,)


def unneeded(query: Query, reading: Reading, unknown: Sequence[Content]) -> tuple[Content, ...]:
    """Those of the words that nothing knows that restrict nothing; none where rows are listed,
    counted or ranked."""
    pointing = tuple(c for c in unknown if _only_points(reading, c))
    if query.operation.value in grammar()["over_rows"] or reading.language != "sv":
        return pointing
    free = (c for c in unknown if c in pointing or _is_free(query.operation, reading, c))
    return tuple(free)


def without_means(
    query: Query, reading: Reading, unlinked: Sequence[Content]
) -> tuple[Content, ...]:
    """The words without the verb for what has to be done to reach a target ("måste kapas"): how
    much is missing is the same whatever is done."""
    if query.operation is not Operation.DIFFERENCE or not query.links:
        return tuple(unlinked)
    return tuple(c for c in unlinked if not _is_means(reading, c))


def _is_means(reading: Reading, content: Content) -> bool:
    rules = grammar()["means"]
    place, word = content.tokens[0], content.words.text
    if len(content.tokens) != 1 or not word.endswith(tuple(rules["endings"])):
        return False
    before = {t.key for t in reading.tokens[:place]}
    return word[:1].islower() and not before.isdisjoint(rules["needing"])


def _only_points(reading: Reading, content: Content) -> bool:
    """ "i lägestabellen": a compound of a word for a part of a document, behind "i"."""
    place = content.tokens[0]
    ends = _key(reading, place).endswith(tuple(grammar()["pointing"]))
    return ends and _key(reading, place - 1) in grammar()["in_document"]


def _is_free(operation: Operation, reading: Reading, content: Content) -> bool:
    if len(content.tokens) != 1 or content.words.text[:1].isupper():
        return False
    place = content.tokens[0]
    if _is_degree(reading, place):
        return True
    return operation in _WITHOUT_HAPPENING and (
        _is_happening(reading, place) or _is_state(reading, place)
    )


def _is_degree(reading: Reading, place: int) -> bool:
    """ "så brutalt": behind a word of degree, and the end of what is said."""
    return _key(reading, place - 1) in grammar()["degree"] and _ends(reading, place)


def _is_happening(reading: Reading, place: int) -> bool:
    """A verb by its place: right behind the word that asks for a cause, behind "och" or a named
    thing at the end, or as the participle or infinitive of an auxiliary; what was done to it is
    the matter itself."""
    rules = grammar()["happening"]
    word, before = _key(reading, place), _key(reading, place - 1)
    if word.endswith(tuple(rules["done"])):
        return False
    if before in rules["asks"]:
        return True
    said = [t.key for t in reading.tokens[:place]]
    if any(key in rules["perfect"] for key in said):
        return word.endswith(tuple(rules["supine"])) and _ends(reading, place)
    if any(key in rules["modal"] for key in said):
        return word.endswith("a") and _ends(reading, place)
    present = word.endswith(tuple(rules["present"])) and not word.endswith(tuple(rules["people"]))
    return present and (before in grammar()["joins"] or any(k in rules["clause"] for k in said))


def _is_state(reading: Reading, place: int) -> bool:
    """ "stod … tomt": an adjective in its neuter form that ends what is said."""
    word = _key(reading, place)
    noun = word.endswith(tuple(grammar()["happening"]["nouns"]))
    return word.endswith(grammar()["neuter"]) and not noun and _ends(reading, place)


def _ends(reading: Reading, place: int) -> bool:
    """Whether nothing more is said, or what follows only tells where, when or how much."""
    behind = reading.tokens[place + 1 : place + 2]
    if not behind:
        return True
    small = (*grammar()["prepositions"], *grammar()["degree"])
    offset = reading.tokens[0].span.start - reading.text.find(reading.tokens[0].text)
    end = reading.tokens[place].span.end - offset
    return behind[0].key in small or reading.text[end : end + 1] == ","


def _key(reading: Reading, place: int) -> str:
    return reading.tokens[place].key if 0 <= place < len(reading.tokens) else ""
