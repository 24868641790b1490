"""General rules for finding passages, on invented texts."""

from __future__ import annotations

import pytest

from plansvar.asking.passages import find_causes, find_passages
from plansvar.asking.passages.wording import kind_of
from plansvar.asking.query import Operation, Query, Subject
from plansvar.domain import BlockKind, Chunk, Document, Extraction, Place
from plansvar.index.library import Library
from plansvar.index.memory import build_in_memory
from plansvar.reading.building import Builder, Piece

TEXT = [
    ("#", "Mars till maj"),
    ("", "Fullmäktige antog en ny plan. Ishallen öppnade. Bron målades om i rött och vitt."),
    ("#", "Kommentarer"),
    (
        "",
        "U4 Ny gångbro. Anbuden var för höga och måste tas om. Bygget väntar till hösten.",
    ),
    ("", "Fast vikarie. Åtta skolor har prövat det. Rektorerna vill att det fortsätter."),
    ("#", "Folket"),
    ("", "Vid nyår bodde 7 415 personer i kommunen. Antalet växte med 88 under året."),
    ("", "I valet röstade 79 procent av de vuxna."),
    ("#", "Lånen"),
    ("", "Räntan var i snitt tre procent. Stiger den med en enhet kostar det 4 mnkr mer."),
    ("", "Tre av nio inspektörer var borta under våren. Från maj hyr nämnden in två."),
    ("#", "Faror"),
    ("", "Det saknas personal på nätterna. Elnätet är gammalt."),
    ("#", "Åtgärder för en ekonomi i balans"),
    ("", "Skolnämnden säger upp lokaler och anställer färre vikarier."),
    ("#", "Ekonomin"),
    ("", "Kajen är försenad eftersom stålet tog slut."),
    ("", "Skolnämndens underskott väntas bli 2 mnkr."),
    ("", "Ramen bestäms av fullmäktige varje november. Ramen omfattar alla nämnder."),
    ("", "Dagbarnvårdare behövs i byarna, och förskolan i Byn har 46 barn."),
]
KINDS = {"#": BlockKind.HEADING, "": BlockKind.PARAGRAPH}


@pytest.fixture(scope="module")
def library() -> Library:
    builder = Builder()
    for mark, text in TEXT:
        builder.add(KINDS[mark], [Piece(text)])
    layout = builder.finish()
    document = Document(
        "b.txt", "d", "text", "B", layout.text, layout.pages, layout.parts, layout.sections,
        layout.blocks,
    )  # fmt: skip
    chunks = tuple(
        Chunk(
            f"b#{number}",
            Place("b.txt", None, None, None, section.path, None),
            section.path[-1],
            document.quote(section.span),
            section.span,
        )
        for number, section in enumerate(document.sections)
    )
    return build_in_memory([Extraction(document, chunks=chunks)])


def _ask(library: Library, text: str, operation: Operation) -> str:
    found = find_passages(Query(text, Subject.PASSAGES, operation), library, None)
    return " | ".join(" ".join(passage.pieces) for passage in found)


@pytest.mark.parametrize(
    ("question", "operation", "answer"),
    [
        ("när öppnade ishallen?", Operation.WHEN, "Ishallen öppnade."),
        ("hur många bor i kommunen?", Operation.COUNT, "bodde 7 415 personer"),
        ("hur många röstade i valet?", Operation.COUNT, "79 procent"),
        ("hur många barn går på dagis?", Operation.COUNT, "46 barn"),
        ("varför dröjer gångbron?", Operation.WHY, "U4 Ny gångbro. Anbuden var för höga"),
        ("varför hyr de in inspektörer?", Operation.WHY, "Tre av nio inspektörer var borta"),
        ("vad händer om räntan stiger?", Operation.WHY, "Stiger den med en enhet"),
        ("vad gör skolnämnden åt underskottet?", Operation.HOW, "säger upp lokaler"),
        ("vilka faror finns?", Operation.WHAT, "Det saknas personal på nätterna."),
        ("vem bestämmer ramen?", Operation.WHO, "bestäms av fullmäktige"),
    ],
)
def test_the_passage_that_answers_comes_first(
    library: Library, question: str, operation: Operation, answer: str
) -> None:
    assert answer in _ask(library, question, operation).split(" | ")[0]


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("vem bestämmer räntan?", Operation.WHO),
        ("hur många barn bor i byarna på landet?", Operation.COUNT),
        ("vad kostar ishallen?", Operation.VALUE),
        ("när rivs ishallen?", Operation.WHEN),
    ],
)
def test_near_misses_are_not_answered(
    library: Library, question: str, operation: Operation
) -> None:
    assert _ask(library, question, operation) == ""


def test_the_cause_of_what_is_named_is_found_by_its_most_telling_word(library: Library) -> None:
    query = Query("vilka är försenade och varför?", Subject.COMMITMENTS, Operation.WHY)
    assert find_causes("Digitalisera ansökan om bygglov", query, library, None) == ()
    found = find_causes("Rusta upp kajen", query, library, None)
    assert [piece for passage in found for piece in passage.pieces] == [
        "Kajen är försenad eftersom stålet tog slut."
    ]


@pytest.mark.parametrize(
    ("question", "operation", "kind"),
    [
        ("vad gör nämnden åt köerna?", Operation.HOW, "action"),
        ("vad händer om bron inte blir klar?", Operation.WHY, "consequence"),
        ("varför blev bron inte klar?", Operation.WHY, "why"),
        ("vad händer med bron?", Operation.WHAT, "what"),
        ("hur många broar finns?", Operation.COUNT, "quantity"),
    ],
)
def test_some_forms_of_words_want_an_answer_of_their_own(
    question: str, operation: Operation, kind: str
) -> None:
    assert kind_of(Query(question, Subject.PASSAGES, operation)) == kind


def test_a_sentence_that_ends_in_a_colon_brings_its_list() -> None:
    builder = Builder()
    for kind, text in (
        (BlockKind.HEADING, "Vårens arbete"),
        (BlockKind.PARAGRAPH, "Särskilt viktiga platser att rusta under våren är:"),
        (BlockKind.LIST_ITEM, "Torget"),
        (BlockKind.LIST_ITEM, "Hamnen"),
        (BlockKind.PARAGRAPH, "Sedan kommer sommaren."),
    ):
        builder.add(kind, [Piece(text)])
    layout = builder.finish()
    document = Document(
        "c.txt", "d", "text", "C", layout.text, layout.pages, layout.parts, layout.sections,
        layout.blocks,
    )  # fmt: skip
    section = document.sections[0]
    place = Place("c.txt", None, None, None, section.path, None)
    chunk = Chunk("c#0", place, "", document.quote(section.span), section.span)
    library = build_in_memory([Extraction(document, chunks=(chunk,))])
    told = _ask(library, "vilka platser ska rustas under våren?", Operation.WHAT)
    assert "Torget" in told
    assert "Hamnen" in told
    assert "sommaren" not in told
