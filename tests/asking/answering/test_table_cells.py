"""A value that only a table as printed tells: the line and the column are found by the words."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.table_cells import asks_for_cells, with_cells
from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.understanding import understand
from plansvar.domain import AnswerKind, Question

REPORT = """# Årsredovisning 2041 Granviks kommun

## Befolkning

| Folkmängd 31 december 2041 | Totalt | Kvinnor | Män |
| --- | --- | --- | --- |
| 0–19 år | 3 912 | 1 884 | 2 028 |
| 20–64 år | 9 731 | 4 690 | 5 041 |
| 80 år och äldre | 1 425 | 794 | 631 |

## Kommunala bolag

| Bolag | Omsättning, mnkr | Soliditet, % | Rekryterar senast |
| --- | --- | --- | --- |
| Granvikshem AB | 148,2 | 22,4 | 30 april |
| Granvik Energi AB | 91,0 | 37,8 | 31 maj |

## Känslighetsanalys

| Händelse | Effekt, mnkr per år |
| --- | --- |
| Löneökning med 1 procentenhet | 8,6 |
| 100 färre invånare | −6,2 |
"""
NONE = Draft(AnswerKind.NONE, (), abstained=True)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("granvik"), {"arsredovisning-2041.md": REPORT})


def told(library: MemoryLibrary, question: str) -> str:
    """What the tables tell where nothing else answers."""
    task = Task(understand(question, Conversation(), library, None), library)
    made = with_cells(task, NONE) if asks_for_cells(task) else NONE
    return " ".join(said.fact.text for said in made.said)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("hur många kvinnor är 80 år och äldre?", "”80 år och äldre”: 794 (Kvinnor)."),
        ("hur många män är 0-19 år 2041?", "”0–19 år”: 2 028 (Män)."),
        ("hur stor är omsättningen i Granvik Energi?", "91,0 mnkr (Omsättning, mnkr)"),
        ("hur hög är soliditeten i Granvikshem?", "22,4 % (Soliditet, %)"),
    ],
)
def test_the_line_and_the_column_are_told(library: MemoryLibrary, question: str, text: str) -> None:
    assert text in told(library, question)


@pytest.mark.parametrize(
    "question",
    [
        "hur många kvinnor är 65 år och äldre?",
        "hur många kvinnor är 80 år och äldre 2038?",
        "hur stor är omsättningen i Granviks Hamn?",
        "hur många anställda har Granvik Energi?",
        "hur hög är soliditeten i Granvik Energi i april?",
        "hur stor är den budgeterade vinsten i Granvik Energi?",
        "när rekryterar Granvikshem?",
        "vilket bolag levererar energin?",
    ],
)
def test_what_no_line_tells_whole_is_not_told(library: MemoryLibrary, question: str) -> None:
    assert told(library, question) == ""


def test_the_answer_is_proved_by_its_line(library: MemoryLibrary) -> None:
    question = Question("hur många kvinnor är 80 år och äldre?")
    given, _ = answer(question, Conversation(), library, None)
    assert "794" in given.text
    assert any("80 år och äldre" in c.quote and "Kvinnor" in c.quote for c in given.citations)


@pytest.mark.parametrize(
    "question", ["vad är effekten av 100 färre invånare?", "vad ger en krona högre omsättning?"]
)
def test_an_amount_that_is_given_asks_for_no_comparison(
    library: MemoryLibrary, question: str
) -> None:
    given, _ = answer(Question(question), Conversation(), library, None)
    assert " mot " not in given.text
