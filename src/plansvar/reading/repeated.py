"""What repeats at the top or the end of page after page: running headers and footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_LONGEST = 14
_SHARE = 0.4
_SHORTEST_TEXT = 10


def repeated_ends(texts: Sequence[str]) -> tuple[list[int], list[int]]:
    """For each page's running text, how many characters at its top and at its end repeat."""
    heads = [_spans(text) for text in texts]
    tops = [_masked(words) for words in heads]
    ends = [list(reversed(words)) for words in tops]
    top_sizes = _shared(tops)
    end_sizes = _shared(ends)
    head_lengths, tail_lengths = [], []
    for text, words, top, end in zip(texts, heads, top_sizes, end_sizes, strict=True):
        head_lengths.append(words[top - 1].end() if top else 0)
        overlapping = top + end > len(words)
        start = words[top if overlapping else -end].start() if end and top < len(words) else 0
        tail_lengths.append(len(text) - start if end and top < len(words) else 0)
    return head_lengths, tail_lengths


def repeated_lines(pages: Sequence[Sequence[str]], reach: int = 3) -> frozenset[str]:
    """Masked lines that stand among the first or last lines of many pages."""
    seen: Counter[str] = Counter()
    for lines in pages:
        filled = [mask(line) for line in lines if line.strip()]
        size = reach_on(filled, reach)
        seen.update({*filled[:size], *filled[len(filled) - size :]})
    needed = max(2, round(_SHARE * len(pages)))
    return frozenset(line for line, count in seen.items() if count >= needed and line)


def reach_on(filled: Sequence[object], reach: int) -> int:
    """How many lines at each edge may be running lines: few on a short page."""
    return max(1, min(reach, len(filled) // 4))


def mask(line: str) -> str:
    """A line with its digits made alike, so that page numbers and dates do not tell lines apart."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _spans(text: str) -> list[re.Match[str]]:
    return [*re.finditer(r"\S+", text)]


def _masked(words: Sequence[re.Match[str]]) -> list[str]:
    return [re.sub(r"\d+", "#", word[0]) for word in words]


def _shared(pages: Sequence[Sequence[str]]) -> list[int]:
    """For each page, the longest run of first words that enough pages begin with."""
    needed = max(2, round(_SHARE * len(pages)))
    sizes = [0] * len(pages)
    for size in range(1, _LONGEST + 1):
        runs = Counter(tuple(words[:size]) for words in pages if len(words) >= size)
        for place, words in enumerate(pages):
            run = tuple(words[:size])
            long_enough = len(" ".join(run)) >= _SHORTEST_TEXT and size >= 2
            if len(words) >= size and runs[run] >= needed and long_enough:
                sizes[place] = size
    return sizes
