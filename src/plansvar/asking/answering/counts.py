"""Counts that the documents themselves state."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import Group, R, report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.domain import Document, Evidence, Figure, Span, StatedCount
from plansvar.language.folding import fold
from plansvar.language.numbers import Number, find_numbers, spell
from plansvar.language.sentences import sentence_at
from plansvar.texts import text


def stated_total(task: Task, group: Group[R], kind: str) -> Fact | None:
    """How many the report says that there are in all: "… anger 29 processmål"."""
    stated = stated_counts(task, group, kind)
    whole = next((s for s in stated if s.status is None and not s.forecast), None)
    if whole is None:
        return None
    return task.say(
        "stated.total",
        report=report_name(task, group.document, group.organisation),
        count=count_fact(group.document, whole, task.language),
        kind=word(task, "kind_one" if whole.count == 1 else "kind_many", whole.what),
    )


def stated_counts(task: Task, group: Group[R], kind: str) -> list[StatedCount]:
    return [
        s for s in task.library.stated_counts() if group.holds(s) and fold(s.what) == fold(kind)
    ]


def stated_wholes(task: Task, group: Group[R], kind: str) -> list[StatedCount]:
    """How many there are in all, as stated; a plain word ("mål") speaks of its compounds too."""
    return [
        s
        for s in task.library.stated_counts()
        if group.holds(s) and s.status is None and not s.forecast
        and fold(s.what).endswith(fold(kind))
    ]  # fmt: skip


def count_fact(document: Document, stated: StatedCount, language: str = "sv") -> Fact:
    """A stated count as printed, with the sentence that states it."""
    proof = sentence_proof(document, stated.span)
    whole = document.text[stated.span.start : stated.span.end]
    for number in find_numbers(whole):
        if number.value == stated.count:
            span = Span(stated.span.start + number.start, stated.span.start + number.end)
            printed = plain(document.text[span.start : span.end])
            figure = Figure(printed, document.path, span)
            return stated_number(number, figure, proof, language)
    shown = text("answers.count.one", language) if stated.count == 1 else str(stated.count)
    return Fact(shown, (), (proof,))


def stated_number(number: Number, figure: Figure, proof: Evidence, language: str) -> Fact:
    """A number as printed; one that is spelled out in Swedish in the language of the answer."""
    if number.spelled and language != "sv":
        said = spell(int(number.value), language)
        return Fact(said, (replace(figure, claim=said),), (proof,))
    return Fact(in_sentence(figure.text), (figure,), (proof,))


def in_sentence(printed: str) -> str:
    """A number as it stands inside a sentence: "Tre" as "tre"."""
    return printed[:1].lower() + printed[1:]


def sentence_proof(document: Document, span: Span) -> Evidence:
    """The sentences that hold a span: enough to prove what it says."""
    first = sentence_at(document.text, span.start)
    last = sentence_at(document.text, max(span.start, span.end - 1))
    start = min(span.start, first.start) if first else span.start
    return text_proof(document, Span(start, max(span.end, last.end) if last else span.end))
