"""A thing that the documents asked about call by another name."""

from __future__ import annotations

from plansvar.asking.query import Subject
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.renamed import renamed_in

MET = "Medarbetare som en brukare möter under 14 dagar"
KEPT = "Personalkontinuitet i hemtjänsten (antal)"


def _name(text: str, document: str) -> Name:
    return Name(
        text, Subject.INDICATORS, (f"{document}#1",), (), frozenset(), frozenset({document}),
        frozenset(),
    )  # fmt: skip


def test_a_thing_is_found_under_its_other_name() -> None:
    met, kept = _name(MET, "old.pdf"), _name(KEPT, "new.pdf")
    assert renamed_in(met, (met, kept), frozenset({"new.pdf"})) == kept


def test_a_name_that_the_documents_hold_stays() -> None:
    met, kept = _name(MET, "old.pdf"), _name(KEPT, "old.pdf")
    assert renamed_in(met, (met, kept), frozenset({"old.pdf"})) is None
    assert renamed_in(met, (met, kept), frozenset()) is None


def test_two_names_that_might_be_meant_are_not_guessed_between() -> None:
    met, kept = _name(MET, "old.pdf"), _name(KEPT, "new.pdf")
    other = _name("Personalkontinuitet, natt", "new.pdf")
    assert renamed_in(met, (met, kept, other), frozenset({"new.pdf"})) is None


def test_the_same_words_for_other_things_are_no_other_name() -> None:
    cost, hours = _name("Hemtjänst, kostnad", "old.pdf"), _name("Hemtjänsten, timmar", "new.pdf")
    assert renamed_in(cost, (cost, hours), frozenset({"new.pdf"})) is None
