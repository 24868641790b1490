"""The municipality that a file's name or folder holds: "alingsas_budget_2027.pdf"."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.folding import bare, fold
from plansvar.language.vocabulary import vocabulary


def municipality_in_name(file_name: str) -> str | None:
    """The first municipality that the name holds as a word of its own, the file before its
    folders: "Örebro kommun" of "orebro-plan.pdf"."""
    for piece in reversed(file_name.split("/")):
        if found := _first_in(_spaced(piece)):
            return f"{found} {vocabulary('municipalities')['forms'][0]}"
    return None


def _spaced(piece: str) -> str:
    """Words as they stand in running text: file names join them by signs and capitals."""
    parted = re.sub(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])", " ", piece)
    return " " + re.sub(r"[\W_\d]+", " ", fold(parted)) + " "


def _first_in(words: str) -> str | None:
    """Names with their own letters before names without dots and rings ("Habo", "Håbo")."""
    for said, forms in ((words, _exact()), (f" {bare(words)} ", _forms())):
        places = [
            (place, name)
            for form, name in forms.items()
            for place in _places(form, said)
            if not _is_ordinary(name, words)
        ]
        if places:
            return min(places)[1]
    return None


def _places(form: str, words: str) -> list[int]:
    """Where a name first stands as a word of its own, and where as an owner."""
    places = (words.find(f" {form}{ending} ") for ending in ("", "s"))
    return [place for place in places if place >= 0]


def _is_ordinary(name: str, words: str) -> bool:
    """Whether the name is also a common word ("mark") and nothing says that it is a place."""
    data = vocabulary("municipalities")
    forms = "|".join(data["forms"])
    ordinary = {bare(word) for word in data["also_words"]}
    placed = re.search(rf"\b{_form(name)}s? (?:{forms})s?\b", bare(words))
    return _form(name) in ordinary and placed is None


@cache
def _names() -> tuple[str, ...]:
    return tuple(vocabulary("municipalities")["municipalities"])


@cache
def _exact() -> dict[str, str]:
    return {re.sub(r"\W+", " ", fold(name)): name for name in _names()}


@cache
def _forms() -> dict[str, str]:
    """Names without dots and rings; those that two municipalities share are left out."""
    shared = [_form(name) for name in _names()]
    return {_form(name): name for name in _names() if shared.count(_form(name)) == 1}


def _form(name: str) -> str:
    return re.sub(r"\W+", " ", bare(name))
