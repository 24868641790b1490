"""The name of a row, repeated in a question, is that row, whatever its words mean elsewhere."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from worlds import Row, report, world

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Operation, Scope
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.reading import read
from plansvar.asking.understanding.understanding import understand

CARERS = "Antal vårdare som en boende möter under 14 dagar"
LONG = "Andel av frånvaron över 60 dagar, %"
PROUD = "Andel stolta medarbetare"
DATED = "2019 skapas 300 nya platser på språkcaféet"
DEBT = "Låneskuld, mnkr"
LIBRARY = world(
    Row(CARERS, ("14", "12", "13")),
    Row(LONG, ("30", "28", "25")),
    Row("Sjukfrånvaro, %", ("7", "6", "5")),
    Row(PROUD, ("70", "72", "75")),
    Row(DATED, ("281", "295", "300")),
    Row(DEBT, ("400", "410", "420")),
    Row("Lånade böcker per elev", ("4", "5", "6")),
)


def _names(asked: str) -> list[str]:
    tokens = read(asked, 0, catalogue_of(LIBRARY), Scope()).tokens
    return [token.text for token in tokens if token.names]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (f"hur gick det för {CARERS.lower()}?", [CARERS.lower()]),
        ("vårdare de boende möter under 14 dagar 2018", []),
        ("2018 vårdare de boende möter under 14 dagar", []),
        (
            "vårdare som de boende möter under fjorton dagar",
            ["vårdare som de boende möter under fjorton dagar"],
        ),
        ("vårdare en boende möter under 14 dagar", []),
        ("2018 vårdare som en boende möter under 14 dagar", [CARERS[6:]]),
        ("vad är frånvaron över 60 dagar, %?", ["frånvaron över 60 dagar, %"]),
        ("hur hög är sjukfrånvaron 2018?", []),
        ("hur många vårdare fick en boende möta under 14 dagar", []),
        ("vårdare som en boende ska möta under 14 dagar", []),
        ("stolta var medarbetarna 2018", []),
        ("lånade böcker blev per elev", ["lånade böcker blev per elev"]),
        (f"nådde vi {DATED.lower()}", [DATED.lower()]),
        ("hur stor är låneskuld, mnkr", ["låneskuld, mnkr"]),
        ("hur stor är låneskulden", []),
        (
            "jämför andelen stolta medarbetare med lånade böcker per elev",
            ["andelen stolta medarbetare", "lånade böcker per elev"],
        ),
    ],
)  # fmt: skip
def test_names_that_a_question_repeats(asked: str, said: list[str]) -> None:
    assert _names(asked) == said


@pytest.mark.parametrize(
    ("asked", "name", "operation"),
    [
        ("hur gick det för vårdare som en boende möter under 14 dagar?", CARERS, Operation.STATUS),
        ("vad är målet för frånvaron över 60 dagar?", LONG, Operation.TARGET),
        ("är målet för andel stolta medarbetare uppfyllt?", PROUD, Operation.STATUS),
        ("vilken färg har 2019 skapas 300 nya platser på språkcaféet", DATED, Operation.STATUS),
        ("what is the figure for lånade böcker per elev?", "Lånade böcker per elev",
         Operation.VALUE),
    ],
)  # fmt: skip
def test_the_words_of_a_name_restrict_nothing(asked: str, name: str, operation: Operation) -> None:
    query = understand(asked, Conversation(), LIBRARY, None)
    assert [link.name for link in query.links] == [name]
    assert (query.operation, query.conditions) == (operation, Conditions())
    assert (query.scope.years, query.not_understood) == ((), ())


@pytest.mark.parametrize(
    ("asked", "operation"),
    [
        ("vad säger rapporten om stolta medarbetare?", Operation.VALUE),
        ("hur bedömer ni andelen stolta medarbetare?", Operation.STATUS),
        ("lever vi upp till målet för stolta medarbetare?", Operation.STATUS),
        ("varför är stolta medarbetare så få?", Operation.WHY),
    ],
)
def test_what_is_asked_of_a_name(asked: str, operation: Operation) -> None:
    query = understand(asked, Conversation(), LIBRARY, None)
    assert [link.name for link in query.links] == [PROUD]
    assert (query.operation, query.not_understood) == (operation, ())


def test_a_narrower_thing_of_another_document_is_not_the_one_named() -> None:
    told = (
        report(Row("Barn i förskola", ("1", "2", "3")), path="a/ett.txt"),
        report(Row("Barn i kommunal förskola", ("4", "5", "6")), path="a/fler.txt"),
        report(Row("Barn i förskola, inskrivna", ("7", "8", "9")), path="a/sist.txt"),
    )
    query = understand("hur många är barn i förskola?", Conversation(), MemoryLibrary(told), None)
    assert {row for link in query.links for row in link.rows} == {"a/ett.txt#0", "a/sist.txt#0"}


def test_what_stands_outside_a_name_still_restricts() -> None:
    query = understand("stolta medarbetare 2018", Conversation(), LIBRARY, None)
    assert query.scope.years == (2018,)


def test_words_beside_a_name_that_nothing_knows_are_not_passed_over() -> None:
    asked = "hur många lånade böcker per elev på planeten mars?"
    assert understand(asked, Conversation(), LIBRARY, None).not_understood


def test_how_many_is_asked_of_what_is_counted() -> None:
    query = understand("hur många har stolta medarbetare?", Conversation(), LIBRARY, None)
    assert [link.name for link in query.links] == [PROUD]
