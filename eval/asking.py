"""Asks gold questions of the real program, corpus by corpus and conversation by conversation."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.corpora import CORPORA
from eval.gold import Gold
from eval.metrics.right import is_right
from eval.metrics.wrong_figures import wrong_figures
from plansvar.settings import Settings


@dataclass(frozen=True, slots=True)
class Asked:
    """A gold question with the program's answer in the contract's form."""

    gold: Gold
    answer: dict[str, Any]

    @property
    def right(self) -> bool:
        return is_right(self.gold, self.answer)

    @property
    def wrong_figures(self) -> list[str]:
        if "error" in self.answer:
            return []
        return wrong_figures(self.gold.question, self.answer)


def ask_all(golds: Sequence[Gold], settings: Settings) -> list[Asked]:
    """All questions whose corpus is at hand; says which corpora are missing."""
    with tempfile.TemporaryDirectory() as folder:
        build_indexes(golds, settings, Path(folder))
        return ask_built(golds, settings, Path(folder))


def build_indexes(golds: Sequence[Gold], settings: Settings, folder: Path) -> None:
    """An index of each corpus that the questions are asked of, in a folder of its own."""
    from plansvar.pipeline import build_index

    for name in dict.fromkeys(gold.corpus for gold in golds):
        if CORPORA[name].available:
            build_index(CORPORA[name].paths, folder / name, settings)
        else:
            print(f"{name}: the documents are not at hand, skipped", file=sys.stderr)


def ask_built(golds: Sequence[Gold], settings: Settings, folder: Path) -> list[Asked]:
    """The questions asked of the indexes in a folder; those without an index are left out."""
    asked: list[Asked] = []
    for name in dict.fromkeys(gold.corpus for gold in golds):
        if (folder / name).exists():
            mine = [gold for gold in golds if gold.corpus == name]
            asked += _ask(mine, folder / name, settings)
    return asked


def _ask(golds: Sequence[Gold], folder: Path, settings: Settings) -> list[Asked]:
    from plansvar.asking.conversation import Conversation
    from plansvar.domain import Question
    from plansvar.index.opening import open_index
    from plansvar.interchange.contract import answer_object, documents_by_id
    from plansvar.pipeline import answer_question, load_engine

    encoder = load_engine(settings).encoder
    library = open_index(folder, encoder.name if encoder else None)
    documents = documents_by_id(library.documents())
    conversations: dict[str, Conversation] = {}
    asked = []
    for gold in golds:
        earlier = conversations.get(gold.conversation or "", Conversation())
        question = Question(gold.question, gold.id, gold.conversation)
        answer, after = answer_question(question, library, encoder, earlier)
        if gold.conversation:
            conversations[gold.conversation] = after
        asked.append(Asked(gold, answer_object(answer, documents)))
    return asked
