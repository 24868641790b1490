"""Gold questions: what a right answer must state, must not state, and what must prove it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Proof:
    """Words that one citation's quote must hold, and the page that it must name.

    `pattern` is a regular expression of at most eight words; `page` the printed page, null where
    the text has no pages."""

    pattern: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold question.

    `facts` are regular expressions that the answer must all match, `never` those that it must not
    match; `abstain` is true where the right answer is that the documents do not say. `needs` names
    what the program must be able to do first ("marks")."""

    id: str
    corpus: str
    question: str
    kind: str
    facts: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    abstain: bool = False
    conversation: str | None = None
    interpretation: str | None = None
    needs: str | None = None


def load_gold(held: bool = False) -> tuple[Gold, ...]:
    """The development questions, or the held-out ones."""
    folder = HERE / "held" if held else HERE
    return tuple(gold for path in sorted(folder.glob("*.jsonl")) for gold in _read(path))


def _read(path: Path) -> Iterator[Gold]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield _gold(json.loads(line))


def _gold(fields: dict[str, Any]) -> Gold:
    proofs = tuple(map(_proof, fields.pop("proofs", ())))
    lists = {key: tuple(fields.pop(key, ())) for key in ("facts", "never")}
    return Gold(**fields, **lists, proofs=proofs)


def _proof(fields: dict[str, Any]) -> Proof:
    page = fields.get("page")
    return Proof(fields["pattern"], None if page is None else int(page))
