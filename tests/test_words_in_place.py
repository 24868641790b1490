"""Swedish stands in texts and vocabularies, not in code, so that it can be read in one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "plansvar"
# The values that the contract fixes are Swedish and stand where the nouns are defined.
ALLOWED = "domain"
SWEDISH_LETTERS = set("åäöÅÄÖ")
# Sets of letters for patterns and folding are not words.
LETTER_SETS = {"åäö", "ÅÄÖ", "A-ZÅÄÖ", "a-zåäö", "åäöéèüáàæø"}

FILES = sorted(p for p in SOURCE.rglob("*.py") if p.relative_to(SOURCE).parts[0] != ALLOWED)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_code_holds_no_swedish_words(path: Path) -> None:
    found = [f"line {line}: {text!r}" for line, text in _swedish(path)]
    assert not found, found


def _swedish(path: Path) -> Iterator[tuple[int, str]]:
    source = path.read_text("utf-8")
    if SWEDISH_LETTERS.isdisjoint(source):
        return
    tree = ast.parse(source)
    explanations = {id(node) for node in _docstrings(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            for letters in LETTER_SETS:
                text = text.replace(letters, "")
            if id(node) not in explanations and SWEDISH_LETTERS & set(text):
                yield node.lineno, node.value


def _docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Strings that stand alone: docstrings and explanations of attributes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
