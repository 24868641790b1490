"""Who does what to whom: "vem äger X?" is not answered by what X owns."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.folding import stem, words
from plansvar.language.verbs import same_verb, tells_matter
from plansvar.language.vocabulary import vocabulary

REACH = 3  # words of a question before its verb


def has_roles(question: str, text: str) -> bool:
    """Whether what a question asks about stands behind its verb in `text` as it does there; true
    where the verb has no object, or where it is not in it and carries no matter of its own."""
    asked = _verb_and_object(words(question))
    deciding = [word for word in words(question) if word in _alike()]
    if deciding and _forms(deciding[0]).isdisjoint(words(text)):
        return False
    if asked is None:
        return True
    verb, objects = asked
    told = words(text)
    if (tells_matter(verb) or verb in _alike()) and _forms(verb).isdisjoint(told):
        return False
    places = [n for n, word in enumerate(told) if word == verb]
    named = [n for n, word in enumerate(told) if stem(word) in objects]
    if not places or not named:
        return True
    before = [n for n in named if n < places[0]]
    fronted = any(
        n > 0
        and told[n - 1] in _data()["prepositions"]
        and set(_data()["clauses"]).isdisjoint(told[n : places[0]])
        for n in before
    )
    return fronted or len(before) < len(named)


def answers_for(question: str, text: str) -> bool:
    """Whether `text` says that somebody answers for something, where a question asks who does."""
    if set(vocabulary("passages")["about"]["in_hand"]).isdisjoint(words(question)):
        return True
    return re.search("|".join(_data()["answers"]), text) is not None


def forms_alike(verb: str) -> frozenset[str]:
    """All forms of the verbs that say much the same as one that decides, pays or buys."""
    return _alike().get(verb, frozenset())


def _forms(verb: str) -> frozenset[str]:
    """All forms of a verb and of those that say much the same."""
    return _alike().get(verb) or same_verb(verb) | {verb}


@cache
def _alike() -> dict[str, frozenset[str]]:
    """Each form of the verbs that say much the same with all forms of all of them."""
    found: dict[str, frozenset[str]] = {}
    for group in vocabulary("passages")["roles"]["alike"]:
        forms = frozenset(form for verb in group for form in (verb, *same_verb(verb)))
        found.update(dict.fromkeys(forms, forms))
    return found


def _verb_and_object(asked: list[str]) -> tuple[str, frozenset[str]] | None:
    """The verb right behind "vem" and the stems of what comes after it."""
    data = _data()
    start = next((n for n, word in enumerate(asked[:REACH]) if word in data["who"]), None)
    if start is None or start + 2 >= len(asked) or asked[start + 1] in data["linking"]:
        return None
    objects = frozenset(stem(word) for word in asked[start + 2 :] if word not in data["small"])
    return (asked[start + 1], objects) if objects else None


def _data() -> dict[str, list[str]]:
    found: dict[str, list[str]] = vocabulary("passages")["roles"]
    return found
