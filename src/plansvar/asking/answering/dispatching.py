"""Which function answers which query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plansvar.asking.answering import premises
from plansvar.asking.answering.about_documents import answer_of_documents, asks_of_documents
from plansvar.asking.answering.aims import answer_aims
from plansvar.asking.answering.amounts import answer_amounts
from plansvar.asking.answering.aspects import answer_aspect, asks_for_aspect
from plansvar.asking.answering.assessments import answer_assessed
from plansvar.asking.answering.auditing import answer_old, answer_sum
from plansvar.asking.answering.claimed import answer_claimed, asks_of_value
from plansvar.asking.answering.columns_checked import answer_columns, asks_of_columns
from plansvar.asking.answering.combining import answer_combined, has_second_condition
from plansvar.asking.answering.commitments import answer_commitments, answer_responsible_for
from plansvar.asking.answering.comparing import answer_compared, answer_trend
from plansvar.asking.answering.contradictions import answer_conflicts
from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.documents import answer_documents, answer_explained, answer_page
from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.fallbacks import fallbacks
from plansvar.asking.answering.figures_said import (
    answer_later_target,
    answer_of_figures,
    asks_for_later_target,
    asks_of_figures,
)
from plansvar.asking.answering.filtering import answer_filtered, answer_listed
from plansvar.asking.answering.financial_stated import (
    answer_goal_of_amount,
    asks_for_goal_of_amount,
)
from plansvar.asking.answering.gaps import answer_difference, answer_share_of_target
from plansvar.asking.answering.given_sums import answer_given_sum, asks_of_given_sum
from plansvar.asking.answering.group_premises import answer_order, takes_order_for_granted
from plansvar.asking.answering.measured import (
    asks_measured,
    asks_untold_by_figures,
    asks_untold_target,
)
from plansvar.asking.answering.money_causes import WHY_MONEY
from plansvar.asking.answering.money_numbers import answer_of_numbers, asks_of_numbers
from plansvar.asking.answering.no_values import answer_no_values
from plansvar.asking.answering.not_so import (
    answer_done,
    answer_not_moved,
    asks_why_it_moved,
    takes_undone_for_granted,
)
from plansvar.asking.answering.of_all import answer_of_all, claims_of_all
from plansvar.asking.answering.of_documents import answer_of_document, asks_of_document
from plansvar.asking.answering.of_kind import of_kind_asked
from plansvar.asking.answering.over_years import answer_over_years
from plansvar.asking.answering.own_forms import LAST_FORMS, OF_TIMES, OWN_FORMS
from plansvar.asking.answering.own_groups import answer_groups_ranked, ranks_groups
from plansvar.asking.answering.own_reasons import own_reason
from plansvar.asking.answering.passages import answer_beside, answer_nearest, answer_passages
from plansvar.asking.answering.per_unit import answer_per_unit
from plansvar.asking.answering.places import answer_where, asks_where
from plansvar.asking.answering.practical import answer_practical, asks_practical
from plansvar.asking.answering.printed import answer_printed, asks_for_printed
from plansvar.asking.answering.printed_parts import answer_printed_parts, asks_of_printed_parts
from plansvar.asking.answering.ranking import answer_ranked
from plansvar.asking.answering.reasons import (
    answer_causes,
    answer_reasons,
    asks_for_causes,
    asks_for_reasons,
)
from plansvar.asking.answering.report_years import (
    as_values_of_years,
    asks_for_verdicts_of_years,
    in_reports_of_years,
)
from plansvar.asking.answering.row_comments import answer_why_of_rows, asks_why_of_rows
from plansvar.asking.answering.said_in_text import rather_in_text
from plansvar.asking.answering.statuses import answer_responsible, answer_status
from plansvar.asking.answering.summarising import answer_summary
from plansvar.asking.answering.table_lines import answer_lines, asks_of_lines
from plansvar.asking.answering.table_moves import answer_moves, asks_of_moves
from plansvar.asking.answering.things import answer_number_of_things, asks_for_number_of_things
from plansvar.asking.answering.trends import answer_by_arrow
from plansvar.asking.answering.unassessed import answer_unassessed
from plansvar.asking.answering.under_headings import (
    answer_under_heading,
    asks_under_heading,
    with_rows,
)
from plansvar.asking.answering.undivided import answer_groups_untold, asks_for_groups_untold
from plansvar.asking.answering.values import answer_values
from plansvar.asking.answering.whole import answer_whole, asks_of_text, told_all_the_same
from plansvar.asking.answering.why_unassessed import (
    answer_why_unassessed,
    asks_why_unassessed,
)
from plansvar.asking.answering.yesno import answer_yes_or_no, asks_yes_or_no
from plansvar.asking.query import Conditions, Decline, Operation, Subject
from plansvar.domain import AnswerKind

Answering = Callable[[Task], Draft]

ANYWHERE: dict[Operation, Answering] = {
    Operation.WHY: answer_passages,
    Operation.HOW: answer_passages,
    Operation.WHEN: answer_passages,
    Operation.WHO: answer_passages,
    Operation.WHAT: answer_passages,
    Operation.SUMMARISE: answer_summary,
    Operation.EXPLAIN: answer_explained,
    Operation.PAGE: answer_page,
    Operation.CHECK_SUM: answer_sum,
    Operation.CONFLICTS: answer_conflicts,
    Operation.OLD_MEASUREMENTS: answer_old,
}
ON_INDICATORS: dict[Operation, Answering] = {
    Operation.TARGET: answer_values,
    Operation.STATUS: answer_status,
    Operation.COMPARE: answer_compared,
    Operation.TREND: answer_trend,
    Operation.DIFFERENCE: answer_difference,
    Operation.SHARE_OF_TARGET: answer_share_of_target,
    Operation.RANK: answer_ranked,
    Operation.RESPONSIBLE: answer_responsible,
}
ON_SUBJECT: dict[Subject, Answering] = {
    Subject.COMMITMENTS: answer_commitments,
    Subject.AMOUNTS: answer_amounts,
    Subject.DOCUMENTS: answer_documents,
    Subject.PASSAGES: answer_passages,
}


def drafted(task: Task) -> Draft:
    """The draft of an answer; where nothing fits, quoted passages; where none, a plain no."""
    if claims_of_all(task):
        return answer_of_all(task, drafted)
    if task.query.decline is not None:
        return told_all_the_same(task) or answer_declined(task, task.query.decline)
    if asks_practical(task):
        return answer_practical(task)
    if (own := own_reason(task)) is not None:
        return own
    if task.query.subject is Subject.COMMITMENTS and _is_of_goals(task.query.conditions):
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    if asks_for_verdicts_of_years(task):
        within = in_reports_of_years(task)
        valued = as_values_of_years(task, within)
        if valued is not None:
            return drafted(valued)
        return drafted(within) if within else answer_declined(task, Decline.OTHER_YEAR)
    told = answer_under_heading(task) if asks_under_heading(task) else None
    made = with_rows(task, told, _found(task)) if told and told.said else _found(task)
    return of_kind_asked(task, rather_in_text(task, made))


def _found(task: Task) -> Draft:
    of_lines = asks_of_lines(task) and not asks_untold_by_figures(task)
    told = answer_moves if asks_of_moves(task) else answer_lines
    special = told(task) if of_lines else _special(task)
    if special is not None:
        return special
    last = (answer_beside, answer_whole, answer_no_values, answer_nearest)
    for answering in (_chosen(task), *fallbacks(task), *last):
        made = answering(task)
        if made.said:
            return made
    return answer_declined(task, Decline.NOT_IN_DOCUMENTS)


def _is_of_goals(conditions: Conditions) -> bool:
    """Whether conditions are such as only goals meet: a colour, a change, a value."""
    kept = replace(
        conditions, kinds=(), statuses=(), responsible=(), negated=False, target_way=None, due=None
    )
    return kept != Conditions()


def _special(task: Task) -> Draft | None:
    """The answer to a question of a form of its own, or to one that assumes what is not so."""
    forms = (
        *OWN_FORMS,
        (asks_of_text, answer_whole),
        (asks_where, answer_where),
        (asks_of_document, answer_of_document),
        (asks_of_documents, answer_of_documents),
        (asks_of_numbers, answer_of_numbers),
        (asks_of_figures, answer_of_figures),
        (asks_for_later_target, answer_later_target),
        (asks_of_value, answer_claimed),
        (asks_yes_or_no, answer_yes_or_no),
        (premises.takes_colour_for_granted, _corrected),
        (takes_undone_for_granted, answer_done),
        (asks_for_reasons, answer_reasons),
        (asks_for_causes, answer_causes),
        (asks_for_aspect, answer_aspect),
        (asks_for_printed, answer_printed),
        *OF_TIMES,
        *WHY_MONEY,
        (asks_why_unassessed, answer_why_unassessed),
        (premises.takes_change_for_granted, _not_so_now),
        (asks_why_of_rows, answer_why_of_rows),
        (asks_for_groups_untold, answer_groups_untold),
        (asks_for_goal_of_amount, answer_goal_of_amount),
        (asks_for_number_of_things, answer_number_of_things),
        (asks_of_columns, answer_columns),
        (asks_of_given_sum, answer_given_sum),
        (asks_of_printed_parts, answer_printed_parts),
        *LAST_FORMS,
    )
    for asks, answering in forms:
        made = answering(task) if asks(task) else None
        if made and made.said:
            return made
    made = premises.correction(task) or premises.raised_correction(task)
    if made is None and takes_order_for_granted(task):
        made = answer_order(task)
    if not (made and made.said) and asks_why_it_moved(task):
        made = answer_not_moved(task)
        made = None if premises.is_so_since(task, made) else made
    return made if made and made.said else None


def _corrected(task: Task) -> Draft:
    return premises.correction(task) or Draft(AnswerKind.INDICATOR, ())


def _not_so_now(task: Task) -> Draft:
    """What is so instead of a change; and why it was so before that."""
    made = _corrected(task)
    causes = premises.causes_before(task) if made.said else ()
    return replace(made, said=(*made.said, *causes))


def _chosen(task: Task) -> Answering:
    query = task.query
    if query.over_years and query.subject is Subject.INDICATORS:
        return answer_over_years
    if query.by_unit and query.subject is Subject.INDICATORS:
        return answer_per_unit
    if asks_measured(task):
        return answer_amounts
    if query.operation in ANYWHERE or asks_untold_target(task):
        return ANYWHERE.get(query.operation, answer_passages)
    if query.subject is Subject.AMOUNTS and query.operation is Operation.RESPONSIBLE:
        return answer_responsible_for
    if query.subject in ON_SUBJECT:
        return ON_SUBJECT[query.subject]
    if query.order is not None:
        return answer_groups_ranked if ranks_groups(task) else answer_ranked
    return ON_INDICATORS.get(query.operation) or _by_conditions(task)


def _by_conditions(task: Task) -> Answering:
    conditions = task.query.conditions
    if conditions.unassessed:
        return answer_unassessed
    if conditions.target_way is not None:
        return answer_aims
    if conditions.trend is not None:
        return answer_by_arrow
    if conditions.assessments:
        return answer_combined if has_second_condition(task) else answer_assessed
    valued = conditions.target_state or conditions.change or conditions.thresholds
    if valued or conditions.without_value:
        return answer_filtered
    if task.query.links:
        return answer_values
    listing = task.query.operation in (Operation.LIST, Operation.COUNT, Operation.SHARE)
    return answer_listed if listing else answer_passages
