"""Which lines of a vocabulary the development questions need: each is left out in turn.

    python -m eval.ablation VOCABULARY [--section NAME] [--all]

Prints for each line of `language/data/VOCABULARY.toml` how many right answers are lost or gained
without it. A line that changes nothing is not thereby useless: it may serve questions that nobody
has asked yet; one that gains when left out is wrong.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
from collections.abc import Iterator, Mapping
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

from eval.asking import ask_built, build_indexes
from eval.gold import load_gold
from plansvar.language.vocabulary import vocabulary
from plansvar.settings import load_settings


def main() -> None:
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        build_indexes(load_gold(), load_settings(), Path(folder))
        _leave_out_each(options, Path(folder))


def _leave_out_each(options: argparse.Namespace, folder: Path) -> None:
    usual = _right(folder)
    print(f"{len(usual)} right with all lines of {options.vocabulary}")
    for path, holder, key in _lines(vocabulary(options.vocabulary), options.section):
        kept = holder.pop(key)
        found = _right(folder)
        holder[key] = kept
        lost, gained = usual - found, found - usual
        if lost or gained or options.all:
            print(f"{path}: lost {len(lost)} {sorted(lost)}, gained {len(gained)} {sorted(gained)}")


def _lines(
    tables: dict[str, Any], section: str | None, path: str = ""
) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Every list in a vocabulary with its path and the table that holds it."""
    for key, value in list(tables.items()):
        here = f"{path}.{key}" if path else key
        if isinstance(value, Mapping):
            yield from _lines(tables[key], section, here)
        elif isinstance(value, list) and (section is None or here.startswith(section)):
            yield here, tables, key


def _right(folder: Path) -> set[str]:
    _forget()
    try:
        asked = ask_built(load_gold(), load_settings(), folder)
        return {item.gold.id for item in asked if item.right}
    except (KeyError, StopIteration, ValueError):
        return set()


def _forget() -> None:
    """Empties all that was made from vocabularies, but not the vocabularies themselves."""
    for thing in gc.get_objects():
        if isinstance(thing, _lru_cache_wrapper) and thing is not vocabulary:
            thing.cache_clear()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vocabulary")
    parser.add_argument("--section")
    parser.add_argument("--all", action="store_true", help="print lines that change nothing too")
    return parser


if __name__ == "__main__":
    main()
