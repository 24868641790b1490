"""Values of a row in running text, split by their columns."""

from __future__ import annotations

import pytest

from plansvar.extraction.values import read_values


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        ("83 0 71 En enkät", 3, [("83", 83.0), ("0", 0.0), ("71", 71.0)]),
        ("30% 23% 87% Idag", 3, [("30%", 30.0), ("23%", 23.0), ("87%", 87.0)]),
        ("- - 12% Nu", 3, [("-", None), ("-", None), ("12%", 12.0)]),
        ("299 685 600 299 besked har getts", 3, [("299", 299.0), ("685", 685.0), ("600", 600.0)]),
        ("27 966 15 000 0 tkr Andel", 3, [("27 966", 27966.0), ("15 000", 15000.0), ("0 tkr", 0)]),
        ("77 75 74 2017 års enkät", 3, [("77", 77.0), ("75", 75.0), ("74", 74.0)]),
        ("93% >75% 75%", 3, [("93%", 93.0), (">75%", 75.0), ("75%", 75.0)]),
        ("85%, d.v.s. 6 st. 90% Ny", 2, [("85%, d.v.s. 6 st.", 85.0), ("90%", 90.0)]),
        ("4,9 *** Minska Ny", 3, [("4,9", 4.9), ("***", None), ("Minska", None)]),
        ("-1 942 – 9 1,6 % Ny", 3, [("-1 942", -1942.0), ("– 9", -9.0), ("1,6 %", 1.6)]),
        ("145 000 210 000 Ny", 2, [("145 000", 145000.0), ("210 000", 210000.0)]),
        ("minst 90 % 92 % Ny", 2, [("minst 90 %", 90.0), ("92 %", 92.0)]),
    ],
)
def test_values(text: str, count: int, expected: list[tuple[str, float | None]]) -> None:
    found = read_values(text, 0, len(text), count)
    assert found is not None
    assert [(value.raw, value.value) for value in found.values] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2 400 600 12 Ny", 3),  # 2 400, 600, 12 or 2, 400 600, 12
        ("12 13 Ny", 3),  # a cell is missing
        ("3 4 5 6 7 Ny", 3),  # too many
        ("Text", 1),
    ],
)
def test_what_fits_in_no_or_two_ways_is_not_read(text: str, count: int) -> None:
    assert read_values(text, 0, len(text), count) is None
