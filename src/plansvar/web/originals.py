"""The indexed files themselves: found by content, so that no other file is ever served."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from plansvar.domain import Document
from plansvar.pipeline import digest_of


class Originals:
    """Looks for a document's file in the folders given and knows it by its digest."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._lock = threading.Lock()
        self._known: dict[str, Path] = {}

    def find(self, document: Document) -> Path | None:
        """The file that the index read; null where it has moved or changed."""
        with self._lock:
            known = self._known.get(document.digest)
            if known is not None and known.is_file():
                return known
            for path in self._candidates(document.path):
                if path.is_file() and digest_of(path) == document.digest:
                    self._known[document.digest] = path
                    return path
        return None

    def pictured(self, document: Document) -> bool:
        """Whether pages can be shown as pictures."""
        return document.format == "pdf" and self.find(document) is not None

    def _candidates(self, name: str) -> list[Path]:
        """`name` below each folder, with and without the folder's own name before it."""
        found = []
        for folder in self._folders:
            root = folder.resolve()
            for path in (root / name, root.parent / name):
                resolved = path.resolve()
                if root in resolved.parents:
                    found.append(resolved)
        return found
