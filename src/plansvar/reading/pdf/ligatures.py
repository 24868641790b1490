"""Letters that a font draws as one sign, as the letters that they are."""

from __future__ import annotations

import unicodedata

_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st",
}  # fmt: skip


def normal_text(text: str) -> str:
    """A word with its accents and ligatures written out."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(_LIGATURES.get(letter, letter) for letter in composed)
