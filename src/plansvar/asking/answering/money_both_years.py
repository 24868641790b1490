"""Which units were short, or had money left, both of two years that a question names."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import counted
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.money import Line, lines_said
from plansvar.asking.answering.money_rows import money_of, year_of
from plansvar.asking.answering.spending import compared_rows
from plansvar.asking.answering.turned_signs import balance_of
from plansvar.asking.answering.ways import is_deviation
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.query import Operation
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.unit_letters import written_out
from plansvar.domain import Amount, AnswerKind, Tally
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_SIDES = {"deficit": -1, "surplus": 1}
_TWO = 2
_LISTED = (Operation.LIST, Operation.COUNT)


def asks_of_both_years(task: Task) -> bool:
    """ "vilka nämnder gick back både 2026 och 2027?"."""
    query, money = task.query, money_of(task)
    said = set(split(fold(query.text)))
    both = not said.isdisjoint(vocabulary("compared")["years"]["both"])
    sided = money.side in _SIDES and money.group is not None
    return both and sided and len(query.scope.years) == _TWO and query.operation in _LISTED


def answer_both_years(task: Task) -> Draft:
    """Those on the side asked for both years, of those that have an amount for both."""
    first, last = (_of_year(task, year) for year in sorted(task.query.scope.years))
    names = [name for name in last if name in first]
    sign = _SIDES[money_of(task).side or "deficit"]
    pairs = {name: (last[name], first[name]) for name in names}
    kept = [
        pair
        for pair in pairs.values()
        if all(sign * balance_of(task.library, row) > 0 for row in pair)
    ]
    if len(pairs) < _TWO:
        return Draft(AnswerKind.AMOUNT, ())
    said = [_lead(task, list(pairs.values()), kept)]
    said += lines_said(task, [Line(pair) for pair in kept], False)
    return Draft(AnswerKind.AMOUNT, tuple(said), tuple(row for pair in kept for row in pair))


def _of_year(task: Task, year: int) -> dict[str, Amount]:
    """The deviation of each unit for a year, by its name, of the newest report that has them."""
    rows = [r for r in compared_rows(task) if is_deviation(r) and year_of(task, r) == year]
    newest = min((selecting.newest_key(task.document(r)) for r in rows), default=None)
    own = [row for row in rows if selecting.newest_key(task.document(row)) == newest]
    shorts = catalogue_of(task.library).abbreviations
    named: dict[str, Amount] = {}
    for row in own:
        named.setdefault(fold(written_out(row.what, shorts)), row)
    return named


def _lead(
    task: Task, pairs: Sequence[tuple[Amount, Amount]], kept: Sequence[tuple[Amount, Amount]]
) -> Said:
    first, last = sorted(task.query.scope.years)
    fact = task.say_many(
        f"both_years.{money_of(task).side}",
        len(kept),
        base=str(len(pairs)),
        first=str(first),
        last=str(last),
    )
    calculation = counted(
        word(task, "rule", "amounts"),
        len(kept),
        Tally(word(task, "tally", "moved"), tuple(pair[0].id for pair in pairs)),
        Tally(word(task, "tally", "shown"), tuple(pair[0].id for pair in kept)),
        rows=[pair[0].id for pair in kept],
    )
    proof = (amount_proof(row) for pair in pairs[:8] for row in pair)
    return Said(fact.reckoned(calculation).proved_by(*proof))
