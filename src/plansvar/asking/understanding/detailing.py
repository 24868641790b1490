"""What a follow-up says anew of conditions, measures, groups and what is wanted."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from plansvar.asking.query import Conditions, Money, Operation, Query, Scope, Subject, TargetState
from plansvar.asking.understanding.cues import asks_what_is_done
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.parsing import Parsed


def with_conditions(query: Query, parsed: Parsed) -> Query:
    """Conditions said anew take the place of those before; kinds stay."""
    new = parsed.query.conditions
    if parsed.reading.has("follow", "other") and query.conditions != Conditions():
        negated = not query.conditions.negated
        return replace(query, conditions=replace(query.conditions, negated=negated))
    said = new if new != Conditions() else (parsed.query.premise or new)
    if replace(said, kinds=()) == Conditions() and asks_for_the_rest(query, parsed):
        negated = not query.conditions.negated
        return replace(query, conditions=replace(query.conditions, negated=negated))
    if replace(said, kinds=()) == Conditions():
        kinds = said.kinds or query.conditions.kinds
        return replace(query, conditions=replace(query.conditions, kinds=kinds))
    if query.subject is Subject.PASSAGES and _is_of_text(parsed, said):
        return query
    about_one = _of_one(query, parsed, said) if query.links else None
    if about_one is not None:
        return about_one
    return _filtered(query, said)


def _is_of_text(parsed: Parsed, said: Conditions) -> bool:
    """ "hur många kom dit?" after running text: what may be said of goals is no condition there."""
    judged = said.assessments or said.statuses or parsed.reading.has("subject")
    return _asks_of_text(parsed) or not judged


def asks_for_the_rest(query: Query, parsed: Parsed) -> bool:
    """ "och vilka är inte det?" """
    listed = is_list(query) and query.conditions != Conditions()
    return listed and parsed.reading.has("negation") and parsed.reading.has("follow", "that")


def _of_one(query: Query, parsed: Parsed, said: Conditions) -> Query | None:
    """The conditions as what a question about one thing assumes; null where they choose rows."""
    premise = replace(said, kinds=())
    if _asks_of_text(parsed):
        free = replace(query.scope, years=(), periods=()) if said.change else query.scope
        return replace(query, premise=premise, scope=free)
    if parsed.operation is Operation.TREND and said.change is not None:
        return replace(query, operation=Operation.TREND, premise=None)
    if parsed.operation is Operation.DIFFERENCE and parsed.query.against_years:
        return replace(query, operation=Operation.DIFFERENCE, premise=premise)
    if _asks_how_much(parsed) and said.change is not None:
        return replace(query, operation=Operation.TREND, premise=premise)
    if parsed.operation is Operation.SHARE and _of_it(parsed):
        return replace(query, premise=None)
    if asks_yes_or_no(parsed):
        operation = Operation.TREND if said.change is not None else Operation.STATUS
        return replace(query, operation=operation, premise=premise)
    return None


def _filtered(query: Query, said: Conditions) -> Query:
    """The rows that meet the conditions; goals that are done are those that are reached."""
    if _are_goals_done(query, said):
        said = replace(said, statuses=(), target_state=TargetState.MET)
    kept = replace(
        said,
        kinds=said.kinds or query.conditions.kinds,
        responsible=said.responsible or query.conditions.responsible,
    )
    narrowed = replace(query, conditions=kept, premise=None)
    if query.operation.value not in grammar()["over_rows"]:
        narrowed = replace(narrowed, operation=Operation.LIST, links=())
    if said.statuses or said.responsible:
        return replace(narrowed, subject=Subject.COMMITMENTS)
    if narrowed.subject not in (Subject.INDICATORS, Subject.COMMITMENTS):
        return replace(narrowed, subject=Subject.INDICATORS)
    return narrowed


def _are_goals_done(query: Query, said: Conditions) -> bool:
    """ "hur många blev helt klara då?" after goals that were listed by how they are judged."""
    before = query.conditions
    judged = bool(before.assessments or before.target_state)
    done = said.statuses == tuple(grammar()["done"]) and not said.responsible
    return done and judged and query.subject is Subject.INDICATORS and is_list(query)


def with_details(query: Query, parsed: Parsed) -> Query:
    """The query with the order, noun, groups, measures and numbers that are said anew."""
    new = parsed.query
    order = new.order or query.order
    subject, conditions, links = query.subject, query.conditions, query.links
    noun = parsed.subject
    if noun in (Subject.COMMITMENTS, Subject.INDICATORS) and parsed.reading.has("subject"):
        subject = noun
        if subject is not query.subject:
            conditions = parsed.query.conditions
            links = new.links if subject is Subject.COMMITMENTS else links
    return replace(
        query,
        order=order,
        links=links,
        subject=subject,
        conditions=conditions,
        breakdowns=_groups(query, parsed),
        measures=_measures(query, parsed),
        money=_money(query.money, new.money),
        numbers=new.numbers or query.numbers,
    )


def _groups(query: Query, parsed: Parsed) -> tuple[str, ...]:
    """The groups said anew; "skillnaden mot kvinnor?" sets them beside those before."""
    new = parsed.query.breakdowns
    beside = parsed.operation in (Operation.DIFFERENCE, Operation.COMPARE) and len(new) == 1
    before = tuple(group for group in query.breakdowns if group != grammar()["whole_group"])
    if before and not new and parsed.reading.has("whole"):
        return (*before, grammar()["whole_group"])
    return tuple(dict.fromkeys((*before, *new))) if beside else new or before


def _measures(query: Query, parsed: Parsed) -> tuple[str, ...]:
    """The measures said anew; "och vad blev det?" after a target asks for another."""
    turned = query.operation is Operation.TARGET and parsed.operation is Operation.VALUE
    said = parsed.query.premise or parsed.query.conditions
    if said.target_state is not None:
        return ()
    if parsed.reading.has("sort"):
        return query.measures
    return parsed.query.measures or (() if turned else query.measures)


def _money(before: Money | None, new: Money | None) -> Money | None:
    """ "vilka går plus?" lists what was listed before; a mere name keeps what was asked."""
    if before is None or new is None or new == Money():
        return before or new
    investing = new.investing or before.investing
    return replace(new, group=new.group or before.group, investing=investing)


def with_operation(query: Query, parsed: Parsed, before: Conditions | None) -> Query:
    """The query with what is wanted now; `before` is the premise that it had."""
    if _against_plan(query, parsed):
        return replace(query, operation=Operation.DIFFERENCE, measures=())
    if _asks_amount_anew(query, parsed):
        return replace(query, operation=Operation.VALUE, measures=parsed.query.measures)
    return _with_cued(query, parsed, before)


def _with_cued(query: Query, parsed: Parsed, before: Conditions | None) -> Query:
    """The query with the operation that the words ask for."""
    operation = parsed.operation
    if parsed.query.order is not None and parsed.query.order.whole:
        return _sorted(query, parsed.query)
    if operation is Operation.LIST and query.operation in (Operation.COUNT, Operation.SHARE):
        return replace(query, operation=operation)
    other = bool(parsed.query.measures) or query.operation is Operation.TARGET
    of_value = operation is Operation.VALUE and other
    if operation is None and _one_group_of_two(query, parsed):
        return replace(query, operation=Operation.VALUE)
    if operation is None or (is_loose(parsed) and not of_value):
        if operation is Operation.VALUE and _asks_how_much(parsed):
            return _told_in_figures(query)
        anew = operation is Operation.WHAT or parsed.reading.has("spending")
        return _told_again(query) if anew else query
    if query.premise != before and not _asks_of_text(parsed):
        return query
    if operation is Operation.VALUE and is_list(query) and query.subject is not Subject.PASSAGES:
        operation = query.operation
    return _with_chosen(query, operation, parsed)


def _sorted(query: Query, new: Query) -> Query:
    """ "sortera på avvikelse" of what was told; rows chosen by what they fulfil stay so, and those
    of which all were told are put in order by the measure that is named."""
    if is_list(query) and query.subject is not Subject.AMOUNTS:
        return query
    every = query.money is not None and query.money.side == "either" and bool(new.measures)
    money = replace(query.money, side=None) if query.money and every else query.money
    return replace(query, operation=Operation.RANK, money=money)


def _with_chosen(query: Query, operation: Operation, parsed: Parsed) -> Query:
    """The query with an operation, and what it takes from the new words."""
    if operation is Operation.TARGET:
        groups = parsed.query.breakdowns
        return replace(
            query, operation=operation, measures=parsed.query.measures, breakdowns=groups
        )
    if operation is Operation.STATUS and parsed.query.measures:
        operation = Operation.VALUE
    if operation is Operation.SHARE and query.links and _of_it(parsed):
        return replace(query, operation=Operation.SHARE_OF_TARGET, measures=())
    if operation in (Operation.TREND, Operation.STATUS):
        query = replace(query, measures=parsed.query.measures)
    return _ordered(replace(query, operation=operation), parsed)


def _asks_amount_anew(query: Query, parsed: Parsed) -> bool:
    """ "och vad ska vi betala till förbundet?" after a cause: how much, of something else."""
    named = query.subject is Subject.AMOUNTS and bool(parsed.query.links)
    loose = parsed.operation in (Operation.WHAT, Operation.VALUE)
    caused = query.operation.value in grammar()["of_causes"]
    return named and loose and caused and parsed.reading.has("spending")


def _against_plan(query: Query, parsed: Parsed) -> bool:
    """ "bättre eller sämre än budget?" about an amount that was spoken of."""
    money = parsed.query.money
    plain = not (is_list(query) or _asks_of_text(parsed))
    named = query.subject is Subject.AMOUNTS and bool(query.links)
    return named and plain and money is not None and money.against_plan


def _of_it(parsed: Parsed) -> bool:
    """ "hur stor del av det har vi kommit upp i": of a target, and nothing else is named."""
    own = parsed.query.links or parsed.query.breakdowns or parsed.unlinked
    return parsed.reading.has("follow", "that") and not own


def _ordered(query: Query, parsed: Parsed) -> Query:
    """An order stays only while rows are asked for, and ranks them whole where no group is said."""
    groups = parsed.query.breakdowns if query.operation is Operation.RANK else query.breakdowns
    kept = query.order if is_list(query) else parsed.query.order
    return replace(query, order=kept, breakdowns=groups)


def _told_again(query: Query) -> Query:
    """ "vad stod det i delår 1?" after a question for somebody or some cause asks how it stood."""
    if query.operation.value not in grammar()["of_one_thing"] or not query.links:
        return query
    of_task = query.subject is Subject.COMMITMENTS
    return replace(query, operation=Operation.STATUS if of_task else Operation.VALUE)


def _one_group_of_two(query: Query, parsed: Parsed) -> bool:
    """ "och tjejer?" after how far girls and boys are apart: what it is for girls."""
    apart = query.operation in (Operation.DIFFERENCE, Operation.COMPARE)
    return apart and len(query.breakdowns) == len(parsed.query.breakdowns) == 1


def _told_in_figures(query: Query) -> Query:
    """ "hur stort blir minuset 2030?" after a question for the cause, "vad var den 2021?" after one
    for the change."""
    words = query.operation.value in grammar()["of_causes"] or query.operation is Operation.TREND
    figured = words and bool(query.links)
    return replace(query, operation=Operation.VALUE) if figured else _told_again(query)


def _asks_how_much(parsed: Parsed) -> bool:
    """ "hur stor är ökningen?" about the thing that was spoken of."""
    return parsed.operation is Operation.VALUE and not parsed.reading.has("subject")


def asks_yes_or_no(parsed: Parsed) -> bool:
    """ "är det grönt?", "och är planen klar?" about the thing that is spoken of."""
    tokens = parsed.reading.tokens
    opens = int(len(tokens) > 1 and tokens[0].key in grammar()["joins"])
    first = {m.category for m in parsed.reading.matches if m.start == 0}
    begins = bool(tokens) and tokens[opens].key in grammar()["yes_no"]
    begins = begins or not first.isdisjoint(("target_state", "verdict"))
    begins = begins or any(
        _asks_it(one.key, two.key) and not (at and tokens[at - 1].key in grammar()["starts"])
        for at, (one, two) in enumerate(pairwise(tokens))
    )
    return begins and not parsed.reading.has("subject")


def _asks_it(verb: str, pronoun: str) -> bool:
    """ "laddplatserna, är de klara?", "ligger det över målet?" """
    one = pronoun in grammar()["spoken_of_one"] and verb in grammar()["holding"]
    return one or (verb in grammar()["yes_no"] and pronoun in grammar()["it"])


def is_list(query: Query) -> bool:
    """Whether rows are listed, counted or ranked."""
    return query.operation.value in grammar()["over_rows"]


def _asks_of_text(parsed: Parsed) -> bool:
    """ "varför nåddes det inte?" about the thing that was spoken of."""
    return parsed.operation is not None and parsed.operation.value in grammar()["of_causes"]


def is_loose(parsed: Parsed) -> bool:
    """Whether the cue is a loose word ("hur", "vad", "vilka") beside something said anew."""
    loose = (Operation.WHAT, Operation.LIST, Operation.WHO, Operation.HOW, Operation.VALUE)
    new = parsed.query
    named = parsed.reading.has("whole") or parsed.reading.has("month")
    said = named or new.links or new.scope != Scope() or new.breakdowns
    if parsed.operation is Operation.COMPARE and len(parsed.reading.found.scope.years) > 1:
        return False
    return parsed.operation in loose and bool(said) and not asks_what_is_done(parsed.reading)
