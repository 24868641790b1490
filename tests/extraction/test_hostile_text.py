"""Any text gives an extraction, and in reasonable time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts_as_documents import document_of

from plansvar.extraction import extract

pytestmark = pytest.mark.slow

PIECES = st.sampled_from(
    [
        "Utfall 2024", "Mål 2024", "Bedömning", "Nämndmål", "Åtagande:", "(KS, SN)", "12",
        "100",
        "-", "45 %", "tkr", "mnkr", "Gröna", "(a, b)", ":", ".", ",", "Kvinnor", "Män", "2024",
        "ska", "minst", "# Åtgärder\n", "\n", "- ", "Nyckeltal", "av", "är", "KLK", "\x00",
        "\u202e",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60))
def test_any_text(pieces: list[str]) -> None:
    document = document_of(" ".join(pieces))
    found = extract(document)
    for row in found.indicators:
        for o in row.observations:
            assert 0 <= o.cell.start < o.cell.end <= len(document.text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "Utfall 2024 Mål 2024 " + "100 " * 20_000,
        "# Uppdrag\n(A " + "b " * 30_000,
        "(" * 50_000,
        "Nyckeltal 2021 2022 2023 " + "Ord " * 20_000,
        "Röda, sex (" + "a, " * 20_000,
    ],
    ids=["word", "numbers", "bracket", "brackets", "words", "names"],
)
def test_long_texts_take_no_long_time(text: str) -> None:
    start = time.process_time()
    extract(document_of(text))
    assert time.process_time() - start < 20
