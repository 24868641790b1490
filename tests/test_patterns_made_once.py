"""A pattern is made once, not for each text: making one costs far more than looking with it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from plansvar.extraction.headings import parse_heading
from plansvar.language.vocabulary import holds_word
from plansvar.reading.file_names import municipality_in_name

FEW = 12  # plain patterns that are the same for all texts


@pytest.mark.parametrize("read", [parse_heading, municipality_in_name])
def test_what_was_read_before_needs_no_new_pattern(
    read: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ("Utfall 2031", "Mål för andelen kvinnor 2032", "delarsrapport_orebro_2031.pdf")
    for text in texts:
        read(text)
    made: list[str] = []
    compiled = re._compiler.compile  # type: ignore[attr-defined]
    monkeypatch.setattr(
        re._compiler,  # type: ignore[attr-defined]
        "compile",
        lambda pattern, flags=0: made.append(pattern) or compiled(pattern, flags),
    )
    re.purge()  # what the library itself keeps is run through by each larger document
    for text in texts:
        read(text)
    assert len(made) <= FEW


@pytest.mark.parametrize(
    ("text", "word", "held"),
    [
        ("andel kvinnor", "kvinnor", True),
        ("kvinnors andel", "kvinnor", False),
        ("mål (antal)", "mål", True),
        ("delmål", "mål", False),
        ("målet nås. mål", "mål", True),
        ("allt", "mål", False),
    ],
)
def test_a_word_is_no_piece_of_a_longer_one(text: str, word: str, held: bool) -> None:
    assert holds_word(text, word) is held


@pytest.mark.parametrize(
    ("file", "municipality"),
    [
        ("budget_orebro.pdf", "Örebro kommun"),
        ("orebros-plan.pdf", "Örebro kommun"),
        ("orebroarna.pdf", None),
        ("Habo/plan.pdf", "Habo kommun"),
    ],
)
def test_a_municipality_is_a_word_of_the_name(file: str, municipality: str | None) -> None:
    assert municipality_in_name(file) == municipality
