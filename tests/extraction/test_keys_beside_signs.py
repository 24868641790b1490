"""What signs stand for: keys in plain text, signs of one colour, keys that begin a table."""

from __future__ import annotations

from plansvar.domain import Commitment, CommitmentStatus, Extraction
from plansvar.extraction.extract import extract
from plansvar.reading.assembly import assemble
from plansvar.reading.html import read_html
from plansvar.reading.markdown import read_markdown

GOALS = """# Uppföljning 2032

## Mål

| Mål | Utfall 2032 | Mål 2032 | Status |
|---|---|---|---|
| Fler besök på museet | 33 950 | 33 000 | 🟢 |
| Andel nöjda besökare | 89 % | 92 % | 🟡 |

🟢 Uppnått  🟡 Nästan uppnått  🔴 Ej uppnått
"""
PLAN = """<h1>Plan 2032</h1><table>
<tr><th>Aktivitet</th><th>Ansvarig</th><th>Klart</th><th>Läge</th></tr>
<tr><td>Skriva rutin</td><td>Rektor</td><td>2032-03-31</td><td>✅</td></tr>
<tr><td>Starta team</td><td>Rektor</td><td>v. 34</td><td>🟢</td></tr>
<tr><td>Läsa mer</td><td>Rektor</td><td>Löpande</td><td>⏳</td></tr></table>
<p>✅ klar 🟢 enligt plan ❌ försenad ⏳ ej startad</p>"""
DOTS = """<h1>Plan</h1><table>
<tr><td style="background:#00b050"></td><td>Målet är uppnått</td></tr>
<tr><td style="background:#ffc000"></td><td>Målet är delvis uppnått</td></tr>
<tr><td style="background:#c00000"></td><td>Målet är inte uppnått</td></tr></table>
<h2>Mål</h2><table><tr><th>Mål</th><th>Bedömning</th></tr>
<tr><td>Snabb handläggning</td><td style="background:#ffc000"></td></tr>
<tr><td>God arbetsmiljö</td><td style="background:#00b050"></td></tr></table>"""
TASKS_AND_FIGURES = """<h1>Handlingsplan</h1>
<p>Grön = genomförd, gul = pågår, röd = inte påbörjad</p>
<table><tr><th>Åtgärd</th><th>Ansvarig</th><th>Startår</th><th>Slutdatum</th><th>Läge</th></tr>
<tr><td>Solceller på skolor</td><td>TN</td><td>2032</td><td>2034</td>
<td style="background:#ffff00"></td></tr>
<tr><td>Fossilfria bilar</td><td>SN</td><td>2032</td><td>Löpande</td>
<td style="background:#92d050"></td></tr></table>
<h1>Indikatorer</h1><table>
<tr><th>Indikator</th><th>Utfall 2031</th><th>Utfall 2032</th></tr>
<tr><td>Utsläpp</td><td>41,2</td><td style="color:#c00000">39,8</td></tr>
<tr><td>Solel</td><td>210</td><td style="color:#00b050">340</td></tr></table>"""


def _page(html: str) -> Extraction:
    return extract(assemble(read_html(html.encode()), "a.html", "0", "html"))


def _told(rows: tuple[Commitment, ...]) -> list[tuple[CommitmentStatus | None, str | None]]:
    return [(row.status, row.deadline) for row in rows]


def test_signs_in_markdown_are_explained_below_their_table() -> None:
    rows = extract(assemble(read_markdown(GOALS.encode()), "a.md", "0", "markdown")).indicators
    told = [(row.assessment.value, row.assessment.meaning) for row in rows if row.assessment]
    assert told == [("grön", "Uppnått"), ("gul", "Nästan uppnått")]


def test_two_signs_of_one_colour_stand_for_two_things() -> None:
    found = _page(PLAN)
    assert not found.indicators
    assert _told(found.commitments) == [
        (CommitmentStatus.DONE, "2032-03-31"),
        (CommitmentStatus.ONGOING, "v. 34"),
        (CommitmentStatus.NOT_STARTED, "Löpande"),
    ]


def test_a_key_that_begins_with_its_swatches_has_no_headings() -> None:
    rows = _page(DOTS).indicators
    told = {row.name: row.assessment.meaning for row in rows if row.assessment}
    assert told == {
        "Snabb handläggning": "Målet är delvis uppnått",
        "God arbetsmiljö": "Målet är uppnått",
    }


def test_a_legend_of_undertakings_says_nothing_of_figures_elsewhere() -> None:
    found = _page(TASKS_AND_FIGURES)
    assert _told(found.commitments) == [
        (CommitmentStatus.ONGOING, "2034"),
        (CommitmentStatus.DONE, "Löpande"),
    ]
    assert [(row.name, row.status) for row in found.indicators] == [
        ("Utsläpp", None),
        ("Solel", None),
    ]
    assert all(row.assessment and not row.assessment.meaning for row in found.indicators)


def test_a_key_in_a_list_is_no_list_of_undertakings() -> None:
    rows = """## Åtgärder

| Åtgärd | Vem | När | Läge |
|---|---|---|---|
| Laddstolpar | Chef | Q3 2032 | ✅ |
| Ny olja | Chef | v. 12 | ⏳ |

- ✅ Klart
- ⏳ Ej påbörjat
"""
    text = f"# Plan 2032\n\n{rows}"
    found = extract(assemble(read_markdown(text.encode()), "a.md", "0", "markdown")).commitments
    assert _told(found) == [
        (CommitmentStatus.DONE, "Q3 2032"),
        (CommitmentStatus.NOT_STARTED, "v. 12"),
    ]
