"""Small documents for tests of the index, and an encoder that needs no model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

import numpy as np

from plansvar.domain import (
    Amount,
    Block,
    BlockKind,
    Chunk,
    Commitment,
    Document,
    Extraction,
    Gap,
    GapKind,
    Indicator,
    Observation,
    Page,
    Part,
    Place,
    Span,
)
from plansvar.engines.protocol import Vectors
from plansvar.language.folding import grams, words

TEXTS = (
    "Sjukfrånvaron ökade bland medarbetarna under hösten.",
    "Kommunens fordonsflotta kör alltmer på förnybara bränslen.",
    "Biblioteken höll öppet fler timmar än året före.",
    "Hemtjänsten fick inte fler timmar, utan färre.",
)


class GramEncoder:
    """Vectors from letter grams: alike words give alike vectors. Counts the texts it was given."""

    def __init__(self, name: str = "grams/1", dimension: int = 64) -> None:
        self.name = name
        self.dimension = dimension
        self.texts: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.texts.extend(texts)
        return np.stack([self._vector(text) for text in texts])

    def encode_query(self, text: str) -> Vectors:
        return self._vector(text)

    def _vector(self, text: str) -> Vectors:
        vector = np.full(self.dimension, 1e-3, dtype=np.float32)
        for word in words(text):
            for gram in grams(word):
                vector[sha256(gram.encode()).digest()[0] % self.dimension] += 1.0
        return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


def extraction(path: str = "a.txt", texts: Sequence[str] = TEXTS, digest: str = "d") -> Extraction:
    """A document of one page with a passage for each of `texts` and one row of each kind."""
    whole = "\n".join(texts)
    spans = _spans(texts)
    place = Place(path, 1, 1, "1", ("Läget",), "Kontoret")
    document = Document(
        path=path,
        digest=digest,
        format="text",
        title=f"Rapport {path}",
        text=whole,
        pages=(Page(1, Span(0, len(whole)), 1, "1"),),
        parts=(Part(None, Span(0, len(whole))),),
        sections=(),
        blocks=tuple(Block(BlockKind.PARAGRAPH, span, 1) for span in spans),
        gaps=(Gap(GapKind.SCAN, "Sidan är en bild.", 1),),
    )
    chunks = tuple(
        Chunk(f"{path}#c{n}", place, "Läget", text, span)
        for n, (text, span) in enumerate(zip(texts, spans, strict=True))
    )
    return Extraction(
        document=document,
        indicators=(indicator(path, place),),
        commitments=(
            Commitment(f"{path}#u1", place, "Öppna ett nytt bibliotek", spans[0], "åtagande"),
        ),
        amounts=(
            Amount(f"{path}#b1", place, "Hemtjänst", spans[0], "41,6 mnkr", 41.6, "mnkr", spans[0]),
        ),
        chunks=chunks,
        gaps=(Gap(GapKind.UNFIT_ROW, "En rad passar inte kolumnerna."),),
    )


def indicator(path: str, place: Place) -> Indicator:
    value = Observation("utfall", "2018", "totalt", "3,3 %", 3.3, "%", Span(0, 5))
    missing = replace(value, measure="mål", raw="-", value=None)
    return Indicator(f"{path}#i1", place, "Sjukfrånvaro", Span(0, 5), "nyckeltal", (value, missing))


def _spans(texts: Sequence[str]) -> list[Span]:
    spans, start = [], 0
    for text in texts:
        spans.append(Span(start, start + len(text)))
        start += len(text) + 1
    return spans
