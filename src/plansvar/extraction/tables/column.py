"""A column of a table as understood."""

from __future__ import annotations

from dataclasses import dataclass

from plansvar.domain import Span
from plansvar.extraction.headings import Heading, Role


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what its heading says, what it holds, and the heading's characters."""

    index: int
    role: Role
    heading: Heading
    spans: tuple[Span, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.heading.text


def with_role(columns: tuple[Column, ...], *roles: Role) -> tuple[Column, ...]:
    return tuple(column for column in columns if column.role in roles)
