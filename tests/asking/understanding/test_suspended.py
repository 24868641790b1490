"""Words cut before a joint ending are written out where the documents have them whole."""

from __future__ import annotations

import pytest
from worlds import Row, world

from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.suspended import with_whole_words

LIBRARY = world(
    Row("Korttids frånvaro", ("2 %", "2 %", "2 %")),
    Row("Långtids frånvaro", ("4 %", "3 %", "3 %")),
    Row("Avgift i förskolan, kr", ("900", "880", "900")),
)


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("kort- och långtidsfrånvaro 2018?", "korttidsfrånvaro och långtidsfrånvaro 2018?"),
        ("hur är kort- och långtidsfrånvaron", "hur är korttidsfrånvaron och långtidsfrånvaron"),
        ("avgift i för- och grundskolan", "avgift i förskolan och grundskolan"),
        ("kost- och städenheten", "kost- och städenheten"),  # no such words in the documents
        ("korttids frånvaro", "korttids frånvaro"),
    ],
)
def test_cut_words_are_written_out(asked: str, whole: str) -> None:
    assert with_whole_words(asked, catalogue_of(LIBRARY)) == whole
