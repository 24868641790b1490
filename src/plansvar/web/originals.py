"""The indexed files themselves: found by content, so that no other file is ever served."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from plansvar.domain import Document
from plansvar.pipeline import digest_of

Locate = Callable[[str], Path | None]
Stamp = tuple[int, int]


class Originals:
    """Knows where a document's file lies and whether it is still what was read."""

    def __init__(self, locate: Locate) -> None:
        self._locate = locate
        self._lock = threading.Lock()
        self._checked: dict[tuple[Path, Stamp], str] = {}

    def find(self, document: Document) -> Path | None:
        """The very file that was read; null where it has moved or changed."""
        path = self._locate(document.path)
        if path is None or not path.is_file():
            return None
        return path if self._digest(path) == document.digest else None

    def _digest(self, path: Path) -> str:
        found = path.stat()
        key = (path, (found.st_mtime_ns, found.st_size))
        with self._lock:
            if key not in self._checked:
                self._checked[key] = digest_of(path)
            return self._checked[key]
