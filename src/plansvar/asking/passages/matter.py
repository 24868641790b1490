"""What a question asks to be told of: the words that name it, and the rows that they lead to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plansvar.asking.passages.terms import Term
from plansvar.asking.passages.wording import asked_terms, terms_said
from plansvar.asking.query import Query
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.implied import people_roots
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.roots import root
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

SURE = 0.7  # less is a word that may only look alike
LIKELY = 0.6  # which is enough for what was found by all words of a question
FIRST = 3  # letters of the first part of a compound
TAIL = 6  # letters of the last part of a compound that may stand for it ("frånvaron")
ENDING = 4  # letters that a word may have behind its root
HEAD = re.compile(r"[,(:]")  # behind what a name is about it says what it is measured in or of


@dataclass(frozen=True, slots=True)
class Matter:
    """The words that tell a matter, and names of rows that words of the
    question lead to, each as the roots of what it is about. Of the words in `whole` the documents
    print the whole: their last part alone stands for them where their first is told beside it."""

    terms: tuple[Term, ...]
    names: tuple[tuple[frozenset[str], frozenset[str]], ...]
    whole: frozenset[str] = frozenset()

    def is_in(self, text: str, least: float = SURE, around: str = "") -> bool:
        """Whether a text speaks of the matter; `around` is the paragraph that it stands in."""
        beside = frozenset(map(root, words(around or text)))
        held, told = frozenset(told_stems(text)), frozenset(map(root, words(text)))
        named = {word for said, roots in self.names if roots <= told for word in said}
        return all(
            term.word in named
            or term.factor(held) > least
            or _is_tail(term.word, told, beside if term.word in self.whole else None)
            for term in self.terms
        )

    def is_called_again(self, text: str) -> bool:
        """Whether a text begins with the last part of what the matter is called ("Enheten" for
        "bemanningsenheten")."""
        first = [own for word in words(text)[:1] if len(own := root(word)) > FIRST]
        return any(
            re.search(rf"{re.escape(own)}\w{{0,{ENDING}}}$", term.word)
            for own in first
            for term in self.terms
        )


def matter_of(query: Query, library: Library, form: str) -> Matter | None:
    """What stands in a question behind the words of a form ("gör man åt"), or what a pronoun there
    points back at; none where the question has not that form, or points back at rows, which are
    explained by their names."""
    behind = re.search(str(vocabulary("passages")["action"][form]), fold(query.text))
    if behind is None:
        return None
    said = set(words(fold(query.text)[behind.end() :]))
    asked = asked_terms(query, library)
    carried = {word for topic in (query.talk.about if query.talk else ()) for word in words(topic)}
    own = said - carried
    points = bool(own) and own <= set(grammar()["it"])
    if points and query.links:
        return None
    if points and query.talk and query.talk.about:
        topic = query.talk.about[-1]
        said, asked = set(words(fold(topic))), terms_said(topic, library)
    people = people_roots() | set(map(root, vocabulary("passages")["action"]["people"]))
    terms = tuple(
        term
        for term in asked.items
        if term.word in said and not (term.soft or is_verb(term.word) or root(term.word) in people)
    )
    names = tuple(
        (frozenset(w for part in link.words for w in words(fold(part.text))), roots)
        for link in query.links
        if (roots := frozenset(map(root, words(HEAD.split(link.name)[0]))))
    )
    printed = catalogue_of(library).passage_stems
    whole = frozenset(term.word for term in terms if root(term.word) in printed)
    return Matter(terms, names, whole) if terms else None


def _is_tail(asked: str, told: frozenset[str], beside: frozenset[str] | None) -> bool:
    """Whether a text says the last part of a compound that is asked of, with its first part among
    the words `beside` it where these are given ("skolan" beside "frånvaron")."""
    own = root(asked)
    tails = [w for w in told if len(w) >= TAIL and w != own and own.endswith(w)]
    if beside is None:  # "förvaltningen" is that of whoever writes
        units = frozenset(map(root, vocabulary("areas")["units"]["endings"]))
        return any(tail not in units for tail in tails)
    firsts = {own.removesuffix(tail) for tail in tails}
    return any(word.startswith(first) for first in firsts if len(first) >= FIRST for word in beside)
