"""Reads Ekvalla's documents, whose truth is known, and counts what was read right.

    python -m eval.reading [--document WORD] [--all] [--cases]

Wrong values, units, periods and assessments are listed one by one; `--all` lists what is missing
or extra too. `--cases` goes on with the drawn cases of eval.reading_cases.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.corpora import ROOT
from eval.reading_truth import Score, compared
from plansvar.extraction.extract import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

if TYPE_CHECKING:
    from eval.reading_truth import Truth

DOCUMENTS = ROOT / "documents"
_VERDICTS = ("right", "wrong", "missing", "extra")


def truths() -> dict[str, Truth]:
    """The truth of each document by its name, from the facts file."""
    with tempfile.TemporaryDirectory() as folder:
        return dict(corpus_made_in(Path(folder)).truths)


def corpus_made_in(folder: Path) -> Any:
    """Makes the documents anew; the generator is no part of the program, so it is loaded here."""
    home = str(DOCUMENTS / ".make")
    if home not in sys.path:
        sys.path.insert(0, home)
    return import_module("ekvalla.build").build(folder)


def score_of(truth: Truth) -> Score:
    """How well a committed document is read."""
    path = DOCUMENTS / truth.document
    return compared(truth, extract(read(SourceFile(path, path.name))))


def main() -> None:
    options = _options()
    total = Score()
    for name, truth in truths().items():
        if options.document in name:
            began = time.perf_counter()
            score = score_of(truth)
            _show(f"{name} ({time.perf_counter() - began:.1f} s)", score, options.all)
            total.add(score)
    _show("all documents", Score(total.counts), False)
    if options.cases:
        _cases()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--document", default="", help="only documents with this in their name")
    parser.add_argument("--all", action="store_true", help="list what is missing or extra too")
    parser.add_argument("--cases", action="store_true", help="the drawn cases as well")
    return parser.parse_args()


def _show(title: str, score: Score, everything: bool) -> None:
    print(f"\n{title}")
    print(f"  {'':22}" + "".join(f"{verdict:>9}" for verdict in _VERDICTS))
    for what in dict.fromkeys(what for what, _ in score.counts):
        print(f"  {what:22}" + "".join(f"{score.counts[what, v]:>9}" for v in _VERDICTS))
    for fault in score.faults:
        if everything or fault.startswith("wrong"):
            print(f"  {fault}")


def _cases() -> None:
    from eval import reading_cases

    print()
    sys.argv = ["reading_cases"]
    reading_cases.main()


if __name__ == "__main__":
    main()
