"""A cause that is asked for in a word of its own behind what it is the cause of: "sjukfrånvaron
steg igen. Anledning?" asks why it rose."""

from __future__ import annotations

import re
from functools import cache

from plansvar.asking.understanding.lexicon import grammar
from plansvar.language.folding import bare, fold, words

SAID = 2  # words that what is told has at least
STOP = re.compile(r"[.!]\s+")


def with_cause_first(text: str, language: str) -> str:
    """The question with the word for why before what it is asked of; as it is where nothing is
    told before it, or where that is a question itself."""
    found = _behind().search(text)
    if found is None:
        return text
    ends = [stop.end() for stop in STOP.finditer(text, 0, found.start())]
    begin = ends[-1] if ends else 0
    told = text[begin : found.start()].strip()
    if len(words(told)) < SAID or "?" in told or _asks(told):
        return text
    return f"{text[:begin]}{grammar()['cause_behind'][language]} {told}?"


def _asks(told: str) -> bool:
    first = fold(told.split()[0])
    asking = (*grammar()["starts"], *grammar()["yes_no"], *grammar()["swedish_openers"])
    return first in {each for word in asking for each in (word, bare(word))}


@cache
def _behind() -> re.Pattern[str]:
    rules = grammar()["cause_behind"]
    alone = "|".join(map(re.escape, rules["alone"]))
    whole = "|".join(map(re.escape, rules["whole"]))
    return re.compile(
        rf"(?i)\s*(?:[.,;:!…]+|\s[-–—]+)\s*(?:{alone})[\s?!.]*$|[.!…]+\s*(?:{whole})[\s?!.]*$"
    )
