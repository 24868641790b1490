"""Which municipality a document is of."""

import pytest

from plansvar.asking.places import is_of_place
from plansvar.domain import Document


@pytest.mark.parametrize(
    ("own", "text", "asked", "expected"),
    [
        ("Norrvalla kommun", "", ("Norrvalla kommun",), True),
        ("Norrvalla kommun", "Samarbete med Söderby.", ("Söderby kommun",), False),
        (None, "Norrvalla betalar sin del.", ("Norrvalla kommun",), True),
        (None, "Ingen nämns.", ("Norrvalla kommun",), False),
        (None, "Ingen nämns.", (), True),
    ],
)
def test_a_document_of_no_municipality_is_of_those_it_names(
    own: str | None, text: str, asked: tuple[str, ...], expected: bool
) -> None:
    document = Document("a.txt", "0", "text", "Budget", text, (), (), (), (), municipality=own)
    assert is_of_place(document, asked) is expected
