"""Words in the form that a sentence needs; what no list has stays as the documents print it."""

from __future__ import annotations

from collections.abc import Iterable

from plansvar.asking.answering.drafts import Task
from plansvar.domain import Commitment, Indicator
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.texts import text


def word(task: Task, table: str, name: str) -> str:
    """A word from `answers.<table>`, else the word itself."""
    try:
        return text(f"answers.{table}.{fold(name)}", task.language)
    except KeyError:
        return name


def kind_word(task: Task, rows: Iterable[Indicator | Commitment], count: int) -> str:
    """What rows are called, when all are of one kind: "processmål", "indikatorer"; tasks and
    measures together are undertakings, and goals with what measures them goals and indicators."""
    rows = tuple(rows)
    kinds = {fold(row.kind) for row in rows}
    done = bool(rows) and all(isinstance(row, Commitment) for row in rows)
    default = "undertakings" if done else "default"
    name = next(iter(kinds)) if len(kinds) == 1 else ""
    if not name or find_numbers(name):  # "månad 2026" heads a column of names and is no kind
        name = text(f"answers.kind.{default}", task.language)
    return word(task, "kind_one" if count == 1 else "kind_many", name)
