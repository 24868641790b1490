"""Rows by document and reporting organisation: never added up over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.domain import (
    Amount,
    AssessmentSummary,
    Commitment,
    Document,
    Figure,
    Indicator,
    Span,
    StatedCount,
)
from plansvar.language.numbers import find_numbers
from plansvar.texts import text

_ENOUGH = 8
R = TypeVar("R", Indicator, Commitment, Amount)
Placed = Indicator | Commitment | Amount | AssessmentSummary | StatedCount


@dataclass(frozen=True, slots=True)
class Group(Generic[R]):
    """The rows of one organisation in one document; of all where the whole document is meant."""

    document: Document
    organisation: str | None
    rows: tuple[R, ...]

    def holds(self, item: Placed) -> bool:
        whole = self.organisation is None and self.document.is_of_whole
        organisation = None if whole else item.place.organisation
        return (item.place.document_id, organisation) == self.key

    @property
    def key(self) -> tuple[str, str | None]:
        return (self.document.path, self.organisation)


def grouped(task: Task, rows: Iterable[R]) -> tuple[Group[R], ...]:
    """Groups in the order of their first rows."""
    found: dict[tuple[str, str | None], list[R]] = {}
    wholes = _wholes(task)
    for row in rows:
        path = row.place.document_id
        organisation = None if path in wholes else row.place.organisation
        found.setdefault((path, organisation), []).append(row)
    return tuple(
        Group(task.library.document(path), organisation, tuple(members))
        for (path, organisation), members in found.items()
    )


def _wholes(task: Task) -> frozenset[str]:
    """The documents whose chapters of several units are one report, unless units are asked for."""
    if task.query.scope.organisations or task.query.conditions.responsible:
        return frozenset()
    return frozenset(d.path for d in task.library.documents() if d.is_of_whole)


def report_name(task: Task, document: Document, organisation: str | None) -> Fact:
    """What a report is called in a sentence: "Kommunledningskontorets delårsrapport".

    Where several documents would be called the same, the printed title tells them apart."""
    others = [d for d in task.library.documents() if d.path != document.path]
    alike = [
        d for d in others if (d.kind, d.municipality) == (document.kind, document.municipality)
    ]
    title = title_fact(document, short=True) if alike else None
    if title is None or title.text in {_without_place(d, plain(d.title)) for d in alike}:
        return Fact(short_name(task, document, organisation))
    asked = len(task.query.scope.municipalities) == 1
    owners = (organisation, None if asked else _municipality(task, document))
    shown = [o for o in owners if o and o not in title.text and not find_numbers(o)]
    if not shown:
        return title
    return task.say("group.titled", name=title, title=", ".join(dict.fromkeys(shown)))


def title_fact(document: Document, short: bool = False) -> Fact | None:
    """The title with its place in the document, up to the municipality's name where `short`; null
    where figures in it stand nowhere."""
    title = plain(document.title)
    if short:
        title = _without_place(document, title)
    span = find_words(document, title)
    if span is None:
        return Fact(title) if not find_numbers(title) else None
    return Fact(title, (Figure(title, document.path, span),), (text_proof(document, span),))


def _without_place(document: Document, title: str) -> str:
    """What stands before the municipality's name, where that is enough of a title."""
    at = title.find(document.municipality) if document.municipality else -1
    cut = vocabulary_list("names", "title_cut")
    before = title[:at].rstrip(" ,–-:(") if at > 0 else ""
    return before if len(before) >= _ENOUGH and before.split()[-1].lower() not in cut else title


def find_words(document: Document, wanted: str) -> Span | None:
    """Where words stand in a document, white space aside; null when nowhere."""
    at = document.text.find(wanted)
    return Span(at, at + len(wanted)) if wanted and at >= 0 else None


def short_name(task: Task, document: Document, organisation: str | None) -> str:
    """What a report is called by its kind and owner, without its title."""
    kind = text(f"answers.document_kind.{document.kind.name.lower()}", task.language)
    owners = [o for o in (organisation, _municipality(task, document)) if o]
    if not owners or any(find_numbers(owner) for owner in owners):
        return text(f"answers.document_kind_the.{document.kind.name.lower()}", task.language)
    form = "bare" if owners[0][-1] in "sxz" else "added"
    first = text(f"answers.genitive.{form}", task.language, owner=owners[0])
    key = "answers.group.placed" if len(owners) > 1 else "answers.group.owned"
    return text(key, task.language, owner=first, kind=kind, municipality=owners[-1])


def _municipality(task: Task, document: Document) -> str | None:
    """The municipality, where the index holds more than one."""
    known = {d.municipality for d in task.library.documents()}
    return document.municipality if len(known) > 1 or not document.parts else None
