"""What stories, names, numbers and definitions ask of a passage, on invented texts."""

from __future__ import annotations

import pytest
from fakes import Draft, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.asking.passages.labels import stretches
from plansvar.domain import DocumentKind, Question

TOLD = {
    "Hamnen": (
        "Piren var stängd hela våren. Muddringen upphandlades två gånger och anbuden var höga. "
        "Fiskarna fick därför lägga till i grannkommunen.",
    ),
    "Torget": ("Salutorget fick nya stenar. Det drog ut eftersom stenarna levererades sent.",),
    "Faror": ("Isen kan skada bryggorna i hamnen. Brister ankaret måste färjan bogseras.",),
    "Badhuset": ("Badhuset har i genomsnitt 88,5 besökare om dagen. Badmästare är Ylva Strand.",),
    "Ord och begrepp": (
        "Målet för hamnavgift är lågt satt. Hamnavgift är det som båtar betalar för en natt.",
    ),
    "Innehåll": ("Hamnen 2 Torget 3 Faror 4 Badhuset 5 Piren och muddringen 6",),
}


@pytest.fixture(scope="module")
def library() -> MemoryLibrary:
    report = Draft("h.txt", "Hamnrapport", "Granviks kommun", DocumentKind.ANNUAL, 2041)
    for heading, texts in TOLD.items():
        report.heading(heading).text(*texts)
    return MemoryLibrary([report.done().extraction()])


def _ask(library: MemoryLibrary, question: str) -> str:
    made, _ = answer(Question(question), Conversation(), library, None)
    return "" if made.abstained else made.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hur kommer det sig att stenarna till salutorget dröjde", "eftersom stenarna levererades"),
        ("vad får det för följd om ankaret brister", "måste färjan bogseras"),
        ("vem är badmästare", "Ylva Strand"),
        ("hamnavgift, vad är det", "Hamnavgift är det som båtar betalar"),
        ("sammanfatta farorna", "Isen kan skada bryggorna i hamnen"),
        ("vilka faror finns", "Brister ankaret måste färjan bogseras"),
    ],
)
def test_the_story_name_or_definition_is_told(
    library: MemoryLibrary, question: str, told: str
) -> None:
    assert told in _ask(library, question)


@pytest.mark.parametrize(
    "question",
    [
        "varför revs badhuset",
        "hur många besökare har badhuset",
        "vem finansierar salutorget",
        "vilket företag muddrar hamnen",
        "vad tjänar badmästaren",
        "sammanfatta skolresultaten",
        "varför stängdes salutorget",
    ],
)
def test_what_is_not_told_is_not_answered(library: MemoryLibrary, question: str) -> None:
    assert _ask(library, question) == ""


def test_nothing_is_quoted_from_a_list_of_contents(library: MemoryLibrary) -> None:
    assert "Torget 3" not in _ask(library, "vad står det om muddringen och piren")


def test_labels_inside_a_paragraph_part_it() -> None:
    text = "Rena stränder. Fler soptunnor hjälpte. Trygga broar. Räcken saknas på två broar."
    report = (
        Draft("l.txt", "Läget", "Granviks kommun", DocumentKind.ANNUAL, 2041)
        .heading("Analys")
        .text(text)
        .done()
    )
    document = report.document
    parted = [
        (document.quote(each.label) if each.label else "", len(each.told))
        for each in stretches(document, 1)
    ]
    assert parted == [("Rena stränder.", 1), ("Trygga broar.", 1)]
