"""Forms of words that the stemmer leaves apart."""

import pytest

from plansvar.language.folding import stem
from plansvar.language.lexicon import Lexicon


@pytest.mark.parametrize(
    ("asked", "printed", "found"),
    [
        ("överskottet", "överskott", True),
        ("grundskolan", "grundskola", True),
        ("osäkert", "osäkerhet", True),
        ("mån", "man", False),
        ("mal", "mål", True),
    ],
)
def test_a_word_finds_its_other_forms(asked: str, printed: str, found: bool) -> None:
    known = {stem(printed): 2, stem("mån"): 1}
    assert (stem(printed) in Lexicon(known, 9).variants(asked)) is found
