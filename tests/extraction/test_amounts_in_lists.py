"""Amounts that stand in a row: each has its own year, and none the thing of another."""

from __future__ import annotations

from texts_as_documents import document_of

from plansvar.extraction.extract import extract


def test_each_amount_of_a_list_has_its_own_year_and_no_other_thing() -> None:
    text = """# Budget

Resultatet är 12,4 mnkr 2025, 15,8 mnkr 2026 och 19,5 mnkr 2027.

Av ökningen är 10,6 mnkr skattehöjningen, 9,4 mnkr fler timmar."""
    found = extract(document_of(text)).amounts
    assert [(a.raw, a.period) for a in found][:3] == [
        ("12,4 mnkr", "2025"),
        ("15,8 mnkr", "2026"),
        ("19,5 mnkr", "2027"),
    ]
    assert found[4].what.startswith("Av ökningen är")
    assert "fler timmar" in found[4].what


def test_amounts_with_nothing_between_are_of_nothing_that_is_told() -> None:
    text = "# Hundralappen\n\n45 kr 35 kr 9 kr 6 kr 5 kr Skola Omsorg Ledning Miljö Fritid"
    assert extract(document_of(text)).amounts == ()
