"""The desk where questions are handed in: the index in force, its encoder, and what ails them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from plansvar.domain import Answer, Document, DraftReport, Question, Span
from plansvar.errors import PlansvarError
from plansvar.index.library import Library
from plansvar.settings import Settings
from plansvar.web.examples import example_questions

if TYPE_CHECKING:
    from plansvar.asking.conversation import Conversation


Judging = Callable[[str], DraftReport]


class Asking(Protocol):
    """Answers a question in the light of a conversation; null begins one."""

    def __call__(
        self, question: str, conversation: Conversation | None
    ) -> tuple[Answer, Conversation]: ...


def _nowhere(_: str) -> Path | None:
    return None


def _unjudged(_: str) -> DraftReport:
    return DraftReport((), ())


@dataclass(frozen=True, slots=True)
class Opened:
    """An index that can be asked. `notice` says what works less well, in one line; `locate` where
    a document's file lay when it was read; `examples` can all be answered;
    `skipped` names the files that could not be read, and why."""

    library: Library
    ask: Asking
    notice: str | None = None
    locate: Callable[[str], Path | None] = _nowhere
    examples: tuple[str, ...] = ()
    judge: Judging = _unjudged
    skipped: tuple[tuple[str, str], ...] = ()


Opener = Callable[[], Opened]
Stamp = Callable[[], object]


class Desk:
    """Opens the index when it is first needed and again when it has been built anew.

    `stamp` changes when the index does; what cannot be opened is said in one line, and tried again
    at the next question."""

    def __init__(self, open_it: Opener, stamp: Stamp) -> None:
        self._open_it = open_it
        self._stamp = stamp
        self._lock = threading.Lock()
        self._opened: Opened | None = None
        self._seen: object = None

    def opened(self) -> Opened:
        """The index in force. Raises PlansvarError with a line that says what to do."""
        with self._lock:
            stamp = self._stamp()
            if self._opened is None or stamp != self._seen:
                self._opened = self._open_it()
                self._seen = stamp
            return self._opened

    def problem(self) -> str | None:
        """Why nothing can be asked, or null."""
        try:
            self.opened()
        except PlansvarError as error:
            return str(error)
        return None

    def ask(self, question: str, conversation: Conversation | None) -> tuple[Answer, Conversation]:
        """Answer a question. Raises PlansvarError with one clear line in Swedish."""
        return self.opened().ask(question, conversation)

    def judge(self, draft: str) -> DraftReport:
        """A draft against the documents. Raises PlansvarError with one clear line."""
        return self.opened().judge(draft)

    def built(self) -> datetime | None:
        """When the index in force was built, where that is known."""
        stamp = self._stamp()
        return stamp if isinstance(stamp, datetime) else None

    def locate(self, document_id: str) -> Path | None:
        try:
            return self.opened().locate(document_id)
        except (KeyError, PlansvarError):
            return None

    def document(self, document_id: str) -> Document | None:
        try:
            return self.opened().library.document(document_id)
        except KeyError:
            return None


def desk_for(settings: Settings) -> Desk:
    """The desk over the index that the settings name."""
    from plansvar.index.database import FILE

    file = Path(settings.index) / FILE

    def stamp() -> datetime | None:
        try:
            return datetime.fromtimestamp(file.stat().st_mtime).astimezone()
        except OSError:
            return None

    return Desk(lambda: open_desk(settings), stamp)


def open_desk(settings: Settings) -> Opened:
    """The index with its encoder; without weights, or vectors, by words alone."""
    from plansvar.asking.claims import judge_draft
    from plansvar.asking.conversation import Conversation
    from plansvar.pipeline import answer_question, open_for_asking

    opened = open_for_asking(settings)
    library, encoder = opened.library, opened.encoder
    if encoder is not None:
        library.use_faiss()

    def ask(question: str, conversation: Conversation | None) -> tuple[Answer, Conversation]:
        before = conversation if conversation is not None else Conversation()
        return answer_question(Question(question), library, encoder, before)

    def answers(question: str) -> bool:
        made, _ = ask(question, None)
        return not made.abstained and not made.not_understood

    examples = example_questions(library, answers)

    def judge(draft: str) -> DraftReport:
        return judge_draft(draft_sentences(draft), library, encoder)

    return Opened(
        library, ask, opened.warning, library.location, examples, judge, library.skipped()
    )


def draft_sentences(draft: str) -> list[str]:
    """The sentences of a typed text; a line break ends one."""
    from plansvar.language.sentences import sentences

    found = [
        line[s.start : s.end]
        for line in draft.splitlines()
        for s in sentences(line, Span(0, len(line)))
    ]
    return [" ".join(sentence.split()) for sentence in found if sentence.strip()]
