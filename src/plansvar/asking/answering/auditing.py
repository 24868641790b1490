"""Auditors' questions: do the stated counts add up, which assessments rest on old values."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from plansvar.asking.answering.assessments import one_assessed
from plansvar.asking.answering.counts import count_fact, stated_wholes
from plansvar.asking.answering.counts_told import counts_told
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.filtering import answer_filtered
from plansvar.asking.answering.grouping import Group, report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.answering.rows import comment_sentence, old_measurement, quoted, row_said
from plansvar.asking.answering.shares import in_digits
from plansvar.asking.answering.suggesting import nearby
from plansvar.asking.answering.summaries import stated_figure
from plansvar.asking.answering.table_totals import terms_summed
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.reading import read
from plansvar.asking.evidence.values import is_one, value_of
from plansvar.asking.passages.accounts import Tie, accounts_of, tied
from plansvar.asking.passages.restricting import tells_of_measuring
from plansvar.asking.query import Operation, Subject
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.roots import root
from plansvar.domain import (
    AnswerKind,
    AssessmentSummary,
    Calculation,
    Document,
    Figure,
    Indicator,
    Span,
    StatedCount,
)
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import running_sentences
from plansvar.language.vocabulary import vocabulary

_PAIR, _MOST = 2, 3
_WORD = re.compile(r"\w+")


def answer_sum(task: Task) -> Draft:
    """Whether the counts of the assessment summary add up to the number stated."""
    said: list[Said] = []
    counting = vocabulary("passages")["levels"]["counting"]
    query = task.query
    counts = query.numbers or query.premise or query.conditions.assessments
    other = not counts and any(fold(word) not in counting for word in query.keywords)
    other = other or (not (counts or query.follow_up) and _names_other(task))
    if task.query.subject is Subject.AMOUNTS or task.query.measures or other:
        return Draft(AnswerKind.INDICATOR, ())
    if query.numbers and any(each.statuses for each in (query.conditions, query.premise) if each):
        return counts_told(task)  # of undertakings, which no counts of goals are about
    scope = {d.path for d in selecting.documents_in_scope(task.query.scope, task.library)}
    summaries = [s for s in task.library.summaries() if s.place.document_id in scope]
    for _, members in groupby(summaries, key=lambda s: (s.place.document_id, s.place.organisation)):
        fact = _sum(task, list(members))
        said += [Said(fact)] if fact and _is_of_numbers(task, fact) else []
    if not said and task.query.numbers:
        told = counts_told(task)
        return told if told.said else _without_such_counts(task)
    return Draft(AnswerKind.INDICATOR, tuple(said))


def _names_other(task: Task) -> bool:
    """Whether a question names what is summed up, and that is none of what is judged."""
    counting = map(root, vocabulary("passages")["levels"]["counting"])
    kinds = (root(form) for forms in vocabulary("kinds")["goals"].values() for form in forms)
    known = {*counting, *kinds}
    other = grammar()["adding_up"]["other_than_counts"]
    named = [term for term in terms_summed(task) if not term.soft]
    return not set(split(task.query.text)).isdisjoint(other) or any(
        root(fold(term.word)) not in known for term in named
    )


def _is_of_numbers(task: Task, fact: Fact) -> bool:
    """Whether a sum is one of the numbers that the question gives, if it gives any."""
    printed = {value_of(figure.text) for figure in fact.figures}
    total = {float(fact.calculation.result)} if fact.calculation else set()
    return set(task.query.numbers) <= printed | total


def _without_such_counts(task: Task) -> Draft:
    """That no document gives the numbers of the question as its counts."""
    shown = [_in_digits(number) for number in task.query.numbers]
    fact = task.say("sum.unknown", numbers=listed([Fact(one) for one in shown], task.language))
    return Draft(AnswerKind.NONE, (Said(fact),), abstained=True, suggestions=nearby(task))


def _in_digits(number: float) -> str:
    """A number of the question as it is written there."""
    return f"{number:g}".replace(".", ",")


def _sum(task: Task, summaries: list[AssessmentSummary]) -> Fact | None:
    place = summaries[0].place
    document = task.library.document(place.document_id)
    summaries = _of_one_place(document, summaries)
    terms = [figure for s in summaries if (figure := stated_figure(task, s))]
    if len(terms) < 2:
        return None
    group: Group[Indicator] = Group(document, place.organisation, ())
    total = sum(s.stated_count or 0 for s in summaries if stated_figure(task, s))
    stated = stated_wholes(task, group, summaries[0].kind)
    rest = _rest(stated, total)
    if rest is not None:
        terms.append(count_fact(document, rest, task.language))
        total += rest.count
    elif stated and stated[0].count != total:
        others = _untold(document, summaries, stated[0].count)
        terms += [fact for fact, _ in others]
        total += sum(value for _, value in others)
        if stated[0].count - total > 1 or (others and stated[0].count != total):
            return None  # not all that the report counts is read
    operands: tuple[Figure, ...] = tuple(f for term in terms for f in term.figures)
    calculation = Calculation(
        rule=" + ".join(figure.text for figure in operands),
        operands=operands,
        result=str(total),
        signs=(1,) * len(operands),
    )
    form = "alone" if not stated else "agrees" if stated[0].count == total else "differs"
    fact = task.say(
        f"sum.{form}",
        terms=listed([in_digits(term) for term in terms], task.language),
        total=str(total),
        report=report_name(task, document, place.organisation),
        stated=count_fact(document, stated[0], task.language) if stated else "",
        kind=word(task, "kind_many", stated[0].what if stated else summaries[0].kind),
    )
    return fact.reckoned(calculation)


def _rest(stated: list[StatedCount], total: int) -> StatedCount | None:
    """A lesser stated count that fills up the sum: those that have no assessment."""
    if not stated or stated[0].count <= total:
        return None
    return next((s for s in stated[1:] if s.span and s.count == stated[0].count - total), None)


def _of_one_place(
    document: Document, summaries: list[AssessmentSummary]
) -> list[AssessmentSummary]:
    """The counts of the paragraph that tells most of them; of all where none tells several."""
    places: dict[int, dict[str | None, AssessmentSummary]] = {}
    for each in summaries:
        span = each.count_span or each.span
        block = next((n for n, b in enumerate(document.blocks) if b.span.holds(span)), -1)
        places.setdefault(block, {}).setdefault(each.assessment, each)
    most = max(places.values(), key=len)
    if len(most) >= _PAIR:
        return list(most.values())
    once = {(s.assessment, s.stated_count): s for s in reversed(summaries)}
    return list(once.values())[::-1]


def _untold(
    document: Document, summaries: list[AssessmentSummary], whole: int
) -> list[tuple[Fact, int]]:
    """The other numbers of the sentences that state the counts and of the one right behind in their
    paragraph; there "ett mål" too, where the others leave just one untold."""
    spans = [s.count_span or s.span for s in summaries]
    told = {span.start for span in spans}
    counted = sum(s.stated_count or 0 for s in summaries)
    found = list(running_sentences(document))
    near = [span for span in found if any(span.start <= at < span.end for at in told)]
    block = next((b.span for b in document.blocks if b.span.start <= max(told) < b.span.end), None)
    near += [s for s in found if s.start > max(told) and block and block.holds(s)][:1]
    made = [
        _other(document, sentence, number.start, number.raw, int(number.value))
        for sentence in near
        for number in find_numbers(document.quote(sentence))
        if not any(s.start <= sentence.start + number.start < s.end for s in spans)
        and number.value.is_integer()
        and 0 < number.value < whole
    ]
    if made or whole - counted != 1:
        return made
    return [
        _other(document, sentence, word.start(), word[0], 1)
        for sentence in near
        for word in _WORD.finditer(document.text[sentence.start : sentence.end])
        if is_one(word[0].lower())
    ][:1]


def _other(
    document: Document, sentence: Span, start: int, raw: str, value: int
) -> tuple[Fact, int]:
    at = sentence.start + start
    figure = Figure(raw, document.path, Span(at, at + len(raw)))
    return Fact(raw.lower(), (figure,), (text_proof(document, sentence),)), value


def answer_old(task: Task) -> Draft:
    """Rows whose outcome is last year's again because nothing was measured anew."""
    said: list[Said] = []
    found: list[Indicator] = []
    wanted = {fold(name) for name in task.query.conditions.assessments}
    for row in selecting.indicators(task.query, task.library):
        quote = old_measurement(task, row) or _told_old(task, row) or _not_anew(task, row)
        judged = row.assessment and row.assessment.value
        if quote is None or (wanted and fold(judged or "") not in wanted):
            continue
        fact = one_assessed(task, row) if judged else row_said(task, row).fact
        said.append(Said(task.say("row.with_note", fact=fact, quote=quote)))
        if judged and task.query.links:
            said.append(Said(row_said(task, row).fact))
        found.append(row)
    if not said and task.query.conditions.without_value:
        listed_query = replace(task.query, operation=Operation.LIST)
        return answer_filtered(replace(task, query=listed_query))
    if not said and task.query.links:
        found = list(selecting.indicators(task.query, task.library))[:_MOST]
        said = [Said(row_said(task, row, True).fact) for row in found]
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(found))


def answer_told_old(task: Task) -> Draft:
    """What text says of how or when something is measured; nothing else tells what is old."""
    made = answer_passages(task)
    told = tuple(each for each in made.said if tells_of_measuring([each.fact.text]))
    return replace(made, said=told)


def _not_anew(task: Task, row: Indicator) -> Fact | None:
    """The sentence of a row's own comment that says that nothing was measured anew; its value may
    be another than last year's all the same."""
    return comment_sentence(task, row, words.vocabulary_list("measurement", "not_anew"))


def _told_old(task: Task, row: Indicator) -> Fact | None:
    """The sentence behind the row's name in the text of its document that says so."""
    reading = read(row)
    values = [o.value for o in (reading.outcome, reading.previous) if o]
    if len(values) < _PAIR or values[0] is None or values[0] != values[1]:
        return None
    names = [row.name, *(label.text for label in row.also)]
    phrases = words.vocabulary_list("measurement", "old")
    document = task.document(row)
    for account in tied(accounts_of(task.library, document.path), names):
        for span in account.told if account.tie >= Tie.OPENING else ():
            if any(phrase in fold(document.quote(span)) for phrase in phrases):
                return quoted(document, span)
    return None
