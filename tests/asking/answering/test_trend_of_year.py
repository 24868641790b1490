"""Which way a value went to a year that is named, where a newer report has that year alone."""

from __future__ import annotations

from pathlib import Path

from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2031

Granby kommun

| Indikator | Utfall 2030 | Utfall 2031 |
| --- | --- | --- |
| Sjukfrånvaro, % | 6,9 | 6,4 |
"""
INTERIM = """# Delårsrapport augusti 2032

Granby kommun

| Indikator | Delår 2031 | Delår 2032 |
| --- | --- | --- |
| Sjukfrånvaro, % | 6,3 | 6,6 |
"""


def test_the_year_is_told_by_the_report_that_has_the_one_before(tmp_path: Path) -> None:
    texts = {"arsredovisning-2031.md": ANNUAL, "delarsrapport-augusti-2032.md": INTERIM}
    library = read_reports(tmp_path, texts)
    text = asked(library, "Gick sjukfrånvaron upp eller ner 2031?").text
    assert "6,4" in text
    assert "6,9" in text
    assert "6,3" not in text
