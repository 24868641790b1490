"""Which sentences answer, and when none does, on invented texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plansvar.asking.passages import find_passages
from plansvar.asking.passages.restricting import is_within
from plansvar.asking.query import Link, Operation, Query, Scope, Subject, Words
from plansvar.domain import BlockKind, Chunk, Document, Extraction, Place, Span
from plansvar.index.library import Library
from plansvar.index.memory import build_in_memory
from plansvar.reading.building import Builder, Piece

TEXT = [
    ("#", "Skolskjuts"),
    (
        "",
        "Kostnaden för skolskjuts ökade under våren. Det beror på att tre linjer lades till.",
    ),
    ("", "Upphandlingen leds av tekniska nämnden. Den nya taxan börjar gälla i mars 2031."),
    ("#", "Badhuset"),
    ("", "Badhuset håller stängt. Därför simmar skolorna i grannkommunen."),
    ("#", "Prioriterat för biblioteken"),
    ("-", "Längre öppettider på lördagar"),
    ("-", "Fler e-böcker på finska"),
]
KINDS = {"#": BlockKind.HEADING, "": BlockKind.PARAGRAPH, "-": BlockKind.LIST_ITEM}


@pytest.fixture(scope="module")
def library() -> Library:
    builder = Builder()
    for mark, text in TEXT:
        builder.add(KINDS[mark], [Piece(text)])
    layout = builder.finish()
    document = Document(
        "a.txt", "d", "text", "A", layout.text, layout.pages, layout.parts, layout.sections,
        layout.blocks,
    )  # fmt: skip
    chunks = tuple(
        Chunk(
            f"a#{number}",
            Place("a.txt", None, None, None, section.path, None),
            section.path[-1],
            document.quote(section.span),
            section.span,
        )
        for number, section in enumerate(document.sections)
    )
    return build_in_memory([Extraction(document, chunks=chunks)])


def _ask(library: Library, text: str, operation: Operation) -> list[str]:
    found = find_passages(Query(text, Subject.PASSAGES, operation), library, None)
    return [piece for passage in found for piece in passage.pieces]


@pytest.mark.parametrize(
    ("question", "operation", "answer"),
    [
        ("varför ökade kostnaden för skolskjuts?", Operation.WHY, "tre linjer"),
        ("vem leder upphandlingen?", Operation.WHO, "tekniska nämnden"),
        ("när börjar den nya taxan gälla?", Operation.WHEN, "mars 2031"),
        ("varför simmar skolorna i grannkommunen?", Operation.WHY, "stängt"),
        ("skolskjutskostnaden, varför ökade den", Operation.WHY, "tre linjer"),
    ],
)
def test_the_answering_sentence_is_quoted(
    library: Library, question: str, operation: Operation, answer: str
) -> None:
    assert answer in " ".join(_ask(library, question, operation))


def test_a_list_is_given_whole_when_its_heading_is_asked_for(library: Library) -> None:
    assert _ask(library, "vad är prioriterat för biblioteken?", Operation.WHAT) == [
        "Längre öppettider på lördagar",
        "Fler e-böcker på finska",
    ]


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("varför ökade kostnaden för hemtjänst?", Operation.WHY),
        ("när öppnar badhuset?", Operation.WHEN),  # no time stands there
        ("vem vann valet?", Operation.WHO),
        ("och då?", Operation.WHY),
    ],
)
def test_nothing_is_quoted_when_no_sentence_answers(
    library: Library, question: str, operation: Operation
) -> None:
    assert _ask(library, question, operation) == []


def test_a_follow_up_speaks_of_what_was_named_before(library: Library) -> None:
    named = Link((Words("skolskjuts", Span(0, 10)),), "Skolskjuts", (), 1.0)
    query = Query("varför då?", Subject.PASSAGES, Operation.WHY, links=(named,), follow_up=True)
    found = find_passages(query, library, None)
    assert any("tre linjer" in piece for passage in found for piece in passage.pieces)


@pytest.mark.parametrize(
    ("of_year", "asked", "allowed"),
    [(2030, 2030, True), (2030, 2031, True), (2030, 2019, False), (None, 2019, True)],
)
def test_a_year_asked_for_stands_near_or_is_the_documents(
    library: Library, of_year: int | None, asked: int, allowed: bool
) -> None:
    document = replace(library.document("a.txt"), year=of_year)
    start = document.text.index("Den nya taxan")
    span = Span(start, start + 40)
    assert is_within(document, span, Scope(years=(asked,)), ()) is allowed
