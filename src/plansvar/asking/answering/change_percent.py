"""By how many percent a row changed, reckoned from its printed values and held against what a
question says that it is ("stämmer det att timmarna ökade 12 procent?")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money_rows import decimals, shown_number
from plansvar.asking.answering.newest import told_in_full
from plansvar.asking.answering.rows import figure_of, name_fact, quoted, value_fact
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import row_proof
from plansvar.asking.evidence.reading import in_breakdown, usable
from plansvar.asking.evidence.values import percent_of, value_of
from plansvar.asking.query import Operation, Subject
from plansvar.asking.telling_roots import telling_roots
from plansvar.domain import AnswerKind, Calculation, Indicator, Observation, Span
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import running_sentences

_PERCENT = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s?(?:%|procent\b|percent\b)")
_MOST = 4  # rows that may be told one by one
Pair = tuple[Observation, Observation]


def asks_change_percent(task: Task) -> bool:
    """Whether a change of rows that the question names is asked for in percent, or said in it."""
    query, said = task.query, split(task.query.text)
    if query.subject is not Subject.INDICATORS or not query.links or query.order is not None:
        return False
    if query.operation is Operation.WHY or query.conditions.thresholds:
        return False
    of_change = not set(said).isdisjoint(words.vocabulary_list("change_percent", "words"))
    asked = _claimed(task) is not None or _asks_how_many(said)
    return of_change and asked and len({row for link in query.links for row in link.rows}) <= _MOST


def _asks_how_many(said: Sequence[str]) -> bool:
    text = " ".join(said)
    return any(phrase in text for phrase in words.vocabulary_list("change_percent", "how_many"))


def answer_change_percent(task: Task) -> Draft:
    """The two values, the change in percent, and whether it is what the question says; with the
    sentence that says so in the same document."""
    rows = selecting.indicators(task.query, task.library)
    found = [(row, pair) for row in rows if (pair := _pair(task, row))]
    full = told_in_full(task, [row for row, _ in found])
    said: list[Said] = []
    for row, pair in found:
        fact = _changed(task, row, pair) if row.place.document_id in full else None
        if fact is not None:
            said += [Said(fact), *(Said(quote) for quote in _told(task, row))]
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(row for row, _ in found) if said else ())


def _pair(task: Task, row: Indicator) -> Pair | None:
    """The later and the earlier value that the change is between; shares differ by points."""
    query = task.query
    group = query.breakdowns[0] if len(query.breakdowns) == 1 else None
    own = [m for m in query.measures if words.measure_kind(m) is None]
    told = {
        (year, words.is_outcome(o)): o
        for o in in_breakdown(row, group)
        if usable(o) and o.value and (year := words.year_of(o.period))
        if (any(words.same_measure(m, o) for m in own) if own else not words.is_target(o))
        if not words.is_percent(o.unit) and fold(o.period or "").isdigit()
    }
    named = {*query.scope.years, *query.against_years}
    held = {year: o for (year, came), o in told.items() if came or own}
    # what a year that is asked for is expected to come to, where it has not come out
    held |= {y: o for (y, _), o in told.items() if y in named and y not in held}
    years = sorted({*query.scope.years, *query.against_years})
    if len(years) == 1:
        years = [years[0] - 1, years[0]]
        if query.against_years:
            years = sorted({query.against_years[0], max(held, default=0)})
    if not years:
        years = sorted(held)[-2:]
    first, last = (held.get(years[0]), held.get(years[-1])) if len(years) > 1 else (None, None)
    if first is None or last is None or first is last or first.unit != last.unit:
        return None
    return last, first


def _changed(task: Task, row: Indicator, pair: Pair) -> Fact | None:
    document = task.document(row)
    operands = tuple(figure_of(document, row, o) for o in pair)
    last, first = (value_of(figure.text) for figure in operands)
    if last is None or not first or last * first <= 0:
        return None
    apart = percent_of(last - first, first)
    result = shown_number(apart, 1).removesuffix(",0")
    rule = f"({operands[0].text} \u2212 {operands[1].text}) / {operands[1].text}"
    calculation = Calculation(rule, operands, result, signs=(1, -1), percent=True)
    percent = Fact(result, (), (row_proof(row, pair),), calculation)
    fact = task.say(
        "change_percent.told",
        name=name_fact(task, row),
        last=value_fact(task, row, pair[0]),
        first=value_fact(task, row, pair[1]),
        percent=percent,
    )
    claim = _claimed(task)
    if claim is None:
        return fact
    value, digits = claim
    right = abs(round(apart, digits) - value) < 10.0**-6
    return task.say(f"change_percent.{'right' if right else 'wrong'}", fact=fact)


def _claimed(task: Task) -> tuple[float, int] | None:
    """The one change in percent that the question says, below zero where it says that there is
    less, and its decimals."""
    found = _PERCENT.findall(fold(task.query.text))
    if len(found) != 1:
        return None
    down = not set(split(task.query.text)).isdisjoint(
        words.vocabulary_list("change_percent", "down")
    )
    number = find_numbers(found[0], spelled=False)[0].value
    return (-number if down else number), decimals(found[0])


def _told(task: Task, row: Indicator) -> Iterator[Fact]:
    """The sentence of the row's document that says the change that the question does."""
    claim, document = _claimed(task), task.document(row)
    own = telling_roots(row.name)
    for span in running_sentences(document) if claim else ():
        if own & telling_roots(document.quote(span)) and _says(document.quote(span), claim):
            yield task.say("passage.plain", quote=quoted(document, Span(span.start, span.end)))
            return


def _says(sentence: str, claim: tuple[float, int] | None) -> bool:
    said = [find_numbers(n, spelled=False)[0].value for n in _PERCENT.findall(fold(sentence))]
    return claim is not None and abs(claim[0]) in said
