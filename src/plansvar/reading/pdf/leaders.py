"""Lines in which a row of dots leads from a name to its figure, with more of it in brackets:
"Nöjda med hemtjänsten ........ 88 % (mål 90 %)".

Each list of such lines is a table as those of cards are: names, figures, and what brackets add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import around
from plansvar.reading.pdf.lines import Line, lines_of
from plansvar.reading.pdf.rulings import Rule
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of

_REACH = 14.0  # points between a text and the dots that lead from or to it, at most
_SHORTEST = 10.0
_LOW = 4.0  # points that the dots may stand below the line
_SAME = 2.0
_STEP = 2.4  # sizes of type between two lines of one list
_NAME, _VALUE, _DETAIL = 0, 1, 3  # as in a table of cards, where 2 is the place of a mark


@dataclass(frozen=True, slots=True)
class _Led:
    """A name, its figure and what the brackets behind it hold."""

    name: tuple[Word, ...]
    value: tuple[Word, ...]
    detail: tuple[Word, ...]


def find_leader_lists(words: Sequence[Word], level: Sequence[Rule]) -> list[RawTable]:
    """A table for each list of lines with dots between names and figures, some of them with
    brackets; else the lines are text, or a list of contents."""
    lines = lines_of(word for word in words if word.style.turn == 0)
    led = [found for line in lines if (found := _led(line, level)) is not None]
    bracketed = any(each.detail for each in led)
    return [_table(stack) for stack in _stacks(led)] if bracketed else []


def _led(line: Line, level: Sequence[Rule]) -> _Led | None:
    near = [r for r in level if line.rect.top < r.at < line.rect.bottom + _LOW]
    for place, segment in enumerate(line.segments[:-1]):
        after = line.segments[place + 1].rect.x0
        leads = any(
            r.length > _SHORTEST
            and -_SAME <= r.start - segment.rect.x1 <= _REACH
            and -_SAME <= after - r.end <= _REACH
            for r in near
        )
        if leads:
            name = [word for s in line.segments[: place + 1] for word in s.words]
            said = [word for s in line.segments[place + 1 :] for word in s.words]
            return _parted(name, said)
    return None


def _parted(name: Sequence[Word], said: Sequence[Word]) -> _Led | None:
    """What is said of a name, with what stands in brackets by itself."""
    opens = next((n for n, word in enumerate(said) if n and word.text.startswith("(")), None)
    ends = [n for n, word in enumerate(said) if word.text.rstrip(".,").endswith(")")]
    if opens is None or not ends or ends[-1] < opens:
        return _Led(tuple(name), tuple(said), ())
    value = (*said[:opens], *said[ends[-1] + 1 :])
    return _Led(tuple(name), value, tuple(said[opens : ends[-1] + 1]))


def _stacks(led: Sequence[_Led]) -> list[list[_Led]]:
    """Lines right below each other that begin at one side."""
    found: list[list[_Led]] = []
    for each in led:
        last = found[-1][-1].name[0] if found else None
        first = each.name[0]
        near = last is not None and first.rect.cy - last.rect.cy < _STEP * first.size
        if last is not None and near and abs(first.rect.x0 - last.rect.x0) < _SAME:
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _table(stack: Sequence[_Led]) -> RawTable:
    cells = [cell for row, each in enumerate(stack) for cell in _cells(row, each)]
    rect = around(cell.rect for cell in cells)
    return RawTable(cells, rect, [rect.x0, rect.x1], ruled=False)


def _cells(row: int, led: _Led) -> list[RawCell]:
    parts = {_NAME: led.name, _VALUE: led.value, _DETAIL: led.detail}
    return [
        RawCell(row, column, around(w.rect for w in words), text_of(words), words=list(words))
        for column, words in parts.items()
        if words
    ]
