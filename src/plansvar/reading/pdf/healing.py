"""Words that the file itself splits ("K ommunstyrelsen"), healed by the document's own words."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.flow import TextBlock
from plansvar.reading.pdf.lines import lines_of
from plansvar.reading.pdf.tables import RawCell, RawTable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PAIR = re.compile(r"(?<![\w-])([^\W\d_]+) (?=([^\W\d_]+)(?![\w-]))")
_SHORTEST = 6
_WIDEST = 1.3  # letters beside the mean of a word
_ENDING = 4  # letters of a word that may as well be an ending
_LONGEST_REST = 6  # letters
_SHORTEST_FIRST, _VOWELS = 3, "aeiouyåäö"

Splits = frozenset[tuple[str, str]]


def heal(blocks: Sequence[TextBlock | RawTable]) -> None:
    """Put words together that the file splits, in texts and tables alike."""
    texts = [block for block in blocks if isinstance(block, TextBlock)]
    cells = [c for block in blocks if isinstance(block, RawTable) for c in block.cells]
    lines = [line for block in texts for line in block.lines]
    broken = frozenset(pair for cell in cells for pair in cell.broken)
    splits = splits_in([*lines, *(cell.text for cell in cells)], broken)
    for cell in cells:
        cell.text = healed(cell.text, splits)
    for block in texts:
        block.lines = [healed(line, splits) for line in block.lines]


def broken_in(cell: RawCell) -> list[tuple[str, str]]:
    """The pairs of pieces that a narrow cell may have broken without a hyphen: the first is alone
    on its line and leaves no room for one letter more."""
    if len(cell.words) < 2:
        return []
    lines = lines_of((w for w in cell.words if w.style.turn == 0), gap=1e6)
    left = min((line.rect.x0 for line in lines), default=0.0)
    right = cell.rect.x1 - (left - cell.rect.x0)
    pairs = [(line.words, below.words[0]) for line, below in itertools.pairwise(lines)]
    return [
        (line[0].text, below.text)
        for line, below in pairs
        if len(line) == 1 and right - line[0].rect.x1 < _WIDEST * below.rect.width / len(below.text)
    ]


def splits_in(texts: Iterable[str], broken: Splits = frozenset()) -> Splits:
    """The pairs of pieces that are one word: it stands whole elsewhere, and one of its pieces
    stands nowhere but beside the other. Of those that cells may have broken the first piece stands
    nowhere else."""
    alone: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        alone.update(match[0] for match in _WORD.finditer(text))
        pairs.update(itertools.pairwise(text.split()))
    return frozenset(
        (first, second)
        for (first, second), count in pairs.items()
        if _is_split(first, second, count, alone)
        or ((first, second) in broken and _is_broken(first, second, count, alone))
        or ((first, second) in broken and _is_cut(first, second, count, alone))
    )


def healed(text: str, splits: Splits) -> str:
    """A text with its split words put together."""
    if not splits:
        return text
    return _PAIR.sub(lambda m: m[1] if (m[1], m[2]) in splits else m[0], text)


def _is_broken(first: str, second: str, count: int, alone: Counter[str]) -> bool:
    worded = first.isalpha() and second.isalpha() and second.islower()
    worded = worded and second not in vocabulary("pdf")["hyphens"]["small"]
    told = alone[second] > count or second in _known() or _as_verb(second) or _ends_known(second)
    own = len(second) > _ENDING and told and not _cannot_begin(second)
    return worded and not own and len(first) >= _SHORTEST and alone[first] <= count


def _is_cut(first: str, second: str, count: int, alone: Counter[str]) -> bool:
    """Whether a short word of a narrow heading stands whole elsewhere: "Nämn|d"."""
    whole = first + second
    worded = whole.isalpha() and second.islower() and first not in _known()
    return worded and len(first) > len(second) and whole in alone and alone[first] <= count


def _as_verb(second: str) -> bool:
    """Whether a long piece ends as verbs do, and so is as likely a word of its own."""
    ends = tuple(vocabulary("pdf")["hyphens"]["verb_ends"])
    return len(second) > _LONGEST_REST and second.endswith(ends)


def _cannot_begin(second: str) -> bool:
    """Whether no word begins with the consonants of a piece: "stnader" of "Personalko|stnader"."""
    run = "".join(itertools.takewhile(lambda letter: letter not in _VOWELS, second))
    return len(run) > 1 and run not in vocabulary("pdf")["hyphens"]["onsets"]


def _ends_known(second: str) -> bool:
    """Whether a piece is a word put together of another and a known one: "måltidskostnad"."""
    before = (second[: -len(w)] for w in _known() if len(w) > _ENDING and second.endswith(w))
    return any(len(first) >= _SHORTEST_FIRST and set(first) & set(_VOWELS) for first in before)


@cache
def _known() -> frozenset[str]:
    """Words that stand for things in reports, and those of the headings of columns."""
    names: Mapping[str, list[str]] = vocabulary("everyday")["sv"]
    heads: Mapping[str, list[str]] = vocabulary("measures")["measures"]
    roles: Mapping[str, list[str]] = vocabulary("measures")["roles"]
    told = itertools.chain(names, *names.values(), *heads.values(), *roles.values())
    return frozenset(word for name in told for word in words(name))


def _is_split(first: str, second: str, count: int, alone: Counter[str]) -> bool:
    whole = first + second
    if not (first.isalpha() and second.isalpha() and second.islower()):
        return False
    if len(whole) < _SHORTEST or whole not in alone:
        return False
    pieces = [piece for piece in (first, second) if len(piece) > 1]
    return all(alone[piece] <= count for piece in pieces)
