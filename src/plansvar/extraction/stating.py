"""Assessment words and counts in running text, as pieces for summaries."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.folding import fold
from plansvar.language.numbers import spelled_value, spelled_words
from plansvar.language.vocabulary import alternatives, vocabulary


def assessment_named(word: str) -> str | None:
    """The assessment that a word or phrase names: "Gröna" → "grön"."""
    return _forms().get(fold(word).strip(" .,:;()"))


def count_of(text: str) -> int | None:
    """A whole number in digits or words; null for anything else."""
    clean = fold(text)
    if clean.isdigit():
        return int(clean)
    one = vocabulary("assessments")["one"]["words"]
    return 1 if clean in one else spelled_value(clean)


@cache
def number_pattern() -> str:
    """A whole number in digits or one word that may be a number."""
    words = sorted(
        (*spelled_words(), *vocabulary("assessments")["one"]["words"]), key=len, reverse=True
    )
    return rf"(?:\d{{1,3}}|{'|'.join(re.escape(w) for w in words)})"


@cache
def assessment_pattern() -> str:
    """Any colour or verdict, inflected, longest first."""
    return alternatives(list(_forms()))


@cache
def _forms() -> dict[str, str]:
    words = vocabulary("assessments")
    tables = (words["colours"], words["words"])
    return {form: str(name) for table in tables for name, forms in table.items() for form in forms}


def word_list(table: str, key: str) -> list[str]:
    return list(vocabulary("assessments")[table][key])
