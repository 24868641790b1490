"""Units that stand below a table or in a name, places that a title counts in, one grey figure."""

from __future__ import annotations

import pytest

from plansvar.domain import Extraction
from plansvar.extraction.extract import extract
from plansvar.extraction.units import unit_in_name
from plansvar.reading.assembly import assemble
from plansvar.reading.html import read_html
from plansvar.reading.text import read_text

BUDGET = """<h2>Ekonomi</h2><table><tr><th>Verksamhet</th><th>Budget</th><th>Utfall</th></tr>
<tr><td>Gata</td><td>38 400</td><td>31 900</td></tr>
<tr><td>Park</td><td>12 800</td><td>13 100</td></tr></table><p>Belopp i tkr.</p>"""
CHILDREN = """<p>Antal barn</p><table><tr><th>Område</th><th>Jan</th><th>Aug</th></tr>
<tr><td>Norr</td><td>412</td><td>398</td></tr>
<tr><td>Söder</td><td>388</td><td>377</td></tr></table>"""
GREY = """<p>Grön: bland de bästa. Röd: bland de sämsta. Grå: uppgift saknas.</p>
<table><tr><th>Nyckeltal</th><th>2031</th><th>2032</th></tr>
<tr><td>Nöjda brukare</td><td>84</td><td style="background:#70ad47">88</td></tr>
<tr><td>Väntetid</td><td>61</td><td style="background:#e06666">48</td></tr>
<tr><td>Bostäder</td><td>96</td><td style="background:#bfbfbf">41</td></tr></table>"""


def _page(html: str) -> Extraction:
    return extract(assemble(read_html(html.encode()), "a.html", "0", "html"))


def test_the_line_below_a_table_gives_its_unit() -> None:
    assert {(a.what, a.unit) for a in _page(BUDGET).amounts} == {("Gata", "tkr"), ("Park", "tkr")}


def test_a_title_says_what_is_counted_in_each_place() -> None:
    names = [row.name for row in _page(CHILDREN).indicators]
    assert names == ["Antal barn, Norr", "Antal barn, Söder"]


def test_one_grey_figure_among_coloured_ones_is_judged_as_the_key_says() -> None:
    rows = _page(GREY).indicators
    told = [(mark.value, mark.meaning) for row in rows for mark in row.assessments]
    assert told == [
        ("grön", "bland de bästa"),
        ("röd", "bland de sämsta"),
        ("grå", "uppgift saknas"),
    ]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Utredningstid, dagar i snitt", "dagar"),
        ("Väntetid, dagar i genomsnitt", "dagar"),
        ("Handläggningstid, median i dagar", "dagar"),
        ("Besök, vardagar i snitt", None),
    ],
)
def test_a_unit_may_say_that_it_is_an_average(name: str, unit: str | None) -> None:
    found = unit_in_name(name)
    assert (found.unit.name if found else None) == unit


def test_a_title_may_say_that_it_is_given_for_each_place() -> None:
    printed = CHILDREN.replace("Antal barn", "Nöjdhet per område")
    names = [row.name for row in _page(printed).indicators]
    assert names == ["Nöjdhet per område, Norr", "Nöjdhet per område, Söder"]


def test_a_line_that_gives_the_unit_of_a_text_is_no_heading() -> None:
    text = """GRANVIK KOMMUN
Uppföljning 2032

2. EKONOMI

                     Budget    Utfall
Bad och idrott       14 200     9 100
Fritidsgårdar         6 100     4 000

Alla belopp i tkr

3. MÅL

Nämnden följer upp sina mål två gånger varje år i en rapport.
"""
    document = assemble(read_text(text.encode()), "a.txt", "0", "text")
    assert [document.quote(s.heading) for s in document.sections] == ["2. EKONOMI", "3. MÅL"]
    assert {amount.unit for amount in extract(document).amounts} == {"tkr"}


OWN_UNITS = """<h2>Resultatbudget</h2><table>
<tr><th>tkr</th><th>Budget 2032</th><th>Plan 2033</th></tr>
<tr><td>Skatteintäkter</td><td>836 400</td><td>861 100</td></tr>
<tr><td>Årets resultat</td><td>12 700</td><td>9 300</td></tr>
<tr><td>Låneskuld 31 december, mnkr</td><td>540</td><td>575</td></tr>
<tr><td>Soliditet, %</td><td>48,0</td><td>46,7</td></tr>
<tr><td>Soliditet</td><td>48,0</td><td>46,7</td></tr></table>"""


def test_a_rows_own_unit_goes_before_the_tables() -> None:
    found = {(a.what, a.unit) for a in _page(OWN_UNITS).amounts}
    assert found == {
        ("Skatteintäkter", "tkr"),
        ("Årets resultat", "tkr"),
        ("Låneskuld 31 december, mnkr", "mnkr"),
    }
