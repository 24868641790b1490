"""Words of a talk that are the end of a longer one in the name of what was spoken of ("skulden" for
"låneskulden", "skolan" for "Tingvallaskolan")."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.asking.conversation import RETURNS, Conversation
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.completing import read_anew
from plansvar.asking.understanding.merging import telling
from plansvar.asking.understanding.namesakes import is_unit_name
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import words

SHORTEST = 4  # letters of the end, and
BEFORE = 3  # of what stands before it


def with_whole_words(text: str, conversation: Conversation, catalogue: Catalogue) -> str:
    """The question with each such word made whole; as it is where several things, or a unit, were
    spoken of."""
    last = conversation.last
    if last is None or (last.links and all(is_unit_name(link.name) for link in last.links)):
        return text
    whole = [word for name in _spoken_of(conversation) for word in words(name)]
    reading = read_anew(text, last.language, catalogue)
    for content in telling(reading, catalogue):
        token = reading.tokens[content.tokens[0]]
        made = _made(token.key, whole)
        if made:
            return text[: token.span.start] + made + text[token.span.end :]
    return text


def _spoken_of(conversation: Conversation) -> Iterator[str]:
    """The names of the things that the last questions were each about, the newest first."""
    for query in reversed(conversation.queries[-RETURNS:]):
        names = {link.name for link in query.links}
        if len(names) == 1:
            yield from names


def _made(key: str, whole: list[str]) -> str:
    """The longer word with the ending of the shorter one; empty where there is none."""
    end = root(key)
    if len(end) < SHORTEST or any(root(word) == end for word in whole):
        return ""
    longer = (word for word in whole if root(word).endswith(end))
    found = next((root(w) for w in longer if len(root(w)) >= len(end) + BEFORE), "")
    return f"{found.removesuffix(end)}{key}" if found and key.startswith(end) else ""
