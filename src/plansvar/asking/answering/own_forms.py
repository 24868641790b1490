"""Questions of forms of their own, with what answers them: those tried before the general ways, and
those tried last."""

from __future__ import annotations

from plansvar.asking.answering.amount_dates import answer_when_of_amount, asks_when_of_amount
from plansvar.asking.answering.apart_told import answer_how_many_more, asks_how_many_more
from plansvar.asking.answering.area_done import answer_area_done, asks_of_area_done
from plansvar.asking.answering.area_goals import answer_area, asks_of_area
from plansvar.asking.answering.area_told import answer_area_told, asks_of_area_told
from plansvar.asking.answering.basics import answer_basic, asks_of_basic
from plansvar.asking.answering.boards_judged import answer_boards, asks_boards
from plansvar.asking.answering.change_percent import answer_change_percent, asks_change_percent
from plansvar.asking.answering.counts_held import answer_if_counts_hold, asks_if_counts_hold
from plansvar.asking.answering.deadlines import answer_deadline, asks_for_deadline
from plansvar.asking.answering.done_after import answer_what_was_done, asks_what_was_done
from plansvar.asking.answering.due import answer_by_due, asks_by_due
from plansvar.asking.answering.financial_told import (
    answer_how_financial_went,
    asks_how_financial_went,
)
from plansvar.asking.answering.forecast_steps import asks_of_forecast_steps
from plansvar.asking.answering.forecast_told import answer_forecast
from plansvar.asking.answering.goals_judged import answer_goals, asks_for_goals
from plansvar.asking.answering.goals_told import answer_goal_told, asks_of_goal_told
from plansvar.asking.answering.groups_apart import answer_groups_apart, asks_groups_apart
from plansvar.asking.answering.hundred_kronor import answer_of_hundred, asks_of_hundred
from plansvar.asking.answering.hypothetical import (
    answer_if_it_came_about,
    asks_if_it_came_about,
)
from plansvar.asking.answering.inhabitants_by_age import answer_of_age, asks_of_age
from plansvar.asking.answering.inhabitants_changed import (
    answer_age_changed,
    asks_of_age_changed,
)
from plansvar.asking.answering.lacking import answer_lacking, asks_of_undertaking
from plansvar.asking.answering.line_remarks import answer_line_remark, asks_of_line_remark
from plansvar.asking.answering.met_yet_missed import (
    answer_met_yet_missed,
    asks_met_yet_missed,
)
from plansvar.asking.answering.money_parts import answer_parts, asks_if_parts_add_up
from plansvar.asking.answering.most_told import answer_what_most, asks_what_most
from plansvar.asking.answering.parts_untold import answer_parts_untold, asks_for_parts_untold
from plansvar.asking.answering.places_beside import answer_places, asks_of_places
from plansvar.asking.answering.printed_questions import (
    answer_printed_question,
    asks_printed_question,
)
from plansvar.asking.answering.risk_measures import (
    answer_risk_measure,
    asks_for_risk_measure,
)
from plansvar.asking.answering.risks import answer_risks, asks_for_risks
from plansvar.asking.answering.same_amounts import answer_if_same_amount, asks_if_same_amount
from plansvar.asking.answering.savings import OF_UNITS
from plansvar.asking.answering.states import answer_state, asks_of_state
from plansvar.asking.answering.sum_across import answer_sum_across, asks_of_sum_across
from plansvar.asking.answering.sum_lines import (
    answer_lines_summed,
    asks_of_lines_summed,
    asks_of_untold_sum,
)
from plansvar.asking.answering.sum_parts_told import answer_parts_told, asks_of_parts_told
from plansvar.asking.answering.table_totals import answer_table_total
from plansvar.asking.answering.tables_added import answer_whole_table, asks_of_whole_table
from plansvar.asking.answering.task_progress import answer_progress, asks_for_progress
from plansvar.asking.answering.things_told import answer_things, asks_for_things
from plansvar.asking.answering.told_and_totalled import (
    answer_if_told_as_totalled,
    asks_if_told_as_totalled,
)
from plansvar.asking.answering.told_of import answer_of_telling, asks_of_telling
from plansvar.asking.answering.what_it_is import answer_what_it_is, asks_what_it_is
from plansvar.asking.answering.whole import (
    answer_if_so,
    asks_if_text_says_so,
)
from plansvar.asking.answering.why_of_whole import answer_how_far_off_plan, asks_how_far_off_plan

OWN_FORMS = (
    (asks_if_counts_hold, answer_if_counts_hold),
    (asks_printed_question, answer_printed_question),
    (asks_groups_apart, answer_groups_apart),
    (asks_of_hundred, answer_of_hundred),
    (asks_if_it_came_about, answer_if_it_came_about),
    (asks_of_state, answer_state),
    (asks_of_telling, answer_of_telling),
    (asks_what_it_is, answer_what_it_is),
    (asks_of_area_done, answer_area_done),
    (asks_what_was_done, answer_what_was_done),
    (asks_of_area, answer_area),
    (asks_of_area_told, answer_area_told),
    (asks_of_basic, answer_basic),
    (asks_of_age, answer_of_age),
    (asks_of_age_changed, answer_age_changed),
    (asks_of_places, answer_places),
    (asks_for_things, answer_things),
    (asks_for_parts_untold, answer_parts_untold),
    (asks_met_yet_missed, answer_met_yet_missed),
    (asks_for_goals, answer_goals),
    (asks_for_progress, answer_progress),
    (asks_for_risk_measure, answer_risk_measure),
    (asks_for_risks, answer_risks),
    (asks_how_financial_went, answer_how_financial_went),
    (asks_of_goal_told, answer_goal_told),
    (asks_boards, answer_boards),
    (asks_of_forecast_steps, answer_forecast),
    *OF_UNITS,
    (asks_how_far_off_plan, answer_how_far_off_plan),
    (asks_change_percent, answer_change_percent),
    (asks_what_most, answer_what_most),
    (asks_when_of_amount, answer_when_of_amount),
    (asks_of_line_remark, answer_line_remark),
    (asks_of_undertaking, answer_lacking),
    (asks_if_same_amount, answer_if_same_amount),
    (asks_of_parts_told, answer_parts_told),
    (asks_how_many_more, answer_how_many_more),
    (asks_if_told_as_totalled, answer_if_told_as_totalled),
)
OF_TIMES = (
    (asks_by_due, answer_by_due),
    (asks_for_deadline, answer_deadline),
)
LAST_FORMS = (
    (asks_of_whole_table, answer_whole_table),
    (asks_of_sum_across, answer_sum_across),
    (asks_of_untold_sum, answer_lines_summed),
    (asks_if_parts_add_up, answer_parts),
    (asks_of_lines_summed, answer_lines_summed),
    (asks_if_parts_add_up, answer_table_total),
    (asks_if_text_says_so, answer_if_so),
)
