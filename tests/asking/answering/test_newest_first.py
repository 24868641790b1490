"""Answers over many documents: three in full, the others named; the rows are all there."""

from __future__ import annotations

import pytest
from fakes import FakeEncoder, MemoryLibrary
from worlds import Row, report

from plansvar.asking.answering import answer_query
from plansvar.asking.query import Link, Operation, Query, Subject, Words
from plansvar.domain import Span

NAME = "Nöjdhet med parkerna"


@pytest.mark.parametrize(("documents", "others"), [(2, 0), (3, 0), (4, 1), (6, 3)])
def test_three_documents_are_told_in_full(documents: int, others: int) -> None:
    rows = [Row(NAME, (str(40 + n), "38", "50")) for n in range(documents)]
    library = MemoryLibrary([report(row, path=f"a/{n}.txt") for n, row in enumerate(rows)])
    ids = tuple(found.id for found in library.indicators())
    linked = Link((Words(NAME, Span(0, len(NAME))),), NAME, ids, 1.0)
    query = Query("nöjdhet med parkerna", Subject.INDICATORS, Operation.VALUE, (linked,))
    answer = answer_query(query, library, FakeEncoder())
    assert len(answer.rows) == documents
    told = [s for s in answer.statements if s.text.count("målet 2021 är 50") == 1]
    assert len(told) == documents - others
    assert ("finns också i" in answer.text) is (others > 0)
