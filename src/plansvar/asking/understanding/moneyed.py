"""Whether a question asks for money, and how: what of, over or short, against what was planned."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from plansvar.asking.query import Money, Operation, OrderBy, Subject
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.measuring import order_of
from plansvar.asking.understanding.plan_words import is_against_plan, side_of_plan
from plansvar.asking.understanding.reading import KEPT_READINGS, Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token
from plansvar.language.folding import fold

_UNITS = ("mnkr", "tkr", "kronor")
_UNIT_GROUP = "units"
_OTHER = (Subject.INDICATORS, Subject.COMMITMENTS, Subject.DOCUMENTS)


@lru_cache(maxsize=KEPT_READINGS)
def money_of(reading: Reading, subject: Subject | None, words: tuple[Content, ...]) -> Money | None:
    """How the question asks for money; null where nothing in it says that it does."""
    group = group_named(reading)
    side = _side(reading)
    of_units = group == _UNIT_GROUP and side is not None and not reading.has("assessment")
    if _names_other(reading, subject) and not (_names_money(reading) or of_units):
        return None
    if not (side or asks_surely(reading) or _asks_perhaps(reading, group, words)):
        return None
    return Money(
        side=side,
        group=group,
        against_plan=is_against_plan(reading),
        investing=_is_of_investments(reading),
        of_years=asks_for_year(reading),
        together=_adds_up(reading),
        granted=reading.has("spending", "give") or _names_plan(reading),
        spent=reading.has("spending", "cost", "spend"),
        changing=_asks_of_change(reading),
    )


def _is_of_investments(reading: Reading) -> bool:
    """ "investeringarna", "VA-investeringarna"."""
    parts = (part for token in reading.tokens for part in token.stem.split("-"))
    return _builds(reading) or any(part.startswith(tuple(cues("investing"))) for part in parts)


def _builds(reading: Reading) -> bool:
    """ "hur mycket bygger VA för": what is built for is invested."""
    keys = [token.key for token in reading.tokens]
    building = [n for n, key in enumerate(keys) if key in cues("building")]
    return any(not set(keys[n:]).isdisjoint(cues("built_for")) for n in building[:1])


@lru_cache(maxsize=KEPT_READINGS)
def asks_surely(reading: Reading) -> bool:
    """Whether only money can answer: a noun for it, a word for over or short, a verb of cost."""
    if counts_things(reading):
        return False
    return (
        _names_money(reading)
        or _is_of_investments(reading)
        or reading.has("money")
        or is_against_plan(reading)
        or reading.has("spending", "cost", "borrow", "earn")
        or any(reading.has("unit", unit) for unit in _UNITS)
    )


def asks_how_much_money(reading: Reading) -> bool:
    """ "hur mycket får föreningarna": of what is given or spent, it is money that is asked for."""
    much = any(token.key in cues("much") for token in reading.tokens)
    return much and reading.has("spending", "give", "spend")


def _asks_perhaps(reading: Reading, group: str | None, words: Sequence[Content]) -> bool:
    """A verb of giving or spending beside a word for how much; a unit that is to be ranked."""
    if counts_things(reading):
        return False
    quantity = any(t.key in cues("quantity") for t in reading.tokens)
    if reading.has("change") and ((quantity and _names_plan(reading)) or _names_forecast(reading)):
        return True
    if (reading.has("spending") or _adds_up(reading) or divides(reading)) and quantity:
        return True
    if asks_for_year(reading) and order_of(reading) is not None:
        return True
    telling = any(not (w.support or w.weak or is_group(w, reading)) for w in words)
    return group in cues("telling_groups") and order_of(reading) is not None and not telling


def _names_plan(reading: Reading) -> bool:
    stems = {root(word) for word in cues("planning")}
    return any(token.stem in stems for token in reading.tokens)


def _names_forecast(reading: Reading) -> bool:
    """ "har nämndens prognos blivit sämre": a unit's forecast is of money."""
    measured = set(reading.values("measure")) & set(grammar()["money_measures"])
    return bool(measured and reading.found.scope.organisations)


def _names_other(reading: Reading, subject: Subject | None) -> bool:
    """Whether a noun says that goals, undertakings or documents are meant."""
    if any(reading.has("subject", each.value) for each in _OTHER):
        return True
    implied = order_of(reading) is not None or reading.has("change")
    return subject in _OTHER and not implied


def _names_money(reading: Reading) -> bool:
    return reading.has("subject", Subject.AMOUNTS.value)


def _side(reading: Reading) -> str | None:
    names = reading.values("money")
    if _goes_together(reading):
        return "either"
    if _lacks_money(reading):
        return "empty"
    if not names:
        return "surplus" if place_of_over(reading) else side_of_plan(reading)
    if len(names) > 1 or _says_both(reading):
        return "either"
    return "surplus" if names[0] in cues("surplus") else "deficit"


def _lacks_money(reading: Reading) -> bool:
    """ "vilka nämnder har inga investeringspengar?": units that are given nothing."""
    if group_named(reading) != _UNIT_GROUP:
        return False
    nouns = {root(word) for word in (*cues("bare"), *cues("planning"))}
    tokens = reading.tokens
    return any(
        a.key in cues("lacking")
        and any(t.stem in nouns or t.stem.startswith(tuple(cues("investing"))) for t in tokens[n:])
        for n, a in enumerate(tokens)
    )


def comes_in(reading: Reading) -> bool:
    """ "får nämnden in mer pengar": what comes in, behind a verb of getting."""
    keys = [token.key for token in reading.tokens]
    gets = [m.start for m in reading.places("spending", "give")]
    behind = keys[gets[0] + 1 :] if gets else []
    return not set(behind).isdisjoint(cues("incoming"))


def place_of_over(reading: Reading) -> range:
    """ "hur mycket fick klk över i augusti": after a verb of getting, "över" of nothing."""
    if _goes_together(reading):
        return _range_of(reading, "going_with")
    verbs = [m.start for m in reading.places("spending", "give")]
    for place, token in enumerate(reading.tokens):
        if token.key not in cues("over") or not any(verb < place for verb in verbs):
            continue
        behind = reading.tokens[place + 1 : place + 2]
        if not behind or behind[0].key in grammar()["prepositions"] or is_year(behind[0]):
            return range(place, place + 1)
    return range(0)


def _adds_up(reading: Reading) -> bool:
    """Amounts "ihop"; but that money "går ihop" is another thing."""
    keys = {t.key for t in reading.tokens}
    return not keys.isdisjoint(cues("together")) and not _goes_together(reading)


def _goes_together(reading: Reading) -> bool:
    keys = {t.key for t in reading.tokens}
    return not keys.isdisjoint(cues("going_with")) and not keys.isdisjoint(cues("going"))


def _range_of(reading: Reading, cue: str) -> range:
    """Where the first of some words stands."""
    places = (n for n, token in enumerate(reading.tokens) if token.key in cues(cue))
    place = next(places, None)
    return range(0) if place is None else range(place, place + 1)


def is_of_investing(content: Content, reading: Reading) -> bool:
    """ "investeringsbudgeten" says no more than that it is investments."""
    stems = tuple(cues("investing"))
    return any(reading.tokens[i].stem.startswith(stems) for i in content.tokens)


def _says_both(reading: Reading) -> bool:
    """ "back eller plus" is one phrase that means neither."""
    held = [t.key for m in reading.places("money") for t in reading.tokens[m.start : m.end]]
    return any(key in cues("either") for key in held)


def group_named(reading: Reading) -> str | None:
    """What is listed or ranked: the first word that names a group after "vilken" or alone."""
    stems = [t.stem for t in reading.tokens]
    for name in grammar()["money_groups"]:
        if not _held(name).isdisjoint(stems):
            return str(name)
    return None


def is_group(content: Content, reading: Reading, *names: str) -> bool:
    """Whether words only say what is listed or ranked ("nämnden", "post")."""
    stems = {reading.tokens[i].stem for i in content.tokens}
    return any(not _held(name).isdisjoint(stems) for name in names or grammar()["money_groups"])


def _asks_of_change(reading: Reading) -> bool:
    order = order_of(reading)
    return reading.has("change") or (
        order is not None and order.by in (OrderBy.CHANGE, OrderBy.RISE)
    )


def asks_of_group(reading: Reading, money: Money, operation: Operation | None) -> bool:
    """Whether units or investments are to be listed or ranked, or asked if any is so."""
    if money.group is None:
        return False
    group, pairs = _held(money.group), pairwise(reading.tokens)
    any_one = any(a.key in cues("any") and b.stem in group for a, b in pairs)
    counted = operation is Operation.COUNT and money.group == _UNIT_GROUP
    sorted_rows = reading.has("sort") and order_of(reading) is not None
    return any_one or counted or sorted_rows or operation in (Operation.LIST, Operation.RANK)


def divides(reading: Reading) -> bool:
    """Whether the parts of an amount are asked for ("hur fördelas bidraget", "vad går pengarna
    till")."""
    if asks_whereto(reading):
        return True
    pairs = {(a.key, b.key) for a, b in pairwise(reading.tokens)}
    apart = any(tuple(each) in pairs for each in cues("dividing_apart"))
    return apart or any(token.key in cues("dividing") for token in reading.tokens)


def asks_whereto(reading: Reading) -> bool:
    """ "vad går pengarna till": what money is for."""
    keys = [token.key for token in reading.tokens if not is_year(token)]
    asks = bool(keys) and keys[0] in cues("whereto") and keys[-1] in cues("towards")
    return asks and any(is_bare_money(token) for token in reading.tokens)


def is_bare_money(token: Token) -> bool:
    """ "pengar", "kronor", "budget": money of no sort."""
    return token.stem in set(map(root, cues("bare")))


def is_more_money(content: Content, reading: Reading) -> bool:
    """ "mer pengar", "mindre pengar": how much, and no thing that has an amount."""
    more = {*cues("more"), *cues("less"), *cues("quantity")}
    tokens = [reading.tokens[i] for i in content.tokens]
    return all(token.key in more or is_bare_money(token) for token in tokens)


def is_result(content: Content, reading: Reading) -> bool:
    """Whether words mean the result as a whole ("resultatet")."""
    return any(reading.tokens[i].stem in result_stems() for i in content.tokens)


@cache
def result_stems() -> tuple[str, ...]:
    """The roots of "resultat" in its forms, which the stemmer keeps apart."""
    return tuple(dict.fromkeys(root(word) for word in cues("result")))


@cache
def _held(name: str) -> frozenset[str]:
    return frozenset(root(word) for word in grammar()["money_groups"][name])


def asks_for_year(reading: Reading) -> bool:
    """ "vilket år …": years are ranked, not rows."""
    which, year = cues("which"), cues("year")
    return any(a.key in which and b.key in year for a, b in pairwise(reading.tokens))


@cache
def cues(name: str) -> tuple[str, ...]:
    """Words that the rules about money need."""
    return tuple(grammar()["money_cues"][name])


def counts_things(reading: Reading) -> bool:
    """ "hur många barn räknar prognosen med?" asks for no money."""
    text = fold(reading.text)
    counts = any(phrase in text for phrase in cues("many")) and not reading.has(
        "operation", "share"
    )
    of_money = _counts_units(reading) or any(reading.has("unit", unit) for unit in _UNITS)
    return counts and not of_money


def _counts_units(reading: Reading) -> bool:
    """ "hur många nämnder går back?" counts units by their money."""
    return group_named(reading) == _UNIT_GROUP and (reading.has("money") or _lacks_money(reading))
