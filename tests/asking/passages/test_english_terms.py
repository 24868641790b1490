"""Which words of an English question a passage has to speak of."""

from __future__ import annotations

import pytest

from plansvar.asking.passages.terms import terms_of
from plansvar.language.folding import stems
from plansvar.language.lexicon import Lexicon

HELD = "följande uppföljning publiceras mars ekvalla kommunledningskontoret eskilstuna anställda"


@pytest.mark.parametrize(
    ("question", "required"),
    [
        ("When will the next follow-up of Ekvalla's goals be published?", {"follow-up"}),
        ("How many are employed at Kommunledningskontoret in Eskilstuna?", {"employed"}),
    ],
)
def test_names_leave_words_with_a_swedish_one_required(question: str, required: set[str]) -> None:
    lexicon = Lexicon(dict.fromkeys(stems(HELD), 1), 9)
    terms = terms_of(question, lexicon, language="en")
    assert required <= {term.word for term in terms.items if not term.soft}
