"""`plansvar ask`: one question, a history, a batch with conversations and broken lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plansvar.cli import main

pytestmark = pytest.mark.slow

pytest.importorskip("plansvar.asking.ask")

PLAN = """Ekdala kommun
Verksamhetsplan 2021

Skola
Skolan ska under året få fler lärare och mindre klasser.
Anslaget för skolan är 41,6 mnkr.
"""
FIELDS = {
    "id", "question", "interpretation", "answer", "kind", "abstained", "statements", "citations",
    "rows", "conflicts", "suggestions", "elapsed_ms",
}  # fmt: skip
Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLANSVAR_ENGINE", "none")
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "plan.txt").write_text(PLAN, "utf-8")
    assert main(["index"]) == 0

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["ask", *arguments])
        return (code, *capsys.readouterr())

    return run


def batch(ask: Ask, tmp_path: Path, *lines: bytes) -> list[dict[str, Any]]:
    (tmp_path / "fragor.jsonl").write_bytes(b"\n".join(lines))
    code, out, err = ask("--batch", "fragor.jsonl")
    assert (code, err) == (0, "")
    return [json.loads(line) for line in out.splitlines()]


def test_an_answer_has_the_fields_of_the_contract(ask: Ask) -> None:
    code, out, _ = ask("hur stort är anslaget för skolan?", "--json")
    answer = json.loads(out)
    assert code == 0
    assert set(answer) >= FIELDS
    assert answer["elapsed_ms"] > 0


def test_a_readable_answer_names_its_sources(ask: Ask) -> None:
    code, out, _ = ask("hur stort är anslaget för skolan?")
    assert code == 0
    assert "41,6 mnkr" in out
    assert "[1]" in out
    assert "plan.txt" in out


def test_words_without_quotation_marks_are_one_question(ask: Ask) -> None:
    answer = json.loads(ask("hur", "stort", "är", "anslaget?", "--json")[1])
    assert answer["question"] == "hur stort är anslaget?"


@pytest.mark.parametrize(
    "question", ["", "   ", "?" * 10_000, "a " * 10_000, "\u202e\u0000x", "--"]
)
def test_odd_questions_are_declined_politely(ask: Ask, question: str) -> None:
    code, out, _ = ask("--json", "--", question)
    assert code == 0
    assert json.loads(out)["answer"]


def test_a_batch_answers_in_order_with_ids(ask: Ask, tmp_path: Path) -> None:
    answers = batch(
        ask,
        tmp_path,
        '\ufeff{"id": "a", "question": "hur stort är anslaget för skolan?"}'.encode(),
        b'{"id": 7, "question": "vem vann valet?", "conversation": "s"}',
        b"",
    )
    assert [answer["id"] for answer in answers] == ["a", 7]
    assert all(set(answer) >= FIELDS for answer in answers)


def test_broken_lines_give_objects_with_an_error(ask: Ask, tmp_path: Path) -> None:
    answers = batch(
        ask,
        tmp_path,
        b"{",
        b"[1]",
        b'{"id": "x"}',
        b'{"id": "y", "question": 5}',
        b'{"id": "z", "question": "hej", "conversation": 5}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"id": "ok", "question": "hur stort \xc3\xa4r anslaget?"}',
    )
    assert [answer.get("id") for answer in answers] == [
        None, None, "x", "y", "z", None, None, "ok"
    ]  # fmt: skip
    assert all(answer["error"] for answer in answers[:-1])
    assert "error" not in answers[-1]


def test_conversations_interleave_without_mixing(ask: Ask, tmp_path: Path) -> None:
    def line(name: str, question: str) -> bytes:
        return json.dumps({"question": question, "conversation": name}).encode()

    alone = batch(
        ask, tmp_path, line("x", "hur stort är anslaget för skolan?"), line("x", "och 2020?")
    )
    mixed = batch(
        ask,
        tmp_path,
        line("x", "hur stort är anslaget för skolan?"),
        line("y", "vad ska skolan få?"),
        line("x", "och 2020?"),
    )
    assert mixed[2]["answer"] == alone[1]["answer"]


def test_a_history_is_gone_on_from(ask: Ask, tmp_path: Path) -> None:
    history = b'{"question": "hur stort \xc3\xa4r anslaget f\xc3\xb6r skolan?"}\nskr\xc3\xa4p\n'
    (tmp_path / "tidigare.jsonl").write_bytes(history)
    code, out, err = ask("och 2020?", "--history", "tidigare.jsonl", "--json")
    assert code == 0
    assert "Rad 2" in err
    assert json.loads(out)["question"] == "och 2020?"
