"""Summaries of assessments and legends, which look alike and are told apart."""

from __future__ import annotations

import pytest
from texts_as_documents import document_of

from plansvar.extraction import extract
from plansvar.extraction.legend_text import legend_runs

SUMMARIES = {
    "- Gröna: hemtjänst, bygglov och besök på biblioteken.": [
        ("grön", ["hemtjänst", "bygglov", "besök på biblioteken"])
    ],
    "Vi når inte allt. Röda mål är väntetid, betyg i skolan och bostäder.": [
        ("röd", ["väntetid", "betyg i skolan", "bostäder"])
    ],
    "- Gula: frånvaro inom barn- och utbildningsnämnden och fossilfria bilar.": [
        ("gul", ["frånvaro inom barn- och utbildningsnämnden", "fossilfria bilar"])
    ],
    "Mål som är gula är tillgänglighet, svarstider och bemötande.": [
        ("gul", ["tillgänglighet", "svarstider", "bemötande"])
    ],
    "Grön: målet nås Gul: målet nås delvis Röd: målet nås inte": [],
    "Teckenförklaring\n- Grön: bra\n- Gul: varken bra eller dåligt\n- Röd: dåligt": [],
    "- Grön: allt är klart.\n- Gul: arbetet pågår.\n- Röd: det kräver åtgärder.": [],
}


@pytest.mark.parametrize(("text", "expected"), SUMMARIES.items())
def test_lists_of_names_are_summaries_and_legends_are_not(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    found = extract(document_of(text)).summaries
    assert [(s.assessment, [name.text for name in s.names]) for s in found] == expected


def test_a_legend_of_one_colour_a_line_is_found_and_a_summary_is_none() -> None:
    legend = document_of("- Grön: målet nås\n- Gul: nås delvis\n- Röd: nås inte")
    assert [[e.colour for e in run] for run in legend_runs(legend)] == [["grön", "gul", "röd"]]
    summary = document_of("- Gröna: skola, vård\n- Röda: bygglov, vägar")
    assert legend_runs(summary) == ()


def test_a_goal_that_is_judged_not_to_be_reached_is_no_goal_without_verdict() -> None:
    told = "Två mål bedöms nås och ett mål, det om arbetsmiljön, bedöms inte nås."
    found = extract(document_of(told)).summaries
    assert [(s.assessment, s.stated_count) for s in found] == [("uppnått", 2), ("ej uppnått", 1)]
    left = extract(document_of("Två mål bedöms inte i år.")).summaries
    assert [(s.assessment, s.stated_count) for s in left] == [(None, 2)]


def test_undertakings_not_begun_or_not_applicable_are_counted_as_one() -> None:
    told = "Av 41 åtaganden är ett klart och två har inte påbörjats eller är inte tillämpliga."
    found = extract(document_of(told)).stated_counts
    assert ("ej påbörjad", 2) in [(s.status, s.count) for s in found]


def test_some_of_the_undertakings_are_no_count_of_all_of_them() -> None:
    told = "Fem av uppdragen är klara, fyra pågår enligt plan och tre är försenade."
    found = extract(document_of(told)).stated_counts
    assert [(s.what, s.status, s.count) for s in found] == [
        ("uppdrag", "klar", 5),
        ("uppdrag", "pågår", 4),
        ("uppdrag", "försenad", 3),
    ]
