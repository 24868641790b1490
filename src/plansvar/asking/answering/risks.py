"""Risks by how high they are graded: those graded highest, or those from the limit on that the
document sets."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import counted, listed
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.rows import name_fact, quoted, row_said
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import headings_proof
from plansvar.domain import AnswerKind, Document, Indicator, Span, Tally
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_GRADES, _DOCUMENTS = 2, 3


def asks_for_risks(task: Task) -> bool:
    return bool(task.query.risks)


def answer_risks(task: Task) -> Draft:
    """By document: the risks graded highest and then the others, or those from its limit on."""
    rows = selecting.indicators(task.query, task.library)
    said: list[Said] = []
    found: list[Indicator] = []
    documents = list(dict.fromkeys(task.document(row) for row in rows))
    for document in documents[:_DOCUMENTS]:
        own = [r for r in rows if r.place.document_id == document.path and graded(r) is not None]
        if not own:
            continue
        limit = _limit(document) if task.query.risks == "limited" else None
        part = _from_limit(task, document, own, limit) if limit else _by_grade(task, document, own)
        said += part
        found += own
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(found))


def graded(row: Indicator) -> float | None:
    """How high a risk is: the column that says it, else likelihood times consequence."""
    products = vocabulary("riskwords")["products"]
    values = {fold(o.measure): o.value for o in row.observations if o.value is not None}
    own = next((values[name] for name in products if name in values), None)
    if own is not None:
        return own
    return prod(values.values()) if len(values) == _GRADES else None


def _by_grade(task: Task, document: Document, rows: Sequence[Indicator]) -> list[Said]:
    order = sorted(rows, key=lambda row: -(graded(row) or 0.0))
    top = [row for row in order if graded(row) == graded(order[0])]
    fact = task.say(
        "risks.highest",
        report=report_name(task, document, rows[0].place.organisation),
        names=listed([name_fact(task, row) for row in top], task.language),
    )
    return [Said(fact), *(row_said(task, row) for row in order)]


def _from_limit(
    task: Task, document: Document, rows: Sequence[Indicator], limit: tuple[float, Span]
) -> list[Said]:
    least, span = limit
    part = sorted(
        (r for r in rows if (graded(r) or 0.0) >= least), key=lambda row: -(graded(row) or 0.0)
    )
    fact = task.say_many(
        "risks.limited",
        len(part),
        report=report_name(task, document, rows[0].place.organisation),
        base=str(len(rows)),
        quote=quoted(document, span),
    )
    calculation = counted(
        word(task, "rule", "rows"),
        len(part),
        Tally(word(task, "tally", "rows"), tuple(row.id for row in rows)),
        Tally(word(task, "tally", "shown"), tuple(row.id for row in part)),
        rows=[row.id for row in part],
    )
    lead = fact.reckoned(calculation).proved_by(headings_proof(rows[0]))
    return [Said(lead), *(row_said(task, row) for row in part)]


def _limit(document: Document) -> tuple[float, Span] | None:
    """The value from which on a sentence on the risks says that something is done."""
    told = vocabulary("riskwords")
    begins = tuple(told["risks"][:1])
    for span in sentences(document.text):
        sentence = document.text[span.start : span.end]
        if not any(each.startswith(begins) for each in fold(sentence).split()):
            continue
        for number in find_numbers(sentence, spelled=False):
            before = fold(sentence[: number.start]).rstrip()
            after = fold(sentence[number.end :]).lstrip()
            if after.startswith(tuple(told["from_on"])) or before.endswith(tuple(told["at_least"])):
                return number.value, span
            if before.endswith(tuple(told["above"])):
                return number.value + 1, span
    return None
