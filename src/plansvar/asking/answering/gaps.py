"""How far apart two values of a row are: outcome and target, two groups, two years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from plansvar.asking.answering.asked_years import read_asked
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.namesakes_wider import rows_near
from plansvar.asking.answering.newest import also_in, told_in_full
from plansvar.asking.answering.reckoning import difference_fact, share_fact
from plansvar.asking.answering.rows import name_fact, row_said, value_fact
from plansvar.asking.answering.values import answer_values
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.reading import in_breakdown, read, usable
from plansvar.domain import AnswerKind, Indicator, Observation
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

Pair = tuple[Observation, Observation]
_TWO = 2


def answer_difference(task: Task) -> Draft:
    """How much is missing to the target, how much the outcome is past it, or how far two groups or
    two years are apart; two groups in each of the years asked for."""
    years = sorted({*task.query.scope.years, *task.query.against_years}, reverse=True)
    if len(task.query.breakdowns) != _TWO or len(years) != _TWO:
        return _answered(task, apart_fact if _sides(task) else _gap)
    made = [_answered(_of_year(task, year), apart_fact) for year in years]
    rows = tuple(dict.fromkeys(row for each in made for row in each.rows))
    return replace(made[0], said=tuple(s for each in made for s in each.said), rows=rows)


def _of_year(task: Task, year: int) -> Task:
    scope = replace(task.query.scope, years=(year,))
    return replace(task, query=replace(task.query, scope=scope, against_years=()))


def answer_share_of_target(task: Task) -> Draft:
    """The outcome in percent of the target."""
    return _answered(task, _share)


def _answered(task: Task, say: Callable[[Task, Indicator], Fact | None]) -> Draft:
    """What `say` finds on each row, newest documents in full; rows that print both values come
    before those that do not, which are told only where no row does."""
    rows = selecting.indicators(task.query, task.library)
    found = [(row, _placed(task, row, fact)) for row in rows if (fact := say(task, row))]
    if not found and say is _gap:  # rows of the same words that have a target
        near = rows_near(task)
        found = [(row, _placed(task, row, fact)) for row in near if (fact := say(task, row))]
    if say is _gap or say is _share:  # what is missing now comes before what a plan reckoned with
        found.sort(key=lambda each: -_year_of_outcome(task, each[0]))
    if say is apart_fact and len(task.query.breakdowns) == _TWO and not task.query.scope.years:
        latest = {row.id: _year_of_groups(row, task.query.breakdowns) for row, _ in found}
        newest = max(latest.values(), default=0)
        one_town = len({task.document(row).municipality for row, _ in found}) == 1
        found = [each for each in found if latest[each[0].id] == newest or not one_town]
    if not found and task.query.breakdowns:  # of the group asked for, and of no other
        return answer_values(task)
    if not found:
        return Draft(AnswerKind.INDICATOR, tuple(row_said(task, r) for r in rows), rows)
    told = [row for row, _ in found]
    full = told_in_full(task, told)
    said = [Said(fact) for row, fact in found if row.place.document_id in full]
    said += also_in(task, [row for row in told if row.place.document_id not in full])
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(told))


def _gap(task: Task, row: Indicator) -> Fact | None:
    pair = _outcome_and_target(task, row)
    if pair is None:
        return None
    outcome, target = pair
    first, second = outcome.value or 0.0, target.value or 0.0
    higher = row.direction != words.vocabulary_word("direction", "lower")
    large, small = sorted(pair, key=lambda o: o.value or 0.0, reverse=True)
    difference = difference_fact(task, row, large, small)
    if difference is None:
        return None
    if row.direction is None and first != second:  # which side of the target is good is not told
        return task.say(
            "difference.apart",
            difference=difference,
            name=name_fact(task, row),
            first=value_fact(task, row, outcome),
            second=value_fact(task, row, target),
        )
    short = first < second if higher else first > second
    return task.say(
        f"difference.{'exact' if first == second else 'short' if short else 'past'}",
        difference=difference,
        name=name_fact(task, row),
        outcome=value_fact(task, row, outcome),
        target=value_fact(task, row, target),
    )


def _share(task: Task, row: Indicator) -> Fact | None:
    pair = _outcome_and_target(task, row)
    share = share_fact(task, row, *pair) if pair else None
    if pair is None or share is None:
        return None
    return task.say(
        "difference.share",
        share=share,
        name=name_fact(task, row),
        outcome=value_fact(task, row, pair[0]),
        target=value_fact(task, row, pair[1]),
    )


def _outcome_and_target(task: Task, row: Indicator) -> Pair | None:
    groups = task.query.breakdowns
    group = groups[0] if len(groups) == 1 else None
    reading = read_asked(task, row, group)
    outcome, target = reading.outcome, reading.target
    # Where the target is of the year asked for, the newest outcome is told; without a year of its
    # own it belongs to its report, which may be of another one.
    if outcome is None and target is not None and words.year_of(target.period) is not None:
        outcome = read_asked(_of_all_years(task), row, group).outcome
    if outcome is None or target is None or not usable(outcome) or target.value is None:
        return None
    return outcome, target


def _year_of_outcome(task: Task, row: Indicator) -> int:
    pair = _outcome_and_target(task, row)
    return (words.year_of(pair[0].period) or task.document(row).year or 0) if pair else 0


def _year_of_groups(row: Indicator, groups: Sequence[str]) -> int:
    """The newest year in which a row has outcomes of all of the groups."""
    years = [
        {
            words.year_of(o.period) or 0
            for o in row.observations
            if words.is_outcome(o) and o.value is not None and fold(o.breakdown) == fold(group)
        }
        for group in groups
    ]
    return max(set.intersection(*years), default=0) if years else 0


def _of_all_years(task: Task) -> Task:
    scope = replace(task.query.scope, years=(), periods=())
    return replace(task, query=replace(task.query, scope=scope))


def _sides(task: Task) -> bool:
    query = task.query
    years = {*query.scope.years, *query.against_years}
    if query.against_years:
        return True
    changed = query.premise is not None and query.premise.change is not None
    changed = changed or _became(task)
    return changed or _TWO in (len(query.breakdowns), len(years))


def _became(task: Task) -> bool:
    """ "hur mycket kortare blev väntetiden?": how far it went since before."""
    said = set(split(fold(task.query.text)))
    became = not said.isdisjoint(words.vocabulary_list("grown", "became"))
    return became and said.isdisjoint(words.vocabulary_list("grown", "toward"))


def apart_fact(task: Task, row: Indicator) -> Fact | None:
    """Two outcomes of a row and the difference between them."""
    pair = pair_of(task, row)
    if pair is None or not all(map(usable, pair)):
        return None
    large, small = sorted(pair, key=lambda o: o.value or 0.0, reverse=True)
    difference = difference_fact(task, row, large, small)
    if difference is None:
        return None
    return task.say(
        "difference.apart",
        difference=difference,
        name=name_fact(task, row),
        first=value_fact(task, row, pair[0]),
        second=value_fact(task, row, pair[1]),
    )


def pair_of(task: Task, row: Indicator) -> Pair | None:
    query = task.query
    years = sorted({*query.scope.years, *query.against_years}, reverse=True)
    if len(query.breakdowns) == _TWO:
        found = [_outcome(row, group, years[0] if years else None) for group in query.breakdowns]
    else:
        group = query.breakdowns[0] if query.breakdowns else None
        asked = len(years) == _TWO or (bool(years) and not query.against_years)
        reading = read(row, group, years[0] if asked else None)
        found = [reading.outcome, reading.previous]
        if len(years) == _TWO:
            found = [_outcome(row, group, year) for year in years]
        elif query.against_years:
            found[1] = _outcome(row, group, query.against_years[0])
    first, second = found
    if first is None or second is None or first is second:
        return None
    return first, second


def _outcome(row: Indicator, group: str | None, year: int | None) -> Observation | None:
    named = next((o.breakdown for o in row.observations if fold(o.breakdown) == group), group)
    observations: Sequence[Observation] = in_breakdown(row, named)
    told = [o for o in observations if year is None or words.year_of(o.period) == year]
    fitting = [o for o in told if words.is_outcome(o)]
    if not fitting and year is not None:  # what a year to come is expected to be
        fitting = [o for o in told if not words.is_target(o)]
    return max(fitting, key=lambda o: words.year_of(o.period) or 0, default=None)


def _placed(task: Task, row: Indicator, fact: Fact) -> Fact:
    """The sentence after the name of its report, where several reports are spoken of."""
    rows = selecting.indicators(task.query, task.library)
    if len({(r.place.document_id, r.place.organisation) for r in rows}) == 1:
        return fact
    report = report_name(task, task.document(row), row.place.organisation)
    return task.say("amount.in_report", report=report, fact=fact)
