"""Goals and undertakings printed as forms: a field a row, in tables and in cards of a page."""

from __future__ import annotations

import pytest

from plansvar.domain import CommitmentStatus, Document, Extraction
from plansvar.extraction.extract import extract
from plansvar.reading.assembly import assemble
from plansvar.reading.html import read_html

GOAL = [
    ["Mål 1", "Alla barn lär sig läsa före årskurs 3"],
    ["Indikator", "Andel elever som klarar läskontrollen"],
    ["Utfall 2031", "82 %"],
    ["Utfall 2032", "86 %"],
    ["Målvärde 2032", "90 %"],
    ["Bedömning", "Delvis uppfyllt"],
    ["Ansvarig", "Rektorer"],
    ["Kommentar", "Två skolor har fått extra lästid."],
]
TASK = [
    ["Uppdrag", "Ta fram en cykelplan"],
    ["Ansvarig", "Gatuchefen"],
    ["Tidplan", "Löpande"],
    ["Status", "Pågår"],
]
CARD = """<h2>Mål för omsorgen</h2>
<div><h3>Kortare väntetid till boende</h3>
<span class="dot" style="background:#c62828;width:12px;height:12px" aria-label="Röd"></span>
<dl><dt>Utfall 2032</dt><dd>57 dagar</dd><dt>Målvärde 2032</dt><dd>högst 40 dagar</dd>
<dt>Ansvarig</dt><dd>Socialnämnden</dd></dl></div>
<div><h3>Fler trivs på sitt boende</h3>
<span class="dot" style="background:#2e7d32;width:12px;height:12px" aria-label="Grön"></span>
<dl><dt>Utfall 2032</dt><dd>91 %</dd><dt>Målvärde 2032</dt><dd>90 %</dd>
<dt>Ansvarig</dt><dd>Socialnämnden</dd></dl></div>"""


def _forms(*tables: list[list[str]]) -> Extraction:
    printed = [
        "".join(f"<tr><td>{name}</td><td>{said}</td></tr>" for name, said in rows)
        for rows in tables
    ]
    return extract(_page("".join(f"<table>{rows}</table>" for rows in printed)))


def _page(html: str) -> Document:
    return assemble(read_html(html.encode()), "a.html", "0", "html")


def test_a_form_is_one_goal_with_its_fields() -> None:
    (row,) = _forms(GOAL).indicators
    assert row.name == "Andel elever som klarar läskontrollen"
    assert [(label.text, label.kind) for label in row.also] == [(GOAL[0][1], "mål")]
    values = [(o.measure, o.period, o.value, o.unit) for o in row.observations]
    assert values == [
        ("utfall", "2031", 82.0, "%"),
        ("utfall", "2032", 86.0, "%"),
        ("mål", "2032", 90.0, "%"),
    ]
    assert row.assessment is not None
    assert row.assessment.value == "delvis uppfyllt"
    assert row.responsible == ("Rektorer",)
    assert row.comment == "Två skolor har fått extra lästid."


def test_goals_under_each_other_in_one_form_are_rows_of_their_own() -> None:
    other = [["Mål 2", "Skolorna har behöriga lärare"], *GOAL[1:]]
    assert len(_forms([*GOAL, *other]).indicators) == 2


def test_a_form_may_tell_of_an_undertaking() -> None:
    (row,) = _forms(TASK).commitments
    assert row.text == "Ta fram en cykelplan"
    assert row.status is CommitmentStatus.ONGOING
    assert (row.deadline, row.responsible) == ("Löpande", ("Gatuchefen",))


@pytest.mark.parametrize(
    "rows",
    [
        [["Budget", "1 200"], ["Utfall", "1 150"], ["Avvikelse", "50"]],
        [["Ordförande", "Anna Ek"], ["Sekreterare", "Bo Ask"], ["Plats", "Kommunhuset"]],
        [["Förskola", "87 %"], ["Grundskola", "90 %"], ["Gymnasium", "85 %"]],
    ],
)
def test_other_tables_of_two_columns_are_no_forms(rows: list[list[str]]) -> None:
    names = {row.name for row in _forms(rows).indicators}
    assert not names or names <= {cells[0] for cells in rows}


def test_a_card_is_named_and_judged_by_its_heading() -> None:
    long, nice = extract(_page(CARD)).indicators
    assert long.name == "Kortare väntetid till boende"
    assert [(o.measure, o.value, o.unit) for o in long.observations] == [
        ("utfall", 57.0, "dagar"),
        ("mål", 40.0, "dagar"),
    ]
    assert long.assessment is not None
    assert long.assessment.value == "röd"
    assert long.responsible == ("Socialnämnden",)
    assert nice.assessment is not None
    assert nice.assessment.value == "grön"


def test_explained_words_of_a_page_stay_text() -> None:
    found = _page(
        "<dl><dt>Nettokostnad</dt><dd>Kostnader minus intäkter, det som skatten ska täcka.</dd>"
        "<dt>Nyckeltal</dt><dd>Ett mått som gör det lätt att jämföra flera år.</dd></dl>"
    )
    assert not found.tables


def test_a_title_over_a_form_names_its_goal() -> None:
    title = '<tr><td colspan="2">Mål 2: Trygg omsorg</td></tr>'
    fields = [["Mått", "Andel trygga"], ["Utfall 2032", "87 %"], ["Måluppfyllelse", "Uppfyllt"]]
    rows = "".join(f"<tr><td>{name}</td><td>{said}</td></tr>" for name, said in fields)
    (row,) = extract(_page(f"<table>{title}{rows}</table>")).indicators
    assert [(label.text, label.kind) for label in row.also] == [("Trygg omsorg", "mål")]
    assert row.name == "Andel trygga"
