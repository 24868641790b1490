"""Domain values → HTML: what must be there, and what must never be."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
import web_fakes

from plansvar.domain import Box, Gap, GapKind, Span
from plansvar.web.addresses import SourceAddress
from plansvar.web.rendering.answers import render_problem, render_turn, spoken
from plansvar.web.rendering.documents import Found, render_documents
from plansvar.web.rendering.passages import marked
from plansvar.web.rendering.sources import render_source, source_view
from plansvar.web.rendering.start import render_start


class Elements(HTMLParser):
    """The elements and attributes that a browser would make of the markup."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def elements(html: str) -> Elements:
    found = Elements()
    found.feed(html)
    return found


def hostile_pages() -> list[str]:
    bad = web_fakes.HOSTILE
    document = web_fakes.document(bad)
    asked = SourceAddress(document.path, spans=(Span(0, 40),), page=1)
    return [
        render_turn(web_fakes.answer(bad, bad), {document.path: document}, "t1"),
        render_problem(bad, bad, "t1"),
        render_start((bad,), (document,), bad, bad),
        render_source(source_view(document, asked, True, True)),
    ]


@pytest.mark.parametrize("html", hostile_pages())
def test_nothing_from_outside_becomes_markup(html: str) -> None:
    found = elements(html)
    assert "script" not in found.tags
    assert ("src", "x") not in found.attributes
    assert not [name for name, _ in found.attributes if name.startswith("on")]
    links = [value for name, value in found.attributes if name == "href"]
    assert all(link.startswith("plansvar/") for link in links)
    assert "&lt;script&gt;" in html


def test_each_sentence_carries_the_source_that_proves_it() -> None:
    document = web_fakes.document()
    html = render_turn(web_fakes.answer(), {document.path: document}, "t1")
    sentences = re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", html, re.DOTALL)
    sources = [re.findall(r'data-source="(\d+)"', sentence) for sentence in sentences]
    assert [s for s in sources if s][:2] == [["1"], ["2"]]
    assert "Läst som: Lista mål där bedömning = röd" in html
    assert "Vilka mål är gröna?" in html


def test_a_declining_answer_says_what_was_not_understood() -> None:
    html = render_turn(web_fakes.answer("?", "brandbil"), {}, "t1")
    assert "Inte förstått: brandbil" in html


def test_a_screen_reader_hears_the_sentences_and_how_many_sources() -> None:
    said = spoken(web_fakes.answer())
    assert said.startswith("Ett mål är rött: besökare.")
    assert said.endswith("2 källor.")


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ([], "ab &lt; cd"),
        ([Span(0, 2)], "<mark>ab</mark> &lt; cd"),
        ([Span(5, 7), Span(0, 2)], "<mark>ab</mark> &lt; <mark>cd</mark>"),
        ([Span(0, 4), Span(3, 7)], "<mark>ab &lt; cd</mark>"),
        ([Span(100, 200)], "ab &lt; cd"),
    ],
)
def test_marks_stand_around_exactly_what_proves(spans: list[Span], html: str) -> None:
    assert marked("ab < cd", Span(0, 7), spans) == html


def test_opening_a_source_shows_its_page_with_only_the_proof_marked() -> None:
    document = web_fakes.document()
    second = web_fakes.citations(document)[1]
    asked = SourceAddress(document.path, document.digest[:12], second.spans, 2)
    html = render_source(source_view(document, asked, False, False))
    assert re.findall("<mark>(.*?)</mark>", html) == ["71"]
    assert "Nöjda besökare (%)" in html
    assert "Röda, ett" not in html
    assert "s. 2" in html
    assert "har ändrats" not in html


def test_a_proof_on_two_pages_leads_to_both() -> None:
    document = web_fakes.document()
    spans = tuple(c.spans[0] for c in web_fakes.citations(document))
    view = source_view(document, SourceAddress(document.path, spans=spans, page=2), False, False)
    assert [(place.label, place.current) for place in view.places] == [("1", False), ("2", True)]


def test_a_document_that_has_changed_is_said_to_have() -> None:
    document = web_fakes.document()
    view = source_view(document, SourceAddress(document.path, version="0000"), False, False)
    assert view.outdated


def test_boxes_stand_in_percent_of_the_page() -> None:
    document = web_fakes.document()
    mark = Box(2, 59.5, 84.2, 119.0, 168.4)
    view = source_view(document, SourceAddress(document.path, page=2, mark=mark), True, True)
    assert view.picture is not None
    (box,) = view.picture.boxes
    assert (box.left, box.top, box.width, box.height) == (10.0, 10.0, 10.0, 10.0)


def test_what_could_not_be_read_leads_to_its_place() -> None:
    document = web_fakes.document()
    span = web_fakes.span_of(document, "71")
    gaps = (
        Gap(GapKind.UNFIT_ROW, "Oklar rad", 2, span),
        Gap(GapKind.PICTURE_TABLE, "En bild", 1, None, (Box(1, 1.0, 2.0, 3.0, 4.0),)),
        Gap(GapKind.LIMIT, "Resten", None),
    )
    skipped = (("<b>.pdf", "Filen är tom."),)
    html = str(render_documents([Found(document, {}, gaps, False)], skipped, None, False))
    assert f"s={span.start}-{span.end}&amp;p=2" in html
    assert "p=1&amp;m=1%2C1.0%2C2.0%2C3.0%2C4.0" in html
    assert "<li>Resten</li>" in html
    assert "<strong>&lt;b&gt;.pdf</strong>: Filen är tom." in html
