"""In which language a question is asked: its frame decides, not the names that it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise
from weakref import WeakKeyDictionary

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar, lexicon
from plansvar.asking.understanding.tokens import Token
from plansvar.domain import Span
from plansvar.language.folding import bare, fold, words
from plansvar.language.months import last_month_of

LONGEST_SMALL = 4  # letters of an English word that does not make a question English alone
SHORTEST_SURE = 3  # letters of a word of the grammar that does
SHORTEST_NAME = 5  # letters of a word that may be a name by itself
ENOUGH = 2  # words of the other language that outweigh the one word that opens a question
QUOTED = re.compile('["”“«»‘][^"”“«»‘’]{3,}["”“«»’]')


def language_of(tokens: Sequence[Token], before: str = "sv", named: Set[int] = frozenset()) -> str:
    """The language of the words that ask, which are those outside names (the places `named`): that
    of the word that opens the question, else that of most words; that of the talk `before` where
    none decides, or where it was English and an English word is there among names."""
    told = [token for place, token in enumerate(tokens) if place not in named]
    swedish, english = lexicon("sv"), lexicon("en")
    own = [t for t in told if swedish.knows(t) and not (english.knows(t) or _is_typed(t))]
    foreign = [t for t in told if _is_typed(t) or (english.knows(t) and not _is_own(t))]
    opened = _opened(tokens, named)
    if opened == "sv":
        return opened
    opens = opened == "en" and tokens[-1] is not tokens[0]
    if opens and (len(foreign) >= len(own) or len(own) < ENOUGH):
        return "en"
    dated = _before_year(tokens)
    count = len(foreign) + dated
    if count == len(own) or (before == "en" and foreign):
        return "en" if opens else before
    sure = dated or count > 1 or _is_sure(foreign)
    return "en" if count > len(own) and sure else "sv"


def _is_own(token: Token) -> bool:
    """Whether Swedish has a word too, or a stretch of months, which both shorten alike."""
    return lexicon("sv").knows(token) or last_month_of(token.key) is not None


def named_places(tokens: Sequence[Token], text: str, catalogue: Catalogue) -> frozenset[int]:
    """The places of the words that repeat names of the documents: two or more in a row, a long one
    by itself, and what stands within quotation marks."""
    names = _names_of(catalogue)
    found: set[int] = set()
    for place, (first, second) in enumerate(pairwise(tokens)):
        if (first.bare, second.bare) in names:
            found |= {place, place + 1}
    quoted = [Span(each.start(), each.end()) for each in QUOTED.finditer(text)]
    for place, token in enumerate(tokens):
        within = any(q.start <= token.span.start and token.span.end <= q.end for q in quoted)
        single = token.key in catalogue.spelling and token.key not in grammar_words()
        if within or (single and len(token.key) >= SHORTEST_NAME):
            found.add(place)
    return frozenset(found)


def grammar_words() -> Set[str]:
    """Words with which Swedish questions are asked."""
    return lexicon("sv").asking


def _opened(tokens: Sequence[Token], named: Set[int]) -> str | None:
    """The language of the first word that is no greeting or conjunction, where it asks."""
    joins = (*grammar()["opening_words"], *grammar()["greetings"])
    first = next((n for n, token in enumerate(tokens) if token.key not in joins), None)
    if first is None or {first, first + 1} <= named:
        return None
    if tokens[first].key in grammar()["swedish_openers"]:
        return "sv"
    return "en" if tokens[first].key in grammar()["english_openers"] else None


def _is_typed(token: Token) -> bool:
    """Whether what was taken for a short form is an English word as it stands ("me")."""
    said = fold(token.text)
    if last_month_of(token.key) is not None:
        return False
    return said != token.key and len(said) > 1 and said in lexicon("en").words


def _before_year(tokens: Sequence[Token]) -> bool:
    """ "… in 2030": in Swedish no such word stands before a year."""
    words_in = grammar()["english_before_year"]
    return any(
        a.key in words_in and b.number is not None and len(b.text) == len("2030")
        for a, b in pairwise(tokens)
    )


def _is_sure(foreign: Sequence[Token]) -> bool:
    """Whether the only English word is too long to be a short form, or one of the grammar."""
    asking = lexicon("en").asking
    return any(
        len(t.key) > LONGEST_SMALL or (t.key in asking and len(t.key) >= SHORTEST_SURE)
        for t in foreign
    )


def _names_of(catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """Each two words that stand beside each other in names of rows, units and headings."""
    if catalogue not in _KEPT:
        texts = [words(name.text) for name in catalogue.names]
        units = (*catalogue.organisations, *catalogue.responsible, *catalogue.sections)
        texts += [list(unit.words) for unit in units]
        pairs = (pair for said in texts for pair in pairwise(map(bare, said)))
        _KEPT[catalogue] = frozenset(pairs)
    return _KEPT[catalogue]


_KEPT: WeakKeyDictionary[Catalogue, frozenset[tuple[str, str]]] = WeakKeyDictionary()
