"""The rows that all files of our own show, each marked in another way.

A colour of null means that the row has no assessment, "?" that its witnesses disagree.
"""

from __future__ import annotations

Row = tuple[str, str | None, str | None]
HEADS = ("Mått", "Utfall 2022", "Utfall 2023", "Mål 2023", "Bedömning", "Trend")
ROWS: list[Row] = [
    ("Andel nöjda brukare i hemtjänsten", "grön", "upp"),
    ("Sjuktal, dagar per anställd", "gul", "oförändrad"),
    ("Antal olyckor i trafiken", "röd", "ned"),
    ("Väntetid till handläggare", "grön", "ned"),
    ("Andel fossilfria fordon", None, None),
    ("Elever med godkänt i matematik", "röd", "upp"),
]
VALUES = [
    ("71", "74", "72"),
    ("12,1", "12,4", "12"),
    ("41", "38", "20"),
    ("9", "7", "8"),
    ("–", "–", "60"),
    ("55", "61", "80"),
]
ARROWS = {"upp": "↑", "ned": "↓", "oförändrad": "→", None: ""}
EXCEL = {"grön": "C6EFCE", "gul": "FFEB9C", "röd": "FFC7CE", None: ""}
STRONG = {"grön": "00B050", "gul": "FFD200", "röd": "E30613", None: ""}
DARK = {"grön": "2E7D32", "gul": "F9A825", "röd": "B71C1C", None: ""}
