"""The frame of a question decides its language, not the names in it."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary

from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.understanding import understand


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("what is the figure for Andel förnybara bränslen i kommunens fordonsflotta?", "en"),
        ("how high is öka förmågan att hantera kriser", "en"),
        ("antal nya företag per år - what is the latest value?", "en"),
        ("index för trygghet ska vara minst 50 in 2018", "en"),
        ("goal for total sjukfrånvaro?", "en"),
        ("is Öka förmågan att hantera kriser better or worse than last year?", "en"),
        ('who will "införa e-petition i stället för medborgarförslag"?', "en"),
        ("vad är målet för feedback och workshops i år?", "sv"),
        ("hur gick det med customer service?", "sv"),
        ("och hur är trenden för deadline?", "sv"),
        ("sjukfrånvaro in", "sv"),
        ("andel förnybara bränslen 2018", "sv"),
    ],
)
def test_names_do_not_decide_the_language(
    question: str, language: str, library: MemoryLibrary
) -> None:
    assert understand(question, Conversation(), library, None).language == language


def test_a_bare_name_keeps_the_language_of_the_talk(library: MemoryLibrary) -> None:
    talk = Conversation().with_turn(
        understand("what is the total sick leave?", Conversation(), library, None), ()
    )
    again = understand("Tillgång till bredband?", talk, library, None)
    assert again.language == "en"
    assert understand("vad är styrningsindex?", talk, library, None).language == "sv"
