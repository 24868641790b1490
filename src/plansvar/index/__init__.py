"""Rows ↔ SQLite: the only room that knows SQL and vector libraries."""
