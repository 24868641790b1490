"""Writes what a command has to say."""

from __future__ import annotations

import errno
import json
import sys
from pathlib import Path
from typing import Any

from plansvar.errors import ArgumentError
from plansvar.texts import text


def say(line: str = "") -> None:
    print(line)


def note(line: str) -> None:
    """A remark that does not belong to the output."""
    print(line, file=sys.stderr)


def print_json(value: Any, indent: int | None = 2) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=indent), flush=True)


def write(content: str | bytes, output: Path | None) -> None:
    """Write to a file, or to the screen where none is given."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        why = spoken(error)
        raise ArgumentError(text("cli.arguments.cannot_write", path=output, why=why)) from error


def spoken(error: OSError) -> str:
    """What the operating system complained of, in Swedish."""
    name = errno.errorcode.get(error.errno or 0, str(error.errno))
    try:
        return text(f"cli.system.{name}")
    except KeyError:
        return text("cli.system.other", name=name)
