"""Reads the facts file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal or key figure with all its values, by period."""

    id: str
    board: str | None
    data: dict[str, Any]

    def name(self, year: int) -> str:
        late = self.data.get("namn2031") if year >= 2031 else None
        return str(late or self.data["namn"])

    @property
    def unit(self) -> str:
        return str(self.data["enhet"])

    @property
    def groups(self) -> tuple[str, str] | None:
        """What the two groups are called in rows of their own; null where there are none."""
        if "k" not in self.data:
            return None
        first, second = self.data.get("grupper", ["Kvinnor", "Män"])
        return first, second

    def said(self, what: str, report: str) -> str | None:
        """The assessment, trend or comment of a report."""
        value = self.data.get(what, {}).get(report)
        return None if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Facts:
    """All of facts.toml."""

    data: dict[str, Any]
    goals: tuple[Goal, ...]
    figures: tuple[Goal, ...]

    @property
    def boards(self) -> dict[str, str]:
        return dict(self.data["namnder"])

    @property
    def documents(self) -> list[dict[str, Any]]:
        return list(self.data["dokument"])

    @property
    def footer(self) -> str:
        return str(self.data["kommun"]["fot"])

    def of(self, table: str, key: str) -> dict[str, Any]:
        """The entry of an array of tables with this id."""
        return next(entry for entry in self.data[table] if entry["id"] == key)

    def goals_of(self, board: str) -> list[Goal]:
        return [goal for goal in self.goals if board in ("alla", goal.board)]

    def named(self, report: str, colour: str) -> list[Goal]:
        return [goal for goal in self.goals if goal.said("bedomning", report) == colour]


@cache
def facts() -> Facts:
    data = tomllib.loads((HOME / "facts.toml").read_text("utf-8"))
    return Facts(
        data,
        tuple(Goal(entry["id"], entry["namnd"], entry) for entry in data["mal"]),
        tuple(Goal(entry["id"], None, entry) for entry in data["nyckeltal"]),
    )


def title_of(document: dict[str, Any]) -> str:
    """The title as printed; it says that the municipality is made up."""
    return f"{document['titel']} – {facts().data['kommun']['namn']} (påhittad kommun)"
