"""Signs in plain ink that a key explains, and figures whose brackets stand for a sign."""

from __future__ import annotations

from pathlib import Path

import pytest

from plansvar.asking.evidence.values import value_of
from plansvar.domain import CommitmentStatus, Extraction, Mark, MarkSource, Span
from plansvar.extraction import extract
from plansvar.extraction.tables.legends import Legend, Meaning
from plansvar.extraction.units import unit_in_name
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

HERE = Span(0, 5)
SIGNS = ("✔", "►", "✖", "○")


def _legend(*signs: str) -> Legend:
    pairs = [(Mark(MarkSource.SYMBOL, raw=sign), Meaning(f"är {sign}", HERE)) for sign in signs]
    return Legend(swatches=tuple(pairs))


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_in_plain_ink_is_what_the_key_says(sign: str) -> None:
    meaning = _legend(*SIGNS).of_sign(f" {sign}\ufe0e")
    assert meaning is not None
    assert meaning.text == f"är {sign}"


@pytest.mark.parametrize("printed", ["", "●", "klart", "3"])
def test_what_the_key_does_not_show_has_no_meaning(printed: str) -> None:
    assert _legend(*SIGNS).of_sign(printed) is None


def test_a_sign_that_a_key_shows_twice_has_no_meaning() -> None:
    assert _legend("●", "●").of_sign("●") is None


def _page(folder: Path, body: str) -> Extraction:
    path = folder / "a.html"
    path.write_text(f"<html><body><h1>Delårsrapport 2031</h1>{body}</body></html>", "utf-8")
    return extract(read(SourceFile(path, path.name)))


def test_undertakings_have_the_status_that_their_sign_stands_for(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        "<p>✔ klart &nbsp; ► pågår &nbsp; ✖ försenat</p><table>"
        "<tr><th>Uppdrag</th><th>Ansvarig</th><th>Läge</th></tr>"
        "<tr><td>Ny översiktsplan</td><td>KS</td><td>►</td></tr>"
        "<tr><td>Se över taxan</td><td>TN</td><td>✔</td></tr>"
        "<tr><td>Bygga om köket</td><td>SN</td><td>✖</td></tr></table>",
    )
    wanted = [CommitmentStatus.ONGOING, CommitmentStatus.DONE, CommitmentStatus.DELAYED]
    assert [row.status for row in found.commitments] == wanted


TABLE = (
    "<table><tr><th>Nämnd</th><th>Budget</th><th>Prognos</th><th>Avvikelse</th></tr>"
    "<tr><td>Socialnämnden</td><td>410,0</td><td>422,5</td><td>(12,5)</td></tr>"
    "<tr><td>Kommunstyrelsen</td><td>120,4</td><td>118,0</td><td>2,4</td></tr></table>"
)


def _deviations(found: Extraction) -> list[tuple[str, float | None]]:
    return [(row.raw, row.value) for row in found.amounts if row.measure == "avvikelse"]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Belopp inom parentes är underskott mot budget.", -12.5),
        ("Negativa belopp anges inom parentes.", -12.5),
        ("Belopp inom parentes avser samma period 2030.", 12.5),
    ],
)
def test_brackets_are_a_sign_where_the_document_says_so(
    tmp_path: Path, said: str, value: float
) -> None:
    found = _page(tmp_path, f"<p>Belopp i mnkr. {said}</p>{TABLE}")
    assert _deviations(found) == [("(12,5)", value), ("2,4", 2.4)]


def test_nothing_is_reckoned_from_brackets_as_if_they_were_none() -> None:
    assert (value_of("(9,8)"), value_of("9,8")) == (-9.8, 9.8)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Sjukfrånvaro, %, totalt", "%"),
        ("Svar i telefon, procent, alla", "%"),
        ("Barn, elever, unga", None),
    ],
)
def test_a_unit_may_stand_between_commas(name: str, unit: str | None) -> None:
    found = unit_in_name(name)
    assert (found.unit.name if found else None) == unit


@pytest.mark.parametrize(
    ("figures", "values"),
    [
        (("24.100", "(162.300)", "100.000"), [24100, -162300, 100000]),
        (("(24.100)", "(162.300)", "(100.000)"), [24100, 162300, 100000]),
    ],
)
def test_brackets_round_some_figures_of_a_column_are_a_sign(
    tmp_path: Path, figures: tuple[str, ...], values: list[int]
) -> None:
    names = ("Årets resultat", "Investeringar", "Nya lån")
    rows = zip(names, figures, strict=True)
    body = "".join(f"<tr><td>{name}</td><td>{figure}</td></tr>" for name, figure in rows)
    found = _page(tmp_path, f"<table><tr><th>tkr</th><th>2031</th></tr>{body}</table>")
    assert [row.value for row in found.amounts] == values
