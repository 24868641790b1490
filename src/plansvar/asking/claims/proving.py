"""Proof of a figure beside the rows: what the program itself answers, and running text."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.claims.candidates import Matter, Told
from plansvar.asking.claims.clauses import Clause
from plansvar.asking.claims.figures import ClaimFigure
from plansvar.asking.claims.printed import Printed
from plansvar.asking.claims.roles import plans, same_side
from plansvar.asking.claims.sentences import (
    Spoken,
    prints_of,
    sentences_of,
    stands_with,
    told_in_text,
)
from plansvar.asking.evidence import words
from plansvar.asking.query import Money, Subject
from plansvar.domain import Evidence
from plansvar.index.library import Library


def proof_in_text(
    figure: ClaimFigure,
    clause: Clause,
    matter: Matter,
    told: Told | None,
    fitting: Sequence[Printed],
    library: Library,
) -> tuple[Evidence, ...]:
    """What the program itself answers, what proved the sentence before, or a sentence of the
    matter, where the rows settle nothing."""
    unsettled = not (fitting and matter.sure)
    reckoned = told is not None and (unsettled or _reckons(matter))
    if told is not None and reckoned and _tells(told, figure, clause, matter, fitting):
        return told[0]
    on = matter.goes_on or bool(clause.lead)
    if not unsettled and not on:
        return ()
    spoken = spoken_of(matter)
    beside = (proof for proof in matter.proofs if _prints(proof, figure, clause, spoken, library))
    kept = next(beside, None) if on else None
    sentence = told_in_text(figure, clause, spoken, library) if unsettled else None
    return (kept,) if kept else (sentence.evidence,) if sentence else ()


def _prints(
    proof: Evidence, figure: ClaimFigure, clause: Clause, spoken: Spoken, library: Library
) -> bool:
    """Whether a sentence that a proof was taken from prints a figure of what is spoken of."""
    return any(
        any(figure.says(f) for f in sentence.figures)
        and prints_of(figure, clause, spoken, sentence)
        for sentence in sentences_of(proof, library)
    )


def spoken_of(matter: Matter) -> Spoken:
    return Spoken(matter.told, matter.query.breakdowns)


def _reckons(matter: Matter) -> bool:
    """Whether the clause asks for money in a way that the rows alone do not tell."""
    return matter.query.money is not None and matter.query.money != Money()


def _tells(
    told: Told,
    figure: ClaimFigure,
    clause: Clause,
    matter: Matter,
    fitting: Sequence[Printed],
) -> bool:
    """Whether the program's own answer prints a figure in the role and of the group claimed."""
    named = bool(figure.measure or matter.query.measures or plans(clause))
    planned = words.vocabulary_list("balance", "planned")
    fits = [
        other
        for other in told[2]
        if figure.says(other)
        and same_side(other, clause)
        and (named or other.measure not in planned or clause.changed or clause.earlier)
    ]
    quoted = matter.query.subject is Subject.PASSAGES
    spoken = spoken_of(matter) if quoted else Spoken((), matter.query.breakdowns)
    denied = bool(fitting) and any(_fits(fitting[0].figure, other) for other in told[2])
    return bool(fits) and not denied and stands_with(figure, clause, spoken, told[1])


def _fits(printed: ClaimFigure, other: ClaimFigure) -> bool:
    """Whether an answer tells what a row prints."""
    return printed.unit == other.unit and abs(printed.value) == abs(other.value)
