"""Why a goal is judged as it is, or an undertaking late: what stands at its own row, whatever words
it uses. No search finds it better, for the comment need not name the goal nor say that it explains.
"""

from __future__ import annotations

from plansvar.asking.answering.commitments import named
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.missing import answer_missing, asks_why_missing
from plansvar.asking.answering.own_comments import (
    Commented,
    comment_told,
    commented_rows,
    said_so,
)
from plansvar.asking.answering.passages import quote_of
from plansvar.asking.answering.premises import judged_contrary
from plansvar.asking.answering.rows import name_fact
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.passages import find_told_causes
from plansvar.asking.passages.bare_remarks import tells_no_cause
from plansvar.asking.passages.explaining import is_spoken_of, needed_terms
from plansvar.asking.passages.ranking import holds_cue
from plansvar.asking.passages.told_causes import named_causes as find_named
from plansvar.asking.passages.wondered import effects_said
from plansvar.asking.passages.wording import kind_of
from plansvar.asking.query import Conditions, Query
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import AnswerKind, Evidence, Indicator

_WHY, _MOST = "why", 6
_FEWEST = 2  # telling words of a comment beside those of the question and the name


def own_reason(task: Task) -> Draft | None:
    """What rows themselves tell of why they are so; of a missing value its note first."""
    ways = ((asks_why_missing, answer_missing), (asks_own_reason, answer_own_reason))
    made = (answering(task) for asks, answering in ways if asks(task))
    return next((each for each in made if each.said), None)


def asks_own_reason(task: Task) -> bool:
    """Whether a question asks why what it names is judged so, misses its target or is late, or only
    asks why of something that was told."""
    query = task.query
    if kind_of(query) != _WHY or query.claimed is not None:
        return False
    premise = query.premise
    if not query.links:
        return not query.not_understood and _judges(said_so(query))
    if premise is None:
        return not (effects_said(_own_words(query)) or needed_terms(query, task.library))
    return _judges(premise)


def _judges(premise: Conditions) -> bool:
    """Whether conditions say how a row is judged, or how far it has come, and nothing else."""
    stated = premise.assessments or premise.statuses or premise.target_state or premise.unassessed
    return bool(stated) and premise == Conditions(
        kinds=premise.kinds,
        assessments=premise.assessments,
        statuses=premise.statuses,
        target_state=premise.target_state,
        unassessed=premise.unassessed,
        negated=premise.negated,
    )


def _own_words(query: Query) -> str:
    """What a question says beside the names of rows, which may tell of a change ("Ljusvik ska
    växa"); of a follow-up only what it says itself."""
    said = query.talk.said if query.follow_up and query.talk else query.text
    for part in (part for link in query.links for part in link.words):
        said = said.replace(part.text, " ")
    return said


def answer_own_reason(task: Task) -> Draft:
    """The rows' own comments; nothing where they say no more than the verdict, or not what else
    the question names, nor where none tells a cause and a sentence elsewhere does. Of a goal that
    is judged otherwise than the question takes it how it is."""
    contrary = judged_contrary(task)
    if contrary.said:
        return contrary
    rows = [row for row in commented_rows(task) if _answers(task, row)][:_MOST]
    if not any(holds_cue(row.comment or "", _WHY) for row in rows) and _is_told_elsewhere(task):
        return Draft(AnswerKind.PASSAGE, ())
    said = tuple(Said(_comment(task, row)) for row in rows)
    return Draft(AnswerKind.PASSAGE, said, tuple(rows))


def _is_told_elsewhere(task: Task) -> bool:
    """Whether a sentence tells a cause of the one thing that is asked about, by its name."""
    if len(task.query.links) != 1:
        return False
    return bool(find_told_causes(task.query, task.library) or find_named(task.query, task.library))


def _answers(task: Task, row: Commented) -> bool:
    """Whether a comment says more than the verdict that is asked about, and speaks of all that the
    question names beside the row."""
    document = task.document(row)
    name = row.name if isinstance(row, Indicator) else row.text
    text = " ".join(map(document.quote, comment_told(document, row)))
    said = telling_roots(f"{task.query.text} {name}")
    own = [word for word in telling_roots(text) if not any(is_form(word, each) for each in said)]
    above = " ".join([name, *row.place.section, text])
    told = len(own) >= _FEWEST and not tells_no_cause(text, task.query)
    return told and is_spoken_of(needed_terms(task.query, task.library), above)


def _comment(task: Task, row: Commented) -> Fact:
    document = task.document(row)
    name = name_fact(task, row) if isinstance(row, Indicator) else named(task, row)
    told = comment_told(document, row)
    quote = quote_of(document, Evidence(place_at(document, told[0]), told))
    return task.say("passage.on_row", name=name, quote=quote)
