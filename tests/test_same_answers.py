"""A question gets the same answer in every process: no choice hangs on the order of a set."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plansvar.pipeline import build_index
from plansvar.settings import Settings

DOCUMENTS = Path(__file__).parent.parent / "documents"
QUESTIONS = (
    "gick ekvalla back eller plus 2030?",
    "What does the latest report forecast for the whole of 2031?",
    "vilka nämnder gick minus 2030?",
)
SEEDS = ("5", "11", "7")
ASKING = """
import json, sys
from pathlib import Path
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question
from plansvar.index.opening import open_index
from plansvar.pipeline import answer_question
library = open_index(Path(sys.argv[1]))
for question in sys.argv[2:]:
    answer, _ = answer_question(Question(question), library, None, Conversation())
    print(json.dumps([answer.interpretation, answer.text, [c.quote for c in answer.citations]]))
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("same")
    build_index([DOCUMENTS], folder / "index", Settings(engine="none"))
    return folder / "index"


def asked(index: Path, seed: str) -> list[Any]:
    command = [sys.executable, "-c", ASKING, str(index), *QUESTIONS]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.slow
def test_answers_are_the_same_in_every_process(index: Path) -> None:
    first, *others = [asked(index, seed) for seed in SEEDS]
    assert [quotes for _, _, quotes in first if quotes]
    assert others == [first] * len(others)
