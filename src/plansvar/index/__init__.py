"""Rows ↔ SQLite: the only room that knows SQL and vector libraries."""

from plansvar.index.memory import build_in_memory
from plansvar.index.opening import open_index

__all__ = ["build_in_memory", "open_index"]
