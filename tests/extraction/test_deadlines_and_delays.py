"""When something is to be done, that it is put off, and what an empty swatch says."""

from __future__ import annotations

from pathlib import Path

import pytest

from plansvar.domain import Commitment, CommitmentStatus, Span
from plansvar.extraction import extract
from plansvar.extraction.deadlines import deadline_in, says_time
from plansvar.extraction.statuses import status_word
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ta fram en taxa. Klart senast: juni 2031.", "juni 2031"),
        ("Se över avgifterna senast den 31 december 2031 (KS)", "31 december 2031"),
        ("Tidplan: Q3 2032", "Q3 2032"),
        ("Bygga en hall som ska stå klar till hösten 2033", "hösten 2033"),
        ("Klart: 2031-12-31", "2031-12-31"),
        ("Status: klart 2031-12-31", None),
        ("Utreda linjerna under 2031", None),
        ("Klart senast: maj 2031. Klart senast: juni 2032.", None),
        ("Ny policy (ansvarig: gatuchef, klart: löpande)", "löpande"),
        ("Tidplan: två gånger per år", "två gånger per år"),
        ("Arbetet pågår löpande", None),
    ],
)
def test_a_deadline_is_what_a_field_or_a_clause_gives(text: str, expected: str | None) -> None:
    found = deadline_in(text, Span(0, len(text)))
    assert (text[found.start : found.end] if found else None) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Löpande", True),
        ("Årligen", True),
        ("Tills vidare", True),
        ("v. 34", True),
        ("Hösten", True),
        ("Kv 2 2032", True),
        ("Klart", False),
        ("Ja", False),
        ("–", False),
    ],
)
def test_a_cell_may_say_when_without_a_date(printed: str, expected: bool) -> None:
    assert says_time(printed) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flyttat till 2032", CommitmentStatus.DELAYED),
        ("Skjuts upp till våren 2033", CommitmentStatus.DELAYED),
        ("Framflyttat", CommitmentStatus.DELAYED),
        ("Flyttat till nästa år", CommitmentStatus.DELAYED),
        ("Klart 2032", None),
        ("Flyttat till biblioteket", None),
    ],
)
def test_what_is_put_off_is_delayed(text: str, expected: CommitmentStatus | None) -> None:
    assert status_word(text) is expected


ROWS = """<tr><th>Uppdrag</th><th>Ansvarig</th><th>Klart senast</th><th>Status</th></tr>
<tr><td>Ta fram en cykelplan</td><td>KS</td><td>juni 2031</td>
<td style="background:#00a651"></td></tr>
<tr><td>Se över taxan</td><td>TN</td><td>2032</td><td style="background:#ffd400"></td></tr>
<tr><td>Utreda ishallen</td><td>KS</td><td></td><td style="background:#ffffff"></td></tr>"""
GREEN = '<td style="background:#00a651"></td><td>Klart</td>'
YELLOW = '<td style="background:#ffd400"></td><td>Pågår</td>'


def _read(tmp_path: Path, key: str) -> tuple[Commitment, ...]:
    path = tmp_path / "uppdrag.html"
    page = f"<h1>Läget</h1><table>{key}</table><h2>Uppdrag</h2><table>{ROWS}</table>"
    path.write_text(f"<html><body>{page}</body></html>", "utf-8")
    return extract(read(SourceFile(path, path.name))).commitments


@pytest.mark.parametrize(
    "key",
    [
        f"<tr>{GREEN}{YELLOW}<td></td><td>Inte påbörjat</td></tr>",
        f"<tr>{GREEN}</tr><tr>{YELLOW}</tr><tr><td></td><td>Inte påbörjat</td></tr>",
    ],
)
def test_an_empty_swatch_in_a_key_explains_empty_cells(key: str, tmp_path: Path) -> None:
    rows = _read(tmp_path, key)
    assert [row.status and row.status.value for row in rows] == ["klar", "pågår", "ej påbörjad"]
    assert [row.status_raw for row in rows] == ["Klart", "Pågår", "Inte påbörjat"]


def test_without_one_an_empty_cell_says_nothing(tmp_path: Path) -> None:
    rows = _read(tmp_path, f"<tr>{GREEN}{YELLOW}</tr>")
    assert [row.status and row.status.value for row in rows] == ["klar", "pågår", None]


def test_a_column_of_deadlines_is_kept_as_printed(tmp_path: Path) -> None:
    rows = _read(tmp_path, f"<tr>{GREEN}{YELLOW}</tr>")
    assert [row.deadline for row in rows] == ["juni 2031", "2032", None]
