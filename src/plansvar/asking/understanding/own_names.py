"""Names of rows that a question repeats: each is one word of it, whatever its words mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.asking.query import Words
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.fitting import content_stems
from plansvar.asking.understanding.lexicon import (
    EVERYDAY,
    FILLER,
    FUNCTION,
    WEAK,
    Match,
    function_words,
    grammar,
    weak_words,
)
from plansvar.asking.understanding.name_forms import PERCENT, Form, said_roots, tells
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token
from plansvar.domain import Span
from plansvar.language.folding import fold
from plansvar.language.verbs import general_verbs
from plansvar.language.vocabulary import vocabulary

NAMED = "\u2039\u203a"  # the key of a name: a word of no vocabulary
SHORT, ENDING = 4, 2  # letters of a root, and of the ending that another form of it may have
BETWEEN = 1  # words that a question puts within a name of more than as many that tell
LONG = 7  # words of a long name of which it is enough to say the beginning


@dataclass(frozen=True, slots=True)
class _Said:
    """Where a name is said, how many words tell it, and which it may be."""

    place: range
    telling: int
    names: frozenset[str]


def with_names(
    tokens: Sequence[Token], text: str, start: int, catalogue: Catalogue
) -> tuple[Token, ...]:
    """The words of a question with each name of rows in it as one."""
    made, at = [], 0
    for said in _chosen(_all_said(tokens, text, start, catalogue)):
        made += [*tokens[at : said.place.start], _as_one(tokens, said, text, start)]
        at = said.place.stop
    return (*made, *tokens[at:])


def content_of(token: Token, at: int) -> Content:
    """The name that a token is, with its words as they would be read without it."""
    telling = [t for t in token.inside if t.key not in function_words() and t.number is None]
    return Content(
        Words(token.text, token.span),
        (at,),
        (),
        (tuple(dict.fromkeys(root(t.key) for t in telling)),),
        parts=tuple(
            Content(Words(t.text, t.span), (at,), content_stems(t.key), weak=t.key in weak_words())
            for t in telling
        ),
        names=token.names,
    )


def _as_one(tokens: Sequence[Token], said: _Said, text: str, start: int) -> Token:
    inside = tuple(tokens[said.place.start : said.place.stop])
    span = Span(inside[0].span.start, inside[-1].span.end)
    whole = text[span.start - start : span.end - start]
    return Token(whole, NAMED, span, inside=inside, names=said.names)


def _chosen(found: Sequence[_Said]) -> list[_Said]:
    """The names that do not lie over another, the longest first, in the order of the question."""
    kept: list[_Said] = []
    for said in sorted(found, key=lambda s: (-s.telling, -len(s.place))):
        if all(set(said.place).isdisjoint(other.place) for other in kept):
            same = [s.names for s in found if s.place == said.place]
            kept.append(_Said(said.place, said.telling, frozenset().union(*same)))
    return sorted(kept, key=lambda s: s.place.start)


def _all_said(tokens: Sequence[Token], text: str, start: int, catalogue: Catalogue) -> list[_Said]:
    plain = said_roots(tokens)
    roots = [each for _, each in plain]
    found = []
    for at, (first, key) in enumerate(plain):
        for form in catalogue.name_forms.get(key, ()):
            size = _shared(form, roots[at:])
            if not size or (form.printed and form.printed not in fold(text)):
                continue
            place = _with_signs(range(first.start, plain[at + size - 1][0].stop), tokens)
            telling = sum(map(tells, tokens[place.start : place.stop]))
            found.append(_Said(place, telling, frozenset({form.name})))
    return found


def _with_signs(place: range, tokens: Sequence[Token]) -> range:
    last = place.stop
    while last < len(tokens) and tokens[last].text == PERCENT:
        last += 1
    return range(place.start, last)


def _shared(form: Form, roots: Sequence[str]) -> int:
    """How many words of the question are the name from its beginning, with verbs that the question
    puts between them; 0 where too few are."""
    told = at = between = 0
    while told < len(form.roots) and at < len(roots):
        if _is_same(form.roots[told], roots[at]):
            told, at = told + 1, at + 1
        elif told and between < BETWEEN < form.telling and roots[at] in _verbs():
            at, between = at + 1, between + 1
        else:
            break
    if told == len(form.roots):
        return at
    return at if len(form.roots) > LONG <= told and not between else 0


@cache
def _verbs() -> frozenset[str]:
    """The roots of verbs that say nothing by themselves ("togs", "fick") and ask for nothing."""
    asks = {
        each
        for category, values in vocabulary("questions")["sv"].items()
        if category not in (FUNCTION, FILLER, WEAK)
        for texts in values.values()
        for each in texts
    }
    verbs = {*general_verbs("sv"), *grammar()["be"]} - asks
    return frozenset(map(root, verbs)) - frozenset(map(root, asks))


def _is_same(one: str, other: str) -> bool:
    """Whether two roots are one but for an ending that was left on it ("resultat", "result")."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (
        len(long) == len(short) or (len(short) >= SHORT and len(long) - len(short) <= ENDING)
    )


def lies_in_phrase(
    named: Sequence[Token], matches: Sequence[Match], tokens: Sequence[Token]
) -> bool:
    """Whether a name is only the end of what people call something else ("kön till särskilt
    boende")."""
    phrases = [
        Span(tokens[m.start].span.start, tokens[m.end - 1].span.end)
        for m in matches
        if m.category == EVERYDAY and m.end - m.start > 1
    ]
    names = [token.span for token in named if token.names]
    return any(p.holds(n) and p.start < n.start for p in phrases for n in names)
