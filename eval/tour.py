"""Writes docs/TOUR.md: five questions on the documents that come along, with the program's answers.

    python -m eval.tour [--check]

`--check` writes nothing and exits with 1 when the page is not what the program prints today.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from eval.corpora import CORPORA, ROOT
from plansvar.asking.conversation import Conversation
from plansvar.cli.rendering import answer_lines
from plansvar.domain import Question
from plansvar.index import open_index
from plansvar.pipeline import answer_question, build_index
from plansvar.settings import Settings

PAGE = ROOT / "docs" / "TOUR.md"
QUESTIONS = (
    "vilka processmål är röda i Eskilstuna?",
    "hur stor är andelen fossilfria fordon i Ekvalla?",
    "vad är sjukfrånvaron i Örebro 2017?",
    "hur många fler företag behövs för att nå målet i Eskilstuna?",
    "vad kostar en elev i grundskolan i Örebro?",
)
OPENING = """# A short tour

Five questions on the documents that come with plansvar, with the answers as the program prints
them. This page is made by `python -m eval.tour`, and a test sees to it that it is current.
"""


def main() -> None:
    made = tour()
    if "--check" in sys.argv[1:]:
        sys.exit(PAGE.read_text("utf-8") != made)
    PAGE.write_text(made, "utf-8")


def tour() -> str:
    """The page as the program makes it today, by words alone so that no model is needed."""
    with tempfile.TemporaryDirectory() as folder:
        build_index(CORPORA["demo"].paths, Path(folder), Settings(engine="none"))
        library = open_index(folder)
        blocks = []
        for question in QUESTIONS:
            answer, _ = answer_question(Question(question), library, None, Conversation())
            printed = "\n".join(line.rstrip() for line in answer_lines(answer))
            blocks.append(f"## {question}\n\n```text\n{printed}\n```\n")
        library.close()
    return "\n".join([OPENING, *blocks])


if __name__ == "__main__":
    main()
