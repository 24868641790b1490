"""Judges a draft claim by claim: right, wrong, impossible to prove, or without figures.

A figure is right only when a source that speaks of the clause's matter prints it in the role that
the clause gives it: the measure, the group and the year that it names, and where it names no year
the newest one. A figure that stands for another year or group is wrong, and both are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plansvar.asking.answering.citing import Sources
from plansvar.asking.claims.candidates import (
    Matter,
    Printed,
    Told,
    answered,
    matter_of,
    newest,
    outcome_or,
    passages,
)
from plansvar.asking.claims.clauses import Clause, clauses_of
from plansvar.asking.claims.figures import ClaimFigure
from plansvar.asking.query import Money
from plansvar.domain import Claim, ClaimVerdict, DraftReport, Evidence
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

MOST_PRINTED = 3


@dataclass(frozen=True, slots=True)
class _Judged:
    """What became of one figure: its proof where it is right, what is printed where it is wrong."""

    figure: ClaimFigure
    proof: tuple[Evidence, ...] = ()
    printed: tuple[tuple[str, tuple[Evidence, ...]], ...] = ()


def judge_draft(
    sentences: Sequence[str], library: Library, encoder: Encoder | None = None
) -> DraftReport:
    """Each sentence of a draft with its verdict and sources."""
    sources = Sources(library)
    claims = tuple(_judge(sentence, library, encoder, sources) for sentence in sentences)
    return DraftReport(claims, tuple(sources.citations))


def _judge(sentence: str, library: Library, encoder: Encoder | None, sources: Sources) -> Claim:
    judged: list[_Judged] = []
    matter: Matter | None = None
    for clause in clauses_of(sentence):
        matter = matter_of(clause, matter, library, encoder)
        for figure in clause.figures:
            judged.append(_judged(figure, clause, matter, library, encoder))
    if not judged:
        return Claim(sentence, ClaimVerdict.NO_FIGURES)
    wrong = [one for one in judged if not one.proof]
    if not wrong:
        return Claim(sentence, ClaimVerdict.SUPPORTED, sources.cite(_proofs(judged)))
    printed = dict(pair for one in wrong for pair in one.printed[:MOST_PRINTED])
    return Claim(
        sentence,
        ClaimVerdict.DEVIATES if printed else ClaimVerdict.NOT_FOUND,
        sources.cite((*_proofs(judged), *(e for proof in printed.values() for e in proof))),
        tuple(one.figure.raw for one in wrong),
        tuple(printed),
    )


def _proofs(judged: Iterable[_Judged]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence for one in judged for evidence in one.proof))


def _judged(
    figure: ClaimFigure,
    clause: Clause,
    matter: Matter,
    library: Library,
    encoder: Encoder | None,
) -> _Judged:
    fitting = [p for p in matter.printed if _in_role(p, figure, clause, matter)]
    proof = _proof_in_rows(figure, clause, matter, fitting)
    if proof:
        return _Judged(figure, proof)
    told = answered(matter, library, encoder)
    unsettled = not fitting or not matter.sure or clause.changed
    if told is not None and (unsettled or _reckons(matter)) and _tells(told, figure, clause):
        return _Judged(figure, told[0])
    if unsettled:
        spoken = [p for p in passages(matter, library, encoder) if figure.says(p.figure)]
        if spoken:
            return _Judged(figure, (spoken[0].evidence,))
    return _Judged(figure, (), _instead(figure, matter, fitting, told))


def _proof_in_rows(
    figure: ClaimFigure, clause: Clause, matter: Matter, fitting: Sequence[Printed]
) -> tuple[Evidence, ...]:
    if clause.changed:
        return _difference(figure, matter) or _deviation(figure, matter)
    same = [p for p in fitting if figure.says(p.figure) and _same_side(p.figure, clause)]
    if not same and any(figure.says(name) for name in matter.names):
        same = list(matter.printed)
    return (same[0].evidence,) if same else ()


def _reckons(matter: Matter) -> bool:
    """Whether the clause asks for money in a way that the rows alone do not tell."""
    return matter.query.money is not None and matter.query.money != Money()


def _tells(told: Told, figure: ClaimFigure, clause: Clause) -> bool:
    return any(figure.says(other) and _same_side(other, clause) for other in told[2])


def _instead(
    figure: ClaimFigure,
    matter: Matter,
    fitting: Sequence[Printed],
    told: Told | None,
) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    """What is printed where the claim says something else; nothing where the words are unsure."""
    if not matter.sure:
        return ()
    elsewhere = [p for p in matter.printed if p not in fitting and figure.says(p.figure)]
    near = sorted(fitting, key=lambda p: not figure.says(p.figure))
    rows = {p.said: (p.evidence,) for p in (*near[:2], *elsewhere[:1])}
    if rows and fitting:
        return tuple(rows.items())
    counted = told is not None and not matter.query.links and not matter.query.keywords
    return ((told[1], told[0]),) if told is not None and counted else ()


def _in_role(printed: Printed, figure: ClaimFigure, clause: Clause, matter: Matter) -> bool:
    """Whether a printed value is what the clause says that the figure is."""
    query = matter.query
    named = (figure.measure, *query.measures) if figure.measure else query.measures
    if not any(outcome_or(measure, printed) for measure in named or (None,)):
        return False
    if query.breakdowns and printed.breakdown is not None:
        if printed.breakdown not in query.breakdowns:
            return False
    elif not printed.total:
        return False
    years = query.scope.years or query.against_years
    if years:
        return printed.when[0] in years
    last = newest(matter.printed)
    return printed.when[0] < last[0] if clause.earlier else printed.when >= last


def _difference(figure: ClaimFigure, matter: Matter) -> tuple[Evidence, ...]:
    """Two outcomes of one row between which the difference is the figure, the newest first."""
    last = newest(matter.printed)
    outcomes = [p for p in matter.printed if p.total and outcome_or(None, p)]
    for new in (p for p in outcomes if p.when >= last):
        for old in outcomes:
            alike = old.figure.unit == new.figure.unit and old.when < new.when
            between = replace(new.figure, value=round(new.figure.value - old.figure.value, 6))
            if alike and figure.says(replace(between, signed=False)):
                return (new.evidence, old.evidence)
    return ()


def _deviation(figure: ClaimFigure, matter: Matter) -> tuple[Evidence, ...]:
    """The newest printed deviation from what was planned, where the figure is that."""
    names = tuple(vocabulary("claims")["deviations"])
    years = matter.query.scope.years
    found = [p for p in matter.printed if p.measure and fold(p.measure).startswith(names)]
    found = [p for p in found if not years or p.when[0] in years]
    last = max((p.when for p in found), default=(0, 0))
    fits = [p for p in found if p.when >= last and figure.says(p.figure)]
    return (fits[0].evidence,) if fits else ()


def _same_side(printed: ClaimFigure, clause: Clause) -> bool:
    """ "går back med 5" is no figure of a surplus of 5."""
    sides = vocabulary("questions")["sv"]["money"]
    said = set(split(clause.matter))
    short, over = (bool(said & set(sides[name])) for name in sides)
    value = printed.value
    return not ((short and not over and value > 0) or (over and not short and value < 0))
