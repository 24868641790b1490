"""Raised signs: footnote marks and exponents as single characters."""

from __future__ import annotations

MARKS = "¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ"
_PLAIN = "123456789abcdefgh"
_RAISE = str.maketrans(f"0-{_PLAIN}", f"⁰⁻{MARKS}")
_LOWER = str.maketrans(MARKS, _PLAIN)


def as_raised(text: str) -> str:
    """Digits and letters as raised signs: "1" → "¹"."""
    return text.translate(_RAISE)


def as_plain(text: str) -> str:
    """Raised signs as digits and letters: "ᵃ" → "a"."""
    return text.translate(_LOWER)
