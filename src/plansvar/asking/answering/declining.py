"""Says plainly that the documents do not speak of what is asked, and what they do hold."""

from __future__ import annotations

from collections.abc import Iterable

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.grouping import short_name
from plansvar.asking.answering.suggesting import nearby
from plansvar.asking.answering.unread_tables import unread_on_it
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.words import year_of
from plansvar.asking.query import Decline
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.domain import AnswerKind
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary

_MOST_WORDS = 4
_MOST_UNITS = 12  # more are no help to somebody who looks for one


def answer_declined(task: Task, reason: Decline) -> Draft:
    """One or two sentences without figures of their own, and questions that can be answered."""
    return declined(task, reason, *_held(task, reason))


def declined(task: Task, reason: Decline, *held: Fact) -> Draft:
    """A plain no in the words of the question, then what the documents do hold."""
    return Draft(
        AnswerKind.NONE,
        tuple(map(Said, (_no(task, reason), *held))),
        abstained=True,
        suggestions=nearby(task),
    )


def covered_years(library: Library) -> tuple[int, ...]:
    """The years that the documents cover, by themselves or by their values."""
    years = {document.year for document in library.documents()}
    years |= {year_of(o.period) for row in library.indicators() for o in row.observations}
    years |= {year_of(row.period) for row in library.amounts()}
    return tuple(sorted(year for year in years if year is not None))


def joined(task: Task, names: Iterable[object]) -> str:
    """ "a, b och c"."""
    return listed([Fact(str(name)) for name in names], task.language).text


def _no(task: Task, reason: Decline) -> Fact:
    if reason is not Decline.NOT_IN_DOCUMENTS:
        return task.say(f"decline.{reason.value}")
    if task.query.not_understood:
        return task.say("decline.unknown_words", words=_quoted(task, task.query.not_understood))
    if task.query.keywords and not task.query.links:
        return task.say("decline.no_answer_on", words=_quoted(task, task.query.keywords))
    return task.say("decline.not_in_documents")


def _quoted(task: Task, asked: Iterable[str]) -> str:
    return joined(task, [f"”{word}”" for word in dict.fromkeys(asked)][:_MOST_WORDS])


def _held(task: Task, reason: Decline) -> list[Fact]:
    """What the documents do cover: places, and years where a year was asked for."""
    documents = task.library.documents()
    if not documents:
        return [task.say("decline.no_documents")]
    if reason is Decline.OTHER_YEAR and task.query.conditions.assessments:
        years = joined(task, _assessed_years(task.library))
        return [task.say("decline.report_years", years=years)] if years else []
    if reason is Decline.OTHER_YEAR:
        years = joined(task, covered_years(task.library))
        return [task.say("decline.years", years=years)] if years else []
    return [*_near(task, reason), *_unread(task, reason)]


def _unread(task: Task, reason: Decline) -> list[Fact]:
    """That a report may tell it in a table which is a picture."""
    document = unread_on_it(task) if reason is Decline.NOT_IN_DOCUMENTS else None
    if document is None or task.query.not_understood:
        return []
    owner = next((part.organisation for part in document.parts if part.organisation), None)
    return [task.say("decline.unread", report=short_name(task, document, owner))]


def _near(task: Task, reason: Decline) -> list[Fact]:
    """What the documents hold beside it, or where they come from."""
    documents = task.library.documents()
    near = _linked_names(task)
    if reason is Decline.NOT_IN_DOCUMENTS and near and not task.query.not_understood:
        return [task.say("decline.near", names=_quoted(task, near))]
    if reason is Decline.NOT_IN_DOCUMENTS and (units := _units_instead(task)):
        return [task.say("decline.units", units=joined(task, units))]
    places = list(dict.fromkeys(d.municipality for d in documents if d.municipality))
    places = [place for place in places if not find_numbers(place)]
    if reason in (Decline.OTHER_PLACE, Decline.NOT_IN_DOCUMENTS) and places:
        return [task.say("decline.places", places=joined(task, places))]
    return []


def _units_instead(task: Task) -> list[str]:
    """The units that the documents tell of, where one is asked for that they do not know."""
    endings = tuple(vocabulary("documents")["organisations"]["endings"])
    unknown = [word for said in task.query.not_understood for word in split(said)]
    called = vocabulary("questions")["grammar"]["boards_said"]["fields"]
    if not any(word.endswith(endings) or word in called for word in unknown):
        return []
    known = sorted({unit.name for unit in catalogue_of(task.library).organisations})
    alike = [name for name in known if fold(name).endswith(endings) and not find_numbers(name)]
    return alike if len(alike) <= _MOST_UNITS else []


def _linked_names(task: Task) -> list[str]:
    """The printed names of the rows that the question's words lead to, those with figures left
    out."""
    printed = {row.id: row.name for row in task.library.indicators()}
    printed |= {row.id: row.what for row in task.library.amounts()}
    first = (link.rows[0] for link in task.query.links if link.rows)
    names = (plain(printed[row]) for row in first if row in printed)
    return [name for name in names if not find_numbers(name)]


def _assessed_years(library: Library) -> tuple[int, ...]:
    """The years of the documents that assess anything."""
    rows = [row.place.document_id for row in library.indicators() if row.assessments]
    told = {*rows, *(summary.place.document_id for summary in library.summaries())}
    return tuple(sorted({d.year for d in library.documents() if d.year and d.path in told}))
