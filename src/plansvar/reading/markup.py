"""Takes leftover inline markup out of plain text: tags, stars and underscores for emphasis."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"</?(?:i|b|u|em|strong|sup|sub|small|span|font|p|div)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# **bold** but not the footnote marks in "procent** 59 ***"
_BOLD = re.compile(r"(?<![*\w])\*\*(?![\s*])([^*\n\t|]+?)(?<![\s*])\*\*(?![*\w])")
_SLANTED = re.compile(r"(?<![*\w])\*(?![\s*])([^*\n\t|]+?)(?<![\s*])\*(?![*\w])")
_UNDERSCORED = re.compile(r"(?<!\w)(_{1,2})(?![\s_])([^_\n]+?)(?<![\s_])\1(?!\w)")


def without_markup(text: str) -> str:
    """The text as a reader would see it."""
    plain = _BREAK.sub(" ", _TAG.sub("", text))
    plain = _SLANTED.sub(r"\1", _BOLD.sub(r"\1", plain))
    return _UNDERSCORED.sub(r"\2", plain)
