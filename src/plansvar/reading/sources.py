"""Which files there are to read, and which are passed over and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plansvar.texts import text

FORMATS = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".pptx": "pptx",
    ".odt": "odt",
    ".ods": "ods",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read. `name` is its path relative to the folder given, with `/`."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that is not in the index, and why, in Swedish."""

    name: str
    reason: str


def discover(paths: Iterable[Path]) -> tuple[SourceFile | SkippedFile, ...]:
    """The files that `paths` hold, each once, in the order given and sorted within folders."""
    found: list[tuple[str, SourceFile | SkippedFile]] = []
    seen: set[Path] = set()
    for path in paths:
        for entry in _under(path):
            real = entry.path.resolve() if isinstance(entry, SourceFile) else None
            if real is None or real not in seen:
                found.append((_folder_name(path), entry))
            if real is not None:
                seen.add(real)
    return _with_unique_names(found)


def _under(path: Path) -> Iterator[SourceFile | SkippedFile]:
    if path.is_dir():
        for file in sorted(path.rglob("*"), key=lambda file: file.relative_to(path).as_posix()):
            name = file.relative_to(path)
            if file.is_file() and not any(part.startswith((".", "~$")) for part in name.parts):
                yield _judged(file, name.as_posix())
    elif path.is_file():
        yield _judged(path, path.name)
    else:
        yield SkippedFile(path.as_posix(), text("reading.skipped.missing"))


def _judged(path: Path, name: str) -> SourceFile | SkippedFile:
    suffix = path.suffix.lower()
    if suffix in FORMATS:
        return SourceFile(path, name)
    known = ", ".join(sorted(suffix.removeprefix(".") for suffix in FORMATS))
    key = "unsupported" if suffix else "no_suffix"
    return SkippedFile(name, text(f"reading.skipped.{key}", suffix=suffix, known=known))


def _folder_name(path: Path) -> str:
    resolved = path.resolve()
    return resolved.name if path.is_dir() else resolved.parent.name


def _with_unique_names(
    found: list[tuple[str, SourceFile | SkippedFile]],
) -> tuple[SourceFile | SkippedFile, ...]:
    """Names that collide get their folder's name before them, and a number if need be."""
    counts = Counter(entry.name for _, entry in found if isinstance(entry, SourceFile))
    taken: set[str] = set()
    entries: list[SourceFile | SkippedFile] = []
    for folder, entry in found:
        if isinstance(entry, SourceFile):
            name = f"{folder}/{entry.name}" if counts[entry.name] > 1 else entry.name
            entry = SourceFile(entry.path, _free(name, taken))
            taken.add(entry.name)
        entries.append(entry)
    return tuple(entries)


def _free(name: str, taken: set[str]) -> str:
    number = 2
    free = name
    while free in taken:
        folder, _, rest = name.partition("/")
        free = f"{folder}-{number}/{rest}" if rest else f"{number}/{name}"
        number += 1
    return free
