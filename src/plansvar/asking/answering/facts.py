"""Sentences that are born with their proof: text, figures in order, evidence, calculation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from string import Formatter

from plansvar.domain import Calculation, Evidence, Figure, Statement, Tally
from plansvar.language.numbers import spell
from plansvar.texts import text

_ALWAYS = 2
_AFTER_STOP = re.compile(r"(?<=\w)\. the ")


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of a sentence; `figures` stand in the order in which the text has them."""

    text: str
    figures: tuple[Figure, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    calculation: Calculation | None = None

    def proved_by(self, *evidence: Evidence) -> Fact:
        return replace(self, evidence=_unique((*self.evidence, *evidence)))

    def reckoned(self, calculation: Calculation | None) -> Fact:
        return replace(self, calculation=_both(self.calculation, calculation))

    def statement(self) -> Statement:
        sentence = _AFTER_STOP.sub(". The ", _capital(self).text)
        return Statement(sentence, self.evidence, self.figures, self.calculation)


def say(key: str, language: str, /, **fields: Fact | str | int) -> Fact:
    """The sentence at `answers.<key>` with its fields filled in and all their proofs gathered."""
    pieces: list[Fact] = []
    for literal, name, _, _ in Formatter().parse(text(f"answers.{key}", language)):
        pieces.append(Fact(literal))
        if name is not None:
            told = as_fact(fields[name])
            pieces.append(_capital(told) if literal.endswith(". ") else told)
    return chained(pieces)


def _capital(fact: Fact) -> Fact:
    return replace(fact, text=fact.text[:1].upper() + fact.text[1:])


def say_many(key: str, count: int, language: str, /, **fields: Fact | str | int) -> Fact:
    """As `say`, in the form for none, one or many; `{count}` and `{number}` are the count in
    words and in digits."""
    form = {0: "none", 1: "one"}.get(count, "many")
    shown = {"count": spell(count, language), "number": str(count)}
    return say(f"{key}.{form}", language, **(shown | fields))


def chained(pieces: Iterable[Fact]) -> Fact:
    """Pieces one after the other."""
    pieces = tuple(pieces)
    total: Calculation | None = None
    for piece in pieces:
        total = _both(total, piece.calculation)
    return Fact(
        "".join(piece.text for piece in pieces),
        tuple(figure for piece in pieces for figure in piece.figures),
        _unique(e for piece in pieces for e in piece.evidence),
        total,
    )


def listed(facts: Sequence[Fact], language: str) -> Fact:
    """ "a", "a och b", "a, b och c"."""
    if len(facts) < 2:
        return facts[0] if facts else Fact("")
    pieces: list[Fact] = []
    for position, fact in enumerate(facts):
        if position:
            last = position == len(facts) - 1
            pieces.append(Fact(text(f"answers.joint.{'last' if last else 'next'}", language)))
        pieces.append(fact)
    return chained(pieces)


def as_fact(value: Fact | str | int) -> Fact:
    return value if isinstance(value, Fact) else Fact(str(value))


def counted(rule: str, result: int, *tallies: Tally, rows: Iterable[str] = ()) -> Calculation:
    """A count over rows or names that can be counted again."""
    shown = [t for n, t in enumerate(tallies) if n < _ALWAYS or t.items]
    parts = [f"{tally.label}: {len(tally.items)}" for tally in shown]
    return Calculation(
        rule=rule,
        operands=(),
        result=str(result),
        base=parts[0] if parts else None,
        left_out="; ".join(parts[1:]) or None,
        rows=tuple(rows),
        tallies=tallies,
    )


def calculation_text(calculation: Calculation) -> str:
    """A calculation as shown: rule and result, base, what is left out."""
    parts = [p for p in (calculation.base, calculation.left_out) if p]
    counts = {str(len(tally.items)) for tally in calculation.tallies}
    told = calculation.result in counts and not calculation.operands
    if told and len(calculation.tallies) > 1:
        return "; ".join((calculation.rule, *parts))
    first = f"{calculation.rule}: {calculation.result}"
    return first if told else "; ".join((first, *parts))


def _both(first: Calculation | None, second: Calculation | None) -> Calculation | None:
    if first is None or second is None or first == second:
        return first or second
    if second.tallies and not second.operands and not first.operands:
        return replace(
            first,
            left_out="; ".join(
                p for p in (first.left_out, calculation_text(second)) if p is not None
            ),
            tallies=(*first.tallies, *second.tallies),
            rows=tuple(dict.fromkeys((*first.rows, *second.rows))),
        )
    return first


def _unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    for one in evidence:
        if one not in found:
            found.append(one)
    return tuple(found)
