"""What is reckoned at one time of the year is no answer for another."""

from __future__ import annotations

import pytest
from fakes import Draft, MemoryLibrary
from money_worlds import Table, with_tables

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import DocumentKind, Question

FORECAST = Table(
    "Driftsprognos",
    (("budget", "2041"), ("prognos", "2041")),
    (("Parknämnden", "-90 500", "-91 700"), ("Skolnämnden", "-310 400", "-309 900")),
    "tkr",
)


@pytest.fixture(scope="module")
def spring() -> MemoryLibrary:
    report = Draft(
        "april.txt",
        "Månadsuppföljning april 2041",
        "Granviks kommun",
        DocumentKind.MONTHLY,
        2041,
        period="april 2041",
    )
    return MemoryLibrary([with_tables(report, FORECAST).extraction()])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("vad är prognosen för parknämnden", True),
        ("vad är prognosen i april för parknämnden", True),
        ("vad säger prognosen per april för parknämnden", True),
        ("vad är prognosen i oktober för parknämnden", False),
        ("vad säger prognosen per augusti för parknämnden", False),
        ("prognos för skolnämnden efter augusti 2041", False),
    ],
)
def test_a_forecast_is_of_its_own_month(question: str, told: bool, spring: MemoryLibrary) -> None:
    made, _ = answer(Question(question), Conversation(), spring, None)
    assert made.abstained is not told, made.text


def _report(month: str, kind: DocumentKind, *columns: tuple[str, str], values: str) -> Draft:
    draft = Draft(f"{month}.txt", f"Rapport {month} 2041", "Granviks kommun", kind, 2041,
                  period=f"{month} 2041")  # fmt: skip
    table = Table("Driftsprognos", columns, (("Parknämnden", *values.split("|")),), "tkr")
    return with_tables(draft, table)


@pytest.mark.parametrize(
    ("turns", "held"),
    [
        (("vad är parknämndens prognos i april 2041",), "-91 700"),
        (("hur mycket back gick parknämnden i april 2041",), "-91 700"),
        (("parknämndens prognos 2041 i augusti", "vad var prognosen efter april"), "-91 700"),
    ],
)
def test_the_report_on_the_month_tells_what_was_reckoned_then(
    turns: tuple[str, ...], held: str
) -> None:
    columns = (("utfall", "jan-aug"), ("prognos", "2041"), ("avvikelse", "2041"))
    spring = _report(
        "tertial 1", DocumentKind("uppföljning"), *columns, values="-30 000|-91 700|-1 200"
    )
    autumn = _report("augusti", DocumentKind.INTERIM, *columns, values="-60 000|-92 900|-2 400")
    library = MemoryLibrary([spring.extraction(), autumn.extraction()])
    talk = Conversation()
    for turn in turns:
        made, talk = answer(Question(turn), talk, library, None)
    assert held in made.text, made.text
    assert "-92 900" not in made.text
