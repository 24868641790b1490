"""Asks the gold questions and prints the measures, with what was gained and lost.

    python -m eval [--held] [--corpus NAME] [--commit] [--wrong]

`--commit` writes the result to eval/results, which the next run compares with; `--wrong` prints
every wrong answer; `--held` asks the held-out questions, which nobody tunes on.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from eval.asking import Asked, ask_all
from eval.gold import load_gold
from eval.report import print_changes, print_measures, print_wrong
from plansvar.settings import load_settings

RESULTS = Path(__file__).parent / "results"


def main() -> None:
    options = _parser().parse_args()
    golds = [gold for gold in load_gold(options.held) if options.corpus in (None, gold.corpus)]
    asked = ask_all(golds, load_settings())
    for corpus in sorted({item.gold.corpus for item in asked}):
        mine = [item for item in asked if item.gold.corpus == corpus]
        file = RESULTS / f"{'held-' if options.held else ''}{corpus}.json"
        print_measures(corpus, mine)
        print_changes(mine, _earlier(file))
        if options.wrong:
            print_wrong(mine)
        if options.commit:
            _write(file, mine)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--corpus")
    parser.add_argument("--commit", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    return parser


def _earlier(file: Path) -> dict[str, bool]:
    return dict(json.loads(file.read_text("utf-8"))) if file.is_file() else {}


def _write(file: Path, asked: list[Asked]) -> None:
    file.parent.mkdir(exist_ok=True)
    result = {item.gold.id: item.right for item in asked}
    file.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
