"""Undertakings set one after another with dots between, under a heading that says their status."""

from __future__ import annotations

from texts_as_documents import document_of

from plansvar.extraction import extract

TEXT = """# Uppdrag från fullmäktige
Fullmäktige lämnade fem uppdrag i budgeten.
# Slutförda uppdrag
Ny skolplan · Egen vikariepool i hemtjänsten · Översyn av taxor
# Inte slutförda uppdrag
Gemensamt kontaktcenter · Ny avfallsplan
# Personal
Antalet anställda ökade · främst i skolan.
"""


def test_items_with_dots_between_have_the_status_of_their_heading() -> None:
    found = extract(document_of(TEXT)).commitments
    assert [(row.text, row.status and str(row.status), row.status_raw) for row in found] == [
        ("Ny skolplan", "klar", "Slutförda uppdrag"),
        ("Egen vikariepool i hemtjänsten", "klar", "Slutförda uppdrag"),
        ("Översyn av taxor", "klar", "Slutförda uppdrag"),
        ("Gemensamt kontaktcenter", None, "Inte slutförda uppdrag"),
        ("Ny avfallsplan", None, "Inte slutförda uppdrag"),
    ]


def test_a_list_of_short_forms_needs_no_opening() -> None:
    document = document_of(
        "# Nämnderna\nKS kommunstyrelsen, BUN barn- och utbildningsnämnden, SBN"
        " samhällsbyggnadsnämnden."
    )
    found = {a.short: a.long for a in extract(document).abbreviations}
    assert found == {
        "KS": "kommunstyrelsen",
        "BUN": "barn- och utbildningsnämnden",
        "SBN": "samhällsbyggnadsnämnden",
    }
