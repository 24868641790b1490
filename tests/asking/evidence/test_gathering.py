"""What a reader sees as one place is one source."""

from __future__ import annotations

from dataclasses import replace

from fakes import Draft, MemoryLibrary
from money_worlds import UNITS, with_tables

from plansvar.asking.evidence.gathering import gathered
from plansvar.asking.evidence.proof import amount_proof, text_proof
from plansvar.asking.evidence.quotes import quote
from plansvar.domain import Amount, Colour, DocumentKind, Evidence, Mark, MarkSource

SENTENCE = "Av 24 mål är 12 gröna, 8 gula och 4 röda."


def _draft() -> Draft:
    draft = Draft("rapport.txt", "Rapport 2041", "Granviks kommun", DocumentKind.ANNUAL, 2041)
    return with_tables(draft.text(f"Läget är gott. {SENTENCE} Fler nås i år."), UNITS)


DRAFT = _draft()
LIBRARY = MemoryLibrary([DRAFT.extraction()])


def _cells(label: str) -> list[Amount]:
    return [row for row in DRAFT.amounts if row.what == label]


def _quoted(evidence: Evidence) -> str:
    return quote(DRAFT.document, evidence.spans)


def test_cells_of_one_row_are_one_source() -> None:
    budget, outcome = (amount_proof(row) for row in _cells("Parknämnden")[:2])
    cited = gathered([budget, outcome], LIBRARY)
    assert cited[budget] == cited[outcome]
    assert "-90 500 … -92 700" in _quoted(cited[budget])


def test_cells_that_are_not_cited_are_not_quoted() -> None:
    budget, outcome = (amount_proof(row) for row in _cells("Parknämnden")[:2])
    assert "-88 100" not in _quoted(gathered([budget, outcome], LIBRARY)[budget])


def test_rows_stay_apart() -> None:
    first, second = amount_proof(_cells("Parknämnden")[0]), amount_proof(_cells("Skolnämnden")[0])
    cited = gathered([first, second], LIBRARY)
    assert cited[first] != cited[second]


def test_words_are_cited_with_their_sentence() -> None:
    few = text_proof(DRAFT.document, DRAFT.find("8 gula"))
    assert _quoted(gathered([few], LIBRARY)[few]) == SENTENCE


def test_a_part_is_cited_with_the_whole_that_is_cited_anyway() -> None:
    name, status = DRAFT.find("Parknämnden"), DRAFT.find("-92 700")
    whole = replace(text_proof(DRAFT.document, name), spans=(name, status))
    part = replace(whole, spans=(status,), mark=None)
    cited = gathered([whole, part], LIBRARY)
    assert cited[part] == cited[whole]


def test_a_row_that_is_cited_for_its_colour_shows_it_each_time() -> None:
    row = amount_proof(_cells("Parknämnden")[0])
    coloured = replace(row, mark=Mark(MarkSource.CELL, Colour.GREEN))
    cited = gathered([row, coloured], LIBRARY)
    assert cited[row] == cited[coloured] == coloured


def test_figures_side_by_side_do_not_become_one_number() -> None:
    draft = Draft("rad.txt", "Rad 2041", "Granviks kommun", DocumentKind.ANNUAL, 2041)
    draft.text("Nya jobb 84 126 300").done()
    library = MemoryLibrary([draft.extraction()])
    proof = replace(
        text_proof(draft.document, draft.find("Nya jobb")),
        spans=(draft.find("Nya jobb"), draft.find("84"), draft.find("126")),
    )
    assert gathered([proof], library)[proof] == proof
