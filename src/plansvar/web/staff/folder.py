"""The folder of documents that staff add to and remove from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from plansvar.errors import ArgumentError
from plansvar.reading.sources import FORMATS, SourceFile, discover
from plansvar.texts import text

PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Folder:
    """No name leads out of the folder, and nothing there is written over."""

    path: Path

    def names(self) -> tuple[str, ...]:
        """The files that can be read, by their path in the folder."""
        if not self.path.is_dir():
            return ()
        return tuple(e.name for e in discover([self.path]) if isinstance(e, SourceFile))

    def add(self, name: str, content: BinaryIO) -> str:
        """Save a file; its name. Raises ArgumentError with what is wrong with it."""
        plain = PurePosixPath(name.replace("\\", "/")).name.strip()
        known = ", ".join(sorted(suffix.removeprefix(".") for suffix in FORMATS))
        if not plain or plain.startswith((".", "~$")) or not plain.isprintable():
            raise ArgumentError(text("staff.no_name"))
        if Path(plain).suffix.lower() not in FORMATS:
            raise ArgumentError(text("staff.unknown_format", name=plain, known=known))
        target = self.path / plain
        self.path.mkdir(parents=True, exist_ok=True)
        try:
            with target.open("xb") as file:
                while piece := content.read(PIECE):
                    file.write(piece)
        except FileExistsError as error:
            raise ArgumentError(text("staff.exists", name=plain)) from error
        except OSError as error:
            target.unlink(missing_ok=True)
            raise ArgumentError(text("staff.cannot_write", name=plain)) from error
        return plain

    def remove(self, name: str) -> None:
        """Remove a file that `names` lists. Raises ArgumentError for any other."""
        if name not in self.names():
            raise ArgumentError(text("staff.unknown_file", name=name))
        try:
            (self.path / name).unlink()
        except OSError as error:
            raise ArgumentError(text("staff.cannot_remove", name=name)) from error
