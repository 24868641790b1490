"""The rules that make a query of a reading: operation, subject, conditions, order."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from plansvar.asking.query import Change, Conditions, Operation, Subject, TargetState
from plansvar.asking.understanding.benchmarks import benchmark_tokens
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.cues import (
    asks_assessed,
    asks_what_is_done,
    asks_whence,
    goal_cues,
    is_partly,
    is_unassessed,
    may_be_when,
)
from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.differing import asks_whether_alike
from plansvar.asking.understanding.goal_distances import goes_beyond
from plansvar.asking.understanding.lacking import is_without_value
from plansvar.asking.understanding.lexicon import Match, grammar
from plansvar.asking.understanding.measuring import order_of, thresholds_of
from plansvar.asking.understanding.reading import KEPT_READINGS, Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.row_nouns import row_noun_tokens
from plansvar.asking.understanding.supposing import asks_how_it_can_be, change_supposed
from plansvar.asking.understanding.task_kinds import kinds_in_two_words, task_kind_tokens
from plansvar.asking.understanding.verdicts_said import verdicts_said
from plansvar.language.folding import fold
from plansvar.language.sums import given_sum
from plansvar.language.verbs import general_verbs, is_verb
from plansvar.language.vocabulary import vocabulary


@lru_cache(maxsize=KEPT_READINGS)
def cued_operation(reading: Reading) -> Operation | None:
    """The operation that the words ask for; null where none does."""
    cues = set(reading.values("operation"))
    if order_of(reading) is not None and not reading.has("sort"):
        cues.add("rank")
    if _are_towns_compared(reading):
        cues = (cues - {*grammar()["over_rows"], "difference"}) | {"compare"}
    if _is_pair(reading) and cues.isdisjoint(grammar()["over_rows"]):
        cues.add("compare")
    if given_sum(reading.text) or _reckons(reading):
        cues.add("check_sum")
    if "how" in cues and asks_how_much(reading):
        cues.add("value")
    listing = not cues.isdisjoint(grammar()["over_rows"])
    over_rows = listing and reading.has("subject")
    if (
        reading.found.against
        and not over_rows
        and not reading.has("change", "same", "better", "worse")
    ):
        cues.add("trend")
    if "when" in cues and not may_be_when(reading):
        cues.discard("when")
    cues = set(goal_cues(reading, frozenset(cues)))
    return Operation.WHY if asks_how_it_can_be(reading) else _first_of(cues, reading)


def _reckons(reading: Reading) -> bool:
    """ "om man lägger ihop avvikelserna, får man då 5 000 tkr?": parts and a number they make."""
    said = any(phrase in fold(reading.text) for phrase in vocabulary("sums")["reckoning"])
    return said and any(t.number is not None and not is_year(t) for t in reading.tokens)


def _first_of(cues: set[str], reading: Reading) -> Operation | None:
    """The operation that comes before the other ones that are cued."""
    if asks_whence(reading):
        return Operation.WHY
    if asks_what_is_done(reading) and "why" not in cues:
        return Operation.HOW
    chosen = next((name for name in grammar()["operations"] if name in cues), None)
    several = any(token.key in grammar()["several"] for token in reading.tokens)
    if chosen is None and reading.has("money") and several:
        return Operation.LIST
    return Operation(chosen) if chosen else None


def asks_how_much(reading: Reading) -> bool:
    """ "hur nöjda är …": how, a word, and a form of to be."""
    return any(
        m.end + 1 < len(reading.tokens) and reading.tokens[m.end + 1].key in grammar()["be"]
        for m in reading.places("operation", "how")
    )


def _are_towns_compared(reading: Reading) -> bool:
    """ "var är X bäst, A eller B?": one thing in two places, not rows in order."""
    scope = reading.found.scope
    apart = len(scope.organisations) > 1 and reading.has("operation", "difference")
    return (len(scope.municipalities) > 1 or apart) and not reading.has("subject")


def _is_pair(reading: Reading) -> bool:
    scope = reading.found.scope
    than = reading.has("against") or any(
        reading.tokens[m.end - 1].key in grammar()["than"] for m in reading.places("change")
    )
    sexes = len(breakdowns_of(reading)) > 1 and than
    return len(scope.municipalities) > 1 or len(scope.years) > 1 or sexes


def cued_subject(reading: Reading, catalogue: Catalogue) -> Subject | None:
    """The subject that a noun names, or that the conditions imply."""
    if reading.has("subject", Subject.COMMITMENTS.value) and catalogue.library.commitments():
        return Subject.COMMITMENTS
    if kinds_of(reading, catalogue) or row_noun_tokens(reading, catalogue):
        return Subject.INDICATORS
    for subject in (Subject.COMMITMENTS, Subject.INDICATORS):
        if reading.has("subject", subject.value):
            return subject
    about = reading.has("operation", *grammar()["of_someone"]) or asks_whether_alike(reading)
    if reading.has("subject", Subject.DOCUMENTS.value) and not about:
        return Subject.DOCUMENTS
    return _implied_subject(reading)


def _implied_subject(reading: Reading) -> Subject | None:
    """What the conditions and measures are about where no noun says it."""
    if reading.has("task_status") and not reading.has("assessment"):
        return Subject.COMMITMENTS
    if (
        is_unassessed(reading)
        or is_without_value(reading)
        or any(
            reading.has(c)
            for c in ("assessment", "verdict", "target_state", "without_value", "arrow")
        )
    ):
        return Subject.INDICATORS
    if reading.has("money") or reading.has("subject", Subject.AMOUNTS.value):
        return Subject.AMOUNTS
    if reading.has("change") or reading.has("order"):
        return Subject.INDICATORS
    if reading.has("sort"):
        return None
    money = any(value in grammar()["money_measures"] for value in reading.values("measure"))
    return Subject.AMOUNTS if money else None


def kinds_of(reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """The documents' own kinds of rows that the question names; empty for all."""
    own = _own_kinds(catalogue)
    kinds = [own[t.stem] for t in reading.tokens if t.stem in own]
    kinds = kinds or list(kinds_in_two_words(reading, catalogue))
    if not kinds and reading.has("subject", "indicators"):
        kinds = _generic_kinds(reading, catalogue)
    return tuple(dict.fromkeys(kinds))


def kind_tokens(reading: Reading, catalogue: Catalogue) -> frozenset[int]:
    """Where the question names the documents' own kinds of rows."""
    own = _own_kinds(catalogue)
    told = frozenset(i for i, token in enumerate(reading.tokens) if token.stem in own)
    return told | row_noun_tokens(reading, catalogue) | task_kind_tokens(reading, catalogue)


def _own_kinds(catalogue: Catalogue) -> dict[str, str]:
    generic = set(grammar()["generic_kinds"])
    known = (catalogue.kinds | set(grammar()["known_kinds"])) - generic
    units = {root(word) for word in grammar()["money_groups"]["units"]}
    return {root(kind): kind for kind in sorted(known) if root(kind) not in units}


def _generic_kinds(reading: Reading, catalogue: Catalogue) -> list[str]:
    """ "mål" means processmål where most of a municipality's goals with values are such, and all
    its rows where they are not."""
    generic = {root(word): word for word in grammar()["generic_kinds"]}
    named = next((generic[t.stem] for t in reading.tokens if t.stem in generic), None)
    if named is None:
        return []
    meant: set[str] = set()
    for kinds in catalogue.kinds_by_place.values():
        own = {kind for kind in kinds if kind.endswith(named)}
        valued = sum(kinds[kind] for kind in own)
        meant |= own if own and 2 * valued >= sum(kinds.values()) else set(kinds)
    return [] if meant == catalogue.kinds else sorted(meant)


def conditions_of(reading: Reading, catalogue: Catalogue, subject: Subject | None) -> Conditions:
    """What the rows must be."""
    assessments, state = verdicts_said(reading, catalogue)
    states = reading.values("target_state")
    if states and not (assessments and is_partly(reading)):
        missed = "missed" in states or reading.has("negation")
        state = TargetState.MISSED if missed else TargetState.MET
    changes = [v for v in reading.values("change") if not _is_comparison(reading, v)]
    changes = changes or _compared(reading, catalogue) or change_supposed(reading)
    if goes_beyond(reading):  # which side of its target is no verdict: less may be better
        state, changes = None, []
    thresholds = thresholds_of(reading)
    negated = (
        reading.has("negation")
        and not states
        and bool(assessments or state or reading.has("task_status"))
    )
    in_tasks = subject in (Subject.COMMITMENTS, None)
    return Conditions(
        kinds=kinds_of(reading, catalogue) if subject is Subject.INDICATORS else (),
        assessments=assessments,
        target_state=state,
        change=Change(changes[0]) if changes else None,
        statuses=reading.values("task_status") if in_tasks else (),
        responsible=reading.found.responsible if in_tasks else (),
        thresholds=thresholds,
        without_value=is_without_value(reading),
        unassessed=is_unassessed(reading) or asks_assessed(reading),
        negated=asks_assessed(reading) or (negated and not is_unassessed(reading)),
        trend=_arrow(reading),
        target_way=_way_wanted(reading),
    )


def _way_wanted(reading: Reading) -> Change | None:
    """ "vilka indikatorer ska öka?": the way that a target in words has to name."""
    ways = reading.values("target_way") if reading.has("subject") else ()
    return Change(ways[0]) if len(ways) == 1 else None


def _arrow(reading: Reading) -> str | None:
    """Which way the arrow has to point; null where the question names none or both."""
    ways = reading.values("arrow")
    return ways[0] if len(ways) == 1 else None


def _compared(reading: Reading, catalogue: Catalogue) -> list[str]:
    """ "bättre utfall än förra året", "lägre än riket": better or worse, where years are compared
    or values set beside others."""
    keys = {token.key for token in reading.tokens}
    if reading.has("operation", "trend"):
        return []
    beside = (reading.has("against") or reading.has("relation") or reading.has("change")) and (
        reading.has("measure", grammar()["country"]) or benchmark_tokens(reading, catalogue)
    )
    tables = ("changes", "levels") if beside else ("changes",) if reading.found.against else ()
    forms = [pair for table in tables for pair in grammar()[table].items()]
    return [name for name, said in forms if keys.intersection(said)]


def _is_comparison(reading: Reading, change: str) -> bool:
    """Whether "bättre än" belongs to a question that asks which way ("bättre eller sämre än")."""
    return (
        reading.has("operation", "trend")
        and change in ("better", "worse")
        and any(m.end - m.start == 2 for m in reading.places("operation", "trend"))
    )


def measures_of(reading: Reading, operation: Operation | None) -> tuple[str, ...]:
    """The measures named, without "mål" where it is the goals that are asked about."""
    target = vocabulary("questions")["sv"]["measure"]
    goal = next(name for name in target if name == grammar()["goal_ending"])
    named = [v for v in reading.values("measure") if v != goal]
    if operation is Operation.TARGET:
        named = [goal, *named]
    return tuple(dict.fromkeys(named))


def breakdowns_of(reading: Reading) -> tuple[str, ...]:
    both = str(grammar()["both_sexes"])
    named: list[str] = []
    for value in dict.fromkeys(m.value for m in reading.places("breakdown") if _is_men(reading, m)):
        named += value.split("_")[::2] if value == both else [value]
    return tuple(dict.fromkeys(named))


def _is_men(reading: Reading, match: Match) -> bool:
    """ "man" without its dots may be "män" or "one": what stands beside it decides."""
    token = reading.tokens[match.start]
    if match.end - match.start > 1 or len(token.key) > 3 or not token.plain:
        return True
    if any(is_verb(each.key) for each in reading.tokens[match.end : match.end + 1]):
        return False  # "dyrare än man trodde"
    before = reading.tokens[max(0, match.start - 1) : match.start]
    behind = reading.tokens[match.end : match.end + 1]
    if any(each.key in grammar()["said_of_one"] for each in behind):
        return False
    beside = (*before, *behind)
    if any(each.key in grammar()["before_men"] for each in before):
        return True
    if any(each.key in general_verbs() for each in beside):
        return False
    return not any(reading.is_function(each) for each in beside)


def as_premise(conditions: Conditions) -> Conditions | None:
    """Conditions that a question about one thing takes for granted; null when it takes none."""
    bare_ones = replace(conditions, kinds=(), responsible=(), thresholds=())
    return bare_ones if bare_ones != Conditions() else None
