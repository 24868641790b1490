"""Makes PDF tables with known truth that differ from the shared ones in all that can differ.

    python -m eval.reading_own_cases FOLDER [--count 36] [--seed 1]

A third each is printed by Chromium from HTML, drawn with reportlab and made by LibreOffice from
DOCX, ODT and HTML; a program that is missing is said and left out. Then:
python -m eval.reading_cases FOLDER --verbose
"""

from __future__ import annotations

import argparse
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from eval.reading_own_drawn import drawn_case
from eval.reading_own_office import office_case
from eval.reading_own_printed import html_case

_PROGRAMS: dict[str, Callable[[random.Random, Path], None]] = {
    "chromium": html_case,
    "soffice": office_case,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=36)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    makers = [drawn_case, *_available()]
    for number in range(arguments.count):
        chance = random.Random(f"{arguments.seed}-{number}")
        make = makers[number % len(makers)]
        make(chance, arguments.folder.resolve() / f"own{arguments.seed}-{number:02d}.pdf")


def _available() -> list[Callable[[random.Random, Path], None]]:
    for name in _PROGRAMS:
        if shutil.which(name) is None:
            print(f"{name} is not installed: its cases are left out")
    return [make for name, make in _PROGRAMS.items() if shutil.which(name)]


if __name__ == "__main__":
    main()
