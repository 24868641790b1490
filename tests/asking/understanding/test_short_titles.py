"""Documents by what people call them, and denials that are no limits."""

from __future__ import annotations

import pytest
from fakes import Draft, MemoryLibrary

from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.understanding import understand
from plansvar.domain import DocumentKind


@pytest.fixture(scope="module")
def library() -> MemoryLibrary:
    made = [
        ("sbn_plan_2041.txt", "Verksamhetsplan 2041", DocumentKind.PLAN),
        ("delar_2041.txt", "Tertialrapport 1, 2041", DocumentKind.INTERIM),
        ("delar_2_2041.txt", "Delårsrapport augusti 2041", DocumentKind.INTERIM),
        ("ks_protokoll_2041.txt", "ks protokoll 2041", DocumentKind.OTHER),
    ]
    drafts = [Draft(path, title, "Granviks kommun", kind, 2041) for path, title, kind in made]
    for draft in drafts:
        draft.heading("Inledning")
        draft.text("Granvik är en kommun.")
        draft.done()
    return MemoryLibrary([draft.extraction() for draft in drafts])


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("vad är rött i granvikrapporten", ["delar_2041.txt", "delar_2_2041.txt"]),
        ("vad är rött i tertialrapporten", ["delar_2041.txt"]),
        ("vilka uppdrag är klara i protokollet", ["ks_protokoll_2041.txt"]),
        ("vilka uppdrag är klara i ks-protokollet", ["ks_protokoll_2041.txt"]),
    ],
)
def test_documents_are_known_by_short_names(
    question: str, documents: list[str], library: MemoryLibrary
) -> None:
    query = understand(question, Conversation(), library, None)
    assert sorted(query.scope.documents) == documents, query


def test_a_denial_before_a_year_is_no_limit(library: MemoryLibrary) -> None:
    query = understand("vilka mål nåddes inte under 2041", Conversation(), library, None)
    assert query.conditions.thresholds == ()
    assert query.conditions.target_state == "missed"
