"""Questions on the numbers of goals judged so at two times, or judged in each way, put as questions
for each number: "är det fler gröna mål nu än i april?", "hur fördelar sig målen på färgerna?"; and
those on who went over and who short, each put whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plansvar.asking.goal_levels import is_goal_word
from plansvar.asking.understanding.lexicon import lexicon
from plansvar.asking.understanding.tokens import tokenise
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_JUDGED = ("assessment", "verdict", "task_status")


def with_counts_apart(text: str) -> str:
    """The question with each number that it is about asked for; as it was where it is of another
    form."""
    for language, forms in vocabulary("goallevels")["counts"].items():
        for form, found in _fitting(forms["compared"], text):
            if _is_judged(found["what"], language):
                return _put(str(forms["twice"]), {**_groups(form), **found})
        for form, found in _fitting(forms["spread"], text):
            if _names_rows(found["what"]):
                return _put(str(forms["each"]), {**_groups(form), **found})
        for form, found in _fitting(forms["sided"], text):
            return _put(str(forms["both"]), {**_groups(form), **found})
    return text


def _fitting(forms: list[str], text: str) -> Iterator[tuple[re.Pattern[str], dict[str, str]]]:
    told = text.strip(" ?!.")
    for form in map(_compiled, forms):
        if found := form.match(told):
            yield form, {name: value or "" for name, value in found.groupdict().items()}


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(f"(?i){form}\\Z")


def _groups(form: re.Pattern[str]) -> dict[str, str]:
    return {"now": "", "then": "", "tail": ""} | dict.fromkeys(form.groupindex, "")


def _put(template: str, said: dict[str, str]) -> str:
    return " ".join(template.format(**said).split())


def _is_judged(what: str, language: str) -> bool:
    """Whether words name rows by how they are judged, or how far they have come."""
    return any(m.category in _JUDGED for m in lexicon(language).match(tokenise(what)))


def _names_rows(what: str) -> bool:
    measures = vocabulary("goallevels")["measures"]
    return any(is_goal_word(word) or word in measures for word in words(what))
