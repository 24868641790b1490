"""Things that one document calls by another name than the next, in the documents asked about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.roots import roots
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_LANGUAGE = "sv"


def renamed_in(best: Name, names: Sequence[Name], documents: frozenset[str]) -> Name | None:
    """The one name for the same thing in these documents, where they do not hold the name itself;
    null where they do, or where none or several are."""
    if not documents or best.documents & documents:
        return None
    alike = [
        name
        for name in names
        if name.subject is best.subject and name.documents & documents and _alike(best, name)
    ]
    return alike[0] if len({name.text for name in alike}) == 1 else None


def _alike(one: Name, other: Name) -> bool:
    """Whether both names begin with what a group of words lists as printed for one thing, each in
    words of its own."""
    texts = fold(one.text), fold(other.text)
    for group in _printed():
        first, second = ([p for p in group if _opens(text, p)] for text in texts)
        if (
            first
            and second
            and set(roots(max(first, key=len))).isdisjoint(roots(max(second, key=len)))
        ):
            return True
    return False


def _opens(text: str, phrase: str) -> bool:
    return text == phrase or text.startswith((f"{phrase} ", f"{phrase},"))


@cache
def _printed() -> tuple[tuple[str, ...], ...]:
    groups = vocabulary("everydaygroups").get(_LANGUAGE, ())
    listed = (tuple(fold(each) for each in group["printed"].split(", ")) for group in groups)
    return tuple(group for group in listed if len(group) > 1)
