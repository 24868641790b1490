"""Judges a draft claim by claim: right, wrong, impossible to prove, or without figures.

A figure is right only when a source that speaks of the clause's matter prints it in the role that
the clause gives it: the measure, the group and the year that it names, and where it names no year
the newest one. A figure that stands for another year or group is wrong, and both are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plansvar.asking.answering.citing import Sources
from plansvar.asking.claims.candidates import Matter, Told, answered, matter_in
from plansvar.asking.claims.changes import (
    Pair,
    against_plan,
    between_groups,
    changes_of,
    contradicting,
    deviation,
    differs_by,
    lie_apart_by,
    moved_to,
)
from plansvar.asking.claims.clauses import Clause, claimed_figures, clauses_of, tells_now
from plansvar.asking.claims.figures import ClaimFigure
from plansvar.asking.claims.named import named_at
from plansvar.asking.claims.printed import Printed
from plansvar.asking.claims.proving import proof_in_text, spoken_of
from plansvar.asking.claims.roles import in_any_role, in_role, is_of_two, on_side
from plansvar.asking.claims.sentences import planned_beside, told_otherwise, told_surely
from plansvar.asking.claims.shares import shares_in
from plansvar.asking.claims.tallies import Tally, tallied, tally_of
from plansvar.asking.claims.years import year_before
from plansvar.asking.evidence import words
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.domain import Claim, ClaimVerdict, DraftReport, Evidence
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library

MOST_PRINTED = 3


@dataclass(frozen=True, slots=True)
class _Judged:
    """What became of one figure: its proof where it is right, what is printed where it is wrong;
    `row` is the printed value that it is, and `pair` the two that it is the difference of."""

    figure: ClaimFigure
    proof: tuple[Evidence, ...] = ()
    printed: tuple[tuple[str, tuple[Evidence, ...]], ...] = ()
    row: Printed | None = None
    pair: tuple[Printed, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """What became of a claim: its verdict, and what is printed of it. Each place is told with the
    words of its row, or none where running text tells it."""

    verdict: ClaimVerdict
    places: tuple[tuple[str | None, Evidence], ...]


def hold(sentence: str, library: Library, encoder: Encoder | None = None) -> Held:
    """A claim by itself with what proves it, or with what is printed instead."""
    judged, _ = _judged_in(sentence, None, library, encoder)
    claim = _claim(sentence, judged, Sources(library))
    wrong = [one for one in judged if not one.proof]
    if wrong:
        printed = dict(pair for one in wrong for pair in one.printed[:MOST_PRINTED])
        return Held(claim.verdict, tuple((said, e) for said, es in printed.items() for e in es))
    rows = [row for one in judged for row in (one.pair or filter(None, (one.row,)))]
    told: list[tuple[str | None, Evidence]] = [(row.said, row.evidence) for row in rows]
    alone = (one for one in judged if not (one.row or one.pair))
    told += [(None, evidence) for one in alone for evidence in one.proof]
    return Held(claim.verdict, tuple(dict.fromkeys(told)))


def judge_draft(
    sentences: Sequence[str], library: Library, encoder: Encoder | None = None
) -> DraftReport:
    """Each sentence of a draft with its verdict and sources. A sentence that names no year or
    thing of its own goes on about those of the sentences before it."""
    sources = Sources(library)
    claims: list[Claim] = []
    matter: Matter | None = None
    for sentence in sentences:
        claim, matter = _judge(sentence, matter, library, encoder, sources)
        claims.append(claim)
    return DraftReport(tuple(claims), tuple(sources.citations))


def _judge(
    sentence: str,
    matter: Matter | None,
    library: Library,
    encoder: Encoder | None,
    sources: Sources,
) -> tuple[Claim, Matter | None]:
    judged, after = _judged_in(sentence, matter, library, encoder)
    return _claim(sentence, judged, sources), after


def _judged_in(
    sentence: str, matter: Matter | None, library: Library, encoder: Encoder | None
) -> tuple[list[_Judged], Matter | None]:
    """What became of each figure of a sentence, and what was spoken of after it."""
    tally = tally_of(sentence)
    if tally is not None and (found := _counted(sentence, tally, library)):
        return found, matter
    names = named_at(sentence, catalogue_of(library))
    if shares_in(sentence):
        found, after = _judged_clauses(clauses_of(sentence, names, True), matter, library, encoder)
        if all(one.proof or one.printed for one in found):
            return found, after
    return _judged_clauses(clauses_of(sentence, names), matter, library, encoder)


def _judged_clauses(
    clauses: Sequence[Clause], matter: Matter | None, library: Library, encoder: Encoder | None
) -> tuple[list[_Judged], Matter | None]:
    judged: list[_Judged] = []
    for place, clause in enumerate(clauses):
        matter = matter_in(clauses, place, matter, library, encoder)
        for figure in clause.figures:
            judged.append(_judged(figure, clause, matter, library, encoder))
            own, proofs = judged[-1].row or matter.last, judged[-1].proof or matter.proofs
            matter = replace(matter, last=own, proofs=proofs)
    proofs = _proofs(judged) or (matter.proofs if matter else ())
    return judged, replace(matter, proofs=proofs) if matter else None


def _counted(sentence: str, tally: Tally, library: Library) -> list[_Judged]:
    """The figures of a sentence that counts goals by how they stand; none where no document tells
    such counts."""
    right, others = tallied(tally, library)
    shown = tuple((plain(other.text), (other.evidence,)) for other in others[:1])
    proof = (right[0].evidence,) if right else ()
    figures = claimed_figures(sentence)
    return [_Judged(f, proof, () if right else shown) for f in figures] if right or shown else []


def _claim(sentence: str, judged: Sequence[_Judged], sources: Sources) -> Claim:
    if not judged:
        return Claim(sentence, ClaimVerdict.NO_FIGURES)
    wrong = [one for one in judged if not one.proof]
    if not wrong:
        return Claim(sentence, ClaimVerdict.SUPPORTED, _cited(sources, _proofs(judged)))
    printed = dict(pair for one in wrong for pair in one.printed[:MOST_PRINTED])
    return Claim(
        sentence,
        ClaimVerdict.DEVIATES if printed else ClaimVerdict.NOT_FOUND,
        _cited(sources, (*_proofs(judged), *(e for proof in printed.values() for e in proof))),
        tuple(one.figure.raw for one in wrong),
        tuple(printed),
    )


def _cited(sources: Sources, evidence: tuple[Evidence, ...]) -> tuple[int, ...]:
    sources.gather(evidence)
    return sources.cite(evidence)


def _proofs(judged: Iterable[_Judged]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence for one in judged for evidence in one.proof))


def _judged(
    figure: ClaimFigure,
    clause: Clause,
    matter: Matter,
    library: Library,
    encoder: Encoder | None,
) -> _Judged:
    of_groups = _judged_groups(figure, clause, matter)
    if of_groups is not None:
        return of_groups
    fitting = in_role(figure, clause, matter)
    if clause.changed:
        return _judged_change(figure, clause, matter, library, encoder)
    moved = moved_to(clause, matter)
    if moved is not None and figure in (clause.until, clause.since):
        side = moved[0] if figure == clause.until else moved[1]
        return _not_so(figure, clause, matter, side) or _Judged(figure, (side.evidence,), row=side)
    same = _same(figure, clause, matter, fitting)
    if same is not None:
        right = _Judged(figure, (same.evidence,), row=same)
        return _not_so(figure, clause, matter, same) or right
    if matter.printed and any(figure.says(name) for name in matter.names):
        return _Judged(figure, (matter.printed[0].evidence,))
    told = answered(matter, library, encoder)
    proof = proof_in_text(figure, clause, matter, told, fitting, library)
    if proof:
        return _Judged(figure, proof)
    sentence = told_surely(figure, clause, spoken_of(matter), library)
    if sentence is not None:
        return _Judged(figure, (sentence.evidence,))
    shown = _instead(figure, matter, fitting, told) if fitting else ()
    return _Judged(figure, (), shown or _otherwise(figure, clause, matter, library))


def _same(
    figure: ClaimFigure, clause: Clause, matter: Matter, fitting: Sequence[Printed]
) -> Printed | None:
    """The printed value that a figure is, in the role and of the time that its clause tells."""
    same = _right(figure, clause, fitting)
    same = same or _right(figure, clause, in_any_role(figure, clause, matter))
    same = same or _right(figure, clause, year_before(clause, matter))
    if not same and clause.year is None and tells_now(clause):
        same = _right(figure, clause, in_any_role(figure, clause, replace(matter, year=None)))
    return same[0] if same else None


def _otherwise(
    figure: ClaimFigure, clause: Clause, matter: Matter, library: Library
) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    """A sentence that says all that a clause says, with another figure."""
    found = told_otherwise(figure, clause, spoken_of(matter), library)
    return ((plain(found.text), (found.evidence,)),) if found else ()


def _judged_change(
    figure: ClaimFigure,
    clause: Clause,
    matter: Matter,
    library: Library,
    encoder: Encoder | None,
) -> _Judged:
    """How much something changed: between two printed values, as a printed deviation, or told."""
    pairs = changes_of(clause, matter)
    right = [pair for pair in pairs if differs_by(figure, clause, pair)]
    pair = right[0] if right else ()
    proof = tuple(p.evidence for p in pair) or deviation(figure, matter)
    beside = matter.proofs if against_plan(clause) and not proof else ()
    found = (planned_beside(figure, each, library) for each in beside)
    proof = proof or next(filter(None, found), ())
    told = None if proof else answered(matter, library, encoder)
    proof = proof or proof_in_text(figure, clause, matter, told, (), library)
    if proof:
        return _Judged(figure, proof, pair=pair)
    told_of = [pair for pair in pairs if _is_spoken_of(figure, pair, matter)]
    shown = tuple((p.said, (p.evidence,)) for p in told_of[0]) if told_of and matter.sure else ()
    return _Judged(figure, (), shown or _otherwise(figure, clause, matter, library))


def _judged_groups(figure: ClaimFigure, clause: Clause, matter: Matter) -> _Judged | None:
    """How far two groups of people lie apart, where they do; null where a clause is not of two."""
    pairs = between_groups(clause, matter)
    if pairs is None:
        return _Judged(figure) if is_of_two(clause, matter) else None
    right = next((pair for pair in pairs if lie_apart_by(figure, pair)), ())
    return _Judged(figure, tuple(p.evidence for p in right), pair=right)


def _is_spoken_of(figure: ClaimFigure, pair: Pair, matter: Matter) -> bool:
    """Whether a pair is surely the one whose change a figure tells: a share in percent may be of
    anything, so what changed has to be told right before."""
    share = words.is_percent(figure.unit) and not words.is_percent(pair[0].figure.unit)
    return not share or pair[0] == matter.last


def _not_so(figure: ClaimFigure, clause: Clause, matter: Matter, proved: Printed) -> _Judged | None:
    """A right figure in a sentence that says of it what its row contradicts."""
    against = contradicting(clause, matter, proved)
    if not (against and matter.sure):
        return None
    return _Judged(figure, (), tuple((p.said, (p.evidence,)) for p in (proved, against)))


def _right(figure: ClaimFigure, clause: Clause, fitting: Sequence[Printed]) -> list[Printed]:
    return [p for p in fitting if figure.says(p.figure) and on_side(p, clause)]


def _of_known_sort(figure: ClaimFigure, printed: ClaimFigure) -> bool:
    """Whether it is known that two figures are both of money, or that neither is."""
    if figure.factor is None:
        return figure.unit is not None or printed.factor is None
    return printed.factor is not None


def _instead(
    figure: ClaimFigure,
    matter: Matter,
    fitting: Sequence[Printed],
    told: Told | None,
) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    """What is printed where the claim says something else; nothing where the words are unsure."""
    if not matter.sure:
        return ()
    fitting = [p for p in fitting if _of_known_sort(figure, p.figure)]
    elsewhere = [p for p in matter.printed if p not in fitting and figure.says(p.figure)]
    near = sorted(fitting, key=lambda p: not figure.says(p.figure))
    rows = {p.said: (p.evidence,) for p in (*near[:2], *elsewhere[:1])}
    if rows and fitting:
        return tuple(rows.items())
    counted = told is not None and not matter.query.links and not matter.query.keywords
    return ((told[1], told[0]),) if told is not None and counted else ()
