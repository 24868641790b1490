"""Letters of symbol fonts as the signs that they show."""

from __future__ import annotations

from functools import cache

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.symbols import unicode_of


def signs_of(text: str, font: str) -> str:
    """The text as it looks in its font; a sign that is not known is left out in those fonts
    where all letters are signs."""
    table = _tables().get(fold(font))
    if table is None:
        return unicode_of(text, font)
    codes = (ord(s) - 0xF000 if "\uf020" <= s <= "\uf0ff" else ord(s) for s in text)
    return "".join(" " if code == 32 else table.get(code, "") for code in codes)


@cache
def _tables() -> dict[str, dict[int, str]]:
    fonts = vocabulary("marks")["fonts"]
    return {name: {int(code, 16): sign for code, sign in t.items()} for name, t in fonts.items()}
