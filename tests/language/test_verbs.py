"""Forms of general verbs are made from four principal parts."""

import pytest

from plansvar.language.verbs import forms_of, general_verbs


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("räkna räknar räknade räknat", {"räknas", "räknades", "räknats", "räknad", "räknande"}),
        ("skriva skriver skrev skrivit", {"skrivs", "skrevs", "skriven", "skrivna", "skrivande"}),
        ("förvänta förväntar förväntade förväntat", {"förväntas", "förväntades", "förväntad"}),
        ("nå når nådde nått", {"nås", "nåddes", "nådd", "nådda"}),
    ],
)
def test_forms_hold_passives_and_participles(entry: str, expected: set[str]) -> None:
    assert expected <= set(forms_of(entry.split()))


def test_verbs_of_the_matter_are_not_general() -> None:
    assert not {"byggs", "stängs", "vann", "röstade", "saknas"} & general_verbs()


@pytest.mark.parametrize("form", ["kapas", "kapats", "halverades", "skenar", "löser", "spräckt"])
def test_verbs_of_change_and_judgement_are_general(form: str) -> None:
    assert form in general_verbs()


@pytest.mark.parametrize("form", ["röstade", "mobbas", "överklagats", "simmar", "klagat"])
def test_verbs_that_a_question_is_about_are_not(form: str) -> None:
    assert form not in general_verbs()
