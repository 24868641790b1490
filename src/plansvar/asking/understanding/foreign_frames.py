"""Small words of an English question that mean something else by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.asking.query import Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import ALSO, EVERYDAY, FUNCTION, Match, grammar
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token
from plansvar.language.english import translations
from plansvar.language.folding import words

SHORTEST = 5  # letters of a status that longer words may end in
_STATES = ("task_status", "target_state")
_COUNCIL = r"(?i)\b(did|does|do|has|have|will|is|was|are|can|would)\s+(?:the|our|my)\s+council\b"
_PER = re.compile(r"(?i)\bper\s+(?:a\s+)?(ten|hundred|thousand)\b")
_NUMBERS = {"ten": "10", "hundred": "100", "thousand": "1 000"}


def with_numbers_per(text: str) -> str:
    """ "per thousand residents" as "per 1 000 residents"."""
    return _PER.sub(lambda match: f"per {_NUMBERS[match[1].lower()]}", text)


def of_municipality(text: str) -> str:
    """ "did the council run a deficit?": what people call the municipality."""
    does = "|".join(grammar()["council_does"])
    return re.sub(rf"{_COUNCIL}(?=\s+(?:{does})\b)", r"\1 the municipality", text)


def reframed(
    matches: Sequence[Match], tokens: Sequence[Token], catalogue: Catalogue
) -> tuple[Match, ...]:
    """The matches without those that only look like what they are: "people who …" asks for no
    person, "the plan for X" names no document, and "homes completed" are no finished task."""
    named = _named_states(matches, tokens, catalogue)
    found = []
    for match in matches:
        if _is_plan_of_thing(match, tokens):
            found += _as_words(match, tokens)
            continue
        if _is_relative(match, tokens) or match in named:
            continue
        is_word = match.category == ALSO and any(
            (match.start, match.end) == (m.start, m.end) for m in named
        )
        found.append(_as_word(match) if is_word else match)
    said = {(m.start, m.end) for m in found if m.category == EVERYDAY}
    for each in named:
        if (each.start, each.end) not in said:
            found += [
                Match(EVERYDAY, swedish, each.start, each.end)
                for swedish in translations(_text(each, tokens))
            ]
    return tuple(sorted(found, key=lambda match: match.start))


def _as_words(match: Match, tokens: Sequence[Token]) -> list[Match]:
    """Each word of a phrase by itself."""
    found = []
    for place in range(match.start, match.end):
        swedish = translations(tokens[place].key)
        found += [Match(EVERYDAY, each, place, place + 1) for each in swedish]
        found += [] if swedish else [Match(FUNCTION, "yes", place, place + 1)]
    return found


def _as_word(match: Match) -> Match:
    return Match(EVERYDAY, match.value, match.start, match.end)


def _text(match: Match, tokens: Sequence[Token]) -> str:
    return " ".join(token.key for token in tokens[match.start : match.end])


def _is_relative(match: Match, tokens: Sequence[Token]) -> bool:
    """ "young people who neither work nor study": a noun stands right before."""
    if match.category != "operation" or match.start == 0 or match.end - match.start > 1:
        return False
    if tokens[match.start].key not in grammar()["english_relatives"]:
        return False
    return tokens[match.start - 1].key not in grammar()["before_asked"]


def _is_plan_of_thing(match: Match, tokens: Sequence[Token]) -> bool:
    """ "the plan for civil preparedness", not "the plan for 2031"."""
    if match.category != "document_kind" or match.end + 1 >= len(tokens):
        return False
    last, behind, thing = (tokens[match.end - 1], tokens[match.end], tokens[match.end + 1])
    plan = last.key in grammar()["english_plans"] and behind.key in grammar()["plan_of"]
    return plan and thing.number is None


def _named_states(
    matches: Sequence[Match], tokens: Sequence[Token], catalogue: Catalogue
) -> tuple[Match, ...]:
    """The statuses that names of figures hold with a noun of the question ("Färdigställda
    bostäder"), where neither tasks nor goals are spoken of."""
    states = [m for m in matches if m.category in _STATES]
    if not states or any(m.category == "subject" for m in matches):
        return ()
    nouns = {root(w) for m in matches if m.category == EVERYDAY for w in words(m.value)}
    return tuple(m for m in states if _is_named(_text(m, tokens), nouns, catalogue))


def _is_named(said: str, nouns: set[str], catalogue: Catalogue) -> bool:
    stems = {root(word) for swedish in translations(said) for word in words(swedish)}
    if not stems or not nouns:
        return False
    return any(
        _holds(name, stems) and _holds(name, nouns)
        for name in catalogue.names
        if name.subject is not Subject.COMMITMENTS
    )


def _holds(name: Name, stems: set[str]) -> bool:
    return any(
        each == stem or (len(stem) >= SHORTEST and each.endswith(stem))
        for each in name.stems
        for stem in stems
    )
