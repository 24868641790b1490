"""Bars, ticks, smileys, lamps and keys made by several producers, read from file to row."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.reading_mark_cases import cases, scored
from eval.reading_mark_making import MAKERS, Case

pytestmark = pytest.mark.slow

_SUFFIXES = {"drawn": "pdf", "placed-png": "pdf", "page-svg": "html", "word-cmyk": "docx"}
# So dark a green is taken for ink.
_OPEN = {"key-greens"}


@pytest.mark.parametrize("producer", _SUFFIXES)
@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_what_marks_show_is_read(case: Case, producer: str, tmp_path: Path) -> None:
    path = tmp_path / f"case.{_SUFFIXES[producer]}"
    MAKERS[producer.partition("-")[0]](case, path, producer)
    counts, faults = scored(case, path)
    assert not [what for what in counts if what.endswith("wrong")], faults
    assert case.name in _OPEN or not faults
