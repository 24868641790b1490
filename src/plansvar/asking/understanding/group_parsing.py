"""One question → one query, with what it says of ages or days read as groups of rows."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.keeping import KeptBeside
from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.expected_verdicts import with_expected_verdicts
from plansvar.asking.understanding.financial_goals import with_financial_goals
from plansvar.asking.understanding.goals_asked import with_goals_asked
from plansvar.asking.understanding.goals_standing import with_goals_standing
from plansvar.asking.understanding.groups_in_names import with_groups_in_names
from plansvar.asking.understanding.money_lists import with_money_list
from plansvar.asking.understanding.money_sorts import without_other_sorts
from plansvar.asking.understanding.named_amount import with_named_amount
from plansvar.asking.understanding.named_amounts import with_named_amounts
from plansvar.asking.understanding.numbered_rows import with_numbered_row
from plansvar.asking.understanding.own_columns import with_column
from plansvar.asking.understanding.own_groups import (
    holds_groups,
    is_told_by_name,
    regrouped,
    with_groups_held,
    with_groups_read,
)
from plansvar.asking.understanding.parsing import Parsed, parse_alone
from plansvar.asking.understanding.priced import with_own_prices
from plansvar.asking.understanding.reading import KEPT_READINGS, Reading
from plansvar.asking.understanding.risks import with_risks_graded
from plansvar.asking.understanding.same_tasks import with_same_tasks
from plansvar.asking.understanding.tasks_of_units import (
    with_tasks_of_unit,
    with_year_put_off_to,
)
from plansvar.asking.understanding.unit_goals import with_goals_listed, with_goals_of_unit
from plansvar.asking.understanding.unit_status import with_unit_status
from plansvar.asking.understanding.verdicts_changed import with_verdicts_changed
from plansvar.asking.understanding.whole_beside import with_whole_beside
from plansvar.asking.understanding.whole_names import with_whole_name

_PARSED: KeptBeside[Parsed] = KeptBeside(KEPT_READINGS)
_ALONE: KeptBeside[Parsed] = KeptBeside(KEPT_READINGS)


def parse(reading: Reading, catalogue: Catalogue) -> Parsed:
    """The query that a reading makes when nothing was said before."""
    return _PARSED.get(catalogue, reading, lambda: _parsed_anew(reading, catalogue))


def _alone(reading: Reading, catalogue: Catalogue) -> Parsed:
    return _ALONE.get(catalogue, reading, lambda: parse_alone(reading, catalogue))


def _parsed_anew(reading: Reading, catalogue: Catalogue) -> Parsed:
    made = with_whole_name(_of_groups(reading, catalogue), catalogue)
    query = with_whole_beside(made.query, reading, catalogue)
    query = with_column(query, reading, catalogue)
    query = with_named_amounts(query, reading, catalogue)
    query = with_named_amount(query, reading, catalogue)
    query = with_own_prices(query, reading, catalogue)
    query = without_other_sorts(query, reading, catalogue)
    query = with_money_list(query, reading, catalogue)
    query = with_numbered_row(query, reading, catalogue)
    query = with_goals_of_unit(query, reading, catalogue)
    query = with_goals_listed(query, reading, catalogue)
    query = with_tasks_of_unit(query, reading, catalogue)
    query = with_year_put_off_to(query, catalogue)
    query = with_risks_graded(query, reading, catalogue)
    query = with_verdicts_changed(query, reading)
    query = with_financial_goals(query, reading, catalogue)
    query = with_goals_asked(query, reading, catalogue)
    query = with_expected_verdicts(query, reading, catalogue)
    query = with_same_tasks(query, catalogue)
    query = with_groups_in_names(_with_groups_told(query, catalogue), catalogue)
    query = with_unit_status(query, reading, catalogue)
    query = with_goals_standing(query, reading, catalogue)
    unlinked = made.unlinked if query is made.query else ()
    return replace(made, query=query, unlinked=unlinked)


def _with_groups_told(query: Query, catalogue: Catalogue) -> Query:
    """ "hur fördelar sig heltidsarbetet mellan kvinnor och män?" is answered by the values of the
    groups, where the linked rows have them."""
    if query.operation is not Operation.HOW or not query.breakdowns or query.not_understood:
        return query
    rows = [row for link in query.links for row in link.rows]
    held = [r for r in rows if set(query.breakdowns) <= catalogue.groups.get(r, frozenset())]
    if not held:
        return query
    return replace(query, subject=Subject.INDICATORS, operation=Operation.VALUE)


def _of_groups(reading: Reading, catalogue: Catalogue) -> Parsed:
    grouped = with_groups_read(reading, catalogue)
    if grouped is None:
        return _alone(reading, catalogue)
    made = _alone(grouped, catalogue)
    if not holds_groups(made.query, grouped, catalogue):
        return _alone(reading, catalogue)
    if is_told_by_name(reading, catalogue):
        plain = _alone(reading, catalogue)
        if plain.query.links and plain.query.subject is Subject.INDICATORS:
            return plain
    return replace(made, query=with_groups_held(made.query, grouped, catalogue))


def parse_in_talk(reading: Reading, last: Query | None, catalogue: Catalogue) -> Parsed:
    """The query that a reading makes after another question, of whose rows it may name a group."""
    grouped = with_groups_read(reading, catalogue)
    made = _alone(grouped, catalogue) if grouped else None
    if grouped and made and regrouped(grouped, made.query, last, catalogue):
        return made
    return parse(reading, catalogue)
