"""The index and the encoder that a command asks with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plansvar.cli.output import note
from plansvar.index import open_index
from plansvar.settings import Settings
from plansvar.texts import text

if TYPE_CHECKING:
    from plansvar.engines.protocol import Encoder
    from plansvar.index.sqlite_library import SqliteLibrary


def open_for_rows(settings: Settings) -> SqliteLibrary:
    """The index for commands that embed nothing: any model will do."""
    return open_index(settings.index)


def open_for_asking(settings: Settings) -> tuple[SqliteLibrary, Encoder | None]:
    """The index and its encoder; a line on stderr where there is none to use."""
    from plansvar.pipeline import load_engine

    library = open_index(settings.index)
    if library.meta.model is None:
        if settings.engine != "none":
            note(text("cli.ask.index_without_vectors"))
        return library, None
    engine = load_engine(settings)
    if engine.missing:
        note(text("cli.ask.without_weights", why=engine.missing))
    if engine.encoder is None:
        return library, None
    library.close()
    return open_index(settings.index, engine.encoder.name), engine.encoder
