"""A table is explained by the key above it, not by the key of the table after it."""

from __future__ import annotations

from dataclasses import replace

from texts_as_documents import document_of

from plansvar.domain import Colour, Document, Mark, MarkSource, Span, Swatch, Table
from plansvar.extraction.tables.legend_finding import read_legend

GREEN = Mark(MarkSource.SYMBOL, Colour.GREEN, raw="●")
RED = Mark(MarkSource.SYMBOL, Colour.RED, raw="●")
TEXT = """Uppföljning
vi når värdet
vi når det inte
Elever som trivs
Nöjda med maten
följer planen
försenat
Bygglov i tid
"""


def test_each_table_has_the_key_above_it() -> None:
    document = document_of(TEXT)
    document = replace(
        document,
        keys=(
            (_swatch(document, GREEN, "vi når värdet"), _swatch(document, RED, "vi når det inte")),
            (_swatch(document, GREEN, "följer planen"), _swatch(document, RED, "försenat")),
        ),
    )
    assert _meaning(document, "Elever som trivs") == "vi når värdet"
    assert _meaning(document, "Nöjda med maten") == "vi når värdet"
    assert _meaning(document, "Bygglov i tid") == "följer planen"


def test_a_key_after_the_table_serves_where_none_is_above() -> None:
    document = document_of(TEXT)
    later = (_swatch(document, GREEN, "följer planen"), _swatch(document, RED, "försenat"))
    assert _meaning(replace(document, keys=(later,)), "Elever som trivs") == "följer planen"


def _meaning(document: Document, row: str) -> str | None:
    meaning = read_legend(document, Table((), 0, _span(document, row))).of(GREEN)
    return meaning.text if meaning else None


def _swatch(document: Document, mark: Mark, said: str) -> Swatch:
    return Swatch(mark, _span(document, said))


def _span(document: Document, text: str) -> Span:
    start = document.text.index(text)
    return Span(start, start + len(text))
