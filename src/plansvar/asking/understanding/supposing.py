"""What a question for a cause takes for granted by a word of degree, or by asking how it can be."""

from __future__ import annotations

from plansvar.asking.query import Change
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading

_WHY = "why"
_DONE = {
    Change.UP: "more_done",
    Change.DOWN: "less_done",
    Change.BETTER: "better_done",
    Change.WORSE: "worse_done",
}


def asks_how_it_can_be(reading: Reading) -> bool:
    """ "hur kan nämnden gå back?" asks for a cause, "hur kan jag ansöka?" for a way."""
    keys = [token.key for token in reading.tokens[:3]]
    opens = len(keys) > 2 and reading.has("operation", "how") and keys[1] in grammar()["how_can"]
    return opens and keys[2] not in grammar()["who_may"] and _supposes(reading)


def change_supposed(reading: Reading) -> list[str]:
    """ "varför lånade folk mindre?": that it fell; nothing where two things are compared."""
    if not reading.has("operation", _WHY) or reading.has("against") or reading.has("money"):
        return []
    keys = {token.key for token in reading.tokens}
    if reading.has("against_plan") or not keys.isdisjoint(grammar()["than"]):
        return []
    if not keys.isdisjoint(grammar()["lacking"]):
        keys -= set(grammar()["no_longer"])  # "inte längre" tells no change
    ways = [way for way, name in _DONE.items() if not keys.isdisjoint(grammar()[name])]
    return [ways[0].value] if len(ways) == 1 else []


def _supposes(reading: Reading) -> bool:
    told = ("money", "change", "target_state", "assessment", "task_status")
    return any(reading.has(each) for each in told)
