"""Reads cases whose truth is known and counts rows, values, assessments and trends.

    python -m eval.reading_cases [FOLDER ...] [--verbose]

Each case is a PDF or an office file beside a JSON file of the same name:
{"rows": [{"label", "vals", "color", "trend"}, …]}, or
{"blocks": [{"rows": [[label, value, value, value, colour, trend], …]}, …]}.
A folder defaults to ../shared/extraction-cases.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from plansvar.domain import Cell, Document, GapKind, Table, Trend
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

_DEFAULT = Path(__file__).parent.parent.parent / "shared" / "extraction-cases"
_FORMATS = {".pdf", ".docx", ".odt", ".xlsx", ".pptx", ".html"}
_SKIPPED = {"t07_twocol"}
_TRENDS = {"upp": Trend.UP, "ner": Trend.DOWN, "ned": Trend.DOWN, "oförändrad": Trend.LEVEL}


@dataclass(frozen=True, slots=True)
class TrueRow:
    label: str
    values: tuple[str, ...]
    colour: str | None
    trend: Trend | None


@dataclass(slots=True)
class Score:
    """Counts over the rows of one case or of all."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        self.counts += other.counts
        self.faults += other.faults


def score_case(path: Path) -> Score:
    """How well one file is read."""
    score = Score()
    data = json.loads(path.with_suffix(".json").read_text("utf-8"))
    truth, names = true_rows(data), data.get("hd") or data.get("header") or []
    document = read(SourceFile(path, path.name))
    if any(gap.kind is GapKind.SCAN for gap in document.gaps):
        score.counts["scans reported"] += 1
        return score
    found = [row for table in document.tables for row in _rows(table)]
    _score_columns(document, truth, names, score, path.stem)
    repeats = _repeats(document, truth)
    homes = _homes(truth * repeats, found)
    for row, home in zip(truth * repeats, homes, strict=True):
        _score_row(row, found[home] if home is not None else None, score, path.stem)
    score.counts["gaps"] += len(document.gaps)
    return score


def _score_columns(
    document: Document, truth: list[TrueRow], names: list[str], score: Score, name: str
) -> None:
    """Whether the values of a row stand under the headings that the document gives them."""
    by_label = {(row.label, row.values) for row in truth}
    for table in document.tables:
        under = {_squeezed(name): i for i, name in enumerate(names[1:4]) if name}
        columns = {
            cell.column: under[_squeezed(cell.text)]
            for cell in table.cells
            if cell.row < table.header_rows and _squeezed(cell.text) in under
        }
        for cells in _rows(table):
            texts = {columns[c.column]: _plain(c.text) for c in cells if c.column in columns}
            values = tuple(texts.get(i, "") for i in range(3))
            if len(columns) == 3 and any(c.text for c in cells[1:]):
                right = any((_plain(c.text), values) in by_label for c in cells[:2])
                score.counts["under right headings" if right else "under other headings"] += 1
                if not right:
                    score.faults.append(f"{name}: headings {[c.text for c in cells]}")


def true_rows(truth: dict[str, list[dict]]) -> list[TrueRow]:  # type: ignore[type-arg]
    rows = [(r["label"], r["vals"], r["color"], r["trend"]) for r in truth.get("rows", [])]
    for block in truth.get("blocks", []):
        rows += [(r[0], r[1:4], r[4], r[5]) for r in block["rows"]]
    return [
        TrueRow(_plain(label), tuple(map(_plain, values)), colour, _TRENDS.get(trend))
        for label, values, colour, trend in rows
    ]


def _repeats(document: Document, truth: list[TrueRow]) -> int:
    """A case may show its rows several times, each time marked in another way."""
    tables = [t for t in document.tables if t.column_count >= 6]
    return max(1, len(tables)) if truth and len(truth) == 5 else 1


def _score_row(row: TrueRow, cells: list[Cell] | None, score: Score, name: str) -> None:
    score.counts["rows"] += 1
    if cells is None:
        score.faults.append(f"{name}: row missing: {row.label} {row.values}")
        score.counts["rows missing"] += 1
        score.counts["trends open"] += row.trend is not None
        score.counts["trends"] += row.trend is not None
        score.counts["assessments"] += 1
        score.counts["assessments open"] += 1
        return
    texts = [_plain(cell.text) for cell in cells]
    if list(row.values) == _values(row, texts):
        score.counts["rows right"] += 1
    else:
        score.counts["values wrong"] += 1
        score.faults.append(f"{name}: values {texts} for {row.values}")
    _score_marks(row, cells, score, name)


def _values(row: TrueRow, texts: list[str]) -> list[str]:
    """The values of a row: what holds a digit or a dash after its label."""
    wanted = _squeezed(row.label)
    after = next(i for i, text in enumerate(texts) if _squeezed(text) == wanted) + 1
    return [text for text in texts[after:] if _digits(text)]


def _score_marks(row: TrueRow, cells: list[Cell], score: Score, name: str) -> None:
    marks = [mark for cell in cells for mark in cell.marks]
    colours = {mark.colour.value for mark in marks if mark.colour}
    trends = {mark.trend for mark in marks if mark.trend}
    score.counts["assessments"] += 1
    _count(score, "assessments", colours == {row.colour}, not colours)
    if colours != {row.colour}:
        doubts = [mark.disagreement for mark in marks if mark.disagreement]
        score.faults.append(f"{name}: colour {colours} for {row.colour} {row.label[:30]} {doubts}")
    if row.trend is None:
        score.counts["trends wrong"] += bool(trends)
        return
    score.counts["trends"] += 1
    _count(score, "trends", trends == {row.trend}, not trends)
    if trends != {row.trend}:
        score.faults.append(f"{name}: trend {trends} for {row.trend} {row.label[:30]}")


def _count(score: Score, what: str, right: bool, left_open: bool) -> None:
    score.counts[f"{what} {'right' if right else 'open' if left_open else 'wrong'}"] += 1


def _homes(truth: list[TrueRow], found: list[list[Cell]]) -> list[int | None]:
    """For each true row the found row that is it: label and values first, else the label alone."""
    homes: list[int | None] = [None] * len(truth)
    taken: set[int] = set()
    for with_values in (True, False):
        for place, row in enumerate(truth):
            if homes[place] is None:
                homes[place] = _match(row, found, taken, with_values)
                taken.add(-1 if homes[place] is None else homes[place] or 0)
    return homes


def _match(row: TrueRow, found: list[list[Cell]], taken: set[int], with_values: bool) -> int | None:
    wanted = _squeezed(row.label)
    for i, cells in enumerate(found):
        labelled = any(_squeezed(cell.text) == wanted for cell in cells[:2])
        texts = {_plain(cell.text) for cell in cells}
        if i not in taken and labelled and (not with_values or set(row.values) <= texts):
            return i
    return None


def _rows(table: Table) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.row >= table.header_rows:
            rows.setdefault(cell.row, []).append(cell)
    return [sorted(cells, key=lambda cell: cell.column) for cells in rows.values()]


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("—", "–")


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\-–]+", "", text).lower()


def _digits(text: str) -> bool:
    return bool(re.search(r"\d", text)) or text in {"-", "–"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[_DEFAULT])
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    total = Score()
    pages_from = time.perf_counter()
    found = (p for folder in arguments.folders for p in sorted(folder.iterdir()))
    paths = [path for path in found if path.suffix in _FORMATS]
    for path in paths:
        if path.stem in _SKIPPED or not path.with_suffix(".json").is_file():
            continue
        total.add(score_case(path))
    for what, count in sorted(total.counts.items()):
        print(f"{what:22} {count}")
    print(f"{'seconds':22} {time.perf_counter() - pages_from:.1f}")
    if arguments.verbose:
        print("\n".join(total.faults))


if __name__ == "__main__":
    main()
