from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from plansvar.domain import Box, Span
from plansvar.web.addresses import SourceAddress, read_source_address


def test_an_address_survives_the_way_there_and_back() -> None:
    given = SourceAddress(
        document="mapp & å/rapport #1.pdf",
        version="abc123",
        spans=(Span(3, 9), Span(20, 25)),
        page=7,
        mark=Box(7, 10.5, 20.0, 30.0, 40.5),
    )
    path, _, query = given.link.partition("?")
    assert path == "plansvar/source"
    assert "#" not in query
    assert read_source_address(dict(parse_qsl(query))) == given


@pytest.mark.parametrize(
    "values",
    [
        {"s": "9-3"},
        {"s": "a-b_<script>"},
        {"p": "-1"},
        {"p": "٣"},
        {"p": "9" * 40},
        {"m": "1,2,3"},
        {"m": "1,2,3,4,5,6"},
    ],
)
def test_what_is_not_well_formed_is_left_out(values: dict[str, str]) -> None:
    assert read_source_address({"d": "a.txt", **values}) == SourceAddress("a.txt")
