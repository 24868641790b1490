"""Numbers of a question: thresholds, order and how many are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from plansvar.asking.query import Order, OrderBy, Threshold
from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.lexicon import Match, grammar
from plansvar.asking.understanding.reading import KEPT_READINGS, Reading
from plansvar.asking.understanding.tokens import Token
from plansvar.language.money import money_factors
from plansvar.language.months import month_of
from plansvar.language.numbers import spelled_value

EQUAL = "="
FAR = 5  # tokens behind a word of change in which "mest" may stand
NEXT = 3  # how many tokens may stand between a relation and its number
BEFORE = 5  # tokens before "längst ifrån" that may say how many are wanted
OF_TARGET = 3  # tokens between a number and "av" in "50 procent av målet"
_MOVED = {
    "up": (OrderBy.RISE, True),
    "down": (OrderBy.RISE, False),
    "better": (OrderBy.CHANGE, True),
    "worse": (OrderBy.CHANGE, False),
}
_BESIDE = ("unit", "relation", "against")  # what may stand behind "mest" that it is no degree of
LONGEST_PLAIN = 4  # "mål" may be what is listed, "utfall" and "målvärde" may not


def thresholds_of(reading: Reading) -> tuple[Threshold, ...]:
    """Conditions on values: a relation with a number behind it."""
    made = []
    for match in reading.places("relation"):
        numbers = _numbers_after(reading, match.end, 2 if match.value == "between" else 1)
        if not numbers:
            continue
        of_target = _end_of_target(reading, numbers[-1])
        if of_target is None and _is_relative(reading, numbers[-1]):
            continue
        last = numbers[-1]
        values = [number_at(reading, i)[0] or 0.0 for i in numbers]
        between = match.value == "between" and len(values) > 1
        made.append(
            Threshold(
                measure=_measure_before(reading, match),
                relation=match.value,
                value=values[0],
                upper=values[1] if between else None,
                unit=_unit_after(reading, number_at(reading, last)[1] - 1),
                words=(reading.words(match.start, (of_target or last) + 1),),
                of_target=of_target is not None,
            )
        )
    kept = tuple(t for t in made if t.relation != "between" or t.upper is not None)
    return kept or _values_had(reading)


def money_limits(reading: Reading) -> tuple[Threshold, ...]:
    """The limits of a question that are in a unit of money."""
    return tuple(t for t in thresholds_of(reading) if t.unit in money_factors())


def _values_had(reading: Reading) -> tuple[Threshold, ...]:
    """ "vilka risker har värdet 12?": the very value that is to be had."""
    tokens = reading.tokens
    return tuple(
        Threshold(None, EQUAL, token.number, words=(reading.words(place - 2, place + 1),))
        for place, token in enumerate(tokens)
        if place > 1
        and token.number is not None
        and not is_year(token)
        and tokens[place - 1].key in grammar()["had_values"]
        and tokens[place - 2].key in grammar()["having_value"]
    )


def unread_relations(reading: Reading) -> tuple[str, ...]:
    """Relations that no threshold holds ("under 50 % av målet"): they may not be passed over."""
    return tuple(
        reading.words(match.start, numbers[-1] + 1).text
        for match in reading.places("relation")
        if (numbers := _numbers_after(reading, match.end, 1))
        and _is_relative(reading, numbers[-1])
        and _end_of_target(reading, numbers[-1]) is None
    )


def _end_of_target(reading: Reading, number: int) -> int | None:
    """Where "50 procent av målet" ends; null where the number is a share of nothing or else."""
    reach = range(number + 1, min(number + 1 + OF_TARGET, len(reading.tokens)))
    at = next((i for i in reach if reading.tokens[i].key in grammar()["share_of"]), None)
    if at is None:
        return None
    goals = [
        *reading.places("measure", grammar()["goal_ending"]),
        *reading.places("operation", "target"),
    ]
    behind = [m for m in goals if at < m.start <= at + 2]
    return behind[0].start if behind else None


def _is_relative(reading: Reading, index: int) -> bool:
    """Whether a number is a share of something else."""
    behind = reading.tokens[index + 1 : index + NEXT]
    return any(token.key in grammar()["share_of"] for token in behind)


def _numbers_after(reading: Reading, start: int, count: int) -> list[int]:
    reach = range(start, min(start + NEXT * count, len(reading.tokens)))
    found = [i for i in reach if _is_number(reading, i) and not is_year(reading.tokens[i])]
    near = found[:1] and found[0] - start < NEXT - 1
    return found[:count] if near else []


def _is_number(reading: Reading, at: int) -> bool:
    """Whether a number stands there: in digits, or spelled out with its unit behind it."""
    if reading.tokens[at].number is not None:
        return True
    value, behind = number_at(reading, at)
    return value is not None and any(m.start == behind for m in reading.places("unit"))


def number_at(reading: Reading, at: int) -> tuple[float | None, int]:
    """The number that stands at a token, and the token behind it: in digits, spelled out, or "en
    halv" and "en" before a unit."""
    tokens = reading.tokens
    token = tokens[at]
    if token.number is not None:
        return token.number, at + 1
    spelled = spelled_value(token.key)
    if spelled is not None:
        return float(spelled), at + 1
    half = at + 1 < len(tokens) and tokens[at + 1].key in grammar()["half"]
    behind = at + 2 if half else at + 1
    if token.key in grammar()["one"] and any(m.start == behind for m in reading.places("unit")):
        return (0.5 if half else 1.0), behind
    return None, at


def _measure_before(reading: Reading, relation: Match) -> str | None:
    near = [m for m in reading.places("measure") if 0 <= relation.start - m.end <= 1]
    before = [reading.tokens[m.start - 1].key for m in near if m.start > 0]
    certain = [m for m in near if len(reading.tokens[m.start].key) > LONGEST_PLAIN]
    if certain or any(word in grammar()["with"] for word in before):
        return near[-1].value
    return None


def _unit_after(reading: Reading, index: int) -> str | None:
    if index + 1 < len(reading.tokens) and reading.tokens[index + 1].text == "%":
        return "%"
    after = [m for m in reading.places("unit") if m.start == index + 1]
    return after[0].value if after else None


@lru_cache(maxsize=KEPT_READINGS)
def order_of(reading: Reading) -> Order | None:
    """How the rows are to be ordered, and how many are wanted."""
    limits = limits_asked(reading)
    names = [m for m in reading.places("order") if not _has_number_behind(reading, m)]
    names = [m for m in names if m not in limits and not _is_of_a_colour(reading, m)]
    if reading.has("sort"):
        names += reading.places("sort_key")
    names = names or _top(reading)
    moved = _most_moved(reading)
    if moved is not None:
        return moved
    if not names:
        return _sorted_by_change(reading)
    longest = max(names, key=lambda m: m.end - m.start)
    by, sign = longest.value[:-1], longest.value[-1]
    limit = _limit(reading, longest)
    return Order(OrderBy(by), sign == "+", limit, reading.has("sort") and limit is None)


def _top(reading: Reading) -> list[Match]:
    """ "topp tre investeringar": the first by size, where nothing says what they are first in."""
    tokens = reading.tokens
    places = [n for n, token in enumerate(tokens[:-1]) if token.key in grammar()["top"]]
    counted = [n for n in places if tokens[n + 1].number or spelled_value(tokens[n + 1].key)]
    return [Match("order", "value+", n, n + 1) for n in counted]


def _is_of_a_colour(reading: Reading, match: Match) -> bool:
    """ "bland de sämsta, dvs röda": what a colour means, and no order."""
    before = {token.key for token in _before(reading, match)}
    return reading.has("assessment") and not before.isdisjoint(grammar()["among"])


def limits_asked(reading: Reading) -> list[Match]:
    """ "hur många får det som högst vara": the most or least that may be, which is a target."""
    amount = reading.has("operation", "count", "value", "share") and not reading.has("subject")
    named = (m for m in reading.places("order") if amount and m.value in ("value+", "value-"))
    allowing = grammar()["allowing"]
    return [m for m in named if any(t.key in allowing for t in _before(reading, m))]


def _before(reading: Reading, match: Match) -> Sequence[Token]:
    return reading.tokens[max(0, match.start - NEXT) : match.start]


def _most_moved(reading: Reading) -> Order | None:
    """ "ökade mest", "mest har försämrats", "minskat sin frånvaro mest", "störst höjning": a change
    with the word for most beside it, or behind what changed."""
    largest = {m.end for m in reading.places("order", "value+")}
    for match in reading.places("change"):
        if match.value in _MOVED and match.start in largest:
            by, descending = _MOVED[match.value]
            return Order(by, descending, _limit(reading, match))
        near = range(max(0, match.start - 1), min(match.end + FAR, len(reading.tokens)))
        most = [n for n in near if reading.tokens[n].key in grammar()["most"]]
        if match.value in _MOVED and most and _stands_alone(reading, most[0], match.end):
            by, descending = _MOVED[match.value]
            return Order(by, descending, _limit(reading, match))
    return None


def _stands_alone(reading: Reading, at: int, behind: int) -> bool:
    """Whether "mest" is no degree of the word behind it ("ökat och är mest sjuka")."""
    if at <= behind:
        return True
    last = at + 1 == len(reading.tokens) or reading.is_function(reading.tokens[at + 1])
    last = last or is_year(reading.tokens[at + 1]) or at + 1 in reading.found.used
    last = last or month_of(reading.tokens[at + 1].key.split("-")[0]) is not None
    beside = [m for name in _BESIDE for m in reading.places(name)]
    return last or any(m.start == at + 1 for m in beside)


def _sorted_by_change(reading: Reading) -> Order | None:
    """ "rangordna efter hur mycket budgeten ökar": all, by how far they went."""
    moved = [m for m in reading.places("change") if m.value in _MOVED]
    if not (moved and reading.has("sort")):
        return None
    by, descending = _MOVED[moved[0].value]
    return Order(by, descending, None, whole=True)


def _has_number_behind(reading: Reading, match: Match) -> bool:
    return reading.has("relation") and bool(_numbers_after(reading, match.end, 1))


def _limit(reading: Reading, order: Match) -> int | None:
    place = place_asked(reading, order)
    if place is not None:
        return place
    near = reading.tokens[max(0, order.start - BEFORE) : order.start + NEXT]
    from_number = [int(t.number) for t in near if t.number and 0 < t.number < 100]
    spelled = [value for t in near if (value := spelled_value(t.key))]
    if from_number or spelled:
        return (from_number or spelled)[0]
    single = {word for phrase in grammar()["single"] for word in phrase.split()}
    if any(t.key in single for t in reading.tokens) or _is_of_one(reading, order):
        return 1
    return None


def place_asked(reading: Reading, order: Match) -> int | None:
    """ "näst högst", "tredje största": the first ones down to the place that is asked for."""
    near = {token.key for token in reading.tokens[max(0, order.start - 1) : order.end]}
    places = grammar()["places"]
    return next((n for n, said in enumerate(places, 2) if not near.isdisjoint(said)), None)


def _is_of_one(reading: Reading, order: Match) -> bool:
    """ "den som ligger sämst", "den största"."""
    before = reading.tokens[max(0, order.start - NEXT) : order.start]
    return any(token.key in grammar()["articles"] for token in before)
