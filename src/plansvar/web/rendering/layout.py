"""The text of an answer as blocks whose sentences carry their source numbers.

An answer's text is its statements in order: running text, list lines that begin with "- " and
tables with "|". Only the marks that a statement itself put there become links, so "[1]" in a
quoted document stays text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from plansvar.domain import Answer, CitedStatement

_JOINT = ", "
_FEWEST_ALIKE = 2
_SHORTEST_COMMON = 20
_MANY = 4  # sentences in a row that are easier to read as a list
_ITEM = "- "
_ROW = "|"
_RULE = re.compile(r"[|\s:-]+")
_CELL_EDGE = re.compile(r"(?<!\\)\|")
_MARKS = re.compile(r"\[(\d+)\]")
_TRAILING = re.compile(r"((?:\s*\[\d+\])*)\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    sources: tuple[int, ...] = ()
    calculation: str | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[str, ...]
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Running text, a list or a table: `kind` is "text", "list" or "table". `common` is what all
    its lines begin with, said once above them instead."""

    kind: str
    items: tuple[tuple[Sentence, ...], ...] = ()
    headings: tuple[str, ...] = ()
    rows: tuple[TableRow, ...] = ()
    common: str = ""


def text_blocks(answer: Answer) -> tuple[TextBlock, ...]:
    """The blocks of the answer's text."""
    reader = _Reader(answer)
    blocks = (_block(piece.splitlines(), reader) for piece in _pieces(answer.text))
    titles = {citation.n: citation.title for citation in answer.citations}
    return tuple(part for block in blocks for part in _opened_up(block, titles))


class _Reader:
    """Hands out the statements of an answer in order, as its text comes to them."""

    def __init__(self, answer: Answer) -> None:
        self._waiting = list(answer.statements)
        self._known = {citation.n for citation in answer.citations}

    def sentences(self, line: str) -> tuple[Sentence, ...]:
        found: list[Sentence] = []
        rest = line.strip()
        while rest:
            statement = next((s for s in self._waiting if rest.startswith(s.text)), None)
            if statement is None:
                found.append(self._unknown(rest))
                break
            self._waiting.remove(statement)
            found.append(_sentence(statement))
            rest = re.sub(r"^(?:\s*\[\d+\])*\s*", "", rest[len(statement.text) :])
        return tuple(found)

    def row(self, line: str) -> TableRow:
        cells = [cell.strip().replace("\\|", "|") for cell in _CELL_EDGE.split(line)[1:-1]]
        return TableRow(tuple(cells[:-1]), self._sources(cells[-1] if cells else ""))

    def _unknown(self, text: str) -> Sentence:
        trailing = _TRAILING.search(text)
        marks = trailing[1] if trailing else ""
        body = text[: len(text) - len(trailing[0])] if trailing else text
        return Sentence(body, self._sources(marks))

    def _sources(self, marks: str) -> tuple[int, ...]:
        return tuple(n for n in map(int, _MARKS.findall(marks)) if n in self._known)


def _sentence(statement: CitedStatement) -> Sentence:
    return Sentence(statement.text, statement.citations, statement.calculation)


def _pieces(text: str) -> list[str]:
    return [piece for piece in re.split(r"\n\s*\n", text) if piece.strip()]


def _block(lines: Sequence[str], reader: _Reader) -> TextBlock:
    if len(lines) > 1 and lines[0].startswith(_ROW) and _RULE.fullmatch(lines[1]):
        headings = [cell.strip() for cell in _CELL_EDGE.split(lines[0])[1:-1]]
        rows = tuple(reader.row(line) for line in lines[2:])
        return _table(tuple(headings[:-1]), rows)
    if lines[0].startswith(_ITEM):
        items = tuple(reader.sentences(line.removeprefix(_ITEM)) for line in lines)
        return _list(items)
    return TextBlock("text", tuple(reader.sentences(line) for line in lines))


def _opened_up(block: TextBlock, titles: Mapping[int, str]) -> Sequence[TextBlock]:
    """Many sentences in a row as lists, under the documents they are from where that tells."""
    sentences = tuple(sentence for item in block.items for sentence in item)
    if block.kind != "text" or len(sentences) < _MANY:
        return (block,)
    told = _titles_of(sentences, titles)
    groups = [
        (title, tuple(sentence for _, sentence in found))
        for title, found in groupby(zip(told, sentences, strict=True), key=lambda pair: pair[0])
    ]
    if not 1 < len(groups) < len(sentences):
        return (TextBlock("list", tuple((sentence,) for sentence in sentences)),)
    return [TextBlock("list", tuple((s,) for s in found), common=t) for t, found in groups]


def _titles_of(sentences: Sequence[Sentence], titles: Mapping[int, str]) -> list[str]:
    """The one document that each sentence's sources are from; empty where they are several. The
    lines of one quote have their sources behind the last."""
    found: list[str] = []
    for sentence in reversed(sentences):
        named = {titles.get(n, "") for n in sentence.sources}
        own = named.pop() if len(named) == 1 else ""
        found.append(found[-1] if found and not sentence.sources else own)
    return found[::-1]


def _list(items: tuple[tuple[Sentence, ...], ...]) -> TextBlock:
    common = _common([item[0].text for item in items if item])
    cut = tuple(
        (replace(item[0], text=item[0].text.removeprefix(common)), *item[1:]) if item else item
        for item in items
    )
    return TextBlock("list", cut, common=common.rstrip(_JOINT))


def _table(headings: tuple[str, ...], rows: tuple[TableRow, ...]) -> TextBlock:
    common = _common([row.cells[0] for row in rows if row.cells])
    cut = tuple(
        replace(row, cells=(row.cells[0].removeprefix(common), *row.cells[1:]))
        if row.cells
        else row
        for row in rows
    )
    return TextBlock("table", headings=headings, rows=cut, common=common.rstrip(_JOINT))


def _common(lines: Sequence[str]) -> str:
    """What all lines begin with, up to a comma; nothing where that is short."""
    if len(lines) < _FEWEST_ALIKE:
        return ""
    pieces = lines[0].split(_JOINT)[:-1]
    for count in range(len(pieces), 0, -1):
        shared = _JOINT.join(pieces[:count]) + _JOINT
        if all(line.startswith(shared) for line in lines):
            return shared if len(shared) >= _SHORTEST_COMMON else ""
    return ""
