"""The noun that an amount is of, cut out of the clause before it: without the verb, and without who
does it where the clause says what it is done with."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from plansvar.domain import Document, Span
from plansvar.language.folding import fold
from plansvar.language.periods import period_pattern
from plansvar.language.verbs import same_verb
from plansvar.language.vocabulary import vocabulary

_WORD = re.compile(r"[^\W\d_][\w-]*")
_LONGEST, _TO = 200, "till"
Word = tuple[str, Span]


def noun_of(document: Document, area: Span, what: Span, amount: Span, after: Span | None) -> Span:
    """What an amount is for, as a noun: `what` without verbs at its end, what is told behind the
    amount where somebody only gives or asks for it, the whole sentence where no noun is left."""
    if what == area or what.end > amount.start or what.start < area.start or _is_whole(area, what):
        return what
    words = _words(document.text, what)
    empty = {*_any("no_nouns"), *_any("small"), *_any("beside_verbs")}
    if all(word in empty for word, _ in words):
        return area
    if _has_clause(document.quote(what)):
        return what
    words = _behind_that(words)
    what = Span(words[0][1].start, what.end) if words[0][1].start > what.start else what
    if _is_finite(words[0]):
        return _behind_passive(words) or _behind_verb(words) or area
    last = _last_kept(words)
    if last is None:
        return area
    if any(word in _any("changed") for word, _ in words[last + 1 :]):
        return what  # how much something grows is not how much it is
    if last < len(words) - 1:
        subject = Span(what.start, words[last + 1][1].start)
        return _without_verb(document, area, what, _stripped(document.text, subject), after)
    return _object(what, words) or _cause(words) or what


def _behind_that(words: list[Word]) -> list[Word]:
    """The words of the clause behind "att", where one with a verb stands before it."""
    joints = [n for n, (word, _) in enumerate(words) if word in _any("that")]
    if not joints or not any(map(_is_finite, words[: joints[-1]])):
        return words
    rest = words[joints[-1] + 1 :]
    return rest if rest and not _is_verb(rest[0]) else words


def _stripped(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip(" ,;:(-–")))


def _is_whole(area: Span, what: Span) -> bool:
    return what.start == area.start and what.end - what.start > _LONGEST


def _words(text: str, span: Span) -> list[Word]:
    """The words of a stretch of text, folded, without the times that it names."""
    piece = text[span.start : span.end]
    times = [range(m.start(), m.end()) for m in period_pattern().finditer(piece)]
    return [
        (fold(m[0]), Span(span.start + m.start(), span.start + m.end()))
        for m in _WORD.finditer(piece)
        if not any(m.start() in time for time in times)
    ]


def _is_verb(word: Word) -> bool:
    return bool(same_verb(word[0])) and word[0] not in _any("no_verbs")


def _is_finite(word: Word) -> bool:
    """Whether a word is a verb in the present or the past."""
    return _is_verb(word) and (word[0].endswith(_any("finite_ends")) or word[0] in _any("strong"))


def _has_clause(said: str) -> bool:
    """Whether a clause of its own hangs on the noun ("beslut som inte verkställts")."""
    return not set(fold(said).split()).isdisjoint(_any("relatives"))


def _last_kept(words: list[Word]) -> int | None:
    """Where the last word stands that is neither a verb nor an adverb beside one; null where none
    is left, the last one itself where the words end in no verb."""
    place, verbs = len(words) - 1, 0
    while place >= 0 and (_is_verb(words[place]) or words[place][0] in _any("beside_verbs")):
        verbs += _is_finite(words[place])
        place -= 1
    if not verbs:
        return len(words) - 1
    kept = [w for w in words[: place + 1] if w[0] not in _any("small")]
    return place if kept else None


def _without_verb(
    document: Document, area: Span, what: Span, subject: Span, after: Span | None
) -> Span:
    """The subject; where that is somebody or a place, what it is done for, else the words with
    their verb."""
    words = _words(document.text, subject)
    if not _is_actor(words) and words[0][0] not in _any("places"):
        return _object(subject, words) or subject
    if after is None:
        return area if _words(document.text, what)[-1][0] in _any("going") else what
    told = fold(document.quote(after)).split()
    if told[:1] == [_TO]:
        return what  # what is paid to somebody is no amount of theirs
    return after if set(told).isdisjoint(_any("results")) else area


def _object(what: Span, words: list[Word]) -> Span | None:
    """What somebody plans, gets or takes ("kommunen räknar med skatteintäkter"); null where the
    words only say that it is more or less than it should."""
    verbs = [n for n, word in enumerate(words) if _is_finite(word)]
    verbs = verbs and [n for n, word in enumerate(words) if _is_verb(word) and n >= verbs[0]]
    if not verbs:
        return None
    by_actor = _is_actor(words[: verbs[0]])
    if _is_actor(words[verbs[-1] + 1 :]):
        alone = verbs[-1] and not by_actor
        return Span(what.start, words[verbs[-1] - 1][1].end) if alone else None
    return _named_behind(what, words[verbs[-1] + 1 :]) if by_actor else None


def _named_behind(what: Span, rest: list[Word]) -> Span | None:
    while rest and rest[0][0] in _any("before_object"):
        rest = rest[1:]
    if not rest or any(word in _any("results") for word, _ in rest):
        return None
    return Span(rest[0][1].start, what.end)


def _behind_passive(words: list[Word]) -> Span | None:
    """ "förklaras av högre skatteintäkter": what does it."""
    if len(words) < len(("verb", "av", "noun")) or words[1][0] not in _any("doers"):
        return None
    caused = words[0][0].endswith("s") or words[0][0] in _any("caused")
    return Span(words[2][1].start, words[-1][1].end) if caused else None


def _cause(words: list[Word]) -> Span | None:
    """ "Underskottet beror på fler elever": what it is caused by or made of."""
    places = [n for n, (word, _) in enumerate(words) if word in _any("caused")]
    return _behind_passive(words[places[-1] :]) if places else None


def _behind_verb(words: list[Word]) -> Span | None:
    """ "Till och med augusti är utfallet": the noun behind its verb, where a time stands first."""
    rest = words[1:]
    if not rest or any(map(_is_verb, rest)) or rest[0][0] in _any("small"):
        return None
    return None if rest[0][0] in _any("beside_verbs") else Span(rest[0][1].start, rest[-1][1].end)


def _is_actor(words: list[Word]) -> bool:
    """Whether words name who does something: "Kommunen", "Barn- och utbildningsnämnden"."""
    told = [word for word, _ in words if word not in _any("beside_verbs")]
    return bool(told) and (told[-1] in _any("persons") or told[-1].endswith(tuple(_any("actors"))))


@cache
def _any(name: str) -> Any:
    return tuple(vocabulary("amounts")["nouns"][name])
