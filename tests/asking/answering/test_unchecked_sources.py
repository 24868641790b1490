"""What OCR read says so wherever it is cited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import MemoryLibrary
from worlds import Row, report

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.cli.rendering import answer_lines
from plansvar.domain import Answer, Extraction, Question, Span
from plansvar.interchange.contract import answer_object, documents_by_id
from plansvar.web.rendering.answers import render_turn

QUESTION = Question("Vad är utfallet 2021 för andel nöjda brukare?")
LABEL = "läst med OCR, inte kontrollerad"


def scanned(ocr: bool) -> Extraction:
    made = report(Row("Andel nöjda brukare", ("81", "79", "85"), direction=None))
    document = made.document
    read = (Span(0, len(document.text)),) if ocr else ()
    rows = tuple(replace(r, place=replace(r.place, ocr=ocr)) for r in made.indicators)
    return replace(made, document=replace(document, ocr=read), indicators=rows)


def answered(made: Extraction, question: Question = QUESTION) -> Answer:
    given, _ = answer(question, Conversation(), MemoryLibrary([made]), None)
    return given


@pytest.mark.parametrize("ocr", [True, False])
def test_the_answer_its_sources_and_its_json_say_it(ocr: bool) -> None:
    made = scanned(ocr)
    given = answered(made)
    assert "81" in given.text
    assert ("läst med OCR" in given.text) is ocr
    assert ("läst med OCR" in given.statements[-1].text) is ocr
    assert all(statement.citations for statement in given.statements)
    assert any(LABEL in line for line in answer_lines(given)) is ocr
    written = answer_object(given, documents_by_id([made.document]))
    assert {citation["ocr"] for citation in written["citations"]} == {ocr}
    assert {row["ocr"] for row in written["rows"]} == {ocr}
    page = render_turn(given, documents_by_id([made.document]), "t1")
    assert ("inte kontrollerad" in page) is ocr


def test_no_assessment_is_no_claim_about_the_document() -> None:
    given = answered(scanned(True), Question("Vilka mål är röda?"))
    assert "anger ingen bedömning" not in given.text
    assert "OCR" in given.text
