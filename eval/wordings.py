"""Asks the same thing in several wordings and counts how often the same rows come back.

    python -m eval.wordings [--corpus NAME] [--different]

Each line of eval/gold/wordings/*.jsonl is {"id", "corpus", "wordings": [six questions]}. Answers
are the same where they decline alike, or rest on the same rows, or, without rows, on the same
quotes.
`--different` prints every wording whose answer is not that of most.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.asking import Asked, ask_all
from eval.gold import Gold
from plansvar.settings import load_settings

HERE = Path(__file__).parent / "gold" / "wordings"


@dataclass(frozen=True, slots=True)
class Group:
    """The answers to one question in all its wordings."""

    id: str
    asked: tuple[Asked, ...]

    @property
    def usual(self) -> object:
        return Counter(signature(item.answer) for item in self.asked).most_common(1)[0][0]

    @property
    def different(self) -> tuple[Asked, ...]:
        return tuple(i for i in self.asked if signature(i.answer) != self.usual)


def signature(answer: dict[str, Any]) -> object:
    """What two answers must share to be the same."""
    if "error" in answer or answer["abstained"]:
        return "declined"
    rows = frozenset(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in answer["rows"])
    quotes = frozenset(citation["quote"] for citation in answer["citations"])
    return rows or quotes


def main() -> None:
    options = _parser().parse_args()
    golds = [gold for gold in _golds() if options.corpus in (None, gold.corpus)]
    groups = _grouped(ask_all(golds, load_settings()))
    same = sum(not group.different for group in groups)
    wordings = sum(len(group.asked) for group in groups)
    odd = sum(len(group.different) for group in groups)
    print(f"{same} of {len(groups)} questions give the same rows in all wordings")
    print(f"{wordings - odd} of {wordings} wordings give the rows that most give")
    if options.different:
        _print_different(groups)


def _print_different(groups: Sequence[Group]) -> None:
    for group in groups:
        if group.different:
            like = next(i for i in group.asked if signature(i.answer) == group.usual)
            print(f"\n{group.id}: most like “{like.gold.question}”")
        for item in group.different:
            print(f"  {item.gold.question}\n    read as: {item.answer.get('interpretation')}")


def _grouped(asked: Sequence[Asked]) -> list[Group]:
    ids = dict.fromkeys(item.gold.kind for item in asked)
    return [Group(id, tuple(i for i in asked if i.gold.kind == id)) for id in ids]


def _golds() -> list[Gold]:
    lines = [line for path in sorted(HERE.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    return [
        Gold(
            id=f"{fields['id']}-{n}", corpus=fields["corpus"], question=question, kind=fields["id"]
        )
        for fields in map(json.loads, filter(str.strip, lines))
        for n, question in enumerate(fields["wordings"], 1)
    ]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus")
    parser.add_argument("--different", action="store_true")
    return parser


if __name__ == "__main__":
    main()
