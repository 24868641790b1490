"""Whether the documents say the same of what was spoken of ("är dokumenten överens?")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Operation, Query, Scope
from plansvar.asking.understanding.differing import asks_if_they_agree
from plansvar.asking.understanding.parsing import Parsed


def of_agreement(parsed: Parsed, conversation: Conversation) -> Query | None:
    """The query for what different places say of the things spoken of; null where the question
    names something itself."""
    last, asked = conversation.last, parsed.query
    named = asked.links or parsed.unlinked or asked.scope != Scope()
    if last is None or not last.links or named or not asks_if_they_agree(parsed.reading):
        return None
    return replace(
        last,
        text=asked.text,
        operation=Operation.CONFLICTS,
        conditions=Conditions(),
        premise=None,
        order=None,
        parts=(),
        follow_up=True,
    )
