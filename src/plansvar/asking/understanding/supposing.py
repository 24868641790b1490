"""What a question for a cause takes for granted by a word of degree, or by asking how it can be."""

from __future__ import annotations

from plansvar.asking.query import Change
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading

_WHY = "why"


def asks_how_it_can_be(reading: Reading) -> bool:
    """ "hur kan nämnden gå back?" asks for a cause, "hur kan jag ansöka?" for a way."""
    keys = [token.key for token in reading.tokens[:3]]
    opens = len(keys) > 2 and reading.has("operation", "how") and keys[1] in grammar()["how_can"]
    return opens and keys[2] not in grammar()["who_may"] and _supposes(reading)


def change_supposed(reading: Reading) -> list[str]:
    """ "varför lånade folk mindre?": that it fell; nothing where two things are compared."""
    if not reading.has("operation", _WHY) or reading.has("against") or reading.has("money"):
        return []
    keys = [token.key for token in reading.tokens]
    if reading.has("against_plan") or not set(grammar()["than"]).isdisjoint(keys):
        return []
    more = not set(grammar()["more_done"]).isdisjoint(keys)
    less = not set(grammar()["less_done"]).isdisjoint(keys)
    return [] if more == less else [(Change.UP if more else Change.DOWN).value]


def _supposes(reading: Reading) -> bool:
    told = ("money", "change", "target_state", "assessment", "task_status")
    return any(reading.has(each) for each in told)
