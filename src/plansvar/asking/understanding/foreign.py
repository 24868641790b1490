"""What an English question names by a translation: units ("the technical board"), kinds of goals
("process goals"), and its contracted words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.foreign_frames import of_municipality, with_numbers_per
from plansvar.asking.understanding.found import Found
from plansvar.asking.understanding.lexicon import EVERYDAY, Match, grammar
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_DENIED = (
    (re.compile(r"(?i)\bwon[’']t\b"), "will not"),
    (re.compile(r"(?i)\bcan[’']t\b"), "can not"),
    (
        re.compile(r"(?i)\b(is|are|was|were|has|have|had|do|does|did|could|should|would)n[’']t\b"),
        r"\1 not",
    ),
)
# "what did the auditors say?" asks what is told of them, for no value.
_TOLD = re.compile(
    r"(?i)^\s*what (?:did|do|does|have|has) (?:the )?(.+?) "
    r"(?:say|said|write|written|conclude|concluded|think|claim|point out|criticise|criticize|"
    r"recommend|suggest|propose|demand|want)(?= about|\s*[?.!]*\s*$)"
)
# As people write who leave out the sign: "whats", "didnt"; "nr of", "short term".
_UNMARKED = (
    (re.compile(r"(?i)\b(what|who|where|how|when|there)s\b"), r"\1 is"),
    (re.compile(r"(?i)\b(is|are|was|were|do|does|did|has|have|could|would)nt\b"), r"\1 not"),
    (re.compile(r"(?i)\b(?:nr|no\.?|nbr|#) of\b"), "number of"),
    (re.compile(r"(?i)\b(short|long) term\b"), r"\1-term"),
)
_GOING = re.compile(r"(?i)\bhow (?:is|are) (.{3,80}?) going to (?=[a-z])")
_CONTRACTED = re.compile(r"(?i)\b(what|who|where|when|how|that|there|it|here)[’']s\b")


# "årsskiftet 2030/31" is the end of the first year.
_TURN_OF_YEAR = re.compile(
    r"(?i)(year\W+|skiftet\W+)((?:19|20)\d\d)\s*[/\u2013-]\s*(?:(?:19|20)?\d\d)\b"
)


def expanded(text: str) -> str:
    """ "what's" as "what is", "haven't" as "have not"."""
    text = _TURN_OF_YEAR.sub(r"\1\2", text)
    for pattern, whole in (*_DENIED, *_UNMARKED):
        text = pattern.sub(whole, text)
    return _GOING.sub(r"how will \1 ", _CONTRACTED.sub(r"\1 is", text))


def _as_told(match: re.Match[str]) -> str:
    """ "what did the auditors say" as "tell me about the auditors", unless a document says it."""
    kinds = vocabulary("questions")["en"]["document_kind"].values()
    of_documents = {word for names in kinds for name in names for word in name.split()}
    if of_documents.intersection(match[1].lower().split()):
        return match[0]
    return f"tell me about what {match[1]} says"


def with_kinds(text: str, language: str, catalogue: Catalogue) -> str:
    """An English question with the documents' own word for a kind of goals; "goals" where they have
    no such kind."""
    if language != "en":
        return text
    text = _TOLD.sub(_as_told, text)
    text = of_municipality(with_numbers_per(text))
    table = grammar()["english_kinds"]
    goals = "|".join(table["goals"])
    for english, swedish in table.items():
        if isinstance(swedish, str):
            kind = f"{swedish}{grammar()['goal_ending']}"
            known = kind if kind in catalogue.kinds else table["goals"][1]
            text = re.sub(rf"(?i)\b{english}[ -](?:{goals})\b", known, text)
    return text


def with_translated_units(
    found: Found, matches: Sequence[Match], language: str, catalogue: Catalogue
) -> Found:
    """The units whose Swedish names the English words stand for, where they have rows; and the
    titles of those who answer for something."""
    if language != "en":
        return found
    found = _with_titles(found, matches, catalogue)
    names = {unit.words: unit.name for unit in catalogue.organisations}
    meant = [
        (names[swedish], match)
        for match in matches
        if match.category == EVERYDAY
        and (swedish := tuple(words(match.value))) in names
        and found.used.isdisjoint(range(match.start, match.end))
    ]
    if not meant:
        return found
    organisations = (*found.scope.organisations, *(name for name, _ in meant))
    used = {i for _, match in meant for i in range(match.start, match.end)}
    return replace(
        found,
        scope=replace(found.scope, organisations=tuple(dict.fromkeys(organisations))),
        used=found.used | used,
    )


def _with_titles(found: Found, matches: Sequence[Match], catalogue: Catalogue) -> Found:
    roles = tuple(grammar()["roles"])
    people = (u for u in catalogue.responsible if any(w.endswith(roles) for w in u.words))
    titles = {unit.words: unit.name for unit in people}
    meant = [
        (titles[swedish], match)
        for match in matches
        if match.category == EVERYDAY
        and match.end - match.start > 1
        and (swedish := tuple(words(match.value))) in titles
        and found.used.isdisjoint(range(match.start, match.end))
    ]
    names = dict.fromkeys((*found.responsible, *(name for name, _ in meant)))
    used = {i for _, match in meant for i in range(match.start, match.end)}
    return replace(found, responsible=tuple(names), used=found.used | used)
