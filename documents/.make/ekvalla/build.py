"""Makes all documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ekvalla import drawn, laid_out, office, webpage
from ekvalla.facts import facts
from ekvalla.stated import add_what_text_says
from ekvalla.truth import Corpus, Truth

_MAKERS: dict[str, Callable[[dict[str, Any], Path], Truth]] = {
    "platypus": laid_out.make,
    "canvas": drawn.make,
    "word": office.make_word,
    "blad": office.make_sheet,
    "webb": webpage.make,
}


def build(folder: Path) -> Corpus:
    """Writes every document into `folder` and tells what is true of each."""
    folder.mkdir(parents=True, exist_ok=True)
    truths, files = {}, []
    for document in facts().documents:
        path = folder / document["fil"]
        truth = truths[path.name] = _MAKERS[document["slag"]](document, path)
        add_what_text_says(truth, document)
        files.append(path)
    return Corpus(tuple(files), truths)
