"""Which words of a question say what the lines of a printed table are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.tables.asked import own_places
from plansvar.asking.tables.columns import table_words
from plansvar.asking.tables.heads import nouns_of
from plansvar.asking.tables.printed import LEAST_LINES, Column, PrintedTable
from plansvar.asking.understanding.lexicon import GENITIVE
from plansvar.asking.understanding.member_tables import (
    ends_as,
    kinds_known,
    kinds_of_word,
    member_words,
)
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token
from plansvar.language.folding import words
from plansvar.language.verbs import is_verb

_BOARDS = ("committee", "department")
_ENDING = 2  # letters that two forms of a word may differ by
_VERB = 8  # letters of a verb that its noun begins with
_OWNING = tuple(f"{end}{GENITIVE}" for end in ("en", "et", "na"))
_SHORT = 4  # letters of a word that others may end in by chance


def noun_places(
    table: PrintedTable, label: Column, reading: Reading, heads: frozenset[int], first: int
) -> frozenset[int]:
    """The tokens that say what the lines are: by the heading over their names, or the title. What
    a question asks which of is one of them."""
    nouns = nouns_of(label.heading)
    kinds = label.kinds
    if not _says_measure(label, reading):
        return frozenset()
    if not (nouns or kinds):
        return _by_title(table, label, reading, heads, first)
    for own, said in (("projects", "investments"), ("measures", "savings")):
        title = f"{said}_titles"
        if not rooted(own).isdisjoint(nouns) and _begins_so(table, title):
            nouns |= rooted(said)
    tokens = {n: reading.tokens[n] for n in own_places(reading, first)}
    found = {n for n, t in tokens.items() if _names(t, nouns) or kinds & kinds_of_word(t.key)}
    found |= {n for n, t in tokens.items() if _is_of_title(table, t.stem, nouns)}
    titled = {n for n, t in tokens.items() if is_titled(table, t.stem)}
    if label.index == table.labels[0].index and not _heads_another(table, label, tokens.values()):
        found |= titled
    found |= titled if found & heads else set()
    parts = frozenset(n for n in heads if kinds_of_word(reading.tokens[n].key))
    return frozenset(found) if not heads or (parts or heads) & found else frozenset()


def _is_of_title(table: PrintedTable, said: str, nouns: Iterable[str]) -> bool:
    """Whether a compound is of the word over the names and that over the table ("hemtjänstområde"
    of areas under "Hemtjänst")."""
    fronts = (said.removesuffix(noun) for noun in nouns if len(noun) >= _SHORT)
    told = {f for front in fronts for f in (front, front.removesuffix(GENITIVE))} - {said}
    return any(len(f) >= _SHORT and root(f) in table.title for f in told)


def _says_measure(label: Column, reading: Reading) -> bool:
    """Whether a question says what a table gives for each of its lines, where the heading over
    their names tells it ("Sjukfrånvaro per åldersgrupp")."""
    said = words(label.heading)
    per = next((n for n, word in enumerate(said) if word in member_words("per")), 0)
    told = [root(word) for word in said[:per] if word not in table_words("no_nouns")]
    stems = {token.stem for token in reading.tokens if len(token.stem) >= _SHORT}
    return not told or any(stem in each or each in stem for each in told for stem in stems)


def _by_title(
    table: PrintedTable, label: Column, reading: Reading, heads: frozenset[int], first: int
) -> frozenset[int]:
    """What the title over a table calls its lines, where no heading does."""
    if label.index != table.labels[0].index:
        return frozenset()
    invested = not rooted("projects").isdisjoint(table.title)
    nouns = rooted("investments") if invested else frozenset()
    tokens = {n: reading.tokens[n] for n in own_places(reading, first)}
    found = {n for n, t in tokens.items() if is_titled(table, t.stem) or _names(t, nouns)}
    return frozenset(found) if heads & found else frozenset()


def _names(token: Token, nouns: Iterable[str]) -> bool:
    """Whether a word is one of the nouns, in a form that the stemmer may cut otherwise, or asks for
    groups by it ("åldersgrupper" of "Ålder")."""
    said = (token.stem, *_grouped_by(token.key))
    return any(_is_same(each, noun) for each in said for noun in nouns)


def _grouped_by(word: str) -> tuple[str, ...]:
    """What a word for groups says that they are made by."""
    ends = (end for end in table_words("groups") if word.endswith(end))
    fronts = (word.removesuffix(end).removesuffix(GENITIVE) for end in ends)
    return tuple(root(front) for front in fronts if len(front) >= _SHORT)


def _is_same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    alike = len(short) > _SHORT and long.startswith(short) and len(long) - len(short) <= _ENDING
    return one == other or alike


def is_titled(table: PrintedTable, said: str) -> bool:
    """Whether a word stands in the title over a table, and not only as what something is of
    ("Verksamhetens intäkter")."""
    caption = table.document.tables[table.number].caption
    told = words(f"{table.heading} {table.document.quote(caption) if caption else ''}")
    title = table.title - {root(word) for word in told if word.endswith(_OWNING)}
    return any(len(stem) >= _SHORT and _is_head(said, stem) for stem in title)


def is_of_verb(held: Iterable[str], reading: Reading) -> bool:
    """Whether words are what a verb says is done ("effektivisera" of "Effektiviseringar")."""
    told = (t for t in reading.tokens if len(t.stem) > _VERB and is_verb(t.key))
    verbs = tuple(t.stem[:_VERB] for t in told)
    return bool(verbs) and any(stem.startswith(verbs) for stem in held)


def _heads_another(table: PrintedTable, label: Column, tokens: Iterable[Token]) -> bool:
    """Whether a word heads another column that may name the lines."""
    others = (nouns_of(column.heading) for column in table.labels if column.index != label.index)
    nouns = frozenset(noun for each in others for noun in each)
    return any(_names(token, nouns) for token in tokens)


def _is_head(said: str, held: str) -> bool:
    """Whether a word is that of a title or the one that it ends in ("Verksamhetsvolymer")."""
    return said == held or (len(said) > _SHORT and held.endswith(said))


def _begins_so(table: PrintedTable, name: str) -> bool:
    begins = (*table_words(name), *rooted(name))
    return not begins or any(stem.startswith(begins) for stem in table.title)


@cache
def rooted(name: str) -> frozenset[str]:
    """The roots of the words of a list."""
    return frozenset(map(root, table_words(name)))


def names_boards(label: Column) -> bool:
    return not label.kinds.isdisjoint(_BOARDS)


def lines_of_kind(
    table: PrintedTable, label: Column, reading: Reading, places: Iterable[int]
) -> list[int]:
    """The lines that are one of what is asked for: without sums, and boards only for boards; none
    where only the title over the table says "nämnd" and the lines are no boards."""
    free = [n for n, line in enumerate(table.lines) if not line.whole and line.text(label.index)]
    kinds = {k for n in places for k in kinds_of_word(reading.tokens[n].key)}
    for kind in kinds_known():
        if kind["name"] in kinds.intersection(_BOARDS):
            single = _single(table, label)
            own = [n for n in single if ends_as(table.lines[n].text(label.index), kind["ends"])]
            if len(own) >= LEAST_LINES:
                return _with_others(table, free, own)
            said = [reading.tokens[n] for n in places if kind["name"] in _kinds(reading, n)]
            if not (names_boards(label) or any(_names(t, nouns_of(label.heading)) for t in said)):
                return []
    return free


def _single(table: PrintedTable, label: Column) -> list[int]:
    """The lines of one thing each; one over its own parts is none that sums up all."""
    sums = vocabulary_list("balance", "all_units")
    named = [(n, line, words(line.text(label.index))) for n, line in enumerate(table.lines)]
    return [n for n, line, said in named if said and not (line.whole and said[0] in sums)]


def _with_others(table: PrintedTable, free: list[int], own: list[int]) -> list[int]:
    """Boards with what a table sums up together with them ("Kommunfullmäktige och revision"): all
    above the first sum, where most of them are boards and none has parts of its own."""
    if not set(own) <= set(free):
        return own
    first = next((n for n, line in enumerate(table.lines) if line.whole), 0)
    above = [n for n in free if n < first]
    return above if len(set(own) & set(above)) * 2 > len(above) else own


def _kinds(reading: Reading, place: int) -> frozenset[str]:
    return frozenset(kinds_of_word(reading.tokens[place].key))
