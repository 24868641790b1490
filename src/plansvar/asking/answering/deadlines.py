"""When commitments are to be done: the date that stands in the same line of the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from plansvar.asking.answering.commitments import named
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.newest import newest_told
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.answering.rows import capped, due, name_fact, quoted
from plansvar.asking.answering.states import statuses_told
from plansvar.asking.evidence import selecting
from plansvar.asking.query import Operation, Subject
from plansvar.domain import AnswerKind, Commitment, CommitmentStatus, Indicator, Span
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_BEHIND = (CommitmentStatus.DELAYED, CommitmentStatus.NOT_STARTED)
_CORE, _ENDING = 4, 2  # letters of a word that all of its forms have, and of an ending


def asks_for_deadline(task: Task) -> bool:
    """Whether a question asks when commitments that it names are to be done, or goals that have a
    person and a date as commitments have."""
    query = task.query
    if query.operation is not Operation.WHEN:
        return False
    if not query.links:
        return query.subject is Subject.COMMITMENTS
    if query.subject is Subject.PASSAGES and not query.not_understood:
        return bool(selecting.commitments(query, task.library))
    return query.subject in (Subject.COMMITMENTS, Subject.INDICATORS)


def answer_deadline(task: Task) -> Draft:
    """What the newest text says of the time, and the dates in the rows; nothing where neither
    gives any."""
    if task.query.subject is Subject.INDICATORS:
        return _of_goals(task)
    found = selecting.commitments(task.query, task.library)
    rows = tuple(r for r in found if not task.query.links or _is_thing(task, r))
    dated = [(row, fact) for row in rows for fact in _dates(task, row)]
    if not task.query.links:
        return _all_dated(task, dated)
    told = _told_newest(task, rows)
    anew = [each for row in rows for each in _anew(task, row)]
    if not (dated or told or anew):
        return Draft(AnswerKind.COMMITMENT, ())
    undone = [Said(fact) for fact in statuses_told(task)] if _asks_when_done(task, rows) else []
    in_rows = [*undone, *(Said(planned(task, row, quote)) for row, quote in dated), *anew]
    said = (*told, *in_rows) if told else (*in_rows, *_timed(answer_passages(task).said))
    return Draft(AnswerKind.COMMITMENT, said, tuple(dict.fromkeys(r for r, _ in dated)) or rows)


def _all_dated(task: Task, dated: Sequence[tuple[Commitment, Fact]]) -> Draft:
    """The deadlines of all undertakings, by the newest document of each municipality that gives
    them."""
    newest = {task.document(row).municipality: row.place.document_id for row, _ in reversed(dated)}
    kept = [(r, quote) for r, quote in dated if r.place.document_id in newest.values()]
    rows = tuple(row for row, _ in kept)
    said = capped(task, [Said(planned(task, row, quote)) for row, quote in kept], rows)
    return Draft(AnswerKind.COMMITMENT, tuple(said), rows)


def _asks_when_done(task: Task, rows: Sequence[Commitment]) -> bool:
    """Whether it is asked when something was done that its newest report says is not."""
    past = set(vocabulary("passages")["times"]["past"])
    judged = sorted(rows, key=lambda row: selecting.newest_key(task.document(row)))
    newest = next((row for row in judged if row.status), None)
    done = newest is None or newest.status is CommitmentStatus.DONE
    return not done and not past.isdisjoint(split(task.query.text))


def _is_thing(task: Task, row: Commitment) -> bool:
    """Whether an undertaking is what a question asks of, and does not only name it behind a
    preposition ("Utarbeta en rutin med skolan")."""
    prepositions = vocabulary("passages")["times"]["beside"]
    told = split(row.text)
    end = next((n for n, word in enumerate(told) if n and word in prepositions), len(told))
    asked = [word for link in task.query.links for w in link.words for word in split(w.text)]
    return task.query.language == "en" or any(
        _ends_with(head, word) or _ends_with(word, head) for word in asked for head in told[:end]
    )


def _ends_with(head: str, word: str) -> bool:
    """Whether a word is another in some form, or a compound of it."""
    core = word[: max(_CORE, len(word) - _ENDING)]
    return core in head[-len(word) - _ENDING :]


def _timed(said: Sequence[Said]) -> list[Said]:
    """What tells when something is done; a year beside another matter is no answer to that."""
    return [each for each in said if tells_time(each.fact.text)]


def _of_goals(task: Task) -> Draft:
    """The dates behind the names of rows that somebody answers for."""
    rows = [r for r in selecting.indicators(task.query, task.library) if r.responsible]
    dated = [(r, date) for r in rows if r.name_span for date in _behind(task, r, r.name_span.end)]
    said = [
        Said(
            task.say(
                "commitment.deadline",
                name=name_fact(task, row),
                quote=quoted(task.document(row), date),
            )
        )
        for row, date in dated
    ]
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(row for row, _ in dated))


def planned(task: Task, row: Commitment, quote: Fact) -> Fact:
    """When an undertaking is to be done, as printed."""
    return task.say("commitment.deadline", name=named(task, row), quote=quote)


def _told_newest(task: Task, rows: Sequence[Commitment]) -> list[Said]:
    """What the newest documents on each thing say of when it happens."""
    said: list[Said] = []
    for document, told in newest_told(task, rows):
        timed = [s for s in told if tells_time(document.quote(s))]
        if timed:
            quote = quoted(document, Span(told[0].start, timed[-1].end))
            said.append(Said(task.say("commitment.told", quote=quote)))
    return said


def _anew(task: Task, row: Commitment) -> list[Said]:
    """The other time that the remark on an undertaking that is late tells ("Ny tidpunkt är mars
    2026"): the date in its column is the old one."""
    if row.comment_span is None or row.status not in _BEHIND:
        return []
    document = task.document(row)
    told = sentences(document.text, row.comment_span)
    texts = ((span, document.quote(span)) for span in told)
    timed = [span for span, text in texts if _names_time(text) and find_numbers(text)]
    return [Said(task.say("commitment.comment", quote=quoted(document, span))) for span in timed]


def _names_time(sentence: str) -> bool:
    return bool(re.search("|".join(vocabulary("passages")["types"]["when"]), sentence))


def _dates(task: Task, row: Commitment) -> list[Fact]:
    """The deadline of the row, else the dates in the line that its text ends in."""
    document = task.document(row)
    if row.deadline_spans:
        return [due(document, row)]
    return [quoted(document, span) for span in _behind(task, row, row.text_span.end)]


def _behind(task: Task, row: Commitment | Indicator, start: int) -> list[Span]:
    """The first date in the rest of the line."""
    text = task.document(row).text
    end = text.find("\n", start)
    found = _date().finditer(text, start, len(text) if end < 0 else end)
    return [Span(match.start(), match.end()) for match in found][:1]


def tells_time(sentence: str) -> bool:
    """Whether a sentence says when something is done or is to be."""
    doing = "|".join(vocabulary("passages")["times"]["of_doing"])
    return _names_time(sentence) and bool(re.search(doing, sentence, re.IGNORECASE))


@cache
def _date() -> re.Pattern[str]:
    """ "2031-10-31", "31 december 2027", "december 2027", "Q3 2027"."""
    months = "|".join(vocabulary("passages")["numbers"]["months"])
    named = rf"(?:\d{{1,2}} )?(?:{months})\.? (?:19|20)\d\d"
    return re.compile(
        rf"(?i)\b(?:(?:19|20)\d\d-\d\d-\d\d|{named}|(?:q|kv|t)\s?[1-4] ?(?:19|20)\d\d"
        rf"|\d{{1,2}} (?:{months}))\b"
    )
