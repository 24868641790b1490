"""Query → answer: sentences from templates over rows, or quoted, each checked before it leaves."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from plansvar.asking.answering.apart_told import tells_how_many_more
from plansvar.asking.answering.beside_country import lacks_country
from plansvar.asking.answering.both_places import asks_of_both_places, with_both_places
from plansvar.asking.answering.declining import answer_declined, covered_years
from plansvar.asking.answering.dispatching import drafted
from plansvar.asking.answering.division import asks_how_divided, with_rule
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.finishing import checked, finished
from plansvar.asking.answering.forecast_held import (
    asks_if_forecast_held,
    of_outcome,
    with_outcome,
)
from plansvar.asking.answering.forecast_steps import asks_of_forecast_steps
from plansvar.asking.answering.forecast_told import asks_forecast_since
from plansvar.asking.answering.given_pair import asks_of_given_pair, with_given_pair
from plansvar.asking.answering.group_shares import asks_for_group_share, with_group_share
from plansvar.asking.answering.group_shares_ranked import (
    asks_for_largest_share,
    with_largest_share,
)
from plansvar.asking.answering.limits import with_limit
from plansvar.asking.answering.moves_compared import (
    asks_which_moved_more,
    with_moves_compared,
)
from plansvar.asking.answering.near import answer_given, answer_neighbours, answer_who_near
from plansvar.asking.answering.of_kind import is_of_other_sort
from plansvar.asking.answering.one_side import tells_one_side
from plansvar.asking.answering.pairs import answer_pair
from plansvar.asking.answering.passages import answer_beside, answer_instead
from plansvar.asking.answering.places_beside import answer_places, asks_of_places
from plansvar.asking.answering.rows import name_fact
from plansvar.asking.answering.said_and_tabled import (
    asks_said_and_tabled,
    with_said_and_tabled,
)
from plansvar.asking.answering.shares_of_wholes import with_share_of_whole
from plansvar.asking.answering.shares_told import asks_for_share_told, with_share_told
from plansvar.asking.answering.suggesting import suggestions
from plansvar.asking.answering.table_cells import asks_for_cells, with_cells
from plansvar.asking.answering.table_pairs import asks_for_pair, beside_tables
from plansvar.asking.answering.table_sums import asks_for_table_sum, with_table_sum
from plansvar.asking.answering.told_pair import asks_of_told_pair, with_told_pair
from plansvar.asking.answering.told_together import asks_for_sum_told, with_sum_told
from plansvar.asking.checking import check_answer
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Decline, Query
from plansvar.asking.views import asks_for_view
from plansvar.domain import Answer, Indicator
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers

__all__ = [
    "answer_query",
    "draft_of",
    "given_near",
    "told_beside",
    "told_near",
    "told_of_neighbours",
    "who_answers_near",
]

_OTHERS = 2
_LOG = logging.getLogger(__name__)


def answer_query(query: Query, library: Library, encoder: Encoder | None = None) -> Answer:
    """The answer to a query; it says nothing that its sources do not prove."""
    task = Task(query, library, encoder)
    made = _paired(task) or _together(
        [_part(Task(part, library, encoder)) for part in query.parts or (query,)]
    )
    if asks_if_forecast_held(task):
        made = with_outcome(made, _part(replace(task, query=of_outcome(query, made))))
    made = _in_both_places(task, made) if asks_of_both_places(task) else made
    answer = finished(task, _bare(made) if made.abstained else made)
    verdict = check_answer(
        answer, frozenset(covered_years(library)) if made.abstained else frozenset()
    )
    if verdict.passed:
        return answer
    _LOG.warning("answer stopped (%s, %s): %s", verdict.fault, verdict.detail, answer.text)
    return finished(task, answer_declined(task, Decline.NOT_IN_DOCUMENTS))


def told_beside(query: Query, library: Library, encoder: Encoder | None = None) -> Answer | None:
    """What running text tells right beside what was spoken of, where a question would get the same
    answer as the one before it; null where it tells nothing."""
    return _told_of_talk(answer_instead, query, library, encoder)


def who_answers_near(query: Query, library: Library, encoder: Encoder | None) -> Answer | None:
    """Who answers for what was spoken of, told beside that; null where nobody is named there."""
    return _told_of_talk(answer_who_near, query, library, encoder)


def given_near(query: Query, library: Library, encoder: Encoder | None) -> Answer | None:
    """How much measures give, told beside what was spoken of; null where nothing says it there."""
    return _told_of_talk(answer_given, query, library, encoder)


def told_of_neighbours(query: Query, library: Library, encoder: Encoder | None) -> Answer | None:
    """What is told of other municipalities about what was spoken of; null where nothing is."""
    return _told_of_talk(answer_neighbours, query, library, encoder)


def told_near(query: Query, library: Library, encoder: Encoder | None) -> Answer | None:
    """What running text tells of what was spoken of that says all that a question does; null where
    it tells nothing."""
    return _told_of_talk(answer_beside, query, library, encoder)


def _told_of_talk(
    way: Callable[[Task], Draft], query: Query, library: Library, encoder: Encoder | None
) -> Answer | None:
    task = Task(query, library, encoder)
    made = checked(task, way(task)) if query.talk and not query.parts else None
    if made is None or not made.said:
        return None
    answer = finished(task, made)
    return answer if check_answer(answer, frozenset()).passed else None


def _bare(made: Draft) -> Draft:
    """A plain no without sources: the years that there are need none."""
    said = (replace(one, fact=replace(one.fact, figures=(), evidence=())) for one in made.said)
    return replace(made, said=tuple(said))


def draft_of(query: Query, library: Library, encoder: Encoder | None = None) -> Draft:
    """The checked sentences of an answer with their proofs, before sources are numbered."""
    return _part(Task(query, library, encoder))


def _paired(task: Task) -> Draft | None:
    """The checked draft of two things side by side; null where the question is of none."""
    if task.query.pair and asks_of_places(task):
        beside = checked(task, answer_places(task))
        if beside.said:
            return beside
    made = checked(task, answer_pair(task)) if task.query.pair else None
    if made is None or not made.said:
        return None
    readings = (_reading(replace(task, query=part), made) for part in task.query.parts)
    reading = checked(task, replace(made, said=tuple(said for part in readings for said in part)))
    return replace(made, said=(*reading.said, *made.said))


def _in_both_places(task: Task, made: Draft) -> Draft:
    """The checked draft of what two places print, where one of them is not told yet."""
    found = with_both_places(task, made)
    kept = checked(task, found) if found is not made else made
    return kept if len(kept.said) == len(found.said) else made


def _part(task: Task) -> Draft:
    """The checked draft of one question; a plain no when nothing in it could be proved."""
    made = checked(task, drafted(task))
    made = with_limit(task, _with_tables(task, made))
    if not made.said:
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    if made.abstained:
        return made
    reading = checked(task, replace(made, said=_reading(task, made)))
    return replace(
        made,
        said=(*reading.said, *made.said),
        suggestions=made.suggestions or suggestions(task, made),
    )


def _with_tables(task: Task, made: Draft) -> Draft:
    """An answer with the figures of tables that the question holds against each other, or against
    what a text says."""
    if task.query.basic or asks_for_view(task.query.text):
        return made
    if tells_how_many_more(task, made):
        return made  # a sentence tells just that
    if made.abstained and asks_forecast_since(task):
        return made  # other figures tell nothing of how the forecast went
    found = with_moves_compared(task, made) if asks_which_moved_more(task) else made
    stepped = asks_of_forecast_steps(task) and not made.abstained
    listed = task.query.table is not None
    paired = found is made and asks_for_pair(task) and not ((stepped and made.said) or listed)
    found = beside_tables(task, made) if paired else found
    found = with_said_and_tabled(task, found) if asks_said_and_tabled(task) else found
    found = with_cells(task, found) if asks_for_cells(task) else found
    found = with_share_told(task, found) if asks_for_share_told(task) else found
    found = with_share_of_whole(task, found) if asks_for_share_told(task) else found
    found = with_given_pair(task, found) if asks_of_given_pair(task) else found
    found = with_told_pair(task, found) if asks_of_told_pair(task) else found
    found = with_rule(task, found) if asks_how_divided(task) else found
    found = with_group_share(task, found) if asks_for_group_share(task) else found
    found = with_largest_share(task, found) if asks_for_largest_share(task) else found
    found = with_sum_told(task, found) if asks_for_sum_told(task) else found
    found = with_table_sum(task, found) if asks_for_table_sum(task) else found
    if found is made and tells_one_side(task, made):
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    kept = checked(task, found) if found is not made else made
    told = kept.said and not lacks_country(task, kept)
    return kept if told and not is_of_other_sort(task, kept) else made


def _reading(task: Task, made: Draft) -> tuple[Said, ...]:
    """How an unsure name was read, said first."""
    for link in task.query.links:
        rows = [r for r in made.rows if isinstance(r, Indicator) and r.id in link.rows]
        if link.sure or not rows:
            continue
        own = {fold(plain(name)) for row in rows for name in (row.name, *_labels(row))}
        names = [n for n in link.alternatives if fold(plain(n)) not in own]
        if link.alternatives and not names:
            return ()
        others = [f"”{plain(n)}”" for n in names if not find_numbers(n)][:_OTHERS]
        key = "unsure_or" if others else "unsure"
        fact = task.say(key, name=name_fact(task, rows[0]), others=" / ".join(others))
        return (Said(fact),)
    return ()


def _labels(row: Indicator) -> tuple[str, ...]:
    return tuple(label.text for label in row.also)


def _together(drafts: list[Draft]) -> Draft:
    """Several drafts as one; the answer abstains only when all of them do. Beside an answer a plain
    no is enough: what the documents cover otherwise is no answer to the rest."""
    if len(drafts) == 1:
        return drafts[0]
    answered = [d for d in drafts if not d.abstained]
    first = answered[0] if answered else drafts[0]
    return Draft(
        first.kind,
        tuple(
            replace(said, part=number)
            for number, d in enumerate(drafts)
            for said in (d.said[:1] if d.abstained and answered else d.said)
        ),
        tuple(row for d in drafts for row in d.rows),
        not answered,
        tuple(one for d in drafts for one in d.disagreements),
        first.suggestions,
    )
