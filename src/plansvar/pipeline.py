"""The two ways through the program: files → index, and question → answer."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from plansvar.domain import Answer, BlockKind, Document, DraftReport, Extraction, Question
from plansvar.errors import ArgumentError, MissingWeights
from plansvar.interchange.codec import clean
from plansvar.settings import Settings
from plansvar.texts import text

if TYPE_CHECKING:
    from plansvar.asking.conversation import Conversation
    from plansvar.engines.protocol import Encoder
    from plansvar.index.building import IndexBuilder
    from plansvar.index.library import Library
    from plansvar.index.sqlite_library import SqliteLibrary
    from plansvar.reading.sources import SkippedFile, SourceFile


LONGEST_DRAFT = 100_000  # characters of a text that is checked


class Progress(Protocol):
    """Hears how far the work has come. Stages are "reading" (files) and "embedding" (texts)."""

    def begin(self, stage: str, total: int) -> None: ...

    def step(self, count: int = 1) -> None: ...


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What became of an indexing. `documents` counts what the index holds now, `read` what was
    read anew; `without_vectors` says why there are none, where there are none."""

    documents: int
    read: int
    skipped: tuple[SkippedFile, ...]
    without_vectors: str | None
    changed: bool
    counts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """An encoder, or why there is none (both null where the settings want none)."""

    encoder: Encoder | None
    missing: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """An index and the encoder to ask it with; `warning` says why there is none, where one was
    wanted."""

    library: SqliteLibrary
    encoder: Encoder | None = None
    warning: str | None = None


def build_index(
    paths: Sequence[Path],
    index_folder: Path,
    settings: Settings,
    progress: Progress | None = None,
    may_be_empty: bool = False,
) -> BuildReport:
    """Build or update the index of all files that `paths` hold.

    Where they hold none that can be read the old index stays, unless it `may_be_empty`."""
    from plansvar.engines.ocr import wants_ocr
    from plansvar.index.building import building
    from plansvar.reading.sources import SkippedFile, SourceFile, discover

    wants_ocr(settings)
    entries = discover(paths)
    sources = [entry for entry in entries if isinstance(entry, SourceFile)]
    skipped = [entry for entry in entries if isinstance(entry, SkippedFile)]
    with building(index_folder) as builder:
        digests = {source.name: digest_of(source.path) for source in sources}
        by = reader(settings.ocr)
        changed = [s for s in sources if not builder.earlier.holds(s.name, digests[s.name], by)]
        fresh = list(_extractions(changed, settings, skipped, progress or Silent()))
        engine = load_engine(settings)
        kept = [s for s in sources if s not in changed]
        anything = bool(kept or fresh or may_be_empty)
        if not anything or not _is_news(builder, kept, fresh, skipped, engine):
            return _report(len(kept), 0, skipped, engine, changed=False)
        order = [source.name for source in sources]
        extractions = _in_order(order, fresh, _earlier(builder, kept, digests))
        _write(builder, extractions, skipped, engine, progress or Silent(), _locations(sources), by)
        return _report(len(extractions), len(fresh), skipped, engine, True, extractions)


def answer_question(
    question: Question, library: Library, encoder: Encoder | None, conversation: Conversation
) -> tuple[Answer, Conversation]:
    """Answer a question in the light of the conversation so far."""
    from plansvar.asking.ask import answer

    started = time.perf_counter()
    given, carried_on = answer(question, conversation, library, encoder)
    elapsed = (time.perf_counter() - started) * 1000
    return replace(given, id=question.id, elapsed_ms=elapsed), carried_on


def open_for_asking(settings: Settings) -> Opened:
    """The index of the settings and the encoder that fits it.

    Raises UnusableIndex when there is no index, or one made by another version or model."""
    from plansvar.index import open_index

    library = open_index(settings.index)
    if library.meta.model is None:
        wanted = settings.engine != "none"
        return Opened(library, None, text("index.without_vectors") if wanted else None)
    engine = load_engine(settings)
    if engine.encoder is None:
        why = text("index.without_weights", why=engine.missing) if engine.missing else None
        return Opened(library, None, why)
    library.close()
    return Opened(open_index(settings.index, engine.encoder.name), engine.encoder)


def check_draft(
    path: Path, library: Library, encoder: Encoder | None, settings: Settings
) -> DraftReport:
    """A draft text against the documents, claim by claim. Raises ReadingError, and ArgumentError
    where the text is longer than anyone reads out."""
    from plansvar.asking.claims import judge_draft
    from plansvar.reading.isolation import read_isolated
    from plansvar.reading.sources import SourceFile

    draft = read_isolated(SourceFile(path, path.name), settings)
    if len(draft.text) > LONGEST_DRAFT:
        line = text("cli.check.too_long", count=len(draft.text), most=LONGEST_DRAFT)
        raise ArgumentError(line)
    return judge_draft(sentences_of(draft), library, encoder)


def sentences_of(document: Document) -> list[str]:
    """The sentences of a document's text and headings, tables aside."""
    from plansvar.language.sentences import sentences

    return [
        document.quote(span)
        for block in document.blocks
        if block.kind is not BlockKind.TABLE
        for span in sentences(document.text, block.span)
    ]


def load_engine(settings: Settings) -> Engine:
    """The encoder in force; without weights none, and why."""
    from plansvar.engines.loading import load_encoder

    try:
        return Engine(load_encoder(settings))
    except MissingWeights as error:
        return Engine(None, str(error))


def digest_of(path: Path) -> str:
    """The SHA-256 of a file in hex; empty where it cannot be read (reading it will say why)."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


@cache
def reader(ocr: str = "off") -> str:
    """Identifies what reads and extracts, code and data and whether pictures are read: when it
    changes, all is read again."""
    root = Path(__file__).parent
    files: list[Path] = []
    for room in ("domain", "reading", "extraction", "language"):
        files += sorted(p for p in (root / room).rglob("*") if p.suffix in (".py", ".toml"))
    found = hashlib.sha256(b"" if ocr == "off" else ocr.encode())
    for file in files:
        found.update(file.relative_to(root).as_posix().encode())
        found.update(file.read_bytes())
    return found.hexdigest()[:16]


class Silent:
    """Progress that nobody watches."""

    def begin(self, stage: str, total: int) -> None:
        return

    def step(self, count: int = 1) -> None:
        return


def _extractions(
    sources: Sequence[SourceFile],
    settings: Settings,
    skipped: list[SkippedFile],
    progress: Progress,
) -> Iterator[Extraction]:
    """What the files hold; those that cannot be read are added to `skipped`."""
    if not sources:
        return
    from plansvar.extraction import extract
    from plansvar.reading.isolation import read_many
    from plansvar.reading.sources import SkippedFile

    progress.begin("reading", len(sources))
    for result in read_many(sources, settings, lambda _: progress.step()):
        if not isinstance(result, Document):
            skipped.append(result)
            continue
        try:
            yield extract(result)
        except Exception as error:
            # A document of a shape that nobody foresaw must not cost the others their place.
            why = text("index.not_understood", kind=type(error).__name__)
            skipped.append(SkippedFile(result.path, why))


def _is_news(
    builder: IndexBuilder,
    kept: Sequence[SourceFile],
    fresh: Sequence[Extraction],
    skipped: Sequence[SkippedFile],
    engine: Engine,
) -> bool:
    """Whether the index on disk differs from what would be written."""
    meta = builder.earlier.meta
    if fresh or meta is None:
        return True
    same_files = list(builder.earlier.documents) == list(_locations(kept).items())
    same_skipped = builder.earlier.skipped == _named(skipped)
    wants = engine.encoder.name if engine.encoder else None
    # Without weights today, an index that has vectors is better kept than made poorer.
    same_model = meta.model == wants or engine.missing is not None
    return not (same_files and same_skipped and same_model)


def _earlier(
    builder: IndexBuilder, kept: Sequence[SourceFile], digests: dict[str, str]
) -> list[Extraction]:
    return [builder.earlier.extraction(source.name, digests[source.name]) for source in kept]


def _in_order(order: Sequence[str], *groups: Iterable[Extraction]) -> list[Extraction]:
    found = [extraction for group in groups for extraction in group]
    return sorted(found, key=lambda extraction: order.index(extraction.document.path))


def _locations(sources: Iterable[SourceFile]) -> dict[str, str]:
    return {source.name: str(source.path.resolve()) for source in sources}


def _write(
    builder: IndexBuilder,
    extractions: Sequence[Extraction],
    skipped: Sequence[SkippedFile],
    engine: Engine,
    progress: Progress,
    locations: Mapping[str, str],
    by: str,
) -> None:
    if engine.encoder is not None:
        texts = sum(
            len(e.chunks) + len(e.indicators) + len(e.commitments) + len(e.amounts)
            for e in extractions
        )
        progress.begin("embedding", texts)
    builder.write(extractions, engine.encoder, by, progress.step, locations, _named(skipped))


def _named(skipped: Iterable[SkippedFile]) -> tuple[tuple[str, str], ...]:
    return tuple((clean(file.name), clean(file.reason)) for file in skipped)


def _report(
    documents: int,
    read: int,
    skipped: Sequence[SkippedFile],
    engine: Engine,
    changed: bool,
    extractions: Sequence[Extraction] = (),
) -> BuildReport:
    counted = ("indicators", "commitments", "amounts", "chunks")
    counts = tuple((name, sum(len(getattr(e, name)) for e in extractions)) for name in counted)
    return BuildReport(documents, read, tuple(skipped), engine.missing, changed, counts)
