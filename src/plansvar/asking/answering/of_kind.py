"""Whether an answer is of the kind asked for: a view or a cost where that is asked, of the country
if so."""

from __future__ import annotations

from plansvar.asking.answering.beside_country import answer_without_country, lacks_country
from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.costs import tells_no_cost
from plansvar.asking.query import Decline
from plansvar.asking.views import tells_view


def of_kind_asked(task: Task, made: Draft) -> Draft:
    """The draft; a plain no where a view or a cost is asked for and it tells none."""
    told = " ".join(each.fact.text for each in made.said)
    if not (made.abstained or tells_view(task.query.text, told)):
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    if not made.abstained and tells_no_cost(task.query.text, told):
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    return answer_without_country(task) if lacks_country(task, made) else made
