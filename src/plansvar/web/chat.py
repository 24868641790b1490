"""A question becomes a turn of the conversation: HTML, and what a screen reader is told."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Document
from plansvar.errors import PlansvarError
from plansvar.web.desk import Desk
from plansvar.web.limits import Limits
from plansvar.web.rendering.answers import render_problem, render_turn, spoken
from plansvar.web.telling import failure_line

Turn = dict[str, str]


@dataclass(frozen=True, slots=True)
class Chat:
    """`feedback` tells whether a visitor may say if an answer is right."""

    desk: Desk
    limits: Limits = field(default_factory=Limits)
    feedback: bool = False

    def answered(
        self, question: str, before: Conversation | None, visitor: str = ""
    ) -> tuple[Turn, Conversation | None]:
        """The next turn, and the conversation after it (as before where nothing came of it)."""
        name = f"t{uuid.uuid4().hex[:12]}"
        try:
            asked = self.limits.checked(question, visitor)
            answer, after = self.desk.ask(asked, before)
            html = render_turn(answer, self._cited(answer), name, self.feedback)
        except Exception as error:
            return _failed(question, error, name), before
        return {"html": str(html), "spoken": spoken(answer), "id": name}, after

    def _cited(self, answer: Answer) -> dict[str, Document]:
        names = {citation.document for citation in answer.citations}
        found = {name: self.desk.document(name) for name in names}
        return {name: document for name, document in found.items() if document}


def _failed(question: str, error: Exception, name: str) -> Turn:
    """An empty question gets its line below the log, everything else a turn of its own."""
    line = failure_line(error)
    asked = " ".join(question.split())[:200]
    if isinstance(error, PlansvarError) and not asked:
        return {"problem": line, "spoken": line, "id": name}
    return {"html": str(render_problem(asked, line, name)), "spoken": line, "id": name}
