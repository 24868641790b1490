"""What a clause says of how values changed or stand to their targets, against the printed ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plansvar.asking.claims.candidates import Matter
from plansvar.asking.claims.clauses import Clause
from plansvar.asking.claims.figures import ClaimFigure
from plansvar.asking.claims.nearness import rounds_to
from plansvar.asking.claims.printed import Printed, is_known, name_of, newest, outcome_or
from plansvar.asking.claims.ways import way
from plansvar.asking.evidence import words
from plansvar.asking.understanding.names import name_stems
from plansvar.domain import Evidence
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_PAIR = 2
_CAME_OUT = {"utfall", "prognos", "bokslut"}
Pair = tuple[Printed, Printed]  # the later value and the earlier one of a row


def changes_of(clause: Clause, matter: Matter) -> list[Pair]:
    """The pairs of values that a clause may tell the difference of: a value and what it was planned
    to be, what another group or the country has, or what it was before, the nearest first."""
    if against_plan(clause):
        return _beside_plan(clause, matter)
    beside = _beside_others(clause, matter)
    if beside is not None:
        return beside
    now = max(clause.years, default=matter.year or newest(matter.printed)[0])
    found: list[Pair] = []
    for tier in matter.tiers:
        outcomes = [p for p in tier if _of_same_group(p, matter) and outcome_or(None, p)]
        later = [p for p in outcomes if p.when[0] == now]
        pairs = [(new, old) for new in later for old in _before(new, outcomes)]
        found += [pair for pair in pairs if _lie_apart(clause, *pair)]
    return [*_planned_before(matter), *found]


def between_groups(clause: Clause, matter: Matter) -> list[Pair] | None:
    """The values of two groups of people in one row that a clause tells the difference of
    ("skillnaden mellan kvinnor och män"), of the year spoken of; null where it tells none."""
    groups = matter.query.breakdowns
    apart = tuple(vocabulary("claims")["apart"])
    if len(groups) != _PAIR or not any(word.startswith(apart) for word in split(clause.told)):
        return None
    year = max(clause.years, default=matter.year or newest(matter.printed)[0])
    rows = [p for tier in matter.tiers for p in tier if p.when[0] == year and outcome_or(None, p)]
    one, two = ([p for p in rows if p.breakdown == fold(group)] for group in groups)
    return [(a, b) for a in one for b in two if (a.row, a.when) == (b.row, b.when)]


def against_plan(clause: Clause) -> bool:
    """Whether a clause sets its figure against what was planned ("mer än budget")."""
    return way("planned").search(clause.matter) is not None


def _of_same_group(printed: Printed, matter: Matter) -> bool:
    """Whether a value is of the group spoken of, or of all where none was."""
    named = matter.query.breakdowns
    return printed.breakdown in named if named else printed.total


def _beside_plan(clause: Clause, matter: Matter) -> list[Pair]:
    """What came out, or is expected to, with what was planned for the same row and year."""
    rows = [p for tier in matter.tiers for p in tier if p.total]
    year = max(clause.years, default=matter.year or newest(matter.printed)[0])
    plans = words.vocabulary_list("balance", "planned")
    planned = [p for p in rows if fold(p.measure or "") in plans and p.when[0] == year]
    return [
        (new, plan)
        for plan in planned
        for new in rows
        if new.row == plan.row and new.when[0] == year and (new.measure or "utfall") in _CAME_OUT
    ]


def _beside_others(clause: Clause, matter: Matter) -> list[Pair] | None:
    """The value told before with that of the group, or in the column, that a clause names; null
    where it names neither."""
    last, query = matter.last, matter.query
    groups = set(query.breakdowns) - {last.breakdown if last else None}
    columns = set(query.measures) | _columns_in(clause, matter)
    columns -= {last.measure if last else None, *_CAME_OUT}
    if last is None or not (groups or columns):
        return None
    rows = [p for tier in matter.tiers for p in tier if p.row == last.row and p.when == last.when]
    if columns:
        return [(last, p) for p in rows if p.measure in columns and p.breakdown == last.breakdown]
    return [(last, p) for p in rows if p.breakdown in groups and p.measure == last.measure]


def _columns_in(clause: Clause, matter: Matter) -> set[str]:
    """The columns of the document's own, of the rows spoken of, that a clause names."""
    own = {p.measure for tier in matter.tiers for p in tier if p.measure}
    said = set(name_stems(clause.matter))
    return {m for m in own if not is_known(m) and said.issuperset(name_stems(m))}


def _planned_before(matter: Matter) -> list[Pair]:
    """A planned value told before with those planned for earlier years."""
    last, plans = matter.last, words.vocabulary_list("balance", "planned")
    if last is None or fold(last.measure or "") not in plans:
        return []
    rows = [p for tier in matter.tiers for p in tier if fold(p.measure or "") in plans]
    alike = [p for p in rows if name_of(p) == name_of(last) and p.when[0] < last.when[0]]
    return [(last, old) for old in _before(last, alike)]


def moved_to(clause: Clause, matter: Matter) -> Pair | None:
    """The later and the earlier outcome of a row that a sentence says that it went between ("från
    216 till 224 på två år"), as long as the later one is of the year spoken of, or of the last."""
    since, until = clause.since, clause.until
    if since is None or until is None or clause.changed:
        return None
    last = newest(matter.printed)[0]
    for tier in matter.tiers:
        outcomes = [p for p in tier if _of_same_group(p, matter) and outcome_or(None, p)]
        for new in (p for p in outcomes if until.says(p.figure) and _is_late(p, matter, last)):
            before = (p for p in _before(new, outcomes) if p.row == new.row)
            found = [
                old for old in before if since.says(old.figure) and _lie_apart(clause, new, old)
            ]
            if found:
                return new, found[0]
    return None


def _is_late(new: Printed, matter: Matter, last: int) -> bool:
    spoken = matter.year
    return new.when[0] == spoken if spoken is not None else new.when[0] >= last - 1


def _lie_apart(clause: Clause, new: Printed, old: Printed) -> bool:
    return clause.apart is None or new.when[0] - old.when[0] == clause.apart


def _before(new: Printed, outcomes: Sequence[Printed]) -> list[Printed]:
    alike = [p for p in outcomes if p.when < new.when and p.figure.unit == new.figure.unit]
    own = [p for p in alike if p.row == new.row] or alike
    return sorted(own, key=lambda p: p.when, reverse=True)


def differs_by(figure: ClaimFigure, clause: Clause, pair: Pair) -> bool:
    """Whether two values differ by a figure, in their unit or in percent of the earlier one, and
    the way that the clause says."""
    new, old = pair
    change = round(new.figure.value - old.figure.value, 6)
    way = way_of(clause)
    right = way is None or (abs(new.figure.value) > abs(old.figure.value)) is way
    return right and any(figure.says(each) for each in _differences(figure, new, old, abs(change)))


def lie_apart_by(figure: ClaimFigure, pair: Pair) -> bool:
    """Whether two values lie a figure apart, in points where they are shares."""
    one, two = pair
    apart = replace(one.figure, value=round(abs(one.figure.value - two.figure.value), 6))
    points = figure.unit == vocabulary("claims")["points"]
    plain = apart.unit is None or words.is_percent(apart.unit)
    return replace(figure, unit=None).says(apart) if points and plain else figure.says(apart)


def _differences(
    figure: ClaimFigure, new: Printed, old: Printed, change: float
) -> Iterator[ClaimFigure]:
    own = replace(new.figure, value=change, signed=False)
    percent = words.is_percent(new.figure.unit)
    points = vocabulary("claims")["points"]
    yield replace(own, unit=points) if percent and figure.unit == points else own
    if not percent and words.is_percent(figure.unit) and old.figure.value:
        share = 100 * change / abs(old.figure.value)
        if rounds_to(figure.raw, figure.value, share):
            yield replace(own, value=figure.value, unit=figure.unit, factor=None)


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
    data = vocabulary("claims")
    names = (*data["deviations"], *data["differences"])
    years = matter.query.scope.years
    found = [p for p in matter.printed if p.measure and fold(p.measure).startswith(names)]
    found = [p for p in found if not years or p.when[0] in years]
    last = max((p.when for p in found), default=(0, 0))
    fits = [p for p in found if p.when >= last and figure.says(p.figure)]
    return (fits[0].evidence,) if fits else ()
