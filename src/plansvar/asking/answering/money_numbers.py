"""Amounts that a question says itself: which of two it is, and what one is reckoned from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.money import Line, lines, lines_said
from plansvar.asking.answering.money_pairs import off_plan_fact
from plansvar.asking.answering.money_rows import decimals, of_whole_year, year_of
from plansvar.asking.answering.ways import is_planned, is_told_after
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.query import Subject
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.roots import roots
from plansvar.domain import Amount, AnswerKind
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.money import money_behind, money_factors, money_spellings
from plansvar.language.numbers import Number, find_numbers
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR

_EQUAL = 1e-6
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that a question says, its decimals and how many kronor its unit is."""

    value: float
    decimals: int
    factor: float | None


def asks_of_numbers(task: Task) -> bool:
    """Whether a question is about the very amounts that it says."""
    return asks_which_amount(task) or asks_how_reckoned(task)


def answer_of_numbers(task: Task) -> Draft:
    """Where the amounts stand, or what the one is reckoned from."""
    return answer_which_amount(task) if asks_which_amount(task) else answer_how_reckoned(task)


def asks_which_amount(task: Task) -> bool:
    """ "är det 84,2 eller 5,3 mnkr": two amounts of money, one or the other."""
    said = _numbers(task.query.text)
    if len(said) != _PAIR or not _is_of_money(task):
        return False
    between = split(task.query.text[said[0].end : said[1].start])
    return any(word in grammar()["either"]["or"] for word in between)


def answer_which_amount(task: Task) -> Draft:
    """Where each of the amounts stands; nothing where not both are printed."""
    found = [_best(task, claim) for claim in _claims(task.query.text)]
    rows = [row for row in found if row is not None]
    if len(rows) < _PAIR or len({row.id for row in rows}) < _PAIR:
        return Draft(AnswerKind.AMOUNT, ())
    lead = task.say("money_numbers.both").proved_by(*(amount_proof(row) for row in rows))
    said = (Said(lead), *lines_said(task, [Line((row,)) for row in rows], True))
    return Draft(AnswerKind.AMOUNT, said, tuple(rows))


def asks_if_amount(task: Task) -> bool:
    """ "stämmer det att nämnderna tillsammans gick 17 670 tkr back?": an amount of no named row."""
    query = task.query
    claims = _claims(query.text)
    of_rows = query.subject is Subject.AMOUNTS and not query.links and query.order is None
    one = len(claims) == 1 and claims[0].factor is not None
    return of_rows and one and not query.conditions.thresholds


def answer_if_amount(task: Task) -> Draft:
    """The printed row that has the very amount under a name that the question says."""
    years = set(task.query.scope.years)
    row = _best(task, _claims(task.query.text)[0])
    asked = frozenset(roots(task.query.text))
    if row is None or not row.headings or not asked & frozenset(roots(row.what)):
        return Draft(AnswerKind.AMOUNT, ())
    if years and year_of(task, row) not in years:
        return Draft(AnswerKind.AMOUNT, ())
    return Draft(AnswerKind.AMOUNT, tuple(lines_said(task, [Line((row,))], True)), (row,))


def asks_how_reckoned(task: Task) -> bool:
    """ "hur kommer man fram till 84,2?": what one amount is made of."""
    told = fold(task.query.text)
    asks = any(phrase in told for phrase in words.vocabulary_list("balance", "reckoned"))
    return asks and len(_numbers(task.query.text)) == 1


def answer_how_reckoned(task: Task) -> Draft:
    """The row of a table whose planned and told amounts lie that far apart, beside what prints the
    amount itself."""
    claim = _claims(task.query.text)[0]
    printed = _best(task, claim)
    if printed is None:
        return Draft(AnswerKind.AMOUNT, ())
    own = [r for r in task.library.amounts() if r.place.document_id == printed.place.document_id]
    told = lines([row for row in own if row.headings and row.value is not None])
    pairs = [p for line in told for p in _pairs(task, line) if _lie_apart(p, printed)]
    pairs.sort(key=lambda pair: not pair[0].is_sum)
    facts = [fact for pair in pairs[:1] if (fact := off_plan_fact(task, pair))]
    if not facts:
        return Draft(AnswerKind.AMOUNT, ())
    said = (*lines_said(task, [Line((printed,))], False), *map(Said, facts))
    return Draft(AnswerKind.AMOUNT, said, (printed, *pairs[0]))


def _pairs(task: Task, line: Line) -> list[tuple[Amount, Amount]]:
    """What was planned for a year and what it came to or is expected to, of one printed row."""
    after = [row for row in line.rows if is_told_after(row) and of_whole_year(row)]
    return [
        (plan, row)
        for plan in line.rows
        for row in after
        if is_planned(plan) and year_of(task, plan) == year_of(task, row)
    ]


def _lie_apart(pair: tuple[Amount, Amount], printed: Amount) -> bool:
    apart = abs((pair[1].value or 0.0) - (pair[0].value or 0.0))
    same = pair[0].unit == pair[1].unit == printed.unit
    return same and abs(apart - abs(printed.value or 0.0)) < _EQUAL * max(1.0, apart)


def _is_of_money(task: Task) -> bool:
    units = any(each.factor is not None for each in _claims(task.query.text))
    return units or task.query.subject is Subject.AMOUNTS


def _numbers(text: str) -> list[Number]:
    """The numbers that a question says, without years."""
    told = find_numbers(text, spelled=False)
    return [n for n in told if not (n.value == int(n.value) and _is_year(n.value))]


def _is_year(value: float) -> bool:
    return FIRST_YEAR <= value <= LAST_YEAR


def _claims(text: str) -> list[Claim]:
    """Each number with the unit behind it; one without has that of the others."""
    factors = dict(money_spellings())
    found: list[Claim] = []
    for number in _numbers(text):
        behind = money_behind().match(text[number.end :])
        factor = factors[behind["unit"].lower()] if behind else None
        found.append(Claim(abs(number.value), decimals(number.raw), factor))
    known = next((each.factor for each in reversed(found) if each.factor is not None), None)
    return [replace(each, factor=each.factor or known) for each in found]


def _best(task: Task, claim: Claim) -> Amount | None:
    """The amount that is as large: one that the question names, else the one whose name, headings
    and measure it says most of."""
    rows = selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
    rows = selecting.ordered(rows, task.library)
    same = [row for row in rows if _is_as_large(row, claim)]
    same = same or [row for row in rows if _is_as_large(row, claim, rounded=True)]
    asked = frozenset(roots(task.query.text))
    linked = {row for link in task.query.links for row in link.rows}
    near = {row.id: len(asked & frozenset(roots(_told(row)))) for row in same}
    return max(same, key=lambda row: (row.id in linked, near[row.id]), default=None)


def _told(row: Amount) -> str:
    above: Sequence[str] = row.place.section[-1:]
    return " ".join((row.what, *above, row.measure or ""))


def _is_as_large(row: Amount, claim: Claim, rounded: bool = False) -> bool:
    """Whether an amount is the one that is said, or is so when rounded to as many decimals."""
    if row.value is None:
        return False
    factor = money_factors().get(row.unit or "")
    value = abs(row.value) * (factor / claim.factor if factor and claim.factor else 1.0)
    half = 0.5 * 10.0**-claim.decimals
    return abs(value - claim.value) <= (half if rounded else _EQUAL * max(1.0, claim.value))
