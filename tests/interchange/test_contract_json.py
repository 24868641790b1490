"""The JSON objects have exactly the fields that other programs rely on."""

from __future__ import annotations

from plansvar.domain import (
    Amount,
    Answer,
    AnswerKind,
    Assessment,
    Box,
    Citation,
    CitedStatement,
    Colour,
    Commitment,
    CommitmentStatus,
    Conflict,
    ConflictValue,
    Document,
    DocumentKind,
    Indicator,
    Mark,
    MarkSource,
    Observation,
    Place,
    Span,
    Trend,
)
from plansvar.interchange.contract import answer_object, documents_by_id, row_object

SPAN = Span(0, 4)
PLACE = Place("r.pdf", 18, 21, "18 (40)", ("Bilaga 1", "Miljö"), "Kontoret", (Box(21, 1, 2, 3, 4),))
DOCUMENT = Document(
    "r.pdf", "d", "pdf", "Delårsrapport 2", "Grön = nått", (), (), (), (), (),
    "Eskilstuna kommun", DocumentKind.INTERIM, 2018,
)  # fmt: skip
DOCUMENTS = documents_by_id([DOCUMENT])

PLACE_FIELDS = {
    "document", "title", "municipality", "organisation", "page", "section", "boxes"
}  # fmt: skip
INDICATOR_FIELDS = PLACE_FIELDS | {
    "document_kind", "year", "page_index", "name", "kind", "responsible", "values", "direction",
    "direction_source", "assessment", "assessment_source", "assessment_raw", "assessment_legend",
    "trend", "trend_raw", "assessments", "meets_target", "comment",
}  # fmt: skip
VALUE_FIELDS = {"measure", "period", "breakdown", "raw", "value", "unit", "note"}
COMMITMENT_FIELDS = PLACE_FIELDS | {
    "text", "kind", "responsible", "status", "status_raw", "comment"
}  # fmt: skip
AMOUNT_FIELDS = PLACE_FIELDS | {"what", "raw", "value", "unit", "period", "measure", "is_sum"}
ANSWER_FIELDS = {
    "id", "question", "interpretation", "answer", "kind", "abstained", "statements", "citations",
    "rows", "conflicts", "suggestions", "elapsed_ms",
}  # fmt: skip
CITATION_FIELDS = {
    "n", "document", "title", "section", "page", "page_index", "page_label", "quote", "mark",
    "anchor", "boxes",
}  # fmt: skip


def an_indicator(**changes: object) -> Indicator:
    values = (
        Observation("utfall", "2018", "totalt", "30%", 30.0, "%", SPAN),
        Observation("mål", "2018", "totalt", "-", None, "%", SPAN, note="Mäts inte."),
    )
    fields = {
        "assessments": (Assessment("röd", MarkSource.SUMMARY, "Röda, sex stycken"),),
        "trend": Trend.UP,
        "meets_target": False,
    }
    return Indicator("i", PLACE, "Andel", SPAN, "processmål", values, **(fields | changes))  # type: ignore[arg-type]


def test_an_indicator_row() -> None:
    row = row_object(an_indicator(), DOCUMENTS)
    assert set(row) >= INDICATOR_FIELDS
    assert all(set(value) >= VALUE_FIELDS for value in row["values"])
    assert (row["document_kind"], row["year"], row["page_index"]) == ("delårsrapport", 2018, 21)
    assert (row["assessment"], row["assessment_source"]) == ("röd", "sammanfattning")
    assert row["trend"] == "upp"
    assert row["boxes"] == [[21, 1, 2, 3, 4]]
    assert row["assessments"] == []
    assert row["values"][1]["value"] is None
    assert row["values"][1]["note"] == "Mäts inte."


def test_assessments_that_differ_by_breakdown_are_listed_and_the_whole_stands_above() -> None:
    both = (
        Assessment("röd", MarkSource.CELL, breakdown="kvinnor", trend=Trend.DOWN),
        Assessment("grön", MarkSource.CELL, breakdown="totalt"),
    )
    row = row_object(an_indicator(assessments=both), DOCUMENTS)
    assert row["assessment"] == "grön"
    assert row["assessments"][0] == {
        "breakdown": "kvinnor", "assessment": "röd", "source": "cell", "raw": None, "trend": "ned",
        "meaning": None, "share": None,
    }  # fmt: skip


def test_what_is_not_of_the_whole_is_listed_even_alone() -> None:
    bar = Mark(MarkSource.PICTURE, raw="stapel 60 %", share=0.6)
    told = (Assessment(None, bar.source, bar.raw, "färdiggrad", mark=bar),)
    row = row_object(an_indicator(assessments=told), DOCUMENTS)
    assert row["assessment"] is None
    assert [(a["breakdown"], a["share"]) for a in row["assessments"]] == [("färdiggrad", 0.6)]


def test_a_legend_is_quoted() -> None:
    told = (Assessment("grön", MarkSource.CELL, legend=Span(0, 11)),)
    row = row_object(an_indicator(assessments=told), DOCUMENTS)
    assert row["assessment_legend"] == "Grön = nått"


def test_a_row_without_assessment_has_nulls() -> None:
    row = row_object(an_indicator(assessments=(), trend=None, meets_target=None), DOCUMENTS)
    nulls = ("assessment", "assessment_source", "assessment_raw", "assessment_legend", "trend")
    assert [row[key] for key in nulls] == [None] * len(nulls)
    assert row["assessments"] == []
    assert row["meets_target"] is None


def test_a_commitment_row() -> None:
    given = Commitment("c", PLACE, "Öppna", SPAN, "åtagande", ("KS",), None, CommitmentStatus.DONE)
    row = row_object(given, DOCUMENTS)
    assert set(row) >= COMMITMENT_FIELDS
    assert (row["status"], row["responsible"]) == ("klar", ["KS"])


def test_an_amount_row() -> None:
    row = row_object(Amount("a", PLACE, "Anslag", SPAN, "41,6 mnkr", 41.6, "mnkr", SPAN), DOCUMENTS)
    assert set(row) >= AMOUNT_FIELDS
    assert (row["value"], row["is_sum"]) == (41.6, False)


def test_an_answer() -> None:
    mark = Mark(MarkSource.CELL, Colour.RED, box=Box(21, 1.234, 2, 3, 4))
    citation = Citation(
        1,
        "r.pdf",
        "T",
        ("A",),
        18,
        21,
        "18",
        "citat",
        "r-18",
        (SPAN,),
        (Box(21, 1, 2, 3, 4),),
        mark,
    )
    given = Answer(
        question="vilka?",
        interpretation="Lista",
        text="Sex [1].",
        kind=AnswerKind.INDICATOR,
        abstained=False,
        statements=(CitedStatement("Sex.", (1,), "regel"),),
        citations=(citation,),
        rows=(an_indicator(),),
        conflicts=(Conflict("x", (ConflictValue("3,3%", 1),)),),
        id="7",
        elapsed_ms=31.44,
    )
    shown = answer_object(given, DOCUMENTS)
    assert set(shown) >= ANSWER_FIELDS
    assert set(shown["citations"][0]) >= CITATION_FIELDS
    assert shown["statements"] == [{"text": "Sex.", "citations": [1], "calculation": "regel"}]
    assert shown["citations"][0]["mark"]["colour"] == "röd"
    assert shown["citations"][0]["mark"]["box"] == [21, 1.2, 2, 3, 4]
    assert shown["citations"][0]["boxes"] == [[21, 1, 2, 3, 4]]
    assert shown["conflicts"] == [{"what": "x", "values": [{"raw": "3,3%", "citation": 1}]}]
    assert (shown["kind"], shown["id"], shown["elapsed_ms"]) == ("indicator", "7", 31.4)
