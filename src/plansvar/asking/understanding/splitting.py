"""Several questions in one: where one ends and the next begins."""

from __future__ import annotations

import re

from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.tokens import sentences
from plansvar.language.folding import bare

MOST = 4  # more questions than this in one are read as one text


def split_questions(text: str) -> list[tuple[str, int]]:
    """The questions of a cleaned text with where each begins."""
    found = [part for sentence in sentences(text) for part in _at_joins(*sentence)]
    whole = [(part, start) for part, start in found if len(part.split()) > 0]
    return whole if 0 < len(whole) <= MOST else [(text, 0)]


def _at_joins(text: str, start: int) -> list[tuple[str, int]]:
    """ "vad är … och vem ansvarar …" → two questions."""
    joins = "|".join(map(re.escape, grammar()["joins"]))
    starts = "|".join(sorted({f for w in grammar()["starts"] for f in (w, bare(w))}))
    asks = "|".join(map(re.escape, grammar()["yes_no"]))
    it = "|".join(map(re.escape, (*grammar()["it"], *grammar()["of_whom"])))
    pattern = re.compile(
        rf"(?<=\s)(?:{joins})\s+(?=(?:{starts})\b|(?:{asks})\s+(?:{it})\b)", re.IGNORECASE
    )
    found, begin = [], 0
    for match in pattern.finditer(text):
        if len(text[begin : match.start()].split()) < 2:
            continue
        found.append((text[begin : match.start()], start + begin))
        begin = match.end()
    return [*found, (text[begin:], start + begin)]
