"""Which numbers answer "hur många" and "vad kostar"."""

from __future__ import annotations

import pytest

from plansvar.asking.passages.quantities import gives_quantity, sort_asked
from plansvar.asking.passages.terms import terms_of
from plansvar.language.folding import stems
from plansvar.language.lexicon import Lexicon


@pytest.mark.parametrize(
    ("question", "text", "answers"),
    [
        ("hur många elever har skolan?", "Skolan har 412 elever.", True),
        ("hur många elever har skolan?", "Skolan har fyrtio elever.", True),
        ("hur många elever har skolan?", "Skolans elever kostar 4,5 mnkr.", False),
        ("hur många elever har skolan?", "Skolans elever ökade med 12.", False),
        ("hur många fler elever har skolan?", "Skolans elever ökade med 12.", True),
        ("hur många elever har skolan?", "Skolans elever väntade i åtta månader.", False),
        ("hur många månader väntade elever?", "Skolans elever väntade i åtta månader.", True),
        ("hur många elever har skolan?", "Skolan fick elever den 9 mars.", False),
        ("hur många elever har skolan?", "Skolan fick elever 2031.", False),
        ("hur många procent av elever läser?", "Elever som läser är 43 procent.", True),
        ("hur hög är frånvaron i skolan?", "Frånvaron i skolan är 4,2.", True),
        ("hur hög är frånvaron i skolan?", "Tre sjuka gav frånvaron i skolan.", False),
        ("vad kostar skolan?", "Skolan kostar 18 miljoner kronor.", True),
        ("vad kostar skolan?", "Skolan har 412 platser.", False),
    ],
)
def test_a_number_is_of_the_sort_asked_for(question: str, text: str, answers: bool) -> None:
    counts = dict.fromkeys(stems(text), 1)
    terms = terms_of(question, Lexicon(counts, 9))
    assert gives_quantity(text, terms, sort_asked(question)) is answers
