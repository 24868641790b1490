"""Cuts a sentence into clauses, each with the figures that it claims something of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.claims.figures import YEARS, ClaimFigure, figures_in
from plansvar.asking.claims.nearness import without_hedge
from plansvar.asking.claims.shares import with_shares
from plansvar.asking.claims.ways import way
from plansvar.domain import Span
from plansvar.language.folding import words
from plansvar.language.numbers import spelled_value
from plansvar.language.vocabulary import vocabulary

PAIR = 2
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: `matter` is its text without the figures, `earlier` whether a word says that its
    figures are values of before, `changed` whether they tell how much something changed, `years`
    those that it names, `before` whether it speaks of the year before ("året innan"); `year` is
    the last year that the sentence names, `told` the words that tell how the figures changed,
    `now` whether it says that they are of this year, `since` the figure that the sentence counts
    the change from and `until` the one that it went to, `apart` how many years lie between them
    where it says so, `lead` the words of the clause before it."""

    matter: str
    figures: tuple[ClaimFigure, ...]
    earlier: bool = False
    changed: bool = False
    years: tuple[int, ...] = ()
    before: bool = False
    year: int | None = None
    told: str = ""
    now: bool = False
    since: ClaimFigure | None = None
    lead: str = ""
    until: ClaimFigure | None = None
    apart: int | None = None


def clauses_of(
    sentence: str, names: Sequence[Span] = (), shares: bool = False
) -> tuple[Clause, ...]:
    """The clauses of a sentence that hold figures; empty where it claims none. Figures in `names`
    of rows claim nothing. With `shares`, "nio av tio" is one figure: a share in percent."""
    figures = claimed_figures(sentence, names)
    figures = with_shares(sentence, figures) if shares else figures
    groups: list[list[ClaimFigure]] = []
    starts = [0]
    for figure in figures:
        joint = _last_joint(sentence, groups[-1][-1].span.end, figure.span.start) if groups else 0
        if joint is None:
            groups[-1].append(figure)
            continue
        if groups:
            starts.append(joint)
        groups.append([figure])
    ends = [*starts[1:], len(sentence)]
    plain = _without(sentence, (*names, *(_hedge_of(figure, sentence) for figure in figures)))
    found = [
        replace(_clause(sentence, start, end, tuple(group)), told=plain[start:end])
        for start, end, group in zip(starts, ends, groups, strict=False)
    ]
    place = next((n for n, clause in enumerate(found) if clause.earlier), len(found))
    since = next((clause.figures[-1] for clause in found[place : place + 1]), None)
    after = found[place + 1 : place + 2]
    until = next((clause.figures[0] for clause in after), None)
    if since is not None and until is not None and since.unit is None:
        alike = replace(since, unit=until.unit, factor=until.factor)
        found[place] = replace(found[place], figures=(*found[place].figures[:-1], alike))
        since = alike
    apart = _apart(sentence)
    dated = (_dated(clause, found) for clause in _led(found))
    return tuple(replace(clause, since=since, until=until, apart=apart) for clause in dated)


def _apart(sentence: str) -> int | None:
    """How many years a sentence says that something took ("på två år")."""
    found = _stretch().search(sentence)
    if found is None:
        return None
    said = found["years"]
    return int(said) if said.isdigit() else spelled_value(said)


def _led(found: Sequence[Clause]) -> list[Clause]:
    """ "ökade från 6 till 7": what comes after "till" goes on with what was said of the change."""
    led: list[Clause] = []
    for clause in found:
        goes_on = led and next(iter(words(clause.matter)), "") in vocabulary("claims")["going_on"]
        told = f"{led[-1].told} {clause.told}" if goes_on else clause.told
        clause = _with_unit(clause, led[-1].figures[-1]) if led else clause
        led.append(replace(clause, told=told, lead=led[-1].told if led else ""))
    return led


def _with_unit(clause: Clause, before: ClaimFigure) -> Clause:
    """ "9 miljoner, varav 7 i skolan": what goes on with "varav" is told in the unit before it."""
    first, figure = next(iter(words(clause.matter)), ""), clause.figures[0]
    if figure.unit is not None or first not in vocabulary("claims")["of_which"]:
        return clause
    alike = replace(figure, unit=before.unit, factor=before.factor)
    return replace(clause, figures=(alike, *clause.figures[1:]))


def _unframed(text: str) -> str:
    """A clause without who says it and how good it is that it is so."""
    for frame in vocabulary("claims")["framing"]:
        text = re.sub(frame, " ", text, flags=re.IGNORECASE)
    return text


def _hedge_of(figure: ClaimFigure, sentence: str) -> Span:
    """Where the words stand that bound a figure."""
    return Span(len(without_hedge(sentence[: figure.span.start])), figure.span.start)


def _without(sentence: str, names: Sequence[Span]) -> str:
    """The sentence without the words of names and of bounds, in which "mer" tells no change."""
    for span in names:
        sentence = sentence[: span.start] + " " * (span.end - span.start) + sentence[span.end :]
    return sentence


def _dated(clause: Clause, all_of_them: Sequence[Clause]) -> Clause:
    """ "från 7,3 till 6,8 mellan 2023 och 2024": each figure has its own of the two years."""
    years = [year for each in all_of_them for year in each.years]
    compared = {int(y) for each in all_of_them for y in _compared().findall(each.matter)}
    last = max((y for y in years if y not in compared), default=max(years, default=None))
    if clause.changed:
        clause = replace(clause, years=tuple(y for y in clause.years if y not in compared))
    both = any(len(set(each.years)) == PAIR for each in all_of_them)
    if both and any(each.earlier for each in all_of_them):
        own = (min(years),) if clause.earlier else (max(years),)
        return replace(clause, years=own, year=last)
    return replace(clause, year=last)


def tells_side(clause: Clause) -> bool:
    """Whether a clause says that money is over or short."""
    return sides_of(clause) != (False, False)


def sides_of(clause: Clause) -> tuple[bool, bool]:
    """Whether a clause says that money is short, and that it is over; what goes on with "varav"
    says so where the clause before it did."""
    own = sides_told(clause.matter)
    said = words(clause.matter)
    leads = own == (False, False) and any(word in vocabulary("claims")["of_which"] for word in said)
    return sides_told(clause.lead) if leads else own


def sides_told(text: str) -> tuple[bool, bool]:
    said = f" {' '.join(words(text))} "
    short, over = (any(f" {each} " in said for each in side) for side in _sides())
    return short, over


@cache
def _sides() -> tuple[tuple[str, ...], ...]:
    """The words that say that money is short, and that it is over; without those that set an
    outcome against its plan, for the figure may be the outcome itself."""
    compares = tuple(vocabulary("claims")["compares"])
    sides = vocabulary("questions")["sv"]["money"]
    return tuple(
        tuple(each for each in sides[name] if not any(word in each.split() for word in compares))
        for name in sides
    )


def claimed_figures(sentence: str, names: Sequence[Span] = ()) -> tuple[ClaimFigure, ...]:
    """The figures of a sentence that claim something: no years, dates or numbers of documents, and
    none in `names`."""
    taken = [*names, *(Span(*m.span()) for m in _not_figures().finditer(sentence))]
    return tuple(
        figure
        for figure in figures_in(sentence)
        if not any(span.overlaps(figure.span) for span in taken)
    )


def _clause(sentence: str, start: int, end: int, figures: tuple[ClaimFigure, ...]) -> Clause:
    pieces, position = [], start
    for figure in figures:
        pieces.append(without_hedge(sentence[position : figure.span.start]))
        position = figure.span.end
    matter = _unframed(" ".join([*pieces, sentence[position:end]]))
    data = vocabulary("claims")
    ahead = words(without_hedge(sentence[start : figures[0].span.start]))
    last = next(reversed(ahead), "")
    since = {last, *(ahead[-PAIR:] if figures[0].unit is None else ())}  # "från plats 142"
    after = next(iter(words(sentence[figures[0].span.end : end])), "")
    told = _changes().search(matter) is not None
    changed = told and (last in data["by"] or _changes().fullmatch(after) is not None)
    beside = after in data["beside_plan"] and way("planned").search(matter) is not None
    changed = changed or beside or after in data["better_or_worse"]
    before = _before().search(matter) is not None
    years = tuple(int(year) for year in _YEAR.findall(matter) if int(year) in YEARS)
    now = _now().search(matter) is not None
    earlier = not since.isdisjoint(data["earlier"])
    return Clause(matter, figures, earlier, changed, years, before, now=now)


def _last_joint(sentence: str, start: int, end: int) -> int | None:
    found = [start + m.start() for m in _joints().finditer(sentence[start:end])]
    return found[-1] if found else None


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(vocabulary("claims")["joints"], re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("claims")["year_before"]), re.IGNORECASE)


@cache
def _now() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("claims")["this_year"]), re.IGNORECASE)


def compares(clause: Clause) -> bool:
    """Whether a clause sets one thing against another ("lägre än")."""
    return not set(words(clause.matter)).isdisjoint(vocabulary("claims")["compares"])


def tells_now(clause: Clause) -> bool:
    """Whether a clause tells how something is, and not how it was."""
    present = any(re.search(verb, clause.told) for verb in vocabulary("claims")["present"])
    return present and not (clause.before or clause.earlier)


@cache
def _changes() -> re.Pattern[str]:
    return re.compile(vocabulary("claims")["changes"], re.IGNORECASE)


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(vocabulary("claims")["compared_year"], re.IGNORECASE)


@cache
def _stretch() -> re.Pattern[str]:
    return re.compile(vocabulary("claims")["stretch"], re.IGNORECASE)


@cache
def _not_figures() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("claims")["not_figures"]), re.IGNORECASE)
