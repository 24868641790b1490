"""What a question asks of a goal beyond its value: share, gap, arrow, missing assessment."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from plansvar.asking.query import Conditions, Query, Subject
from plansvar.asking.understanding.claimed_counts import asks_of_counts
from plansvar.asking.understanding.differing import asks_whether_alike
from plansvar.asking.understanding.goal_distances import (
    asks_distance,
    goals_said,
    goes_beyond,
    is_set_against_goal,
)
from plansvar.asking.understanding.lacking import lacks_beside
from plansvar.asking.understanding.lexicon import Match, grammar
from plansvar.asking.understanding.measuring import limits_asked
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.table_words import names_table
from plansvar.language.folding import bare
from plansvar.language.vocabulary import vocabulary

NEAR = 4  # tokens between "inte" and the word for an assessment
WITHIN = 3  # tokens between "av" and "målet"
_QUANTITY = frozenset({"share", "count", "value", "how"})
_WAYS = frozenset({"trend", "list", "value", "what"})

_ENDS = 2  # years that a stretch of them is told by


def goal_cues(reading: Reading, cues: frozenset[str]) -> frozenset[str]:
    """The operations cued, with those that several words together ask for."""
    if asks_whether_alike(reading) or asks_of_counts(reading):
        return frozenset({"conflicts" if asks_whether_alike(reading) else "check_sum"})
    found = set(cues)
    if _QUANTITY & cues and not reading.has("relation") and _names_share(reading):
        found.add("share_of_target")
    moved = not _names_rows(reading) and _asks_change(reading)
    if _QUANTITY & cues and (moved or _asks_gap(reading)):
        found.add("difference")
    if goes_beyond(reading):
        found = (found - {"target", "trend"}) | {"difference"}
    if (is_unassessed(reading) or asks_assessed(reading)) and {"list", "count"} & cues:
        found.discard("status")
    if _adds_up(reading):
        found.add("check_sum")
    found = _replaced(found, reading)
    if limits_asked(reading):
        return frozenset((found - _QUANTITY) | {"target"})
    return frozenset(_with_arrow(found, reading, cues))


def _replaced(found: set[str], reading: Reading) -> set[str]:
    """The operations with those that other words make another."""
    if "old_measurements" in found and lacks_beside(reading):
        found = (found - {"old_measurements"}) | {"list"}
    if "trend" in found and is_set_against_goal(reading):
        found = (found - {"trend"}) | {"status"}
    return found


def _with_arrow(found: set[str], reading: Reading, cues: frozenset[str]) -> set[str]:
    if _asks_arrow(reading, cues):
        return (found - _WAYS) | {"status"}
    return found


def is_unassessed(reading: Reading) -> bool:
    """ "vilka mål har inte fått någon färg?": an assessment is said to be missing."""
    if reading.has("unassessed"):
        return True
    lacking = grammar()["lacking"]
    return any(
        token.key in lacking
        for m in reading.places("judgement")
        for token in reading.tokens[max(0, m.start - NEAR) : m.start]
    )


def is_partly(reading: Reading) -> bool:
    """ "klarades bara delvis": a verdict between met and missed."""
    met, *_ = vocabulary("questions")["sv"]["verdict"]
    return bool(set(reading.values("verdict")) - {met, *grammar()["missed_verdicts"]})


def asks_what_is_done(reading: Reading) -> bool:
    """ "vad gör nämnden åt …", "vad gör man för att …": a form of to do, and the words for about or
    in order to behind it."""
    keys = [token.key for token in reading.tokens]
    places = (n for n, key in enumerate(keys) if key in grammar()["doing"])
    done = next((n for n in places if n > 1 or keys[n] != grammar()["auxiliary"]), None)
    if done is None:
        return False
    behind = keys[done + 1 :]
    asks = not set(grammar()["asks_what"]).isdisjoint(keys[:done])
    aims = asks and any([a, b] in grammar()["in_order_to"] for a, b in pairwise(behind))
    return aims or not set(grammar()["doing_about"]).isdisjoint(behind)


def asks_whence(reading: Reading) -> bool:
    """ "var kommer pengarna ifrån?": where, a form of to come, and the word for from at the end."""
    keys = [token.key for token in reading.tokens]
    rules = grammar()["whence"]
    where = next((n for n, key in enumerate(keys[:-2]) if key in rules["where"]), None)
    if where is None or keys[where + 1] not in rules["come"]:
        return False
    return any(key in rules["from"] for key in keys[-2:])


def asks_assessed(reading: Reading) -> bool:
    """ "hur många mål har fått en bedömning?": an assessment of any kind."""
    got = any(token.key in grammar()["got"] for token in reading.tokens)
    judged = reading.has("judgement") and not reading.has("assessment")
    return judged and got and reading.has("subject") and not is_unassessed(reading)


def may_be_when(reading: Reading) -> bool:
    """ "nar" without its dots means "når" unless it begins the question; "när" behind another
    word that asks only tells of which time ("hur många var klara när året var slut")."""
    return any(
        m.end - m.start > 1 or _asks_when(reading, m) for m in reading.places("operation", "when")
    )


def _asks_when(reading: Reading, match: Match) -> bool:
    token = reading.tokens[match.start]
    if reading.language == "en" and token.key == grammar()["english_time_conjunction"]:
        beside = (*reading.tokens[: match.start], *reading.tokens[match.end :])
        return match.start == 0 or not any(t.key in grammar()["starts"] for t in beside)
    if match.start == 0 or token.bare != bare(grammar()["time_conjunction"]):
        return True
    asked_before = any(t.key in grammar()["starts"] for t in reading.tokens[: match.start])
    return not (token.plain or asked_before)


def is_over_years(reading: Reading, query: Query) -> bool:
    """ "vilket år var den högst?", "de senaste fem åren": one thing's values year by year."""
    said = reading.has("over_years") and not limits_asked(reading)
    said = said or any(t.key in grammar()["years"] for t in reading.tokens)
    of_values = query.subject in (Subject.INDICATORS, Subject.AMOUNTS)
    if query.subject is Subject.AMOUNTS and query.links and _is_stretch(reading, query):
        return True
    return said and bool(query.links) and of_values and not query.scope.years


def _is_stretch(reading: Reading, query: Query) -> bool:
    """ "kostnaderna 2026\u20132029", "från 2026 till och med 2029": the years between too, where no
    difference between the two is asked for."""
    years = query.scope.years
    if len(years) != _ENDS or years[1] - years[0] < _ENDS:
        return False
    if reading.has("change") or reading.has("operation", "difference", "share", "compare"):
        return False
    places = [n for n, t in enumerate(reading.tokens) if t.number in years]
    before = reading.tokens[places[-1] - 1] if places and places[-1] else None
    return before is not None and before.key not in grammar()["pairing"]


def is_by_unit(reading: Reading, query: Query) -> bool:
    """ "vilken nämnd har flest röda mål?", "röda mål per nämnd": rows counted by unit."""
    asked = replace(query.conditions, kinds=(), responsible=())
    if asked == Conditions() or query.links or query.operation.value not in grammar()["over_rows"]:
        return False
    return names_each_unit(reading)


def names_each_unit(reading: Reading) -> bool:
    """ "vilken nämnd har högst …", "per nämnd": units set against each other."""
    units = {root(word) for word in grammar()["money_groups"]["units"]}
    keys = [token.key for token in reading.tokens]
    named = [n for n, token in enumerate(reading.tokens) if token.stem in units]
    each = any(n and keys[n - 1] in grammar()["each"] for n in named)
    most = reading.has("order", "value+", "value-")
    return bool(named) and (each or most)


def _adds_up(reading: Reading) -> bool:
    """ "går delarna ihop med summan?", "stämmer summan av …?", "blir avvikelserna verkligen -12
    ihop?"; of what units came to only that something goes together with a sum."""
    keys = {token.key for token in reading.tokens}
    rules = grammar()["adding_up"]
    checks = not keys.isdisjoint(rules["checks"])
    together = not keys.isdisjoint(rules["together"])
    going = not keys.isdisjoint(grammar()["money_cues"]["going"])
    parts = keys & {*rules["parts"], *rules["units"]}
    summed = bool(parts - set(rules["units"]))
    doubted = not (keys.isdisjoint(rules["along"]) or keys.isdisjoint(rules["doubts"]))
    tabled = any(map(names_table, keys))
    doubted = doubted or _doubts_sum(reading, keys)
    if (doubted and summed and not going) or (tabled and going and together):
        return True
    if reading.has("money"):
        return summed and going and together
    of_goals = "indicators" in reading.values("subject")
    return (summed and checks and not going) or (bool(parts or of_goals) and going and together)


def _doubts_sum(reading: Reading, keys: set[str]) -> bool:
    """ "är summan rätt?", "blir delarna tillsammans summan?"."""
    rules = grammar()["adding_up"]
    first = reading.tokens[0].key if reading.tokens else ""
    sums, along = (not keys.isdisjoint(rules[name]) for name in ("sums", "along"))
    right = not keys.isdisjoint(rules["doubts"]) and first in grammar()["be"]
    return sums and (right or (along and first in rules["making"]))


def _names_share(reading: Reading) -> bool:
    """ "av målet", "av årets mål"; "av mål" speaks of goals."""
    return any(_is_whole(m, reading) for m in goals_said(reading))


def _is_whole(goal: Match, reading: Reading) -> bool:
    before = reading.tokens[max(0, goal.start - WITHIN) : goal.start]
    at = next((n for n, t in enumerate(before) if t.key in grammar()["share_of"]), None)
    if at is None:
        return False
    between = before[at + 1 :]
    small = {i for m in reading.matches if m.category in _SMALL for i in range(m.start, m.end)}
    small |= reading.found.used
    start = goal.start - len(between)
    plain = reading.tokens[goal.start].key == grammar()["goal_ending"]
    if plain and _is_owned(reading, start, goal.start):
        return False
    return all(n in small for n in range(start, goal.start)) and bool(between or not plain)


def _is_owned(reading: Reading, start: int, end: int) -> bool:
    """ "av kommunens mål", "av Ekvallas mål": all goals of a place, of which some are counted; not
    "av årets mål"."""
    years = {i for m in reading.places("relative_year") for i in range(m.start, m.end)}
    genitive = str(grammar()["genitive"])
    owners = [n for n in range(start, end) if n not in years and reading.tokens[n].number is None]
    return any(
        n in reading.found.used
        or (len(reading.tokens[n].key) > NEAR and reading.tokens[n].key.endswith(genitive))
        for n in owners
    )


_SMALL = ("function", "relative_year", "filler")


def _asks_gap(reading: Reading) -> bool:
    """ "hur många till måste bli klara för att nå målet?": what is missing to a target."""
    if reading.has("reach") or is_set_against_goal(reading) or asks_distance(reading):
        return True
    return reading.has("lack") and bool(goals_said(reading) or _names_goal(reading))


def _names_goal(reading: Reading) -> bool:
    """ "betygsmålet": a goal by the name of what it is about."""
    endings = tuple(grammar()["goal_endings"])
    return any(token.key.endswith(endings) for token in reading.tokens)


def _asks_change(reading: Reading) -> bool:
    """ "hur mycket har det ökat?": by how much a value has moved."""
    much = any(
        not set(grammar()["of_amount"]).isdisjoint(t.key for t in reading.tokens[m.start : m.end])
        for name in ("value", "count")
        for m in reading.places("operation", name)
    )
    return much and reading.has("change", "up", "down", "better", "worse")


def _names_rows(reading: Reading) -> bool:
    """Whether goals or key figures themselves are what is asked about."""
    kinds = {root(word) for name in ("known_kinds", "generic_kinds") for word in grammar()[name]}
    return reading.has("subject") or any(token.stem in kinds for token in reading.tokens)


def _asks_arrow(reading: Reading, cues: frozenset[str]) -> bool:
    """Which way an arrow points, where no rows are listed by it."""
    if not reading.has("pointer") or reading.has("subject"):
        return False
    return "count" not in cues and not reading.has("as_table")


def judging_tokens(reading: Reading) -> frozenset[int]:
    """Where nothing but a noun for judging ("omdömet", "betyget") stands beside the verdict that is
    asked for."""
    if not (reading.has("verdict") or reading.has("assessment")):
        return frozenset()
    nouns = grammar()["judging"]
    return frozenset(i for i, token in enumerate(reading.tokens) if token.key in nouns)
