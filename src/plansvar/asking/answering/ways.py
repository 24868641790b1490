"""Which way money went: over, short or neither, as signs, words and the other columns tell."""

from __future__ import annotations

from plansvar.asking.evidence import words
from plansvar.asking.evidence.quotes import plain
from plansvar.domain import Amount
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

PLUS, MINUS, EVEN = "plus", "minus", "even"
_SIGNS = {"+": PLUS, "-": MINUS, "−": MINUS, "–": MINUS}
_SHORTEST_HEAD = 6  # letters of a word that compounds of measures end in
NEAR = 0.06  # so much of a unit may rounding move a difference of two printed amounts


def is_deviation(row: Amount) -> bool:
    """Whether an amount is printed as what came out beside what was planned ("avvikelse",
    "prognos, avvikelse")."""
    named = words.vocabulary_list("balance", "deviations")
    said = fold(row.measure or "")
    return said in named or any(word in named for word in split(said))


def is_planned(row: Amount) -> bool:
    """Whether an amount is what was planned."""
    return not is_deviation(row) and _is_measured(row, "planned")


def is_told_after(row: Amount) -> bool:
    """Whether an amount is what came out or is expected to, of a whole year or a part of it."""
    return not is_deviation(row) and _is_measured(row, "outcomes")


def is_of_all_years(row: Amount) -> bool:
    """Whether an amount is of all the years of a project ("totalbudget", "ackumulerat utfall")."""
    told = tuple(words.vocabulary_list("balance", "of_all_years"))
    return any(word.startswith(told) for word in split(row.measure or ""))


def is_spent(row: Amount) -> bool:
    """Whether an amount is what has been laid out on a thing since it began ("upparbetat t.o.m.
    2034", "utfall till och med 2028")."""
    begins = tuple(words.vocabulary_list("balance", "spent"))
    if fold(row.measure or "").startswith(begins):
        return True
    period = fold(row.period or "")
    leads = words.vocabulary_list("balance", "up_to")
    until = next((lead for lead in leads if period.startswith(lead)), "")
    return bool(until) and period.removeprefix(until).strip().isdigit()


def is_whole_cost(row: Amount) -> bool:
    """Whether an amount is what a thing is granted or expected to cost in all its years."""
    return is_of_all_years(row) and not is_spent(row)


def _is_measured(row: Amount, name: str) -> bool:
    """Whether the first word of the measure is one of those named or a compound of one
    ("totalprognos")."""
    named = words.vocabulary_list("balance", name)
    long = tuple(each for each in named if len(each) >= _SHORTEST_HEAD)
    first = next(iter(split(row.measure or "")), "")
    return first in named or first.endswith(long)


def sign_of_name(row: Amount) -> str | None:
    """Plus or minus, where a word of the amount's name tells it."""
    told = fold(row.what)
    for name in (PLUS, MINUS):
        if any(w in told for w in words.vocabulary_list("balance", f"{name}_words")):
            return name
    return None


def printed_sign(row: Amount) -> str | None:
    """The sign that is printed before an amount."""
    return _SIGNS.get(plain(row.raw)[:1])


def is_income(row: Amount) -> bool:
    """Whether more than planned is over: money that comes in, a result."""
    told = split(row.what)
    core = words.vocabulary_list("balance", "core")
    income = words.vocabulary_list("balance", "income")
    return any(w in core or any(stem in w for stem in income) for w in told)
