"""What a document tells by name of a row explains it, on an invented report."""

from __future__ import annotations

import pytest
from fakes import Draft, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import DocumentKind, Question

COLUMNS = "utfall 2041 totalt | mål 2041 totalt"
GOALS = (
    ("Båtplatser i hamnen (antal)", "55 | 70"),
    ("Skötta gångstigar (%)", "61 | 90"),
    ("Fler cyklar till jobbet", "12 | 30"),
    ("Svarstid i växeln (sekunder)", "– | 40"),
)
TEXT = (
    "Båtplatser. Bryggan bröts sönder av isen. Skötta gångstigar. Maskinen gick sönder i maj.",
    "Fler cyklar till jobbet. Cykelbron var avstängd hela hösten.",
    "Svarstid i växeln. Mätningen görs i november.",
)
AMOUNTS = ("Hamnkajen", "Parkeringen")


def _report(year: int, told: tuple[str, ...]) -> Draft:
    report = Draft(f"r{year}.txt", f"Rapport {year}", "Granviks kommun", DocumentKind.ANNUAL, year)
    report.heading("Mål").text(*(f"{name} | {values}" for name, values in GOALS))
    report.heading("Analys").text(*told)
    report.heading("Investeringar").text(
        "Projekten går åt olika håll.", "Hamnkajen | 9,0 mnkr", "Parkeringen | 3,0 mnkr"
    )
    report.text(
        "Hamnkajen drar över med 2 mnkr. Berget var hårdare. Kajen öppnar nästa år.",
        "Parkeringen sköts på framtiden, eftersom marken är förorenad.",
    )
    report.heading("Vägar och broar -4 mnkr").text("Saltet räckte inte till den kalla vintern.")
    return report


@pytest.fixture(scope="module")
def library() -> MemoryLibrary:
    made = []
    for year, told in ((2041, TEXT), (2040, ("Båtplatser. En brygga såldes.",))):
        report = _report(year, told).done()
        for number, (name, values) in enumerate(GOALS):
            colour = "grön" if number < 3 else None
            report.indicator(name, values, COLUMNS.replace("2041", str(year)), "mål", colour)
        for what in AMOUNTS:
            raw = "9,0 mnkr" if what == "Hamnkajen" else "3,0 mnkr"
            report.amount(what, raw, "budget", str(year))
        made.append(report.extraction())
    return MemoryLibrary(made)


def _ask(library: MemoryLibrary, question: str) -> str:
    made, _ = answer(Question(question), Conversation(), library, None)
    return "" if made.abstained else made.text


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("varför är båtplatserna i hamnen så få 2041", "bröts sönder av isen", "Maskinen"),
        ("varför var båtplatserna i hamnen få 2040", "En brygga såldes", "isen"),
        ("hur kommer det sig att skötta gångstigar inte når målet", "Maskinen gick sönder", "isen"),
        ("vad beror det på att fler cyklar till jobbet går dåligt", "Cykelbron", "Maskinen"),
        ("varför drar hamnkajen över", "Berget var hårdare", "förorenad"),
        ("varför blev det inget av parkeringen", "marken är förorenad", "Berget"),
        ("varför har svarstid i växeln ingen bedömning", "görs i november", "isen"),
    ],
)
def test_what_is_told_by_name_explains_a_row(
    library: MemoryLibrary, question: str, told: str, other: str
) -> None:
    said = _ask(library, question)
    assert told in said
    assert other not in said


def test_the_cause_of_a_row_for_people_that_the_text_does_not_name_is_not_told(
    library: MemoryLibrary,
) -> None:
    assert "isen" not in _ask(library, "varför är båtplatserna få bland pensionärerna")
