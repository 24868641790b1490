"""What rows imply: people whom they are about ("de gamla" of home help), what is expected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from plansvar.asking.query import Link, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root, roots
from plansvar.language.verbs import is_verb

SHORT = 4  # letters of a root that no longer word is taken to begin with


def without_implied(
    unlinked: Sequence[Content],
    links: Sequence[Link],
    catalogue: Catalogue,
    reading: Reading,
) -> tuple[Content, ...]:
    """The contents that are still not understood, without people that all linked rows are about;
    no amount counts people."""
    if not links:
        return tuple(unlinked)
    if counted_people(unlinked, links, catalogue, reading):
        return tuple(unlinked)
    names = [set(catalogue.by_row[row].stems) for link in links for row in link.rows]
    if any(_is_of_money(stems) for stems in names):
        return tuple(unlinked)
    told = {root(w.text) for link in links for w in link.words}
    return tuple(
        c
        for c in unlinked
        if not (_is_implied(c, names) or _is_piece(c, names) or _completes(c, told, names))
    )


def counted_people(
    words: Sequence[Content], links: Sequence[Link], catalogue: Catalogue, reading: Reading
) -> tuple[Content, ...]:
    """ "fler eller färre elever": people of whom it is asked how many they are, where only amounts
    are linked."""
    rows = [catalogue.by_row[row] for link in links for row in link.rows]
    if any(row.subject is not Subject.AMOUNTS for row in rows):
        return ()
    return tuple(c for c in words if are_people(c) and _is_counted(c, reading))


def _is_counted(content: Content, reading: Reading) -> bool:
    before = reading.tokens[max(content.tokens[0] - 1, 0)]
    return before.key in grammar()["counting_words"]


def _is_of_money(stems: set[str]) -> bool:
    """Whether a name is a price, cost or income, which counts no people."""
    groups = (grammar()["money_groups"][name] for name in ("fees", "costs", "incomes"))
    return not stems.isdisjoint(root(word) for group in groups for word in group)


def are_people(content: Content) -> bool:
    """Whether the content is a word for people whom many rows are about."""
    return not people_roots().isdisjoint(content.stems)


@cache
def people_roots() -> frozenset[str]:
    """The roots of the words for people whom many rows are about."""
    groups = grammar()["people_of"].values()
    return frozenset(root(word) for group in groups for word in group["people"])


def people_implied(said: Sequence[str]) -> frozenset[str]:
    """The words for people among the words of a question that also says what is theirs ("äldre"
    beside "hemtjänst")."""
    found: set[str] = set()
    for group in grammar()["people_of"].values():
        people = {root(word) for word in group["people"]}
        matters = {root(word) for word in group["matters"]} - people
        if not matters.isdisjoint(map(root, said)):
            found |= {word for word in said if root(word) in people and not is_verb(word)}
    return frozenset(found)


def _is_piece(content: Content, names: Sequence[set[str]]) -> bool:
    """ "mat" where "matsvinn" is named: the first word of a compound in all names."""
    own = content.stems[:1]
    return bool(own) and len(own[0]) < SHORT and all(_begins_one(own[0], n) for n in names)


def _completes(content: Content, told: set[str], names: Sequence[set[str]]) -> bool:
    """ "läckor på vattenledningarna" for "vattenläckor": what begins like the compound in all names
    whose end was linked."""
    return all(any(_is_rest(content, stem, each) for stem in n for each in told) for n in names)


def _is_rest(content: Content, compound: str, end: str) -> bool:
    first = compound.removesuffix(end).removesuffix(str(grammar()["genitive"]))
    cut = compound.endswith(end) and len(end) >= SHORT and len(first) >= SHORT
    return cut and any(stem.startswith(first) for stem in content.stems)


def _begins_one(piece: str, stems: set[str]) -> bool:
    return any(stem.startswith(piece) and len(stem) - len(piece) > SHORT for stem in stems)


def _is_implied(content: Content, names: Sequence[set[str]]) -> bool:
    said = {*content.stems, *roots(content.words.text)}
    if len(content.tokens) > 1 and not people_roots().issuperset(roots(content.words.text)):
        return False
    for group in grammar()["people_of"].values():
        if said.isdisjoint(root(word) for word in group["people"]):
            continue
        matters = {root(word) for word in group["matters"]}
        if all(any(_tells(stem, matters) for stem in stems) for stems in names):
            return True
    return False


def _tells(stem: str, matters: set[str]) -> bool:
    return any(stem == each or (len(each) > SHORT and stem.startswith(each)) for each in matters)


def asked_people(
    words: Sequence[Content], links: Sequence[Link], subject: Subject | None
) -> tuple[Content, ...]:
    """People whom a question on an amount counts and that no row is about: no amount answers."""
    if subject is not Subject.AMOUNTS:
        return ()
    named = {stem for link in links for stem in roots(link.name)}
    return tuple(
        c
        for c in words
        if c.weak and are_people(c) and not any(s.startswith(c.stems) for s in named)
    )


def without_expecting(
    unlinked: Sequence[Content], reading: Reading, subject: Subject | None
) -> tuple[Content, ...]:
    """Amounts without the verb of the unit that expects them ("väntar nämnden")."""
    if subject is not Subject.AMOUNTS:
        return tuple(unlinked)
    verbs = grammar()["expecting"]
    return tuple(c for c in unlinked if not all(reading.tokens[i].key in verbs for i in c.tokens))
