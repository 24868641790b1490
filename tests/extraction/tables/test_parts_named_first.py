"""A first column that says which part the values are of, beside what is measured."""

from __future__ import annotations

import pytest
from table_pictures import drawn

from plansvar.extraction import extract

PARTS = """
    Skola | Nyckeltal | Utfall 2030 | Utfall 2031
    Bergaskolan | Antal elever | 405 | 412
    Bergaskolan | Meritvärde | 221 | 218
    Eks skola | Antal elever | 95 | 91
    """
ONE_EACH = """
    Anläggning | Mått | Utfall 2030 | Utfall 2031
    Badhuset | Besök | 405 | 412
    Ishallen | Besök | 221 | 218
    """
CODES = """
    Kod | Nyckeltal | Utfall 2030 | Utfall 2031
    N1 | Antal elever | 405 | 412
    N2 | Meritvärde | 221 | 218
    """


@pytest.mark.parametrize(
    ("table", "labels"),
    [
        (PARTS, [("Bergaskolan",), ("Bergaskolan",), ("Eks skola",)]),
        (ONE_EACH, [("Badhuset",), ("Ishallen",)]),
        (CODES, [(), ()]),
    ],
)
def test_the_part_is_a_label_of_the_row(table: str, labels: list[tuple[str, ...]]) -> None:
    rows = extract(drawn(table)).indicators
    assert [tuple(label.text for label in row.also) for row in rows] == labels
