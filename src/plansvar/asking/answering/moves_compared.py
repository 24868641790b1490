"""Which of two things moved more: "har hemtjänsten eller särskilt boende ökat mest?".

Each is told with how far it went between the same two years of one table, and then which of them
went furthest the way that is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.finishing import checked
from plansvar.asking.answering.table_figures import told_label
from plansvar.asking.answering.table_pairs import asks_for_pair, pair_facts
from plansvar.asking.tables.comparing import (
    Asked,
    asked_of,
    compares_moves,
    is_relative,
    way_of_moves,
)
from plansvar.asking.tables.fitting import SAID, every_fit, terms_asked
from plansvar.asking.tables.moves import moves_of_two
from plansvar.asking.tables.pairing import Chosen
from plansvar.asking.tables.sides import moves_of_sides
from plansvar.domain import AnswerKind

_DIGITS = 6  # more than any table prints


def asks_which_moved_more(task: Task) -> bool:
    """Whether it is asked which of two things named beside each other changed more."""
    return asks_for_pair(task) and compares_moves(task.query)


def with_moves_compared(task: Task, made: Draft) -> Draft:
    """How far each of the two went, in the place of an answer that sets their values beside each
    other; the answer as it was where no table has both for two years."""
    asked = asked_of(task.query)
    both = moves_of_sides(task.query, asked, task.library) or _in_one_table(task, asked)
    if not both:
        return made
    percent = _in_percent(task)
    said = [Said(fact) for pair in both for fact in pair_facts(task, pair, percent)]
    found = Draft(AnswerKind.AMOUNT, (*said, *_verdict(task, both)))
    proved = len(checked(task, found).said) == len(found.said)
    return found if proved else made  # which of two is no more is told of both or of none


def _in_percent(task: Task) -> bool:
    return asked_of(task.query).percent or is_relative(task.query)


def _in_one_table(task: Task, asked: Asked) -> list[Chosen]:
    """How two rows of one table went that the question names, not one after the other."""
    terms = terms_asked(task.query, task.library)
    named = [fit for fit in every_fit(task.query, task.library, terms) if fit.said >= SAID]
    return moves_of_two(named, asked, terms) if terms.items else []


def _verdict(task: Task, both: list[Chosen]) -> Iterator[Said]:
    """Which of the two went furthest, or that neither did; nothing where their steps are no more
    and no less of one another, or neither went the way that is asked for."""
    steps = [_step(pair, _in_percent(task)) for pair in both]
    known = [step for step in steps if step is not None]
    units = {pair.last[1].unit for pair in both}
    if len(known) < len(both) or (len(units) > 1 and not _in_percent(task)):
        return
    way = way_of_moves(task.query)
    sign = {"up": 1, "down": -1}.get(way)
    sized = [abs(step) if sign is None else sign * step for step in known]
    first = sized.index(max(sized))
    alike = len(set(sized)) < len(sized)
    if sized[first] > 0 and (alike or both[0].last[0] != both[1].last[0]):
        key = "alike" if alike else way or "moved"
        what = told_label(task, both[first].last[0])
        proofs = (proof for pair in both for proof in pair_facts(task, pair)[0].evidence)
        yield Said(task.say(f"grid.most_{key}", what=what).proved_by(*proofs))


def _step(pair: Chosen, relative: bool) -> float | None:
    """How far a thing went, by its size where both figures are below zero; null where it has no
    share of what it was."""
    before, after = pair.first[1].value, pair.last[1].value
    if before <= 0 and after <= 0:
        before, after = -before, -after
    if not relative:
        return round(after - before, _DIGITS)
    return (after - before) / before if before > 0 and after > 0 else None
