"""Reports in Markdown, read and extracted as the program does."""

from __future__ import annotations

from pathlib import Path

from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

KEPT = 16  # libraries that are kept, as each test of a module is put to the same texts
_LIBRARIES: dict[tuple[tuple[str, str], ...], MemoryLibrary] = {}


def read_reports(folder: Path, texts: dict[str, str]) -> MemoryLibrary:
    """A library of these texts by their file names, read once; of all that the folder holds."""
    if any(folder.iterdir()):
        return _read(folder, texts)
    key = tuple(texts.items())
    if key not in _LIBRARIES:
        if len(_LIBRARIES) >= KEPT:
            _LIBRARIES.clear()
        _LIBRARIES[key] = _read(folder, texts)
    return _LIBRARIES[key]


def _read(folder: Path, texts: dict[str, str]) -> MemoryLibrary:
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


def asked(library: MemoryLibrary, *turns: str) -> Answer:
    """The answer to the last of some questions of one talk."""
    talk, given = Conversation(), None
    for turn in turns:
        given, talk = answer(Question(turn), talk, library, FakeEncoder())
    assert given is not None
    return given
