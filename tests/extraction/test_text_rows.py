"""A text of several sentences in columns is no row; a goal that a text states and judges is one."""

from __future__ import annotations

from plansvar.extraction import extract
from plansvar.reading.assembly import assemble
from plansvar.reading.text import read_text

TEXT = """# Årsredovisning 2042 Granviks kommun

## Året

| Behörighet | Äldreomsorg | Utfall 2042 |
|---|---|---|
| Nöjdheten sjönk till 79 procent under året. De boende vill komma ut mer ofta. | Fler | 4 |
| Nöjda med hemtjänsten, % | Hemma | 88 |
"""


def test_a_text_in_columns_is_no_indicator() -> None:
    document = assemble(read_text(TEXT.encode()), "arsredovisning-2042.md", "0", "md")
    names = [row.name for row in extract(document).indicators]
    assert any("hemtjänsten" in name for name in names)
    assert not any("De boende" in name for name in names)
