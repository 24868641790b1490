"""People's words for the words that documents print."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from plansvar.language.vocabulary import vocabulary


@cache
def everyday_words(language: str) -> Mapping[str, tuple[str, ...]]:
    """For the documents' words what people say for them; none for an unknown language."""
    found = {printed: list(said) for printed, said in vocabulary("everyday")[language].items()}
    for group in vocabulary("everydaygroups").get(language, ()):
        said = _listed(group["said"])
        for printed in _listed(group["printed"]):
            found.setdefault(printed, []).extend(word for word in said if word != printed)
    return {printed: tuple(dict.fromkeys(said)) for printed, said in found.items()}


@cache
def small_words_of_names() -> frozenset[str]:
    """Words that a name may leave out or have others for ("med", "på")."""
    return frozenset(_listed(vocabulary("everydaygroups")["small"]))


def _listed(text: str) -> list[str]:
    return text.split(", ")
