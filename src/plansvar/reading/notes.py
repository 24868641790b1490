"""Lines that explain marks in a table, and lines above that name one."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.raised import MARKS, as_raised
from plansvar.language.vocabulary import vocabulary

_LONGEST_CAPTION = 170
_RAISED_MARK = re.compile(r"\(?((?:\d{1,2}|[a-h])(?:,(?:\d{1,2}|[a-h]))?|-\d)\)?")


def is_note(line: str) -> bool:
    """Whether a line right below a table is a footnote: "* preliminärt", "1) …", "Not 1: …"."""
    return bool(_note().match(line))


def may_caption(line: str) -> bool:
    """Whether a line right above a table may name it; a sentence with figures speaks of other
    things, and its unit is not the table's."""
    if len(line) > _LONGEST_CAPTION:
        return False
    if _caption_word().match(line):
        return True
    return not (line.rstrip().endswith(".") and re.search(r"\d", line))


def numbers_a_table(line: str) -> bool:
    """Whether a line numbers a table or chart: "Tabell 3. Volymer", "Volymer (tabell 3)"."""
    return _numbered().search(line) is not None


def opens_with_mark(line: str) -> bool:
    """Whether a line begins with a raised footnote mark."""
    return line[:1] != "" and line[0] in MARKS


def raised(text: str) -> str:
    """A mark that is set raised, as raised signs, so that it joins no figure: "1)" is "¹"."""
    found = _RAISED_MARK.fullmatch(text.strip())
    return as_raised(found[1]) if found else text


@cache
def _note() -> re.Pattern[str]:
    words = "|".join(vocabulary("documents")["layout"]["note_words"])
    starred = rf"\*{{1,5}}(?=\s*[^\s*])|[{MARKS}†‡]|\(?\d\)\s"
    return re.compile(rf"\s*(?:{starred}|(?:{words})\s?\d?\s?[:.]\s)", re.IGNORECASE)


@cache
def _caption_word() -> re.Pattern[str]:
    words = "|".join(vocabulary("documents")["layout"]["caption_words"])
    return re.compile(rf"(?:{words})\b", re.IGNORECASE)


@cache
def _numbered() -> re.Pattern[str]:
    words = "|".join(vocabulary("documents")["layout"]["table_words"])
    number = r"\s?\d{1,3}(?:[.:]\d{1,2}|[a-z])?"
    return re.compile(
        rf"^\s*(?:{words}){number}\s?[.:–—-]?\s+\S|\((?:{words}){number}\)\s*\.?$", re.IGNORECASE
    )
