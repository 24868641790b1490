"""How often the quoted sentences hold the answer, on questions about Swedish authorities' texts.

    python -m eval.passages [--train] [--wrong]

SweQUAD-MC's questions are asked of all its texts at once. A passage is right when it holds the
words of the right answer and stands in the question's own text.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from eval.corpora import SHARED
from plansvar.asking.passages import find_passages
from plansvar.asking.query import Operation, Query, Subject
from plansvar.domain import BlockKind, Chunk, Document, Extraction, Place
from plansvar.index.memory import build_in_memory
from plansvar.reading.building import Builder, Piece

FOLDER = SHARED / "evaluation" / "swequad-mc"
OPENINGS = {
    "varför": Operation.WHY,
    "hur": Operation.HOW,
    "när": Operation.WHEN,
    "vem": Operation.WHO,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--foreign", action="store_true", help="questions whose text is left out")
    options = parser.parse_args()
    items = read_items(FOLDER / ("training.json" if options.train else "dev.json"))
    documents = {item["context"]: document_of(item["context"]) for item in items}
    library = build_in_memory([extraction_of(document) for document in documents.values()])
    if options.foreign:
        _ask_foreign(library, documents)
        return
    outcome: Counter[str] = Counter()
    started = time.perf_counter()
    for item in items:
        found = find_passages(_query(item), library, None)
        held = [_holds(passage, item, documents[item["context"]]) for passage in found]
        verdict = "none" if not found else "first" if held[0] else "later" if any(held) else "wrong"
        outcome[verdict] += 1
        if options.wrong and verdict in ("wrong", "none"):
            print(f"\n{verdict}: {item['question']}\n  answer: {answer_of(item)}")
            for passage in found:
                print(f"  {passage.coverage:.2f} {passage.score:.2f} {passage.pieces}")
    spent = (time.perf_counter() - started) / len(items) * 1000
    print({verdict: f"{count / len(items):.1%}" for verdict, count in outcome.most_common()})
    print(f"{len(items)} questions, {spent:.1f} ms each")


def _ask_foreign(library: Any, documents: dict[str, Document]) -> None:
    items = [i for i in read_items(FOLDER / "training.json") if i["context"] not in documents]
    answered = [
        (item["question"], found[0].pieces)
        for item in items
        if (found := find_passages(_query(item), library, None))
    ]
    for question, pieces in answered[:40]:
        print(question, "|", pieces)
    print(f"answered {len(answered)} of {len(items)} questions whose text is not there")


def _query(item: dict[str, Any]) -> Query:
    return Query(item["question"], Subject.PASSAGES, operation_of(item["question"]))


def read_items(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text("utf-8"))["data"])


def operation_of(question: str) -> Operation:
    words = question.lower().split()
    if words[:2] in (["hur", "många"], ["hur", "mycket"]):
        return Operation.VALUE
    return OPENINGS.get(words[0], Operation.WHAT)


def answer_of(item: dict[str, Any]) -> str:
    return next(c["text"] for c in item["choices"] if c["type"] == "Correct answer")


def _holds(passage: Any, item: dict[str, Any], document: Document) -> bool:
    text = " ".join(" ".join(passage.pieces).split()).lower()
    inside = passage.evidence.place.document_id == document.path
    return inside and " ".join(answer_of(item).split()).lower() in text


def document_of(context: str) -> Document:
    name = hashlib.sha256(context.encode()).hexdigest()
    builder = Builder()
    for line in context.splitlines():
        if not line.strip():
            continue
        short = len(line) < 60 and line.rstrip()[-1] not in ".!?:,"
        kind = BlockKind.HEADING if short else BlockKind.PARAGRAPH
        builder.add(kind, [Piece(line.strip())])
    layout = builder.finish()
    return Document(
        name,
        name,
        "text",
        name,
        layout.text,
        layout.pages,
        layout.parts,
        layout.sections,
        layout.blocks,
    )


def extraction_of(document: Document) -> Extraction:
    sections = document.sections
    chunks = [
        Chunk(
            f"{document.path}#{number}",
            Place(document.path, None, None, None, section.path, None),
            " › ".join(section.path),
            document.quote(section.span),
            section.span,
        )
        for number, section in enumerate(sections)
    ]
    return Extraction(document, chunks=tuple(chunks))


if __name__ == "__main__":
    main()
