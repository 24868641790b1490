"""Which printed values are what a clause says that its figure is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plansvar.asking.claims.candidates import Matter
from plansvar.asking.claims.clauses import Clause, compares, sides_of, sides_told
from plansvar.asking.claims.figures import ClaimFigure
from plansvar.asking.claims.printed import Printed, is_known, is_of_group, name_of, outcome_or
from plansvar.asking.claims.years import newest_told, of_its_time
from plansvar.asking.evidence import words
from plansvar.asking.understanding.names import name_stems
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_PLANNED = {"prognos", "budget"}  # "väntas gå back", "drar över sin budget" tell a deviation


def in_role(figure: ClaimFigure, clause: Clause, matter: Matter) -> list[Printed]:
    """The printed values that are what the clause says that the figure is, of the likeliest rows
    that have any; the newest where none is of the year that the draft speaks of."""
    return next(filter(None, _in_order(figure, clause, matter)), [])


def in_any_role(figure: ClaimFigure, clause: Clause, matter: Matter) -> list[Printed]:
    """What other rows that go by the clause's words print too: those of the same name, and where no
    year is named all, for what is newest of one may be of another time than of the next."""
    found = next(filter(None, map(_joined, _by_role(figure, clause, matter))), [])
    if not (clause.years or matter.year is not None or clause.before or clause.earlier):
        return found
    return [p for p in found if name_of(p) == name_of(found[0])]


def _joined(printed: Iterator[list[Printed]]) -> list[Printed]:
    return [p for each in printed for p in each]


def _in_order(figure: ClaimFigure, clause: Clause, matter: Matter) -> Iterator[list[Printed]]:
    for printed in _by_role(figure, clause, matter):
        yield from printed


def _by_role(
    figure: ClaimFigure, clause: Clause, matter: Matter
) -> Iterator[Iterator[list[Printed]]]:
    """What the rows print as what came out, and as what was planned: that first where the clause
    tells what somebody gets."""
    said = matter.heard | matter.words
    ways = [_outcomes, _planned] if not plans(clause) else [_planned, _outcomes]
    told_side = True in sides_of(clause) and not plans(clause)
    for of_sort in ways[:1] if told_side else ways:
        tiers = [of_sort(tier, figure, clause, matter, said) for tier in matter.tiers]
        yield _of_time(tiers, clause, matter)


def _of_time(
    tiers: Sequence[list[Printed]], clause: Clause, matter: Matter
) -> Iterator[list[Printed]]:
    yield from (of_its_time(tier, clause, matter) for tier in tiers)
    yield from (newest_told(tier, clause, matter) for tier in tiers)


def plans(clause: Clause) -> bool:
    """Whether a clause tells what somebody gets or sets aside."""
    return any(re.search(verb, clause.matter) for verb in vocabulary("claims")["planning"])


def _outcomes(
    tier: Sequence[Printed],
    figure: ClaimFigure,
    clause: Clause,
    matter: Matter,
    said: frozenset[str],
) -> list[Printed]:
    named = (figure.measure,) if figure.measure else matter.query.measures
    fitting = _alike(tier, figure, matter)
    if set(named) <= _PLANNED and sides_of(clause) != (False, False):
        return [p for p in fitting if _tells_side(p) or _is_loss(p) or p.measure is None]
    own = [] if figure.measure else _of_own_measure(fitting, clause.matter)
    if own:
        return own
    own_words = frozenset(name_stems(clause.matter))
    plainly = {p.row for p in fitting if p.measure and outcome_or(None, p)}
    found = [
        p
        for p in fitting
        if any(outcome_or(m, p, own_words if p.row in plainly else said) for m in named or (None,))
    ]
    return found or ([] if named else _of_own_measure(fitting, " ".join(sorted(said))))


def _of_own_measure(fitting: Sequence[Printed], said: str) -> list[Printed]:
    """The values in the columns of the document's own of whose headings most is said, in other
    forms or in the very words."""
    own = [p for p in fitting if p.measure and not is_known(p.measure)]
    held = {p.measure or "": _held(p.measure or "", said) for p in own}
    most = max(held.values(), default=(0, 0))
    return [p for p in own if most > (0, 0) and held[p.measure or ""] == most]


def _held(measure: str, said: str) -> tuple[int, int]:
    own, very = frozenset(name_stems(said)), frozenset(split(said))
    return len(own & {*name_stems(measure)}), len(very & {*split(measure)})


def _planned(
    tier: Sequence[Printed],
    figure: ClaimFigure,
    clause: Clause,
    matter: Matter,
    said: frozenset[str],
) -> list[Printed]:
    """Money that was planned, where nothing says what a figure of money is."""
    if figure.measure or matter.query.measures or figure.factor is None:
        return []
    planned = words.vocabulary_list("balance", "planned")
    return [p for p in _alike(tier, figure, matter) if fold(p.measure or "") in planned]


def _alike(tier: Sequence[Printed], figure: ClaimFigure, matter: Matter) -> list[Printed]:
    return [p for p in tier if _of_group(p, matter) and comparable(figure, p.figure)]


def _tells_side(printed: Printed) -> bool:
    """Whether an amount tells how much is over or short."""
    names = tuple(vocabulary("claims")["deviations"])
    told = bool(printed.measure) and fold(printed.measure or "").startswith(names)
    return told or (printed.measure is None and True in sides_told(printed.said))


def _is_loss(printed: Printed) -> bool:
    """Whether an amount below nothing is of a company: it is then what it loses."""
    companies = words.vocabulary_list("balance", "companies")
    return printed.figure.value < 0 and not set(split(printed.said)).isdisjoint(companies)


def is_of_two(clause: Clause, matter: Matter) -> bool:
    """Whether nobody knows whose a figure is ("kvinnornas är lägre än männens, 3,6")."""
    return len(matter.query.breakdowns) > 1 and compares(clause)


def _of_group(printed: Printed, matter: Matter) -> bool:
    """Whether a value is of the groups that a clause names, by its column or by its row's name."""
    asked = [b for b in matter.query.breakdowns if not matter.words.issuperset(name_stems(b))]
    if not asked:
        return printed.total
    return is_of_group(printed, asked)


def comparable(figure: ClaimFigure, printed: ClaimFigure) -> bool:
    """Whether two figures are of one sort: money is none of percent."""
    if figure.factor is not None and figure.hedge is not None and printed.unit is None:
        return False  # about so much money is easily near a number of something else
    alone = figure.unit is None or printed.unit is None or figure.unit == printed.unit
    money = figure.factor is not None and printed.factor is not None
    return alone or (money and figure.is_each is printed.is_each)


def on_side(printed: Printed, clause: Clause) -> bool:
    """As `same_side`, where what is printed may itself say which side it is of."""
    told = sides_told(printed.said)
    said = sides_of(clause)
    if True in told and True in said and printed.figure.value >= 0:
        return any(mine and other for mine, other in zip(told, said, strict=True))
    return same_side(printed.figure, clause)


def same_side(printed: ClaimFigure, clause: Clause) -> bool:
    """ "går back med 5" is no figure of a surplus of 5."""
    short, over = sides_of(clause)
    value = printed.value
    return not ((short and not over and value > 0) or (over and not short and value < 0))
