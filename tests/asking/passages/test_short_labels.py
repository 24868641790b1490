"""A short name that looks like a small word is still a name, where its amount stands behind it."""

from __future__ import annotations

import pytest
from fakes import Draft, MemoryLibrary

from plansvar.asking.passages.accounts import Tie, accounts_of, tied
from plansvar.domain import DocumentKind


@pytest.fixture(scope="module")
def town() -> MemoryLibrary:
    draft = Draft("manad.txt", "Uppföljning", "Granviks kommun", DocumentKind.FOLLOW_UP, 2041)
    draft.heading("Kommentar")
    draft.text("VA -76,9 mnkr Rören kom inte i tid.", "Kajen -9,3 mnkr Stålet tog slut.")
    draft.done()
    return MemoryLibrary([draft.extraction()])


@pytest.mark.parametrize(("name", "told"), [("VA", "VA"), ("Kajen", "Kajen")])
def test_what_stands_behind_a_name_and_its_amount(
    name: str, told: str, town: MemoryLibrary
) -> None:
    found = [a for a in tied(accounts_of(town, "manad.txt"), [name]) if a.tie is Tie.LABEL]
    assert [a.document.quote(a.told[0])[: len(told)] for a in found] == [told]
