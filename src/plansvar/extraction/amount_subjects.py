"""What an amount is for, cut out of the words before it: without verbs, remarks and pronouns."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from plansvar.domain import Document, Span
from plansvar.language.folding import fold
from plansvar.language.periods import period_pattern
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_LETTERS = re.compile(r"[^\W\d_]{2}")
_LONGEST = 260
_LONGEST_NAME = 8
_SHORT_VERB = 4
_OF_ALL = "vilket"  # points at all that was said, not at the noun before it


def bare_subject(text: str, span: Span) -> Span | None:
    """The words without a comparison that belongs to the amount before, without a clause that is
    joined to them, and without their verb; null where nothing is left but a time."""
    start, end = _after_opening(text, span.start, span.end), span.end
    lead = _compared().match(text, start, end)
    start = lead.end() if lead else start
    start = _after_joined_clause(text, start, end)
    if text[start : start + 1].islower():  # "… räknats bort är balanskravsresultatet"
        said = [m.end() for m in _copula().finditer(text, start, end)]
        start = said[-1] if said and _LETTERS.search(text, said[-1], end) else start
    verb = _verb().search(text, start, end)
    end = verb.start() if verb and _LETTERS.search(text, start, verb.start()) else end
    return None if is_time(text[start:end]) else Span(start, end)


def part_of_which(text: str, start: int, amount: Span, end: int) -> Span | None:
    """What "varav 9,0 mnkr är ett tillskott till hemtjänsten" is for: the words after the verb."""
    if not _of_which().search(text, start, amount.start):
        return None
    found = _is_what().match(text, amount.end, end)
    return Span(*found.span("what")) if found else None


def before_brackets(text: str, start: int, amount: Span, several: bool) -> Span | None:
    """What an amount in brackets is for: the noun right before them, "ett höjdfordon 2027 (10 000
    tkr)". Of what somebody or something is, only where several are told so."""
    opened = _bracket().search(text, start, amount.start)
    if opened is None or not _closed().match(text, amount.end):
        return None
    end = opened.start()
    lead = _naming(several and _names_several(text, start, amount)).search(text, start, end)
    rest = text[lead.end() : end].split() if lead else []
    return Span(lead.end(), end) if lead and 0 < len(rest) <= _LONGEST_NAME else None


def head_before_brackets(text: str, area: Span, what: Span) -> Span | None:
    """The result that amounts in brackets are parts of: "Underskottet" in "Underskottet finns inom
    simhallen (-900 tkr) och biblioteken (-352 tkr)"."""
    found = _result_first().match(text, area.start, what.start)
    return Span(*found.span("head")) if found and _bracket().match(text, what.end) else None


def _names_several(text: str, start: int, amount: Span) -> bool:
    """Whether the names of several things with amounts follow: "De största projekten är"."""
    told = _superlative().search(text, start, amount.start)
    return bool(told and _closed_in_list().match(text, amount.end))


def related(text: str, start: int, relative: int) -> Span | None:
    """What a relative clause with the amount is about: "… på inhyrda vikarier, som kostade"."""
    comma = text.rfind(",", start, relative + 1)
    if comma < 0 or text[comma:relative].strip(" ,"):
        return None
    if text[relative : relative + len(_OF_ALL)].lower() == _OF_ALL:
        return None
    before = [m.end() for m in _preposition().finditer(text, start, comma)]
    begin = before[-1] if before else start
    words = text[begin:comma].split()
    return Span(begin, comma) if 0 < len(words) <= _LONGEST_NAME else None


def with_antecedent(document: Document, area: Span, what: Span) -> Span:
    """A sentence that begins with a pronoun, together with the one before that says of what."""
    words = fold(document.text[area.start : area.end]).split()[:2]
    if len(words) < 2 or what.start != area.start or not _is_pronoun(*words):
        return what
    block = next((b.span for b in document.blocks if b.span.holds(area)), None)
    before = [s for s in sentences(document.text, block) if s.end <= area.start] if block else []
    if not before or area.end - before[-1].start > _LONGEST:
        return what
    return Span(before[-1].start, area.end)


def _is_pronoun(first: str, second: str) -> bool:
    """Whether a sentence begins with a pronoun and its verb: "Den drivs", and not "Den nya"."""
    verbs = {*_words("finite"), *vocabulary("amounts")["verbs"]}
    passive = second.endswith("s") and len(second) > _SHORT_VERB
    return first in _words("pronouns") and (second in verbs or passive)


def without_preposition(document: Document, what: Span) -> Span:
    """What an amount is for without the words that join it: "för övertagna lokaler"."""
    found = _joining().match(document.text, what.start, what.end)
    start = found.end() if found else what.start
    end = _trailing().search(document.text, start, what.end)
    return Span(start, end.start() if end else what.end)


def before_old_amount(text: str, start: int, end: int) -> int:
    """Where the words end before the amount that something was: "upp från 164" to 178 mnkr."""
    old = _from_old().search(text, start, end)
    return old.start() if old and _LETTERS.search(text, start, old.start()) else end


def _after_opening(text: str, start: int, end: int) -> int:
    """Where the subject begins that stands behind its verb: "Med tillskottet beräknas underskottet
    bli", "hade resultatet"; and what follows a comparison: "dyrare efter … och kostnaderna"."""
    found = _opening().match(text, start, end)
    if found and _LETTERS.search(text, found.end(), end):
        return found.end()
    if _degree().match(text, start, end):
        joints = [match.end() for match in _joint().finditer(text, start, end)]
        return joints[-1] if joints else start
    return start


def _after_joined_clause(text: str, start: int, end: int) -> int:
    """Where the second of two joined clauses begins: "Vintern var snörik och snöröjningen"."""
    joints = [m for m in _joint().finditer(text, start, end)]
    for joint in reversed(joints):
        told = _finite().search(text, start, joint.start()) is not None
        rest = text[joint.end() : end]
        if told and _LETTERS.search(rest) and not _finite().match(rest):
            return joint.end()
    return start


def is_time(said: str) -> bool:
    """Whether words say nothing but a time: "Till och med april"."""
    rest = period_pattern().sub(" ", said)
    words = [word for word in re.findall(r"[^\W\d_]+", fold(rest)) if word not in _words("empty")]
    return not words


def _words(name: str) -> Any:
    return vocabulary("amounts")["subjects"][name]


def _any(name: str) -> str:
    words = sorted(_words(name), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


@cache
def _compared() -> re.Pattern[str]:
    # "lägre än budgeterat och pensionskostnaderna", "av det och placeringar"
    degrees = _any("degrees")
    return re.compile(
        rf"\s*(?:(?:{degrees})\s+(?:{_any('than')})\s+(?:\S+\s*){{1,3}}?|(?:{_any('shares')})\s+)"
        rf"(?:(?:{_any('joints')})\s+|$)",
        re.IGNORECASE,
    )


@cache
def _opening() -> re.Pattern[str]:
    first = "|".join(map(_any, ("finite", "expecting", "changing")))
    later = "|".join(map(_any, ("expecting", "changing", "turning")))
    return re.compile(
        rf"\s*(?:(?i:{_any('openers')})\s+[^,]{{3,60}}?\s(?:{later})"
        rf"|(?:{_any('introducing')})\s+(?:{_any('pronouns')})|(?:{first}))\s+"
        rf"(?!(?:{_any('results')}|{_any('prepositions')})\b)"
    )


@cache
def _degree() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_any('degrees')})(?!\w)")


@cache
def _from_old() -> re.Pattern[str]:
    to = "|".join(vocabulary("amounts")["leads"]["change_to"])
    return re.compile(rf"\s+(?:{_any('from')})\s+\d[\d\s,.]*(?:\s*(?:{to}))?\s*$")


@cache
def _joining() -> re.Pattern[str]:
    leads = vocabulary("amounts")["leads"]
    words, clauses = "|".join(leads["no_names"]), "|".join(leads["clauses"])
    return re.compile(rf"\s*(?:{words})\s+(?!(?:{clauses})(?!\w))(?=[^\W\d_])")


@cache
def _trailing() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_any('prepositions')})\s*$")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_any('joints')})\s+")


@cache
def _copula() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any('copulas')})\s+")


@cache
def _finite() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any('finite')})(?!\w)", re.IGNORECASE)


@cache
def _verb() -> re.Pattern[str]:
    # "Kommunens lån uppgick vid årsskiftet", "Åtgärden beräknas ge", "bidraget höjdes från 1 500"
    return re.compile(
        rf"\s+(?:(?:{_any('reaching')})(?!\w).*|(?:{_any('expecting')})(?:\s+(?:{_any('results')}))?"
        rf"|(?:{_any('bearing')})|(?:{_any('changing')})\s+(?:{_any('from')})\s+[\d\s]+)$",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _of_which() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any('of_which')})\s+$", re.IGNORECASE)


@cache
def _is_what() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:{_any('is_what')})\s+(?P<what>[^.,;()\n\d]{{3,80}}?)(?=\s*[.,;()\n\d]|$)"
    )


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(rf"\s*\(\s*(?:(?:{_any('about')})\s+)*(?:$|(?=[+−–-]?\d))", re.IGNORECASE)


@cache
def _result_first() -> re.Pattern[str]:
    results = "|".join(vocabulary("amounts")["nouns"]["results"])
    return re.compile(
        rf"\s*(?P<head>(?:[^\W\d_]+\s+){{0,2}}?(?:{results}))\s+"
        rf"(?:[^\W\d_]+\s+)?(?:{_any('naming')})\s",
        re.IGNORECASE,
    )


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(r"[^()\d]{0,30}\)")


@cache
def _closed_in_list() -> re.Pattern[str]:
    return re.compile(rf"[^()\d]{{0,30}}\)\s*(?:[,.]|$|(?:{_any('list_joints')})\s)")


@cache
def _superlative() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any('superlatives')})(?!\w)", re.IGNORECASE)


@cache
def _naming(several: bool) -> re.Pattern[str]:
    """The last words that lead to a name: "finns inom", "är ett", and "är" before several."""
    leads = (_any("naming"), _any("copulas")) if several else (_any("naming"),)
    words = "|".join(leads)
    return re.compile(
        rf"(?<!\w)(?:{words})\s+(?:(?:{_any('articles')})\s+)?(?=[^\W\d_])"
        rf"(?!.*(?<!\w)(?:{words})\s)",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any('prepositions')})\s+", re.IGNORECASE)


@cache
def told_after_earlier() -> re.Pattern[str]:
    """Words that follow the amount before at once and end where a list goes on: in "10,6 mnkr
    skattehöjningen, 9,4 mnkr fler timmar" they tell of the first."""
    verbs = "|".join(map(re.escape, sorted(vocabulary("amounts")["verbs"], key=len, reverse=True)))
    return re.compile(rf"\s+(?!(?:{verbs})(?!\w))[^\W\d_][^,;:.()\d]*,\s+", re.IGNORECASE)
