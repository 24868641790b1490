"""Cuts the style sheets of a web page into rules that hold on a wide screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_WITHIN = ("@supports", "@layer", "@container", "@scope", "@document")
_WIDTH = re.compile(r"\(\s*(min|max)-width\s*:\s*(\d+(?:\.\d+)?)(px|em|rem)\s*\)")
_SCREEN = 1280.0
_LETTER = 16.0
_DEEPEST = 6
_VARIABLE = re.compile(r"(?:^|;|\s)(--[\w-]+)\s*:\s*([^;]+)")
_USED = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)")
_CHAIN = 4
_LONGEST_VALUE, _LONGEST_STYLE = 200, 10_000


def rules_in(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations, those within conditions that hold included."""
    yield from _rules(_COMMENT.sub("", css), 0)


def variables_in(declarations: str) -> dict[str, str]:
    """The custom properties that declarations give."""
    found = _VARIABLE.findall(declarations)
    return {name: value.strip() for name, value in found if len(value) <= _LONGEST_VALUE}


def with_variables(style: str, variables: dict[str, str]) -> str:
    """Declarations with the values of the custom properties that they name."""
    for _ in range(_CHAIN):
        if "var(" not in style or len(style) > _LONGEST_STYLE:
            break
        style = _USED.sub(lambda found: variables.get(found[1], found[2] or ""), style)
    return style


def _rules(css: str, depth: int) -> Iterator[tuple[str, str]]:
    at = 0
    while (start := css.find("{", at)) >= 0:
        end = _closing(css, start)
        head = css[at:start].rpartition(";")[2].strip()
        body = css[start + 1 : end]
        at = end + 1
        if not head.startswith("@"):
            yield head, body
        elif depth < _DEEPEST and _holds(head.lower()):
            yield from _rules(body, depth + 1)


def _closing(css: str, start: int) -> int:
    """Where the block that begins at `start` ends."""
    level = 0
    for found in re.compile(r"[{}]").finditer(css, start):
        level += 1 if found[0] == "{" else -1
        if level == 0:
            return found.start()
    return len(css)


def _holds(head: str) -> bool:
    if head.startswith("@media"):
        return any(_is_wide_screen(query) for query in head[6:].split(","))
    return head.startswith(_WITHIN)


def _is_wide_screen(query: str) -> bool:
    """Whether a condition holds on a wide screen; one that is not known does not."""
    rest = _WIDTH.sub("", query)
    for side, size, unit in _WIDTH.findall(query):
        width = float(size) * (1.0 if unit == "px" else _LETTER)
        if (side == "min") != (width <= _SCREEN):
            return False
    kind = " ".join(word for word in rest.split() if word not in ("and", "only"))
    return kind in ("", "all", "screen", "not print")
