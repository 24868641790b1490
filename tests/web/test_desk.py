"""Bad input gives one clear line; a new index is taken into use without a restart."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
import web_fakes

from plansvar.errors import ArgumentError, MissingIndex
from plansvar.index.building import building
from plansvar.settings import Settings
from plansvar.web.chat import Chat
from plansvar.web.desk import Desk, Opened, desk_for
from plansvar.web.examples import example_questions
from plansvar.web.limits import Limits
from plansvar.web.serving import take_port


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("", "Skriv en fråga först."),
        (" \n\t ", "Skriv en fråga först."),
        ("å" * 10_000, "Frågan är 10000 tecken lång. Korta den till högst 1000 tecken."),
    ],
)
def test_a_question_that_is_none_gives_one_line(question: str, line: str) -> None:
    turn, after = Chat(web_fakes.desk()).answered(question, None)
    assert turn["spoken"] == line
    assert after is None


def test_white_space_in_a_question_is_folded() -> None:
    assert Limits().checked("  vilka\nmål \t är röda? ", "") == "vilka mål är röda?"


def test_what_nobody_foresaw_gives_a_line_and_no_traceback() -> None:
    class Broken:
        def __call__(self, question: str, conversation: object) -> None:
            raise ZeroDivisionError("secret path")

    opened = Opened(web_fakes.desk().opened().library, Broken())  # type: ignore[arg-type]
    turn, _ = Chat(Desk(lambda: opened, lambda: 1)).answered("vad?", None)
    assert "Något gick fel" in turn["html"]
    assert "secret" not in turn["html"]


def test_a_missing_index_is_said_and_a_later_one_taken_into_use(tmp_path: Path) -> None:
    desk = desk_for(Settings(index=str(tmp_path / "index"), engine="none"))
    assert "Det finns inget index" in (desk.problem() or "")
    with pytest.raises(MissingIndex):
        desk.ask("vilka mål är röda?", None)
    with building(tmp_path / "index") as builder:
        builder.write([web_fakes.extraction()])
    assert desk.problem() is None
    assert [d.title for d in desk.opened().library.documents()] == [web_fakes.TITLE]


def test_an_index_without_vectors_is_said_to_be(tmp_path: Path) -> None:
    with building(tmp_path) as builder:
        builder.write([web_fakes.extraction()])
    opened = desk_for(Settings(index=str(tmp_path))).opened()
    assert opened.notice is not None
    assert "plansvar index" in opened.notice


def test_a_port_in_use_gives_one_line() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(ArgumentError, match=f"Porten {port} .* --port"):
            take_port("127.0.0.1", port)


def test_examples_come_from_the_rows_and_only_those_that_can_be_answered() -> None:
    library = web_fakes.desk().opened().library
    assert example_questions(library, lambda _: True) == (
        "vilka processmål är röda?",
        "hur är utfallet för Nöjda besökare (%)?",
        "når vi målet för Nöjda besökare (%)?",
        "vilka dokument finns det?",
    )
    assert example_questions(library, lambda q: "utfallet" in q) == (
        "hur är utfallet för Nöjda besökare (%)?",
    )


def test_one_visitor_too_eager_does_not_stop_another() -> None:
    now = [0.0]
    limits = Limits(per_minute=2, clock=lambda: now[0])
    for _ in range(2):
        limits.checked("vad?", "a")
    with pytest.raises(ArgumentError, match="fler än 2 frågor"):
        limits.checked("vad?", "a")
    assert limits.checked("vad?", "b") == "vad?"
    now[0] = 61.0
    assert limits.checked("vad?", "a") == "vad?"
