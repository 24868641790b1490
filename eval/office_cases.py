"""Counts how the marks in office files and web pages of our own are read.

    python -m eval.office_cases FOLDER [--convert] [--verbose]

The files are written to FOLDER first. `--convert` has LibreOffice, where there is one, write each
of them in other formats too.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from eval.office import MAKERS
from eval.office.truth import Row
from plansvar.domain import Document
from plansvar.errors import ReadingError
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

_OTHERS = {".docx": ("odt", "html"), ".xlsx": ("html", "xlsx"), ".html": ("odt",), ".pptx": ()}


def score(document: Document, rows: list[Row]) -> tuple[Counter[str], list[str]]:
    """Assessments and trends right, wrong and open, and a line for each that is not right."""
    counts: Counter[str] = Counter()
    faults = []
    for label, colour, trend in rows:
        cells = _cells(document, label)
        marks = [mark for cell in cells for mark in cell.marks]
        colours = {mark.colour.value for mark in marks if mark.colour}
        trends = {mark.trend.value for mark in marks if mark.trend}
        open_as_it_should = colour == "?" and any(mark.disagreement for mark in marks)
        wanted = set() if colour in (None, "?") else {colour}
        for what, found, true in (
            ("assessments", colours, wanted),
            ("trends", trends, {trend} - {None}),
        ):
            right = found == true and (what == "trends" or colour != "?" or open_as_it_should)
            verdict = "right" if right else "open" if not found else "wrong"
            counts[f"{what} {verdict}"] += 1
            if verdict != "right":
                faults.append(
                    f"{document.path}: {label}: {what} {sorted(found)} for {sorted(true)}"
                )
    return counts, faults


def converted(path: Path, folder: Path, kind: str) -> Path | None:
    """The file in another format, written by LibreOffice; null where that is missing or fails."""
    office = shutil.which("soffice")
    if office is None:
        return None
    target = folder / f"{path.stem}_{path.suffix[1:]}"
    command = [office, "--headless", "--convert-to", kind, "--outdir", str(target), str(path)]
    subprocess.run(command, capture_output=True, timeout=120, check=False)
    made = target / f"{path.stem}.{kind}"
    return made if made.is_file() else None


def _cells(document: Document, label: str) -> list:  # type: ignore[type-arg]
    wanted = "".join(label.split()).lower()
    for table in document.tables:
        for cell in table.cells:
            if "".join(cell.text.split()).lower() == wanted:
                form = table.column_count == 2  # a field a row
                return [c for c in table.cells if form or c.row == cell.row]
    return []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--convert", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    total: Counter[str] = Counter()
    for name, make in MAKERS.items():
        path = arguments.folder / name
        rows = make(path)
        paths = [path]
        if arguments.convert:
            others = (converted(path, arguments.folder, kind) for kind in _OTHERS[path.suffix])
            paths += [other for other in others if other is not None]
        for each in paths:
            total += _scored(each, rows, arguments.verbose)
    for what, count in sorted(total.items()):
        print(f"{what:22} {count}")


def _scored(path: Path, rows: list[Row], verbose: bool) -> Counter[str]:
    try:
        counts, faults = score(read(SourceFile(path, f"{path.parent.name}/{path.name}")), rows)
    except ReadingError as error:
        counts, faults = Counter({"files refused": 1}), [f"{path.name}: {error}"]
    if verbose:
        print("\n".join(faults), end="\n" if faults else "")
    return counts + Counter({"files": 1})


if __name__ == "__main__":
    main()
