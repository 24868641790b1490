"""What readers of tables in any format know of a cell."""

from __future__ import annotations

from typing import Protocol


class Placed(Protocol):
    """A cell with its place and its text."""

    @property
    def row(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def row_span(self) -> int: ...
    @property
    def column_span(self) -> int: ...
    @property
    def text(self) -> str: ...
