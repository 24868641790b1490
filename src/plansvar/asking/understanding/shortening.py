"""What people shorten or write as they say it, written out before the words are read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial

from plansvar.language.vocabulary import vocabulary


def written_out(text: str) -> str:
    """The text of a question with abbreviations of several letters and spoken forms written out
    ("t o m augusti", "ska va")."""
    for pattern, full in _patterns():
        text = pattern.sub(partial(_as_written, full), text)
    for pattern, same in _apart():
        text = pattern.sub(same, text)
    return text


def _as_written(full: str, match: re.Match[str]) -> str:
    found = match[0]
    return full[:1].upper() + full[1:] if found[:1].isupper() and not found.isupper() else full


@cache
def _patterns() -> Sequence[tuple[re.Pattern[str], str]]:
    table = vocabulary("abbreviations")
    return (
        *_compiled(table["lettered"], r"(?:\. ?| )", r"(?:\.(?!\d)|(?!\w))"),
        *_compiled(table["pointed"], " ", r"\.(?=\s|$)"),
        *_compiled(table["said"], r"\s+", r"(?![\w-])"),
        *_compiled(table["before_date"], " ", rf"(?=\s+(?:\d|(?:{_months()})))"),
    )


@cache
def _apart() -> Sequence[tuple[re.Pattern[str], str]]:
    table = vocabulary("abbreviations")["apart"]
    return tuple((re.compile(pattern, re.IGNORECASE), same) for pattern, same in table.items())


def _compiled(
    entries: Mapping[str, str], between: str, end: str
) -> list[tuple[re.Pattern[str], str]]:
    ordered = sorted(entries.items(), key=lambda entry: -len(entry[0]))
    found = []
    for short, full in ordered:
        body = between.join(map(re.escape, short.split()))
        found.append((re.compile(rf"(?<![\w.]){body}{end}", re.IGNORECASE), full))
    return found


@cache
def _months() -> str:
    return "|".join(map(re.escape, vocabulary("questions")["sv"]["month"]["yes"]))
