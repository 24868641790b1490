"""Undertakings by the person who answers for them and by where they stand; kinds of goals that no
table has; a document known by its own one word."""

from __future__ import annotations

import pytest
from fakes import Draft, MemoryLibrary

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.understanding.roles import people_in
from plansvar.asking.understanding.understanding import understand
from plansvar.domain import DocumentKind

BOSS = "Kostchef Lotta Berg"


@pytest.fixture(scope="module")
def library() -> MemoryLibrary:
    plan = Draft("avfall.txt", "Avfallsplan 2041", "Granviks kommun", DocumentKind.PLAN, 2041)
    plan.heading("Att göra")
    plan.text("Bygga en sorteringsgård Tekniska nämnden", f"Mäta matsvinnet {BOSS}").done()
    plan.commitment("Bygga en sorteringsgård", ("Tekniska nämnden",))
    plan.commitment("Mäta matsvinnet", (BOSS,))
    kind = DocumentKind.ANNUAL
    report = Draft("ar.txt", "Årsredovisning 2041", "Granviks kommun", kind, 2041)
    report.heading("Mål").text("Resultatet redovisas per verksamhet.").done()
    return MemoryLibrary([plan.extraction(), report.extraction()])


def _asked(question: str, library: MemoryLibrary) -> Query:
    return understand(question, Conversation(), library, None)


@pytest.mark.parametrize(
    "question",
    [
        "Vilka åtgärder ansvarar tekniska nämnden för?",
        "Vilka åtgärder har tekniska nämnden ansvar för i avfallsplanen?",
        "Vilka åtgärder är tekniska nämnden ansvarig för enligt avfallsplanen?",
    ],
)
def test_what_a_unit_answers_for_is_its_undertakings(question: str, library: MemoryLibrary) -> None:
    query = _asked(question, library)
    assert query.subject is Subject.COMMITMENTS
    assert query.conditions.responsible == ("Tekniska nämnden",)
    assert query.scope.documents == (("avfall.txt",) if "avfall" in question else ())
    assert not query.not_understood


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Vilka åtgärder finns i avfallsplanen?", Subject.COMMITMENTS),
        ("Vilka åtgärder finns för att få ner sjukfrånvaron?", Subject.PASSAGES),
    ],
)
def test_measures_in_a_plan_are_its_undertakings(
    question: str, subject: Subject, library: MemoryLibrary
) -> None:
    assert _asked(question, library).subject is subject


def test_a_surname_that_is_a_town_is_a_person(library: MemoryLibrary) -> None:
    query = _asked("Vilka åtaganden har Lotta Berg i planen?", library)
    assert (query.decline, query.operation) == (None, Operation.LIST)
    assert query.conditions.responsible == (BOSS,)


def test_the_town_itself_is_still_another_place(library: MemoryLibrary) -> None:
    assert _asked("Vilka åtaganden har Bergs kommun i planen?", library).decline is not None


@pytest.mark.parametrize(
    ("answering", "named"),
    [
        (BOSS, [("lotta", "berg")]),
        ("Verksamhetschef IFO", []),
        ("Enhetschef hemtjänst Norrby", []),
        ("Lotta Berg", []),
        ("Tekniska nämnden", []),
    ],
)
def test_people_behind_titles(answering: str, named: list[tuple[str, ...]]) -> None:
    assert list(people_in(answering)) == named


@pytest.mark.parametrize("word", ["i avfallsplanen", "enligt avfallsplanen", "ur avfallsplan"])
def test_a_document_is_known_by_its_only_word(word: str, library: MemoryLibrary) -> None:
    assert _asked(f"Vilka uppdrag står {word}?", library).scope.documents == ("avfall.txt",)


def test_goals_of_the_activities_are_goals(library: MemoryLibrary) -> None:
    query = _asked("Vilka verksamhetsmål är uppfyllda?", library)
    assert (query.subject, query.links) == (Subject.INDICATORS, ())
