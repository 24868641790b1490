"""Quotes: verbatim parts in document order, cut where a page ends."""

from __future__ import annotations

import pytest

from plansvar.asking.evidence.quotes import parts, plain, quote
from plansvar.domain import BlockKind, Document, Span
from plansvar.reading.building import Builder, PageDraft, Piece


def document(*pages: str) -> Document:
    builder = Builder([PageDraft(n, n, str(n)) for n in range(1, len(pages) + 1)])
    pieces = [Piece(text, n) for n, text in enumerate(pages, 1)]
    builder.add(BlockKind.PARAGRAPH, pieces)
    made = builder.finish()
    return Document(
        "a.txt", "0", "txt", "A", made.text, made.pages, made.parts, made.sections, made.blocks
    )


def span(text: Document, words: str) -> Span:
    start = text.text.index(words)
    return Span(start, start + len(words))


def test_parts_stand_in_document_order_whatever_order_they_are_given_in() -> None:
    made = document("Antal elever 2018 Utfall 2019 igen 7 412")
    given = [span(made, "412"), span(made, "Antal elever"), span(made, "Utfall 2019")]
    assert quote(made, given) == "Antal elever … Utfall 2019 … 412"


def test_neighbours_read_as_one_run_but_figures_never_run_together() -> None:
    made = document("Antal elever Utfall 2019 412 385")
    given = [span(made, w) for w in ("Antal elever", "Utfall 2019", "412", "385")]
    assert parts(made, given) == ("Antal elever Utfall 2019", "412", "385")


def test_a_span_over_a_page_break_becomes_two_parts() -> None:
    made = document("Andelen nöjda ska", "öka 12 %")
    assert parts(made, [Span(0, len(made.text) - 1)]) == ("Andelen nöjda ska", "öka 12 %")


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            "Resultatet för helåret är 6,5 miljoner kronor.",
            ["Resultatet för helåret", "6,5 miljoner kronor"],
            "Resultatet för helåret är 6,5 miljoner kronor",
        ),
        ("Vi köper ett höjdfordon 2027 (10 000 tkr).", ["höjdfordon 2027", "10 000 tkr"], None),
        (
            "Resultatet blev bra. Vi sparade 6,5 miljoner kronor.",
            ["Resultatet", "6,5 miljoner"],
            "Resultatet … 6,5 miljoner",
        ),
        ("Resultatet blev 4,1 mot 6,5 i fjol", ["Resultatet", "6,5"], "Resultatet … 6,5"),
        ("Nämnd\nUtfall\n6,5", ["Nämnd", "6,5"], "Nämnd … 6,5"),
    ],
)
def test_the_few_words_between_two_parts_of_a_sentence_are_quoted_with_them(
    text: str, said: list[str], expected: str | None
) -> None:
    made = document(text)
    whole = "höjdfordon 2027 (10 000 tkr"
    assert quote(made, [span(made, words) for words in said]) == (expected or whole)


def test_overlapping_spans_are_said_once() -> None:
    made = document("Andelen nöjda ska öka")
    assert quote(made, [span(made, "Andelen nöjda"), span(made, "nöjda ska")]) == (
        "Andelen nöjda ska"
    )


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("verksam-\nheten växer", "verksamheten växer"),
        ("HR-\nenheten", "HR- enheten"),
        ("a \n b\t c", "a b c"),
    ],
)
def test_white_space_and_line_end_hyphens_are_normalised(raw: str, expected: str) -> None:
    assert plain(raw) == expected
