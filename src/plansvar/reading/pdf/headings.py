"""Which blocks are headings, and at which level: from the outline, else from type and numbering."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plansvar.language.folding import fold
from plansvar.reading.pdf.flow import TextBlock
from plansvar.reading.pdf.tables import RawTable
from plansvar.reading.pdf.vocabulary import is_address, is_value

_LONGEST = 150
_MOST_LINES = 4
_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-ZÅÄÖ])")
_DEEPEST = 6
_LITTLE = 250
_SEVERAL = 2
_LARGER = 1.2


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    title: str
    level: int
    page_index: int | None


@dataclass(frozen=True, slots=True)
class Look:
    """The type of a heading, by which headings of one level are known."""

    size: float
    bold: bool


def body_size(blocks: Iterable[TextBlock]) -> float:
    """The size of type in which most of the text is set."""
    counts: Counter[float] = Counter()
    for block in blocks:
        counts[round(block.style.size * 2) / 2] += sum(len(line) for line in block.lines)
    return counts.most_common(1)[0][0] if counts else 10.0


def heading_levels(
    blocks: Sequence[TextBlock],
    outline: Sequence[OutlineEntry],
    tables: Sequence[RawTable] = (),
) -> dict[int, int]:
    """The level of each heading by its position in `blocks`."""
    body = body_size(blocks)
    if sum(len(block.text) for block in blocks) < _LITTLE:  # of tables almost alone
        body = min([body, *(table.type_size for table in tables if table.type_size)])
    mostly_bold = _mostly_bold(blocks, body)
    listed = {fold(entry.title): entry.level for entry in outline}
    looks: dict[int, Look] = {}
    levels: dict[int, int] = {}
    for position, block in enumerate(blocks):
        known = listed.get(fold(block.text)) if len(block.lines) <= _MOST_LINES else None
        if known is not None:
            levels[position] = known
        titled = _is_numbered_title(blocks, position)
        if known is not None or _looks_like_heading(block, body, mostly_bold, titled):
            looks[position] = Look(round(block.style.size), block.style.bold)
    return _with_levels(blocks, looks, {} if _leaves_out_larger(looks, levels) else levels)


def _leaves_out_larger(looks: dict[int, Look], listed: dict[int, int]) -> bool:
    """Whether an outline has none of several headings that are larger than all that it lists: it
    was made of one kind of heading only, and tells no levels."""
    largest = max((looks[position].size for position in listed), default=0.0)
    larger = Counter(look for place, look in looks.items() if place not in listed)
    return bool(listed) and any(
        count >= _SEVERAL and look.size >= _LARGER * largest for look, count in larger.items()
    )


def _is_numbered_title(blocks: Sequence[TextBlock], position: int) -> bool:
    """Whether a bold line with a number stands by itself, and not among the items of a list."""
    block = blocks[position]
    beside = (blocks[n] for n in (position - 1, position + 1) if 0 <= n < len(blocks))
    alone = not any(each.bullet for each in beside) and position + 1 < len(blocks)
    plain = block.style.bold and len(block.lines) <= _SEVERAL and not block.text.endswith(".")
    return alone and plain and _NUMBERED.match(block.text) is not None


def _looks_like_heading(
    block: TextBlock, body: float, mostly_bold: bool, titled: bool = False
) -> bool:
    text = block.text
    # a number before a marked title, or one set much larger, makes no list of it
    chapter = _NUMBERED.match(text) and block.style.size >= _LARGER * body and block.style.bold
    item = block.bullet and not (block.marks or chapter or titled)
    if len(block.lines) > _MOST_LINES or not 2 <= len(text) <= _LONGEST or item:
        return False
    if block.key:
        return False
    if (
        is_value(text)
        or is_address(text)
        or not re.search(r"[^\W\d_]{2}", text)
        or text.endswith((",", ";"))
    ):
        return False
    larger = block.style.size >= 1.14 * body or block.tagged
    strong = block.style.bold and not mostly_bold and block.style.size >= 0.97 * body
    if not (larger or strong):
        return False
    if text.endswith(".") and not _NUMBERED.match(text):
        return larger and len(text) < 80
    return larger or len(text) <= 110


def _mostly_bold(blocks: Sequence[TextBlock], body: float) -> bool:
    near = [b for b in blocks if abs(b.style.size - body) < 0.6]
    bold = sum(len(b.text) for b in near if b.style.bold)
    return bold > 0.5 * max(1, sum(len(b.text) for b in near))


def _with_levels(
    blocks: Sequence[TextBlock], looks: dict[int, Look], known: dict[int, int]
) -> dict[int, int]:
    """Levels from the outline, from numbering ("2.1" is 2), else from the rank of the type."""
    by_look: dict[Look, Counter[int]] = {}
    numbered: dict[int, int] = {}
    counting = _looks_that_count(blocks, looks)
    for position, look in looks.items():
        # a goal's number beside its mark, or on a disc, counts goals and no chapters
        counts = blocks[position].marks or blocks[position].badged or look in counting
        match = None if counts else _NUMBERED.match(blocks[position].text)
        level = known.get(position)
        if level is None and match:
            level = match[0].strip().rstrip(".").count(".") + 1
        if level is not None:
            numbered[position] = level
            by_look.setdefault(look, Counter())[level] += 1
    ranked = _ranked(blocks, looks)
    levels = {}
    for position, look in looks.items():
        if position in numbered:
            levels[position] = numbered[position]
        elif look in by_look:
            levels[position] = by_look[look].most_common(1)[0][0]
        elif look not in ranked:
            levels[position] = 2
        else:
            levels[position] = _between(look, ranked, by_look)
    return {position: max(1, min(level, _DEEPEST)) for position, level in levels.items()}


def _looks_that_count(blocks: Sequence[TextBlock], looks: dict[int, Look]) -> set[Look]:
    """The looks of titles whose numbers go on under several larger headings that have none: they
    count what is told ("4. Äldre ska …"), and no chapters."""
    numbered: dict[Look, list[int]] = {}
    for position, look in looks.items():
        found = _NUMBERED.match(blocks[position].text)
        if found and "." not in found[0].strip().rstrip("."):
            numbered.setdefault(look, []).append(position)
    plain = {p: look for p, look in looks.items() if not _NUMBERED.match(blocks[p].text)}
    return {
        look
        for look, places in numbered.items()
        if sum(p in range(places[0], places[-1]) for p, o in plain.items() if o.size > look.size)
        >= _SEVERAL
    }


def _ranked(blocks: Sequence[TextBlock], looks: dict[int, Look]) -> list[Look]:
    """The looks of headings from the largest; where they are more than levels, without those that
    only the first page has, but for the title: a cover is set in type of its own."""
    ranked = sorted({*looks.values()}, key=lambda look: (-look.size, not look.bold))
    if len(ranked) <= _DEEPEST:
        return ranked
    first = min(blocks[position].page_index for position in looks)
    later = {look for position, look in looks.items() if blocks[position].page_index > first}
    return [look for n, look in enumerate(ranked) if look in later or n == 0]


def _between(look: Look, ranked: Sequence[Look], by_look: dict[Look, Counter[int]]) -> int:
    """A level for a look that no numbering tells: one below the nearest larger look."""
    place = ranked.index(look)
    for step, larger in enumerate(reversed(ranked[:place]), 1):
        if larger in by_look:
            return by_look[larger].most_common(1)[0][0] + step
    return place + 1
