"""Questions from a file: one JSON object a line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plansvar.cli.output import spoken
from plansvar.errors import ArgumentError
from plansvar.texts import text


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A question; `id` is given back as it came."""

    number: int
    id: Any
    question: str
    conversation: str | None


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that holds no question, and why."""

    number: int
    id: Any
    error: str


def read_lines(path: Path) -> tuple[BatchLine | BrokenLine, ...]:
    """The lines of a file in order, empty ones left out."""
    try:
        content = path.read_bytes()
    except OSError as error:
        why = spoken(error)
        raise ArgumentError(text("cli.arguments.cannot_read", path=path, why=why)) from error
    lines = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    return tuple(_line(number, raw) for number, raw in enumerate(lines, 1) if raw.strip())


def _line(number: int, raw: bytes) -> BatchLine | BrokenLine:
    try:
        value = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        return BrokenLine(number, None, text("cli.batch.not_json"))
    if not isinstance(value, dict):
        return BrokenLine(number, None, text("cli.batch.not_object"))
    question, conversation = value.get("question"), value.get("conversation")
    if not isinstance(question, str):
        return BrokenLine(number, value.get("id"), text("cli.batch.no_question"))
    if conversation is not None and not isinstance(conversation, str):
        return BrokenLine(number, value.get("id"), text("cli.batch.conversation"))
    return BatchLine(number, value.get("id"), question, conversation)
