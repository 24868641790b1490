"""Tables whose label column is headed by the word for their targets, and coloured status words."""

from __future__ import annotations

from pathlib import Path

from plansvar.index.opening import open_index
from plansvar.pipeline import build_index
from plansvar.settings import Settings

BENCHMARKS = """<h1>Uppföljning 2028 Granviks kommun</h1><table>
<tr><th>Riktmärke</th><th>Utfall 2027</th><th>Utfall 2028</th><th>Riktmärke 2028</th></tr>
<tr><td>Antal invånare</td><td>18 366</td><td>18 412</td><td>18 450</td></tr>
<tr><td>Påbörjade bostäder</td><td>61</td><td>34</td><td>minst 60</td></tr></table>"""
TASKS = """<h1>Uppföljning 2028 Granviks kommun</h1><h2>Uppdrag</h2><table>
<tr><th>Nr</th><th>Uppdrag</th><th>Ansvarig</th><th>Status</th></tr>
<tr><td>1</td><td>Lokalplan för förskolan</td><td>Lärandechef</td>
<td style="background:#ffd966">Pågår</td></tr>
<tr><td>2</td><td>Tjänst för avlopp</td><td>Miljöchef</td>
<td style="background:#70ad47">Klart</td></tr></table>"""


def test_a_label_heading_that_is_the_targets_word_is_no_part_of_names(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(BENCHMARKS, "utf-8")
    build_index([tmp_path / "a.html"], tmp_path / "index", Settings(engine="none"))
    rows = open_index(tmp_path / "index", None).indicators()
    assert [row.name for row in rows] == ["Antal invånare", "Påbörjade bostäder"]
    assert [o.measure for o in rows[0].observations] == ["utfall", "utfall", "mål"]


def test_coloured_status_words_make_commitments(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text(TASKS, "utf-8")
    build_index([tmp_path / "b.html"], tmp_path / "index", Settings(engine="none"))
    found = open_index(tmp_path / "index", None).commitments()
    assert [(c.text, c.status_raw) for c in found] == [
        ("Lokalplan för förskolan", "Pågår"),
        ("Tjänst för avlopp", "Klart"),
    ]
