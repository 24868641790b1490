"""Whether an answer is of the kind asked for: a view or a cost where that is asked, of the country
if so."""

from __future__ import annotations

from plansvar.asking.answering.beside_country import answer_without_country, lacks_country
from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.query import Decline
from plansvar.asking.sorts_told import tells_other_sort
from plansvar.asking.views import tells_view


def of_kind_asked(task: Task, made: Draft) -> Draft:
    """The draft; a plain no where a view or a cost is asked for and it tells none."""
    told = " ".join(each.fact.text for each in made.said)
    if not (made.abstained or tells_view(task.query.text, told)):
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    if is_of_other_sort(task, made):
        return _in_text(task)
    return answer_without_country(task) if lacks_country(task, made) else made


def is_of_other_sort(task: Task, made: Draft) -> bool:
    """Whether a draft that tells anything tells another sort of thing than is asked for."""
    told = " ".join(each.fact.text for each in made.said)
    return not made.abstained and tells_other_sort(task.query.text, told)


def _in_text(task: Task) -> Draft:
    """What running text tells of the sort asked for; a plain no where it tells none."""
    found = answer_passages(task)
    if found.said and not is_of_other_sort(task, found):
        return found
    return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
