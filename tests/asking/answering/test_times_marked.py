"""When something is done that a plan marks under its months."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import FakeEncoder
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

PLAN = """# Verksamhetsplan 2031

Storvik kommun

## Aktivitetsplan

| Aktivitet | Ansvarig | jan 2031 | feb 2031 | mar 2031 | apr 2031 |
|---|---|---|---|---|---|
| Bygga om simhallen | Fritidschefen | x |  |  | x |
| Enkät till gästerna | – |  | x |  |  |
"""


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("när ska simhallen byggas om?", "”jan 2031, apr 2031”", "feb"),
        ("när görs enkäten till gästerna?", "”feb 2031”", "jan"),
    ],
)
def test_the_marked_months_are_told_and_no_others(
    tmp_path: Path, question: str, told: str, untold: str
) -> None:
    library = read_reports(tmp_path, {"plan.md": PLAN})
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    assert told in found.text
    assert untold not in found.text
    quotes = " ".join(citation.quote for citation in found.citations)
    assert told.strip("”").split(",")[0] in quotes


def test_a_dash_answers_for_nothing(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"plan.md": PLAN})
    found, _ = answer(
        Question("vem ansvarar för enkäten till gästerna?"),
        Conversation(),
        library,
        FakeEncoder(),
    )
    assert "–" not in found.text
