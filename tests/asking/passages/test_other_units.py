"""A sentence about another unit than the one asked for is no answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from plansvar.asking.conversation import Conversation
from plansvar.domain import Question
from plansvar.index.library import Library
from plansvar.index.opening import open_index
from plansvar.pipeline import answer_question, build_index
from plansvar.settings import Settings

REPORT = """# Delårsrapport 2 2031 Granviks kommun

| Nämnd (tkr) | Budget 2031 | Prognos 2031 | Avvikelse 2031 |
| --- | --- | --- | --- |
| Socialnämnden | -405 800 | -411 200 | -5 400 |
| Kulturnämnden | -54 100 | -54 400 | -300 |

## Ekonomin i korthet

Kulturnämnden räknar med ett underskott till följd av högre elpriser i simhallen.

## Socialnämnden

Underskottet beror på att många platser har köpts av andra kommuner.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("granvik")
    (folder / "a.md").write_text(REPORT, "utf-8")
    build_index([folder / "a.md"], folder / "index", Settings(engine="none"))
    return open_index(folder / "index", None)


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("varför går socialnämnden back?", "köpts av andra", "elpriser"),
        ("vad beror kulturnämndens underskott på?", "elpriser", "köpts av andra"),
    ],
)
def test_causes_are_of_the_unit_asked_for(
    report: Library, asked: str, told: str, other: str
) -> None:
    answer, _ = answer_question(Question(asked), report, None, Conversation())
    assert told in answer.text
    assert other not in answer.text
