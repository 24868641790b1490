"""What a person says of the talk itself: that it turns to something else, or back to something."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Query
from plansvar.language.folding import stems, words
from plansvar.language.vocabulary import alternatives, vocabulary

MOST_SMALL = 4  # words before what is said of the talk
SHORTEST = 3  # letters of a word that may be the beginning of a name ("soc")


def with_announced(text: str, conversation: Conversation) -> tuple[str, Conversation]:
    """The question without what it says of the talk, and the talk as that leaves it."""
    rest = _behind("leaving", text)
    if rest:
        return rest, replace(conversation, left=True)
    rest = _behind("back", text)
    if rest:
        return rest, _back(conversation, rest)
    rest = _behind("about", text)
    return rest or _instead(text, conversation), conversation


def _instead(text: str, conversation: Conversation) -> str:
    """ "what about sick leave?" as "and sick leave?", where something was spoken of before."""
    rest = _behind("instead", text)
    if conversation.last is None or not rest:
        return text
    return f"{vocabulary('talks')['instead'][conversation.last.language]} {rest}"


def _behind(kind: str, text: str) -> str:
    """What stands behind words of this kind; empty where a question does not begin with them."""
    found = _pattern(kind).match(text)
    return text[found.end() :].strip() if found else ""


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    data = vocabulary("talks")
    small, said = alternatives(data["small"]), alternatives(data[kind]["said"])
    before = rf"(?:(?:{small})\b[\s,.!:\u2013-]*){{0,{MOST_SMALL}}}"
    return re.compile(rf"\s*{before}(?:{said})\b[\s,.!:\u2013-]*", re.IGNORECASE)


def _back(conversation: Conversation, text: str) -> Conversation:
    """The talk with the last question that was about what is named first as its last one."""
    named = words(re.split(r"[,.:?!]", text, maxsplit=1)[0])
    asked = [query for query in conversation.queries if query.decline is None]
    found = next((q for q in reversed(asked) if any(_tells(q, word) for word in named)), None)
    if found is None or found is conversation.last:
        return conversation
    return replace(conversation, queries=(*conversation.queries, found), rows=(), cited=())


def _tells(query: Query, word: str) -> bool:
    """Whether a question was about what goes by a word, or by a longer one that begins with it."""
    if len(word) < SHORTEST:
        return False
    said = " ".join((*(link.name for link in query.links), *query.scope.organisations, query.base))
    return bool({*stems(word)} & {*stems(said)}) or any(w.startswith(word) for w in words(said))
