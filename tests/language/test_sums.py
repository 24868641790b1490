"""Sums that a question spells out."""

import pytest

from plansvar.language.sums import given_sum


@pytest.mark.parametrize(
    ("text", "terms", "result"),
    [
        ("-12 070 + 14 120 - 1 030, blir det rätt?", (-12070, 14120, -1030), None),
        ("40+15+10, räcker det?", (40, 15, 10), None),
        ("0,4 lägre kostnader och 1,2 högre intäkter = 0,8", (0.4, 1.2), 0.8),
        ("om jag lägger ihop 40, 15 och 10 mnkr, blir det 70?", (40, 15, 10), 70),
        ("är 12 plus 8 minus 3 = 17", (12, 8, -3), 17),
    ],
)
def test_terms_have_their_signs_and_thousands(
    text: str, terms: tuple[float, ...], result: float | None
) -> None:
    found = given_sum(text)
    assert found is not None
    assert (found.terms, found.result) == (terms, result)


@pytest.mark.parametrize(
    "text",
    [
        "jämför 2027 och 2028",
        "2027-2029 hur gick det",
        "mellan 10 och 20 procent",
        "chefer med 10-30 anställda",
    ],
)
def test_years_and_ranges_are_no_sums(text: str) -> None:
    assert given_sum(text) is None
