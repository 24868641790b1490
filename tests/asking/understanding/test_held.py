"""What an index holds in names and passages."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary

from plansvar.asking.query import Scope
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.held import held_words
from plansvar.asking.understanding.reading import contents, read


@pytest.mark.parametrize(
    ("stems", "held", "named"),
    [
        (("sjukfranvaro",), True, True),
        (("franvaro",), True, True),  # a piece of the name
        (("elefant",), False, False),
        (("sjukfranvaro", "elefant"), False, False),
    ],
)
def test_words_are_held_whole_or_as_pieces(
    stems: tuple[str, ...], held: bool, named: bool, library: MemoryLibrary
) -> None:
    words = held_words(catalogue_of(library))
    assert (words.holds(stems), words.names_hold(stems)) == (held, named)


def test_other_words_for_a_thing_are_those_that_are_held(library: MemoryLibrary) -> None:
    catalogue = catalogue_of(library)
    reading = read("hur många är sjukskrivna?", 0, catalogue, Scope())
    (said,) = [c for c in contents(reading, frozenset(), catalogue) if not c.support]
    assert said.alternates == (("sjukfranvaro",),)
