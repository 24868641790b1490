"""Makes tables whose marks are bars, ticks, smileys, lamps and keyed swatches; counts what is read.

    python -m eval.reading_mark_cases FOLDER [--verbose] [--only WORD]

Every design is made by several producers: Chromium's print, web pages, reportlab, Word files and
LibreOffice. What counts is the row that comes out: its assessment, its share, its meaning.
"""

from __future__ import annotations

import argparse
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from eval.reading_mark_designs import BARS, DESIGNS, bar
from eval.reading_mark_keys import KEYS, key_case
from eval.reading_mark_making import MAKERS, Case, MarkRow
from plansvar.domain import Indicator
from plansvar.extraction.extract import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

LABELS = (
    "Byt ut belysningen i tre idrottshallar",
    "Utbilda handledare inom hemtjänsten",
    "Ta fram en ny kostpolicy",
    "Rusta upp skolgården vid Lindskolan",
    "Inför e-arkiv för alla nämnder",
    "Minska pappersutskick till föräldrar",
)
_SHARES = (0.2, 0.6, 1.0, 0.0, 0.8, 0.5)
_NAMES = {
    "face": ("glad", "neutral", "ledsen"),
    "sign": ("bock", "kryss"),
    "lamps": ("röd", "gul", "grön"),
}
_COLOURS = {"glad": "grön", "neutral": "gul", "ledsen": "röd", "bock": "grön", "kryss": "röd"}
_PRODUCERS: dict[str, str | None] = {
    "print-svg": "chromium", "print-png": "chromium", "print-svg-picture": "chromium",
    "page-svg": None, "page-picture": None, "drawn": None, "placed-png": None,
    "placed-cmyk": None, "word-png": None, "word-cmyk": None, "office-png": "soffice",
    "office-jpeg": "soffice",
}  # fmt: skip


def cases() -> Iterator[Case]:
    """All cases, the same ones each time."""
    for kind in BARS:
        rows = [MarkRow(n, bar(kind, s), share=s) for n, s in zip(LABELS, _SHARES, strict=True)]
        yield Case(f"bar-{kind}", ("Aktivitet", "Färdiggrad"), tuple(rows))
    for name, (draw, kinds) in DESIGNS.items():
        for kind in kinds:
            chance = random.Random(f"{name}{kind}")
            shown = [*_NAMES[name], *(chance.choice(_NAMES[name]) for _ in LABELS)][: len(LABELS)]
            rows = [
                MarkRow(label, draw(kind, what), assessment=_value(kind, what))
                for label, what in zip(LABELS, shown, strict=True)
            ]
            yield Case(f"{name}-{kind}", ("Nämndmål", "Bedömning"), tuple(rows))
    for key in KEYS:
        yield key_case(key, LABELS)


def _value(kind: str, what: str) -> str:
    coloured = kind in ("colours", "coloured", "disc") and what in _COLOURS
    return _COLOURS[what] if coloured else what


def scored(case: Case, path: Path) -> tuple[Counter[str], list[str]]:
    """Right, open and wrong for each thing that a case's rows show."""
    extraction = extract(read(SourceFile(path, path.name)))
    found = {"".join(row.name.split()).lower(): row for row in extraction.indicators}
    counts: Counter[str] = Counter()
    faults = []
    for row in case.rows:
        seen = found.get("".join(row.label.split()).lower())
        for what, wanted, got in _compared(row, seen):
            verdict = "right" if got == wanted else "open" if got is None else "wrong"
            counts[f"{what} {verdict}"] += 1
            if verdict != "right":
                faults.append(f"{path.name}: {row.label[:24]}: {what} {got} for {wanted}")
    for label in set(found) - {"".join(row.label.split()).lower() for row in case.rows}:
        counts["rows extra"] += 1
        faults.append(f"{path.name}: extra row {label}")
    return counts, faults


def _compared(row: MarkRow, seen: Indicator | None) -> Iterator[tuple[str, object, object]]:
    assessments = seen.assessments if seen else ()
    shares = [a.mark.share for a in assessments if a.mark and a.mark.share is not None]
    own = next((a for a in assessments if a.breakdown == row.breakdown), None)
    if row.share is not None:
        near = bool(shares) and abs(shares[0] - row.share) <= 0.03
        yield "share", row.share, row.share if near else shares[0] if shares else None
        yield "no verdict", None, seen.assessment.value if seen and seen.assessment else None
        return
    yield "assessment", row.assessment, own.value if own else None
    if row.breakdown != "totalt":
        yield "no verdict", None, seen.assessment.value if seen and seen.assessment else None
    if row.meaning is not None:
        yield "meaning", row.meaning, own.meaning if own else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", action="store_true", help="read files made before")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    total: Counter[str] = Counter()
    for number, case in enumerate(cases()):
        for producer in _producers(case, number):
            path = options.folder.resolve() / f"{case.name}-{producer}.{_suffix(producer)}"
            if options.only not in path.name:
                continue
            if not (options.keep and path.is_file()):
                MAKERS[producer.partition("-")[0]](case, path, producer)
            counts, faults = scored(case, path)
            total += counts + Counter({"cases": 1})
            total["cases all right"] += not faults
            if options.verbose and faults:
                print("\n".join(faults))
    for what, count in sorted(total.items()):
        print(f"{what:22} {count}")


def _producers(case: Case, number: int) -> list[str]:
    """Some producers for a case, in turn, so that each design meets several."""
    names = [n for n, program in _PRODUCERS.items() if program is None or shutil.which(program)]
    if case.keys and any("-" in n for n in names):
        return [n for n in names if not n.endswith(("cmyk", "jpeg", "svg-picture"))]
    return [name for place, name in enumerate(names) if (place + number) % 2 == 0]


def _suffix(producer: str) -> str:
    return {"page": "html", "word": "docx"}.get(producer.partition("-")[0], "pdf")


if __name__ == "__main__":
    main()
