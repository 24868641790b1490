"""Questions for how far a thing has come, which leave to the talk what it is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Operation, Scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.implied import are_people
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.merging import telling
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.roots import root

STAGES = ("begun", "ended", "late")
_OF_STAGES = (Operation.WHEN, Operation.WHY)


def leaning(parsed: Parsed, conversation: Conversation, catalogue: Catalogue) -> Parsed:
    """ "när börjar man bygga?" after a house that is planned is about that, not about a row that
    happens to have "bygga" in its name: the question without such a row."""
    if not leans(parsed, conversation, catalogue):
        return parsed
    return replace(parsed, query=replace(parsed.query, links=()), unlinked=())


def leans(parsed: Parsed, conversation: Conversation, catalogue: Catalogue) -> bool:
    """Whether a question says no more than how far what was spoken of has come."""
    last, query = conversation.last, parsed.query
    spoken = last is not None and bool(last.links or conversation.cited)
    if not spoken or parsed.operation not in _OF_STAGES or query.scope != Scope():
        return False
    stages = stage_roots()
    named = [c for c in telling(parsed.reading, catalogue) if not are_people(c)]
    return bool(named) and all(stages.intersection(c.stems) for c in named)


@cache
def stage_roots() -> frozenset[str]:
    """The roots of all words for a stage of something."""
    data = grammar()["stages"]
    asked = [word for stage in STAGES for word in data[stage]["asked"]]
    return frozenset(root(word) for word in (*data["beside"], *asked))
