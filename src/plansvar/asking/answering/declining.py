"""Says plainly that the documents do not speak of what is asked, and what they do hold."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.suggesting import nearby
from plansvar.asking.evidence.words import year_of
from plansvar.asking.query import Decline
from plansvar.domain import AnswerKind
from plansvar.index.library import Library
from plansvar.language.numbers import find_numbers


def answer_declined(task: Task, reason: Decline) -> Draft:
    """One or two sentences without figures of their own, and questions that can be answered."""
    facts = [task.say(f"decline.{reason.value}")]
    if reason is Decline.NOT_IN_DOCUMENTS and task.query.not_understood:
        unknown = ", ".join(f"”{word}”" for word in task.query.not_understood)
        facts = [task.say("decline.unknown_words", words=unknown)]
    facts += _held(task, reason)
    return Draft(
        AnswerKind.NONE,
        tuple(map(Said, facts)),
        abstained=True,
        suggestions=nearby(task),
    )


def covered_years(library: Library) -> tuple[int, ...]:
    """The years that the documents cover, by themselves or by their values."""
    years = {document.year for document in library.documents()}
    years |= {year_of(o.period) for row in library.indicators() for o in row.observations}
    years |= {year_of(row.period) for row in library.amounts()}
    return tuple(sorted(year for year in years if year is not None))


def _held(task: Task, reason: Decline) -> list[Fact]:
    """What the documents do cover: places, and years where a year was asked for."""
    documents = task.library.documents()
    if not documents:
        return [task.say("decline.no_documents")]
    places = list(dict.fromkeys(d.municipality for d in documents if d.municipality))
    places = [place for place in places if not find_numbers(place)]
    if reason is Decline.OTHER_YEAR:
        years = ", ".join(map(str, covered_years(task.library)))
        return [task.say("decline.years", years=years)] if years else []
    if reason in (Decline.OTHER_PLACE, Decline.NOT_IN_DOCUMENTS) and places:
        return [task.say("decline.places", places=", ".join(places))]
    return []
