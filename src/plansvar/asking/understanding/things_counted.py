"""What "hur många" and "vilken … har högst" ask for, where the linked rows measure something else:
how many vehicles there are is not the share of them that is free of fossil fuel."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from plansvar.asking.query import Link, Operation, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.counted_rows import is_measure
from plansvar.asking.understanding.counting import miscounted
from plansvar.asking.understanding.fitting import NARROWER, fits_of
from plansvar.asking.understanding.implied import people_roots
from plansvar.asking.understanding.lexicon import function_words, grammar
from plansvar.asking.understanding.linking import Linked
from plansvar.asking.understanding.names import fillers
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.schoolyears import school_years
from plansvar.language.verbs import general_verbs, tells_matter

_IN_BRACKETS = re.compile(r"\([^)]*\)")
LEAST = 4  # letters of a word that a longer one may end with
NEXT = 1  # tokens from one word of what is counted to the next


def untold_things(
    words: Sequence[Content],
    links: Sequence[Link],
    subject: Subject | None,
    reading: Reading,
    catalogue: Catalogue,
) -> tuple[Content, ...]:
    """The things asked for that the linked rows do not count."""
    if subject is not Subject.INDICATORS or not links:
        return ()
    told = miscounted(words, links, subject, reading, catalogue)
    beside = tuple(c for c in told if not school_years(c.words.text))
    return beside or _bare_count(words, links, reading, catalogue)


def _bare_count(
    words: Sequence[Content], links: Sequence[Link], reading: Reading, catalogue: Catalogue
) -> tuple[Content, ...]:
    """ "hur många fordon har kommunen?" of the share that is free of fossil fuel: the counted
    words, where all linked rows give a measure of them and the question does not say which."""
    ends = [m.end for m in reading.places("operation", Operation.COUNT.value)]
    said = {token.key for token in reading.tokens}
    if (
        not ends
        or not said.isdisjoint(grammar()["measured_in"])
        or reading.has("operation", Operation.SHARE.value)
    ):
        return ()
    if any(t.key in grammar()["share_of"] for e in ends for t in reading.tokens[e : e + NEXT]):
        return ()
    rows = [row for link in links for row in link.rows]
    if not rows or not all(is_measure(row, catalogue) for row in rows):
        return ()
    counted = _counted(words, ends)
    others = [c for c in words if c not in counted]
    names = {catalogue.by_row[row].text for row in rows}
    if all(_says_more(name, counted, others, catalogue) for name in names):
        return tuple(counted) or tuple(c for c in others if not c.support)
    return ()


def _counted(words: Sequence[Content], ends: Sequence[int]) -> list[Content]:
    """The words right behind "hur många": a noun with what describes it."""
    found: list[Content] = []
    place = ends[-1]
    for content in sorted(words, key=lambda c: c.tokens[0]):
        if content.tokens[0] == place and not _is_verb(content):
            found.append(content)
            place = content.tokens[-1] + NEXT
    return found


def _is_verb(content: Content) -> bool:
    word = fold(content.words.text)
    return word in general_verbs() or tells_matter(word)


def _says_more(
    name: str, counted: Sequence[Content], others: Sequence[Content], catalogue: Catalogue
) -> bool:
    """Whether a name tells a quality of what is counted, and the question does not name it."""
    qualities = _qualities(name)
    said = {stem for c in counted for stem in qualities if _is_said(c, stem, catalogue)}
    rest = qualities - said
    meant = {stem for c in others for each in c.alternates for stem in each}
    named = any(stem in meant or _is_said(c, stem, catalogue) for c in others for stem in rest)
    return bool(rest) and not named


def _is_said(content: Content, stem: str, catalogue: Catalogue) -> bool:
    fits = fits_of(content, catalogue).get(stem, 0.0)
    if len(content.tokens) > 1 and any(stem in each for each in content.alternates):
        return True
    return (stem,) in content.alternates or (fits > NARROWER and not _only_meant(content, stem))


def _only_meant(content: Content, stem: str) -> bool:
    """Whether a stem is but one of several words that people use the content's word for: who says
    "fordon" has not said "fossilfria fordon"."""
    return stem not in content.stems and any(
        stem in each for each in content.alternates if len(each) > 1
    )


def _qualities(name: str) -> set[str]:
    """The stems of a name that tell what it measures: not where or for whom, no people, and no verb
    that tells no matter."""
    found: set[str] = set()
    beside, before = False, ""
    for word in split(_IN_BRACKETS.sub(" ", name)):
        if word in grammar()["name_parts"]:
            beside = before in grammar()["judged_with"] and word in grammar()["with"]
        elif word in grammar()["of_where"]:
            beside = before not in general_verbs()
        elif not (beside or any(sign.isdigit() for sign in word) or word in _small()):
            found.add(root(word))
        before = word
    return found - fillers() - people_roots()


@cache
def _small() -> frozenset[str]:
    return general_verbs() | function_words()


def asks_each_untold(
    linked: Linked, operation: Operation | None, reading: Reading, catalogue: Catalogue
) -> bool:
    """ "vilken skola är bäst?" of rows on pupils in schools: whether the noun behind the word that
    asks is none of the linked rows."""
    if operation is not Operation.RANK or linked.subject is not Subject.INDICATORS:
        return False
    asking = {n + 1 for n, t in enumerate(reading.tokens) if t.key in grammar()["single"]}
    nouns = [c for c in linked.covered if c.tokens[0] in asking and not c.support]
    rows = linked.link.rows if linked.link else ()
    return any(not any(_is_one(c, row, catalogue) for row in rows) for c in nouns)


def _is_one(content: Content, row: str, catalogue: Catalogue) -> bool:
    """Whether a row is one of what the content says, by its name or by a heading that names one
    ("Norrby skola")."""
    place = catalogue.place_of[row]
    if any(_heads_it(content, stem) for stem in _heads(catalogue.by_row[row].text)):
        return True
    asked = fold(content.words.text)
    named = (split(each) for each in (*place.section, place.organisation or ""))
    return any(len(said) > 1 and said[-1].endswith(asked) for said in named)


def _heads_it(content: Content, stem: str) -> bool:
    own = content.stems
    return any(stem == each or (len(each) >= LEAST and stem.endswith(each)) for each in own)


def _heads(text: str) -> set[str]:
    """The stems of what a name is about: what stands before its first preposition, and behind a
    comma."""
    found: set[str] = set()
    for part in text.split(","):
        said = split(part)
        cut = next((n for n, word in enumerate(said) if word in _prepositions()), len(said))
        found |= {root(word) for word in said[:cut]}
    return found


def _prepositions() -> tuple[str, ...]:
    return (*grammar()["of_where"], *grammar()["with"])
