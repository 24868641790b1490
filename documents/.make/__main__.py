"""python documents/.make [FOLDER]: makes Ekvalla's documents, in documents/ by default."""

from __future__ import annotations

import sys
from pathlib import Path

from ekvalla.build import build


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    for path in build(folder).files:
        print(path.name)


main()
