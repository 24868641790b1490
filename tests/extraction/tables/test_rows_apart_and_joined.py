"""Several key figures in the cells of one row, and one key figure on a row for each year."""

from __future__ import annotations

from plansvar.domain import Extraction
from plansvar.extraction.extract import extract
from plansvar.reading.assembly import assemble
from plansvar.reading.html import read_html

TWO_IN_A_ROW = """<table><tr><th>Kommunmål</th><th>Indikatorer</th><th>Målvärde 2032</th></tr>
<tr><td>Ett öppet samhälle</td><td><p>Andel som får svar inom en dag</p><p>Nöjda besökare</p></td>
<td>minst 95 %<br>65 %</td></tr>
<tr><td>En hållbar tillväxt</td><td>Företagsklimat</td><td>78</td></tr></table>"""
WRAPPED = """<table><tr><th>Indikator</th><th>Utfall 2032</th><th>Kommentar</th></tr>
<tr><td>Andel som får svar<br>inom en dag</td><td>95 %</td>
<td>Bra.<br>Fortsätter.</td></tr></table>"""
BY_YEAR = """<table><tr><th>Nämnd</th><th>Nyckeltal</th><th>År</th><th>Värde</th><th>Enhet</th></tr>
<tr><td>SN</td><td>Nöjda brukare</td><td>2031</td><td>85</td><td>procent</td></tr>
<tr><td>SN</td><td>Nöjda brukare</td><td>2032</td><td>88</td><td>procent</td></tr>
<tr><td>BN</td><td>Nöjda brukare</td><td>2032</td><td>79</td><td>procent</td></tr>
<tr><td>BN</td><td>Meritvärde</td><td>2031</td><td>214</td><td>poäng</td></tr>
<tr><td>BN</td><td>Meritvärde</td><td>2032</td><td>219</td><td>poäng</td></tr></table>"""


def _page(html: str) -> Extraction:
    return extract(assemble(read_html(html.encode()), "a.html", "0", "html"))


def test_lines_of_cells_that_go_together_are_rows() -> None:
    rows = _page(TWO_IN_A_ROW).indicators
    assert [(r.name, r.also[0].text, r.observations[0].raw) for r in rows] == [
        ("Andel som får svar inom en dag", "Ett öppet samhälle", "minst 95 %"),
        ("Nöjda besökare", "Ett öppet samhälle", "65 %"),
        ("Företagsklimat", "En hållbar tillväxt", "78"),
    ]


def test_a_label_on_two_lines_stays_one() -> None:
    (row,) = _page(WRAPPED).indicators
    assert row.name == "Andel som får svar inom en dag"
    assert row.comment == "Bra. Fortsätter."


def test_rows_of_the_years_of_one_key_figure_are_one() -> None:
    rows = _page(BY_YEAR).indicators
    assert [(r.name, r.responsible, [o.period for o in r.observations]) for r in rows] == [
        ("Nöjda brukare", ("SN",), ["2031", "2032"]),
        ("Nöjda brukare", ("BN",), ["2032"]),
        ("Meritvärde", ("BN",), ["2031", "2032"]),
    ]
