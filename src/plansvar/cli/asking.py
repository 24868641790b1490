"""`plansvar ask`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plansvar.cli.arguments import Arguments
from plansvar.cli.batch import BatchLine, BrokenLine, read_lines
from plansvar.cli.output import note, print_json, say
from plansvar.cli.rendering import answer_lines
from plansvar.domain import Answer, Question
from plansvar.interchange.contract import answer_object, documents_by_id
from plansvar.pipeline import answer_question, open_for_asking
from plansvar.settings import Settings
from plansvar.texts import text

if TYPE_CHECKING:
    from plansvar.asking.conversation import Conversation
    from plansvar.engines.protocol import Encoder
    from plansvar.index.library import Library


def run(arguments: Arguments, settings: Settings) -> int:
    # The file first: a missing one should not cost the loading of a model.
    earlier = read_lines(arguments.history) if arguments.history else ()
    lines = read_lines(arguments.batch) if arguments.batch else ()
    opened = open_for_asking(settings)
    if opened.warning:
        note(opened.warning)
    asker = Asker(opened.library, opened.encoder)
    if arguments.history:
        asker.remember(earlier, arguments.history)
    if arguments.batch:
        _answer_all(asker, lines)
        return 0
    answer = asker.ask(arguments.question or "")
    if arguments.as_json:
        print_json(answer_object(answer, documents_by_id(asker.library.documents())))
    else:
        for line in answer_lines(answer):
            say(line)
    return 0


class Asker:
    """Asks one index and keeps conversations apart."""

    def __init__(self, library: Library, encoder: Encoder | None) -> None:
        from plansvar.asking.conversation import Conversation

        self.library = library
        self._encoder = encoder
        self._empty = Conversation()
        self._history = self._empty
        self._conversations: dict[str, Conversation] = {}

    def ask(self, question: str) -> Answer:
        """Answer a question that goes on from the history."""
        answer, self._history = self._answer(Question(question), self._history)
        return answer

    def ask_line(self, line: BatchLine) -> Answer:
        """Answer a line of a batch, in its own conversation where it names one."""
        name = line.conversation
        question = Question(line.question, None, name)
        before = self._history if name is None else self._conversations.get(name, self._history)
        answer, after = self._answer(question, before)
        if name is not None:
            self._conversations[name] = after
        return answer

    def remember(self, lines: tuple[BatchLine | BrokenLine, ...], path: Path) -> None:
        """Ask the questions of a history file, those of its last conversation."""
        for line in lines:
            if isinstance(line, BrokenLine):
                why = line.error
                note(text("cli.batch.history_skipped", number=line.number, path=path, why=why))
        whole = [line for line in lines if isinstance(line, BatchLine)]
        for line in whole:
            if line.conversation == whole[-1].conversation:
                self.ask(line.question)

    def _answer(
        self, question: Question, conversation: Conversation
    ) -> tuple[Answer, Conversation]:
        return answer_question(question, self.library, self._encoder, conversation)


def _answer_all(asker: Asker, lines: tuple[BatchLine | BrokenLine, ...]) -> None:
    documents = documents_by_id(asker.library.documents())
    for line in lines:
        if isinstance(line, BrokenLine):
            print_json({"id": line.id, "error": line.error}, indent=None)
            continue
        try:
            answer = answer_object(asker.ask_line(line), documents)
        except Exception as error:
            # One question that fails must not lose the answers of the others.
            failed = text("cli.batch.failed", kind=type(error).__name__)
            print_json({"id": line.id, "question": line.question, "error": failed}, indent=None)
        else:
            print_json({**answer, "id": line.id}, indent=None)
