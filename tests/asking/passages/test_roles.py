"""Who does what to whom."""

import pytest

from plansvar.asking.passages.roles import has_roles


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("vem äger Norrhus?", "Kommunen äger Norrhus.", True),
        ("vem äger Norrhus?", "Norrhus äger 800 lägenheter.", False),
        ("vem äger Norrhus?", "Norrhus ägs av kommunen.", True),
        ("vem ansvarar för skolorna?", "För skolorna ansvarar skolnämnden.", True),
        ("vem är ordförande?", "Ordförande är Ada Berg.", True),
        ("who owns Norrhus?", "Kommunen äger Norrhus.", True),
    ],
)
def test_the_object_stays_behind_its_verb(question: str, text: str, expected: bool) -> None:
    assert has_roles(question, text) is expected
