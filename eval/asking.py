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
    asked: list[Asked] = []
    for name in dict.fromkeys(gold.corpus for gold in golds):
        if not CORPORA[name].available:
            print(f"{name}: the documents are not at hand, skipped", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as folder:
            mine = [gold for gold in golds if gold.corpus == name]
            asked += _ask(mine, CORPORA[name].paths, Path(folder), settings)
    return asked


def _ask(
    golds: Sequence[Gold], paths: Sequence[Path], folder: Path, settings: Settings
) -> list[Asked]:
    from plansvar.asking.conversation import Conversation
    from plansvar.domain import Question
    from plansvar.index.opening import open_index
    from plansvar.interchange.contract import answer_object, documents_by_id
    from plansvar.pipeline import answer_question, build_index, load_engine

    build_index(paths, folder, settings)
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
