"""Prints web pages and Word files to PDF and compares what is read from both.

    python -m eval.printing [FILE ...]

A file and its own print must tell the same rows: what is missing or extra in the print is a fault
of reading PDF. Without files all web pages and Word files of the development corpora are printed,
by Chromium and LibreOffice where they are installed.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from eval.corpora import CORPORA
from plansvar.extraction import extract
from plansvar.reading.isolation import read_isolated
from plansvar.reading.sources import SourceFile
from plansvar.settings import load_settings

Told = frozenset[tuple[str | None, ...]]
TIMEOUT = 180
WEB, WORD = ".html", ".docx"
HELD = ("lersund", "vasselby", "ronnfors")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args().files or list(_development())
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            printed = _printed(file.resolve(), Path(folder))
            if printed is None:
                print(f"{file.name}: no program here prints it")
            else:
                _report(file, printed)
    return 0


def _development() -> Iterable[Path]:
    for corpus in CORPORA.values():
        if corpus.available and corpus.name not in HELD:
            for path in corpus.paths:
                yield from sorted(f for f in path.rglob("*") if f.suffix in (WEB, WORD))


def _printed(file: Path, folder: Path) -> Path | None:
    """The file as PDF; null where nothing here can print it."""
    target = folder / f"{file.stem}.pdf"
    command = _web(file, target) if file.suffix == WEB else _word(file, folder)
    if command is None:
        return None
    subprocess.run(command, check=False, capture_output=True, timeout=TIMEOUT)
    return target if target.exists() else None


def _web(file: Path, target: Path) -> list[str] | None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    return [browser, *quiet, f"--print-to-pdf={target}", file.as_uri()] if browser else None


def _word(file: Path, folder: Path) -> list[str] | None:
    office = shutil.which("soffice")
    where = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    return [office, *where, str(file)] if office else None


def _report(file: Path, printed: Path) -> None:
    own, print_of_it = _told(file), _told(printed)
    both = own & print_of_it
    print(f"{file.name}: {len(own)} told, {len(both)} in the print too")
    for sign, rest in (("-", own - both), ("+", print_of_it - both)):
        for row in sorted(rest, key=str):
            print(f"  {sign} {' | '.join(field or '–' for field in row)}")


def _told(file: Path) -> Told:
    """All that is read from a file, as rows of text."""
    found = extract(read_isolated(SourceFile(file, file.name), load_settings()))
    rows: set[tuple[str | None, ...]] = set()
    for row in found.indicators:
        rows |= {
            ("value", row.name, o.measure, o.period, o.breakdown, o.raw, o.unit)
            for o in row.observations
        }
        rows |= {("assessment", row.name, str(a.value)) for a in row.assessments}
    rows |= {("amount", a.what, a.measure, a.period, a.raw, a.unit) for a in found.amounts}
    rows |= {
        ("commitment", c.text, ", ".join(c.responsible), c.status and c.status.value)
        for c in found.commitments
    }
    return frozenset(tuple(_plain(field) for field in row) for row in rows)


def _plain(field: str | None) -> str | None:
    return " ".join(field.lower().split()) if field else field


if __name__ == "__main__":
    sys.exit(main())
