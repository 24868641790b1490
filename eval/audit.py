"""Checks that every answer keeps the contract, whatever it says.

    python -m eval.audit [--corpus NAME] [--held]

Every statement has a citation, every quote stands in its file word by word, every figure is proved,
and the answer says nothing that its statements lack.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import Any

from eval.asking import Asked, ask_all
from eval.corpora import CORPORA
from eval.gold import load_gold
from plansvar.settings import load_settings

MARK = re.compile(r"\s*\[\d+\]")
NOT_LETTERS = re.compile(r"[\W_]+")
NUMBER = re.compile(r"\d+(?:[ .,]\d+)*")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus")
    parser.add_argument("--held", action="store_true")
    options = parser.parse_args()
    golds = [g for g in load_gold(options.held) if options.corpus in (None, g.corpus)]
    found: Counter[str] = Counter()
    for item in ask_all(golds, load_settings()):
        for fault in faults(item):
            found[fault.split(":")[0]] += 1
            print(f"{item.gold.id} {item.gold.question}\n    {fault}")
    print(dict(found) or "no faults")


def faults(item: Asked) -> list[str]:
    answer = item.answer
    if "error" in answer:
        return [f"error: {answer['error']}"]
    found = [f"figure: {raw}" for raw in item.wrong_figures]
    found += [
        f"uncited: {statement['text']}"
        for statement in answer["statements"]
        if not statement["citations"] and not answer["abstained"]
    ]
    found += [f"quote: {part}" for part in _unprinted(answer, item.gold.corpus)]
    found += [f"unstated: {line}" for line in _unstated(answer)]
    found += [f"conflict: {raw}" for raw in _unquoted_conflicts(answer)]
    found += [f"cell: {cell}" for cell in _unstated_cells(answer)]
    return found


def _unprinted(answer: dict[str, Any], corpus: str) -> list[str]:
    """Parts of quotes that the cited file does not hold (text formats only)."""
    missing = []
    for citation in answer["citations"]:
        path = _file(corpus, citation["document"])
        if path is None or path.suffix not in (".txt", ".md"):
            continue
        printed = _bare(path.read_text("utf-8"))
        parts = citation["quote"].split(" … ")
        missing += [part for part in parts if _bare(part) not in printed]
    return missing


def _unstated(answer: dict[str, Any]) -> list[str]:
    """Lines of the answer whose words do not stand in its statements, tables aside."""
    stated = _bare(" ".join(statement["text"] for statement in answer["statements"]))
    words = set(stated.split())
    lines = [line for line in MARK.sub("", answer["answer"]).splitlines() if line.strip()]
    return [line for line in lines if not line.startswith("|") and set(_bare(line).split()) - words]


def _unquoted_conflicts(answer: dict[str, Any]) -> list[str]:
    """Values of conflicts that the citation they name does not quote."""
    quotes = {citation["n"]: _bare(citation["quote"]) for citation in answer["citations"]}
    values = [value for conflict in answer["conflicts"] for value in conflict["values"]]
    return [v["raw"] for v in values if _bare(v["raw"]) not in quotes.get(v["citation"], "")]


def _unstated_cells(answer: dict[str, Any]) -> list[str]:
    """Figures in cells of tables that no statement has."""
    stated = " ".join(NUMBER.findall(" ".join(s["text"] for s in answer["statements"])))
    lines = [line for line in MARK.sub("", answer["answer"]).splitlines() if line.startswith("|")]
    cells = [number for line in lines for number in NUMBER.findall(line)]
    return [number for number in cells if number not in stated]


def _file(corpus: str, document: str) -> Path | None:
    return next(
        (path / document for path in CORPORA[corpus].paths if (path / document).is_file()), None
    )


def _bare(text: str) -> str:
    return NOT_LETTERS.sub(" ", text).lower()


if __name__ == "__main__":
    main()
