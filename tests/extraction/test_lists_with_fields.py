"""Undertakings in lists: their fields in items below them, how they go in paragraphs below them."""

from __future__ import annotations

import pytest

from plansvar.domain import CommitmentStatus
from plansvar.extraction.extract import extract
from plansvar.reading.assembly import assemble
from plansvar.reading.html import read_html
from plansvar.reading.markdown import read_markdown

FIELDS = """# Plan 2032

## Uppdrag

1. **Digitalisera fotoarkivet**
   - Ansvarig: Arkivchef
   - Klart: 2033-06-30
   - Status: Pågår
2. **Ny utställning om järnvägen**
   - Ansvarig: Museichef
   - Klart: Löpande
   - Status: Klar
"""
TOLD = """<h1>Berättelse 2032</h1><h2>Uppdrag</h2><ol>
<li>Nämnden ska ta fram en plan.</li></ol><p>Uppdraget är slutfört. Planen antogs i juni.</p>
<ol><li>Nämnden ska utreda taxan.</li></ol><p>Uppdraget är inte påbörjat.</p>"""
BELOW_ALL = """<h1>Berättelse 2032</h1><h2>Uppdrag</h2><ul>
<li>Ta fram en plan</li><li>Utreda taxan</li></ul><p>Arbetet pågår.</p>"""
BEHIND = """<h1>Berättelse 2032</h1><h2>Uppdrag</h2><ul>
<li>Ta fram en skyfallsplan – pågår, klart i höst. Ansvarig: VA-chef</li>
<li>Upphandla en sopbil – klart. Ansvarig: Renhållningschef</li></ul>"""


def _page(html: str):  # type: ignore[no-untyped-def]
    return extract(assemble(read_html(html.encode()), "a.html", "0", "html")).commitments


def test_fields_in_items_of_their_own_belong_to_the_item_above() -> None:
    document = assemble(read_markdown(FIELDS.encode()), "a.md", "0", "markdown")
    first, second = extract(document).commitments
    assert first.text == "Digitalisera fotoarkivet"
    assert (first.responsible, first.deadline) == (("Arkivchef",), "2033-06-30")
    assert first.status is CommitmentStatus.ONGOING
    assert (second.deadline, second.status) == ("Löpande", CommitmentStatus.DONE)
    assert first.comment is second.comment is None


def test_a_paragraph_below_an_item_tells_how_it_goes() -> None:
    assert [row.status for row in _page(TOLD)] == [
        CommitmentStatus.DONE,
        CommitmentStatus.NOT_STARTED,
    ]


def test_what_is_told_below_all_items_is_of_none_alone() -> None:
    assert [row.status for row in _page(BELOW_ALL)] == [None, None]


@pytest.mark.parametrize(
    ("place", "text", "status", "responsible"),
    [
        (0, "Ta fram en skyfallsplan", CommitmentStatus.ONGOING, ("VA-chef",)),
        (1, "Upphandla en sopbil", CommitmentStatus.DONE, ("Renhållningschef",)),
    ],
)
def test_a_status_may_stand_between_the_text_and_its_fields(
    place: int, text: str, status: CommitmentStatus, responsible: tuple[str, ...]
) -> None:
    row = _page(BEHIND)[place]
    assert (row.text, row.status, row.responsible) == (text, status, responsible)
