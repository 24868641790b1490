"""What a clause says of how values changed or stand to their targets, against the printed ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.claims.candidates import Matter
from plansvar.asking.claims.clauses import Clause
from plansvar.asking.claims.figures import ClaimFigure
from plansvar.asking.claims.printed import Printed, name_of, newest, outcome_or
from plansvar.asking.claims.ways import way
from plansvar.asking.evidence import words
from plansvar.domain import Evidence
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

Pair = tuple[Printed, Printed]  # the later value and the earlier one of a row


def changes_of(clause: Clause, matter: Matter) -> list[Pair]:
    """The outcomes of the year that a clause speaks of, each with the row's values before it, the
    nearest first."""
    now = max(clause.years, default=matter.year or newest(matter.printed)[0])
    found: list[Pair] = []
    for tier in matter.tiers:
        outcomes = [p for p in tier if p.total and outcome_or(None, p)]
        later = [p for p in outcomes if p.when[0] == now]
        found += [(new, old) for new in later for old in _before(new, outcomes)]
    return found


def _before(new: Printed, outcomes: Sequence[Printed]) -> list[Printed]:
    alike = [p for p in outcomes if p.when < new.when and p.figure.unit == new.figure.unit]
    own = [p for p in alike if p.row == new.row] or alike
    return sorted(own, key=lambda p: p.when, reverse=True)


def differs_by(figure: ClaimFigure, clause: Clause, pair: Pair) -> bool:
    """Whether two values differ by a figure, and the way that the clause says."""
    new, old = pair
    change = round(new.figure.value - old.figure.value, 6)
    between = replace(new.figure, value=abs(change), signed=False)
    way = way_of(clause)
    return figure.says(between) and (way is None or (change > 0) is way)


def way_of(clause: Clause) -> bool | None:
    """True where a clause says that something grew, false where it shrank; null where it says
    neither or both."""
    up, down = (bool(way(name).search(clause.told)) for name in ("up", "down"))
    return up if up is not down else None


def contradicting(clause: Clause, matter: Matter, proved: Printed) -> Printed | None:
    """The printed value that contradicts what a clause says of a right one: that it grew, shrank,
    got better or worse, or reached its target."""
    if clause.before:
        return _later_otherwise(clause, matter.last, proved)
    if clause.earlier or proved.row == "":
        return None
    if clause.since is not None and _goes_right(clause, proved):
        return _target_otherwise(clause, proved, [p for p in matter.printed if p.row == proved.row])
    own = [p for tier in matter.tiers for p in tier if p.breakdown == proved.breakdown]
    row = [p for p in own if p.row == proved.row]
    row += [p for p in own if p not in row and name_of(p) == name_of(proved)]
    return _changed_otherwise(clause, proved, row) or _target_otherwise(clause, proved, row)


def _later_otherwise(clause: Clause, new: Printed | None, old: Printed) -> Printed | None:
    """The value told right before, where it stands to that of the year before otherwise than a
    clause says ("Det är en förbättring jämfört med året innan …")."""
    if new is None or new.figure.unit != old.figure.unit or new.when <= old.when:
        return None
    grew = new.figure.value > old.figure.value
    better, said = _better_of(clause), way_of(clause)
    higher = True if old.figure.factor else old.higher
    worse = better is not None and higher is not None and (grew is higher) is not better
    return new if worse or (said is not None and said is not grew) else None


def _goes_right(clause: Clause, proved: Printed) -> bool:
    """Whether the two figures that a sentence gives go the way that it says."""
    said = way_of(clause)
    grew = clause.since is not None and proved.figure.value > clause.since.value
    return said is None or grew is said


def _changed_otherwise(clause: Clause, new: Printed, row: Sequence[Printed]) -> Printed | None:
    outcomes = [p for p in row if outcome_or(None, p)]
    old = next(iter(_before(new, outcomes)), None)
    if new not in outcomes or old is None:
        return None
    grew = new.figure.value > old.figure.value
    same = new.figure.value == old.figure.value
    said = way_of(clause)
    if said is not None and (same or said is not grew):
        return old
    better = _better_of(clause)
    known = better is not None and new.higher is not None
    return old if known and (same or (grew is new.higher) is not better) else None


def _better_of(clause: Clause) -> bool | None:
    better, worse = (bool(way(name).search(clause.told)) for name in ("better", "worse"))
    return better if better is not worse else None


def _target_otherwise(clause: Clause, proved: Printed, row: Sequence[Printed]) -> Printed | None:
    told = " ".join(f"{clause.lead} {clause.told}".split())
    met, missed = (bool(way(state).search(told)) for state in ("met", "missed"))
    targets = [p for p in row if words.measure_kind(p.measure or "") == "target"]
    aimed = [p for p in targets if p.when[0] == proved.when[0]]
    if met is missed or not aimed or proved.higher is None:
        return None
    target = proved if proved in targets else aimed[0]
    outcomes = [p for p in row if outcome_or(None, p) and p.when[0] == target.when[0]]
    new = max(outcomes, key=lambda p: p.when, default=None)
    if new is None:
        return None
    value, aim = new.figure.value, target.figure.value
    reached = value >= aim if proved.higher else value <= aim
    other = new if proved is target else target
    return other if reached is not met else None


def deviation(figure: ClaimFigure, matter: Matter) -> tuple[Evidence, ...]:
    """The newest printed deviation from what was planned, where the figure is that."""
    names = tuple(vocabulary("claims")["deviations"])
    years = matter.query.scope.years
    found = [p for p in matter.printed if p.measure and fold(p.measure).startswith(names)]
    found = [p for p in found if not years or p.when[0] in years]
    last = max((p.when for p in found), default=(0, 0))
    fits = [p for p in found if p.when >= last and figure.says(p.figure)]
    return (fits[0].evidence,) if fits else ()
